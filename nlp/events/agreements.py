"""What events tell about documents: status, date, place and parties of `doc._.agreements`."""

from __future__ import annotations

import msgspec

from nlp.events.frames import AgreementLink
from nlp.schema import Agreement, AgreementStatus, Event

FURTHEST: tuple[AgreementStatus | None, ...] = (
    None, "discussed", "planned", "reached", "signed", "ratified", "extended", "terminated",
)  # fmt: skip


def completed(
    agreements: tuple[Agreement, ...], events: tuple[Event, ...], links: dict[str, AgreementLink]
) -> tuple[Agreement, ...]:
    """The documents with what their events say, in the order of the text; what was known stays."""
    told: dict[str, Agreement] = {agreement.id: agreement for agreement in agreements}
    for event in events:
        if event.agreement in told and event.type in links:
            told[event.agreement] = _told(told[event.agreement], event, links[event.type])
    return tuple(told.values())


def _told(agreement: Agreement, event: Event, link: AgreementLink) -> Agreement:
    status = _status(event, link)
    if event.status == "negated":
        return agreement
    own = event.phase is not None and link.status.get(event.phase) in ("signed", "reached")
    date = event.date.value if event.date is not None and own else None
    place = event.place.entity if event.place is not None and own else None
    return msgspec.structs.replace(
        agreement,
        status=max(agreement.status, status, key=FURTHEST.index),
        date=agreement.date or date,
        place=agreement.place or place,
        parties=_joined(agreement.parties, event, link.party),
        signatories=_joined(agreement.signatories, event, link.signatory),
    )


def _status(event: Event, link: AgreementLink) -> AgreementStatus | None:
    if event.status == "actual":
        return link.status.get(event.phase or "")
    return {"planned": "planned", "possible": "discussed"}.get(event.status)  # type: ignore[return-value]


def _joined(known: tuple[str, ...], event: Event, role: str | None) -> tuple[str, ...]:
    found = (argument.entity for argument in event.arguments if argument.role == role and argument.entity)
    return tuple(dict.fromkeys((*known, *found)))
