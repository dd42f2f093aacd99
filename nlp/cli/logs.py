"""What is done, written down: on stderr with -v, in a file with --log-file; the library itself only logs.

All loggers of the package hang below `nlp`: a program that uses the library sets them up as it likes.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from nlp.cli.language import say
from nlp.errors import ConfigError

SAID = "nlp.cli.said"
"""The logger of what already stands on stderr: it goes to the file alone."""

logging.getLogger("nlp").addHandler(logging.NullHandler())  # else Python itself writes to stderr what nobody takes


class Line(logging.Formatter):
    """A record on one line, without control characters; a traceback below it where there is one."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own spelling
        """Format the line."""
        from nlp.output.page.plain import one_line

        return one_line(super().formatMessage(record))


def set_up(verbose: int, file: Path | None) -> Callable[[], None]:
    """Write from here on; what it gives ends it. Raises `ConfigError` for a file that cannot be written."""
    level = logging.DEBUG if verbose > 1 else logging.INFO
    handlers: list[logging.Handler] = []
    if verbose:
        handlers.append(_prepared(logging.StreamHandler(), "letopis: %(relativeCreated)d ms %(message)s", level))
        handlers[0].addFilter(lambda record: record.name != SAID)
    if file is not None:
        handlers.append(_prepared(_opened(file), "%(asctime)s %(levelname)s %(name)s: %(message)s", level))
    log = logging.getLogger("nlp")
    before = log.level
    for handler in handlers:
        log.addHandler(handler)
    if handlers:
        log.setLevel(level)

    def end() -> None:
        log.setLevel(before)
        for handler in handlers:
            log.removeHandler(handler)
            handler.close()

    return end


def _prepared(handler: logging.Handler, form: str, level: int) -> logging.Handler:
    handler.setFormatter(Line(form))
    handler.setLevel(level)
    return handler


def _opened(file: Path) -> logging.Handler:
    try:
        return logging.FileHandler(file, encoding="utf-8")
    except OSError as error:
        raise ConfigError(file, say("cannot be written: {why}", why=error.strerror or error)) from error
