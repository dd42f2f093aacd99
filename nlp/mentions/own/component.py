"""The component `letopis_own`: mentions under the labels that an analyst taught the model with `letopis train`.

doc.spans["candidates"]   «закупка серверов» TENDER, rule «own», its probability

It reads the rows that `letopis_spans` left and leaves them there. The shipped model has no such component.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.knowledge.stored import Stored
from nlp.mentions import scratch
from nlp.mentions.own.head import FILES, Head
from nlp.mentions.spans.decode import Found
from nlp.mentions.spans.stretches import Stretch, stretches
from nlp.morphology.context import peek
from nlp.schema import OWN_RULE

NAME = "letopis_own"


class Own(Stored):
    """An analyst's labels over a `Doc`."""

    NAME = NAME
    FILES = FILES

    def make(self, files: dict[str, bytes]) -> Head:
        """The head, ready to run."""
        return Head(files)

    def __call__(self, doc: Doc) -> Doc:
        """One document, alone; without the rows of `letopis_spans` its labels are left to the shipped model."""
        rows = peek(doc)
        if rows is not None:
            head: Head = self.prepared()
            found = [(part, each) for part in stretches(doc) for each in head.find(rows[part.places], part.ends)]
            document.propose(doc, list(_proposals(doc, found)))
            scratch.learn(doc, head.tables.labels)
        return doc


def _proposals(doc: Doc, found: list[tuple[Stretch, Found]]) -> Iterator[Span]:
    for part, each in found:
        span = Span(doc, part.places[each.start], part.places[each.end - 1] + 1, label=each.label)
        span.id_ = OWN_RULE
        scratch.rate(span, each.score)
        yield span


@Language.factory(
    NAME,
    requires=["token.is_sent_start", "doc.spans", "doc.tensor"],
    assigns=["doc.spans"],
)
def make_own(nlp: Language, name: str) -> Own:
    """An empty component; `nlp.from_disk` fills it."""
    return Own()
