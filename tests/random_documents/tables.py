"""Markdown tables: two to twelve columns of words and figures, short and long, upright and turned."""

from __future__ import annotations

from random_documents.words import ENDLESS, Passage, Writer

__all__ = ["narrow_table", "table"]

_TURNED, _GAP, _CHARACTER = 726.0, 14.0, 5.8
"""The width of a turned page, what a column needs beside its words, and a character of 10 pt; in points."""


def table(writer: Writer) -> Passage:
    """A table of up to 12 columns whose longest words fit side by side on a turned page at 10 pt."""
    columns = writer.number(2, 12)
    rows = writer.number(60, 90) if writer.chance(0.05) else writer.number(1, 14)
    while not _fits(cells := _cells(writer, columns, rows)):
        columns = max(2, columns - 1) if writer.chance(0.3) else columns
    if writer.chance(0.04):
        cells[-1][0] = writer.rng.choice(ENDLESS)
    made = _markdown(writer, cells)
    if writer.chance(0.35):
        option = ":landscape: yes\n\n" if writer.chance(0.5) else ""
        return Passage(f":::{{table}}\n{option}{made.source}\n:::", made.texts)
    return made


def narrow_table(writer: Writer) -> Passage:
    """A small table for a list or a box."""
    columns = writer.number(2, 3)
    cells = [
        [writer.words(writer.number(1, 3), longest=9) for _ in range(columns)] for _ in range(writer.number(2, 5))
    ]
    return _markdown(writer, cells)


def _cells(writer: Writer, columns: int, rows: int) -> list[list[str]]:
    """The rows of a table, its headings first. A column holds figures, single words, or some words."""
    kinds = [writer.rng.choice(["figures", "figures", "word", "words", "sentences"]) for _ in range(columns)]
    longest = [writer.rng.choice([8, 12, 16, 99]) if columns < 7 else writer.rng.choice([6, 8, 12]) for _ in kinds]
    head = [writer.words(writer.number(1, 4), most) for most in longest]
    body = [[_cell(writer, kind, most) for kind, most in zip(kinds, longest, strict=True)] for _ in range(rows)]
    return [head, *body]


def _cell(writer: Writer, kind: str, longest: int) -> str:
    if kind == "figures":
        return writer.figure()
    if kind == "word":
        return writer.word(longest)
    return writer.words(writer.number(1, 6 if kind == "words" else 30), longest)


def _fits(cells: list[list[str]]) -> bool:
    widest = [max(len(word) for cell in column for word in cell.split(" ")) for column in zip(*cells, strict=True)]
    return sum(widest) * _CHARACTER + len(widest) * _GAP <= _TURNED


def _markdown(writer: Writer, cells: list[list[str]]) -> Passage:
    rule = [writer.rng.choice(["---", "--:"]) for _ in cells[0]]
    lines = [f"| {' | '.join(row)} |" for row in (cells[0], rule, *cells[1:])]
    return Passage("\n".join(lines), tuple(" ".join(row) for row in cells))
