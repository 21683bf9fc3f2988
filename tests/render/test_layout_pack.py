"""The pages of a pack beside mock-ups 07 to 10: baselines and edges, and parts that are given too much.

Expected values come from `look.md` or are measured in the mock-up pictures, whose pixels are 0.8 points; two
points are allowed, because a page's distances add up.
"""

from __future__ import annotations

import itertools

import pytest
from render.hostile_pack import AGENCY, TITLE, count_tiles, hostile_pack, meta, movers, tally_table
from render.layout_samples import body, box_drawing, document, section, value, words
from render.pack_samples import action_row, first_priority, measure_row, pack, summary_table
from render.plotted import Plot, plotted
from render.tag_tree import tag_tree

from plangen.document.blocks import Figure, SideBySide, VerdictBox
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.tables import Band, RowGroup, Tally
from plangen.document.theme import Theme
from plangen.language.english import ENGLISH
from plangen.layout.cells import tally_rows
from plangen.layout.inks import InkGroup
from plangen.layout.setting import Setting
from plangen.render.pdf import render_pdf
from plangen.render.pdf.fonts import ReportlabFonts

COLOURS = Theme().colours


@pytest.fixture(scope="module")
def pages() -> Plot:
    return plotted(pack())


@pytest.fixture(scope="module")
def tree() -> str:
    return tag_tree(render_pdf(pack(), Theme()).data).replace('" "', "")


@pytest.mark.parametrize(
    ("said", "page", "x", "y"),
    [
        ("Eight of our 20", 1, 0, 197.5),
        ("improved and eight", 1, 0, 224.5),
        ("4", 1, 50, 290.2),
        ("Improved", 1, 76, 281),
        ("No clear ", 1, 404, 273.5),
        ("Measures by", 1, 0, 340.5),
        ("Worsened", 1, 284, 340.5),
        ("Crime and anti-social", 1, 28, 366.4),
        ("Reoffending", 1, 28, 452.8),
        ("3", 1, 284, 366.4),
        ("Three best", 1, 0, 496.5),
        ("Three worst", 1, 246, 496.5),
        ("4.3", 1, 34, 523),
        ("11 to 0.", 1, 34, 539.2),
        ("2.2b", 1, 34, 623.2),
        ("11.96 to 12.76", 1, 280, 639),
        ("Each measure", 1, 0, 676.7),
        ("Summary of measures", 2, 0, 108),
        ("Ref", 2, 0, 180),
        ("1.1", 2, 0, 224.8),
        ("Feel very safe by day", 2, 28, 241.3),
        ("2015/16, every 2 years", 2, 28, 254.5),
        ("Up 2.0 points", 2, 267, 241.3),
        ("Improved", 2, 267, 254.5),
        ("Not collected", 2, 373, 241.3),
        ("Run the Prince", 2, 28, 522.8),
        ("No measure; progress is reported on page 11", 2, 28, 536.6),
        ("Reduce harm", 2, 34, 620.5),
        ("2.2a", 2, 0, 694.8),
        ("1.2a", 4, 0, 108),
        ("Total crime", 4, 60, 108),
        ("Recorded crimes", 4, 0, 137),
        ("Lower is better", 4, 404, 136.5),
        ("Worsened.", 4, 53, 182),
        ("the same quarter last", 4, 53, 203.5),
        ("Crime is higher", 4, 0, 252.3),
        ("Per 1,000 residents", 4, 0, 525.5),
        ("What we are doing", 4, 0, 627),
        ("crime rate is 25.9%", 5, 53, 203.5),
        ("What we are doing", 5, 0, 682.7),
    ],
)
def test_words_stand_where_the_mock_up_has_them(pages, said, page, x, y):
    found = [run for run in pages.runs if run.page == page and run.words.startswith(said)]
    assert found
    assert min(max(abs(run.y - y), abs(run.x - x)) for run in found) <= 2.0


@pytest.mark.parametrize(
    ("page", "x", "y", "width", "height"),
    [
        (1, 0, 243.2, 152, 66),  # count tiles at columns 1, 5 and 9
        (1, 164, 243.2, 152, 66),
        (1, 328, 243.2, 152, 3),
        (1, 0, 353.6, 18, 18),  # number block of the first priority
        (2, 0, 187, 480, 24),  # band
        (2, 0.4, 604.4, 23.2, 23.2),  # its outline runs inside
        (4, 380, 122, 100, 22),  # polarity label
        (4, 3, 158.4, 477, 61.6),  # assessment beside its bar
        (4, 0, 158.4, 3, 61.6),
        (5, 3, 158.4, 477, 61.6),
    ],
)
def test_boxes_stand_where_the_mock_up_has_them(pages, page, x, y, width, height):
    wanted = (page, x, y, width, height)
    assert any(all(abs(a - b) <= 1.6 for a, b in zip(wanted, box, strict=True)) for box in pages.boxes)


def test_leads_and_counts_end_at_their_edge(pages):
    leads = [run for run in pages.runs if run.page == 2 and run.words.startswith("Integrated")]
    assert [round(run.end) for run in leads] == [480]
    assert leads[0].words == "Integrated Commissioning Unit"
    assert leads[0].colour == COLOURS.grey
    assert round(pages.find("1 improved, 3 worsened", 2).end) == 472


def test_a_measure_page_shows_its_number_and_its_priority_in_the_tab(pages):
    tab = [run.words for run in pages.runs if run.page == 4 and run.y < 18]
    assert tab == ["1"]
    assert not any(box[0] == 4 and box[3:] == (29.0, 29.0) for box in pages.boxes)


def test_a_band_that_goes_on_gives_its_counts_once(pages):
    assert "Reduce harm caused by drugs and alcohol (continued)" in pages.on(3)
    assert not any(said.startswith("1 improved, 2 worsened") for said in pages.on(3))


def test_a_count_is_read_with_its_word(tree):
    assert 'P "4 Improved"' in tree
    assert 'P "8 No clear change"' in tree


def test_movers_are_a_heading_and_a_list(tree):
    start = tree.index('"Three best movers"')
    end = tree.index('"Three worst movers"')
    lines = [line.strip() for line in tree[start:end].splitlines()]
    assert lines[1:6] == ["L ListNumbering=None", "LI", "LBody", lines[4], lines[5]]
    assert lines[4].startswith('P "4.3')
    assert lines[5] == 'P "11 to 0. Down 100%"'
    assert lines.count("LI") == 3


def test_meta_line_and_judgement_are_paragraphs_in_order(tree):
    said = (
        'P "Recorded crimes per 1,000 residents"',
        'P "Lower is better"',
        'P "Worsened. The',
    )
    places = [tree.index(one, tree.index('"1.2a Total crime')) for one in said]
    assert places == sorted(places)


def test_a_tally_says_its_count_only(tree):
    assert 'TH Scope=Row "1 Crime and anti-social behaviour"' in tree
    assert 'TD "3"' in tree


def laid_tally(symbols: int, width: float) -> list[InkGroup]:
    tally = Tally(value(str(symbols)), Mark(Judgement.NEUTRAL, Sign.NONE), symbols)
    return tally_rows(Setting(ReportlabFonts(), Theme(), ENGLISH.page), tally, width)  # type: ignore[return-value]


def one_page(*blocks) -> Plot:
    return plotted(document(section("A", *blocks)))


def test_three_digits_leave_their_word_room():
    plot = one_page(count_tiles("123", "4"))
    figure, word = plot.find("123", 2), plot.find("No ", 2)
    assert figure.size < 36
    assert plot.find("4 ", 2).size == figure.size
    assert figure.end + 7.9 <= word.x
    assert max(run.end for run in plot.runs if run.page == 2 and run.size == 12 and run.x < 152) <= 152


def test_long_movers_stand_level_and_within_their_columns():
    plot = one_page(movers(2, 2))
    starts = [run for run in plot.runs if run.page == 2 and run.words.startswith("3.4a")]
    assert [run.x for run in starts] == [34.0, 280.0, 34.0, 280.0] or sorted({run.x for run in starts}) == [
        34,
        280,
    ]
    assert len({run.y for run in starts}) == 2
    assert max(run.end for run in plot.runs if run.page == 2 and run.x < 240 and 84 < run.y < 780) <= 234


def test_no_movers_are_said_in_words():
    assert "No measure improved clearly." in one_page(movers(0, 1)).on(2)


def test_long_words_keep_clear_of_the_polarity():
    plot = one_page(meta(f"{TITLE} and {TITLE}"))
    label = next(box for box in plot.boxes if box[0] == 2 and box[4] == 22)
    said = [run for run in plot.runs if run.page == 2 and 115 < run.y < 190 and run.x < label[1]]
    assert len({run.y for run in said}) > 1
    assert max(run.end for run in said) <= label[1] - 15


def test_beside_something_the_polarity_stands_below_the_words_and_the_judgement_over_what_is_said():
    said = " ".join(["It rose again and the reason is not known."] * 2)
    box = VerdictBox(Mark(Judgement.BAD, Sign.UP), "Worsened", words(said))
    plot = one_page(SideBySide((meta(), box), (body("Beside it."),), 5))
    tint = next(box for box in plot.boxes if box[0] == 2 and box[3] == 190 and box[4] > 60)
    assert not any(box[0] == 2 and box[4] == 22 for box in plot.boxes)
    assert plot.find("Recorded", 2).y < plot.find("Lower is better", 2).y < tint[2]
    assert plot.find("Worsened.", 2).y < plot.find("It rose", 2).y < tint[2] + tint[4]
    assert max(run.end for run in plot.runs if run.page == 2 and run.words.startswith("It rose")) <= 193 - 12
    assert plot.find("Beside it.", 2).x == 205


def test_what_is_longer_than_the_judgement_beside_it_goes_on_over_the_whole_measure():
    box = VerdictBox(Mark(Judgement.BAD, Sign.UP), "Worsened", words("It rose."))
    said = tuple(body(f"{at}. " + "Partners meet and agree what each will do about it. " * 4) for at in range(4))
    plot = one_page(SideBySide((meta(), box), said, 5))
    starts = [plot.find(f"{at}.", 2) for at in range(4)]
    assert [run.x for run in starts] == sorted((run.x for run in starts), reverse=True)
    assert (starts[0].x, starts[-1].x) == (205, 0)
    tint = next(box for box in plot.boxes if box[0] == 2 and box[3] == 190 and box[4] > 60)
    assert all(run.y > tint[2] + tint[4] for run in starts if run.x == 0)


@pytest.mark.parametrize(("width", "x"), [(275, 205), (288, 205), (289, 0), (480, 0)])
def test_a_drawing_whose_letters_would_be_under_10_points_has_the_whole_width(width, x):
    drawing = Figure("art", box_drawing(width, 60), "A drawing")
    plot = one_page(SideBySide((meta(),), (drawing,), 5))
    label = plot.find("A drawing", 2)
    assert label.size >= 10
    assert x <= label.x <= x + 8


def test_a_table_stands_below_a_judgement_and_not_beside_it():
    plot = one_page(SideBySide((meta(),), (body("Beside it."), tally_table(1, 2, 3)), 5))
    assert plot.find("Beside it.", 2).x == 205
    assert min(run.x for run in plot.runs if run.page == 2 and run.y > plot.find("Beside it.", 2).y) == 0


def test_a_judgement_of_five_lines_fits_its_box():
    said = " ".join(["It rose again and the reason is not known."] * 7)
    plot = one_page(VerdictBox(Mark(Judgement.BAD, Sign.UP), "Worsened", words(said)))
    lines = sorted({run.y for run in plot.runs if run.page == 2 and run.size == 15})
    box = next(box for box in plot.boxes if box[0] == 2 and box[3] == 477 and box[4] > 80)
    assert len(lines) >= 5
    assert box[2] + 20 <= lines[0]
    assert lines[-1] + 12 <= box[2] + box[4]


def test_a_tally_wraps_within_its_column():
    """12.5 and 15.2 from one to the next: a column of 80 with 20 for the count holds three, one of 104 five."""
    three, five = (laid_tally(30, width) for width in (48.0, 76.0))
    assert len(three) == 10
    assert len(five) == 6
    assert [len(ink.parts) for ink in laid_tally(4, 48.0)] == [3, 1]
    assert laid_tally(0, 48.0) == []
    plot = one_page(tally_table(30, 2, 0))
    assert {"30", "2", "0"} <= set(plot.on(2))


def test_a_lead_that_has_no_room_wraps_in_its_own_columns():
    row = action_row("1.10", f"{TITLE} and {TITLE}", AGENCY)
    plot = one_page(summary_table(RowGroup((row, *first_priority()[1:3]), Band("Band", 1))))
    lines = [run for run in plot.runs if run.page == 2 and run.colour == COLOURS.grey and run.end > 479]
    lines = [run for run in lines if 100 < run.y < plot.find("Feel very safe by day").y - 10]
    assert "".join(run.words for run in lines) == AGENCY
    assert {round(run.end) for run in lines} == {480}


def test_a_direction_reaches_as_far_as_the_figure_after_it_leaves_room():
    """94 wide from 350: words from 373; "37.6%" is 27 wide, "Down 6.3 points" 73."""
    for near, whole in (("37.6%", True), ("none", True), ("1,234.5", False)):
        row = measure_row("", "Training", "64.2%", "62.0%", ("Same", "Worsened: Down 6.3 points"), near)
        plot = one_page(summary_table(RowGroup((row, row), Band("Band", 1))))
        assert ("Down 6.3 points" in plot.on(2)) is whole
        assert max(run.end for run in plot.runs if "6.3 points" in run.words) <= plot.find(near, 2).x - 5.9


def test_a_hostile_pack_stays_within_its_margins_and_its_words_apart():
    plot = plotted(hostile_pack())
    runs = [run for run in plot.runs if 60 < run.y < 780 and not run.angle and not (run.page == 1 and run.y < 157)]
    assert max(run.end for run in runs) <= 480.5
    assert min(run.x for run in runs) >= -0.01
    for one, other in itertools.combinations(runs, 2):
        if one.page == other.page and abs(one.y - other.y) < 6:
            assert one.end <= other.x + 0.6 or other.end <= one.x + 0.6, (one.words, other.words)


def test_a_header_may_end_its_lines_itself(pages):
    years = [run for run in pages.runs if run.page == 4 and run.size == 10 and run.words.startswith("2015/16")]
    quarters = [run for run in pages.runs if run.page == 4 and run.words == "Q2" and run.size == 10]
    assert quarters[0].y - years[0].y == pytest.approx(12.5)
    assert quarters[0].end == pytest.approx(years[0].end, abs=0.01)
    assert quarters[0].y == pages.find("Per 1,000", 4).y
