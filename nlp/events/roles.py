"""Who plays which role of a trigger: by syntax, else the nearest name of the clause in the right case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from nlp.events.clauses import same_clause
from nlp.events.conditions import Trigger, at
from nlp.events.fillers import Filler, belonging, fillers
from nlp.events.frames import POST, Role
from nlp.events.names import Named, Names
from nlp.events.titles import agree, ranks
from nlp.events.words import feature, fits, lemma, slot_name

TITLES = ("EVENT", "WORK_OF_ART", "AWARD")
AROUND = "clause"
"""Who acts in the clause around counts only where the trigger itself has too few."""
BESIDE = "/apposition"
"""Behind a noun only a name is meant: «на пост министра Анну Орлову, сестру главы»."""
NEAR = 14
"""How many tokens away the nearest name may stand."""

Filled = dict[str, list[Filler]]


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
    filled = _without_own_titles(_without_ranks(_without_echoes(filled, roles), roles), roles)
    filled = _apart(_named_first(filled, roles))
    return filled, tuple(name for name in near if filled[name])


def _named_first(filled: Filled, roles: dict[str, Role]) -> Filled:
    """«глава «Волги» покинул компанию»: the body is named, and told again by a common noun."""
    owners = [name for name, role in roles.items() if role.of is not None and any(each.entity for each in filled[name])]
    return filled | {name: [each for each in filled[name] if each.entity] for name in owners}


def _apart(filled: Filled) -> Filled:
    """«Указом президента Орлов награждён»: a title is somebody else than whom the sentence names in another role."""
    named = {(each.entity, name) for name, found in filled.items() for each in found if each.label == "PERSON"}
    return {
        name: [each._replace(entity=None) if _is_named_elsewhere(each, name, named) else each for each in found]
        for name, found in filled.items()
    }


def _is_named_elsewhere(filler: Filler, name: str, named: set[tuple[str | None, str]]) -> bool:
    others = {entity for entity, role in named if role != name}
    return filler.label == "PROFESSION" and filler.entity is not None and filler.entity in others


def _without_ranks(filled: Filled, roles: dict[str, Role]) -> Filled:
    """«освобождён генерал-майор полиции»: a rank is no post."""
    posts = [name for name, role in roles.items() if role.labels == ("PROFESSION",)]
    kept = {name: [each for each in filled[name] if lemma(each.span.root) not in ranks()] for name in posts}
    return filled | kept


def _without_own_titles(filled: Filled, roles: dict[str, Role]) -> Filled:
    """«подписал заместитель министра Андрей Орлов»: the title of who signed is no party beside him."""
    people = {each.span.start: each.span.root for found in filled.values() for each in found if each.label == "PERSON"}
    return {
        name: [each for each in found if roles[name].for_posts or not _is_title_of(each, people)]
        for name, found in filled.items()
    }


def _is_title_of(filler: Filler, people: dict[int, Token]) -> bool:
    behind = people.get(filler.span.end)
    return filler.label == POST and behind is not None and agree(filler.span.root, behind)


def _without_echoes(filled: Filled, roles: dict[str, Role]) -> Filled:
    """Drop the second role of several people whom their words do not name: «семеро генералов» are no position."""
    kept: Filled = {}
    for name, found in filled.items():
        kept[name] = [each for each in found if not (roles[name].shared and _is_echo(each, name, filled))]
    return kept


def _is_echo(filler: Filler, name: str, filled: Filled) -> bool:
    others = (each for role, found in filled.items() if role != name for each in found if not each.entity)
    return feature(filler.span.root, "Number") == "Plur" and any(_overlap(filler.span, each.span) for each in others)


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
    same = [each for each in found if _overlap(each.span, filler.span)]
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
    outer = ("ORGANIZATION", "LAW", "EVENT", "FACILITY", "AWARD", "WORK_OF_ART", "PRODUCT", "PROFESSION")
    return not any(token.i in taken for token in named.span) and not names.is_inner(named, outer)


def _in_slot(named: Named, role: Role) -> bool:
    found = slot_name(named.span.root)
    return any(near == "any" or found == "" or fits(found, near) for near in role.near)


def _distance(named: Named, trigger: Trigger) -> int:
    if named.span.start > trigger.token.i:
        return named.span.start - trigger.token.i
    return trigger.token.i - named.span.end + 1


def _overlap(one: Span, other: Span) -> bool:
    return bool(one.start < other.end and other.start < one.end)
