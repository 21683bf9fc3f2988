from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sources.example import findings, good, told

from plangen.sources import workbook
from plangen.sources.workspace import read_workspace

FILE = "content/data/more.xlsx"
HEADER = ["indicator", "area", "period", "value"]


def save(root: Path, rows: list[list[Any]], sheet: str = "observations", percent: str = "") -> None:
    book = Workbook()
    assert book.active is not None
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    if percent:
        book.active[percent].number_format = "0.0%"
    book.save(root / FILE)


def test_cells_as_people_see_them(tmp_path: Path) -> None:
    root = good(tmp_path)
    rows = [
        HEADER,
        ["burglary", "Other Town", "2015/16", 1234.5],
        ["burglary", "Other Town", 2015, "26,626"],
        [None] * 4,
        ["safe_after_dark", "Other Town", "2015/16", 0.27],
        ["burglary", "Other Town", "2016/17", "*"],
    ]
    save(root, rows, percent="D5")
    found = [o for o in read_workspace(root).records.observations if o.location.file == FILE]
    assert [(o.period.text, o.value, str(o.location)) for o in found] == [
        ("2015/16", Decimal("1234.5"), f"{FILE}:2"),
        ("2015", Decimal(26626), f"{FILE}:3"),
        ("2015/16", Decimal(27), f"{FILE}:5"),
        ("2016/17", None, f"{FILE}:6"),
    ]


@pytest.mark.parametrize(
    ("period", "value", "code", "column"),
    [
        (date(2016, 8, 1), 5, "PG216", "period"),
        ("2015/16", date(2016, 8, 1), "PG216", "value"),
        ("2015/16", "=1+1", "PG217", "value"),
        ("2015/16", True, "PG203", "value"),
        ("2015/16", "#REF!", "PG203", "value"),
        ("2015/16", "=1/0", "PG217", "value"),
        ("2015/16", None, "PG211", "value"),
    ],
)
def test_cells_that_cannot_be_used(tmp_path: Path, period: object, value: object, code: str, column: str) -> None:
    root = good(tmp_path)
    save(root, [HEADER, ["burglary", "Other Town", period, value]])
    assert findings(root) == [(code, f"{FILE}:2:{column}")]
    assert told(root)[0].hint


def test_dates_are_answered_with_what_to_do(tmp_path: Path) -> None:
    root = good(tmp_path)
    save(root, [HEADER, ["burglary", "Other Town", date(2016, 8, 1), 5]])
    assert "format the column as Text" in told(root)[0].hint


def test_another_sheet(tmp_path: Path) -> None:
    root = good(tmp_path)
    save(root, [HEADER], sheet="Sheet1")
    assert findings(root) == [("PG214", FILE)]
    assert "Sheet1" in told(root)[0].hint


def test_not_a_workbook(tmp_path: Path) -> None:
    root = good(tmp_path)
    (root / FILE).write_bytes(b"\xd0\xcf\x11\xe0 an old .xls file")
    assert findings(root) == [("PG214", FILE)]


def test_damaged_workbook(tmp_path: Path) -> None:
    root = good(tmp_path)
    with zipfile.ZipFile(root / FILE, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types")
    assert findings(root) == [("PG214", FILE)]


@pytest.mark.parametrize("size", [60_000_000, 3_000_000])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, size: int) -> None:
    root = good(tmp_path)
    with zipfile.ZipFile(root / FILE, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * size)
    assert findings(root) == [("PG215", FILE)]


def test_entities_are_refused(tmp_path: Path) -> None:
    root = good(tmp_path)
    save(root, [HEADER, ["burglary", "Other Town", "2015/16", 5]])
    _rewrite(root / FILE, b"<worksheet ", b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet ')
    assert findings(root) == [("PG214", FILE)]


def test_rows_numbered_beyond_any_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 20_000)
    root = good(tmp_path)
    save(root, [HEADER, ["burglary", "Other Town", "2015/16", 5]])
    _rewrite(root / FILE, b'<row r="2"', b'<row r="999999999"')
    assert findings(root) == [("PG215", f"{FILE}:20001")]


def _rewrite(path: Path, old: bytes, new: bytes) -> None:
    """The same archive with `old` replaced in its sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                assert old in data
                data = data.replace(old, new)
            target.writestr(entry.filename, data)
    path.write_bytes(out.getvalue())
