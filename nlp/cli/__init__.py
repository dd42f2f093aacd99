"""The command `letopis`: parses arguments and calls the library; the only place that prints.

Nothing heavy is imported before a command runs, so that `letopis --help` answers at once.
"""

from nlp.cli.app import app, main

__all__ = ["app", "main"]
