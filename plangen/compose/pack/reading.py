"""What the data says of every measure of a pack, read once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.tracing import about, computed, label_key, named
from plangen.document.inlines import Text
from plangen.measures.comparisons import benchmark_difference, compare
from plangen.measures.levels import level, level_of
from plangen.measures.position import PlaceInGroup, place_in_group
from plangen.measures.verdicts import beside, measure_verdict
from plangen.model.comparison import BenchmarkDifference, Comparison, MeasureVerdict
from plangen.model.indicator import Indicator
from plangen.model.observation import Marker, SeriesKind
from plangen.model.pack import KeyAction, Measure, PackPriority, PackRecord
from plangen.model.result import Change, Level, Verdict

__all__ = ["MeasureReading", "Observed", "measure_name", "read_measures", "speaking", "verdict_of"]

_ABSENT = (Marker.NOT_PUBLISHED, Marker.NOT_COLLECTED)
_SPEAKING = (
    Verdict.WORSENED,
    Verdict.IMPROVED,
    Verdict.NOT_ASSESSED,
    Verdict.NO_CLEAR_CHANGE,
    Verdict.NO_CHANGE,
    Verdict.NOT_TESTED,
)

_ENOUGH_FOR_A_TREND = 3


class Observed(Struct, frozen=True):
    """An indicator's latest value up to the pack's period, what it is compared with, and all values before it.

    `category` splits an indicator that is observed in several. `verdict` is None where there is no current value.
    `place` is that of a rank whose group is known. `history` has no entry for what was not published or collected;
    `benchmarks` has one for every entry of it, None where the comparator has no value for that period.
    """

    id: str
    indicator: Indicator
    category: str
    comparison: Comparison
    verdict: MeasureVerdict | None
    difference: BenchmarkDifference | None
    place: PlaceInGroup | None
    history: tuple[Level, ...]
    benchmarks: tuple[Level | None, ...]

    @property
    def has_trend(self) -> bool:
        """Two periods make no trend: they stand in a sentence, more in a chart."""
        return len(self.history) >= _ENOUGH_FOR_A_TREND

    @property
    def current(self) -> Level | None:
        """The latest value."""
        return self.comparison.current

    @property
    def travel(self) -> Change | None:
        """The change from the period before."""
        return self.comparison.previous

    @property
    def year(self) -> Change | None:
        """The change from the same period of the year before, unless that is the period before anyway."""
        return None if self.comparison.same_base else self.comparison.year_before

    @property
    def beside(self) -> Change | None:
        """The comparison that the verdict does not rest on."""
        return beside(self.comparison, self.verdict) if self.verdict else None

    @property
    def benchmark(self) -> Level | None:
        """The comparator's value for the very same period: never carried forward."""
        return self.difference.benchmark if self.difference else None

    @property
    def name(self) -> str:
        """What is measured, with the category where there is one."""
        return f"{self.indicator.label}: {self.category}" if self.category else self.indicator.label


class MeasureReading(Struct, frozen=True):
    """A measure of the pack; `observed` is None for a measure in words. `key` is its place in `pack.yaml`."""

    priority: PackPriority
    action: KeyAction
    measure: Measure
    key: str
    observed: Observed | None = None

    @property
    def ref(self) -> str:
        """The reference that summary and page share."""
        return self.measure.ref

    @property
    def anchor(self) -> str:
        """The id of the section that describes it."""
        category = f"_{self.observed.category}" if self.observed and self.observed.category else ""
        return "measure_" + self.ref.replace(".", "_") + category.replace(" ", "_")

    @property
    def name(self) -> str:
        """What is measured; for a measure in words its own words, or its key action's where it is the only one."""
        if self.observed is not None:
            return self.observed.name
        return self.measure.text if len(self.action.measures) > 1 and self.measure.text else self.action.short

    @property
    def name_key(self) -> str:
        """Where those words stand."""
        if self.observed is not None:
            return label_key(self.observed.id, self.observed.indicator)
        return f"{self.key}.text" if len(self.action.measures) > 1 and self.measure.text else self.short_key

    @property
    def short_key(self) -> str:
        """Where the short words of its key action stand."""
        return f"{self.key.partition('.measures.')[0]}.short"

    @property
    def action_key(self) -> str:
        """Where the words of its key action stand."""
        return f"{self.key.partition('.measures.')[0]}.action"


def measure_name(context: Context, reading: MeasureReading) -> Text:
    """What is measured, as words of the page; a category is said in the rows alone."""
    if reading.observed is not None and reading.observed.category:
        return computed(context, about(context, Text(reading.name), reading.name_key), reading.observed.history)
    return named(context, reading.name, reading.name_key)


def speaking(readings: Sequence[MeasureReading]) -> tuple[MeasureReading, ...]:
    """One reading for each measure: of a measure read in categories the one that speaks for it.

    That is one that worsened, else one that improved, and so on: what is known counts before what is not.
    """
    by_ref: dict[str, list[MeasureReading]] = {}
    for reading in readings:
        by_ref.setdefault(reading.ref, []).append(reading)
    return tuple(min(some, key=_weight) for some in by_ref.values())


def verdict_of(reading: MeasureReading) -> Verdict | None:
    """The verdict on a measure; None for one in words, and for one without a current value."""
    return reading.observed.verdict.verdict if reading.observed and reading.observed.verdict else None


def _weight(reading: MeasureReading) -> int:
    found = verdict_of(reading)
    return len(_SPEAKING) if found is None else _SPEAKING.index(found)


def read_measures(context: Context, record: PackRecord) -> tuple[MeasureReading, ...]:
    """Every measure, in the order of the pack; an indicator observed only in categories is read in each."""
    return tuple(
        reading
        for p, priority in enumerate(record.priorities)
        for a, action in enumerate(priority.actions)
        for m, measure in enumerate(action.measures)
        for reading in _read(
            context,
            MeasureReading(priority, action, measure, f"pack.yaml#priorities.{p}.actions.{a}.measures.{m}"),
        )
    )


def _read(context: Context, blank: MeasureReading) -> Iterator[MeasureReading]:
    id = blank.measure.indicator
    indicator = context.records.indicators.get(id or "")
    if id is None or indicator is None:
        yield blank
        return
    whole = bool(context.evidence.series(id))
    for category in ("",) if whole else context.evidence.categories(id) or ("",):
        yield replace(blank, observed=_observe(context, id, indicator, category))


def _observe(context: Context, id: str, indicator: Indicator, category: str) -> Observed:
    evidence = context.evidence
    comparison = compare(evidence, id, category=category)
    at = comparison.current.period if comparison.current else None
    rows = [row for row in evidence.series(id, category=category) if row.marker not in _ABSENT]
    return Observed(
        id,
        indicator,
        category,
        comparison,
        measure_verdict(evidence, id, category),
        benchmark_difference(evidence, id, at, category) if at else None,
        place_in_group(evidence, id, at) if at else None,
        tuple(level_of(evidence, row) for row in rows),
        tuple(level(evidence, id, row.period, SeriesKind.BENCHMARK) for row in rows),
    )
