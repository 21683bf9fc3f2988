"""The chart of a measure with matplotlib, the quick way: no pyplot, one figure a chart, text as text."""

from __future__ import annotations

import io
from pathlib import Path

import matplotlib
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from peers.figures import Measure

__all__ = ["FONTS", "png", "svg"]


def _fonts() -> Path:
    import font_source_sans_pro

    return Path(font_source_sans_pro.__file__).parent / "files"


FONTS = _fonts()
matplotlib.rcParams.update({"svg.fonttype": "none", "font.family": "Source Sans Pro", "font.size": 10})
for _face in ("Regular", "Bold"):
    font_manager.fontManager.addfont(str(FONTS / f"SourceSansPro-{_face}.ttf"))


def _figure(measure: Measure) -> Figure:
    figure = Figure(figsize=(6.5, 3.0))
    axes = figure.add_axes((0.07, 0.14, 0.78, 0.82))
    axes.set_xticks(range(len(measure.periods)), [p.replace(" ", "\n") for p in measure.periods])
    for values, colour, style, label in (
        (measure.area, "#12436D", "-o", "Example Town"),
        (measure.benchmark, "#801650", "--s", "Benchmark"),
    ):
        axes.plot(values, style, color=colour)
        axes.annotate(
            f"{label} {values[-1]:.1f}", (len(values) - 1, values[-1]), (6, 0), textcoords="offset points"
        )
    axes.set_ylim(bottom=0)
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def svg(measure: Measure) -> str:
    """The chart as SVG."""
    out = io.BytesIO()
    FigureCanvasSVG(_figure(measure)).print_svg(out)
    return out.getvalue().decode("utf-8")


def png(measure: Measure) -> bytes:
    """The chart as PNG at 150 dots an inch."""
    out = io.BytesIO()
    figure = _figure(measure)
    figure.set_dpi(150)
    FigureCanvasAgg(figure).print_png(out)
    return out.getvalue()
