"""What can be wrong with records and what they refer to: PG301 to PG322."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

UNKNOWN_INDICATOR = Code(
    "PG301",
    Severity.ERROR,
    "An unknown indicator",
    meaning="A target, the appendix or a pack names it.",
    remedy="Correct the name, or add the indicator to content/indicators.yaml.",
    example=(
        'content/plans/2025-26/appendix.yaml:6:20: there is no indicator "burglery"\n'
        '  hint: did you mean "burglary"?'
    ),
)

UNKNOWN_TARGET = Code(
    "PG302",
    Severity.ERROR,
    "An unknown target",
    meaning="we_said_we_did.yaml, priorities.yaml or the directive figures names it.",
    remedy="Correct the name, or add the target to content/targets.yaml.",
    example=(
        'content/plans/2025-26/priorities.yaml:5:15: there is no target "burglary_2027"\n'
        '  hint: did you mean "burglary_2026"? if not, add "burglary_2027" to content/targets.yaml'
    ),
)

UNKNOWN_AGENCY = Code(
    "PG303",
    Severity.ERROR,
    "An unknown agency",
    meaning="Lead agencies are declared in content/partnership.yaml under agencies.",
    remedy="Correct the name, or declare the agency there.",
    example=(
        'content/plans/2025-26/priorities.yaml:10:17: there is no agency "polce"\n  hint: did you mean "police"?'
    ),
)

UNKNOWN_POPULATION = Code(
    "PG304",
    Severity.ERROR,
    "An unknown population",
    meaning="Populations are declared in content/partnership.yaml.",
    remedy="Correct the name, or declare the population there.",
    example=(
        'content/indicators.yaml:6:15: there is no population "adults"\n'
        "  hint: add it to populations in content/partnership.yaml, or write one of those there: all"
    ),
)

UNKNOWN_FACT_IN_FORMULA = Code(
    "PG305",
    Severity.ERROR,
    "A formula uses an unknown fact",
    meaning="Formulas use ids of content/facts.yaml.",
    remedy="Correct the name, or add the fact there.",
    example=('content/facts.yaml:5:12: there is no fact "locks_fited"\n  hint: did you mean "locks_fitted"?'),
)

FORMULA_NEEDS_ITSELF = Code(
    "PG307",
    Severity.ERROR,
    "A formula needs itself",
    meaning="Perhaps by way of others.",
    remedy="Write one of the facts as a value.",
    example=(
        "content/facts.yaml:2:12: the formula needs itself: locks_fitted needs locks_planned needs "
        "locks_fitted\n"
        "  hint: give one of these facts a value: instead of its formula:"
    ),
)

CHAPTER_FILE_MISSING = Code(
    "PG308",
    Severity.ERROR,
    "A chapter's file does not exist",
    meaning="The names in plan.yaml are those of files in narrative/.",
    remedy="Write the file, or correct the name.",
    example=(
        "content/plans/2025-26/plan.yaml:7:63: the chapter's file narrative/sumary.md does not exist\n"
        "  hint: create content/plans/2025-26/narrative/sumary.md, or correct the name"
    ),
)

CHAPTER_TWICE = Code(
    "PG309",
    Severity.ERROR,
    "Two chapters have the same id",
    meaning="Links and prose could not tell them apart.",
    remedy="Give one of them another id.",
    example=(
        'content/plans/2025-26/plan.yaml:8:14: two chapters have the id "summary"\n'
        "  hint: give one of them another id"
    ),
)

TARGET_TWICE = Code(
    "PG310",
    Severity.ERROR,
    "Two targets have the same id",
    meaning="One home for every promise.",
    remedy="Give one of them another id.",
    example=(
        'content/targets.yaml:2:8: two targets have the id "burglary_2026"\n  hint: give one of them another id'
    ),
)

EMPTY_CHAPTER = Code(
    "PG311",
    Severity.ERROR,
    "An empty chapter, section or commentary",
    meaning="A heading with nothing below it would be printed as such.",
    remedy="Write the words, or take the heading, chapter or file out.",
    example=(
        'content/plans/2025-26/narrative/summary.md: the chapter "The year at a glance" is empty\n'
        "  hint: write the chapter, or take it out of plan.yaml"
    ),
)

UNKNOWN_PRIORITY = Code(
    "PG312",
    Severity.ERROR,
    "An unknown priority in the appendix",
    meaning="A group names a priority of priorities.yaml, or has a title of its own.",
    remedy="Correct the name, or write `title:` instead.",
    example=(
        'content/plans/2025-26/appendix.yaml:4:15: there is no priority "safe_homes"\n'
        '  hint: did you mean "safer_homes"?'
    ),
)

PRIORITY_TWICE = Code(
    "PG313",
    Severity.ERROR,
    "Two priorities have the same id or number",
    meaning="Each number has its colour.",
    remedy="Give one of them another id or number.",
    example=(
        'content/plans/2025-26/priorities.yaml:12:13: two priorities have the number "1"\n'
        "  hint: give one of them another number"
    ),
)

NO_TARGET_TO_COUNT_FROM = Code(
    "PG314",
    Severity.ERROR,
    "A target counts from a target that does not exist",
    meaning="`base: {target: PERIOD}` needs another target of the same indicator that is due in that period.",
    remedy="Write `base: {actual: PERIOD}`, or the period of such a target.",
    example=(
        'content/targets.yaml:1:85: the target "burglary_2026" counts from a target due in 2024/25, and there '
        "is none\n"
        "  hint: write base: {actual: 2024/25}, or add a target of this indicator that is due in 2024/25"
    ),
)

INDICATOR_TWICE_IN_APPENDIX = Code(
    "PG316",
    Severity.ERROR,
    "An indicator has two rows in the appendix",
    meaning="An indicator has one row.",
    remedy="Delete one of them.",
    example=(
        'content/plans/2025-26/appendix.yaml:7:20: the indicator "burglary" has two rows\n'
        "  hint: delete one of them"
    ),
)

FILE_OF_NO_CHAPTER = Code(
    "PG317",
    Severity.WARNING,
    "A narrative file that no chapter uses",
    meaning="Nothing of it is printed.",
    remedy="Add a chapter with this file to plan.yaml, or delete the file.",
    example=(
        "content/plans/2025-26/narrative/spare.md: no chapter uses this file\n"
        "  hint: add a chapter with this file to plan.yaml, or delete the file"
    ),
)

COMMENTARY_ON_NOTHING = Code(
    "PG318",
    Severity.ERROR,
    "A commentary on nothing",
    meaning="A commentary is called by the ref of a key action or of a measure in pack.yaml.",
    remedy="Name the file so: `commentary/1.2.md`, `commentary/3.4a.md`.",
    example=(
        "content/packs/2025-26-q1/commentary/1.3.md: there is no key action or measure 1.3 to comment on\n"
        "  hint: name the file by one of the refs in pack.yaml, 1.1, 1.1a, 1.1b, or add 1.3 to pack.yaml"
    ),
)

REF_TWICE = Code(
    "PG319",
    Severity.ERROR,
    "Two key actions or two measures have the same ref",
    meaning="A commentary on one could not be told from one on the other.",
    remedy="Give one of them another ref.",
    example=(
        "content/packs/2025-26-q1/pack.yaml:14:19: two measures have the ref 1.1a\n"
        "  hint: give one of them another ref"
    ),
)

MEASURE_BELOW_ANOTHER_ACTION = Code(
    "PG320",
    Severity.ERROR,
    "A measure stands below another key action",
    meaning="Its ref is that of its key action, with a letter where the action has several measures.",
    remedy="Correct the ref, or move the measure.",
    example=(
        "content/packs/2025-26-q1/pack.yaml:14:20: the measure 2.1 stands below the key action 1.1\n"
        "  hint: write 1.1, or 1.1a, 1.1b … for several; or move it below the key action 2.1"
    ),
)

NO_COMMENTARY = Code(
    "PG321",
    Severity.WARNING,
    "A key action without a commentary",
    meaning="Neither the key action nor one of its measures has a file.",
    remedy="Write the file that the hint names.",
    example=(
        "content/packs/2025-26-q1/pack.yaml:8:15: 1.1 has no commentary\n"
        "  hint: write content/packs/2025-26-q1/commentary/1.1.md"
    ),
)

NOT_SIGNED_OFF = Code(
    "PG322",
    Severity.WARNING,
    "A commentary that nobody signed off",
    meaning="The head of the file says who is responsible for what it says, and since when.",
    remedy="Begin the file with `signed_off: {by: …, on: …}` between two lines of `---`.",
    example=(
        "content/packs/2025-26-q1/commentary/1.1.md:1: the commentary does not say who signed it off\n"
        "  hint: begin it with three lines: ---, then signed_off: {by: J Smith, on: 2016-10-20}, then --- "
        "again"
    ),
)

UNKNOWN_LANGUAGE = Code(
    "PG323",
    Severity.ERROR,
    "An unknown language",
    meaning="An edition is written in one of the languages that plangen knows.",
    remedy="Write one of those that the hint names, or leave the line out for British English.",
    example=(
        'content/partnership.yaml:3:11: plangen does not write in the language "xx-YY"\n'
        "  hint: the languages there are: en-GB; without the line it is en-GB"
    ),
)
