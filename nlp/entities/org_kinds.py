"""A body named by its kind alone: «холдинг» after «холдинг «Агро»», the only one that the text has named before."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from nlp.entities.heads import head_word
from nlp.entities.nominals import nominals
from nlp.entities.org_forms import OrgForm
from nlp.entities.spans import OPENING, before, head
from nlp.entities.words import canonical
from nlp.knowledge import lists
from nlp.knowledge.dictionary import fold

_LANDS = frozenset({"country", "region", "city"})


def bare_kind(form: OrgForm) -> bool:
    """«холдинг», «Банк»: a word that is no name, though it may mean one."""
    row = head_word(form.said) if form.single and not form.quoted and not form.short else None
    return row is not None and row.use != "bare" and (form.text.islower() or row.use == "generic")


def kindred(short: OrgForm, full: OrgForm) -> bool:
    """«холдинг» alone after «холдинг «Агро»», «банк» after «банк «Север»»; not «другой холдинг»."""
    if not short.single or short.quoted or full.index > short.index or short.said[0].i in {t.i for t in full.said}:
        return False
    row = head_word(short.said)
    told = row is not None and row.use != "bare" and not _LANDS & set(nominals().get(short.key[0], ()))
    return told and short.key[0] in _kinds(full) and not is_other(short)


def _kinds(form: OrgForm) -> set[str]:
    """The word that says what a name's bearer is, in the name or before its quotes: «университет», «банк»."""
    noun = before(form.span.doc, form.said[0].i)
    if noun is not None and noun.norm_ in OPENING:
        noun = before(form.span.doc, noun.i)
    outside = head_word([noun]) if noun is not None and form.core else None
    inside = head_word([head(form.span)]) if len(form.said) > 1 else None
    return {canonical(row.word) for row in (inside, outside) if row is not None}


def is_other(form: OrgForm) -> bool:
    """Has it an adjective of its own: «другой холдинг», «английский клуб»?"""
    word = before(form.span.doc, form.said[0].i)
    return word is not None and word.pos_ in {"ADJ", "DET", "NUM"} and fold(word.lemma_) not in _light()


def _light() -> frozenset[str]:
    return lists.folded("identity/bare_modifiers.txt")


def kind_names(form: OrgForm) -> Iterable[Hashable]:
    """What a fuller name offers."""
    return _kinds(form) if len(form.said) > 1 or form.core else ()


def own_kind(form: OrgForm) -> Iterable[Hashable]:
    """What a bare word asks for."""
    return [form.key[0]] if form.single else ()
