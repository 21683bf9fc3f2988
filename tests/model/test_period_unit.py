from __future__ import annotations

import pytest

from plangen.model.unit import Unit, UnitKind


@pytest.mark.parametrize(
    ("text", "unit", "again"),
    [
        ("count", Unit(UnitKind.COUNT), "count"),
        ("Percent", Unit(UnitKind.PERCENT), "percent"),
        ("rate per 1,000", Unit(UnitKind.RATE, 1000), "rate per 1,000"),
        ("rate  per 100000", Unit(UnitKind.RATE, 100000), "rate per 100,000"),
        ("rank", Unit(UnitKind.RANK), "rank"),
        ("pounds", Unit(UnitKind.POUNDS), "pounds"),
        ("Minutes", Unit(UnitKind.MINUTES), "minutes"),
        ("hours", Unit(UnitKind.HOURS), "hours"),
        ("days", Unit(UnitKind.DAYS), "days"),
    ],
)
def test_a_unit_is_read_and_written(text, unit, again):
    assert Unit.parse(text) == unit
    assert str(unit) == again


@pytest.mark.parametrize("text", ["", "rate", "rate per 0", "rate per 1,00", "rate per ١٠٠", "%", "rate per 1e3"])
def test_any_other_unit_is_refused(text):
    with pytest.raises(ValueError, match="is not a unit; use count"):
        Unit.parse(text)
