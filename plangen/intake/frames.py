"""Where the tables of a sheet are: their header lines, how far they reach, and whether they are long or crossed.

A crossed table has names one way and periods the other; seen with its periods across it is the same whichever way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct, field

from plangen.intake.cells import CellKind, Place, SheetCell
from plangen.intake.grid import Grid
from plangen.intake.headings import NOT_IMPORTED, HeadingRole, TableHeading, read_heading
from plangen.intake.periods import YearAnswers

__all__ = ["Frame", "HeadingReader", "find_frames"]

_LOOKED_DOWN = 60
_GAP_LOOKED_DOWN = 12
_TIME_WORDS = frozenset({HeadingRole.PERIOD, HeadingRole.YEAR, HeadingRole.QUARTER, HeadingRole.MONTH})
_HEADLIKE = frozenset(
    {
        HeadingRole.TIME,
        HeadingRole.VALUE,
        HeadingRole.BENCHMARK,
        HeadingRole.STATUS,
        HeadingRole.NUMERATOR,
        HeadingRole.DENOMINATOR,
    }
)
_HEADLIKE |= NOT_IMPORTED


class HeadingReader(Struct):
    """Reads headings, each text once. `is_name` says whether a text is a known indicator or area."""

    answers: YearAnswers
    is_name: Callable[[str], bool]
    read: dict[tuple[CellKind, str, str], TableHeading] = field(default_factory=dict)

    def heading(self, cell: SheetCell | None) -> TableHeading:
        """What a cell means as a heading."""
        if cell is None:
            return read_heading(None, self.answers)
        key = (cell.kind, cell.text, cell.form)
        if key not in self.read:
            self.read[key] = read_heading(cell, self.answers)
        return self.read[key]


class Frame(Struct):
    """A table in its grid: lines `top` to `bottom` with `header` among them, positions `first` to `last`."""

    grid: Grid
    header: tuple[int, ...]
    first: int
    last: int
    bottom: int
    is_long: bool

    @property
    def below(self) -> int:
        """The first line under the header."""
        return self.header[-1] + 1


def find_frames(grid: Grid, reader: HeadingReader, taken: set[Place]) -> list[Frame]:
    """The tables whose header lies along a line, none of whose cells is `taken`; found from the top down."""
    frames: list[Frame] = []
    last_line = max(grid.lines, default=0)
    for line in grid.lines:
        for first, last in _segments(grid, line, reader, taken):
            over = _over(frames, line, first, last)
            if over and line in over.header:
                continue
            kind = _header_kind(grid, line, first, last, reader, over)
            if kind is None:
                continue
            if over:
                over.bottom = line - 1
            made = Frame(grid, (line,), first, last, last_line, kind is HeadingRole.VALUE)
            if not made.is_long:
                made.header = _header_lines(grid, made, reader)
            frames.append(made)
    for frame in frames:
        _end_above_next(frame, frames)
        _widen(frame, frames)
        if grid.turned:
            _without_title(frame, reader)
    return frames


def _over(frames: list[Frame], line: int, first: int, last: int) -> Frame | None:
    """The table that already reaches down to a line at these positions."""
    for frame in reversed(frames):
        if frame.first <= last and first <= frame.last and frame.header[0] <= line <= frame.bottom:
            return frame
    return None


def _segments(grid: Grid, line: int, reader: HeadingReader, taken: set[Place]) -> Iterator[tuple[int, int]]:
    """Stretches of a line that may each be a header: parted where a column is empty, or where new names begin."""
    positions = [p for p in grid.lines[line] if grid.place(line, p) not in taken]
    if not positions or _has_figure_only(grid, line, positions):
        return
    below = list(grid.between(line, line + _GAP_LOOKED_DOWN))
    parts: list[list[int]] = []
    timed = False
    for position in positions:
        apart = bool(parts) and any(grid.is_empty(p, below) for p in range(parts[-1][-1] + 1, position))
        is_time = reader.heading(grid.cell(line, position)).role is HeadingRole.TIME
        begins = (
            bool(parts)
            and not is_time
            and (
                (timed and _names_below(grid, line, position, reader))
                or (apart and reader.heading(grid.cell(line, position)).role not in NOT_IMPORTED)
            )
        )
        if not parts or begins:
            parts.append([])
            timed = False
        parts[-1].append(position)
        timed |= is_time
    for part in parts:
        yield part[0], part[-1]


def _has_figure_only(grid: Grid, line: int, positions: list[int]) -> bool:
    """A quick no: numbers that are no years, and nothing that may part them into two headers."""
    cells = [grid.cell(line, p) for p in positions]
    figures = sum(c is not None and c.kind is CellKind.NUMBER and not _may_be_year(c) for c in cells)
    return figures > 0 and figures >= len(cells) - 2


def _may_be_year(cell: SheetCell) -> bool:
    return cell.number is not None and 1990 <= cell.number <= 2099


def _header_kind(
    grid: Grid, line: int, first: int, last: int, reader: HeadingReader, over: Frame | None
) -> HeadingRole | None:
    """`Role.VALUE` for the header of a long table, `Role.TIME` for that of a crossed one, else None."""
    positions = [p for p in grid.lines[line] if first <= p <= last]
    headings = {p: reader.heading(grid.cell(line, p)) for p in positions}
    roles = [heading.role for heading in headings.values()]
    if HeadingRole.FIGURE in roles:
        return None
    if over and over.is_long and not _may_follow_long(over, line, reader):
        return None
    if _is_long(roles) and _has_names(grid, line, headings, reader):
        return HeadingRole.VALUE
    times = [p for p, heading in headings.items() if heading.role is HeadingRole.TIME]
    if not times or _continues_below(grid, line, times, reader):
        return None
    names = [p for p in positions if p not in times]
    if over and not over.is_long and _is_row_of(grid, line, names, times, reader):
        return None
    if len(times) >= 2:
        return HeadingRole.TIME
    before = range(max(1, first - 3), times[0])
    return HeadingRole.TIME if any(_names_below(grid, line, p, reader) for p in before) else None


def _is_long(roles: list[HeadingRole]) -> bool:
    timed = any(role in _TIME_WORDS for role in roles)
    return timed and (
        HeadingRole.VALUE in roles or (HeadingRole.NUMERATOR in roles and HeadingRole.DENOMINATOR in roles)
    )


def _has_names(grid: Grid, line: int, headings: Mapping[int, TableHeading], reader: HeadingReader) -> bool:
    """Whether one of the columns has names: by its word, or by known names below it."""
    roles = {heading.role for heading in headings.values()}
    return bool(roles & {HeadingRole.NAME, HeadingRole.REF}) or any(
        heading.role is HeadingRole.OTHER and _names_below(grid, line, position, reader)
        for position, heading in headings.items()
    )


def _may_follow_long(over: Frame, line: int, reader: HeadingReader) -> bool:
    """Whether a row under a long header is none of its rows: no period stands in it."""
    header = over.header[-1]
    for position in over.grid.lines.get(header, []):
        if over.first <= position <= over.last:
            role = reader.heading(over.grid.cell(header, position)).role
            if role in _TIME_WORDS:
                cell = over.grid.cell(line, position)
                if cell is not None and reader.heading(cell).role not in _TIME_WORDS:
                    return False
    return True


def _continues_below(grid: Grid, line: int, times: list[int], reader: HeadingReader) -> bool:
    """Whether under each of these periods stands another: then they run down, and are no header."""
    under = [reader.heading(grid.cell(line + 1, p)).role is HeadingRole.TIME for p in times]
    beyond = [reader.heading(grid.cell(line + 2, p)).role is HeadingRole.TIME for p in times]
    return len(times) == 1 and under[0] and beyond[0]


def _is_row_of(grid: Grid, line: int, names: list[int], times: list[int], reader: HeadingReader) -> bool:
    """Whether a line below a header only looks like one: it has a known name, or counts that look like years."""
    texts = [grid.text(line, p) for p in names]
    if any(reader.is_name(text) for text in texts):
        return True
    if any(grid.filled(line, p) is None for p in times):
        return False
    bare = [grid.text(line, p) for p in times]
    if not all(text.isdigit() for text in bare):
        return False
    years = [int(text) for text in bare]
    steps = {later - earlier for earlier, later in pairwise(years)}
    return bool(texts) and (steps != {1} or len(years) < 2)


def _names_below(grid: Grid, line: int, position: int, reader: HeadingReader) -> bool:
    """Whether known names stand under a heading before the next period there."""
    for below in grid.between(line + 1, line + _LOOKED_DOWN):
        cell = grid.cell(below, position)
        if cell is None:
            continue
        if cell.kind is CellKind.TEXT and reader.is_name(cell.text):
            return True
        if reader.heading(cell).role is HeadingRole.TIME:
            return False
    return False


def _header_lines(grid: Grid, frame: Frame, reader: HeadingReader) -> tuple[int, ...]:
    """The header's lines: with the line above that holds its years, and the one below that parts its periods."""
    lines = list(frame.header)
    first_time = min(p for p in _positions(frame, lines[0]) if _is_time(grid, lines[0], p, reader))
    while len(lines) < 3 and _is_lower(grid, frame, lines[-1] + 1, first_time, reader):
        lines.append(lines[-1] + 1)
    above = lines[0] - 1
    upper = [p for p in _positions(frame, above) if p >= first_time]
    heads = [reader.heading(grid.cell(above, p)) for p in upper]
    partial = any(reader.heading(grid.cell(lines[-1], p)).is_partial for p in _positions(frame, lines[-1]))
    if len(lines) < 3 and heads and all(h.role is not HeadingRole.FIGURE for h in heads):
        timed = any(h.role is HeadingRole.TIME for h in heads)
        told = any(h.role in NOT_IMPORTED | {HeadingRole.BENCHMARK, HeadingRole.VALUE} for h in heads)
        several = len(heads) > 1 and not any(p < first_time for p in _positions(frame, above))
        if (timed and partial) or told or several:
            lines.insert(0, above)
    return tuple(lines)


def _is_time(grid: Grid, line: int, position: int, reader: HeadingReader) -> bool:
    return reader.heading(grid.cell(line, position)).role is HeadingRole.TIME


def _positions(frame: Frame, line: int) -> list[int]:
    return [p for p in frame.grid.lines.get(line, []) if frame.first <= p <= frame.last + 1]


def _is_lower(grid: Grid, frame: Frame, line: int, first_time: int, reader: HeadingReader) -> bool:
    """Whether a line under a header is part of it: only words of headings stand under its periods."""
    reach = frame.last + 12
    positions = [p for p in grid.lines.get(line, []) if frame.first <= p <= reach]
    under = [reader.heading(grid.cell(line, p)) for p in positions if p >= first_time]
    beside = [grid.text(line, p) for p in positions if p < first_time]
    if len(under) < 2 or any(reader.is_name(text) for text in beside):
        return False
    if any(h.role is HeadingRole.FIGURE for h in under) or not all(h.role in _HEADLIKE for h in under):
        return False
    return not all(grid.text(line, p).isdigit() for p in positions if p >= first_time)


def _end_above_next(frame: Frame, frames: list[Frame]) -> None:
    """A table ends where the header of the next one begins, with its upper line."""
    for other in frames:
        if other is not frame and other.first <= frame.last and frame.first <= other.last:
            top = other.header[0]
            if frame.header[-1] < top <= frame.bottom + 1:
                frame.bottom = min(frame.bottom, _above_title(frame, top))


def _above_title(frame: Frame, top: int) -> int:
    """The last line above a header and its title: lines of words just above it, with an empty line above them."""
    grid, line = frame.grid, top - 1
    if line not in grid.lines and line - 1 in grid.lines:
        line -= 1
    first = line + 1
    while line > frame.header[-1] and line in grid.lines and _is_words(frame, line):
        first, line = line, line - 1
    return first - 1 if line not in grid.lines else top - 1


def _is_words(frame: Frame, line: int) -> bool:
    cells = [frame.grid.cell(line, p) for p in frame.grid.lines[line]]
    return len(cells) <= 2 and all(
        c is not None and c.kind is CellKind.TEXT and not c.text.isdigit() for c in cells
    )


def _widen(frame: Frame, frames: list[Frame]) -> None:
    """Take in columns beside the headings whose own heading is blank, up to an empty column or another table."""
    lines = list(frame.grid.between(frame.header[0], frame.bottom))[:200]
    beside = [f for f in frames if f is not frame and f.header[0] <= frame.bottom and frame.header[0] <= f.bottom]
    while frame.first > 1 and _is_free(frame, frame.first - 1, lines, beside):
        frame.first -= 1
    while _is_free(frame, frame.last + 1, lines, beside):
        frame.last += 1


def _without_title(frame: Frame, reader: HeadingReader) -> None:
    """Leave out rows of words above the names of a table whose periods run down: they are its title."""
    grid, line = frame.grid, frame.header[-1]
    times = [p for p in _positions(frame, line) if _is_time(grid, line, p, reader)]
    rows = {p for n in grid.between(1, frame.bottom) for p in grid.lines[n] if p < min(times, default=0)}
    full = {p for p in rows if sum(p in grid.lines[n] for n in grid.between(frame.header[0], frame.bottom)) > 1}
    if full:
        frame.first = max(frame.first, min(full))


def _is_free(frame: Frame, position: int, lines: list[int], beside: list[Frame]) -> bool:
    if frame.grid.is_empty(position, lines):
        return False
    return not any(other.first <= position <= other.last for other in beside)
