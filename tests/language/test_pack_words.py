"""The verdict of a pack in a sentence."""

from __future__ import annotations

import pytest

from plangen.language.english.pack import glance_sentence


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((4, 8, 8, 0), "Eight of our 20 measures got worse, eight show no clear change and four improved"),
        ((2, 9, 4, 0), "Nine of our 15 measures got worse, four show no clear change and two improved"),
        ((4, 10, 7, 0), "Of our 21 measures, 10 got worse, 7 show no clear change and 4 improved"),
        ((1, 0, 2, 0), "Two of our 3 measures show no clear change and one improved"),
        ((0, 0, 1, 0), "Our only measure shows no clear change"),
        ((5, 0, 0, 0), "All our 5 measures improved"),
        ((1, 0, 4, 15), "Of our 20 measures, 4 show no clear change, 1 improved and 15 could not be tested"),
        ((1, 2, 0, 3), "Two of our 6 measures got worse, one improved and three could not be tested"),
        ((0, 0, 0, 6), "None of our 6 measures could be tested"),
        ((0, 0, 0, 1), "Our only measure could not be tested"),
        ((0, 0, 0, 0), "We have no figures for our measures"),
    ],
)
def test_the_largest_group_comes_first_and_what_was_not_tested_last(counts, sentence):
    assert glance_sentence(*counts) == sentence
