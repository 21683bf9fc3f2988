"""What can be wrong with receipts, anchors, signatures and time stamps: PG760 to PG779."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NOT_A_RECEIPT = Code(
    "PG760",
    Severity.ERROR,
    "What is given as a receipt is none",
    meaning=(
        "`--expect` takes the file that `plangen archive receipt` wrote, or the version digest from it. The "
        "digest of the PDF or of the content is not enough: the rest of the version could be another."
    ),
    remedy="Give the file, or the 128 letters and digits of the version digest.",
    example=(
        "--expect: this digest has 64 letters and digits; that of a version has 128\n"
        "  hint: give the receipt's file, or its line Version, SHA-512: a shorter digest does not cover the "
        "version"
    ),
)

RECEIPT_DISAGREES = Code(
    "PG761",
    Severity.ERROR,
    "The archive is not what the receipt was written for",
    meaning=(
        "Another version stands in the place of the one that the receipt names, with digests that agree among "
        "themselves: somebody exchanged it. Or the receipt itself was altered."
    ),
    remedy="Restore the archive from a backup that the receipt agrees with.",
    example=(
        "--expect: version 1.0 of plan-2011-12 is not the one that the receipt was written for: it, or one before "
        "it, was exchanged\n"
        "  hint: restore the archive from a backup that this receipt agrees with, and find out who may write to it"
    ),
)

VERSION_GONE = Code(
    "PG762",
    Severity.ERROR,
    "A version went missing since the receipt was written",
    meaning="A receipt names the newest version of every edition that the archive held.",
    remedy="Restore the archive from a backup that the receipt agrees with.",
    example=(
        "--expect: version 1.1 of plan-2011-12 was in the archive when the receipt was written, and is gone\n"
        "  hint: restore the archive from a backup that this receipt agrees with, and find out who may write to it"
    ),
)

ANCHOR_GONE = Code(
    "PG763",
    Severity.ERROR,
    "The version that another was archived after is gone",
    meaning=(
        "Each version names the one that was archived before it, of whatever edition, and prints its digest on "
        "its last page."
    ),
    remedy="The edition it names was taken away or exchanged: restore it from a backup.",
    example=(
        "pack-2016-17-q2/v1/record.json: pack-2016-17-q2 1.0 was archived after version 1.1 of plan-2011-12, "
        "which is gone\n"
        "  hint: it was taken away or exchanged: restore that edition from a backup"
    ),
)
