"""The words beside confidence intervals."""

from __future__ import annotations

from plangen.language.english.levels import short_figure
from plangen.model.result import Level, Untested
from plangen.model.working import IntervalMethod

__all__ = ["interval_joint", "interval_note", "interval_row", "latest_interval", "no_interval"]

_BYAR = "Byar's method, exact below 10 events; chance alone is assumed"
_METHODS = {
    IntervalMethod.COUNT: _BYAR,
    IntervalMethod.RATE: _BYAR,
    IntervalMethod.PROPORTION: "Wilson's score method",
    IntervalMethod.PUBLISHED: "as published",
}
_MISSING = {
    Untested.SAMPLE_UNKNOWN: "the sample size is not published",
    Untested.POPULATION_UNKNOWN: "the population of that year is not known",
    Untested.NO_TEST: "none can be worked out for this kind of figure",
}


def interval_note(methods: tuple[IntervalMethod, ...], missing: tuple[Untested, ...], shaded: bool) -> str:
    why = "; ".join(dict.fromkeys(_MISSING.get(each, "the number of cases is not known") for each in missing))
    if not methods:
        return f"No 95% confidence interval is shown: {why}."
    how = " or ".join(dict.fromkeys(_METHODS[method] for method in methods))
    shown = f"{'Shaded: ' if shaded else ''}95% confidence interval ({how})."
    return f"{shown} Some periods have none: {why}." if missing else shown


def latest_interval(lower: Level, upper: Level) -> str:
    return f"Its latest 95% confidence interval: {short_figure(lower)}{interval_joint()}{short_figure(upper)}"


def interval_row() -> str:
    return "95% confidence interval"


def interval_joint() -> str:
    return " to "


def no_interval() -> str:
    return "not known"
