"""Words that name an event: by lemma, part of speech and what stands beside them.

«провёл переговоры» → the noun, with the verb as its support; «подписал меморандум» but not «подписал приказ».
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from nlp.events.conditions import Trigger, holds, holds_near
from nlp.events.cues import GOVERNED, doers
from nlp.events.frames import Frame, Sense
from nlp.events.grammar import Slot, conjuncts, slots
from nlp.events.names import Names
from nlp.events.words import is_passive, is_verb, lemma, preposition
from nlp.knowledge import lists
from nlp.mentions.typos import SHORTEST


def through() -> frozenset[str]:
    """Nouns that stand before the one meant: «делегация Беларуси», «раунд переговоров»."""
    return lists.words("grammar/through.txt")


def triggers(names: Names, sentence: Span) -> list[Trigger]:
    """Every trigger of a sentence whose conditions hold, at most one sense of a frame a word."""
    found: dict[tuple[str, int], Trigger] = {}
    for token in sentence:
        for frame, sense in _senses(names, token):
            key = frame.type, token.i
            if key not in found and (trigger := _trigger(names, token, frame, sense)):
                found[key] = trigger
    return _outermost(list(found.values()))


def _trigger(names: Names, token: Token, frame: Frame, sense: Sense) -> Trigger | None:
    light = frozenset(sense.light or frame.light)
    support, chain = _support(token, light)
    if sense.pair and support is None:
        return None
    trigger = Trigger(frame, sense, token, support, _all_slots(token, support, chain, light))
    if not all(holds(names, trigger, need) or holds_near(names, trigger, need) for need in sense.needs):
        return None
    return None if any(holds(names, trigger, refusal) for refusal in sense.refuses) else trigger


def _senses(names: Names, token: Token) -> list[tuple[Frame, Sense]]:
    """The senses of a word as such; a misspelt noun counts as the one that is meant."""
    known = names.inventory
    senses = known.senses(lemma(token)) or known.senses(_other(names, token))
    if not senses:
        return []
    part = _part(token)
    return [(frame, sense) for kind, frame, sense in senses if kind == part]


def _other(names: Names, token: Token) -> str:
    """What else a word may stand for: «подписывается (кем)» the verb itself, a misspelt noun the one that is meant."""
    word = lemma(token)
    if word.endswith("ся") and is_verb(token) and is_passive(token):
        return word.removesuffix("ся")
    noun = len(token) >= SHORTEST and token.pos_ in ("NOUN", "PROPN") and not is_verb(token)
    return names.inventory.meant(token.norm_) if noun else ""


def _part(token: Token) -> str:
    if is_verb(token):
        return "verbs"
    return {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}.get(token.pos_, "")


def _support(token: Token, light: frozenset[str]) -> tuple[Token | None, list[Token]]:
    """The light verb of a trigger noun, and the nouns on the way up to it: «провели раунд переговоров»."""
    if is_verb(token):
        return None, []
    chain = [token]
    while _climbs(chain[-1], light):
        chain.append(chain[-1].head)
    below = [child for noun in chain for child in noun.children if child.dep_ in ("acl", "acl:relcl")]
    for verb in (chain[-1].head, *below):
        if is_verb(verb) and lemma(verb) in light:
            return verb, chain
    return None, chain


def _climbs(noun: Token, light: frozenset[str]) -> bool:
    head = noun.head
    if head.i == noun.i or head.pos_ != "NOUN" or noun.dep_ not in ("conj", "nmod"):
        return False
    before = (lemma(head) in through() or lemma(head) in doers()) and preposition(noun) in GOVERNED
    return noun.dep_ == "conj" or before or lemma(head) in light


def _all_slots(token: Token, support: Token | None, chain: list[Token], light: frozenset[str]) -> tuple[Slot, ...]:
    skipped = {noun.i for noun in chain}
    found = list(slots(token))
    for noun in chain[1:]:
        own = ("adjective",) if lemma(noun) in light else ("adjective", "genitive")
        found += [slot for slot in slots(noun) if slot.name not in own]
    if support is not None:
        found += slots(support)
    elif not is_verb(token):
        found += _doers(chain[-1])
    return tuple(slot for slot in dict.fromkeys(found) if slot.token.i not in skipped)


def _doers(noun: Token) -> list[Slot]:
    """«Россия отказалась от переговоров»: who would do it, though the verb is not a light one."""
    head = noun.head
    if head.i == noun.i or lemma(head) not in doers() or preposition(noun) not in GOVERNED:
        return []
    above = slots(head) if is_verb(head) or head.pos_ == "ADJ" else _doers(head)
    return [slot for slot in above if slot.name in ("subject", "agent")]


def _outermost(found: list[Trigger]) -> list[Trigger]:
    """One trigger where two words of one frame tell one event: «достигнута договорённость», «подписание состоялось»."""
    return [each for each in found if not any(_covers(other, each) or _leans(other, each) for other in found)]


def _leans(noun: Trigger, verb: Trigger) -> bool:
    """Whether the verb only supports a trigger noun of the same frame: «прибыл с визитом»."""
    same = noun.frame is verb.frame and noun.token.i != verb.token.i
    return same and noun.support is not None and noun.support.i == verb.token.i and not _covers(verb, noun)


def _covers(one: Trigger, noun: Trigger) -> bool:
    """Whether the noun is the object or subject of a trigger verb, or hangs on a trigger noun, of the same frame."""
    if one.frame is not noun.frame or one.token.i == noun.token.i or is_verb(noun.token):
        return False
    if not is_verb(one.token):
        return noun.token.head.i == one.token.i and noun.token.dep_ == "nmod"
    done = [slot.token for slot in one.slots if slot.name in ("subject", "object")]
    return noun.token in [each for token in done for each in conjuncts(token)]
