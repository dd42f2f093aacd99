"""The convolutions against slovnet's own, the table of words, and the promise that neither company nor threads tell."""

import numpy as np
import pytest
from navec import Navec
from slovnet import NER, Morph, Syntax
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp.morphology import addends, weights
from nlp.morphology.analysis import Analyser
from nlp.morphology.context import Sheet, take
from nlp.morphology.encoder import encode
from nlp.morphology.windows import SIZE
from tests.morphology.conftest import WEIGHTS

SENTENCES = [
    ["Первый", "заместитель", "Министра", "связи", "Павел", "Ткач", "провёл", "переговоры", "."],
    ["Да"],
    ["В", "Минске", "22", "августа", "2024", "г.", "подписан", "договор", "ООО", "«", "Ромашка", "»", "и", "NASA"],
    ["слово"] * 700,
]


@pytest.fixture(scope="module")
def read():
    return weights.read({name: (WEIGHTS / name).read_bytes() for name in weights.FILES})


@pytest.fixture
def table(read):
    return addends.Addends(read.first, read.vectors)


def rows(read, table, sentences, threads=1):
    found = encode(read, table, sentences, threads)
    return [found.rows[start : start + len(own)] for start, own in zip(found.starts, sentences, strict=True)]


NETWORKS = [(Morph, weights.MORPH, 0), (Syntax, weights.SYNTAX, 64), (NER, weights.NAMES, 128)]


@pytest.mark.parametrize(("kind", "name", "column"), NETWORKS, ids=["morphology", "syntax", "names"])
def test_the_rows_are_slovnets(read, table, kind, name, column):
    infer = kind.load(WEIGHTS / name).navec(Navec.load(WEIGHTS / weights.VECTORS)).infer
    for words, own in zip(SENTENCES[:3], rows(read, table, SENTENCES[:3]), strict=True):
        (ids,) = infer.encoder([words])
        theirs = infer.model.encoder(infer.model.emb(ids.word_id, ids.shape_id), ids.pad_mask)[0]
        assert own[:, column : column + 64] == pytest.approx(theirs, abs=1e-4)


def test_company_does_not_tell(read, table):
    alone = [rows(read, table, [own])[0] for own in SENTENCES]
    for own, together in zip(alone, rows(read, table, SENTENCES[::-1])[::-1], strict=True):
        assert together == pytest.approx(own, abs=1e-4)


def test_two_threads_are_as_one(read):
    one, two = (rows(read, addends.Addends(read.first, read.vectors), SENTENCES, threads) for threads in (1, 2))
    assert all(np.array_equal(own, other) for own, other in zip(one, two, strict=True))


def test_a_word_forgotten_is_computed_again(read, table):
    before = rows(read, table, SENTENCES[:1])[0]
    known = sorted(read.vectors.ids)
    for start in range(0, 3 * addends.SIZE, 2048):
        table.find([table.code(word) for word in known[start : start + 2048]])
    assert not table.slots.keys() & {table.code(word) for word in SENTENCES[0]}
    assert len(table.slots) == addends.SIZE
    assert rows(read, table, SENTENCES[:1])[0] == pytest.approx(before, abs=1e-4)


@pytest.mark.parametrize("size", [1, 2, 5, 13, 47, 100])
def test_what_a_word_adds_is_the_same_to_the_last_bit_whoever_comes_with_it(read, size):
    words = sorted(read.vectors.ids)[:200]
    together, apart = (addends.Addends(read.first, read.vectors) for _ in range(2))
    every = together.find([together.code(word) for word in words])
    for start in range(0, len(words), size):
        apart.find([apart.code(word) for word in words[start : start + size]])
    parted = [apart.slots[apart.code(word)] for word in words]
    for own, other in ((together.own, apart.own), (together.before_it, apart.before_it)):
        assert np.array_equal(own[every], other[parted])


def test_what_was_met_last_stays(read, table):
    code = table.code("Минск")
    for start in range(0, 3 * addends.SIZE, 2048):
        slot = table.find([code, *(table.code(word) for word in sorted(read.vectors.ids)[start : start + 2048])])[0]
    assert table.slots[code] == slot


def test_context_is_vectors_and_rows(read):
    analyser, doc = Analyser(read), Doc(Vocab(), words=["—", *SENTENCES[0]])
    sheet = Sheet([doc], [(0, range(1, len(doc)))])
    analyser.analyse(SENTENCES[:1], sheet)
    sheet.leave()
    before, *seen = take(doc)
    seen = np.array(seen)
    ids = np.array([read.vectors.ids.get(word.lower(), read.vectors.ids["<unk>"]) for word in SENTENCES[0]])
    assert not before.any()
    assert np.array_equal(seen[:, :300], addends.word_vectors(read.vectors, ids).astype(np.float16))
    found = rows(read, analyser.networks.addends, SENTENCES[:1])[0]
    assert seen[:, 300:] == pytest.approx(found, abs=1e-2)


def test_the_context_of_windows_is_that_of_their_cores(read):
    words = [word for sentence in SENTENCES[:3] for word in sentence] * 40
    doc = Doc(Vocab(), words=words)
    sheet = Sheet([doc], [(0, range(len(doc)))])
    Analyser(read).analyse([words], sheet)
    sheet.leave()
    found = rows(read, addends.Addends(read.first, read.vectors), [words])[0]
    assert len(words) > 3 * SIZE
    assert take(doc)[:, 300:] == pytest.approx(found, abs=2e-2)
