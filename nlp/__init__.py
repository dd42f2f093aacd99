"""letopis: Russian text in, structured records out.

>>> record = nlp.extract("12 мая 2025 г. Иван Петров посетил Минск.")

Nothing is imported or loaded until a name is used: `import nlp` costs no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.archive.opened import open_archive
    from nlp.entities.temporal.dates import dates
    from nlp.errors import InputError, KnowledgeError, LetopisError, ModelError, RecordError
    from nlp.pipeline import extract, load, normal_form
    from nlp.schema import Record, json_schema

__all__ = [
    "InputError",
    "KnowledgeError",
    "LetopisError",
    "ModelError",
    "Record",
    "RecordError",
    "dates",
    "extract",
    "json_schema",
    "load",
    "normal_form",
    "open_archive",
]

_HOMES = {
    "nlp.archive.opened": ("open_archive",),
    "nlp.entities.temporal.dates": ("dates",),
    "nlp.errors": ("InputError", "KnowledgeError", "LetopisError", "ModelError", "RecordError"),
    "nlp.pipeline": ("extract", "load", "normal_form"),
    "nlp.schema": ("Record", "json_schema"),
}


def __getattr__(name: str) -> object:
    """The public name from the module that defines it."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'nlp' has no attribute {name!r}; it offers {', '.join(__all__)}")


def __dir__() -> list[str]:
    """What completion shows: the public names."""
    return __all__
