"""What must, or must not, stand beside a trigger: «подписал меморандум», not «подписал приказ»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Token

from nlp.events.frames import Condition, Frame, Sense
from nlp.events.grammar import Slot, conjuncts, slots
from nlp.events.names import Names
from nlp.events.steps import Step, steps
from nlp.events.words import feature, fits, is_attribute, is_verb, lemma, slot_name

NEAR = 8
"""How many tokens away a word with the right preposition may stand where the tree hangs it elsewhere."""

NAMING = frozenset({"NOUN", "PROPN"})
BARE = frozenset({"Ins", "Gen", "Dat"})
"""Cases that tell a slot without a preposition."""


class Trigger(NamedTuple):
    """A word in one sense of a frame, the verb that only supports it, and all slots of both."""

    frame: Frame
    sense: Sense
    token: Token
    support: Token | None
    slots: tuple[Slot, ...]


def at(found: Iterable[Slot], path: str) -> list[Token]:
    """The tokens in a slot, or in a slot of a slot: "object/genitive" is whose object it is."""
    return _follow(found, steps(path))


def _follow(found: Iterable[Slot], way: tuple[Step, ...]) -> list[Token]:
    first, rest = way[0], way[1:]
    tokens = [slot.token for slot in found if fits(slot.name, first.slot) and first.takes(lemma(slot.token))]
    if not rest:
        return tokens
    return [token for each in tokens for one in conjuncts(each) for token in _follow(slots(one), rest)]


def holds(names: Names, trigger: Trigger, condition: Condition) -> bool:
    """Whether something that the condition describes stands in one of its slots."""
    tokens: list[Token] = list(trigger.token.sent) if condition.anywhere else []
    for path in condition.slots:
        tokens += [one for token in at(trigger.slots, path) for one in conjuncts(token)]
    return any(_matches(names, token, condition) for token in tokens)


def holds_near(names: Names, trigger: Trigger, condition: Condition) -> bool:
    """The same by preposition and case alone, close by: prepositional phrases are what trees most often misplace."""
    behind = [path for path in condition.slots if "+" in path and "/" not in path]
    bare = [path for path in condition.slots if path in BARE]
    at_hand = [t for t in trigger.token.sent if (behind or bare) and abs(t.i - trigger.token.i) <= NEAR]
    found = [token for token in at_hand if any(fits(slot_name(token), path) for path in behind)]
    found += [t for t in at_hand if t.pos_ in NAMING and slot_name(t) in bare and _runs_to(t, trigger.token)]
    return any(_matches(names, token, condition) for token in found)


def _runs_to(token: Token, verb: Token) -> bool:
    """Whether no verb and no mark stands between: «новым командующим флотом стал» whatever the tree makes of it."""
    first, last = sorted((token.i, verb.i))
    between = token.doc[first + 1 : last]
    return is_verb(verb) and not any(each.is_punct or (is_verb(each) and not is_attribute(each)) for each in between)


def _matches(names: Names, token: Token, condition: Condition) -> bool:
    if condition.several and not (len(conjuncts(token)) > 1 or feature(token, "Number") == "Plur"):
        return False
    if not condition.lemmas and not condition.labels:
        return True
    return lemma(token) in condition.lemmas or bool(names.over(token, condition.labels))
