"""The checks find what they look for: each is shown a page with one fault of its kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from random_documents.glyphs import Glyph, Page, read_pages
from random_documents.kept_text import lost_texts
from random_documents.margins import beyond_the_margins, too_small
from random_documents.overlaps import overlaps
from random_documents.reading_order import Block, Placed
from random_documents.unbroken import broken
from render.test_shaped_text import page_of
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)


def pages_with(path: Path, *texts: tuple[float, float, float, str]) -> list[Page]:
    """Two pages; on the second one, texts at x, y from the top, and in a size."""
    canvas = Canvas(str(path), A4)
    canvas.drawString(100, 700, "A cover")
    canvas.showPage()
    for x, y, size, text in texts:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    return read_pages(path)


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [(58, 100, True), (500, 769, True), (40, 100, False), (520, 100, False), (58, 82, False), (58, 780, False)],
)
def test_text_beside_above_or_below_the_text_block_is_found(x, y, inside, tmp_path):
    found = beyond_the_margins(pages_with(tmp_path / "a.pdf", (x, y, 12, "words")))
    assert [message.split(":")[0] for message in found] == ([] if inside else ["page 2"])


def test_the_head_and_the_foot_of_a_page_have_their_place(tmp_path):
    pages = pages_with(tmp_path / "a.pdf", (58, 48, 10, "A plan"), (58, 804, 10, "Page 1"), (68, 13, 12, "2"))
    assert beyond_the_margins(pages) == []


def test_small_type_is_found(tmp_path):
    (found,) = too_small(pages_with(tmp_path / "a.pdf", (58, 100, 10, "legible"), (58, 130, 9.5, "small")))
    assert "9.5 pt" in found
    assert "small" in found


@pytest.mark.parametrize(
    ("x", "y", "clear"),
    [(100, 112, True), (100, 103, False), (118, 100, False), (140, 100, True)],
)
def test_lines_and_words_that_overprint_each_other_are_found(x, y, clear, tmp_path):
    pages = pages_with(tmp_path / "a.pdf", (100, 100, 10, "Agency"), (x, y, 10, "council"))
    assert (overlaps(pages) == []) is clear


def test_the_letters_of_a_ligature_do_not_overprint_each_other(tmp_path):
    (tmp_path / "a.pdf").write_bytes(page_of("staff offtake, after a shift"))
    (page,) = read_pages(tmp_path / "a.pdf")
    assert "".join(glyph.text for glyph in page.glyphs) == "staff offtake, after a shift"
    assert overlaps([page]) == []


def lines(*texts: str, path: tuple[str, ...] = ("Table", "TR", "TD")) -> Block:
    """A block of these lines, as they are painted."""
    return Block(
        path,
        [
            Placed(1, Glyph(letter, 5.0 * at, 0, 5.0 * at + 5, 10, 5.0 * at, 100 + 12.0 * line, 10.0, 0.0, 0))
            for line, text in enumerate(texts)
            for at, letter in enumerate(text)
        ],
    )


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("no", "ne"), ["word"]),
        (("£4,644,66", "3"), ["figure"]),
        (("2009/", "10"), ["figure"]),
        (("anti-", "social"), []),
        (("of all ", "crime"), []),
        (("safe", "Crime"), []),  # a word of the files, after which PDFium left the space out
        (("preventionprevention", "prevention"), []),  # longer than any line has to hold
    ],
)
def test_a_word_or_figure_on_two_lines_is_found(texts, found):
    messages = broken([lines(*texts)], frozenset({"safe", "none", "anti-social"}))
    assert [message.split(" ")[3] for message in messages] == found


def test_labels_of_a_drawing_are_no_lines_of_text():
    assert broken([lines("Q1", "Q2", path=("Document", "Figure"))], frozenset()) == []


def test_texts_that_are_missing_or_in_another_order_are_found():
    blocks = [lines("Fewer ", "burglaries"), lines("“All” crime – down 5%")]
    assert lost_texts(blocks, [("Fewer burglaries", '"All" crime - down 5%')]) == []
    assert lost_texts(blocks, [("Fewer robberies",)]) == ["lost: 'Fewer robberies'"]
    assert lost_texts(blocks, [("down 5%", "Fewer")]) == ["lost: 'Fewer' (out of order)"]
    assert lost_texts(blocks, [("down 5 points",)]) != []
