"""A matplotlib renderer that writes down what it is asked to draw, in points with y downwards.

Every length is rounded to a thousandth of a point: far below what can be seen, and equal on every machine.
"""

from __future__ import annotations

from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path

from plangen.charts.lettering import Lettering
from plangen.document.drawing import Clip, Drawing, Glyphs, Shape, Step
from plangen.document.lengths import written
from plangen.document.theme import Colour
from plangen.document.typeface import Face, font_file

__all__ = ["Recorder"]


class Recorder(RendererBase):
    """Records paths and text of one figure of `width` x `height` points drawn at 72 dots per inch."""

    def __init__(self, width: float, height: float, lettering: Lettering) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self._lettering = lettering
        self._marks: list[Shape | Glyphs] = []
        self._faces = {str(font_file(face)): face for face in Face}

    def drawing(self) -> Drawing:
        """Everything recorded so far."""
        return Drawing(_rounded(self.width), _rounded(self.height), tuple(self._marks))

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        """Record a path; matplotlib's markers arrive here too, one path for each."""
        stroked = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
        fill = _colour(rgbFace) if rgbFace is not None else None
        if fill is None and not stroked:
            return
        dashes: Any = gc.get_dashes()[1]
        self._marks.append(
            Shape(
                steps=self._steps(path, transform),
                fill=fill,
                stroke=_colour(gc.get_rgb()) if stroked else None,
                line_width=_rounded(gc.get_linewidth()) if stroked else 1.0,
                dash=tuple(_rounded(length) for length in dashes) if stroked and dashes is not None else (),
                round_ends=stroked and gc.get_capstyle() == "round",
                clip=self._clip(gc),
            )
        )

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Record a line of text at the start of its baseline."""
        self._marks.append(
            Glyphs(
                x=_rounded(x),
                y=_rounded(y),
                text=s,
                face=self._face(prop),
                size=_rounded(prop.get_size_in_points()),
                colour=_colour(gc.get_rgb()),
                angle=_rounded(angle),
                clip=self._clip(gc),
            )
        )

    def write(self, x: float, y: float, words: str, face: Face, size: float, colour: Colour) -> None:
        """Record a level line of text whose place is known already: matplotlib has nothing to lay out."""
        if words.strip():
            self._marks.append(Glyphs(_rounded(x), _rounded(y), words, face, _rounded(size), colour))

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """Width as it is set; height and descent only move text that is not placed by its baseline."""
        size = float(prop.get_size_in_points())
        return self._lettering.width(s, self._face(prop), size), size, size * 0.25

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The size of the drawing in points."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        """Points are our pixels."""
        return points

    def flipy(self) -> bool:
        """Text arrives with y downwards; paths are turned over in `_point`."""
        return True

    def _face(self, prop: FontProperties) -> Face:
        return self._faces[str(prop.get_file())]

    def _steps(self, path: Path, transform: Any) -> tuple[Step, ...]:
        steps: list[Step] = []
        at = (0.0, 0.0)
        segments: Any = path.iter_segments(transform, simplify=False)
        for numbers, code in segments:
            if code == Path.CLOSEPOLY:
                steps.append(("Z",))
                continue
            points = [self._point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            match int(code):
                case Path.MOVETO:
                    steps.append(("M", *points[0]))
                case Path.LINETO:
                    steps.append(("L", *points[0]))
                case Path.CURVE3:
                    steps.append(("C", *_raised(at, points[0]), *_raised(points[1], points[0]), *points[1]))
                case Path.CURVE4:
                    steps.append(("C", *points[0], *points[1], *points[2]))
            at = points[-1]
        return tuple(steps)

    def _point(self, x: Any, y: Any) -> tuple[float, float]:
        return _rounded(x), _rounded(self.height - y)

    def _clip(self, gc: GraphicsContextBase) -> Clip | None:
        box = gc.get_clip_rectangle()
        if box is None:
            return None
        left, top = self._point(box.x0, box.y1)
        return Clip(left, top, _rounded(box.width), _rounded(box.height))


def _rounded(number: Any) -> float:
    """The rule of every length that is written, for matplotlib's numbers."""
    return written(float(number))


def _raised(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    """The cubic control point beside `end` of a quadratic curve (degree elevation: two thirds of the way)."""
    return _rounded(end[0] + 2 / 3 * (control[0] - end[0])), _rounded(end[1] + 2 / 3 * (control[1] - end[1]))


def _colour(rgb: Any) -> Colour:
    red, green, blue = (round(float(part) * 255) for part in tuple(rgb)[:3])
    return Colour(f"#{red:02X}{green:02X}{blue:02X}")
