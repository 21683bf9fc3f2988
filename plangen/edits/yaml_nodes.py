"""Where the values of a YAML file stand, by the marks of its parser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from plangen.edits.raw_text import line_start
from plangen.sources.yaml_reader import Path

__all__ = ["Entry", "YamlSpot", "entries", "find", "is_block", "spot_end"]

Node = Any  # a node of PyYAML, whose C parser has no types

_SPACE = " \t\r\n"


class Entry(Struct, frozen=True):
    """A key with its value, or an item of a list. `start` is where its key or its dash begins."""

    step: str | int
    start: int
    key_end: int
    value: Node


class YamlSpot(Struct, frozen=True):
    """A value and all around it: `above` leads from the whole file to the entry that has it."""

    node: Node
    above: tuple[tuple[Node, Entry], ...]

    @property
    def in_flow(self) -> bool:
        """Whether it stands within brackets or braces."""
        return any(parent.flow_style for parent, _ in self.above)

    @property
    def column(self) -> int:
        """How far the key or dash that leads to it is set in."""
        if not self.above:
            return 0
        parent, _ = self.above[-1]
        return int(parent.start_mark.column)


def find(text: str, path: Path) -> YamlSpot | None:
    """The value at `path`; None where the file has none."""
    node: Node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    above: list[tuple[Node, Entry]] = []
    for step in path:
        entry = next((entry for entry in entries(text, node) if entry.step == step), None)
        if entry is None:
            return None
        above.append((node, entry))
        node = entry.value
    return YamlSpot(node, tuple(above))


def entries(text: str, node: Node) -> Iterator[Entry]:
    """The entries of a mapping or list, in order; nothing for other nodes."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield Entry(key.value, key.start_mark.index, key.end_mark.index, value)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            start = value.start_mark.index
            if not node.flow_style:
                start = text.rfind("-", line_start(text, start), start)
            yield Entry(number, start, start + 1, value)


def is_block(node: Node) -> bool:
    """Whether it is a mapping or list of lines, not one in braces or brackets."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def spot_end(text: str, node: Node) -> int:
    """Where the text of a value ends, without blank lines and comments that the parser counts to it."""
    if is_block(node):
        last = node.value[-1]
        return spot_end(text, last[1] if isinstance(node, yaml.MappingNode) else last)
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        header = text[start:end].partition("\n")[0]
        kept = text[start:end].rstrip(" ") if "+" in header else text[start:end].rstrip(_SPACE)
        end = start + len(kept.removesuffix("\n").removesuffix("\r"))
    return end
