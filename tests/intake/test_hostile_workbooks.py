"""Whatever a workbook holds ends in a right reading or a finding: soon, in bounded memory, without a traceback."""

from __future__ import annotations

import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from intake.mutated import mutated
from intake.reading import figures, opened, understood
from openpyxl import Workbook

from plangen.intake.outcome import ImportState, as_fields

_SLOW = 10.0
_MOST_MEMORY = 500_000  # kilobytes


def _try(workspace: Path, folder: Path, numbers: range) -> None:
    path = folder / "KPI.xlsx"
    for number in numbers:
        path.write_bytes(mutated(number))
        begun = time.monotonic()
        outcome = understood(workspace, path)
        taken = time.monotonic() - begun
        assert taken < _SLOW, f"mutated({number}) took {taken:.1f} s"
        assert outcome.outcome is not ImportState.REFUSED or outcome.findings, f"mutated({number}) says nothing"
        as_fields(outcome, [{} for _ in outcome.findings])
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert used < _MOST_MEMORY, f"{used} kB"


def test_some_mutated_workbooks(workspace: Path, tmp_path: Path) -> None:
    _try(workspace, tmp_path, range(60))


@pytest.mark.long
def test_twenty_thousand_mutated_workbooks(workspace: Path, tmp_path: Path) -> None:
    _try(workspace, tmp_path, range(20_000))


def _with_part(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """The workbook with one part of its package rewritten."""
    other = path.with_name(f"other-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data.decode("utf-8")) if entry.filename == name else data)
    return other


ROWS = [["Measure", "Q1 2016/17", "Q2 2016/17"], ["House burglary", 234, 231]]
SHEET = "xl/worksheets/sheet1.xml"


def test_a_zip_bomb_is_refused(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    assert opened(understood(workspace, path)) == ["PG215 "]


def test_a_document_type_is_refused(workspace: Path, book: Callable[..., Path]) -> None:
    path = _with_part(
        book({"KPIs": ROWS}),
        SHEET,
        lambda text: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + text.replace(">234<", ">&x;<"),
    )
    assert opened(understood(workspace, path)) == ["PG214 "]


def test_a_format_in_the_last_row_costs_nothing(workspace: Path, book: Callable[..., Path]) -> None:
    last = '<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'
    path = _with_part(book({"KPIs": ROWS}), SHEET, lambda text: text.replace("</sheetData>", last))
    found = understood(workspace, path)
    assert figures(found) == ["B2 burglary 2016/17 Q1 234", "C2 burglary 2016/17 Q2 231"]


def test_too_many_sheets_and_columns_are_refused(workspace: Path, tmp_path: Path) -> None:
    many = Workbook()
    for number in range(60):
        many.create_sheet(f"S{number}")
    many.save(tmp_path / "sheets.xlsx")
    wide = Workbook()
    wide.active.cell(1, 501, "Q1 2016/17")
    wide.save(tmp_path / "wide.xlsx")
    assert opened(understood(workspace, tmp_path / "sheets.xlsx")) == ["PG215 "]
    assert opened(understood(workspace, tmp_path / "wide.xlsx")) == ["PG215 "]


@pytest.mark.parametrize("name", ["KPI.xls", "KPI.ods", "KPI.xlsb", "KPI.numbers", "KPI"])
def test_other_formats_say_what_to_save(workspace: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    found = understood(workspace, tmp_path / name)
    assert (found.outcome, opened(found)) == (ImportState.REFUSED, ["PG244 "])
    assert "Excel workbook (.xlsx)" in found.findings[0].hint


def test_a_formula_on_another_workbook_keeps_its_stored_result(workspace: Path, book: Callable[..., Path]) -> None:
    path = _with_part(
        book({"KPIs": ROWS}), SHEET, lambda text: text.replace("<v>234</v>", "<f>[1]Other!B4</f><v>234</v>")
    )
    found = understood(workspace, path)
    assert figures(found)[0] == "B2 burglary 2016/17 Q1 234"
    assert "another workbook" in found.findings[0].message


def test_a_formula_that_gave_empty_text_is_blank(workspace: Path, book: Callable[..., Path]) -> None:
    empty = '<c r="B2" t="str"><f>IF(1=1,"",2)</f><v></v></c>'
    without = '<c r="B2"><f>1+1</f></c>'
    for cell, errors in ((empty, []), (without, ["PG217 KPIs!B2"])):
        path = _with_part(
            book({"KPIs": ROWS}),
            SHEET,
            lambda text, cell=cell: text.replace('<c r="B2" t="n"><v>234</v></c>', cell),
        )
        found = understood(workspace, path)
        assert (figures(found), opened(found)) == (["C2 burglary 2016/17 Q2 231"], errors)
