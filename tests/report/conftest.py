"""A real browser, Debian's Chromium or the one that LETOPIS_CHROMIUM names; without it these tests are skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = os.environ.get("LETOPIS_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"]  # fmt: skip
Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium, or name one in LETOPIS_CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """One context for every width and look, since making one takes longer than most tests."""
    made: dict[tuple[object, ...], BrowserContext] = {}

    def window(width: int, **options: object) -> BrowserContext:
        key = (width, *sorted(options.items()))
        if key not in made:
            size = {"width": width, "height": 800}
            made[key] = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", **options)
        return made[key]

    yield window
    for context in made.values():
        context.close()


@pytest.fixture
def opened(windows: Callable[..., BrowserContext]) -> Iterator[Opened]:
    """Opens a file in a new page of some width; what the page complains of fails the test in the end."""
    complaints: list[str] = []
    pages: list[Page] = []

    def open_(path: Path, width: int = 1280, **options: object) -> Page:
        page = windows(width, **options).new_page()
        pages.append(page)
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(path.resolve().as_uri())
        return page

    yield open_
    for page in pages:
        page.close()
    assert complaints == []
