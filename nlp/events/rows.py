"""The rest of a row of names, where the tree has torn it: «встреча Эрдогана с Корутюрком и Эрманом».

A name counts when it follows another behind a comma or «и», in the same case, and the row has an «и» at its end.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from nlp.events.names import Named, Names
from nlp.events.words import feature

JOINTS = frozenset({",", "и", "а", "также", "да"})
LAST = frozenset({"и", "также"})
OPENS, CLOSES = "(", ")"
LONGEST = 12
"""How many tokens a note in brackets may have: «Sodeco (Япония) и Marubeni»."""


def row(names: Names, named: Named, labels: tuple[str, ...]) -> list[Token]:
    """The heads of what follows a name in its row, [] when no «и» ends it."""
    found: list[Token] = []
    end, ended = named.span.end, False
    while (following := _next(names, named, end, labels)) is not None:
        other, joints = following
        found.append(other.span.root)
        ended = ended or bool(LAST & joints)
        if ended:
            return found
        end = other.span.end
    return []


def _next(names: Names, first: Named, end: int, labels: tuple[str, ...]) -> tuple[Named, set[str]] | None:
    """The name behind the next joint, if it stands as the first one does, and the words that join them."""
    doc = names.doc
    at = start = behind_note(doc, end)
    while at < len(doc) and doc[at].norm_.lower() in JOINTS:
        at += 1
    joints = {token.norm_.lower() for token in doc[start:at]}
    if not joints or at >= len(doc):
        return None
    alike = [n for n in names.over(doc[at], labels) if n.span.start == at and _alike(first, n)]
    return (alike[0], joints) if alike else None


def behind_note(doc: Doc, at: int) -> int:
    """Behind what stands in brackets: «Иванов (КПРФ)»; the same place when nothing does."""
    if at >= len(doc) or doc[at].text != OPENS:
        return at
    closing = next((token.i for token in doc[at : at + LONGEST] if token.text == CLOSES), None)
    return at if closing is None else closing + 1


def _alike(one: Named, other: Named) -> bool:
    """Of one label and one case; a word that shows no case may stand in any."""
    cases = {feature(each.span.root, "Case") for each in (one, other)} - {""}
    return one.label == other.label and len(cases) <= 1
