"""A pack with the words and figures of the visual contract's mock-ups 07 to 10, to be held beside them."""

from __future__ import annotations

from functools import cache

from render.layout_samples import as_pictured, body, columns, metadata, small, value, words

from plangen.charts import draw
from plangen.document.blocks import (
    CountTile,
    CountTiles,
    Document,
    Figure,
    Masthead,
    MetaLine,
    Mover,
    MoverList,
    Movers,
    Section,
    VerdictBox,
)
from plangen.document.charts import ChartSpec, GroupBar, GroupChart, Series, SeriesRole, TrendChart, TrendPoint
from plangen.document.drawing import Drawing
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.tables import (
    Band,
    Cell,
    CellLine,
    ColumnHeader,
    Density,
    PriorityLine,
    Row,
    RowGroup,
    RowRule,
    Table,
    Tally,
    Tone,
    Travel,
)
from plangen.document.theme import Theme
from plangen.language.english import ENGLISH

UP = {"Improved": Judgement.GOOD, "Worsened": Judgement.BAD, "No clear change": Judgement.NEUTRAL}
PERIODS = ("2015/16 Q2", "2015/16 Q3", "2015/16 Q4", "2016/17 Q1", "2016/17 Q2")
POLICE, COUNCIL = "Hampshire Constabulary", "Southampton City Council"


@cache
def drawn(spec: ChartSpec) -> Drawing:
    return draw(spec, Theme())


def counted(word: str) -> Mark:
    return Mark(UP[word], Sign.NONE)


def glance_table() -> Table:
    """Measures by priority, as counts with symbols."""
    rows = (
        (1, "Crime and anti-social behaviour", (1, 3, 4)),
        (2, "Drugs and alcohol", (1, 2, 2)),
        (3, "Protecting vulnerable people", (1, 1, 0)),
        (4, "Reoffending and youth crime", (1, 2, 2)),
    )
    return as_pictured(
        "How many measures of each priority improved, worsened or show no clear change",
        columns("name", "tally", "tally", "tally"),
        tuple(map(ColumnHeader, ("Measures by priority", *UP))),
        (
            RowGroup(
                tuple(
                    Row(
                        (
                            Cell((PriorityLine(number, words(name)),)),
                            *(
                                Cell((Tally(value(str(count)), counted(word), count),))
                                for word, count in zip(UP, counts, strict=True)
                            ),
                        )
                    )
                    for number, name, counts in rows
                )
            ),
        ),
    )


def mover(ref: str, title: str, said: str, judgement: Judgement, sign: Sign) -> Mover:
    return Mover(Mark(judgement, sign), ref, words(title), words(said))


def glance() -> Section:
    good, bad = Judgement.GOOD, Judgement.BAD
    better = (
        mover("4.3", "Youth drug-dealing arrests", "11 to 0. Down 100%", good, Sign.DOWN),
        mover("3.4b", "Repeat referrals to the MASH", "22.9% to 19.0%. Down 3.9 points", good, Sign.DOWN),
        mover("2.2b", "Non-opiate treatment", "24.9% to 26.9%. Up 2.0 points", good, Sign.UP),
    )
    worse = (
        mover("1.1b", "Feel very safe at night", "35% to 31%. Down 4.0 points", bad, Sign.DOWN),
        mover("3.4a", "Repeat abuse cases at MARAC", "25% to 27%. Up 2.0 points", bad, Sign.UP),
        mover("1.2b", "Anti-social behaviour", "11.96 to 12.76. Up 6.7%", bad, Sign.UP),
    )
    return Section(
        "glance",
        words("Eight of our 20 measures got worse, four improved and eight show no clear change"),
        (
            CountTiles(
                tuple(CountTile(counted(word), value(count), word) for word, count in zip(UP, "488", strict=True))
            ),
            glance_table(),
            Movers(
                MoverList("Three best movers", better, "No measure improved clearly."),
                MoverList("Three worst movers", worse, "No measure worsened clearly."),
            ),
            small(
                "Each measure is compared with its own previous period. Seven other rows report progress without "
                "a figure. Movers are ranked by percentage change; changes that chance could explain are left "
                "out. MASH: multi-agency safeguarding hub. MARAC: multi-agency risk assessment conference."
            ),
        ),
        running="At a glance",
    )


def travelled(said: str) -> Cell:
    """A direction of travel from "Worsened: Up 6.6%"; anything without a judgement is an absent figure."""
    judgement, _, amount = said.partition(": ")
    if not amount:
        return Cell.of(said, Tone.MUTED)
    signs = {"Up": Sign.UP, "Down": Sign.DOWN, "Same": Sign.SAME}
    mark = Mark(UP.get(judgement, Judgement.NEUTRAL), signs[amount.split()[0]])
    return Cell((Travel(mark, amount, judgement),))


def action_row(ref: str, action: str, lead: str, second: str = "") -> Row:
    lines = [CellLine(words(action))] + ([CellLine(words(second), Tone.MUTED)] if second else [])
    return Row(
        (
            Cell.of(ref, Tone.STRONG),
            Cell(tuple(lines), span=4),
            Cell((CellLine(words(lead), Tone.MUTED),), span=2),
        ),
        header=1,
        rule=RowRule.STEEL if second else RowRule.NONE,
    )


def measure_row(
    ref: str,
    name: str,
    before: str,
    now: str,
    travels: tuple[str, str],
    near: str,
    second: str = "",
    last: bool = False,
) -> Row:
    lines = [CellLine(words(name), Tone.STRONG)] + ([CellLine(words(second), second=True)] if second else [])
    return Row(
        (
            Cell.of(ref, Tone.MUTED),
            Cell(tuple(lines)),
            Cell.of(before),
            Cell.of(now, Tone.STRONG),
            *map(travelled, travels),
            Cell.of(near, Tone.MUTED if near == "none" else Tone.PLAIN),
        ),
        header=1,
        rule=RowRule.STEEL if last else RowRule.HAIR,
    )


def first_priority() -> tuple[Row, ...]:
    survey, noise = "2015/16, every 2 years", "No clear change: "
    up, down = "Worsened: Up ", "Worsened: Down "
    return (
        action_row("1.1", "Tell people what is being done and how to keep safe", COUNCIL),
        measure_row(
            "1.1a",
            "Feel very safe by day",
            "58.0%",
            "60.0%",
            ("Improved: Up 2.0 points", "Not collected"),
            "none",
            survey,
        ),
        measure_row(
            "1.1b",
            "Feel very safe at night",
            "35.0%",
            "31.0%",
            (down + "4.0 points", "Not collected"),
            "none",
            survey,
            last=True,
        ),
        action_row("1.2", "Agree three priorities in every neighbourhood", POLICE),
        measure_row("1.2a", "Total crime", "28.06", "29.92", (up + "6.6%", up + "17.8%"), "24.2"),
        measure_row(
            "1.2b", "Anti-social behaviour", "11.96", "12.76", (up + "6.7%", "Improved: Down 15.5%"), "none"
        ),
        measure_row(
            "1.2c", "House burglary", "0.93", "0.92", (noise + "Down 1.1%", noise + "Up 8.2%"), "1.10", last=True
        ),
        action_row("1.3", "Prevent rape and serious sexual offences and step in early", POLICE),
        measure_row(
            "",
            "Serious sexual offences",
            "0.62",
            "0.71",
            (noise + "Up 14.5%", noise + "Up 16.4%"),
            "0.50",
            last=True,
        ),
        action_row("1.4", "Plan for and tackle emerging crime patterns", POLICE),
        measure_row(
            "",
            "Place among 15 areas",
            "15th",
            "15th",
            ("No change: Same", "Yearly measure"),
            "none",
            "All crime, 2015/16",
            last=True,
        ),
        action_row(
            "1.5",
            "Run the Prince’s Trust programmes",
            "Hampshire Fire and Rescue",
            "No measure; progress is reported on page 11.",
        ),
        action_row("1.6", "Give victims of hate crime the confidence to report it", POLICE),
        measure_row("", "Hate crime", "0.51", "0.59", (noise + "Up 15.7%", "No figure given"), "none", last=True),
    )


def second_priority() -> tuple[Row, ...]:
    unit = "Integrated Commissioning Unit"
    return (
        action_row(
            "2.1",
            "Use the Late Night Levy to reduce harm at night",
            COUNCIL,
            "No measure; progress is reported on page 13.",
        ),
        action_row("2.2", "Help people complete treatment and stay free of addiction", unit),
        measure_row(
            "2.2a", "Opiate treatment", "5.80%", "5.75%", ("Worsened: Down 0.05 points", "No figure given"), "none"
        ),
        measure_row(
            "2.2b",
            "Non-opiate treatment",
            "24.9%",
            "26.9%",
            ("Improved: Up 2.0 points", "No figure given"),
            "none",
            last=True,
        ),
        action_row("2.3", "Reduce alcohol-related admissions", unit),
        measure_row(
            "", "Admissions", "592", "600", ("No clear change: Up 1.4%", "No figure given"), "none", last=True
        ),
    )


def summary_table(*groups: RowGroup) -> Table:
    heads = ("Ref", "Measure", "Previous", "Current", "Travel since previous period")
    return as_pictured(
        "Every measure with its previous and current value and how it moved",
        columns("reference", "name", "figure", "figure", "travel", "travel", "benchmark"),
        tuple(map(ColumnHeader, (*heads, "Travel since same period last year", "Similar areas"))),
        groups,
        Density.DATA,
    )


def summary() -> Section:
    table = summary_table(
        RowGroup(
            first_priority(),
            Band("Reduce crime and anti-social behaviour", 1, "1 improved, 3 worsened, 4 no clear change"),
        ),
        RowGroup(
            second_priority(),
            Band("Reduce harm caused by drugs and alcohol", 2, "1 improved, 2 worsened, 2 no clear change"),
        ),
    )
    return Section(
        "summary",
        words("Summary of measures"),
        (
            small(
                "Quarter 2, 2016/17 compared with quarter 1, 2016/17, unless the row says otherwise. Rates are "
                "per 1,000 residents. Similar areas: their average, where there is one."
            ),
            table,
        ),
        running="Summary of measures",
        chapter=True,
    )


def trend() -> TrendChart:
    points = tuple(TrendPoint(period.split()[1], period.split()[0]) for period in PERIODS)
    own, near = ("25.4", "27.8", "27.7", "28.1", "29.9"), ("22.1", "22.8", "22.8", "24.2", "24.2")
    return TrendChart(
        points,
        (
            Series("Southampton", SeriesRole.OWN, tuple(map(float, own)), own),
            Series("Similar areas", SeriesRole.BENCHMARK, tuple(map(float, near)), near),
        ),
    )


def trend_table() -> Table:
    rows = (
        ("Southampton", ("25.4", "27.8", "27.7", "28.1", "29.9")),
        ("Similar areas", ("22.1", "22.8", "22.8", "24.2", "24.2")),
        ("Difference", ("+3.3", "+5.0", "+4.9", "+3.9", "+5.7")),
    )
    return as_pictured(
        "Recorded crimes per 1,000 residents by quarter",
        columns("name", *("figure" for _ in PERIODS)),
        (ColumnHeader("Per 1,000 residents"), *(ColumnHeader(period.replace(" ", "\n")) for period in PERIODS)),
        (
            RowGroup(
                tuple(
                    Row(
                        (
                            Cell.of(name, Tone.STRONG if at == 0 else Tone.PLAIN),
                            *(
                                Cell.of(figure, Tone.STRONG if at == 0 and column == 4 else Tone.PLAIN)
                                for column, figure in enumerate(figures)
                            ),
                        )
                    )
                    for at, (name, figures) in enumerate(rows)
                )
            ),
        ),
        Density.DATA,
    )


def measure_section(
    name: str, number: str, heading: str, mark: Mark, word: str, said: str, figure: Figure, *doing: Section
) -> Section:
    return Section(
        name,
        words(heading),
        (
            MetaLine("Recorded crimes per 1,000 residents", "Lower is better", Sign.DOWN),
            VerdictBox(mark, word, words(said)),
            figure,
            *doing,
        ),
        number=number,
        priority=1,
        running="Priority 1: Reduce crime and anti-social behaviour",
        chapter=True,
        in_contents=True,
    )


def total_crime() -> Section:
    figure = Figure(
        "crime-trend",
        drawn(trend()),
        "Two lines over five quarters: Southampton rises from 25.4 to 29.9, similar areas from 22.1 to 24.2.",
        words("Crime is higher than a year ago and above similar areas"),
        words(
            "Total recorded crimes per 1,000 residents, Southampton and the average for similar areas, by quarter"
        ),
        data=trend_table(),
    )
    doing = (
        body(
            "Safer Neighbourhood teams meet residents in every part of the city. The Bitterne Market beat surgery "
            "has restarted, every fortnight, because residents asked for it."
        ),
        body(
            "Teams also assess people who pose a high risk of anti-social behaviour. Together with partners, they "
            "offer support, make arrests or seek court orders."
        ),
        small("Commentary: Hampshire Constabulary. Source: iQuanta crime data."),
    )
    return measure_section(
        "total-crime",
        "1.2a",
        "Total crime",
        Mark(Judgement.BAD, Sign.UP),
        "Worsened",
        "The rate rose 6.6% on last quarter and 17.8% on the same quarter last year. It is 23.6% above "
        "similar areas.",
        figure,
        Section("doing-1-2a", words("What we are doing"), doing),
    )


AREAS = (
    ("Luton", 65),
    ("Eastbourne", 67),
    ("Plymouth", 76),
    ("Gloucester", 76),
    ("Derby", 79),
    ("Slough", 81),
    ("Hounslow", 81),
    ("Reading", 85),
    ("Cardiff", 91),
    ("Newcastle", 92),
    ("Northampton", 94),
    ("Leeds", 97),
    ("Bristol", 102),
    ("Portsmouth", 104),
    ("Southampton", 109),
)


def group() -> GroupChart:
    bars = (
        GroupBar(name, rate, str(rate), str(rank), own=name == "Southampton")
        for rank, (name, rate) in enumerate(AREAS, 1)
    )
    return GroupChart(
        "Area", "Rate", tuple(bars), 86.6, "Average 86.6", 73.4, "Lower bound 73.4", 99.8, "Upper bound 99.8"
    )


def similar_areas() -> Section:
    figure = Figure(
        "crime-group",
        drawn(group()),
        "Bars for 15 areas from Luton, 65, to Southampton, 109; their average is 86.6.",
        words("Southampton has the highest crime rate of 15 similar areas"),
        words("Total recorded crimes per 1,000 residents, most similar group, 2015/16; 1 is the lowest rate"),
        words(
            "Average: the mean of all 15 areas. Bounds: the mean plus and minus 1 sample standard deviation "
            "(13.2). An area between the bounds is within the usual range for the group. Source: iQuanta crime "
            "data."
        ),
    )
    doing = body(
        "We are using the lessons of the Ending Gang and Youth Violence peer review. An agreement to share "
        "information with Lewisham Council helps us find drug dealers who cross borders and protect the young "
        "people they exploit."
    )
    return measure_section(
        "similar-areas",
        "1.4",
        "Crime in similar areas",
        Mark(Judgement.NEUTRAL, Sign.SAME),
        "No change",
        "Southampton is still 15th of 15. Its crime rate is 25.9% above the average for the group.",
        figure,
        Section("doing-1-4", words("What we are doing"), (doing,)),
    )


def pack() -> Document:
    """The pages of mock-ups 07 to 10."""
    return Document(
        metadata("Performance pack"),
        Masthead(
            "Southampton Safe City Partnership", "Performance pack", "Quarter 2, 2016/17 (July to September 2016)"
        ),
        None,
        (glance(), summary(), total_crime(), similar_areas()),
        "Performance pack: quarter 2, 2016/17",
        "Version 0.2, not approved",
        ENGLISH.page,
    )
