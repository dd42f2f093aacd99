"""CoNLL: a word and its BIO tag a line, PER, LOC and ORG; an empty line after a sentence, -DOCSTART- before a document.

    Павел<tab>B-PER
    Ткач<tab>I-PER

A token has one tag, so that only the outermost names are told: «Министерство финансов Китая» is one ORG, its «Китая»
is lost; so are posts, dates, sums, documents and everything that is no name. The brat format keeps them.
Format: Tjong Kim Sang and De Meulder, Introduction to the CoNLL-2003 shared task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, Token

from nlp.output.exports.tokens import docs
from nlp.output.whole import whole_text
from nlp.schema import Record


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the file, and tell how many mentions are not in it."""
    kept = total = 0
    with whole_text(target) as stream:
        for record, doc in docs(records):
            source = " ".join((record.source or "-").split())
            stream.write(f"-DOCSTART-\tO\n# id = {record.id}\n# source = {source}\n\n")
            stream.writelines(lines(doc))
            kept += len(doc.ents)
            total += len(record.mentions)
    return [f"conll: {total - kept} of {total} mentions are not in it: nested ones, and all but people, places, bodies"]


def lines(doc: Doc) -> Iterator[str]:
    """The lines of a document; what is no word has none, and no sentence ends inside a name."""
    written = False
    for token in doc:
        if token.is_sent_start and token.ent_iob_ != "I" and written:
            yield "\n"
            written = False
        if token.pos_ != "SPACE":
            yield f"{token.text}\t{_tag(token)}\n"
            written = True
    yield "\n"


def _tag(token: Token) -> str:
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
