"""Verdicts in words: what a measure is judged on, why it is not, and how its page says so."""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.changes import since_words, verdict_head
from plangen.language.english.figures import capital, exact, in_words, listed
from plangen.language.english.levels import level_words
from plangen.model.comparison import MeasureVerdict, Missing, Range
from plangen.model.indicator import Basis
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Change, Direction, Untested, Verdict
from plangen.model.unit import ChangeUnit

__all__ = [
    "basis_head",
    "beside_verdict",
    "cases",
    "counts_note",
    "from_to",
    "from_unrounded",
    "is_now",
    "place_head",
    "place_meaning",
    "place_sentences",
    "range_head",
    "reason",
    "stayed",
    "stayed_as",
    "title_words",
    "untested_kind",
]

_UNTESTED = {
    Untested.NO_TEST: "no test fits the unit",
    Untested.OVERLAPPING: "the periods overlap",
    Untested.ONLY_CHANGE: "only the change is published",
    Untested.SAMPLE_UNKNOWN: "sample size not published",
    Untested.POPULATION_UNKNOWN: "population of that year unknown",
    Untested.COUNTS_UNKNOWN: "number of cases unknown",
    Untested.PART_OF_PERIOD: "figures for part of the period",
    Untested.SMALL_COUNTS: "too few cases for the test",
    Untested.TOO_FEW_PERIODS: "fewer than 12 periods",
    Untested.NO_FIGURE: "no figure to compare with",
}
_BASES = {
    Basis.YEAR: "On the same period last year",
    Basis.PREVIOUS: "On the previous period",
    Basis.CHART: "On its control chart",
}
_ON_THE_CHART = {
    Verdict.IMPROVED: "better than usual",
    Verdict.WORSENED: "worse than usual",
    Verdict.NOT_ASSESSED: "out of its usual range",
    Verdict.NO_CLEAR_CHANGE: "within its usual range",
}
_RANGES = {
    Range.BETTER: "Better than the usual range",
    Range.WITHIN: "Within the usual range",
    Range.WORSE: "Worse than the usual range",
}
_YEAR_AGO = {
    PeriodKind.QUARTER: "the same quarter last year",
    PeriodKind.MONTH: "the same month last year",
}


def basis_head(basis: Basis) -> str:
    return _BASES[basis]


def untested_kind(why: Untested) -> str:
    return _UNTESTED[why]


def reason(found: MeasureVerdict, period: Period) -> str:
    return "" if found.why is None else f"{capital(_why(found, period))}. "


def _why(found: MeasureVerdict, period: Period) -> str:
    if found.why is not Untested.NO_FIGURE:
        return _UNTESTED[found.why or Untested.NO_TEST]
    then = _YEAR_AGO.get(period.kind, "the year before") if found.basis is Basis.YEAR else "an earlier period"
    match found.missing:
        case Missing.NOT_EVERY_YEAR:
            return "not measured every year"
        case Missing.DIFFERENT_LENGTH:
            return "earlier periods differ in length"
        case _:
            return f"no figure for {then}"


def beside_verdict(change: Change) -> str:
    return f" ({verdict_head(change.verdict).lower()})"


def from_to(after_size: bool) -> tuple[str, str]:
    return ", from " if after_size else "from ", " to "


def cases(before: int, after: int) -> str:
    return f" ({before:,} to {after:,} cases)"


def is_now() -> str:
    return "is "


def stayed(change: Change) -> str:
    """Between two values that are printed alike."""
    value = "" if change.after is None else f": {level_words(change.after)}"
    return f"{stayed_as(change)}{value}"


def stayed_as(change: Change) -> str:
    return f"stayed the same{_decimals(change)} as in {since_words(change)}"


def _decimals(change: Change) -> str:
    """Two figures that are the same to the last decimal may still differ in the next."""
    decimals = change.after.decimals if change.after is not None else 0
    return f" at {_places(decimals)}" if decimals else ""


def _places(decimals: int) -> str:
    return "one decimal" if decimals == 1 else f"{in_words(Decimal(decimals))} decimals"


def from_unrounded() -> str:
    return " Worked out from unrounded figures."


def range_head(found: Range) -> str:
    return _RANGES[found]


def place_sentences(found: Range, deviations: Decimal | None) -> str:
    where = "within" if found is Range.WITHIN else "beyond"
    if deviations is None:
        return f" Its value is {where} the published bounds of the group."
    return f" Its value is {where} {_reach(deviations)} of the group, a range of our choice."


def place_head() -> str:
    return "Place"


def place_meaning() -> str:
    return "Its value beside the group's usual range: grey within, teal better, plum worse."


def _reach(deviations: Decimal) -> str:
    noun = "standard deviation" if deviations == 1 else "standard deviations"
    return f"the mean plus and minus {exact(deviations)} {noun}"


def title_words(found: MeasureVerdict, beside: Change | None) -> str:
    if found.basis is Basis.CHART and found.verdict in _ON_THE_CHART:
        return _ON_THE_CHART[found.verdict]
    change, basis = (found.change, found.basis) if found.change else (beside, Basis.PREVIOUS)
    if change is None:
        return ""
    base = "a year ago" if basis is Basis.YEAR else "in the period before"
    match change.verdict:
        case Verdict.NO_CLEAR_CHANGE:
            return f"no clear change on {'a year ago' if basis is Basis.YEAR else 'the period before'}"
        case Verdict.NOT_TESTED:
            return f"{_moved(change)} {base} (not tested)"
        case _:
            return f"{_moved(change)} {base}"


def counts_note(
    unmoved: int, untested: tuple[tuple[Untested, int], ...], neutral: int, absent: int, widened: int, alone: int
) -> str:
    parts = [
        "Each measure counts once, by the comparison on which it rests. It improved or worsened only where a test "
        "finds more than chance (two-sided, at 95%)."
    ]
    if alone or widened:
        parts.append(_chance_alone(widened, alone))
    if unmoved:
        same = "has the same figure as before" if unmoved == 1 else "have the same figures as before"
        parts.append(f"{capital(in_words(Decimal(unmoved)))} of those with no clear change {same}.")
    if untested:
        parts.append(
            f"Not tested, and why: {listed(tuple(f'{_UNTESTED[why]} ({many})' for why, many in untested))}."
        )
    if neutral:
        parts.append(f"{_measures(neutral)} changed clearly, and neither way is better.")
    if absent:
        parts.append(f"{_measures(absent, other=True)} {'is' if absent == 1 else 'are'} reported in words.")
    return " ".join(parts)


def _chance_alone(widened: int, alone: int) -> str:
    """Whether the tests allow for more than chance: what a series of 8 earlier periods shows of its own spread."""
    if not widened:
        return "The tests assume chance alone: no series is long enough to show how much more it varies."
    if not alone:
        return "The tests allow for how much each series varies by itself, measured in its earlier periods."
    are = "is" if widened == 1 else "are"
    return (
        f"{_measures(widened)} {are} tested against how much the series varies by itself; "
        f"for the other {alone}, too short to show that, the tests assume chance alone."
    )


def _measures(many: int, other: bool = False) -> str:
    noun = f"{'other ' if other else ''}measure{'' if many == 1 else 's'}"
    return f"{capital(in_words(Decimal(many)))} {noun}"


def _moved(change: Change) -> str:
    better = change.unit is ChangeUnit.PLACES
    return {
        Direction.UP: "in a better place than" if better else "higher than",
        Direction.DOWN: "in a worse place than" if better else "lower than",
        Direction.SAME: "the same as",
    }[change.direction]
