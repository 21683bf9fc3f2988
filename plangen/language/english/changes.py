"""Changes in words.

Decimals: a percentage that we computed has one decimal; a change that the source reports keeps the decimals it was
reported with; points have the decimals of the figures they lie between (all of it in `Change.decimals`). Tables
show every decimal (`−5.0%`), so that they line up; sentences drop decimals that are all zero (`5%`).
"""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.figures import capital, counted, difference, exact, figure, number, ordinal
from plangen.language.english.periods import short_period
from plangen.model.number import rounded
from plangen.model.period import PeriodKind
from plangen.model.result import Change, Direction, Level, Verdict
from plangen.model.unit import ChangeUnit

__all__ = [
    "change_caption",
    "difference_words",
    "direction_word",
    "fall_or_rise",
    "movement_words",
    "places_moved",
    "signed_change",
    "since_words",
    "size_words",
    "travel_amount",
    "up_from",
    "verdict_head",
    "verdict_word",
]

NO_CHANGE = "No change"
NO_SIZE = "no figure"

_WENT = {Direction.UP: "rose", Direction.DOWN: "fell", Direction.SAME: "stayed the same"}
_MOVED = {Direction.UP: "improved", Direction.DOWN: "worsened", Direction.SAME: "stayed the same"}
_WAYS = {Direction.UP: "up", Direction.DOWN: "down", Direction.SAME: "unchanged"}
_NOUNS = {Direction.UP: "rise", Direction.DOWN: "fall", Direction.SAME: "change"}
_MORE = {Direction.UP: "more", Direction.DOWN: "fewer", Direction.SAME: "the same"}
_VERDICTS = {
    Verdict.IMPROVED: "improved",
    Verdict.WORSENED: "worsened",
    Verdict.NO_CLEAR_CHANGE: "no clear change",
    Verdict.NO_CHANGE: "no change",
    Verdict.NOT_TESTED: "not tested",
    Verdict.NOT_ASSESSED: "not assessed",
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


def size_words(change: Change) -> str:
    if change.amount is None:
        return "no percentage: from zero" if change.from_zero else NO_SIZE
    if change.small_base:
        return difference_words(change)
    size = _prose_size(change.amount, change.decimals)
    match change.unit:
        case ChangeUnit.PERCENT:
            return f"{size}%"
        case ChangeUnit.POINTS:
            return counted(size, "percentage point")
        case ChangeUnit.PLACES:
            return counted(size, "place")


def difference_words(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None or not change.has_levels:
        return NO_SIZE
    return figure(abs(_gap(before, after)), after.unit, after.decimals)


def direction_word(change: Change) -> str:
    return (_MOVED if change.unit is ChangeUnit.PLACES else _WENT)[change.direction]


def movement_words(change: Change) -> str:
    way = _WAYS[change.direction]
    if change.direction is Direction.SAME:
        return way
    if change.from_zero:
        return f"{way} from zero"
    return way if change.amount is None else f"{way} {size_words(change)}"


def verdict_word(verdict: Verdict) -> str:
    return _VERDICTS[verdict]


def verdict_head(verdict: Verdict) -> str:
    return capital(_VERDICTS[verdict])


def signed_change(change: Change | None) -> str:
    if change is None or change.amount is None:
        return "From zero" if change and change.from_zero else "No figure"
    if change.unit is ChangeUnit.PLACES:
        if change.direction is Direction.SAME:
            return NO_CHANGE
        return f"{size_words(change)} {'better' if change.direction is Direction.UP else 'worse'}"
    if change.small_base and change.before and change.after:
        return difference(_gap(change.before, change.after), change.after.decimals)
    signed = difference(change.amount, change.decimals)
    return f"{signed}%" if change.unit is ChangeUnit.PERCENT else _points(signed)


def travel_amount(change: Change) -> str:
    if change.direction is Direction.SAME:
        return "Same"
    way = capital(_WAYS[change.direction])
    if change.amount is None:
        return f"{way} from zero" if change.from_zero else way
    if change.small_base:
        return f"{way} {difference_words(change)}"
    match change.unit:
        case ChangeUnit.PLACES:
            return f"{way} {size_words(change)}"
        case ChangeUnit.PERCENT:
            return f"{way} {_prose_size(change.amount, change.decimals)}%"
        case ChangeUnit.POINTS:
            return f"{way} {counted(_table_size(change.amount, change.decimals), 'point')}"


def fall_or_rise(change: Change) -> str:
    if change.direction is Direction.SAME or change.amount is None:
        return movement_words(change) if change.from_zero else "no change"
    if change.small_base:
        return f"{size_words(change)} {_MORE[change.direction]}"
    return f"{size_words(change)} {_NOUNS[change.direction]}"


def places_moved(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None or before.number is None or after.number is None:
        return movement_words(change)
    return f"{ordinal(int(before.number))} to {ordinal(int(after.number))}"


def since_words(change: Change) -> str:
    """What a change counts from: "last quarter", "the same quarter last year", or the base by its own name."""
    kind = change.period.kind
    if change.base == change.period.previous() and kind in _LAST:
        return _LAST[kind]
    if change.base == change.period.year_before() and kind in _YEAR_AGO:
        return _YEAR_AGO[kind]
    return short_period(change.base)


def change_caption(change: Change) -> str:
    noun = _NOUNS[change.direction]
    if change.base == change.period.year_before():
        return f"{noun} in {short_period(change.period)}, compared with a year earlier"
    return f"{noun} in {short_period(change.period)}, compared with {short_period(change.base)}"


def up_from(before: Level, after: Level) -> str:
    assert before.number is not None
    assert after.number is not None
    if before.number == after.number:
        return "unchanged from"
    risen = after.number > before.number
    if after.unit.is_place:
        risen = not risen
    return "up from" if risen else "down from"


def _gap(before: Level, after: Level) -> Decimal:
    assert before.number is not None
    assert after.number is not None
    return after.number - before.number


def _points(signed: str) -> str:
    return f"{signed} point" if signed.lstrip("+\N{MINUS SIGN}") == "1" else f"{signed} points"


def _table_size(amount: Decimal, decimals: int) -> str:
    size = abs(amount)
    if size and rounded(size, decimals) == 0:
        return f"less than {number(Decimal(1).scaleb(-decimals), decimals)}"
    return number(size, decimals)


def _prose_size(amount: Decimal, decimals: int) -> str:
    shown = rounded(abs(amount), decimals)
    return exact(shown) if shown == shown.to_integral_value() and shown else _table_size(amount, decimals)
