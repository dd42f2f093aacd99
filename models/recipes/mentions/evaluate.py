"""The fourth step: the exported model on the dev part, which nothing before has looked at; strict, nested, labelled.

Every mark and every relation of the corpus counts in the recall, also marks in several pieces and those that are no
run of whole words. Relations are measured three ways: between gold mentions of one sentence, between gold mentions
anywhere, and end to end, where both mentions must be found, with their labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from models.recipes.mentions import corpus
from models.recipes.mentions.corpus import Example
from nlp.evaluation.scores import TOTAL, Counts, Score
from nlp.mentions.spans import relater, tagger
from nlp.mentions.spans.features import Forms
from nlp.mentions.spans.paths import Tree
from nlp.mentions.spans.relater import Relater
from nlp.mentions.spans.tagger import Tagger

SPANS_FOLDER, RELATIONS_FOLDER = "letopis_spans", "letopis_relations"
MISSED = "(no run of words)"
"""Under this label counts what nothing can find; it is in the sums alone."""
PARTS = ("dev", "dev-capitals", "dev-lower")
Spans = set[tuple[int, int, str]]
Ties = set[tuple[tuple[int, int, str], tuple[int, int, str], str]]


class Measured(NamedTuple):
    """Label → counts of mentions; relation → counts, by the way it was measured."""

    mentions: dict[str, Score]
    same_sentence: dict[str, Score]
    anywhere: dict[str, Score]
    end_to_end: dict[str, Score]


class Models(NamedTuple):
    """Both halves of the span model."""

    tagger: Tagger
    relater: Relater


def models(folder: Path, threads: int = 1) -> Models:
    """As exported."""
    spans, relations = folder / SPANS_FOLDER, folder / RELATIONS_FOLDER
    return Models(
        Tagger({name: (spans / name).read_bytes() for name in tagger.FILES}, threads),
        Relater({name: (relations / name).read_bytes() for name in relater.FILES}, threads),
    )


def evaluate(out: Path, model_folder: Path, part: str = "dev") -> Measured:
    """The model alone: no rule, no overlap policy of the pipeline."""
    names, forms = corpus.read_forms(out / "forms")
    return measure(models(model_folder), names, forms, corpus.read(out / part))


def measure(own: Models, names: Sequence[str], forms: Forms, examples: Iterable[Example]) -> Measured:
    """Document by document."""
    counts = [Counts() for _ in Measured._fields]
    for each in examples:
        words, context = context_of(each, names, forms)
        for tally, (gold, found, missed) in zip(counts, _document(own, each, words, context), strict=True):
            sides = ([item[-1] for item in items] for items in (gold, found, gold & found))
            tally.add(*sides)
            tally.gold[MISSED] += missed
    return Measured(*(_without_missed(tally) for tally in counts))


def context_of(example: Example, names: Sequence[str], forms: Forms) -> tuple[list[str], np.ndarray]:
    """The document's words, and what `letopis_network` leaves of them."""
    words = [names[form] for form in example.forms.tolist()]
    return words, np.concatenate([forms.vectors[example.forms].astype(np.float16), example.encoders], axis=1)


def _without_missed(tally: Counts) -> dict[str, Score]:
    return {label: score for label, score in tally.scores().items() if label != MISSED}


def _document(own: Models, each: Example, words: list[str], context: np.ndarray) -> list[tuple[Any, Any, int]]:
    rows, found = own.tagger.find(words, context, each.hints, each.groups, each.ends)
    spans = [(one.start, one.end, one.label) for one in found if one.clear]
    gold = [tuple(mark) for mark in each.gold]
    ties: Ties = {(gold[tie.source], gold[tie.target], tie.label) for tie in each.ties}
    known = _ties(own.relater, rows, words, each, gold)
    ends = each.ends
    near = {tie for tie in ties if ends[tie[0][0]] == ends[tie[1][0]]}
    return [
        (set(gold), set(spans), each.missed),
        (near, {tie for tie in known if ends[tie[0][0]] == ends[tie[1][0]]}, 0),
        (ties, known, each.untied),
        (ties, _ties(own.relater, rows, words, each, spans), each.untied),
    ]


def _ties(model: Relater, rows: np.ndarray, words: list[str], each: Example, mentions: list) -> Ties:
    found = model.relate(rows, words, each.groups, each.ends, Tree(each.heads, each.arcs), mentions)
    return {(mentions[tie.source], mentions[tie.target], tie.label) for tie in found}


def table(scores: Mapping[str, Score]) -> list[str]:
    """Markdown, the sum first."""
    rows = sorted(scores.items(), key=lambda pair: (pair[0] != TOTAL, pair[0]))
    head = ["| label | precision | recall | F1 | in the corpus |", "|---|---:|---:|---:|---:|"]
    return head + [
        f"| {label} | {own.precision:.3f} | {own.recall:.3f} | {own.f1:.3f} | {own.gold} |" for label, own in rows
    ]


def told(found: Measured) -> list[str]:
    """The sums, then mentions by label."""
    sums = [f"{name.replace('_', ' ')}: F1 {scores[TOTAL].f1:.4f}" for name, scores in found._asdict().items()]
    return [*sums, "", *table(found.mentions)]
