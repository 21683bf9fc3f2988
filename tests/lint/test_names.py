"""One meaning a name: no two public classes are called the same, and none hides a name that Python has."""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "plangen"
TESTS = Path(__file__).parents[1]


def public_classes() -> Iterator[tuple[str, str]]:
    """Every public class of the package with the module it is in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, str(path.relative_to(PACKAGE))


def test_no_two_classes_have_one_name():
    homes: dict[str, list[str]] = {}
    for name, module in public_classes():
        homes.setdefault(name, []).append(module)
    assert {name: modules for name, modules in homes.items() if len(modules) > 1} == {}


def test_no_two_test_modules_have_one_name():
    """pytest imports them by their names alone, and refuses the second."""
    modules = Counter(path.name for path in TESTS.rglob("test_*.py"))
    assert [name for name, count in modules.items() if count > 1] == []


def test_no_class_hides_a_builtin():
    assert [name for name, _ in public_classes() if hasattr(builtins, name)] == []
