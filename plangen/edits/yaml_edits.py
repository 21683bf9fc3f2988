"""YAML: a value replaced, a key or item added or taken out. Every other byte stays as it is.

The file that comes of it is read again: it must hold the old values with just that change, or the edit is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from msgspec import Struct

from plangen.diagnostics import PlangenError
from plangen.edits.raw_text import raw_text
from plangen.edits.refusals import not_possible
from plangen.edits.yaml_nodes import find
from plangen.edits.yaml_splices import Splice, added, put, taken_out
from plangen.edits.yaml_writing import Value, plain_value
from plangen.sources.decoding import decode
from plangen.sources.yaml_reader import Path, read_yaml

__all__ = ["Add", "Put", "TakeOut", "YamlChange", "edit_yaml", "same_values"]


class Put(Struct, frozen=True):
    """Write `value` where `path` leads: in place of what stands there, or as a new key of its mapping."""

    path: Path
    value: Value


class Add(Struct, frozen=True):
    """Write `value` as a new last item of the list at `path`."""

    path: Path
    value: Value


class TakeOut(Struct, frozen=True):
    """Take out the key or item at `path` with its value."""

    path: Path


YamlChange = Put | Add | TakeOut
"""Everything that can be done to a YAML file."""


def edit_yaml(data: bytes, file: str, changes: Sequence[YamlChange]) -> bytes:
    """The file with `changes`, one after the other; `file` is its name for messages.

    Raises `PlangenError`: what reading such a file raises (PG104 to PG114), and PG913 where a change cannot be
    made, leads to nothing, or would alter another value.
    """
    raw = raw_text(data, file)
    text, wanted = raw.text, _values(data, file)
    for change in changes:
        wanted = _changed(wanted, change, file)
        start, end, written = _splice(text, change, file)
        text = text[:start] + raw.of_lines(written) + text[end:]
    edited = raw.data(text)
    if not same_values(_values(edited, file), wanted):
        raise not_possible(file, "the edit would alter other values of the file too")
    return edited


def _values(data: bytes, file: str) -> object:
    source = read_yaml(decode(data, file), file)
    if source.faults:
        raise not_possible(file, source.faults[0].message, source.faults[0].hint)
    return source.value


def same_values(one: object, other: object) -> bool:
    """Whether two readings are equal in order and type too: 1, 1.0, true and "1" are four values."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same_values(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_values, one, other))
    return one == other


def _changed(values: object, change: YamlChange, file: str) -> object:
    """What the file should hold after the change."""
    whole: list[Any] = [deepcopy(values)]
    path: Path = (0, *change.path)
    holder: Any = whole
    try:
        for step in path[:-1]:
            if not isinstance(change, TakeOut) and _is_missing(holder, step):
                holder[step] = {}
            holder = holder[step]
        match change:
            case Put(value=value) if isinstance(holder, list) and path[-1] == len(holder):
                holder.append(plain_value(value))
            case Put(value=value):
                holder[path[-1]] = plain_value(value)
            case Add(value=value):
                before = None if _is_missing(holder, path[-1]) else holder[path[-1]]
                holder[path[-1]] = [*(before or []), plain_value(value)]
            case TakeOut():
                del holder[path[-1]]
    except (KeyError, IndexError, TypeError):
        raise _leads_nowhere(change.path, file) from None
    return whole[0]


def _is_missing(holder: Any, step: str | int) -> bool:
    """Whether a key has no value yet; an item that is not there is a fault."""
    return holder.get(step) is None if isinstance(holder, dict) else holder[step] is None


def _leads_nowhere(path: Path, file: str) -> PlangenError:
    return not_possible(file, f"there is nothing at {'.'.join(map(str, path))} that could be changed")


def _splice(text: str, change: YamlChange, file: str) -> Splice:
    match change:
        case Put(path=path, value=value):
            found = put(text, path, plain_value(value))
        case Add(path=path, value=value):
            found = added(text, path, plain_value(value))
        case TakeOut(path=path):
            spot = find(text, path)
            found = taken_out(text, spot) if spot else None
    if found is None:
        raise _leads_nowhere(change.path, file)
    return found
