"""The sheet a chart is drawn on: matplotlib's lines, markers, patches and text, placed in points.

The one axes object covers the figure with points as data and y downwards, so that the measurements of the
visual contract are written in the charts as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from math import sqrt
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from plangen.charts.lettering import Lettering
from plangen.charts.placement import Box, text_box
from plangen.document.charts import ChartSpec, ChartWidth, TrendChart
from plangen.document.drawing import Drawing, Shape
from plangen.document.paths import placed
from plangen.document.status import Judgement, Mark
from plangen.document.symbols import BOX, judgement_colour, symbol
from plangen.document.theme import Colour, Role, Theme
from plangen.document.typeface import Face

if TYPE_CHECKING:
    from matplotlib.artist import Artist

__all__ = ["WIDTH", "Align", "DrawingSheet", "PointShape", "width_of"]

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


class PointShape(Enum):
    """The shapes that tell series apart without colour; the values are matplotlib's marks."""

    CIRCLE = "o"
    SQUARE = "s"
    TRIANGLE = "^"
    DIAMOND = "D"


class _Words(Struct, frozen=True):
    """A line of text from the left end of its baseline."""

    x: float
    baseline: float
    words: str
    face: Face
    size: float
    colour: Colour


class DrawingSheet:
    """Collects marks in painting order; `drawing` has matplotlib draw them."""

    def __init__(self, theme: Theme, right: float = WIDTH) -> None:
        """An empty sheet whose right edge is at `right` points."""
        self.theme = theme
        self.right = right
        self.lettering = Lettering()
        self.size = theme.style(Role.CHART_LABEL).size
        self.small = theme.style(Role.SMALL).size
        self._artists: list[Artist | _Words] = []

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
        self._artists.append(_Words(left, baseline, words, face, size or self.size, self.theme.colour(colour)))
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
        from matplotlib.lines import Line2D

        cap: Literal["round", "butt"] = "round" if round_ends else "butt"
        line = Line2D(
            [x for x, _ in points],
            [y for _, y in points],
            color=self.theme.colour(colour).code,
            linewidth=width,
            linestyle=(0.0, dash) if dash else "-",
            solid_capstyle=cap,
            dash_capstyle=cap,
        )
        self._artists.append(line)

    def box(
        self,
        box: Box,
        fill: Colour | str | None = None,
        stroke: Colour | str | None = None,
        line_width: float = 1.0,
    ) -> None:
        """Draw a rectangle; a stroke runs along its edge, half of it inside."""
        from matplotlib.patches import Rectangle

        patch = Rectangle(
            (box.left, box.top),
            box.right - box.left,
            box.bottom - box.top,
            facecolor=self._code(fill),
            edgecolor=self._code(stroke),
            linewidth=line_width if stroke else 0.0,
            joinstyle="miter",
        )
        self._artists.append(patch)

    def area(self, corners: Sequence[Point], fill: str) -> None:
        """Fill the polygon through `corners`."""
        from matplotlib.patches import Polygon

        self._artists.append(Polygon(corners, closed=True, facecolor=self._code(fill), linewidth=0.0))

    def markers(
        self,
        points: Iterable[Point],
        marker: PointShape,
        side: float,
        fill: Colour | str,
        edge: str,
        edge_width: float,
    ) -> None:
        """Draw a marker `side` points wide at every point, with an edge along its outline."""
        from matplotlib.lines import Line2D

        at = list(points)
        scale = (
            sqrt(0.5) if marker is PointShape.DIAMOND else 1.0
        )  # matplotlib's diamond is a square turned by 45 degrees
        line = Line2D(
            [x for x, _ in at],
            [y for _, y in at],
            linestyle="none",
            marker=marker.value,
            markersize=side * scale,
            markerfacecolor=self._code(fill),
            markeredgecolor=self._code(edge),
            markeredgewidth=edge_width,
        )
        self._artists.append(line)

    def symbol(self, mark: Mark, x: float, y: float, side: float) -> None:
        """Draw a status symbol in a box of `side` points whose top left corner is (x, y)."""
        self.sign(symbol(mark, self.theme), x, y, side)

    def sign(self, shapes: tuple[Shape, ...], x: float, y: float, side: float) -> None:
        """Draw the shapes of a sign of 14 x 14 in a box of `side` points whose top left corner is (x, y)."""
        for shape in placed(shapes, x, y, side / BOX):
            self._artists.append(_patch(shape))

    def judged(self, judgement: Judgement) -> Colour:
        """The colour of a judgement."""
        return judgement_colour(judgement, self.theme)

    def drawing(self, height: float) -> Drawing:
        """Everything collected, drawn by matplotlib on a sheet of `right` x `height` points and recorded.

        There is no figure and there are no axes, which cost more than everything that is drawn on them: the
        artists need nothing of them but the direction of y.
        """
        from matplotlib.transforms import Affine2D

        from plangen.charts.recorder import Recorder

        recorder = Recorder(self.right, height, self.lettering)
        upwards = Affine2D().scale(1.0, -1.0).translate(0.0, height)
        for artist in self._artists:
            if isinstance(artist, _Words):
                recorder.write(artist.x, artist.baseline, artist.words, artist.face, artist.size, artist.colour)
                continue
            artist.set_transform(upwards)
            artist.draw(recorder)
        return recorder.drawing()

    def _code(self, colour: Colour | str | None) -> str:
        """The code of a colour, which may be told by its name in the palette."""
        if colour is None:
            return "none"
        return (self.theme.colour(colour) if isinstance(colour, str) else colour).code


def _patch(shape: Shape) -> Artist:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    codes, points = [], []
    kinds = {"M": Path.MOVETO, "L": Path.LINETO, "C": Path.CURVE4, "Z": Path.CLOSEPOLY}
    for step in shape.steps:
        numbers = step[1:] or (0.0, 0.0)
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        points += pairs
        codes += [kinds[step[0]]] * len(pairs)
    return PathPatch(
        Path(points, codes),
        facecolor=_tint(shape.fill),
        edgecolor=_tint(shape.stroke),
        linewidth=shape.line_width if shape.stroke else 0.0,
        capstyle="round" if shape.round_ends else "butt",
        joinstyle="round" if shape.round_ends else "miter",
        linestyle=(0, shape.dash) if shape.dash else "solid",
    )


def _tint(colour: Colour | None) -> str:
    return colour.code if colour else "none"
