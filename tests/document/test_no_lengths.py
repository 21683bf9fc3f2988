"""The tree and what composes it know no paper: no length stands in a node, and compose gives none to one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest

from plangen.document import blocks, charts, drawing
from plangen.document.blocks import Document

COMPOSE = Path(blocks.__file__).parents[1] / "compose"

COUNTS = {
    "Band.priority",
    "Cell.rows",
    "Cell.span",
    "ColumnHeader.span",
    "ListBlock.columns",
    "ListBlock.start",
    "Mark.place",
    "Picture.height",
    "Picture.width",
    "PriorityItem.number",
    "PriorityLine.priority",
    "Row.header",
    "Section.priority",
    "SideBySide.columns",
    "Tally.symbols",
}
"""The whole numbers of the tree. They count or number something (a picture's pixels, a priority)."""


def types_in(annotation: object) -> Iterator[type]:
    """Every class named in `annotation`, within unions and tuples too."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from types_in(part)


def nodes() -> set[type[msgspec.Struct]]:
    """Every kind of node below a document, but for charts, which hold values, and drawings, which have lengths."""
    apart = {getattr(module, name) for module in (charts, drawing) for name in module.__all__}
    found: set[type[msgspec.Struct]] = set()
    waiting: list[type] = [Document]
    while waiting:
        kind = waiting.pop()
        if issubclass(kind, msgspec.Struct) and kind not in found | apart:
            found.add(kind)
            waiting += [inner for hint in get_type_hints(kind).values() for inner in types_in(hint)]
    return found


def fields_of(kind: type) -> set[str]:
    """The fields of the tree that hold a `kind`, as Node.field."""
    return {
        f"{node.__name__}.{name}"
        for node in nodes()
        for name, hint in get_type_hints(node).items()
        if kind in types_in(hint)
    }


def lengths_given(source: str) -> list[str]:
    """Where `source` gives a number to a node, unless it is one of the counts."""
    structs = {node.__name__: node for node in nodes()}
    found = []
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in structs:
            given = list(zip(structs[name].__struct_fields__, call.args, strict=False))
            given += [(keyword.arg or "", keyword.value) for keyword in call.keywords]
            fields = [f"{name}.{field}" for field, value in given if holds_number(value)]
            found += [f"{call.lineno}: {field}" for field in fields if field not in COUNTS]
    return found


def holds_number(value: ast.expr) -> bool:
    """Whether a number is written in `value`, also as a part of a sum; what other calls are given is theirs."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, int | float) and not isinstance(value.value, bool)
    inner = [] if isinstance(value, ast.Call | ast.Subscript | ast.JoinedStr) else ast.iter_child_nodes(value)
    return any(holds_number(part) for part in inner if isinstance(part, ast.expr))


def test_the_walk_meets_the_nodes():
    names = {node.__name__ for node in nodes()}
    assert {"Column", "Cell", "Travel", "Section", "Beside", "Value", "Mover", "Cover", "Attachment"} <= names
    assert {"Drawing", "TrendChart", "Theme"}.isdisjoint(names)


def test_no_node_holds_a_length():
    assert fields_of(float) == set()
    assert fields_of(int) == COUNTS


@pytest.mark.parametrize("path", sorted(COMPOSE.rglob("*.py")), ids=lambda path: str(path.relative_to(COMPOSE)))
def test_compose_gives_no_node_a_length(path: Path):
    assert lengths_given(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("Column(246)", ["1: Column.role"]),
        ("Column(ColumnRole.NAME, width=480 - 66.5 * len(own))", ["1: Column.width"]),
        ("Table(columns=(Column(role), 12.0))", ["1: Table.columns"]),
        ("Cell((), span=4)", []),
        ("Row(cells, header=1)", []),
        ("ColumnHeader('Action', 2)", []),
        ("Column(roles[0])", []),
    ],
)
def test_what_counts_as_a_length(call: str, found: list[str]):
    assert lengths_given(call) == found
