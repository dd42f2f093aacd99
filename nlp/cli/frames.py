"""`letopis frames`: event types of your own, checked and tried."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.console import complain
from nlp.cli.language import say
from nlp.cli.options import Frames, examples
from nlp.errors import KnowledgeError

if TYPE_CHECKING:
    from nlp.evaluation.frames import Trial

CHECK = examples("letopis frames check my-frames/")
TEST = examples("letopis frames test my-tables/plant_opening.txt --frames my-frames/")

app = typer.Typer(help="Check and try event types of your own.", no_args_is_help=True, rich_markup_mode=None)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Holds frames, TYPE.toml.", show_default=False)]
Table = Annotated[
    Path, typer.Argument(metavar="TABLE", help="Marked sentences, TYPE.txt.", exists=True, dir_okay=False)
]


@app.command(epilog=CHECK)
def check(folder: Folder) -> None:
    """Say of every frame in a folder whether it can be used, and if not, in which line and why.

    Exit code 2 when one cannot.
    """
    from nlp.events.frame_files import frames, read_frame
    from nlp.events.inventory import frame_files

    shipped, wrong = {frame.type for frame in frames()}, 0
    for path in frame_files(folder):
        try:
            frame = read_frame(path)
        except KnowledgeError as error:
            wrong += 1
            complain(error)
            continue
        words = sum(len(sense.verbs) + len(sense.nouns) + len(sense.adjectives) for sense in frame.sense)
        instead = say("; takes the place of the shipped frame") if frame.type in shipped else ""
        form, roles = "{file}: {senses} senses, {words} trigger words, roles {roles}", ", ".join(frame.roles)
        typer.echo(say(form, file=path.name, senses=len(frame.sense), words=words, roles=roles) + instead)
    if wrong:
        raise typer.Exit(2)


@app.command("test", epilog=TEST)
def tried(table: Table, frames: Frames = None) -> None:
    """Read marked sentences and show those that the frames read otherwise.

    «[Премьер](visitor) [посетил](!) [Минск](host).» in visit.txt; a sentence without marks holds no such event.
    Exit code 2 when a sentence is read otherwise.
    """
    from nlp import pipeline
    from nlp.evaluation.frames import trials
    from nlp.events.inventory import shipped, with_folder

    known = (shipped() if frames is None else with_folder(frames)).frames
    done = list(trials(table, pipeline.load(frames=frames), known))
    wrong = [trial for trial in done if not trial.agrees]
    for trial in wrong:
        typer.echo(_shown(table, trial))
    right = len(done) - len(wrong)
    typer.echo(say("{table}: {right} of {all} sentences agree", table=table.name, right=right, all=len(done)))
    if wrong:
        raise typer.Exit(2)


def _shown(table: Path, trial: Trial) -> str:
    """The two readings, one under the other."""
    expected, found = say("expected"), say("found")
    wide = max(len(expected), len(found))
    readings = f"  {expected:<{wide}}  {trial.expected}\n  {found:<{wide}}  {trial.found}\n"
    return f"{table}:{trial.sentence.number}\n{readings}"
