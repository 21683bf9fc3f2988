"""A plan with the words of the visual contract's mock-ups, to be held beside them."""

from __future__ import annotations

from datetime import date

from plangen.document.blocks import (
    Beside,
    Block,
    Callout,
    CalloutFigure,
    Contents,
    Cover,
    Document,
    Figure,
    ListBlock,
    ListItem,
    Metadata,
    Paragraph,
    ParagraphKind,
    PriorityItem,
    PriorityList,
    Quote,
    Section,
    Strip,
    StripFigure,
    Tile,
    Tiles,
)
from plangen.document.drawing import Drawing, Glyphs, Shape
from plangen.document.inlines import Inline, Note, NoteMark, Provenance, Strong, Text, Value
from plangen.document.paths import rectangle
from plangen.document.status import Badge, Judgement, Mark, Sign
from plangen.document.tables import (
    Band,
    Cell,
    CellLine,
    CellList,
    Chip,
    Column,
    ColumnHeader,
    ColumnRole,
    Density,
    Row,
    RowGroup,
    Table,
    Tone,
)
from plangen.document.theme import Theme
from plangen.document.typeface import Face
from plangen.language.english import ENGLISH

MET = Badge(Mark(Judgement.GOOD, Sign.TICK), "Met")
NOT_MET = Badge(Mark(Judgement.BAD, Sign.CROSS), "Not met")
COLOURS = Theme().colours


def as_pictured(*parts, **more) -> Table:
    """A table as in the mock-ups, which were drawn before tables had captions of their own."""
    return Table(*parts, **more, captioned=False)


def value(text: str) -> Value:
    return Value(text, Provenance(f"sample.{text}"))


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def lead(text: str) -> Paragraph:
    return Paragraph(words(text), ParagraphKind.LEAD)


def body(text: str) -> Paragraph:
    return Paragraph(words(text))


def small(text: str) -> Paragraph:
    return Paragraph(words(text), ParagraphKind.SMALL)


def bullets(*items: str, columns: int = 1) -> ListBlock:
    return ListBlock(tuple(ListItem((body(item),)) for item in items), columns=columns)


def box_drawing(width: float, height: float, label: str = "A drawing") -> Drawing:
    outline = Shape(rectangle(0, 0, width, height), fill=COLOURS.mist)
    return Drawing(width, height, (outline, Glyphs(8, 16, label, Face.REGULAR, 10.5, COLOURS.ink)))


def metadata(title: str) -> Metadata:
    return Metadata(title, "A sample", "Safe City", date(2011, 4, 1), "sample", "1.0", "0" * 64, "en-GB")


def document(*sections: Section, **changes: object) -> Document:
    """A small document without contents: a cover and `sections`."""
    values: dict[str, object] = {
        "metadata": metadata("A sample"),
        "front": Cover("A partnership", "A plan", "2011 to 2012"),
        "contents": None,
        "sections": sections,
        "header": "A plan",
        "footer": "Version 1.0",
        "page_words": ENGLISH.page,
        "draft": False,
    }
    return Document(**(values | changes))  # type: ignore[arg-type]


def section(name: str, *blocks: Block, **changes: object) -> Section:
    return Section(name, words(name), tuple(blocks), **({"chapter": True} | changes))  # type: ignore[arg-type]


def columns(*roles: str) -> tuple[Column, ...]:
    return tuple(Column(ColumnRole(role)) for role in roles)


def noted_columns(first: str, *others: str) -> tuple[Column, ...]:
    return (Column(ColumnRole(first)), *(Column(ColumnRole(role), noted=True) for role in others))


def rise_and_fall() -> Drawing:
    rows = (("All crime", -67.6, "9% fall"), ("Violent crime", -72.6, "9.56% fall"))
    rows += (("Criminal damage", -128.8, "17% fall"), ("House burglary", 129.6, "17% rise"))
    marks: list[Shape | Glyphs] = []
    for at, (label, length, said) in enumerate(rows):
        y = 24.0 * at
        x, width = (275.6, length) if length > 0 else (275.6 + length, -length)
        fill = COLOURS.plum if length > 0 else COLOURS.navy
        face = Face.SEMIBOLD if length > 0 else Face.REGULAR
        marks.append(Shape(rectangle(x, y + 4, width, 16), fill=fill))
        marks.append(Glyphs(0, y + 15.5, label, face, 10.5, COLOURS.ink))
        marks.append(
            Glyphs(x + width + 6 if length > 0 else x - 54, y + 15.5, said, Face.SEMIBOLD, 10.5, COLOURS.ink)
        )
    marks.append(Shape(rectangle(275.2, 0, 1.2, 96), fill=COLOURS.ink))
    return Drawing(480, 96, tuple(marks))


def scene() -> Section:
    tile = ("fall in recorded crime, by the end of September 2010", "Target: 5%", "Target: 8%", "Target: 30%")
    tiles = Tiles(
        (
            Tile("Violent crime", value("9.56%"), words(tile[0]), Sign.DOWN, words(tile[1]), MET),
            Tile("Criminal damage", value("17%"), words(tile[0]), Sign.DOWN, words(tile[2]), MET),
            Tile(
                "Public confidence",
                value("50%"),
                words("of residents think we tackle crime and anti-social behaviour, up from 23%"),
                None,
                words(tile[3]),
                MET,
            ),
        )
    )
    figure = Figure(
        "burglary-rose",
        rise_and_fall(),
        "Bars: all crime fell 9%, violent crime 9.56%, criminal damage 17%; house burglary rose 17%.",
        words("House burglary rose as overall crime fell"),
        words("Change in recorded crime, Southampton, reported at the end of September 2010 (quarter 2, 2010/11)"),
        words("Source: Safe City strategic assessment, 2009/10 and the first half of 2010/11."),
    )
    return Section(
        "scene",
        words("Setting the scene"),
        (
            lead(
                "Crime in Southampton has fallen four years running, and December 2010 had the lowest monthly "
                "total since 2003."
            ),
            tiles,
            body(
                "Not everything improved. House burglary rose as overall crime fell, and residents tell us that "
                "burglary is one of their main worries. We have made it a priority for the coming year."
            ),
            figure,
            Section("priorities-scene", words("Our priorities for 2011/12"), (PriorityList(priorities()),)),
        ),
        number="1",
        part="Introduction and context",
        running="Introduction and context",
        chapter=True,
        in_contents=True,
    )


def priorities() -> tuple[PriorityItem, ...]:
    names = "Reducing violent crime", "Reducing burglary", "Improving public involvement and perception of safety"
    return tuple(PriorityItem(number, words(name)) for number, name in enumerate(names, 1))


def said_row(said: str, did: str, badge: Badge) -> Row:
    return Row((Cell.of(said), Cell.of(did, Tone.STRONG), Cell((Chip(badge),))))


def we_said() -> Section:
    table = as_pictured(
        "What we promised, what happened and whether the target was met",
        columns("words", "result", "outcome"),
        (ColumnHeader("We said we would"), ColumnHeader("We did"), ColumnHeader("Outcome")),
        (
            RowGroup(
                (
                    said_row("Reduce all crime by at least 7%", "Down 9%", MET),
                    said_row("Reduce violent crime by 5%", "Down 9.56%", MET),
                    said_row("Reduce criminal damage by a further 8%", "Down 17%", MET),
                    said_row(
                        "Raise to 30% the share of residents who think we tackle crime and anti-social behaviour",
                        "50%, up from 23%",
                        MET,
                    ),
                    said_row("Improve our place among 15 similar areas", "Better in 1 of 4", NOT_MET),
                )
            ),
        ),
        source=words(
            "Results at the end of quarter 2, 2010/11 (September 2010). Source: Safe City Partnership Plan "
            "2011 to 2012."
        ),
    )
    key = (
        Badge(MET.mark, "Met in full"),
        Badge(Mark(Judgement.CLOSE, Sign.EXCLAMATION), "Close to target"),
        NOT_MET,
        Badge(Mark(Judgement.NEUTRAL, Sign.DOTS), "No result given"),
    )
    return Section(
        "we-said",
        words("We said, we did"),
        (
            lead(
                "We met our four targets for crime and public confidence. Our position against similar areas "
                "improved for all crime only."
            ),
            table,
            Figure(
                "position",
                box_drawing(480, 179),
                "Four places before and after.",
                words("Our position improved for all crime only"),
                words("Southampton’s place among 15 similar areas in our most similar group, where 1st is best"),
                words("Source: most similar group comparison of recorded crime."),
            ),
            Figure(
                "indicators",
                box_drawing(480, 20),
                "21 met, 4 close, 3 not met, 6 without a result.",
                words("We met 21 of 34 government indicators in full"),
                words("National indicators, Southampton, at the end of quarter 2, 2010/11"),
                words("The source says 29 indicators were monitored but gives results for 28."),
                key=key,
            ),
        ),
        number="3",
        part="Looking back",
        running="Looking back",
        chapter=True,
        in_contents=True,
    )


def you_said() -> Section:
    note = Note("survey", "1", words("City survey of residents 2010/11."))
    callout = Callout(
        words("Yellow cards to the end of September 2010"),
        figures=(
            CalloutFigure(value("281"), words("people given a first card")),
            CalloutFigure(value("12"), words("banned after a second card")),
        ),
    )
    did = (
        Paragraph((Strong(words("You said")), Text(" that anti-social behaviour is one of your main worries."))),
        Paragraph(
            (
                Strong(words("We did.")),
                Text(
                    " The Yellow Card scheme began on 1 June 2010. Anyone who is given "
                    "a second card is banned from every venue in the scheme for up to 12 months."
                ),
            )
        ),
        body(
            "We also kept the ICE Bus, which gives medical help and welfare support on late Saturday nights and "
            "at other busy times."
        ),
    )
    return Section(
        "you-said",
        words("You said, we did"),
        (
            lead(
                "More of you feel safe, and more of you think we tackle crime well. But few of you believe that "
                "crime is falling."
            ),
            Paragraph(
                (
                    Text("In our latest survey"),
                    NoteMark("survey", "1"),
                    Text(
                        ", 91% of residents said they feel safe in their area by day and 57% after dark. In 2008, "
                        "23% thought the council and police tackle crime and anti-social behaviour; now 50% do."
                    ),
                )
            ),
            body(
                "We asked whether crime was rising or falling. Most people saw no change, so we still need to do "
                "more to reassure you."
            ),
            Figure(
                "view",
                box_drawing(480, 37),
                "8% fallen, 72% not changed, 20% risen.",
                words("Only 8% of residents think crime has fallen"),
                words("Residents’ view of crime, Southampton, city survey 2010/11"),
            ),
            Section(
                "nights",
                words("Safer nights out"),
                (
                    Beside(did, callout),
                    Quote(
                        (
                            body(
                                "“Nobody had to stay with me until my parents came, and yet two of you did. "
                                "Thank you both.”"
                            ),
                        ),
                        words("Young woman helped by the ICE Bus"),
                    ),
                ),
            ),
        ),
        number="5",
        part="Looking back",
        running="Looking back",
        chapter=True,
        in_contents=True,
        notes=(note,),
    )


def action(number: int, text: str, agencies: tuple[str, ...], *items: str) -> Row:
    listed = (CellList(tuple(words(item) for item in items)),) if items else ()
    lines = tuple(CellLine(words(agency)) for agency in agencies)
    return Row((Cell.of(str(number), Tone.STRONG), Cell((CellLine(words(text)), *listed)), Cell(lines)))


def violent_crime() -> Section:
    strip = Strip(
        "Our target for 2011/12",
        words("Recorded violent crimes 5% below last year’s target"),
        (
            StripFigure(value("8,316"), "2009/10 result"),
            StripFigure(value("7,900"), "2010/11 target"),
            StripFigure(value("7,505"), "2011/12 target"),
        ),
    )
    wanted = bullets(
        "Fewer reported incidents of violence",
        "A better position for violent crime among similar areas",
        "Fewer night-time hospital admissions after alcohol-related assault",
        "Fewer repeat incidents of domestic violence",
        "Less alcohol-related violence at night",
        "Less youth violence that grows out of anti-social behaviour",
        "Earlier advice and help for people who drink at harmful levels",
        "More public campaigns for safe drinking",
        columns=2,
    )
    council = "Southampton City Council"
    table = as_pictured(
        "Actions and who leads them",
        columns("reference", "words", "name"),
        (ColumnHeader("Action", 2), ColumnHeader("Lead agency")),
        (
            RowGroup(
                (
                    action(
                        1,
                        "Set up an integrated service for domestic violence, so that agencies act together and "
                        "step in earlier.",
                        (council, "SDVF"),
                    ),
                    action(
                        2,
                        "Work together to change offenders’ behaviour.",
                        ("Probation", "Police"),
                        "Focus on those most likely to reoffend.",
                        "Review spending on reducing reoffending.",
                    ),
                    action(
                        3,
                        "Extend Yellow Card, Street Pastors and the ICE Bus.",
                        ("Night-time Economy Operational Group",),
                        "Act on irresponsible drinks promotions.",
                    ),
                    action(
                        4,
                        "Do more to tackle youth anti-social behaviour.",
                        (council, "Youth Offending Team"),
                        "Work with families with multiple problems.",
                        "Continue triage and reduce under-age drinking.",
                    ),
                )
            ),
        ),
    )
    return Section(
        "violent-crime",
        words("Reducing violent crime"),
        (
            strip,
            Section("want", words("What we want to see"), (wanted,)),
            Section(
                "resources",
                words("Resources"),
                (
                    body(
                        "Most of this comes from reshaping services we already have. For example, the new "
                        "domestic violence model will change current provision substantially. We will also seek "
                        "government and private funding, and explore social finance."
                    ),
                ),
            ),
            Section("actions", words("Headline actions"), (table,)),
        ),
        priority=1,
        running="Looking forward: headline actions",
        chapter=True,
        in_contents=True,
    )


def data_row(name: str, *figures: str, second: str = "", notes: dict[int, str] | None = None) -> Row:
    named = [CellLine(words(name))] + ([CellLine(words(second), second=True)] if second else [])
    cells = [Cell(tuple(named))]
    for at, figure in enumerate(figures):
        absent = figure in ("To be set", "No figure")
        tone = Tone.MUTED if absent else Tone.STRONG if at == 2 else Tone.PLAIN
        cells.append(Cell((CellLine(words(figure), tone),), note=(notes or {}).get(at, "")))
    return Row(tuple(cells))


def appendix_table() -> Table:
    to_be_set = ("To be set",) * 4
    return as_pictured(
        "Indicators with their result, targets and the change in target",
        noted_columns("name", "figure", "target", "target", "change"),
        tuple(
            map(
                ColumnHeader,
                ("Indicator", "Result 2009/10", "Target 2010/11", "Target 2011/12", "Change in target"),
            )
        ),
        (
            RowGroup(
                (
                    data_row("All crime", "26,626", "26,991", "25,355", "−6.1%", notes={3: "1"}),
                    data_row(
                        "Offenders aged 18 and over who reoffend",
                        "10.54%",
                        "under 9%",
                        "under 7.5%",
                        "−1.5 points",
                    ),
                    data_row("Reoffending: single national measure", *to_be_set),
                ),
                Band("Overarching"),
            ),
            RowGroup(
                (
                    data_row("Violent crime", "8,316", "7,900", "7,505", "−5.0%"),
                    data_row("Repeat incidents of domestic violence", "36%", "30%", "28%", "−2 points"),
                    data_row(
                        "Serious violent crime",
                        "0.95",
                        "0.88",
                        "0.69",
                        "−21.6%",
                        second="per 1,000 people; 228, 206 and 162 crimes",
                    ),
                    data_row("Assault with injury", "No figure", "3,373", "To be set", "To be set"),
                    data_row("Emergency admissions after assault", "1,051", "1,035", "1,019", "−1.5%"),
                    data_row("Position among 15 similar areas", "15th", "14th", "13th", "1 place better"),
                ),
                Band("Reducing violent crime", 1),
            ),
            RowGroup(
                (
                    data_row("House burglary", "1,075", "1,015", "985", "−3.0%"),
                    data_row(
                        "Position among 15 similar areas", "3rd", "2nd", "3rd", "1 place worse", notes={3: "2"}
                    ),
                ),
                Band("Reducing burglary", 2),
            ),
            RowGroup(
                (
                    data_row("Neighbourhood Watch schemes", "122", "152", "190", "+25.0%"),
                    data_row(
                        "Residents who think we tackle crime and anti-social behaviour",
                        "23%",
                        "30%",
                        "60%",
                        "+30 points",
                        notes={1: "3"},
                    ),
                ),
                Band("Improving public involvement and perception of safety", 3),
            ),
        ),
        Density.DATA,
        notes=(
            Note(
                "a1",
                "1",
                words(
                    "The 2010/11 target was above the 2009/10 result. Against that result, the new "
                    "target is 4.8% lower."
                ),
            ),
            Note("a2", "2", words("The 2010/11 target was 2nd place; the 2011/12 target is 3rd.")),
            Note("a3", "3", words("The result reported at the end of September 2010 was 50%.")),
        ),
        source=words("Table continues on the next page: other critical indicators."),
    )


def appendix() -> Section:
    return Section(
        "appendix",
        words("Measuring our performance"),
        (
            body(
                "Figures are full-year counts unless the row says otherwise. The last column compares the 2011/12 "
                "target with the 2010/11 target."
            ),
            appendix_table(),
        ),
        part="Appendix",
        running="Appendix",
        chapter=True,
        in_contents=True,
    )


def filler(name: str, number: str, part: str, *blocks: Block) -> Section:
    return Section(name, words(name), blocks, number, None, part, part, chapter=True, in_contents=True)


def plan(draft: bool = False) -> Document:
    """The pages of mock-ups 01 to 06 and 12."""
    forward = "Looking forward"
    burglary = Section(
        "burglary",
        words("Reducing burglary"),
        (body("To come."),),
        priority=2,
        chapter=True,
        in_contents=True,
        running="Looking forward: headline actions",
    )
    safety = Section(
        "safety",
        words("Public involvement and perception of safety"),
        (body("To come."),),
        priority=3,
        chapter=True,
        in_contents=True,
        running="Looking forward: headline actions",
    )
    key = (
        Badge(MET.mark, "Target met"),
        Badge(Mark(Judgement.CLOSE, Sign.EXCLAMATION), "Close to target"),
        Badge(NOT_MET.mark, "Target not met"),
        Badge(Mark(Judgement.GOOD, Sign.UP), "Improved"),
        Badge(Mark(Judgement.BAD, Sign.DOWN), "Worsened"),
        Badge(Mark(Judgement.NEUTRAL, Sign.SAME), "No clear change"),
    )
    return Document(
        metadata("Safe City Partnership Plan 2011 to 2012"),
        Cover(
            "Southampton Safe City Partnership",
            "Safe City Partnership Plan",
            "2011 to 2012",
            "Our priorities this year",
            priorities(),
        ),
        Contents("Contents", "Symbols in this plan", key),
        (
            scene(),
            filler("Working with other partnerships", "2", "Introduction and context", body("To come.")),
            we_said(),
            filler("What changed last year", "4", "Looking back", body("To come.")),
            you_said(),
            filler("Priorities for 2011/12", "6", forward, body("To come.")),
            filler("Headline actions", "7", forward, body("To come."), violent_crime(), burglary, safety),
            appendix(),
        ),
        "Safe City Partnership Plan 2011 to 2012",
        "Version 1.0, not approved" if draft else "Version 1.0",
        ENGLISH.page,
        draft=draft,
    )
