"""What must fit: a tile's target beside its outcome, contents with their key, names and figures in columns."""

from __future__ import annotations

import itertools
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace
from render.hostile_samples import data_table
from render.layout_samples import body, columns, data_row, document, filler, section, value, words
from render.legible import collisions
from render.plotted import Plot, plotted
from render.tag_tree import tag_tree
from render.test_render_pdf import picture

from plangen.document.blocks import Contents, Cover, Document, Figure, PriorityItem, Tile, Tiles
from plangen.document.drawing import Drawing
from plangen.document.inlines import Note
from plangen.document.status import Badge, Judgement, Mark, Sign
from plangen.document.tables import Band, Cell, CellLine, ColumnHeader, Row, RowGroup, Table
from plangen.document.theme import Theme
from plangen.language.english import ENGLISH
from plangen.render.pdf import render_pdf

GOOD = Mark(Judgement.GOOD, Sign.TICK)


def tile(target: str, outcome: str, **changes) -> Tile:
    made = Tile("Crime", value("9.56%"), words("fall"), Sign.DOWN, words(target), Badge(GOOD, outcome))
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("outcome", "edge", "size"), [("Met", 12.0, 10.5), ("On course", 5.0, 10.5), ("Almost there", 5.0, 10.0)]
)
def test_a_target_stands_on_one_line_beside_its_outcome(outcome, edge, size):
    plot = plotted(document(section("A", Tiles((tile("Target: 5%", outcome), tile("Target: 8%", "Met"))))))
    first, second = plot.find("Target: 5%"), plot.find("Target: 8%")
    assert first.y == second.y
    assert first.size == second.size == size
    chips = [box for box in plot.boxes if box[0] == 2 and box[4] == 21.0]
    assert [round(152 + 164 * at - x - width, 2) for at, (_, x, _, width, _) in enumerate(chips)] == [edge, edge]
    assert first.end + 4.0 <= chips[0][1]


KEY = tuple(Badge(GOOD, word) for word in ("Met", "Close", "Not met", "Improved", "Worsened", "No change"))


def with_contents(chapters: int) -> Document:
    parts = [filler(f"Chapter {at}", str(at), f"Part {at // 4}", body("x")) for at in range(chapters)]
    return document(*parts, contents=Contents("Contents", "Symbols", KEY))


@pytest.mark.parametrize("chapters", range(8, 18))
def test_the_key_stays_with_the_contents(chapters):
    plot = plotted(with_contents(chapters))
    assert plot.page_of("Symbols") == 2
    assert plot.page_of("Chapter 0") == 2
    assert plot.find(f"Chapter {chapters - 1}", 2).y < plot.find("Symbols").y - 40
    rows = sorted({run.y for run in plot.runs if run.page == 2 and run.words.startswith("Chapter")})
    assert min(below - above for above, below in itertools.pairwise(rows)) >= 26.0 - 0.01


def test_contents_that_need_a_second_page_are_as_loose_as_ever():
    plot = plotted(with_contents(24))
    assert plot.page_of("Symbols") == 3
    assert plot.find("Chapter 1 ", 2).y - plot.find("Chapter 0 ", 2).y == pytest.approx(30.0)


def test_names_take_the_room_that_figures_do_not_need():
    name = "Position among similar areas for house burglary"
    rows = (
        data_row(name, "3rd", "2nd", "3rd", "1 place worse", notes={3: "3"}),
        data_row("Reoffending", "10.54%", "under 9%", "under 7.5%", "−1.5 points"),
    )
    note = Note("n", "3", words("One place below."))
    table = replace(data_table(RowGroup(rows, Band("Burglary", 2))), notes=(note,))
    plot = plotted(document(section("A", table)))
    own = plot.find(name)
    cells = sorted((run for run in plot.runs if run.page == 2 and run.y == own.y), key=lambda run: run.x)
    assert [run.words.strip() for run in cells] == [name, "3rd", "2nd", "3rd", "1 place worse", "[3]"]
    figures = [plot.find(words) for words in ("10.54%", "under 9%", "under 7.5%", "−1.5 points")]
    assert len({run.y for run in figures}) == 1
    for row in (cells[:-1], figures):
        assert all(right.x - left.end >= 8.0 for left, right in itertools.pairwise(row))
    assert cells[-1].end <= 480.1


def nearest_figures(name: str) -> float:
    """How far apart figures stand at least, beside a name; infinitely where the name needs a second line."""
    rows = (
        data_row(name, "3rd", "2nd", "3rd", "1 place worse"),
        data_row("Reoffending", "10.54%", "under 9%", "under 7.5%", "−1.5 points"),
    )
    plot = plotted(document(section("A", data_table(RowGroup(rows, Band("Burglary", 2))))))
    if not any(run.words.strip() == name for run in plot.runs):
        return float("inf")
    figures = [plot.find(words) for words in ("10.54%", "under 9%", "under 7.5%", "−1.5 points")]
    return min(right.x - left.end for left, right in itertools.pairwise(figures))


def test_however_long_a_name_is_figures_stay_twelve_points_apart():
    name = "Position among similar areas for house house house "
    distances = [nearest_figures(name + "i" * letters) for letters in range(1, 8)]
    assert distances[-1] == float("inf")
    assert min(distances) >= 12.0
    assert min(distances) == pytest.approx(12.0, abs=0.5)


def test_a_decorative_picture_is_not_read_aloud():
    shown = Figure("f", picture(100, 50), "White.")
    silent = replace(shown, alt="", decorative=True)
    assert "Figure" in tag_tree(render_pdf(document(section("A", shown)), Theme()).data)
    data = render_pdf(document(section("A", body("x"), silent)), Theme()).data
    assert "Figure" not in tag_tree(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert any("/XObject" in page.Resources for page in pdf.pages)


def test_only_a_picture_can_be_decorative():
    with pytest.raises(ValueError, match="cannot be decorative"):
        Figure("f", Drawing(10, 10, ()), "", decorative=True)
    with pytest.raises(ValueError, match="no alt text"):
        Figure("f", picture(1, 1), " ")


class Welsh:
    """What a page adds in Welsh, as far as the test below reads it."""

    def __getattr__(self, name: str):
        return getattr(ENGLISH.page, name)

    def page(self, number: int, total: int) -> str:
        return f"Tudalen {number} o {total}"

    def table_continues(self) -> str:
        return "Mae'r tabl yn parhau."

    def draft(self) -> str:
        return "DRAFFT"


def test_the_words_that_the_page_adds_can_be_others():
    rows = RowGroup(tuple(data_row(f"Row {at}", "1", "2", "3", "4") for at in range(45)), Band("Band"))
    plot = plotted(document(section("A", data_table(rows)), draft=True, page_words=Welsh()))
    assert {"Tudalen 2 o 3", "Mae'r tabl yn parhau.", "DRAFFT", "Band (continued)"} <= set(plot.on(2) + plot.on(3))
    assert not any(word.startswith(("Page ", "DRAFT", "Table ")) for page in (1, 2, 3) for word in plot.on(page))


def test_an_agency_that_is_turned_over_is_told_from_the_next_one_in_all_of_its_column():
    agencies = Cell(tuple(CellLine(words(name)) for name in ("Council and Police Communications Teams", "Police")))
    rows = (
        Row((Cell.of("1"), Cell.of("Act"), agencies)),
        Row((Cell.of("2"), Cell.of("Do"), Cell.of("Police " * 6))),
    )
    heads = ColumnHeader("Action", 2), ColumnHeader("Lead agency")
    table = Table("Actions", columns("reference", "words", "name"), heads, (RowGroup(rows),))
    plot = plotted(document(section("A", table)))
    column = [
        (run.words.strip(), run.x) for run in plot.runs if run.page == 2 and run.x > 320 and 170 < run.y < 700
    ]
    assert column[:3] == [("Council and Police", 328.0), ("Communications Teams", 340.0), ("Police", 328.0)]
    assert [x for _, x in column[3:]] == [328.0, *[340.0] * (len(column) - 4)]
    assert len(column) > 4


LONG_TITLES = (
    "Reduce violence against women and girls in the home, in public places and online",
    "Tackle anti-social behaviour where it does most harm to residents and to businesses",
    "Protect children and adults who are exploited by organised crime in our city centre",
    "Support people who use drugs and alcohol to recover, and reduce what harm they do",
    "Bring together every agency that works with those who are most likely to offend again",
    "Improve how safe people feel by day and after dark, in every ward of the whole city",
)


@pytest.mark.parametrize("number", range(1, 7))
def test_a_cover_holds_long_titles_above_its_foot(number):
    items = tuple(PriorityItem(at, words(title)) for at, title in enumerate(LONG_TITLES[:number], 1))
    front = Cover(
        "A partnership", "A plan for community safety", "2011 to 2012", "Our priorities this year", items
    )
    plot = plotted(document(section("A", body("Words.")), front=front, draft=True))
    first = Plot([run for run in plot.runs if run.page == 1], plot.boxes, plot.sizes)
    assert collisions(first) == []
    foot = first.find("Version 1.0").y
    assert max(run.y for run in first.runs if run.y < foot - 1) < foot - 18
    sizes = {run.size for run in first.runs if run.words.startswith(("Reduce", "Tackle", "Protect"))}
    assert min(sizes) >= 10.0


def test_a_cover_holds_four_titles_of_27_words_in_fewer_columns():
    title = "Reduce " + "the harm that people come to in the city and around it by " * 2
    items = tuple(PriorityItem(at, words(title.strip())) for at in range(1, 5))
    front = Cover("A partnership", "A plan", "2011 to 2012", "Our priorities this year", items)
    plot = plotted(document(section("A", body("Words.")), front=front))
    first = Plot([run for run in plot.runs if run.page == 1], plot.boxes, plot.sizes)
    starts = [run for run in first.runs if run.words.startswith("Reduce")]
    assert len(title.split()) == 27
    assert len({round(run.x) for run in starts}) < 3
    assert collisions(first) == []
    foot = first.find("Version 1.0").y
    assert max(run.y for run in first.runs if run.y < foot - 1) < foot - 18


def test_a_cover_keeps_the_long_words_of_its_priorities_whole():
    long = ("Internationalisation", "Straightforwardness of decisions", "Safeguarding")
    items = tuple(PriorityItem(at, words(title)) for at, title in enumerate(long, 1))
    front = Cover("A partnership", "A plan", "2011 to 2012", "Our priorities this year", items)
    plot = plotted(document(section("A", body("Words.")), front=front))
    said = {word for run in plot.runs if run.page == 1 for word in run.words.split()}
    assert {"Internationalisation", "Straightforwardness", "Safeguarding"} <= said


def test_a_running_head_of_one_endless_word_is_cut():
    endless = "Community" * 12
    made = document(section(endless, body("Words."), running=endless), header=endless)
    plot = plotted(made)
    heads = [run for run in plot.runs if run.page == 2 and run.y < 60 and run.angle == 0]
    assert len(heads) == 2
    left, right = sorted(heads, key=lambda run: run.x)
    assert left.words.endswith("…")
    assert right.words.endswith("…")
    assert right.x - left.end >= 12
