"""The text of a cell as Markdown: lines are paragraphs, typed bullets and `1)` are lists."""

from __future__ import annotations

from plangen.intake.commentary.content import WordParagraph, WordPiece
from plangen.intake.commentary.markdown import as_markdown
from plangen.intake.commentary.typed_items import as_typed_item

__all__ = ["text_as_markdown"]


def text_as_markdown(text: str) -> str:
    """Markdown that prints the text as it was typed; "" for nothing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").split("\n")
    paragraphs = [as_typed_item(WordParagraph((WordPiece(line),))) for line in lines if line.strip()]
    return as_markdown(paragraphs, {}).markdown
