"""The notation of patterns is strict, and means what README.md says."""

import pytest

from nlp.errors import KnowledgeError
from nlp.mentions.notation import Compiler, NotationError, pieces_of
from nlp.mentions.rulebook import read, rules

BROKEN = {
    "unclosed": "( ADJ NOUN",
    "closes nothing": "ADJ ) NOUN",
    "no such part": "ADJEKTIV.gen",
    "no such case": "NOUN.genitiv",
    "no such phrase": "$chain.gen",
}


@pytest.mark.parametrize("phrase", BROKEN.values(), ids=list(BROKEN))
def test_broken_phrases_are_refused(phrase):
    with pytest.raises(NotationError):
        Compiler({"gens": "NOUN.gen"}).node(phrase)


def test_pieces():
    assert pieces_of("( @a | о|об )* [ NOUN.gen+ ]") == ["(", "@a", "|", "о|об", ")", "*", "[", "NOUN.gen", "+", "]"]


def pattern(phrase):
    return f'[[patterns]]\nname = "x"\nlabel = "LAW"\nphrase = "{phrase}"\nhits = ["[а]"]\nmisses = ["б"]\n'


@pytest.mark.parametrize("phrase", ["ADJ* NOUN", "[ закон", "закон ]", "[ закон ] [ указ ]", "@document? NOUN"])
def test_broken_patterns_name_file_and_pattern(tmp_path, phrase):
    path = tmp_path / "laws.toml"
    path.write_text(pattern(phrase), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"laws\.toml: pattern x"):
        list(rules(path))


def test_unknown_keys_are_refused(tmp_path):
    path = tmp_path / "laws.toml"
    path.write_text(pattern("закон") + 'colour = "red"\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match="colour"):
        read(path)
