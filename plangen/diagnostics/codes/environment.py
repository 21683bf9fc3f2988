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

WORKSPACE_IN_USE = Code(
    "PG911",
    Severity.ERROR,
    "Another program is writing into the workspace",
    meaning="Commands that write content do so one after the other. Nothing was written.",
    remedy="Wait until the other command has finished, then try again.",
    example=("another program is writing into the workspace\n  hint: wait until it has finished, then try again"),
)

EDITED_MEANWHILE = Code(
    "PG912",
    Severity.ERROR,
    "A file changed while a command was at work",
    meaning="The file is no longer the one that the command read. It is never overwritten; nothing was written.",
    remedy="Try again, so that the newer file is read.",
    example=(
        "content/data/police.csv: somebody else changed the file while this was going on\n"
        "  hint: nothing was written; try again, so that the newer file is read"
    ),
)

EDIT_NOT_POSSIBLE = Code(
    "PG913",
    Severity.ERROR,
    "An edit cannot be made",
    meaning=(
        "A command that changes a content file replaces only what changes, and reads the file again before it is "
        "written. Here there is nothing to change, or other values would become different ones. The file stays as "
        "it is."
    ),
    remedy="Change the file in an editor instead.",
    example=(
        "content/indicators.yaml: there is nothing at all_crimes.unit that could be changed\n"
        "  hint: change it in an editor instead"
    ),
)

UNFINISHED_WRITING = Code(
    "PG914",
    Severity.ERROR,
    "What a command left unfinished cannot be read",
    meaning=(
        "A command that writes several files keeps them in `content/.pending` until all are in place, and the "
        "next command finishes what was stopped. Here that folder holds something that plangen did not write."
    ),
    remedy="Move what you need out of the folder, and delete it.",
    example=(
        "content/.pending/journal.json: what a command left unfinished cannot be read\n"
        "  hint: move what you need out of content/.pending, and delete that folder"
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
