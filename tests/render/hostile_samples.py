"""Documents that try to break the layout: everything too long, too deep, too tall or empty."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from render.layout_samples import (
    MET,
    NOT_MET,
    body,
    bullets,
    columns,
    data_row,
    lead,
    metadata,
    noted_columns,
    section,
    value,
    words,
)

from plangen.document.blocks import (
    Beside,
    Callout,
    CalloutFigure,
    Contents,
    Cover,
    Document,
    Figure,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    PriorityItem,
    Quote,
    Section,
    Strip,
    StripFigure,
    Tile,
    Tiles,
    WarningLine,
)
from plangen.document.expansions import Expansions
from plangen.document.inlines import CrossReference, LineBreak, Link, Note, NoteMark, Text
from plangen.document.status import Sign
from plangen.document.tables import (
    Band,
    Cell,
    CellLine,
    CellList,
    ColumnHeader,
    Density,
    Row,
    RowGroup,
    Table,
)
from plangen.language.english import ENGLISH

LONG_WORD = "supercalifragilistic" * 40
AGENCY = "Averyveryverylongagencynamewithoutanyspacesthatgoesonforsixty"
ADDRESS = "https://example.org/" + "and/on/" * 14


def data_rows(count: int) -> tuple[Row, ...]:
    return tuple(data_row(f"Indicator number {at}", str(at), "1,234", "5", "−1%") for at in range(count))


def data_table(*groups: RowGroup) -> Table:
    """A table of five columns as the appendix has them."""
    roles = noted_columns("name", "figure", "target", "target", "change")
    heads = tuple(map(ColumnHeader, ("Indicator", "A", "B", "C", "D")))
    return Table("Indicators", roles, heads, groups, Density.DATA, source=words("Source: none."))


def long_table() -> Table:
    title = "A band with a title that goes on until it does not fit in one line of the band any more at all"
    return data_table(
        RowGroup(data_rows(150), Band(title, 1, "12 improved, 3 worsened")),
        RowGroup(data_rows(1), Band("One row", 2)),
        RowGroup(data_rows(149), Band("Third", 4)),
    )


def wide_table() -> Table:
    rows = tuple(Row(tuple(Cell.of(f"Cell {at} of row {row}") for at in range(8))) for row in range(40))
    heads = tuple(ColumnHeader(f"Column {at}") for at in range(8))
    source = words("Source: a wide one.")
    return Table("Wide", columns(*["words"] * 8), heads, (RowGroup(rows),), landscape=True, source=source)


def too_wide_table() -> Table:
    """A table that nobody asked to be turned, and that cannot be read upright."""
    rows = tuple(Row(tuple(Cell.of(f"Wherever{row}") for _ in range(10))) for row in range(40))
    heads = tuple(ColumnHeader(f"Responsible{at}") for at in range(10))
    return Table("Too wide", columns(*["words"] * 10), heads, (RowGroup(rows),))


def tall_table() -> Table:
    tall = Cell((CellLine(words("many words " * 900)), CellList((words("an item " * 30), words("another")))))
    rows = (
        Row((Cell.of("A row"), tall, Cell.of(AGENCY))),
        Row((Cell.of("Empty"), Cell(()), Cell.of("x"))),
    )
    heads = ColumnHeader("Name"), ColumnHeader("Words"), ColumnHeader("Agency")
    return Table("Tall", columns("name", "words", "name"), heads, (RowGroup(rows),))


def nested_list(levels: int) -> ListBlock:
    inner = (nested_list(levels - 1),) if levels > 1 else ()
    first = ListItem((body(f"Level {levels} of a deep list, with enough words to need a second line"), *inner))
    return ListBlock((first, ListItem((body("Another"),))), ordered=levels % 3 == 0)


def inlines() -> Paragraph:
    return Paragraph(
        (
            Text("See "),
            CrossReference("five", words("section 12")),
            Text(" and "),
            Link(ADDRESS, words(ADDRESS)),
            Text(" or the MASH then"),
            LineBreak(),
            Text("a new line. "),
            NoteMark("n1", "1"),
            Text(" End."),
        )
    )


def boxes() -> Section:
    tiles = Tiles(
        (
            Tile(
                "A label that is so long that it wraps",
                value("123,456,789.12%"),
                words("word " * 40),
                Sign.UP,
                words("Target: a long target that wraps"),
                NOT_MET,
            ),
            Tile("B", value("1"), ()),
            Tile("C", value("12%"), words("x"), Sign.SAME, (), MET),
            Tile("D", value("4"), words("fourth")),
        )
    )
    figures = CalloutFigure(value("1,234,567"), words("big")), CalloutFigure(value("2"), ())
    aside = Callout(words("Aside"), (body("text " * 60),), figures)
    return section(
        "boxes",
        tiles,
        Strip("Heading", words("w " * 80), (StripFigure(value("123,456"), "a caption that wraps a lot"),)),
        WarningLine(words("Warning " * 40)),
        Beside((body("main " * 100),), aside),
        Beside((body("main " * 1000),), Callout(words("Tall"), (body("text " * 2000),))),
        Callout(words("Call"), (body("x"), bullets("a", "b"))),
        Callout((), ()),
    )


def gradient() -> Picture:
    target = BytesIO()
    Image.linear_gradient("L").resize((60, 20)).save(target, "PNG")
    return Picture(target.getvalue(), 60, 20, "image/png", "gradient.png")


def hostile() -> Document:
    heading = "A heading so long that it needs many lines because somebody could not stop writing " * 3
    return Document(
        metadata("Hostile"),
        Cover(
            "A partnership whose name would not fit on one line of the cover because it names every agency",
            "An extraordinarily long title for a plan that covers community safety, antisocial behaviour and all",
            "2011 to 2012 and well beyond, up to 2015",
            "Our priorities",
            tuple(PriorityItem(number, words("Improving involvement and safety")) for number in range(1, 7)),
        ),
        Contents("Contents", "Key", (MET, NOT_MET)),
        (
            Section("five", words(heading), (body("Words."),), number="12", chapter=True, in_contents=True),
            section("empty", in_contents=True),
            section("lists", nested_list(9), bullets(*["An item " * 30] * 40, columns=2), in_contents=True),
            section(
                "long",
                body(LONG_WORD),
                inlines(),
                Quote((body("Quote " * 400),), words("Me")),
                notes=(Note("n1", "1", words("A note.")),),
            ),
            section("rows", lead("A lead."), long_table(), body("After."), in_contents=True),
            section("wide", body("Before."), wide_table(), body("After the wide table."), in_contents=True),
            section("tall", tall_table(), body("After"), in_contents=True),
            boxes(),
            section(
                "picture", Figure("shown", gradient(), "Grey."), Figure("silent", gradient(), "", decorative=True)
            ),
        ),
        "Header " * 30,
        "Footer " * 40,
        ENGLISH.page,
        expansions=Expansions((("MASH", "multi-agency safeguarding hub"),)),
        marking="OFFICIAL-SENSITIVE",
    )
