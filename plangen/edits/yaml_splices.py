"""Which characters of a YAML file make way for which others, for one change to its values."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import yaml

from plangen.edits.raw_text import line_end, line_start
from plangen.edits.yaml_nodes import Entry, YamlSpot, entries, find, is_block, spot_end
from plangen.edits.yaml_writing import block_entry, block_item, flow, is_flat, scalar
from plangen.sources.yaml_reader import Path

__all__ = ["Splice", "added", "put", "taken_out"]

Splice = tuple[int, int, str]
"""Where the old characters begin and end, and what stands there instead, its lines ended by line feeds."""


def put(text: str, path: Path, value: object) -> Splice | None:
    """`value` in place of what stands at `path`, or as a new key; None where nothing leads there."""
    spot = find(text, path)
    if spot is not None and spot.node is not None:
        return _replaced(text, spot, value)
    if not path:
        return _at_the_end(text, value)
    above, last = find(text, path[:-1]), path[-1]
    if above is None:
        return put(text, path[:-1], {last: value}) if isinstance(last, str) else None
    if isinstance(last, int):
        return added(text, path[:-1], value) if last == len(list(entries(text, above.node))) else None
    if above.node is None or _is_null(above.node):
        return put(text, path[:-1], {last: value})
    return _new_entry(text, above, last, value) if isinstance(above.node, yaml.MappingNode) else None


def added(text: str, path: Path, value: object) -> Splice | None:
    """`value` as the last item of the list at `path`, which is made if need be; None where there is no list."""
    spot = find(text, path)
    if spot is None or spot.node is None or _is_null(spot.node):
        return put(text, path, [value])
    return _new_entry(text, spot, None, value) if isinstance(spot.node, yaml.SequenceNode) else None


def _is_null(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _at_the_end(text: str, value: object) -> Splice:
    """The first value of a file that holds comments, or nothing."""
    gap = "" if not text or text.endswith(("\n", "\r")) else "\n"
    lines = _lines(value, 0) if isinstance(value, dict | list) and value else flow(value)
    return len(text), len(text), f"{gap}{lines}\n"


def _lines(value: dict[str, object] | list[object], column: int) -> str:
    """A collection as lines, all but the first set in by `column`."""
    if isinstance(value, dict):
        lines = [block_entry(key, entry, column) for key, entry in value.items()]
    else:
        lines = [block_item(item, column) for item in value]
    return ("\n" + " " * column).join(lines)


def _replaced(text: str, spot: YamlSpot, value: object) -> Splice:
    start, end = int(spot.node.start_mark.index), spot_end(text, spot.node)
    if isinstance(value, dict | list) and not is_flat(value) and not spot.in_flow:
        return _lines_instead(text, spot, value, (start, end))
    style = getattr(spot.node, "style", None)
    if isinstance(value, dict | list):
        written = flow(value)
    else:
        written = scalar(value, style, spot.in_flow, _body_column(text, spot))
    if is_block(spot.node) and spot.above:
        start = min(start, _after_colon(text, spot))
    return start, end, (" " if start and text[start - 1] in ":-" else "") + written


def _lines_instead(
    text: str, spot: YamlSpot, value: dict[str, object] | list[object], at: tuple[int, int]
) -> Splice:
    start, end = at
    if is_block(spot.node):
        return start, end, _lines(value, int(spot.node.start_mark.column))
    if not spot.above:
        return start, end, _lines(value, 0)
    if isinstance(spot.above[-1][1].step, int):
        space = " " if text[start - 1] == "-" else ""
        return start, end, space + _lines(value, spot.column + 2)
    column = spot.column + 2
    return _after_colon(text, spot), end, "\n" + " " * column + _lines(value, column)


def _after_colon(text: str, spot: YamlSpot) -> int:
    """Behind the key's colon or the dash, where only spaces and line endings part it from its value."""
    start = int(spot.node.start_mark.index)
    bare = len(text[:start].rstrip(" \t\r\n"))
    return bare if bare >= spot.above[-1][1].key_end else start


def _body_column(text: str, spot: YamlSpot) -> int:
    """How far the lines of a block of text are set in: as they were, or two spaces more than its key."""
    if getattr(spot.node, "style", None) in ("|", ">"):
        start = int(spot.node.start_mark.index)
        body = text[line_end(text, start) : spot.node.end_mark.index].lstrip("\r\n")
        if body.startswith(" "):
            return len(body) - len(body.lstrip(" "))
    return spot.column + 2


def _new_entry(text: str, spot: YamlSpot, key: str | None, value: object) -> Splice:
    """A new key, or item (no `key`), behind the last entry of a mapping or list."""
    node, inside = spot.node, list(entries(text, spot.node))
    if node.flow_style:
        written = flow(value) if key is None else flow({key: value})[1:-1]
        end = spot_end(text, inside[-1].value) if inside else int(node.start_mark.index) + 1
        return end, end, f", {written}" if inside else written
    column = int(node.start_mark.column)
    end = line_end(text, spot_end(text, node))
    gap = "\n" if _parted(text, inside) else ""
    if key is not None:
        written = block_entry(key, value, column)
    elif getattr(inside[-1].value, "flow_style", False) and isinstance(value, dict | list):
        written = f"- {flow(value)}"
    else:
        written = block_item(value, column)
    return end, end, f"\n{gap}{' ' * column}{written}"


def _parted(text: str, inside: list[Entry]) -> bool:
    """Whether an empty line stands between all entries, so that one belongs before a new one too."""
    gaps = [text[spot_end(text, one.value) : after.start] for one, after in pairwise(inside)]
    return bool(gaps) and all("\n\n" in gap.replace("\r\n", "\n").replace(" ", "") for gap in gaps)


def taken_out(text: str, spot: YamlSpot) -> Splice | None:
    """Without the key or item; None where its place cannot be told."""
    if not spot.above:
        return None
    parent, entry = spot.above[-1]
    inside = list(entries(text, parent))
    number = [one.start for one in inside].index(entry.start)
    end = spot_end(text, entry.value)
    if len(inside) == 1:
        bare = "{}" if isinstance(parent, yaml.MappingNode) else "[]"
        return int(parent.start_mark.index), end if is_block(parent) else int(parent.end_mark.index), bare
    if parent.flow_style:
        if number + 1 < len(inside):
            return entry.start, inside[number + 1].start, ""
        return spot_end(text, inside[number - 1].value), end, ""
    if entry.start < 0:
        return None
    first = line_start(text, entry.start)
    if text[first : entry.start].strip(" "):  # behind the dash of an item, on its line
        return (entry.start, inside[number + 1].start, "") if number + 1 < len(inside) else None
    behind = line_end(text, end)
    if behind < len(text):
        return first, behind + (2 if text.startswith("\r\n", behind) else 1), ""
    return len(text[:first].rstrip("\r\n")), behind, ""
