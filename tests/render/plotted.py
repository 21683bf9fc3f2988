"""What a document's layout puts where: a canvas that draws and also notes down each run of text."""

from __future__ import annotations

from dataclasses import dataclass, field

from plangen.document.blocks import Document
from plangen.document.theme import Colour, Theme
from plangen.document.typeface import Face
from plangen.layout.book import draw, lay_out
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.fonts import ReportlabFonts


@dataclass(frozen=True)
class Run:
    """A run of text: its page (from 1), the start of its baseline from the left margin and the top, its width."""

    page: int
    x: float
    y: float
    words: str
    face: Face
    size: float
    colour: Colour
    end: float
    angle: float


@dataclass
class Plot:
    runs: list[Run] = field(default_factory=list)
    boxes: list[tuple[int, float, float, float, float]] = field(default_factory=list)
    sizes: list[tuple[float, float]] = field(default_factory=list)

    def find(self, words: str, page: int | None = None) -> Run:
        """The first run that begins with `words`."""
        return next(r for r in self.runs if r.words.startswith(words) and page in (None, r.page))

    def page_of(self, words: str) -> int:
        return self.find(words).page

    def on(self, page: int) -> list[str]:
        return [run.words.strip() for run in self.runs if run.page == page]


class PlottingCanvas(PdfCanvas):
    def __init__(self, fonts: ReportlabFonts, theme: Theme) -> None:
        super().__init__(fonts, theme)
        self.plot = Plot()
        self.fonts = fonts

    def begin_page(self, width, height):
        self.plot.sizes.append((width, height))
        super().begin_page(width, height)

    def text(self, x, y, words, face, size, colour, *, tracking=0.0, angle=0.0):
        end = x + self.fonts.width(words.rstrip(" "), face, size)
        run = Run(len(self.plot.sizes), x - 57.64, y, words, face, size, colour, end - 57.64, angle)
        self.plot.runs.append(run)
        super().text(x, y, words, face, size, colour, tracking=tracking, angle=angle)

    def rectangle(self, x, y, width, height, **how):
        self.plot.boxes.append((len(self.plot.sizes), x - 57.64, y, width, height))
        super().rectangle(x, y, width, height, **how)


def plotted(document: Document) -> Plot:
    """Lay out and draw `document`."""
    fonts, theme = ReportlabFonts(), Theme()
    canvas = PlottingCanvas(fonts, theme)
    draw(lay_out(document, theme, fonts), canvas)
    return canvas.plot
