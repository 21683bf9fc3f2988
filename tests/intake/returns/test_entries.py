"""What somebody typed into a cell: a figure, words for none, or a question; never a guess."""

from __future__ import annotations

from datetime import datetime

import pytest

from plangen.intake.returns.entries import EntryKind, TypedCell, read_entry
from plangen.model.indicator import Indicator
from plangen.model.unit import Polarity, Unit

ISSUED, LIBREOFFICE, GOOGLE, TEXT = '0.0"%"', "0.0\\%", "0.00%", "@"
FIGURE, MARKER, EMPTY = EntryKind.FIGURE, EntryKind.MARKER, EntryKind.EMPTY
UNCLEAR, NOT_ALLOWED = EntryKind.UNCLEAR, EntryKind.NOT_ALLOWED


def entry(unit: str, value: object, number_format: str = "General", size: int | None = 5) -> tuple[EntryKind, str]:
    indicator = Indicator(name="A", unit=Unit.parse(unit), polarity=Polarity.LOWER, source="B")
    read = read_entry(TypedCell(value, number_format), indicator, size)
    return read.kind, read.value or read.why


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (62.5, ISSUED, (FIGURE, "62.5")),
        (0.62, ISSUED, (UNCLEAR, "0.62: 62% or 0.62%?")),
        (0.62, LIBREOFFICE, (UNCLEAR, "0.62: 62% or 0.62%?")),
        (1, ISSUED, (UNCLEAR, "1: 100% or 1%?")),
        (0, ISSUED, (FIGURE, "0")),
        (0.62, GOOGLE, (FIGURE, "62")),
        (0.62, "0%", (FIGURE, "62")),
        ("0.62", TEXT, (UNCLEAR, "0.62: 62% or 0.62%?")),
        ("62%", ISSUED, (FIGURE, "62")),
        ("0.62%", TEXT, (FIGURE, "0.62")),
        ("'62.50 ", TEXT, (FIGURE, "62.5")),
        (29.920000000000002, ISSUED, (FIGURE, "29.92")),
        (162, ISSUED, (NOT_ALLOWED, "162 is above 100%")),
        (1.62, GOOGLE, (NOT_ALLOWED, "162 is above 100%")),
        (-3, ISSUED, (NOT_ALLOWED, "-3 is below 0")),
        (True, ISSUED, (UNCLEAR, "True is no figure")),
    ],
)
def test_percentages(value: object, number_format: str, expected: tuple[EntryKind, str]) -> None:
    assert entry("percent", value, number_format) == expected


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        ("count", 58, (FIGURE, "58")),
        ("count", "1,234", (FIGURE, "1234")),
        ("count", "1\u00a0234 567", (FIGURE, "1234567")),
        ("count", 3.5, (NOT_ALLOWED, "3.5 is no whole number")),
        ("count", -1, (NOT_ALLOWED, "-1 is below 0")),
        ("count", "12%", (UNCLEAR, '"12%" is a percentage, and the measure is no percentage')),
        ("count", "15K", (UNCLEAR, '"15K" is no number')),
        ("count", "(12)", (UNCLEAR, '"(12)" is no number')),
        ("count", "twelve", (UNCLEAR, '"twelve" is no number')),
        ("pounds", "£1,200", (FIGURE, "1200")),
        ("pounds", -5, (FIGURE, "-5")),
        ("rank", 5, (FIGURE, "5")),
        ("rank", 6, (NOT_ALLOWED, "place 6 lies outside a group of 5")),
        ("rank", 0, (NOT_ALLOWED, "0 is no place")),
        ("rate per 1,000", 0.62, (FIGURE, "0.62")),
        ("count", "<5", (MARKER, "*")),
        ("count", "suppressed", (MARKER, "*")),
        ("count", "n/a", (MARKER, "N/A")),
        ("count", "TBC", (MARKER, "TBA")),
        ("count", "\u2013", (MARKER, "-")),
        ("count", "awaited", (EMPTY, "")),
        ("count", "  ", (EMPTY, "")),
        ("count", None, (EMPTY, "")),
    ],
)
def test_other_units_and_words(unit: str, value: object, expected: tuple[EntryKind, str]) -> None:
    assert entry(unit, value) == expected


def test_percent_format_and_dates_where_a_number_belongs() -> None:
    assert entry("count", 0.62, "0%")[0] is UNCLEAR
    assert entry("count", datetime(2016, 5, 1))[0] is UNCLEAR
