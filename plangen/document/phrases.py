"""The words that the page itself adds to a document's own, in one place, so that an edition can have others."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Phrases"]


class Phrases(Struct, frozen=True):
    """Fixed words, in English unless others are given; names in braces stand where the words are filled in.

    `up`, `down` and `same` are read aloud for the arrows of headline tiles; `note` and `contents_row` describe
    links to screen readers (ISO 14289-1, 7.18.5). `draft` marks every page that is not approved.
    """

    page: str = "Page {number} of {total}"
    table_continues: str = "Table continues on the next page."
    band_continued: str = "{title} (continued)"
    note: str = "Note {label}"
    contents_row: str = "{title}, page {page}"
    draft: str = "DRAFT"
    up: str = "up"
    down: str = "down"
    same: str = "no change,"
