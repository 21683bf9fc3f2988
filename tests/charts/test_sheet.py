"""What a sheet writes down of lines, boxes, markers and words, held against matplotlib's own outlines."""

from __future__ import annotations

import pytest

from plangen.charts.lettering import ELLIPSIS, Lettering
from plangen.charts.markers import PointShape
from plangen.charts.placement import Box
from plangen.charts.sheet import Align, DrawingSheet
from plangen.document.drawing import Glyphs, Shape, Step
from plangen.document.theme import Colour, Theme
from plangen.document.typeface import Face

MARKS = {PointShape.CIRCLE: "o", PointShape.SQUARE: "s", PointShape.TRIANGLE: "^", PointShape.DIAMOND: "D"}


def by_matplotlib(mark: str, x: float, y: float, side: float) -> list[Step]:
    """The marker as matplotlib outlines it, whose y runs up; its diamond is a square turned by 45 degrees."""
    from matplotlib.markers import MarkerStyle
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

    style = MarkerStyle(mark)
    turn = style.get_transform() + Affine2D().scale(side * (0.5**0.5 if mark == "D" else 1.0)).translate(x, -y)
    kinds = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE4: "C"}
    steps: list[Step] = []
    for numbers, code in style.get_path().iter_segments(turn, simplify=False):
        if code == Path.CLOSEPOLY:
            steps.append(("Z",))
            continue
        points = [round(n if at % 2 == 0 else -n, 3) + 0.0 for at, n in enumerate(map(float, numbers))]
        steps.append((kinds[int(code)], *points))  # type: ignore[arg-type]
    return steps


@pytest.mark.parametrize("shape", PointShape)
def test_markers_are_those_of_matplotlib(shape: PointShape) -> None:
    sheet = DrawingSheet(Theme())
    sheet.markers([(40.25, 30.5)], shape, 8.3, "navy", "white", 1.0)
    (mark,) = sheet.drawing(100.0).marks
    assert isinstance(mark, Shape)
    expected = by_matplotlib(MARKS[shape], 40.25, 30.5, 8.3)
    assert [step[0] for step in mark.steps] == [step[0] for step in expected]
    for ours, theirs in zip(mark.steps, expected, strict=True):
        assert ours[1:] == pytest.approx(theirs[1:], abs=0.001)
    assert (mark.fill, mark.stroke, mark.line_width) == (Colour("#12436D"), Colour("#FFFFFF"), 1.0)


def test_a_marker_without_an_edge_has_no_stroke() -> None:
    sheet = DrawingSheet(Theme())
    sheet.markers([(1.0, 1.0), (2.0, 2.0)], PointShape.SQUARE, 2.0, "navy", "navy", 0.0)
    assert [mark.stroke for mark in sheet.drawing(9.0).marks if isinstance(mark, Shape)] == [None, None]


def test_lengths_are_written_to_a_thousandth() -> None:
    sheet = DrawingSheet(Theme(), right=120.00049)
    sheet.line([(0.12349, 1.0), (2.0, 1 / 3)], "ink", 0.75049, (1.00049, 2.0), round_ends=True)
    sheet.area([(0.0, 0.0), (1.0, 0.0), (0.5, 2 / 3)], "haze")
    drawing = sheet.drawing(80.00049)
    assert (drawing.width, drawing.height) == (120.0, 80.0)
    line = Shape(
        (("M", 0.123, 1.0), ("L", 2.0, 0.333)),
        stroke=Colour("#1A1A1A"),
        line_width=0.75,
        dash=(1.0, 2.0),
        round_ends=True,
    )
    area = Shape((("M", 0.0, 0.0), ("L", 1.0, 0.0), ("L", 0.5, 0.667), ("Z",)), fill=Colour("#E3E8ED"))
    assert drawing.marks == (line, area)


def test_what_cannot_be_seen_is_not_recorded() -> None:
    sheet = DrawingSheet(Theme())
    sheet.box(Box(0.0, 0.0, 50.0, 50.0))
    sheet.line([], "ink", 1.0)
    sheet.text(10.0, 10.0, "  ")
    assert sheet.drawing(100.0).marks == ()


def test_text_is_recorded_at_the_start_of_its_baseline() -> None:
    sheet = DrawingSheet(Theme())
    sheet.text(100.0, 50.0, "AVAT", face=Face.BOLD, colour="navy", align=Align.RIGHT, size=20.0)
    (mark,) = sheet.drawing(100.0).marks
    assert isinstance(mark, Glyphs)
    # The advances of HarfBuzz, which kerns "AV", "VA" and "AT": 2149 units where the letters alone have 2258.
    assert mark.x == pytest.approx(100 - 20 * 2149 / 1000, abs=0.001)
    assert (mark.y, mark.face, mark.size, mark.colour.code) == (50.0, Face.BOLD, 20.0, "#12436D")


def test_long_words_are_broken_before_they_are_shortened() -> None:
    lettering = Lettering()
    words = "Bournemouth, Christchurch and Poole"
    room = lettering.width("Bournemouth, Christchurch", Face.REGULAR, 10.5)
    assert lettering.lines(words, Face.REGULAR, 10.5, room) == ("Bournemouth, Christchurch", "and Poole")
    (only,) = lettering.lines(words, Face.REGULAR, 10.5, room, at_most=1)
    assert only.endswith(ELLIPSIS)
    assert lettering.width(only, Face.REGULAR, 10.5) <= room
    assert lettering.lines("", Face.REGULAR, 10.5, room) == ("",)
    assert lettering.shortened("Wide", Face.REGULAR, 10.5, 0.0) == ELLIPSIS
