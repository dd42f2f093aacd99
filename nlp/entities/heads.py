"""What kind of organisation a name's own words tell: «Министерство связи» a ministry, «ОАО «Газпром»» a company."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec
from spacy.tokens import Token

from nlp.entities.words import Phrases
from nlp.knowledge.dictionary import fold
from nlp.knowledge.reader import read_table, resource


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `organisations.tsv`."""

    word: str
    kind: str
    use: Literal["bare", "titled", "generic"]


class LegalForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `legal_forms.tsv`."""

    form: str
    name: str
    kind: str
    country: str | None


class WellKnown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `names.tsv`; `long` is used to recognise, never to write."""

    form: str
    label: str
    kind: str | None
    country: str | None
    long: str | None


def head_word(tokens: Sequence[Token]) -> Head | None:
    """The first word that heads names of organisations: «Национальный банк» → банк."""
    return next((row for _, _, row in _heads().scan(tokens)), None)


def legal_form(token: Token) -> LegalForm | None:
    """The legal form that a word abbreviates: «ОАО»."""
    return _legal().get(token.norm_)


def well_known(written: str) -> WellKnown | None:
    """What is known of a bare abbreviation or firm name: «ШОС» is international."""
    return _known().get(fold(written))


def kind_of(tokens: Sequence[Token]) -> str | None:
    """The kind that the words of a name tell, `None` when they do not."""
    form = next((found for token in tokens if (found := legal_form(token))), None)
    head = head_word(tokens)
    known = well_known(" ".join(token.norm_ for token in tokens))
    ministry = (
        "ministry"
        if len(tokens) == 1 and fold(tokens[0].norm_).startswith("мин") and len(tokens[0].norm_) > 6
        else None
    )
    return (head.kind if head else None) or (form.kind if form else None) or (known.kind if known else None) or ministry


def generic(token: Token) -> bool:
    """A word dropped before a name of its own: «компания» in «компания «Ромашка»»."""
    head = _heads().find([token])
    return head is not None and head.use == "generic"


@cache
def _heads() -> Phrases[Head]:
    return Phrases([(row.word, row) for row in read_table(resource("lexicon/organisations.tsv"), Head)])


@cache
def _legal() -> dict[str, LegalForm]:
    return {row.form: row for row in read_table(resource("lexicon/legal_forms.tsv"), LegalForm)}


@cache
def _known() -> dict[str, WellKnown]:
    return {fold(row.form): row for row in read_table(resource("lexicon/names.tsv"), WellKnown)}
