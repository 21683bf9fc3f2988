"""What `plangen audit` says of existing documents: PG800 to PG825."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NOT_AUDITED = Code(
    "PG800",
    Severity.ERROR,
    "A kind of document that audit does not read",
    meaning="It reads .txt, .md, .pdf and .docx.",
    remedy="Save the document as one of them.",
    example="report.odt: “.odt” is no kind of document that audit reads",
)

NO_TEXT = Code(
    "PG801",
    Severity.ERROR,
    "A document without text",
    meaning="A scanned PDF is a picture of text.",
    remedy="Run text recognition (OCR) over it first.",
    example="report.pdf: there is no text in the PDF",
)

PASSWORD = Code(
    "PG802",
    Severity.ERROR,
    "A document with a password",
    meaning="A PDF that only forbids printing or changing is read as it is.",
    remedy="Save a copy without a password.",
    example="report.pdf: the PDF is encrypted and asks for a password",
)

DOCUMENT_DAMAGED = Code(
    "PG803",
    Severity.ERROR,
    "A damaged document",
    meaning="It cannot be opened, or is not what its name says.",
    remedy="Open it in the program it comes from and save it again.",
    example="report.docx: the Word file is damaged: File is not a zip file",
)

DOCUMENT_TOO_LARGE = Code(
    "PG804",
    Severity.ERROR,
    "A document too large",
    meaning="Text up to 10 MB, Word files up to 50 MB packed and unpacked, PDFs up to 200 MB and 1,000 pages.",
    remedy="Split it.",
    example="report.txt: the file has 100 MB; at most 10 MB are read",
)

SHARE_OF_COUNTS = Code(
    "PG810",
    Severity.WARNING,
    "A percentage that its counts do not give",
    meaning=(
        "“N out of M (P%)” and its other forms, recomputed from N and M. A rounding of one kind or another is "
        "accepted."
    ),
    remedy="Correct the percentage or the counts.",
    example="report.txt:3: 20 of 30 is 66.7%, not 60%",
)

PARTS_AND_TOTAL = Code(
    "PG811",
    Severity.WARNING,
    "Parts that do not make their total",
    meaning=(
        "Lists after “a total of” or “of these”, numbers of green, amber and red, rows of totals, sums as written."
    ),
    remedy="Correct a part or the total.",
    example="report.txt:1: 21 + 4 + 3 is 28, not 29",
)

CHANGE_OF_FIGURES = Code(
    "PG812",
    Severity.WARNING,
    "A change that its two figures do not give",
    meaning="“From A to B, an increase of C%”, recomputed from A and B, allowing for their rounding.",
    remedy="Correct one of the three.",
    example="report.txt:1: 960 to 1,075 is +12%, not 15%",
)

POINTS_CALLED_PERCENT = Code(
    "PG813",
    Severity.WARNING,
    "Percentage points called percent",
    meaning="Two percentages differ by percentage points. From 23% to 50% is 27 points, or 117%.",
    remedy="Write percentage points.",
    example="report.txt:1: 23% to 50% is 27 percentage points, or +117.4%, not 27%",
)

FACTOR_IN_WORDS = Code(
    "PG814",
    Severity.WARNING,
    "A factor in words that the figures do not give",
    meaning="“Doubled” is taken as 1.8 to 2.5 times, “nearly doubled” from 1.6, “halved” as 0.38 to 0.55 times.",
    remedy="Choose another word, or give the two figures alone.",
    example="report.txt:1: 100 to 150 is 1.5 times, which is not “doubled”",
)

DIRECTION_DENIED = Code(
    "PG815",
    Severity.WARNING,
    "A direction that the figures deny",
    meaning="The word says up and the two figures beside it go down, or the other way round.",
    remedy="Correct the word or the figures.",
    example="report.txt:1: “rose”, but 1,075 to 960 is down",
)

ARROW_DENIED = Code(
    "PG816",
    Severity.WARNING,
    "An arrow that its two values deny",
    meaning=(
        "Arrows mean up and down. Where most rows or the key show that they mean better and worse, the "
        "confidence is low."
    ),
    remedy="Turn the arrow, or correct the values.",
    example="report.txt:5: Training: the arrow points up, but 64.2% to 62.0% is down",
)

CHANGES_COLUMN = Code(
    "PG817",
    Severity.WARNING,
    "A column of changes that its levels do not give",
    meaning="The base is the column that most rows count from. Ranks change by places.",
    remedy="Correct the change or the levels.",
    example="report.txt:2: All crime: 26,991 to 25,355 is -6.1%, not 5%; from 26,626 it would be -4.8%",
)

LOOSE_TARGET_PRINTED = Code(
    "PG818",
    Severity.WARNING,
    "A target looser than its baseline",
    meaning="By the arrow of its row, or the verb its name begins with.",
    remedy="Correct one of the two, or say why the target is looser.",
    example=(
        "report.txt:2: All crime: the target 26,991 is looser than the baseline 26,626 (1.4%), though less is "
        "wanted"
    ),
)

TWO_BASES_OF_A_RATE = Code(
    "PG819",
    Severity.WARNING,
    "A measure per two numbers of people",
    meaning="The same name with “per 1,000” in one place and “per 10,000” in another.",
    remedy="Write one of them throughout.",
    example="report.txt:5: Use of custody (youth): per 1,000 here, per 10,000 on line 2",
)

TWO_VALUES = Code(
    "PG820",
    Severity.WARNING,
    "A measure with two values",
    meaning=(
        "Summary against series, sentence against sentence, table against table, sentence against table, for "
        "one name and one period."
    ),
    remedy="Correct one of them.",
    example="report.txt:2: Total crime: 29.29 here, 29.9 on line 8",
)

POLARITY_PRINTED_WRONG = Code(
    "PG821",
    Severity.WARNING,
    "Which way is good, printed two ways or upside down",
    meaning=(
        "“A high percentage is poor” of something that can only be wanted, or the opposite of what another "
        "page says."
    ),
    remedy="Correct the words.",
    example=(
        "report.txt:5: Education and training engagement: more of it is wanted, but the text says “A high "
        "percentage is POOR”"
    ),
)

PERIOD_CANNOT_BE = Code(
    "PG822",
    Severity.WARNING,
    "A period that cannot be",
    meaning="Something that happened after the document's own period, or a financial year such as `2015/15`.",
    remedy="Correct the period.",
    example="report.txt:3: July-September 2017 lies after the document's own period, which ends in Sep 2016",
)

LIST_OUT_OF_ORDER = Code(
    "PG823",
    Severity.WARNING,
    "A list out of its own order",
    meaning="Ranks and their values rise or fall together, but for one place.",
    remedy="Correct the value or the place.",
    example=(
        "report.txt:3: the values of the list rise from place to place, but Plymouth (86) stands before "
        "Gloucester (76)"
    ),
)

NOTE_OR_GROUP = Code(
    "PG824",
    Severity.WARNING,
    "A note or a group that disagrees with itself",
    meaning="A note mark explained twice, or “15 others” beside positions out of 15.",
    remedy="Give one of the notes another mark; correct the size of the group.",
    example="report.txt:1: with 15 others the group has 16 members, but positions are given out of 15",
)

MORE_THAN_BEFORE = Code(
    "PG825",
    Severity.WARNING,
    "So many more, beside levels that say otherwise",
    meaning="“(40 more schemes)” between 152 and 190.",
    remedy="Correct the difference or the levels.",
    example="report.txt:2: Watch schemes: 152 to 190 is 38, not 40 more",
)

STATUS_DENIED = Code(
    "PG826",
    Severity.WARNING,
    "A status that its value and target deny",
    meaning="A colour, a tick or “met” in a row whose value lies on the other side of its target.",
    remedy="Correct the status, the value or the target.",
    example="report.txt:4: Repeat incidents: 310 against a target of 280, and less is better: not met",
)
