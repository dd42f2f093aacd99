"""How the command ends: once everything is written, no library is taken down piece by piece.

Arrow and DuckDB keep threads of their own. One that still wants Python's lock while Python shuts down aborts a process
whose tables are all written: «terminate called without an active exception», SIGABRT, seen a few times in some hundred
runs on a busy machine (the like is told in issue 45017 of apache/arrow).
"""

from __future__ import annotations

import atexit
import os
import sys
from typing import NoReturn


def leave(code: object) -> NoReturn:
    """End the process as `SystemExit(code)` would: exit functions run, streams are flushed, and that is all."""
    number = code if isinstance(code, int) else 1
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # whoever read the output has gone
        number = number or 1
    os._exit(0 if code is None else number)
