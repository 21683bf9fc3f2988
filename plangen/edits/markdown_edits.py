"""Markdown: a block, the head or the body of a file replaced. Every other byte stays as it is.

Blocks are found by the line in which they begin, as findings and the document tree know it. The file that comes of
it is read again: the blocks before and behind the edit must be what they were, or the edit is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plangen.edits.raw_text import RawText, raw_text
from plangen.edits.refusals import not_possible
from plangen.edits.yaml_edits import YamlChange, edit_yaml
from plangen.sources.markdown_parser import parser
from plangen.sources.pasted import fold_bullets

__all__ = ["edit_head", "insert_block", "replace_block", "replace_body"]

_FENCE = "---"


class _File(Struct, frozen=True):
    """A Markdown file in lines with their endings; `body` is the first line, from 0, below the head."""

    name: str
    raw: RawText
    lines: list[str]
    body: int


class _Block(Struct, frozen=True):
    """A block of the outermost level: its lines, from 0, without the one behind it, and what it says."""

    first: int
    behind: int
    says: tuple[tuple[str, str, str, str], ...]


def replace_block(data: bytes, file: str, line: int, text: str) -> bytes:
    """The file with `text` in place of the outermost block that line `line` (from 1) belongs to.

    Without text the block is taken out, and the empty lines behind it. Raises PG913 where no block stands there,
    or where others would become different ones.
    """
    source = _file(data, file)
    blocks = _blocks(source)
    number = next((n for n, block in enumerate(blocks) if block.first < line <= block.behind), None)
    if number is None:
        raise not_possible(file, f"no block of text stands in line {line}")
    block = blocks[number]
    first, behind = block.first, block.behind
    while behind > first + 1 and not source.lines[behind - 1].strip():
        behind -= 1  # the parser counts empty lines behind a list to it
    if not text.strip():
        while behind < len(source.lines) and not source.lines[behind].strip():
            behind += 1
    return _spliced(source, (first, behind), text, (blocks[:number], blocks[number + 1 :]))


def insert_block(data: bytes, file: str, line: int, text: str) -> bytes:
    """The file with the block `text` before line `line` (from 1), or at its end where it has fewer lines.

    Raises PG913 within a block, or where others would become different ones.
    """
    source, at = _file(data, file), line - 1
    blocks = _blocks(source)
    if at < source.body or any(block.first < at < block.behind and source.lines[at].strip() for block in blocks):
        raise not_possible(file, f"line {line} stands within a block of text")
    before = [block for block in blocks if block.first < at]
    at = min(at, len(source.lines))
    above = "\n" if before and at and source.lines[at - 1].strip() else ""
    below = "\n" if at < len(source.lines) and source.lines[at].strip() else ""
    ended = "" if at == 0 or source.lines[at - 1].endswith(("\n", "\r")) else "\n"
    written = ended + above + text.strip("\n") + "\n" + below
    return _spliced(source, (at, at), written, (before, blocks[len(before) :]))


def replace_body(data: bytes, file: str, text: str) -> bytes:
    """The file with `text` in place of everything below its head; the head's bytes stay."""
    source = _file(data, file)
    first = source.body
    while source.body and first < len(source.lines) and not source.lines[first].strip():
        first += 1
    above = source.lines[source.body : first] or ([source.raw.newline] if source.body else [])
    kept = "".join([*source.lines[: source.body], *above])
    return source.raw.data(kept + source.raw.of_lines(text.strip("\n") + "\n"))


def edit_head(data: bytes, file: str, changes: Sequence[YamlChange]) -> bytes:
    """The file with changes to the YAML between the two lines of --- at its top, which is added if need be."""
    source = _file(data, file)
    newline = source.raw.newline
    if not source.body:
        head = edit_yaml(b"", file, changes).decode("utf-8")
        return source.raw.data(
            f"{_FENCE}{newline}{source.raw.of_lines(head)}{_FENCE}{newline}{newline}{source.raw.text}"
        )
    head = edit_yaml("".join(source.lines[1 : source.body - 1]).encode("utf-8"), file, changes).decode("utf-8")
    return source.raw.data("".join([source.lines[0], head, *source.lines[source.body - 1 :]]))


def _file(data: bytes, file: str) -> _File:
    raw = raw_text(data, file)
    lines = _with_endings(raw.text)
    body = 0
    if lines and lines[0].strip() == _FENCE:
        body = next((n + 1 for n, line in enumerate(lines) if n and line.strip() == _FENCE), 0)
    return _File(file, raw, lines, body)


def _with_endings(text: str) -> list[str]:
    """The lines of a text, each with its own ending; splitlines() would break at other characters too."""
    marked = text.replace("\r\n", "\r\n\0").replace("\n", "\n\0").replace("\n\0\0", "\n\0")
    marked = "".join(f"{c}\0" if c == "\r" and marked[i + 1 : i + 2] != "\n" else c for i, c in enumerate(marked))
    return [line for line in marked.split("\0") if line]


def _blocks(source: _File) -> list[_Block]:
    """The outermost blocks of the body, in order."""
    body = "".join(source.lines[source.body :]).replace("\r\n", "\n").replace("\r", "\n")
    found: list[_Block] = []
    says: list[tuple[str, str, str, str]] = []
    first = behind = 0
    for token in parser().parse(fold_bullets(body)):
        if not says and token.map:
            first, behind = token.map
        says.append((token.type, token.tag, token.content, repr(sorted(map(str, token.attrs.items())))))
        if token.level == 0 and token.nesting <= 0:
            found.append(_Block(source.body + first, source.body + behind, tuple(says)))
            says = []
    return found


def _spliced(source: _File, at: tuple[int, int], text: str, around: tuple[list[_Block], list[_Block]]) -> bytes:
    written = source.raw.of_lines(text)
    ended = source.lines[at[1] - 1].endswith(("\n", "\r")) if at[1] else True
    if text.strip() and ended and not written.endswith(source.raw.newline):
        written += source.raw.newline
    edited = "".join([*source.lines[: at[0]], written, *source.lines[at[1] :]])
    before, behind = ([block.says for block in blocks] for blocks in around)
    now = [block.says for block in _blocks(_file(source.raw.data(edited), source.name))]
    if now[: len(before)] != before or now[len(now) - len(behind) :] != behind:
        raise not_possible(source.name, "the edit would alter other blocks of the text too")
    return source.raw.data(edited)
