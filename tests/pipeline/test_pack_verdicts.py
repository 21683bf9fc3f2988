"""The verdicts of the pack of quarter 2, 2016/17, worked out by hand before they were computed.

The one population in the workspace is 251,565 people in 2016, so a quarter of 2016/17 is tested and one of
2015/16 is not. No source of a percentage in the pack gives the number of people asked or counted, so that no
percentage is tested.
p values were computed with scipy: 2 * binom.cdf(smaller count, both counts, 0.5), at most 1.

ref   comparison that decides                 by hand                                           verdict
1.1a  previous: a survey every two years      58% to 60%, number asked not published            not tested
1.1b  previous                                35% to 31%, number asked not published            not tested
1.2a  year: a quarter of a rate               25.4 to 29.92, population of 2015 unknown         not tested
1.2b  year                                    15.1 to 12.76, population of 2015 unknown         not tested
1.2c  year                                    0.85 to 0.92, population of 2015 unknown          not tested
1.3   year                                    0.61 to 0.71, population of 2015 unknown          not tested
1.4   previous: a rank                        15th in 2015/16, and no place before it           not tested
1.6   previous: no figure of the year before  128 and 148 incidents, p = 0.25                   no clear change
2.2a  previous: a percentage                  5.8% to 5.75%, number of clients not published    not tested
2.2b  previous                                24.9% to 26.9%, the same                          not tested
2.2c  previous                                40.3% to 38%, the same                            not tested
2.3   previous: no figure of the year before  340 and 387 crimes, p = 0.088                     no clear change
2.4   previous: no figure of the year before  0.12 and 0.12                                     no change
3.4a  previous                                25% to 27%, number of cases not published         not tested
3.4b  previous                                22.92% to 19%, number of referrals not published  not tested
4.1   year: spans of a year apart             33.8% to 39.2%, number of offenders unpublished   not tested
4.2b  year: the summer holidays               68.3% to 62.0%, number of young people the same   not tested
4.3   previous: no figure of the year before  arrests 11 and 0, p = 2 x 0.5^11 = 0.00098        improved
                                              charges 2 and 0, p = 0.5; arrests speak for both
4.4   previous                                4.0% to 5.0%, number of children not published    not tested
4.5   year: a quarter of a rate               0.22 to 0.11, no population of young people       not tested
1.5, 2.1, 2.5, 3.1, 3.2, 3.3, 4.2a are reported in words.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from plangen.compose import compose
from plangen.document.blocks import CountTiles, Movers, Section, SideBySide, VerdictBox
from plangen.document.inlines import plain
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.tables import Table, Tally, Travel
from plangen.model.edition import EditionName
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
PACK = EditionName("pack", "2016-17-q2")

SAMPLE = "Not tested. Sample size not published."
POPULATION = "Not tested. Population of that year unknown."
BOXES = {
    "1_1a": SAMPLE,
    "1_1b": SAMPLE,
    "1_2a": POPULATION,
    "1_2b": POPULATION,
    "1_2c": POPULATION,
    "1_3": POPULATION,
    "1_4": "Worse than the usual range. ",
    "1_6": "No clear change. ",
    "2_2a": SAMPLE,
    "2_2b": SAMPLE,
    "2_2c": SAMPLE,
    "2_3": "No clear change. ",
    "2_4": "No change. ",
    "3_4a": SAMPLE,
    "3_4b": SAMPLE,
    "4_1": SAMPLE,
    "4_2b": SAMPLE,
    "4_3_arrests": "Improved. ",
    "4_3_charges": "No clear change. ",
    "4_4": SAMPLE,
    "4_5": POPULATION,
}

BY_PRIORITY = {"1": (0, 0, 1, 7), "2": (0, 0, 2, 3), "3": (0, 0, 0, 2), "4": (1, 0, 0, 4)}
"""Improved, worsened, no clear change, not tested.

Priority 1: 1.1a, 1.1b, 1.2a to c, 1.3 and 1.4 are not tested; 1.6 shows no clear change.
Priority 2: 2.3 and 2.4 show no clear change, 2.2a to c are not tested.
Priority 3: neither 3.4a nor 3.4b is tested.
Priority 4: 4.3 improved; 4.1, 4.2b, 4.4 and 4.5 are not tested.
"""

BY_COMPARISON = [(0, 0, 0, 7), (1, 0, 3, 9)]
"""The year before: 1.2a to c, 1.3, 4.1, 4.2b and 4.5. The period before: all others."""


@pytest.fixture(scope="module")
def document():
    return compose(read_workspace(ROOT, (PACK.id,)), PACK, final=True).document


def sections(blocks):
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from sections(block.blocks)
        elif isinstance(block, SideBySide):
            yield from sections((*block.left, *block.right))


def boxes(blocks):
    for block in blocks:
        if isinstance(block, VerdictBox):
            yield block
        elif isinstance(block, SideBySide):
            yield from boxes((*block.left, *block.right))


def glance(document, kind):
    first = next(section for section in document.sections if section.id == "at_a_glance")
    return [block for block in first.blocks if isinstance(block, kind)]


def tallies(table: Table) -> list[tuple[int, ...]]:
    rows = [row for group in table.groups for row in group.rows]
    return [
        tuple(int(block.count.text) for cell in row.cells for block in cell.blocks if isinstance(block, Tally))
        for row in rows
    ]


@pytest.mark.parametrize("ref", BOXES)
def test_each_measure_has_the_verdict_worked_out_by_hand(document, ref):
    section = next(s for s in sections(document.sections) if s.id == f"measure_{ref}")
    (box,) = boxes(section.blocks)
    assert f"{box.word}. {plain(box.content)}".startswith(BOXES[ref])


def test_the_place_has_the_sign_of_what_its_value_is_in_the_group(document):
    """By hand: the mean of the 15 rates is 86.6, their sample standard deviation 13.2; 109 is over 99.8."""
    section = next(s for s in sections(document.sections) if s.id == "measure_1_4")
    (box,) = boxes(section.blocks)
    assert box.mark == Mark(Judgement.BAD, Sign.NONE, 15)
    assert plain(box.content).endswith("No figure for an earlier period. ")


def test_the_front_page_counts_each_measure_once(document):
    (tiles,) = glance(document, CountTiles)
    expected = tuple(map(sum, zip(*BY_PRIORITY.values(), strict=True)))
    assert tuple(int(tile.count.text) for tile in tiles.tiles) == expected
    (table,) = glance(document, Table)
    assert tallies(table)[:4] == list(BY_PRIORITY.values())
    assert tallies(table)[4:] == BY_COMPARISON
    assert tuple(map(sum, zip(*BY_COMPARISON, strict=True))) == expected


def test_the_sentence_says_the_same(document):
    heading = plain(document.sections[0].heading)
    numbers = [int(number) for number in re.findall(r"\d+", heading)]
    assert numbers == [20, 3, 1, 16]


def test_no_change_that_was_not_tested_is_called_improved_or_worsened(document):
    """Every travel cell of the summary: good and bad only where a test found more than chance."""
    summary = next(section for section in document.sections if section.id == "summary")
    (table,) = (block for block in summary.blocks if isinstance(block, Table))
    cells = [
        (row.cells[0].blocks, column, block.mark.judgement, block.judgement)
        for group in table.groups
        for row in group.rows
        for column, cell in enumerate(row.cells)
        for block in cell.blocks
        if isinstance(block, Travel) and block.mark.place is None
    ]
    judged = Counter(word for _, _, judgement, word in cells if judgement in (Judgement.GOOD, Judgement.BAD))
    # Since the quarter before: total crime (7,059 and 7,527), anti-social behaviour (3,009 and 3,210), arrests.
    assert judged == Counter({"Worsened": 2, "Improved": 1})
    assert {judgement for _, _, judgement, word in cells if word == "Not tested"} == {Judgement.UNTESTED}


def test_movers_are_clear_changes_on_the_comparison_that_decides(document):
    (movers,) = glance(document, Movers)
    assert [(mover.ref, plain(mover.title)) for mover in movers.better.movers] == [
        ("4.3", "Serious youth crime: arrests")
    ]
    assert movers.worse.movers == ()
