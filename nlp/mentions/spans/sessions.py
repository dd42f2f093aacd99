"""A part of the span model as ONNX Runtime runs it: on one thread, with the same result every time."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from nlp.errors import ModelError

QUIET = 3
"""ONNX Runtime's level of messages: errors."""


class Session:
    """One part; called with its inputs by name, numbers in half precision made whole."""

    def __init__(self, name: str, model: bytes, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.use_deterministic_compute = True
        # every document has another length: plans and rooms kept for each would only add up
        options.enable_mem_pattern = options.enable_cpu_mem_arena = False
        options.log_severity_level = QUIET
        try:
            self._session: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # what ONNX Runtime raises has no common ancestor but this
            raise ModelError(f"{name} is damaged: {error}") from error

    def width(self) -> int:
        """Numbers in a row of the first output."""
        return int(self._session.get_outputs()[0].shape[1])

    def __call__(self, **inputs: NDArray[Any]) -> list[NDArray[np.float32]]:
        """The part's outputs in order."""
        found: list[NDArray[np.float32]] = self._session.run(
            None, {name: _plain(each) for name, each in inputs.items()}
        )
        return found


def _plain(value: NDArray[Any]) -> NDArray[Any]:
    return value.astype(np.float32) if value.dtype == np.float16 else value
