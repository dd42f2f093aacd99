"""Who stands together: «Россия и Китай», «Ткач провёл переговоры с Сюн Цицзюнем», «между Минсвязи и Минцифры»."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Span, Token

from nlp.entities.referents import Referent, root
from nlp.entities.spans import feature, sentence_starts

SIDES, COUNTRIES, PEOPLE = frozenset({"p", "o", "l"}), frozenset({"l"}), frozenset({"p"})
BACK = 3
"""How many sentences back a pair is looked for."""


def pair_before(
    doc: Doc, span: Span, table: Sequence[Referent], letters: Collection[str], count: int | None
) -> tuple[str, ...]:
    """The entities of the nearest earlier pair (or row); `letters` are the allowed classes of ids, `count` how many."""
    outer = [each for each in _outermost(table) if each.end <= span.start and each.entity[0] in letters]
    for sentence in _sentences_back(doc, span):
        within = [each for each in outer if sentence.start <= each.start < sentence.end]
        for found in (_coordinated(doc, within), _with(doc, within)):
            if len(found) > 1 and count in {None, len(found)} and len({entity[0] for entity in found}) == 1:
                return found
    return ()


def _sentences_back(doc: Doc, span: Span) -> list[Span]:
    """The sentence of the span and those before it, the nearest first."""
    starts = sentence_starts(span, BACK + 1)
    return [doc[start:end] for start, end in zip(starts, [span.start, *starts], strict=False)]


def _outermost(table: Sequence[Referent]) -> list[Referent]:
    """The mentions that lie in no earlier one; the table is in the order of the text, longer ones first."""
    found: list[Referent] = []
    for each in table:
        if not found or each.end > found[-1].end:
            found.append(each)
    return found


def _coordinated(doc: Doc, within: Sequence[Referent]) -> tuple[str, ...]:
    """The last row joined by commas and «и»."""
    row: list[Referent] = []
    for each in reversed(within):
        if row and not _joined(doc, each, row[0]):
            if len({r.entity for r in row}) > 1:
                break
            row = []
        row.insert(0, each)
    return tuple(dict.fromkeys(each.entity for each in row))


def _joined(doc: Doc, left: Referent, right: Referent) -> bool:
    between = [token.norm_.lower() for token in doc[left.end : right.start] if token.pos_ != "SPACE"]
    return between in (["и"], [","], [",", "и"])


def _with(doc: Doc, within: Sequence[Referent]) -> tuple[str, ...]:
    """The subject and whom it does it with: «Ткач встретился с Ли Цяном»."""
    for each in reversed(within):
        token = root(doc, each)
        partner = any(child.norm_.lower() in {"с", "со"} for child in token.lefts) and feature(token, "Case") in {
            "Ins",
            None,
        }
        subject = next((o for o in within if partner and _is_subject(root(doc, o)) and o.entity != each.entity), None)
        if subject is not None:
            return subject.entity, each.entity
    return ()


def _is_subject(token: Token) -> bool:
    return token.dep_.startswith("nsubj")
