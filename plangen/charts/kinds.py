"""Which kind of chart is drawn by what."""

from __future__ import annotations

from plangen.charts.bar import draw_bars
from plangen.charts.control import draw_control
from plangen.charts.group import draw_group
from plangen.charts.position import draw_positions
from plangen.charts.rise_and_fall import draw_rise_and_fall
from plangen.charts.share import draw_share
from plangen.charts.sheet import DrawingSheet
from plangen.charts.status_bar import draw_status_bar
from plangen.charts.trend import draw_trend
from plangen.document.charts import (
    BarChart,
    ChartSpec,
    ControlChart,
    GroupChart,
    PositionChart,
    RiseAndFall,
    ShareBar,
    TrendChart,
)
from plangen.document.drawing import Drawing

__all__ = ["draw_on"]


def draw_on(spec: ChartSpec, sheet: DrawingSheet) -> Drawing:
    """Draw a chart of any kind on an empty sheet."""
    match spec:
        case TrendChart():
            return draw_trend(spec, sheet)
        case BarChart():
            return draw_bars(spec, sheet)
        case RiseAndFall():
            return draw_rise_and_fall(spec, sheet)
        case PositionChart():
            return draw_positions(spec, sheet)
        case ShareBar():
            judged = any(segment.mark is not None for segment in spec.segments)
            return draw_status_bar(spec, sheet) if judged else draw_share(spec, sheet)
        case GroupChart():
            return draw_group(spec, sheet)
        case ControlChart():
            return draw_control(spec, sheet)
