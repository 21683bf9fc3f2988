"""Chapters and commentaries: paragraphs, headings, nested lists, tables, boxes, charts and notes, in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from random_documents.inline import Notes, rich_paragraph
from random_documents.pictures import picture
from random_documents.tables import narrow_table, table
from random_documents.words import Passage, Writer, joined

__all__ = ["Chapter", "chapter"]

Chart = Callable[[Writer], Passage]


class Chapter:
    """A Markdown file and what has to be found in the document: its running text, its tables and its notes.

    They are looked for one sequence at a time, because tables, figures and notes may stand elsewhere in reading
    order than in the file.
    """

    def __init__(self, blocks: list[Passage], apart: list[Passage], notes: Notes) -> None:
        self.source = joined([*blocks, *notes.passages()]).source + "\n"
        kept = [block for block in blocks if block not in apart]
        self.sequences = [joined(kept).texts, *(block.texts for block in apart), joined(notes.passages()).texts]


def chapter(
    writer: Writer,
    *,
    headings: bool,
    charts: Sequence[Chart],
    expressions: Sequence[str],
    directives: Sequence[Passage] = (),
    most: int = 12,
) -> Chapter:
    """A file of some blocks; `directives` are put in among them. A commentary has no `headings`."""
    notes = Notes(writer)
    blocks: list[Passage] = []
    apart: list[Passage] = []
    level = 1
    if headings and writer.chance(0.6):
        said = writer.paragraph(3)
        blocks.append(Passage(f":::{{lead}}\n{said}\n:::", (said,)))
    waiting = list(directives)
    for _ in range(writer.number(1, most) + len(waiting)):
        if headings and writer.chance(0.3):
            level = writer.rng.randint(2, min(level + 1, 4))
            title = writer.title(14)
            blocks += [Passage(f"{'#' * level} {title}", (title,)), rich_paragraph(writer, notes, expressions)]
        if waiting and writer.chance(0.5):
            apart.append(waiting.pop(0))
            blocks.append(apart[-1])
            continue
        block, loose = _block(writer, notes, expressions, charts)
        blocks.append(block)
        if loose:
            apart.append(block)
    blocks += [rich_paragraph(writer, notes, expressions), *waiting]
    return Chapter(blocks, [*apart, *waiting], notes)


def _block(
    writer: Writer, notes: Notes, expressions: Sequence[str], charts: Sequence[Chart]
) -> tuple[Passage, bool]:
    """A block, and whether its texts are looked for apart from the text around it."""
    drawn = writer.rng.random()
    if drawn < 0.40:
        return rich_paragraph(writer, notes, expressions), False
    if drawn < 0.58:
        return _list(writer, notes, expressions, 0), False
    if drawn < 0.70:
        return table(writer), True
    if drawn < 0.84 and charts:
        return writer.rng.choice(charts)(writer), True
    if drawn < 0.94:
        return _box(writer, expressions), True
    if drawn < 0.96:
        return picture(writer), True
    return _quotation(writer), False


def _list(writer: Writer, notes: Notes, expressions: Sequence[str], depth: int) -> Passage:
    """A list of up to nine items; items may hold paragraphs, lists and, seldom, a table."""
    ordered = writer.chance(0.3)
    items = []
    for number in range(1, writer.number(2, 9) + 1):
        parts = [rich_paragraph(writer, notes, expressions, most=2)]
        if writer.chance(0.1):
            parts.append(rich_paragraph(writer, notes, expressions, most=2))
        if depth < 2 and writer.chance(0.25):
            parts.append(_list(writer, notes, expressions, depth + 1))
        if depth == 0 and writer.chance(0.03):
            parts.append(narrow_table(writer))
        mark = f"{number}. " if ordered else "- "
        whole = joined(parts)
        lines = whole.source.split("\n")
        indented = [line and " " * len(mark) + line for line in lines[1:]]
        items.append(Passage("\n".join([mark + lines[0], *indented]), whole.texts))
    return joined(items, "\n")


def _box(writer: Writer, expressions: Sequence[str]) -> Passage:
    """A callout, a quote or a warning."""
    kind = writer.rng.choice(["callout", "callout", "quote", "warning"])
    if kind == "warning":
        said = writer.sentence(20)
        return Passage(f":::{{warning}}\n{said}\n:::", (said,))
    if kind == "quote":
        said, by = writer.paragraph(2), writer.title(6)
        return Passage(f":::{{quote}} {by}\n{said}\n:::", (said, by))
    heading = writer.title(8, longest=16)
    figures = [
        Passage(f"- {{{{ {expression} }}}} {words}", (words,))
        for expression in writer.rng.sample(list(expressions), min(len(expressions), writer.number(0, 3)))
        if expression.startswith("facts.")
        for words in [writer.words(writer.number(2, 9), longest=16)]
    ]
    said = [Passage(p, (p,)) for p in (writer.paragraph(2) for _ in range(writer.number(1, 2)))]
    if writer.chance(0.08):
        said.append(narrow_table(writer))
    body = joined([*([joined(figures, "\n")] if figures else []), *said])
    texts = joined([*said, *figures]).texts  # large figures stand below the text of a box
    return Passage(f":::{{callout}} {heading}\n{body.source}\n:::", (heading, *texts))


def _quotation(writer: Writer) -> Passage:
    said = writer.paragraph(2)
    return Passage(f"> {said}", (said,))
