"""What can be wrong with tables of observations: PG201 to PG224."""

from __future__ import annotations

from plangen.diagnostics.code import Code, Severity

COLUMN_MISSING = Code(
    "PG201",
    Severity.ERROR,
    "A column is missing",
    meaning=(
        "indicator, area, period and value stand in every table. Files with semicolons are told apart here too."
    ),
    remedy="Add the column to the first line; save a file with semicolons again as “CSV UTF-8 (comma delimited)”.",
    example=(
        'content/data/observations.csv:1: the column "value" is missing\n'
        "  hint: add it to the first line: indicator,area,period,value stand in every table"
    ),
)

RAGGED_ROW = Code(
    "PG202",
    Severity.ERROR,
    "A row has more or fewer cells than the first line",
    meaning="Often a thousands comma or a comma in a note.",
    remedy="Put the cell in quotes.",
    example=(
        "content/data/observations.csv:2: the row has 12 cells; the first line has 11 columns\n"
        '  hint: put text and numbers that hold a comma in quotes: "26,626"'
    ),
)

NOT_A_NUMBER = Code(
    "PG203",
    Severity.ERROR,
    "Not a number",
    meaning=(
        "Digits 0 to 9, a full stop as decimal point, commas only between thousands. Refused: NaN, inf, 1e3, "
        "1_000, 12%, £5, digits of other scripts."
    ),
    remedy="Write digits only. Where there is no value: `*`, `N/A`, `TBA`, `To be set` or `-`.",
    example=(
        'content/data/observations.csv:2:value: "٤٣٠" is not a number\n'
        "  hint: write it with the digits 0 to 9, as 26626, 26,626 or 5.75 "
        "(or one of *, N/A, TBA, To be set, -, not published, not collected)"
    ),
)

UNKNOWN_COLUMN = Code(
    "PG204",
    Severity.ERROR,
    "An unknown column",
    meaning=(
        "Known are indicator, area, period, value, series, base, category, numerator, denominator, data_to, "
        "status, was, disclosed, note and origin."
    ),
    remedy="Correct the name, or delete the column.",
    example=(
        'content/data/observations.csv:1:serise: there is no column "serise"\n  hint: did you mean "series"?'
    ),
)

UNKNOWN_INDICATOR_OBSERVED = Code(
    "PG205",
    Severity.ERROR,
    "An unknown indicator",
    meaning="Its record is missing from content/indicators.yaml, or the name is misspelt.",
    remedy="Add the record, or correct the name.",
    example=(
        'content/data/observations.csv:2:indicator: there is no indicator "burglry"\n'
        '  hint: did you mean "burglary"?'
    ),
)

OBSERVED_TWICE = Code(
    "PG206",
    Severity.ERROR,
    "The same observation twice",
    meaning="An observation is known by indicator, area, period, series, category and base, across all files.",
    remedy="Delete one of the two, or tell them apart by area, series, category or base.",
    example=(
        "content/data/observations.csv:3: the same observation stands in line 2: burglary, 2023/24\n"
        "  hint: delete one of the two, or tell them apart by area, series, category or base"
    ),
)

IMPOSSIBLE_VALUE = Code(
    "PG207",
    Severity.ERROR,
    "An impossible value",
    meaning=(
        "A percentage below 0 or above 100, a count or rate below 0. A change may be anything: it names its base."
    ),
    remedy="Write the value itself; a change names the period it counts from in the column base.",
    example=(
        "content/data/observations.csv:2:value: -9 is below 0, which a count cannot be\n"
        "  hint: write the value itself; a change names the period it counts from in the column base"
    ),
)

IMPOSSIBLE_RANK = Code(
    "PG208",
    Severity.ERROR,
    "An impossible place in a group",
    meaning="A place is a whole number from 1 to the size of the group.",
    remedy="Correct the place, or the size of the group in the column denominator.",
    example=(
        "content/data/observations.csv:5:value: 1.5 is not a place in a group\n"
        "  hint: write a whole number from 1; shared places take the better one"
    ),
)

NOT_A_PERIOD = Code(
    "PG209",
    Severity.ERROR,
    "A period that cannot be read",
    meaning="2010-12 is refused too, because it may be a month or a financial year.",
    remedy="The hint says how it is written.",
    example=(
        'content/data/observations.csv:2:period: "2023-24 or so" is not a period\n'
        "  hint: write 2009/10, 2016/17 Q2, 2010/11 Q1-Q2, Dec 2010, 2015, Academic year 2015/16, Oct 2013 - "
        "Sep 2014 or at 31 Mar 2010"
    ),
)

UNKNOWN_SERIES_OR_STATUS = Code(
    "PG210",
    Severity.ERROR,
    "An unknown series or status",
    meaning=(
        "series is actual (or blank), benchmark, lower or upper; status is final (or blank), provisional or "
        "revised."
    ),
    remedy="Write one of these.",
    example=(
        'content/data/observations.csv:2:series: "benchmrk" is not a series\n  hint: did you mean "benchmark"?'
    ),
)

EMPTY_CELL = Code(
    "PG211",
    Severity.ERROR,
    "An empty cell",
    meaning="Every row names its indicator and area, and has a value or both numerator and denominator.",
    remedy="Fill the cell. Where there is no value: `*`, `N/A`, `TBA`, `To be set` or `-`.",
    example=(
        "content/data/observations.csv:2:value: the cell is empty\n"
        "  hint: write a number, or one of *, N/A, TBA, To be set, -, not published, not collected; "
        "or fill numerator and denominator"
    ),
)

NOTHING_TO_DIVIDE = Code(
    "PG212",
    Severity.ERROR,
    "Numerator and denominator that give no value",
    meaning="Both are needed, the denominator above 0, and only percentages and rates can be computed from them.",
    remedy="Fill both, or write the value.",
    example=(
        "content/data/observations.csv:4:denominator: a value cannot be computed from this row\n"
        "  hint: fill both numerator and denominator (more than 0), or write the value"
    ),
)

REVISED_FROM_WHAT = Code(
    "PG213",
    Severity.ERROR,
    "Revised from what?",
    meaning="A revised value says in the column was what was published before; no other value does.",
    remedy="Write that value in the column was, or empty the cell.",
    example=(
        "content/data/observations.csv:2:status: a revised value does not say what it was\n"
        "  hint: write the value as it was published before in the column was"
    ),
)

NOT_A_TABLE = Code(
    "PG214",
    Severity.ERROR,
    "Not a table that can be read",
    meaning="Only .csv and .xlsx; a workbook needs a sheet called observations.",
    remedy="Save it as one of them, or move it out of content/data.",
    example=(
        "content/data/notes.txt: this is not a table that can be read\n"
        "  hint: save it as .csv or .xlsx, or move it out of content/data"
    ),
)

WORKBOOK_TOO_LARGE = Code(
    "PG215",
    Severity.ERROR,
    "A workbook that is too large",
    meaning=(
        "Looked at in the archive's directory before anything is unpacked: 50 MB, and at most 100 times its "
        "packed size."
    ),
    remedy="Keep only the sheet observations, or use CSV.",
    example=(
        "content/data/more.xlsx: unpacked, the workbook has 60 MB or is packed suspiciously tight\n"
        "  hint: at most 50 MB are read: keep only the sheet observations, or use CSV"
    ),
)

DATE_IN_CELL = Code(
    "PG216",
    Severity.ERROR,
    "The spreadsheet made a date of a cell",
    meaning="Excel turns Aug 2016 or 2-3 into dates.",
    remedy="Format the column as Text, then type the cell again.",
    example=(
        "content/data/more.xlsx:2:period: the spreadsheet made a date of this cell\n"
        "  hint: format the column as Text in the spreadsheet and type the cell again"
    ),
)

FORMULA_WITHOUT_RESULT = Code(
    "PG217",
    Severity.ERROR,
    "A formula without a result",
    meaning="The program that wrote the file did not compute it.",
    remedy="Open and save the file in the spreadsheet program.",
    example=(
        "content/data/more.xlsx:2:value: the formula has no stored result\n"
        "  hint: open the file in the spreadsheet program and save it, or write the value itself"
    ),
)

EMPTY_TABLE = Code(
    "PG218",
    Severity.ERROR,
    "An empty table",
    meaning="There is no header, or nothing below it.",
    remedy="Add the observations, or delete the file.",
    example=(
        "content/data/more.csv: the table has a header and nothing below it\n"
        "  hint: add the observations, or delete the file"
    ),
)

COLUMN_TWICE = Code(
    "PG219",
    Severity.ERROR,
    "A column stands twice",
    meaning="Only one of the two can count.",
    remedy="Delete one of the two.",
    example=(
        'content/data/observations.csv:1:base: the column "base" stands twice\n  hint: delete one of the two'
    ),
)

STRAY_QUOTATION_MARK = Code(
    "PG220",
    Severity.ERROR,
    "A quotation mark out of place in a CSV file",
    meaning="From there on, cells cannot be told apart.",
    remedy="Close the quotation mark; write one inside a quoted cell twice.",
    example=(
        "content/data/observations.csv:5: a quotation mark is out of place\n"
        '  hint: close the quotation mark; write one inside a quoted cell twice: "the ""big"" one"'
    ),
)

PERIOD_OUT_OF_ORDER = Code(
    "PG221",
    Severity.WARNING,
    "A period out of order",
    meaning=(
        "The rows of a series go back in time, which is how a mistyped period shows. Order changes no result; "
        "a table from late to early throughout is fine."
    ),
    remedy="Check the period; if it is right, move the row.",
    example=(
        "content/data/observations.csv:6:period: 2022/23 stands below 2024/25, which is later\n"
        "  hint: check the period; if it is right, move the row above line 4"
    ),
)

BENCHMARK_WITHOUT_ACTUAL = Code(
    "PG222",
    Severity.WARNING,
    "A benchmark without an actual value",
    meaning="There is nothing to compare it with. The period may be mistyped.",
    remedy="Correct the period. Where there is no value of your own, write `-`.",
    example=(
        "content/data/observations.csv:7:period: there is a benchmark value for 2023/24, but no actual one\n"
        "  hint: add a row with the actual value (or - where there is none), or correct the period"
    ),
)

AREA_WRITTEN_OTHERWISE = Code(
    "PG223",
    Severity.ERROR,
    "An area in other letters",
    meaning=(
        "It differs from `area` of partnership.yaml, or from that of other rows, only by capitals, spaces or "
        "dots, and would be another place."
    ),
    remedy="Write it as in the other rows.",
    example=(
        'content/data/police.csv:14:area: "southampton" is "Southampton" in other letters\n'
        '  hint: did you mean "Southampton"?'
    ),
)

AREA_ALMOST_ANOTHER = Code(
    "PG224",
    Severity.WARNING,
    "An area that is almost another",
    meaning="It differs by one or two letters from an area that stands in more rows.",
    remedy="Correct it; if the two are two places, accept the finding.",
    example=(
        'content/data/police.csv:14:area: "Southamton" is almost "Southampton", which stands in more rows\n'
        '  hint: did you mean "Southampton"?'
    ),
)
