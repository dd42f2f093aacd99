"""The columns of a table, looked at before its rows are: «text, date, url»."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.archive.containers.member import Context
from nlp.text.readers.rows import text_column
from nlp.text.reasons import Reason, UnreadableError

COLUMNS = 10_000


def check(names: Sequence[str], context: Context) -> None:
    """Raises `UnreadableError` for more columns than a table has, or when none can be the text."""
    if len(names) > COLUMNS:
        raise UnreadableError(context.path, Reason.COLUMNS, f"{len(names)} columns, more than {COLUMNS}")
    text_column(names, context.options.text_column, context.path)
