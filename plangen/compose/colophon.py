"""The last section: whom to ask, other formats, rights, and how to know that this is what was published."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.tracing import about, altered, named, written
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block, Paragraph, ParagraphKind, Section, SideBySide
from plangen.document.inlines import Inline, Link, Text, plain
from plangen.model.edition import Approval, ArchiveAnchor, Notice

__all__ = ["brief_colophon", "colophon"]

_PUBLICATION = "partnership.yaml#publication"


def colophon(
    context: Context, digest: str, part: str, approval: Approval | None = None, anchor: ArchiveAnchor | None = None
) -> Section:
    """The section "About this document", on a page of its own; under `part` in the contents."""
    whom, what = _to_whom(context, approval), _of_what(context, digest, anchor)
    section = _section_about(context, (*whom, *what))
    return altered(context, section, replace(section, part=part, chapter=True))


def brief_colophon(
    context: Context, digest: str, approval: Approval | None = None, anchor: ArchiveAnchor | None = None
) -> Section:
    """The same in two columns, at the end of the last page."""
    whom, what = tuple(_to_whom(context, approval)), tuple(_of_what(context, digest, anchor))
    return _section_about(context, (SideBySide(whom, what),))


def _section_about(context: Context, blocks: tuple[Block, ...]) -> Section:
    heading = context.language.editions.about_heading()
    section = Section("about_this_document", (Text(heading),), blocks, running=heading, in_contents=True)
    return about(context, section, _PUBLICATION)


def _to_whom(context: Context, approval: Approval | None) -> Iterator[Block]:
    """Who approved it, whom to ask, and in which other forms it can be had."""
    publication = context.records.partnership.publication
    if approval:
        yield _section(context, Notice.APPROVAL, (Text(context.language.editions.approval_words(approval)),))
    if contact := tuple(_contact(context)):
        yield _section(context, Notice.CONTACT, *contact)
    if formats := _words(context, "alternative_formats"):
        yield _section(context, Notice.OTHER_FORMATS, formats)
    if address := publication.accessibility_statement:
        linked, after = context.language.editions.accessibility_words(address)
        words = (Link(address, (Text(linked),)), Text(after))
        section = _section(context, Notice.ACCESSIBILITY, words)
        yield about(context, section, f"{_PUBLICATION}.accessibility_statement")


def _of_what(context: Context, digest: str, anchor: ArchiveAnchor | None) -> Iterator[Block]:
    """Rights, where the figures come from, what the document was made of, and what was archived before it."""
    publication = context.records.partnership.publication
    rights = (
        _words(context, "legal"),
        _words(context, "equality"),
        (named(context, publication.copyright, f"{_PUBLICATION}.copyright"),),
    )
    if stated := tuple(right for right in rights if plain(right)):
        yield _section(context, Notice.LEGAL, *stated)
    yield _section(context, Notice.ORIGIN, (Text(context.language.editions.origin_words()),))
    yield Paragraph((Text(context.language.editions.digest_words(digest)),), ParagraphKind.SMALL)
    if anchor:
        yield Paragraph((Text(context.language.editions.anchor_words(anchor)),), ParagraphKind.SMALL)


def _contact(context: Context) -> Iterator[tuple[Inline, ...]]:
    """Whom to ask, and how: a line each, and the e-mail address as a link."""
    publication = context.records.partnership.publication
    if found := _words(context, "contact"):
        yield found
    if publication.phone:
        phone = Text(context.language.editions.phone_words(publication.phone))
        yield (about(context, phone, f"{_PUBLICATION}.phone"),)
    if publication.email:
        before = context.language.editions.email_start()
        yield (
            Text(before),
            written(
                context, Link(f"mailto:{publication.email}", (Text(publication.email),)), f"{_PUBLICATION}.email"
            ),
        )


def _words(context: Context, field: str) -> tuple[Inline, ...]:
    return first_paragraph(context, context.prose(f"{_PUBLICATION}.{field}"))


def _section(context: Context, notice: Notice, *content: tuple[Inline, ...]) -> Section:
    section_id = "about_" + notice.value.replace(" ", "_")
    heading = context.language.editions.notice_heading(notice)
    return Section(section_id, (Text(heading),), tuple(map(Paragraph, content)))
