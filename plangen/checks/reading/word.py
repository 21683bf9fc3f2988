"""Word files (.docx): paragraphs, lists and tables of the document and its notes.

A .docx is a zip archive of XML (ECMA-376). Hostile ones are refused: too large unpacked, packed more than 200
to 1, or with a document type declaration, which alone can make an XML parser fetch or multiply anything.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from plangen.checks.finding import Place
from plangen.checks.tables import Row, Table, expanded
from plangen.checks.text import Line
from plangen.checks.writing import Writing
from plangen.diagnostics import Location, PlangenError, codes, finding

__all__ = ["read_word"]

_MOST = 50_000_000
_RATIO = 200
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class _RefusedError(Exception):
    """What the file holds is not what a word processor writes."""


def read_word(path: Path) -> Writing:
    """The paragraphs of a Word file, counted as lines, and its tables.

    Raises PlangenError: PG801 no text, PG802 encrypted, PG803 damaged or hostile, PG804 too large unpacked.
    """
    where = Location(str(path))
    collector = _Collector()
    try:
        if _opening(path) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            hint = "save it as .docx without a password"
            raise PlangenError(
                finding(codes.PASSWORD, "the file is encrypted, or an old .doc by another name", where, hint)
            )
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if _PARTS[0] not in names:
                raise _RefusedError("it holds no word/document.xml")
            for part in _PARTS:
                if part in names:
                    collector.read(_unpacked(archive, part, where))
    except (
        zipfile.BadZipFile,
        expat.ExpatError,
        zlib.error,
        _RefusedError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ) as fault:
        hint = "open it in a word processor and save it again as .docx"
        raise PlangenError(
            finding(codes.DOCUMENT_DAMAGED, f"the Word file is damaged: {fault}", where, hint)
        ) from fault
    if not collector.lines and not collector.tables:
        raise PlangenError(finding(codes.NO_TEXT, "there is no text in the file", where))
    return Writing(path.name, tuple(collector.lines), tuple(collector.tables))


def _opening(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(8)


def _unpacked(archive: zipfile.ZipFile, name: str, where: Location) -> bytes:
    """A part of the archive, never more than the cap whatever its directory claims."""
    entry = archive.getinfo(name)
    with archive.open(entry) as stream:
        content = stream.read(_MOST + 1)
    if len(content) > _MOST or len(content) > _RATIO * max(entry.compress_size, 1_000):
        message = f"{name} unpacks to more than {_MOST // 1_000_000} MB or {_RATIO} times its size"
        raise PlangenError(finding(codes.DOCUMENT_TOO_LARGE, message, where, "check where the file comes from"))
    return content


class _Collector:
    """Takes in paragraphs and tables as the parser meets them; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables: list[Table] = []
        self._words: list[str] = []
        self._listed = False
        self._depth = 0
        self._rows: list[tuple[tuple[str, ...], Place]] = []
        self._cells: list[str] = []
        self._cell: list[str] = []
        self._taking = False

    def read(self, content: bytes) -> None:
        """Parse one part. Raises expat.ExpatError, _RefusedError."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.Parse(content, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(_W)
        if tag == "t":
            self._taking = True
        elif tag in ("tab", "br", "cr"):
            self._words.append(" ")
        elif tag == "numPr":
            self._listed = True
        elif tag == "tbl":
            self._depth += 1

    def _end(self, name: str) -> None:
        tag = name.removeprefix(_W)
        if tag == "t":
            self._taking = False
        elif tag == "p":
            self._paragraph()
        elif tag == "tc" and self._depth == 1:
            self._cells.append(" ".join(self._cell))
            self._cell = []
        elif tag == "tr" and self._depth == 1:
            self._row()
        elif tag == "tbl":
            self._depth -= 1
            if not self._depth:
                self._table()

    def _data(self, text: str) -> None:
        if self._taking:
            self._words.append(text)

    def _paragraph(self) -> None:
        text, self._words = "".join(self._words).strip(), []
        if self._depth:
            self._cell.append(text)
        else:
            if text:
                self.lines += [Line(f"- {text}" if self._listed else text, self._place()), Line("", self._place())]
        self._listed = False

    def _place(self) -> Place:
        return Place(
            len(self.lines) // 2 + sum(len(table.rows) + 1 for table in self.tables) + len(self._rows) + 1
        )

    def _row(self) -> None:
        self._rows.append((tuple(cell.strip() for cell in self._cells), self._place()))
        self._cells = []

    def _table(self) -> None:
        title = next((line.text for line in reversed(self.lines) if line.text), "")
        if self._rows:
            header, *body = self._rows
            rows = tuple(part for cells, place in body for part in expanded(Row(cells, place)))
            self.tables.append(Table(header[0], rows, title, whole=True))
        self._rows = []


def _no_doctype(*_: object) -> None:
    raise _RefusedError("it holds a document type declaration")
