"""Charts: from what a chart shows to a recorded vector drawing. matplotlib is imported when one is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plangen.document.charts import ChartSpec
    from plangen.document.drawing import Drawing
    from plangen.document.theme import Theme

__all__ = ["draw"]


def draw(spec: ChartSpec, theme: Theme) -> Drawing:
    """Draw `spec` as the visual contract has it: 480 points wide, a trend as wide as it asks for.

    The same spec gives the same drawing on every machine: coordinates are rounded to a thousandth of a point.
    """
    from plangen.charts.isolation import drawing_conditions

    with drawing_conditions():
        from plangen.charts.kinds import draw_on
        from plangen.charts.sheet import DrawingSheet, width_of

        return draw_on(spec, DrawingSheet(theme, width_of(spec)))
