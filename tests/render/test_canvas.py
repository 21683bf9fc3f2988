"""What the canvas lets be drawn, and how it turns up on the page."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from render.tag_tree import marked_texts, tag_tree

from plangen.diagnostics import PlangenError
from plangen.document.blocks import Document, Masthead, Metadata, Picture
from plangen.document.drawing import Clip, Drawing, Glyphs, Shape
from plangen.document.theme import Theme
from plangen.document.typeface import Face
from plangen.language.english import ENGLISH
from plangen.layout.canvas import Artifact, replay
from plangen.layout.structure import Element, Tag
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.finish import finish
from plangen.render.pdf.fonts import ReportlabFonts

THEME = Theme()
INK, NAVY = THEME.colours.ink, THEME.colours.navy
TRIANGLE = Shape((("M", 0, 0), ("L", 10, 0), ("L", 5, 10), ("Z",)), fill=NAVY)
NO_PICTURE = Picture(b"", 1, 1, "image/png", "none")


@pytest.fixture
def canvas() -> PdfCanvas:
    return PdfCanvas(ReportlabFonts(), THEME)


@pytest.fixture
def page(canvas) -> PdfCanvas:
    canvas.begin_page(200, 100)
    return canvas


def document() -> Document:
    metadata = Metadata("Title", "Subject", "Author", date(2011, 4, 1), "plan", "1.0", "0" * 64, "en-GB")
    return Document(metadata, Masthead("P", "T", "2011/12"), None, (), "header", "footer", ENGLISH.page)


def finished(canvas: PdfCanvas, root: Element | None = None) -> bytes:
    canvas.end_page()
    return finish(canvas, root or Element(Tag.DOCUMENT), document())


def operators(data: bytes, page: int = 0) -> list[str]:
    """The content stream of a page, one operator with its operands a line."""
    with pikepdf.open(BytesIO(data)) as pdf:
        lines = pikepdf.parse_content_stream(pdf.pages[page])
        return [" ".join([*map(_operand, operands), str(operator)]) for operands, operator in lines]


def _operand(operand) -> str:
    if isinstance(operand, pikepdf.Array):
        return "[" + " ".join(map(_operand, operand)) + "]"
    try:
        return f"{float(operand):g}"
    except (TypeError, ValueError):
        return str(operand)


@pytest.mark.parametrize(
    "paint",
    [
        lambda canvas: canvas.text(0, 0, "words", Face.REGULAR, 12, INK),
        lambda canvas: canvas.rectangle(0, 0, 10, 10, fill=INK),
        lambda canvas: canvas.line(0, 0, 10, 10, INK, 1),
        lambda canvas: canvas.shape(TRIANGLE),
        lambda canvas: replay(canvas, Drawing(10, 10, (TRIANGLE,)), 0, 0),
        lambda canvas: canvas.picture(NO_PICTURE, 0, 0, 10, 10),
    ],
    ids=["text", "rectangle", "line", "shape", "drawing", "picture"],
)
def test_nothing_can_be_painted_outside_of_marks(page, paint):
    with pytest.raises(RuntimeError, match="outside of mark"):
        paint(page)


def test_marks_do_not_nest(page):
    content = Element(Tag.P).content()
    with page.mark(content), pytest.raises(RuntimeError, match="not nested"), page.artifact(Artifact.LAYOUT):
        pass
    with page.artifact(Artifact.LAYOUT), pytest.raises(RuntimeError, match="not nested"), page.mark(content):
        pass


def test_pages_begin_and_end_one_after_the_other(canvas):
    with pytest.raises(RuntimeError, match="no page"), canvas.artifact(Artifact.LAYOUT):
        pass
    with pytest.raises(RuntimeError, match="no page"):
        canvas.end_page()
    canvas.begin_page(100, 100)
    with pytest.raises(RuntimeError, match="not ended"):
        canvas.begin_page(100, 100)
    with canvas.artifact(Artifact.LAYOUT), pytest.raises(RuntimeError, match="ends inside"):
        canvas.end_page()
    with pytest.raises(RuntimeError, match="at least one page"):
        canvas.pdf()


def test_a_figure_says_where_it_stands(page):
    figure = Element(Tag.FIGURE, alt="A triangle")
    with pytest.raises(ValueError, match="bounding box"), page.mark(figure.content()):
        pass


def test_the_boxes_of_a_figure_in_parts_are_one(page):
    root = Element(Tag.DOCUMENT)
    figure = root.add(Tag.FIGURE, alt="Two triangles")
    for left in (10, 50):
        with page.mark(figure.content(), bbox=(left, 20, left + 10, 30)):
            page.shape(TRIANGLE, left, 20)
    assert "BBox=[10 70 60 80]" in tag_tree(finished(page, root))


def test_a_missing_character_stops_the_drawing(page):
    with page.artifact(Artifact.LAYOUT), pytest.raises(PlangenError) as caught:
        page.text(0, 0, "日本", Face.REGULAR, 12, INK)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["PG520", "PG520"]


def test_text_is_escaped_and_reads_back(page):
    root = Element(Tag.DOCUMENT)
    words = r"(a\b) <c> [d] /e %f — £5 “ŵ”" + "\u00a0end"
    with page.mark(root.add(Tag.P).content()):
        page.text(10, 20, words, Face.REGULAR, 12, INK)
    with pikepdf.open(BytesIO(finished(page, root))) as pdf:
        assert marked_texts(pdf.pages[0]) == {0: words.replace("\u00a0", " ")}


def test_more_characters_than_one_subset_holds_read_back(page):
    root = Element(Tag.DOCUMENT)
    words = "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x17F), *range(0x391, 0x3A2)]))
    with page.mark(root.add(Tag.P).content()):
        page.text(0, 20, words, Face.REGULAR, 1, INK)
    with pikepdf.open(BytesIO(finished(page, root))) as pdf:
        assert len(pdf.pages[0].obj.Resources.Font) == 2
        assert marked_texts(pdf.pages[0]) == {0: words}


def test_y_is_measured_down_from_the_top(page):
    with page.artifact(Artifact.LAYOUT):
        page.text(10, 20, "x", Face.REGULAR, 12, INK)
        page.rectangle(10, 20, 30, 40, fill=INK)
        page.line(1, 2, 3, 4, NAVY, 0.5, dash=(3, 1))
    drawn = operators(finished(page))
    assert "1 0 0 1 10 80 Tm" in drawn
    assert "10 40 30 40 re" in drawn
    assert drawn[drawn.index("1 98 m") + 1] == "3 96 l"
    assert "[3 1] 0 d" in drawn


def test_turned_text_rises_anticlockwise(page):
    with page.artifact(Artifact.LAYOUT):
        page.text(10, 20, "x", Face.REGULAR, 12, INK, angle=90)
    assert "0 1 -1 0 10 80 Tm" in operators(finished(page))


def test_tracking_ends_with_its_text(page):
    with page.artifact(Artifact.LAYOUT):
        page.text(10, 20, "DRAFT", Face.BOLD, 12, INK, tracking=6)
        page.text(10, 40, "plain", Face.BOLD, 12, INK)
    spacing = [line for line in operators(finished(page)) if line.endswith((" Tc", "ET"))]
    assert spacing == ["6 Tc", "0 Tc", "ET", "ET"]


def test_a_drawing_is_replayed_inside_its_clips(page):
    clip = Clip(0, 0, 5, 5)
    clipped = Shape(TRIANGLE.steps, fill=NAVY, clip=clip)
    marks = (TRIANGLE, clipped, clipped, Glyphs(1, 2, "x", Face.REGULAR, 10, INK))
    with page.artifact(Artifact.LAYOUT):
        replay(page, Drawing(10, 10, marks), 100, 50)
    drawn = operators(finished(page))
    assert drawn.count("q") == 1
    assert drawn.index("f") < drawn.index("q") < drawn.index("W*") < drawn.index("Q") < drawn.index("BT")
    assert "100 45 5 5 re" in drawn
    assert drawn.count("100 50 m") == 3
    # colour set inside the clip is gone after it, so the text sets its own
    assert any(line.endswith(" rg") for line in drawn[drawn.index("Q") : drawn.index("BT")])


def test_a_shape_is_moved_and_scaled(page):
    outline = Shape((("M", 0, 0), ("C", 1, 0, 2, 1, 2, 2)), stroke=INK, line_width=1.5, round_ends=True)
    with page.artifact(Artifact.LAYOUT):
        page.shape(outline, 10, 20, scale=2)
    drawn = operators(finished(page))
    assert drawn[drawn.index("10 80 m") + 1] == "12 80 14 78 14 76 c"
    assert "3 w" in drawn
    assert "1 J" in drawn


def test_artifacts_say_what_they_are(page):
    for kind in Artifact:
        with page.artifact(kind):
            page.rectangle(0, 0, 1, 1, fill=INK)
    with pikepdf.open(BytesIO(finished(page))) as pdf:
        marks = [
            operands[1]
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "BDC"
        ]
        kinds = [(str(mark.Type), str(mark.get("/Subtype", ""))) for mark in marks]
        assert kinds == [
            ("/Layout", ""),
            ("/Pagination", ""),
            ("/Pagination", "/Header"),
            ("/Pagination", "/Footer"),
            ("/Background", ""),
        ]
        assert list(map(float, marks[-1].BBox)) == [0, 0, 200, 100]


def test_links_belong_to_link_elements(page):
    with pytest.raises(ValueError, match="Link element"):
        page.link_address(Element(Tag.P), (0, 0, 1, 1), "https://example.org", "Example")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "JavaScript:x", "", "plan.pdf"])
def test_only_plain_addresses_can_be_linked(page, address):
    with pytest.raises(ValueError, match="not an address"):
        page.link_address(Element(Tag.LINK), (0, 0, 1, 1), address, "Example")


def test_places_are_on_a_page(canvas):
    with pytest.raises(RuntimeError, match="no page"):
        canvas.destination("here", 10)
    with pytest.raises(RuntimeError, match="no page"):
        canvas.link_to(Element(Tag.LINK), (0, 0, 1, 1), "here", "Here")


def test_links_say_where_they_lead(page):
    with pytest.raises(ValueError, match="where it leads"):
        page.link_address(Element(Tag.LINK), (0, 0, 1, 1), "https://example.org", " ")


@pytest.mark.parametrize("tag", [Tag.FIGURE, Tag.FORMULA, Tag.TH, Tag.NOTE])
def test_an_element_that_could_not_pass_cannot_be_made(tag):
    with pytest.raises(ValueError, match="needs"):
        Element(Tag.DOCUMENT).add(tag)


def test_a_destination_has_one_place(page):
    page.destination("here", 10)
    with pytest.raises(ValueError, match="two destinations"):
        page.destination("here", 20)
