"""How each series looks: colour, dash and marker differ together, so that a grey printer keeps them apart."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plangen.charts.sheet import PointShape
from plangen.document.charts import Series, SeriesRole
from plangen.document.typeface import Face

__all__ = ["SeriesStyle", "series_styles"]


class SeriesStyle(Struct, frozen=True):
    """Line, marker and words of a series. `fill` and `edge` are of the marker; colours by their names."""

    colour: str
    width: float
    dash: tuple[float, ...]
    marker: PointShape
    side: float
    fill: str
    edge: str
    edge_width: float
    face: Face
    words: str


_OWN = SeriesStyle("navy", 2.5, (), PointShape.CIRCLE, 8.0, "navy", "white", 1.0, Face.SEMIBOLD, "navy")
_BENCHMARK = SeriesStyle(
    "grey", 1.75, (5.0, 3.0), PointShape.SQUARE, 6.0, "white", "grey", 1.5, Face.REGULAR, "grey"
)
_TARGET = SeriesStyle("ink", 1.75, (1.5, 2.5), PointShape.TRIANGLE, 8.0, "ink", "white", 0.75, Face.REGULAR, "ink")
# Purple and orange do not carry text (3:1): their words are in ink.
_OTHERS = (
    SeriesStyle("purple", 2.0, (9.0, 3.0), PointShape.DIAMOND, 8.0, "purple", "white", 1.0, Face.REGULAR, "ink"),
    SeriesStyle(
        "orange", 2.0, (9.0, 3.0, 2.0, 3.0), PointShape.CIRCLE, 6.0, "white", "orange", 1.5, Face.REGULAR, "ink"
    ),
    SeriesStyle("steel", 2.0, (3.0, 2.0), PointShape.SQUARE, 6.0, "steel", "white", 1.0, Face.REGULAR, "ink"),
    SeriesStyle("navy", 1.25, (2.0, 2.0), PointShape.TRIANGLE, 8.0, "white", "navy", 1.25, Face.REGULAR, "ink"),
)


def series_styles(series: Sequence[Series]) -> list[SeriesStyle]:
    """A style for each of at most four series; no two are alike, whatever their roles."""
    special = {SeriesRole.OWN: _OWN, SeriesRole.BENCHMARK: _BENCHMARK, SeriesRole.TARGET: _TARGET}
    others = iter(_OTHERS)
    styles = []
    for item in series:
        style = special.pop(item.role, None)
        styles.append(style if style is not None else next(others))
    return styles
