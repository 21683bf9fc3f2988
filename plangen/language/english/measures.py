"""The generated words of a performance pack: verdicts, headlines, assessments, and why something is missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from plangen.language.english.figures import MINUS, in_words, number, rounded
from plangen.language.english.periods import short_period, tick
from plangen.model.indicator import Indicator
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Change, ChangeUnit, Direction, Level
from plangen.model.unit import Polarity, UnitKind

__all__ = [
    "NO_BENCHMARK",
    "band_counts",
    "beside_words",
    "difference_figure",
    "glance_sentence",
    "headline",
    "measure_words",
    "others_name",
    "others_words",
    "period_head",
    "polarity_words",
    "row_header",
    "since_words",
    "still_words",
    "subject",
    "subtitle",
]

NO_BENCHMARK = "none"
"""Stands where there is no comparator's value for the period."""

_LARGEST_IN_WORDS = 9

_SUBJECTS = {
    UnitKind.COUNT: "The number",
    UnitKind.PERCENT: "The share",
    UnitKind.RATE: "The rate",
    UnitKind.RANK: "The position",
    UnitKind.POUNDS: "The amount",
}
_LAST = {
    PeriodKind.QUARTER: "last quarter",
    PeriodKind.MONTH: "last month",
    PeriodKind.FINANCIAL_YEAR: "the year before",
    PeriodKind.CALENDAR_YEAR: "the year before",
    PeriodKind.ACADEMIC_YEAR: "the year before",
}
_YEAR_AGO = {
    PeriodKind.QUARTER: "the same quarter last year",
    PeriodKind.MONTH: "the same month last year",
    PeriodKind.PART_YEAR: "the same part of last year",
}


def glance_sentence(improved: int, worsened: int, unchanged: int) -> str:
    """The verdict of a pack: "Eight of our 20 measures got worse, four improved and eight show no clear change".

    The largest group comes first; groups without a measure are left out.
    """
    total = improved + worsened + unchanged
    groups = ((worsened, "got worse"), (improved, "improved"), (unchanged, _unchanged(unchanged)))
    parts = sorted(((many, words) for many, words in groups if many), key=lambda part: -part[0])
    if not parts:
        return "None of our measures can be compared yet"
    if len(parts) == 1:
        return f"{'Our only measure' if total == 1 else f'All our {total} measures'} {parts[0][1]}"
    if parts[0][0] > _LARGEST_IN_WORDS:
        return f"Of our {total} measures, {_listed(f'{many} {words}' for many, words in parts)}"
    said = [f"{in_words(Decimal(many))} {words}" for many, words in parts]
    first = in_words(Decimal(parts[0][0]))
    return _listed([f"{first[:1].upper()}{first[1:]} of our {total} measures {parts[0][1]}", *said[1:]])


def _listed(parts: Iterable[str]) -> str:
    """Parts of a sentence as a list: "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _unchanged(many: int) -> str:
    return "shows no clear change" if many == 1 else "show no clear change"


def band_counts(improved: int, worsened: int, unchanged: int) -> str:
    """The right end of a band: "1 improved, 3 worsened, 4 no clear change"."""
    return f"{improved} improved, {worsened} worsened, {unchanged} no clear change"


def polarity_words(polarity: Polarity, unit: UnitKind) -> str:
    """Which way is better, in words; for a place in a group the best is always 1st."""
    if unit is UnitKind.RANK:
        return "1st is best"
    return {
        Polarity.LOWER: "Lower is better",
        Polarity.HIGHER: "Higher is better",
        Polarity.NEUTRAL: "Neither way is better",
    }[polarity]


def subject(unit: UnitKind) -> str:
    """What a sentence about a measure speaks of: "The rate"."""
    return _SUBJECTS[unit]


def since_words(change: Change) -> str:
    """What a change counts from: "last quarter", "the same quarter last year", or the base by its own name."""
    kind = change.period.kind
    if change.base == change.period.previous() and kind in _LAST:
        return _LAST[kind]
    if change.base == change.period.year_before() and kind in _YEAR_AGO:
        return _YEAR_AGO[kind]
    return short_period(change.base)


def measure_words(indicator: Indicator) -> str:
    """What is counted, as a line of its own: "Recorded crimes per 1,000 residents"."""
    words = indicator.phrase or indicator.name
    return words[:1].upper() + words[1:]


def others_name(indicator: Indicator) -> str:
    """Whom a benchmark stands for: "Similar areas", or what the indicator's record calls it."""
    return "Similar areas" if "similar" in indicator.benchmark.lower() else indicator.benchmark or "Benchmark"


def others_words(indicator: Indicator) -> str:
    """The same inside a sentence: "similar areas", "the benchmark"."""
    name = others_name(indicator)
    return name.lower() if name == "Similar areas" else f"the {name[:1].lower()}{name[1:]}"


def headline(name: str, observed_change: tuple[Change | None, Change | None], beside: str) -> str:
    """What a trend shows: "Total crime: higher than a year ago and above similar areas".

    The changes are those on the year and on the period before, the first that there is counts.
    """
    year, travel = observed_change
    moved, base = (year, "a year ago") if year is not None else (travel, "the period before")
    parts = [part for part in (_moved(moved, base), beside) if part]
    return f"{name}: {' and '.join(parts)}" if parts else name


def _moved(change: Change | None, base: str) -> str:
    if change is None:
        return ""
    better = change.unit is ChangeUnit.PLACES
    words = {
        Direction.UP: "in a better place than" if better else "higher than",
        Direction.DOWN: "in a worse place than" if better else "lower than",
        Direction.SAME: "the same as",
    }
    return f"{words[change.direction]} {base if base == 'a year ago' else 'in ' + base}"


def beside_words(current: Level | None, other: Level | None, others: str) -> str:
    """Where a value stands: "above similar areas"; nothing where one of the two is missing."""
    if current is None or other is None or other.number is None or current.number is None:
        return ""
    if current.number == other.number:
        return f"level with {others}"
    return f"above {others}" if current.number > other.number else f"below {others}"


def still_words(change: Change | None) -> str:
    """Before a place: "still " where it has not changed."""
    return "still " if change is not None and change.direction is Direction.SAME else ""


def difference_figure(own: Level | None, other: Level | None, decimals: int) -> str:
    """How far apart two values are, as shown: "+3.3"; "none" where one is missing.

    It is the difference of the values as they are printed, so that a reader who subtracts gets the same.
    """
    if own is None or other is None or own.number is None or other.number is None:
        return NO_BENCHMARK
    gap = rounded(own.number, decimals) - rounded(other.number, decimals)
    sign = "" if gap == 0 else "+" if gap > 0 else MINUS
    return f"{sign}{number(abs(gap), decimals)}"


def period_head(period: Period, in_two_lines: bool) -> str:
    """A period over a column; in two lines where it has two parts: the year over the quarter."""
    first, second = tick(period)
    if not second or not in_two_lines:
        return period.text
    return f"{first}\n{second}" if period.kind is PeriodKind.SPAN else f"{second}\n{first}"


def row_header(unit: UnitKind, per: int) -> str:
    """The corner of a table of periods: "Per 1,000 residents", "Percent", "Number"."""
    words = {
        UnitKind.COUNT: "Number",
        UnitKind.PERCENT: "Percent",
        UnitKind.RATE: f"Per {per:,}",
        UnitKind.RANK: "Position",
        UnitKind.POUNDS: "Pounds",
    }
    return words[unit]


def subtitle(indicator: Indicator, area: str, with_benchmark: bool) -> str:
    """The measure and the place: "Recorded crimes per 1,000 residents, Southampton and the average for ..."."""
    measure = measure_words(indicator)
    if not with_benchmark:
        return f"{measure}, {area}"
    others = others_words(indicator)
    return f"{measure}, {area} and {'the average for ' if others == 'similar areas' else ''}{others}"
