"""Jinja's templates, where everything is escaped but what was escaped before."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).parent / "templates"
_SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def render(template: str, **values: Any) -> str:
    """A page from its template; a name that the template lacks is an error."""
    return _environment().get_template(template).render(**values)


def embedded(value: Any) -> Markup:
    """JSON fit to stand in a `<script type="application/json">`: nothing in it can end the element."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)
    return Markup(written)  # noqa: S704  no sign of HTML is left


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["embedded"] = embedded
    made.filters["raw"] = Markup
    return made
