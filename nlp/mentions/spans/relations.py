"""The component `letopis_relations`: how the mentions of the record stand to each other.

doc.tensor         what `letopis_spans` knew of each word; taken away here
doc._.relations    «Павел Ткач» WORKS_AS «министр», by the ids of the mentions, with probabilities
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from nlp import document
from nlp.knowledge.stored import Stored
from nlp.mentions.spans.relater import FILES, Relater
from nlp.mentions.spans.stretches import Stretch, stretches
from nlp.morphology.context import take
from nlp.schema import Relation

NAME = "letopis_relations"


class Relations(Stored):
    """Relations between the mentions that stand."""

    NAME = NAME
    FILES = FILES

    def __init__(self, threads: int = 1) -> None:
        super().__init__()
        self.threads = threads

    def make(self, files: dict[str, bytes]) -> Relater:
        """The model, ready to run."""
        return Relater(files, self.threads)

    def __call__(self, doc: Doc) -> Doc:
        """One document, alone; without what `letopis_spans` left there are none."""
        rows = take(doc)
        mentions = [(each.start, each.end, each.label_) for each in doc.spans[document.MENTIONS]]
        found = [] if rows is None else [each for part in stretches(doc) for each in self._found(part, rows, mentions)]
        doc._.relations = tuple(sorted(found, key=_by_place))
        return doc

    def _found(self, part: Stretch, rows: NDArray[Any], mentions: list[tuple[int, int, str]]) -> list[Relation]:
        relater: Relater = self.prepared()
        words = {place: word for word, place in enumerate(part.places)}
        inside = [
            (number, words[start], words[end - 1] + 1, label)
            for number, (start, end, label) in enumerate(mentions)
            if start in words and end - 1 in words
        ]
        tied = relater.relate(rows[part.places], part.forms, part.groups, part.ends, [each[1:] for each in inside])
        return [
            Relation(
                type=each.label,
                source=document.mention_id(inside[each.source][0]),
                target=document.mention_id(inside[each.target][0]),
                score=each.score,
            )
            for each in tied
        ]


def _by_place(relation: Relation) -> tuple[int, int, str]:
    return int(relation.source[1:]), int(relation.target[1:]), relation.type


@Language.factory(
    NAME,
    default_config={"threads": 1},
    requires=["doc.spans", "doc.tensor"],
    assigns=["doc._.relations", "doc.tensor"],
)
def make_relations(nlp: Language, name: str, threads: int) -> Relations:
    """An empty component; `nlp.from_disk` fills it. `threads` are ONNX Runtime's."""
    return Relations(threads)
