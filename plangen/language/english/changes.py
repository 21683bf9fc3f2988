"""Changes in words.

Decimals: a percentage that we computed has one decimal; a change that the source reports keeps the decimals it was
reported with; points have the decimals of the figures they lie between (all of it in `Change.decimals`). Tables
show every decimal (`−5.0%`), so that they line up; sentences drop decimals that are all zero (`5%`).
"""

from __future__ import annotations

from decimal import Decimal

from plangen.document.status import Judgement, Mark, Sign
from plangen.language.english.figures import MINUS, counted, exact, figure, number, ordinal, rounded
from plangen.model.result import Assessment, Change, ChangeUnit, Clarity, Direction

__all__ = [
    "assessment_word",
    "difference_words",
    "direction_word",
    "fall_or_rise",
    "has_levels",
    "mark_of",
    "movement_words",
    "places_moved",
    "signed_change",
    "size_words",
    "travel",
]

NO_CHANGE = "No change"
FROM_ZERO = "no percentage: from zero"

_SIGNS = {Direction.UP: Sign.UP, Direction.DOWN: Sign.DOWN, Direction.SAME: Sign.SAME}
_WENT = {Direction.UP: "rose", Direction.DOWN: "fell", Direction.SAME: "stayed the same"}
_MOVED = {Direction.UP: "improved", Direction.DOWN: "worsened", Direction.SAME: "stayed the same"}
_NOUN = {Direction.UP: "rise", Direction.DOWN: "fall", Direction.SAME: "change"}
_ASSESSED = {
    Assessment.IMPROVING: "improved",
    Assessment.WORSENING: "worsened",
    Assessment.NO_CHANGE: "no change",
    Assessment.NOT_ASSESSED: "not assessed",
}
_JUDGED = {Assessment.IMPROVING: Judgement.GOOD, Assessment.WORSENING: Judgement.BAD}


def size_words(change: Change) -> str:
    """How far, without a sign: `9%`, `6.1%`, `27 percentage points`, `2 places`."""
    if change.amount is None:
        return FROM_ZERO if change.from_zero else "no figure"
    size = _prose_size(change.amount, change.decimals)
    match change.unit:
        case ChangeUnit.PERCENT:
            return f"{size}%"
        case ChangeUnit.POINTS:
            return counted(size, "percentage point")
        case ChangeUnit.PLACES:
            return counted(size, "place")


def has_levels(change: Change) -> bool:
    """Whether both values between which the change lies are known."""
    return _between(change) is not None


def difference_words(change: Change) -> str:
    """How many more or fewer, in the indicator's own unit and without a sign: `38`, `£5,000`, `0.2`."""
    found = _between(change)
    if found is None:
        return "no figure"
    before, after = found
    assert change.after is not None
    return figure(abs(after - before), change.after.unit, change.after.decimals)


def _between(change: Change) -> tuple[Decimal, Decimal] | None:
    if change.before is None or change.after is None:
        return None
    before, after = change.before.number, change.after.number
    return None if before is None or after is None else (before, after)


def direction_word(change: Change) -> str:
    """`fell`, `rose`, `stayed the same`; for places in a group `improved` or `worsened`."""
    return (_MOVED if change.unit is ChangeUnit.PLACES else _WENT)[change.direction]


def movement_words(change: Change) -> str:
    """Direction and size: `down 9%`, `up 27 percentage points`, `unchanged`, `up from zero`."""
    if change.direction is Direction.SAME:
        return "unchanged"
    if change.from_zero:
        return f"{change.direction.value} from zero"
    return change.direction.value if change.amount is None else f"{change.direction.value} {size_words(change)}"


def assessment_word(change: Change) -> str:
    """`improved`, `worsened`, `no change`, `no clear change` where chance may explain it, `not assessed`."""
    if _only_noise(change):
        return "no clear change"
    return _ASSESSED[change.assessment]


def signed_change(change: Change | None) -> str:
    """A change as a table of figures has it: `−6.1%`, `+30 points`, `1 place better`, `No figure`."""
    if change is None or change.amount is None:
        return "From zero" if change and change.from_zero else "No figure"
    if change.unit is ChangeUnit.PLACES:
        if change.direction is Direction.SAME:
            return NO_CHANGE
        return f"{size_words(change)} {'better' if change.direction is Direction.UP else 'worse'}"
    shown = rounded(change.amount, change.decimals)
    sign = "" if shown == 0 else "+" if shown > 0 else MINUS
    size = number(abs(shown), change.decimals)
    return f"{sign}{size}%" if change.unit is ChangeUnit.PERCENT else sign + counted(size, "point")


def mark_of(change: Change) -> Mark:
    """The symbol of a change: a ring where nothing changed, nothing is judged, or chance may explain it."""
    judgement = Judgement.NEUTRAL if _only_noise(change) else _JUDGED.get(change.assessment, Judgement.NEUTRAL)
    return Mark(judgement, _SIGNS[change.direction])


def travel(change: Change) -> tuple[Mark, str, str]:
    """A travel cell: the symbol, the amount (`Up 6.6%`, `Down 4.0 points`, `Same`), the judgement (`Worsened`)."""
    return mark_of(change), _travel_amount(change), _capital(assessment_word(change))


def fall_or_rise(change: Change) -> str:
    """For the label of a bar: `9% fall`, `17% rise`, `no change`."""
    if change.direction is Direction.SAME or change.amount is None:
        return movement_words(change) if change.from_zero else "no change"
    return f"{size_words(change)} {_NOUN[change.direction]}"


def places_moved(change: Change) -> str:
    """From one place to another: `14th to 12th`; the movement where the places are not known."""
    before, after = change.before, change.after
    if before is None or after is None or before.number is None or after.number is None:
        return movement_words(change)
    return f"{ordinal(int(before.number))} to {ordinal(int(after.number))}"


def _travel_amount(change: Change) -> str:
    if change.direction is Direction.SAME:
        return "Same"
    way = _capital(change.direction.value)
    if change.amount is None:
        return f"{way} from zero" if change.from_zero else way
    if change.unit is ChangeUnit.PLACES:
        return f"{way} {size_words(change)}"
    if change.unit is ChangeUnit.PERCENT:
        return f"{way} {_prose_size(change.amount, change.decimals)}%"
    return f"{way} {counted(_table_size(change.amount, change.decimals), 'point')}"


def _table_size(amount: Decimal, decimals: int) -> str:
    size = abs(amount)
    if size and rounded(size, decimals) == 0:
        return f"less than {number(Decimal(1).scaleb(-decimals), decimals)}"
    return number(size, decimals)


def _prose_size(amount: Decimal, decimals: int) -> str:
    shown = rounded(abs(amount), decimals)
    return exact(shown) if shown == shown.to_integral_value() and shown else _table_size(amount, decimals)


def _only_noise(change: Change) -> bool:
    return change.clarity is Clarity.NOT_CLEAR and change.direction is not Direction.SAME


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
