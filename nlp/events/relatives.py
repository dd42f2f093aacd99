"""What «который» stands for: «соглашение с Газпромом, которое подписано» → соглашение."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.events.words import NOUNS, feature, lemma

CLAUSES = frozenset({"acl", "acl:relcl"})


def antecedent(relative: Token) -> Token:
    """The noun that «который» stands for, else the word itself."""
    if lemma(relative) not in ("который", "кто", "что", "чей") or relative.pos_ == "NOUN":
        return relative
    clause = next((each for each in relative.ancestors if each.dep_ in CLAUSES), None)
    if clause is None:
        return relative
    left = (each for each in reversed(list(relative.doc[clause.head.sent.start : relative.i])) if each.pos_ in NOUNS)
    heads = [clause.head, *(each for each in left if lemma(each) != lemma(relative))]
    return next((each for each in heads if _agree(relative, each)), clause.head)


def described(participle: Token) -> Token:
    """The noun that a participle stands by: «Луч» in «банк «Луч», принадлежащий Орлову, купил фирму»."""
    noun, behind_comma = participle.head, any(child.is_punct for child in participle.lefts)
    if _suits(participle, noun) or not behind_comma:
        return noun
    left = (each for each in reversed(list(participle.doc[participle.sent.start : participle.i])) if each.pos_ in NOUNS)
    return next((each for each in left if _suits(participle, each)), noun)


def _suits(participle: Token, noun: Token) -> bool:
    """«принадлежащая компания»: number and case are the same, and gender where it shows."""
    names = ("Number", "Case") if feature(participle, "Number") == "Plur" else ("Number", "Case", "Gender")
    both = ((feature(participle, name), feature(noun, name)) for name in names)
    return all(one == other or "" in (one, other) for one, other in both)


def _agree(relative: Token, noun: Token) -> bool:
    """«соглашение с Газпромом, которое»: which noun is meant shows in gender and number, where both words have them."""
    number = feature(relative, "Number"), feature(noun, "Number")
    gender = feature(relative, "Gender"), feature(noun, "Gender")
    same_number = number[0] == number[1] or "" in number
    return same_number and (gender[0] == gender[1] or "" in gender or number[0] == "Plur")
