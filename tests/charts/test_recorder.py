"""What the recorder writes down of matplotlib's drawing calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from plangen.charts.isolation import drawing_conditions
from plangen.charts.lettering import ELLIPSIS, Lettering
from plangen.document.drawing import Clip, Drawing, Glyphs, Shape
from plangen.document.theme import Colour
from plangen.document.typeface import Face, font_file

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.transforms import Bbox


@pytest.fixture(autouse=True)
def conditions() -> Iterator[None]:
    with drawing_conditions():
        yield


def recorded(*artists: Artist, clip: Bbox | None = None) -> Drawing:
    from matplotlib.figure import Figure

    from plangen.charts.recorder import Recorder

    figure = Figure(figsize=(200 / 72, 100 / 72), dpi=72, frameon=False)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 200), ylim=(100, 0))
    axes.set_axis_off()
    for artist in artists:
        axes.add_artist(artist)
        if clip is not None:
            artist.set_clip_box(clip)
    recorder = Recorder(200.0, 100.0, Lettering())
    figure.draw(recorder)
    return recorder.drawing()


def test_a_quadratic_curve_is_raised_to_a_cubic_one() -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    curve = Path([(0, 0), (30, 60), (60, 0)], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    (shape,) = recorded(PathPatch(curve, facecolor="none", edgecolor="#102030", linewidth=2, clip_on=False)).marks
    # Degree elevation: the control points lie two thirds of the way from the ends to (30, 60).
    assert shape == Shape(
        (("M", 0.0, 0.0), ("C", 20.0, 40.0, 40.0, 40.0, 60.0, 0.0)),
        stroke=Colour("#102030"),
        line_width=2.0,
    )


def test_clip_rectangles_are_recorded() -> None:
    from matplotlib.patches import Rectangle
    from matplotlib.transforms import Bbox

    clip = Bbox([[10, 20], [40, 60]])  # y upwards, as matplotlib counts its dots
    marks = recorded(Rectangle((0, 0), 50, 50, facecolor="#FF0000", linewidth=0), clip=clip).marks
    assert [mark.clip for mark in marks] == [Clip(10.0, 40.0, 30.0, 40.0)]


def test_what_cannot_be_seen_is_not_recorded() -> None:
    from matplotlib.patches import Rectangle

    assert recorded(Rectangle((0, 0), 50, 50, facecolor="none", edgecolor="none")).marks == ()


def test_text_is_recorded_at_the_start_of_its_baseline() -> None:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

    font = FontProperties(fname=str(font_file(Face.BOLD)), size=20)
    (mark,) = recorded(
        Text(100, 50, "AVAT", color="#12436D", fontproperties=font, ha="right", va="baseline")
    ).marks
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
