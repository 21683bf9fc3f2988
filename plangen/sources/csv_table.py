"""CSV -> rows of text cells, streaming, with the line each row begins in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.sources.rows import NumberedRow

__all__ = ["csv_rows"]


def csv_rows(text: str, file: str, found: list[Diagnostic]) -> Iterator[NumberedRow]:
    """The rows of comma-separated text. A quotation mark that is never closed (PG220) ends the reading."""
    reader = csv.reader(io.StringIO(text), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            hint = 'close the quotation mark; write one inside a quoted cell twice: "the ""big"" one"'
            found.append(
                finding(codes.STRAY_QUOTATION_MARK, "a quotation mark is out of place", Location(file, line), hint)
            )
            return
        yield line, cells
        line = reader.line_num + 1
