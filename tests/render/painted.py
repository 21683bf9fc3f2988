"""What shapes are painted on which grounds: a canvas that draws and notes down each filled or stroked shape."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.document.blocks import Document
from plangen.document.theme import Colour, Theme
from plangen.document.typeface import Face
from plangen.layout.book import draw, lay_out
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.fonts import ReportlabFonts

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Painted:
    """A shape or a run of words: its page (from 1), the box around it, and its colours.

    `large`: words of 18 points, or of 14 in bold (WCAG 2.2, definition of large-scale).
    """

    page: int
    box: Box
    fill: Colour | None
    stroke: Colour | None
    words: str = ""
    large: bool = False

    def covers(self, other: Painted) -> bool:
        """Whether nothing of `other` reaches beyond this shape."""
        (a, b, c, d), (e, f, g, h) = self.box, other.box
        return a <= e + 0.6 and b <= f + 0.6 and c >= g - 0.6 and d >= h - 0.6

    def meets(self, other: Painted) -> bool:
        """Whether the two share more than an edge, or half the line that is drawn along one."""
        (a, b, c, d), (e, f, g, h) = self.box, other.box
        return min(c, g) - max(a, e) > 0.8 and min(d, h) - max(b, f) > 0.8

    def touches(self, other: Painted) -> bool:
        """Whether the two lie side by side without a gap that is seen."""
        (a, b, c, d), (e, f, g, h) = self.box, other.box
        across, down = min(c, g) - max(a, e), min(d, h) - max(b, f)
        return -0.6 < across <= 0.0 < 2.0 < down or -0.6 < down <= 0.0 < 2.0 < across


class PaintingCanvas(PdfCanvas):
    def __init__(self, fonts: ReportlabFonts, theme: Theme) -> None:
        super().__init__(fonts, theme)
        self.fonts = fonts
        self.painted: list[Painted] = []
        self.page = 0

    def begin_page(self, width, height):
        self.page += 1
        super().begin_page(width, height)

    def text(self, x, y, words, face, size, colour, *, tracking=0.0, angle=0.0):
        if words.strip() and not angle:
            box = (x, y - 0.7 * size, x + self.fonts.width(words.rstrip(), face, size), y)
            large = size >= 18 or (size >= 14 and face is Face.BOLD)
            self.painted.append(Painted(self.page, box, None, colour, words.strip(), large))
        super().text(x, y, words, face, size, colour, tracking=tracking, angle=angle)

    def rectangle(self, x, y, width, height, *, fill=None, stroke=None, **how):
        self.painted.append(Painted(self.page, (x, y, x + width, y + height), fill, stroke))
        super().rectangle(x, y, width, height, fill=fill, stroke=stroke, **how)

    def line(self, x1, y1, x2, y2, colour, width, **how):
        self.painted.append(Painted(self.page, (x1, y1 - width / 2, x2, y2 + width / 2), None, colour))
        super().line(x1, y1, x2, y2, colour, width, **how)

    def shape(self, shape, x=0.0, y=0.0, scale=1.0):
        points = [pair for step in shape.steps for pair in zip(step[1::2], step[2::2], strict=True)]
        xs, ys = [x + scale * px for px, _ in points], [y + scale * py for _, py in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        self.painted.append(Painted(self.page, box, shape.fill, shape.stroke))
        super().shape(shape, x, y, scale)


def painted(document: Document, theme: Theme) -> list[Painted]:
    """All shapes of `document` in painting order."""
    fonts = ReportlabFonts()
    canvas = PaintingCanvas(fonts, theme)
    draw(lay_out(document, theme, fonts), canvas)
    return canvas.painted


def grounds(shapes: list[Painted]) -> list[tuple[Painted, frozenset[Colour]]]:
    """For each shape the colours that it stands on: of the filled shapes under it, down to one that covers it."""
    found = []
    for at, shape in enumerate(shapes):
        under: set[Colour] = set()
        for below in reversed(shapes[:at]):
            if below.page != shape.page:
                under.add(Colour("#FFFFFF"))
                break
            if below.fill is not None and below.meets(shape):
                under.add(below.fill)
                if below.covers(shape):
                    break
        else:
            under.add(Colour("#FFFFFF"))
        found.append((shape, frozenset(under)))
    return found
