"""A form that came back as a Word document: by the tags of its boxes, then by its headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plangen.intake.commentary.content import ControlMark, Lost, WordBlock, WordDocument, WordParagraph, WordTable
from plangen.intake.commentary.markdown import as_markdown
from plangen.intake.commentary.opening import FORM_TAG
from plangen.intake.commentary.references import PackReferences
from plangen.intake.commentary.understanding import understand
from plangen.intake.returns.form import commentary_key
from plangen.intake.returns.returned import FormIdentity, Returned, ReturnedCommentary, identity_in
from plangen.intake.returns.returned_workbook import sign_off
from plangen.intake.returns.word_form import SIGNED_HEADING, form_words
from plangen.model.agency_return import IssuedItem

__all__ = ["returned_word", "word_identity"]


def word_identity(document: WordDocument) -> FormIdentity | None:
    """Which form a document says that it is: by its control, else by the line at its end."""
    if found := identity_in(document.controls.get(FORM_TAG, "")):
        return found
    for block in reversed(document.blocks):
        if isinstance(block, WordParagraph) and block.text.startswith("Form pack-"):
            return identity_in(block.text)
    return None


def returned_word(document: WordDocument, identity: FormIdentity, items: Sequence[IssuedItem]) -> Returned:
    """The commentaries in a document that were asked for."""
    asked = {item.key: item for item in items if not item.indicator}
    signed = sign_off(document.controls.get("signed_by", ""), document.controls.get("signed_on", ""))
    unclear = " ".join(
        filter(None, (document.controls.get("signed_by", ""), document.controls.get("signed_on", "")))
    )
    returned = Returned(identity, holds_figures=False, changes=document.changes)
    for key in asked:
        if key in document.controls:
            written = as_markdown(_inside(document, key), document.notes)
            returned.commentaries[key] = ReturnedCommentary(
                markdown=written.markdown, lost=tuple(f"{part.kind.value}: {part.words}" for part in written.lost)
            )
    lacking = [item for key, item in asked.items() if key not in returned.commentaries]
    if lacking:
        returned.commentaries |= _by_heading(document, lacking)
    for key, found in returned.commentaries.items():
        if found.signed_off is None:
            text = "" if signed else unclear
            returned.commentaries[key] = replace(found, signed_off=signed, signed_text=text)
    return returned


def _inside(document: WordDocument, tag: str) -> list[WordParagraph | WordTable]:
    """The blocks of the control with that tag."""
    found, inside = list[WordParagraph | WordTable](), False
    for block in document.blocks:
        if isinstance(block, ControlMark):
            inside = block.opens if block.tag == tag else inside
        elif inside:
            found.append(block)
    return found


def _by_heading(document: WordDocument, items: Sequence[IssuedItem]) -> dict[str, ReturnedCommentary]:
    """Sections below headings, where a program lost the boxes; the form's own words are none of them."""
    references = PackReferences(tuple(item.ref for item in items), {}, {})
    kept = replace(document, blocks=tuple(_without_ours(document)))
    read = understand(kept, "", references, {}, form_words(items))
    found = {
        commentary_key(ref): ReturnedCommentary() for ref, part in read.lost if part.kind is Lost.NOTHING_WRITTEN
    }
    for one in read.commentary:
        found[commentary_key(one.ref)] = ReturnedCommentary(markdown=one.markdown, signed_off=one.signed_off)
    return found


def _without_ours(document: WordDocument) -> Iterator[WordBlock]:
    """The blocks of a form without its locked tables, and without its end: who signs, and which form it is."""
    for block in document.blocks:
        match block:
            case ControlMark():
                continue
            case WordTable() if _is_ours(block):
                continue
            case WordParagraph() if block.text.strip() == SIGNED_HEADING:
                return
            case _:
                yield block


def _is_ours(table: WordTable) -> bool:
    """Whether it is the locked table of figures."""
    return [cell.text for cell in table.rows[0][:2]] == ["Measure", "Unit"] if table.rows else False
