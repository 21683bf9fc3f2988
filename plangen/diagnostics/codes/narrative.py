"""What can be wrong with Markdown and directives: PG403 to PG409 and PG450 to PG463."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

UNMATCHED_COLONS = Code(
    "PG403",
    Severity.ERROR,
    "Colons that do not match",
    meaning="A directive ends with a line of as many colons as it began with.",
    remedy="Give both lines as many colons, or delete the line.",
    example=(
        "content/plans/2025-26/narrative/summary.md:3:1: a line of colons closes nothing\n"
        "  hint: delete it, or check how many colons the directive above begins with: both lines need as many"
    ),
)

UNKNOWN_DIRECTIVE = Code(
    "PG404",
    Severity.ERROR,
    "An unknown directive",
    meaning="The name stands in braces: `:::{callout}`.",
    remedy="The hint names the nearest.",
    example=(
        'content/plans/2025-26/narrative/summary.md:3:5: there is no directive "calout"\n'
        '  hint: did you mean "callout"?'
    ),
)

UNKNOWN_OPTION = Code(
    "PG405",
    Severity.ERROR,
    "An unknown option, or one that stands twice",
    meaning="A directive has its own options, and each stands once.",
    remedy="The hint names the nearest option of that directive.",
    example=(
        'content/plans/2025-26/narrative/summary.md:4:1: "headlines" is not an option of chart\n'
        '  hint: did you mean "headline"?'
    ),
)

HTML = Code(
    "PG406",
    Severity.ERROR,
    "HTML",
    meaning="Markdown and directives do what is needed.",
    remedy="Delete it. Write < as `\\<`.",
    example=(
        'content/plans/2025-26/narrative/summary.md:1:45: "<b>" is HTML, which is not allowed\n'
        "  hint: delete it: **bold**, [link](https://…) and directives do what is needed; write < as \\<"
    ),
)

PICTURE_IN_A_LINE = Code(
    "PG407",
    Severity.ERROR,
    "A picture inside a line",
    meaning="Pictures are directives, so that they have alt text.",
    remedy="Write `:::{picture} name.jpg` on a line of its own, with `:alt:` below it.",
    example=(
        "content/plans/2025-26/narrative/summary.md:1:45: a picture stands inside a line\n"
        "  hint: write :::{picture} name.jpg on a line of its own, with :alt: below it and ::: to close"
    ),
)

ADDRESS_NOT_ALLOWED = Code(
    "PG408",
    Severity.ERROR,
    "An address that is not allowed",
    meaning="https, http, mailto, and # with the id of a chapter.",
    remedy="Write the address in full: `https://www.example.org`.",
    example=(
        "content/plans/2025-26/narrative/summary.md:5:17: a link to www.example.org is not allowed\n"
        "  hint: write https:// in front of it: https://www.example.org"
    ),
)

LINK_WITHOUT_WORDS = Code(
    "PG409",
    Severity.ERROR,
    "A link without words",
    meaning="A link's words say where it leads.",
    remedy="Write them in the square brackets.",
    example=(
        "content/plans/2025-26/narrative/summary.md:5:17: the link has no words\n"
        "  hint: write in the square brackets what the link leads to: [the strategy](https://…)"
    ),
)

HEADING_LEVEL = Code(
    "PG450",
    Severity.ERROR,
    "Headings",
    meaning="In a chapter they begin at level 2 and skip no level; fields of records have none.",
    remedy="Write one # more or less, or delete the heading.",
    example=(
        "content/plans/2025-26/narrative/summary.md:3:1: a heading of level 1 stands in the chapter\n"
        "  hint: begin headings with ##: the chapter's own title is in plan.yaml"
    ),
)

FOOTNOTE_NOT_WRITTEN = Code(
    "PG452",
    Severity.ERROR,
    "A footnote that is not written",
    meaning="Its mark is in the text, its words are missing.",
    remedy="Write the note in a paragraph of its own: `[^1]: text`.",
    example=(
        "content/plans/2025-26/narrative/summary.md:1:38: there is no footnote [^1]\n"
        "  hint: write the note in a paragraph of its own: [^1]: text"
    ),
)

FOOTNOTE_NOT_CALLED = Code(
    "PG453",
    Severity.ERROR,
    "A footnote that is never called, or is written twice",
    meaning="A note that no mark calls has no place on the page.",
    remedy="Delete it, or put its mark into the text.",
    example=(
        "content/plans/2025-26/narrative/summary.md:7:1: the footnote [^1] is never called\n"
        "  hint: write [^1] where its mark should stand, or delete the note"
    ),
)

LINK_TO_NO_CHAPTER = Code(
    "PG454",
    Severity.ERROR,
    "A link to a chapter that does not exist",
    meaning="The ids of chapters are in plan.yaml.",
    remedy="Correct the id.",
    example=(
        'content/plans/2025-26/narrative/summary.md:5:17: there is no chapter "prioritys" to link to\n'
        '  hint: did you mean "priorities"?'
    ),
)

NO_PLACE_IN_A_DOCUMENT = Code(
    "PG456",
    Severity.ERROR,
    "Something a document has no place for",
    meaning="Program code, lines of dashes, lists in notes, very deep nesting.",
    remedy="Write it as plain text, or delete it.",
    example=(
        "content/plans/2025-26/narrative/summary.md:3:1: a line of dashes or stars stands alone\n"
        "  hint: delete it: headings divide a text"
    ),
)

DIRECTIVE_ARGUMENTS = Code(
    "PG457",
    Severity.ERROR,
    "What stands behind a directive's name",
    meaning="Some directives need ids or words there, some take none.",
    remedy="Write behind the name what the hint says, or nothing.",
    example=(
        "content/plans/2025-26/narrative/summary.md:3:5: chart needs ids or expressions, separated by spaces "
        "behind its name\n"
        "  hint: write :::{chart} and behind it ids or expressions, separated by spaces"
    ),
)

OPTION_MISSING = Code(
    "PG458",
    Severity.ERROR,
    "An option is missing",
    meaning="A chart needs a headline, a picture alt text or `:decorative: yes`.",
    remedy="Write the option below the first line of the directive.",
    example=(
        'content/plans/2025-26/narrative/summary.md:3:5: chart has no option "headline"\n'
        '  hint: write a line ":headline: …" below the first line of the directive'
    ),
)

OPTION_VALUE = Code(
    "PG460",
    Severity.ERROR,
    "An option's value",
    meaning="It is empty, not a kind of chart, not a period, not a number above 0, or not yes.",
    remedy="Write the option as the hint does.",
    example=(
        'content/plans/2025-26/narrative/summary.md:4:8: kind: "bar" is not a kind of chart\n'
        '  hint: did you mean "bars"?'
    ),
)

TABLE_ROW_TOO_LONG = Code(
    "PG461",
    Severity.ERROR,
    "A table row with too many cells",
    meaning="Markdown would drop them without a word.",
    remedy="Delete a |, or write one in the text as `\\|`.",
    example=(
        "content/plans/2025-26/narrative/summary.md:5:1: the row has 3 cells; the table has 2 columns\n"
        "  hint: delete a |, or write one in the text as \\|"
    ),
)

DIRECTIVE_BODY = Code(
    "PG462",
    Severity.ERROR,
    "A directive with the wrong body",
    meaning="It is empty where text belongs, holds text where none belongs, or holds more than its table.",
    remedy="Write the text between its first line and its ::: line, or take it out.",
    example=(
        "content/plans/2025-26/narrative/summary.md:3:5: callout is empty\n"
        "  hint: write the text between its first line and its ::: line"
    ),
)

PASSAGE_LANGUAGE = Code(
    "PG463",
    Severity.ERROR,
    "The language of a passage",
    meaning="Screen readers need the short name of the language (BCP 47): `cy` for Welsh, `pl` for Polish.",
    remedy="Write it in braces behind the brackets: `[Croeso]{lang=cy}`.",
    example=(
        "content/plans/2025-26/narrative/summary.md:1:79: the braces behind these brackets do not name a "
        "language\n"
        "  hint: write the language's short name: [Croeso]{lang=cy}; or write \\[ for a plain bracket"
    ),
)

LINK_NAMED_BY_ADDRESS = Code(
    "PG464",
    Severity.WARNING,
    "A link whose words are an address",
    meaning="A screen reader spells an address; a list of links has to say where each one leads.",
    remedy="Write what the link leads to in square brackets, and the address in round ones behind them.",
    example=(
        "content/plans/2025-26/narrative/summary.md:5:17: the words of the link are its address\n"
        "  hint: say what it leads to: [the strategy](https://www.example.org/)"
    ),
)
