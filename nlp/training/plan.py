"""What a training is asked for; no torch is needed to ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    """The seed, the epochs, the share of the documents held out; equal plans give equal weights on one machine."""

    seed: int = 0
    epochs: int = 30
    held: float = 0.2


@dataclass(frozen=True)
class Asked:
    """The annotation, the new model's folder, the model to start from; `final`: learn from all documents in the end."""

    data: Path
    out: Path
    base: str
    final: bool = True
    overwrite: bool = False
    labels: tuple[str, ...] = ()
    """Those to learn; all for none. The others of a pre-annotated text were not made to learn from."""
