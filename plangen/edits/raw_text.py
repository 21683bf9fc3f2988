"""A file's text with nothing made alike: its line endings and byte order mark are kept for writing it again."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from msgspec import Struct

from plangen.sources.decoding import decode

__all__ = ["RawText", "line_end", "line_start", "raw_text"]

_LINE_ENDING = re.compile(r"\r\n|\n|\r")


class RawText(Struct, frozen=True):
    """The text of a file, character for character. `newline` is the ending of its first line."""

    text: str
    marked: bool
    newline: str

    def data(self, text: str) -> bytes:
        """The bytes of the file with `text` in it instead."""
        return (BOM_UTF8 if self.marked else b"") + text.encode("utf-8")

    def of_lines(self, text: str) -> str:
        """`text`, its line feeds as this file ends its lines."""
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", self.newline)


def raw_text(data: bytes, file: str) -> RawText:
    """The text of UTF-8 `data`; raises `PlangenError` (PG104, PG105) for what no content file may hold."""
    decode(data, file)
    text = data.removeprefix(BOM_UTF8).decode("utf-8")
    ending = _LINE_ENDING.search(text)
    return RawText(text, data.startswith(BOM_UTF8), ending[0] if ending else "\n")


def line_end(text: str, index: int) -> int:
    """Where the line of the character at `index` ends, before its line ending."""
    ending = _LINE_ENDING.search(text, index)
    return ending.start() if ending else len(text)


def line_start(text: str, index: int) -> int:
    """Where the line of the character at `index` begins."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
