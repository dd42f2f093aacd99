"""The component `letopis_spans`: proposals of the span model, all 29 labels, nested.

doc.tensor                what `letopis_network` saw is taken, what the span model knows of each word is left
doc.spans["learned"]      every clear mention as the corpus NEREL would mark it
doc.spans["candidates"]   what is a mention of the record, clear or not, for it is weighed against what the rules found:
                          «Павла Ткача» PERSON, rule «spans», its probability
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.mentions import bodies, formulas, scratch
from nlp.mentions.spans.decisions import meant, refusal, titles
from nlp.mentions.spans.decode import Found
from nlp.mentions.spans.hints import hints
from nlp.mentions.spans.reading import Part, Reading
from nlp.mentions.spans.stretches import Stretch
from nlp.mentions.spans.tagger import FILES, Tagger
from nlp.mentions.spans.weigh import RULE
from nlp.mentions.view import View
from nlp.morphology.context import Sheet

NAME = "letopis_spans"
LEARNED = "learned"


class Spans(Reading):
    """The span model over a `Doc`; it needs the context of `letopis_network`."""

    NAME = NAME
    FILES = FILES

    def make(self, files: dict[str, bytes]) -> Tagger:
        """The model, ready to run."""
        return Tagger(files)

    def ask(self, doc: Doc, parts: Sequence[Stretch], left: NDArray[Any]) -> Sheet:
        """Where the rows go that `letopis_relations` will ask for: over those that were read, which are wider."""
        tagger: Tagger = self.prepared()
        return Sheet([doc], [(0, part.places) for part in parts], left[:, : tagger.width])

    def answer(self, part: Part) -> list[Found]:
        """The mentions of a part."""
        tagger: Tagger = self.prepared()
        places, forms, groups, ends = part.stretch
        rows, found = tagger.find(forms, part.rows(), hints(part.doc, places, tagger.numbers), groups, ends)
        part.asked.put(part.number, 0, rows.astype(np.float16))
        return found

    def write(self, doc: Doc, parts: Sequence[Part], answers: Sequence[list[Found]]) -> None:
        """Proposals and rows."""
        if parts:
            parts[0].asked.leave()
        _propose(doc, [(part.stretch, found) for part, found in zip(parts, answers, strict=True)])


def _propose(doc: Doc, found: list[tuple[Stretch, list[Found]]]) -> None:
    """Names in quotes take these in, and what is no mention of the record is refused."""
    doc.spans[LEARNED] = [_span(doc, part, each) for part, own in found for each in own if each.clear]
    if any(own for _, own in found):
        view = View(doc)
        signs = formulas.signs(view)
        document.propose(doc, [span for part, own in found for span in _proposals(view, part, own, signs)])


def _span(doc: Doc, part: Stretch, found: Found) -> Span:
    return Span(doc, part.places[found.start], part.places[found.end - 1] + 1, label=found.label)


def _proposals(view: View, part: Stretch, found: list[Found], signs: Collection[str]) -> Iterator[Span]:
    placed = [
        (view.places[part.places[each.start]], view.places[part.places[each.end - 1]] + 1, each.label) for each in found
    ]
    inner = titles(placed)
    for (start, end, told), each in zip(placed, found, strict=True):
        label = meant(view, start, end, told)
        whole = bodies.bracketed_in if label == "PERSON" else bodies.quoted
        span = view.span(*whole(view, start, end), label, RULE, each.score)
        sign = "a sign of a formula" if end - start == 1 and view.texts[start] in signs else None
        if reason := sign or refusal(view, start, end, label, inner):
            scratch.refuse(view.doc, span, label, reason, RULE)
        else:
            yield span


@Language.factory(
    NAME,
    default_config={"threads": 1},
    requires=["token.is_sent_start", "token.pos", "token.lemma", "doc.tensor"],
    assigns=["doc.spans", "doc.tensor"],
)
def make_spans(nlp: Language, name: str, threads: int) -> Spans:
    """An empty component; `nlp.from_disk` fills it."""
    return Spans(threads)
