"""The tests themselves: what several need stands in a module of its own."""

import ast
from pathlib import Path

TESTS = Path(__file__).parent


def test_no_test_module_imports_from_another() -> None:
    imports = [
        f"{path.relative_to(TESTS)}:{node.lineno}"
        for path in TESTS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom | ast.Import)
        for name in (getattr(node, "module", None) or "", *(alias.name for alias in node.names))
        if name.rpartition(".")[2].startswith("test_")
    ]
    assert not imports
