"""The words that the page itself adds to a document's own: a renderer asks for them, a language gives them."""

from __future__ import annotations

from typing import Protocol

__all__ = ["PageWords"]


class PageWords(Protocol):
    """Words that depend on where things came to stand, so that they cannot be finished before the pages are.

    `up`, `down` and `same` are read aloud for the arrows of headline tiles; `note` and `contents_row` describe
    links to screen readers (ISO 14289-1, 7.18.5). `draft` marks every page that is not approved.
    """

    def page(self, number: int, total: int) -> str:
        """The right of a page's foot: "Page 3 of 26"."""

    def table_continues(self) -> str:
        """Under a table that goes on."""

    def table_summary(self, heads: tuple[str, ...], rows: int, bands: tuple[str, ...]) -> str:
        """How a table is built, read aloud before it: its columns, how many rows, and the groups they are in."""

    def band_continued(self, title: str) -> str:
        """The band of a group that goes on: "Reduce crime (continued)"."""

    def note(self, label: str) -> str:
        """What the link of a note's mark is called."""

    def contents_row(self, title: str, page: str) -> str:
        """What the link of a row of the contents is called: "Crime, page 7"."""

    def kept_together(self, text: str) -> tuple[int, ...]:
        """The positions of the spaces in `text` at which no line ends, where it has room: "26,626 crimes"."""

    def draft(self) -> str:
        """What every page of a draft is marked with."""

    def up(self) -> str:
        """Read aloud for an arrow upwards, before its figure."""

    def down(self) -> str:
        """Read aloud for an arrow downwards."""

    def same(self) -> str:
        """Read aloud for no movement."""
