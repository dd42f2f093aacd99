"""Workers that die, hang or never start; documents that do it to them."""

import pyarrow as pa
import pytest

from nlp.archive.memory import beyond
from nlp.archive.source import Item
from nlp.archive.supervisor import Ahead, Supervisor
from nlp.archive.work import Gone, Unit, batches
from nlp.errors import ArchiveError
from tests.archive.conftest import Inline


def units(number):
    texts = [f"Орлова посетила Казань {place}.".encode() for place in range(number)]
    return [
        Unit(f"{place:032}", Item(path=f"/{place}.txt", size=len(text), data=text)) for place, text in enumerate(texts)
    ]


def supervised(crew, *, number=20, size=2, limit=60.0, renew=1000):
    """What becomes of every unit: a document, or the reason for none."""
    found = {}
    for block in Supervisor(crew, size, limit, renew, lambda: crew.clock).run(batches(units(number))):
        for key in block.items:
            assert key not in found
            found[key] = "document"
        if "errors" in block.streams:
            for row in pa.ipc.open_stream(block.streams["errors"]).read_all().to_pylist():
                found[row["item"]] = row["reason"], row["detail"]
    return [found[unit.key] for unit in units(number)]


def test_every_unit_is_answered():
    assert supervised(Inline()) == ["document"] * 20


def test_nothing_to_do_hires_nobody():
    crew = Inline()
    assert list(Supervisor(crew, 2, 1.0, 1).run([])) == []
    assert (crew.workers, crew.closed) == ([], True)


def test_few_batches_hire_few_workers():
    crew = Inline()
    supervised(crew, number=3, size=8)
    assert len(crew.workers) == 1


@pytest.mark.parametrize("name", ["0.txt", "7.txt", "15.txt", "19.txt"])
def test_who_kills_its_worker_twice_is_reported(name):
    crew = Inline(deadly={name})
    found = supervised(crew)
    reason, detail = found.pop(int(name[:-4]))
    assert reason == "crashed"
    assert detail == "the process that worked on it died with exit code -9, twice"
    assert found == ["document"] * 19


def test_who_kills_its_worker_is_retried_once_alone():
    crew = Inline(deadly={"7.txt"})
    supervised(crew)
    tried = [
        [unit.what.path for unit in batch] for batch in crew.batches if any(u.what.path == "/7.txt" for u in batch)
    ]
    assert [len(batch) for batch in tried] == [16, 1]


def test_who_dies_of_a_passing_trouble_is_annotated():
    class Once(Inline):
        def hire(self):
            self.deadly = {"7.txt"} if not self.workers else ()
            return super().hire()

    assert supervised(Once(), size=1) == ["document"] * 20


def test_several_culprits_in_one_batch():
    found = supervised(Inline(deadly={"2.txt", "3.txt"}, endless={"5.txt"}))
    assert [answer for answer in found if answer == "document"] == ["document"] * 17
    assert [found[place][0] for place in (2, 3, 5)] == ["crashed", "crashed", "time-out"]


def test_who_takes_too_long_is_stopped_and_reported():
    found = supervised(Inline(endless={"4.txt"}), limit=7)
    assert found.pop(4) == ("time-out", "not done after 7 seconds, twice")
    assert found == ["document"] * 19


@pytest.mark.parametrize(("share", "waited"), [(1.0, 7), (0.5, 14), (0.3, 23), (0.1, 28), (0.0, 28)])
def test_time_is_that_of_the_processor_and_not_without_end(share, waited):
    crew = Inline(endless={"4.txt"}, share=share)
    assert supervised(crew, limit=7, size=1)[4] == ("time-out", "not done after 7 seconds, twice")
    assert 2 * waited < crew.clock <= 2 * (waited + 1)


def test_no_worker_is_left():
    crew = Inline(deadly={"7.txt"})
    supervised(crew)
    assert not any(worker.alive for worker in crew.workers)


def test_workers_are_replaced_after_so_many_units():
    crew = Inline()
    supervised(crew, number=96, size=1, renew=32)
    assert len(crew.workers) == 3


def test_a_tired_worker_is_replaced():
    crew = Inline(tiring={2, 4})
    supervised(crew, number=96, size=1)
    assert len(crew.workers) == 3


def test_who_needs_too_much_memory_is_retried_alone_and_reported():
    class Greedy(Inline):
        def wait(self, workers, seconds):
            for worker, event in super().wait(workers, seconds):
                yield worker, beyond(300) if isinstance(event, Gone) else event

    found = supervised(Greedy(deadly={"7.txt"}))
    assert found.pop(7) == (
        "out-of-memory",
        "the process that worked on it asked for more than 300 MB of memory, twice",
    )
    assert found == ["document"] * 19


def test_workers_that_never_start_end_the_run():
    with pytest.raises(ArchiveError, match=r"no worker can be started: .* exit code 1 while loading, 3 times in a row"):
        supervised(Inline(starts=False))


def test_it_reads_no_further_ahead_than_its_workers_need():
    taken = []
    ahead = Ahead((taken.append(place) or (place,) for place in range(9)), 2)
    ahead.fill()
    assert taken == [0, 1]
    assert (ahead.take(), ahead.take(), ahead.take()) == ((0,), (1,), (2,))
    ahead.fill()
    assert taken == [0, 1, 2, 3, 4]


def test_a_long_document_travels_alone():
    long = Unit("f" * 32, Item(path="/long.txt", size=1 << 20, data=b""))
    one, two = units(2)
    assert [len(batch) for batch in batches([one, long, two])] == [2, 1]
