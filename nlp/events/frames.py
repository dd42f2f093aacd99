"""The frames of `nlp/knowledge/frames` as checked objects: what an event is, and where grammar puts its roles.

«Стороны подписали меморандум 21 мая 2014 года.» The format is told in `nlp/knowledge/README.md`.
"""

from __future__ import annotations

import msgspec

from nlp.schema import AgreementStatus, Label, Status

POST: Label = "PROFESSION"
SEVERAL = 2


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who may play a role: by grammatical slot («кто», «с кем») in order of preference, and by label.

    Common nouns and pronouns count by their antecedents («стороны», «он»). `phrase` is the label given to any noun
    phrase in the slot («контрольный пакет акций»); `near` are the slots ("Nom", "между+Ins") in which the nearest name
    of the clause is taken when syntax finds fewer than `least`, any for "any"; `each` makes one event of every filler;
    `first` takes those of the first slot that has any; without `titles` a post alone is nobody («новый министр»);
    `shared` lets the words play another role too («премьер подал в отставку»: person and position); `of` names a role
    whose owner plays this one when syntax finds none («министр Литвы»: organisation of the position).
    """

    slots: tuple[str, ...]
    labels: tuple[Label, ...] = ()
    phrase: Label | None = None
    near: tuple[str, ...] = ()
    least: int = 1
    each: bool = False
    first: bool = False
    titles: bool = True
    shared: bool = False
    of: str | None = None

    @property
    def for_several(self) -> bool:
        """Whether its fillers are equals, of whom it looks for two or more: parties, participants."""
        return self.least >= SEVERAL

    @property
    def for_posts(self) -> bool:
        """Whether a post fills it, not whoever holds that post."""
        return self.labels == (POST,)


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that must, or must not, stand beside a trigger: a word or a name of some label in some slot.

    Without `lemmas` and `labels` any filler of the slots will do; `anywhere` looks at the whole sentence instead;
    `several` asks for a plural or for coordinated words («министры», «Россия и Китай»). A lemma "@documents" stands for
    the frame's list of that name.
    """

    slots: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    anywhere: bool = False
    several: bool = False


class Sense(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to tell an event: trigger words, what must stand beside them, the phase and status they mean.

    `light` are words that carry no meaning beside a trigger noun («провести переговоры», «указ об увольнении»), `pair`
    makes a light verb obligatory («выступить с докладом»); `required` names roles that must be filled, "a|b" for one of
    two.
    """

    name: str
    phase: str | None = None
    status: Status | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    pair: bool = False
    needs: tuple[Condition, ...] = ()
    refuses: tuple[Condition, ...] = ()
    required: tuple[str, ...] = ()
    roles: dict[str, Role] = {}


class AgreementLink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which roles tell about a document of `doc._.agreements`, and what each phase makes of it."""

    document: str
    party: str
    signatory: str | None = None
    status: dict[str, AgreementStatus] = {}


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One event type: its senses and roles.

    `light` are light verbs of all senses; `agreement` says how its events tell about a document; `performative`
    are governors that do the act by saying it («решил назначить») and leave its status actual; two tellings of
    one event both have the roles `same`, and may tell the roles `loose` otherwise; a `state` lasts, so that the
    present tells it as a fact («владеет»), not as a habit; without `places` a name of a place beside the trigger
    belongs to somebody or something else («директором в Минске»).
    """

    type: str
    title: str
    example: str
    sense: tuple[Sense, ...]
    roles: dict[str, Role]
    light: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    agreement: AgreementLink | None = None
    performative: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    state: bool = False
    places: bool = True
    lists: dict[str, tuple[str, ...]] = {}

    def role(self, sense: Sense, name: str) -> Role:
        """The role as this sense has it: its own, else the frame's."""
        return sense.roles.get(name) or self.roles[name]
