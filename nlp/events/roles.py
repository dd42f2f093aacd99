"""Who plays which role of a trigger: by syntax, else the nearest name of the clause in the right case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from nlp.events.clauses import same_clause
from nlp.events.conditions import Trigger, at
from nlp.events.filler import Filled, Filler, overlap
from nlp.events.fillers import belonging, fillers
from nlp.events.frames import Role
from nlp.events.names import WHOLES, Named, Names
from nlp.events.once import once
from nlp.events.words import fits, slot_name

TITLES = ("EVENT", "WORK_OF_ART", "AWARD")
AROUND = "clause"
"""Who acts in the clause around counts only where the trigger itself has too few."""
BESIDE = "/apposition"
"""Behind a noun only a name is meant: «на пост министра Анну Орлову, сестру главы»."""
NEAR = 14
"""How many tokens away the nearest name may stand."""


def fill(names: Names, trigger: Trigger) -> tuple[Filled, tuple[str, ...]]:
    """The fillers of every role, and which roles nearness has filled; a stretch of text plays one role only."""
    roles = {name: trigger.frame.role(trigger.sense, name) for name in trigger.frame.roles}
    filled: Filled = {}
    taken: set[int] = {trigger.token.i}
    for name, role in roles.items():
        filled[name] = _by_syntax(names, trigger, role, {trigger.token.i} if role.shared else taken)
        taken.update(_words(() if role.shared else filled[name]))
    near = {name: role for name, role in roles.items() if role.near and len(filled[name]) < role.least}
    for name, role in near.items():
        near_by = [each for each in _nearest(names, trigger, role, taken) if _fresh(each, filled[name], taken)]
        filled[name] = filled[name] + near_by
        taken.update(_words(near_by))
    for name, role in roles.items():
        if role.of is not None and not filled[name]:
            filled[name] = [owner for filler in filled[role.of] for owner in belonging(names, filler, role.labels)]
    filled = once(filled, roles)
    return filled, tuple(name for name in near if filled[name])


def _words(found: Iterable[Filler]) -> Iterator[int]:
    return (token.i for filler in found for token in filler.span)


def complete(trigger: Trigger, filled: Filled, others: tuple[str, ...]) -> bool:
    """Whether somebody known fills every required role; `others` are what else is known: "date", "place"."""
    known = {name for name, found in filled.items() if any(not _is_nobody(filler) for filler in found)}
    return all(any(name in known or name in others for name in group.split("|")) for group in trigger.sense.required)


def _is_nobody(filler: Filler) -> bool:
    """«он», when the text does not tell clearly who."""
    return filler.entity is None and filler.span.root.pos_ in ("PRON", "DET")


def _by_syntax(names: Names, trigger: Trigger, role: Role, taken: set[int]) -> list[Filler]:
    """Every slot of the role may give fillers; those after the first must not repeat an entity."""
    found: list[Filler] = []
    for path in role.slots:
        if role.first and found:
            break
        if path == AROUND and len(found) >= role.least:
            continue
        for token in at(trigger.slots, path):
            for whole in fillers(names, token, role):
                filler = _without_taken(whole, taken)
                if path.endswith(BESIDE) and not filler.entity:
                    continue
                if _fresh(filler, found, taken) and not _in_title(names, filler, trigger):
                    found.append(filler)
    return found


def _without_taken(filler: Filler, taken: set[int]) -> Filler:
    """«самолёты от Португалии» without the seller: a phrase ends before what plays another role."""
    root = filler.span.root.i
    cut = min((at for at in taken if root < at < filler.span.end), default=None)
    if filler.named is not None or cut is None or root in taken:
        return filler
    doc = filler.span.doc
    while cut - 1 > root and (doc[cut - 1].pos_ in ("ADP", "ADJ", "DET") or doc[cut - 1].is_punct):
        cut -= 1
    return filler._replace(span=doc[filler.span.start : cut])


def _in_title(names: Names, filler: Filler, trigger: Trigger) -> bool:
    """Whether the filler is a part of the name of something else, or the unnamed people of the name itself.

    «Китай» in «Форум «Китай – ШОС»»; «руководители ведомств» and «ведомства» in «Совещание руководителей ведомств».
    """
    outer = [n for n in names.over(filler.span[0], TITLES) if len(n.span) > len(filler.span)]
    named = trigger.token.text[0].isupper()
    unnamed = named and filler.entity is None and (filler.label != "ORGANIZATION" or _of_others(filler, trigger))
    return any(unnamed or not n.span.start <= trigger.token.i < n.span.end for n in outer)


def _of_others(filler: Filler, trigger: Trigger) -> bool:
    """«ведомств» in «Совещание руководителей ведомств»: who meets stands before them."""
    between = trigger.token.doc[trigger.token.i + 1 : filler.span.start]
    return any(token.pos_ == "NOUN" for token in between)


def _fresh(filler: Filler, found: list[Filler], taken: set[int]) -> bool:
    if any(token.i in taken for token in filler.span):
        return False
    same = [each for each in found if overlap(each.span, filler.span)]
    if filler.entity is None:
        return not same
    return all(each.entity not in (None, filler.entity) for each in same) and filler.entity not in {
        each.entity for each in found
    }


def _nearest(names: Names, trigger: Trigger, role: Role, taken: set[int]) -> list[Filler]:
    """The closest free name of the clause in one of the slots of `near`, and what is coordinated with it."""
    sentence = trigger.token.sent
    inside = names.within(sentence.start, sentence.end, role.labels)
    free = [named for named in inside if _is_free(names, named, taken) and _in_slot(named, role)]
    close = [n for n in free if _distance(n, trigger) <= NEAR and _in_clause(n, trigger.token)]
    ranked = sorted((_distance(named, trigger), named.number, named) for named in close)
    return [filler for _, _, best in ranked[:1] for filler in fillers(names, best.span.root, role)]


def _in_clause(named: Named, verb: Token) -> bool:
    """In the clause of the verb, or of the one that it goes on: «Орлов снят и назначен»."""
    goes_on = verb.dep_ == "conj" and same_clause(named.span.root, verb.head)
    return goes_on or same_clause(named.span.root, verb)


def _is_free(names: Names, named: Named, taken: set[int]) -> bool:
    return not any(token.i in taken for token in named.span) and not names.is_inner(named, WHOLES)


def _in_slot(named: Named, role: Role) -> bool:
    found = slot_name(named.span.root)
    return any(near == "any" or found == "" or fits(found, near) for near in role.near)


def _distance(named: Named, trigger: Trigger) -> int:
    if named.span.start > trigger.token.i:
        return named.span.start - trigger.token.i
    return trigger.token.i - named.span.end + 1
