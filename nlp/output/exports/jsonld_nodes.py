"""Articles, people, organisations, places and agreements as nodes of schema.org."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from nlp.entities.keys import entity_keys
from nlp.schema import Agreement, Organisation, Person, Place, Position, Record
from nlp.tables.distinct import distinct
from nlp.tables.edtf import days
from nlp.tables.view import View

STATE = frozenset(
    {"ministry", "government", "agency", "parliament", "court", "committee", "council", "military", "police"}
)
ORGANISATIONS = {
    **dict.fromkeys(STATE, "GovernmentOrganization"), "company": "Corporation", "bank": "Corporation",
    "media": "NewsMediaOrganization", "university": "CollegeOrUniversity", "school": "EducationalOrganization",
    "party": "PoliticalParty", "club": "SportsOrganization",
}  # fmt: skip
PLACES = {
    "country": "Country",
    "city": "City",
    "region": "State",
    "district": "AdministrativeArea",
    "facility": "Place",
}
_WORD = re.compile(r"\s+")
_URL = re.compile(r"https?://\S+")
NAMESPACE = "urn:letopis:"


class Addresses:
    """The address of every part of a record: "p1" → {"@id": "urn:letopis:person/ткач_павел"}."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.keys = entity_keys(record)

    def __call__(self, part: str) -> str:
        """Entities by their archive-wide keys; agreements and events belong to their document."""
        return address(self.keys.get(part) or f"document/{self.record.id}/{part}")

    def link(self, part: str | None) -> dict[str, str] | None:
        """A reference."""
        return None if part is None else {"@id": self(part)}

    @property
    def article(self) -> dict[str, str]:
        """A reference to the document itself."""
        return {"@id": address(f"document/{self.record.id}")}


def address(key: str) -> str:
    """An IRI: letters of any script stay, what an IRI may not hold is escaped."""
    kept = _WORD.sub("_", key)
    return NAMESPACE + "".join(each if each.isalnum() else quote(each, safe="/@_-.") for each in kept)


def article_node(record: Record, at: Addresses) -> dict[str, Any]:
    """The document, with everything it tells of."""
    entities = [each.id for part in (record.people, record.organisations, record.places) for each in part]
    about = [*(each.id for each in record.agreements), *(told.event.id for told in distinct(record))]
    source = record.source or ""
    return {
        **at.article,
        "@type": "NewsArticle",
        "headline": record.title,
        "datePublished": record.published,
        "inLanguage": record.language,
        "url": source if _URL.fullmatch(source) else None,
        "identifier": source if source and not _URL.fullmatch(source) else None,
        "articleBody": record.text,
        "about": [at.link(each) for each in about],
        "mentions": [at.link(each) for each in entities],
    }


def person_node(person: Person, view: View, at: Addresses) -> dict[str, Any]:
    """Someone, with the posts held."""
    return {
        "@id": at(person.id),
        "@type": "Person",
        "name": person.name,
        "givenName": person.given,
        "additionalName": person.patronymic,
        "familyName": person.surname,
        "gender": {"male": "Male", "female": "Female"}.get(person.gender or ""),
        "alternateName": list(person.aliases),
        "jobTitle": sorted({held.title for held in person.positions if held.phase != "former"}),
        "worksFor": [_role(held, view, at) for held in person.positions if held.organisation],
        "subjectOf": at.article,
    }


def _role(held: Position, view: View, at: Addresses) -> dict[str, Any]:
    """A post in a body or a state: schema.org puts a role between the two."""
    first = days(held.start).first if held.start else None
    last = days(held.end).last if held.end else None
    told = {
        "@type": "OrganizationRole",
        "roleName": held.title,
        "startDate": first and first.isoformat(),
        "endDate": last and last.isoformat(),
        "letopis:phase": held.phase,
        "worksFor": at.link(held.organisation),
    }
    return {name: value for name, value in told.items() if value is not None}


def organisation_node(organisation: Organisation, at: Addresses) -> dict[str, Any]:
    """A body; its country stands in an address."""
    return {
        "@id": at(organisation.id),
        "@type": ORGANISATIONS.get(organisation.kind or "", "Organization"),
        "name": organisation.name,
        "alternateName": sorted({*organisation.aliases, *filter(None, [organisation.short])}),
        "address": _country(organisation.country),
        "parentOrganization": at.link(organisation.part_of),
        "letopis:kind": organisation.kind,
        "subjectOf": at.article,
    }


def place_node(place: Place, at: Addresses) -> dict[str, Any]:
    """A country, city, region."""
    return {
        "@id": at(place.id),
        "@type": PLACES.get(place.kind, "Place"),
        "name": place.name,
        "alternateName": list(place.aliases),
        "address": _country(place.country),
        "subjectOf": at.article,
    }


def _country(code: str | None) -> dict[str, str] | None:
    return None if code is None else {"@type": "PostalAddress", "addressCountry": code}


def agreement_node(agreement: Agreement, at: Addresses) -> dict[str, Any]:
    """A document that binds its parties."""
    signed = days(agreement.date).first if agreement.date else None
    return {
        "@id": at(agreement.id),
        "@type": "CreativeWork",
        "name": agreement.title,
        "genre": agreement.kind,
        "abstract": agreement.subject,
        "identifier": agreement.number,
        "dateCreated": signed and signed.isoformat(),
        "creativeWorkStatus": agreement.status,
        "locationCreated": at.link(agreement.place),
        "creator": [at.link(each) for each in agreement.parties],
        "contributor": [at.link(each) for each in agreement.signatories],
        "subjectOf": at.article,
    }
