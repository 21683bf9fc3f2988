"""Drawings as JSON: everything comes back, and nothing else is taken for a drawing."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.drawing import Clip, Drawing, Glyphs, Shape
from plangen.document.drawing_json import drawing_from_json, drawing_to_json
from plangen.document.theme import Colour
from plangen.document.typeface import Face

number = st.floats(-1e6, 1e6)
colour = st.integers(0, 0xFFFFFF).map(lambda code: Colour(f"#{code:06X}"))
clip = st.none() | st.builds(Clip, number, number, number, number)
step = st.one_of(
    st.tuples(st.just("M"), number, number),
    st.tuples(st.just("L"), number, number),
    st.tuples(st.just("C"), *[number] * 6),
    st.just(("Z",)),
)
shape = st.builds(
    Shape,
    steps=st.lists(step, max_size=5).map(tuple),
    fill=st.none() | colour,
    stroke=st.none() | colour,
    line_width=number,
    dash=st.lists(number, max_size=4).map(tuple),
    round_ends=st.booleans(),
    clip=clip,
)
glyphs = st.builds(Glyphs, number, number, st.text(), st.sampled_from(Face), number, colour, number, clip)
drawing = st.builds(Drawing, number, number, st.lists(shape | glyphs, max_size=6).map(tuple))


@given(drawing)
def test_a_drawing_comes_back_equal(original: Drawing) -> None:
    assert drawing_from_json(drawing_to_json(original)) == original


def damaged(**changes: object) -> str:
    mark = {
        "steps": [["M", 1, 2]],
        "fill": None,
        "stroke": "#000000",
        "line_width": 1,
        "dash": [],
        "round_ends": False,
        "clip": None,
    }
    return json.dumps({"width": 1, "height": 1, "marks": [{**mark, **changes}]})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"width": 1, "height": 1, "marks": [1]}',
        '{"width": 1, "height": 1, "marks": [{}]}',
        '{"width": NaN, "height": 1, "marks": []}',
        '{"width": true, "height": 1, "marks": []}',
        damaged(steps=[["M", 1]]),
        damaged(steps=[["Q", 1, 2]]),
        damaged(steps=[[]]),
        damaged(steps=5),
        damaged(stroke="black"),
        damaged(stroke=7),
        damaged(clip=[1, 2, 3]),
        damaged(line_width="1"),
        "[" * sys.getrecursionlimit() * 100,
    ],
)
def test_anything_else_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        drawing_from_json(text)


def test_text_needs_words_face_and_colour() -> None:
    mark = {"x": 1, "y": 1, "text": "a", "face": "Bold", "size": 10, "colour": "#000000", "angle": 0, "clip": None}
    assert drawing_from_json(json.dumps({"width": 1, "height": 1, "marks": [mark]})).marks
    for change in ({"text": 1}, {"colour": None}, {"face": "Comic"}, {"size": None}):
        with pytest.raises(ValueError, match=r".*"):
            drawing_from_json(json.dumps({"width": 1, "height": 1, "marks": [{**mark, **change}]}))
