"""What an edition took over from the one before, and what its own period asks of it: PG876 to PG879, PG883."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

STALE_WORDS = Code(
    "PG876",
    Severity.WARNING,
    "Words of the edition before",
    meaning=(
        "A paragraph, note, action or field is word for word that of the edition before, and holds a year, "
        "a date, "
        "“last year”, a typed figure or a target. A final build takes it for an error."
    ),
    remedy="Say what is true now; if the words still are, accept the finding.",
    example=(
        "content/plans/2026-27/narrative/priorities.md:12:1: the same words stand in 2025-26: In 2025/26 we will "
        "light ten more paths.\n"
        "  hint: say what is true now, or accept the finding if the words still are"
    ),
)

PERIOD_BEFORE_AS_COMING = Code(
    "PG877",
    Severity.ERROR,
    "The period before as the coming one",
    meaning=(
        "A title, a heading, or a sentence that says what will be done (will, aim, target, plan, priority) "
        "names the "
        "period of the edition before. A sentence that looks back is none."
    ),
    remedy="Write the new period, or say that it is past.",
    example=(
        "content/plans/2026-27/narrative/priorities.md:3:16: 2025/26 is over, and the words speak of it as "
        "coming (Our target for 2025/26 is fewer burglaries.)\n"
        "  hint: write 2026/27, or say that it is past"
    ),
)

FIGURE_OF_PERIOD_MISSING = Code(
    "PG878",
    Severity.ERROR,
    "A pack without a figure for its own period",
    meaning=(
        "No measure at all has one: an error. Some have none: a warning for each, unless `every` or "
        "`covers` of the "
        "indicator, or `data_to` of its last row, explains it."
    ),
    remedy="Import the figures, or say with `every` how often the measure is taken.",
    example=(
        "content/packs/2016-17-q3/pack.yaml:3:1: no measure has a figure for 2016/17 Q3\n"
        "  hint: import the figures first"
    ),
)

NOTHING_AHEAD = Code(
    "PG879",
    Severity.ERROR,
    "Targets that are all past, or an indicator without a new figure",
    meaning=(
        "All targets of a priority are due before the plan's period, so that its heading would promise what "
        "is past: "
        "an error. An indicator of the appendix has no figure since the edition before: a warning."
    ),
    remedy="Set a target for the year of the plan; add the newer figures, or take the row out.",
    example=(
        'content/plans/2026-27/priorities.yaml:2:5: all targets of "Safer homes" are due by 2025/26, before '
        "2026/27\n"
        "  hint: set a target for the year of the plan, or take the old ones out"
    ),
)

DATE_OF_ANOTHER = Code(
    "PG883",
    Severity.WARNING,
    "A date that belongs to another edition",
    meaning=(
        "A pack is dated before its period ends, a plan more than a year from its year, or the date is that "
        "of the "
        "edition before."
    ),
    remedy="Write the date on which the document is finished.",
    example=(
        "content/packs/2016-17-q3/pack.yaml:4:1: 1 October 2016 is the date of 2016-17-q2 too\n"
        "  hint: write the date on which the document is finished"
    ),
)
