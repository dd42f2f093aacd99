"""A crew that works in the process of the tests, with a pipeline that finds one person a document."""

from functools import cache

import pytest
import spacy
from spacy.language import Language

from nlp import document, schema
from nlp.archive.annotator import Annotator
from nlp.archive.source import WalkOptions
from nlp.archive.work import Gone, Ready


@Language.component("letopis_test_first_word")
def first_word(doc):
    """The first word is a person who holds a post."""
    first = doc[:1]
    person = spacy.tokens.Span(doc, 0, 1, label="PERSON", span_id="test/first", kb_id="p1")
    doc.spans[document.MENTIONS] = [person]
    held = schema.Position("министр", None, None, None, None)
    doc._.people = (schema.Person("p1", first.text, None, None, first.text, "male", (), (held,), ("m1",)),)
    return doc


@cache
def small_pipeline():
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("letopis_test_first_word")
    pipeline.add_pipe("letopis_record")
    return pipeline


@pytest.fixture
def quick_disk(monkeypatch):
    """Nothing waits for the disk: these tests kill no machine."""
    monkeypatch.setattr("nlp.archive.store.os.fsync", lambda _descriptor: None)


class InlineWorker:
    """Its events wait until the crew is asked for them; after `Gone` it says nothing more."""

    def __init__(self, crew):
        self.crew = crew
        self.events = [Ready()] if crew.starts else [Gone("died with exit code 1")]
        self.alive = True

    def give(self, batch):
        self.crew.batches.append(batch)
        for event in self.crew.annotator.work(batch):
            self.events.append(event)
            name = batch[getattr(event, "index", 0)].what.path.rpartition("/")[2]
            if name in self.crew.deadly:
                self.events.append(Gone("died with exit code -9"))
                return
            if name in self.crew.endless:
                return

    def is_tired(self):
        return len(self.crew.batches) in self.crew.tiring

    def spent(self):
        return self.crew.clock * self.crew.share

    def kill(self):
        self.alive = False


class Inline:
    """Documents called in `deadly` kill their worker, those in `endless` are never finished.

    A worker is tired after each of the crew's batches that `tiring` numbers, and has a `share` of its processor.
    """

    def __init__(self, deadly=(), endless=(), starts=True, tiring=(), share=1.0):
        self.annotator = Annotator(small_pipeline(), WalkOptions())
        self.deadly, self.endless, self.starts = deadly, endless, starts
        self.tiring, self.share = tiring, share
        self.workers, self.batches = [], []
        self.closed = False
        self.clock = 0.0

    def room(self):
        return 2

    def hire(self):
        self.workers.append(InlineWorker(self))
        return self.workers[-1]

    def wait(self, workers, seconds):
        assert all(worker.alive for worker in workers)
        if not any(worker.events for worker in workers):
            self.clock += seconds
        for worker in workers:
            if worker.events:
                yield worker, worker.events.pop(0)

    def close(self):
        self.closed = True
