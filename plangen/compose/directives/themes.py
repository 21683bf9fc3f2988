"""`you-said-we-did`: what residents told the partnership, and what it did about it."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.prose import blocks, notes
from plangen.compose.words import first_paragraph, value
from plangen.document.blocks import Beside, Block, Callout, CalloutFigure, Paragraph, Section
from plangen.document.inlines import Strong, Text, Value
from plangen.model.plan import ResidentTheme
from plangen.model.prose import Directive, Expression, Prose, ProseParagraph

__all__ = ["you_said_we_did"]


def you_said_we_did(context: Context, directive: Directive) -> tuple[Block, ...]:
    """A section for every theme."""
    return tuple(_theme(context, theme, index) for index, theme in enumerate(context.themes))


def _theme(context: Context, theme: ResidentTheme, index: int) -> Section:
    key = f"you_said_we_did.yaml#themes.{index}"
    did = context.prose(f"{key}.did")
    inner = context.inside(f"{context.scope}_theme_{index + 1}", did)  # a heading may have the same title
    said = Paragraph(
        (
            Strong((Text(context.language.plan.you_said()),)),
            Text(" "),
            *first_paragraph(inner, context.prose(f"{key}.said")),
        )
    )
    body = (said, *_labelled(context.language.plan.we_did(), blocks(inner, did.blocks)))
    figures = tuple(_callout_figures(inner, theme, key))
    if figures:
        heading = first_paragraph(inner, context.prose(f"{key}.callout"))
        body = (Beside(body, Callout(heading, figures=figures)),)
    return Section(
        id=inner.scope,
        heading=(Text(theme.title),),
        blocks=(*body, *_feedback(inner, context.prose(f"{key}.feedback"))),
        notes=notes(inner, did),
    )


def _labelled(label: str, body: tuple[Block, ...]) -> tuple[Block, ...]:
    first = body[0] if body else None
    if isinstance(first, Paragraph):
        return (Paragraph((Strong((Text(label),)), Text(" "), *first.content), first.kind), *body[1:])
    return (Paragraph((Strong((Text(label),)),)), *body)


def _callout_figures(context: Context, theme: ResidentTheme, key: str) -> Iterator[CalloutFigure]:
    for index in range(len(theme.figures)):
        expression = _only_expression(context.prose(f"{key}.figures.{index}.figure"))
        figure: Value | None = value(context, expression) if expression else None
        if figure is not None:
            yield CalloutFigure(figure, first_paragraph(context, context.prose(f"{key}.figures.{index}.words")))


def _only_expression(prose: Prose) -> Expression | None:
    for block in prose.blocks:
        if isinstance(block, ProseParagraph):
            return next((phrase for phrase in block.content if isinstance(phrase, Expression)), None)
    return None


def _feedback(context: Context, prose: Prose) -> Iterator[Block]:
    """What people told the partnership, in a box and not as a quotation: the words are not theirs."""
    if prose.blocks:
        yield Callout((Text(context.language.plan.feedback_heading()),), blocks(context, prose.blocks))
