"""The page of documents as it is used: mouse, keys, finger, narrow and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from nlp.report.page import page
from tests.output.sample import RECORD
from tests.report import hostile
from tests.report.conftest import Opened


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "report.html"
    path.write_text(page([RECORD], "ru"), encoding="utf-8")
    return path


def test_pointing_at_a_name_tells_of_it(opened: Opened, one: Path) -> None:
    shown = opened(one)
    shown.hover("#d1-m5")
    card = shown.inner_text(".card")
    assert [part for part in ("Анна Орлова", "министр транспорта", "ner", "90 %") if part not in card] == []
    shown.hover("h1")
    shown.wait_for_selector(".card", state="hidden")


def test_tapping_an_event_tells_of_it_until_tapped_away(opened: Opened, one: Path) -> None:
    shown = opened(one, width=375, has_touch=True)
    shown.tap("#d1-e2")
    assert "Встреча · переговоры" in shown.inner_text(".card")
    assert "Илья Дрозд" in shown.inner_text(".card")
    shown.tap("h1")
    assert shown.is_hidden(".card")


def test_every_mention_of_one_is_lit_and_gone_through(opened: Opened, one: Path) -> None:
    shown = opened(one)
    shown.click("#d1-m5")
    assert shown.locator(".same").count() == 2
    shown.click(".card .turn button:last-of-type")
    assert shown.evaluate("document.activeElement.id") == "d1-m15"
    assert "упоминание 2 из 2" in shown.inner_text(".card")


def test_keys_alone(opened: Opened, one: Path) -> None:
    shown = opened(one)
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    shown.focus("[data-m=m1]")
    for key in ("ArrowRight", "ArrowRight"):
        shown.keyboard.press(key)
    assert shown.evaluate("document.activeElement.id") == "d1-e1"
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.closest('.card') !== null")
    shown.keyboard.press("Escape")
    assert shown.is_hidden(".card")
    assert shown.evaluate("document.activeElement.id") == "d1-e1"


def test_a_row_leads_to_its_sentence(opened: Opened, one: Path) -> None:
    shown = opened(one)
    shown.click("#events a:has-text('переговоры')")
    assert shown.evaluate("document.activeElement.id") == "d1-e2"
    assert "провела в Самаре" in shown.inner_text(".s.here")
    assert 0 < shown.evaluate("document.activeElement.getBoundingClientRect().top") < 800


def test_sorting(opened: Opened, one: Path) -> None:
    shown = opened(one)
    names = "#people tbody td.name"
    shown.click("#people th.mentions button")
    assert shown.locator(names).all_inner_texts() == ["Илья Дрозд", "Анна Орлова"]
    shown.click("#people th.mentions button")
    assert shown.locator(names).all_inner_texts() == ["Анна Орлова", "Илья Дрозд"]
    assert shown.get_attribute("#people th.mentions", "aria-sort") == "descending"
    shown.focus("#people th.name button")
    shown.keyboard.press("Space")
    assert shown.get_attribute("#people th.name", "aria-sort") == "ascending"


def test_filtering(opened: Opened, one: Path) -> None:
    shown = opened(one)
    rows = shown.locator("#events tbody tr:visible")
    shown.select_option("#events select", "Визит")
    assert rows.count() == 1
    assert shown.inner_text("#events output") == "Показано 1 из 3"
    assert shown.locator("#timeline a.faded").count() == 2
    shown.fill("#events input", "самара")
    assert rows.count() == 0
    assert shown.is_visible("#events .none")
    shown.select_option("#events select", "")
    assert rows.count() == 1


def test_the_timeline_leads_to_the_text(opened: Opened, one: Path) -> None:
    shown = opened(one)
    points = shown.locator("#timeline a")
    assert points.count() == 3
    points.first.focus()
    assert "16 июня 2025" in shown.inner_text("#timeline .tip")
    shown.keyboard.press("Enter")
    assert shown.evaluate("location.hash") in {"#d1-e2", "#d1-e3"}


def test_a_name_of_the_graph_keeps_its_ties(opened: Opened, one: Path) -> None:
    shown = opened(one)
    shown.focus("#ties .node[aria-label='Анна Орлова']")
    shown.keyboard.press("Enter")
    assert shown.locator("#ties .node.faded").count() == 2
    assert shown.locator("#ties tbody tr:visible").count() == 1
    assert "Илья Дрозд" in shown.inner_text("#ties tbody tr:visible")


def test_kinds_can_be_put_out(opened: Opened, one: Path) -> None:
    shown = opened(one)
    colour = "getComputedStyle(document.querySelector('#d1-m5')).backgroundColor"
    lit = shown.evaluate(colour)
    shown.click("button.key.person")
    assert shown.evaluate(colour) == "rgba(0, 0, 0, 0)" != lit
    assert shown.get_attribute("button.key.person", "aria-pressed") == "false"


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_nothing_sticks_out(opened: Opened, one: Path, width: int) -> None:
    assert opened(one, width=width).evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_out(opened: Opened, one: Path, scheme: str) -> None:
    """The ratio of contrast that WCAG 2.2 asks for ordinary letters (1.4.3) on the page."""
    shown = opened(one, color_scheme=scheme)
    for selector in ("h1", ".meta", ".hint", "td a", "th button"):
        assert shown.evaluate(CONTRAST, selector) >= 4.5, selector


CONTRAST = """selector => {
  const light = (text) => {
    const parts = text.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ink = light(getComputedStyle(document.querySelector(selector)).color);
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
}"""


def test_what_a_text_holds_is_shown_and_never_run(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page([hostile.RECORD, hostile.RECORD], "ru"), encoding="utf-8")
    shown = opened(path)
    shown.click("#d1-m1")
    shown.click("#d1-e2")
    shown.focus("#ties .node")
    assert shown.evaluate("window.pwned") is None
    assert shown.locator("img, iframe").count() == 0
    assert "<script>window.pwned=1</script>" in shown.inner_text("#d1 .text")
    assert "{{ 7*7 }}" in shown.inner_text("#d1 .text")


def test_a_script_that_got_in_would_not_run(browser: Browser, tmp_path: Path) -> None:
    """The policy holds even where escaping had failed."""
    path = tmp_path / "broken.html"
    smuggled = "<script>window.pwned=1</script><b onclick='window.pwned=1' id=b>x</b></main>"
    path.write_text(page([RECORD], "ru").replace("</main>", smuggled, 1), encoding="utf-8")
    shown = browser.new_page()
    shown.goto(path.as_uri())
    shown.evaluate("document.getElementById('b').click()")
    assert shown.evaluate("window.pwned") is None
    shown.close()
