"""What was drawn where: the thread from the structure tree to the pages, kept while drawing.

Rectangles and heights here are in the file's own terms: points, measured up from the foot of the page.
"""

from __future__ import annotations

from msgspec import Struct, field

from plangen.document.blocks import Picture
from plangen.layout.structure import Content, Element

__all__ = ["Bookmark", "Box", "Destination", "LinkArea", "Recording"]

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a rectangle."""


class LinkArea(Struct, frozen=True):
    """A rectangle of a page that can be clicked: it leads to `address` or, inside the document, `destination`."""

    page: int
    element: Element
    box: Box
    contents: str
    address: str = ""
    destination: str = ""


class Destination(Struct, frozen=True):
    """A height of a page that links and bookmarks lead to. Pages count from 0."""

    page: int
    top: float


class Bookmark(Struct, frozen=True):
    """A line of the outline; levels count from 0."""

    title: str
    destination: str
    level: int


class Recording(Struct):
    """Everything finishing needs to know of the drawn pages.

    `pages[n][mcid]` is the content that the marked content with that number on page n belongs to (ISO 32000-1,
    14.7.4.2); `page_pictures[n]` are the names of the pictures painted there; `boxes` holds the bounding box of
    each figure.
    """

    pages: list[list[Content]] = field(default_factory=list)
    page_pictures: list[list[str]] = field(default_factory=list)
    pictures: dict[Picture, str] = field(default_factory=dict)
    boxes: dict[Element, Box] = field(default_factory=dict)
    links: list[LinkArea] = field(default_factory=list)
    destinations: dict[str, Destination] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)

    @property
    def page(self) -> int:
        """The number of the newest page."""
        return len(self.pages) - 1

    def begin_page(self) -> None:
        """Start a page after those there are."""
        self.pages.append([])
        self.page_pictures.append([])

    def mark(self, content: Content) -> int:
        """The number (MCID) of a new run of marked content on the newest page."""
        page = self.pages[-1]
        page.append(content)
        return len(page) - 1

    def picture(self, picture: Picture) -> str:
        """The name by which the newest page paints `picture`; equal pictures have one name."""
        name = self.pictures.setdefault(picture, f"Picture{len(self.pictures) + 1}")
        if name not in self.page_pictures[-1]:
            self.page_pictures[-1].append(name)
        return name

    def enclose(self, element: Element, box: Box) -> None:
        """Extend the bounding box of `element` so that it holds `box`."""
        left, bottom, right, top = self.boxes.get(element, box)
        self.boxes[element] = (min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3]))
