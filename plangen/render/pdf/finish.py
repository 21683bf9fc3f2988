"""From drawn pages to a finished file."""

from __future__ import annotations

from plangen.document.blocks import Document
from plangen.render.pdf.canvas import PdfCanvas
from plangen.render.pdf.structure import Element

__all__ = ["finish"]


def finish(canvas: PdfCanvas, root: Element, document: Document) -> bytes:
    """The drawn pages as a PDF (in the making)."""
    return canvas.pdf()
