"""CoNLL and DocBin: read back by the readers of their formats."""

import spacy
from spacy.tokens import DocBin

from nlp import document  # noqa: F401  `doc._.record`
from nlp.evaluation.conll import read
from nlp.output.exports import conll, docbin
from nlp.output.extents import coarse
from tests.output.sample import EMPTY, RECORD


def test_names_are_read_back(tmp_path):
    (told,) = conll.write(iter([RECORD, EMPTY]), tmp_path / "a.conll")
    found = read(tmp_path / "a.conll", tmp_path)
    names = [(found.text[each.start : each.end].replace(" ", ""), each.label) for each in sorted(found.answer.names)]
    assert names == [("".join(RECORD.text[start:end].split()), label) for start, end, label in coarse(RECORD)]
    left, total = len(RECORD.mentions) - len(names), len(RECORD.mentions)
    assert told.startswith(f"conll: {left} of {total} mentions are not in it")


def test_sentences_and_documents_are_parted(tmp_path):
    conll.write([RECORD, RECORD], tmp_path / "a.conll")
    text = (tmp_path / "a.conll").read_text(encoding="utf-8")
    assert text.count("-DOCSTART-\tO\n") == 2
    assert "# source = паромы.md\n" in text
    assert "Анна\tB-PER\nОрлова\tI-PER\nпровела\tO\n" in text
    assert "\n\nПо\tO\n" in text


def test_docbin_gives_the_documents_back(tmp_path):
    assert docbin.write(iter([RECORD, EMPTY]), tmp_path / "a.spacy") == []
    full, empty = DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("ru").vocab)
    assert full.text == RECORD.text
    assert [
        (each.start_char, each.end_char, each.label_, each.kb_id_, each.id_) for each in full.spans["mentions"]
    ] == [(each.start, each.end, each.label, each.entity or "", each.rule) for each in RECORD.mentions]
    assert [(each.text, each.label_) for each in full.ents][:2] == [("Минтранс", "ORG"), ("«Волжские верфи»", "ORG")]
    assert full._.record == RECORD
    assert len(list(full.sents)) >= 4
    assert (empty.text, empty._.record) == ("", EMPTY)


def test_a_folder_takes_a_file_for_every_so_many(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "TOGETHER", 2)
    docbin.write([RECORD, EMPTY, RECORD], tmp_path / "train")
    parts = sorted((tmp_path / "train").iterdir())
    assert [(each.name, len(DocBin().from_disk(each))) for each in parts] == [("00001.spacy", 2), ("00002.spacy", 1)]


def test_a_hash_with_a_tag_is_a_word(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("# id = 1\n#\tO\nОрлова\tB-PER\n", encoding="utf-8")
    assert read(path, tmp_path).text.split() == ["#", "Орлова"]
