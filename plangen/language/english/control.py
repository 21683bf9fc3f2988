"""The words in and under control charts."""

from __future__ import annotations

from decimal import Decimal

from plangen.document.status import Judgement
from plangen.document.variation import Course
from plangen.language.english.figures import capital, counted, in_words
from plangen.language.english.periods import short_period
from plangen.model.indicator import Indicator
from plangen.model.period import Period, PeriodKind
from plangen.model.unit import Polarity

__all__ = [
    "beyond_words",
    "control_note",
    "in_a_row_words",
    "near_words",
    "overlap_words",
    "rising_words",
    "several_beyond_words",
    "too_few_words",
    "variation_words",
]

_NAMES = {
    PeriodKind.MONTH: "month",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.FINANCIAL_YEAR: "year",
    PeriodKind.CALENDAR_YEAR: "year",
    PeriodKind.ACADEMIC_YEAR: "year",
}


def beyond_words(period: Period, above: bool) -> str:
    when = short_period(period)
    return f"{capital(when)}: {'above the upper limit' if above else 'below the lower limit'}"


def several_beyond_words(count: int, kind: PeriodKind, above: bool) -> str:
    return f"{_several(count, kind)} in a row {'above the upper limit' if above else 'below the lower limit'}"


def in_a_row_words(count: int, kind: PeriodKind, above: bool) -> str:
    return f"{_several(count, kind)} in a row {'above' if above else 'below'} the mean"


def rising_words(count: int, kind: PeriodKind, rising: bool) -> str:
    return f"{_several(count, kind)} in a row {'rising' if rising else 'falling'}"


def near_words(count: int, kind: PeriodKind, above: bool) -> str:
    some = "Two of three" if count <= 3 else "At least two of any three"
    return f"{some} {_NAMES.get(kind, 'value')}s close to the {'upper' if above else 'lower'} limit"


def too_few_words(count: int, fewest: int) -> str:
    return f"No usual range is shown: it needs at least {fewest} values, and there {_are(count)}"


def variation_words(judgement: Judgement, course: Course) -> str:
    if course is Course.USUAL:
        return "Latest value: usual variation"
    neutral = "higher" if course is Course.HIGH else "lower"
    how = {Judgement.GOOD: "better", Judgement.BAD: "worse"}.get(judgement, neutral)
    return f"Latest value: {how} than usual (special cause)"


def overlap_words() -> str:
    return "No usual range is shown: the periods overlap"


def control_note(indicator: Indicator, screened: int, gaps: int, floored: bool) -> str:
    better = {Polarity.LOWER: "Lower is better. ", Polarity.HIGHER: "Higher is better. "}
    way = "" if indicator.unit.is_place else better.get(indicator.polarity, "")
    parts = [f"{way}Limits are the mean plus and minus 2.66 times the average moving range (XmR method)"]
    if screened:
        left = counted(str(screened), "moving range")
        parts.append(f", after leaving out {left} of 3.267 times the average or more")
    parts.append(".")
    if floored:
        parts.append(" A limit beyond what is possible is drawn at the last possible value.")
    if gaps:
        parts.append(f" {_periods_without(gaps)} a value {'is' if gaps == 1 else 'are'} left out.")
    return "".join(parts)


def _periods_without(gaps: int) -> str:
    return f"{capital(in_words(Decimal(gaps)))} period{'' if gaps == 1 else 's'} without"


def _several(count: int, kind: PeriodKind) -> str:
    return f"{capital(in_words(Decimal(count)))} {_NAMES.get(kind, 'value')}s"


def _are(count: int) -> str:
    return "is 1" if count == 1 else f"are {in_words(Decimal(count)) if count else 'none'}"
