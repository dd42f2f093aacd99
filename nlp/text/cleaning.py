r"""From any text to its words: markup, broken lines and odd characters are read, and no offset of the original moves.

`clean("**Ми\u00adнистерство** связи и*\n\nинформатизации").text == "Министерство связи и информатизации"`
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.text import characters, markup
from nlp.text.layout import Layout, Paragraph, layout
from nlp.text.lookalikes import one_alphabet
from nlp.text.metadata import Stated
from nlp.text.offsets import Block, Builder, Clean, Metadata

__all__ = ["Block", "Clean", "Metadata", "clean"]


def clean(text: str) -> Clean:
    """Read the layout of a text and take out what is not read aloud; any string has a clean text, "" the empty one."""
    found, builder = layout(text), Builder(text)
    extents = [_build(builder, text, paragraph) for paragraph in found.paragraphs]
    words = one_alphabet(characters.even(builder.text()))
    return Clean(
        text=words,
        at=tuple(builder.at),
        begin=tuple(builder.begin),
        end=tuple(builder.end),
        blocks=_blocks(found),
        metadata=_metadata(found, [words[start:end].strip() for start, end in extents]),
    )


def _build(builder: Builder, text: str, paragraph: Paragraph) -> tuple[int, int]:
    """Write one paragraph as one line; its clean extent."""
    builder.newline(paragraph.parts[0].start)
    start = builder.size
    for number, part in enumerate(paragraph.parts):
        if number and part.joint == "space":
            builder.put(" ", paragraph.parts[number - 1].end, part.start)
        _write(builder, text, part.start, part.end)
    return start, builder.size


def _write(builder: Builder, text: str, start: int, end: int) -> None:
    position = start
    for first, last, new in _edits(text, start, end):
        builder.copy(position, first)
        builder.put(new, first, last)
        position = last
    builder.copy(position, end)


def _edits(text: str, start: int, end: int) -> list[markup.Edit]:
    """The edits of a stretch in order; of two that overlap, the one found first stays."""
    ranked = [*markup.edits(text, start, end), *characters.edits(text, start, end)]
    order = sorted(range(len(ranked)), key=lambda index: (ranked[index][0], index))
    return _apart([ranked[index] for index in order])


def _apart(edits: Sequence[markup.Edit]) -> list[markup.Edit]:
    kept: list[markup.Edit] = []
    for edit in edits:
        if edit[0] < edit[1] and (not kept or edit[0] >= kept[-1][1]):
            kept.append(edit)
    return kept


def _blocks(found: Layout) -> tuple[Block, ...]:
    kept = [Block(each.kind, each.parts[0].start, each.parts[-1].end) for each in found.paragraphs]
    return tuple(sorted([*kept, *found.boilerplate], key=lambda block: (block.start, block.end)))


def _metadata(found: Layout, lines: Sequence[str]) -> Metadata:
    """What the text says of itself; the first statement of each kind counts, a heading when no title is stated."""
    said = Stated.merge(found.stated)
    headings = (line for line, each in zip(lines, found.paragraphs, strict=True) if each.kind == "heading" and line)
    return Metadata(title=said.title or next(headings, None), source=said.source, published=said.published)
