"""`letopis schema`: the contract of the output."""

from __future__ import annotations

import typer

EXAMPLES = ("letopis schema > letopis.schema.json",)


def schema() -> None:
    """Print the JSON Schema of a record.

    Draft 2020-12; every record that `letopis extract` writes follows it.
    """
    import json

    from nlp.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
