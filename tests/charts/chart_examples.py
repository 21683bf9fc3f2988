"""The charts of the visual contract's pages, as specs."""

from __future__ import annotations

from plangen.document.charts import (
    Bar,
    BarChart,
    ChangeBar,
    ChartSpec,
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
from plangen.document.variation import Course, Variation

GOOD = Mark(Judgement.GOOD, Sign.TICK)
CLOSE = Mark(Judgement.CLOSE, Sign.EXCLAMATION)
BAD = Mark(Judgement.BAD, Sign.CROSS)
NO_RESULT = Mark(Judgement.NEUTRAL, Sign.DOTS)
SAME = Mark(Judgement.NEUTRAL, Sign.SAME)


def trend() -> TrendChart:
    quarters = (("Q2", "2015/16"), ("Q3", "2015/16"), ("Q4", "2015/16"), ("Q1", "2016/17"), ("Q2", "2016/17"))
    own = (25.4, 27.8, 27.7, 28.1, 29.92)
    similar = (22.1, 22.8, 22.8, 24.2, 24.2)
    return TrendChart(
        tuple(TrendPoint(*quarter) for quarter in quarters),
        (
            Series("Southampton", SeriesRole.OWN, own, tuple(f"{value:.1f}" for value in own)),
            Series("Similar areas", SeriesRole.BENCHMARK, similar, tuple(f"{value:.1f}" for value in similar)),
        ),
    )


def bars() -> BarChart:
    return BarChart(
        (
            Bar("2009/10 actual", 29022, "29,022"),
            Bar("2010/11 (target)", 26991, "26,991", SeriesRole.TARGET),
            Bar("2011/12 target", 25355, "25,355", SeriesRole.TARGET),
        )
    )


def rise_and_fall() -> RiseAndFall:
    return RiseAndFall(
        (
            ChangeBar("All crime", -9, "9% fall"),
            ChangeBar("Violent crime", -9.56, "9.56% fall"),
            ChangeBar("Criminal damage", -17, "17% fall"),
            ChangeBar("House burglary", 17, "17% rise", exception=True),
        )
    )


def positions() -> PositionChart:
    up, down = Mark(Judgement.GOOD, Sign.UP), Mark(Judgement.BAD, Sign.DOWN)
    rows = (
        PositionRow("All crime", 14, 12, up, "14th to 12th", "Improved"),
        PositionRow("Most serious violence", 3, 6, down, "3rd to 6th", "Worsened"),
        PositionRow("Violence against the person", 15, 15, SAME, "15th to 15th", "No change"),
    )
    return PositionChart(15, "1st", "15th", "When the target was set", "Quarter 2, 2010/11", rows)


def share() -> ShareBar:
    return ShareBar(
        (
            ShareSegment("Has fallen", 8, "8%", focus=True),
            ShareSegment("Has not changed", 72, "72%"),
            ShareSegment("Has risen", 20, "20%"),
        )
    )


def status() -> ShareBar:
    return ShareBar(
        (
            ShareSegment("Met in full", 21, "21", mark=GOOD),
            ShareSegment("Close to target", 4, "4", mark=CLOSE),
            ShareSegment("Not met", 3, "3", mark=BAD),
            ShareSegment("No result given", 6, "6", mark=NO_RESULT),
        )
    )


def group() -> GroupChart:
    areas = (("Luton", 65), ("Plymouth", 76), ("Gloucester", 76), ("Cardiff", 91), ("Southampton", 109))
    ranks = ("1", "2", "2", "4", "5")
    rows = tuple(
        GroupBar(name, value, str(value), rank, own=name == "Southampton")
        for (name, value), rank in zip(areas, ranks, strict=True)
    )
    return GroupChart(
        "Area", "Rate", rows, 83.4, "Average 83.4", 66.2, "Lower bound 66.2", 100.6, "Upper bound 100.6"
    )


def control() -> ControlChart:
    values = (143, 116, 126, 123, 130, 109, 118, 115, 158, 114, 117, 119)
    values += (114, 126, 117, 93, 133, 104, 102, 108, 107, 106, 101, 107)
    signals = {8: Signal.WORSE, **dict.fromkeys(range(17, 24), Signal.BETTER)}
    points = tuple(
        ControlPoint(
            "AMJJASONDJFM"[i % 12], f"Year {i // 12 + 1}", value, str(value), signals.get(i, Signal.USUAL)
        )
        for i, value in enumerate(values)
    )
    runs = ((8, 8, "December: above the upper limit"), (17, 23, "Seven months in a row below the mean"))
    latest = Variation(Judgement.GOOD, Course.LOW, "Latest value: better than usual (special cause)")
    words = ("Mean 116.9", "Lower limit 80.8", "Upper limit 153.0")
    return ControlChart(points, 116.9, words[0], 80.8, words[1], 153.0, words[2], runs, latest)


def examples() -> dict[str, ChartSpec]:
    return {
        "trend": trend(),
        "bars": bars(),
        "rise_and_fall": rise_and_fall(),
        "positions": positions(),
        "share": share(),
        "status": status(),
        "group": group(),
        "control": control(),
    }
