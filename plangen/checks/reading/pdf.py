"""PDF files: text in the order it was drawn, and rows of tables by where their cells stand."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.finding import Place
from plangen.checks.reading.layout import laid_out_rows
from plangen.checks.tables import Table, tables_of
from plangen.checks.text import Line
from plangen.checks.writing import Writing
from plangen.diagnostics import Location, PlangenError, codes, finding

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["read_pdf"]

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 10_000_000


class _Piece(Struct, frozen=True):
    text: str
    left: float
    base: float
    size: float


def read_pdf(path: Path) -> Writing:
    """The text of a PDF by page.

    Raises PlangenError: PG801 where no page holds text (a scan), PG802 encrypted with a password, PG803 damaged,
    PG804 more than 1,000 pages.
    """
    where = Location(str(path))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        lines, tables = _pages(_opened(path, where), where)
    except (PlangenError, OSError):
        raise
    except Exception as fault:  # pypdf raises many kinds on damaged files
        message = f"the PDF is damaged: {type(fault).__name__}"
        raise PlangenError(
            finding(
                codes.DOCUMENT_DAMAGED, message, where, "open it in a reader and save or print it again as PDF"
            )
        ) from fault
    if not any(line.text.strip() for line in lines):
        hint = "it is probably a scan; run text recognition (OCR) over it first"
        raise PlangenError(finding(codes.NO_TEXT, "there is no text in the PDF", where, hint))
    return Writing(path.name, tuple(lines), tuple(tables))


def _opened(path: Path, where: Location) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(path, strict=False)
        locked = reader.is_encrypted
    except DependencyError:
        locked = True
    if locked:
        reader = PdfReader(_unlocked(path, where), strict=False)
    count = len(reader.pages)
    if count > _MOST_PAGES:
        message = f"the PDF has {count:,} pages; at most {_MOST_PAGES:,} are read"
        raise PlangenError(finding(codes.DOCUMENT_TOO_LARGE, message, where, "split the file"))
    return reader


def _unlocked(path: Path, where: Location) -> io.BytesIO:
    """The file opened with the empty password, as it can be where only printing or changing is forbidden.

    pypdf needs a further library for AES; pikepdf brings its own.
    """
    import pikepdf

    plain = io.BytesIO()
    try:
        with pikepdf.open(path) as document:
            document.save(plain)
    except pikepdf.PasswordError as fault:
        message, hint = "the PDF is encrypted and asks for a password", "save a copy without a password"
        raise PlangenError(finding(codes.PASSWORD, message, where, hint)) from fault
    return plain


def _pages(reader: PdfReader, where: Location) -> tuple[list[Line], list[Table]]:
    lines: list[Line] = []
    tables: list[Table] = []
    characters = 0
    for number, page in enumerate(reader.pages, 1):
        pieces: list[_Piece] = []
        text = _text(page, pieces)
        characters += len(text)
        if characters > _MOST_CHARACTERS:
            raise PlangenError(
                finding(
                    codes.DOCUMENT_TOO_LARGE,
                    f"the PDF holds more than {_MOST_CHARACTERS:,} characters",
                    where,
                    "split the file",
                )
            )
        lines += [Line(line, Place(count, number)) for count, line in enumerate(text.split("\n"), 1)]
        lines.append(Line("", Place(0, number)))
        found = tables_of(_laid_out(page, number) or list(_rows(pieces, number)))
        if tables and found and _goes_on(tables[-1], found[0], number):
            tables[-1] = replace(tables[-1], rows=tables[-1].rows + found[0].rows)
            found = found[1:]
        tables += found
    return lines, tables


_TOP = 3


def _goes_on(before: Table, table: Table, page: int) -> bool:
    """Whether a table at the top of a page is the rest of the last one of the page before.

    It has no headings, or the same again, and as many cells in every row.
    """
    if not before.header or not before.rows or not table.rows or before.rows[-1].place.page != page - 1:
        return False
    width = len(before.header)
    alike = all(len(row.cells) == width for row in (*before.rows, *table.rows))
    top = table.rows[0].place.line <= _TOP + (1 if table.header else 0)
    return alike and top and table.header in ((), before.header)


def _laid_out(page: PageObject, number: int) -> list[Line]:
    """The lines of a page with its rows in columns, none where its layout cannot be told."""
    try:
        text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except Exception:  # the layout of a page without fonts, or with turned text
        return []
    return list(laid_out_rows(text, number))


def _text(page: PageObject, pieces: list[_Piece]) -> str:
    def visit(text: str, user: list[float], matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            across = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            up = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            scale = abs(matrix[3] * user[3]) or 1.0
            pieces.append(_Piece(text.strip("\n"), across, up, size * scale))

    return page.extract_text(visitor_text=visit)


def _rows(pieces: list[_Piece], page: int) -> Iterator[Line]:
    """Pieces on one base line as one line, a tab between those that stand well apart."""
    bands: dict[int, list[_Piece]] = {}
    for piece in pieces:
        band = round(piece.base / 2)
        near = next((each for each in (band, band - 1, band + 1) if each in bands), band)
        bands.setdefault(near, []).append(piece)
    for number, band in enumerate(sorted(bands, reverse=True), 1):
        text, edge = "", None
        for piece in sorted(bands[band], key=lambda each: each.left):
            gap = piece.left - edge if edge is not None else 0.0
            text += ("\t" if gap > piece.size * 0.8 else " " if gap > piece.size * 0.12 else "") * (
                edge is not None
            ) + piece.text.strip()
            edge = piece.left + 0.5 * piece.size * len(piece.text.strip())
        yield Line(text, Place(number, page))
