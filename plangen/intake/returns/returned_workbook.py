"""A form that came back as a workbook, whatever program it went through: rows by key, columns by heading."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.intake.commentary.opening import refusal_of
from plangen.intake.commentary.signing import read_sign_off
from plangen.intake.returns.entries import TypedCell
from plangen.intake.returns.layout import FormHeading
from plangen.intake.returns.returned import (
    FormIdentity,
    Returned,
    ReturnedCommentary,
    ReturnedFigure,
    identity_in,
)
from plangen.intake.returns.text_commentary import text_as_markdown
from plangen.model.agency_return import IssuedItem
from plangen.model.pack import SignOff
from plangen.sources.office_file import OfficeFileError, open_office_file

__all__ = ["WorkbookCells", "identity_of", "open_workbook", "returned_workbook"]

_SAVE = "open it in Excel and save it again as Excel workbook (.xlsx)"
_MOST_CELLS = 60_000
"""Cells with something in them that are looked at in a form; one of 100 measures has some 2,000."""

_MOST_UNPACKED = 10_000_000
_KEY = re.compile(r"[vc]_[0-9a-z_]{1,20}")
_FIGURE_HEADINGS = {FormHeading.REF, FormHeading.MEASURE, FormHeading.VALUE}
_COMMENTARY_HEADINGS = {FormHeading.REF, FormHeading.COMMENTARY}


class WorkbookCells(Struct, frozen=True):
    """The cells of a workbook that hold anything, by sheet, row and column, and where its names point."""

    sheets: Mapping[str, Mapping[int, Mapping[int, TypedCell]]]
    names: Mapping[str, tuple[str, int, int]]


def open_workbook(data: bytes, name: str) -> WorkbookCells:
    """Read a workbook; raises PlangenError PG243 password, PG214 damaged or hostile, PG215 too large."""
    try:
        file = open_office_file(data)
        if "xl/workbook.xml" not in file.names and not any(n.startswith("xl/") for n in file.names):
            raise PlangenError(_damaged(name, "it is no workbook"))
        if sum(entry.file_size for entry in file.archive.infolist()) > _MOST_UNPACKED:
            message = f"unpacked, the file has more than {_MOST_UNPACKED // 1_000_000} MB, which no form has"
            hint = "delete what is not part of the form, and save it again"
            raise PlangenError(finding(codes.WORKBOOK_TOO_LARGE, message, Location(name), hint))
        for part in sorted(file.names):
            if part.endswith((".xml", ".rels")):
                file.tree(part)
    except OfficeFileError as fault:
        raise PlangenError(refusal_of(fault, name, _SAVE)) from None
    try:
        return _cells(data)
    except PlangenError:
        raise
    except Exception as fault:  # openpyxl lets whatever its parsers raise pass through
        raise PlangenError(_damaged(name, type(fault).__name__)) from None


def _damaged(name: str, why: str) -> Any:
    return finding(codes.NOT_A_TABLE, f"the file is damaged: {why}", Location(name), _SAVE)


def _cells(data: bytes) -> WorkbookCells:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # openpyxl warns of drawings, rules and extensions that it leaves out; none of them is an answer.
        warnings.simplefilter("ignore")
        shown = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        typed = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
        sheets = {}
        for sheet in shown.worksheets:
            formulas = {
                (row, column) for row, column, cell in _filled(typed[sheet.title]) if cell.data_type == "f"
            }
            rows: dict[int, dict[int, TypedCell]] = {}
            for row, column, cell in _filled(sheet):
                no_result = (row, column) in formulas and cell.value is None
                if cell.value is not None or no_result:
                    rows.setdefault(row, {})[column] = TypedCell(cell.value, str(cell.number_format), no_result)
            sheets[sheet.title] = {row: rows[row] for row in sorted(rows)}
        return WorkbookCells(sheets, dict(_names(shown)))


def _filled(sheet: Any) -> Iterator[tuple[int, int, Any]]:
    """The cells that stand in the file, in order; never a walk over all that the sheet could have."""
    cells = sheet._cells
    if len(cells) > _MOST_CELLS:
        hint = "delete what is not part of the form, and save it again"
        message = f"the sheet {sheet.title[:40]} has more than {_MOST_CELLS:,} cells, which no form has"
        raise PlangenError(finding(codes.WORKBOOK_TOO_LARGE, message, None, hint))
    for row, column in sorted(cells):
        yield row, column, cells[row, column]


def _names(book: Any) -> Iterator[tuple[str, tuple[str, int, int]]]:
    from openpyxl.utils.cell import range_boundaries

    owners = [book.defined_names, *(sheet.defined_names for sheet in book.worksheets)]
    for defined in (one for names in owners for one in names.values()):
        if not _KEY.fullmatch(defined.name.lower()):
            continue
        for title, area in defined.destinations:
            column, row, _, _ = range_boundaries(area)
            if column and row:
                yield defined.name.lower(), (title, row, column)


def identity_of(cells: WorkbookCells) -> FormIdentity | None:
    """Which form a workbook says that it is: by its hidden sheet, else by the line in Read me."""
    for rows in cells.sheets.values():
        told = {row[1].text: row[2].text for row in rows.values() if 1 in row and 2 in row}
        if {"form", "digest", "partnership"} <= told.keys() and (found := identity_in(told["form"])):
            return replace(found, partnership=told["partnership"])
    for rows in cells.sheets.values():
        for row in rows.values():
            for cell in row.values():
                if cell.text.startswith("Form pack-") and (found := identity_in(cell.text)):
                    return found
    return None


def returned_workbook(cells: WorkbookCells, identity: FormIdentity, items: Sequence[IssuedItem]) -> Returned:
    """The answers in a workbook to the `items` of a form that was issued."""
    returned = Returned(identity)
    figures = {item.key: item for item in items if item.indicator}
    commentaries = {item.key: item for item in items if not item.indicator}
    for title, rows in cells.sheets.items():
        for head, columns in _heads(rows):
            below = _below(rows, head)
            if columns.keys() >= _FIGURE_HEADINGS:
                _take_figures(returned, below, columns, figures, _pointed(cells, title))
            elif columns.keys() >= _COMMENTARY_HEADINGS:
                _take_commentaries(returned, below, columns, commentaries, _pointed(cells, title))
    _by_name_alone(returned, cells, figures)
    return returned


def _heads(rows: Mapping[int, Mapping[int, TypedCell]]) -> Iterator[tuple[int, dict[FormHeading, int]]]:
    """The rows that are headings of a form's tables, with the column of each heading."""
    for number, row in rows.items():
        columns: dict[FormHeading, int] = {}
        for column, cell in row.items():
            first = " ".join(cell.text.partition("\n")[0].split()).lower()
            heading = next((one for one in FormHeading if _is_heading(first, one)), None)
            if heading is not None:
                columns.setdefault(heading, column)
        if columns.keys() >= _FIGURE_HEADINGS or columns.keys() >= _COMMENTARY_HEADINGS:
            yield number, columns


def _is_heading(text: str, heading: FormHeading) -> bool:
    """Whether a cell is that heading; a period may stand behind it on the same line."""
    words = heading.value.lower()
    return text == words or (text.startswith(f"{words} ") and any(sign.isdigit() for sign in text))


def _below(rows: Mapping[int, Mapping[int, TypedCell]], head: int) -> dict[int, Mapping[int, TypedCell]]:
    others = [number for number, _ in _heads(rows) if number > head]
    return {number: row for number, row in rows.items() if head < number < min(others, default=10**9)}


def _pointed(cells: WorkbookCells, sheet: str) -> dict[int, str]:
    """The key whose name points into each row of a sheet."""
    return {row: key for key, (title, row, _) in cells.names.items() if title == sheet}


def _key_of(
    row: Mapping[int, TypedCell],
    columns: Mapping[FormHeading, int],
    named: str,
    items: Mapping[str, IssuedItem],
    any_keys: bool,
) -> tuple[str, str]:
    """The item that a row is about, and how it was found.

    The hidden column wins: sorting moves it with its row and leaves names where they were.
    """
    told = [cell.text.lower() for column, cell in row.items() if column == columns.get(FormHeading.KEY)]
    told += [cell.text.lower() for cell in row.values() if _KEY.fullmatch(cell.text.lower())]
    key = next((text for text in told if text in items), "")
    if key:
        return key, "key"
    if named in items and not any_keys:
        return named, "name"
    ref, measure = _text(row, columns, FormHeading.REF), _text(row, columns, FormHeading.MEASURE)
    like = [one for one in items.values() if one.ref == ref and (not measure or one.measure == measure)]
    return (like[0].key, "words") if len(like) == 1 and ref and not any_keys else ("", "")


def _has_keys(rows: Mapping[int, Mapping[int, TypedCell]], items: Mapping[str, IssuedItem]) -> bool:
    return any(cell.text.lower() in items for row in rows.values() for cell in row.values())


def _take_figures(
    returned: Returned,
    rows: Mapping[int, Mapping[int, TypedCell]],
    columns: Mapping[FormHeading, int],
    items: Mapping[str, IssuedItem],
    named: Mapping[int, str],
) -> None:
    keyed = _has_keys(rows, items)
    for number, row in rows.items():
        key, by = _key_of(row, columns, named.get(number, ""), items, keyed)
        made = _figure(row, columns, number, by)
        if not key:
            if made.value.text or made.measure:
                returned.added.append(number)
        elif key in returned.figures and returned.figures[key].value != made.value:
            returned.twice.add(key)
        else:
            returned.figures[key] = made


def _figure(
    row: Mapping[int, TypedCell], columns: Mapping[FormHeading, int], number: int, by: str
) -> ReturnedFigure:
    return ReturnedFigure(
        value=_cell(row, columns, FormHeading.VALUE),
        provisional=_text(row, columns, FormHeading.PROVISIONAL),
        unavailable=_text(row, columns, FormHeading.UNAVAILABLE),
        remark=_text(row, columns, FormHeading.REMARK),
        ref=_text(row, columns, FormHeading.REF),
        measure=_text(row, columns, FormHeading.MEASURE),
        year_before=_cell(row, columns, FormHeading.YEAR_BEFORE),
        previous=_cell(row, columns, FormHeading.PREVIOUS),
        row=number,
        by=by,
    )


def _by_name_alone(returned: Returned, cells: WorkbookCells, items: Mapping[str, IssuedItem]) -> None:
    """Values that only a name finds, where the headings of a table are gone."""
    if returned.figures:
        return
    for key in items:
        if key in cells.names:
            sheet, row, column = cells.names[key]
            value = cells.sheets.get(sheet, {}).get(row, {}).get(column, TypedCell())
            item = items[key]
            returned.figures[key] = ReturnedFigure(
                value=value, ref=item.ref, measure=item.measure, row=row, by="name"
            )


def _take_commentaries(
    returned: Returned,
    rows: Mapping[int, Mapping[int, TypedCell]],
    columns: Mapping[FormHeading, int],
    items: Mapping[str, IssuedItem],
    named: Mapping[int, str],
) -> None:
    keyed = _has_keys(rows, items)
    for number, row in rows.items():
        key, _ = _key_of(row, columns, named.get(number, ""), items, keyed)
        text = _text(row, columns, FormHeading.COMMENTARY)
        if not key:
            if text:
                returned.added.append(number)
            continue
        by, on = _text(row, columns, FormHeading.SIGNED_BY), _cell(row, columns, FormHeading.SIGNED_ON)
        signed = sign_off(by, on.value)
        unclear = " ".join(part for part in (by, on.text) if part) if signed is None else ""
        returned.commentaries[key] = ReturnedCommentary(
            markdown=text_as_markdown(text), signed_off=signed, signed_text=unclear
        )


def sign_off(by: str, on: object) -> SignOff | None:
    """Who signed and when, where both are clear."""
    if not by.strip():
        return None
    match on:
        case datetime():
            return SignOff(by=by.strip(), on=on.date())
        case date():
            return SignOff(by=by.strip(), on=on)
        case _:
            words = str(on or "").strip()
            iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: 00:00:00)?", words)
            day = f"{int(iso[3])}/{iso[2]}/{iso[1]}" if iso else words
            return read_sign_off(f"Signed off by {by.strip()}, {day}")


def _cell(row: Mapping[int, TypedCell], columns: Mapping[FormHeading, int], heading: FormHeading) -> TypedCell:
    return row.get(columns.get(heading, -1), TypedCell())


def _text(row: Mapping[int, TypedCell], columns: Mapping[FormHeading, int], heading: FormHeading) -> str:
    return _cell(row, columns, heading).text
