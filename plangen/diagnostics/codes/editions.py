"""What the check of editions says of words and records: PG850 to PG884."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

TYPED_FIGURE = Code(
    "PG850",
    Severity.WARNING,
    "A typed figure that no expression made",
    meaning=(
        "Years, dates, quarters, references, list numbers, ages and bases of rates are exempt. `plangen "
        "check` says how many figures are backed. A final build refuses it, whatever `severities` says."
    ),
    remedy=(
        "Write the expression that the hint names, or add a fact with its source and write that. Where it has to "
        "stay, `plangen accept` it with a reason."
    ),
    example=(
        'content/plans/2011-12/narrative/summary.md:3:30: no expression made the figure "250" (We gave advice '
        "to 250 homes.)\n"
        "  hint: add a fact with this value and its source to content/facts.yaml and write {{ facts.ID }}"
    ),
)

FIGURE_CONTRADICTS = Code(
    "PG851",
    Severity.ERROR,
    "A typed figure contradicts the results",
    meaning="The sentence names one indicator, and none of its values, changes and targets is this figure.",
    remedy="Write the expression that the hint names.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:24: "12%" does not agree with the results, which give '
        "7.9% (House burglary fell by 12%.)\n"
        '  hint: write {{ burglary.change("2024/25", "2023/24") }}'
    ),
)

MOVEMENT_CONTRADICTS = Code(
    "PG852",
    Severity.ERROR,
    "A word of movement contradicts the results",
    meaning=(
        '"Rose", "improved", "doubled", "slightly" (more than 5%, or 2 percentage points, is not slight): no '
        "change that the sentence may mean goes that way. It is the one of the period or comparison that the "
        "sentence names, otherwise the latest on the period before and on the year before, and those that a "
        "source reported."
    ),
    remedy="Write the expression that the hint names.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:16: "rose" contradicts the results: House burglary is '
        "down 7.9% in 2024/25 on 2023/24 (House burglary rose.)\n"
        '  hint: write {{ burglary.direction("2024/25", "2023/24") }}'
    ),
)

MOVEMENT_UNBACKED = Code(
    "PG853",
    Severity.WARNING,
    "A movement in words that nothing backs",
    meaning="No result, fact or target says which way it went, or plangen cannot tell what the word speaks of.",
    remedy=(
        "Give the indicator the name that the text uses as an alias, write the expression, or accept the "
        "words with a reason."
    ),
    example=(
        'content/plans/2011-12/narrative/summary.md:3:15: no result backs "fell" (Bicycle theft fell.)\n'
        "  hint: write {{ ID.direction }}, give the indicator this name as an alias, or accept the words"
    ),
)

PERCENT_FOR_POINTS = Code(
    "PG854",
    Severity.ERROR,
    "Per cent for percentage points",
    meaning=(
        "A difference between two percentages is counted in percentage points: from 55% to 58% is 3 "
        "percentage points."
    ),
    remedy="Write the expression that the hint names.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:25: "3%" is a difference between two percentages: 3 '
        "percentage points, not per cent (Safe after dark rose by 3%.)\n"
        '  hint: write {{ safe_after_dark.change("2024/25", "2023/24") }}'
    ),
)

WRONG_SIDE_OF_BENCHMARK = Code(
    "PG855",
    Severity.ERROR,
    "The wrong side of the benchmark",
    meaning=(
        '"Below the average", "better than the benchmark": the benchmark of the same period says otherwise. '
        '"In line with" may be 5% either way. National and regional averages are not the benchmark.'
    ),
    remedy="Take the side from the figures.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:24: "below the average" contradicts the results: House '
        "burglary is 4.2% above in 2024/25 (House burglary remains below the average of similar towns.)\n"
        "  hint: take the side from the figures: the benchmark is the row of the same period"
    ),
)

STREAK_MISCOUNTED = Code(
    "PG856",
    Severity.ERROR,
    "Falls or rises in a row, counted wrongly",
    meaning="The series of the indicator shows more, fewer or none.",
    remedy="Count the movements in the data, or give the count as a fact with its source.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:26: "fourth consecutive" contradicts the series of '
        "burglary: the last movement is no rise (House burglary shows its fourth consecutive rise.)\n"
        "  hint: count the movements in the data, or give the count as a fact with its source"
    ),
)

TYPED_ARROW = Code(
    "PG857",
    Severity.WARNING,
    "A typed arrow",
    meaning="Arrows are computed; a typed one stays when the figures change.",
    remedy="Write `{{ ID.movement }}`, or show the indicator in a table or tile.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:16: the arrow "▼" is typed, so that it cannot follow '
        "the figures (House burglary ▼ in the year.)\n"
        "  hint: write {{ ID.movement }}, or show the indicator in a table or tile: its arrow is computed"
    ),
)

OTHER_UNIT = Code(
    "PG858",
    Severity.ERROR,
    "Another unit than the indicator's",
    meaning="The text counts per 10,000 where the record counts per 1,000.",
    remedy="Write the unit of content/indicators.yaml, or correct the record.",
    example=(
        'content/packs/2016-17-q2/commentary/4.5.md:5:40: "per 10,000" contradicts the unit of youth_custody: '
        "rate per 1,000 (Youth custody is counted per 10,000 young people.)\n"
        "  hint: write the unit of content/indicators.yaml, or correct the record"
    ),
)

OTHER_POLARITY = Code(
    "PG859",
    Severity.ERROR,
    "Polarity upside down",
    meaning="The text says that high is good where the record says that lower is better, or the reverse.",
    remedy="Leave it out: the page prints which way is better.",
    example=(
        'content/packs/2016-17-q2/commentary/4.2b.md:5:1: "A high percentage is poor" contradicts the '
        "polarity of ete_engagement: higher is better (A high percentage is poor.)\n"
        "  hint: leave it out: the page prints which way is better"
    ),
)

OTHER_MONTHS = Code(
    "PG860",
    Severity.ERROR,
    "A quarter with the months of another",
    meaning=(
        "Quarter 1 is April to June, quarter 2 July to September, quarter 3 October to December, quarter 4 "
        "January to March of the next year."
    ),
    remedy="Correct the months.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:4: "quarter 2, 2024/25 (April to June 2024)" gives '
        "other months than the quarter has: July to September 2024 (In quarter 2, 2024/25 (April to June "
        "2024) we met.)\n"
        "  hint: correct the months"
    ),
)

LOOSE_TARGET = Code(
    "PG865",
    Severity.ERROR,
    "A target looser than what it counts from",
    meaning="It asks for more crime, a lower share or a worse place than its base.",
    remedy="Correct one of the two. Accept it with a reason if it was published so, and tell readers.",
    example=(
        'content/targets.yaml:9:3: the target "ac10b" is looser than what it counts from: 26,991, a worse '
        "level than 26,626 (the result of 2009/10)\n"
        "  hint: correct one of the two, or accept it with the reason"
    ),
)

CHANGE_AND_LEVEL_PROMISED = Code(
    "PG866",
    Severity.ERROR,
    "A promised percent that the levels do not give",
    meaning="One target of the year promises a change, another a level.",
    remedy="The hint names the base from which the promised change would lead to the level, if there is one.",
    example=(
        'content/targets.yaml:12:3: "cut" promises −5% and "level" 376: from 430 (the result of 2023/24) that '
        "is −12.6%\n"
        "  hint: −5% would count from 396, the result of 2024/25"
    ),
)

TWO_LEVELS_PROMISED = Code(
    "PG867",
    Severity.ERROR,
    "Two targets of one year ask for different levels",
    meaning="A warning where the difference is one of rounding.",
    remedy="Keep one of them, or say in its source which was published.",
    example=(
        'content/targets.yaml:12:3: "one" and "other" ask for different levels in 2025/26: 376 and 380\n'
        "  hint: keep one of them, or say in its source which was published"
    ),
)

TARGET_NOT_REPORTED = Code(
    "PG868",
    Severity.WARNING,
    "A target that was set and is not reported",
    meaning=(
        'It was due in the year before the plan\'s, and neither "we said, we did" nor the appendix nor the '
        "text tells what became of it."
    ),
    remedy="Add it to we_said_we_did.yaml, or its indicator to appendix.yaml.",
    example=(
        'content/targets.yaml:33:3: the target "dh10" was set for 2010/11 and is not reported\n'
        "  hint: add it to we_said_we_did.yaml, or its indicator to appendix.yaml"
    ),
)

PROMISE_TOLD_OTHERWISE = Code(
    "PG869",
    Severity.ERROR,
    '"We said" tells another promise than was made',
    meaning=(
        "It gives another figure than the target or leaves out a key target of last year's plan, where the "
        "workspace has it. A target of another year is a warning."
    ),
    remedy="Write the target's expression, add the promise, or name the right target.",
    example=(
        'content/plans/2025-26/we_said_we_did.yaml:6:11: "we said" gives 6%, but the target "burglary_2025" '
        "is reduce 5%\n"
        "  hint: write {{ targets.burglary_2025 }}"
    ),
)

NOTE_OF_A_PRINTED_FIGURE = Code(
    "PG870",
    Severity.WARNING,
    "The note of a printed figure does not name it",
    meaning=(
        "In stated.yaml, the note of a figure that differs from ours names what was printed and ours. So a "
        "slip in either of them is seen. Where they agree, a figure that the note says was printed must be "
        "that figure."
    ),
    remedy="Check what was printed, and correct the note.",
    example=(
        'content/stated.yaml:5:9: Page 3: printed "9%" differs from ours, 7.9%; the note does not name "9%"\n'
        '  hint: check what was printed, and say in the note why it is "9%" there and 7.9% here'
    ),
)

TWIN_RECORDS_DIFFER = Code(
    "PG872",
    Severity.ERROR,
    "Two records of one thing that differ",
    meaning=(
        "A reported change and its two levels; a place (`x_rank`) and the values of the group (`x`), its "
        "size, or the place at the same day; a rate (`x`) and its count (`x_count`), whose populations lie "
        "more than 3% from the others."
    ),
    remedy="One of the two is wrong; correct it, or accept it with the reason.",
    example=(
        "content/data/plan.csv:9: the reported change of burglary, -9%, is not what the levels give: 430 to "
        "396 is −7.9%\n"
        "  hint: one of the two is wrong; correct it, or accept it with the reason"
    ),
)

SMALL_COUNT = Code(
    "PG873",
    Severity.ERROR,
    "A small count would be published",
    meaning=(
        "It is below `small_numbers` of partnership.yaml and stands in words, in a fact that the document "
        "shows, or in an attached table."
    ),
    remedy="Say it without the number, suppress it, or say in the row or the fact why it is disclosed.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:11: "4" is a count below 5, which is not to be '
        "published (We helped 4 young people.)\n"
        "  hint: say it without the number, suppress it, or disclose it (disclosed: why) in its row, fact or "
        "accepted.yaml"
    ),
)

PUBLISHED_OTHERWISE = Code(
    "PG874",
    Severity.WARNING,
    "A figure that was published otherwise",
    meaning="The last archived version of the edition has another figure.",
    remedy="Where a source was revised, say so in its row; a changed sole source contradicts nothing else.",
    example=(
        "content/data/plan.csv:4: burglary was 396 in version 1.0 and is now 369\n"
        "  hint: if a source was revised, write revised and the published value (was) in its row; else "
        "restore it"
    ),
)

SETTLES_NOTHING = Code(
    "PG875",
    Severity.WARNING,
    "A decision that settles nothing",
    meaning="The finding it accepted is gone, or its words have changed.",
    remedy="Take the record out; if its words have changed, decide again.",
    example=(
        'content/accepted.yaml:3:3: nothing is left of the finding PG852 at summary.md "burglary fell", which '
        "was accepted\n"
        "  hint: take the record out; if its words have changed, decide again"
    ),
)

LONG_SENTENCE = Code(
    "PG880",
    Severity.INFO,
    "A long sentence",
    meaning="More than 25 words. Off unless asked for with `--style` or `severities`.",
    remedy="Make two of it.",
    example=(
        "content/plans/2011-12/narrative/summary.md:3:1: the sentence has 34 words (We …)\n  hint: make two of it"
    ),
)

HARD_PARAGRAPH = Code(
    "PG881",
    Severity.INFO,
    "A paragraph that is hard to read",
    meaning="Its reading age, from the Flesch-Kincaid grade, is above 17. Off unless asked for.",
    remedy="Use shorter sentences and shorter words.",
    example=(
        "content/plans/2011-12/narrative/summary.md:3:1: the paragraph has a reading age of about 19 "
        "(Organisational …)\n"
        "  hint: use shorter sentences and shorter words"
    ),
)

PLAINER_WORD = Code(
    "PG882",
    Severity.INFO,
    "A word that has a plainer one",
    meaning="Off unless asked for.",
    remedy="Write the plainer word.",
    example=(
        'content/plans/2011-12/narrative/summary.md:3:13: "utilise" has a plainer word: use (We will utilise '
        "the lights.)"
    ),
)

UNEXPLAINED_ABBREVIATION = Code(
    "PG884",
    Severity.WARNING,
    "An abbreviation that readers are not told the meaning of",
    meaning="Two or more capitals that the glossary lacks, or that the edition nowhere writes out.",
    remedy="Give it an expansion in the glossary, and write it out where it is first used.",
    example=(
        'content/packs/2016-17-q2/commentary/2.2.md:7:41: "TOP" is not in the glossary (… completed TOP forms …)\n'
        "  hint: add it to content/glossary.yaml with what it stands for (expansion)"
    ),
)
