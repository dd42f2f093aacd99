"""What was written by others is as they published it, and whole."""

import hashlib
import re

import pytest

from nlp.report import assets

FOLDER = assets.FOLDER / "vendor" / "d3"
HASHES = {
    "array": "468f7b9ed38d6322083da4d5ae9fa57d47784f964f16dcff96e413d16cc8f9d9",
    "axis": "3e2b821c13b93ccdb8f14e52494682ab94794cd2e29e3fc3fc56fac03b3478cd",
    "color": "41ebabc615acf63e5af87a1d565f16c3ce73f00c1394772a624780f7c6c7244b",
    "dispatch": "5afe071dad74c14cd580f540c9ec85b0755eed78b7f9ed3e9f63b989fc41aa4b",
    "force": "ed05b52ecfe280d753ebab954e4e1f24097952480a9d277be55b6ba297bf4a9b",
    "format": "1322666da5c4c006a4ea248d7f03afc861fbfb4b1692ee695e4192b76328dceb",
    "interpolate": "09b66887d084b49bf14c93867522e366ce846bee53b9f632c1c3a5e2b00f891a",
    "quadtree": "6bd9974b3efdf9c22942a6fb9a5a027ee39f81a6c27b09a3444c9e911796f439",
    "scale": "d76988731b337e1fdd130912f4e8363b3d7895d83f0b7685c86d87ece50712e9",
    "selection": "1dcd563b613b841dbe5a536df5289b0ac64c233a21bc1e954651cbe2a4809877",
    "time-format": "93b3b6ff5438723409c6540ae7abe4ab975be11e7d3a78f0b7c0bf28491f7145",
    "time": "0ca660b9dedd9ff16964146d792f2204927f8e72d6933a46199b41929cb539cc",
    "timer": "f6b80ed73b21d01658db60d1c04adb88adc70f885346ae07d59ed69ba0348849",
}


@pytest.mark.parametrize("module", assets.D3)
def test_a_module_of_d3(module: str) -> None:
    content = (FOLDER / f"d3-{module}.min.js").read_bytes()
    assert re.match(rb"// https://d3js.org/d3-[a-z-]+/ v\d+\.\d+\.\d+ Copyright", content)
    assert hashlib.sha256(content).hexdigest() == HASHES[module]


def test_none_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.js")} == {f"d3-{module}.min.js" for module in assets.D3}


def test_they_evaluate_no_text() -> None:
    """The policy of the pages forbids it: a module that needs it would break in silence."""
    assert not re.search(
        r"\beval\(|new Function|[^.\w]Function\(", "".join(path.read_text() for path in FOLDER.glob("*.js"))
    )
