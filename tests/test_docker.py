"""The Dockerfile is read as far as that goes without Docker; with Docker at hand, its own check reads it too."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text(encoding="utf-8")).splitlines()
STEPS = [line.split(maxsplit=1) for line in LINES if line and not line.startswith(("#", " "))]


def values(step: str) -> list[str]:
    return [value for name, value in STEPS if name == step]


def test_every_step_is_known() -> None:
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert {name for name, _ in STEPS} <= known


def test_images_are_slim_and_named_by_version() -> None:
    assert all(re.fullmatch(r"python:3\.1[1-3]-slim( AS \w+)?", value) for value in values("FROM"))


def test_it_runs_without_rights() -> None:
    """The last user named is not root, and nothing is run or copied after."""
    after = STEPS[[name for name, _ in STEPS].index("USER") + 1 :]
    assert values("USER") == ["letopis"]
    assert {name for name, _ in after} == {"WORKDIR", "ENTRYPOINT", "CMD"}


def test_what_is_copied_is_there_and_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    sources = [path for value in values("COPY") if "--from" not in value for path in value.split()[:-1]]
    assert [path for path in sources if not (ROOT / path).exists()] == []
    assert [path for path in sources if f"!{path}" not in ignored] == []


def test_versions_are_the_pinned_ones_and_no_cache_stays() -> None:
    (install,) = [value for value in values("RUN") if "pip install" in value]
    assert "-c constraints.txt" in install
    assert "--no-cache-dir" in install


def test_docker_reads_it() -> None:
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "info"], capture_output=True, check=False).returncode:
        pytest.skip("no Docker daemon here")
    done = subprocess.run([docker, "build", "--check", str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
