"""`letopis explain`: at any place of a text, what made what stands there."""

import io

import pytest
import spacy
from rich.console import Console
from spacy.tokens import Doc, Span

from nlp import document
from nlp.output.explain import explain
from tests.output.sample import RECORD

AT = {
    word: RECORD.text.index(word)
    for word in ("Орлова", "16 июня", "переговоры", "провела", "4,5 млрд", "Дрозд", "меморандум")
}


@pytest.fixture(scope="module")
def doc():
    """The sample record as if a pipeline had made it; «Анна Орлова» has a full analysis, «Орлова» was dropped."""
    doc = spacy.blank("ru").make_doc(RECORD.text)
    for part in document.PARTS:
        setattr(doc._, part, getattr(RECORD, part))
    name = doc.char_span(AT["Орлова"], AT["Орлова"] + len("Орлова"), label="CITY", span_id="lexicon/city")
    doc.spans[document.DROPPED], doc._.reasons = [name], ("inside m5 PERSON",)
    surname = name[0]
    surname.lemma_, surname.pos_, surname.dep_, surname.head = "орлова", "PROPN", "flat:name", doc[surname.i - 1]
    surname.set_morph("Case=Nom|Gender=Fem")
    document.set_record(doc, RECORD)
    return doc


def shown(doc, at):
    console = Console(file=io.StringIO(), width=120, color_system=None)
    for part in explain(doc, at):
        console.print(part)
    return " ".join(console.file.getvalue().split())


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Орлова", "lemma орлова tag PROPN Case=Nom|Gender=Fem head flat:name of «Анна» at"),
        ("Орлова", "m5 PERSON «Анна Орлова» made by ner, score 0.90"),
        ("Орлова", "Dropped CITY «Орлова» by lexicon/city: inside m5 PERSON"),
        ("Орлова", "p1 Анна Орлова named as «Анна Орлова», «Орлова»"),
        ("Орлова", "e2 meeting talks actual made by meeting/talks, score 0.90; here: participant"),
        ("16 июня", "m3 2025-06-16; year inferred from published"),
        ("16 июня", "here: date"),
        ("переговоры", "here: trigger"),
        ("провела", "Mentions nothing here Dropped nothing here Values nothing here Entities nothing here"),
        ("провела", "here: its sentence"),
        ("4,5 млрд", "m14 4500000000 RUB"),
        ("меморандум", "a1 Меморандум о строительстве паромов"),
    ],
)
def test_what_stands_there(doc, word, said):
    assert said in shown(doc, AT[word])


def test_the_place_is_shown_in_its_line(doc):
    assert "министр транспорта Анна ▸О◂рлова провела" in shown(doc, AT["Орлова"])


def test_nothing_of_other_places_is_told(doc):
    assert "m9" not in shown(doc, AT["Орлова"])
    assert "p2" not in shown(doc, AT["Орлова"])


def test_every_place_can_be_explained(doc):
    assert all("Word" in shown(doc, at) for at in range(len(RECORD.text)))


def test_what_is_no_word_says_so():
    doc = Doc(
        spacy.blank("ru").vocab, words=["Да", "**", "нет"], spaces=[True, True, False], pos=["PART", "SPACE", "PART"]
    )
    document.set_record(
        doc, RECORD.__class__(id="x", source=None, title=None, published=None, language="ru", text=doc.text)
    )
    assert "no word" in shown(doc, 3)
    assert "no word" not in shown(doc, 0)


def test_a_reason_for_every_dropped_span_is_required(doc):
    broken = doc.copy()
    broken.spans[document.DROPPED] = [Span(broken, 0, 1, label="CITY"), Span(broken, 1, 2, label="CITY")]
    with pytest.raises(ValueError, match="shorter"):
        shown(broken, AT["Орлова"])
