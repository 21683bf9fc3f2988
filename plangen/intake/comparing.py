"""Figures held against each other and against ours: twins, contradictions, new, same or changed ones, odd ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec.structs import replace

from plangen.diagnostics import Code, codes
from plangen.intake.cells import written_number
from plangen.intake.context import Workplace
from plangen.intake.understanding import FigureState, Question, ReadFigure, Skip, Understanding
from plangen.model.observation import Observation, SeriesKind
from plangen.model.period import Period, PeriodKind
from plangen.model.unit import UnitKind

__all__ = ["compare", "settle_twins", "warn"]

Key = tuple[str, str, Period, str, str, str]
_TENFOLD = 10


def settle_twins(found: Understanding) -> None:
    """One figure of each key, in order of cell: an equal one is a twin, a different one is asked about (PG242)."""
    found.figures.sort(key=lambda figure: (found.order.get(figure.sheet, 0), figure.place))
    first: dict[Key, ReadFigure] = {}
    refused: set[Key] = set()
    twins: set[str] = set()
    for figure in found.figures:
        other = first.setdefault(figure.key, figure)
        if other is figure:
            continue
        if _said(other) == _said(figure):
            twins.add(figure.cell)
            found.skipped.append(Skip(figure.cell, "twin", figure.value or figure.numerator))
            continue
        refused.add(figure.key)
        message = (
            f"{other.cell} says {_words(other)} and {figure.cell} says {_words(figure)} for {figure.indicator}, "
            f"{figure.period}"
        )
        hint = "correct one of the two, or leave one of the rows out in the mapping"
        question = Question(codes.IMPORTED_TWICE, figure.sheet, figure.place, figure.cell, message, hint)
        found.ask(figure.cell, question)
    found.figures = [f for f in found.figures if f.cell not in twins and f.key not in refused]


def compare(found: Understanding, ours: Iterable[Observation]) -> None:
    """Give each figure its state beside the figures of the workspace."""
    known = {_key(observation): observation for observation in ours}
    found.figures = [_beside(figure, known) for figure in found.figures]


def warn(found: Understanding, workplace: Workplace) -> Iterable[Question]:
    """What is odd about figures that can be read: PG247, PG248 and PG249."""
    kinds = _kinds(workplace.observations)
    values: dict[tuple[str, str, str, str], dict[Period, Decimal]] = {}
    for observation in workplace.observations:
        if observation.value is not None and observation.base is None:
            series = _series(observation)
            key = (observation.indicator, observation.area, series, observation.category)
            values.setdefault(key, {})[observation.period] = observation.value
    for figure in found.figures:
        if number := _number(figure):
            key = (figure.indicator, figure.area, figure.series, figure.category)
            values.setdefault(key, {})[figure.period] = number
    years: set[str] = set()
    for figure in found.figures:
        if (question := _small(figure, workplace)) is not None:
            yield question
        financial = kinds.get(figure.indicator) == {PeriodKind.FINANCIAL_YEAR}
        if financial and figure.period.kind is PeriodKind.CALENDAR_YEAR and figure.indicator not in years:
            years.add(figure.indicator)
            message = (
                f"{figure.period} is a calendar year; all figures of {figure.indicator} are of financial years"
            )
            yield _question(codes.CALENDAR_YEAR, figure, message, "check the heading")
        before = values.get((figure.indicator, figure.area, figure.series, figure.category), {})
        if (question := _jump(figure, before)) is not None:
            yield question


def _key(one: Observation) -> Key:
    base = one.base.text if one.base else ""
    return one.indicator, one.area, one.period, _series(one), one.category, base


def _series(one: Observation) -> str:
    return "" if one.series is SeriesKind.ACTUAL else one.series.value


def _beside(figure: ReadFigure, known: Mapping[Key, Observation]) -> ReadFigure:
    ours = known.get(figure.key)
    if ours is None:
        return figure
    value = ours.marker.value if ours.marker else written_number(ours.value) if ours.value is not None else ""
    if not figure.value:
        counts = (ours.numerator, ours.denominator)
        theirs = (Decimal(figure.numerator), Decimal(figure.denominator))
        same = counts == theirs or (
            ours.value is not None and counts == (None, None) and _computed(figure, theirs, ours.value)
        )
    else:
        same = value == figure.value
    state = FigureState.SAME if same else FigureState.CHANGED
    return replace(figure, state=state, ours=value, ours_at=ours.location)


def _computed(figure: ReadFigure, counts: tuple[Decimal, Decimal], ours: Decimal) -> bool:
    top, bottom = counts
    return any(written_number(ours) == written_number(per * top / bottom) for per in (100, 1000, 10_000, 100_000))


def _said(figure: ReadFigure) -> tuple[str, str, str]:
    return (
        figure.value,
        figure.numerator if not figure.value else "",
        figure.denominator if not figure.value else "",
    )


def _words(figure: ReadFigure) -> str:
    return figure.value or f"{figure.numerator} of {figure.denominator}"


def _number(figure: ReadFigure) -> Decimal | None:
    try:
        return Decimal(figure.value)
    except ArithmeticError:
        return None


def _kinds(observations: Iterable[Observation]) -> dict[str, set[PeriodKind]]:
    kinds: dict[str, set[PeriodKind]] = {}
    for one in observations:
        kinds.setdefault(one.indicator, set()).add(one.period.kind)
    return kinds


def _small(figure: ReadFigure, workplace: Workplace) -> Question | None:
    number, limit = _number(figure), workplace.small_numbers
    unit = workplace.book.indicators[figure.indicator].unit
    if number is None or unit.kind is not UnitKind.COUNT or not 0 < number < limit:
        return None
    return _question(
        codes.SMALL_NUMBER, figure, f"{figure.value} is a small number", "it is kept, and not printed"
    )


def _jump(figure: ReadFigure, values: Mapping[Period, Decimal]) -> Question | None:
    number = _number(figure)
    earlier = [p for p in values if p < figure.period and p.same_length(figure.period)]
    if number is None or not earlier:
        return None
    last = values[max(earlier)]
    small, large = sorted((abs(number), abs(last)))
    if small == 0 or large <= _TENFOLD * small:
        return None
    word = "more than ten times" if abs(number) > abs(last) else "less than a tenth of"
    message = f"{figure.value} is {word} the {written_number(last)} of {max(earlier)}"
    return _question(codes.TENFOLD, figure, message, "check the cell: a point or a unit may be wrong")


def _question(code: Code, figure: ReadFigure, message: str, hint: str) -> Question:
    return Question(code, figure.sheet, figure.place, figure.cell, message, hint)
