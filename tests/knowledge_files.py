"""Read every knowledge file as the code does, in a fresh process, and print which ones were opened.

Run by `test_knowledge_files`: tables are cached once read, so the count is only true from the start of a process.
"""

import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import nlp
from nlp.knowledge import reader
from nlp.training.needs import PACKAGES

TEXT = (
    "12 мая 2025 г. министр Иван Петров посетил Минск и подписал с компанией «Заря» договор на 5 млн рублей."
    " Правление ООО «Заря» и компания «Заря» ждут. Госдума молчит."
)


def watched(opened: set[str]) -> None:
    """Note every file that the reader opens."""
    read = reader._text

    def noted(path: str | Path) -> str:
        opened.add(Path(path).resolve().relative_to(reader.ROOT).as_posix())
        return read(path)

    reader._text = noted


def loaders() -> Iterator[Callable[[], object]]:
    """The functions of the package that take nothing and read a resource."""
    for found in pkgutil.walk_packages(nlp.__path__, "nlp."):
        for value in vars(_module(found.name)).values():
            function = inspect.unwrap(value) if callable(value) else None
            if inspect.isfunction(function) and function.__module__ == found.name and _reads(function):
                yield value


def _module(name: str) -> ModuleType:
    """The module; an empty one where it needs the extra «train», which not every machine has."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name not in PACKAGES:
            raise
        return ModuleType(name)


def _reads(function: Callable[..., object]) -> bool:
    source = inspect.getsource(function)
    return not inspect.signature(function).parameters and any(each in source for each in ("resource(", "lists."))


if __name__ == "__main__":
    opened: set[str] = set()
    watched(opened)
    nlp.extract(TEXT)
    for loader in loaders():
        loader()
    print(json.dumps(sorted(opened)))
