"""What can be wrong with an archive and what it stores: PG701 to PG739."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NO_ARCHIVE = Code(
    "PG701",
    Severity.ERROR,
    "No archive there",
    meaning="The archive's folder is missing: a share that is not connected, or a location misspelt.",
    remedy="Check the archive's location; the first edition that is added makes it.",
    example=(
        "there is no archive at archive\n"
        "  hint: check the archive's location; the first edition that is added makes it"
    ),
)

NOT_AN_ARCHIVE = Code(
    "PG702",
    Severity.ERROR,
    "A folder that is not an archive of plangen's",
    meaning="The folder holds something else: other files, another version of OCFL, or it is a file.",
    remedy="Name a folder that plangen made for the archive, or one that is not there yet.",
    example=(
        "papers is not an archive of plangen's: it holds no declaration of an OCFL 1.1 storage root\n"
        "  hint: name a folder that plangen made for the archive, or one that is not there yet"
    ),
)

ARCHIVE_DAMAGED = Code(
    "PG703",
    Severity.ERROR,
    "The archive's own files are damaged",
    meaning=(
        "The declaration, the layout file or the layout's settings are missing or altered. Nothing is added "
        "until they are restored."
    ),
    remedy="Restore the file from a backup.",
    example=(
        "ocfl_layout.json: this file of the archive itself is not as plangen wrote it\n"
        "  hint: another program's archive, or damage: restore this file from a backup"
    ),
)

NOT_AN_ARCHIVABLE_NAME = Code(
    "PG704",
    Severity.ERROR,
    "A name that no stored edition can have",
    meaning="Small letters, digits and single hyphens.",
    remedy="Write it so, with at most 64 of them: `plan-2011-12`.",
    example=(
        "'../plan' cannot be the name of an edition\n"
        "  hint: small letters, digits and single hyphens, at most 64: plan-2011-12"
    ),
)

NOT_AN_ARCHIVABLE_PATH = Code(
    "PG705",
    Severity.ERROR,
    "A file that cannot be archived under its name",
    meaning=(
        "Names must work on every system, and on shares that ignore the difference between capitals and small "
        "letters."
    ),
    remedy="Give the file another name: plain letters, digits, hyphens and dots are safe everywhere.",
    example=(
        "'inputs/Logo.png': a file cannot be archived under this name: it is the same name as "
        "'inputs/logo.png' where case does not count\n"
        "  hint: give the file another name: plain letters, digits, hyphens and dots are safe everywhere"
    ),
)

NOT_RECORDABLE = Code(
    "PG706",
    Severity.ERROR,
    "A name, reason or moment that cannot be recorded",
    meaning=(
        "The name takes one line of up to 500 characters, the message up to 10,000; the moment needs a time zone."
    ),
    remedy="Write plain text within these limits.",
    example=(
        "the name to record holds control characters: 'Board\\nof the partnership'\n"
        "  hint: plain text only, in one line"
    ),
)

NOT_IN_THE_STORE = Code(
    "PG707",
    Severity.ERROR,
    "Something the archive does not hold",
    meaning="An edition, a version or a file that is not there.",
    remedy="`plangen archive list` shows what there is.",
    example=("the archive holds no plan-2010-11\n  hint: `plangen archive list` shows what there is"),
)

STORED_BEFORE_THE_LAST = Code(
    "PG708",
    Severity.ERROR,
    "A version dated before the last one",
    meaning="Versions follow one another in time. A computer whose clock was set backwards says this, too.",
    remedy="Check the date given, and the clock of this computer.",
    example=(
        "the new version would be dated 2011-04-01 09:00, before the last, 2011-06-01 09:00\n"
        "  hint: check the date given, and the clock of this computer"
    ),
)

EDITION_DAMAGED = Code(
    "PG710",
    Severity.ERROR,
    "A damaged edition",
    meaning=(
        "An inventory, its sidecar or the chain is not as it was written, so that nothing can be read by it "
        "or added to it."
    ),
    remedy="Verify the archive to see what is damaged and what is still good; restore it from a backup.",
    example=(
        "plangen%3aplan-2011-12/v1/inventory.json: the inventory of version 1 does not have the digest its "
        "sidecar gives\n"
        "  hint: verify the archive to see what is damaged and what is still good; restore it from a backup"
    ),
)

STORED_FILE_DAMAGED = Code(
    "PG711",
    Severity.ERROR,
    "A damaged file",
    meaning="The file's SHA-512 is not the one that was recorded when it was archived.",
    remedy="Restore it from a backup; verify the archive to see what else is damaged.",
    example=(
        "plangen%3aplan-2011-12/v1/content/plan.pdf: the file is not as it was archived\n"
        "  hint: restore it from a backup; verify the archive to see what else is damaged"
    ),
)

SOMEBODY_ELSE_ADDED = Code(
    "PG720",
    Severity.ERROR,
    "Somebody else added a version",
    meaning="Of two people who add at the same time one wins.",
    remedy="The other looks at what is there and adds again.",
    example=(
        "plan-2011-12: the newest is version 2 where version 1 was expected; nothing was stored\n"
        "  hint: somebody else added one in the meantime: look at it, then add again"
    ),
)

ARCHIVE_NOT_WRITTEN = Code(
    "PG721",
    Severity.ERROR,
    "The archive cannot be written",
    meaning="The disk is full, or the folder may not be written to. The archive is as it was before.",
    remedy="Check both; then add again.",
    example=(
        "cannot store version 2 of plan-2011-12: No space left on device; the archive is as it was\n"
        "  hint: check that the disk is not full and that the folder may be written to; then add again"
    ),
)

STORED_UNFINISHED = Code(
    "PG722",
    Severity.ERROR,
    "Stored, with work left to do",
    meaning=(
        "The version is in place and whole. Only the copy of its inventory at the edition's root, or the "
        "disk's last confirmation, is missing."
    ),
    remedy="Do not add it again: verify the archive; the next version that is added mends what is left to do.",
    example=(
        "version 2 of plan-2011-12 is stored, but the work after that failed: Input/output error\n"
        "  hint: do not add it again: verify the archive; the next version that is added mends what is left "
        "to do"
    ),
)

ARCHIVE_NOT_READ = Code(
    "PG723",
    Severity.ERROR,
    "The archive cannot be read",
    meaning="The folder cannot be reached or may not be read.",
    remedy="Check both.",
    example=(
        "cannot read the archive: Permission denied\n"
        "  hint: check that the archive's folder can be reached and may be read"
    ),
)

ARCHIVED_FILE_MISSING = Code(
    "PG730",
    Severity.ERROR,
    "A file is missing",
    meaning="Found by verification: a file of a version is no longer there.",
    remedy="Restore it from a backup.",
    example=("plangen%3aplan-2011-12/v1/content/plan.pdf: this file is missing\n  hint: restore it from a backup"),
)

ARCHIVED_FILE_ALTERED = Code(
    "PG731",
    Severity.ERROR,
    "A file was altered",
    meaning="Found by verification: a file of a version has another SHA-512 than the one recorded.",
    remedy="Restore it from a backup.",
    example=(
        "plangen%3aplan-2011-12/v1/content/results.csv: this file is not as it was archived\n"
        "  hint: restore it from a backup"
    ),
)

STRANGER_IN_THE_ARCHIVE = Code(
    "PG732",
    Severity.ERROR,
    "Something that does not belong there",
    meaning="Found by verification: a file or folder in the archive that no inventory knows.",
    remedy="Move it elsewhere.",
    example=(
        "plangen%3aplan-2011-12/v1/content/notes.docx: this file does not belong to the archive\n"
        "  hint: move it elsewhere"
    ),
)

INVENTORY_DOES_NOT_FIT = Code(
    "PG733",
    Severity.ERROR,
    "An inventory that does not fit",
    meaning=(
        "Found by verification: the inventory at an edition's root is damaged, or a version has none left to "
        "check its files by."
    ),
    remedy="Restore it, and its sidecar, from the newest version or from a backup.",
    example=(
        "plangen%3aplan-2011-12/inventory.json: the object's own inventory or its sidecar is not that of the "
        "newest version\n"
        "  hint: restore it, and its sidecar, as copies from plangen%3aplan-2011-12/v2"
    ),
)

DECLARATION_WRONG = Code(
    "PG734",
    Severity.ERROR,
    "A declaration that is missing or altered",
    meaning="Found by verification: the file that says what an edition's folder is.",
    remedy="Restore it from a backup.",
    example=(
        "plangen%3aplan-2011-12/0=ocfl_object_1.1: the declaration is missing\n"
        "  hint: it says ocfl_object_1.1 and nothing else: restore it from a backup"
    ),
)

CHAIN_BROKEN = Code(
    "PG735",
    Severity.ERROR,
    "A broken chain",
    meaning=(
        "Found by verification: a version's inventory is not the one that its successor was built upon, "
        "although it is whole in itself."
    ),
    remedy="One of the two was exchanged: restore both from a backup.",
    example=(
        "plangen%3aplan-2011-12/v1/inventory.json: this is not the inventory that version 2 was built upon\n"
        "  hint: version 1 or 2 was exchanged: restore both from a backup"
    ),
)

INVENTORY_LAGS_BEHIND = Code(
    "PG736",
    Severity.WARNING,
    "An inventory that lags behind",
    meaning="Found by verification where a computer stopped while it added a version.",
    remedy="Nothing is lost: the next version that is added brings it up to date.",
    example=(
        "plangen%3aplan-2011-12/inventory.json: the object's own inventory does not know version 2 yet\n"
        "  hint: nothing is lost: the next version that is added brings it up to date"
    ),
)

NOT_A_PLAIN_FILE = Code(
    "PG737",
    Severity.ERROR,
    "A link where a file belongs",
    meaning="Found by verification: symbolic links and devices are not files.",
    remedy="Restore the file itself from a backup.",
    example=(
        "plangen%3aplan-2011-12/v1/content/plan.pdf: this is not a plain file or folder\n"
        "  hint: an archive holds files only: no links, no devices"
    ),
)

ARCHIVED_VERSION_MISSING = Code(
    "PG738",
    Severity.ERROR,
    "A version is missing",
    meaning="Found by verification: a later version, or the edition's inventory, knows of it.",
    remedy="Restore its folder from a backup.",
    example=("plangen%3aplan-2011-12/v2: version 2 is missing\n  hint: restore its folder from a backup"),
)

ARCHIVED_FILE_UNREADABLE = Code(
    "PG739",
    Severity.ERROR,
    "Something cannot be read",
    meaning="Found by verification: it is there, and the system refuses to read it.",
    remedy="Check that it may be read; then verify again.",
    example=(
        "plangen%3aplan-2011-12/v1/content/plan.pdf: this cannot be read: Input/output error\n"
        "  hint: check that it may be read; then verify again"
    ),
)
