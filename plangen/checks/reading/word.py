"""Word files (.docx): paragraphs, lists and tables of the document and its notes.

Which files are opened at all says `sources.office_file`. The parts are read as they stream by, without a
tree, so that an audit of a long document stays small.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from plangen.checks.finding import DocumentPlace
from plangen.checks.tables import ReadRow, ReadTable, expanded
from plangen.checks.text import TextLine
from plangen.checks.writing import Writing
from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.sources.office_file import OfficeFault, OfficeFileError, open_office_file

__all__ = ["read_word"]

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
        file = open_office_file(path.read_bytes())
        if _PARTS[0] not in file.names:
            raise _RefusedError("it holds no word/document.xml")
        for part in _PARTS:
            if part in file.names:
                collector.read(file.part(part))
    except OfficeFileError as fault:
        raise PlangenError(_refused(fault, where)) from fault
    except (expat.ExpatError, _RefusedError) as fault:
        raise PlangenError(_damaged(fault, where)) from fault
    if not collector.lines and not collector.tables:
        raise PlangenError(finding(codes.NO_TEXT, "there is no text in the file", where))
    return Writing(path.name, tuple(collector.lines), tuple(collector.tables))


def _refused(fault: OfficeFileError, where: Location) -> Diagnostic:
    match fault.fault:
        case OfficeFault.PASSWORD:
            return finding(codes.PASSWORD, str(fault), where, "save it as .docx without a password")
        case OfficeFault.TOO_LARGE:
            return finding(codes.DOCUMENT_TOO_LARGE, str(fault), where, "check where the file comes from")
        case OfficeFault.DAMAGED:
            return _damaged(fault, where)


def _damaged(fault: Exception, where: Location) -> Diagnostic:
    hint = "open it in a word processor and save it again as .docx"
    return finding(codes.DOCUMENT_DAMAGED, f"the Word file is damaged: {fault}", where, hint)


class _Collector:
    """Takes in paragraphs and tables as the parser meets them; a table within a cell is text of that cell."""

    def __init__(self) -> None:
        self.lines: list[TextLine] = []
        self.tables: list[ReadTable] = []
        self._words: list[str] = []
        self._listed = False
        self._depth = 0
        self._rows: list[tuple[tuple[str, ...], DocumentPlace]] = []
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
                self.lines += [
                    TextLine(f"- {text}" if self._listed else text, self._place()),
                    TextLine("", self._place()),
                ]
        self._listed = False

    def _place(self) -> DocumentPlace:
        return DocumentPlace(
            len(self.lines) // 2 + sum(len(table.rows) + 1 for table in self.tables) + len(self._rows) + 1
        )

    def _row(self) -> None:
        self._rows.append((tuple(cell.strip() for cell in self._cells), self._place()))
        self._cells = []

    def _table(self) -> None:
        title = next((line.text for line in reversed(self.lines) if line.text), "")
        if self._rows:
            header, *body = self._rows
            rows = tuple(part for cells, place in body for part in expanded(ReadRow(cells, place)))
            self.tables.append(ReadTable(header[0], rows, title, whole=True))
        self._rows = []


def _no_doctype(*_: object) -> None:
    raise _RefusedError("it holds a document type declaration")
