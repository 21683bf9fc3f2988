"""What can be open in commentary that comes in as a Word file: PG261 to PG265."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NO_SUCH_REFERENCE = Code(
    "PG261",
    Severity.ERROR,
    "A heading with a reference that the pack lacks",
    meaning=(
        "A Word document is parted by its headings: each begins with the reference of a key action or measure, or "
        "is a measure's name. Nothing below a heading that names none of them is taken in. The same is said where "
        "a heading has the reference of one measure and the name of another."
    ),
    remedy="Correct the heading in Word, or add the reference to pack.yaml.",
    example=(
        'Police commentary.docx:9.9: the pack has no key action or measure 9.9: "9.9 Other matters"\n'
        "  hint: known are 1.1, 1.2, 1.2a. Correct the heading in Word, or add 9.9 to pack.yaml"
    ),
)

CHANGES_UNDECIDED = Code(
    "PG262",
    Severity.ERROR,
    "Tracked changes that nobody decided",
    meaning="Which words hold is for those who wrote them to say, or for whoever imports them. Moves count too.",
    remedy="Accept or reject them in Word, or say which with --tracked accept or --tracked reject.",
    example=(
        "Police commentary.docx: the document holds 14 tracked changes\n"
        "  hint: accept or reject them in Word, or run the command again with --tracked accept or --tracked reject"
    ),
)

COMMENTARY_CHANGED = Code(
    "PG263",
    Severity.ERROR,
    "A commentary that exists with other words",
    meaning=(
        "The pack has a commentary on this reference, and the document says something else. What the pack has is "
        "kept. Where `--changed keep` decided that, it is told as a warning."
    ),
    remedy="Take the document's words with --changed take, or keep ours with --changed keep.",
    example=(
        "Police commentary.docx:1.1: the pack has a commentary on 1.1 with other words\n"
        "  hint: run the command again with --changed take for the document's words, or --changed keep for ours"
    ),
)

MARKED_WORDS = Code(
    "PG264",
    Severity.WARNING,
    "Words that are highlighted or struck through",
    meaning="Somebody meant to come back to them. The words are kept, the mark is not.",
    remedy="Ask who wrote it whether the words stand.",
    example=(
        'Police commentary.docx:1.1: "Check this:" is highlighted or struck through: somebody meant to come back '
        "to it\n"
        "  hint: settle it with who wrote it; the words themselves are kept"
    ),
)

REFERENCE_JOINED = Code(
    "PG265",
    Severity.INFO,
    "A reference that stands twice in a document",
    meaning="Its parts become one commentary, in the order of the document.",
    remedy="Read the joined commentary once.",
    example=(
        "Police commentary.docx:1.2a: 1.2a stands 2 times in the document; its parts are joined in order\n"
        "  hint: read the joined commentary once"
    ),
)
