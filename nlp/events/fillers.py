"""From the head word in a slot to the mentions that it stands for.

«президент Франции Олланд» → Олланд; «делегация Беларуси» → Беларусь; «стороны» → whoever the sides are;
«контрольный пакет акций» → the phrase itself, where a role takes phrases.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from nlp.entities.identity import antecedents
from nlp.events.filler import Filler
from nlp.events.frames import Role
from nlp.events.grammar import conjuncts, slots
from nlp.events.names import PLACES, Named, Names, kind
from nlp.events.phrases import phrase
from nlp.events.rows import row
from nlp.events.titles import held_from, person_behind
from nlp.events.triggers import through
from nlp.events.words import feature, is_verb, lemma
from nlp.knowledge import lists
from nlp.schema import Label

SOMEBODY = frozenset({"он", "она", "они", "я", "мы"})
PRONOUNS = frozenset({"он", "она", "они", "оно", "его", "ее", "их"})
NAMING = frozenset({"NOUN", "PROPN", "X", "SYM", "NUM"})
BESIDE = frozenset({"appos", "flat", "flat:name", "flat:foreign", "nmod", "compound"})
DEPTH = 4


def collectives() -> frozenset[str]:
    """Nouns that act as people do: «партия», «агентство»."""
    return lists.words("grammar/collectives.txt")


def fillers(names: Names, token: Token, role: Role) -> list[Filler]:
    """All fillers that a head word and the words coordinated with it give."""
    found = [filler for one in conjuncts(token) for filler in _one(names, one, role, DEPTH)]
    last = found[-1].named if found else None
    behind = row(names, last, role.labels) if last is not None else []
    found += [filler for one in behind for filler in _one(names, one, role, DEPTH)]
    return list(dict.fromkeys(found))


def filler_at(names: Names, token: Token, role: Role) -> Filler | None:
    """The filler that a head word alone gives."""
    return next(iter(_one(names, token, role, DEPTH)), None)


def _one(names: Names, token: Token, role: Role, depth: int) -> list[Filler]:
    """The first way that finds somebody; later ways are weaker readings."""
    if depth == 0:
        return []
    for way in (_subject, _named, _beside, _meant, _behind, _phrase, _unnamed):
        if found := list(way(names, token, role, depth)):
            return found
    return []


def _named(names: Names, token: Token, role: Role, depth: int) -> Iterator[Filler]:
    found = names.over(token, role.labels)
    if found:
        yield _post(names, found[0]) if found[0].label == "PROFESSION" else _of(found[0])


def _post(names: Names, named: Named) -> Filler:
    """A post without the organisation that its mention may hold: «министр финансов», not «министр финансов Литвы».

    It is the post that fills the role, not the man who is known to hold it.
    """
    inside = names.within(named.span.start + 1, named.span.end, ("ORGANIZATION", *PLACES))
    end = min((each.span.start for each in inside), default=named.span.end)
    span = named.span.doc[held_from(named.span) : end]
    exact = [n for n in names.over(span[0], ("PROFESSION",)) if _ends(n.span) == _ends(span)]
    return Filler(span, "PROFESSION", None, exact[0] if exact else None)


def _beside(names: Names, token: Token, role: Role, depth: int) -> Iterator[Filler]:
    """«министр Иванов», «компания «Рога»»: the name right behind the title, or in apposition."""
    behind = person_behind(names, token) if "PERSON" in role.labels else None
    if behind is not None:
        yield _of(behind)
        return
    for child in token.rights:
        near = child.dep_ in BESIDE and not any(each.dep_ == "case" for each in child.lefts)
        found = names.over(child, role.labels) if near and child.dep_ != "nmod" else []
        if found and not _is_astray(token, child, found[0]):
            yield _of(found[0])
            return


def _is_astray(noun: Token, child: Token, named: Named) -> bool:
    """«указом … Орлов награждён»: a person in the nominative is no apposition of another case."""
    return named.label == "PERSON" and feature(child, "Case") == "Nom" and feature(noun, "Case") not in ("", "Nom")


def _meant(names: Names, token: Token, role: Role, depth: int) -> Iterator[Filler]:
    """«стороны», «министр», «он»: the antecedents, each on the same words."""
    title = names.over(token, ("PROFESSION",))
    if title:
        yield from _antecedents(names, title[0].span, role, title[0])
    elif token.pos_ in ("PRON", "DET", "ADJ") and lemma(token) in PRONOUNS:
        yield from _antecedents(names, token.doc[token.i : token.i + 1], role, None)
    elif token.pos_ == "NOUN":
        yield from _antecedents(names, phrase(token, names, short=True), role, None)


def _antecedents(names: Names, span: Span, role: Role, named: Named | None) -> Iterator[Filler]:
    for entity in antecedents(span.doc, span):
        label = kind(entity)
        if label in role.labels or (label == "COUNTRY" and set(role.labels) & PLACES):
            yield Filler(span, named.label if named else label, entity, named)


def _subject(names: Names, token: Token, role: Role, depth: int) -> Iterator[Filler]:
    """«ШОС является организацией, о создании которой…»: a predicate means its subject."""
    carrier = token.head if lemma(token.head) in ("являться", "быть") and token.dep_ == "xcomp" else token
    for child in carrier.lefts:
        if child.dep_ == "nsubj" and child.i != token.i and not is_verb(token):
            yield from _one(names, child, role, depth - 1)


def _behind(names: Names, token: Token, role: Role, depth: int) -> Iterator[Filler]:
    """«лидеры России и Китая», «исполняющий обязанности министра»: whose they are.

    One person is nobody else («глава МИДа»), and several are others only by name («лидеры фракций»).
    """
    people = feature(token, "Animacy") == "Anim" and role.phrase == "PROFESSION"
    if lemma(token) in through() and not (people and feature(token, "Number") == "Sing"):
        for slot in slots(token):
            if slot.name in ("genitive", "object", "Acc"):
                behind = (f for one in conjuncts(slot.token) for f in _one(names, one, role, depth - 1))
                yield from (filler for filler in behind if filler.entity or not people)


def _phrase(names: Names, token: Token, role: Role, depth: int) -> Iterator[Filler]:
    label = _label(token, role)
    if (
        label
        and not (not role.titles and names.over(token, ("PROFESSION",)))
        and token.pos_ in NAMING
        and not is_verb(token)
    ):
        span = phrase(token, names)
        whole = [n for n in names.over(token, _any_label(names, token)) if _ends(n.span) == _ends(span)]
        yield _of(whole[0]) if whole else Filler(span, label, None, None)


def _unnamed(names: Names, token: Token, role: Role, depth: int) -> Iterator[Filler]:
    """«они встретятся», «его отставка»: somebody is meant, though the text does not tell clearly who."""
    possessive = token.pos_ == "DET" and lemma(token) in PRONOUNS
    if "PERSON" in role.labels and (possessive or (token.pos_ == "PRON" and lemma(token) in SOMEBODY)):
        yield Filler(token.doc[token.i : token.i + 1], "PERSON", None, None)


def _label(token: Token, role: Role) -> Label | None:
    """People must be animate («семеро генералов») or act as people do («партии»): not «встреча с трудностями»."""
    if role.phrase is not None and (role.phrase != "PROFESSION" or feature(token, "Animacy") == "Anim"):
        return role.phrase
    acts = "ORGANIZATION" in role.labels and lemma(token) in collectives()
    return "ORGANIZATION" if acts else None


def belonging(names: Names, filler: Filler, labels: tuple[Label, ...]) -> list[Filler]:
    """Whose a post is: «Литвы» of «министр финансов Литвы», inside its mention, right behind it or as its genitive.

    Else the body that its holder is known to work for, where the sentence names it: «совет «Волги» избрал директора».
    """
    doc, end = filler.span.doc, filler.span.end
    wider = max((n.span.end for n in names.over(filler.span[0], ("PROFESSION",))), default=end)
    inside = [n for n in names.within(end, max(wider, end), labels) if not names.is_inner(n, labels)]
    behind = [n for n in names.over(doc[end], labels) if n.span.start == end] if end < len(doc) else []
    behind = [n for n in behind if n.span.root.pos_ != "ADJ"]
    below = [slot.token for token in filler.span for slot in slots(token) if slot.name == "genitive"]
    owners = [n for token in below for n in names.over(token, labels)[:1] if n.span.start >= end]
    return [_of(named) for named in (inside or behind or owners or _known(names, filler, labels))[:1]]


def _known(names: Names, post: Filler, labels: tuple[Label, ...]) -> list[Named]:
    body = names.body(post.named) if post.named is not None else None
    sentence = post.span.sent
    return [n for n in names.within(sentence.start, sentence.end, labels) if body is not None and n.entity == body]


def _any_label(names: Names, token: Token) -> tuple[Label, ...]:
    return tuple({n.label for n in names.mentions if n.span.start <= token.i < n.span.end})  # type: ignore[misc]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _of(named: Named) -> Filler:
    return Filler(named.span, named.label, named.entity, named)
