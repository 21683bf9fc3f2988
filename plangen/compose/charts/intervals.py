"""The intervals that a chart and a table of periods show of an indicator that asks for them (`intervals: yes`)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.charts import Series
from plangen.language.language import Language
from plangen.measures.evidence import Evidence
from plangen.measures.value_intervals import ValueInterval, interval_of
from plangen.model.result import Level, Untested

__all__ = ["Intervals", "intervals_of", "with_band"]


class Intervals(Struct, frozen=True):
    """The interval of each value of a series, or why it has none; None where there is no value."""

    found: tuple[ValueInterval | Untested | None, ...] = ()

    def last(self, count: int) -> Intervals:
        """Those of the latest values."""
        return Intervals(self.found[-count:])

    @property
    def known(self) -> tuple[ValueInterval | None, ...]:
        """The intervals there are."""
        return tuple(each if isinstance(each, ValueInterval) else None for each in self.found)

    @property
    def ends(self) -> tuple[Level, ...]:
        """Every end, for the ledger."""
        return tuple(end for each in self.known if each for end in (each.lower, each.upper))

    def note(self, language: Language, shaded: bool = True) -> str:
        """How they were worked out, and why some or all values have none; nothing where none were asked for."""
        methods = tuple(dict.fromkeys(each.method for each in self.known if each))
        missing = tuple(dict.fromkeys(each for each in self.found if isinstance(each, Untested)))
        return language.intervals.interval_note(methods, missing, shaded) if methods or missing else ""


def intervals_of(evidence: Evidence, id: str, category: str = "") -> Intervals:
    """The intervals of an indicator's own values, oldest first; none where it does not ask for them."""
    if not evidence.records.indicators[id].intervals:
        return Intervals()
    return Intervals(tuple(interval_of(evidence, row) for row in evidence.series(id, category=category)))


def with_band(language: Language, series: Series, intervals: Intervals) -> Series:
    """The series with its intervals, where it has any."""
    known = intervals.known
    if not any(known):
        return series
    latest = known[-1]
    return replace(
        series,
        lower=_numbers(each.lower if each else None for each in known),
        upper=_numbers(each.upper if each else None for each in known),
        interval=language.intervals.latest_interval(latest.lower, latest.upper) if latest else "",
    )


def _numbers(levels: Iterable[Level | None]) -> tuple[float | None, ...]:
    return tuple(None if found is None or found.number is None else float(found.number) for found in levels)
