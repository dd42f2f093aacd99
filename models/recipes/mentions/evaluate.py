"""The fourth step: the exported model on the dev part, which nothing before has looked at; strict, nested, labelled.

Every mark of the corpus counts in the recall, also those in several pieces and those that are no run of whole words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from models.recipes.mentions import corpus
from models.recipes.mentions.corpus import Example
from nlp.evaluation.nerel import Score
from nlp.mentions.spans.decode import decode
from nlp.mentions.spans.tagger import FILES, Tagger


def evaluate(out: Path, model_folder: Path, part: str = "dev") -> dict[str, Score]:
    """Counts for every label, and under "all" with the marks that nothing can find."""
    tagger = Tagger({name: (model_folder / name).read_bytes() for name in FILES})
    return score(tagger, corpus.read(out / part))


def score(tagger: Tagger, examples: Sequence[Example]) -> dict[str, Score]:
    """The model alone: no rule, no overlap policy of the pipeline."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter({"all": sum(each.missed for each in examples)})
    for each, scores in zip(examples, tagger.scores([each.features for each in examples]), strict=True):
        seen = {(start, end, label) for start, end, label, _ in decode(tagger.tables, scores, each.ends)}
        gold = {tuple(mark) for mark in each.gold}
        for counter, spans in ((right, seen & gold), (found, seen), (wanted, gold)):
            counter.update(label for _, _, label in spans)
            counter["all"] += len(spans)
    return {label: Score(right[label], found[label], wanted[label]) for label in sorted(wanted | found)}


def table(scores: dict[str, Score]) -> list[str]:
    """Markdown, the sum first."""
    rows = sorted(scores.items(), key=lambda pair: (pair[0] != "all", pair[0]))
    head = ["| label | precision | recall | F1 | in the corpus |", "|---|---:|---:|---:|---:|"]
    return head + [
        f"| {label} | {own.precision:.3f} | {own.recall:.3f} | {own.f1:.3f} | {own.gold} |" for label, own in rows
    ]
