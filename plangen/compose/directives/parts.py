"""Parts of a page that hold an officer's own words: lead, callout, quote, warning, condition, table, picture."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.prose import blocks, paragraphs
from plangen.compose.tracing import altered, placed
from plangen.compose.unfinished import to_do_box
from plangen.compose.words import inlines, option_inlines
from plangen.diagnostics import PlangenError
from plangen.document.blocks import (
    Block,
    Callout,
    CalloutFigure,
    Figure,
    Paragraph,
    ParagraphKind,
    Quote,
    WarningLine,
)
from plangen.document.inlines import Inline, Text, Value, plain
from plangen.measures.evaluate import holds
from plangen.model.prose import Directive, ProseList, ProseParagraph

__all__ = ["callout", "lead", "picture", "quote", "table", "todo", "warning", "when"]


def lead(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The chapter's lead."""
    return paragraphs(context, directive.body, ParagraphKind.LEAD)


def quote(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Words drawn out of the text, with whose they are."""
    body = paragraphs(context, directive.body, ParagraphKind.BODY)
    return (Quote(body, inlines(context, directive.words, directive.location)),)


def warning(context: Context, directive: Directive) -> tuple[Block, ...]:
    """A line that must not be missed."""
    words = paragraphs(context, directive.body, ParagraphKind.BODY)
    return tuple(_warning(context, paragraph) for paragraph in words)


def _warning(context: Context, paragraph: Paragraph) -> WarningLine:
    line = WarningLine(paragraph.content)
    altered(context, paragraph, line)
    return line


def callout(context: Context, directive: Directive) -> tuple[Block, ...]:
    """A box: list items that begin with a figure are set large, everything else as text."""
    figures = []
    rest = []
    for block in directive.body:
        large = list(_large_figures(context, block)) if isinstance(block, ProseList) else []
        if large:
            figures += large
        else:
            rest.append(block)
    heading = inlines(context, directive.words, directive.location)
    return (Callout(heading, blocks(context, rest), tuple(figures)),)


def _large_figures(context: Context, block: ProseList) -> Iterator[CalloutFigure]:
    for item in block.items:
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, ProseParagraph):
            return
        words = inlines(context, first.content, first.location, first.last)
        if not words or not isinstance(words[0], Value):
            return
        figure = CalloutFigure(words[0], _without_leading_space(words[1:]))
        yield from placed(context, (figure,), first.location, first.last)


def _without_leading_space(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if words and isinstance(words[0], Text):
        return (Text(words[0].text.lstrip()), *words[1:])
    return words


def table(context: Context, directive: Directive) -> tuple[Block, ...]:
    """A table written in Markdown, for the options that it can have there."""
    return blocks(context, directive.body)


def todo(context: Context, directive: Directive) -> tuple[Block, ...]:
    """A box that says what is still to be written; `unfinished` tells of it, and no final document has one."""
    words = Paragraph(inlines(context, directive.words, directive.location))
    return (to_do_box(context, words, *blocks(context, directive.body)),)


def when(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The body, where what the argument says holds."""
    try:
        met = holds(context.evidence, directive.asked[0])
    except PlangenError as problem:
        context.ledger.report(problem.diagnostics)
        return ()
    return blocks(context, directive.body) if met is not directive.negated else ()


def picture(context: Context, directive: Directive) -> tuple[Block, ...]:
    """A picture from assets/. A decorative one says nothing, so it is left out of what is read aloud."""
    found = context.workspace.pictures.get(directive.argument)
    if found is None:  # sources have said why
        return ()
    decorative = bool(directive.option("decorative"))
    alt = "" if decorative else plain(option_inlines(context, directive, "alt"))
    caption = option_inlines(context, directive, "caption")
    name = context.ledger.id(f"{context.scope}_picture")
    figure = Figure(name, found, alt, source=caption, decorative=decorative)
    return (figure,)
