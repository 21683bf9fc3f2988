"""A callout beside text is read where it stands: after what is beside it, before the text that goes on below."""

from __future__ import annotations

import re

from render.layout_samples import body, bullets, document, section, value, words
from render.tag_tree import tag_tree

from plangen.document.blocks import Beside, Block, Callout, CalloutFigure
from plangen.document.theme import Theme
from plangen.render.pdf import render_pdf

CALLOUT = Callout(words("In figures"), figures=(CalloutFigure(value("281"), words("people warned")),))


def order(*main: Block) -> list[str]:
    """The first word of each element of a section with a callout beside its text, in the order of reading."""
    made = document(section("A chapter", Beside(main, CALLOUT), body("After all.")))
    tree = tag_tree(render_pdf(made, Theme()).data)
    return re.findall(r'"(First|Second|Third|Item|In|281|After)\b', tree)


def test_it_is_read_before_the_text_below_it():
    long = "words that fill a line of the narrow column beside it " * 6
    found = order(body(f"First {long}"), body(f"Second {long}"), body(f"Third {long}"))
    assert found == ["First", "In", "281", "Second", "Third", "After"]


def test_it_is_read_after_all_that_stands_beside_it():
    found = order(body("First line."), body("Second line."), bullets("Item one", "Item two"))
    assert found == ["First", "Second", "Item", "Item", "In", "281", "After"]


def test_a_list_that_begins_beside_it_is_not_torn_apart():
    many = [f"Item {number}" for number in range(12)]
    found = order(body("First line."), bullets(*many), body("Third line."))
    assert found == ["First", *["Item"] * 12, "In", "281", "Third", "After"]
