"""What a document to be published must say of itself (design section 4, `publication`)."""

from __future__ import annotations

from datetime import date

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.model.partnership import Publication

__all__ = ["publication_problems"]

_FILE = Location("content/partnership.yaml", field="publication")
_REQUIRED = {
    "contact": "say whom a reader can ask",
    "alternative_formats": "say how to get the document in large print, in another language or read aloud",
    "accessibility_statement": "give the address of your accessibility statement",
}


def publication_problems(publication: Publication, today: date | None) -> list[Diagnostic]:
    """What stands in the way of a final build: missing details, or an embargo that `today` is still under."""
    problems = [
        finding(
            codes.PUBLICATION_DETAILS_MISSING,
            f"a final build needs {key.replace('_', ' ')}",
            _FILE,
            f"{hint}: publication: {{{key}: ...}}",
        )
        for key, hint in _REQUIRED.items()
        if not getattr(publication, key)
    ]
    if publication.embargo and today and today < publication.embargo:
        message = f"the document is under embargo until {publication.embargo.isoformat()}"
        problems.append(finding(codes.UNDER_EMBARGO, message, _FILE, "build a draft, without --final, until then"))
    return problems
