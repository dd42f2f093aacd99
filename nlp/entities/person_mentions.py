"""One mention of a person and what its sentence says of it: whether it is a name, its case, its gender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from nlp.entities.kin import of_several
from nlp.entities.spans import before, clean_text, feature, head, letters
from nlp.entities.ungoverned import hers
from nlp.knowledge import lists
from nlp.knowledge.dictionary import Tag, fold, parse
from nlp.morphology.person.choice import Context
from nlp.morphology.person.name import PersonName, read_name
from nlp.morphology.person.order import initial, pieces
from nlp.morphology.person.phrase import GENDERS, tagged_case, tagged_gender, tagged_words, word_shares

_PLURAL = ("овы", "евы", "ины", "ыны", "овых", "евых", "иных", "ыных", "овым", "евым", "овыми", "евыми", "иными")
_ATTACHED = frozenset({"nmod", "appos", "flat:name", "flat"})
_BRACKETS = str.maketrans("", "", "[]")
"""Of what an editor has put in: «[Павел] Ткач»."""
_CLIMB = 4
"""Words from a name up to the post it belongs to, at most."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Mention `index` with its name: `text` as compared, `spoken` the gender that its verb tells."""

    index: int
    span: Span
    name: PersonName
    text: str
    spoken: str | None


def read_person(index: int, span: Span, counted: dict[str, int], posts: Mapping[int, Span]) -> NamedPerson | None:
    """The name, with the gender that its verb tells when its form does not; `posts` are keyed by their ends."""
    text, spoken = written(span), spoken_gender(span)
    name = read_name(text, _context(span, counted, posts, spoken))
    if name is None:
        return None
    return NamedPerson(index, span, name if name.gender else replace(name, gender=spoken), text, spoken)


def written(span: Span) -> str:
    """The name as written, without brackets, a spelling in them, or a headline's capitals: «ПАВЕЛ ТКАЧ».

    An initial keeps its stop at the end of a sentence: «Подписала Орлова А.В.»
    """
    text = clean_text(span).split("(")[0].translate(_BRACKETS).strip() + _last_stop(span)
    shouted = text.isupper() and any(len(piece) > 3 for piece in pieces(text))
    return text.title() if shouted else text


def _last_stop(span: Span) -> str:
    following = span.doc[span.end : span.end + 1].text
    return "." if following == "." and initial(span[-1].norm_) and "." in span.text else ""


def spoken_gender(span: Span) -> str | None:
    """The gender of the past verb whose subject the name is, or whose post is: «Меркель заявила» → female.

    A post tells only where its verb does not agree with it: «начальник отдела Н. В. Орлова подписала».
    """
    subject = next((token for token in letters(span) if token.dep_.startswith("nsubj")), None)
    if subject is not None:
        return GENDERS.get(feature(subject.head, "Gender") or "") if feature(subject.head, "Tense") == "Past" else None
    post = _post_of(span)
    told = feature(post.head, "Gender") if post is not None and feature(post.head, "Tense") == "Past" else None
    return GENDERS.get(told or "") if post is not None and told != feature(post, "Gender") else None


def _post_of(span: Span) -> Token | None:
    """The subject that the name stands behind, with nobody else between them: «председатель комитета Орлова»."""
    token = span.root
    for _ in range(_CLIMB):
        token = token.head
        if token.dep_.startswith("nsubj"):
            return token if token.i < span.start and _is_somebody(token) else None
        if token.dep_ not in _ATTACHED or feature(token, "Animacy") == "Anim":
            return None
    return None


def _is_somebody(token: Token) -> bool:
    """By the dictionary, since a tag that does not fit the verb may be wrong: «начальник», not «отставка»."""
    return any(each.is_known and "anim" in each.tag for each in parse(token.norm_.lower()))


def _context(span: Span, counted: dict[str, int], posts: Mapping[int, Span], spoken: str | None) -> Context:
    """The case of the post right before the name, else the name's own, and the gender that its verb or tag tells."""
    tagged = tagged_words(letters(span))
    beside = _beside(span, posts)
    woman = not beside and not spoken and hers(span)
    case = beside or ("Nom" if spoken or woman else tagged_case(tagged))
    gender = spoken or ("female" if woman else tagged_gender(tagged))
    shares = word_shares(letters(span)) if span.text.upper() != span.text and not woman else None
    return Context(case={"Par": "Gen"}.get(case or "", case), gender=gender, votes=counted, shares=shares)


def _beside(span: Span, posts: Mapping[int, Span]) -> str | None:
    """«заместителем министра» before «Сюн Цицзюнем» stands in the same case."""
    last = before(span.doc, span.start)
    post = posts.get(last.i + 1) if last is not None else None
    return feature(head(post), "Case") if post is not None and feature(head(post), "Number") != "Plur" else None


def is_name(span: Span) -> bool:
    """A capitalised word, no plain word of the language, not «братья Ямадаевы»."""
    said = letters(span)
    full = [token for token in said if not initial(token.norm_) and not any(map(str.isdigit, token.norm_))]
    if not any(token.norm_[:1].isupper() for token in full):
        return False
    return len(said) > 1 or not (_plain(said[0]) or _family(said[0]) or _make(said[0]) or of_several(said[0]))


def _make(token: Token) -> bool:
    """What a thing is called that stands before it: «пистолет Беретта», «ракета Томагавк»."""
    thing = before(token.doc, token.i)
    return thing is not None and fold(thing.lemma_) in _things()


def _things() -> frozenset[str]:
    return lists.folded("identity/things_with_names.txt")


def _family(token: Token) -> bool:
    """A surname in the plural names nobody alone: «Ямадаевых»."""
    return feature(token, "Number") == "Plur" and token.norm_.lower().endswith(_PLURAL)


def _plain(token: Token) -> bool:
    """Words that can be no name: adverbs, verbs and the like, known as nothing else («Справочно»)."""
    parts = [part for part in token.norm_.lower().split("-") if part]
    known = [[each.tag for each in parse(part) if each.is_known] for part in parts]
    return all(tags and not any(map(_may_name, tags)) for tags in known)


def _may_name(tag: Tag) -> bool:
    """Nouns, adjectives and what has no part of speech; «Сомова» is listed as the short form of «сомовый»."""
    return tag.POS in {"NOUN", "ADJF", None} or (tag.POS == "ADJS" and tag.gender == "femn")
