"""What can be asked of an indicator, a target and a fact: the results that the parts of an expression choose."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from plangen.diagnostics import NOTHING, About, Code, PlangenError, PutIn, Remedy, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.measures.changes import change
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level
from plangen.measures.outcomes import outcome
from plangen.measures.targets import asked, asked_change, promised
from plangen.model.observation import SeriesKind
from plangen.model.period import Period
from plangen.model.period_text import read_period
from plangen.model.result import AnyResult, Change, Level
from plangen.model.target import Target

__all__ = [
    "INDICATOR_PARTS",
    "TARGET_PARTS",
    "ask_indicator",
    "ask_target",
    "missing_figure",
    "unanswerable",
]

INDICATOR_PARTS = ("at", "change")
"""The parts that choose a result of an indicator; without one it is the latest level."""

TARGET_PARTS = ("level", "change", "result", "outcome")
"""The parts that choose a result of a target; without one it is what was promised, as written."""


def unanswerable(
    kind: Code, message: str, hint: str = "", about: About = NOTHING, remedies: tuple[Remedy, ...] = ()
) -> PlangenError:
    """Why an expression has no answer; `evaluate` adds the expression's place."""
    return PlangenError(finding(kind, message, None, hint, about, remedies))


def missing_figure(evidence: Evidence, id: str, *periods: Period | None) -> About:
    """The figure whose absence leaves something unanswered: the first of `periods` that has no known level.

    The first period where all are known; none where nothing of the indicator is observed at all.
    """
    named = [period for period in periods if period] if evidence.periods(id) else []
    levels = ((period, level(evidence, id, period)) for period in named)
    missing = next((period for period, found in levels if found is None or found.number is None), None)
    period = missing or next(iter(named), None)
    return About(id, period.text if period else "")


def ask_indicator(evidence: Evidence, id: str, part: str, arguments: tuple[str, ...]) -> Level | Change:
    """The result of an indicator that `part` chooses: the latest level (no part), `at`, or `change`."""
    match part:
        case "":
            found = level(evidence, id)
            return found if found is not None else _nothing(evidence, id, None)
        case "at":
            return _at(evidence, id, arguments)
        case _:
            return _change(evidence, id, arguments)


def ask_target(evidence: Evidence, target: Target, part: str) -> AnyResult:
    """The result of a target that `part` chooses: what was promised (no part), or one of `TARGET_PARTS`."""
    asking: dict[str, Callable[[Evidence, Target], AnyResult | None]] = {
        "": promised,
        "level": asked,
        "change": asked_change,
        "result": _result,
        "outcome": outcome,
    }
    about = About(target.indicator or "", target=target.id)
    if part in ("level", "change") and not target.indicator:
        message = f'the target "{target.id}" speaks of several indicators and has no one {part}'
        remedies = (PutIn(f"targets.{target.id}.outcome"),)
        raise unanswerable(
            codes.NO_CHANGE_OR_RESULT, message, f"ask for targets.{target.id}.outcome", about, remedies
        )
    found = asking[part](evidence, target)
    if found is None:
        why = "its base is not in the data" if part != "result" else "nothing was measured against it"
        hint = "add the row to a file in content/data, or take the expression out"
        base = target.base.period if target.base else None
        lacking = missing_figure(evidence, target.all_indicators[0], target.due if part == "result" else base)
        about = replace(lacking, target=target.id)
        raise unanswerable(
            codes.NO_CHANGE_OR_RESULT, f'the target "{target.id}" has no {part}: {why}', hint, about
        )
    return found


def _result(evidence: Evidence, target: Target) -> AnyResult | None:
    found = outcome(evidence, target)
    return found if found.parts else found.result


def _at(evidence: Evidence, id: str, arguments: tuple[str, ...]) -> Level:
    if len(arguments) not in (1, 2):
        message = "at takes a period, and a series if you like"
        raise unanswerable(codes.WRONG_ARGUMENTS, message, 'write at("2009/10") or at("2009/10", "benchmark")')
    period = _period(arguments[0])
    series, category = _series(evidence, id, arguments[1] if len(arguments) > 1 else "")
    found = level(evidence, id, period, series, category)
    return found if found is not None else _nothing(evidence, id, period, series, category)


def _change(evidence: Evidence, id: str, arguments: tuple[str, ...]) -> Change:
    if len(arguments) > 2:
        message = "change takes a period and a base"
        raise unanswerable(
            codes.WRONG_ARGUMENTS, message, 'write change("2010/11") or change("2010/11", "2008/09")'
        )
    periods = tuple(_period(text) for text in arguments)
    period, base = (*periods, None, None)[:2]
    found = change(evidence, id, period, base)
    if found is not None:
        return replace(found, key=_change_key(id, arguments))
    if len(periods) == 2 and not periods[0].same_length(periods[1]):
        message = f"{periods[0]} and {periods[1]} are not of the same length and cannot be compared"
        raise unanswerable(codes.NO_CHANGE_OR_RESULT, message, "name two periods of the same length")
    when = f" to {periods[0]}" if periods else ""
    since = f" from {periods[1]}" if len(periods) == 2 else ""
    message = f'there is no change of "{id}"{when}{since} in the data'
    raise unanswerable(
        codes.NO_CHANGE_OR_RESULT, message, _there_are(evidence, id), missing_figure(evidence, id, *periods)
    )


def _change_key(id: str, arguments: tuple[str, ...]) -> str:
    named = ", ".join(f'"{argument}"' for argument in arguments)
    return f"{id}.change({named})" if named else f"{id}.change"


def _period(text: str) -> Period:
    try:
        return read_period(text)
    except ValueError as wrong:
        what, _, hint = str(wrong).partition("; ")
        raise unanswerable(codes.WRONG_ARGUMENTS, what, hint or "write the period as in the data") from None


def _series(evidence: Evidence, id: str, name: str) -> tuple[SeriesKind, str]:
    if not name or name in {kind.value for kind in SeriesKind}:
        return SeriesKind(name or SeriesKind.ACTUAL.value), ""
    categories = evidence.categories(id)
    if name in categories:
        return SeriesKind.ACTUAL, name
    known = [kind.value for kind in SeriesKind] + list(categories)
    message = f'"{name}" is neither a series nor a category of "{id}"'
    raise unanswerable(
        codes.WRONG_ARGUMENTS,
        message,
        hint_for(name, known, f"there are {', '.join(known)}"),
        About(id),
        likely(name, known),
    )


def _nothing(
    evidence: Evidence, id: str, period: Period | None, series: SeriesKind = SeriesKind.ACTUAL, category: str = ""
) -> Level:
    which = "" if series is SeriesKind.ACTUAL else f" {series.value}"
    when = f" for {period}" if period else ""
    message = f'there is no{which} observation of "{id}"{when} up to {evidence.cut_off}'
    named = category or ("" if series is SeriesKind.ACTUAL else series.value)
    known = evidence.periods(id)
    about = About(id, str(period) if period and known else "", series=named)
    raise unanswerable(codes.NOTHING_OBSERVED, message, _there_are(evidence, id), about)


def _there_are(evidence: Evidence, id: str) -> str:
    periods = evidence.periods(id)
    if not periods:
        return "add rows to a file in content/data"
    return "there are rows for " + ", ".join(map(str, periods[-8:]))
