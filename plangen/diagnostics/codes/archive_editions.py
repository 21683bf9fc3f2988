"""What can be wrong with adding an edition, comparing it and making it again: PG740 to PG759."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NOT_AN_EDITION_ID = Code(
    "PG740",
    Severity.ERROR,
    "A name that cannot be an edition's",
    meaning="An edition is called as its folder under content/plans or content/packs.",
    remedy="Write small letters, digits and hyphens.",
    example=(
        'ID: ".." cannot be the name of an edition\n'
        "  hint: write the name of its folder: small letters, digits and hyphens, as 2011-12"
    ),
)

NOT_A_VERSION = Code(
    "PG741",
    Severity.ERROR,
    "A version that is none",
    meaning="Versions are up to four numbers with points between them.",
    remedy="Write it so: `1.0` or `1.1`.",
    example=(
        '--version: "1.0; rm" is not a version\n  hint: write numbers with points between them, as 1.0 or 1.1'
    ),
)

WORDS_NOT_KEPT = Code(
    "PG742",
    Severity.ERROR,
    "An approver, note or reason that cannot be kept",
    meaning=(
        "One line of plain words. Approver: up to 120 characters, without `<`, `>`, `{` or `}`. Reason of a "
        "correction: up to 600. Note: up to 2,000."
    ),
    remedy="Write it within these limits.",
    example=("--approved-by: the text holds a line break\n  hint: write it on one line, in plain words"),
)

VERSION_NOT_AFTER = Code(
    "PG743",
    Severity.ERROR,
    "A version that does not come after the last one",
    meaning="Versions count as numbers: 1.10 comes after 1.9, and 1 is the same as 1.0.",
    remedy="Give it a higher number.",
    example=(
        "--version: version 1.0 does not come after version 1.1, the last one archived\n"
        "  hint: give it a number above 1.1"
    ),
)

OTHER_CONTENT_THAN_APPROVED = Code(
    "PG744",
    Severity.ERROR,
    "Other content than was approved",
    meaning=(
        "The content digest stands on the last page of every draft. Any change to the content, data or assets "
        "changes it."
    ),
    remedy=(
        "Copy the 64 letters and digits from the draft that was approved; have the content approved as it is "
        "now, or restore it."
    ),
    example=(
        "--content: this is not a content digest\n"
        "  hint: copy the 64 letters and digits from the last page of the draft that was approved"
    ),
)

APPROVED_TOO_EARLY = Code(
    "PG745",
    Severity.ERROR,
    "Approved before the version before",
    meaning="The day lies before the approval of the version before.",
    remedy="Check the day in the minutes. If the computer's clock gave it, the clock may be wrong.",
    example=(
        "--approved-on: 2011-03-01 lies before 2011-04-01, when version 1.0 was approved\n"
        "  hint: check the day in the minutes, and the clock of the computer if it gave the day"
    ),
)

NOT_A_DAY = Code(
    "PG746",
    Severity.ERROR,
    "The day of approval is not a day",
    meaning="It cannot be read.",
    remedy="Write it as year-month-day.",
    example=('--approved-on: "1 April 2011" is not a day\n  hint: write year-month-day, as 2011-04-01'),
)

CORRECTION_AND_REASON = Code(
    "PG747",
    Severity.ERROR,
    "A correction without a reason, or a reason without a correction",
    meaning=(
        "Every version after the first takes the place of one that people have read; its corrections page "
        "says why."
    ),
    remedy="Say what readers should know, or leave the reason out of a first version.",
    example=(
        "--correction: it takes the place of version 1.0, and no reason is given\n"
        '  hint: say what readers should know: --correction "Table 2 gave the figures of 2008/09"'
    ),
)

UNCHANGED_OR_NOT = Code(
    "PG748",
    Severity.ERROR,
    "The content is unchanged, or is not",
    meaning="A new version with the same content is usually one that was added before it was saved.",
    remedy="Save the correction first; `--unchanged` says that it is meant.",
    example=(
        "--unchanged: the content is the same as in version 1.0\n"
        "  hint: save the correction first; if it is to be approved once more as it is, add --unchanged"
    ),
)

NO_ARCHIVE_FOLDER = Code(
    "PG749",
    Severity.ERROR,
    "The archive's folder is not there",
    meaning=(
        "A folder outside the workspace is never made by itself, so that a drive that is not connected is not "
        "taken for a new archive."
    ),
    remedy="Connect the drive, correct the path, or make the folder.",
    example=(
        "--archive: there is no folder nowhere\n"
        "  hint: connect the network drive, correct the path, or make the folder for a new archive"
    ),
)

NOT_ARCHIVED = Code(
    "PG750",
    Severity.ERROR,
    "The archive does not have it",
    meaning="An edition or a version that was never added.",
    remedy="The hint lists the editions or versions it has.",
    example=(
        'VERSION: the archive has no version "7" of plan-2011-12\n  hint: the versions of plan-2011-12: 1.0, 1.1'
    ),
)

CHANGED_MEANWHILE = Code(
    "PG751",
    Severity.ERROR,
    "A file changed while it was archived",
    meaning="Somebody saved it at that moment. Nothing was stored.",
    remedy="Close it in other programs and add the edition again.",
    example=(
        "content/targets.yaml: the file changed just now\n"
        "  hint: close it in other programs and add the edition again"
    ),
)

IN_THE_WAY = Code(
    "PG752",
    Severity.ERROR,
    "Something is in the way",
    meaning="Exports, checkouts and reports are never written over anything.",
    remedy="Name a folder or file that does not exist yet.",
    example=("-o: plan.zip exists already\n  hint: name a folder or file that does not exist yet"),
)

RECORD_NOT_READ = Code(
    "PG753",
    Severity.ERROR,
    "A record that cannot be read",
    meaning="Every version has a record.json. This one is damaged, or of a newer plangen.",
    remedy="Use a newer plangen, or run `plangen archive verify`.",
    example=(
        "plan-2011-12/v1/record.json: the record cannot be read: edition: Field required\n"
        "  hint: a newer plangen may have written it; otherwise run plangen archive verify"
    ),
)

REBUILT_OTHERWISE = Code(
    "PG754",
    Severity.ERROR,
    "The same programs make another file",
    meaning="This should not happen: the archived inputs do not lead to the published PDF.",
    remedy="Verify the archive first.",
    example=(
        "plan-2011-12 1.0: the same programs now make another file: the archived inputs do not give the "
        "published PDF\n"
        "  hint: run plangen archive verify, and report this with the archived version"
    ),
)

OTHER_PROGRAMS = Code(
    "PG755",
    Severity.WARNING,
    "Made with other programs",
    meaning=(
        "Another release of plangen, or other libraries or fonts than on this computer, made the PDF. Figures and "
        "words are compared instead of bytes."
    ),
    remedy="To get the same bytes, install the release and the versions it was made with.",
    example=(
        "it was made by plangen 0.1.0, and this is plangen 0.2.0. Other programs differ too: uharfbuzz none, now "
        "0.57.0\n"
        "  hint: to get the same bytes, install plangen 0.1.0, with the versions that plangen archive show lists"
    ),
)

OTHER_FIGURES_OR_WORDS = Code(
    "PG756",
    Severity.ERROR,
    "Other programs give other figures or words",
    meaning=(
        "What is made today does not say what was published. The published PDF in the archive is the one that "
        "counts."
    ),
    remedy="Install the versions it was made with.",
    example=(
        "plan-2011-12 1.0: 1 figures and 3 passages differ from the published PDF\n"
        "  hint: install the versions it was made with"
    ),
)

NO_SUCH_RECEIPT = Code(
    "PG757",
    Severity.ERROR,
    "No version has the digest of the receipt",
    meaning="The digest of a version, 128 letters and digits, covers it and every version before it.",
    remedy="Check the digest in the receipt; if it is right, this is not the archive it was given for.",
    example=(
        "--expect: no version in the archive has this digest\n"
        "  hint: check the digest in the receipt; if it is right, this is not the archive it was given for"
    ),
)

RECORD_DISAGREES = Code(
    "PG758",
    Severity.ERROR,
    "A record and the archive do not agree",
    meaning=(
        "Every record holds the digests of its files and of the version before it: a version that was "
        "replaced afterwards is found out."
    ),
    remedy="Restore the edition from a backup, and hold it against the receipts in the minutes.",
    example=(
        "plan-2011-12/v2/record.json: the chain is broken: the version before is not the one it was added to\n"
        "  hint: restore this edition from a backup, and hold it against the receipts in the minutes"
    ),
)

PATH_LEADS_OUT = Code(
    "PG759",
    Severity.ERROR,
    "A file name that leads out of its folder",
    meaning="No edition that plangen archived has one.",
    remedy="The archive may be damaged or forged: verify it.",
    example=(
        'the file name "../x" leads out of its folder\n'
        "  hint: the archive may be damaged or forged: run plangen archive verify"
    ),
)
