"""What a draft may still lack: text to be written (PG610), and figures that have not come yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.compose.context import Context
from plangen.diagnostics import Diagnostic, codes, finding
from plangen.document.blocks import Block, Callout, Paragraph
from plangen.document.inlines import Text
from plangen.model.prose import Directive, ProseParagraph, Words
from plangen.model.workspace import Pack, Plan
from plangen.sources.prose_walk import blocks_in

__all__ = ["box_to_come", "to_do_box", "to_do_marks", "told_as_to_come"]

_MARK = "TODO"
"""How a field begins that is still to be written; in a chapter the directive `todo` says it."""

_TO_COME = (
    codes.NOTHING_OBSERVED,
    codes.NO_CHANGE_OR_RESULT,
    codes.TILE_WITHOUT_RESULT,
    codes.NOT_CHARTABLE,
)


def to_do_box(context: Context, *inside: Block) -> Callout:
    """A box in a draft with what is still to do."""
    return Callout((Text(context.language.editions.still_to_do()),), inside)


def box_to_come(context: Context, words: str = "") -> tuple[Block, ...]:
    """What stands in place of a list, chart or tiles that have yet to be filled; nothing where they must be there.

    It says `words`, or that a figure is to come.
    """
    if not context.awaits:
        return ()
    return (to_do_box(context, Paragraph((Text(words or context.language.editions.figure_to_come()),))),)


def told_as_to_come(context: Context, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings; those of missing figures as warnings where figures may still come."""
    return tuple(f.milder() if context.awaits and f.kind in _TO_COME else f for f in findings)


def to_do_marks(edition: Plan | Pack, final: bool) -> Iterator[Diagnostic]:
    """Every place that says that something is still to be written: an error in a final build (PG610)."""
    for prose in edition.prose.values():
        for block in blocks_in(prose.blocks):
            words = ""
            if isinstance(block, Directive) and block.name == "todo":
                words = block.argument
            elif isinstance(block, ProseParagraph):
                first = block.content[0] if block.content else None
                words = first.text.removeprefix(_MARK) if isinstance(first, Words) and _marked(first.text) else ""
            if words:
                hint = "write the text, and take the mark away"
                found = finding(codes.STILL_TO_DO, f"still to do: {words.strip(' :.')}", block.location, hint)
                yield found if final else found.milder()


def _marked(text: str) -> bool:
    return text.startswith((f"{_MARK} ", f"{_MARK}:"))
