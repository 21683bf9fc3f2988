"""Control charts of 36 months of made-up figures, from content files to the words on the page.

The expected limits are worked out with a calculator from `observations.csv`:

incidents: total 4,202, mean 4,202 / 36 = 116.72; moving ranges add up to 439, average 439 / 35 = 12.54, 3.267
times that is 40.98, so that the range of 45 is left out; 394 / 34 = 11.588; 2.66 x 11.588 = 30.825; limits 85.90
and 147.55.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pikepdf
import pytest
from render.tag_tree import spoken

from plangen.charts import draw
from plangen.compose import compose
from plangen.document.blocks import Figure
from plangen.document.charts import ControlChart, Signal, TrendChart
from plangen.document.drawing import Glyphs
from plangen.document.inlines import plain
from plangen.document.theme import Theme
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.build import BuildOptions, build
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parent / "monthly"
PLAN = EditionName.of(EditionKind.PLAN, "2015-16")


@pytest.fixture(scope="module")
def figures():
    found = compose(read_workspace(ROOT, (PLAN.id,)), PLAN)
    assert found.findings == ()
    return [block for section in found.document.sections for block in section.blocks if isinstance(block, Figure)]


@pytest.fixture(scope="module")
def pdf():
    return build(ROOT, PLAN, BuildOptions()).data


def test_the_limits_are_those_worked_out_by_hand(figures):
    chart = figures[0].art
    assert isinstance(chart, ControlChart)
    assert len(chart.points) == 36
    assert (chart.mean, chart.lower, chart.upper) == pytest.approx((116.72222, 85.897516, 147.546928), rel=1e-6)
    assert (chart.mean_words, chart.lower_words, chart.upper_words) == (
        "Mean 116.7",
        "Lower limit 85.9",
        "Upper limit 147.5",
    )


def test_what_stands_out_is_named_and_judged_by_polarity(figures):
    incidents, answered = figures[0].art, figures[1].art
    assert incidents.runs == (
        (8, 8, "December 2013: above the upper limit"),
        (29, 35, "Seven months in a row below the mean"),
    )
    assert [n for n, point in enumerate(incidents.points) if point.signal is Signal.WORSE] == [8]
    assert [n for n, point in enumerate(incidents.points) if point.signal is Signal.BETTER] == list(range(29, 36))
    assert {words for _, _, words in answered.runs} == {
        "Seven months in a row above the mean",
        "Seven months in a row rising",
    }
    assert Signal.WORSE not in {point.signal for point in answered.points}


def test_the_words_are_drawn(figures):
    drawn = " ".join(mark.text for mark in draw(figures[0].art, Theme()).marks if isinstance(mark, Glyphs))
    for words in (
        "Mean 116.7",
        "Lower limit 85.9",
        "Upper limit 147.5",
        "December 2013:",
        "above the upper limit",
    ):
        assert words in drawn
    beside = " ".join(mark.text for mark in draw(figures[1].art, Theme()).marks if isinstance(mark, Glyphs))
    assert "Seven months in a row rising" in beside
    assert "The axis begins at 72%" in beside


def test_the_note_says_how_it_was_made(figures):
    assert plain(figures[0].source) == (
        "Lower is better. Limits are the mean plus and minus 2.66 times the average moving range (XmR method), "
        "after leaving out 1 moving range of 3.267 times the average or more. "
        "Source: made-up figures of Example Town."
    )


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (2, "No usual range is shown: it needs at least 12 values, and there are 11"),
        (3, "No usual range is shown: the periods overlap"),
    ],
)
def test_series_without_a_usual_range_say_why(figures, at, why):
    assert isinstance(figures[at].art, TrendChart)
    assert plain(figures[at].subtitle).endswith(f", Example Town. {why}")


def test_who_cannot_see_the_chart_is_told_the_same(figures):
    for words in (
        "Control chart over 36 periods, Apr 2013 to Mar 2016.",
        "Mean 116.7, Lower limit 85.9, Upper limit 147.5.",
        "Seven months in a row below the mean.",
    ):
        assert words in figures[0].alt


def test_every_chapter_says_that_its_figures_are_made_up(pdf):
    assert spoken(pdf).count("Illustrative figures. Example Town does not exist.") == 2


def test_every_line_of_the_chart_is_in_the_attached_results(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        text = opened.attachments["results.csv"].get_file().read_bytes().decode("utf-8")
    rows = {row["key"]: row for row in csv.DictReader(text.splitlines())}
    upper = rows["incidents: upper limit, Apr 2013 to Mar 2016"]
    assert upper["shown"] == "147.5"
    assert float(upper["value"]) == pytest.approx(147.546928, rel=1e-6)
    assert upper["formula"] == "mean + 2.66 x average moving range 11.588"


def test_every_figure_says_that_it_is_made_up():
    rows = csv.DictReader((ROOT / "content/data/observations.csv").read_text(encoding="utf-8").splitlines())
    assert {(row["area"], row["note"]) for row in rows} == {("Example Town", "illustrative")}
