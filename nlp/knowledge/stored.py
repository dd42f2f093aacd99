"""A component whose knowledge is a few files in a folder of the model, carried as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Self

import srsly

from nlp.errors import ModelError


class Stored:
    """Empty until `from_disk` or `from_bytes` has given it files.

    What travels to another process is the folder, or the files themselves when they came as bytes; what was made of
    them is made again there, when first needed.
    """

    NAME: ClassVar[str]
    FILES: ClassVar[tuple[str, ...]]

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.files: dict[str, bytes] | None = None
        self._ready: Any = None

    def prepared(self) -> Any:
        """What `make` made of the files, once; raises `ModelError` without files."""
        if self._ready is None:
            self._ready = self.make(self.contents())
        return self._ready

    def make(self, files: dict[str, bytes]) -> Any:
        """The files, read."""
        raise NotImplementedError

    def contents(self) -> dict[str, bytes]:
        """Name → bytes of every file."""
        if self.files is not None:
            return self.files
        if self.folder is None:
            raise ModelError(f"{self.NAME} has no weights: load a model folder, as nlp.load() does")
        try:
            return {name: (self.folder / name).read_bytes() for name in self.FILES}
        except OSError as error:
            raise ModelError(f"{self.folder}: {self.NAME} misses a file of weights: {error}") from error

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_ready": None}

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """The files, byte for byte."""
        folder = Path(path)
        if self.folder is not None and folder.resolve() == self.folder:
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.contents().items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Remember the folder; raises `ModelError` when a file is not in it."""
        folder = Path(path).resolve()
        missing = [name for name in self.FILES if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"{folder}: {self.NAME} misses {', '.join(missing)}")
        self.folder, self.files, self._ready = folder, None, None
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """All files in one MessagePack map."""
        return bytes(srsly.msgpack_dumps(self.contents()))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """The inverse of `to_bytes`."""
        return self.fill(srsly.msgpack_loads(data))

    def fill(self, files: Mapping[str, bytes]) -> Self:
        """Take these files, by name, in place of a folder's."""
        self.folder, self.files, self._ready = None, dict(files), None
        return self
