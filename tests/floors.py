"""The one-way rule, checked on syntax trees: an import may only point up the list of floors."""

import ast
from collections.abc import Iterator
from pathlib import Path

FLOORS = (
    "errors",
    "tables",
    "schema",
    "document",
    "knowledge",
    "text",
    "morphology",
    "mentions",
    "entities",
    "events",
    "record",
    "joining",
    "output",
    "pipeline",
    "archive",
    "report",
    "evaluation",
    "training",
    "cli",
)
TYPES_ALONE = {("tables", "schema")}
"""Who may name a lower floor's types for the checker alone: a record inherits its tables, and they say «Record»."""
PACKAGE = Path(__file__).parent.parent / "nlp"
SOURCES = sorted(PACKAGE.rglob("*.py"))


def floor_of(module: str) -> str:
    """`nlp.text.cleaning` → "text"."""
    return module.split(".")[1]


def module_of(path: Path) -> str:
    """nlp/text/cleaning.py → `nlp.text.cleaning`."""
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def imported(tree: ast.AST, for_types: bool = False) -> Iterator[tuple[int, str, bool]]:
    """Line, dotted name and whether only the type checker sees it, for every import, inside functions as well."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, for_types) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{base}.{alias.name}", for_types) for alias in node.names)
        else:
            yield from imported(node, for_types or _is_type_block(node))


def _is_type_block(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def wrong_imports(module: str, code: str) -> list[str]:
    """What is wrong with the imports of `module`: one line each, none when all of them point up."""
    return [
        f"{module}:{line}: {reason}: {name}"
        for line, name, for_types in imported(ast.parse(code))
        if (reason := _fault(floor_of(module), name, for_types))
    ]


def _fault(floor: str, name: str, for_types: bool) -> str | None:
    first, _, rest = name.partition(".")
    if name.startswith("."):
        return "a relative import"
    if first != "nlp":
        return None
    if not rest:
        return "import the module that defines the name, not the whole of"
    target = floor_of(name)
    if target not in FLOORS:
        return "no floor of this name"
    if for_types and (floor, target) in TYPES_ALONE:
        return None
    return "points down" if FLOORS.index(target) > FLOORS.index(floor) else None
