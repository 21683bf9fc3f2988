"""A finding: the code of the catalogue, a place, what is wrong, what to do, and both again as data."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics.about import NOTHING, About
from plangen.diagnostics.code import Code, Severity
from plangen.diagnostics.printable import printable
from plangen.diagnostics.remedy import Remedy

__all__ = ["Diagnostic", "ExitCode", "Location", "PlangenError", "by_place", "finding"]

_SHOWN = 5
"""Other places of one cause that a person reads; `--json` has them all."""


class ExitCode(IntEnum):
    """What the command's exit status means (design section 8); a fault's own is given where it is raised.

    `ENVIRONMENT` is a full disk, a missing permission, a process that was killed, and a fault of plangen itself.
    """

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
    """One finding, as everything is that is told about a workspace, an archive or a file that cannot be read.

    `kind` is its entry in the catalogue; `severity` differs from the entry's only where `severities` of
    partnership.yaml says so, or where the entry describes a case that is `milder`. `hint` says what to do next in
    words, `remedies` what could be done for the reader, the likeliest first; `also` are the other places where the
    same cause shows.

    Two types stand beside it. `checks.editions.Remark` is a finding before its place in the file is known.
    `checks.Finding` is what an audit reads in a foreign document: an opinion with a confidence, about words that
    have a page but no record, no hint and nothing to put in; one type for both would have as many empty fields on
    either side.
    """

    kind: Code
    severity: Severity
    message: str
    location: Location | None = None
    hint: str = ""
    about: About = NOTHING
    remedies: tuple[Remedy, ...] = ()
    also: tuple[Location, ...] = ()

    @property
    def code(self) -> str:
        """The code's number: `PG` and three digits."""
        return self.kind.number

    def __str__(self) -> str:
        place = f" {self.location}:" if self.location else ""
        more = f" and {len(self.also) - _SHOWN} more" if len(self.also) > _SHOWN else ""
        lines = [
            f"{self.severity.value}[{self.code}]{place} {self.message}",
            *([f"  hint: {self.hint}"] if self.hint else ()),
            *([f"  also: {', '.join(map(str, self.also[:_SHOWN]))}{more}"] if self.also else ()),
        ]
        return "\n".join(map(printable, lines))

    def at(self, location: Location) -> Diagnostic:
        """The same finding at `location`, for rules that do not know where their input came from."""
        return replace(self, location=location)

    def of(self, about: About) -> Diagnostic:
        """The same finding about `about`, for rules that do not know what their input belongs to."""
        return replace(self, about=about)

    def with_others(self, others: Iterable[Diagnostic]) -> Diagnostic:
        """The finding, told for `others` of the same cause too."""
        places = (found.location for found in (self, *others) if found.location)
        return replace(self, also=tuple(place for place in dict.fromkeys(places) if place != self.location))

    def milder(self) -> Diagnostic:
        """The same finding as a warning: a case of its code that the catalogue calls one."""
        return replace(self, severity=Severity.WARNING)


def by_place(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings in order of file, line and column; those without a place come last."""
    nowhere = Location("\U0010ffff")
    return sorted(findings, key=lambda finding: (finding.location or nowhere, finding.code))


def finding(
    kind: Code,
    message: str,
    location: Location | None = None,
    hint: str = "",
    about: About = NOTHING,
    remedies: tuple[Remedy, ...] = (),
) -> Diagnostic:
    """A finding as severe as its code."""
    return Diagnostic(kind, kind.severity, message, location, hint, about, remedies)


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
