"""Forms that went through other programs: openpyxl, LibreOffice, a sheet that was sorted and renamed."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from intake.pack_workspace import PACK
from intake.returns.filled import columns, filled, issued, opened, read, rows, saved, says
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

ANSWERS = {
    "v_001": {"This quarter": 29.92, "Provisional?": "yes", "Remark": "Counted on 3 October"},
    "v_003": {"This quarter": 58},
    "v_004": {"Not available because": "data lag"},
    "c_1_2a": {"Commentary": "Crime rose.\n• More patrols", "Signed off by": "Jo Smith", "On": "12 October 2016"},
}
SAID = {
    "v_001": "new 29.92",
    "v_002": "left empty",
    "v_003": "new 58",
    "v_004": "not available: data lag",
    "c_1_2": "left empty: commentary",
    "c_1_2a": "new commentary of 4 words",
    "c_1_2b": "left empty: commentary",
    "c_1_4": "left empty: commentary",
}


def through_libreoffice(data: bytes, suffix: str, folder: Path) -> bytes:
    """The file as LibreOffice saves it again."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (folder / "in").mkdir()
    (folder / f"in/form{suffix}").write_bytes(data)
    form = {".xlsx": "xlsx:Calc MS Excel 2007 XML", ".docx": "docx:MS Word 2007 XML"}[suffix]
    call = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", form]
    subprocess.run(
        [*call, "--outdir", str(folder), str(folder / f"in/form{suffix}")],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "HOME": str(folder)},
    )
    return (folder / f"form{suffix}").read_bytes()


def turned_round(sheet: Worksheet) -> None:
    """Sort the rows the other way: what they hold moves, the names of cells stay."""
    held = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    for row, values in zip(sheet.iter_rows(min_row=5), reversed(held), strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value


def sorted_rows(book: Workbook) -> None:
    turned_round(book["Figures"])
    turned_round(book["Commentary"])


def renamed_and_moved(book: Workbook) -> None:
    book["Figures"].title = "Our figures (final)"
    book["Commentary"].title = "Text"
    book.move_sheet("plangen", -3)


def lines_and_columns_inserted(book: Workbook) -> None:
    book["Figures"].insert_rows(1, 4)
    book["Figures"].insert_rows(10)
    book["Figures"].insert_cols(2, 2)
    book["Commentary"].insert_cols(1)


def no_key_column(book: Workbook) -> None:
    for name in ("Figures", "Commentary"):
        for (cell,) in book[name].iter_rows(min_row=4, max_col=1):
            cell.value = None


def as_google_sheets_saves(book: Workbook) -> None:
    """Names kept, very hidden becomes hidden, rules lost, protection lost, numbers as text."""
    book["plangen"].sheet_state = "hidden"
    sheet = book["Figures"]
    sheet.data_validations.dataValidation = []
    sheet.protection.sheet = False
    for row in sheet.iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, int | float):
                cell.value = str(cell.value)


def test_openpyxl_and_a_change_of_order(root: Path) -> None:
    form = filled(issued(root), ANSWERS)
    for change in (
        sorted_rows,
        renamed_and_moved,
        lines_and_columns_inserted,
        no_key_column,
        as_google_sheets_saves,
    ):
        book = opened(form)
        change(book)
        code, said = read(root, saved(book), f"{change.__name__}.xlsx")
        found = {key: words for key, words in says(said).items() if not words.startswith("added by them")}
        assert (code, found) == (0, SAID), change.__name__


def test_a_sorted_sheet_after_names_disagree(root: Path) -> None:
    """Column A wins over names, which a sort leaves where they were."""
    book = opened(filled(issued(root), ANSWERS))
    sorted_rows(book)
    assert rows(book["Figures"])["v_001"] == 8
    assert book.defined_names["v_001"].attr_text == "Figures!$H$5"
    assert says(read(root, saved(book))[1])["v_001"] == "new 29.92"


def test_without_keys_and_names_it_is_a_question(root: Path) -> None:
    book = opened(filled(issued(root), ANSWERS))
    no_key_column(book)
    for name in list(book.defined_names):
        del book.defined_names[name]
    code, said = read(root, saved(book))
    assert code == 1
    assert says(said)["v_001"] == "unclear: 29.92: found by its reference and measure only"


def test_the_form_is_known_without_its_hidden_sheet(root: Path) -> None:
    book = opened(filled(issued(root), ANSWERS))
    del book["plangen"]
    assert says(read(root, saved(book))[1]) == SAID


def test_a_percentage_typed_in_google_sheets(root: Path) -> None:
    book = opened(issued(root, "council"))
    sheet = book["Figures"]
    cell = sheet.cell(rows(sheet)["v_001"], columns(sheet)["This quarter"])
    cell.value, cell.number_format = 0.62, "0.00%"
    assert says(read(root, saved(book), "council.xlsx")[1])["v_001"] == "new 62"


def test_libreoffice_calc(root: Path, tmp_path: Path) -> None:
    form = through_libreoffice(filled(issued(root), ANSWERS), ".xlsx", tmp_path)
    code, said = read(root, form)
    assert (code, says(said)) == (0, SAID)
    assert not [item for item in said["items"] if item["state"] == "locked cell altered"]


def test_libreoffice_writer(root: Path, tmp_path: Path) -> None:
    issued(root)
    word = (root / f"output/returns/{PACK}/police.docx").read_bytes()
    words = "<w:p><w:r><w:t>Burglary fell.</w:t></w:r></w:p>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            if name == "word/document.xml":
                text = re.sub(
                    r'(<w:tag w:val="c_1_2b"/>.*?)<w:showingPlcHdr/>(.*?<w:sdtContent>).*?(</w:sdtContent>)',
                    rf"\1\2{words}\3",
                    text,
                    count=1,
                )
            after.writestr(name, text)
    code, said = read(root, through_libreoffice(buffer.getvalue(), ".docx", tmp_path), "police.docx")
    assert code == 0
    assert says(said) == {
        "c_1_2": "left empty: commentary",
        "c_1_2a": "left empty: commentary",
        "c_1_2b": "new commentary of 2 words",
        "c_1_4": "left empty: commentary",
    }
