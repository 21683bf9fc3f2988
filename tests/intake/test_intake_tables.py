"""Sections 2.1 and 2.4: from a sheet to its tables, and which line is which indicator."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from intake.reading import figures, opened, skipped, understood
from openpyxl.styles import Font


def test_wide_with_bands_targets_and_notes(workspace: Path, book: Callable[..., Path]) -> None:
    rows: list[list[Any]] = [
        ["Scorecard, all figures are illustrative"],
        [],
        ["Measure", "Q1 2016/17", "Q2 2016/17", "Target", "Comment"],
        ["Crime"],
        ["Total crime (rate per 1,000)", 28.06, 29.92, 27, "up"],
        ["House burglary", 234, "231*", 200],
        [],
        ["Total", 262, 260],
        ["* Twelve records are being reviewed."],
    ]
    found = understood(workspace, book({"KPIs": rows}))
    assert figures(found) == [
        "B5 total_crime 2016/17 Q1 28.06",
        "C5 total_crime 2016/17 Q2 29.92",
        "B6 burglary 2016/17 Q1 234",
        "C6 burglary 2016/17 Q2 231",
    ]
    assert found.figures[3].note == "Twelve records are being reviewed."
    why = skipped(found)
    assert why["A1"] == "title"
    assert (why["A4"], why["A8:C8"], why["A9"]) == ("band", "total", "note")
    assert (why["D3:D6"], why["E3:E5"]) == ("target", "words")


def test_years_over_quarters_and_a_benchmark_row(workspace: Path, book: Callable[..., Path]) -> None:
    rows = [
        ["", "2015/16", "", "2016/17", ""],
        ["Indicator", "Q3", "Q4", "Q1", "Q2"],
        ["Total crime", 27.8, 27.7, 28.06, 29.92],
        ["MSG average", 22.8, 22.8, 24.2, 24.2],
    ]
    found = understood(workspace, book({"KPIs": rows}))
    assert [line.split(" ", 2)[2] for line in figures(found)] == [
        "2015/16 Q3 27.8",
        "2015/16 Q4 27.7",
        "2016/17 Q1 28.06",
        "2016/17 Q2 29.92",
        "2015/16 Q3 22.8 benchmark",
        "2015/16 Q4 22.8 benchmark",
        "2016/17 Q1 24.2 benchmark",
        "2016/17 Q2 24.2 benchmark",
    ]


def test_down_with_date_cells(workspace: Path, book: Callable[..., Path]) -> None:
    rows: list[list[Any]] = [["Month", "ASB", "House burglary"]]
    rows += [[datetime(2016, month, 1), 1000 + month, 70 + month] for month in (4, 5, 6)]
    rows += [["Total", 3015, 225]]
    formats = {f"Monthly!A{row}": "mmm-yy" for row in (2, 3, 4)}
    found = understood(workspace, book({"Monthly": rows}, formats=formats))
    assert figures(found)[::2] == ["B2 asb Apr 2016 1004", "B3 asb May 2016 1005", "B4 asb Jun 2016 1006"]
    assert len(found.figures) == 6
    assert found.tables[0].layout.value == "down"
    assert "total" in skipped(found).values()


def test_long_with_its_own_area_and_counts(workspace: Path, book: Callable[..., Path]) -> None:
    rows = [
        ["Area", "Measure", "Period", "Value", "Numerator", "Denominator", "Status"],
        ["EXAMPLE TOWN", "House burglary", "Apr 2016", 78, None, None, "Provisional"],
        ["Example Town", "", "May-16", " 74 "],
        ["Example Town", "Repeat domestic abuse cases", "Q2 2016/17", None, 7, 26],
        ["Northford", "Recorded crime over twelve months", "2016-17", 86.5],
        ["Eastham", "Recorded crime over twelve months", "2016-17", 90.2],
    ]
    found = understood(workspace, book({"Export": rows}))
    assert figures(found) == [
        "D2 burglary Apr 2016 78",
        "D3 burglary May 2016 74",
        "E4 repeats 2016/17 Q2 7/26",
        "D5 crime_annual Northford 2016/17 86.5",
    ]
    assert [figure.status for figure in found.figures] == ["provisional", "", "", ""]
    assert opened(found) == ["PG238 Export!A6"]


def test_areas_down_of_one_indicator_in_the_title(workspace: Path, book: Callable[..., Path]) -> None:
    rows = [
        ["Recorded crime over twelve months, by area"],
        ["Area", "2014/15", "2015/16"],
        ["Example town", 105, 109],
        ["Northford", 88, 84],
        ["Most similar group average", 90, 91],
    ]
    found = understood(workspace, book({"Areas": rows}))
    assert figures(found) == [
        "B3 crime_annual 2014/15 105",
        "C3 crime_annual 2015/16 109",
        "B4 crime_annual Northford 2014/15 88",
        "C4 crime_annual Northford 2015/16 84",
        "B5 crime_annual 2014/15 90 benchmark",
        "C5 crime_annual 2015/16 91 benchmark",
    ]


def test_two_tables_side_by_side_are_read_each_by_itself(workspace: Path, book: Callable[..., Path]) -> None:
    rows = [
        ["Indicator", "2014/15", "2015/16", "", "Indicator", "Q1 2016/17", "Q2 2016/17"],
        ["ASB", 11000, 12000, "", "House burglary", 234, 231],
    ]
    found = understood(workspace, book({"Both": rows}))
    assert figures(found) == [
        "B2 asb 2014/15 11000",
        "C2 asb 2015/16 12000",
        "F2 burglary 2016/17 Q1 234",
        "G2 burglary 2016/17 Q2 231",
    ]


def test_counts_that_look_like_years_are_no_header(workspace: Path, book: Callable[..., Path]) -> None:
    rows = [
        ["Indicator", "2014/15", "2015/16"],
        ["ASB", 2010, 2034],
        ["Knife crime", 2001, 2011],
        ["House burglary", 1995, 1999],
    ]
    found = understood(workspace, book({"KPIs": rows}))
    assert [f.value for f in found.figures] == ["2010", "2034", "1995", "1999"]
    assert opened(found) == ["PG231 KPIs!A3"]


def test_what_is_hidden_or_struck_is_named(workspace: Path, book: Callable[..., Path]) -> None:
    rows = [["Indicator", "2014/15", "2015/16"], ["ASB", 10, 20], ["House burglary", 30, 40]]

    def finish(made: Any) -> None:
        made["KPIs"].row_dimensions[3].hidden = True
        made["KPIs"]["B2"].font = Font(strike=True)
        made["Old"].sheet_state = "hidden"

    path = book({"KPIs": rows, "Old": rows}, finish=finish)
    found = understood(workspace, path)
    assert figures(found) == ["C2 asb 2015/16 20"]
    assert skipped(found) == {"A3:C3": "hidden", "B2": "struck", "Old!": "hidden"}
    assert len(understood(workspace, path, hidden=True).figures) == 4


def test_names_by_reference_unit_or_not_at_all(workspace: Path, book: Callable[..., Path]) -> None:
    rows = [
        ["Ref", "Measure", "2014/15", "2015/16"],
        ["1.2c", "Domestic burglary", 1, 2],
        ["1.2b", "Total crime", 3, 4],
        [1.3, "Position among similar areas", 5, 6],
        ["", "Hate crime", 7, 8],
        ["", "Hate crime (number)", 9, 10],
        ["", "House burglery", 11, 12],
        ["", "Total crime (number)", 13, 14],
    ]
    found = understood(workspace, book({"KPIs": rows}))
    assert {f.indicator for f in found.figures} == {"burglary", "rank", "hate_incidents"}
    assert opened(found) == ["PG233 KPIs!B3", "PG233 KPIs!B5", "PG231 KPIs!B7", "PG234 KPIs!B8"]
    assert "did you mean House burglary (burglary)?" in next(f.hint for f in found.findings if f.code == "PG231")
