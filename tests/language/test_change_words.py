from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from plangen.compose.marks import change_mark
from plangen.document.status import Judgement, Mark, Sign
from plangen.language.english import ENGLISH
from plangen.language.english.changes import (
    fall_or_rise,
    movement_words,
    places_moved,
    signed_change,
    travel_amount,
    verdict_head,
    verdict_word,
)
from plangen.model.aspect import Aspect, View
from plangen.model.period_text import read_period
from plangen.model.result import Assessment, ChanceTest, Change, Clarity, Direction, Untested
from plangen.model.unit import ChangeUnit
from plangen.model.working import Given

CLEAR, NOT_CLEAR = ChanceTest(Clarity.CLEAR, p=0.01), ChanceTest(Clarity.NOT_CLEAR, p=0.4)
UNTESTED = ChanceTest.none(Untested.SAMPLE_UNKNOWN)


def moved(amount, unit=ChangeUnit.PERCENT, decimals=1, good="down", **more) -> Change:
    number = None if amount is None else Decimal(amount)
    if number is None:
        direction = Direction.UP
    else:
        direction = Direction.UP if number > 0 else Direction.DOWN if number < 0 else Direction.SAME
    judged = Assessment.IMPROVING if direction.value == good else Assessment.WORSENING
    return Change(
        key="k",
        inputs=(),
        working=Given.REPORTED,
        amount=number,
        unit=unit,
        decimals=decimals,
        period=read_period("2010/11"),
        base=read_period("2009/10"),
        indicator="all_crime",
        direction=direction,
        assessment=Assessment.NO_CHANGE if direction is Direction.SAME else judged,
        **more,
    )


POINTS, PLACES = ChangeUnit.POINTS, ChangeUnit.PLACES
GOOD, BAD, NEUTRAL = Judgement.GOOD, Judgement.BAD, Judgement.NEUTRAL
DASHED = Judgement.UNTESTED


@pytest.mark.parametrize(
    ("change", "size", "direction", "movement", "signed"),
    [
        (moved("-6.0613"), "6.1%", "fell", "down 6.1%", "−6.1%"),
        (moved("-5"), "5%", "fell", "down 5%", "−5.0%"),
        (moved("25"), "25%", "rose", "up 25%", "+25.0%"),
        (moved("-9", decimals=0), "9%", "fell", "down 9%", "−9%"),
        (moved("-9.56", decimals=2), "9.56%", "fell", "down 9.56%", "−9.56%"),
        (moved("-0.01"), "less than 0.1%", "fell", "down less than 0.1%", "0.0%"),
        (moved("0"), "0.0%", "stayed the same", "unchanged", "0.0%"),
        (
            moved("27", POINTS, 0),
            "27 percentage points",
            "rose",
            "up 27 percentage points",
            "+27 points",
        ),
        (moved("1", POINTS, 0), "1 percentage point", "rose", "up 1 percentage point", "+1 point"),
        (moved("-1.5", POINTS), "1.5 percentage points", "fell", "down 1.5 percentage points", "−1.5 points"),
        (moved("1", PLACES, 0), "1 place", "improved", "up 1 place", "1 place better"),
        (moved("-3", PLACES, 0), "3 places", "worsened", "down 3 places", "3 places worse"),
        (moved("0", PLACES, 0), "0 places", "stayed the same", "unchanged", "No change"),
        (moved(None, from_zero=True), "no percentage: from zero", "rose", "up from zero", "From zero"),
    ],
)
def test_a_change_in_prose_and_in_a_table(change, size, direction, movement, signed):
    assert ENGLISH.show(change) == size
    assert ENGLISH.show(change, View(Aspect.DIRECTION)) == direction
    assert ENGLISH.show(change, View(Aspect.MOVEMENT)) == movement
    assert signed_change(change) == signed


def test_a_capital_on_request():
    assert ENGLISH.show(moved("-9"), View(Aspect.MOVEMENT, capital=True)) == "Down 9%"


def test_no_change_at_all_is_no_figure():
    assert signed_change(None) == "No figure"


@pytest.mark.parametrize(
    ("change", "mark", "amount", "judgement"),
    [
        (moved("6.6", test=CLEAR), Mark(BAD, Sign.UP), "Up 6.6%", "Worsened"),
        (moved("-15.5", test=CLEAR), Mark(GOOD, Sign.DOWN), "Down 15.5%", "Improved"),
        (moved("2", POINTS, good="up", test=CLEAR), Mark(GOOD, Sign.UP), "Up 2.0 points", "Improved"),
        (moved("-1.1", test=NOT_CLEAR), Mark(NEUTRAL, Sign.DOWN), "Down 1.1%", "No clear change"),
        (moved("-1.1", test=UNTESTED), Mark(DASHED, Sign.DOWN), "Down 1.1%", "Not tested"),
        (moved("-1.1"), Mark(DASHED, Sign.DOWN), "Down 1.1%", "Not tested"),
        (moved("0", test=NOT_CLEAR), Mark(NEUTRAL, Sign.SAME), "Same", "No change"),
        (moved("0", test=UNTESTED), Mark(NEUTRAL, Sign.SAME), "Same", "No change"),
        (moved("0.02", test=CLEAR), Mark(BAD, Sign.UP), "Up less than 0.1%", "Worsened"),
        (moved("2", PLACES, 0, good="up", test=UNTESTED), Mark(DASHED, Sign.UP), "Up 2 places", "Not tested"),
        (moved(None, from_zero=True, test=CLEAR), Mark(BAD, Sign.UP), "Up from zero", "Worsened"),
        (
            replace(moved("5", test=CLEAR), assessment=Assessment.NOT_ASSESSED),
            Mark(NEUTRAL, Sign.UP),
            "Up 5%",
            "Not assessed",
        ),
    ],
)
def test_a_travel_cell(change, mark, amount, judgement):
    assert (change_mark(change), travel_amount(change), verdict_head(change.verdict)) == (mark, amount, judgement)


def test_the_same_judgement_in_prose():
    assert verdict_word(moved("-1.1", test=NOT_CLEAR).verdict) == "no clear change"
    assert verdict_word(moved("-1.1", test=CLEAR).verdict) == "improved"
    assert verdict_word(moved("-1.1", test=UNTESTED).verdict) == "not tested"


def test_labels_of_bars():
    changes = (moved("-9", decimals=0), moved("17", decimals=0), moved("0"), moved(None, from_zero=True))
    assert [fall_or_rise(change) for change in changes] == ["9% fall", "17% rise", "no change", "up from zero"]


def test_a_movement_without_its_places():
    assert places_moved(moved("2", PLACES, 0)) == "up 2 places"
    assert movement_words(replace(moved("2"), amount=None)) == "up"
