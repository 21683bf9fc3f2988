"""What a series of observations gets wrong as a whole: periods out of order, comparisons with nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from plangen.diagnostics import About, Diagnostic, Location, codes, finding
from plangen.model.observation import Observation, SeriesKind

__all__ = ["series_faults"]


def series_faults(observations: Iterable[Observation]) -> Iterator[Diagnostic]:
    """Warnings about rows that are each right by themselves: PG221 and PG222."""
    rows = tuple(observations)
    yield from _out_of_order(rows)
    yield from _without_actual(rows)


def _out_of_order(rows: tuple[Observation, ...]) -> Iterator[Diagnostic]:
    """Rows that go back in time (PG221), which is how a mistyped period shows.

    A series is judged within its table and among periods of one length. It may run from late to early throughout.
    """
    tables: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for row in rows:
        kind = (row.base is None, row.period.months)
        tables[row.location.file, row.indicator, row.area, row.series, row.category, kind].append(row)
    for series in tables.values():
        if all(later.period > earlier.period for later, earlier in pairwise(series)):
            continue
        for above, row in pairwise(series):
            if row.period < above.period:
                message = f"{row.period} stands below {above.period}, which is later"
                hint = f"check the period; if it is right, move the row above line {above.location.line}"
                yield finding(codes.PERIOD_OUT_OF_ORDER, message, _at_period(row), hint, _about(row))


def _without_actual(rows: tuple[Observation, ...]) -> Iterator[Diagnostic]:
    """Benchmarks and bounds of a period for which there is nothing to compare with them (PG222)."""
    actual = {_moment(row) for row in rows if row.series is SeriesKind.ACTUAL}
    for row in rows:
        if row.series is not SeriesKind.ACTUAL and _moment(row) not in actual:
            message = f"there is a {row.series.value} value for {row.period}, but no actual one"
            hint = "add a row with the actual value (or - where there is none), or correct the period"
            yield finding(codes.BENCHMARK_WITHOUT_ACTUAL, message, _at_period(row), hint, _about(row))


def _moment(row: Observation) -> tuple[object, ...]:
    return row.indicator, row.area, row.period, row.category, row.base


def _about(row: Observation) -> About:
    return About(row.indicator, row.period.text)


def _at_period(row: Observation) -> Location:
    return replace(row.location, field="period")
