"""Links are told from the words around them by a line under them (WCAG 2.2, 1.4.1)."""

from __future__ import annotations

import pytest
from render.layout_samples import document, section
from render.painted import painted

from plangen.document.blocks import Paragraph
from plangen.document.inlines import CrossReference, Link, Note, NoteMark, Text
from plangen.document.theme import Theme

THEME = Theme()


def lines(*words, notes=()) -> list[float]:
    """How long the lines are that stand under the words of a paragraph."""
    made = document(section("A chapter", Paragraph(words), notes=notes))
    navy = THEME.colours.navy
    found = [s for s in painted(made, THEME) if s.stroke == navy and s.box[3] - s.box[1] < 0.6]
    return [round(shape.box[2] - shape.box[0], 1) for shape in found]


@pytest.mark.parametrize(
    "link",
    [Link("https://www.example.org/", (Text("the web site"),)), CrossReference("A chapter", (Text("above"),))],
)
def test_the_words_of_a_link_are_underlined(link):
    assert len(lines(Text("Read "), link, Text(" first."))) == 1


def test_a_link_over_two_lines_is_underlined_on_both():
    link = Link("https://www.example.org/", (Text("all of what we promised " * 6 + "then"),))
    first, *others = lines(link)
    assert len(others) >= 1
    assert first > 250


def test_a_space_before_the_next_word_is_not_underlined():
    bare = lines(Link("https://www.example.org/", (Text("the site"),)))
    spaced = lines(Link("https://www.example.org/", (Text("the site "),)), Text("of the city"))
    assert bare == spaced


def test_the_mark_of_a_note_is_told_by_its_brackets():
    note = Note("n", "1", (Text("A note."),))
    assert lines(Text("Crime fell "), NoteMark("n", "1"), Text(" again."), notes=(note,)) == []
