"""Every pattern shows itself: its hits are found by it, its misses are not."""

import pytest

from nlp.knowledge.reader import resource
from nlp.mentions.rulebook import FILES, read
from tests.mentions.marked_names import parse, show

PATTERNS = [(name, pattern) for name in FILES for pattern in read(resource(f"patterns/{name}.toml")).patterns]
HITS = [pytest.param(p, line, id=f"{p.name} {line[:40]}") for _, p in PATTERNS for line in p.hits]
MISSES = [pytest.param(p, line, id=f"{p.name} {line[:40]}") for _, p in PATTERNS for line in p.misses]


def found(mentions, rule, text):
    """What a pattern proposed, kept or not."""
    doc = mentions(text)
    spans = [*doc.spans["mentions"], *doc.spans["dropped"]]
    return doc, [span for span in spans if span.id_ == f"pattern/{rule}"]


@pytest.mark.parametrize(("pattern", "line"), HITS)
def test_hit(mentions, pattern, line):
    doc, spans = found(mentions, pattern.name, parse(line).text)
    assert line in [show(doc.text, frozenset({(span.start_char, span.end_char)})) for span in spans]


@pytest.mark.parametrize(("pattern", "line"), MISSES)
def test_miss(mentions, pattern, line):
    _, spans = found(mentions, pattern.name, line)
    assert [span.text for span in spans] == []


def test_names_of_patterns_are_unique():
    names = [pattern.name for _, pattern in PATTERNS]
    assert sorted(names) == sorted(set(names))


def test_every_pattern_has_hits_and_misses():
    assert [pattern.name for _, pattern in PATTERNS if not pattern.hits or not pattern.misses] == []
