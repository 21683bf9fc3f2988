"""XLSX -> rows of text cells: the sheet `observations`, its cells as people see them."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from msgspec import Struct

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.sources.reading import MEGABYTE
from plangen.sources.rows import NumberedRow

__all__ = ["SHEET", "check_archive", "workbook_rows"]

SHEET = "observations"
MAX_UNPACKED = 50 * MEGABYTE
MAX_RATIO = 100
MAX_ROWS = 1_048_576
_MAX_COLUMNS = 30
_TEXT = "format the column as Text in the spreadsheet and type the cell again"


def workbook_rows(data: bytes, file: str, found: list[Diagnostic]) -> list[NumberedRow]:
    """The rows of the sheet `observations`. A percent-formatted cell counts times 100.

    Raises `PlangenError` for a file that cannot be read (PG214) or is too large unpacked (PG215); cells that
    cannot be used (PG216 dates, PG217 formulas without result, PG203 others) go to `found` and read as empty.
    """
    check_archive(data, file)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # openpyxl warns of drawings and rules that it leaves out; none of them holds an observation.
            warnings.simplefilter("ignore")
            shown = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            typed = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
            if SHEET not in shown.sheetnames:
                raise PlangenError(_no_sheet(shown.sheetnames, file))
            sheets = shown[SHEET], typed[SHEET]
            for sheet in sheets:
                sheet.reset_dimensions()
            rows = zip(*(sheet.iter_rows(max_col=_MAX_COLUMNS) for sheet in sheets), strict=True)
            return list(_rows(rows, file, found))
    except PlangenError:
        raise
    except Exception as fault:  # openpyxl lets whatever its parsers raise pass through
        hint = "open it in the spreadsheet program and save it again as .xlsx"
        message = f"the workbook is damaged ({type(fault).__name__})"
        raise PlangenError(finding(codes.NOT_A_TABLE, message, Location(file), hint)) from None


def check_archive(data: bytes, file: str) -> None:
    """Look at the archive's directory, and at the heads of its parts, before anything is unpacked.

    Raises `PlangenError`: PG214 where it is no archive or declares entities, PG215 where it is too large unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            packed = sum(entry.compress_size for entry in entries)
            if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1):
                message = (
                    f"unpacked, the workbook has {unpacked / MEGABYTE:.0f} MB or is packed suspiciously tight"
                )
                hint = f"at most {MAX_UNPACKED // MEGABYTE} MB are read: keep only the sheet {SHEET}, or use CSV"
                raise PlangenError(finding(codes.WORKBOOK_TOO_LARGE, message, Location(file), hint))
            if any(_declares(archive, entry) for entry in entries if entry.filename.endswith((".xml", ".rels"))):
                hint = "open it in the spreadsheet program and save it again as .xlsx"
                message = "the workbook declares entities, which no spreadsheet program writes"
                raise PlangenError(finding(codes.NOT_A_TABLE, message, Location(file), hint))
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        hint = "save it as .xlsx (Excel workbook): .xls, .ods and protected files are not read"
        raise PlangenError(
            finding(codes.NOT_A_TABLE, "this is not an Excel workbook", Location(file), hint)
        ) from None


def _declares(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether the head of an XML part holds a document type, the place where entities are declared."""
    with archive.open(entry) as part:
        head = part.read(4096).replace(b"\0", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _no_sheet(names: Iterable[str], file: str) -> Diagnostic:
    message = f'there is no sheet "{SHEET}"'
    return finding(
        codes.NOT_A_TABLE, message, Location(file), f"rename the sheet that holds them ({', '.join(names)})"
    )


class _Header(Struct, frozen=True):
    names: list[str]

    def of(self, index: int) -> str:
        return self.names[index] if index < len(self.names) else f"column {index + 1}"


def _rows(
    rows: Iterable[tuple[tuple[Any, ...], tuple[Any, ...]]], file: str, found: list[Diagnostic]
) -> Iterator[NumberedRow]:
    header = _Header([])
    for number, (shown, typed) in enumerate(rows, start=1):
        cells, faults, here = list[str](), len(found), Location(file, number)
        if number > MAX_ROWS:
            hint = "delete the rows below the table, and save the file again"
            raise PlangenError(
                finding(
                    codes.WORKBOOK_TOO_LARGE, "the sheet has more rows than a spreadsheet can have", here, hint
                )
            )
        if all(cell.value is None for cell in typed):
            continue
        for index, cell in enumerate(shown):
            formula = typed[index].value if index < len(typed) else None
            try:
                cells.append(_text(cell, formula, Location(file, number, 0, header.of(index))))
            except PlangenError as fault:
                found += fault.diagnostics
                cells.append("")
        if len(found) > faults and header.names:
            continue
        while cells and not cells[-1] and len(cells) > len(header.names):
            cells.pop()
        if not header.names:
            header = _Header([cell.strip().lower() for cell in cells])
        yield number, cells + [""] * (len(header.names) - len(cells))


def _text(cell: Any, formula: object, here: Location) -> str:
    """What the cell says, as text."""
    value = cell.value
    if value is None:
        if formula is not None:
            hint = "open the file in the spreadsheet program and save it, or write the value itself"
            raise PlangenError(
                finding(codes.FORMULA_WITHOUT_RESULT, "the formula has no stored result", here, hint)
            )
        return ""
    if isinstance(value, datetime | date | time | timedelta):
        raise PlangenError(finding(codes.DATE_IN_CELL, "the spreadsheet made a date of this cell", here, _TEXT))
    if cell.data_type == "e" or isinstance(value, bool):
        hint = "correct the formula, or write the value itself"
        raise PlangenError(finding(codes.NOT_A_NUMBER, f'"{value}" is not a number', here, hint))
    if isinstance(value, int | float):
        return _number(value, "%" in (cell.number_format or ""))
    return str(value)


def _number(value: int | float, percent: bool) -> str:
    """The shortest text of the number; 0.27 shown as a percentage is 27."""
    number = Decimal(repr(value)) * (100 if percent else 1)
    if not number.is_finite():
        return repr(value)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
