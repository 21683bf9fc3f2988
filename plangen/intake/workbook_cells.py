"""Excel workbooks (.xlsx, .xlsm) -> sheets of cells with their formats; nothing in them is run or followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import iterparse

from msgspec import Struct, field

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.intake.cells import Block, CellKind, CellSheet, Place, SheetCell, column_number, written_number

__all__ = ["MAX_COLUMNS", "MAX_ROWS_WITH_VALUES", "MAX_SHEETS", "workbook_sheets"]

MAX_SHEETS = 60
MAX_COLUMNS = 500
MAX_ROWS_WITH_VALUES = 100_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_OTHER_WORKBOOK = re.compile(r"\[[0-9]+\]|\[[^\]]+\.xl[a-z]+\]", re.IGNORECASE)


class _Run(Struct, frozen=True):
    """A stretch of a cell's text with one font."""

    words: str
    struck: bool = False
    raised: bool = False


class _Marks(Struct):
    """What a sheet says beside its values."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merges: list[Block] = field(default_factory=list)
    formulas: dict[Place, str] = field(default_factory=dict)
    runs: dict[Place, list[_Run]] = field(default_factory=dict)


def workbook_sheets(data: bytes, file: str) -> list[CellSheet]:
    """The sheets of a workbook whose size was found fit before.

    Raises `PlangenError`: PG214 for a damaged one, PG215 for one with more sheets, columns or rows than are read.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            # openpyxl warns of drawings and rules that it leaves out, and prints of formats that are not there.
            warnings.simplefilter("ignore")
            book = load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, rich_text=True, keep_links=False
            )
            sheets = book.worksheets
            if len(sheets) > MAX_SHEETS:
                raise _too_large(f"the workbook has {len(sheets)} sheets", f"at most {MAX_SHEETS} are read", file)
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return [_sheet(sheet, archive, file) for sheet in sheets]
    except PlangenError:
        raise
    except Exception as fault:  # openpyxl lets whatever its parsers raise pass through
        hint = "open it in the spreadsheet program and save it again as .xlsx"
        message = f"the workbook is damaged ({type(fault).__name__})"
        raise PlangenError(finding(codes.NOT_A_TABLE, message, Location(file), hint)) from None


def _too_large(what: str, most: str, file: str) -> PlangenError:
    hint = f"{most}: delete what is not needed, or copy the table into a workbook of its own"
    return PlangenError(finding(codes.WORKBOOK_TOO_LARGE, what, Location(file), hint))


def _sheet(sheet: Any, archive: zipfile.ZipFile, file: str) -> CellSheet:
    marks = _marks(archive, sheet._worksheet_path)
    sheet.reset_dimensions()
    cells: dict[Place, SheetCell] = {}
    rows = 0
    for row in _rows(sheet):
        before = len(cells)
        for shown in row:
            place = (shown.row, shown.column)
            formula = marks.formulas.get(place)
            if shown.value is None and formula is None:
                continue
            made = _cell(shown, formula, marks.runs.get(place))
            if made is None:
                continue
            if place[1] > MAX_COLUMNS:
                raise _too_large(
                    f"the sheet {sheet.title} has values in more than {MAX_COLUMNS} columns",
                    f"at most {MAX_COLUMNS} are read",
                    file,
                )
            cells[place] = made
        rows += len(cells) > before
        if rows > MAX_ROWS_WITH_VALUES:
            what = f"the sheet {sheet.title} has values in more than {MAX_ROWS_WITH_VALUES:,} rows"
            raise _too_large(what, f"at most {MAX_ROWS_WITH_VALUES:,} are read", file)
    return CellSheet(
        sheet.title,
        cells,
        tuple(marks.merges),
        frozenset(marks.rows),
        frozenset(marks.columns),
        sheet.sheet_state != "visible",
        {place: block for block in marks.merges for place in _places(block, cells)},
    )


def _places(block: Block, cells: dict[Place, SheetCell]) -> Iterator[Place]:
    """The places of a merge; of one that reaches over thousands of cells, those near its first."""
    for row in range(block.top, min(block.bottom, block.top + 200) + 1):
        for column in range(block.left, min(block.right, block.left + MAX_COLUMNS) + 1):
            yield row, column


def _rows(sheet: Any) -> Iterator[list[Any]]:
    """The cells that hold something, row by row; rows that are only formatted cost nothing."""
    for row in sheet.iter_rows():
        if row:
            yield [cell for cell in row if getattr(cell, "row", None)]


def _cell(shown: Any, formula: str | None, runs: list[_Run] | None) -> SheetCell | None:
    """The cell as it stands; None where a formula gave empty text, or only spaces stand there."""
    value, form = shown.value, shown.number_format or ""
    struck = bool(shown.font is not None and shown.font.strike)
    external = bool(formula and _OTHER_WORKBOOK.search(formula))
    if value is None:
        if shown.data_type == "str":
            return None
        return SheetCell(CellKind.NO_RESULT, f"={formula}", form=form, struck=struck)
    if shown.data_type == "e":
        return SheetCell(CellKind.ERROR, str(value), struck=struck)
    if isinstance(value, bool):
        return SheetCell(CellKind.TRUTH, str(value).upper(), struck=struck)
    if isinstance(value, int | float):
        return _number(value, form, struck, external)
    if isinstance(value, datetime | date):
        day = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        return SheetCell(CellKind.DATE, f"{day:%d/%m/%Y}", day=day, form=form, struck=struck)
    if isinstance(value, time | timedelta):
        return SheetCell(CellKind.DATE, str(value), form=form, struck=struck)
    return _text(runs or value, struck, external)


def _number(value: int | float, form: str, struck: bool, external: bool) -> SheetCell:
    number = Decimal(repr(value))
    if not number.is_finite():
        return SheetCell(CellKind.ERROR, repr(value), struck=struck)
    return SheetCell(
        CellKind.NUMBER, written_number(number), number=number, form=form, struck=struck, external=external
    )


def _text(value: Any, struck: bool, external: bool) -> SheetCell | None:
    """Text; of text with several formats, what is raised and what is struck through stand apart."""
    if isinstance(value, str):
        return SheetCell(CellKind.TEXT, value, struck=struck, external=external) if value.strip() else None
    plain, raised, gone = "", "", ""
    for run in value:
        part = run if isinstance(run, _Run) else _run(run)
        if part.struck:
            gone += part.words
        elif part.raised:
            raised += part.words.strip()
        else:
            plain += part.words
    if not (plain.strip() or raised):
        return SheetCell(CellKind.TEXT, gone, struck=True) if gone.strip() else None
    return SheetCell(
        CellKind.TEXT,
        f"{plain}{gone}" if gone.strip() else plain,
        struck=struck,
        partly_struck=bool(gone.strip()),
        raised=raised,
        external=external,
    )


def _run(part: Any) -> _Run:
    """A part of a shared text, which openpyxl keeps with its font."""
    font = getattr(part, "font", None)
    return _Run(str(part), bool(font and font.strike), bool(font and font.vertAlign == "superscript"))


def _inline_runs(text: Any) -> list[_Run]:
    """The parts of a text that stands in its cell, of which openpyxl keeps only the words."""
    runs = []
    for part in text.iter(f"{_MAIN}r"):
        strike, raised = part.find(f"{_MAIN}rPr/{_MAIN}strike"), part.find(f"{_MAIN}rPr/{_MAIN}vertAlign")
        struck = strike is not None and strike.get("val", "1") not in ("0", "false")
        words = "".join(one.text or "" for one in part.iter(f"{_MAIN}t"))
        runs.append(_Run(words, struck, raised is not None and raised.get("val") == "superscript"))
    return runs


def _marks(archive: zipfile.ZipFile, path: str) -> _Marks:
    marks = _Marks()
    row, column = 0, 0
    with archive.open(path) as part:
        for event, element in iterparse(part, ("start", "end")):
            name = element.tag.removeprefix(_MAIN)
            if event == "start":
                if name == "row":
                    row, column = int(float(element.get("r") or row + 1)), 0
                    if _unseen(element.attrib, "ht", "customHeight"):
                        marks.rows.add(row)
                elif name == "c":
                    column = _column_of(element.get("r"), column)
                continue
            _mark(marks, name, element, (row, column))
            if name in {"c", "row", "col", "mergeCell"}:
                element.clear()
    return marks


def _mark(marks: _Marks, name: str, element: Any, place: Place) -> None:
    """Keep what an element says beside values; `place` is the cell it stands in."""
    if name == "is" and (runs := _inline_runs(element)):
        marks.runs[place] = runs
    elif name == "f":
        marks.formulas[place] = element.text or ""
    elif name == "col" and _unseen(element.attrib, "width", "customWidth"):
        first, last = int(element.get("min") or 1), int(element.get("max") or 1)
        marks.columns.update(range(first, min(last, MAX_COLUMNS + 1) + 1))
    elif name == "mergeCell" and (block := _block(element.get("ref") or "")):
        marks.merges.append(block)


def _unseen(attributes: dict[str, str], size: str, custom: str) -> bool:
    """Whether a row or column is hidden, or has been made too small to be seen."""
    if attributes.get("hidden") in {"1", "true"}:
        return True
    return attributes.get(custom) in {"1", "true"} and attributes.get(size) in {"0", "0.0"}


def _column_of(reference: str | None, before: int) -> int:
    found = _REFERENCE.fullmatch(reference or "")
    return column_number(found[1]) if found else before + 1


def _block(reference: str) -> Block | None:
    first, _, last = reference.partition(":")
    corners = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
    if not (corners[0] and corners[1]):
        return None
    rows = sorted(int(found[2]) for found in corners if found)
    columns = sorted(column_number(found[1]) for found in corners if found)
    return Block(rows[0], columns[0], rows[1], columns[1])
