"""The tokenizer: the text stays, words are clean."""

import pickle

import pytest
import razdel
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.text import atoms, tokenizer  # noqa: F401  it registers itself
from nlp.text.atoms import ADDRESS, tokens
from nlp.text.words import words


def blank():
    return spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})


PIPELINE = blank()
MARKUP = st.text(st.sampled_from(list("*_#>-|`~[]()!<>\\=+.: \t\n\r\u00a0\u00ad\u200b\u0301абвAB1")), max_size=200)


@given(st.text() | MARKUP)
@settings(max_examples=300, deadline=None)
def test_text_is_kept(text):
    assert PIPELINE.make_doc(text).text == text


@given(MARKUP)
@settings(max_examples=200, deadline=None)
def test_norms_are_the_clean_text(text):
    doc = PIPELINE.make_doc(text)
    spoken = words(doc)
    assert "".join(token.norm_ for token in spoken) == "".join(doc._.clean.text.split())


def test_pickle_keeps_the_clean_text():
    doc = PIPELINE.make_doc("**Ми\u00adнск**")
    assert pickle.loads(pickle.dumps(doc))._.clean == doc._.clean


@pytest.mark.parametrize("text", ["", " ", "\x00", "a  b ", "**", "\r\n", "\ufeff", "   \u00a0  "])
def test_odd_strings(text):
    assert PIPELINE.make_doc(text).text == text


def test_a_word_without_end_is_read_in_one_go():
    """A search that starts anew at each of its letters would go on for hours."""
    word = "переговоры" * 100_000
    assert list(tokens(word)) == [(0, len(word))]


TOKENS = {
    "dot after a word": ("в г.Шанхае", "в г . Шанхае"),
    "this year": ("16 июня т.г.,", "16 июня т . г . ,"),
    "initials": ("А.Г.Петров", "А . Г . Петров"),
    "nested quotes": ("«ООО «Связь»»", "« ООО « Связь » »"),
    "years": ("2023–2025 гг.", "2023–2025 гг ."),
    "year and its letter": ("2024г.", "2024 г ."),
    "date": ("17.06.2025", "17.06.2025"),
    "ordinal": ("4-е совещание", "4-е совещание"),
    "hyphen": ("государств-членов", "государств-членов"),
    "two countries by a dash": ("форум Россия–Китай", "форум Россия – Китай"),
    "one town by a dash": ("Нью–Йорк", "Нью–Йорк"),
    "two words by a dash": ("инженер–программист", "инженер–программист"),
    "two alphabets": ("IT-компания, COVID-19", "IT-компания , COVID-19"),
    "address": ("на https://a.by/x-y?z=1.", "на https://a.by/x-y?z=1 ."),
    "bare address": ("на www.a.by, там", "на www.a.by , там"),
    "post": ("пишите на info@a.by.", "пишите на info@a.by ."),
    "sum": ("£469 млн и 0,5%", "£ 469 млн и 0,5 %"),
    "dots": ("да... нет?!", "да ... нет ?!"),
    "smile": ("да :)", "да :)"),
}


@pytest.mark.parametrize(("text", "expected"), TOKENS.values(), ids=TOKENS)
def test_tokens(text, expected):
    assert " ".join(token.norm_ for token in words(PIPELINE.make_doc(text))) == expected


def test_no_words_are_spaces():
    doc = PIPELINE.make_doc("## **Минск**\n\nИзображение\n")
    assert [(token.text, token.pos_) for token in doc if token.pos_] == [
        ("##", "SPACE"), ("**", "SPACE"), ("**", "SPACE"), ("\n\n", "SPACE"), ("Изображение", "SPACE"), ("\n", "SPACE"),
    ]  # fmt: skip
    assert [token.text for token in words(doc)] == ["Минск"]
    assert [token.text for token in words(doc[3:5])] == []


def test_metadata_goes_to_the_doc():
    doc = PIPELINE.make_doc("# Форум\n\nОпубликовано 17.06.2025\n\nТекст.\n\nИсточник: https://a.by/x\n")
    assert (doc._.title, doc._.published, doc._.source) == ("Форум", "2025-06-17", "https://a.by/x")


def test_doc_of_another_tokenizer_has_a_clean_text():
    assert spacy.blank("ru")("**Минск**")._.clean.text == "Минск"


@given(st.text(st.sampled_from("аб-.,!?:;()\"«»…–—/\\_ 12A'№*%Δ"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_tokens_are_razdels(text):
    _same_tokens(text)


def test_tokens_do_not_depend_on_the_chunk(monkeypatch):
    monkeypatch.setattr(atoms, "CHUNK", 1)
    _same_tokens("кто -то 5 -6 и ( :) да ) ... нет - но 2 . 5 А.Б. В " * 3)


def _same_tokens(text):
    """Where no address and no pair of capitals stands, razdel and this pass agree."""
    if not ADDRESS.search(text) and "–" not in text and "—" not in text:
        assert list(tokens(text)) == [(each.start, each.stop) for each in razdel.tokenize(text)]
