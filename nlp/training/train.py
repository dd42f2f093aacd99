"""The whole of `letopis train`: annotation → a head, measured on documents it has not seen → a model folder.

The model is a copy of the one it learned on, with the component `letopis_own` after `letopis_spans`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from spacy.language import Language

from nlp.errors import ModelError, TrainingError
from nlp.evaluation.corpus import docs
from nlp.evaluation.standoff import Mark
from nlp.mentions.own.component import NAME as OWN
from nlp.mentions.resolve import COARSE
from nlp.pipeline import load, model_folder
from nlp.schema import LABELS
from nlp.training import annotation, folder
from nlp.training.annotation import Annotated
from nlp.training.examples import Example, before_relations, examples, found, nests
from nlp.training.head import to_files
from nlp.training.learn import learn
from nlp.training.measure import Measured, Outcome, measure
from nlp.training.plan import Asked, Plan
from nlp.training.report import Report
from nlp.training.split import split

KNOWN = LABELS | frozenset(COARSE.values())
"""The labels that the model finds before it is taught."""
Told = Callable[[str, int, int], None]
"""Hears of every step: what is being done, how much of it is done, of how much."""
Item = TypeVar("Item")


def train(asked: Asked, plan: Plan, told: Told) -> Report:
    """Raises `InputError`, `TrainingError` or `ModelError` before anything is written."""
    folder.check(asked.out, asked.overwrite)
    documents, skipped = annotation.read(asked.data)
    if asked.labels:
        documents = [annotation.of_labels(each, asked.labels) for each in documents]
    marks = _counted(asked.data, documents)
    pipeline = _pipeline(asked.base)
    read = list(_heard(examples(pipeline, documents, skipped), "reading", len(documents), told))
    kept, held = split([each.document for each in read], plan.held, plan.seed)
    files = _taught([read[place] for place in kept], list(marks), plan, told)
    measured: Mapping[str, Measured] = {}
    if held:
        measured = _measured(pipeline, files, [read[place] for place in held], list(marks), plan, skipped, told)
    if held and asked.final:
        files = _taught(read, list(marks), plan, told)
    report = Report(
        base=Path(asked.base).name,
        seed=plan.seed,
        epochs=plan.epochs,
        final=asked.final or not held,
        documents=len(read),
        held_out=tuple(read[place].document.name for place in held),
        marks=marks,
        lost=sum(each.lost for each in read),
        measured=measured,
        skipped=tuple(skipped),
    )
    folder.teach(pipeline, files)
    folder.write(pipeline, model_folder(asked.base), files, report, asked.out)
    return report


def _counted(data: Path, documents: Sequence[Annotated]) -> dict[str, int]:
    """Marks by label."""
    counted = Counter(mark.label for each in documents for mark in each.answer or ())
    if not counted:
        raise TrainingError(f"{data}: {len(documents)} annotated documents, no mark in them: nothing to learn")
    return dict(sorted(counted.items()))


def _pipeline(base: str) -> Language:
    pipeline = load(base)
    if OWN in pipeline.pipe_names:
        raise ModelError(f"{base}: was taught labels already; start from the shipped model with all the annotation")
    return pipeline


def _taught(read: Sequence[Example], labels: Sequence[str], plan: Plan, told: Told) -> Mapping[str, bytes]:
    parts = [part for each in read for part in each.parts]
    if not any(part.gold for part in parts):
        raise TrainingError("no mark in the documents to learn from is a run of whole words in one sentence")
    head = learn(parts, labels, plan, partial(_epoch, told, plan.epochs))
    return to_files(head, labels, [label for label in labels if any(nests(part.gold, label) for part in parts)])


def _epoch(told: Told, epochs: int, done: int) -> None:
    told("learning", done, epochs)


def _measured(  # noqa: PLR0913  what is measured, with what, on what
    pipeline: Language,
    files: Mapping[str, bytes],
    held: Sequence[Example],
    labels: Sequence[str],
    plan: Plan,
    skipped: list[str],
    told: Told,
) -> Mapping[str, Measured]:
    """The taught pipeline on the documents held out, beside what it found in them before."""
    folder.teach(pipeline, files)
    with pipeline.select_pipes(enable=before_relations(pipeline)):
        walk = docs(pipeline, [each.document for each in held], skipped)
        after = {given: found(doc) for given, doc in _heard(walk, "measuring", len(held), told)}
    same = [each for each in held if each.document in after]
    return measure(
        [_outcome(each, after[each.document]) for each in same],
        [_outcome(each, each.before) for each in same],
        labels,
        KNOWN,
        plan.seed,
    )


def _outcome(example: Example, found: frozenset[Mark]) -> Outcome:
    return frozenset(example.document.answer or ()), found


def _heard(items: Iterable[Item], what: str, of: int, told: Told) -> Iterator[Item]:
    """The same items, each told of."""
    for done, item in enumerate(items, 1):
        yield item
        told(what, done, of)
