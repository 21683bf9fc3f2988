from __future__ import annotations

from math import copysign, inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.lengths import total, written

LENGTHS = st.lists(st.floats(-1e4, 1e4), max_size=30)


@given(LENGTHS.flatmap(lambda lengths: st.tuples(st.just(lengths), st.permutations(lengths))))
def test_the_order_of_lengths_does_not_matter_to_their_total(both):
    lengths, shuffled = both
    assert total(lengths) == total(shuffled)


def test_a_total_is_rounded_once():
    assert total([0.1] * 10) == 1.0
    assert total([]) == 0.0


@given(st.integers(0, 10**6))
def test_a_length_midway_is_rounded_alike_whatever_its_last_bit(thousandths):
    midway = thousandths / 1000 + 0.0005
    assert len({written(near) for near in (nextafter(midway, -inf), midway, nextafter(midway, inf))}) == 1


@pytest.mark.parametrize(
    ("length", "expected"), [(255.7231, 255.723), (255.72349, 255.723), (255.72351, 255.724), (-0.0001, 0.0)]
)
def test_lengths_are_written_to_a_thousandth(length, expected):
    assert written(length) == expected
    assert copysign(1.0, written(length)) == 1.0
