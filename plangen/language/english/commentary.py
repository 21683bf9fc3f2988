"""The words around a lead agency's commentary."""

from __future__ import annotations

__all__ = ["COMMENTARY", "commentary_line", "lead_words", "running_head"]

COMMENTARY = "What we are doing"


def lead_words(agency: str) -> str:
    """Who leads: "Lead: Hampshire Constabulary"."""
    return f"Lead: {agency}"


def commentary_line(by: tuple[str, ...], sources: tuple[str, ...]) -> str:
    """Who wrote it and where the figures are from: "Commentary: Hampshire Constabulary. Source: iQuanta."."""
    parts = (f"Commentary: {'; '.join(by)}." if by else "", f"Source: {'; '.join(sources)}." if sources else "")
    return " ".join(part for part in parts if part)


def running_head(number: int, title: str) -> str:
    """The right end of a page's header: "Priority 1: Reduce crime and anti-social behaviour"."""
    return f"Priority {number}: {title}"
