"""How many threads the networks take: one, unless the model's config says `threads = 2`.

BLAS starts a thread for every processor, which is slower for matrices this small and much slower beside other workers
that do the same. So it is held to one thread while the networks run, whatever the environment says, and several
threads each work at a part of their own: the results are the same bits for any number of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import TypeVar

from threadpoolctl import ThreadpoolController

T = TypeVar("T")
R = TypeVar("R")


def alone() -> AbstractContextManager[object]:
    """BLAS on one thread for as long as the context lasts; what the caller had is then put back."""
    limit: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limit


@lru_cache(maxsize=1)
def _controller() -> ThreadpoolController:
    """Looking for the libraries takes a millisecond: once a process."""
    return ThreadpoolController()


def each(work: Callable[[T], None], parts: Iterable[T], threads: int) -> None:
    """Do the work for every part; threads live for this call alone, so that a process may fork between two."""
    mapped(work, parts, threads)


def mapped(work: Callable[[T], R], parts: Iterable[T], threads: int) -> list[R]:
    """What `each` does, and what came of it, in the order of the parts."""
    if threads == 1:
        return [work(part) for part in parts]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, parts))
