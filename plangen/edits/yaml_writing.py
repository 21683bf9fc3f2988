"""Values as YAML: plain where that reads back as the same value, otherwise in quotes, or as a block of lines."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from plangen.diagnostics import PlangenError
from plangen.edits.refusals import not_possible
from plangen.sources.pasted import fold_characters
from plangen.sources.yaml_reader import read_yaml

__all__ = ["Value", "block_entry", "block_item", "flow", "is_flat", "plain_value", "scalar"]

Value = str | int | bool | Decimal | date | None | Sequence["Value"] | Mapping[str, "Value"]
"""What can be written: dates as text, mappings in their order."""

_WIDTH = 110


def plain_value(value: Value) -> object:
    """`value` as a reader gives it back: dates as text, whole decimals as numbers, odd characters folded."""
    match value:
        case str():
            return fold_characters(value)
        case Mapping():
            return {key: plain_value(entry) for key, entry in value.items()}
        case Decimal():
            return int(value) if value == value.to_integral_value() else value
        case date():
            return value.isoformat()
        case None | bool() | int():
            return value
        case _:
            return [plain_value(item) for item in value]


def scalar(value: object, style: str | None = None, in_flow: bool = False, column: int = 0) -> str:
    """A text, number, truth value or None; in `style` of YAML (None for plain) where that reads back.

    `column` is how far the lines of a block of text are set in. Raises PG913 for what YAML cannot hold.
    """
    if not isinstance(value, str):
        return _constant(value)
    for form in _order(style, value, in_flow):
        written = _form(value, form, column)
        if _reads_back(written, value, in_flow):
            return written
    raise not_possible("", f'"{value[:40]}" cannot be written as YAML', "leave out its control characters")


def _constant(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _order(style: str | None, value: str, in_flow: bool) -> list[str]:
    """Styles to be tried: the one it had, then the plainest."""
    first = [style] if style in ("'", '"') or (style in ("|", ">") and not in_flow) else []
    blocks = ["|"] if "\n" in value and not in_flow else []
    return list(
        dict.fromkeys([*first, *blocks, "", '"', "'"] if '"' not in value else [*first, *blocks, "", "'", '"'])
    )


def _form(value: str, form: str, column: int) -> str:
    match form:
        case "'":
            return "'" + value.replace("'", "''") + "'"
        case '"':
            return json.dumps(value, ensure_ascii=False)
        case "|" | ">":
            return _block(value, form, column)
        case _:
            return value


def _block(value: str, form: str, column: int) -> str:
    header = form if value.endswith("\n") else f"{form}-"
    lines = value.removesuffix("\n").split("\n")
    if form == ">":
        wrapped = [textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in lines]
        lines = [piece for block in wrapped for piece in (*block, "")][:-1]
    return "\n".join([header, *(" " * column + line if line else "" for line in lines)])


def _reads_back(written: str, value: str, in_flow: bool) -> bool:
    """Whether the form gives `value`, as the value of a key and as an item of a list."""
    if written == "" or (written[0] not in "|>" and "\n" in written):
        return False
    if written[0] in "|>":
        return _only(f"k: {written}\n") == {"k": value} if not in_flow else False
    around = f"[{written}, {{k: {written}}}]" if in_flow else f"- {written}\n- k: {written} # c\n"
    return _only(around) == [value, {"k": value}]


def _only(text: str) -> object:
    try:
        return read_yaml(text, "").value
    except PlangenError:
        return None


def is_flat(value: object) -> bool:
    """Whether it goes on one line: no collection, or a short one that holds none."""
    if isinstance(value, dict | list):
        inside = list(value.values()) if isinstance(value, dict) else value
        if any(isinstance(entry, dict | list) or (isinstance(entry, str) and "\n" in entry) for entry in inside):
            return False
        return len(flow(value)) <= _WIDTH
    return True


def flow(value: object) -> str:
    """A value on one line, collections in braces and brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key, in_flow=True)}: {flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, in_flow=True)


def block_entry(key: str, value: object, column: int) -> str:
    """A key with its value, the key at `column`: one line, or several for what does not go on one."""
    name = scalar(key)
    if isinstance(value, dict | list):
        if is_flat(value):
            return f"{name}: {flow(value)}"
        inner = "\n" + " " * (column + 2)
        return f"{name}:" + "".join(inner + line for line in _inside(value, column + 2))
    return f"{name}: {scalar(value, column=column + 2)}"


def block_item(value: object, column: int) -> str:
    """An item of a list with its dash, the dash at `column`: a record always as lines."""
    if isinstance(value, dict) and value:
        inner = "\n" + " " * (column + 2)
        return "- " + inner.join(_inside(value, column + 2))
    if isinstance(value, dict | list):
        return f"- {flow(value)}"
    return f"- {scalar(value, column=column + 2)}"


def _inside(value: dict[str, object] | list[object], column: int) -> list[str]:
    if isinstance(value, dict):
        return [block_entry(key, entry, column) for key, entry in value.items()]
    return [block_item(item, column) for item in value]
