"""The index of an archive as one page: search, months, actors, ties, lists of events and documents."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Sequence
from typing import Any

from nlp.report import assets
from nlp.report.index.table import Table
from nlp.report.names import counted, day
from nlp.report.page import shared
from nlp.report.templates import render
from nlp.report.words import Language, words

LEVEL = 6


def index(  # noqa: PLR0913  what is known, and what the page says of itself
    table: Table, heads: list[str], language: Language, folder: str, title: str | None, unread: Sequence[str]
) -> str:
    """The page; `folder` is the name of the one beside it, `heads` tell which files of words there are."""
    known = words(language)
    style, script = assets.style(assets.INDEX_STYLES), assets.script(assets.INDEX_SCRIPTS)
    years = sorted({row[5][:4] for row in table.events if row[5]})
    return render(
        "index.html",
        words=known.page,
        language=language,
        title=title or _counts(table, language),
        counts=_counts(table, language) if title else "",
        span="–".join(dict.fromkeys((years[0], years[-1]))) if years else "",
        policy=assets.policy_both(style, script),
        style=style,
        script=script,
        folder=folder,
        unread=unread,
        data={
            **shared(language),
            "statuses": known.statuses,
            "folder": folder,
            "heads": heads,
        },
        packed=packed(table.data()),
    )


def plain_list(table: Table, language: Language) -> str:
    """Every document as a link, for browsers without scripts."""
    known, style = words(language), assets.style()
    rows = [
        (f"pages/{at // 1000:03}/{at:05}.html", name, day(published, known), source)
        for at, (name, published, _, source, _) in enumerate(table.documents)
    ]
    title = known.page["documents"]
    policy = assets.policy_beside()
    return render("list.html", words=known.page, language=language, title=title, policy=policy, style=style, rows=rows)


def packed(data: dict[str, Any]) -> str:
    """JSON, gzipped, in base64: letters that a page can hold, a quarter as many."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(written, LEVEL, mtime=0)).decode()


def _counts(table: Table, language: Language) -> str:
    """«10 000 документов, 23 411 событий»."""
    page = words(language).page
    return f"{counted(len(table.documents), page['documents_n'])}, {counted(len(table.events), page['events_n'])}"
