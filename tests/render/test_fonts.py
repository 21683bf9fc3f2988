from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFont as ReportlabFont

from plangen.diagnostics import PlangenError
from plangen.document.typeface import Face, font_file
from plangen.layout.fonts import missing_glyphs
from plangen.render.pdf.font_tables import TrueTypeFont
from plangen.render.pdf.fonts import ReportlabFonts


@pytest.mark.parametrize("face", Face)
def test_words_are_as_wide_as_the_font_file_says(face):
    font = TTFont(font_file(face))
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    figures = "24.2, 1,000 (15:30)"  # none of which is kerned
    units = sum(advances[glyphs[ord(character)]][0] for character in figures)
    assert ReportlabFonts().width(figures, face, 10.5) == pytest.approx(
        units * 10.5 / font["head"].unitsPerEm, abs=1e-6
    )


def test_words_are_kerned():
    """4901 units of 1000 to the em: hb-shape 15.0.0, on the same file."""
    assert ReportlabFonts().width("Total crime", Face.BOLD, 30) == pytest.approx(147.03, abs=0.2)


def test_a_no_break_space_is_as_wide_as_a_space_and_not_missing():
    fonts = ReportlabFonts()
    assert fonts.width("10\u00a0°C", Face.REGULAR, 12) == fonts.width("10 °C", Face.REGULAR, 12)
    assert fonts.missing("10\u00a0°C", Face.REGULAR) == ""


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\ufeff", "\u2028", "\ue000", "\x1f"])
def test_what_is_not_written_cannot_be_set(character):
    assert ReportlabFonts().missing(f"a{character}b", Face.REGULAR) == character


def test_missing_characters_come_once_each_in_order():
    assert ReportlabFonts().missing("a\x07b日本日\r\n", Face.BOLD) == "\x07日本\r\n"


@pytest.mark.parametrize("face", Face)
def test_nothing_that_a_plan_needs_is_missing(face):
    needed = "ÂÊÎÔÛŴŶâêîôûŵŷÁÉÍÓÚẂÝáéíóúẃýÄËÏÖÜẄŸäëïöüẅÿÀÈÌÒÙẀỲàèìòùẁỳ£€§–—‘’“”…•·°×÷±≤≥−→←↑↓½¼¾²³©®™"
    assert ReportlabFonts().missing(needed, face) == ""


def test_a_missing_glyph_is_named_with_the_words_around_it():
    found = missing_glyphs("We met 日本 twice in the year 2010/11 and more", "日")
    assert [diagnostic.code for diagnostic in found] == ["PG520"]
    assert 'U+65E5 (CJK UNIFIED IDEOGRAPH-65E5), in "We met 日本 twice in the year' in found[0].message
    assert found[0].hint


def test_a_control_character_is_named_by_its_code_point_and_not_printed():
    with pytest.raises(PlangenError) as caught:
        ReportlabFonts().check("before\x0bafter", Face.REGULAR)
    (diagnostic,) = caught.value.diagnostics
    assert "U+000B (a control character)" in diagnostic.message
    assert "\x0b" not in diagnostic.message


@pytest.mark.parametrize("face", Face)
def test_the_tables_of_a_face_are_what_reportlab_reads_in_them(face):
    theirs = vars(ReportlabFont("theirs", str(font_file(face)), asciiReadable=False).face)
    ours = vars(TrueTypeFont("ours", face).face)
    not_kept = {"glyphToChar", "_pos", "_pdfScale"}  # the way back, and how far the reading has come
    assert {name: ours[name] for name in theirs if name not in not_kept} == {
        name: value for name, value in theirs.items() if name not in not_kept
    }
