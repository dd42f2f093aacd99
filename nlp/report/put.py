"""Writing a file whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def put(path: Path, content: str) -> None:
    """Write a file beside its name, and give it the name when it is whole; raises `OSError`."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_text(content, encoding="utf-8", newline="")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
