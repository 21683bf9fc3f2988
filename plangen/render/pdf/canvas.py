"""A canvas that cannot paint without saying what it paints: structure content or artifact.

Lengths are points; x runs right and y runs down from the top left corner of the page. None reaches the file but
rounded by `written`, so that it is the same file on every machine. What each run of marked content belongs to
is kept in a `Recording`, from which `finish` makes the structure tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from math import cos, radians, sin  # noqa: TID251 - rounded where they are used

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from plangen.document.blocks import Picture
from plangen.document.drawing import Shape
from plangen.document.lengths import written
from plangen.document.theme import Colour, Theme
from plangen.document.typeface import Face
from plangen.layout.canvas import Artifact, Rectangle, require_address
from plangen.layout.structure import Content, Element, Tag
from plangen.render.pdf.fonts import ReportlabFonts, font_name, reportlab_font
from plangen.render.pdf.recording import Bookmark, Box, Destination, LinkArea, Recording
from plangen.render.pdf.text_operators import TextOperators, spoken_as

__all__ = ["PdfCanvas"]

_SOFT_HYPHEN = "\u00ad"
_STEPS = {"M": "m", "L": "l", "C": "c", "Z": "h"}  # ISO 32000-1, 8.5.2
_PAINTING = {(False, False): "n", (True, False): "f", (False, True): "S", (True, True): "B"}  # 8.5.3, by winding
_ARTIFACTS = {
    Artifact.LAYOUT: "/Type /Layout",
    Artifact.PAGINATION: "/Type /Pagination",
    Artifact.PAGINATION_HEADER: "/Type /Pagination /Subtype /Header",
    Artifact.PAGINATION_FOOTER: "/Type /Pagination /Subtype /Footer",
    Artifact.BACKGROUND: "/Type /Background",
}


class PdfCanvas:
    """Draws pages and keeps a recording of them. One canvas makes one document, once."""

    def __init__(self, fonts: ReportlabFonts, theme: Theme) -> None:
        self.recording = Recording()
        self._fonts = fonts
        self._width, self._height = theme.page.width, theme.page.height
        self._inside: str | None = None  # the mark or artifact that is open
        self._page_open = False
        self._fill: Colour | None = None  # what the page's graphics state has, None if not known
        reportlab_font(Face.REGULAR)
        # Streams are left plain, because qpdf compresses them once, at the end; the initial font is one of
        # ours, because reportlab's own (Helvetica) would not be embedded.
        self._canvas = Canvas(
            BytesIO(),
            pagesize=(self._width, self._height),
            pageCompression=0,
            invariant=1,
            pdfVersion=(1, 7),
            enforceColorSpace="rgb",
            initialFontName=font_name(Face.REGULAR),
        )
        self._operators = TextOperators(self._canvas._doc)

    # Pages

    def begin_page(self, width: float, height: float) -> None:
        """Start a page of `width` x `height` points."""
        if self._page_open:
            raise RuntimeError("the page before has not ended")
        self._page_open = True
        self._fill = None
        self._width, self._height = width, height
        self._canvas.setPageSize((width, height))
        self.recording.begin_page()

    def end_page(self) -> None:
        """Finish the page."""
        if self._inside is not None:
            raise RuntimeError(f"the page ends inside {self._inside}")
        self._require_page()
        self._page_open = False
        self._canvas.showPage()
        # All that we write is ASCII; reportlab would encode it letter by letter, in a tenth of drawing's time.
        page = self._canvas._doc.Pages.pages[-1]
        page.setStream(page.stream.encode("ascii"))

    def pdf(self) -> bytes:
        """The pages as reportlab writes them: marked, but without structure tree and metadata."""
        if self._page_open or not self.recording.pages:
            raise RuntimeError("a document has at least one page, and the last one has ended")
        data = self._canvas.getpdfdata()
        assert isinstance(data, bytes)
        return data

    # What is painted belongs to content or is an artifact

    @contextmanager
    def mark(self, content: Content, bbox: Rectangle | None = None) -> Iterator[None]:
        """Everything drawn inside belongs to `content`. A figure says where it stands by `bbox`."""
        element = content.owner
        if bbox is not None:
            self.recording.enclose(element, self._box(bbox))
        elif element.tag is Tag.FIGURE:
            raise ValueError("a figure needs its bounding box")
        with self._marked(f"/{element.tag.value}"):
            self._canvas.addLiteral(f"/{element.tag.value} <</MCID {self.recording.mark(content)}>> BDC")
            yield

    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        """Everything drawn inside is an artifact, which screen readers skip."""
        properties = _ARTIFACTS[kind]
        if kind is Artifact.BACKGROUND:  # ISO 32000-1, table 330: background artifacts have a box
            properties += f" /BBox [0 0 {self._width:.2f} {self._height:.2f}]"
        with self._marked("an artifact"):
            self._canvas.addLiteral(f"/Artifact <<{properties}>> BDC")
            yield

    @contextmanager
    def _marked(self, name: str) -> Iterator[None]:
        self._require_page()
        if self._inside is not None:
            raise RuntimeError(f"{name} inside {self._inside}: marked content is not nested")
        self._inside = name
        try:
            yield
        finally:
            self._inside = None
            self._canvas.addLiteral("EMC")

    def _require_page(self) -> None:
        if not self._page_open:
            raise RuntimeError("no page has begun")

    def _painting(self) -> Canvas:
        """The canvas, for painting: nothing untagged can be written."""
        if self._inside is None:
            raise RuntimeError("painting outside of mark and artifact")
        return self._canvas

    # Text and lines

    def text(
        self,
        x: float,
        y: float,
        words: str,
        face: Face,
        size: float,
        colour: Colour,
        *,
        tracking: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        """Set `words` from the start of their baseline at `x`, `y`.

        `tracking` is added after each character, and leaves no ligatures; `angle` turns the line anticlockwise,
        in degrees. A character the face cannot set is refused: `PlangenError` (PG520).
        """
        canvas = self._painting()
        if not words:
            return
        self._fonts.check(words, face)
        self._fill_with(colour)
        turn = "1 0 0 1"
        if angle:
            across, up = round(cos(radians(angle)), 6), round(sin(radians(angle)), 6)
            turn = fp_str(across, up, -up, across)
        shown = self._operators.show(words, face, size, ligatures=not tracking)
        if tracking:  # it would outlive the text object
            shown = f"{fp_str(written(tracking))} Tc {shown} 0 Tc"
        canvas.addLiteral(f"BT {turn} {fp_str(*self._point(x, y))} Tm {shown} ET")

    def hyphen(self, x: float, y: float, sign: str, face: Face, size: float, colour: Colour) -> None:
        """Draw the `sign` of a word that goes on in the next line, as a soft hyphen (ISO 32000-1, 14.8.2.2.3)."""
        self._painting().addLiteral(spoken_as(_SOFT_HYPHEN))
        self.text(x, y, sign, face, size, colour)
        self._canvas.addLiteral("EMC")

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        line_width: float = 1.0,
        radius: float = 0.0,
    ) -> None:
        """A rectangle from its top left corner, with round corners where `radius` is not 0."""
        canvas = self._painting()
        self._ink(fill, stroke, line_width)
        how = {"fill": int(fill is not None), "stroke": int(stroke is not None)}
        left, bottom = self._point(x, y + height)
        if radius:
            canvas.roundRect(left, bottom, written(width), written(height), written(radius), **how)
        else:
            canvas.rect(left, bottom, written(width), written(height), **how)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: Colour,
        width: float,
        *,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line; `dash` is on and off lengths."""
        canvas = self._painting()
        self._ink(None, colour, width, dash)
        canvas.line(*self._point(x1, y1), *self._point(x2, y2))

    # Drawings and pictures

    def shape(self, shape: Shape, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        """A shape with its own origin at `x`, `y`, scaled from there. Its clip belongs to its drawing."""
        canvas = self._painting()
        operators = ["n"]
        for kind, *numbers in shape.steps:
            if numbers:
                numbers[::2] = [written(x + scale * across) for across in numbers[::2]]
                numbers[1::2] = [written(self._height - (y + scale * down)) for down in numbers[1::2]]
                operators.append(fp_str(*numbers))
            operators.append(_STEPS[kind])
        dash = [scale * length for length in shape.dash]
        self._ink(shape.fill, shape.stroke, shape.line_width * scale, dash, shape.round_ends)
        canvas.addLiteral(" ".join(operators))
        canvas.addLiteral(_PAINTING[shape.fill is not None, shape.stroke is not None])

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn inside shows only within a rectangle, given by its top left corner."""
        canvas = self._painting()
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(*self._point(x, y + height), written(width), written(height))
        canvas.clipPath(path, stroke=0, fill=0)
        yield
        canvas.restoreState()
        self._fill = None

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """A picture from its top left corner. It is stored once, however often it is drawn."""
        canvas = self._painting()
        name = self.recording.picture(picture)
        left, bottom = self._point(x, y + height)
        canvas.addLiteral(f"q {written(width)} 0 0 {written(height)} {left} {bottom} cm /{name} Do Q")

    # Ways through the document

    def link_address(self, element: Element, rectangle: Rectangle, address: str, contents: str) -> None:
        """Make `rectangle` of this page lead to an address; `contents` says where to (ISO 14289-1, 7.18.5)."""
        require_address(address)
        self._link(element, rectangle, contents, address=address)

    def link_to(self, element: Element, rectangle: Rectangle, destination: str, contents: str) -> None:
        """Make `rectangle` of this page lead to a destination, which may come later in the document."""
        self._link(element, rectangle, contents, destination=destination)

    def _link(
        self, element: Element, rectangle: Rectangle, contents: str, address: str = "", destination: str = ""
    ) -> None:
        if element.tag is not Tag.LINK:
            raise ValueError(f"a link belongs to a Link element, not to {element.tag.value}")
        if not contents.strip():
            raise ValueError("a link says where it leads")
        self._require_page()
        area = LinkArea(self.recording.page, element, self._box(rectangle), contents, address, destination)
        self.recording.links.append(area)

    def destination(self, name: str, y: float) -> None:
        """Name the height `y` of this page, for links and bookmarks."""
        self._require_page()
        if name in self.recording.destinations:
            raise ValueError(f"two destinations are called {name}")
        self.recording.destinations[name] = Destination(self.recording.page, self._point(0, y)[1])

    def bookmark(self, title: str, destination: str, level: int) -> None:
        """Add a line to the outline, in order; levels count from 0."""
        self.recording.bookmarks.append(Bookmark(title, destination, level))

    # The one place where y is turned, and the one where ink is chosen

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return written(x), written(self._height - y)

    def _box(self, rectangle: Rectangle) -> Box:
        left, top, right, bottom = rectangle
        return (*self._point(left, bottom), *self._point(right, top))

    def _ink(
        self,
        fill: Colour | None,
        stroke: Colour | None,
        line_width: float,
        dash: Sequence[float] = (),
        round_ends: bool = False,
    ) -> None:
        canvas = self._canvas
        if fill is not None:
            self._fill_with(fill)
        if stroke is not None:
            canvas.addLiteral(f"{_colour(stroke)} RG")
            canvas.addLiteral(f"{_length(line_width)} w")
            canvas.addLiteral(f"{int(round_ends)} J")
            canvas.addLiteral(f"[{' '.join([_length(length) for length in dash])}] 0 d")

    def _fill_with(self, colour: Colour) -> None:
        if colour != self._fill:
            self._canvas.addLiteral(f"{_colour(colour)} rg")
            self._fill = colour


@lru_cache(1 << 8)
def _colour(colour: Colour) -> str:
    shown: str = fp_str(*colour.rgb)
    return shown


@lru_cache(1 << 8)
def _length(length: float) -> str:
    shown: str = fp_str(written(length))
    return shown
