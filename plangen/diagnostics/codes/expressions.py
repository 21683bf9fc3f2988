"""What can be wrong with expressions and what they ask for: PG401, PG402 and PG410 to PG440."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

NOT_AN_EXPRESSION = Code(
    "PG401",
    Severity.ERROR,
    "An expression that cannot be read",
    meaning='Names, dots and text in quotes, and nothing else: `all_crime.at("2009/10")`.',
    remedy="Write a name and its parts.",
    example=(
        'content/plans/2025-26/narrative/summary.md:1:23: "|" has no meaning here\n'
        '  hint: write a name and its parts: all_crime.change or all_crime.at("2009/10")'
    ),
)

UNMATCHED_BRACES = Code(
    "PG402",
    Severity.ERROR,
    "Braces that do not match",
    meaning="Every {{ needs a }} in the same paragraph.",
    remedy="Write the pair that is missing, or delete the other.",
    example=(
        "content/plans/2025-26/narrative/summary.md:1:12: {{ is never closed\n"
        "  hint: write }} behind the expression: {{ all_crime }}"
    ),
)

UNKNOWN_NAME = Code(
    "PG410",
    Severity.ERROR,
    "An unknown indicator, fact or target in an expression",
    meaning="Expressions name indicators of content/indicators.yaml, `facts.` and `targets.`.",
    remedy="The hint names the nearest, or says that facts. or targets. is missing.",
    example=(
        'content/plans/2025-26/narrative/summary.md:1:15: there is no fact "locks"\n'
        "  hint: add it to content/facts.yaml, or write one of those there: locks_fitted, locks_planned"
    ),
)

UNKNOWN_PART = Code(
    "PG411",
    Severity.ERROR,
    "An unknown part of an expression",
    meaning="There are, for example, `.change`, `.at(…)`, `.direction`, `.outcome`.",
    remedy="The hint names the nearest.",
    example=(
        'content/plans/2011-12/narrative/summary.md:1:15: there is no part "chnge" here\n'
        '  hint: did you mean "change"?'
    ),
)

WRONG_ARGUMENTS = Code(
    "PG412",
    Severity.ERROR,
    "Wrong words in brackets",
    meaning="A part takes a period, a series, or nothing.",
    remedy="Write them as the hint does, or take the brackets away.",
    example=(
        "content/plans/2011-12/narrative/summary.md:1:15: at takes a period, and a series if you like: "
        'at("2009/10", "benchmark")'
    ),
)

NOTHING_OBSERVED = Code(
    "PG413",
    Severity.ERROR,
    "Nothing observed",
    meaning="There is no observation for the period up to the edition's cut-off.",
    remedy="Add the row to a file in content/data, or ask for a period that the hint names.",
    example=(
        'content/plans/2011-12/narrative/summary.md:1:15: there is no observation of "all_crime" for 2030/31 '
        "up to 2011/12\n"
        "  hint: there are rows for 2009/10"
    ),
)

NO_CHANGE_OR_RESULT = Code(
    "PG414",
    Severity.ERROR,
    "No change, or nothing measured yet",
    meaning="A change needs two comparable periods; a result needs a measured one.",
    remedy="Add the row to a file in content/data, or ask for a period that the hint names.",
    example=(
        'content/plans/2011-12/narrative/summary.md:1:15: there is no change of "all_crime" to 2007/08 in the '
        "data\n"
        "  hint: there are rows for 2009/10"
    ),
)

BASE_DOES_NOT_WORK = Code(
    "PG415",
    Severity.ERROR,
    "A target's base does not work",
    meaning="A promise of change needs a base, which lies before the due period and has a value.",
    remedy="Add the base, or its row in content/data.",
    example=(
        'content/targets.yaml:6:3: the target "ac11" promises a change, but not from when\n'
        "  hint: add base: {actual: PERIOD}, as in base: {actual: 2010/11}"
    ),
)

AMOUNT_DOES_NOT_FIT = Code(
    "PG416",
    Severity.ERROR,
    "An amount that does not fit its indicator",
    meaning="Percentages rise and fall by points, ranks by places.",
    remedy="Write the amount in the indicator's unit.",
    example=(
        'content/targets.yaml:6:3: the target "pc11" says reduce: 5%, which does not fit an indicator in percent'
    ),
)

FORMULA_WITHOUT_VALUE = Code(
    "PG417",
    Severity.ERROR,
    "A fact's formula has no value",
    meaning="It cannot be read, needs itself, or divides by zero.",
    remedy="Correct it: a formula has ids of facts, numbers, + - * / and brackets.",
    example=(
        'content/facts.yaml:4:1: "locks_fitted / 0" divides by zero or leaves the range of numbers\n'
        "  hint: a formula has ids of facts, numbers, + - * / and brackets"
    ),
)

CANNOT_BE_SAID = Code(
    "PG418",
    Severity.ERROR,
    "A figure that cannot be shown this way",
    meaning="For example words for a number that is not small and whole.",
    remedy="Ask for another part, or for the change where the part speaks of one.",
    example=(
        'content/plans/2011-12/narrative/summary.md:1:15: "direction" says nothing of all_crime, which is a level'
    ),
)

TILE_WITHOUT_RESULT = Code(
    "PG431",
    Severity.ERROR,
    "A tile with nothing to show",
    meaning="A tile shows what became of a target.",
    remedy="Choose a target whose result is known.",
    example=(
        'content/plans/2011-12/narrative/summary.md:5:1: "vc11" has no result to show in a tile\n'
        "  hint: name a target that has been measured"
    ),
)

UNKNOWN_CHART = Code(
    "PG432",
    Severity.ERROR,
    "An unknown kind of chart",
    meaning="Found while composing.",
    remedy="Write one of the kinds of docs/content.md.",
    example='content/plans/2011-12/narrative/summary.md:9:1: "pie" is not a kind of chart',
)

CHART_WITHOUT_HEADLINE = Code(
    "PG433",
    Severity.ERROR,
    "A chart without headline",
    meaning="Found while composing. The headline says what the chart shows.",
    remedy="Write it as `:headline: …`.",
    example="content/plans/2011-12/narrative/summary.md:9:1: a chart needs a headline",
)

NOT_CHARTABLE = Code(
    "PG434",
    Severity.ERROR,
    "A chart cannot show a value",
    meaning="Charts show numbers of one unit.",
    remedy="Name indicators, facts or targets with a value.",
    example=(
        'content/plans/2011-12/narrative/summary.md:9:12: "all_crime.change" is not a value\n'
        "  hint: name indicators, facts or targets with a value"
    ),
)

CHAPTER_COMES_OUT_EMPTY = Code(
    "PG440",
    Severity.ERROR,
    "A chapter comes out empty",
    meaning="Everything in it stands under conditions that do not hold.",
    remedy="Write the chapter, or take it out of plan.yaml.",
    example=(
        'content/plans/2011-12/narrative/summary.md: the chapter "The year at a glance" comes out empty\n'
        "  hint: write the chapter, or take it out of plan.yaml"
    ),
)
