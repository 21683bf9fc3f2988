"""An entry of the catalogue: what a code stands for, how much it matters and what to do about it."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

__all__ = ["Code", "Severity"]


class Severity(Enum):
    """How much a finding matters: an error stops a build, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(Struct, frozen=True):
    """One kind of finding, known by its number for good: numbers are neither changed nor given twice.

    `number` is `PG` and three digits. `meaning` and `remedy` are sentences in Markdown, `remedy` speaks to whom
    the finding is told. `example` is a finding as the terminal shows it, behind its severity and number.
    """

    number: str
    severity: Severity
    title: str
    meaning: str
    remedy: str
    example: str

    def __str__(self) -> str:
        return self.number
