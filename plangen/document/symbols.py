"""Status symbols and arrows as outlines, once for page and drawings (visual contract, "Status symbols").

The container says the judgement, the sign inside says direction or outcome. A symbol fills a box of 14 x 14
points whose origin is its top left corner; `plangen.document.paths.placed` moves and scales it.
"""

from __future__ import annotations

from plangen.document.drawing import Shape, Step
from plangen.document.numerals import numerals
from plangen.document.paths import circle, placed, polygon, polyline, rectangle
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.theme import Colour, Theme

__all__ = ["BOX", "arrow", "bare_arrow", "judgement_colour", "symbol"]

BOX = 14.0
"""The side of the box that a symbol is drawn in."""

_RING_SCALE = 0.82
_RING = circle(7.0, 7.0, 6.25)
_DASHES = (2.0, 1.5)
_UP = ((7.0, 2.7), (11.0, 7.0), (8.3, 7.0), (8.3, 11.3), (5.7, 11.3), (5.7, 7.0), (3.0, 7.0))
_TALL = ((10.0, 0.0), (20.0, 11.0), (13.0, 11.0), (13.0, 26.0), (7.0, 26.0), (7.0, 11.0), (0.0, 11.0))
_EQUALS = (rectangle(3.6, 4.6, 6.8, 1.7), rectangle(3.6, 7.9, 6.8, 1.7))
_EXCLAMATION = (rectangle(6.15, 4.9, 1.7, 4.4), rectangle(6.15, 10.4, 1.7, 1.7))
_DOTS = tuple(rectangle(x, 6.1, 1.8, 1.8) for x in (3.3, 6.1, 8.9))
_TICK = polyline(((3.8, 7.3), (6.1, 9.7), (10.3, 4.7)))
_CROSS = (*polyline(((4.0, 4.0), (10.0, 10.0))), *polyline(((10.0, 4.0), (4.0, 10.0))))


def symbol(mark: Mark, theme: Theme, ground: Colour | None = None, outline: float = 0.75) -> tuple[Shape, ...]:
    """The symbol of `mark` in a box of 14 x 14 points, in painting order. Its word stands beside it.

    `ground` is what it stands on, white if nothing is said. Where that asks for an outline, it is `outline`
    points wide.
    """
    if mark.place is not None:
        return _rank(mark.place, judgement_colour(mark.judgement, theme), theme)
    around = theme.outline(judgement_colour(mark.judgement, theme), ground or theme.colours.white)
    return (_container(mark.judgement, theme, outline if around else 0.0), *_sign(mark, theme))


def _rank(place: int, colour: Colour, theme: Theme) -> tuple[Shape, ...]:
    """A square outlined in the colour of the judgement, with the number of the place in ink."""
    width, gap = (2.8, 2.0) if place < 100 else (1.9, 1.3)
    square = Shape(
        rectangle(0.75, 0.75, BOX - 1.5, BOX - 1.5, 1.0), fill=theme.colours.white, stroke=colour, line_width=1.5
    )
    strokes = numerals(place, BOX / 2, 4.2, width, 5.6, gap)
    return square, Shape(strokes, stroke=theme.colours.ink, line_width=1.0, round_ends=True)


def bare_arrow(sign: Sign, colour: Colour) -> tuple[Shape, ...]:
    """The arrow (or equals sign) of a symbol without its container, as the polarity label shows it: 14 x 14."""
    return tuple(Shape(steps, fill=colour) for steps in _direction(sign))


def arrow(sign: Sign, colour: Colour, width: float = 20.0, height: float = 26.0) -> tuple[Shape, ...]:
    """The tall arrow of a headline tile: head 11, shaft 6 wide, tip at the edge of a box of 20 x 26 points.

    For `Sign.SAME` it is two bars in the middle of the box. Signs that show no direction are a ValueError.
    """
    across, down = width / 20.0, height / 26.0
    if sign is Sign.SAME:
        bars = (rectangle(0.0, y * down, width, 5.0 * down) for y in (6.0, 15.0))
        return tuple(Shape(bar, fill=colour) for bar in bars)
    if sign not in (Sign.UP, Sign.DOWN):
        raise ValueError(f"{sign} has no direction")
    points = _TALL if sign is Sign.UP else tuple((x, 26.0 - y) for x, y in _TALL)
    return (Shape(polygon((x * across, y * down) for x, y in points), fill=colour),)


def judgement_colour(judgement: Judgement, theme: Theme) -> Colour:
    """The colour of a judgement, beside its shape and its word: of its container, and of the bar of a verdict."""
    colours = theme.colours
    match judgement:
        case Judgement.GOOD:
            return colours.teal
        case Judgement.BAD:
            return colours.plum
        case Judgement.CLOSE:
            return colours.orange
        case Judgement.NEUTRAL | Judgement.UNTESTED:
            return colours.grey


def _container(judgement: Judgement, theme: Theme, outline: float) -> Shape:
    """The container; an outline runs inside its edge, so that the symbol is no larger for it."""
    colour = judgement_colour(judgement, theme)
    ink = theme.colours.ink if outline else None
    inner = outline / 2
    match judgement:
        case Judgement.GOOD:
            return Shape(circle(7.0, 7.0, 7.0 - inner), fill=colour, stroke=ink, line_width=outline)
        case Judgement.BAD:
            square = rectangle(inner, inner, BOX - outline, BOX - outline, 1.0)
            return Shape(square, fill=colour, stroke=ink, line_width=outline)
        case Judgement.CLOSE:
            corners = ((7.0, 0.2 + 2 * inner), (14.0 - 1.6 * inner, 13.4 - inner), (1.6 * inner, 13.4 - inner))
            return Shape(polygon(corners), fill=colour, stroke=ink, line_width=outline)
        case Judgement.NEUTRAL:
            return Shape(_RING, fill=theme.colours.white, stroke=colour, line_width=1.5)
        case Judgement.UNTESTED:
            return Shape(_RING, fill=theme.colours.white, stroke=colour, line_width=1.5, dash=_DASHES)


def _sign(mark: Mark, theme: Theme) -> tuple[Shape, ...]:
    colour = _sign_colour(mark.judgement, theme)
    match mark.sign:
        case Sign.NONE:
            return ()
        case Sign.TICK:
            return (Shape(_TICK, stroke=colour, line_width=1.9, round_ends=True),)
        case Sign.CROSS:
            return (Shape(_CROSS, stroke=colour, line_width=1.9, round_ends=True),)
        case Sign.EXCLAMATION:
            return tuple(Shape(bar, fill=colour) for bar in _EXCLAMATION)
        case Sign.DOTS:
            return tuple(Shape(dot, fill=colour) for dot in _DOTS)
        case Sign.SAME:
            return bare_arrow(mark.sign, colour)
        case Sign.UP | Sign.DOWN:
            scale = _RING_SCALE if mark.judgement in (Judgement.NEUTRAL, Judgement.UNTESTED) else 1.0
            inset = BOX / 2 * (1 - scale)
            return placed(bare_arrow(mark.sign, colour), inset, inset, scale)


def _sign_colour(judgement: Judgement, theme: Theme) -> Colour:
    match judgement:
        case Judgement.GOOD | Judgement.BAD:
            return theme.colours.white
        case Judgement.CLOSE:
            return theme.colours.ink
        case Judgement.NEUTRAL | Judgement.UNTESTED:
            return theme.colours.grey


def _direction(sign: Sign) -> tuple[tuple[Step, ...], ...]:
    match sign:
        case Sign.UP:
            return (polygon(_UP),)
        case Sign.DOWN:
            return (polygon((x, BOX - y) for x, y in _UP),)
        case Sign.SAME:
            return _EQUALS
        case _:
            raise ValueError(f"{sign} has no direction")
