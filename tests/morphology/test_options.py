import pytest

from nlp.morphology.options import DROP, GUESS, KEEP, PAIR, VERB, counted_options, options


def texts(word, *kinds):
    return {each.text for each in options(word) if not kinds or each.kind in kinds}


@pytest.mark.parametrize(
    ("word", "among"),
    [
        ("цицзюнем", {"цицзюнем", "цицзюнь"}),
        ("ивановой", {"ивановой", "иванова"}),
        ("высшей", {"высший", "высшая", "высшее", "высшие"}),
        ("двух", {"два", "две"}),
        ("подписанный", {"подписанный", "подписать"}),
        ("городом-портом", {"город-порт"}),
        ("ростова-на-дону", {"ростов-на-дону"}),
        ("соловьёва-седого", {"соловьёв-седой"}),
        ("министерств", {"министерство", "министерства"}),
    ],
)
def test_the_right_form_is_among_them(word, among):
    assert among <= texts(word)


def test_the_word_itself_comes_first_and_nothing_comes_twice():
    found = options("стали")
    assert (found[0].text, found[0].kind) == ("стали", KEEP)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("word", "not_among"), [("высшей", "высочайшая"), ("петрова", "петровичи")])
def test_what_is_another_word_is_not(word, not_among):
    assert not_among not in texts(word)


def test_cases_that_come_to_the_same_are_one_option():
    (only,) = [each for each in options("церкви") if each.text == "церковь" and each.number == "Sing"]
    assert only.cases == {"Gen", "Dat", "Loc"}


def test_kinds():
    assert texts("был", DROP) == {""}
    assert texts("быль", DROP) == set()
    assert texts("нарендры", GUESS) == {"нарендра"}
    assert texts("решающий", VERB) == {"решать"}
    assert "город-порт" in texts("городом-портом", PAIR)


def test_after_a_numeral():
    assert {each.text for each in counted_options("домами")} == {"домов", "дома"}
    assert "новых" in {each.text for each in counted_options("новыми")}
    assert counted_options("вчера") == ()
