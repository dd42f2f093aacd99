"""`python -m models.recipes.events GOLD --texts DIR`: learn who fills roles and how sure events are.

Learns from the annotation guide's lines, writes `roles.json` and `confidence.json` into `--model`; with `--check GOLD2
--check-texts DIR2` also the reliability table of documents that were not learned from, and its plot.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import nlp
from models.recipes.events.calibrate import Bin, bins, learn
from models.recipes.events.examples import Example, choices, events
from models.recipes.events.plot import svg
from models.recipes.events.reading import read
from nlp.events.component import Events
from nlp.events.inventory import shipped
from nlp.events.weights import Learned, Weights

THRESHOLDS = (0.0, 0.75, 0.8, 0.85, 0.9)


def main() -> None:
    """Learn, write, and check."""
    asked = _arguments()
    pipeline = nlp.load()
    roles = _roles(choices(read(pipeline, asked.gold, asked.texts, Learned())), asked.seed)
    seen = events(read(pipeline, asked.gold, asked.texts, Learned(roles=roles)))
    found, unseen = learn(seen, asked.seed)
    component = Events(shipped())
    component.learned = Learned(found, roles)
    component.to_disk(asked.model)
    print(f"{len(seen)} events, {len(found.weights)} weights; scores of events by weights that have not seen them:")
    print(_table(bins(unseen, [each.right for each in seen])))
    if asked.check is not None:
        _check(component.learned, asked)


def _roles(seen: list[Example], seed: int) -> Weights:
    """The weights of candidates for roles, and how those that they choose do on documents left out."""
    found, unseen = learn(seen, seed)
    print(f"{len(seen)} candidates for roles, {len(found.weights)} weights; by weights that have not seen them:")
    print(_table(bins(unseen, [each.right for each in seen])))
    return found


def _check(learned: Learned, asked: argparse.Namespace) -> None:
    fresh = events(read(nlp.load(), asked.check, asked.check_texts, learned))
    scores = [learned.events.chance(each.words) for each in fresh]
    right = [each.right for each in fresh]
    print("documents not learned from:")
    print(_table(bins(scores, right)))
    print("\n| --min-score | events | right |\n|---|---|---|")
    for least in THRESHOLDS:
        kept = [answer for score, answer in zip(scores, right, strict=True) if score >= least]
        print(f"| {least:.2f} | {len(kept)} | {sum(kept) / max(1, len(kept)):.3f} |")
    if asked.plot is not None:
        asked.plot.write_text(svg(bins(scores, right)), encoding="utf-8")


def _table(rows: Sequence[Bin]) -> str:
    lines = [f"| {b.low:.1f}–{b.high:.1f} | {b.events} | {b.said:.3f} | {b.right:.3f} |" for b in rows]
    return "\n".join(("| score | events | said | right |", "|---|---|---|---|", *lines))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m models.recipes.events", description=__doc__)
    parser.add_argument("gold", type=Path, metavar="GOLD", help="annotated events, JSON Lines")
    parser.add_argument("--texts", type=Path, required=True, help="holds DOC.txt for every line")
    parser.add_argument("--model", type=Path, default=Path("models/ru_letopis/letopis_events"))
    parser.add_argument("--check", type=Path, metavar="GOLD2", help="annotated events that are not learned from")
    parser.add_argument("--check-texts", type=Path, metavar="DIR2")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="where the plot of GOLD2 goes")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
