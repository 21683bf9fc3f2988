"""PG818: a target looser than its baseline, by the arrow of its own row or the verb of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.arithmetic import shown_percent
from plangen.checks.columns import Arrow, arrow_in, header_of, level_in, year_of
from plangen.checks.finding import Finding
from plangen.checks.numbers import Number
from plangen.checks.tables import Row, Table
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["loose_targets"]

_TARGET = re.compile(r"\btarget\b", re.I)
_CHANGE = re.compile(r"\bchange\b|%", re.I)
_BASE = re.compile(r"\b(?:baseline|base|previous|last year|starting point)\b", re.I)
_WISH = re.compile(
    r"\b(?:change|targets?|aims?|reduction|increase|decrease|desired|preferred|required|polarity|good|wanted)\b|%",
    re.I,
)
_COURSE = re.compile(r"\b(?:travel|trend|DoT|status|RAG|performance|progress|actual|achieved|against)\b", re.I)
_LESS = re.compile(r"^\W*(?:reduce|decrease|lower|cut|fewer)\b", re.I)
_MORE = re.compile(r"^\W*(?:increase|raise|more)\b", re.I)


def loose_targets(writing: Writing) -> Iterator[Finding]:
    """Targets above a baseline that is to fall, or below one that is to rise."""
    for table in writing.tables:
        targets = [
            c for c in range(len(table.header)) if _TARGET.search(header_of(table, c)) and not _is_change(table, c)
        ]
        if targets:
            for row in table.rows:
                yield from _judged(table, row, targets)


def _is_change(table: Table, column: int) -> bool:
    return bool(_CHANGE.search(header_of(table, column)))


def _judged(table: Table, row: Row, targets: list[int]) -> Iterator[Finding]:
    way = _way(table, row)
    bases = [c for c in range(1, min(targets)) if _is_base(table, c, min(targets)) and not _is_change(table, c)]
    if way is None or not bases or max(targets) >= len(row.cells):
        return
    baseline = level_in(row.cells[bases[-1]])
    if baseline is None or baseline.total is not None:
        return
    for column in targets:
        target = level_in(row.cells[column])
        years = year_of(header_of(table, bases[-1])), year_of(header_of(table, column))
        later = not (years[0] and years[1]) or years[1] > years[0]
        if target is None or target.unit is not baseline.unit or not later or target.value == baseline.value:
            continue
        if (target.value > baseline.value) == (way is Arrow.DOWN):
            yield _finding(row, baseline, target, way)


def _is_base(table: Table, column: int, target: int) -> bool:
    """Whether a column is what a target starts from: a baseline by name, or of an earlier year.

    What was reached in the target's own year is no baseline: it may be better than the target.
    """
    earlier, later = year_of(header_of(table, column)), year_of(header_of(table, target))
    if earlier and later:
        return earlier[0] < later[0]
    return bool(_BASE.search(header_of(table, column)))


def _way(table: Table, row: Row) -> Arrow | None:
    """Where the row is to go: the arrow of a change that is wanted, else the verb its name begins with.

    An arrow that stands alone tells where a measure went, unless its heading says that it is a wish.
    """
    arrows = {
        arrow
        for column, cell in enumerate(row.cells)
        if column and len(cell) < 12 and _wishes(header_of(table, column), cell)
        if (arrow := arrow_in(cell, alone=False))
    }
    if len(arrows) == 1:
        arrow = arrows.pop()
        return None if arrow is Arrow.LEVEL else arrow
    if arrows:
        return None
    return Arrow.DOWN if _LESS.match(row.cells[0]) else Arrow.UP if _MORE.match(row.cells[0]) else None


def _wishes(heading: str, cell: str) -> bool:
    if _COURSE.search(heading):
        return False
    return bool(_WISH.search(heading)) or any(character.isdigit() for character in cell)


def _finding(row: Row, baseline: Number, target: Number, way: Arrow) -> Finding:
    change = shown_percent(100 * (target.value - baseline.value) / baseline.value) if baseline.value else "more"
    meant = "less" if way is Arrow.DOWN else "more"
    return Finding(
        codes.LOOSE_TARGET_PRINTED,
        0.85,
        row.text,
        row.place,
        target.text,
        f"{change} on {baseline.text}",
        f"{row.cells[0]}: the target {target.text} is looser than the baseline {baseline.text} ({change}), "
        f"though {meant} is wanted",
    )
