"""`letopis doctor`: what is installed here, and whether all of it works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from nlp.cli.doctor.finding import Finding, Verdict
from nlp.cli.language import say
from nlp.cli.options import Model
from nlp.cli.sink import Format, opened

EXAMPLES = ("letopis doctor", "letopis doctor --quick --model tender-model")
QUICK = Annotated[bool, typer.Option("--quick", help="Leave out what loads the model: whether it reads, and how fast.")]


def doctor(ctx: typer.Context, model: Model = None, quick: QUICK = False) -> None:
    """Tell what is installed here, and whether it works.

    Versions, the model and its scores, extras, threads, encodings, the file of defaults that holds, and how fast texts
    are read on this machine; each with a verdict, and with what to do about it.

    Exit code: 0 all is well or worth a remark, 1 something does not work.
    """
    with opened(None, Format.text) as stream:
        bad = False
        for title, findings in _parts(ctx, model, quick):
            stream.write(f"{title}\n")
            for finding in findings:
                stream.write(finding.line() + "\n")
                stream.flush()
                bad = bad or finding.verdict is Verdict.BAD
    typer.echo(say("Something does not work: see ✗ above.") if bad else say("All that letopis needs is here."))
    if bad:
        raise typer.Exit(1)


def _parts(ctx: typer.Context, model: str | None, quick: bool) -> Iterator[tuple[str, Iterator[Finding]]]:
    """The parts of the page, each worked out when its turn comes."""
    from nlp.cli.doctor import machine, models, packages, settings, speed
    from nlp.pipeline import MODEL

    chosen = model or MODEL
    yield say("Programs"), packages.programs()
    yield say("Model"), models.findings(chosen)
    yield say("Extras"), packages.extras()
    yield say("Machine"), machine.findings()
    yield say("Settings"), settings.findings(ctx)
    if not quick:
        yield say("Speed on this machine"), speed.findings(chosen)
