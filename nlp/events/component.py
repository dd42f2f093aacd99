"""The component `letopis_events`: writes `doc._.events`, completes `doc._.agreements` and posts, adds mentions.

A mention added here («стороны», «контрольный пакет акций») stands behind the others, so that no id changes; its rule is
the event type and the role: "deal/asset".
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.errors import ModelError
from nlp.events.careers import promoted
from nlp.events.confidence import Confidence
from nlp.events.engine import Found, find
from nlp.events.inventory import Inventory, shipped, with_folder

WEIGHTS = "confidence.json"


class Events:
    """A spaCy component; its frames are read once, when it is made, and its weights lie with the model."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.confidence = Confidence()

    def __call__(self, doc: Doc) -> Doc:
        """Find the events and write them."""
        found = find(doc, self.inventory, self.confidence)
        if found.extra:
            doc.spans[document.MENTIONS].extend(found.extra)
        doc.spans[document.CUES] = cues(found)
        doc._.events = found.events
        doc._.agreements = found.agreements
        doc._.people = promoted(doc._.people, found.events)
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The weights; the frames are named in the configuration."""
        return msgspec.json.encode(self.confidence)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Events:
        """The inverse of `to_bytes`; raises `ModelError` for weights of another form."""
        try:
            self.confidence = msgspec.json.decode(data, type=Confidence)
        except msgspec.DecodeError as error:
            raise ModelError(f"weights of events that cannot be read: {error}") from error
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write `confidence.json` into a folder of its own, one weight a line."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / WEIGHTS).write_bytes(msgspec.json.format(self.to_bytes(), indent=0))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Events:
        """Read what `to_disk` wrote; a model without weights scores by what fills the roles."""
        written = Path(path) / WEIGHTS
        return self.from_bytes(written.read_bytes()) if written.is_file() else self


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
