import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from navec import Navec
from slovnet import NER, Morph, Syntax
from spacy.tokens import Doc
from threadpoolctl import threadpool_info, threadpool_limits

from nlp.errors import ModelError
from nlp.morphology import weights
from nlp.morphology.network import Network
from tests.morphology.conftest import WEIGHTS

TOKENIZER = "letopis.Tokenizer.v1"
TEXT = (
    "Первый заместитель Министра связи Павел Ткач провёл переговоры с Сюн Цицзюнем. Меморандум подписан в Минске "
    "22 августа 2024 г., сообщили в «Белтелекоме»."
)
TEXTS = [TEXT, "", " \n ", "Да.", "Ли Цян прилетел в Беларусь.\n\nВизит продлится два дня.", "слово " * 700]


def seen(doc: Doc):
    words = [(token.text, token.pos_, str(token.morph), token.dep_, token.head.i, token.is_sent_start) for token in doc]
    return words, [(span.start, span.end, span.label_) for span in doc.spans["ner"]]


def one_tree_a_sentence(doc: Doc) -> bool:
    return all([token for token in sentence if token.head == token] == [sentence.root] for sentence in doc.sents)


def sentences_before(pipeline, text: str) -> list[tuple[int, int]]:
    with pipeline.select_pipes(enable=["letopis_sentences"]):
        return [(sentence.start, sentence.end) for sentence in pipeline(text).sents]


def test_tags_and_names_are_slovnets(pipeline):
    doc = pipeline(TEXT)
    navec = Navec.load(WEIGHTS / weights.VECTORS)
    morph, ner = (
        kind.load(WEIGHTS / name).navec(navec) for kind, name in ((Morph, weights.MORPH), (NER, weights.NAMES))
    )
    for sentence in doc.sents:
        theirs = [(token.pos, token.feats) for token in morph([token.text for token in sentence]).tokens]
        assert [(token.pos_, token.morph.to_dict()) for token in sentence] == theirs
    assert {span.text for span in doc.spans["ner"]} == {TEXT[span.start : span.stop] for span in ner(TEXT).spans}


def test_a_tree_that_slovnet_gets_right_is_slovnets(pipeline):
    doc = pipeline("Павел Ткач провёл переговоры с министром.")
    syntax = Syntax.load(WEIGHTS / weights.SYNTAX).navec(Navec.load(WEIGHTS / weights.VECTORS))
    theirs = [(int(token.head_id), token.rel) for token in syntax([token.text for token in doc]).tokens]
    ours = [(0 if token.head == token else token.head.i + 1, token.dep_.replace("ROOT", "root")) for token in doc]
    assert ours == theirs


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20].strip() or "blank")
def test_sentences_stay(pipeline, text):
    doc = pipeline(text)
    assert [(sentence.start, sentence.end) for sentence in doc.sents] == sentences_before(pipeline, text)
    assert one_tree_a_sentence(doc)
    assert doc.has_annotation("DEP") or not len(doc)


def test_tokens_that_are_no_words_hang_on_a_word(pipeline):
    doc = pipeline("**Визит** \n\n *прошёл* успешно.")
    aside = [token for token in doc if token.pos_ == "SPACE"]
    assert aside
    assert all(token.dep_ == "dep" and token.head.pos_ != "SPACE" for token in aside)


def test_labels_and_features_outlive_a_memory_zone(pipeline):
    before = seen(pipeline(TEXT))
    for text in ("Case Number Person obj nsubj case Иванова читает", TEXT, TEXT):
        with pipeline.memory_zone():
            doc = pipeline(text)
            assert seen(doc) == before or text != TEXT


def test_many_together_are_as_each_alone(pipeline):
    assert [seen(doc) for doc in pipeline.pipe(TEXTS)] == [seen(pipeline(text)) for text in TEXTS]


def test_two_processes(pipeline):
    texts = [TEXT] * 2 + ["Визит прошёл успешно."]
    assert [seen(doc) for doc in pipeline.pipe(texts, n_process=2)] == [seen(pipeline(text)) for text in texts]


def test_a_pickle_carries_the_folder_not_the_weights(pipeline):
    network = pipeline.get_pipe("letopis_network")
    copy = pickle.loads(pickle.dumps(network))
    assert copy.folder == network.folder == WEIGHTS.resolve()
    assert len(pickle.dumps(network)) < 5_000_000


def test_to_disk_and_bytes(pipeline, tmp_path):
    network = pipeline.get_pipe("letopis_network")
    network.to_disk(tmp_path / "copy")
    assert {path.name for path in (tmp_path / "copy").iterdir()} == set(weights.FILES)
    copy = Network(pipeline.vocab).from_bytes(network.to_bytes())
    copy.to_disk(tmp_path / "again")
    for name in weights.FILES:
        assert (tmp_path / "again" / name).read_bytes() == (WEIGHTS / name).read_bytes()


def test_saving_where_it_was_loaded_from_changes_nothing(pipeline):
    before = {path: path.stat().st_mtime_ns for path in WEIGHTS.iterdir()}
    pipeline.get_pipe("letopis_network").to_disk(WEIGHTS)
    assert {path: path.stat().st_mtime_ns for path in WEIGHTS.iterdir()} == before


def test_without_weights():
    network = Network(spacy.blank("ru").vocab)
    with pytest.raises(ModelError, match="has no weights"):
        network(Doc(network.vocab, words=["Минск"], sent_starts=[True]))


def test_a_folder_that_lacks_a_file(tmp_path):
    with pytest.raises(ModelError, match=r"misses .*slovnet_morph_news_v1"):
        Network(spacy.blank("ru").vocab).from_disk(tmp_path)


def test_damaged_weights(tmp_path):
    for name in weights.FILES:
        (tmp_path / name).write_bytes(b"nothing")
    network = Network(spacy.blank("ru").vocab).from_disk(tmp_path)
    with pytest.raises(ModelError, match="incomplete or damaged"):
        network(Doc(network.vocab, words=["Минск"], sent_starts=[True]))


def test_the_declarations_are_complete(pipeline):
    found = pipeline.analyze_pipes(keys=["requires", "assigns"])
    assert not any(found["problems"].values())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=80) | st.lists(st.sampled_from(["Он", ".", "\n", " ", "*", "-", "«"]), max_size=30).map("".join)
)
def test_any_text(pipeline, text):
    doc = pipeline(text)
    assert doc.text == text
    assert [(sentence.start, sentence.end) for sentence in doc.sents] == sentences_before(pipeline, text)
    assert one_tree_a_sentence(doc)


MEMORY = """
import re, sys
from pathlib import Path
import spacy
from spacy.tokens import Doc
import nlp.morphology.network
pipeline = spacy.blank("ru")
network = pipeline.add_pipe("letopis_network").from_disk(sys.argv[1])
words = sys.argv[2].split() * int(sys.argv[3])
doc = network(Doc(pipeline.vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1)))
assert len(list(doc.sents)) == 1 and sum(token.head == token for token in doc) == 1
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
@pytest.mark.parametrize("times", [572, 3_000], ids=["4 000 words", "21 000 words"])
def test_memory_does_not_grow_with_a_sentence(times):
    command = [sys.executable, "-c", MEMORY, str(WEIGHTS), "Минск , Москва , Павел Ткач ;", str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert int(done.stdout) < 300_000


def test_threads_are_counted_from_one():
    with pytest.raises(ModelError, match="threads = 0; it takes 1 or more"):
        Network(spacy.blank("ru").vocab, threads=0)


def test_blas_has_its_threads_back(pipeline):
    def threads() -> list[int]:
        return [each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"]

    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        pipeline(TEXT)
        assert threads() == before


def test_two_threads_see_the_same(pipeline):
    other = spacy.blank("ru", vocab=pipeline.vocab, config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    other.add_pipe("letopis_sentences")
    other.add_pipe("letopis_network", config={"threads": 2}).from_disk(WEIGHTS)
    assert [seen(doc) for doc in other.pipe(TEXTS)] == [seen(doc) for doc in pipeline.pipe(TEXTS)]
