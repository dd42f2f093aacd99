"""The component `letopis_relations`: how the mentions of the record stand to each other.

doc.tensor         what `letopis_spans` knew of each word; taken away here
doc._.relations    «Павел Ткач» WORKS_AS «министр», by the ids of the mentions, with probabilities
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from nlp import document
from nlp.mentions.spans.reading import Part, Reading
from nlp.mentions.spans.relater import FILES, Relater
from nlp.mentions.spans.stretches import Stretch, tree
from nlp.schema import Relation

NAME = "letopis_relations"


class Relations(Reading):
    """Relations between the mentions that stand; without what `letopis_spans` left there are none."""

    NAME = NAME
    FILES = FILES

    def make(self, files: dict[str, bytes]) -> Relater:
        """The model, ready to run."""
        return Relater(files)

    def ask(self, doc: Doc, parts: Sequence[Stretch], left: NDArray[Any]) -> list[tuple[int, int, str]]:
        """The mentions of the record."""
        return [(each.start, each.end, each.label_) for each in doc.spans[document.MENTIONS]]

    def answer(self, part: Part) -> list[Relation]:
        """The relations between mentions of a part."""
        relater: Relater = self.prepared()
        words = {place: word for word, place in enumerate(part.stretch.places)}
        inside = [
            (number, words[start], words[end - 1] + 1, label)
            for number, (start, end, label) in enumerate(part.asked)
            if start in words and end - 1 in words
        ]
        hung = tree(part.doc, part.stretch.places, relater.arcs)
        spans = [each[1:] for each in inside]
        _, forms, groups, ends = part.stretch
        tied = relater.relate(part.rows(), forms, groups, ends, hung, spans)
        return [
            Relation(
                type=each.label,
                source=document.mention_id(inside[each.source][0]),
                target=document.mention_id(inside[each.target][0]),
                score=each.score,
            )
            for each in tied
        ]

    def write(self, doc: Doc, parts: Sequence[Part], answers: Sequence[list[Relation]]) -> None:
        """In the order of the mentions."""
        doc._.relations = tuple(sorted((each for own in answers for each in own), key=_by_place))


def _by_place(relation: Relation) -> tuple[int, int, str]:
    return int(relation.source[1:]), int(relation.target[1:]), relation.type


@Language.factory(
    NAME,
    default_config={"threads": 1},
    requires=["doc.spans", "doc.tensor", "token.dep", "token.head"],
    assigns=["doc._.relations", "doc.tensor"],
)
def make_relations(nlp: Language, name: str, threads: int) -> Relations:
    """An empty component; `nlp.from_disk` fills it."""
    return Relations(threads)
