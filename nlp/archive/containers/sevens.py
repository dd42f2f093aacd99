"""7z archives by py7zr, which pushes members out; a second thread lets them be pulled one after another."""

from __future__ import annotations

import io
from collections.abc import Iterator
from queue import Queue
from threading import Event, Thread
from typing import IO, Any

from nlp.archive.containers.member import Bad, Context, Found, Member
from nlp.archive.places import inner, is_unsafe
from nlp.text.printable import printable
from nlp.text.reasons import Reason, UnreadableError

WAITING = 4
"""Unpacked members that wait to be taken."""


class _StopError(Exception):
    """Nobody takes members any more."""


class _Sink:
    """Collects one member, as many bytes of it as a document may have."""

    def __init__(self, name: str, out: _Pump) -> None:
        self.name, self.out, self.data, self.length = name, out, bytearray(), 0

    def write(self, data: bytes | bytearray) -> int:
        """Take a piece; its bytes are spent from the archive's budget."""
        if self.out.stopped.is_set():
            raise _StopError
        self.out.context.budget.spend(len(data))
        self.length += len(data)
        if len(self.data) <= self.out.context.options.max_document:
            self.data += data
        return len(data)

    def read(self, size: int | None = None) -> bytes:
        """Nothing: py7zr only writes."""
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        """Stay."""
        return offset

    def flush(self) -> None:
        """Nothing waits."""

    def size(self) -> int:
        """What was written."""
        return self.length

    def close(self) -> None:
        """Hand the member over."""
        self.out.put((self.name, bytes(self.data), self.length))


class _Pump:
    """Runs the extraction in a thread; ends with `None`, or with what was raised."""

    def __init__(self, archive: Any, context: Context) -> None:
        self.archive, self.context, self.stopped = archive, context, Event()
        self.queue: Queue[tuple[str, bytes, int] | BaseException | None] = Queue(WAITING)
        self.thread = Thread(target=self.run, daemon=True)

    def create(self, filename: str) -> _Sink:
        """Where py7zr writes a member to."""
        return _Sink(filename, self)

    def put(self, what: tuple[str, bytes, int] | BaseException | None) -> None:
        """Wait until it is taken or nobody takes any more."""
        while not self.stopped.is_set():
            try:
                self.queue.put(what, timeout=0.5)
            except Exception:  # noqa: BLE001, S112  queue.Full: look whether anybody still takes
                continue
            return

    def run(self) -> None:
        """Extract all members."""
        try:
            self.archive.extractall(factory=self)
            self.put(None)
        except BaseException as error:  # noqa: BLE001  it is raised again where members are taken
            self.put(error)


def members(stream: IO[bytes], context: Context) -> Iterator[Found]:
    """The files in order."""
    with _opened(stream, context.path) as archive:
        pump = _Pump(archive, context)
        pump.thread.start()
        try:
            while (taken := pump.queue.get()) is not None:
                if isinstance(taken, BaseException):
                    raise _translated(taken, context.path)
                yield _member(*taken, context)
        finally:
            pump.stopped.set()
            pump.thread.join()


def _opened(stream: IO[bytes], path: str) -> Any:
    try:
        from py7zr import SevenZipFile
    except ImportError as error:
        raise UnreadableError(
            path, Reason.MISSING_EXTRA, "7z needs the package py7zr: pip install letopis[formats]"
        ) from error
    try:
        archive = SevenZipFile(stream)
    except Exception as error:
        raise _translated(error, path) from error
    if archive.needs_password():
        raise UnreadableError(path, Reason.ENCRYPTED, "asks for a password")
    return archive


def _translated(error: BaseException, path: str) -> BaseException:
    from py7zr.exceptions import PasswordRequired

    return (
        UnreadableError(path, Reason.ENCRYPTED, "asks for a password") if isinstance(error, PasswordRequired) else error
    )


def _member(name: str, data: bytes, length: int, context: Context) -> Found:
    shown = printable(name)
    path = inner(context.path, shown)
    context.budget.count()
    if is_unsafe(shown):
        return Bad(path, Reason.UNSAFE_NAME, "its name leads out of the archive")
    return Member(path, shown, io.BytesIO(data), length)
