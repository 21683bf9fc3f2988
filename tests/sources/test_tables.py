"""Observations from CSV, through a whole workspace: what is read, and what is refused where."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from sources.example import DATA, findings, good, told

from plangen.model.observation import Marker, Observation, SeriesKind, ValueStatus
from plangen.sources.workspace import read_workspace

HEADER = (
    "indicator,area,period,value,series,base,category,numerator,denominator,data_to,status,was,disclosed,note\n"
)


def read(tmp_path: Path, *rows: str) -> tuple[Observation, ...]:
    root = good(tmp_path)
    (root / DATA).write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return read_workspace(root).records.observations


def refused(tmp_path: Path, *rows: str) -> list[tuple[str, str]]:
    root = good(tmp_path)
    (root / DATA).write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return [(code, place.removeprefix(f"{DATA}:")) for code, place in findings(root)]


def test_every_cell_arrives_typed(tmp_path: Path) -> None:
    row = "burglary,Town,2016/17 Q2,396,benchmark,,tools,,,Aug 2016,revised,401,agreed,a note"
    (found,) = read(tmp_path, row)
    assert (found.indicator, found.area, found.period.text) == ("burglary", "Town", "2016/17 Q2")
    assert (found.value, found.series, found.category) == (Decimal(396), SeriesKind.BENCHMARK, "tools")
    assert (found.standing, found.was, found.data_to) == (ValueStatus.REVISED, Decimal(401), "Aug 2016")
    assert (found.disclosed, found.note) == ("agreed", "a note")
    assert str(found.location) == f"{DATA}:2"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("26626", "26626"),
        ('"26,626"', "26626"),
        ('"1,026,626.5"', "1026626.5"),
        (" 7 ", "7"),
        ("0.10", "0.10"),
        ("+4", "4"),
        ("\N{NO-BREAK SPACE}12\N{ZERO WIDTH SPACE}", "12"),
    ],
)
def test_numbers(tmp_path: Path, written: str, value: str) -> None:
    (found,) = read(tmp_path, f"burglary,Town,2015,{written}" + "," * 10)
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    "written",
    [
        "inf",
        "-Infinity",
        "1e3",
        "1_000",
        '"1,00"',
        '"12,34,567"',
        "12%",
        "£5",
        "٣",
        "１２",
        "0x10",
        "1.2.3",
        "--1",
        "1 000",
    ],
)
def test_no_numbers(tmp_path: Path, written: str) -> None:
    assert refused(tmp_path, f"burglary,Town,2015,{written}" + "," * 10) == [("PG203", "2:value")]


@pytest.mark.parametrize(
    ("written", "marker"),
    [
        ("*", Marker.SUPPRESSED),
        ("n/a", Marker.NOT_APPLICABLE),
        ("TBA", Marker.TO_BE_ANNOUNCED),
        ("To be set", Marker.TO_BE_SET),
        ("-", Marker.NONE),
        ("–", Marker.NONE),
    ],
)
def test_markers(tmp_path: Path, written: str, marker: Marker) -> None:
    (found,) = read(tmp_path, f"burglary,Town,2015,{written}" + "," * 10)
    assert (found.value, found.marker) == (None, marker)


def test_a_value_from_numerator_and_denominator(tmp_path: Path) -> None:
    # 29 of 50 is 58 in 100.
    (found,) = read(tmp_path, "safe_after_dark,Town,2015,,,,,29,50,,,,,")
    assert (found.value, found.numerator, found.denominator) == (58, 29, 50)


def test_a_rate_from_numerator_and_denominator(tmp_path: Path) -> None:
    # 3 in 250 are 12 in 1,000.
    root = good(tmp_path)
    path = root / "content/indicators.yaml"
    path.write_text(path.read_text("utf-8").replace("unit: percent", "unit: rate per 1,000"), "utf-8")
    (root / DATA).write_text(f"{HEADER}safe_after_dark,Town,2015,,,,,3,250,,,,,\n", "utf-8")
    (found,) = read_workspace(root).records.observations
    assert found.value == 12


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n"])
def test_a_file_without_header(tmp_path: Path, text: str) -> None:
    root = good(tmp_path)
    (root / "content/data/more.csv").write_text(text, "utf-8")
    assert findings(root) == [("PG218", "content/data/more.csv")]


def test_a_column_without_name(tmp_path: Path) -> None:
    root = good(tmp_path)
    (root / "content/data/more.csv").write_text("indicator,area,period,value,\nburglary,Town,2015,1,\n", "utf-8")
    assert findings(root) == [("PG204", "content/data/more.csv:1:column 5")]


def test_a_change_is_exempt_from_limits(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "safe_after_dark,Town,2015,-9,,2014,,,,,,,,",
        "burglary,Town,2015,-9,,2014,,,,,,,,",
        "safe_after_dark,Town,2015,120,,2013,,,,,,,,",
    )
    assert [o.value for o in found] == [-9, -9, 120]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("safe_after_dark,Town,2015,-1" + "," * 10, "PG207", "value"),
        ("safe_after_dark,Town,2015,,,,,60,50,,,,,", "PG207", "value"),
        ("burglary_rank,Town,2015,0" + "," * 10, "PG208", "value"),
        ("burglary,Town,2015,,,,,3,4,,,,,", "PG212", "value"),
        ("safe_after_dark,Town,2015,,,,,3,,,,,,", "PG212", "denominator"),
        ("safe_after_dark,Town,2015,,,,,,4,,,,,", "PG212", "numerator"),
        ("safe_after_dark,Town,2015,5,,,,-3,4,,,,,", "PG212", "numerator"),
        ("safe_after_dark,Town,2015,5,,,,3,-4,,,,,", "PG212", "denominator"),
        ("burglary,,2015,5" + "," * 10, "PG211", "area"),
        ("burglary,Town,,5" + "," * 10, "PG209", "period"),
        ("burglary,Town,2015,5,,2010-12" + "," * 8, "PG209", "base"),
        ("burglary,Town,2015,5,,,,,,,finl,,,", "PG210", "status"),
        ("burglary,Town,2015,5,,,,,,,,4,,", "PG213", "was"),
        ("burglary,Town,2015,5,,,,,,,revised,x,,", "PG203", "was"),
    ],
)
def test_refused_rows(tmp_path: Path, row: str, code: str, column: str) -> None:
    assert refused(tmp_path, row) == [(code, f"2:{column}")]


def test_all_faults_of_a_row_and_all_rows(tmp_path: Path) -> None:
    rows = ["burglry,,2015,x" + "," * 10, "burglary,Town,2014,1" + "," * 10, "burglary,Town"]
    expected = [("PG202", "4"), ("PG203", "2:value"), ("PG205", "2:indicator"), ("PG211", "2:area")]
    assert sorted(refused(tmp_path, *rows)) == expected


def test_quoted_cells_may_hold_line_ends_and_rows_keep_their_lines(tmp_path: Path) -> None:
    rows = ['burglary,Town,2014,1,,,,,,,,,,"two\nlines"', "", "," * 13, "burglary,Town,2015,x" + "," * 10]
    assert refused(tmp_path, *rows) == [("PG203", "6:value")]


def test_duplicates_across_files(tmp_path: Path) -> None:
    root = good(tmp_path)
    (root / "content/data/other.csv").write_text("indicator,area,period,value\nburglary,Example Town,2023/24,4\n")
    (finding,) = told(root)
    assert (finding.code, str(finding.location)) == ("PG206", "content/data/other.csv:2")
    assert f"{DATA}:2" in finding.message


def test_a_faulty_indicator_is_told_once(tmp_path: Path) -> None:
    root = good(tmp_path)
    path = root / "content/indicators.yaml"
    path.write_text(path.read_text("utf-8").replace("unit: percent", "unit: per cent"), "utf-8")
    assert findings(root) == [("PG123", "content/indicators.yaml:9:9")]


def test_a_hundred_thousand_rows(tmp_path: Path) -> None:
    rows = [f"burglary,Area {n},2015/16 Q{n % 4 + 1},{n}" + "," * 10 for n in range(100_000)]
    assert len(read(tmp_path, *rows)) == 100_000
