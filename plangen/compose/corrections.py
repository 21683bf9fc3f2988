"""The corrections page: what changed since the first version of an edition, and why."""

from __future__ import annotations

from plangen.document.blocks import Paragraph, ParagraphKind, Section
from plangen.document.inlines import Text
from plangen.language.english.editions import correction_approval, correction_heading
from plangen.model.edition import Correction

__all__ = ["correction_sections"]

_ID = "corrections_to_this_document"


def correction_sections(corrections: tuple[Correction, ...], part: str) -> tuple[Section, ...]:
    """The section "Corrections", newest first, under `part` in the contents; none where nothing was corrected."""
    if not corrections:
        return ()
    return (
        Section(
            id=_ID,
            heading=(Text("Corrections"),),
            blocks=tuple(_section(number, corrections[number]) for number in reversed(range(len(corrections)))),
            part=part,
            running="Corrections",
            chapter=True,
            in_contents=True,
        ),
    )


def _section(number: int, correction: Correction) -> Section:
    return Section(
        id=f"{_ID}_{number + 1}",
        heading=(Text(correction_heading(correction)),),
        blocks=(
            Paragraph((Text(correction.reason),)),
            Paragraph((Text(correction_approval(correction)),), ParagraphKind.SMALL),
        ),
    )
