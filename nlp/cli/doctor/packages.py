"""Which packages are installed, and whether their versions are those that letopis asks for."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, version

from packaging.requirements import Requirement

from nlp.cli.doctor.finding import Finding, Verdict
from nlp.cli.language import say

SHOWN = ("spacy", "numpy", "onnxruntime", "pymorphy3", "pandas", "duckdb", "pyarrow")
"""Those of the dependencies that are shown when all is well; any that is not well is shown."""
USED = ("formats", "ray", "train", "export")
"""Extras for those who use letopis; the others are for those who work on it."""


def programs() -> Iterator[Finding]:
    """The program itself, Python, and the packages that it cannot do without."""
    yield Finding("letopis", version("letopis"))
    yield Finding("Python", f"{platform.python_version()}, {platform.system()} {platform.machine()}", *_python())
    for requirement in _asked(None):
        finding = _installed(requirement)
        if finding.verdict is not Verdict.GOOD or requirement.name in SHOWN:
            yield finding


def extras() -> Iterator[Finding]:
    """What `pip install 'letopis[…]'` adds, extra by extra."""
    offered = distribution("letopis").metadata.get_all("Provides-Extra") or []
    for extra in (name for name in USED if name in offered):
        found = [_installed(requirement) for requirement in _asked(extra)]
        lacking = [finding.what for finding in found if finding.verdict is not Verdict.GOOD]
        if lacking:
            names = ", ".join(lacking)
            yield Finding(extra, say("not here: {names}", names=names), Verdict.NOTE, f"pip install 'letopis[{extra}]'")
        else:
            yield Finding(extra, ", ".join(f"{finding.what} {finding.value}" for finding in found))


def _python() -> tuple[Verdict, str]:
    asked = distribution("letopis").metadata["Requires-Python"]
    fits = Requirement(f"python{asked}").specifier.contains(platform.python_version(), prereleases=True)
    return (Verdict.GOOD, "") if fits else (Verdict.BAD, say("letopis needs Python {asked}", asked=asked))


def _asked(extra: str | None) -> Iterator[Requirement]:
    """What letopis asks for: always, or for an extra."""
    for line in distribution("letopis").requires or []:
        requirement = Requirement(line)
        always = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        wanted = requirement.marker is not None and requirement.marker.evaluate({"extra": extra or ""})
        if requirement.name != "letopis" and (always if extra is None else wanted and not always):
            yield requirement


def _installed(requirement: Requirement) -> Finding:
    command = f"{sys.executable} -m pip install '{requirement.name}{requirement.specifier}'"
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Finding(requirement.name, say("not installed"), Verdict.BAD, command)
    if requirement.specifier.contains(found, prereleases=True):
        return Finding(requirement.name, found)
    asked = say("{found}, where {asked} is asked for", found=found, asked=requirement.specifier)
    return Finding(requirement.name, asked, Verdict.BAD, command)
