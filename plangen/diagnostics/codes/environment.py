"""What can go wrong around plangen, and in it: PG901 to PG999."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NOT_WRITTEN = Code(
    "PG901",
    Severity.ERROR,
    "A file cannot be written",
    meaning="The disk is full or the folder may not be written to. Nothing half-written is left.",
    remedy="Free the disk, or check that the folder can be written to.",
    example=(
        "cannot write plan-2011-12.pdf: No space left on device\n"
        "  hint: check that the folder can be written to and that the disk is not full"
    ),
)

PROCESS_ENDED = Code(
    "PG902",
    Severity.ERROR,
    "A process was ended from outside",
    meaning="With `--jobs`, the edition is tried once more by itself; the others are built all the same.",
    remedy="The machine may have run out of memory: close other programs, or build with fewer `--jobs`.",
    example=(
        "the process that built plan-2011-12 was ended from outside\n"
        "  hint: the machine may have run out of memory: close other programs, or build with fewer --jobs"
    ),
)

FAULT_OF_PLANGEN = Code(
    "PG999",
    Severity.ERROR,
    "A fault in plangen itself",
    meaning="Something happened that nobody foresaw.",
    remedy="Please report it with the message.",
    example="a fault in plangen itself: KeyError: 'x'",
)
