"""Writing a file of a report."""

from __future__ import annotations

from pathlib import Path

from nlp.output.whole import whole_text


def put(path: Path, content: str) -> None:
    """Write a file whole or not at all; raises `OSError`."""
    with whole_text(path) as stream:
        stream.write(content)
