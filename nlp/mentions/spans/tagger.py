"""The span model, ready to run: ONNX Runtime on one thread, many parts in a pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from nlp.errors import ModelError
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.decode import Found, decode
from nlp.mentions.spans.features import Features, Reader
from nlp.mentions.spans.sheets import batches, lay
from nlp.morphology.context import Halves

MODEL, TABLES = "spans.onnx", "spans.json"
FILES = (MODEL, TABLES)
QUIET = 3
"""ONNX Runtime's level of messages: errors."""


class Tagger:
    """Words with their context in, mentions out; the result for a part does not depend on the parts beside it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.tables = stored.loads(files[TABLES])
        self.reader = Reader(self.tables)
        self.session = _session(files[MODEL])

    def find(self, parts: Sequence[tuple[Sequence[str], Halves, NDArray[np.int64]]]) -> list[list[Found]]:
        """For each part its words, their rows of context, and for each word the place where its sentence ends."""
        read = [self.reader.read(words, context) for words, context, _ in parts]
        ends = [each for _, _, each in parts]
        return [decode(self.tables, own, end) for own, end in zip(self.scores(read), ends, strict=True)]

    def scores(self, parts: Sequence[Features]) -> Iterator[NDArray[np.float32]]:
        """Words × widths × (1 + labels) for each part, in order."""
        lengths = [len(part.shapes) for part in parts]
        for batch in batches(lengths):
            sheet = lay([parts[place] for place in batch])
            inputs = {**sheet.features._asdict(), "mask": sheet.mask}
            (rows,) = self.session.run(None, {name: _plain(value) for name, value in inputs.items()})
            for place, start in zip(batch, sheet.starts, strict=True):
                yield rows[start : start + lengths[place]]


def _plain(value: NDArray[Any]) -> NDArray[Any]:
    return value.astype(np.float32) if value.dtype == np.float16 else value


def _session(model: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = QUIET
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # what ONNX Runtime raises has no common ancestor but this
        raise ModelError(f"{MODEL} is damaged: {error}") from error
