"""Between two trainings: what trained models see in texts without annotation, for the next model to learn from.

Means of the teachers' probabilities: of beginnings and ends, of labels for every span that looks like one, of relations
between the mentions found. Hinton et al., Distilling the knowledge in a neural network, 2015.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import torch

from models.recipes.mentions import corpus
from models.recipes.mentions.batches import as_inputs, batch, paired, tensor
from models.recipes.mentions.corpus import Example, Gold
from models.recipes.mentions.model import Model
from nlp.mentions.spans.decode import decode
from nlp.mentions.spans.features import Forms
from nlp.mentions.spans.pairs import Mentions, Pairs, hung
from nlp.mentions.spans.paths import Tree
from nlp.mentions.spans.spots import LEAST, spots
from nlp.mentions.spans.tables import Tables

TAUGHT = "taught"


class Taught(NamedTuple):
    """What is believed of one document: words × 2, spans × labels, pairs × relations, all probabilities."""

    edges: np.ndarray
    first: np.ndarray
    last: np.ndarray
    spans: np.ndarray
    mentions: tuple[Gold, ...]
    pairs: np.ndarray


class Lesson(NamedTuple):
    """What the teachers are given besides documents."""

    tables: Tables
    names: list[str]
    forms: Forms
    likely: np.ndarray


def is_taught(folder: Path) -> bool:
    """Whether `teach` has been here; the list is written last."""
    return (folder / f"{TAUGHT}.json").is_file()


def teach(folder: Path, teachers: Sequence[Model], lesson: Lesson, examples: Sequence[Example]) -> None:
    """Writes `taught.npz` and `taught.json` into `folder`, a document after another."""
    folder.mkdir(parents=True, exist_ok=True)
    found = [(each.name, taught(teachers, lesson, each)) for each in examples]
    arrays = {
        field: [getattr(own, field) for _, own in found] for field in ("edges", "first", "last", "spans", "pairs")
    }
    np.savez(folder / f"{TAUGHT}.npz", **{field: np.concatenate(column) for field, column in arrays.items()})
    heads = [(name, [len(own.edges), len(own.first), len(own.pairs)], list(own.mentions)) for name, own in found]
    (folder / f"{TAUGHT}.json").write_bytes(msgspec.json.encode(heads))


def read(folder: Path) -> Iterator[tuple[str, Taught]]:
    """The inverse of `teach`: the documents' names and what is believed of each."""
    heads = msgspec.json.decode((folder / f"{TAUGHT}.json").read_bytes(), type=list[tuple[str, list[int], list[Gold]]])
    with np.load(folder / f"{TAUGHT}.npz") as stored:
        arrays = {name: stored[name] for name in stored.files}
    word = span = pair = 0
    for name, (words, spans, pairs), mentions in heads:
        yield (
            name,
            Taught(
                edges=arrays["edges"][word : word + words],
                first=arrays["first"][span : span + spans],
                last=arrays["last"][span : span + spans],
                spans=arrays["spans"][span : span + spans],
                mentions=tuple(mentions),
                pairs=arrays["pairs"][pair : pair + pairs],
            ),
        )
        word, span, pair = word + words, span + spans, pair + pairs


@torch.no_grad()
def taught(teachers: Sequence[Model], lesson: Lesson, example: Example) -> Taught:
    """The teachers' means for one document."""
    own = batch([example], lesson.forms)
    seen = [each.rows(**{**own.inputs, "own": each.forms(**own.forms)[own.inputs["own"]]}) for each in teachers]
    edges = torch.stack([torch.sigmoid(logits) for _, logits in seen]).mean(0).numpy()
    first, last = spots(np.log(edges / (1 - edges + 1e-9) + 1e-9), own.ends, lesson.tables.width, LEAST)
    cut = len(lesson.tables.labels) + 1
    scores = [
        each.spans(rows, tensor(first), tensor(last))[:, :cut].softmax(-1)
        for each, (rows, _) in zip(teachers, seen, strict=True)
    ]
    spans = torch.stack(scores).mean(0).numpy()
    found = decode(lesson.tables, first, last, np.log(spans + 1e-9))
    marks = tuple(Gold(each.start, each.end, each.label) for each in found)
    pairs = _pairs(teachers, lesson, example, [rows for rows, _ in seen], marks)
    return Taught(edges.astype(np.float16), first, last, spans.astype(np.float16), marks, pairs)


def believed(lesson: Lesson, marks: Sequence[Gold], tree: Tree) -> Mentions:
    """Mentions as rows of a sheet that holds one document."""
    numbers = {label: place for place, label in enumerate(lesson.tables.labels)}
    rows = [(start, end - 1, numbers[label]) for start, end, label in marks]
    return hung(tree, *np.array(rows, dtype=np.int64).reshape(-1, 3).T)


def _pairs(
    teachers: Sequence[Model], lesson: Lesson, example: Example, rows: list[torch.Tensor], marks: tuple[Gold, ...]
) -> np.ndarray:
    own = batch([example._replace(gold=marks)], lesson.forms)
    mentions = believed(lesson, marks, own.tree)
    near: Pairs = paired(own, mentions, lesson.likely, lesson.names)
    if not len(near.sources):
        return np.zeros((0, len(lesson.tables.relations) + 1), dtype=np.float16)
    inputs = {"mask": own.inputs["mask"], **as_inputs(mentions), **as_inputs(near)}
    scores = [each.relations(rows=seen, **inputs).softmax(-1) for each, seen in zip(teachers, rows, strict=True)]
    return torch.stack(scores).mean(0).numpy().astype(np.float16)


def untaught(out: Path) -> list[Example]:
    """The documents to be believed about: those without annotation, and Collection5's, whose labels are others.

    Each gets a name that no other has: stretches of one document share theirs, and so do documents of two corpora.
    """
    found = corpus.read(out / "raw") + [each for each in corpus.read(out / "train") if each.corpus != "nerel"]
    return [each._replace(name=f"{number} {each.name}") for number, each in enumerate(found) if len(each.ends)]
