"""Text and Markdown files."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from plangen.checks.finding import DocumentPlace
from plangen.checks.reading.side_by_side import parted
from plangen.checks.text import TextLine
from plangen.checks.writing import Writing
from plangen.diagnostics import Location, PlangenError, codes, finding

__all__ = ["read_plain"]

_FENCE = re.compile(r"^\s*(```|~~~)")
_PAGE = "\f"
_MOST = 20_000
"""Characters of a line that are looked at together; a paragraph on one line has two or three thousand."""


def read_plain(path: Path) -> Writing:
    """The lines of a text in UTF-8, UTF-16 with a mark, or Windows-1252; form feeds part pages.

    Blocks of program code in Markdown are left blank. Raises PlangenError PG801 for an empty text, PG803 for bytes
    that are no text.
    """
    text = _decoded(path.read_bytes(), path)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not text.strip():
        raise PlangenError(finding(codes.NO_TEXT, "there is no text in the file", Location(str(path))))
    if path.suffix.lower() == ".md":
        return Writing(path.name, tuple(_placed(_without_code(lines))))
    return Writing(path.name, parted(tuple(_placed(lines))))


def _decoded(content: bytes, path: Path) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        hint = "save the document as text, or name the file by its real kind"
        raise PlangenError(
            finding(
                codes.DOCUMENT_DAMAGED, "the file is not text: it contains NUL bytes", Location(str(path)), hint
            )
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _without_code(lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if match and (not fence or match[1] == fence):
            fence = "" if fence else match[1]
            yield ""
        else:
            yield "" if fence else re.sub(r"`[^`]*`", "", line)


def _placed(lines: Iterator[str] | list[str]) -> Iterator[TextLine]:
    page = 0
    for number, line in enumerate(lines, 1):
        if _PAGE in line:
            page = (page or 1) + line.count(_PAGE)
        text = line.replace(_PAGE, "")
        for start in range(0, max(len(text), 1), _MOST):
            yield TextLine(text[start : start + _MOST], DocumentPlace(number, page))
