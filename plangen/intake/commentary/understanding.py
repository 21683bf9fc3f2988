"""What a Word document says about each reference of a pack, and how that differs from what the pack has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from msgspec import Struct

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.diagnostics.nearest import hint_for
from plangen.intake.commentary.content import Lost, LostPart, WordDocument, WordParagraph, WordTable
from plangen.intake.commentary.markdown import as_markdown
from plangen.intake.commentary.references import PackReferences
from plangen.intake.commentary.sections import FoundSection, Sections, find_sections
from plangen.intake.commentary.signing import read_sign_off
from plangen.model.pack import SignOff

__all__ = ["CommentaryState", "ExistingCommentary", "ReadCommentary", "Understood", "understand"]

_NOTHING = re.compile(r"(no update|n/?a|tbc|tba|-|\u2013|\u2014|)\.?", re.IGNORECASE)


class CommentaryState(Enum):
    """How what was read compares with the pack's own commentary."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


class ExistingCommentary(Struct, frozen=True):
    """A commentary that the pack has: its Markdown without the head, and who signed it off."""

    markdown: str
    signed_off: SignOff | None = None


class ReadCommentary(Struct, frozen=True):
    """The commentary on `ref` as the document has it."""

    ref: str
    markdown: str
    signed_off: SignOff | None
    state: CommentaryState


class Understood(Struct, frozen=True):
    """All of a document: commentaries in the order of the pack, what is not kept with its reference, findings."""

    commentary: tuple[ReadCommentary, ...]
    lost: tuple[tuple[str, LostPart], ...]
    findings: tuple[Diagnostic, ...]


def understand(
    document: WordDocument,
    file: str,
    references: PackReferences,
    existing: Mapping[str, ExistingCommentary],
    prompts: Sequence[str] = (),
    signed: SignOff | None = None,
) -> Understood:
    """Read the sections of a document.

    `existing` are the pack's commentaries by reference, `prompts` the texts of a form that its sender left as they
    were, `signed` who signs what the document itself does not sign. Findings: PG261 references that the pack
    lacks, PG264 highlights, PG265 a reference that stands twice. What is `changed` is for the caller to report.
    """
    sections = find_sections(document, references)
    signs = _Signs(sections, document, signed)
    lost = list(sections.lost)
    made = []
    findings = list(_reference_faults(sections, file, references))
    for ref in [ref for ref in references.refs if ref in sections.found]:
        section = sections.found[ref]
        blocks, sign_off = signs.of(section)
        written = as_markdown([one for one in blocks if not _is_prompt(one, prompts)], document.notes)
        lost += [(ref, part) for part in written.lost]
        findings += _remarks(section, file)
        if _NOTHING.fullmatch(" ".join(written.markdown.split())):
            lost.append((ref, LostPart(Lost.NOTHING_WRITTEN, written.markdown.strip())))
            continue
        state = _state(written.markdown, sign_off, existing.get(ref))
        made.append(ReadCommentary(ref, written.markdown, sign_off, state))
    return Understood(tuple(made), (*lost, *(("", part) for part in document.lost)), tuple(findings))


class _Signs:
    """Who signed which section: by its own last paragraph, or by the document's where that is the only one."""

    def __init__(self, sections: Sections, document: WordDocument, otherwise: SignOff | None) -> None:
        self.own = {ref: sign for ref, one in sections.found.items() if (sign := _sign_of(one.blocks))}
        self.otherwise = otherwise
        self.for_all: SignOff | None = None
        last = next((one for one in reversed(document.blocks) if _says_something(one)), None)
        at_end = read_sign_off(last.text) if isinstance(last, WordParagraph) else None
        if (
            at_end
            and len(self.own) + (not any(_ends_with(one.blocks, last) for one in sections.found.values())) == 1
        ):
            self.for_all = at_end
            sections.lost[:] = [one for one in sections.lost if not _is_sign(one[1], at_end)]

    def of(self, section: FoundSection) -> tuple[list[WordParagraph | WordTable], SignOff | None]:
        """The blocks of a section without its sign-off, and that."""
        blocks = [block for block in section.blocks if _says_something(block) or block.lost]
        own = self.own.get(section.ref)
        if own:
            last = max(n for n, block in enumerate(blocks) if _says_something(block))
            ended = blocks.pop(last)
            if ended.lost:
                blocks.insert(last, WordParagraph((), lost=ended.lost))
        return blocks, own or self.for_all or self.otherwise


def _sign_of(blocks: Sequence[WordParagraph | WordTable]) -> SignOff | None:
    last = next((block for block in reversed(blocks) if _says_something(block)), None)
    return read_sign_off(last.text) if isinstance(last, WordParagraph) else None


def _ends_with(blocks: Sequence[WordParagraph | WordTable], last: object) -> bool:
    return next((block for block in reversed(blocks) if _says_something(block)), None) is last


def _is_sign(part: LostPart, sign: SignOff) -> bool:
    return part.kind in (Lost.BEFORE, Lost.BETWEEN) and read_sign_off(part.words) == sign


def _says_something(block: object) -> bool:
    match block:
        case WordParagraph():
            return bool(block.text.strip()) or any(piece.note for piece in block.pieces)
        case WordTable():
            return any(cell.text.strip() for row in block.rows for cell in row)
        case _:
            return False


def _is_prompt(block: WordParagraph | WordTable, prompts: Sequence[str]) -> bool:
    """Whether a block is a text of the form itself."""
    return isinstance(block, WordParagraph) and " ".join(block.text.split()) in prompts


def _state(markdown: str, signed: SignOff | None, existing: ExistingCommentary | None) -> CommentaryState:
    if existing is None:
        return CommentaryState.NEW
    same = existing.markdown.strip() == markdown.strip() and (signed is None or signed == existing.signed_off)
    return CommentaryState.SAME if same else CommentaryState.CHANGED


def _reference_faults(sections: Sections, file: str, references: PackReferences) -> list[Diagnostic]:
    found = []
    for ref, heading in sections.unknown.items():
        hint = f"{hint_for(ref, references.refs)} Correct the heading in Word, or add {ref} to pack.yaml"
        message = f'the pack has no key action or measure {ref}: "{heading}"'
        found.append(finding(codes.NO_SUCH_REFERENCE, message, Location(file, field=ref), hint))
    for ref, (heading, other) in sections.disputed.items():
        message = f'"{heading}" has the reference {ref}, but the name of {other}'
        hint = f"correct the heading in Word: it is about {ref} or about {other}"
        found.append(finding(codes.NO_SUCH_REFERENCE, message, Location(file, field=ref), hint))
    return found


def _remarks(section: FoundSection, file: str) -> list[Diagnostic]:
    here = Location(file, field=section.ref)
    paragraphs = [block for block in section.blocks if isinstance(block, WordParagraph)]
    tables = [block for block in section.blocks if isinstance(block, WordTable)]
    paragraphs += [one for table in tables for row in table.rows for cell in row for one in cell.blocks]
    found = [
        finding(
            codes.MARKED_WORDS,
            f'"{words}" is highlighted or struck through: somebody meant to come back to it',
            here,
            "settle it with who wrote it; the words themselves are kept",
        )
        for paragraph in paragraphs
        for words in paragraph.marked
    ]
    if section.places > 1:
        message = f"{section.ref} stands {section.places} times in the document; its parts are joined in order"
        found.append(finding(codes.REFERENCE_JOINED, message, here, "read the joined commentary once"))
    return found
