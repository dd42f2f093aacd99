"""factRuEval: the first track's score on documents with known answers, and the three forms of submission."""

import msgspec
import pytest

from nlp.errors import InputError
from nlp.evaluation.fact_answers import task1, task2, task3
from nlp.evaluation.fact_spans import Thing, Token, compare, thing
from nlp.evaluation.factrueval import evaluate, read
from nlp.evaluation.labels import Extent
from nlp.evaluation.scores import Score
from nlp.schema import (
    Argument,
    Event,
    Mention,
    Organisation,
    Person,
    Place,
    Position,
    Record,
    Relation,
    Trigger,
)
from nlp.schema import (
    Extent as Sentence,
)

TEXT = "Орлова из мэрии Казани."
LAYERS = {
    "tokens": "1 0 6 Орлова\n2 7 2 из\n3 10 5 мэрии\n4 16 6 Казани\n5 22 1 .\n\n",
    "spans": "11 surname 0 6 1 1  # 1 Орлова\n12 org_descr 10 5 3 1  # 3 мэрии\n13 loc_name 16 6 4 1  # 4 Казани\n",
    "objects": "21 Person 11 # Орлова\n22 Org 12 13 # мэрии Казани\n23 LocOrg 13 # Казани\n24 Project 12 # x\n",
}


def put(folder, name="book_1", text=TEXT, **layers):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    for suffix, lines in layers.items():
        (folder / f"{name}.{suffix}").write_text(lines, encoding="utf-8")
    return folder


def made(tag, tokens, naming=None):
    return Thing(tag, frozenset(tokens), frozenset(tokens if naming is None else naming))


PER, ORG, LOC = made("PER", [0]), made("ORG", [2, 3], [3]), made("LOC", [3])


@pytest.mark.parametrize(
    ("gold", "found", "tag", "score"),
    [
        ([PER], [PER], "PER", Score(1, 1, 1)),
        ([PER], [], "PER", Score(0, 0, 1)),
        ([], [PER], "PER", Score(0, 1, 0)),
        ([ORG], [made("ORG", [3])], "ORG", Score(1, 1, 1)),  # the descriptor need not be found
        ([ORG], [made("ORG", [1, 2, 3])], "ORG", Score(0.5, 1, 1)),  # one token too many
        ([made("PER", [0, 1])], [PER], "PER", Score(0.5, 1, 1)),  # one token missing
        ([PER], [made("LOC", [0])], "PER", Score(0, 0, 1)),
        ([ORG, LOC], [LOC], "LOC", Score(0, 0, 0)),  # inside the body: not asked for, no harm
        ([ORG, LOC], [LOC], "ORG", Score(0, 0, 1)),
        ([made("ORG", [2], [])], [made("ORG", [2])], "ORG", Score(0, 0, 0)),  # nothing names it
        ([made("ORG", [3]), LOC], [LOC], "LOC", Score(1, 1, 1)),  # twins: the one found counts
        ([made("ORG", [3]), LOC], [LOC], "ORG", Score(0, 0, 1)),  # a body is asked for all the same
        ([made("ORG", [3]), LOC], [], "ORG", Score(0, 0, 1)),
        ([made("ORG", [3]), LOC], [], "LOC", Score(0, 0, 0)),
        ([made("ORG", [3]), made("ORG", [3])], [], "ORG", Score(0, 0, 1)),
    ],
)
def test_first_track(gold, found, tag, score):
    assert compare(gold, found)[tag] == score


def test_marks_beside_words_are_no_part_of_a_name():
    tokens = [Token(0, 1, "«"), Token(1, 7, "Вектор"), Token(7, 8, "»"), Token(9, 10, "—"), Token(11, 12, "Я")]
    assert thing(Extent(0, 12, "ORG"), tokens).tokens == {1, 3, 4}


def test_the_layers_are_read(tmp_path):
    document = read(put(tmp_path, **LAYERS) / "book_1.txt", tmp_path)
    assert document.answer.things == (PER, ORG, LOC)


def test_a_document_is_scored_and_written(tmp_path, small):
    report = evaluate(put(tmp_path / "data", **LAYERS), tmp_path / "out", small)
    assert report.tables["track 1"] == {
        "PER": Score(1, 1, 1),
        "LOC": Score(0, 0, 0),
        "ORG": Score(0, 0, 1),
        "all": Score(1, 1, 2),
    }
    assert (tmp_path / "out" / "book_1.task1").read_text(encoding="utf-8") == "PER 0 6\nLOC 16 6\n"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"book_1.task1", "book_1.task2", "book_1.task3"}


def test_texts_alone_are_read_and_not_scored(tmp_path, small):
    report = evaluate(put(tmp_path / "data"), tmp_path / "out", small)
    assert (report.documents, report.scored, report.tables) == (1, 0, {})


@pytest.mark.parametrize(
    ("layer", "lines", "why"),
    [
        ("spans", "11 surname 0 6 1\n", r"book_1\.spans:1: .* is no line of \.spans"),
        ("tokens", "1 0 x Орлова\n", r"book_1\.tokens:1: "),
        ("objects", "21 Person 99\n", r"book_1\.objects: '99' is no span"),
    ],
)
def test_a_broken_layer_is_named(tmp_path, layer, lines, why):
    with pytest.raises(InputError, match=why):
        read(put(tmp_path, **{**LAYERS, layer: lines}) / "book_1.txt", tmp_path)


def test_what_is_broken_is_skipped_and_the_rest_scored(tmp_path, small):
    put(tmp_path / "data", "book_2", **{**LAYERS, "spans": "x\n"})
    report = evaluate(put(tmp_path / "data", **LAYERS), tmp_path / "out", small)
    assert (report.scored, len(report.skipped)) == (1, 1)
    assert "book_2.spans:1" in report.skipped[0]


def mention(number, start, end, label):
    return Mention(f"m{number}", start, end, TEXT[start:end], label, None, "test", 1.0)


NAMED = {"А": "p1", "Б": "p2"}


def event(*roles):
    arguments = tuple(Argument(role, "m1", NAMED.get(name), name) for role, name in roles)
    place = Trigger(0, 6, "Орлова"), arguments, None, None, None, None, Sentence(0, 23)
    return Event("e1", "meeting", None, "actual", *place, 1.0, "test")


MAYOR = Position("мэр", "l1", None, None, None)
RECORD = Record(
    "1", None, None, None, "ru", TEXT,
    mentions=(mention(1, 0, 6, "PERSON"), mention(2, 10, 22, "ORGANIZATION"), mention(3, 16, 22, "CITY")),
    people=(
        Person("p1", "Анна Орлова", "Анна", None, "Орлова", "female", (), (MAYOR,), ()),
        Person("p2", "Вершина", None, None, None, None, (), (), ()),
    ),
    organisations=(Organisation("o1", "Мэрия: Казань", None, (), None, None, None, ()),),
    places=(Place("l1", "Казань", "city", None, (), ()),),
    events=(event(("participant", "А"), ("participant", "Б")),),
)  # fmt: skip


def test_names_for_the_first_track():
    assert task1(RECORD) == ["PER 0 6", "ORG 10 12"]


def test_entities_for_the_second_track():
    assert task2(RECORD) == [
        *("per", "firstname : Анна", "lastname : Орлова", ""),
        *("per", "nickname : Вершина", ""),
        *("loc", "name : Казань", ""),
        *("org", "name : Мэрия Казань", ""),
    ]


def test_facts_for_the_third_track():
    assert task3(RECORD) == [
        *("occupation", "who : Анна Орлова", "position : мэр", "where : Казань", ""),
        *("meeting", "participant : А", "participant : Б", ""),
    ]


POSTS = "Громов, координатор «Волны», и Котова, основатель партии «Река», приняли депутатов края."
SPANS = (
    ("m1", "Громов", "PERSON", "p1"), ("m2", "координатор", "PROFESSION", None),
    ("m3", "«Волны»", "ORGANIZATION", "o1"),
    ("m4", "Котова", "PERSON", "p2"), ("m5", "основатель партии «Река»", "PROFESSION", None),
    ("m6", "«Река»", "ORGANIZATION", "o2"), ("m7", "депутатов края", "PROFESSION", None),
)  # fmt: skip


def told(*relations):
    spans = tuple(
        Mention(key, POSTS.index(text), POSTS.index(text) + len(text), text, label, entity, "test", 1.0)
        for key, text, label, entity in SPANS
    )
    people = tuple(
        Person(key, name, None, None, None, None, (), (), (own,))
        for key, name, own in (("p1", "Громов", "m1"), ("p2", "Котова", "m4"))
    )
    bodies = tuple(
        Organisation(key, name, None, (), None, None, None, ()) for key, name in (("o1", "«Волна»"), ("o2", "«Река»"))
    )
    return Record(
        "1", None, None, None, "ru", POSTS, mentions=spans, people=people, organisations=bodies, relations=relations
    )  # fmt: skip


WORKS, PLACE = Relation("WORKS_AS", "m1", "m2", 0.9), Relation("WORKPLACE", "m1", "m3", 0.9)


@pytest.mark.parametrize(
    ("relations", "lines"),
    [
        ((WORKS, PLACE), ["occupation", "who : Громов", "position : координатор", "where : «Волна»", ""]),
        ((WORKS,), []),  # a post without a place is told by rules alone
        ((msgspec.structs.replace(WORKS, score=0.4), PLACE), []),  # unsure
        ((Relation("WORKS_AS", "m4", "m5", 0.9),), ["ownership", "owner : Котова", "property : «Река»", ""]),
        ((Relation("WORKS_AS", "m1", "m7", 0.9), PLACE), []),  # nobody's own post: a plural
    ],
)
def test_posts_that_relations_add(relations, lines):
    assert task3(told(*relations)) == lines
