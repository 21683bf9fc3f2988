"""`you-said-we-did`: what residents told the partnership, and what it did about it."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.prose import blocks, notes
from plangen.compose.tracing import about, altered, named
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
    body = (said, *_labelled(inner, f"{key}.did", blocks(inner, did.blocks)))
    figures = tuple(_callout_figures(inner, theme, key))
    if figures:
        heading = first_paragraph(inner, context.prose(f"{key}.callout"))
        callout = about(context, Callout(heading, figures=figures), f"{key}.figures")
        body = (Beside(body, callout),)
    section = Section(
        id=inner.scope,
        heading=(named(context, theme.title, f"{key}.title"),),
        blocks=(*body, *_feedback(inner, context.prose(f"{key}.feedback"))),
        notes=notes(inner, did),
    )
    return about(context, section, key)


def _labelled(context: Context, key: str, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """What was done, after words of ours that say so."""
    label = about(context, Strong((Text(context.language.plan.we_did()),)), key)
    first = body[0] if body else None
    if isinstance(first, Paragraph):
        whole = Paragraph((label, Text(" "), *first.content), first.kind)
        return (altered(context, first, whole), *body[1:])
    return (Paragraph((label,)), *body)


def _callout_figures(context: Context, theme: ResidentTheme, key: str) -> Iterator[CalloutFigure]:
    for index in range(len(theme.figures)):
        expression = _only_expression(context.prose(f"{key}.figures.{index}.figure"))
        figure: Value | None = value(context, expression) if expression else None
        if figure is not None:
            words = first_paragraph(context, context.prose(f"{key}.figures.{index}.words"))
            yield about(context, CalloutFigure(figure, words), f"{key}.figures.{index}")


def _only_expression(prose: Prose) -> Expression | None:
    for block in prose.blocks:
        if isinstance(block, ProseParagraph):
            return next((phrase for phrase in block.content if isinstance(phrase, Expression)), None)
    return None


def _feedback(context: Context, prose: Prose) -> Iterator[Block]:
    """What people told the partnership, in a box and not as a quotation: the words are not theirs."""
    if prose.blocks:
        yield Callout((Text(context.language.plan.feedback_heading()),), blocks(context, prose.blocks))
