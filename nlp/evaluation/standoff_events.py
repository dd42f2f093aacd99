"""brat's events: `E2<tab>meeting:T19 participant:T5 participant2:T9`, with the status `A3<tab>Status E2 planned`.

A number at the end of a role parts those who play it; date and place are no arguments of a record, and are left out
here. An event without a status happened.
Format: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from nlp.errors import InputError
from nlp.evaluation.corpus import read_text
from nlp.evaluation.guide import Frame, Role
from nlp.evaluation.standoff import Mark, mark_of

STATUS = "Status"
BESIDE = frozenset({"date", "place"})
Places = Mapping[str, Mark]


def frames(path: Path, text: str) -> tuple[Frame, ...]:
    """Raises `InputError` with the line that is no event of marks of this file; none where there is no such file."""
    if not path.exists():
        return ()
    lines = list(enumerate(read_text(path).splitlines(), 1))
    places = {line.split("\t")[0]: mark_of(line, text, path, number) for number, line in lines if line.startswith("T")}
    told = dict(_statuses([line for _, line in lines]))
    return tuple(_frame(line, places, told, path, number) for number, line in lines if line.startswith("E"))


def _statuses(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        parts = line.split("\t")[1:2]
        if line.startswith("A") and parts and parts[0].startswith(f"{STATUS} "):
            _, event, *value = parts[0].split()
            yield event, value[0] if value else "actual"


def _frame(line: str, places: Places, told: Mapping[str, str], path: Path, number: int) -> Frame:
    try:
        own, parts = line.split("\t")[:2]
        (kind, trigger), *filled = [part.rsplit(":", 1) for part in parts.split()]
        start, end = _extent(places[trigger])
        found = [(role.rstrip("0123456789"), _extent(places[of])) for role, of in filled]
    except (ValueError, KeyError) as error:
        wanted = "expected «E1<tab>TYPE:T9 role:T1», all of them marks of this file"
        raise InputError(path, f"{line!r} is no event: {wanted}", number) from error
    roles = tuple(Role(role, *extent, "") for role, extent in found if role not in BESIDE)
    return Frame(kind, told.get(own, "actual"), start, end, roles, None)


def _extent(mark: Mark) -> tuple[int, int]:
    return mark.pieces[0][0], mark.pieces[-1][1]
