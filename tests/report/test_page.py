"""The page as a file: whole, safe, and with what a record holds."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from nlp.report import assets
from nlp.report.page import page
from nlp.report.templates import embedded
from tests.output.sample import EMPTY, RECORD
from tests.report import hostile


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def html() -> str:
    return page([RECORD], "ru")


def test_it_is_alone(html: str) -> None:
    """Nothing is loaded from elsewhere: no address but anchors of the page itself."""
    found = Elements(html)
    links = {value for _, attributes in found.found for name, value in attributes.items() if name in {"href", "src"}}
    assert {link for link in links if not link.startswith("#")} == set()


def test_every_link_has_its_place(html: str) -> None:
    found = Elements(html)
    ids = [attributes["id"] for _, attributes in found.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in found.all("a")} <= set(ids)


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_names_what_is_inside(html: str, tag: str) -> None:
    (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    (policy,) = (meta["content"] for meta in Elements(html).all("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    assert f"{tag}-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_the_tables(html: str) -> None:
    assert "министр транспорта, Республика Татарстан" in html
    assert "глава, АО «Волжские верфи» (в прошлом)" in html
    assert "меморандум" in html
    assert html.count("<tr data-event=") == 3  # of four events two are the same


def test_the_licence_is_kept(html: str) -> None:
    assert "Copyright Mike Bostock. Permission to use" in html


def test_several_documents() -> None:
    found = Elements(page([RECORD, EMPTY, RECORD], "en"))
    assert [article["id"] for article in found.all("article")] == ["d1", "d2", "d3"]
    assert {link["href"][1:] for link in found.all("a")} <= {each["id"] for _, each in found.found if "id" in each}


def test_a_text_without_anything() -> None:
    assert "<table" not in page([EMPTY], "ru")


def test_nothing_of_a_text_becomes_an_element() -> None:
    plain, naughty = Elements(page([RECORD], "ru")), Elements(page([hostile.RECORD], "ru"))
    assert {tag for tag, _ in naughty.found} <= {tag for tag, _ in plain.found}
    assert len(naughty.all("script")) == len(plain.all("script"))
    assert not any(name.startswith("on") for _, attributes in naughty.found for name in attributes)


def test_data_cannot_end_its_element() -> None:
    assert "<" not in embedded({"text": "</script><!--"})


def test_a_script_that_would_end_its_element_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "bad.js").write_text("'</script>'")
    (tmp_path / "vendor" / "d3").mkdir(parents=True)
    monkeypatch.setattr(assets, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"bad\.js"):
        assets._read("js/bad.js")


def test_what_to_do_is_said_once() -> None:
    hint = "Наведите на слово"
    assert page([RECORD], "ru").count(f'<p class="hint">{hint}') == 1
    assert page([RECORD, RECORD], "ru").count(f'<p class="hint">{hint}') == 1
