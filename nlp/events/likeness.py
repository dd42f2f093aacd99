"""What is known of a candidate for a role, as words that weights are kept for: its slot, side, distance, rivals.

«Россию посетил министр»: "slot visit/host Acc", "side visit/host before verb", "rank visit/host Acc 0".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from nlp.events.candidates import Candidate
from nlp.events.clauses import same_clause
from nlp.events.conditions import Trigger
from nlp.events.grammar import conjuncts
from nlp.events.words import SUBJECTS, feature, is_verb, slot_name

STEPS = (1, 2, 3, 5, 8, 12, 20)
"""Distances are told in tokens, up to the next of these."""
MANY = 2
"""Verbs, marks, rivals between are counted so far."""


def features(trigger: Trigger, each: Candidate, found: Sequence[Candidate]) -> list[str]:
    """The words that tell of one candidate among all that were found; each word is told once."""
    role = f"{trigger.frame.type}/{each.role}"
    told = [*_kind(trigger, each, role), *_place(trigger, each, role), *_company(trigger, each, role, found)]
    return list(dict.fromkeys((*told, *_agreement(trigger, each, role))))


def _kind(trigger: Trigger, each: Candidate, role: str) -> Iterator[str]:
    """Its role, label and slot, and whether grammar has chosen it."""
    form, slot, side = _form(trigger), slot_name(each.filler.span.root), _side(trigger, each)
    yield from (f"role {role}", f"sense {role} {trigger.sense.name} {slot}", f"label {role} {each.filler.label}")
    yield from (f"chosen {each.chosen}", f"chosen {role} {each.chosen}", f"known {each.filler.entity is not None}")
    yield from (f"slot {slot} {form}", f"slot {role} {slot}", f"slot {role} {slot} {form} {side}")
    direct = {found.name for found in trigger.slots if found.token.i == each.filler.span.root.i} or {"-"}
    yield from (f"{word} {name}" for name in sorted(direct) for word in ("direct", f"direct {role} {form}"))


def _place(trigger: Trigger, each: Candidate, role: str) -> Iterator[str]:
    """How far it stands, on which side, and what stands between."""
    side, form, between = _side(trigger, each), _form(trigger), _between(trigger, each)
    verbs, marks = (min(MANY, sum(map(what, between))) for what in (is_verb, _is_mark))
    own = _in_clause(trigger, each.filler.span.root)
    far = next((step for step in STEPS if len(between) < step), STEPS[-1] + 1)
    yield from (f"side {side} {form}", f"side {role} {side} {form}", f"far {far}", f"far {role} {far}")
    yield from (f"verbs {verbs}", f"marks {marks}", f"clause {own}", f"clause {role} {own} {verbs}")


def _company(trigger: Trigger, each: Candidate, role: str, found: Sequence[Candidate]) -> Iterator[str]:
    """Who else plays the role, or might."""
    root, slot = each.filler.span.root, slot_name(each.filler.span.root)
    fellows = [other.filler for other in found if other.role == each.role and other.chosen and other is not each]
    most = trigger.frame.role(trigger.sense, each.role).least
    joined = any(root in conjuncts(one.span.root) or one.span.root in conjuncts(root) for one in fellows)
    vague = any(one.entity is None for one in fellows)
    count = f"{min(len(fellows), MANY)} {each.chosen}"
    yield from (f"fellows {count} {most}", f"fellows {role} {count}")
    yield from (f"joined {joined} {each.chosen} {most}", f"vague {vague} {each.chosen}")
    if not each.chosen:
        closer = sum(_is_rival(trigger, other, each) for other in found)
        yield from (f"rank {min(MANY, closer)} {bool(fellows)}", f"rank {role} {slot} {min(MANY, closer)}")


def _agreement(trigger: Trigger, each: Candidate, role: str) -> Iterator[str]:
    """Whether it could be the subject of the verb, and whether the verb has one."""
    verb, root = trigger.support or trigger.token, each.filler.span.root
    if not is_verb(verb):
        return
    number = feature(verb, "Number") == feature(root, "Number")
    alike = number and feature(verb, "Gender") in ("", feature(root, "Gender"))
    subject = any(child.dep_ in SUBJECTS for child in verb.children)
    told = f"{feature(root, 'Case')} {alike} {subject} {_side(trigger, each)}"
    yield from (f"agrees {told} {feature(verb, 'VerbForm')}", f"agrees {role} {told}")


def _is_rival(trigger: Trigger, other: Candidate, each: Candidate) -> bool:
    """Whether another name for the role stands in the same slot, closer by."""
    if other.chosen or other.role != each.role or _distance(trigger, other) >= _distance(trigger, each):
        return False
    return slot_name(other.filler.span.root) == slot_name(each.filler.span.root)


def _form(trigger: Trigger) -> str:
    if not is_verb(trigger.token):
        return "noun"
    return "passive" if feature(trigger.token, "Voice") == "Pass" else "verb"


def _side(trigger: Trigger, each: Candidate) -> str:
    return "after" if each.filler.span.start > trigger.token.i else "before"


def _distance(trigger: Trigger, each: Candidate) -> int:
    """Tokens between the two; none where the name holds the trigger."""
    start, end = _gap(trigger, each)
    return max(0, end - start)


def _between(trigger: Trigger, each: Candidate) -> Sequence[Token]:
    start, end = _gap(trigger, each)
    return list(trigger.token.doc[start:end])


def _gap(trigger: Trigger, each: Candidate) -> tuple[int, int]:
    span, at = each.filler.span, trigger.token.i
    return (at + 1, span.start) if span.start > at else (span.end, at)


def _in_clause(trigger: Trigger, root: Token) -> bool:
    heads = (trigger.token, trigger.support)
    return any(head is not None and same_clause(root, head) for head in heads)


def _is_mark(token: Token) -> bool:
    return bool(token.is_punct)
