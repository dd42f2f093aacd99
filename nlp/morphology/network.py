"""The component `letopis_network`: tags, trees and raw names for the words of each sentence.

token.pos, token.morph     parts of speech and features of Universal Dependencies
token.head, token.dep      one tree a sentence; tokens that are no words hang on a neighbour as "dep"
doc.spans["ner"]           PER, LOC, ORG as slovnet sees them
doc.tensor                 what the networks saw, if `context` asks for it: `letopis_spans` takes it away
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp.errors import ModelError
from nlp.knowledge.stored import Stored
from nlp.morphology import weights as stored
from nlp.morphology.analysis import Analyser
from nlp.morphology.annotate import Annotator, Sentence, sentences
from nlp.morphology.batches import TOGETHER, batches
from nlp.morphology.context import LONGEST, Sheet

NAME = "letopis_network"
Prepared = tuple[Analyser, Annotator]


class Network(Stored):
    """slovnet over a `Doc`."""

    NAME = NAME
    FILES = stored.FILES

    def __init__(self, vocab: Vocab, *, context: bool = False, threads: int = 1) -> None:
        if threads < 1:
            raise ModelError(f"{NAME} has threads = {threads}; it takes 1 or more")
        super().__init__()
        self.vocab = vocab
        self.context = context
        self.threads = threads

    def make(self, files: dict[str, bytes]) -> Prepared:
        """The weights, unpacked: a process that only hands pipelines on never pays for them."""
        weights = stored.read(files)
        return Analyser(weights, threads=self.threads), Annotator(self.vocab, weights.tags)

    def __call__(self, doc: Doc) -> Doc:
        """One document; it needs sentence starts."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = TOGETHER) -> Iterator[Doc]:
        """Several documents in one pass; a very long one goes alone."""
        for batch in batches(stream, batch_size):
            yield from self._annotate(batch)

    def _annotate(self, docs: list[Doc]) -> list[Doc]:
        prepared: Prepared = self.prepared()
        analyser, annotator = prepared
        found = [sentences(doc) for doc in docs]
        spoken = [sentence.forms for each in found for sentence in each if sentence.words]
        sheet = self._sheet(docs, found)
        analyses = iter(analyser.analyse(spoken, sheet))
        for doc, each in zip(docs, found, strict=True):
            read = [next(analyses) for sentence in each if sentence.words]
            annotator.annotate(doc, each, read)
        if sheet is not None:
            sheet.leave()
        return docs

    def _sheet(self, docs: list[Doc], found: list[list[Sentence]]) -> Sheet | None:
        """Where the context goes, if it was asked for; a document that is too long is alone here and has none."""
        if not self.context or len(docs[0]) > LONGEST:
            return None
        return Sheet(docs, [(number, each.words) for number, own in enumerate(found) for each in own if each.words])


@Language.factory(
    NAME,
    default_config={"context": False, "threads": 1},
    requires=["token.is_sent_start"],
    assigns=["token.pos", "token.morph", "token.dep", "token.head", "doc.spans", "doc.tensor"],
)
def make_network(nlp: Language, name: str, context: bool, threads: int) -> Network:
    """An empty component; `nlp.from_disk` fills it. With `context`, `doc.tensor` holds a row a token."""
    return Network(nlp.vocab, context=context, threads=threads)
