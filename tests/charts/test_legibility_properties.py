"""Whatever a chart is asked to show, no label overlaps another, sits on a line, or leaves the drawing."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.charts import draw
from plangen.charts.legibility import illegible
from plangen.document.charts import (
    Bar,
    BarChart,
    ChangeBar,
    ChartHeight,
    ChartSpec,
    ChartWidth,
    ControlChart,
    ControlPoint,
    GroupBar,
    GroupChart,
    PositionChart,
    PositionRow,
    RiseAndFall,
    Series,
    SeriesRole,
    ShareBar,
    ShareSegment,
    Signal,
    TrendChart,
    TrendPoint,
)
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.theme import Theme
from plangen.document.variation import Course, Variation
from plangen.language.english.alt_text import describe

often = settings(max_examples=40)

word = st.text(string.ascii_letters + "$£%&-ŵâ", min_size=1, max_size=14)
label = st.lists(word, min_size=1, max_size=6).map(" ".join)
names = st.one_of(label, st.text("abc deŵ", min_size=60, max_size=60))
extreme = st.sampled_from([0.0, 1e9, -1e9, 37.0, 37.5, 1e-3])
amount = st.one_of(
    extreme,
    st.integers(0, 100).map(float),
    st.floats(-200, 200, allow_nan=False).map(lambda x: round(x, 2)),
    st.integers(0, 9_999_999).map(float),
    st.sampled_from([0.0, 1e-3, 1e12]),
)
marks = st.builds(Mark, st.sampled_from(Judgement), st.sampled_from(Sign))


def figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.1f}"


def intervals(values: tuple[float | None, ...], part: float) -> tuple[tuple[float | None, ...], ...]:
    """Both ends of an interval about each value, so much of it away."""
    reach = [None if value is None else abs(value) * part for value in values]
    pairs = list(zip(values, reach, strict=True))
    lower = tuple(None if value is None or away is None else value - away for value, away in pairs)
    return lower, tuple(None if value is None or away is None else value + away for value, away in pairs)


@st.composite
def trends(draw_from: st.DrawFn) -> TrendChart:
    count = draw_from(st.sampled_from([1, 2, 3, 4, 5, 8, 13, 40, 60]))
    short = draw_from(st.booleans())
    points = tuple(
        TrendPoint(f"Q{i % 4 + 1}", f"{2010 + i // 4}/{11 + i // 4}")
        if short
        else TrendPoint(draw_from(label), draw_from(st.sampled_from(["", "One", "A very long name of a year"])))
        for i in range(count)
    )
    series = []
    for _ in range(draw_from(st.integers(1, 4))):
        alike = draw_from(st.booleans()) and draw_from(amount)
        values = tuple(draw_from(st.one_of(st.none(), st.just(alike) if alike else amount)) for _ in range(count))
        words = tuple(figure(value) for value in values)
        lower, upper = intervals(values, draw_from(st.floats(0.0, 0.3))) if draw_from(st.booleans()) else ((), ())
        role = draw_from(st.sampled_from(SeriesRole))
        series.append(Series(draw_from(names), role, values, words, lower, upper))
    height = draw_from(st.sampled_from(ChartHeight))
    width = draw_from(st.sampled_from(ChartWidth))
    return TrendChart(points, tuple(series), height=height, width=width)


@st.composite
def controls(draw_from: st.DrawFn) -> ControlChart:
    count = draw_from(st.integers(12, 48))
    points = tuple(
        ControlPoint(
            draw_from(word), "2010" if i < 12 else "2011", value, figure(value), draw_from(st.sampled_from(Signal))
        )
        for i, value in enumerate(draw_from(st.lists(amount, min_size=count, max_size=count)))
    )
    lower, mean, upper = sorted(draw_from(st.tuples(amount, amount, amount)))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), label)
    runs = draw_from(st.lists(ends.map(lambda run: (*sorted(run[:2]), run[2])), max_size=4))
    names = (f"Mean {mean}", f"Lower limit {lower}", f"Upper limit {upper}")
    height = draw_from(st.sampled_from(ChartHeight))
    latest = draw_from(
        st.none() | st.builds(Variation, st.sampled_from(Judgement), st.sampled_from(Course), label)
    )
    return ControlChart(
        points, mean, names[0], lower, names[1], upper, names[2], tuple(runs), latest, height=height
    )


@st.composite
def groups(draw_from: st.DrawFn) -> GroupChart:
    values = draw_from(st.lists(amount, min_size=1, max_size=40))
    bars = tuple(
        GroupBar(draw_from(names), value, figure(value), f"{i + 1}=", draw_from(st.booleans()))
        for i, value in enumerate(values)
    )
    lower, mean, upper = sorted(draw_from(st.tuples(amount, amount, amount)))
    if draw_from(st.booleans()):
        return GroupChart("Area", draw_from(label), bars, mean, f"Average {mean}")
    bounds = (f"Lower bound {lower}", upper, f"Upper bound {upper}")
    return GroupChart("Area", draw_from(label), bars, mean, f"Average {mean}", lower, *bounds)


bar = st.builds(
    lambda name, value, role: Bar(name, value, figure(value), role), names, amount, st.sampled_from(SeriesRole)
)
change = st.builds(
    lambda name, value, odd: ChangeBar(name, value, f"{figure(abs(value))}% change", odd),
    names,
    amount,
    st.booleans(),
)
row = st.builds(PositionRow, names, st.integers(1, 15), st.integers(1, 15), marks, label, label)
part = st.builds(
    lambda name, value, focus: ShareSegment(name, value, f"{value:.0f}%", focus),
    label,
    st.integers(0, 100).map(float),
    st.booleans(),
)
count_of = st.builds(
    lambda name, value, mark: ShareSegment(name, value, f"{value:.0f}", mark=mark),
    label,
    st.integers(0, 3000).map(float),
    marks,
)
specs: st.SearchStrategy[ChartSpec] = st.one_of(
    st.lists(bar, max_size=60).map(lambda bars: BarChart(tuple(bars))),
    st.lists(change, max_size=60).map(lambda bars: RiseAndFall(tuple(bars))),
    st.builds(
        lambda places, before, after, rows: PositionChart(
            places, "1st", f"{places}th", before, after, tuple(rows)
        ),
        st.integers(15, 60),
        label,
        label,
        st.lists(row, max_size=60),
    ),
    st.lists(part, max_size=9).map(lambda parts: ShareBar(tuple(parts))),
    st.lists(count_of, max_size=7).map(lambda parts: ShareBar(tuple(parts))),
)


@often
@given(trends())
def test_every_label_of_a_trend_can_be_read(spec: TrendChart) -> None:
    assert illegible(draw(spec, Theme())) == []


@often
@given(controls())
def test_every_label_of_a_control_chart_can_be_read(spec: ControlChart) -> None:
    assert illegible(draw(spec, Theme())) == []


@often
@given(groups())
def test_every_label_of_a_group_can_be_read(spec: GroupChart) -> None:
    assert illegible(draw(spec, Theme())) == []


@often
@given(specs)
def test_every_label_of_the_other_kinds_can_be_read(spec: ChartSpec) -> None:
    assert illegible(draw(spec, Theme())) == []


@often
@given(st.one_of(specs, groups(), trends(), controls()))
def test_every_chart_can_be_described(spec: ChartSpec) -> None:
    assert describe(spec).endswith(".")
