"""The verdict on a measure: one comparison decides, so box, chart, movers and counts agree (design section 5).

It is the one that the indicator names (`compare`). Where it names none: the same period of the year before for
quarters and months of counts and rates, so that a season is held against the same season; else the control chart
from 12 values on; else the period before. Where the data has nothing for it, the verdict is "not tested": another
comparison is never put in its place (docs/decisions/verdicts.md).
"""

from __future__ import annotations

from plangen.measures.comparisons import compare
from plangen.measures.control_limits import FEWEST, SpecialCause
from plangen.measures.control_series import ControlSeries, NoLimits, control_series
from plangen.measures.evidence import Evidence
from plangen.model.comparison import Comparison, MeasureVerdict, Missing
from plangen.model.indicator import Basis, Indicator
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Change, Direction, Untested, Verdict
from plangen.model.unit import Chance, Polarity

__all__ = ["basis_of", "beside", "measure_verdict"]

_SEASONAL = (PeriodKind.QUARTER, PeriodKind.MONTH)
_EVENTS = (Chance.EVENTS, Chance.EVENTS_PER_POPULATION)
_NO_LIMITS = {NoLimits.TOO_FEW: Untested.TOO_FEW_PERIODS, NoLimits.OVERLAPPING: Untested.OVERLAPPING}


def basis_of(indicator: Indicator, period: Period, values: int) -> Basis:
    """What the verdict on an indicator rests on, at `period` and with so many `values` of periods like it."""
    if indicator.compare is not None:
        return indicator.compare
    if period.kind in _SEASONAL and indicator.unit.traits.chance in _EVENTS:
        return Basis.YEAR
    return Basis.CHART if values >= FEWEST else Basis.PREVIOUS


def measure_verdict(evidence: Evidence, id: str, category: str = "") -> MeasureVerdict | None:
    """The verdict on the latest value of an indicator; None where it has no value that may be shown."""
    comparison = compare(evidence, id, category=category)
    current = comparison.current
    if current is None or current.number is None or current.period is None:
        return None
    series = control_series(evidence, id, category)
    basis = basis_of(evidence.records.indicators[id], current.period, len(series.levels))
    match basis:
        case Basis.CHART:
            return _on_chart(evidence.records.indicators[id], series)
        case Basis.YEAR:
            return _on_change(basis, comparison.year_before, comparison.why_no_year_before)
        case Basis.PREVIOUS:
            return _on_change(basis, comparison.previous, comparison.why_no_previous)


def beside(comparison: Comparison, found: MeasureVerdict) -> Change | None:
    """The other comparison, which stands beside the verdict."""
    if found.basis is Basis.PREVIOUS:
        return None if comparison.same_base else comparison.year_before
    return None if comparison.previous == found.change else comparison.previous


def _on_change(basis: Basis, change: Change | None, missing: Missing | None) -> MeasureVerdict:
    if change is None:
        return MeasureVerdict(basis, Verdict.NOT_TESTED, why=Untested.NO_FIGURE, missing=missing)
    why = change.test.why if change.test and change.verdict is Verdict.NOT_TESTED else None
    return MeasureVerdict(basis, change.verdict, change.direction, change, why)


def _on_chart(indicator: Indicator, series: ControlSeries) -> MeasureVerdict:
    """Improved or worsened where a special cause holds at the last point, else no clear change."""
    if series.why is not None:
        return MeasureVerdict(Basis.CHART, Verdict.NOT_TESTED, why=_NO_LIMITS[series.why])
    last = len(series.levels) - 1
    cause = next((cause for cause in series.causes if cause.last == last), None)
    if cause is None:
        return MeasureVerdict(Basis.CHART, Verdict.NO_CLEAR_CHANGE)
    return MeasureVerdict(Basis.CHART, _judged(indicator, cause), Direction.UP if cause.high else Direction.DOWN)


def _judged(indicator: Indicator, cause: SpecialCause) -> Verdict:
    if indicator.polarity is Polarity.NEUTRAL and not indicator.unit.is_place:
        return Verdict.NOT_ASSESSED
    higher = indicator.polarity is Polarity.HIGHER and not indicator.unit.is_place
    return Verdict.IMPROVED if cause.high is higher else Verdict.WORSENED
