"""Symbols keep to their box and tell judgements apart by shape as well as by colour."""

from __future__ import annotations

from itertools import product

import pytest

from plangen.document.drawing import Shape
from plangen.document.paths import circle, placed, rectangle
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.symbols import BOX, arrow, bare_arrow, symbol
from plangen.document.theme import Colours, Theme, contrast

COLOURS = Colours()
DIRECTIONS = (Sign.UP, Sign.DOWN, Sign.SAME)


def corners(shapes: tuple[Shape, ...]) -> tuple[float, float, float, float]:
    points = [
        point for shape in shapes for step in shape.steps for point in zip(step[1::2], step[2::2], strict=True)
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("mark", [Mark(*pair) for pair in product(Judgement, Sign)])
def test_a_symbol_stays_in_its_box(mark: Mark) -> None:
    left, top, right, bottom = corners(symbol(mark, Theme()))
    assert min(left, top) >= 0.0
    assert max(right, bottom) <= BOX


def test_containers_differ_by_shape() -> None:
    containers = [symbol(Mark(judgement, Sign.NONE), Theme()) for judgement in Judgement]
    assert all(len(shapes) == 1 for shapes in containers)
    outlines = {(shapes[0].steps, shapes[0].dash) for shapes in containers}
    assert len(outlines) == len(Judgement)


def test_an_arrow_points_where_its_sign_says() -> None:
    # The tip is the one point furthest in the direction: (7, 2.7) in the visual contract, and 14 - y for down.
    up = symbol(Mark(Judgement.GOOD, Sign.UP), Theme())[1]
    down = symbol(Mark(Judgement.GOOD, Sign.DOWN), Theme())[1]
    assert up.steps[0] == ("M", 7.0, 2.7)
    assert down.steps[0] == ("M", 7.0, BOX - 2.7)


def test_an_arrow_in_a_ring_is_smaller() -> None:
    _, top, _, bottom = corners(symbol(Mark(Judgement.NEUTRAL, Sign.UP), Theme())[1:])
    assert bottom - top == pytest.approx(0.82 * (11.3 - 2.7))


@pytest.mark.parametrize("sign", DIRECTIONS)
def test_the_tall_arrow_fills_the_width_of_its_box(sign: Sign) -> None:
    left, top, right, bottom = corners(arrow(sign, COLOURS.navy, 40.0, 52.0))
    assert (left, right) == (0.0, 40.0)
    assert (top, bottom) == ((0.0, 52.0) if sign is not Sign.SAME else (12.0, 40.0))


@pytest.mark.parametrize("sign", [sign for sign in Sign if sign not in DIRECTIONS])
def test_only_directions_have_arrows(sign: Sign) -> None:
    with pytest.raises(ValueError, match="direction"):
        arrow(sign, COLOURS.navy)
    with pytest.raises(ValueError, match="direction"):
        bare_arrow(sign, COLOURS.navy)


def test_placing_moves_and_scales_everything() -> None:
    (shape,) = placed(
        [Shape(circle(7.0, 7.0, 7.0), stroke=COLOURS.navy, line_width=1.5, dash=(5.0, 3.0))], 10, 20, 2
    )
    assert corners((shape,)) == (10.0, 20.0, 38.0, 48.0)
    assert (shape.line_width, shape.dash) == (3.0, (10.0, 6.0))


def test_a_rectangle_without_a_radius_has_four_corners() -> None:
    assert [step[0] for step in rectangle(0, 0, 10, 5)] == ["M", "L", "L", "L", "Z"]


# WCAG 2.2, 1.4.11 and 1.4.3: 3:1 for graphics and 4.5:1 for text. Bars of judgements carry their counts.
@pytest.mark.parametrize("name", ["navy", "teal", "plum", "orange", "grey", "purple", "steel"])
def test_what_is_drawn_stands_out_from_the_page(name: str) -> None:
    assert contrast(Theme().colour(name), COLOURS.white) >= 3.0


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "teal"),
        ("white", "plum"),
        ("ink", "orange"),
        ("ink", "steel"),
        ("white", "navy"),
        ("grey", "white"),
    ],
)
def test_words_can_be_read_on_what_they_stand_on(text: str, ground: str) -> None:
    assert contrast(Theme().colour(text), Theme().colour(ground)) >= 4.5


def test_a_place_stands_in_a_square_outlined_in_the_colour_of_its_judgement() -> None:
    theme = Theme()
    square, strokes = symbol(Mark(Judgement.BAD, Sign.NONE, 15), theme)
    assert (square.fill, square.stroke, square.line_width) == (theme.colours.white, theme.colours.plum, 1.5)
    assert strokes.stroke == theme.colours.ink


@pytest.mark.parametrize("place", [1, 9, 15, 42, 343])
def test_a_place_stays_inside_its_square(place: int) -> None:
    strokes = symbol(Mark(Judgement.NEUTRAL, Sign.NONE, place), Theme())[1]
    xs, ys = zip(*(step[1:3] for step in strokes.steps), strict=True)
    assert min(xs) >= 1.5 + 0.55
    assert max(xs) <= BOX - 1.5 - 0.55
    assert 3.0 < min(ys) < max(ys) < BOX - 3.0


def test_every_numeral_is_drawn_in_its_own_way() -> None:
    drawn = {symbol(Mark(Judgement.NEUTRAL, Sign.NONE, place), Theme())[1].steps for place in range(10)}
    assert len(drawn) == 10
