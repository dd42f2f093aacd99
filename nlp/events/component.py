"""The component `letopis_events`: writes `doc._.events`, completes `doc._.agreements`, adds mentions of arguments.

A mention added here («стороны», «контрольный пакет акций») stands behind the others, so that no id changes; its rule is
the event type and the role: "deal/asset".
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp import document
from nlp.events.engine import find
from nlp.events.inventory import Inventory, shipped, with_folder


class Events:
    """A spaCy component; its frames are read once, when it is made."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory

    def __call__(self, doc: Doc) -> Doc:
        """Find the events and write them."""
        found = find(doc, self.inventory)
        if found.extra:
            doc.spans[document.MENTIONS].extend(found.extra)
        doc._.events = found.events
        doc._.agreements = found.agreements
        return doc


@Language.factory(
    "letopis_events",
    default_config={"frames": None},
    requires=[
        "token.lemma", "token.pos", "token.morph", "token.dep", "token.head", "doc.sents", "doc.spans", "doc._.people",
        "doc._.organisations", "doc._.places", "doc._.agreements", "doc._.dates",
    ],
    assigns=["doc._.events", "doc._.agreements", "doc.spans"],
)  # fmt: skip
def make_events(nlp: Language, name: str, frames: str | None) -> Events:
    """Called by spaCy when a pipeline is put together; `frames` is a folder with frames beside those of the package."""
    return Events(shipped() if frames is None else with_folder(frames))
