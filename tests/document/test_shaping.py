"""Words as HarfBuzz sets them, held against HarfBuzz itself on whole lines and against the font's own tables."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from plangen.document.shaping import Glyph, advance, characters, shaped, words_and_spaces
from plangen.document.typeface import Face, font_file

LINES = [
    "Total crime fell 4% (Table 7), to 1,234.5 per 1,000 people: “AVATAR” Ltd.",
    "staff and traffic offences after a shift, offshore, left",
    "Heddlu’r ŵyl: Cymru’n Ddiogel, tŷ Ŵyn",
    "Zażółć gęślą jaźń; Łódź, Święty",
    "Αθήνα: Ασφάλεια Τόπου, Ύψος",
    "Ngôn ngữ a\u0301 x\u0302 e\u0302\u0301 A\u030a",
]


FONTS = {face: uharfbuzz.Font(uharfbuzz.Face(font_file(face).read_bytes())) for face in Face}


def by_harfbuzz(text: str, face: Face) -> list[tuple[int, int]]:
    """Glyph and advance of a whole line, asked of HarfBuzz with nothing but its defaults."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(FONTS[face], buffer)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, position.x_advance) for info, position in pairs]


def glyphs_of(text: str, face: Face = Face.REGULAR) -> list[Glyph]:
    """The glyphs of a line, word by word."""
    return [glyph for word in words_and_spaces(text) for glyph in shaped(word, face)]


def width_by_harfbuzz(text: str, face: Face) -> int:
    return sum(width for _, width in by_harfbuzz(text, face))


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("line", LINES)
def test_a_line_is_as_wide_as_harfbuzz_sets_it_as_a_whole(line, face):
    whole = by_harfbuzz(line, face)
    assert advance(line, face) == sum(width for _, width in whole)
    assert [glyph.number for glyph in glyphs_of(line, face)] == [number for number, _ in whole]


@pytest.mark.parametrize("face", Face)
def test_no_pair_with_a_space_is_kerned_so_that_words_can_be_measured_one_by_one(face):
    known = sorted(characters(face) - {"\u00a0"})
    pairs = [pair for character in known for pair in (f" {character}", f"{character} ")]
    apart = {character: width_by_harfbuzz(character, face) for character in known}
    assert [pair for pair in pairs if width_by_harfbuzz(pair, face) != apart[pair[0]] + apart[pair[1]]] == []


def test_total_crime_is_122_units_narrower_than_its_letters():
    font = TTFont(font_file(Face.BOLD))
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    assert sum(widths[glyphs[ord(letter)]][0] for letter in "Total crime") == 5023
    assert advance("Total crime", Face.BOLD) == 4901  # hb-shape 15.0.0 on the same file


@pytest.mark.parametrize("face", Face)
def test_figures_stand_in_columns(face):
    """The font's figures are tabular, and its points, commas, slashes and percent signs are not kerned to them."""
    assert len({advance(figure, face) for figure in ("1,234.5%", "7,771.1%", "4,000.0%", "1,111.1%")}) == 1


def test_ligatures_stand_for_all_their_letters():
    assert [glyph.letters for glyph in shaped("offshoot", Face.REGULAR)] == ["o", "ff", "s", "h", "o", "o", "t"]
    assert [glyph.letters for glyph in shaped("shifts", Face.REGULAR)] == ["s", "h", "i", "ft", "s"]
    assert [glyph.letters for glyph in shaped("offshoot", Face.REGULAR, ligatures=False)] == list("offshoot")


@pytest.mark.parametrize(
    "text",
    [
        *LINES,
        "a\u0323\u0301",
        "a\u0301\u0323",
        "\u0301",
        " \u0301",
        "\u0301\u0323\u0308",
        "ff\u0301t",
        "i\u0307\u0328",
    ],
)
def test_the_glyphs_of_a_text_stand_for_its_letters_in_order(text):
    glyphs = glyphs_of(text)
    assert "".join(glyph.letters for glyph in glyphs) == text
    assert all(glyph.letters for glyph in glyphs)


def test_every_glyph_of_a_letter_with_marks_has_letters_of_its_own():
    """So nothing is lost and nothing comes twice in a copied text, whatever HarfBuzz puts together."""
    known = sorted(characters(Face.REGULAR))
    letters = [character for character in known if unicodedata.category(character)[0] == "L"]
    marks = [character for character in known if unicodedata.category(character)[0] == "M"]
    assert (len(letters) > 900, len(marks) > 30) == (True, True)
    for text in (*known, *(letter + mark for letter in letters for mark in marks)):
        said = [glyph.letters for glyph in glyphs_of(text)]
        assert all(said), text
        assert "".join(said) in (text.replace("\u00a0", " "), unicodedata.normalize("NFD", text)), text


@pytest.mark.parametrize("text", ["", "日本", "\u202eabc\u202c", "a\u200db", "👩\u200d👩", "\ud800", "\x00\x1b"])
def test_what_the_font_lacks_counts_nothing(text):
    known = "".join(character for character in text if character in characters(Face.REGULAR))
    assert advance(text, Face.REGULAR) == advance(known, Face.REGULAR)


def test_a_no_break_space_is_a_space():
    assert glyphs_of("10\u00a0°C") == glyphs_of("10 °C")


def test_nothing_of_the_machine_decides_how_words_are_shaped():
    """HarfBuzz takes a language from the locale and a way of shaping from the environment, unless it is told."""
    program = "from plangen.document.shaping import shaped; from plangen.document.typeface import Face; "
    program += "print(shaped('Total şi fişier after', Face.BOLD))"
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for own in ({}, {"HB_SHAPER_LIST": "fallback"}, {"LC_ALL": "C", "LANG": "ro_RO.UTF-8"})
    }
    assert said == {f"{shaped('Total şi fişier after', Face.BOLD)}\n"}
