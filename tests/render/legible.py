"""Whether every run of text can be read: inside its page's margins, and clear of the others."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from render.plotted import Plot, Run

_MARGIN = 57.64


def beyond_the_margins(plot: Plot) -> list[str]:
    """Runs that begin or end outside the text block, or stand above or below the page's furniture."""
    found = []
    for run in _upright(plot):
        width, height = plot.sizes[run.page - 1]
        if run.x < -0.5 or run.end > width - 2 * _MARGIN + 0.5 or not 10 < run.y < height - 20:
            found.append(f"page {run.page}: {run.words!r} at {run.x:.0f} to {run.end:.0f}, {run.y:.0f}")
    return found


def collisions(plot: Plot) -> list[str]:
    """Pairs of runs whose letters lie over each other."""
    pages: dict[int, list[Run]] = defaultdict(list)
    for run in _upright(plot):
        if run.words.strip():
            pages[run.page].append(run)
    return [
        f"page {page}: {one.words!r} and {other.words!r} at {one.y:.0f}"
        for page, runs in pages.items()
        for one, other in combinations(sorted(runs, key=lambda r: r.y), 2)
        if other.y - one.y < 40 and _overlap(one, other)
    ]


def _upright(plot: Plot) -> list[Run]:
    return [run for run in plot.runs if run.angle == 0]


def _overlap(one: Run, other: Run) -> bool:
    across = min(one.end, other.end) - max(one.x, other.x)
    tops = (one.y - 0.66 * one.size, other.y - 0.66 * other.size)
    feet = (one.y, other.y)
    return across > 0.5 and min(feet) - max(tops) > 0.5
