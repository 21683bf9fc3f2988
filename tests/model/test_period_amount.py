from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.model.amount import Amount, AmountUnit


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("7%", Amount(Decimal(7), AmountUnit.PERCENT)),
        ("7.50 %", Amount(Decimal("7.50"), AmountUnit.PERCENT)),
        (25355, Amount(Decimal(25355))),
        ("25,355", Amount(Decimal(25355))),
        (0.69, Amount(Decimal("0.69"))),
        (Decimal("0.10"), Amount(Decimal("0.10"))),
        ("£106,500", Amount(Decimal(106500))),
        ("13th", Amount(Decimal(13))),
        ("10 points", Amount(Decimal(10), AmountUnit.POINTS)),
        ("1.5 percentage points", Amount(Decimal("1.5"), AmountUnit.POINTS)),
        ("1 place", Amount(Decimal(1), AmountUnit.PLACES)),
        ("any", Amount(None, AmountUnit.PLACES, "any")),
        ("tba", Amount(None, AmountUnit.NUMBER, "TBA")),
        ("To be set", Amount(None, AmountUnit.NUMBER, "To be set")),
    ],
)
def test_an_amount_is_read_as_it_was_written(written: object, amount: Amount) -> None:
    assert Amount.parse(written) == amount
    assert Amount.parse(str(amount)) == amount


@pytest.mark.parametrize(
    "written",
    [
        "",
        "about 7",
        "<9%",
        "-5%",
        "+5",
        "1_000",
        "1,00",
        "٧%",
        "7%%",
        "1e5",
        "nan",
        1e22,
        10**40,
        -3,
        True,
        None,
        [7],
    ],
)
def test_anything_else_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="write a number, 7%"):
        Amount.parse(written)


@pytest.mark.parametrize("written", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
def test_what_is_no_number_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        Amount.parse(written)


@given(st.integers(0, 10**12), st.sampled_from(["", "%", " points"]))
def test_thousands_separators_say_nothing(number: int, unit: str) -> None:
    assert Amount.parse(f"{number:,}{unit}") == Amount.parse(f"{number}{unit}")
