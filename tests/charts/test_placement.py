"""Boxes, lines, and keeping labels apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.charts.placement import Box, apart
from plangen.charts.scale import line_scale, scale_for, tick_words
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
        ([143.0, 158.0, 80.8], True, ("0", "40", "80", "120", "160")),
        ([29022.0, 25355.0], True, ("0", "10,000", "20,000", "30,000")),
        ([0.2, 0.31], True, ("0.0", "0.1", "0.2", "0.3", "0.4")),
        ([0.58], True, ("0.0", "0.2", "0.4", "0.6")),
        ([101.0], True, ("0", "25", "50", "75", "100", "125")),
        ([0.6], True, ("0.0", "0.2", "0.4", "0.6")),  # a value on the last tick needs none above it
        ([0.07, 0.03], False, ("0.03", "0.04", "0.05", "0.06", "0.07")),
        ([0.0, 1.0], True, ("0.0", "0.2", "0.4", "0.6", "0.8", "1.0")),
        ([-9.0, 17.0], True, ("−10", "0", "10", "20")),
        ([2_500_000_000.0], True, ("0.0bn", "0.5bn", "1.0bn", "1.5bn", "2.0bn", "2.5bn")),
        ([], True, ("0.0", "0.2", "0.4", "0.6", "0.8", "1.0")),
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


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([33.8, 39.2, 37.2, 37.9], ("32", "34", "36", "38", "40")),  # within a fifth of 39.2
        ([37.0, 40.0], ("36", "37", "38", "39", "40")),  # a tenth of 40 at least, and 37 not on the base line
        ([39.99, 40.0], ("36", "37", "38", "39", "40")),
        ([79.0, 100.0], ("0", "20", "40", "60", "80", "100")),
        ([40.0, 40.0], ("0", "10", "20", "30", "40")),  # no movement to be seen
        ([-40.0, -38.0], ("−40", "−30", "−20", "−10", "0")),
        ([5.0], ("0", "1", "2", "3", "4", "5")),
    ],
)
def test_lines_that_hardly_move_get_an_axis_that_does_not_begin_at_zero(
    values: list[float], expected: tuple[str, ...]
) -> None:
    scale = line_scale(values, 172.0, 31.0)
    assert tick_words(scale.ticks) == expected
    assert scale.broken is (expected[0] != "0" and not expected[0].startswith("−"))


def test_limits_say_what_is_small_so_that_a_control_chart_shows_no_more_than_its_values() -> None:
    assert tick_words(line_scale([727.0, 750.0], 172.0, 31.0).ticks)[0] == "660"
    assert tick_words(line_scale([727.0, 750.0], 172.0, 31.0, least_shown=0.0).ticks)[0] == "720"


@given(st.lists(st.floats(-1e9, 1e9), max_size=6), st.integers(3, 5))
def test_lines_have_a_tick_at_or_beyond_their_highest_and_lowest_value(values: list[float], most: int) -> None:
    ticks = line_scale(values, 172.0, 31.0, most).ticks
    assert min([*values, ticks[0]]) == ticks[0]
    assert max([*values, ticks[-1]]) == ticks[-1]
    assert 1 <= len(ticks) - 1 <= most


@given(st.lists(st.floats(-1e9, 1e9), max_size=6), st.booleans())
def test_every_value_and_every_tick_is_on_the_scale(values: list[float], from_zero: bool) -> None:
    scale = scale_for(values, 172.0, 31.0, from_zero=from_zero)
    for value in (*values, *scale.ticks):
        assert 31.0 - 1e-6 <= scale(value) <= 172.0 + 1e-6
    assert not from_zero or scale.low <= 0.0 <= scale.high
