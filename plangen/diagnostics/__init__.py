"""What plangen says when something is wrong: a code, a place, what is wrong and what to do.

Every problem a person can cause ends here. Functions that find problems return lists of `Diagnostic`, so
that one run can report all of them; `PlangenError` carries such a list where work cannot go on. What there is to
find is one catalogue, `codes`, from which `docs/diagnostics.md` is made (`make docs`).
"""

from __future__ import annotations

from plangen.diagnostics import codes
from plangen.diagnostics.about import NOTHING, About
from plangen.diagnostics.code import Code, Severity
from plangen.diagnostics.diagnostic import Diagnostic, ExitCode, Location, PlangenError, by_place, finding
from plangen.diagnostics.nearest import likely
from plangen.diagnostics.printable import printable
from plangen.diagnostics.remedy import Accept, Choose, PutIn, Remedy, Write

__all__ = [
    "NOTHING",
    "About",
    "Accept",
    "Choose",
    "Code",
    "Diagnostic",
    "ExitCode",
    "Location",
    "PlangenError",
    "PutIn",
    "Remedy",
    "Severity",
    "Write",
    "by_place",
    "codes",
    "finding",
    "likely",
    "printable",
]
