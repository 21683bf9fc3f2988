"""Drawn pages as files: a page is written when it is known on which page each of its links ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from msgspec import Struct

from plangen.document.blocks import Metadata
from plangen.layout.canvas import Rectangle
from plangen.layout.node_runs import Spot
from plangen.render.svg.markup import amount, page_head, words_of

__all__ = [
    "DrawnPage",
    "LinkedArea",
    "Places",
    "addresses",
    "node_id",
    "page_name",
    "place_id",
    "places",
    "written",
]

Places = Mapping[str, tuple[int, int]]
"""For each destination its page, from 1, and which of that page's destinations it is, from 1."""


class LinkedArea(Struct, frozen=True):
    """A rectangle that leads to an address, or to a destination of the document."""

    area: Rectangle
    words: str
    address: str = ""
    destination: str = ""


class DrawnPage(Struct, frozen=True):
    """A page before its links are written: its size in points, its elements, and the names of what it holds.

    `spots` are the nodes that its elements show, in the order of their ids.
    """

    width: float
    height: float
    body: str
    links: tuple[LinkedArea, ...] = ()
    destinations: tuple[str, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    spots: tuple[Spot, ...] = ()


def page_name(number: int) -> str:
    """The file of page `number`, from 1."""
    return f"page-{number:02}.svg"


def place_id(number: int) -> str:
    """The id, on its page, of destination `number` of a page: nothing of it comes from content."""
    return f"d{number}"


def node_id(number: int) -> str:
    """The id, on its page, of the element that shows the page's node `number`, from 1."""
    return f"n{number}"


def places(pages: Iterable[DrawnPage]) -> Places:
    """Where every destination is; one that is named twice leads to the later place."""
    return {
        name: (page, number)
        for page, drawn in enumerate(pages, 1)
        for number, name in enumerate(drawn.destinations, 1)
    }


def addresses(page: DrawnPage, found: Places) -> tuple[str, ...]:
    """Where each link of the page leads to."""
    return tuple(link.address or _address(*found[link.destination]) for link in page.links)


def _address(page: int, number: int) -> str:
    return f"{page_name(page)}#{place_id(number)}"


def written(page: DrawnPage, number: int, metadata: Metadata, links: Iterable[str]) -> bytes:
    """The file of page `number`; `links` are the addresses of its links."""
    head = page_head(page.width, page.height, metadata.language, f"{metadata.title}, {number}")
    linked = (_linked(link, address) for link, address in zip(page.links, links, strict=True))
    body = (page.body,) if page.body else ()
    return ("\n".join((*head, *body, *linked, "</svg>")) + "\n").encode("utf-8")


def _linked(link: LinkedArea, address: str) -> str:
    left, top, right, bottom = link.area
    area = f'<rect x="{amount(left)}" y="{amount(top)}" width="{amount(right - left)}"'
    area += f' height="{amount(bottom - top)}" fill="none" pointer-events="all"/>'
    return f'<a href="{escape(address)}"><title>{words_of(link.words)}</title>{area}</a>'
