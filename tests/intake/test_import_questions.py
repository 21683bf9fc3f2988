"""What would change a figure is asked: values, units, titles, files that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from intake.reading import figures, opened, skipped, understood
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from plangen.intake.cells import CellKind, SheetCell
from plangen.intake.outcome import ImportState
from plangen.intake.values import NumberSign, is_percent_format, read_value

Book = Callable[..., Path]

NUMBERS = {
    "1,234": "1234", "1 234": "1234", "1\u202f234": "1234", "£1,200": "1200", "62%": "62",
    "'78": "78", " 77 ": "77",
    "231*": "231", "231†": "231", "12 [r]": "12", "9 (p)": "9", "82¹": "82", "77 ↑": "77", "−3": "-3",
}  # fmt: skip
MARKERS = {
    "*": "*", "[c]": "*", "c": "*", "<5": "*", "fewer than 5": "*", "Suppressed": "*", "n/a": "N/A", "NA": "N/A",
    "[x]": "N/A", "[z]": "N/A", "not applicable": "N/A", "TBA": "TBA", "tbc": "TBA", "-": "-", "–": "-",
}  # fmt: skip
ASKED = ("15K", "1.2m", "1.234,5", "(12)", "twelve", "nil", "12/30", "..", ":", "1,2", "+5", "see note")


def value(text: str, answers: dict[str, str] | None = None) -> Any:
    return read_value(SheetCell(CellKind.TEXT, text), answers or {})


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_text_that_is_a_number(text: str, number: str) -> None:
    assert f"{value(text).number}" == number


@pytest.mark.parametrize(("text", "marker"), MARKERS.items())
def test_words_for_no_figure(text: str, marker: str) -> None:
    assert value(text).marker == marker


@pytest.mark.parametrize("text", ASKED)
def test_other_text_is_asked_about_and_never_nought(text: str) -> None:
    found = value(text)
    assert (found.number, found.marker, found.fault.number) == (None, "", "PG235")


@pytest.mark.parametrize("text", ["awaited", "not yet available", "Pending"])
def test_figures_to_come(text: str) -> None:
    assert value(text).awaited


def test_an_answer_gives_a_word_its_value() -> None:
    answers = {"..": "N/A", "nil": "0"}
    assert (value("..", answers).marker, value("nil", answers).number) == ("N/A", 0)


@pytest.mark.parametrize(
    ("form", "percent"),
    [("0%", True), ("0.0%;[Red]-0.0%", True), ('0.0"%"', False), ("0\\%", False), ("0", False)],
)
def test_which_formats_multiply_by_a_hundred(form: str, percent: bool) -> None:
    assert is_percent_format(form) is percent
    assert value("62%").sign is NumberSign.PERCENT_SIGN


def test_percentages_and_fractions(workspace: Path, book: Book) -> None:
    rows = [
        ["Measure", "2013/14", "2014/15", "2015/16"],
        ["Residents who feel safe by day", 0.9, 0.89, 0.91],
        ["Repeat domestic abuse cases", 0.25, 0.27, 29.920000000000002],
        ["ASB", 0.5, 0.6, 0.7],
    ]
    formats = {"S!B3": "0%", "S!C3": "0%", "S!B4": "0%"}
    found = understood(workspace, book({"S": rows}, formats=formats))
    assert figures(found) == [
        "B3 repeats 2013/14 25",
        "C3 repeats 2014/15 27",
        "D3 repeats 2015/16 29.92",
        "C4 asb 2014/15 0.6",
        "D4 asb 2015/16 0.7",
    ]
    assert opened(found) == ["PG234 S!B2", "PG234 S!B4"]


@pytest.mark.parametrize(
    ("title", "sheet", "code"),
    [
        ("Performance in Northford", "KPIs", "PG238 KPIs!A1"),
        ("Performance", "Northford", "PG238 Northford!A1"),
        ("Targets 2017/18", "KPIs", "PG237 KPIs!A1"),
        ("Income, £000s", "KPIs", "PG234 KPIs!A1"),
        ("Cumulative figures", "KPIs", "PG232 KPIs!C2"),
    ],
)
def test_a_title_that_would_change_the_figures_is_asked_about(
    workspace: Path, book: Book, title: str, sheet: str, code: str
) -> None:
    rows = [[title], ["Measure", "Q1 2016/17", "Q2 2016/17"], ["ASB", 10, 20]]
    found = understood(workspace, book({sheet: rows}))
    assert opened(found) == [code]
    assert len(found.figures) == (1 if title.startswith("Cumulative") else 0)


def test_a_unit_column_may_not_deny_the_unit(workspace: Path, book: Book) -> None:
    rows = [["Measure", "Unit", "2015/16", "2016/17"], ["Total crime", "Number", 1, 2], ["ASB", "Number", 3, 4]]
    found = understood(workspace, book({"KPIs": rows}))
    assert (figures(found), opened(found)) == (["C3 asb 2015/16 3", "D3 asb 2016/17 4"], ["PG234 KPIs!B2"])


def test_a_name_asked_about_once_says_where_else_it_stands(workspace: Path, book: Book) -> None:
    rows = [["Measure", "2015/16", "2016/17"], ["Knife crime", 1, 2], ["ASB", 3, 4]]
    found = understood(workspace, book({"One": rows, "Two": rows[:2]}))
    (asked,) = (one for one in found.findings if one.code == "PG231")
    assert asked.location
    assert (asked.location.field, [place.field for place in asked.also]) == ("One!A2", ["Two!A2"])


def test_raised_characters_are_marks_and_struck_ones_a_question(workspace: Path, book: Book) -> None:
    def finish(made: Any) -> None:
        raised, struck = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
        made["KPIs"]["B2"] = CellRichText("231", TextBlock(raised, "1"))
        made["KPIs"]["C2"] = CellRichText("240", TextBlock(struck, "231"))

    rows = [["Measure", "2015/16", "2016/17"], ["ASB", 0, 0], [], ["1 recounted"]]
    found = understood(workspace, book({"KPIs": rows}, finish=finish))
    assert (figures(found), opened(found)) == (["B2 asb 2015/16 231"], ["PG235 KPIs!C2"])


def test_one_figure_given_twice(workspace: Path, book: Book) -> None:
    rows = [["Measure", "2015/16", "2016/17"], ["ASB", 1, 2], ["ASB", 1, 3]]
    found = understood(workspace, book({"KPIs": rows}))
    assert (figures(found), skipped(found)["B3"], opened(found)) == (
        ["B2 asb 2015/16 1"],
        "twin",
        ["PG242 KPIs!C3"],
    )


def test_what_is_odd_is_warned_of(workspace: Path, book: Book) -> None:
    rows = [["Measure", "2015", "2016"], ["Recorded crime over twelve months", 100, 2001], ["ASB", 3, 20]]
    found = understood(workspace, book({"KPIs": rows}))
    assert sorted(one.code for one in found.findings) == ["PG247", "PG248", "PG249"]
    assert found.outcome is ImportState.READY


def test_no_table_says_what_was_seen(workspace: Path, book: Book) -> None:
    found = understood(workspace, book({"Minutes": [["Who", "What"], ["JS", "will write"]]}))
    assert (found.outcome, opened(found)) == (ImportState.REFUSED, ["PG230 "])
    assert "Minutes: text in A1:B2, no heading that is a period" in found.findings[0].hint


def test_a_text_table_of_another_encoding(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes("Measure;2015-16 Q4;Owner\nASB;2,669;J\xf6rg\n".encode("cp1252"))
    found = understood(workspace, path)
    assert figures(found) == ["B2 asb 2015/16 Q4 2669"]
    assert found.figures[0].cell == "export!B2"
    assert "Windows-1252" in found.findings[0].message


@pytest.mark.parametrize(
    ("headings", "asked"),
    [
        (["FY16", "FY17"], "PG232 S!B1"),
        (["Q1 2016", "Q2 2016"], "PG232 S!B1"),
        (["Q1", "Q2"], "PG232 S!B1"),
        (["Jun-16", "Sep-16"], "PG232 S!B1"),
        (["2010-11", "2016/17 Q1"], "PG232 S!B1"),
    ],
)
def test_headings_that_may_be_two_periods_are_asked_once(
    workspace: Path, book: Book, headings: list[str], asked: str
) -> None:
    found = understood(workspace, book({"S": [["Measure", *headings], ["ASB", 10, 20]]}))
    assert opened(found) == [asked]


def test_a_run_of_years_and_a_pack_answer_for_themselves(workspace: Path, book: Book) -> None:
    years = [["Measure", "2009-10", "2010-11", "2011-12"], ["ASB", 10, 20, 30]]
    assert [one.period.text for one in understood(workspace, book({"S": years})).figures] == [
        "2009/10",
        "2010/11",
        "2011/12",
    ]
    quarters = [["Measure", "Q1", "Q2"], ["ASB", 10, 20]]
    found = understood(workspace, book({"S": quarters}), pack="2016-17-q2")
    assert [one.period.text for one in found.figures] == ["2016/17 Q1", "2016/17 Q2"]
    assert "2016-17-q2" in found.findings[0].message
