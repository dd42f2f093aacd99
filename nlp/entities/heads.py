"""What kind of organisation a name's own words tell: «Министерство связи» a ministry, «ОАО «Газпром»» a company."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from nlp.entities.words import Phrases, abbreviation
from nlp.knowledge import lexicons, lists
from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_lines, resource


def head_word(tokens: Sequence[Token]) -> lexicons.Organisation | None:
    """The first word that heads names of organisations: «Национальный банк» → банк."""
    return next((row for _, _, row in _heads().scan(tokens)), None)


def legal_form(token: Token) -> lexicons.LegalForm | None:
    """The legal form that a word abbreviates: «ОАО»."""
    return _legal().get(token.norm_)


def well_known(written: str) -> lexicons.Name | None:
    """What is known of a bare abbreviation or firm name: «ШОС» is international."""
    return _known().get(fold(written))


def is_listed(written: str) -> bool:
    """A name of the list as the list has it, hence in the nominative: «Минцифры», «Роснефть»."""
    row = well_known(written)
    return row is not None and row.form == written


def kind_of(tokens: Sequence[Token]) -> str | None:
    """The kind that the words of a name tell, `None` when they do not."""
    form = next((found for token in tokens if (found := legal_form(token))), None)
    head = head_word(tokens)
    written = (" ".join(token.norm_ for token in tokens), *(short for t in tokens if (short := abbreviation(t.norm_))))
    known = next((row for each in written if (row := well_known(each))), None)
    told = (_full_form(tokens), head, form, known)
    return next((row.kind for row in told if row is not None and row.kind), None) or _blended(tokens)


def _full_form(tokens: Sequence[Token]) -> lexicons.LegalForm | None:
    """The legal form that the words write out: «Акционерное общество «Маяк»»."""
    return next((row for start, _, row in _full_forms().scan(tokens[:6]) if start == 0), None)


def _blended(tokens: Sequence[Token]) -> str | None:
    """«Минфин России», «Минэкономразвития»: one capital letter and no word of the dictionary."""
    first = tokens[0].norm_ if tokens else ""
    ministry = first.startswith("Мин") and len(first) > 5 and not parse(first.lower())[0].is_known
    return "ministry" if ministry or fold(first) in _ministries() else None


def generic(token: Token) -> bool:
    """A word dropped before a name of its own: «компания» in «компания «Ромашка»»."""
    head = _heads().find([token])
    return head is not None and head.use == "generic"


def neutral(tokens: Sequence[Token]) -> bool:
    """Words that tell no more than a legal form: «компания», «группа компаний»."""
    return _phrases("identity/neutral_bodies.txt").find(tokens) is not None


def inner_body(tokens: Sequence[Token]) -> bool:
    """A name that begins with a body inside another: «правление банка «Восход»»."""
    return _begins_with("identity/inner_bodies.txt", tokens)


def organ(tokens: Sequence[Token]) -> bool:
    """A name that begins with what acts for another body and in its name: «совет директоров «Роснефти»»."""
    return _begins_with("identity/organs.txt", tokens)


def unique(token: Token) -> bool:
    """A word by which the world has one body: «Госдума», «госдеп»."""
    return _phrases("identity/unique_bodies.txt").find([token]) is not None


def _begins_with(relative: str, tokens: Sequence[Token]) -> bool:
    return next((start == 0 for start, _, _ in _phrases(relative).scan(tokens[:3])), False)


@cache
def _phrases(relative: str) -> Phrases[str]:
    return Phrases([(line, line) for line in read_lines(resource(relative))])


@cache
def _heads() -> Phrases[lexicons.Organisation]:
    return Phrases([(row.word, row) for row in lexicons.organisations()])


@cache
def _full_forms() -> Phrases[lexicons.LegalForm]:
    return Phrases([(row.name, row) for row in lexicons.legal_forms()])


def _ministries() -> frozenset[str]:
    return lists.folded("identity/ministries.txt")


@cache
def _legal() -> dict[str, lexicons.LegalForm]:
    return {row.form: row for row in lexicons.legal_forms()}


@cache
def _known() -> dict[str, lexicons.Name]:
    return {fold(row.form): row for row in lexicons.names()}
