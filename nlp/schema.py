"""The record: what one text becomes, as frozen types.

`Record` and its parts carry the same fields under the same names on every way out of the program. Offsets are half-open
and count Unicode code points of the *original* text: `record.text[m.start:m.end] == m.text`. `None` means that the text
does not say. Ids are unique inside one record: `m` mentions, `p` people, `o` organisations, `l` places, `a` agreements,
`e` events, each followed by a number from 1.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Final, Literal, get_args

import msgspec

from nlp.errors import RecordError
from nlp.tables.frames import Frames

SCHEMA: Final = "letopis/1"

Label = Literal[
    "PERSON", "PROFESSION", "ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY", "DISTRICT", "LOCATION", "FACILITY",
    "DATE", "TIME", "AGE", "MONEY", "PERCENT", "NUMBER", "ORDINAL", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "AWARD",
    "NATIONALITY", "LANGUAGE", "RELIGION", "IDEOLOGY", "FAMILY", "DISEASE", "CRIME", "PENALTY",
]  # fmt: skip
LABELS: Final[frozenset[str]] = frozenset(get_args(Label))
OWN_RULE: Final = "own"
"""The rule of mentions under labels that an analyst taught the model: with it alone a label may be another."""
Gender = Literal["male", "female"]
Status = Literal["actual", "planned", "possible", "negated"]
PositionPhase = Literal["former", "acting"]
AgreementKind = Literal[
    "memorandum", "agreement", "treaty", "contract", "protocol", "roadmap", "declaration", "convention", "plan",
    "programme", "other",
]  # fmt: skip
AgreementStatus = Literal["signed", "reached", "planned", "ratified", "extended", "terminated", "discussed"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of every part of a record: frozen, compared by value, strict when read back."""


class Extent(Part, frozen=True):
    """A stretch of the original text without its words: a sentence."""

    start: int
    end: int


class Trigger(Part, frozen=True):
    """The word that names an event: «подписан»."""

    start: int
    end: int
    text: str


class Mention(Part, frozen=True):
    """A stretch of text that names something: «Павла Ткача».

    `entity` is the id of what is named, `None` when it is no entity; `rule` names what found it; `score` lies in 0–1.
    `label` is one of NEREL's, or an analyst's own, without blanks, and then `rule` is "own".
    """

    id: str
    start: int
    end: int
    text: str
    label: Annotated[str, msgspec.Meta(pattern=r"^\S+$")]
    entity: str | None
    rule: str
    score: float

    def __post_init__(self) -> None:
        if self.label not in LABELS and self.rule != OWN_RULE:
            raise ValueError(f"{self.label!r} is no label of NEREL's, and the rule is {self.rule!r}, not {OWN_RULE!r}")


class Position(Part, frozen=True):
    """A post held: «первый заместитель министра».

    `organisation` is the id of an organisation, or of a place for «президент Франции»; `start` and `end` are EDTF;
    `mention` is the mention that names the post; `phase` is `None` for a post that is held.
    """

    title: str
    organisation: str | None
    start: str | None
    end: str | None
    mention: str | None
    phase: PositionPhase | None = None


class Person(Part, frozen=True):
    """Someone named; `name` is the fullest form that the text gives, in the nominative: «Павел Ткач»."""

    id: str
    name: str
    given: str | None
    patronymic: str | None
    surname: str | None
    gender: Gender | None
    aliases: tuple[str, ...]
    positions: tuple[Position, ...]
    mentions: tuple[str, ...]


class Organisation(Part, frozen=True):
    """An organisation; `name` is the longest form written, `short` its abbreviation («ШОС»).

    `country` is an ISO 3166-1 alpha-2 code.
    """

    id: str
    name: str
    short: str | None
    aliases: tuple[str, ...]
    kind: str | None
    country: str | None
    part_of: str | None
    mentions: tuple[str, ...]


class Place(Part, frozen=True):
    """A place; `kind` is country, city, region, district, location or facility; `country` ISO 3166-1 alpha-2."""

    id: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    mentions: tuple[str, ...]


class Date(Part, frozen=True):
    """The value of a DATE, TIME or AGE mention, as EDTF (ISO 8601-2).

    `part` is "start", "middle" or "end" of the period («в начале июня»); `inferred` names the parts that the text did
    not say (`("year",)`), `anchor` what they were taken from: "published" or "context".
    """

    mention: str
    value: str
    part: Literal["start", "middle", "end"] | None
    inferred: tuple[str, ...]
    anchor: Literal["published", "context"] | None


class Amount(Part, frozen=True):
    """A sum, share or count: «£469 млн» is 469000000 GBP.

    `unit` is an ISO 4217 code, "%", a counted noun's lemma, or `None`; `upper` is the other end of a range «1,5–2 млн».
    """

    mention: str
    value: int | float
    unit: str | None
    upper: int | float | None = None


class Relation(Part, frozen=True, rename={"source": "from", "target": "to"}):
    """One of NEREL's 49 relation types between two mentions, from `source` (JSON: "from") to `target` (JSON: "to")."""

    type: str
    source: str
    target: str
    score: float


class Agreement(Part, frozen=True):
    """A document that binds its parties; `date` is its own (EDTF), `status` the furthest that the text states."""

    id: str
    kind: AgreementKind
    title: str
    subject: str | None
    number: str | None
    date: str | None
    place: str | None
    status: AgreementStatus | None
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    mentions: tuple[str, ...]


class Argument(Part, frozen=True):
    """Who or what plays a role; `entity` is `None` for an asset, a sum, a post; `name` is the register's form."""

    role: str
    mention: str
    entity: str | None
    name: str


class EventDate(Part, frozen=True):
    """When: an EDTF value and the mention that states it, `None` when it was taken from the dateline."""

    value: str
    mention: str | None


class EventPlace(Part, frozen=True):
    """Where: the place's id and the mention that states it."""

    entity: str | None
    mention: str | None


class Event(Part, frozen=True):
    """Who did what to whom, when and where; `rule` is the frame and sense that made it: «agreement/signed»."""

    id: str
    type: str
    phase: str | None
    status: Status
    trigger: Trigger
    arguments: tuple[Argument, ...]
    date: EventDate | None
    place: EventPlace | None
    agreement: str | None
    same_as: str | None
    sentence: Extent
    score: float
    rule: str


class Record(Part, Frames, frozen=True):
    """One text, read. See the module's head for what offsets and ids mean."""

    id: str
    source: str | None
    title: str | None
    published: str | None
    language: str
    text: str
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    amounts: tuple[Amount, ...] = ()
    relations: tuple[Relation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    schema: Literal["letopis/1"] = SCHEMA

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers, ready for any JSON library."""
        built: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return {"schema": built.pop("schema"), **built}

    def to_json(self) -> str:
        """One line of JSON, the fields in the order of the contract."""
        return msgspec.json.encode(self.to_dict()).decode()

    @classmethod
    def from_json(cls, line: str | bytes) -> Record:
        """The inverse of `to_json`; raises `RecordError` on anything that is no record."""
        try:
            return msgspec.json.decode(line, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise RecordError(f"not a {SCHEMA} record: {error}") from error


def record_id(source: str | None, text: str) -> str:
    """A stable id: the first 16 hexadecimal digits of SHA-256 over the source, a zero byte and the text."""
    digest = hashlib.sha256(f"{source or ''}\0{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record, generated from the types above."""
    schema: dict[str, Any] = msgspec.json.schema(Record)
    schema["$defs"]["Mention"]["anyOf"] = [
        {"properties": {"label": {"enum": list(get_args(Label))}}},
        {"properties": {"rule": {"const": OWN_RULE}}},
    ]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
