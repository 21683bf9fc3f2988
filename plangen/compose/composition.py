"""What compose gives back."""

from __future__ import annotations

from msgspec import Struct

from plangen.diagnostics import Diagnostic
from plangen.document.blocks import Document
from plangen.measures.results import ResultRow

__all__ = ["Composition"]


class Composition(Struct, frozen=True):
    """A composed edition. With an error among `findings` the document must not be published."""

    document: Document
    results: tuple[ResultRow, ...]
    findings: tuple[Diagnostic, ...]
