"""The block rule for `:::{name} argument`: where a directive begins, its option lines, and where it ends."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from msgspec import Struct

__all__ = ["DIRECTIVE", "UNCLOSED", "UNOPENED", "Opening", "OptionLine", "use_directives"]

DIRECTIVE = "directive"
UNCLOSED = "unclosed_directive"
UNOPENED = "unopened_directive"

_OPEN = re.compile(r"(:{3,})\s?\{([^}]*)\}[ \t]*(.*)")
_OPTION = re.compile(r"[ \t]*:([A-Za-z_-]+):(?:[ \t]+(.*))?$")
_MANY = 50
"""So many directives without an end, and no further one is looked for: each look goes through the whole file."""

_COLONS = re.compile(r"(:{3,})[ \t]*$")


class OptionLine(Struct, frozen=True):
    """An option as written, and where its value begins: line and column of the text, from 0."""

    name: str
    value: str
    line: int
    column: int


class Opening(Struct, frozen=True):
    """The first line of a directive and its options. Columns, from 0: where the name and the argument begin."""

    name: str
    argument: str
    line: int
    name_column: int
    column: int
    options: tuple[OptionLine, ...]


def use_directives(md: MarkdownIt) -> None:
    """Make a parser read directives."""
    alt = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", DIRECTIVE, _rule, {"alt": alt})


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if not line.startswith(":::"):
        return False
    opening = _OPEN.match(line)
    if silent:
        return True
    if not opening:
        _mark(state, UNOPENED, start, line)
        return True
    lost = state.env.setdefault(UNCLOSED, [])
    last = _closing_line(state, start, end) if len(lost) < _MANY else None
    options = _options(state, start + 1, last if last is not None else end)
    body = start + 1 + len(options)
    indent = state.bMarks[start] + state.tShift[start] - _begin(state, start)
    columns = indent + opening.start(2), indent + opening.start(3)
    meta = Opening(opening[2].strip(), opening[3].strip(), start, *columns, tuple(options))
    if last is None:
        lost.append(start)
        _mark(state, UNCLOSED, start, meta.name)
        return True
    _push(state, meta, body, last)
    return True


def _push(state: StateBlock, meta: Opening, body: int, last: int) -> None:
    token = state.push(f"{DIRECTIVE}_open", "div", 1)
    token.meta = {"opening": meta}
    token.map = [meta.line, last + 1]
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = DIRECTIVE, last
    state.md.block.tokenize(state, body, last)
    state.parentType, state.lineMax = parent, line_max
    state.push(f"{DIRECTIVE}_close", "div", -1)
    state.line = last + 1


def _mark(state: StateBlock, kind: str, line: int, content: str) -> None:
    token = state.push(kind, "", 0)
    token.map = [line, line + 1]
    token.content = content
    state.line = line + 1


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """The line that closes the directive: as many colons as opened it, after all that opened inside."""
    opened: list[int] = []
    for number in range(start, end):
        if number > start and not state.isEmpty(number) and state.sCount[number] < state.blkIndent:
            return None
        line = _line(state, number)
        if opening := _OPEN.match(line):
            opened.append(len(opening[1]))
        elif (closing := _COLONS.match(line)) and len(closing[1]) in opened:
            while opened.pop() != len(closing[1]):
                pass
            if not opened:
                return number
    return None


def _options(state: StateBlock, first: int, end: int) -> list[OptionLine]:
    found = []
    for number in range(first, end):
        option = _OPTION.match(_line(state, number))
        if not option:
            break
        value = option.start(2) if option[2] else option.end()
        column = state.bMarks[number] + state.tShift[number] - _begin(state, number) + value
        found.append(OptionLine(option[1], (option[2] or "").strip(), number, column))
    return found


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _begin(state: StateBlock, number: int) -> int:
    """Where the whole line begins in the text, whatever list or quotation it stands in."""
    return state.src.rfind("\n", 0, state.bMarks[number]) + 1
