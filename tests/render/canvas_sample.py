"""A document drawn by hand on the canvas, with one of everything that a PDF of plangen can hold."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image

from plangen.document.blocks import Attachment, Cover, Document, Metadata, Picture, Relationship
from plangen.document.drawing import Clip, Drawing, Glyphs, Shape
from plangen.document.theme import Theme
from plangen.document.typeface import Face
from plangen.language.english import ENGLISH
from plangen.layout.canvas import Artifact, replay
from plangen.layout.structure import Element, ListNumbering, Scope, Tag
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.finish import finish
from plangen.render.pdf.fonts import ReportlabFonts

UPRIGHT, TURNED = (595.28, 841.89), (841.89, 595.28)
ROWS = tuple((f"Measure {number}", f"{number * 7.5:.1f}") for number in range(1, 31))


def sample_document() -> Document:
    """Metadata and attachments; the page content is drawn by `sample_pdf`."""
    metadata = Metadata(
        title="Cynllun diogelwch <2011/12> & more",
        subject="A sample",
        author="Safe City Partnership",
        date=date(2011, 4, 1),
        edition="plan-2011-12",
        version="1.0",
        digest="0" * 64,
        language="en-GB",
    )
    csv = Attachment(
        "results.csv", "text/csv", "Results", Relationship.DATA, b"indicator,value\r\nall_crime,1\r\n"
    )
    rows = Attachment("data/plan.csv", "text/csv", "Observations", Relationship.SOURCE, b"a,b\r\n")
    front = Cover("Safe City Partnership", "Plan", "2011/12")
    return Document(metadata, front, None, (), "Plan", "Version 1.0", ENGLISH.page, attachments=(csv, rows))


def picture(mode: str, form: str) -> Picture:
    """A small gradient."""
    image = Image.linear_gradient("L").resize((24, 16)).convert("RGB")
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize((24, 16)))
    image = image.convert(mode)
    target = BytesIO()
    image.save(target, form)
    return Picture(target.getvalue(), 24, 16, f"image/{form.lower()}", f"gradient {mode}")


def chart(theme: Theme) -> Drawing:
    """A line, a clipped curve and turned text."""
    ink, navy = theme.colours.ink, theme.colours.navy
    clip = Clip(0, 0, 80, 40)
    line = Shape((("M", 0, 50), ("L", 100, 50)), stroke=ink, line_width=1.0, dash=(5, 3), round_ends=True)
    area = Shape((("M", 0, 40), ("C", 20, 0, 60, 0, 90, 40), ("Z",)), fill=navy, clip=clip)
    return Drawing(100, 60, (line, area, Glyphs(10, 55, "2010/11", Face.REGULAR, 10, ink, angle=30.0)))


class Sample:
    """Draws the sample: each method is a part of it."""

    def __init__(self) -> None:
        self.theme = Theme()
        self.canvas = PdfCanvas(ReportlabFonts(), self.theme)
        self.root = Element(Tag.DOCUMENT)
        self.ink = self.theme.colours.ink

    def words(self, content, x, y, words, face=Face.REGULAR, size=12.0, **how) -> None:
        with self.canvas.mark(content):
            self.canvas.text(x, y, words, face, size, self.ink, **how)

    def draw(self) -> None:
        self.canvas.begin_page(*UPRIGHT)
        self.furniture(1)
        self.opening()
        self.figures()
        self.listing()
        self.canvas.end_page()
        self.table()
        self.canvas.bookmark("Setting the scene", "scene", 0)
        self.canvas.bookmark("Ward a’r ŵyl", "note", 1)
        self.canvas.bookmark("Measures", "table", 0)

    def furniture(self, page: int) -> None:
        with self.canvas.artifact(Artifact.PAGINATION_HEADER):
            self.canvas.text(57.64, 48, "Plan", Face.SEMIBOLD, 10, self.ink)
            self.canvas.line(57.64, 57, 300, 57, self.theme.colours.hair, 0.5)
        with self.canvas.artifact(Artifact.PAGINATION_FOOTER):
            self.canvas.text(500, 570, f"Page {page} of 3", Face.REGULAR, 10, self.ink)
        with self.canvas.artifact(Artifact.BACKGROUND):
            self.canvas.rectangle(0, 0, 20, 20, fill=self.theme.colours.mist, radius=3)
        with self.canvas.artifact(Artifact.PAGINATION):
            self.canvas.text(556, 84, "DRAFT", Face.BOLD, 32, self.theme.colours.draft, tracking=6, angle=-90)

    def opening(self) -> None:
        section = self.root.add(Tag.SECT)
        self.canvas.destination("scene", 84)
        self.words(section.add(Tag.H1).content(), 57.64, 108, "Setting the scene", Face.BOLD, 30)
        paragraph = section.add(Tag.P)
        self.words(paragraph.content(), 57.64, 140, "Crime fell ")
        reference = paragraph.add(Tag.REFERENCE)
        link = reference.add(Tag.LINK)
        self.words(link.content(), 116, 140, "[1]")
        self.canvas.link_to(link, (116, 130, 130, 143), "note", "Note 1")
        self.words(paragraph.content(), 132, 140, " as ")
        outside = paragraph.add(Tag.LINK)
        self.words(outside.content(), 150, 140, "the police say")
        self.canvas.link_address(
            outside, (150, 130, 230, 143), "https://example.org/â?q=1", "The police’s figures"
        )
        self.words(paragraph.content(), 232, 140, " of the ")
        self.words(paragraph.add(Tag.SPAN, expansion="most similar group").content(), 280, 140, "MSG")
        welsh = section.add(Tag.P, language="cy")
        self.words(welsh.content(), 57.64, 160, "Ŵy, ŷd, ïon; 10\u00a0°C – “Heddlu’r ŵyl” £5 ≥ 4 × 2 → 8")
        note = section.add(Tag.NOTE, id="note-1")
        self.canvas.destination("note", 170)
        self.words(note.add(Tag.LBL).content(), 57.64, 180, "[1] ", size=10)
        self.words(note.content(), 72, 180, "Recorded crime.", size=10)

    def figures(self) -> None:
        box = (57.64, 200, 157.64, 260)
        figure = self.root.add(Tag.FIGURE, alt="Crime over two years: it falls.")
        with self.canvas.mark(figure.content(), bbox=box):
            replay(self.canvas, chart(self.theme), box[0], box[1])
        for number, (mode, form) in enumerate((("RGBA", "PNG"), ("RGB", "JPEG"), ("L", "PNG"), ("L", "JPEG"))):
            left = 57.64 + 110 * number
            picture_figure = self.root.add(Tag.FIGURE, alt=f"A gradient, {mode}")
            with self.canvas.mark(picture_figure.content(), bbox=(left, 280, left + 96, 344)):
                self.canvas.picture(picture(mode, form), left, 280, 96, 64)

    def listing(self) -> None:
        listing = self.root.add(Tag.L, numbering=ListNumbering.DECIMAL)
        for number in (1, 2):
            item = listing.add(Tag.LI)
            self.words(item.add(Tag.LBL).content(), 57.64, 360 + 16 * number, f"{number}.")
            self.words(item.add(Tag.LBODY).content(), 75, 360 + 16 * number, f"Action {number}")
        self.root.add(Tag.P).content()  # never drawn

    def table(self) -> None:
        table = self.root.add(Tag.TABLE)
        head = table.add(Tag.THEAD).add(Tag.TR)
        headers = [head.add(Tag.TH, scope=Scope.COLUMN).content() for _ in range(3)]
        body = table.add(Tag.TBODY)
        for page in (2, 3):
            self.canvas.begin_page(*TURNED)
            self.furniture(page)
            if page == 2:
                self.canvas.destination("table", 84)
                for number, words in enumerate(("Measure", "Value")):
                    self.words(headers[number], 57.64 + 200 * number, 94, words, Face.SEMIBOLD)
            else:
                with self.canvas.artifact(Artifact.PAGINATION):
                    self.canvas.text(57.64, 94, "Measure", Face.SEMIBOLD, 12, self.ink)
            for number, (name, value) in enumerate(ROWS[15 * page - 30 : 15 * page - 15]):
                self.row(body, 114 + 20 * number, name, value)
            self.canvas.end_page()

    def row(self, body, y, name, value) -> None:
        row = body.add(Tag.TR)
        self.words(row.add(Tag.TH, scope=Scope.ROW).content(), 57.64, y, name)
        self.words(row.add(Tag.TD).content(), 257.64, y, value)
        row.add(Tag.TD).content()  # an empty cell still stands in its row
        with self.canvas.artifact(Artifact.LAYOUT):
            self.canvas.line(57.64, y + 6, 400, y + 6, self.theme.colours.hair, 0.5, dash=(3, 2))


def sample_pdf() -> bytes:
    """The sample, drawn anew."""
    sample = Sample()
    sample.draw()
    return finish(sample.canvas, sample.root, sample_document())
