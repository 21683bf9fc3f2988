"""SVG pages: the same places as in the PDF, nothing from content that is markup, the same bytes every time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from pipeline.pack_workspaces import quarters, row, write_pack
from render.hostile_samples import gradient, hostile
from render.layout_samples import body, document, section, words
from svg.browser import DPI, poppler_page, require_chromium, shown_page

from plangen.compose import compose
from plangen.document.blocks import Figure, Paragraph
from plangen.document.inlines import CrossReference, InLanguage, Link, Text
from plangen.document.nodes import nodes
from plangen.document.theme import Theme
from plangen.document.typeface import Face
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, Format, build
from plangen.pipeline.illustrate import illustrate
from plangen.pipeline.output import write_built
from plangen.render.pdf.fonts import ReportlabFonts
from plangen.render.svg import render_svg
from plangen.render.svg.fonts import FontFiles
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
EDITIONS = (EditionName("plan", "2011-12"), EditionName("pack", "2016-17-q2"))
SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATTRIBUTES = {
    "a": {"href"},
    "clipPath": {"id"},
    "g": {"id", "transform", "role", "clip-path", "lang"},
    "image": {"href", "x", "y", "width", "height", "preserveAspectRatio"},
    "path": {"d", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"},
    "rect": {"x", "y", "width", "height", "rx", "fill", "stroke", "stroke-width", "pointer-events"},
    "style": set(),
    "svg": {"width", "height", "viewBox", "lang", "space"},
    "text": {"id", "x", "y", "font-weight", "font-size", "fill", "aria-hidden", "letter-spacing", "transform"},
    "title": set(),
    "tspan": {"id"},
}
"""Every element that a page may have, with its attributes."""

ID = re.compile("[cdn][0-9]+")
"""Ids are numbers of a page's own: of clips, destinations and nodes."""

PLAIN = re.compile(r"[#\w.,:()/ +-]*")
"""What the values of attributes are made of: numbers, colours and names of ours."""


def pages(files) -> dict[str, ElementTree.Element]:
    return {name: ElementTree.fromstring(data) for name, data in files if name.endswith(".svg")}


def check_page(root: ElementTree.Element, names: set[str]) -> None:
    """Every element and attribute is one of ours, and every address leads to a page, a picture or the web."""
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2]
            assert plain in ATTRIBUTES[tag], (tag, name)
            if plain == "id":
                assert ID.fullmatch(value), value
            elif plain != "href":
                assert PLAIN.fullmatch(value), (tag, name, value)
            elif not value.startswith(("https://", "http://", "mailto:")):
                assert value.partition("#")[0] in names, value


@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def built(request, tmp_path_factory):
    """An edition as SVG pages in a folder, and as a PDF beside it."""
    folder = tmp_path_factory.mktemp("edition")
    svg = build(ROOT, request.param, BuildOptions(format=Format.SVG))
    pdf = build(ROOT, request.param, BuildOptions())
    write_built(folder / "pages.svg", svg)
    write_built(folder / "edition.pdf", pdf)
    return svg, folder


def test_the_same_document_gives_the_same_files(built):
    svg, _ = built
    again = build(ROOT, svg.name, BuildOptions(format=Format.SVG))
    assert again.files == svg.files


def test_every_element_and_address_of_an_edition_is_ours(built):
    svg, _ = built
    names = {name for name, _ in svg.files}
    found = pages(svg.files)
    assert len(found) >= 20
    for page in found.values():
        check_page(page, names)


def test_nothing_of_hostile_content_is_markup():
    files = render_svg(hostile(), Theme()).files
    names = {name for name, _ in files}
    for page in pages(files).values():
        check_page(page, names)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "</text><a href='x'>", "a & b", "]]>", '" onload="x']
)
def test_words_that_look_like_markup_are_words(text):
    made = document(section("A", body(text), Figure("f", gradient(), text)))
    found = pages(render_svg(made, Theme()).files)
    said = ["".join(element.itertext()) for page in found.values() for element in page.iter(f"{SVG}text")]
    assert text in "".join(filter(None, said)).replace("\u00a0", " ") or text.split()[0] in said
    described = [element.text for page in found.values() for element in page.iter(f"{SVG}title")]
    assert text in described


@pytest.mark.parametrize("name", EDITIONS, ids=str)
def test_the_id_of_every_run_leads_to_the_node_with_its_words(name):
    workspace = read_workspace(ROOT, (name.id,))
    document = illustrate(compose(workspace, name).document, workspace.theme, None)
    drawn = render_svg(document, workspace.theme)
    there = dict(nodes(document))
    runs = 0
    for page, ids in zip(pages(drawn.files).values(), drawn.nodes, strict=True):
        named = [element.get("id") for element in page.iter() if (element.get("id") or "").startswith("n")]
        assert named == list(ids)
        for element in page.iter():
            path = ids.get(element.get("id"))
            if path is None or element.tag == f"{SVG}g":
                continue
            node = there.get(path)
            said = getattr(there[path[:-1]], path[-1]) if node is None else getattr(node, "text", None)
            runs += said is not None
            assert said is None or _letters("".join(element.itertext())) in _letters(str(said))
    assert runs > 900


def test_links_lead_to_pages_and_to_the_web():
    inside = CrossReference("B", words("the second part"))
    outside = Link("https://example.org/?a=1&b=<2>", words("the web"))
    made = document(
        section("A", Paragraph((Text("See "), inside, Text(" and "), outside))), section("B", body("Here."))
    )
    found = pages(render_svg(made, Theme()).files)
    links = {a.find(f"{SVG}title").text: a.get("href") for a in found["page-02.svg"].iter(f"{SVG}a")}
    assert links["the web"] == "https://example.org/?a=1&b=<2>"
    page, _, place = links["the second part"].partition("#")
    assert [element.get("id") for element in found[page].iter(f"{SVG}g") if element.get("id") == place] == [place]


def test_a_passage_in_another_language_says_so():
    welsh = InLanguage("cy", (Text("Croeso i bawb"),))
    made = document(section("A", Paragraph((Text("We say "), welsh, Text(" to all.")))))
    page = pages(render_svg(made, Theme()).files)["page-02.svg"]
    assert page.get(LANG) == "en-GB"
    passages = [group for group in page.iter(f"{SVG}g") if group.get(LANG) == "cy"]
    assert ["".join(group.itertext()).strip() for group in passages] == ["Croeso i bawb"]


@pytest.mark.parametrize("face", Face)
def test_words_are_as_wide_as_in_the_pdf(face):
    ours, pdf = FontFiles(), ReportlabFonts()
    every = [chr(code) for code in range(0x20, 0x2600)]
    assert [c for c in every if ours.missing(c, face) != pdf.missing(c, face)] == []
    assert [c for c in every if ours.width(c, face, 1000) != pdf.width(c, face, 1000)] == []


REACH = 3
"""How far away the same ink is looked for, in pixels."""


def moved(one: np.ndarray, other: np.ndarray, left: float, top: float, right: float, bottom: float) -> int | None:
    """How many pixels, in either direction, the ink of a part of a page stands elsewhere; None without ink."""
    x1, y1 = max(REACH, int(left)), max(REACH, int(top))
    x2, y2 = min(one.shape[1] - REACH, int(right) + 1), min(one.shape[0] - REACH, int(bottom) + 1)
    part = one[y1:y2, x1:x2].astype(int)
    if part.size == 0 or np.ptp(part) < 60:
        return None
    shifts = [(dx, dy) for dx in range(-REACH, REACH + 1) for dy in range(-REACH, REACH + 1)]
    unlike = {(dx, dy): int(np.abs(part - other[y1 + dy : y2 + dy, x1 + dx : x2 + dx]).sum()) for dx, dy in shifts}
    return max(map(abs, min(shifts, key=lambda shift: (unlike[shift], max(map(abs, shift))))))


def compare_pages(built, numbers, folder: Path) -> int:
    """How many beginnings and ends of runs of text were compared; each stands within 1.5 pixels in both."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler is not installed")
    browser = require_chromium()
    _, made = built
    compared = 0
    for number in numbers:
        name = f"page-{number:02}.svg"
        root = ElementTree.parse(made / "pages.svg" / name).getroot()
        width, height = (float(value) * DPI / 72 for value in root.get("viewBox").split()[2:])
        seen = shown_page(browser, made / "pages.svg" / name, round(width), round(height), folder)
        printed = poppler_page(made / "edition.pdf", number)
        for run in root.iter(f"{SVG}text"):
            words = "".join(run.itertext())
            if run.get("transform") or run.get("letter-spacing") or not words.strip():
                continue
            x, y, size = (float(run.get(key)) * DPI / 72 for key in ("x", "y", "font-size"))
            face = {"300": Face.LIGHT, "400": Face.REGULAR, "600": Face.SEMIBOLD, "700": Face.BOLD}
            wide = FontFiles().width(words, face[run.get("font-weight")], size)
            top, bottom = y - size * 0.75, y + size * 0.25
            for start in (x, max(x, x + wide - 80)):
                found = moved(seen, printed, start - 1, top, min(start + 80, x + wide + 1), bottom)
                assert found is None or found <= 1, (name, words, found)
                compared += found is not None
    return compared


def test_text_stands_where_it_stands_in_the_pdf(built, tmp_path):
    assert compare_pages(built, (1, 4, 8), tmp_path) > 100


@pytest.mark.long
def test_text_of_every_page_stands_where_it_stands_in_the_pdf(built, tmp_path):
    svg, _ = built
    numbers = range(1, 1 + sum(name.endswith(".svg") for name, _ in svg.files))
    assert compare_pages(built, numbers, tmp_path) > 1000


def test_the_text_of_a_page_comes_in_the_order_of_the_pdf(built):
    from pypdf import PdfReader

    svg, made = built
    read = PdfReader(made / "edition.pdf")
    for number, page in enumerate(pages(svg.files).values()):
        ours = "".join("".join(element.itertext()) for element in page.iter(f"{SVG}text"))
        theirs = read.pages[number].extract_text()
        assert _letters(ours) == _letters(theirs)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("own", ["notes.txt", "pictures/holiday.jpg", "fonts/Ours.otf", "drafts/page-01.svg"])
def test_pages_take_the_place_of_pages_and_of_nothing_else(tmp_path, own):
    from plangen.diagnostics import PlangenError

    root = write_pack(tmp_path / "w", [row("indicator_1", period, 4) for period in quarters(5)])
    made = build(root, EditionName("pack", "2016-17-q2"), BuildOptions(format=Format.SVG))
    target = tmp_path / "pages"
    write_built(target, made)
    (target / "page-99.svg").write_text("old")
    write_built(target, made)
    assert {str(path.relative_to(target)) for path in target.rglob("*.*")} == {name for name, _ in made.files}
    (target / own).parent.mkdir(exist_ok=True)
    (target / own).write_text("mine")
    with pytest.raises(PlangenError, match="holds other things than pages"):
        write_built(target, made)
    assert (target / own).read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
