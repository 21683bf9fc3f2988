"""What the data says of every measure of a pack, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plangen.compose.context import Context
from plangen.document.status import Judgement, Mark, Sign
from plangen.measures.changes import change
from plangen.measures.levels import level, level_of
from plangen.model.indicator import Indicator
from plangen.model.observation import SeriesKind
from plangen.model.pack import KeyAction, Measure, PackPriority, PackRecord
from plangen.model.result import Change, Level
from plangen.wording.changes import mark_of

__all__ = ["MeasureReading", "Verdict", "read_measures", "verdict"]


@dataclass(frozen=True, slots=True)
class MeasureReading:
    """A measure with its latest values up to the pack's period and how they moved.

    `indicator` is None for a measure in words. `category` splits an indicator that is observed in several.
    `key` and `order` say where it stands in `pack.yaml`.
    """

    priority: PackPriority
    action: KeyAction
    measure: Measure
    id: str = ""
    indicator: Indicator | None = None
    category: str = ""
    current: Level | None = None
    travel: Change | None = None
    year: Change | None = None
    benchmark: Level | None = None
    history: tuple[Level, ...] = ()
    benchmarks: tuple[Level | None, ...] = ()
    key: str = ""
    order: int = 0

    @property
    def action_key(self) -> str:
        """Where the words of its key action stand."""
        return f"{self.key}.action"

    @property
    def text_key(self) -> str:
        """Where its own words stand, for a measure in words."""
        return f"{self.key}.measures.{self.order}.text"

    @property
    def ref(self) -> str:
        """The reference that summary and page share."""
        return self.measure.ref

    @property
    def anchor(self) -> str:
        """The id of the section that describes it."""
        return "measure_" + self.ref.replace(".", "_") + (f"_{self.category}" if self.category else "")

    @property
    def name(self) -> str:
        """What is measured, with the category where there is one."""
        if self.indicator is None:
            return self.measure.text if len(self.action.measures) > 1 and self.measure.text else self.action.short
        return f"{self.indicator.label}: {self.category}" if self.category else self.indicator.label


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a movement counts as at a glance: a judgement without its arrow."""

    judgement: Judgement

    @property
    def mark(self) -> Mark:
        """The container alone, for counts."""
        return Mark(self.judgement, Sign.NONE)


def verdict(reading: MeasureReading) -> Verdict | None:
    """Improved, worsened or neither since the period before; None where nothing can be compared."""
    return Verdict(mark_of(reading.travel).judgement) if reading.travel is not None else None


def read_measures(context: Context, record: PackRecord) -> tuple[MeasureReading, ...]:
    """Every measure, in the order of the pack."""
    return tuple(
        replace(reading, key=f"pack.yaml#priorities.{p}.actions.{a}", order=m)
        for p, priority in enumerate(record.priorities)
        for a, action in enumerate(priority.actions)
        for m, measure in enumerate(action.measures)
        for reading in _read(context, priority, action, measure)
    )


def _read(
    context: Context, priority: PackPriority, action: KeyAction, measure: Measure
) -> Iterator[MeasureReading]:
    indicator = context.records.indicators.get(measure.indicator or "")
    if measure.indicator is None or indicator is None:
        yield MeasureReading(priority, action, measure)
        return
    evidence = context.evidence
    for category in (
        ("",) if evidence.series(measure.indicator) else evidence.categories(measure.indicator) or ("",)
    ):
        current = level(evidence, measure.indicator, category=category)
        rows = evidence.series(measure.indicator, category=category)
        at = current.period if current else None
        travel = change(evidence, measure.indicator, at, category=category) if at else None
        yield MeasureReading(
            priority,
            action,
            measure,
            measure.indicator,
            indicator,
            category,
            current,
            travel,
            _on_the_year(context, measure.indicator, travel, category),
            level(evidence, measure.indicator, at, SeriesKind.BENCHMARK) if at else None,
            tuple(level_of(evidence, row) for row in rows),
            tuple(level(evidence, measure.indicator, row.period, SeriesKind.BENCHMARK) for row in rows),
        )


def _on_the_year(context: Context, indicator: str, travel: Change | None, category: str) -> Change | None:
    """The change from the same period a year before, unless that is the period before anyway."""
    if travel is None or travel.base == travel.period.year_before():
        return None
    return change(context.evidence, indicator, travel.period, travel.period.year_before(), category)
