"""What can be wrong with pictures, the theme, the document and its publication: PG501 to PG610."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NO_PICTURE = Code(
    "PG501",
    Severity.ERROR,
    "There is no such picture",
    meaning="Pictures are files under assets/.",
    remedy="Copy the picture there, or correct the name.",
    example=(
        "content/plans/2025-26/narrative/summary.md:3:1: there is no picture assets/town.png\n"
        "  hint: copy the picture into assets/ as town.png"
    ),
)

PICTURE_OUTSIDE_ASSETS = Code(
    "PG502",
    Severity.ERROR,
    "A picture's path leads out of assets/",
    meaning="Neither `..` nor absolute paths nor addresses.",
    remedy="Copy the picture into assets/ and write its name only.",
    example=(
        'content/plans/2025-26/narrative/summary.md:3:1: "../content/facts.yaml" leads out of assets/\n'
        "  hint: copy the picture into assets/ and write its name only: harbour.jpg"
    ),
)

NOT_A_PICTURE = Code(
    "PG503",
    Severity.ERROR,
    "Not a PNG or JPEG picture, or one that moves",
    meaning="Not a PNG or JPEG file, or a moving PNG.",
    remedy="Save it again in a picture program.",
    example=(
        "assets/town.png: this is not a PNG or JPEG picture\n"
        "  hint: open it in a picture program and save it again as PNG or JPEG"
    ),
)

PICTURE_TOO_LARGE = Code(
    "PG504",
    Severity.ERROR,
    "A picture is too large",
    meaning="25 million pixels, looked up in its header before it is decoded.",
    remedy="Make it smaller: 2,000 pixels across fill a page.",
    example=(
        "assets/town.png: the picture has 100000 x 100000 pixels; at most 25 million are read\n"
        "  hint: make it smaller: 2,000 pixels across fill a page"
    ),
)

PICTURE_DAMAGED = Code(
    "PG505",
    Severity.ERROR,
    "A picture is damaged",
    meaning="Cut short, or with bytes changed.",
    remedy="Open it in a picture program and save it again as PNG or JPEG.",
    example=(
        "assets/town.png: the picture is damaged (image file is truncated)\n"
        "  hint: open it in a picture program and save it again as PNG or JPEG"
    ),
)

NOT_A_COLOUR = Code(
    "PG510",
    Severity.ERROR,
    "Not a colour",
    meaning="Six digits after #.",
    remedy='Write it in quotes, because # begins a comment in YAML: `"#12436D"`.',
    example=('assets/theme.yaml:2:10: "dark" is not a colour\n  hint: write it in quotes as "#12436D"'),
)

TOO_LITTLE_CONTRAST = Code(
    "PG511",
    Severity.ERROR,
    "Too little contrast",
    meaning="4.5 for text, 3 for shapes (WCAG 2.2, 1.4.3 and 1.4.11).",
    remedy="Choose a darker or lighter colour in assets/theme.yaml.",
    example=(
        "assets/theme.yaml:2:10: teal on white has a contrast of 1.48; it needs 3.0\n"
        "  hint: choose a darker teal in assets/theme.yaml"
    ),
)

NO_SUCH_CHARACTER = Code(
    "PG520",
    Severity.ERROR,
    "A character that the typeface lacks",
    meaning="It would come out as an empty box.",
    remedy="Write it another way, or remove it: it may have come with pasted text.",
    example=(
        'the font has no sign for "☃" U+2603 (SNOWMAN), in "cold ☃ nights"\n'
        "  hint: write it another way, or remove it: it may have come with pasted text"
    ),
)

LINK_TO_NOWHERE = Code(
    "PG521",
    Severity.ERROR,
    "A link that leads nowhere in the document",
    meaning="A link names the id of a section, a figure or a note.",
    remedy="Name one that is in this document.",
    example=(
        'the link "our priorities" leads to "priority", which is not in the document\n'
        "  hint: link to the id of a section, a figure or a note of this document"
    ),
)

PLACE_TWICE = Code(
    "PG522",
    Severity.ERROR,
    "Two places of the same name",
    meaning="A link could not tell them apart.",
    remedy="Give one another id.",
    example=('two places are called "measures"\n  hint: give one of them another id'),
)

TABLE_TURNED = Code(
    "PG523",
    Severity.WARNING,
    "A table that has no room for its words",
    meaning=(
        "Its columns cannot hold their longest words and figures on an upright page, so it stands on pages turned "
        "sideways. Inside a list or a box it cannot be turned, and words are broken."
    ),
    remedy="Take a column out, or say with `:landscape: yes` in its directive that it is meant to be turned.",
    example=(
        'the table "Table of Area, April, May, June" cannot be read on an upright page, so its page is turned\n'
        "  hint: take a column out, or say with :landscape: yes in its directive that it is meant to be turned"
    ),
)

PUBLICATION_DETAILS_MISSING = Code(
    "PG601",
    Severity.ERROR,
    "A final build needs publication details",
    meaning=(
        "contact, alternative_formats and accessibility_statement under publication: in content/partnership.yaml."
    ),
    remedy="Write them, or build a draft, without `--final`.",
    example=(
        "content/partnership.yaml:publication: a final build needs contact\n"
        "  hint: say whom a reader can ask: publication: {contact: ...}"
    ),
)

UNDER_EMBARGO = Code(
    "PG602",
    Severity.ERROR,
    "A final build before the embargo ends",
    meaning="The embargo of content/partnership.yaml has not ended.",
    remedy="Build a draft until then.",
    example=(
        "content/partnership.yaml:publication: the document is under embargo until 2011-04-01\n"
        "  hint: build a draft, without --final, until then"
    ),
)

STILL_TO_DO = Code(
    "PG610",
    Severity.ERROR,
    "Something is still to do",
    meaning=(
        "A `todo` directive, or a field that begins with `TODO`, says that its text is yet to be written. In a "
        "draft it is a warning and a box on the page."
    ),
    remedy="Write the text, and take the mark away. `plangen todo` lists all of them.",
    example=(
        "content/plans/2012-13/you_said_we_did.yaml:5:5: still to do: what was done this year\n"
        "  hint: write the text, and take the mark away"
    ),
)
