"""The verdict of a pack in a sentence."""

from __future__ import annotations

import pytest

from plangen.language.english.pack import glance_sentence


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((4, 8, 8), "Eight of our 20 measures got worse, eight show no clear change and four improved"),
        ((2, 9, 4), "Nine of our 15 measures got worse, four show no clear change and two improved"),
        ((4, 10, 7), "Of our 21 measures, 10 got worse, 7 show no clear change and 4 improved"),
        ((1, 0, 2), "Two of our 3 measures show no clear change and one improved"),
        ((0, 0, 1), "Our only measure shows no clear change"),
        ((5, 0, 0), "All our 5 measures improved"),
        ((0, 0, 0), "None of our measures can be compared yet"),
    ],
)
def test_the_largest_group_comes_first_and_empty_ones_are_left_out(counts, sentence):
    assert glance_sentence(*counts) == sentence
