from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.language.english.changes import signed_change, size_words
from plangen.language.english.workings import working_of
from plangen.measures.changes import change
from plangen.model.period_text import read_period
from plangen.model.result import Assessment, ChanceTest, Direction, Untested
from plangen.model.unit import ChangeUnit

VALUES = st.decimals(min_value=0, max_value=10**6, places=2)
PERCENT = {"confidence": {"unit": "percent", "polarity": "higher"}}
RANK = {"place": {"unit": "rank", "polarity": "lower"}}


@given(VALUES, VALUES, st.sampled_from(["lower", "higher", "neutral"]))
def test_direction_follows_the_sign_and_assessment_the_polarity(evidence, row, before, after, polarity):
    rows = [row("all_crime", "2009/10", str(before)), row("all_crime", "2010/11", str(after))]
    known = evidence(rows, indicators={"all_crime": {"polarity": polarity}})
    found = change(known, "all_crime")
    if before == after:
        assert (found.direction, found.assessment) == (Direction.SAME, Assessment.NO_CHANGE)
        return
    up = after > before
    assert found.direction is (Direction.UP if up else Direction.DOWN)
    good = {"lower": not up, "higher": up}.get(polarity)
    expected = {None: Assessment.NOT_ASSESSED, True: Assessment.IMPROVING, False: Assessment.WORSENING}[good]
    assert found.assessment is expected
    if found.amount is None:
        assert found.from_zero
        assert before == 0
    else:
        assert (found.amount > 0) is up


@pytest.mark.parametrize(
    ("indicators", "before", "after", "unit", "amount", "words"),
    [
        ({}, "26991", "25355", ChangeUnit.PERCENT, Decimal("-6.0612796858211"), "−6.1%"),
        (PERCENT, "23", "50", ChangeUnit.POINTS, 27, "+27 points"),
        (PERCENT, "9", "7.5", ChangeUnit.POINTS, Decimal("-1.5"), "−1.5 points"),
        (RANK, "14", "12", ChangeUnit.PLACES, 2, "2 places better"),
        (RANK, "3", "6", ChangeUnit.PLACES, -3, "3 places worse"),
        (RANK, "15", "15", ChangeUnit.PLACES, 0, "No change"),
        ({}, "0", "5", ChangeUnit.PERCENT, None, "From zero"),
        ({}, "0", "0", ChangeUnit.PERCENT, 0, "0.0%"),
    ],
)
def test_each_unit_changes_in_its_own_way(evidence, row, indicators, before, after, unit, amount, words):
    id = next(iter(indicators), "all_crime")
    found = change(evidence([row(id, "2009/10", before), row(id, "2010/11", after)], indicators=indicators), id)
    assert found.unit is unit
    assert found.amount == pytest.approx(amount)
    assert signed_change(found) == words


def test_the_formula_names_its_numbers(evidence, row):
    found = change(
        evidence([row("all_crime", "2009/10", "26991"), row("all_crime", "2010/11", "25355")]), "all_crime"
    )
    assert working_of(found) == "(25,355 − 26,991) / 26,991"
    assert [str(given.location) for given in found.inputs] == ["data.csv:3", "data.csv:2"]
    assert found.key == 'all_crime.change("2010/11", "2009/10")'


def test_a_reported_change_keeps_its_decimals(evidence, row):
    rows = [
        row("all_crime", "2010/11 Q1-Q2", "-9", base="2009/10 Q1-Q2"),
        row("violence", "2010/11 Q1-Q2", "-9.56", base="2009/10 Q1-Q2"),
    ]
    known = evidence(rows)
    assert [size_words(change(known, id)) for id in ("all_crime", "violence")] == ["9%", "9.56%"]
    assert change(known, "all_crime").test == ChanceTest.none(Untested.ONLY_CHANGE)
    assert change(known, "all_crime").direction is Direction.DOWN


def test_a_reported_change_has_fewer_decimals_where_its_indicator_says_so(evidence, row):
    """The plan of 2011/12 prints 9.56% beside 9% and 17%; the amount itself is never rounded."""
    reported = row("violence", "2010/11 Q1-Q2", "-9.56", base="2009/10 Q1-Q2")
    shown = {}
    for decimals in (0, 1, 3):
        found = change(evidence([reported], indicators={"violence": {"change_decimals": decimals}}), "violence")
        shown[decimals] = (size_words(found), found.amount)
    amount = Decimal("-9.56")
    assert shown == {0: ("10%", amount), 1: ("9.6%", amount), 3: ("9.56%", amount)}


def test_of_reported_changes_the_one_with_the_closest_base_is_meant(evidence, row):
    rows = [
        row("all_crime", "2016/17 Q2", "17.8", base="2015/16 Q2"),
        row("all_crime", "2016/17 Q2", "6.6", base="2016/17 Q1"),
    ]
    known = evidence(rows, cut_off="2016/17")
    assert change(known, "all_crime").amount == Decimal("6.6")
    assert change(known, "all_crime", read_period("2016/17 Q2"), read_period("2015/16 Q2")).amount == Decimal(
        "17.8"
    )


def test_only_equal_lengths_are_compared(evidence, row):
    known = evidence([row("all_crime", "2009/10", "9"), row("all_crime", "2010/11 Q1-Q2", "4")])
    assert change(known, "all_crime") is None
    assert change(known, "all_crime", read_period("2010/11 Q1-Q2"), read_period("2009/10")) is None


def test_a_place_is_a_standing_and_may_have_a_base_of_any_length(evidence, row):
    known = evidence([row("place", "2009/10", "14"), row("place", "2010/11 Q1-Q2", "12")], indicators=RANK)
    assert change(known, "place") is None
    assert change(known, "place", read_period("2010/11 Q1-Q2"), read_period("2009/10")).amount == 2


def test_the_base_is_the_latest_earlier_period_of_the_kind(evidence, row):
    rows = [row("survey", year, value) for year, value in (("2009/10", "58"), ("2011/12", "60"))]
    found = change(evidence(rows, indicators={"survey": PERCENT["confidence"]}), "survey")
    assert (str(found.base), found.amount) == ("2009/10", 2)


def test_markers_and_suppressed_counts_enter_no_change(evidence, row):
    rows = [row("all_crime", "2009/10", marker="N/A"), row("all_crime", "2010/11", "3")]
    assert change(evidence(rows), "all_crime") is None
    rows = [row("all_crime", "2009/10", "4"), row("all_crime", "2010/11", "30")]
    assert change(evidence(rows, small_numbers=5), "all_crime") is None


def test_a_change_without_a_period_is_the_latest_there_is(evidence, row):
    rows = [
        row("all_crime", "2008/09", "8"),
        row("all_crime", "2009/10", "9"),
        row("all_crime", "2010/11 Q1", "1"),
    ]
    assert str(change(evidence(rows), "all_crime").period) == "2009/10"
