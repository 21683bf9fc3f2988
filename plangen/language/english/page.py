"""The words that every page adds: its number, what continues, and what is read aloud for links and arrows."""

from __future__ import annotations

from plangen.language.english.together import kept_together

__all__ = [
    "band_continued",
    "contents_row",
    "down",
    "draft",
    "kept_together",
    "note",
    "page",
    "same",
    "table_continues",
    "table_summary",
    "up",
]


def page(number: int, total: int) -> str:
    return f"Page {number} of {total}"


def table_continues() -> str:
    return "Table continues on the next page."


def table_summary(heads: tuple[str, ...], rows: int, bands: tuple[str, ...]) -> str:
    grouped = f", in {len(bands)} groups: {'; '.join(bands)}" if len(bands) > 1 else ""
    return f"Columns: {'; '.join(heads)}. {rows} {'row' if rows == 1 else 'rows'}{grouped}."


def band_continued(title: str) -> str:
    return f"{title} (continued)"


def note(label: str) -> str:
    return f"Note {label}"


def contents_row(title: str, page: str) -> str:
    return f"{title}, page {page}"


def draft() -> str:
    return "DRAFT"


def up() -> str:
    return "up"


def down() -> str:
    return "down"


def same() -> str:
    return "no change,"
