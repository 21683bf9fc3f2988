"""Columns of levels against a column of changes, and targets against their baseline.

PG817: the two levels give another change than the one printed. PG813: the change printed in percent is one of
percentage points. PG818: a target looser than its baseline by its own arrow. PG825: "(40 more)" beside levels that
lie another number apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plangen.checks.arithmetic import agrees, percent_change, range_of, shown, shown_percent
from plangen.checks.columns import Arrow, arrow_in, header_of, level_in, year_of
from plangen.checks.finding import Finding
from plangen.checks.numbers import Number, NumberUnit, numbers_in
from plangen.checks.tables import Row, Table
from plangen.checks.writing import Writing

__all__ = ["target_columns"]

_CHANGE = re.compile(
    r"%\s*(?:change|diff|increase|reduction|variance|var\b)|\bchange\b|\bdifference\b|\bvariance\b|\b(?:increase|decrease|reduction)\b",
    re.I,
)
_NOT_A_LEVEL = re.compile(
    r"\b(?:rank|ref|no\.?|lower|upper|confidence|CI|limit|population|pop|RAG|status|quartile|average|mean|benchmark|msg|national|england|variance)\b",
    re.I,
)
_TARGET = re.compile(r"\btarget\b", re.I)


@dataclass(frozen=True, slots=True)
class Promise:
    """A row with its levels by column, from left to right, and the change printed beside them."""

    row: Row
    label: str
    levels: tuple[tuple[int, Number], ...]
    change: Number
    arrow: Arrow | None


def target_columns(writing: Writing) -> Iterator[Finding]:
    """Every table with levels and a column of changes."""
    for table in writing.tables:
        promises = tuple(_promises(table))
        base = _usual_base(promises)
        for promise in promises:
            yield from _judged(promise, base, len(promises), table)
            yield from _looser(table, promise)
        for row in table.rows:
            yield from _more(row)


def _promises(table: Table) -> Iterator[Promise]:
    columns = [c for c in range(len(table.header)) if c and _CHANGE.search(header_of(table, c))]
    if len(columns) != 1:
        return
    (column,) = columns
    for row in table.rows:
        promise = _promise(table, row, column)
        if promise:
            yield promise


def _promise(table: Table, row: Row, column: int) -> Promise | None:
    if column >= len(row.cells):
        return None
    cell = row.cells[column]
    changes = numbers_in(re.sub(r"^\s*-\s+", "-", re.sub(r"[↑↓▲▼]\s*", "", cell)))
    levels = tuple(
        (c, level)
        for c in range(1, column)
        if (level := level_in(row.cells[c])) and not _NOT_A_LEVEL.search(header_of(table, c))
    )
    if (
        len(changes) != 1
        or len(levels) < 2
        or len({(level.unit, level.total is None) for _, level in levels}) != 1
    ):
        return None
    return Promise(row, row.cells[0], levels, changes[0], arrow_in(cell, alone=False))


def _sizes(promise: Promise) -> Iterator[tuple[int, Number, tuple[Decimal, Decimal] | None]]:
    """For each earlier level: its column, itself, and the change to the last in the unit the row's change has."""
    _, last = promise.levels[-1]
    for column, level in promise.levels[:-1]:
        yield column, level, _change(level, last, promise.change)


def _change(before: Number, after: Number, stated: Number) -> tuple[Decimal, Decimal] | None:
    one, two = range_of(before), range_of(after)
    if stated.unit is NumberUnit.PERCENT:
        return percent_change(one, two)
    return two[0] - one[1], two[1] - one[0]


def _fits(stated: Number, found: tuple[Decimal, Decimal] | None) -> bool:
    """Agreement of sizes; signs are another question."""
    if found is None:
        return True
    low, high = sorted((abs(found[0]), abs(found[1])))
    return agrees(stated, (Decimal(0) if found[0] <= 0 <= found[1] else low, high))


def _usual_base(promises: Sequence[Promise]) -> int | None:
    """The column that most rows of the table count from, where at least two rows say so and no other as many."""
    votes: Counter[int] = Counter()
    for promise in promises:
        fitting = [column for column, _, found in _sizes(promise) if _fits(promise.change, found)]
        if len(fitting) == 1 and len(promise.levels) > 2:
            votes[fitting[0]] += 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]


def _judged(promise: Promise, base: int | None, rows: int, table: Table) -> Iterator[Finding]:
    changes = list(_sizes(promise))
    fitting = [column for column, _, found in changes if _fits(promise.change, found)]
    usual = [change for change in changes if change[0] == base] or changes[-1:]
    column, before, found = usual[0]
    if promise.levels[0][1].total is not None:
        yield from _places(promise, before)
        return
    if fitting and (base is None or base in fitting or all(c != base for c, _, _ in changes)):
        return
    points = _as_points(promise)
    if points is not None:
        yield points
    elif found is not None:
        confidence = 0.75 if fitting else 0.8 if len(promise.levels) == 2 or base is not None else 0.65
        yield _wrong(promise, before, fitting, changes, confidence)


def _wrong(
    promise: Promise,
    before: Number,
    fitting: Sequence[int],
    changes: Sequence[tuple[int, Number, tuple[Decimal, Decimal] | None]],
    confidence: float,
) -> Finding:
    _, last = promise.levels[-1]
    percent = promise.change.unit is NumberUnit.PERCENT
    amount = shown_percent if percent else shown
    really = amount(_printed(before, last, percent))
    other = [
        f"; from {level.text} it would be {amount(_printed(level, last, percent))}"
        for column, level, _ in changes
        if column in fitting
    ]
    return Finding(
        "PG817",
        confidence,
        promise.row.text,
        promise.row.place,
        promise.change.text,
        really,
        f"{promise.label}: {before.text} to {last.text} is {really}, not {promise.change.text}" + "".join(other),
    )


def _printed(before: Number, after: Number, percent: bool) -> Decimal:
    """The change between two levels taken as printed."""
    gap = after.value - before.value
    return 100 * gap / before.value if percent else gap


def _as_points(promise: Promise) -> Finding | None:
    """A percentage whose change in points is the percent printed, from any earlier level or "(actual N%)"."""
    _, last = promise.levels[-1]
    if last.unit is not NumberUnit.PERCENT or promise.change.unit is not NumberUnit.PERCENT:
        return None
    bases = [level for _, level in reversed(promise.levels[:-1])]
    bases += [
        n for cell in promise.row.cells for m in re.findall(r"\(actual ([^)]*)\)", cell) for n in numbers_in(m)
    ]
    for before in bases:
        if abs(abs(last.value - before.value) - abs(promise.change.value)) <= promise.change.half / 10:
            gap = shown(abs(last.value - before.value), 2)
            percent = f", or {shown_percent(_printed(before, last, percent=True))}" if before.value else ""
            return Finding(
                "PG813",
                0.7,
                promise.row.text,
                promise.row.place,
                promise.change.text,
                f"{gap} percentage points",
                f"{promise.label}: {before.text} to {last.text} is {gap} percentage points{percent}, not {promise.change.text}",
            )
    return None


def _places(promise: Promise, before: Number) -> Iterator[Finding]:
    """A change of rank, in places: its sign against the two ranks."""
    _, last = promise.levels[-1]
    gap = last.value - before.value
    if promise.change.unit is NumberUnit.PLAIN and promise.change.signed and gap != promise.change.value:
        sign = "+" if gap > 0 else ""
        yield Finding(
            "PG817",
            0.7,
            promise.row.text,
            promise.row.place,
            promise.change.text,
            f"{sign}{shown(gap)}",
            f"{promise.label}: from place {shown(before.value)} to {shown(last.value)} is {sign}{shown(gap)}, not {promise.change.text}",
        )


def _looser(table: Table, promise: Promise) -> Iterator[Finding]:
    """A target above its baseline where the arrow says less, or below it where the arrow says more."""
    if promise.arrow not in (Arrow.UP, Arrow.DOWN) or promise.levels[0][1].total is not None:
        return
    first, baseline = promise.levels[0]
    if _TARGET.search(header_of(table, first)):
        return
    for column, target in promise.levels[1:]:
        heading = header_of(table, column)
        years = year_of(header_of(table, first)), year_of(heading)
        if not _TARGET.search(heading) or (years[0] and years[1] and years[1] <= years[0]):
            continue
        if target.value != baseline.value and (target.value > baseline.value) == (promise.arrow is Arrow.DOWN):
            change = (
                shown_percent(100 * (target.value - baseline.value) / baseline.value) if baseline.value else ""
            )
            way = "less" if promise.arrow is Arrow.DOWN else "more"
            yield Finding(
                "PG818",
                0.85,
                promise.row.text,
                promise.row.place,
                target.text,
                f"{change} on {baseline.text}",
                f"{promise.label}: the target {target.text} is looser than the baseline {baseline.text} ({change}), "
                f"though the arrow says {way}",
            )


_MORE = re.compile(r"\(\s*(\d[\d,]*)\s+(more|fewer|less|extra|additional)\b[^)]*\)")


def _more(row: Row) -> Iterator[Finding]:
    """ "(40 more schemes) 190 total" after a level of 152."""
    levels = [(column, level) for column, cell in enumerate(row.cells) if (level := level_in(cell))]
    for (_, before), (column, after) in zip(levels, levels[1:], strict=False):
        match = _MORE.search(row.cells[column])
        if match is None:
            continue
        stated = Decimal(match[1].replace(",", "")) * (-1 if match[2] in ("fewer", "less") else 1)
        gap = after.value - before.value
        if gap != stated:
            yield Finding(
                "PG825",
                0.85,
                row.text,
                row.place,
                match[0].strip("()"),
                shown(gap),
                f"{row.cells[0]}: {before.text} to {after.text} is {shown(gap)}, not {match[1]} {match[2]}",
            )
