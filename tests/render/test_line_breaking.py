"""Where lines end, against every way there is to break a short paragraph."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.layout.line_breaking import RightEdge, line_ends

MEASURE = 100.0


def lines_of(widths, spaces, ends):
    """The width of each line, without the space at its end."""
    return [sum(widths[start:end]) + sum(spaces[start : end - 1]) for start, end in pairwise([0, *ends])]


def price_of(lines, edge):
    """By the definition: squares of the room left; the last line of a text costs only where it is a runt."""
    *others, last = lines
    price = sum((MEASURE - line) ** 2 for line in others)
    if edge is RightEdge.BALANCED:
        return price + (MEASURE - last) ** 2
    return price + ((MEASURE / 3) ** 2 if last < MEASURE / 5 else 0)


def every_way(count):
    """All choices of the words that end a line; the last word always does."""
    for more in range(count):
        for chosen in combinations(range(1, count), more):
            yield [*chosen, count]


words = st.lists(st.tuples(st.integers(1, 100), st.integers(0, 8)), min_size=1, max_size=9)


@given(words, st.sampled_from(RightEdge))
def test_no_other_way_has_fewer_lines_or_costs_less(words, edge):
    widths, spaces = [float(width) for width, _ in words], [float(space) for _, space in words]
    broken = [lines_of(widths, spaces, ends) for ends in every_way(len(words))]
    fitting = [lines for lines in broken if max(lines) <= MEASURE]
    fewest = min(map(len, fitting))
    cheapest = min(price_of(lines, edge) for lines in fitting if len(lines) == fewest)
    found = lines_of(widths, spaces, line_ends(widths, spaces, MEASURE, edge))
    assert max(found) <= MEASURE
    assert len(found) == fewest
    assert price_of(found, edge) == pytest.approx(cheapest)


def test_lines_in_the_middle_share_the_room_that_a_greedy_break_leaves_in_one():
    """Greedy: 95, 45, 95, with a hole in the middle. Moving one word down makes it 70, 70, 95."""
    widths, spaces = [45.0, 20.0, 20.0, 45.0, 95.0], [5.0] * 5
    assert line_ends(widths, spaces, MEASURE, RightEdge.RAGGED) == [2, 4, 5]


def test_a_runt_takes_words_down_unless_that_leaves_a_hole():
    assert line_ends([40.0, 22.0, 23.0, 15.0], [5.0] * 4, MEASURE, RightEdge.RAGGED) == [2, 4]
    assert line_ends([40.0, 50.0, 15.0], [5.0] * 3, MEASURE, RightEdge.RAGGED) == [2, 3]


def test_the_lines_of_a_heading_become_about_equal():
    widths, spaces = [30.0] * 4, [5.0] * 4
    assert line_ends(widths, spaces, 105.0, RightEdge.RAGGED) == [3, 4]
    assert line_ends(widths, spaces, 105.0, RightEdge.BALANCED) == [2, 4]
    assert line_ends([*widths, 32.0], [5.0] * 5, 140.0, RightEdge.RAGGED) == [4, 5]
    assert line_ends([*widths, 32.0], [5.0] * 5, 140.0, RightEdge.BALANCED) == [3, 5]


def test_a_word_wider_than_the_measure_stands_alone():
    assert line_ends([10.0, 150.0, 10.0], [5.0] * 3, MEASURE, RightEdge.RAGGED) == [1, 2, 3]


def test_no_words_make_no_lines():
    assert line_ends([], [], MEASURE, RightEdge.RAGGED) == []


def test_a_paragraph_of_200_000_words_takes_seconds_and_not_minutes():
    widths = [float(5 + at * 7 % 31) for at in range(200_000)]
    ends = line_ends(widths, [3.0] * len(widths), 357.0, RightEdge.RAGGED)
    assert ends[-1] == len(widths)
    assert max(lines_of(widths, [3.0] * len(widths), ends)) <= 357.0
