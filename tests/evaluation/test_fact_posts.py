"""Posts as factRuEval counts them: which body a title, a relation or the text around gives."""

from __future__ import annotations

import pytest

from nlp.evaluation.fact_posts import posts
from nlp.evaluation.fact_words import Title, split_title, without_body
from nlp.schema import Mention, Organisation, Person, Place, Position, Record, Relation

BODIES = {"фракция": "party", "ООН": "international", "«Лад»": "party", "«Луч»": "party"}
COUNTRIES = ("Литва", "Чили")


def mention(text, said, label, entity):
    return Mention(f"m {said}", text.index(said), text.index(said) + len(said), said, label, entity, "test", 1.0)


def record(text, people, held=(), works=(), places=()):
    """`held`: person, post as the record has it, its body, words of the mention; relations: words from, words to."""
    bodies = [each for each in (*BODIES, *COUNTRIES) if each in text]
    posts_ = [said for *_, said in held] + [said for _, said in works]
    found = [mention(text, each, "PERSON", f"p {each}") for each in people]
    found += [mention(text, each, "COUNTRY" if each in COUNTRIES else "ORGANIZATION", f"b {each}") for each in bodies]
    found += [mention(text, each, "PROFESSION", None) for each in dict.fromkeys(posts_)]
    positions = {
        name: tuple(
            Position(title, body and f"b {body}", None, None, f"m {said}")
            for who, title, body, said in held
            if who == name
        )
        for name in people
    }
    relations = [Relation("WORKS_AS", f"m {one}", f"m {other}", 0.9) for one, other in works]
    relations += [Relation("WORKPLACE", f"m {one}", f"m {other}", 0.8) for one, other in places]
    return Record(
        "1", None, None, None, "ru", text, mentions=tuple(found), relations=tuple(relations),
        people=tuple(
            Person(f"p {each}", each, None, None, None, None, (), positions[each], (f"m {each}",)) for each in people
        ),
        organisations=tuple(
            Organisation(f"b {each}", each, None, (), kind, None, None, (f"m {each}",))
            for each, kind in BODIES.items() if each in text
        ),
        places=tuple(
            Place(f"b {each}", each, "country", None, (), (f"m {each}",)) for each in COUNTRIES if each in text
        ),
    )  # fmt: skip


LEADER = ("Орлова", "лидер фракции", "«Лад»", "лидер фракции")
HEAD = ("Орлова", "глава партии", None, "глава партии")
PREMIER = ("Орлова", "премьер-министр", None, "Премьер-министр")


@pytest.mark.parametrize(
    ("text", "held", "works", "places", "told"),
    [
        ("лидер фракции «Лад» Орлова", [LEADER], [], [], ["лидер · фракции «Лад»"]),
        ("лидер фракции Орлова, «Лад»", [LEADER], [], [], ["лидер фракции · «Лад»"]),  # the noun stands elsewhere
        ("Орлова, лидер фракции, ждёт", [("Орлова", "лидер фракции", None, "лидер фракции")], [], [],
         ["лидер · фракции"]),
        ("лидер фракции Орлова, фракция", [("Орлова", "лидер фракции", "фракция", "лидер фракции")], [], [],
         ["лидер · фракция"]),  # the noun is the body's own
        ("экс-судья Орлова, ООН", [("Орлова", "судья", "ООН", "экс-судья")], [], [], ["экс-судья · ООН"]),
        ("экс-судья Орлова, ООН", [("Орлова", "экс-судья", "ООН", "экс-судья")], [], [], ["экс-судья · ООН"]),
        ("партия «Лад»: лидер партии Орлова", [("Орлова", "лидер фракции", "«Лад»", "лидер партии")], [], [],
         ["лидер фракции · «Лад»"]),
        ("«Луч» за. «Лад» против. глава партии Орлова", [HEAD], [], [], ["глава · «Лад»"]),  # the last named before
        ("ООН против. глава партии Орлова", [HEAD], [], [], []),  # no party
        ("Литва ждёт. Премьер-министр Орлова", [PREMIER], [], [], ["премьер-министр · Литва"]),
        ("Литва и Чили. Премьер-министр Орлова", [PREMIER], [], [], []),  # of neither more
        ("Литва. судья Орлова", [("Орлова", "судья", None, "судья")], [], [], []),  # leads no country
        ("судья Орлова, ООН", [], [("Орлова", "судья")], [("Орлова", "ООН")], ["судья · ООН"]),
        ("судья Орлова. ООН ждёт", [], [("Орлова", "судья")], [("Орлова", "ООН")], []),  # another sentence
        ("судья ООН. Орлова, «Лад»", [], [("Орлова", "судья")], [("Орлова", "«Лад»"), ("судья", "ООН")],
         ["судья · ООН"]),  # the post's own
        ("поэт Орлова, ООН", [], [("Орлова", "поэт")], [("Орлова", "ООН")], []),  # belongs to no body
        ("кандидат на пост судья Орлова, ООН", [], [("Орлова", "судья")], [("Орлова", "ООН")], []),  # only to get it
    ],
)  # fmt: skip
def test_where_a_post_is_held(text, held, works, places, told):
    found = posts(record(text, ["Орлова"], held, works, places))
    assert [f"{each.title} · {each.where}" for each in found] == told


def test_a_post_is_of_who_has_more_right_to_it():
    text = "судья Орлова и Громов, ООН"
    told = record(text, ["Орлова", "Громов"], [("Орлова", "судья", "ООН", "судья")], [("Громов", "судья")])
    assert [each.who for each in posts(told)] == ["Орлова"]


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("глава правительства", Title("глава", "правительства")),
        ("глава палестинской делегации", Title("глава", "палестинской делегации")),
        ("глава партии", Title("глава партии", "")),  # left out, no body
        ("управляющий банком", Title("управляющий банком", "")),  # no genitive
        ("суд", Title("суд", "")),
    ],
)
def test_the_body_in_a_title(title, parts):
    assert split_title(title) == parts


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("глава партии", "глава"),
        ("управляющий компанией", "управляющий"),
        ("партия", "партия"),
        ("сын полка", "сын полка"),
    ],
)
def test_nouns_that_titles_leave_out(title, bare):
    assert without_body(title) == bare
