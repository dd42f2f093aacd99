"""What stands elsewhere in the repository and belongs to the site too: cards, formats, changes, paths kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

ROOT = Path(__file__).parent.parent
PAGES = (
    "nlp/knowledge/README.md",
    "models/ru_letopis/CARD.md",
    "models/ru_letopis/calibration.svg",
    "models/ru_letopis/letopis_spans/CARD.md",
    "models/ru_letopis/letopis_forms/CARD.md",
    "CHANGELOG.md",
)


def on_files(files: Any, config: Any) -> Any:
    """Add them, under the same paths, so that links between them hold."""
    for path in PAGES:
        files.append(File.generated(config, path, abs_src_path=str(ROOT / path)))
    return files
