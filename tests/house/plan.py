"""The product's modules, parsed once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "lenovo_desk"


class Module(NamedTuple):
    """A module of the product."""

    path: Path
    tree: ast.Module

    @property
    def place(self) -> str:
        """Its path inside the product, such as `core/time/clock.py`."""
        return str(self.path.relative_to(HOUSE))


@cache
def modules() -> tuple[Module, ...]:
    """Return every module, packages' own `__init__` included."""
    paths = sorted(HOUSE.rglob("*.py"))
    return tuple(Module(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def public_names(module: Module) -> Iterator[str]:
    """Yield the public classes and functions that a module defines."""
    for node in module.tree.body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                if not name.startswith("_"):
                    yield name


def value_names(module: Module) -> Iterator[tuple[str, int]]:
    """Yield each name that a module gives to a value or parameter, with its line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno


class Class(NamedTuple):
    """A class of the product."""

    place: str
    name: str
    bases: tuple[str, ...]
    methods: int

    def __str__(self) -> str:
        return f"{self.place} {self.name}"


@cache
def classes() -> tuple[Class, ...]:
    """Return every class, private ones included."""
    return tuple(
        Class(
            module.place,
            node.name,
            tuple(_name(base) for base in node.bases),
            sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body),
        )
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    )


def parents(child: Class) -> list[Class]:
    """Return the classes of ours that a class names as its bases."""
    return [
        other
        for other in classes()
        if other.name in child.bases
        and other != child
        and (other.place == child.place or not other.name.startswith("_"))
    ]


def ancestors(child: Class) -> list[Class]:
    """Return all classes of ours above a class, nearest first."""
    above: dict[Class, None] = {}
    for parent in parents(child):
        above |= dict.fromkeys((parent, *ancestors(parent)))
    return list(above)


def height(child: Class) -> int:
    """Return how many classes of ours stand above a class, one above the other."""
    return max((1 + height(parent) for parent in parents(child)), default=0)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
