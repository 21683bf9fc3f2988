"""What is said and asked when workbooks are imported: PG229 to PG249."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

READ_AS = Code(
    "PG229",
    Severity.INFO,
    "How something was read",
    meaning="Settled without a question, and said: an encoding, the year of a bare quarter, macros not run.",
    remedy="Nothing, if it is right.",
    example="export.csv: the file is not UTF-8: it was read as Windows-1252",
)

NO_TABLE = Code(
    "PG230",
    Severity.ERROR,
    "No table found in a workbook",
    meaning="No sheet has a row or column of periods beside names, nor a period and a value in its headings.",
    remedy="Give each column of figures its period as a heading, or name the sheet that has them with --sheet.",
    example=(
        "minutes.xlsx: no table found\n  hint: seen were Minutes: text in A1:C9, no heading that is a period"
    ),
)

UNKNOWN_IMPORT_NAME = Code(
    "PG231",
    Severity.ERROR,
    "A name in a workbook that no indicator has",
    meaning="Likeness alone never decides: the row may be another measure.",
    remedy="Say in the mapping which indicator it is, or leave it out; or add the name to its aliases.",
    example=(
        'KPI.xlsx:KPIs!A5: there is no indicator "Burglery"\n'
        "  hint: did you mean House burglary (house_burglary)? write in the mapping: "
        "rows: {Burglery: house_burglary}, or leave out"
    ),
)

UNCLEAR_PERIOD = Code(
    "PG232",
    Severity.ERROR,
    "A period that may be two",
    meaning="FY17, Q1 2016, a quarter without its year, months three apart, a day: asked once for each pattern.",
    remedy="Answer in the mapping, or write the heading out.",
    example=(
        'KPI.xlsx:KPIs!B4: "FY17": is this the year that ends then, or that starts?\n'
        "  hint: write in the mapping: year: {FY17: ends} or {FY17: starts}"
    ),
)

UNCLEAR_IMPORT_NAME = Code(
    "PG233",
    Severity.ERROR,
    "A name that may be two indicators",
    meaning="Two indicators have it, or the reference beside it belongs to another one.",
    remedy="Say in the mapping which is meant.",
    example=(
        'KPI.xlsx:KPIs!A5: the name "Hate crime" may be Hate crime incidents (hate_crime_incidents) or Hate crime '
        "(hate_crime_rate)\n  hint: write in the mapping: rows: {Hate crime: hate_crime_incidents}"
    ),
)

UNCLEAR_UNIT = Code(
    "PG234",
    Severity.ERROR,
    "A unit that may change a figure",
    meaning=(
        "Percent format for what is no percentage, fractions for a percentage, or a unit in brackets that is not "
        "the indicator's."
    ),
    remedy="Say in the mapping how the row is written, or which indicator it is.",
    example=(
        "survey.xlsx:Data!B5: 0.89: 89% or 0.89%?\n"
        "  hint: write in the mapping: rows: {Safe by day: {indicator: feel_safe_day, percent: fraction}} "
        "or percent: number"
    ),
)

UNCLEAR_VALUE = Code(
    "PG235",
    Severity.ERROR,
    "A cell that is not a figure",
    meaning="15K, 1.2m, (12), twelve, a word nobody knows: it is not read as 0, nor as anything else.",
    remedy="Write the number, or say in the mapping what the word stands for.",
    example=(
        'KPI.xlsx:KPIs!C7: "15K" is not a figure\n'
        '  hint: write the number in the cell, or say once what the word stands for: values: {"15K": N/A}'
    ),
)

UNKNOWN_IMPORT_COLUMN = Code(
    "PG237",
    Severity.ERROR,
    "A column of figures that nobody knows",
    meaning=(
        "Its heading is neither a period nor a word that says what it holds; or there are two benchmarks for one "
        "figure."
    ),
    remedy="Say in the mapping what it is, or leave it out.",
    example=(
        'KPI.xlsx:KPIs!H4: what is column H, "Cohort"?\n'
        "  hint: write in the mapping: columns: {Cohort: leave out}, or a period, or {series: benchmark}"
    ),
)

UNKNOWN_IMPORT_AREA = Code(
    "PG238",
    Severity.ERROR,
    "An area that the data does not know",
    meaning="Another area counts only where the data or the mapping has it.",
    remedy="Say in the mapping which area it is, or what it is called from now on.",
    example=(
        'export.xlsx:Export!A9: there is no area "Eastham" in the data\n'
        "  hint: write in the mapping: areas: {Eastham: Example Town}, or the area's own name"
    ),
)

TABLE_MOVED = Code(
    "PG239",
    Severity.ERROR,
    "A table that is not as it was",
    meaning=(
        "A heading is gone or renamed, a column is new, names stand in another column, or a row has another kind "
        "of number format. A table that moved as a whole is read, and said as an info."
    ),
    remedy="Look at the cell; import again with --save once it is right.",
    example=(
        'KPI.xlsx:KPIs!C4: the heading "Measure" is gone\n'
        "  hint: now it reads: Ref, Name, Q1 2016/17; if that is right, save the mapping again with --save police"
    ),
)

CHANGED_FIGURE = Code(
    "PG240",
    Severity.ERROR,
    "A figure that we have with another value",
    meaning="Nothing is overwritten silently: ours stays until somebody decides.",
    remedy="Decide with --changed keep, --changed correct or --changed revise, the latter two with --reason.",
    example=(
        "KPI.xlsx:KPIs!C5: C5 says 30.1, ours is 29.92 (content/data/police.csv:14)\n"
        '  hint: decide with --changed keep, correct or revise; the last two need --reason "…"'
    ),
)

FIGURE_GONE = Code(
    "PG241",
    Severity.WARNING,
    "A name or figure that is gone",
    meaning="The mapping brought it before. Nothing is deleted.",
    remedy="Ask the supplier, if it should be there.",
    example=(
        'KPI.xlsx: "House burglary" was there before and is gone\n  hint: nothing is deleted; ask the supplier'
    ),
)

IMPORTED_TWICE = Code(
    "PG242",
    Severity.ERROR,
    "One figure with two values in a file",
    meaning="Two cells are the same indicator, area, period and series, and differ.",
    remedy="Correct one of the two, or leave one out.",
    example=(
        "KPI.xlsx:KPIs!C9: KPIs!C5 says 25.1 and KPIs!C9 says 25.4 for total_crime, 2015/16 Q1\n"
        "  hint: correct one of the two, or leave one of the rows out in the mapping"
    ),
)

SMALL_NUMBER = Code(
    "PG247",
    Severity.INFO,
    "A small number",
    meaning="A count below small_numbers of partnership.yaml: it is kept, and not printed.",
    remedy="Nothing; see that the workbook itself is handled with care.",
    example="KPI.xlsx:KPIs!C5: 3 is a small number",
)

CALENDAR_YEAR = Code(
    "PG248",
    Severity.WARNING,
    "A calendar year among financial years",
    meaning="All earlier figures of the indicator are of financial years.",
    remedy="Check the heading: 2016 is January to December.",
    example="KPI.xlsx:KPIs!C4: 2016 is a calendar year; all figures of crime_annual are of financial years",
)

TENFOLD = Code(
    "PG249",
    Severity.WARNING,
    "More than tenfold",
    meaning="The value is more than ten times, or less than a tenth of, that of the period before.",
    remedy="Check the cell: a point or a unit may be wrong.",
    example="KPI.xlsx:KPIs!C5: 2992 is more than ten times the 28.06 of 2016/17 Q1",
)
