"""The index of an archive as it is used, opened from a disk."""

from pathlib import Path

import pytest

from nlp.report.index.folder import write_index
from tests.report.conftest import Opened
from tests.report.many import documents

READY = "body[data-ready=yes]"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "report.html"
    write_index(documents(), path, "ru", unread=["c.pdf: нет текста"])
    return path


@pytest.fixture
def index(opened: Opened, many: Path):
    shown = opened(many)
    shown.wait_for_selector(READY)
    return shown


def test_the_head_counts(index) -> None:
    assert index.inner_text("h1") == "60 документов, 179 событий"
    assert index.locator("#rows tbody tr").count() == 100
    index.click("#more")
    assert index.locator("#rows tbody tr").count() == 179
    assert "c.pdf" in index.inner_text("#unread")


def test_search_by_names_in_any_case(index) -> None:
    index.fill("#asked", "ильёй дроздом")
    index.wait_for_selector("#chosen button")
    assert index.inner_text("#tab-events").split() == ["События", "59"]
    index.fill("#asked", "градоначальник")
    index.wait_for_selector("#rows:has-text('Ничего не найдено')")


def test_search_in_texts(index) -> None:
    index.fill("#asked", "слово17")
    index.wait_for_selector("#chosen button")
    assert index.inner_text("#tab-documents").split() == ["Документы", "1"]


def test_a_month_is_chosen_by_its_bar_and_in_the_fields(index) -> None:
    plot = index.locator("#months .hit").bounding_box()
    index.mouse.move(plot["x"] + 2, plot["y"] + 60)
    index.mouse.down()
    index.mouse.up()
    index.wait_for_selector("#chosen button:has-text('янв 2020')")
    assert index.inner_text("#tab-events").split() == ["События", "3"]
    index.fill("#months input[name=to]", "2020-03")
    index.wait_for_selector("#chosen button:has-text('мар 2020')")
    assert index.inner_text("#tab-events").split() == ["События", "9"]
    index.click("#chosen button")
    assert index.inner_text("#tab-events").split() == ["События", "179"]


def test_types_and_actors_narrow_each_other(index) -> None:
    index.click("#types button:has-text('Визит')")
    assert index.inner_text("#tab-events").split() == ["События", "59"]
    index.focus("#actors button:has-text('Анна Орлова')")
    index.keyboard.press("Enter")
    assert index.get_attribute("#actors button:has-text('Анна Орлова')", "aria-pressed") == "true"
    assert index.locator("#chosen button").count() == 2
    index.click("#types button:has-text('Встреча')")
    index.click("#types button:has-text('Визит')")
    assert index.locator("#rows a:has-text('переговоры')").count() == 59


def test_a_name_of_the_graph_is_chosen(index) -> None:
    index.focus("#ties .node[aria-label='Илья Дрозд']")
    index.keyboard.press("Enter")
    index.wait_for_selector("#chosen button:has-text('Илья Дрозд')")


def test_the_lists_by_keys(index) -> None:
    index.focus("#tab-events")
    index.keyboard.press("ArrowRight")
    index.wait_for_selector("#tab-documents[aria-selected=true]")
    index.click("#rows th.date button")
    assert index.get_attribute("#rows th.date", "aria-sort") == "ascending"
    assert index.inner_text("#rows tbody tr:first-child td.date") == "15 января 2020"


def test_an_event_leads_to_its_sentence_and_back(index) -> None:
    index.fill("#asked", "дрозд")
    index.wait_for_selector("#chosen button")
    index.click("#rows tbody tr:first-child a")
    index.wait_for_selector(".s.here")
    assert "переговоры" in index.inner_text(".s.here")
    assert index.evaluate("document.activeElement.id") == "d1-e2"
    index.go_back()
    index.wait_for_selector(READY)
    assert index.input_value("#asked") == "дрозд"
    assert index.inner_text("#tab-events").split() == ["События", "59"]


def test_what_texts_hold_never_runs(index) -> None:
    index.fill("#asked", "pwned")
    index.wait_for_selector("#chosen button")
    index.click("#tab-documents")
    index.wait_for_selector("#tab-documents[aria-selected=true]")
    assert index.evaluate("window.pwned") is None
    index.click("#rows a")
    index.wait_for_selector(".text")
    assert index.evaluate("window.pwned") is None
    assert index.locator("img").count() == 0


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_nothing_sticks_out(opened: Opened, many: Path, width: int) -> None:
    shown = opened(many, width=width)
    shown.wait_for_selector(READY)
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
