"""What the lead agency says: commentary of measures and of their action, with who signed it and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.prose import blocks, notes
from plangen.compose.tracing import altered, asked_at
from plangen.diagnostics import Location
from plangen.document.blocks import Block, Paragraph, ParagraphKind
from plangen.document.inlines import Note, Text
from plangen.document.tables import Density, Table
from plangen.model.pack import KeyAction
from plangen.model.workspace import Pack

__all__ = ["Commented", "commentary"]


class Commented(Struct, frozen=True):
    """Commentary as blocks, the last of them the line that says whose it is, and its footnotes."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()


def commentary(context: Context, action: KeyAction, refs: Sequence[str], lead: str = "") -> Commented:
    """The commentary of every one of `refs` that has one; `lead` is who leads what it is about."""
    content: list[Block] = []
    found: list[Note] = []
    written = [ref for ref in dict.fromkeys(refs) if context.prose(ref).blocks]
    for ref in written:
        prose = context.prose(ref)
        inner = context.inside(f"commentary_{ref.replace('.', '_')}", prose)
        content += (altered(context, block, _close(block)) for block in blocks(inner, prose.blocks))
        found += notes(inner, prose)
    if not content:
        return Commented()
    by, sources = tuple(_signed_by(context, written)), tuple(dict.fromkeys(_sources(context, action)))
    line = context.language.pack.commentary_line(lead, by, sources)
    small = Paragraph((Text(line),), ParagraphKind.SMALL)
    closing = (_signed(context, small, action, written[-1]),) if line else ()
    return Commented((*content, *closing), tuple(found))


def _signed(context: Context, line: Paragraph, action: KeyAction, ref: str) -> Paragraph:
    """The line that says whose a commentary is: from its file, the agencies, and who publishes the figures."""
    published = (f"indicators.yaml#{measure.indicator}.source" for measure in action.measures if measure.indicator)
    names = (f"partnership.yaml#agencies.{action.lead}", *published)
    return asked_at(context, line, Location(context.prose(ref).file), others=names)


def _close(block: Block) -> Block:
    """A table in a commentary is set as closely as the tables of figures around it."""
    return replace(block, density=Density.DATA) if isinstance(block, Table) else block


def _signed_by(context: Context, refs: Sequence[str]) -> Iterator[str]:
    signed = context.edition.signed if isinstance(context.edition, Pack) else {}
    return iter(dict.fromkeys(signed[ref].by for ref in refs if ref in signed))


def _sources(context: Context, action: KeyAction) -> Iterator[str]:
    for measure in action.measures:
        indicator = context.records.indicators.get(measure.indicator or "")
        if indicator is not None:
            yield indicator.source
