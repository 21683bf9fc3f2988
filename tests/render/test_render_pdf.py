"""`render_pdf`: the same bytes each time, and what it refuses, all at once and in words."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace
from render.hostile_samples import hostile
from render.layout_samples import body, box_drawing, document, metadata, plan, section, words
from render.pack_samples import pack
from render.plotted import plotted

from plangen.diagnostics import PlangenError
from plangen.document.blocks import Cover, Document, Figure, Masthead, Paragraph, Picture, Section
from plangen.document.charts import Bar, BarChart
from plangen.document.drawing import Drawing, Glyphs
from plangen.document.inlines import CrossReference, Text
from plangen.document.theme import Theme
from plangen.document.typeface import Face
from plangen.render.pdf import render_pdf

THEME = Theme()


@pytest.mark.parametrize("make", [plan, pack, hostile])
def test_two_renderings_are_the_same_bytes(make):
    assert render_pdf(make(), THEME) == render_pdf(make(), THEME)


def codes(made: Document) -> list[str]:
    with pytest.raises(PlangenError) as raised:
        render_pdf(made, THEME)
    return sorted(diagnostic.code for diagnostic in raised.value.diagnostics)


def test_every_missing_character_is_named_once_wherever_it_stands():
    drawing = Drawing(100, 20, (Glyphs(0, 10, "chart \u4e2d", Face.REGULAR, 10.5, THEME.colours.ink),))
    made = document(
        section("A", body("snow \u2603 and snow \u2603 again"), Figure("f", drawing, "A drawing.")),
        section("B", body("music \U0001d11e here")),
    )
    with pytest.raises(PlangenError) as raised:
        render_pdf(made, THEME)
    said = [(d.code, d.message) for d in raised.value.diagnostics]
    assert [code for code, _ in said] == ["PG520"] * 3
    assert any("U+2603" in message and "snow" in message for _, message in said)
    assert any("U+4E2D" in message for _, message in said)


def test_a_link_to_nowhere_is_named():
    lost = Paragraph((CrossReference("nowhere", (Text("section 9"),)),))
    assert codes(document(section("A", lost))) == ["PG521"]


def test_two_places_with_one_name_are_named():
    assert codes(document(section("A", body("x")), section("A", body("y")))) == ["PG522"]


def test_a_figure_that_has_not_been_drawn_is_a_mistake_of_the_caller():
    chart = Figure("f", BarChart((Bar("a", 1.0, "1"),)), "A chart.")
    with pytest.raises(ValueError, match="has not been drawn"):
        render_pdf(document(section("A", chart)), THEME)


def picture(width: int, height: int) -> Picture:
    from PIL import Image

    target = BytesIO()
    Image.new("RGB", (width, height), "white").save(target, "PNG")
    return Picture(target.getvalue(), width, height, "image/png", "white.png")


@pytest.mark.parametrize(("width", "height"), [(2000, 100), (100, 2000), (10, 10)])
def test_pictures_fit_their_block(width, height):
    data = render_pdf(document(section("A", Figure("f", picture(width, height), "White."))), THEME).data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2


def test_a_drawing_wider_than_the_block_is_made_smaller():
    plot = plotted(document(section("A", Figure("f", box_drawing(960, 100, "Inside"), "A drawing."))))
    assert plot.find("Inside").size == 5.25


def test_logos_stand_on_white_in_place_of_the_tab():
    logos = tuple(Figure(f"logo{at}", box_drawing(200, 100, ""), f"Logo {at}") for at in range(3))
    cover = Cover("A partnership", "A plan", "2011", logos=logos)
    plot = plotted(document(section("A", body("x")), front=cover))
    assert plot.boxes[0][3:] == pytest.approx((595.28, 574))
    assert any(height == 60 for *_, height in plot.boxes)


@pytest.mark.parametrize("title", ["Plan", "Safe City Partnership Plan", "word " * 30, "x" * 80])
def test_a_title_never_runs_into_the_skyline(title):
    plot = plotted(document(section("A", body("x")), front=Cover("P", title, "2011 to 2012")))
    assert plot.find("2011 to 2012", 1).y <= 330
    assert all(run.end <= 480.1 for run in plot.runs if run.page == 1 and run.angle == 0)


def test_documents_with_nothing_in_them():
    empty = replace(document(), front=Masthead("P", "T", "2011"))
    assert len(plotted(empty).sizes) == 1
    assert len(plotted(document()).sizes) == 1
    assert len(plotted(document(Section("a", words("A"), ()))).sizes) == 2


def test_the_outline_follows_the_sections():
    with pikepdf.open(BytesIO(render_pdf(plan(), THEME).data)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles[:3] == ["Contents", "1 Setting the scene", "2 Working with other partnerships"]
        actions = next(item for item in outline.root if item.title == "7 Headline actions")
        assert next(item.title for item in actions.children) == "Reducing violent crime"


def test_a_marking_stands_on_every_page():
    plot = plotted(document(section("A", body("x")), section("B", body("y")), marking="OFFICIAL"))
    assert [run.page for run in plot.runs if run.words == "OFFICIAL"] == [1, 2, 3]


def test_metadata_is_the_documents_own():
    with pikepdf.open(BytesIO(render_pdf(replace(plan(), metadata=metadata("My title")), THEME).data)) as pdf:
        assert str(pdf.docinfo.Title) == "My title"
