"""The vertical rhythm, in one place: how far each kind of neighbour stands from the one above it.

Text is measured from baseline to baseline, as the visual contract gives it; boxes, tables and drawings from
their edges.
"""

from __future__ import annotations

from enum import Enum, auto

__all__ = ["HEADINGS", "ITEMS", "Kind", "gap"]


class Kind(Enum):
    """What stands above or below a gap."""

    PAGE = auto()
    H1 = auto()
    SENTENCE = auto()
    H2 = auto()
    H3 = auto()
    HEADLINE = auto()
    SUBTITLE = auto()
    LEAD = auto()
    BODY = auto()
    CLOSE = auto()
    ITEM = auto()
    NESTED = auto()
    META = auto()
    SMALL = auto()
    NOTE = auto()
    CAPTION = auto()
    EDGE = auto()
    TABLE = auto()
    DRAWING = auto()
    QUOTE = auto()

    __hash__ = object.__hash__  # by identity, in C: a gap is looked up for every two pieces, in every trial


HEADINGS = (Kind.H1, Kind.SENTENCE, Kind.H2, Kind.H3)
"""Kinds of headings, the highest first."""

ITEMS = frozenset({Kind.ITEM, Kind.NESTED})

_TEXT = (Kind.BODY, Kind.CLOSE, Kind.SMALL, Kind.NOTE, Kind.ITEM, Kind.NESTED)
_PAIRS: dict[tuple[Kind, Kind], float] = {
    (Kind.H1, Kind.LEAD): 30,
    (Kind.H1, Kind.BODY): 26,
    (Kind.H1, Kind.ITEM): 26,
    (Kind.H1, Kind.SMALL): 20.5,
    (Kind.H1, Kind.META): 29,
    (Kind.H1, Kind.H2): 44,
    (Kind.META, Kind.EDGE): 21.4,
    (Kind.META, Kind.LEAD): 36,
    (Kind.META, Kind.BODY): 33,
    (Kind.LEAD, Kind.BODY): 29,
    (Kind.LEAD, Kind.LEAD): 29,
    (Kind.LEAD, Kind.EDGE): 23,
    (Kind.LEAD, Kind.TABLE): 19,
    (Kind.BODY, Kind.BODY): 27,
    (Kind.BODY, Kind.ITEM): 23,
    (Kind.BODY, Kind.SMALL): 21,
    (Kind.BODY, Kind.EDGE): 20,
    (Kind.BODY, Kind.TABLE): 16,
    (Kind.BODY, Kind.H2): 41,
    (Kind.H1, Kind.CLOSE): 26,
    (Kind.H2, Kind.CLOSE): 19.5,
    (Kind.H3, Kind.CLOSE): 19,
    (Kind.HEADLINE, Kind.CLOSE): 19,
    (Kind.META, Kind.CLOSE): 30,
    (Kind.CLOSE, Kind.CLOSE): 23,
    (Kind.CLOSE, Kind.ITEM): 20,
    (Kind.CLOSE, Kind.SMALL): 17.5,
    (Kind.CLOSE, Kind.EDGE): 18,
    (Kind.CLOSE, Kind.TABLE): 15,
    (Kind.CLOSE, Kind.H2): 38,
    (Kind.ITEM, Kind.CLOSE): 23,
    (Kind.NESTED, Kind.CLOSE): 23,
    (Kind.ITEM, Kind.ITEM): 20,
    (Kind.ITEM, Kind.NESTED): 19,
    (Kind.NESTED, Kind.NESTED): 19,
    (Kind.NESTED, Kind.ITEM): 20,
    (Kind.ITEM, Kind.BODY): 27,
    (Kind.NESTED, Kind.BODY): 27,
    (Kind.ITEM, Kind.H2): 39,
    (Kind.NESTED, Kind.H2): 39,
    (Kind.SMALL, Kind.SMALL): 19,
    (Kind.SMALL, Kind.TABLE): 13.5,
    (Kind.SMALL, Kind.NOTE): 19,
    (Kind.NOTE, Kind.NOTE): 13.5,
    (Kind.NOTE, Kind.SMALL): 19,
    (Kind.H1, Kind.CAPTION): 26,
    (Kind.CAPTION, Kind.TABLE): 7.5,
    (Kind.SMALL, Kind.H2): 38.5,
    (Kind.NOTE, Kind.H2): 38.5,
    (Kind.SUBTITLE, Kind.DRAWING): 12,
    (Kind.HEADLINE, Kind.SUBTITLE): 15,
    (Kind.HEADLINE, Kind.DRAWING): 12,
    (Kind.HEADLINE, Kind.BODY): 20,
    (Kind.H3, Kind.BODY): 20,
    (Kind.H3, Kind.ITEM): 20,
    (Kind.H2, Kind.BODY): 21,
    (Kind.H2, Kind.ITEM): 21,
    (Kind.H2, Kind.H3): 27,
    (Kind.H2, Kind.HEADLINE): 27,
    (Kind.DRAWING, Kind.SMALL): 16,
    (Kind.TABLE, Kind.SMALL): 14,
    (Kind.TABLE, Kind.NOTE): 16.5,
    (Kind.EDGE, Kind.SMALL): 16,
    (Kind.TABLE, Kind.H2): 34,
    (Kind.TABLE, Kind.HEADLINE): 32,
    (Kind.EDGE, Kind.EDGE): 14,
    (Kind.EDGE, Kind.TABLE): 18,
    (Kind.DRAWING, Kind.TABLE): 15.5,
    (Kind.QUOTE, Kind.QUOTE): 20,
    **{(kind, Kind.HEADLINE): 37.0 for kind in _TEXT},
    **{(kind, Kind.H3): 33.0 for kind in _TEXT},
    (Kind.CLOSE, Kind.H3): 28,
}

_HEADING_TO_EDGE = {Kind.H1: 26.4, Kind.SENTENCE: 19.0, Kind.H2: 12.0, Kind.H3: 10.0, Kind.HEADLINE: 12.0}

# What a kind asks for above itself: the distance from a box's lower edge to its first baseline or edge.
_ABOVE = {
    Kind.PAGE: 0.0,
    Kind.H1: 60.0,
    Kind.SENTENCE: 60.0,
    Kind.H2: 36.0,
    Kind.H3: 31.0,
    Kind.HEADLINE: 35.0,
    Kind.SUBTITLE: 15.0,
    Kind.LEAD: 31.0,
    Kind.BODY: 29.0,
    Kind.CLOSE: 26.0,
    Kind.ITEM: 27.0,
    Kind.NESTED: 27.0,
    Kind.META: 29.0,
    Kind.SMALL: 17.0,
    Kind.NOTE: 17.0,
    Kind.CAPTION: 20.0,
    Kind.EDGE: 20.0,
    Kind.TABLE: 20.0,
    Kind.DRAWING: 20.0,
    Kind.QUOTE: 24.0,
}

# From the top of the content to the first baseline, so that capitals stand level with the top of a box.
_FROM_TOP = {
    Kind.H1: 24.0,
    Kind.SENTENCE: 17.2,
    Kind.H2: 14.0,
    Kind.H3: 11.0,
    Kind.HEADLINE: 11.0,
    Kind.SUBTITLE: 9.0,
    Kind.LEAD: 12.0,
    Kind.BODY: 10.0,
    Kind.CLOSE: 10.0,
    Kind.ITEM: 10.0,
    Kind.NESTED: 10.0,
    Kind.META: 15.0,
    Kind.SMALL: 8.0,
    Kind.NOTE: 8.0,
    Kind.CAPTION: 8.0,
}

_BOXES = frozenset({Kind.EDGE, Kind.TABLE, Kind.DRAWING, Kind.QUOTE})


def gap(above: Kind, below: Kind) -> float:
    """From the last baseline (or edge) of `above` to the first baseline (or edge) of `below`, in points."""
    known = _PAIRS.get((above, below))
    if known is not None:
        return known
    if above is Kind.PAGE:
        return _FROM_TOP.get(below, 0.0)
    if above in _HEADING_TO_EDGE:
        return _HEADING_TO_EDGE[above] if below in _BOXES else _HEADING_TO_EDGE[above] + 10.0
    return _ABOVE[below] if above in _BOXES else _ABOVE[below] + 3.0
