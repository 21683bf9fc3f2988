"""What can be wrong with a form that an agency sends back: PG270 to PG276."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NO_FORM_OF_OURS = Code(
    "PG270",
    Severity.ERROR,
    "No form of ours",
    meaning="The file does not say which form it is, or names one of which there is no record.",
    remedy="Ask for the form that was issued, filled in. A workbook of the agency's own is for `plangen import`.",
    example=(
        "Figures for Jo.xlsx: this is no form that plangen issued\n"
        "  hint: ask for the form that was issued, filled in; for a workbook of their own: plangen import"
    ),
)

FORM_OF_ANOTHER_PARTNERSHIP = Code(
    "PG271",
    Severity.ERROR,
    "A form of another partnership",
    meaning="An agency that works for several partnerships sent one the form of another.",
    remedy="Send it on, and ask for ours.",
    example=(
        "police.xlsx: this is a form of Northford Community Safety Partnership, and not of Example Town Community "
        "Safety Partnership\n"
        "  hint: send it on to Northford Community Safety Partnership, and ask for ours"
    ),
)

FORM_OF_ANOTHER_EDITION = Code(
    "PG272",
    Severity.ERROR,
    "A form of another edition",
    meaning="The form is of another quarter than the one that the agency was asked for last.",
    remedy="Ask for the form of this edition, or name its own with --pack.",
    example=(
        "police.xlsx: this is the form of 2016/17 Q1\n"
        "  hint: ask for the form of 2016-17-q2; to read this one for its own edition: --pack 2016-17-q1"
    ),
)

OLDER_FORM = Code(
    "PG273",
    Severity.INFO,
    "An older issue of the form",
    meaning="The form was issued again since. What stands in this one is read.",
    remedy="Nothing has to be done. Ask for the newer form where something is missing.",
    example=(
        "police.xlsx: this is an older issue of the form, of 2016-10-03\n"
        "  hint: its answers are read; what was asked only later is missing in it"
    ),
)

ITEMS_OF_ANOTHER_AGENCY = Code(
    "PG274",
    Severity.ERROR,
    "A form with another agency's items",
    meaning="Rows or sheets of two agencies' forms were mixed. Nothing of it is read.",
    remedy="Ask the agency for its own form.",
    example=(
        "police.xlsx: row 6 is about 2.2a Clients who complete treatment, which health was asked for\n"
        "  hint: ask police for their own form, filled in"
    ),
)

EDITION_ARCHIVED = Code(
    "PG275",
    Severity.ERROR,
    "A return for an edition that is archived",
    meaning=(
        "The archived edition never changes. What comes in now is accepted into the data only, as a revision or "
        "for the next edition, and with a reason."
    ),
    remedy="Say why with --reason, or leave it.",
    example=(
        "the pack 2016-17-q2 is archived: what is accepted now does not change it\n"
        '  hint: say why it is accepted as a revision or for the next edition: --reason "…"'
    ),
)

ITEM_UNDECIDED = Code(
    "PG276",
    Severity.ERROR,
    "An item that somebody has to decide first",
    meaning=(
        "The figure is impossible, can be read in two ways, or differs from ours. Items that are named together "
        "are accepted together or not at all."
    ),
    remedy="Say whose is taken, with a reason; ask the agency; or name only the other items.",
    example=(
        "police.xlsx:1.2a: changed since by us: ours 29.9, theirs 29.92 (typed here after the form was issued)\n"
        "  hint: say whose is taken: --take theirs or --take ours"
    ),
)
