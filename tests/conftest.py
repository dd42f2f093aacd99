"""What all the tests share: the pipeline, loaded once, and test ids in Russian."""

from collections.abc import Iterator

import pytest
from spacy.language import Language

import nlp


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The shipped model, as `nlp.load()` gives it."""
    return nlp.load()


def pytest_make_parametrize_id(val: object) -> str | None:
    """Ids are not escaped, so that a failing sentence can be read; bytes need words of their own then."""
    return ascii(val) if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def _at_home_nowhere() -> Iterator[None]:
    """The command speaks English and reads no defaults, whatever the machine that runs the tests has set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LETOPIS_LANG", "en")
        patch.setenv("LETOPIS_CONFIG", "")
        yield
