"""The component `letopis_events`: writes `doc._.events`, completes `doc._.agreements` and posts, adds mentions.

A mention added here («стороны», «контрольный пакет акций») stands behind the others, so that no id changes; its rule is
the event type and the role: "deal/asset".
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.errors import ModelError
from nlp.events.careers import promoted
from nlp.events.engine import Found, find
from nlp.events.inventory import Inventory, shipped, with_folder
from nlp.events.weights import Learned, Weights

EVENTS, ROLES = "confidence.json", "roles.json"
_Form = TypeVar("_Form")


class Events:
    """A spaCy component; its frames are read once, when it is made, and its weights lie with the model."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.learned = Learned()

    def __call__(self, doc: Doc) -> Doc:
        """Find the events and write them."""
        found = find(doc, self.inventory, self.learned)
        if found.extra:
            doc.spans[document.MENTIONS].extend(found.extra)
        doc.spans[document.CUES] = cues(found)
        doc._.events = found.events
        doc._.agreements = found.agreements
        doc._.people = promoted(doc._.people, found.events)
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The weights; the frames are named in the configuration."""
        return msgspec.json.encode(self.learned)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Events:
        """The inverse of `to_bytes`; raises `ModelError` for weights of another form."""
        self.learned = _decoded(data, Learned, "given as bytes")
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write `confidence.json` and `roles.json` into a folder of its own, one weight a line."""
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, weights in ((EVENTS, self.learned.events), (ROLES, self.learned.roles)):
            (Path(path) / name).write_bytes(msgspec.json.format(msgspec.json.encode(weights), indent=1))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Events:
        """Read what `to_disk` wrote; without weights grammar alone chooses, and filled roles tell the score."""
        self.learned = Learned(*(_read(Path(path) / name) for name in (EVENTS, ROLES)))
        return self


def _read(path: Path) -> Weights:
    return _decoded(path.read_bytes(), Weights, f"in {path}") if path.is_file() else Weights()


def _decoded(data: bytes, form: type[_Form], where: str) -> _Form:
    try:
        return msgspec.json.decode(data, type=form)
    except msgspec.DecodeError as error:
        raise ModelError(f"weights of events {where} cannot be read: {error}") from error


def cues(found: Found) -> list[Span]:
    """The word that tells the status of each event which is not simply actual: «отказались»."""
    told = ((draft.cue, event) for draft, event in zip(found.drafts, found.events, strict=True))
    return [
        Span(word.doc, word.i, word.i + 1, label=event.status, span_id=event.id)
        for word, event in told
        if word is not None
    ]


@Language.factory(
    "letopis_events",
    default_config={"frames": None},
    requires=[
        "token.lemma", "token.pos", "token.morph", "token.dep", "token.head", "doc.sents", "doc.spans", "doc._.people",
        "doc._.organisations", "doc._.places", "doc._.agreements", "doc._.dates",
    ],
    assigns=["doc._.events", "doc._.agreements", "doc._.people", "doc.spans"],
)  # fmt: skip
def make_events(nlp: Language, name: str, frames: str | None) -> Events:
    """Called by spaCy when a pipeline is put together; `frames` is a folder with frames beside those of the package."""
    return Events(shipped() if frames is None else with_folder(frames))
