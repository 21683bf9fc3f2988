"""Name trees (ISO 32000-1, 7.9.6): objects found by a string, sorted by the string's bytes."""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Object, Pdf, String

__all__ = ["name_tree", "write_names"]


def name_tree(pdf: Pdf, entries: Iterable[tuple[str, Object]]) -> Object:
    """The tree of `entries`. One level suffices: a document has some hundreds of names."""
    ordered = sorted(((String(name), target) for name, target in entries), key=lambda entry: bytes(entry[0]))
    return pdf.make_indirect(Dictionary(Names=Array([item for entry in ordered for item in entry])))


def write_names(pdf: Pdf, kind: str, entries: Iterable[tuple[str, Object]]) -> None:
    """Enter `entries` among the names of the document as `kind` (ISO 32000-1, table 31)."""
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names[f"/{kind}"] = name_tree(pdf, entries)
