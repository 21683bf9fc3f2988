"""Where a node stands in its document: the fields and positions that lead to it, as in `sections.3.blocks.0`.

A path names a place in the tree and no object, so it is the same in two documents that are equal, however they
were made, and in the same document before and after its charts are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from plangen.document.blocks import Attachment, Metadata, Picture
from plangen.document.drawing import Drawing
from plangen.document.expansions import Expansions
from plangen.document.inlines import Provenance
from plangen.document.status import Mark
from plangen.document.tables import Column

__all__ = ["NodePath", "children", "nodes", "read_path", "written_path"]

NodePath = tuple[str | int, ...]
"""Names of fields and positions in their tuples, from the document down."""

_APART = (Attachment, Column, Drawing, Expansions, Mark, Metadata, Picture, Provenance)
"""What belongs to a document and is no node of its tree."""


def children(node: Struct) -> list[tuple[NodePath, Struct]]:
    """The nodes right below `node`, each with the steps that lead to it."""
    found: list[tuple[NodePath, Struct]] = []
    for name in node.__struct_fields__:
        value = getattr(node, name)
        if isinstance(value, tuple):
            _add(found, (name,), value)
        elif isinstance(value, Struct) and not isinstance(value, _APART):
            found.append(((name,), value))
    return found


def _add(found: list[tuple[NodePath, Struct]], path: NodePath, parts: tuple[object, ...]) -> None:
    """Add the nodes among `parts`, and in tuples among them."""
    for number, part in enumerate(parts):
        if isinstance(part, tuple):
            _add(found, (*path, number), part)
        elif isinstance(part, Struct) and not isinstance(part, _APART):
            found.append(((*path, number), part))


def nodes(node: Struct, path: NodePath = ()) -> Iterator[tuple[NodePath, Struct]]:
    """`node`, which stands at `path`, and every node below it, each before those below it."""
    yield path, node
    for steps, child in children(node):
        yield from nodes(child, (*path, *steps))


def written_path(path: NodePath) -> str:
    """A path as text: `sections.3.blocks.0`."""
    return ".".join(map(str, path))


def read_path(text: str) -> NodePath:
    """The path that `written_path` wrote."""
    return tuple(int(step) if step.isdigit() else step for step in text.split(".")) if text else ()
