"""The comparison of two versions as a small web page with its pictures, for people away from the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from plangen.pipeline.archive.diff import Difference
from plangen.pipeline.archive.pages import PageChange, side_by_side
from plangen.pipeline.archive.wording import NO_PICTURES, difference_title, page_words
from plangen.pipeline.history.figures import FigureChange

__all__ = ["report_files"]

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4em .8em .4em 0;"
    "border-bottom:1px solid #bbb}img{max-width:100%}"
)


def report_files(difference: Difference) -> dict[str, bytes]:
    """`index.html`, and a picture of every page that looks different, the older version on the left."""
    files = {_picture(change): side_by_side(change) for change in difference.pages or ()}
    return {"index.html": _page(difference).encode("utf-8"), **files}


def _page(found: Difference) -> str:
    title = escape(difference_title(str(found.name), found.old.record.version, found.new.record.version))
    parts = [
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
        *_section("Figures", ("Figure", "Period", "Before", "Now"), _rows(found.figures)),
        *_section("Targets and outcomes", ("Target", "Period", "Before", "Now"), _rows(found.outcomes)),
        *_section("Text", ("Before", "Now"), [(change.old or "", change.new or "") for change in found.text]),
        "<h2>Pages that look different</h2>",
        *_pictures(found.pages),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _section(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    yield f"<h2>{heading}</h2>"
    if not rows:
        yield "<p>No change.</p>"
        return
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    yield f"<table><thead><tr>{head}</tr></thead><tbody>"
    yield from ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    yield "</tbody></table>"


def _rows(changes: Iterable[FigureChange]) -> list[tuple[str, ...]]:
    return [(change.indicator, change.period, change.old or "", change.new or "") for change in changes]


def _pictures(pages: tuple[PageChange, ...] | None) -> Iterable[str]:
    if pages is None:
        yield f"<p>{NO_PICTURES}</p>"
    elif not pages:
        yield "<p>None.</p>"
    for change in pages or ():
        words = page_words(change.old, change.new)
        alt = f"{words}: before on the left, now on the right"
        yield f'<h3>{words}</h3><p><img src="{_picture(change)}" alt="{alt}"></p>'


def _picture(change: PageChange) -> str:
    return f"page-{change.old or 0:03}-{change.new or 0:03}.png"
