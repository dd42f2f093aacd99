"""A person's name read from its tokens: «Ангелой Меркель» → Ангела Меркель, by its tags and by the ranker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Token

from nlp.knowledge.dictionary import fold, parse
from nlp.morphology.annotate import form
from nlp.morphology.lettering import like
from nlp.morphology.likely import PERSON_CLUE, shares
from nlp.morphology.person.choice import Context
from nlp.morphology.person.forms import kinds, listed
from nlp.morphology.person.name import read_name
from nlp.morphology.person.order import PIECE, initial, pieces
from nlp.morphology.placing import features_of

GENDERS = {"Masc": "male", "Fem": "female"}
_PREPOSITIONAL = frozenset({"о", "об", "обо", "в", "во", "на", "при", "по"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
Shares = Mapping[str, Mapping[str, float]]
"""Folded word → its folded dictionary forms, each with its share."""


def person_form(words: Sequence[Token]) -> str | None:
    """The nominative, `None` for words that are no plain name: capitals throughout, signs between them."""
    text = "".join(form(word) + word.whitespace_ for word in words).strip()
    written = [form(word).rstrip(".") for word in words if form(word) != "."]
    if text.isupper() or [piece.rstrip(".") for piece in pieces(text)] != written:
        return None
    tagged = tagged_words(words)
    context = Context(case=tagged_case(tagged), gender=tagged_gender(tagged), shares=word_shares(words))
    name = read_name(text, context)
    return respelt(name.name, text) if name is not None else None


def respelt(name: str, text: str) -> str:
    """With the ё that a case has taken away: «Пётр» of «Петра», but «Петр» where the text writes it so."""
    written = set(pieces(text))
    return PIECE.sub(lambda found: found[0] if found[0] in written else _dotted(found[0]), name)


@lru_cache(maxsize=1 << 12)
def _dotted(word: str) -> str:
    known = (each.word for each in parse(word.lower()) if each.is_known and "Name" in each.tag and "nomn" in each.tag)
    return next((like(form, word) for form in known if "ё" in form and fold(form) == fold(word)), word)


def tagged_words(words: Sequence[Token]) -> list[Token]:
    """The words whose tags tell of the name."""
    return [word for word in words if word.pos_ in _NOMINAL and "Case" in features_of(word)]


def _first(word: Token, name: str) -> str:
    """The first of the values of a feature, "" without it."""
    return features_of(word).get(name, "").split(",")[0]


def tagged_case(tagged: Sequence[Token]) -> str | None:
    """The case of most of the words; where no preposition asks for the prepositional, it is the dative of a woman."""
    cases = [_first(word, "Case") for word in tagged]
    most = max(dict.fromkeys(cases), key=cases.count) if cases else None
    return "Dat" if most == "Loc" and not _is_prepositional(tagged[0]) else most


def _is_prepositional(word: Token) -> bool:
    """Whether the nearest preposition before it, with no verb between, takes the prepositional: «о Марине»."""
    sentence = word.doc[word.sent.start : word.i]
    nearest = next((each for each in reversed(sentence) if each.pos_ in {"ADP", "VERB"}), None)
    return nearest is not None and nearest.pos_ == "ADP" and nearest.norm_.lower() in _PREPOSITIONAL


def tagged_gender(tagged: Sequence[Token]) -> str | None:
    """The gender of the first word that is no initial, whose tag would be a guess."""
    first = next((word for word in tagged if not initial(form(word))), None)
    return GENDERS.get(_first(first, "Gender")) if first is not None else None


def word_shares(words: Sequence[Token]) -> Shares | None:
    """How likely the ranker finds the forms of each word; `None` where the dictionary knows all of them as names.

    Of double names («Мамина-Сибиряка») the endings tell more than it does, of given names their list.
    """
    if all_plain(words):
        return None
    found: dict[str, dict[str, float]] = {}
    for word, own in zip(words, shares(words, PERSON_CLUE), strict=True):
        if "-" in form(word) or listed(form(word)):
            continue
        told = found.setdefault(fold(form(word)), {})
        for text, share in own.items():
            told[fold(text)] = max(told.get(fold(text), 0.0), share)
    return found


def all_plain(words: Sequence[Token]) -> bool:
    """Whether no word needs the ranker."""
    return all(plain(form(word)) for word in words)


def plain(word: str) -> bool:
    """A name of the dictionary of forms, an initial, or no word at all."""
    return bool(kinds(word)) or initial(word) or not word.isalpha()
