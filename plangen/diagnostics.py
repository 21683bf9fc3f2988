"""What plangen says when something is wrong: a code, a place, what is wrong and what to do.

Every problem a person can cause ends here. Functions that find problems return lists of `Diagnostic`, so
that one run can report all of them; `PlangenError` carries such a list where work cannot go on. Codes are
stable and documented in `docs/diagnostics.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, IntEnum

from msgspec import Struct
from msgspec.structs import replace

__all__ = [
    "Diagnostic",
    "ExitCode",
    "Location",
    "PlangenError",
    "Severity",
    "by_place",
    "error",
    "info",
    "warning",
]


class Severity(Enum):
    """How much a finding matters: an error stops a build, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class ExitCode(IntEnum):
    """What the command's exit status means (design section 8)."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3


class Location(Struct, frozen=True, order=True):
    """A place in a file of the workspace.

    `file` is relative to the workspace, with forward slashes. `line` and `column` count from 1; 0 means the
    place is the whole file. `field` names a column of a table or a key, where that says more than a number.
    """

    file: str
    line: int = 0
    column: int = 0
    field: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.field:
                parts.append(self.field)
            elif self.column:
                parts.append(str(self.column))
        elif self.field:
            parts.append(self.field)
        return ":".join(parts)


class Diagnostic(Struct, frozen=True):
    """One finding. `code` is `PG` and three digits; `hint` says what to do next."""

    code: str
    severity: Severity
    message: str
    location: Location | None = None
    hint: str = ""

    def __str__(self) -> str:
        place = f" {self.location}:" if self.location else ""
        text = f"{self.severity.value}[{self.code}]{place} {self.message}"
        return f"{text}\n  hint: {self.hint}" if self.hint else text

    def at(self, location: Location) -> Diagnostic:
        """The same finding at `location`, for rules that do not know where their input came from."""
        return replace(self, location=location)


def by_place(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings in order of file, line and column; those without a place come last."""
    nowhere = Location("\U0010ffff")
    return sorted(findings, key=lambda finding: (finding.location or nowhere, finding.code))


def error(code: str, message: str, location: Location | None = None, hint: str = "") -> Diagnostic:
    """A finding that must be mended before a page is made."""
    return Diagnostic(code, Severity.ERROR, message, location, hint)


def warning(code: str, message: str, location: Location | None = None, hint: str = "") -> Diagnostic:
    """A finding that somebody should look at."""
    return Diagnostic(code, Severity.WARNING, message, location, hint)


def info(code: str, message: str, location: Location | None = None, hint: str = "") -> Diagnostic:
    """A remark."""
    return Diagnostic(code, Severity.INFO, message, location, hint)


class PlangenError(Exception):
    """Work cannot go on. Carries every finding that was known when it stopped, in order of place.

    `exit_code` is what the command ends with: `ExitCode.CONTENT` unless the fault lies in how the command was
    called or in the environment (a full disk, a missing permission).
    """

    def __init__(
        self, diagnostics: Diagnostic | Iterable[Diagnostic], exit_code: ExitCode = ExitCode.CONTENT
    ) -> None:
        found = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        super().__init__("\n".join(map(str, found)))
        self.diagnostics = found
        self.exit_code = exit_code
