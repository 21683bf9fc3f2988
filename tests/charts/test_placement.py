"""Boxes, lines, and keeping labels apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.charts.placement import Box, apart
from plangen.charts.scale import scale_for, tick_words
from plangen.document.charts import FigureMarks

wanted_and_lengths = st.lists(st.tuples(st.floats(-50, 550), st.floats(0, 90)), min_size=1, max_size=8)


@given(wanted_and_lengths)
def test_intervals_are_apart_in_order_and_inside_where_there_is_room(items: list[tuple[float, float]]) -> None:
    wanted, lengths = [w for w, _ in items], [length for _, length in items]
    starts = apart(wanted, lengths, 0.0, 480.0, 4.0)
    for (start, length), (following, _) in pairwise(zip(starts, lengths, strict=True)):
        assert following >= start + length + 4.0 - 1e-6
    assert starts[0] >= -1e-6
    if sum(lengths) + 4.0 * (len(lengths) - 1) <= 480.0:
        assert starts[-1] + lengths[-1] <= 480.0 + 1e-6


def test_intervals_that_are_apart_stay_where_they_are() -> None:
    assert apart([10.0, 100.0], [20.0, 20.0], 0.0, 480.0, 4.0) == [10.0, 100.0]


def test_two_at_one_place_give_way_equally() -> None:
    assert apart([100.0, 100.0], [20.0, 20.0], 0.0, 480.0, 4.0) == [88.0, 112.0]


@pytest.mark.parametrize(
    ("line", "crosses"),
    [
        ((-5, 5, 15, 5), True),
        ((5, 5, 6, 6), True),
        ((-5, -5, 15, 15), True),
        ((-5, 12, 15, 12), False),
        ((-5, 5, -1, 5), False),
        ((0, -12, 16, 4), False),
        ((0, 0, 0, 10), False),
    ],
)
def test_a_line_crosses_a_box_where_it_runs_through_its_inside(
    line: tuple[float, float, float, float], crosses: bool
) -> None:
    assert Box(0, 0, 10, 10).crossed_by(line) is crosses


@pytest.mark.parametrize(
    ("values", "from_zero", "expected"),
    [
        ([25.4, 29.92], True, ("0", "10", "20", "30")),
        ([143.0, 158.0, 80.8], True, ("0", "50", "100", "150")),
        ([29022.0, 25355.0], True, ("0", "10,000", "20,000", "30,000")),
        ([0.2, 0.31], True, ("0.0", "0.1", "0.2", "0.3")),
        ([0.58], True, ("0.0", "0.2", "0.4", "0.6")),  # exactly a tenth of an interval beyond
        ([0.07, 0.03], False, ("0.03", "0.04", "0.05", "0.06", "0.07")),  # an interval of exactly a hundredth
        ([0.0, 1.0], True, ("0.00", "0.25", "0.50", "0.75", "1.00")),
        ([-9.0, 17.0], True, ("−10", "0", "10")),
        ([2_500_000_000.0], True, ("0bn", "1bn", "2bn")),
        ([], True, ("0.00", "0.25", "0.50", "0.75", "1.00")),
    ],
)
def test_ticks_are_round_and_written_with_the_decimals_they_need(
    values: list[float], from_zero: bool, expected: tuple[str, ...]
) -> None:
    assert tick_words(scale_for(values, 172.0, 31.0, from_zero=from_zero).ticks) == expected


def test_ticks_carry_the_sign_that_all_labels_carry() -> None:
    assert tick_words((0.0, 50.0), ["12%", "50%"]) == ("0%", "50%")
    welsh = FigureMarks(million=" miliwn")
    assert tick_words((0.0, 5e7), marks=welsh) == ("0 miliwn", "50 miliwn")
    german = FigureMarks(decimal=",", thousands=".")
    assert tick_words((-1000.5, 0.0, 1000.5), marks=german) == ("−1.000,5", "0,0", "1.000,5")
    assert tick_words((0.0, 50.0), ["£12", "£50"]) == ("£0", "£50")
    assert tick_words((0.0, 50.0), ["12%", "50"]) == ("0", "50")


@given(st.lists(st.floats(-1e9, 1e9), max_size=6), st.booleans())
def test_every_value_and_every_tick_is_on_the_scale(values: list[float], from_zero: bool) -> None:
    scale = scale_for(values, 172.0, 31.0, from_zero=from_zero)
    for value in (*values, *scale.ticks):
        assert 31.0 - 1e-6 <= scale(value) <= 172.0 + 1e-6
    assert not from_zero or scale.low <= 0.0 <= scale.high
