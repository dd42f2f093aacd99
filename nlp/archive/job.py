"""What is asked for, and the manifest that keeps it beside the tables.

The manifest says which letopis, model, options and inputs an archive was made with. A run that would mix in others is
refused, and told what differs.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from nlp.archive.source import WalkOptions
from nlp.archive.store import Store
from nlp.errors import ArchiveError
from nlp.knowledge.reader import resource
from nlp.pipeline import MODEL, model_folder
from nlp.schema import SCHEMA

MANIFEST = "manifest.json"


class Job(msgspec.Struct, frozen=True):
    """Everything that decides what the tables hold; how many processes make them is not part of it."""

    inputs: tuple[str, ...]
    options: WalkOptions = WalkOptions()
    model: str = MODEL
    frames: str | None = None
    """A folder with event types of the caller's own."""
    letopis: str = msgspec.field(default_factory=lambda: version("letopis"))
    schema: str = SCHEMA
    model_digest: str = ""
    """Of the model's files and of the knowledge that works with them."""

    @property
    def digest(self) -> str:
        """One line for all but the inputs: an item is known by its own content and this."""
        return hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(self, inputs=()))).hexdigest()

    def key(self, path: str, content: str) -> str:
        """The key of an item at `path` with this content."""
        told = f"{self.digest}\0{path}\0{content}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()[:32]


class Manifest(msgspec.Struct, frozen=True):
    """What stands beside the tables; `complete` is false while work is left."""

    job: Job
    complete: bool = False
    counts: dict[str, int] = {}


def job(inputs: tuple[str, ...], options: WalkOptions, model: str = MODEL, frames: Path | None = None) -> Job:
    """A job for the model as it is now; raises `ModelError` when there is none."""
    own = None if frames is None else str(frames)
    return Job(inputs=inputs, options=options, model=model, frames=own, model_digest=_digest(model, frames))


def agree(store: Store, wanted: Job) -> Manifest | None:
    """The manifest that is there, `None` for a new archive; raises `ArchiveError` when it is another job's."""
    if store.get(MANIFEST) is None:
        return None
    found = read_manifest(store)
    if differences := list(_differences(found.job, wanted)):
        raise ArchiveError(
            f"{store.place}: made with other settings: {'; '.join(differences)}; use the same, or another folder"
        )
    return found


def read_manifest(store: Store) -> Manifest:
    """The manifest of an archive; raises `ArchiveError` when it is none."""
    content = store.get(MANIFEST)
    if content is None:
        raise ArchiveError(f"{store.place}: no {MANIFEST} here; letopis annotate makes one")
    try:
        return msgspec.json.decode(content, type=Manifest)
    except msgspec.DecodeError as error:
        raise ArchiveError(f"{store.place}/{MANIFEST}: no manifest of letopis: {error}") from error


def keep(store: Store, manifest: Manifest) -> None:
    """Write the manifest."""
    store.put(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=2))


def _differences(was: Job, wanted: Job) -> list[str]:
    """Each setting that is not the same: «published was 2020, is 2021»."""
    one, two = _flat(was), _flat(wanted)
    return [f"{name} was {one[name]!r}, is {two[name]!r}" for name in one if one[name] != two[name]]


def _flat(asked: Job) -> dict[str, Any]:
    plain = msgspec.to_builtins(asked)
    return {**plain.pop("options"), **plain}


def _digest(model: str, frames: Path | None) -> str:
    """SHA-256 over every file of the model, the knowledge and the caller's frames, in the order of names."""
    found = hashlib.sha256()
    for folder in filter(None, (model_folder(model), resource("."), frames)):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".py", ".pyc"}:
                found.update(path.relative_to(folder).as_posix().encode() + b"\0")
                found.update(path.read_bytes())
    return found.hexdigest()[:16]
