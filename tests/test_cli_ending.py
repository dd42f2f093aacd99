"""The command ends with its exit code and its output, and without the shutdown in which libraries abort."""

import signal
import subprocess
import sys

import pytest

RUN = """
import atexit, ctypes, sys
libc = ctypes.CDLL(None)
libc.__cxa_atexit(libc.abort, None, None)
atexit.register(print, "last words")
sys.argv = ["letopis", *{arguments}]
{ending}
"""
"""A process that aborts when its libraries are taken down."""
COMMAND = "from nlp.cli import main; main()"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what the C library does at exit is told by glibc")


def ended(*arguments: str, ending: str = COMMAND) -> "subprocess.CompletedProcess[str]":
    code = RUN.format(arguments=arguments, ending=ending)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_exit_functions_run_and_libraries_are_left_alone() -> None:
    run = ended("--version")
    assert run.returncode == 0
    assert run.stdout.startswith("letopis ")
    assert run.stdout.endswith("last words\n")


def test_another_end_takes_them_down() -> None:
    assert ended(ending="sys.exit(0)").returncode == -signal.SIGABRT


def test_an_error_keeps_its_exit_code() -> None:
    run = ended("extract", "--no-such-option")
    assert run.returncode == 2
    assert "--no-such-option" in run.stderr


def test_a_reader_that_has_gone_is_no_crash() -> None:
    shell = f'{sys.executable} -c "{COMMAND}" --help | head -c 1'
    run = subprocess.run(shell, shell=True, capture_output=True, check=False)
    assert run.returncode == 0
    assert b"Traceback" not in run.stderr
