"""Styles and scripts of the pages, put together from their small files, and the policy that lets only them run.

Inside a page they are allowed by their SHA-256 (Content Security Policy Level 3, 6.7.3.3): whatever else a text
smuggled in would not run. Beside a page they are files, allowed by where they lie.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
STYLES = ("colours", "letters", "page", "text", "tables", "charts", "card")
INDEX_STYLES = (*STYLES, "index")
D3 = ("array", "color", "dispatch", "format", "interpolate", "quadtree", "selection", "time", "timer",
      "time-format", "scale", "axis", "force")  # fmt: skip
"""The modules of D3 that the charts use, each after those it needs."""
SCRIPTS = ("tools", "card", "marks", "tables", "charts", "timeline", "network", "page")
INDEX_SCRIPTS = ("tools", "charts", "network", "index/data", "index/search", "index/state", "index/months",
                 "index/actors", "index/lists", "index/page")  # fmt: skip
NOTICE = "/*! D3 (https://d3js.org), Copyright Mike Bostock. {licence}*/\n"


@cache
def style(names: tuple[str, ...] = STYLES) -> str:
    """The style sheets, one after another."""
    return "\n".join(_read(f"css/{name}.css") for name in names)


@cache
def script(names: tuple[str, ...] = SCRIPTS) -> str:
    """D3 with its licence, then the page's own scripts."""
    licence = _read("vendor/d3/LICENSE").partition("\n\n")[2]
    library = [_read(f"vendor/d3/d3-{name}.min.js") for name in D3]
    return "\n".join([NOTICE.format(licence=licence), *library, *(_read(f"js/{name}.js") for name in names)])


def policy_inside(styles: str, scripts: str) -> str:
    """What a page with its style and script inside may load: those two, known by their hashes, and nothing else."""
    return _policy(_digest(styles), _digest(scripts))


def policy_beside() -> str:
    """What a page with files beside it may load: files of the same place, on a disk or a server."""
    return _policy("'self' file:", "'self' file:")


def policy_both(styles: str, scripts: str) -> str:
    """The policy of an index: its own style and script, and lists that it loads from files when they are asked for."""
    return _policy(_digest(styles), f"{_digest(scripts)} 'self' file:")


def _policy(styles: str, scripts: str) -> str:
    return f"default-src 'none'; style-src {styles}; script-src {scripts}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _read(name: str) -> str:
    """A file of the package; a script must not hold what would end its element in a page."""
    content = (FOLDER / name).read_text(encoding="utf-8")
    if "</s" in content.lower() or "<!--" in content:
        raise ValueError(f"{name} holds «</s» or «<!--», which would end the element that it stands in")
    return content
