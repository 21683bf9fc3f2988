"""Text whose page had two columns, as a printer of lines leaves it: what stands on the left first, then the right.

A line such as "recorded by Greater Manchester        Figure 1: Burglary by month" is the end of one thing and the
beginning of another. Where several lines near each other have prose on the left and a gap that ends at one and the
same character, that character is where the right column begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plangen.checks.text import TextLine

__all__ = ["parted"]

_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")
_LEAST_LEFT = 20
"""Characters of a left column that may be prose."""
_LEAST_LINES = 3
"""Lines with something on both sides that make two columns."""
_MOST_LINES = 400
"""Lines of a page that are looked at together; a page has some sixty, with blank ones twice as many."""
_MOST_PLACES = 40
_WORD = re.compile(r"[A-Za-z\ufb00-\ufb06]{2,}")


def parted(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines in reading order, every line keeping its place."""
    found: list[TextLine] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and end - at < _MOST_LINES and lines[end].place.page == lines[at].place.page:
            end += 1
        found += _page(lines[at:end])
        at = end
    return tuple(found)


def _page(lines: Sequence[TextLine]) -> list[TextLine]:
    start = _right_column(lines)
    return list(lines) if start is None else [*_halves(lines, start)]


def _right_column(lines: Sequence[TextLine]) -> int | None:
    """The character at which a right column begins, None where there is only one column."""
    places = Counter(place for line in lines if (place := _begins(line.text)) is not None)
    best, most = None, _LEAST_LINES - 1
    for start, _ in sorted(places.most_common(_MOST_PLACES)):
        beside = sum(
            _free(line.text, start)
            and bool(line.text[start - 1 :].strip())
            and not _is_row(line.text[: start - 1], line.text[start - 1 :])
            and _is_prose(line.text[: start - 1])
            for line in lines
        )
        if beside > most:
            best, most = start, beside
    return best


def _begins(text: str) -> int | None:
    """Where the second part of a line begins, if its first is prose."""
    gap = _GAP.search(text.rstrip())
    if (
        gap is None
        or gap.start() < _LEAST_LEFT
        or not _is_prose(text[: gap.start()])
        or _is_row(text[: gap.start()], text[gap.end() :])
    ):
        return None
    return gap.end()


_MOST_OF_A_NAME = 7
"""Words of the name of a row; what is longer is prose."""


def _is_row(left: str, right: str) -> bool:
    """Whether two figures or more follow a name."""
    cells = _GAP.split(right.strip())
    named = len(_WORD.findall(left)) <= _MOST_OF_A_NAME
    return named and len(cells) > 1 and all(re.match(r"[-–£$€<(]?\d|[-–—.*]$", cell) for cell in cells)


def _is_prose(text: str) -> bool:
    words = _WORD.findall(text)
    return len(words) >= 3 and sum(map(len, words)) > len(text.strip()) / 2 and not _GAP.search(text.strip())


def _free(text: str, start: int) -> bool:
    """Whether a line has nothing across the place where the right column begins."""
    return not text[start - 2 : start].strip()


def _halves(lines: Sequence[TextLine], start: int) -> Iterator[TextLine]:
    """Runs of lines that can be parted at `start`, left then right; other lines as they are."""
    run: list[TextLine] = []
    for line in lines:
        if _free(line.text, start):
            run.append(line)
            continue
        yield from _run(run, start)
        run = []
        yield line
    yield from _run(run, start)


def _run(run: Sequence[TextLine], start: int) -> Iterator[TextLine]:
    left = [TextLine(line.text[: start - 1].rstrip(), line.place) for line in run]
    right = [TextLine(line.text[start - 1 :].rstrip(), line.place) for line in run]
    both = any(line.text.strip() for line in left) and any(line.text.strip() for line in right)
    if not both:
        yield from run
        return
    yield from left
    yield TextLine("", run[0].place)
    yield from right
    yield TextLine("", run[-1].place)
