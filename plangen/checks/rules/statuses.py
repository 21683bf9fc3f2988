"""PG826: a status beside a value and its target that the two deny."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from plangen.checks.columns import header_of, label_of, level_in
from plangen.checks.directions import Way
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.preferred_direction import wanted_way
from plangen.checks.tables import ReadRow, ReadTable
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["statuses"]


class Status(Enum):
    """What a cell says of a target."""

    MET = "met"
    MISSED = "not met"
    CLOSE = "close"


_SAYS = (
    (
        Status.MISSED,
        r"red|r|no|n|✗|✘|×|❌|🔴|missed|not met|not achieved|off target|off track|below target"
        r"|failed|not on target|worse|behind",
    ),
    (
        Status.MET,
        r"green|g|yes|y|✓|✔|✅|🟢|met|achieved|on target|on track|above target|exceeded|hit|better|ahead",
    ),
    (Status.CLOSE, r"amber|a|🟠|🟡|yellow|close|near(?:ly)?|at risk|within tolerance|partly|partially"),
)
_FORMS = tuple((status, re.compile(rf"\W*(?:{words})\W*", re.I)) for status, words in _SAYS)
_STATUS = re.compile(
    r"\b(?:status|rag|rating|met|achieved|performance|on target|on track|result|outcome|hit|progress)\b", re.I
)
_TARGET = re.compile(r"\b(?:target|goal|standard|threshold|ambition|trajectory)\b", re.I)
_VALUE = re.compile(
    r"\b(?:actual|value|result|latest|current|outturn|out-turn|performance|achieved|this|figure|score|position|ytd|20\d\d)\b|^q\d",
    re.I,
)
_NOT_VALUE = re.compile(
    r"\b(?:previous|last|baseline|prior|change|variance|difference|national|england|benchmark|average)\b", re.I
)
_BELOW = re.compile(
    r"^\s*(?:[<≤]|below|under|less than|fewer than|no more than|at most|max(?:imum)?|up to|reduce)"
    r"|\bor (?:less|fewer|lower|below|under)\b",
    re.I,
)
_ABOVE = re.compile(
    r"^\s*(?:[>≥]|above|over|more than|at least|no (?:less|fewer) than|min(?:imum)?|increase)|\+\s*$"
    r"|\bor (?:more|higher|above|over|better)\b",
    re.I,
)
_WAY_HEAD = re.compile(r"\b(?:polarity|good is|better|aim|direction|desired|preferred)\b", re.I)
_LOW = re.compile(r"\b(?:low(?:er)?|less|down|reduce|decrease|fewer|smaller)\b|[▼↓⬇]", re.I)
_HIGH = re.compile(r"\b(?:high(?:er)?|more|up|increase|bigger|maximi[sz]e)\b|[▲↑⬆]", re.I)


class _Judged(Struct, frozen=True):
    row: ReadRow
    label: str
    value: TypedNumber
    target: TypedNumber
    status: Status
    way: Way | None


def statuses(writing: Writing) -> Iterator[Finding]:
    """Rows with a value, a target and a colour, a tick or "met".

    Which way is better comes from the row (a sign before the target, a column that says it), from the name
    of the measure, or from the other rows of its table that go one way without exception.
    """
    for table in writing.tables:
        columns = _columns(table)
        if columns is None:
            continue
        rows = [each for row in table.rows if (each := _row(table, row, columns))]
        for each in rows:
            finding = _finding(each, _way(each, rows))
            if finding:
                yield finding


def _columns(table: ReadTable) -> tuple[int, int, int] | None:
    """The columns of values, targets and statuses, None where they cannot be told."""
    width = max((len(row.cells) for row in table.rows), default=0)
    said = [c for c in range(1, width) if _share(table, c, lambda cell: _status(cell) is not None) > 0.7]
    said = [c for c in said if _STATUS.search(header_of(table, c)) or len(said) == 1]
    targets = [c for c in range(1, width) if _TARGET.search(header_of(table, c)) and c not in said]
    if len(said) != 1 or len(targets) != 1:
        return None
    status, target = said[0], targets[0]
    values = [
        c
        for c in range(1, width)
        if c not in (status, target)
        and not _NOT_VALUE.search(header_of(table, c))
        and _share(table, c, lambda cell: level_in(cell) is not None) > 0.6
    ]
    named = [c for c in values if _VALUE.search(header_of(table, c))]
    values = named or values
    if not values:
        return None
    return min(values, key=lambda c: (abs(c - target), -c)) if len(named) != 1 else named[0], target, status


def _share(table: ReadTable, column: int, holds: object) -> float:
    cells = [row.cells[column] for row in table.rows if column < len(row.cells) and row.cells[column].strip()]
    return sum(bool(holds(cell)) for cell in cells) / len(cells) if cells and callable(holds) else 0.0


def _status(cell: str) -> Status | None:
    bare = re.sub(r"\([^)]*\)", "", cell).strip()
    return next((status for status, form in _FORMS if form.fullmatch(bare)), None)


def _row(table: ReadTable, row: ReadRow, columns: tuple[int, int, int]) -> _Judged | None:
    if max(columns) >= len(row.cells):
        return None
    value, target = level_in(row.cells[columns[0]]), level_in(_bare(row.cells[columns[1]]))
    status = _status(row.cells[columns[2]])
    if value is None or target is None or status is None or value.total is not None:
        return None
    alike = value.unit is target.unit or NumberUnit.PLAIN in (value.unit, target.unit)
    if not alike or value.bound is not Exactness.EXACT:
        return None
    return _Judged(
        row, label_of(row, columns[0]) or row.cells[0], value, target, status, _said_way(table, row, columns)
    )


def _bare(cell: str) -> str:
    return (
        re.sub(
            r"^\s*(?:[<>≤≥]=?|below|under|less than|fewer than|no more than|at most|up to|above|over"
            r"|more than|at least"
            r"|no (?:less|fewer) than|max(?:imum)?|min(?:imum)?)\s*",
            "",
            cell,
            flags=re.I,
        )
        .rstrip("+ ")
        .split(" or ")[0]
    )


def _said_way(table: ReadTable, row: ReadRow, columns: tuple[int, int, int]) -> Way | None:
    target = row.cells[columns[1]]
    if _BELOW.search(target):
        return Way.DOWN
    if _ABOVE.search(target):
        return Way.UP
    for column, cell in enumerate(row.cells):
        if column not in columns and _WAY_HEAD.search(header_of(table, column)):
            low, high = _LOW.search(cell), _HIGH.search(cell)
            if bool(low) is not bool(high):
                return Way.DOWN if low else Way.UP
    label = row.cells[0]
    if re.match(r"\W*(?:reduce|decrease|lower|cut|fewer)\b|.*\blow(?:er)? is (?:good|better)", label, re.I):
        return Way.DOWN
    if re.match(r"\W*(?:increase|raise|improve|more)\b|.*\bhigh(?:er)? is (?:good|better)", label, re.I):
        return Way.UP
    return wanted_way(label)


_LEAST = 3


def _way(each: _Judged, rows: Sequence[_Judged]) -> tuple[Way | None, bool]:
    """The way that is better, and whether the row itself says so rather than its neighbours."""
    if each.way is not None:
        return each.way, True
    ways = {way for other in rows if other is not each and (way := _shown_way(other))}
    count = sum(_shown_way(other) is not None for other in rows if other is not each)
    return (ways.pop(), False) if len(ways) == 1 and count >= _LEAST else (None, False)


def _shown_way(each: _Judged) -> Way | None:
    if each.status is Status.CLOSE or each.value.value == each.target.value:
        return None
    above = each.value.value > each.target.value
    return Way.UP if above is (each.status is Status.MET) else Way.DOWN


def _finding(each: _Judged, known: tuple[Way | None, bool]) -> Finding | None:
    way, own = known
    value, target = each.value.value, each.target.value
    met = value == target or (way is not None and (value > target) is (way is Way.UP))
    if value != target and way is None:
        return None
    really = Status.MET if met else Status.MISSED
    wrong = each.status is Status.MISSED if met else each.status is Status.MET
    far = each.status is Status.CLOSE and not met and target and abs(value - target) > abs(target) / 2
    if not wrong and not far:
        return None
    confidence = (0.8 if own or value == target else 0.65) if wrong else 0.5
    better = "" if way is None else f", and {'more' if way is Way.UP else 'less'} is better"
    return Finding(
        codes.STATUS_DENIED,
        confidence,
        each.row.text,
        each.row.place,
        each.status.value,
        really.value,
        f"{each.label[:80]}: {each.value.text.strip()} against a target of "
        f"{each.target.text.strip()}{better}: {really.value}",
    )
