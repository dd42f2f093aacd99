"""Events of a document: frames filled by grammar, as records of the schema. The engine names no event type.

«Россия и Китай подписали договор» → agreement, signed, actual; parties Россия, Китай.
"""

from __future__ import annotations

import msgspec
from spacy.tokens import Doc, Span

from nlp import document, schema
from nlp.events.agreements import completed
from nlp.events.confidence import score
from nlp.events.dateline import dateline, is_lead
from nlp.events.draft import Draft
from nlp.events.drafting import drafts
from nlp.events.filler import Filler
from nlp.events.inventory import Inventory
from nlp.events.names import Names
from nlp.events.same_as import linked
from nlp.events.time_place import stated
from nlp.events.weights import Learned
from nlp.morphology.inflection import normal_form

BEST = 0.95
"""The score of a mention that a role has asked for."""


class Found:
    """The result of `find`: events and their drafts, completed documents, mentions that arguments needed."""

    def __init__(self, doc: Doc, inventory: Inventory, learned: Learned) -> None:
        self.names = Names(doc, inventory)
        self.drafts = drafts(self.names, learned.roles)
        self._learned = learned
        self.extra: list[Span] = []
        self._dateline = dateline(self.names)
        self._numbers: dict[tuple[int, int, str], int] = {}
        events = [self._event(draft, number) for number, draft in enumerate(self.drafts, 1)]
        self.events = tuple(
            msgspec.structs.replace(event, same_as=same)
            for event, same in zip(events, linked(events, inventory), strict=True)
        )
        self.agreements = completed(doc._.agreements, self.events, inventory.links())

    def _event(self, draft: Draft, number: int) -> schema.Event:
        trigger, sense = draft.trigger, draft.trigger.sense
        word, sentence = trigger.token, trigger.token.sent
        arguments = tuple(self._argument(draft, role, filler) for role, filler in draft.fillers)
        return schema.Event(
            id=f"e{number}",
            type=trigger.frame.type,
            phase=sense.phase,
            status=draft.status,
            trigger=schema.Trigger(word.idx, word.idx + len(word), word.text),
            arguments=arguments,
            date=self._date(draft),
            place=self._place(draft),
            agreement=self._agreement(draft, arguments),
            same_as=None,
            sentence=_extent(sentence),
            score=score(self._learned.events, draft),
            rule=f"{trigger.frame.type}/{sense.name}",
        )

    def _argument(self, draft: Draft, role: str, filler: Filler) -> schema.Argument:
        """A post is told by its title: «министр» of «ушёл министр» is not the minister that the text named before."""
        frame, sense = draft.trigger.frame, draft.trigger.sense
        entity = None if frame.role(sense, role).for_posts else filler.entity
        name = self.names.entities.get(entity or "") or normal_form(filler.span, filler.label)
        return schema.Argument(role, self._mention(filler, f"{frame.type}/{role}"), entity, name)

    def _mention(self, filler: Filler, rule: str) -> str:
        """The id of the filler's mention; words that are none yet become one, behind those of the floors below."""
        if filler.named is not None:
            return document.mention_id(filler.named.number)
        key = filler.span.start, filler.span.end, filler.label
        if key not in self._numbers:
            self._numbers[key] = len(self.names.mentions) + len(self.extra)
            self.extra.append(_mention(filler, rule))
        return document.mention_id(self._numbers[key])

    def _date(self, draft: Draft) -> schema.EventDate | None:
        """The event's own day, else that of the dateline, which has no mention here."""
        if draft.date is not None:
            value = self.names.date(draft.date)
            return None if value is None else schema.EventDate(stated(value), value.mention)
        value = self.names.date(self._dateline.date) if self._dateline and self._leads(draft) else None
        return None if value is None else schema.EventDate(stated(value), None)

    def _place(self, draft: Draft) -> schema.EventPlace | None:
        if draft.place is not None:
            return schema.EventPlace(draft.place.entity, document.mention_id(draft.place.number))
        return schema.EventPlace(self._dateline.place.entity, None) if self._dateline and self._leads(draft) else None

    def _agreement(self, draft: Draft, arguments: tuple[schema.Argument, ...]) -> str | None:
        """The id of the document that an event is about."""
        link = draft.trigger.frame.agreement
        found = (each.entity for each in arguments if link is not None and each.role == link.document)
        return next((entity for entity in found if entity in self.names.agreements), None)

    def _leads(self, draft: Draft) -> bool:
        """Whether the event is the news of a report that has a dateline."""
        return draft.status == "actual" and is_lead(self._dateline, draft.trigger.token)


def find(doc: Doc, inventory: Inventory, learned: Learned) -> Found:
    """Everything that the frames find in a document; the document itself is only read."""
    return Found(doc, inventory, learned)


def _mention(filler: Filler, rule: str) -> Span:
    doc, start, end = filler.span.doc, filler.span.start, filler.span.end
    span = Span(doc, start, end, label=filler.label, kb_id=filler.entity or "", span_id=rule)
    span._.score = BEST
    return span


def _extent(sentence: Span) -> schema.Extent:
    """The sentence without the blanks around it."""
    words = [token for token in sentence if token.pos_ != "SPACE"] or list(sentence)
    return schema.Extent(words[0].idx, words[-1].idx + len(words[-1]))
