"""A pack that tries to break its parts: names, agencies, counts and judgements that are too long."""

from __future__ import annotations

from msgspec.structs import replace
from render.layout_samples import body, columns, value, words
from render.pack_samples import action_row, counted, first_priority, mover, pack, summary_table

from plangen.document.blocks import (
    CountTile,
    CountTiles,
    Document,
    MetaLine,
    MoverList,
    Movers,
    Section,
    VerdictBox,
)
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.tables import Band, Cell, ColumnHeader, PriorityLine, Row, RowGroup, Table, Tally

AGENCY = "Hampshire and Isle of Wight Community Rehabilitation Company"
TITLE = "People aged 18 to 75 who report repeat incidents of abuse within a year of MARAC"
LONGER = " ".join(["It rose again and the reason is not known."] * 7)


def count_tiles(*counts: str, word: str = "No clear change") -> CountTiles:
    return CountTiles(tuple(CountTile(counted("Worsened"), value(count), word) for count in counts))


def tally_table(*counts: int) -> Table:
    cells = tuple(Cell((Tally(value(str(count)), counted("No clear change"), count),)) for count in counts)
    return Table(
        "Tallies",
        columns("name", *("tally" for _ in counts)),
        tuple(map(ColumnHeader, ("Measures by priority", "Improved", "Worsened", "No clear change"))),
        (RowGroup((Row((Cell((PriorityLine(12, words(TITLE)),)), *cells)),)),),
    )


def movers(better: int, worse: int) -> Movers:
    some = mover(
        "3.4a", TITLE, "A long account of how far it moved, from here to there. Down 100%", Judgement.BAD, Sign.UP
    )
    return Movers(
        MoverList("Best movers", (some,) * better, "No measure improved clearly."),
        MoverList("Worst movers", (some,) * worse, "No measure worsened clearly."),
    )


def meta(measure: str = "Recorded crimes per 1,000 residents", polarity: str = "Lower is better") -> MetaLine:
    return MetaLine(measure, polarity, Sign.DOWN)


def page(name: str, *blocks, **changes) -> Section:
    return Section(name, words(name), blocks, chapter=True, **changes)


def hostile_pack() -> Document:
    bad = Mark(Judgement.BAD, Sign.UP)
    long_row = action_row("1.10a", f"{TITLE} and {TITLE}", AGENCY)
    alone = action_row(
        "1.11", TITLE, AGENCY, "No measure; progress is reported in words on page 123 of this pack."
    )
    table = summary_table(
        RowGroup((long_row, *first_priority()[1:3], alone), Band(TITLE, 1, "123 improved, 123 worsened"))
    )
    neither = replace(meta(), polarity="Neither higher nor lower is better, it depends", arrow=None)
    sections = (
        page("First", count_tiles("123", "456", "789"), tally_table(30, 30, 30), movers(3, 1), movers(0, 2)),
        page("Second", count_tiles("1,234", "2", "3", "4", word="Not comparable"), table),
        page("A", meta(), VerdictBox(bad, "Worsened", words(LONGER)), body("x"), number="1.10a", priority=1),
        page("B", meta(TITLE), VerdictBox(bad, "Up", words("A bit.")), number="12.3b", priority=12),
        page("C", neither, body("Text."), movers(0, 0)),
    )
    return replace(pack(), sections=sections)
