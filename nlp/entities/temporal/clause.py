"""Which way a clause looks, by its tree: the verb that an expression of time hangs on."""

from __future__ import annotations

from spacy.tokens import Span, Token

from nlp.entities.temporal.place import Direction
from nlp.entities.temporal.tense import ANNOUNCES, ASIDE, look_of_lemma

VERBS = frozenset({"VERB", "AUX"})
BE, PRESENT = "быть", "есть"
_OF_LOOK: dict[int, Direction | None] = {ANNOUNCES: 1, ASIDE: None, -1: -1}
TENSES: dict[str, Direction] = {"Past": -1, "Pres": 0, "Fut": 1}


def clause_direction(span: Span) -> Direction | None:
    """«Форум пройдёт 20 июня» → 1; `None` without a tree, or when no verb stands above the expression.

    An infinitive under a verb of the present looks ahead: «могут подписать в четверг».
    """
    if not span.doc.has_annotation("DEP"):
        return None
    infinitive = False
    for token in (span.root, *span.root.ancestors):
        if token.pos_ not in VERBS:
            continue
        if "Inf" in feature(token, "VerbForm"):
            infinitive = True
            continue
        told = _told(token)
        return 1 if infinitive and told == 0 else told
    return None


def _told(verb: Token) -> Direction | None:
    """The tense of a verb, with «будет» beside it, and the words that announce or report."""
    if _will(verb) or any(_will(child) for child in verb.children):
        return 1
    look = look_of_lemma(verb.lemma_, _form(verb), "1" in feature(verb, "Person"))
    if look is not None and not (look == ANNOUNCES and _form(verb) == "VERB" and _tense(verb) == -1):
        return _OF_LOOK[look]
    if "Part" in feature(verb, "VerbForm"):
        return -1 if "Short" in feature(verb, "Variant") else _tense(verb)
    return _tense(verb)


def _will(token: Token) -> bool:
    """«будет» is tagged as a present; «есть» is the only one."""
    return token.pos_ in VERBS and token.lemma_ == BE and _tense(token) in {0, 1} and token.lower_ != PRESENT


def feature(token: Token, name: str) -> list[str]:
    """The values of a feature; none for a token that lacks it."""
    return list(token.morph.get(name, []))


def _form(verb: Token) -> str:
    """The name of the form that the table of looks uses."""
    if "Part" not in feature(verb, "VerbForm"):
        return "VERB"
    return "PRTS" if "Short" in feature(verb, "Variant") else "PRTF"


def _tense(verb: Token) -> Direction | None:
    return next((TENSES[tense] for tense in feature(verb, "Tense") if tense in TENSES), None)
