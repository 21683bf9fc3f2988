"""What can be wrong with files, folders and YAML: PG101 to PG138."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NO_FILE = Code(
    "PG101",
    Severity.ERROR,
    "A file does not exist",
    meaning="A file that is needed, or that something names, is not in the workspace.",
    remedy="Write the file; the hint says with what. Where it is misspelt, another finding (PG115) names it.",
    example=(
        "content/indicators.yaml: the file content/indicators.yaml does not exist\n"
        "  hint: write content/indicators.yaml, with an id for each indicator, as all_crime:, and set in below it "
        "name:, unit:, polarity: and source:"
    ),
)

UNREADABLE_FILE = Code(
    "PG102",
    Severity.ERROR,
    "A file cannot be read, or is not a file",
    meaning="Symbolic links must stay inside the workspace; folders, pipes and devices are not content.",
    remedy="Copy the file itself into the workspace.",
    example=(
        "content/data/more.csv: the name leads out of the workspace, in a circle, or nowhere\n"
        "  hint: copy the file itself into the workspace"
    ),
)

FILE_TOO_LARGE = Code(
    "PG103",
    Severity.ERROR,
    "A file is too large",
    meaning=(
        "YAML up to 5 MB, narrative up to 5 MB, tables up to 50 MB, pictures up to 30 MB, everything together "
        "up to 400 MB."
    ),
    remedy="Split the file, or check that it is the right one.",
    example=(
        "content/glossary.yaml: the file has 5.2 MB; at most 5 MB are read\n"
        "  hint: split the file, or check that it is the right one"
    ),
)

NOT_UTF8 = Code(
    "PG104",
    Severity.ERROR,
    "A file is not UTF-8",
    meaning="Old programs save Windows-1252, Excel's “Unicode text” is UTF-16.",
    remedy="Save the file again as UTF-8; a byte order mark does no harm.",
    example=(
        'content/plans/2011-12/narrative/summary.md:1:13: the file is not UTF-8: byte 0x96 would be "–" in '
        "Windows-1252\n"
        '  hint: save the file again as "UTF-8" (in Excel: "CSV UTF-8"; in Notepad: Save as, Encoding)'
    ),
)

CONTROL_CHARACTER = Code(
    "PG105",
    Severity.ERROR,
    "A control character",
    meaning="It usually comes from a damaged file or from a copy out of a terminal.",
    remedy="Delete it.",
    example=(
        "content/indicators.yaml:2:9: the text contains the control character U+001B\n"
        "  hint: delete the character, or save the file again as UTF-8 text"
    ),
)

NOT_YAML = Code(
    "PG106",
    Severity.ERROR,
    "The file is not valid YAML",
    meaning=(
        "The message says what the parser stumbled over: a quotation mark or bracket that is never closed, "
        "words after a closing quotation mark, a value that begins with a reserved character."
    ),
    remedy="Close what is open; put the value in quotes.",
    example=(
        "content/indicators.yaml:2:9: the quotation mark is never closed\n  hint: add the closing quotation mark"
    ),
)

TAB = Code(
    "PG107",
    Severity.ERROR,
    "A line is set in with a tab",
    meaning="YAML allows spaces only: two for each level.",
    remedy="Write spaces. Most editors can be told to put spaces where you press Tab.",
    example=("content/indicators.yaml:3:1: the line is set in with a tab\n  hint: use spaces: two for each level"),
)

SECOND_COLON = Code(
    "PG108",
    Severity.ERROR,
    "A second colon in a value",
    meaning="To YAML, a colon with a space after it begins a value.",
    remedy="Put the whole value in quotes.",
    example=(
        "content/indicators.yaml:2:17: a second colon with a space after it stands in the value\n"
        '  hint: put the whole value in quotes: key: "first: second"'
    ),
)

UNQUOTED_BRACES = Code(
    "PG109",
    Severity.ERROR,
    "A value begins with {{",
    meaning="To YAML, a brace begins something else.",
    remedy="Put the whole value in quotes: `said: '{{ targets.ac10 }} fewer crimes'`.",
    example=(
        "content/plans/2025-26/we_said_we_did.yaml:5:11: a value that begins with {{ is not text to YAML\n"
        "  hint: put the whole value in quotes: '{{ all_crime }} crimes'"
    ),
)

WRONG_INDENTATION = Code(
    "PG110",
    Severity.ERROR,
    "Wrong indentation",
    meaning="A line must begin exactly below its neighbours of the same level; or a colon has no space after it.",
    remedy="Set the line in as its neighbours are, or write a space after the colon.",
    example=(
        "content/indicators.yaml:3:7: the line above has no space after its colon\n"
        '  hint: write a space after the colon: "name: …"'
    ),
)

REFERENCE_OR_TAG = Code(
    "PG111",
    Severity.ERROR,
    "References and tags",
    meaning="The signs `&`, `*` and `!` at the beginning of a value have a meaning that content files do not use.",
    remedy="Write the value out, or put it in quotes.",
    example=(
        "content/indicators.yaml:5:11: references (& and *) are not allowed\n"
        '  hint: write the value out in full; put text that begins with * or & in quotes: "*"'
    ),
)

KEY_TWICE = Code(
    "PG112",
    Severity.ERROR,
    "A key stands twice",
    meaning="Only one of the two can count, and nobody can tell which was meant.",
    remedy="Keep one of the two, or rename one.",
    example=(
        'content/indicators.yaml:3:3: "name" stands twice; the first is in line 2\n'
        "  hint: keep one of the two, or rename one"
    ),
)

TOO_DEEP_OR_LONG = Code(
    "PG113",
    Severity.ERROR,
    "A file is nested too deeply or too long",
    meaning="More than 30 levels, or more than 200,000 values.",
    remedy="Compare it with the examples in the documentation: real content is nowhere near this.",
    example=(
        "content/facts.yaml:2:39: the file is more than 30 levels deep\n"
        "  hint: look for brackets or lists inside each other that are not meant, or split the file"
    ),
)

NOT_A_KEY = Code(
    "PG114",
    Severity.ERROR,
    "A key that is not a word, or a second document",
    meaning="Keys are plain words. A line of `---` begins a second document, which is not read.",
    remedy="Write a short name before the colon; put a second document into a file of its own.",
    example=(
        "content/facts.yaml:3:1: a second document begins in the file\n"
        "  hint: delete the line --- and what follows it, or put it into a file of its own"
    ),
)

NOTHING_READS_IT = Code(
    "PG115",
    Severity.WARNING,
    "Nothing reads a file",
    meaning="A YAML file has a name that plangen does not know, perhaps misspelt.",
    remedy="Correct the name, or move the file out of content/.",
    example=('content/target.yaml: nothing reads a file of this name\n  hint: did you mean "targets.yaml"?'),
)

UNKNOWN_KEY = Code(
    "PG120",
    Severity.ERROR,
    "An unknown key",
    meaning="There is no key of this name there.",
    remedy="The hint names the nearest key that is known there.",
    example=('assets/theme.yaml:2:3: there is no colour "nayv" in the palette\n  hint: did you mean "navy"?'),
)

KEY_MISSING = Code(
    "PG121",
    Severity.ERROR,
    "A key is missing",
    meaning="The place is that of the record.",
    remedy="Add the key; the hint says what it holds.",
    example=(
        'content/indicators.yaml:1:1: the key "unit" of "burglary" is missing\n'
        '  hint: add "unit: …" (count, percent, rate per 1,000, rank, pounds, hours, days or minutes)'
    ),
)

WRONG_FORM = Code(
    "PG122",
    Severity.ERROR,
    "A value of the wrong form",
    meaning=(
        "Text where a list belongs, a list where text belongs, or a truth value where text belongs. `true` "
        "and `false` are the only truth values; `yes`, `no` and `NO` are text."
    ),
    remedy="The hint says how the value is written.",
    example=(
        'content/plans/2025-26/plan.yaml:7:85: numbered: "NO" is neither true nor false\n'
        "  hint: write true or false"
    ),
)

NOT_ALLOWED = Code(
    "PG123",
    Severity.ERROR,
    "A value that is not allowed",
    meaning=(
        "A number, date, period, unit, amount or choice that cannot be read or lies outside its limits, or "
        "keys that do not go together."
    ),
    remedy="The hint says what may stand there; docs/content.md has examples.",
    example=(
        "content/targets.yaml:1:3: a target has exactly one of to, reduce, increase, below, at_least, improve "
        "(to and reduce given)\n"
        "  hint: keep one of to and reduce"
    ),
)

EMPTY_VALUE = Code(
    "PG124",
    Severity.ERROR,
    "An empty value",
    meaning="A key has nothing behind it.",
    remedy="Write what belongs there, or delete the line where the hint says so.",
    example=(
        "content/indicators.yaml:2:3: name: is empty\n"
        "  hint: what belongs here: What is measured, as it stands in a table: All crime"
    ),
)

NOT_A_NAME = Code(
    "PG126",
    Severity.ERROR,
    "A name of the wrong form",
    meaning=(
        "Ids are made of small letters, digits and underscores and begin with a letter, because expressions "
        "use them."
    ),
    remedy="Write it so: `all_crime`.",
    example=(
        'content/indicators.yaml:12:1: "Burglary-rank" is not a name\n'
        "  hint: write burglary_rank (small letters, digits and underscores, beginning with a letter)"
    ),
)

NO_EDITION = Code(
    "PG130",
    Severity.ERROR,
    "There is no such edition",
    meaning="Editions are the folders under content/plans and content/packs.",
    remedy="The hint names the nearest, or lists those that there are.",
    example=('there is no edition "2025-27"\n  hint: did you mean "2025-26"?'),
)

NOT_AN_EDITION_NAME = Code(
    "PG131",
    Severity.ERROR,
    "A folder cannot be an edition",
    meaning="Its name becomes part of file names: small letters, digits and hyphens.",
    remedy="Name the folder so: `2011-12`.",
    example=(
        'content/plans/2026_27: "2026_27" cannot be the name of an edition\n'
        "  hint: name the folder 2026-27, with small letters, digits and hyphens"
    ),
)

NO_WORKSPACE = Code(
    "PG132",
    Severity.ERROR,
    "No workspace",
    meaning="plangen looks in the current folder and those above it for content/partnership.yaml.",
    remedy="Go to the workspace, name it with `-C DIR`, or make one with `plangen init DIR`.",
    example=(
        "there is no workspace here: no content/partnership.yaml in this folder or above it\n"
        "  hint: go to the workspace, name it with -C DIR, or make one: plangen init DIR"
    ),
)

FOLDER_NOT_EMPTY = Code(
    "PG133",
    Severity.ERROR,
    "`plangen init` into a folder that holds something",
    meaning="Nothing is overwritten.",
    remedy="Name a new folder.",
    example=(
        "town: there is something in the folder already\n  hint: name a folder that is empty or does not exist yet"
    ),
)

WORKSPACE_NOT_WRITTEN = Code(
    "PG134",
    Severity.ERROR,
    "A new workspace cannot be written",
    meaning="The disk is full or the folder may not be written to.",
    remedy="Free the disk, or name a folder that you may write to.",
    example=(
        "town: the workspace cannot be written: Permission denied\n"
        "  hint: check that you may write there and that the disk is not full"
    ),
)

NOT_THE_NEXT_EDITION = Code(
    "PG135",
    Severity.ERROR,
    "An edition that cannot follow the other",
    meaning="`plangen new` begins a later edition of the same kind: a year after a year, or a quarter after one.",
    remedy="Name a later edition of the same kind.",
    example=("2016-17-q1 does not come after 2016-17-q2\n  hint: the next one is 2016-17-q3"),
)

NAME_AND_PERIOD_DIFFER = Code(
    "PG136",
    Severity.ERROR,
    "The name of an edition and its period differ",
    meaning="A folder called 2011-12 holds the plan for 2011/12, one called 2016-17-q2 the pack for 2016/17 Q2.",
    remedy="Correct the period, or rename the folder.",
    example=(
        "content/plans/2012-13/plan.yaml:2:9: the folder 2012-13 says 2012/13, and its period is 2011/12\n"
        "  hint: write period: 2012/13, or name the folder 2011-12"
    ),
)

EDITION_IN_THE_WAY = Code(
    "PG137",
    Severity.ERROR,
    "There is such an edition already",
    meaning=(
        "Two editions of one kind are for one period, or the folder that `plangen new` would make holds an "
        "edition that was begun from another one. Nothing was changed."
    ),
    remedy="Go on with the one that is there, or move it away.",
    example=(
        "content/packs/2016-17-q3: there is a pack 2016-17-q3 already, and it was not begun from 2016-17-q1\n"
        "  hint: go on with it: plangen todo pack 2016-17-q3"
    ),
)

NOTHING_TO_ACCEPT = Code(
    "PG138",
    Severity.ERROR,
    "There is nothing to accept",
    meaning="`plangen accept` writes a decision only for a finding that is there, and that may be accepted.",
    remedy="See `plangen check` for what there is; errors in figures and pages have to be mended.",
    example=(
        "PG878 is not found at content/packs/2016-17-q3/pack.yaml:12\n"
        "  hint: see plangen check for what there is; errors in figures and pages have to be mended"
    ),
)
