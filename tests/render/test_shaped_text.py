"""Kerned words in the file: as wide as HarfBuzz sets them, and copied letter by letter."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from re import findall
from unicodedata import normalize

import pikepdf
import pytest
from pypdf import PdfReader
from render.layout_samples import body, document, section
from render.plotted import PlottingCanvas
from render.tag_tree import marked_texts, to_unicode

from plangen.diagnostics import PlangenError
from plangen.document.blocks import Document, Masthead, Metadata
from plangen.document.shaping import advance
from plangen.document.theme import Theme
from plangen.document.typeface import Face
from plangen.language.english import ENGLISH
from plangen.layout.book import draw, lay_out
from plangen.layout.structure import Element, Tag
from plangen.model.edition import EditionName
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.finish import finish
from plangen.render.pdf.fonts import ReportlabFonts

ROOT = Path(__file__).parents[2]
THEME = Theme()
SAMPLES = [
    "Total crime",
    "offices and traffic: staff left after the shift (ﬀ, ﬁ, ff fi)",
    "Ŵy, ŷd, ïon: Heddlu’r ŵyl",
    "Zażółć gęślą jaźń, Łódź",
    "Αθήνα, Ασφάλεια του Τόπου; Ω Ω",
    "x\u0302 a\u0323\u0301 Ng\u0303 e\u0328",
    "100% of 1,234 \u2013 AV.To \u201cWAY\u201d",
]
"""Words with ligatures, combining marks, Welsh, Polish, Greek, and what is kerned."""


def metadata() -> Metadata:
    from datetime import date

    return Metadata("T", "S", "A", date(2011, 4, 1), "plan", "1.0", "0" * 64, "en-GB")


def page_of(words: str, face: Face = Face.REGULAR, size: float = 30.0, **how: float) -> bytes:
    """A page of 800 x 100 points with `words` from 10 points on."""
    canvas, root = PdfCanvas(ReportlabFonts(), THEME), Element(Tag.DOCUMENT)
    canvas.begin_page(800, 100)
    with canvas.mark(root.add(Tag.P).content()):
        canvas.text(10, 50, words, face, size, THEME.colours.ink, **how)
    canvas.end_page()
    empty = Document(metadata(), Masthead("P", "T", "2011/12"), None, (), "h", "f", ENGLISH.page)
    return finish(canvas, root, empty)


def drawn_width(data: bytes) -> float:
    """How far the only page moves the pen, by the widths that its fonts declare (ISO 32000-1, 9.4.4)."""
    moved = 0.0
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font, size = page.obj.Resources.Font[str(operands[0])], float(operands[1])
            if str(operator) in ("Tj", "TJ"):
                for part in operands[0] if str(operator) == "TJ" else operands:
                    if isinstance(part, pikepdf.String):
                        moved += sum(float(font.Widths[code]) for code in bytes(part)) * size / 1000
                    else:
                        moved -= float(part) * size / 1000
    return moved


def raw_text(data: bytes, folder: Path, *options: str) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    (folder / "page.pdf").write_bytes(data)
    command = ["pdftotext", *options, str(folder / "page.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def test_total_crime_is_as_wide_as_harfbuzz_sets_it():
    # 4901 units of 1000 to the em: hb-shape 15.0.0, on the same file; its letters alone have 5023.
    assert drawn_width(page_of("Total crime", Face.BOLD)) == pytest.approx(30 * 4.901, abs=0.2)


def test_poppler_sees_total_crime_as_wide_as_harfbuzz_sets_it(tmp_path):
    said = raw_text(page_of("Total crime", Face.BOLD), tmp_path, "-bbox")
    boxes = findall(r'<word xMin="([\d.]+)" .*? xMax="([\d.]+)" .*?>(\w+)<', said)
    assert [word for *_, word in boxes] == ["Total", "crime"]
    assert float(boxes[0][0]) == pytest.approx(10, abs=0.01)
    assert float(boxes[1][1]) == pytest.approx(10 + 30 * 4.901, abs=0.2)


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("words", SAMPLES)
def test_what_is_drawn_is_as_wide_as_it_was_measured(words, face):
    data = page_of(words, face, 10.5)
    assert drawn_width(data) == pytest.approx(ReportlabFonts().width(words, face, 10.5), abs=0.001)


@pytest.mark.parametrize("words", SAMPLES)
def test_every_letter_can_be_copied(words, tmp_path):
    data = page_of(words)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert marked_texts(pdf.pages[0]) == {0: words}
    said = PdfReader(BytesIO(data)).pages[0].extract_text()
    assert " ".join(said.split()) == words  # pypdf takes the way back to a letter, for its mark, for a space
    assert raw_text(data, tmp_path, "-raw").strip() == words


UNSET = ["\u202ecrime\u202c fell", "a\u200db", "\u0645\u062d\u0636\u0631", "👩\u200d👩\u200d👧", "x\ufe0f"]
"""Words turned round, joined by nothing to be seen, in a script or with pictures that the font lacks."""


@pytest.mark.parametrize("words", UNSET, ids=ascii)
def test_what_cannot_be_set_is_told(words):
    with pytest.raises(PlangenError) as told:
        page_of(words)
    assert {found.code for found in told.value.diagnostics} == {"PG520"}


@pytest.mark.parametrize(
    "words",
    ["\u0301", "\u0301 \u0323\u0308 a", "a" + "\u0301" * 500, "f" * 5000, "\u0345\u0301\u03b1"],
    ids=["lone mark", "lone marks", "many marks", "many ligatures", "marks before a letter"],
)
def test_strange_words_keep_every_letter(words):
    with pikepdf.open(BytesIO(page_of(words))) as pdf:
        said = marked_texts(pdf.pages[0])[0]
    assert normalize("NFD", said) == normalize("NFD", words)


def test_a_ligature_is_drawn_as_one_glyph_and_read_as_its_letters():
    with pikepdf.open(BytesIO(page_of("traffic"))) as pdf:
        (font,) = pdf.pages[0].obj.Resources.Font.values()
        assert "ff" in to_unicode(font.ToUnicode.read_bytes()).values()


def test_letterspaced_words_have_no_ligatures():
    with pikepdf.open(BytesIO(page_of("traffic", tracking=6.0))) as pdf:
        (font,) = pdf.pages[0].obj.Resources.Font.values()
        assert "ff" not in to_unicode(font.ToUnicode.read_bytes()).values()


def test_a_mark_stands_on_its_letter_and_the_line_goes_on_at_its_height():
    with pikepdf.open(BytesIO(page_of("d\u0302x"))) as pdf:
        operators = [
            (str(operator), float(operands[0]))
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "Ts"
        ]
    assert [operator for operator, _ in operators] == ["Ts", "Ts"]
    assert operators[0][1] > 0 == operators[1][1]


def test_what_was_drawn_before_changes_no_bytes():
    """The characters that stand for ligatures among glyphs are given out as they are met; no file shows which."""
    first = page_of("after the shift")
    page_of("staff, traffic, a\u0323\u0301 b\u0304")
    assert page_of("after the shift") == first


def test_a_word_of_several_values_is_measured_as_it_is_drawn():
    from plangen.document.blocks import Paragraph
    from plangen.document.inlines import Text

    made = document(section("A", Paragraph((Text("To"), Text("tal. AV"), Text("AT")))), section("B", body("x")))
    fonts = ReportlabFonts()
    canvas = PlottingCanvas(fonts, THEME)
    draw(lay_out(made, THEME, fonts), canvas)
    run = canvas.plot.find("Total. AVAT")
    assert run.end - run.x == pytest.approx(advance("Total. AVAT", run.face) * run.size / 1000)


@pytest.fixture(scope="module", params=["plan 2011-12", "pack 2016-17-q2"])
def edition(request) -> tuple[list[str], bytes]:
    """What was drawn on each page of an edition, without spaces, and its file."""
    from plangen.compose import compose
    from plangen.pipeline.illustrate import illustrate
    from plangen.sources.workspace import read_workspace

    name = EditionName(*request.param.split())
    composed = compose(read_workspace(ROOT, (name.id,)), name, final=True).document
    made = illustrate(composed, THEME, None)
    fonts = ReportlabFonts()
    canvas, book = PlottingCanvas(fonts, THEME), lay_out(made, THEME, fonts)
    draw(book, canvas)
    pages = ["" for _ in canvas.plot.sizes]
    for run in canvas.plot.runs:
        pages[run.page - 1] += run.words
    return ["".join(page.split()) for page in pages], finish(canvas, book.root, made)


def test_every_letter_of_an_edition_can_be_copied_by_poppler(edition, tmp_path):
    pages, data = edition
    said = raw_text(data, tmp_path, "-raw").split("\f")
    assert ["".join(page.split()) for page in said[: len(pages)]] == pages


def test_every_letter_of_an_edition_can_be_copied_by_pypdf(edition):
    pages, data = edition
    said = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    assert ["".join(page.split()) for page in said] == pages
