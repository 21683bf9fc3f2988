"""The last section: whom to ask, other formats, rights, and how to know that this is what was published."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block, Paragraph, ParagraphKind, Section
from plangen.document.inlines import Inline, Link, Text, plain
from plangen.language.english.editions import approval_words
from plangen.model.edition import Approval

__all__ = ["colophon"]


def colophon(context: Context, digest: str, part: str, approval: Approval | None = None) -> Section:
    """The section "About this document", under `part` in the contents."""
    return Section(
        id="about_this_document",
        heading=(Text("About this document"),),
        blocks=tuple(_blocks(context, digest, approval)),
        part=part,
        running="About this document",
        chapter=True,
        in_contents=True,
    )


def _blocks(context: Context, digest: str, approval: Approval | None) -> Iterator[Block]:
    publication = context.records.partnership.publication
    if approval:
        yield _section("Approval", (Text(approval_words(approval)),))
    for heading, field in (("Contact", "contact"), ("Other formats", "alternative_formats")):
        if found := _words(context, field):
            yield _section(heading, found)
    if publication.accessibility_statement:
        address = publication.accessibility_statement
        yield _section("Accessibility", (Text("Our accessibility statement: "), Link(address, (Text(address),))))
    rights = (_words(context, "legal"), _words(context, "equality"), (Text(publication.copyright),))
    if stated := tuple(right for right in rights if plain(right)):
        yield _section("Legal", *stated)
    yield _section(
        "Where the figures come from",
        (
            Text(
                "Every figure in this document is taken from one source or computed from it. Two tables are "
                "attached to this file: results.csv says how each figure was made, and observations.csv holds the "
                "figures they were made from."
            ),
        ),
    )
    digest_words = f"Content digest, the SHA-256 of everything this document was made from: {digest}"
    yield Paragraph((Text(digest_words),), ParagraphKind.SMALL)


def _words(context: Context, field: str) -> tuple[Inline, ...]:
    return first_paragraph(context, context.prose(f"partnership.yaml#publication.{field}"))


def _section(heading: str, *content: tuple[Inline, ...]) -> Section:
    section_id = "about_" + heading.lower().replace(" ", "_")
    return Section(section_id, (Text(heading),), tuple(map(Paragraph, content)))
