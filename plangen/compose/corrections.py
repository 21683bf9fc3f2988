"""The corrections page: what changed since the first version of an edition, and why."""

from __future__ import annotations

from plangen.document.blocks import Paragraph, ParagraphKind, Section
from plangen.document.inlines import Text
from plangen.language.language import Language
from plangen.model.edition import Correction

__all__ = ["correction_sections"]

_ID = "corrections_to_this_document"


def correction_sections(language: Language, corrections: tuple[Correction, ...], part: str) -> tuple[Section, ...]:
    """The section "Corrections", newest first, under `part` in the contents; none where nothing was corrected."""
    if not corrections:
        return ()
    return (
        Section(
            id=_ID,
            heading=(Text(language.editions.corrections_heading()),),
            blocks=tuple(
                _section(language, number, corrections[number]) for number in reversed(range(len(corrections)))
            ),
            part=part,
            running=language.editions.corrections_heading(),
            chapter=True,
            in_contents=True,
        ),
    )


def _section(language: Language, number: int, correction: Correction) -> Section:
    return Section(
        id=f"{_ID}_{number + 1}",
        heading=(Text(language.editions.correction_heading(correction)),),
        blocks=(
            Paragraph((Text(correction.reason),)),
            Paragraph((Text(language.editions.correction_approval(correction)),), ParagraphKind.SMALL),
        ),
    )
