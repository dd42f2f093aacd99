"""Whom common nouns and pronouns mean."""

import re

import pytest

from nlp.entities.identity import antecedents
from tests.entities.marked import MARK, read, table

BRACE = re.compile(r"[{}]")


def asked(doc, marked):
    """The words in braces, found again in the text without marks."""
    plain, found = MARK.sub("", marked), []
    offset = 0
    for opened in re.finditer(r"\{([^{}]*)\}", plain):
        start = opened.start() - offset
        found.append(doc.char_span(start, start + len(opened[1])))
        offset += 2
    return found


@pytest.mark.parametrize(("text", "expected"), table("antecedents"))
def test_antecedents(text, expected):
    doc = read(BRACE.sub("", text))
    assert ["+".join(antecedents(doc, span)) or "-" for span in asked(doc, text)] == expected
