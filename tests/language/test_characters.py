"""Straight quotation marks and hyphens, and what a printer makes of them (New Hart's Rules, 4.11 and 9)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.language.characters import typeset
from plangen.language.english import ENGLISH


def said(text: str, before: str = "") -> str:
    return typeset(text, ENGLISH.characters, before)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("the city's residents' survey", "the city’s residents’ survey"),
        ('She said "no".', "She said “no”."),
        ("She said 'no' and (\"yes\").", "She said ‘no’ and (“yes”)."),
        ("\"'Hello' is what he said\"", "“‘Hello’ is what he said”"),
        ("He said 'it is \"fine\"'", "He said ‘it is “fine”’"),
        ("in the '90s, 'tis said", "in the ’90s, ’tis said"),
        ("Don't Stand By", "Don’t Stand By"),
        ("'quoted' at the start", "‘quoted’ at the start"),
        ("already ‘set’ and “done”", "already ‘set’ and “done”"),
    ],
)
def test_quotation_marks_are_curly(typed, wanted):
    assert said(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("priorities 1.1-1.4 and 5-10 people", "priorities 1.1–1.4 and 5–10 people"),
        ("Plan 2011-12, 2009-10, 1999-00 and 2008-2012.", "Plan 2011–12, 2009–10, 1999–00 and 2008–2012."),
        ("35%-40% of £5-£10, 900-1,200", "35%–40% of £5–£10, 900–1,200"),
        ("one thing - another", "one thing – another"),
        ("one thing -- another, one--two", "one thing – another, one–two"),
    ],
)
def test_dashes_stand_between_figures_and_round_asides(typed, wanted):
    assert said(typed) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "2016/17 and 2010/11 Q1-Q2",
        "on 2011-03-31",
        "call 023 8083-3000, 0800-555 or 555-1212",
        "ISO 14289-1, EN 301-549, PDF/A-3a and CR-12-34",
        "a score of 3-2, 50-50 and 24-7",
        "-5% and a fall of -3.5",
        "anti-social, well-being, mid-2010 and under-18s",
        "https://example.org/it's/2011-12 and o'brien@example.org",
        "plan-2011-12.csv or 2011-12.pdf",
        "- a hyphen that begins a line",
        "a --- b",
    ],
)
def test_what_is_no_range_and_no_sentence_stays_as_it_is_typed(typed):
    assert said(typed) == typed


def test_what_stands_before_tells_whether_a_mark_opens():
    assert said("' time", before="officers") == "’ time"
    assert said("'s time", before="9%") == "’s time"
    assert said("'time'", before="of ") == "‘time’"
    assert said(" - and more", before="bold") == " – and more"


@given(st.text(alphabet="ab 12'\"-.,/£%@:", max_size=60))
def test_what_is_set_is_not_set_again_and_no_word_is_lost(text):
    once = said(text)
    assert said(once) == once
    assert [c for c in once if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_long_text_is_set_soon():
    assert len(said("a" * 300_000 + "@")) == 300_001
    assert said("1-2, " * 50_000).count("–") == 50_000
    assert len(said("'\"" * 100_000)) == 200_000
