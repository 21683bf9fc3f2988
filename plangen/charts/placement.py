"""Where labels may stand: boxes, lines that must not run through them, and keeping neighbours apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

__all__ = ["Box", "Line", "apart", "text_box"]

# Highest ascender and lowest descender of Source Sans Pro's letters, as parts of the size ("d" 0.712, "g" 0.205).
_ASCENT = 0.73
_DESCENT = 0.21

Line = tuple[float, float, float, float]
"""A straight piece of a drawn line: x and y of one end, x and y of the other."""


class Box(Struct, frozen=True):
    """A rectangle from (left, top) to (right, bottom), y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two boxes overlap, or are closer than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def grown(self, by: float) -> Box:
        """The box with `by` more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def within(self, other: Box) -> bool:
        """Whether the box lies inside `other`."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def crossed_by(self, line: Line) -> bool:
        """Whether the straight line runs through the box (Liang and Barsky's clipping test)."""
        x0, y0, x1, y1 = line
        enter, leave = 0.0, 1.0
        for start, step, low, high in ((x0, x1 - x0, self.left, self.right), (y0, y1 - y0, self.top, self.bottom)):
            if step == 0:
                if not low < start < high:
                    return False
                continue
            near, far = sorted(((low - start) / step, (high - start) / step))
            enter, leave = max(enter, near), min(leave, far)
        return enter < leave

    def free_of(self, boxes: Iterable[Box], lines: Iterable[Line]) -> bool:
        """Whether no box overlaps this one and no line runs through it."""
        return not any(self.meets(box) for box in boxes) and not any(self.crossed_by(line) for line in lines)


def text_box(left: float, baseline: float, width: float, size: float) -> Box:
    """The box that a line of text takes up, from its ascenders to its descenders."""
    return Box(left, baseline - _ASCENT * size, left + width, baseline + _DESCENT * size)


def apart(wanted: Sequence[float], lengths: Sequence[float], low: float, high: float, gap: float) -> list[float]:
    """Starts of intervals of `lengths`, in the given order, at least `gap` apart, as near to `wanted` as can be.

    Least squares under the order (pool adjacent violators: Ayer and others, 1955), then held between `low` and
    `high`. Where all together are longer than the room they start at `low` and run over `high`.
    """
    if not lengths:
        return []
    offsets = [0.0]
    for length in lengths[:-1]:
        offsets.append(offsets[-1] + length + gap)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, members = pools.pop()
            total, count = total + before, count + members
        pools.append((total, count))
    ceiling = max(low, high - offsets[-1] - lengths[-1])
    shifts = [min(max(total / count, low), ceiling) for total, count in pools for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]
