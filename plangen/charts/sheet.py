"""The sheet a chart is drawn on: lines, boxes, markers, signs and words, placed in points with y downwards.

The measurements of the visual contract are written in the charts as they are. Every length is rounded to a
thousandth of a point: far below what can be seen, and equal on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from plangen.charts.lettering import Lettering
from plangen.charts.markers import PointShape, marker
from plangen.charts.placement import Box, text_box
from plangen.document.charts import ChartSpec, ChartWidth, TrendChart
from plangen.document.drawing import Drawing, Glyphs, Shape, Step
from plangen.document.lengths import written
from plangen.document.paths import placed, polygon, polyline
from plangen.document.status import Judgement, Mark
from plangen.document.symbols import BOX, judgement_colour, symbol
from plangen.document.theme import Colour, Role, Theme
from plangen.document.typeface import Face

__all__ = ["WIDTH", "Align", "DrawingSheet", "width_of"]

WIDTH = 480.0
"""The width of the text block, which every chart fills."""

_WIDTHS = {ChartWidth.FULL: WIDTH, ChartWidth.SEVEN_COLUMNS: 275.0}
Point = tuple[float, float]


def width_of(spec: ChartSpec) -> float:
    """How wide a chart is drawn, in points."""
    return _WIDTHS[spec.width] if isinstance(spec, TrendChart) else WIDTH


class Align(Enum):
    """Which part of a line of text stands at the given x."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class DrawingSheet:
    """Collects marks in painting order, every length rounded to a thousandth of a point."""

    def __init__(self, theme: Theme, right: float = WIDTH) -> None:
        """An empty sheet whose right edge is at `right` points."""
        self.theme = theme
        self.right = right
        self.lettering = Lettering()
        self.size = theme.style(Role.CHART_LABEL).size
        self.small = theme.style(Role.SMALL).size
        self._marks: list[Shape | Glyphs] = []

    def width(self, words: str, face: Face = Face.REGULAR, size: float | None = None) -> float:
        """The width of a chart label in points."""
        return self.lettering.width(words, face, size or self.size)

    def lines(self, words: str, room: float, face: Face = Face.REGULAR, at_most: int = 2) -> tuple[str, ...]:
        """A chart label broken into lines of at most `room` points."""
        return self.lettering.lines(words, face, self.size, room, at_most)

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        *,
        face: Face = Face.REGULAR,
        colour: str = "ink",
        align: Align = Align.LEFT,
        size: float | None = None,
    ) -> Box:
        """Write a line of text and return the box it takes up."""
        width = self.width(words, face, size)
        left = x - {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[align]
        if words.strip():
            at, size_written = (written(left), written(baseline)), written(size or self.size)
            self._marks.append(Glyphs(*at, words, face, size_written, self.theme.colour(colour)))
        return text_box(left, baseline, width, size or self.size)

    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float,
        dash: tuple[float, ...] = (),
        *,
        round_ends: bool = False,
    ) -> None:
        """Draw a line through `points`."""
        stroke = self.theme.colour(colour)
        self._add(Shape(polyline(points), None, stroke, width, dash, round_ends))

    def box(
        self,
        box: Box,
        fill: Colour | str | None = None,
        stroke: Colour | str | None = None,
        line_width: float = 1.0,
    ) -> None:
        """Draw a rectangle; a stroke runs along its edge, half of it inside."""
        corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
        self._add(Shape(polygon(corners), self._colour(fill), self._colour(stroke), line_width))

    def area(self, corners: Sequence[Point], fill: str) -> None:
        """Fill the polygon through `corners`."""
        self._add(Shape(polygon(corners), self.theme.colour(fill)))

    def markers(
        self,
        points: Iterable[Point],
        shape: PointShape,
        side: float,
        fill: Colour | str,
        edge: str,
        edge_width: float,
    ) -> None:
        """Draw a marker `side` points wide at every point, with an edge along its outline."""
        stroke = self.theme.colour(edge) if edge_width else None
        for x, y in points:
            self._add(Shape(marker(shape, x, y, side), self._colour(fill), stroke, edge_width))

    def symbol(self, mark: Mark, x: float, y: float, side: float) -> None:
        """Draw a status symbol in a box of `side` points whose top left corner is (x, y)."""
        self.sign(symbol(mark, self.theme), x, y, side)

    def sign(self, shapes: tuple[Shape, ...], x: float, y: float, side: float) -> None:
        """Draw the shapes of a sign of 14 x 14 in a box of `side` points whose top left corner is (x, y)."""
        for shape in placed(shapes, x, y, side / BOX):
            self._add(shape)

    def judged(self, judgement: Judgement) -> Colour:
        """The colour of a judgement."""
        return judgement_colour(judgement, self.theme)

    def drawing(self, height: float) -> Drawing:
        """Everything collected, on a sheet of `right` x `height` points."""
        return Drawing(written(self.right), written(height), tuple(self._marks))

    def _add(self, shape: Shape) -> None:
        """Collect a shape, unless nothing of it could be seen."""
        if not shape.steps or (shape.fill is None and shape.stroke is None):
            return
        self._marks.append(
            Shape(
                tuple(_written(step) for step in shape.steps),
                shape.fill,
                shape.stroke,
                written(shape.line_width) if shape.stroke else 1.0,
                tuple(map(written, shape.dash)) if shape.stroke else (),
                shape.round_ends and shape.stroke is not None,
            )
        )

    def _colour(self, colour: Colour | str | None) -> Colour | None:
        """A colour, which may be told by its name in the palette."""
        return self.theme.colour(colour) if isinstance(colour, str) else colour


def _written(step: Step) -> Step:
    kind, *numbers = step
    return (kind, *map(written, numbers))  # type: ignore[return-value]
