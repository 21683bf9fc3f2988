"""What is kept on one line, written with ~ for each space at which no line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.language.english import ENGLISH


def bound(text: str) -> str:
    kept = ENGLISH.page.kept_together(text)
    return "".join("~" if at in kept else character for at, character in enumerate(text))


@pytest.mark.parametrize(
    "expected",
    [
        "There were 26,626~crimes in the year.",
        "a fall of 9% against 2009/10",
        "by 3.9~percentage~points or 4~points",
        "It costs £4~million and €2.5~billion.",
        "at a rate of 5~per~1,000~residents, and crimes per~1,000~residents",
        "from 1~April to 31~March~2012, and since September~2010",
        "the 1st~December and the 12th~of~15~areas",
        "35%~to~31%, then 4.0%~to~5.0%. Up",
        "8~of~12~measures got worse",
        "in 2016/17~Q2 and in Q1~2016/17",
        "see Section~17, p.~4 and priority~1",
        "class~A drugs and Appendix~B, in the year I was born",
        "Anti-social Behaviour, Crime and Policing Act~2014",
        "Mr~Smith, Dr~A.~Jones and J.~R.~Hartley of St~Mary's",
        "one thing~– and another~– as it were",
        "for people aged~18 or more",
        "10~am to 2~pm",
        "In 2010 crime fell, and in 2011 it rose.",
        "the 15 in the group, 12 of whom agreed",
        "3 organisations that are too long to be kept",
    ],
)
def test_figures_dates_and_names_are_kept_on_one_line(expected):
    assert bound(expected.replace("~", " ")) == expected


@given(st.text(alphabet="1290,./%£ aQp–J", max_size=60))
def test_only_spaces_are_kept_and_each_once(text):
    kept = ENGLISH.page.kept_together(text)
    assert all(text[at] == " " for at in kept)
    assert sorted(set(kept)) == list(kept)


def test_a_long_text_of_figures_is_read_soon():
    text = "1 per 2 to 3 of 4 A. " * 50_000
    assert len(ENGLISH.page.kept_together(text)) > 100_000
