"""The steps of a build whose results may be kept for the next one."""

from __future__ import annotations

from enum import Enum, auto

__all__ = ["Step"]


class Step(Enum):
    """A step, in the order of the flow; results of different steps never meet."""

    FILE = auto()
    """The SHA-256 of a file, by its name."""
    SOURCE = auto()
    """What was read of one or several files, with its findings."""
    REFERENCES = auto()
    """Findings about names that records or prose use."""
    PICTURES_ASKED = auto()
    """Which pictures a piece of prose shows."""
    RECORDS = auto()
    """Shared records and observations tied together, and the evidence in them."""
    GROUND = auto()
    """Something equal to before, as the very object that it was before."""
    COMPOSED = auto()
    """Sections as they were composed, with their results and findings."""
    RESULTS = auto()
    """The rows and attachments of all results."""
    CHARACTERS = auto()
    """Sections in the characters of their language."""
    DRAWING = auto()
    """Drawings of charts."""
    ILLUSTRATED = auto()
    """Sections with their charts drawn."""
    LAID_OUT = auto()
    """Sections as pieces."""
    PAGINATED = auto()
    """Chapters on their pages."""
    DRAWN = auto()
    """Pages as they were drawn."""
    WRITTEN = auto()
    """Pages as files."""
