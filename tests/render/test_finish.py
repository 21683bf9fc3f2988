"""The finished file: tag tree, metadata, attachments, fonts and pictures, byte for byte the same each time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageCms
from render.canvas_sample import ROWS, picture, sample_document, sample_pdf
from render.tag_tree import tag_tree, to_unicode

from plangen.diagnostics import PlangenError
from plangen.document.blocks import Attachment, Document, Masthead, Metadata, Picture, Relationship
from plangen.document.theme import Theme
from plangen.document.typeface import Face
from plangen.language.english import ENGLISH
from plangen.layout.canvas import Artifact
from plangen.layout.structure import Element, Tag
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.finish import finish
from plangen.render.pdf.fonts import ReportlabFonts
from plangen.render.pdf.output_intent import srgb_profile

THEME = Theme()
TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def sample() -> bytes:
    return sample_pdf()


@pytest.fixture
def opened(sample):
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        yield pdf


def document(*attachments: Attachment, title: str = "Title") -> Document:
    metadata = Metadata(title, "Subject", "Author", date(2011, 4, 1), "plan", "1.0", "0" * 64, "en-GB")
    return Document(
        metadata, Masthead("P", "T", "2011/12"), None, (), "h", "f", ENGLISH.page, attachments=attachments
    )


def blank(draw=lambda canvas, root: None, *attachments: Attachment, title: str = "Title") -> bytes:
    """A page of 200 x 100 points on which `draw` draws."""
    canvas, root = PdfCanvas(ReportlabFonts(), THEME), Element(Tag.DOCUMENT)
    canvas.begin_page(200, 100)
    draw(canvas, root)
    canvas.end_page()
    return finish(canvas, root, document(*attachments, title=title))


def say(canvas, content, words="words"):
    with canvas.mark(content):
        canvas.text(10, 20, words, Face.REGULAR, 12, THEME.colours.ink)


# The same each time


def test_two_renders_are_the_same_bytes(sample):
    assert sample_pdf() == sample


@pytest.mark.parametrize(("seed", "zone"), [("0", "Pacific/Kiritimati"), ("4711", "America/St_Johns")])
def test_another_process_makes_the_same_bytes(sample, seed, zone, tmp_path):
    program = (
        "import sys; from hashlib import sha256; from render.canvas_sample import sample_pdf; "
        "print(sha256(sample_pdf()).hexdigest())"
    )
    path = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == sha256(sample).hexdigest()


def test_other_words_make_another_identifier():
    def identifiers(words: str) -> list[bytes]:
        data = blank(lambda canvas, root: say(canvas, root.add(Tag.P).content(), words))
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return [bytes(half) for half in pdf.trailer.ID]

    assert not set(identifiers("one")) & set(identifiers("two"))


def test_the_file_has_no_syntax_errors(opened):
    assert opened.check_pdf_syntax() == []


# The tag tree


def test_the_tag_tree_reads_as_it_was_built(sample):
    rows = "".join(
        f"""
      TR
        TH Scope=Row "{name}"
        TD "{value}"
        TD"""
        for name, value in ROWS
    )
    assert tag_tree(sample) == (
        """Document
  Sect
    H1 "Setting the scene"
    P "Crime fell " * " as " * " of the "
      Reference
        Link "[1]" -> #note
      Link "the police say" -> https://example.org/%C3%A2?q=1
      Span E="most similar group" "MSG"
    P Lang="cy" "Ŵy, ŷd, ïon; 10 °C – “Heddlu’r ŵyl” £5 ≥ 4 × 2 → 8"
    Note ID="note-1" * "Recorded crime."
      Lbl "[1] "
  Figure Alt="Crime over two years: it falls." BBox=[57.64 581.89 157.64 641.89] "2010/11"
  Figure Alt="A gradient, RGBA" BBox=[57.64 497.89 153.64 561.89] ""
  Figure Alt="A gradient, RGB" BBox=[167.64 497.89 263.64 561.89] ""
  Figure Alt="A gradient, L" BBox=[277.64 497.89 373.64 561.89] ""
  Figure Alt="A gradient, L" BBox=[387.64 497.89 483.64 561.89] ""
  L ListNumbering=Decimal
    LI
      Lbl "1."
      LBody "Action 1"
    LI
      Lbl "2."
      LBody "Action 2"
  Table
    THead
      TR
        TH Scope=Column "Measure"
        TH Scope=Column "Value"
        TH Scope=Column
    TBody"""
        + rows
        + "\n"
    )


def test_what_is_drawn_on_two_pages_is_one_element():
    canvas, root = PdfCanvas(ReportlabFonts(), THEME), Element(Tag.DOCUMENT)
    paragraph = root.add(Tag.P).content()
    for words in ("begun here ", "and ended here"):
        canvas.begin_page(200, 100)
        say(canvas, paragraph, words)
        canvas.end_page()
    assert tag_tree(finish(canvas, root, document())) == 'Document\n  P "begun here " p2:"and ended here"\n'


def test_attributes_of_cells_and_elements_are_written():
    def draw(canvas, root):
        row = root.add(Tag.TABLE, title="A table").add(Tag.TR)
        say(canvas, row.add(Tag.TD, column_span=2, row_span=3, actual_text="spoken", alt="seen").content())

    assert 'TD Alt="seen" ActualText="spoken" ColSpan=2 RowSpan=3 "words"' in tag_tree(blank(draw))
    assert 'Table T="A table"' in tag_tree(blank(draw))


def test_the_way_back_from_the_page_leads_to_the_elements(opened):
    tree = opened.Root.StructTreeRoot
    numbers = list(tree.ParentTree.Nums)
    entries = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert list(entries) == sorted(entries) == list(range(int(tree.ParentTreeNextKey)))
    for page in opened.pages:
        owners = entries[int(page.obj.StructParents)]
        marks = [
            (str(operands[0]), int(operands[1].MCID))
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        ]
        assert [(str(owner.S), number) for number, owner in enumerate(owners)] == marks
        for annotation in page.obj.get("/Annots", []):
            assert entries[int(annotation.StructParent)].S == "/Link"


def test_content_outside_of_the_tree_is_refused():
    with pytest.raises(RuntimeError, match="not in the structure tree"):
        blank(lambda canvas, root: say(canvas, Element(Tag.P).content()))


# Links and bookmarks


def test_links_are_annotations_with_words_of_their_own(opened):
    inside, outside = opened.pages[0].obj.Annots
    assert [int(inside.F), str(inside.Contents), str(inside.Dest)] == [4, "Note 1", "note"]
    assert list(map(float, inside.Rect)) == [116, 698.89, 130, 711.89]
    assert str(outside.A.URI) == "https://example.org/%C3%A2?q=1"
    assert all(page.obj.Tabs == "/S" for page in opened.pages)


def test_destinations_are_heights_of_pages(opened):
    names = list(opened.Root.Names.Dests.Names)
    places = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    assert list(places) == ["note", "scene", "table"]
    assert places["table"][0].objgen == opened.pages[1].obj.objgen
    assert [str(places["note"][1]), float(places["note"][3])] == ["/XYZ", 671.89]


def test_bookmarks_nest_by_level(opened):
    with opened.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert titles == [("Setting the scene", ["Ward a’r ŵyl"]), ("Measures", [])]
    assert opened.Root.PageMode == "/UseOutlines"


def test_a_link_that_leads_nowhere_is_reported():
    def draw(canvas, root):
        for name in ("missing", "lost"):
            canvas.link_to(root.add(Tag.LINK), (0, 0, 10, 10), name, "Section 9")

    with pytest.raises(PlangenError) as caught:
        blank(draw)
    assert [found.code for found in caught.value.diagnostics] == ["PG521", "PG521"]
    assert '"missing"' in caught.value.diagnostics[0].message


# What the file says of itself


def test_metadata_and_document_information_agree(opened):
    xmp = ET.fromstring(opened.Root.Metadata.read_bytes().split(b"?>", 1)[1].rsplit(b"<?", 1)[0])
    names = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "plangen": "urn:plangen:edition:",
    }
    info, metadata = opened.trailer.Info, sample_document().metadata
    assert xmp.findtext(".//dc:title/rdf:Alt/rdf:li", None, names) == str(info.Title) == metadata.title
    assert xmp.findtext(".//dc:creator/rdf:Seq/rdf:li", None, names) == str(info.Author)
    assert xmp.findtext(".//dc:description/rdf:Alt/rdf:li", None, names) == str(info.Subject)
    assert xmp.findtext(".//pdf:Producer", None, names) == str(info.Producer)
    assert xmp.findtext(".//xmp:CreateDate", None, names) == "2011-04-01T00:00:00Z"
    assert str(info.CreationDate) == str(info.ModDate) == "D:20110401000000Z"
    assert xmp.findtext(".//plangen:digest", None, names) == metadata.digest
    assert xmp.findtext(".//plangen:version", None, names) == "1.0"
    assert str(opened.Root.Lang) == "en-GB"
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_control_characters_in_a_title_do_not_break_the_metadata():
    data = blank(title="A\x00 <title> & \x1f more")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        ET.fromstring(pdf.Root.Metadata.read_bytes().split(b"?>", 1)[1].rsplit(b"<?", 1)[0])


def test_the_colour_profile_is_srgb():
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert profile.profile.xcolor_space.strip() == "RGB"
    assert "sRGB" in profile.profile.profile_description


# Attachments


def test_attachments_are_carried_and_associated(opened):
    files = opened.attachments
    assert sorted(files) == ["data/plan.csv", "results.csv"]
    assert files["results.csv"].get_file().read_bytes() == sample_document().attachments[0].data
    associated = [(str(file.UF), str(file.AFRelationship), str(file.EF.F.Subtype)) for file in opened.Root.AF]
    assert associated == [("results.csv", "/Data", "/text/csv"), ("data/plan.csv", "/Source", "/text/csv")]


def test_two_attachments_cannot_share_a_name():
    file = Attachment("a.csv", "text/csv", "A", Relationship.DATA, b"")
    with pytest.raises(ValueError, match="same name"):
        blank(lambda canvas, root: None, file, file)


# ReportlabFonts


def fonts_of(pdf):
    return {font.objgen: font for page in pdf.pages for font in page.obj.Resources.Font.values()}.values()


def test_every_font_is_embedded_under_a_name_of_its_own(opened):
    names = [str(font.BaseFont) for font in fonts_of(opened)]
    assert {name.split("+")[1] for name in names} == {
        "SourceSansPro-Regular",
        "SourceSansPro-Semibold",
        "SourceSansPro-Bold",
    }
    tags = [name[1:].split("+")[0] for name in names]
    assert len(set(tags)) == len(tags)
    assert all(tag.isalpha() and tag.isupper() and len(tag) == 6 for tag in tags)
    assert all(font.FontDescriptor.FontName == font.BaseFont for font in fonts_of(opened))


def test_widths_and_characters_of_subsets_are_those_of_the_font(opened):
    for font in fonts_of(opened):
        subset = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        glyphs = subset["cmap"].tables[0].cmap
        for code, character in to_unicode(font.ToUnicode.read_bytes()).items():
            assert character not in ("\x00", "\ufeff", "\ufffe")
            advance = subset["hmtx"][glyphs[code]][0] * 1000 / subset["head"].unitsPerEm
            assert float(font.Widths[code - int(font.FirstChar)]) == pytest.approx(advance, abs=1)


# Pictures


@pytest.mark.parametrize(
    ("mode", "form", "space", "masked"),
    [
        ("RGB", "PNG", "/DeviceRGB", False),
        ("RGBA", "PNG", "/DeviceRGB", True),
        ("L", "PNG", "/DeviceGray", False),
        ("LA", "PNG", "/DeviceGray", False),
        ("P", "PNG", "/DeviceRGB", False),
        ("1", "PNG", "/DeviceGray", False),
        ("RGB", "JPEG", "/DeviceRGB", False),
        ("L", "JPEG", "/DeviceGray", False),
    ],
)
def test_a_picture_keeps_its_samples(mode, form, space, masked):
    original = picture(mode, form)

    def draw(canvas, root):
        with canvas.artifact(Artifact.LAYOUT):
            canvas.picture(original, 10, 20, 24, 16)
            canvas.picture(original, 50, 20, 24, 16)

    with pikepdf.open(io.BytesIO(blank(draw))) as pdf:
        (stored,) = pdf.pages[0].obj.Resources.XObject.values()
        assert str(stored.ColorSpace) == space
        assert ("/SMask" in stored) == masked
        assert "/Interpolate" not in stored
        with Image.open(io.BytesIO(original.data)) as image:
            expected = image.convert("L" if space == "/DeviceGray" else "RGB").tobytes()
        if form == "JPEG":
            assert stored.read_raw_bytes() == original.data
        else:
            assert stored.read_bytes() == expected


def test_pictures_are_painted_where_they_belong():
    def draw(canvas, root):
        with canvas.artifact(Artifact.LAYOUT):
            canvas.picture(picture("RGB", "PNG"), 10, 20, 24, 16)

    with pikepdf.open(io.BytesIO(blank(draw))) as pdf:
        matrices = [
            [float(number) for number in operands]
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "cm"
        ]
    assert matrices[-1] == [24, 0, 0, 16, 10, 64]


def test_a_cmyk_picture_is_refused():
    target = io.BytesIO()
    Image.new("CMYK", (2, 2)).save(target, "JPEG")
    cmyk = Picture(target.getvalue(), 2, 2, "image/jpeg", "print")

    def draw(canvas, root):
        with canvas.artifact(Artifact.LAYOUT):
            canvas.picture(cmyk, 0, 0, 2, 2)

    with pytest.raises(ValueError, match="RGB or grey"):
        blank(draw)
