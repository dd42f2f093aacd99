"""What a worker holds: words that are forgotten, a limit that is kept."""

import os
import platform
import subprocess
import sys
import time
import tracemalloc

import pytest
import spacy

from nlp.archive.annotator import Annotator
from nlp.archive.blocks import Block
from nlp.archive.memory import taken, worked
from nlp.archive.source import Item, WalkOptions
from nlp.archive.vocabulary import Vocabulary
from nlp.archive.work import Unit
from tests.archive.conftest import small_pipeline


@pytest.fixture
def pipeline():
    return spacy.blank("ru")


def words(number):
    return " ".join(f"слово{number}о{place}" for place in range(100))


def test_words_are_forgotten_when_they_are_many(pipeline):
    vocabulary, sizes = Vocabulary(pipeline, most=1_000), []
    for number in range(20):
        pipeline(words(number))
        vocabulary.rest()
        sizes.append(vocabulary.learned)
    assert 0 < max(sizes) <= 1_000
    assert 0 in sizes


def test_few_words_are_kept(pipeline):
    vocabulary = Vocabulary(pipeline, most=1_000)
    pipeline(words(1))
    vocabulary.rest()
    assert vocabulary.learned > 100
    vocabulary.close()
    assert vocabulary.learned == 0


def test_what_was_forgotten_leaves_no_place_behind(pipeline):
    vocabulary, held = Vocabulary(pipeline, most=1_000), []
    tracemalloc.start()
    try:
        for number in range(200):
            pipeline(words(number))
            vocabulary.rest()
            if vocabulary.learned == 0:
                held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert len(held) > 10
    assert held[-1] < held[1] + 200_000


def test_an_annotator_lets_its_pipeline_forget(monkeypatch):
    monkeypatch.setattr("nlp.archive.annotator.Vocabulary", lambda pipeline: Vocabulary(pipeline, most=500))
    annotator = Annotator(small_pipeline(), WalkOptions())
    learned = []
    for number in range(12):
        unit = Unit(f"{number:032}", Item(path=f"/{number}.txt", size=1, data=f"Привет, {words(number)}".encode()))
        *_, block = annotator.work((unit,))
        assert isinstance(block, Block)
        assert block.counts.documents == 1
        learned.append(annotator.words.learned)
    annotator.words.close()
    assert max(learned) <= 500


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such limit")
def test_a_process_gets_no_more_than_its_limit():
    code = "from nlp.archive.memory import cap; cap({}); print(len(bytearray(300 << 20)))"
    for limit, said in ((0, "314572800"), (200, "MemoryError"), (2_000, "314572800")):
        run = subprocess.run([sys.executable, "-c", code.format(limit)], capture_output=True, text=True, check=False)
        assert said in run.stdout + run.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such limit")
def test_what_was_there_before_the_work_is_no_part_of_the_limit():
    code = "from nlp.archive.memory import cap, mapped; held = bytearray(400 << 20); before = mapped(); cap(350, {}); "
    code += "print(before >= 400, len(bytearray(300 << 20)))"
    for besides, said in (("0", "MemoryError"), ("mapped()", "True 314572800")):
        run = subprocess.run([sys.executable, "-c", code.format(besides)], capture_output=True, text=True, check=False)
        assert said in run.stdout + run.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not tell")
def test_what_a_process_takes():
    before = taken(os.getpid())
    held = bytearray(os.urandom(1) * (100 << 20))
    assert taken(os.getpid()) - before >= len(held) >> 21
    assert taken(2**22 + 1) == 0


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other libraries keep what is free, or do not")
def test_what_lies_free_between_what_is_used_is_given_back():
    """Rooms of a hundred kilobytes, every second of them let go: none is at the end, where it would go by itself."""
    code = "import os; from nlp.archive.memory import give_back, taken; "
    code += "rooms = [bytearray(100_000) for _ in range(2_000)]; del rooms[::2]; before = taken(os.getpid()); "
    code += "give_back(); print(before - taken(os.getpid()))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(run.stdout) > 50


def test_what_is_there_is_not_searched_for_cycles_again():
    code = (
        "import gc; from nlp.archive.cycles import hold_back; hold_back(); print(gc.get_freeze_count(), gc.isenabled())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    frozen, enabled = run.stdout.split()
    assert int(frozen) > 1_000
    assert enabled == "True"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not tell")
def test_processor_seconds_are_those_of_the_process():
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        begun = time.process_time()
        while worked(process.pid) < 0.2:
            time.sleep(0.05)
        assert time.process_time() - begun < 0.2
    finally:
        process.kill()
        process.wait()


def test_where_nobody_tells_the_clock_is_taken():
    before, told = time.monotonic(), worked(2**22 + 1)
    assert before <= told <= time.monotonic()
