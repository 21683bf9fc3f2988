"""The steps of a build whose results may be kept for the next one."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Step"]


class Step(IntEnum):
    """A step, in the order of the flow; results of different steps never meet."""

    FILE = 0
    """The SHA-256 of a file, by its name."""
    SOURCE = 1
    """What was read of one or several files, with its findings."""
    REFERENCES = 2
    """Findings about names that records or prose use."""
    PICTURES_ASKED = 3
    """Which pictures a piece of prose shows."""
    RECORDS = 4
    """Shared records and observations tied together, and the evidence in them."""
    GROUND = 5
    """Something equal to before, as the very object that it was before."""
    COMPOSED = 6
    """Sections as they were composed, with their results and findings."""
    RESULTS = 7
    """The rows and attachments of all results."""
    CHARACTERS = 8
    """Sections in the characters of their language."""
    DRAWING = 9
    """Drawings of charts."""
    ILLUSTRATED = 10
    """Sections with their charts drawn."""
    LAID_OUT = 11
    """Sections as pieces."""
    PAGINATED = 12
    """Chapters on their pages."""
    DRAWN = 13
    """Pages as they were drawn."""
    WRITTEN = 14
    """Pages as files."""
