"""The reliability table as a small SVG: how often events are right against how sure they are said to be."""

from __future__ import annotations

from collections.abc import Sequence

from models.recipes.events.calibrate import Bin

SIDE, MARGIN = 240, 36
LOWEST = 0.4
"""Where both axes begin: nothing scores below."""


def svg(table: Sequence[Bin]) -> str:
    """A square with the diagonal of perfect scores and a dot a bin, as large as the bin."""
    most = max(each.events for each in table)
    dots = "".join(_dot(each, most) for each in table)
    size = SIDE + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        'font-family="sans-serif" font-size="11">'
        f'<rect width="{size}" height="{size}" fill="white"/>'
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<path d="M{_x(LOWEST)} {_y(LOWEST)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4"/>'
        f"{dots}{_ticks()}"
        f'<text x="{size / 2}" y="{size - 4}" text-anchor="middle">score</text>'
        f'<text x="{MARGIN}" y="{MARGIN - 10}">share of right events</text></svg>\n'
    )


def _dot(each: Bin, most: int) -> str:
    radius = 3 + 9 * (each.events / most) ** 0.5
    title = f"<title>{each.events} events</title>"
    place = f'cx="{_x(each.said)}" cy="{_y(each.right)}" r="{radius:.1f}"'
    return f'<circle {place} fill="#36c" opacity="0.7">{title}</circle>'


def _ticks() -> str:
    steps = [LOWEST + 0.1 * step for step in range(round((1 - LOWEST) * 10) + 1)]
    across = (f'<text x="{_x(s)}" y="{SIDE + MARGIN + 14}" text-anchor="middle">{s:.1f}</text>' for s in steps)
    upward = (f'<text x="{MARGIN - 6}" y="{_y(s)}" text-anchor="end">{s:.1f}</text>' for s in steps)
    return "".join((*across, *upward))


def _x(share: float) -> float:
    return round(MARGIN + SIDE * (share - LOWEST) / (1 - LOWEST), 1)


def _y(share: float) -> float:
    return round(2 * MARGIN + SIDE - _x(share), 1)
