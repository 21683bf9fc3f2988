"""What an edition may know: the records, and the observations up to its cut-off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from msgspec import Struct

from plangen.diagnostics import Location
from plangen.model.indicator import Indicator
from plangen.model.observation import Observation, SeriesKind
from plangen.model.period import Period
from plangen.model.workspace import Records

__all__ = ["Evidence"]

_Key = tuple[str, SeriesKind, str]
_K = TypeVar("_K")


class Evidence(Struct, frozen=True):
    """Observations of the partnership's own area, by indicator, oldest first. Build it with `gather`."""

    records: Records
    cut_off: Period
    levels: Mapping[_Key, tuple[Observation, ...]]
    changes: Mapping[tuple[str, str], tuple[Observation, ...]]
    everywhere: Mapping[tuple[str, Period], tuple[Observation, ...]]

    @classmethod
    def gather(cls, records: Records, cut_off: Period) -> Evidence:
        """Everything in `records` that ends by the end of `cut_off`: later data never enters."""
        levels: dict[_Key, list[Observation]] = defaultdict(list)
        changes: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        everywhere: dict[tuple[str, Period], list[Observation]] = defaultdict(list)
        for row in sorted(records.observations, key=_age):
            if row.period.end > cut_off.end:
                continue
            if row.base is None and row.series is SeriesKind.ACTUAL and not row.category:
                everywhere[row.indicator, row.period].append(row)
            if row.area != records.partnership.area:
                continue
            if row.base is None:
                levels[row.indicator, row.series, row.category].append(row)
            else:
                changes[row.indicator, row.category].append(row)
        return cls(records, cut_off, _frozen(levels), _frozen(changes), _frozen(everywhere))

    def indicator(self, id: str) -> Indicator | None:
        """The indicator, if there is one of that id."""
        return self.records.indicators.get(id)

    def series(
        self, id: str, series: SeriesKind = SeriesKind.ACTUAL, category: str = ""
    ) -> tuple[Observation, ...]:
        """The levels of a series, oldest first."""
        return self.levels.get((id, series, category), ())

    def latest(self, id: str, series: SeriesKind = SeriesKind.ACTUAL, category: str = "") -> Observation | None:
        """The last row of a series up to the cut-off, whether it holds a value or a marker."""
        rows = self.series(id, series, category)
        return rows[-1] if rows else None

    def at(
        self, id: str, period: Period, series: SeriesKind = SeriesKind.ACTUAL, category: str = ""
    ) -> Observation | None:
        """The row of a series at exactly `period`."""
        return next((row for row in self.series(id, series, category) if row.period == period), None)

    def reported(self, id: str, category: str = "") -> tuple[Observation, ...]:
        """The rows that are changes (with a base), oldest first."""
        return self.changes.get((id, category), ())

    def group(self, id: str, period: Period) -> tuple[Observation, ...]:
        """Every area's actual value at a period, the own area's among them."""
        return self.everywhere.get((id, period), ())

    def group_periods(self, id: str) -> tuple[Period, ...]:
        """Every period for which some area has an actual value, oldest first."""
        return tuple(sorted(period for found, period in self.everywhere if found == id))

    def categories(self, id: str) -> tuple[str, ...]:
        """The categories the actual values of an indicator come in, in order of the alphabet."""
        return tuple(
            sorted(key[2] for key in self.levels if key[0] == id and key[1] is SeriesKind.ACTUAL and key[2])
        )

    def periods(self, id: str) -> tuple[Period, ...]:
        """Every period there is a row for, levels and changes, oldest first."""
        rows: Iterable[Observation] = (
            row
            for found in (self.levels, self.changes)
            for key, rows in found.items()
            if key[0] == id
            for row in rows
        )
        return tuple(sorted({row.period for row in rows}))

    def place(self, kind: str, id: str) -> Location | None:
        """Where a record stands: `place("targets", "ac10")`."""
        return self.records.places.get((kind, id))


def _age(row: Observation) -> tuple[date, date, str, int]:
    return row.period.end, row.period.start, row.location.file, row.location.line


def _frozen(rows: Mapping[_K, list[Observation]]) -> dict[_K, tuple[Observation, ...]]:
    return {key: tuple(found) for key, found in rows.items()}
