"""Charts in words."""

from __future__ import annotations

import subprocess
import sys

from chart_examples import bars, control, group, positions, rise_and_fall, share, status, trend

from plangen.document.charts import ControlChart, Series, SeriesRole, TrendChart, TrendPoint
from plangen.language.english.alt_text import describe


def test_a_trend_gives_range_latest_value_and_movement() -> None:
    assert describe(trend()) == (
        "Line chart over 5 periods, 2015/16 Q2 to 2016/17 Q2. "
        "Southampton: 25.4 in 2015/16 Q2; lowest 25.4 in 2015/16 Q2; highest 29.9 in 2016/17 Q2; "
        "latest 29.9 in 2016/17 Q2, up from 28.1 in 2016/17 Q1. "
        "In order: 25.4, 27.8, 27.7, 28.1, 29.9. "
        "Similar areas: 22.1 in 2015/16 Q2; lowest 22.1 in 2015/16 Q2; highest 24.2 in 2016/17 Q1; "
        "latest 24.2 in 2016/17 Q2, the same as in 2016/17 Q1. "
        "In order: 22.1, 22.8, 22.8, 24.2, 24.2."
    )


def test_short_constant_and_empty_series_are_described_as_such() -> None:
    points = tuple(TrendPoint(label) for label in ("2008/09", "2009/10", "2010/11", "2011/12"))
    spec = TrendChart(
        points,
        (
            Series("Crimes", SeriesRole.OWN, (9.0, None, 7.5, None), ("9", "", "7.5", "")),
            Series("Promised", SeriesRole.TARGET, (7.0,) * 4, ("7",) * 4),
            Series("Others", SeriesRole.OTHER, (None,) * 4, ("",) * 4),
        ),
    )
    assert describe(spec) == (
        "Line chart over 4 periods, 2008/09 to 2011/12. Crimes: 9 in 2008/09, 7.5 in 2010/11. "
        "Promised (target): 7 throughout. Others: no figures."
    )


def test_bars_and_changes_give_every_figure() -> None:
    assert describe(bars()) == (
        "Bar chart of 3 figures: 2009/10 actual 29,022; 2010/11 (target) 26,991; 2011/12 target 25,355."
    )
    assert describe(rise_and_fall()) == (
        "Bar chart of 4 changes, falls to the left and rises to the right: All crime 9% fall; Violent crime "
        "9.56% fall; Criminal damage 17% fall; House burglary 17% rise (the exception)."
    )


def test_parts_give_every_figure() -> None:
    assert describe(share()) == "Bar of the parts of a whole: Has fallen 8%; Has not changed 72%; Has risen 20%."
    assert describe(status()) == (
        "Bar of how many have each result: Met in full 21; Close to target 4; Not met 3; No result given 6."
    )


def test_positions_give_words_and_judgement() -> None:
    assert describe(positions()) == (
        "Chart of places among 15 areas, where 1st is best. It compares two times: when the target was set; "
        "quarter 2, 2010/11. All crime: 14th to 12th, improved. Most serious violence: 3rd to 6th, worsened. "
        "Violence against the person: 15th to 15th, no change."
    )


def test_a_group_gives_the_own_area_first() -> None:
    assert describe(group()) == (
        "Bar chart of 5 areas by rate, best first. Southampton has rank 5 with 109. Lower bound 66.2, "
        "Average 83.4, Upper bound 100.6. 1 Luton 65; 2 Plymouth 76; 2 Gloucester 76; 4 Cardiff 91; "
        "5 Southampton 109."
    )


def test_a_control_chart_gives_limits_and_what_stands_out() -> None:
    words = describe(control())
    assert "Mean 116.9, Lower limit 80.8, Upper limit 153.0." in words
    assert "Values from 93 to 158; latest 107 in Year 2 M." in words
    assert "Worse than usual: 158 in Year 1 D." in words
    assert words.endswith("December: above the upper limit. Seven months in a row below the mean.")
    assert describe(ControlChart((), 0, "", 0, "", 0, "")) == "Control chart without points."


def test_describing_imports_no_library() -> None:
    found = "print({'matplotlib', 'numpy', 'pandas'} & set(sys.modules))"
    program = f"import sys, plangen.language.english.alt_text; {found}"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"set()\n"


def test_rolling_periods_are_named_from_their_first_month_to_their_last() -> None:
    names = ("Oct 2012 to Sep 2013", "Jan 2013 to Dec 2013")
    points = tuple(TrendPoint("Oct 2012 to", "Sep 2013", name) for name in names)
    series = Series("Own", SeriesRole.OWN, (33.8, 35.0), ("33.8%", "35.0%"))
    assert describe(TrendChart(points, (series,))) == (
        "Line chart over 2 periods, the first Oct 2012 to Sep 2013, the last Jan 2013 to Dec 2013. "
        "Own: 33.8% in Oct 2012 to Sep 2013, 35.0% in Jan 2013 to Dec 2013."
    )
