"""Charts made from the data of the performance pack, and from awkward data."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from plangen.compose import compose
from plangen.compose.charts.control import control_of
from plangen.compose.charts.group import group_of
from plangen.compose.charts.trend import trend_of
from plangen.diagnostics import PlangenError
from plangen.document.blocks import Figure
from plangen.document.charts import ControlChart, GroupChart, Signal, TrendChart
from plangen.document.inlines import plain
from plangen.document.status import Judgement
from plangen.document.variation import Course, Variation
from plangen.language.english import ENGLISH
from plangen.language.english.workings import working_of
from plangen.measures.evidence import Evidence
from plangen.model.edition import EditionKind, EditionName
from plangen.model.period import Period
from plangen.model.period_text import read_period
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
MONTHLY = ROOT / "tests/examples/monthly"
PLAN = EditionName.of(EditionKind.PLAN, "2015-16")


@pytest.fixture(scope="module")
def pack():
    return Evidence.gather(read_workspace(ROOT).records, read_period("2016/17 Q2"))


def test_the_group_of_the_pack(pack):
    """Mean 86.6 and standard deviation 13.2 as on page 10 of the visual contract; ties share a rank."""
    made = group_of(ENGLISH, pack, "crime_annual", k=Decimal(1))
    chart = made.spec
    assert isinstance(chart, GroupChart)
    assert (chart.mean_words, chart.lower_words, chart.upper_words) == (
        "Average 86.6",
        "Lower bound 73.4",
        "Upper bound 99.8",
    )
    assert " ".join(bar.rank for bar in chart.bars) == "1 2 3 3 5 6 6 8 9 10 11 12 13 14 15"
    assert [(bar.label, bar.words, bar.rank) for bar in chart.bars if bar.own] == [("Southampton", "109", "15")]
    assert made.note == (
        "Average: the mean of all 15 areas. Bounds: the mean plus and minus 1 sample standard deviation (13.2), "
        "a distance that we chose. An area between the bounds is within the usual range for the group."
    )
    assert made.subtitle.endswith(", 2015/16; 1 is the lowest rate")


def test_bounds_only_where_k_is_set(pack):
    made = group_of(ENGLISH, pack, "crime_annual")
    assert (made.spec.lower, made.spec.upper, made.note) == (None, None, "Average: the mean of all 15 areas.")


def test_every_line_of_a_group_is_a_result(pack):
    results = group_of(ENGLISH, pack, "crime_annual", k=Decimal("1.96")).results
    assert [working_of(result) for result in results] == [
        "as observed",
        "mean of 15 areas",
        "mean - 1.96 sample standard deviations",
        "mean + 1.96 sample standard deviations",
    ]
    assert {given.what for given in results[1].inputs} >= {
        "Recorded crime, Luton, 2015/16",
        "Recorded crime, 2015/16",
    }


def test_no_group_in_the_data(pack):
    assert group_of(ENGLISH, pack, "total_crime") is None
    assert group_of(ENGLISH, pack, "crime_annual", read_period("2014/15")) is None


def test_a_trend_carries_no_benchmark_forward(pack):
    chart = trend_of(ENGLISH, pack, "youth_custody").spec
    assert isinstance(chart, TrendChart)
    assert (chart.series[1].values[-1], chart.series[1].words[-1]) == (None, "no figure")
    assert trend_of(ENGLISH, pack, "crime_annual") is None


def test_five_quarters_are_too_few_for_a_control_chart(pack):
    made = control_of(ENGLISH, pack, "total_crime")
    assert isinstance(made.spec, TrendChart)
    assert "at least 12 values, and there are five" in made.subtitle
    assert control_of(ENGLISH, pack, "crime_annual") is None


# Awkward series, written into the monthly example


@pytest.fixture
def control(tmp_path):
    def make(values, **changes):
        """A control chart of `values`, one a month from April 2013; None leaves a month out."""
        shutil.copytree(MONTHLY, tmp_path / "w")
        months = [Period.span(2013, 4, n + 1).end for n in range(len(values))]
        rows = [
            f"incidents,Example Town,{Period.month(day.year, day.month)},{value}"
            for day, value in zip(months, values, strict=True)
            if value is not None
        ]
        data = tmp_path / "w/content/data/observations.csv"
        data.write_text("\n".join(["indicator,area,period,value", *rows]) + "\n", encoding="utf-8")
        indicators = tmp_path / "w/content/indicators.yaml"
        text = indicators.read_text(encoding="utf-8")
        for before, after in changes.values():
            text = text.replace(before, after, 1)
        indicators.write_text(text, encoding="utf-8")
        evidence = Evidence.gather(read_workspace(tmp_path / "w").records, read_period("2016/17"))
        return control_of(ENGLISH, evidence, "incidents")

    return make


def test_a_count_has_no_limit_below_zero(control):
    made = control([0, 9, 1, 8, 0, 10, 2, 7, 1, 9, 0, 8, 3, 6])
    assert (made.spec.lower, made.spec.lower_words) == (0.0, "Lower limit 0.0")
    assert "drawn at the last possible value" in made.note


def test_a_month_without_a_value_is_said(control):
    made = control([10, 11, 10, None, 11, 10, 12, 9, 10, None, 11, 10, 11, 9])
    assert isinstance(made.spec, ControlChart)
    assert len(made.spec.points) == 12
    assert made.note.endswith("Two periods without a value are left out.")


def test_a_series_that_never_moves(control):
    made = control([7] * 12)
    assert (made.spec.mean, made.spec.lower, made.spec.upper) == (7, 7, 7)
    assert made.spec.runs == ()


def test_negative_values_keep_their_limits(control):
    made = control([-3, 4, -2, 5, -4, 3, -5, 2, -1, 4, -3, 0], unit=("unit: count", "unit: pounds"))
    assert made.spec.lower < 0
    assert made.spec.lower_words.startswith("Lower limit −£")


def test_nothing_is_judged_where_neither_way_is_better(control):
    values = [10, 11] * 6 + [40, 10]
    made = control(values, polarity=("polarity: lower", "polarity: neutral"))
    assert {point.signal for point in made.spec.points} == {Signal.USUAL}
    assert made.spec.runs[0][2] == "April 2014: above the upper limit"
    assert made.note.startswith("Limits are")


def test_neighbours_beyond_the_same_limit_are_told_together(control):
    """Mean 10.6; the moving ranges but the two of 10 average 0.4, so that the upper limit is below 20."""
    made = control([10, 10, 11] * 9 + [20, 21, 20, 10, 22] + [10] * 3)
    beyond = [(first, last) for first, last, words in made.spec.runs if "upper limit" in words]
    assert beyond == [(27, 29), (31, 31)]
    assert made.spec.runs[0][2] == "Three months in a row above the upper limit"


def test_a_run_close_to_the_limit_is_told_once(control):
    made = control([20, 24] * 8 + [17, 17, 17, 18, 17, 17, 17])
    words = [words for _, _, words in made.spec.runs]
    assert [text for text in words if "close" in text] == []
    assert "Seven months in a row below the mean" in words


# As a directive


def figure(tmp_path, directive):
    shutil.copytree(MONTHLY, tmp_path / "w")
    rows = ["indicator,area,period,value", *(f"incidents,{area},2015/16,{v}" for area, v in AREAS.items())]
    (tmp_path / "w/content/data/group.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    chapter = tmp_path / "w/content/plans/2015-16/narrative/incidents.md"
    chapter.write_text(directive, encoding="utf-8")
    made = compose(read_workspace(tmp_path / "w", (PLAN.id,)), PLAN)
    if made.findings:
        raise PlangenError(list(made.findings))
    return next(b for section in made.document.sections for b in section.blocks if isinstance(b, Figure))


AREAS = {"Example Town": 10, "Nextville": 8, "Farville": 12}


def test_a_group_directive(tmp_path):
    text = ":::{chart} incidents\n:kind: group\n:k: 2\n:headline: In the middle\n:source: Everybody.\n:::\n"
    made = figure(tmp_path, text)
    assert isinstance(made.art, GroupChart)
    assert plain(made.source) == (
        "Average: the mean of all 3 areas. Bounds: the mean plus and minus 2 sample standard deviations (2.0), "
        "a distance that we chose. An area between the bounds is within the usual range for the group. "
        "Source: Everybody."
    )
    assert plain(made.subtitle) == "Incidents a month, similar areas, 2015/16; 1 is the lowest number"
    assert "Example Town has rank 2 with 10" in made.alt


def test_a_group_needs_a_better_and_a_worse(tmp_path):
    with pytest.raises(PlangenError) as caught:
        figure(tmp_path, ":::{chart} patrols\n:kind: group\n:headline: None\n:::\n")
    assert "neither high nor low is better" in caught.value.diagnostics[0].message


def with_intervals(tmp_path: Path, rows: str, unit: str = "percent") -> TrendChart:
    """The trend of an indicator that asks for its intervals, in a workspace of its own."""
    shutil.copytree(ROOT / "tests/bad/base", tmp_path / "workspace")
    content = tmp_path / "workspace/content"
    with (content / "indicators.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nshare: {{name: Share, unit: {unit}, polarity: higher, source: Survey, intervals: yes}}\n")
    head = "indicator,area,period,value,series,numerator,denominator\n"
    area = read_workspace(ROOT / "tests/bad/base").records.partnership.area
    (content / "data/share.csv").write_text(head + rows.replace("AREA", area), encoding="utf-8")
    evidence = Evidence.gather(read_workspace(tmp_path / "workspace").records, read_period("2015/16"))
    return trend_of(ENGLISH, evidence, "share")


def test_intervals_are_a_band_with_a_note_results_and_words_for_a_listener(tmp_path):
    rows = "share,AREA,2014/15,,,160,526\nshare,AREA,2015/16,,,81,263\n"
    made = with_intervals(tmp_path, rows)
    (series,) = made.spec.series
    assert (series.lower[1], series.upper[1]) == pytest.approx((25.53, 36.62), abs=0.005)  # Newcombe 1998, table I
    assert made.note == "Shaded: 95% confidence interval (Wilson's score method)."
    assert ENGLISH.alt_text.describe(made.spec).endswith("Its latest 95% confidence interval: 26% to 37%.")
    workings = [working_of(result) for result in made.results]
    assert "upper end of the 95% interval of 81 of 263 (Wilson)" in workings


def test_a_chart_says_why_it_shows_no_interval(tmp_path):
    made = with_intervals(tmp_path, "share,AREA,2014/15,30,,,\nshare,AREA,2015/16,31,,,\n")
    assert made.note == "No 95% confidence interval is shown: the sample size is not published."
    assert made.spec.series[0].lower == ()


def test_a_chart_says_which_values_have_no_interval(tmp_path):
    made = with_intervals(tmp_path, "share,AREA,2014/15,30,,,\nshare,AREA,2015/16,,,81,263\n")
    assert made.note == (
        "Shaded: 95% confidence interval (Wilson's score method). "
        "Some periods have none: the sample size is not published."
    )
    assert made.spec.series[0].lower[0] is None


def test_the_sign_says_what_the_latest_value_is(control):
    """Seven months below the mean at the end, as in the example of the visual contract (picture 11)."""
    made = control([143, 116, 126, 123, 130, 109, 118, 115, 158, 114, 117, 119, 104, 102, 108, 107, 106, 101, 107])
    assert made.spec.variation == Variation(
        Judgement.GOOD, Course.LOW, "Latest value: better than usual (special cause)"
    )


def test_a_special_cause_of_long_ago_is_none_of_the_latest_value(control):
    made = control([10, 16, 9, 15, 40, 10, 16, 9, 15, 10, 16, 9, 15, 10, 16])
    assert any(point.signal is Signal.WORSE for point in made.spec.points)
    assert made.spec.variation == Variation(Judgement.NEUTRAL, Course.USUAL, "Latest value: usual variation")


def test_where_neither_way_is_better_the_sign_judges_nothing(control):
    made = control([10, 11, 9, 10] * 5 + [40], polarity=("polarity: lower", "polarity: neutral"))
    assert made.spec.variation == Variation(
        Judgement.NEUTRAL, Course.HIGH, "Latest value: higher than usual (special cause)"
    )
