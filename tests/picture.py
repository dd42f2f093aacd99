"""The picture of a page in the README: what `letopis extract` shows on a terminal, as SVG.

`python -m tests.picture` draws it anew.
"""

import html
import re
from io import StringIO
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

import nlp
from nlp.output.text import page

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "page.svg"
TEXT = ROOT / "examples" / "forum.md"
WIDTH = 108
PARTS = 7
"""A rule, the head, the text, the legend, events, agreements, people: as much as a screen holds."""
THEME = TerminalTheme(
    (255, 255, 255),
    (40, 44, 52),
    [
        (40, 44, 52),
        (200, 60, 60),
        (40, 140, 70),
        (160, 110, 0),
        (40, 90, 200),
        (150, 60, 160),
        (0, 130, 140),
        (90, 90, 90),
    ],
    [
        (120, 125, 135),
        (190, 70, 40),
        (40, 140, 70),
        (160, 110, 0),
        (30, 100, 200),
        (150, 60, 160),
        (0, 130, 140),
        (0, 0, 0),
    ],
)


def drawn() -> str:
    """The picture of today's page."""
    record = nlp.extract(TEXT.read_text(encoding="utf-8"), published="2025-03-14", source="examples/forum.md")
    console = Console(
        file=StringIO(),
        record=True,
        width=WIDTH,
        force_terminal=True,
        color_system="truecolor",
        markup=False,
        highlight=False,
    )
    for part in islice(page(record, colour=True, width=WIDTH), PARTS):
        console.print(part)
    return console.export_svg(
        title="letopis extract examples/forum.md --published 2025-03-14", theme=THEME, unique_id="page"
    )


def words(picture: str) -> list[str]:
    """What stands in a picture, without how it is drawn."""
    return html.unescape(re.sub(r"<[^>]+>", " ", picture.partition("</style>")[2])).replace("\xa0", " ").split()


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
