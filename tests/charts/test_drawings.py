"""What is drawn for the charts of the visual contract, to the point; golden files hold the rest.

To accept a new look: `UPDATE_GOLDEN=1 pytest tests/charts/test_drawings.py`, then read the difference.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from chart_examples import bars, control, examples, group, positions, rise_and_fall, share, status, trend
from drawing_text import drawing_text
from golden import check_golden
from msgspec.structs import replace

from plangen.charts import draw
from plangen.charts.legibility import illegible
from plangen.document.charts import (
    ChangeBar,
    ChartHeight,
    ChartSpec,
    PositionChart,
    RiseAndFall,
    Series,
    SeriesRole,
    ShareBar,
    ShareSegment,
    TrendChart,
    TrendPoint,
)
from plangen.document.drawing import Drawing, Glyphs, Shape
from plangen.document.status import Judgement
from plangen.document.theme import Theme, contrast
from plangen.document.typeface import Face
from plangen.document.variation import Course, Variation, variation_sign
from plangen.render.pdf.fonts import ReportlabFonts

GOLDEN = Path(__file__).parent / "golden"
COLOURS = Theme().colours


def label(drawing: Drawing, text: str) -> Glyphs:
    return next(mark for mark in drawing.marks if isinstance(mark, Glyphs) and mark.text == text)


def texts(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Glyphs)]


def shapes(drawing: Drawing) -> list[Shape]:
    return [mark for mark in drawing.marks if isinstance(mark, Shape)]


def box(shape: Shape) -> tuple[float, float, float, float]:
    points = [point for step in shape.steps for point in zip(step[1::2], step[2::2], strict=True)]
    return (*map(min, zip(*points, strict=True)), *map(max, zip(*points, strict=True)))


def edge_box(shape: Shape) -> tuple[float, float, float, float]:
    """With the half of the stroke that lies outside the path."""
    half = shape.line_width / 2 if shape.stroke else 0.0
    left, top, right, bottom = box(shape)
    return left - half, top - half, right + half, bottom + half


def set_width(glyphs: Glyphs) -> float:
    """The width that the page gives to the same words."""
    return ReportlabFonts().width(glyphs.text, glyphs.face, glyphs.size)


@pytest.mark.parametrize("name", sorted(examples()))
def test_the_drawing_is_the_accepted_one(name: str) -> None:
    check_golden(GOLDEN / f"{name}.txt", drawing_text(draw(examples()[name], Theme())))


@pytest.mark.parametrize("name", sorted(examples()))
def test_every_label_of_the_contract_can_be_read(name: str) -> None:
    assert illegible(draw(examples()[name], Theme())) == []


def test_a_trend_has_the_contract_s_measurements() -> None:
    drawing = draw(trend(), Theme())
    assert (drawing.width, drawing.height) == (480.0, 206.0)
    base = next(shape for shape in shapes(drawing) if shape.stroke == COLOURS.ink)
    assert box(base) == (24.0, 172.0, 398.0, 172.0)
    own = next(shape for shape in shapes(drawing) if shape.line_width == 2.5)
    assert [step[1] for step in own.steps] == [50.0, 130.0, 210.0, 290.0, 370.0]
    assert own.stroke == COLOURS.navy
    benchmark = next(shape for shape in shapes(drawing) if shape.dash)
    assert (benchmark.stroke, benchmark.line_width, benchmark.dash) == (COLOURS.grey, 1.75, (5.0, 3.0))
    assert label(drawing, "29.9").y == pytest.approx(own.steps[-1][2] - 9, abs=0.002)
    assert label(drawing, "22.1").y == pytest.approx(benchmark.steps[0][2] + 17, abs=0.002)
    assert (label(drawing, "Q3").y, label(drawing, "2015/16").y) == (188.0, 203.0)
    assert label(drawing, "Southampton").x == 404.0
    rule = next(shape for shape in shapes(drawing) if shape.line_width == 0.5)
    assert box(rule) == (250.0, 178.0, 250.0, 206.0)


def test_compact_charts_of_periods_fit_three_to_a_page() -> None:
    for chart, height in ((trend(), 140.0), (control(), 190.0)):
        full, compact = (draw(replace(chart, height=each), Theme()) for each in ChartHeight)
        assert compact.height == height
        assert illegible(compact) == []
        lost = set(texts(full)) - set(texts(compact))
        assert all(word.isdigit() for word in lost), "ticks may differ; no value, name or period is lost"


def two_lines(own: tuple[float | None, ...], similar: tuple[float | None, ...]) -> TrendChart:
    """Our own line and that of similar areas, every value labelled with one decimal."""
    rows = (("Southampton", SeriesRole.OWN, own), ("Similar areas", SeriesRole.BENCHMARK, similar))
    series = (
        Series(name, role, values, tuple("" if value is None else f"{value:.1f}%" for value in values))
        for name, role, values in rows
    )
    return TrendChart(tuple(TrendPoint(f"Q{i + 1}") for i in range(len(own))), tuple(series))


@pytest.mark.parametrize("height", ChartHeight)
def test_an_axis_that_does_not_begin_at_zero_says_so(height: ChartHeight) -> None:
    drawing = draw(replace(two_lines((33.8, 35.0, 39.2), (37.2, 37.8, 37.6)), height=height), Theme())
    assert "The axis begins at 32%" in texts(drawing)
    base = next(shape for shape in shapes(drawing) if shape.stroke == COLOURS.ink and len(shape.steps) == 2)
    zigzags = [shape for shape in shapes(drawing) if shape.stroke == COLOURS.ink and len(shape.steps) == 6]
    assert [box(shape)[3] for shape in zigzags] == [box(base)[3]], "the mark stands on the base line"
    assert illegible(drawing) == []
    whole = draw(replace(trend(), height=height), Theme())
    assert not any("begins" in text for text in texts(whole))


def test_a_benchmark_under_our_own_point_stands_around_it() -> None:
    drawing = draw(two_lines((0.9, 1.5, 0.9), (0.9, 0.8, 1.9)), Theme())
    dots = [box(shape) for shape in shapes(drawing) if shape.fill == COLOURS.navy]
    squares = [
        box(shape) for shape in shapes(drawing) if shape.stroke == COLOURS.grey and shape.fill == COLOURS.white
    ]
    around = next(square for square in squares if square[0] == min(left for left, *_ in squares))
    dot = min(dots)
    assert [round(edge - other) for edge, other in zip(around, dot, strict=True)] == [-2, -2, 2, 2]
    assert len({round(right - left) for left, _, right, _ in squares}) == 2, "only where it would be hidden"


def test_a_name_stands_at_the_end_of_its_own_line() -> None:
    drawing = draw(two_lines((30.0, 42.0, 38.0, 48.0), (30.0, 28.0, None, None)), Theme())
    name, last = label(drawing, "Similar areas"), label(drawing, "28.0%")
    assert name.x < last.x + set_width(last) + 12, "not two periods further on"
    assert label(drawing, "Southampton").x > name.x + set_width(name)
    assert illegible(drawing) == []


def test_no_value_stands_beyond_a_marker_of_another_line() -> None:
    """Our 0.05 is under the benchmark's 0.09, too near to the base line for a label between them or below."""
    spec = two_lines((0.22, 0.16, 0.16, 0.05, 0.11), (0.10, 0.10, 0.08, 0.09, None))
    own = replace(spec.series[0], words=("0.22", "0.16", "0.16", "0.05", "0.11"))
    drawing = draw(replace(spec, series=(own, spec.series[1]), height=ChartHeight.COMPACT), Theme())
    last_square = max(box(s) for s in shapes(drawing) if s.stroke == COLOURS.grey and s.fill == COLOURS.white)
    assert label(drawing, "0.05").y > last_square[3]
    assert illegible(drawing) == []


def test_an_interval_is_a_band_with_bounds_that_can_be_seen() -> None:
    base = two_lines((20.0, 24.0, None, 30.0), (21.0, 22.0, 22.0, 23.0))
    own = replace(base.series[0], lower=(18.0, 21.0, None, 27.0), upper=(22.0, 27.0, None, 34.0))
    drawing = draw(replace(base, series=(own, base.series[1])), Theme())
    band = next(shape for shape in shapes(drawing) if shape.fill == COLOURS.haze)
    bounds = [s for s in shapes(drawing) if s.stroke == COLOURS.navy and s.line_width == 0.75 and not s.fill]
    assert [box(bound)[1::2] for bound in bounds[:2]] == [
        (min(bound_ys), max(bound_ys)) for bound_ys in (_ys(band)[:2], _ys(band)[2:])
    ]
    assert len(bounds) == 2 + 3, "a single period has a bar with two caps"
    assert contrast(COLOURS.navy, COLOURS.haze) >= 3.0
    assert illegible(drawing) == []
    with pytest.raises(ValueError, match="lower and an upper"):
        replace(base, series=(replace(own, upper=()),))


def _ys(shape: Shape) -> list[float]:
    return [step[2] for step in shape.steps if step[0] in ("M", "L")]


def test_values_change_sides_where_lines_cross() -> None:
    crossing = TrendChart(
        (TrendPoint("Q1"), TrendPoint("Q2")),
        (
            Series("Own", SeriesRole.OWN, (30.0, 10.0), ("30.0", "10.0")),
            Series("Others", SeriesRole.BENCHMARK, (20.0, 21.0), ("20.0", "21.0")),
        ),
    )
    drawing = draw(crossing, Theme())
    assert label(drawing, "30.0").y < label(drawing, "20.0").y
    assert label(drawing, "21.0").y < label(drawing, "10.0").y


def test_a_line_breaks_where_there_is_no_value() -> None:
    values = (1.0, 2.0, None, 2.0, 3.0, None, 4.0)
    points = tuple(TrendPoint(f"P{i}") for i in range(7))
    spec = TrendChart(points, (Series("Own", SeriesRole.OWN, values, ("",) * 7),))
    lines = [shape for shape in shapes(draw(spec, Theme())) if shape.line_width == 2.5]
    assert [len(line.steps) for line in lines] == [2, 2]


def test_a_target_is_dotted_with_triangles() -> None:
    points = (TrendPoint("2009/10"), TrendPoint("2010/11"))
    target = Series("Target", SeriesRole.TARGET, (7.0, 6.0), ("7%", "6%"))
    drawn = shapes(draw(TrendChart(points, (target,)), Theme()))
    assert any(shape.dash == (1.5, 2.5) for shape in drawn)
    assert [len(shape.steps) for shape in drawn if shape.fill == COLOURS.ink] == [4, 4]


def test_four_series_differ_by_more_than_colour() -> None:
    values = ((1.0, 9.0), (2.0, 7.0), (3.0, 5.0), (4.0, 3.0))
    roles = (SeriesRole.OWN, SeriesRole.BENCHMARK, SeriesRole.OTHER, SeriesRole.OTHER)
    series = tuple(
        Series(f"S{i}", role, v, ("", "")) for i, (role, v) in enumerate(zip(roles, values, strict=True))
    )
    drawing = draw(TrendChart((TrendPoint("a"), TrendPoint("b")), series), Theme())
    lines = [shape for shape in shapes(drawing) if shape.stroke and not shape.fill and len(shape.steps) == 2]
    assert len({shape.dash for shape in lines if shape.line_width >= 1.5}) == 4
    with pytest.raises(ValueError, match="four series"):
        TrendChart((TrendPoint("a"), TrendPoint("b")), (*series, series[0]))


def test_a_group_has_the_contract_s_measurements() -> None:
    drawing = draw(group(), Theme())
    own = next(shape for shape in shapes(drawing) if shape.fill == COLOURS.navy)
    left, top, right, bottom = box(own)
    assert (left, right, bottom - top) == (150.0, 450.0, 14.0)
    for text, right_end in (("1", 20.0), ("65", 138.0)):
        assert label(drawing, text).x + set_width(label(drawing, text)) == pytest.approx(right_end, abs=0.01)
    assert label(drawing, "Luton").x == 30.0
    assert label(drawing, "Southampton").face is Face.BOLD
    mean = next(shape for shape in shapes(drawing) if shape.line_width == 1.5)
    average = label(drawing, "Average")
    assert average.x + set_width(average) / 2 == pytest.approx(box(mean)[0], abs=0.01)
    lower = next(shape for shape in shapes(drawing) if shape.dash == (4.0, 3.0))
    bound = label(drawing, "66.2")
    assert bound.x + set_width(bound) == pytest.approx(box(lower)[0], abs=0.01)
    assert texts(drawing).count("2") == 2


def test_lines_of_a_group_are_white_over_bars() -> None:
    drawing = draw(group(), Theme())
    white = [shape for shape in shapes(drawing) if shape.stroke == COLOURS.white]
    # 66.2 lies within all bars but Luton's, 83.4 within Cardiff's and Southampton's, 100.6 within Southampton's.
    assert len(white) == 4 + 2 + 1


def test_changes_lie_on_either_side_of_zero() -> None:
    drawing = draw(rise_and_fall(), Theme())
    falls = [box(shape) for shape in shapes(drawing) if shape.fill == COLOURS.navy]
    (rise,) = [box(shape) for shape in shapes(drawing) if shape.fill == COLOURS.plum]
    assert {right for _, _, right, _ in falls} == {rise[0]} == {276.0}
    assert rise[2] - rise[0] == pytest.approx(129.0)
    assert label(drawing, "17% rise").x == pytest.approx(rise[2] + 6)
    words = label(drawing, "9% fall")
    assert words.x + set_width(words) == pytest.approx(falls[0][0] - 6, abs=0.01)


def test_a_position_row_shows_both_places_and_the_words() -> None:
    drawing = draw(positions(), Theme())
    assert drawing.height == 38 + 3 * 35 + 1
    assert label(drawing, "14th to 12th").x == 369 + 13 + 6
    assert (label(drawing, "Violence against the").x, label(drawing, "person").x) == (0.0, 0.0)
    ticks = [shape for shape in shapes(drawing) if shape.stroke == COLOURS.steel and len(set(shape.steps)) == 2]
    assert len(ticks) == 3 * (15 + 1)


def test_a_place_beyond_the_group_stays_on_the_track() -> None:
    row = positions().rows[0]
    drawing = draw(PositionChart(0, "1st", "14th", "", "", (row,)), Theme())
    assert "14th" in texts(drawing)
    assert max(box(shape)[2] for shape in shapes(drawing)) <= 480.0


def test_status_counts_stand_in_their_segments() -> None:
    drawing = draw(status(), Theme())
    segments = [edge_box(shape) for shape in shapes(drawing)[:4]]
    assert [right - left for left, _, right, _ in segments[:2]] == pytest.approx(
        [474 * 21 / 34, 474 * 4 / 34], abs=0.01
    )
    assert label(drawing, "21").x == 8.0
    key = ("Met in full: 21", "Close to target: 4")  # which segment is which is said without colour
    assert [label(drawing, text).x - 19.0 for text in key] == [0.0, 123.0]


def test_neighbouring_judgements_are_told_apart_by_an_outline() -> None:
    """Teal and orange have 1.05:1 to each other (WCAG 2.2, 1.4.11 asks for 3:1)."""
    drawing = draw(status(), Theme())
    for shape in shapes(drawing)[:4]:
        assert shape.fill is not None
        assert shape.stroke is not None
        assert contrast(shape.stroke, COLOURS.white) >= 3.0
    teal, orange = shapes(drawing)[:2]
    assert (teal.fill, orange.fill) == (COLOURS.teal, COLOURS.orange)
    assert {teal.stroke, orange.stroke} == {COLOURS.ink}


def test_counts_of_thin_segments_stand_above_them() -> None:
    mark = status().segments[0].mark
    parts = (
        ShareSegment("Met", 200, "200", mark=mark),
        ShareSegment("Not met", 1, "1", mark=status().segments[2].mark),
    )
    drawing = draw(ShareBar((*parts, ShareSegment("No result", 0, "0", mark=mark))), Theme())
    assert label(drawing, "1").y < min(box(shape)[1] for shape in shapes(drawing)[:2])
    assert "No result: 0" in texts(drawing)


def test_labels_of_a_share_stand_level_under_their_segments() -> None:
    drawing = draw(share(), Theme())
    first = box(shapes(drawing)[0])
    for line in ("Has", "fallen"):
        assert first[0] <= label(drawing, line).x
        assert label(drawing, line).x + set_width(label(drawing, line)) <= first[2], "no wider than its segment"
    middle = label(drawing, "Has not changed")
    segment = box(shapes(drawing)[1])
    assert middle.x + set_width(middle) / 2 == pytest.approx((segment[0] + segment[2]) / 2, abs=0.01)
    assert label(drawing, "8%").colour == COLOURS.white
    assert label(drawing, "72%").colour == COLOURS.ink


def test_lines_lead_to_labels_that_are_wider_than_their_segments() -> None:
    parts = (ShareSegment("Extraordinarily satisfied", 4, "4%", focus=True), ShareSegment("Other", 96, "96%"))
    drawing = draw(ShareBar(parts), Theme())
    leaders = [shape for shape in shapes(drawing) if shape.stroke == COLOURS.steel]
    assert len(leaders) == 2
    assert illegible(drawing) == []


def test_labels_that_cannot_stand_side_by_side_become_a_list() -> None:
    segments = tuple(ShareSegment(f"A long answer with number {i} and more", 10, "10%") for i in range(9))
    drawing = draw(ShareBar(segments), Theme())
    assert illegible(drawing) == []
    assert sum("A long answer" in text for text in texts(drawing)) == 9


def test_a_control_chart_marks_what_stands_out() -> None:
    drawing = draw(control(), Theme())
    assert drawing.height == 262.0
    plums = [box(shape) for shape in shapes(drawing) if shape.fill == COLOURS.plum]
    assert [round(right - left, 2) for left, _, right, _ in plums] == [11.0]
    teals = [box(shape) for shape in shapes(drawing) if shape.fill == COLOURS.teal and box(shape)[3] > 16.0]
    assert {round(right - left, 2) for left, _, right, _ in teals} == {10.0}
    assert len(teals) == 7
    assert label(drawing, "December:").face is Face.SEMIBOLD
    assert label(drawing, "Mean 116.9").x == 396.0


def test_a_control_chart_has_the_sign_of_its_latest_value() -> None:
    drawing = draw(control(), Theme())
    assert label(drawing, "Latest value: better than usual (special cause)").face is Face.SEMIBOLD
    sign = [shape for shape in shapes(drawing) if shape.fill == COLOURS.teal and box(shape)[3] <= 16.0]
    assert [box(shape) for shape in sign] == [(0.0, 0.0, 16.0, 16.0)]


@pytest.mark.parametrize("judgement", [Judgement.GOOD, Judgement.BAD, Judgement.NEUTRAL])
@pytest.mark.parametrize("course", Course)
def test_every_sign_of_variation_is_told_by_its_shape(judgement: Judgement, course: Course) -> None:
    theme = Theme()
    container, _, *dots = variation_sign(Variation(judgement, course, "words"), theme)
    left, top, right, bottom = box(container)
    assert (left, top, right, bottom) == pytest.approx((0.0, 0.0, 14.0, 14.0), abs=0.76)
    ground = container.fill
    assert ground is not None
    for dot in dots:
        assert dot.fill is not None
        assert contrast(dot.fill, ground) >= 3.0
    heights = [(box(dot)[1] + box(dot)[3]) / 2 for dot in dots]
    steady = {Course.HIGH: heights == sorted(heights, reverse=True), Course.LOW: heights == sorted(heights)}
    assert steady.get(course, heights not in (sorted(heights), sorted(heights, reverse=True)))


def test_words_without_a_place_in_the_plot_stand_under_it() -> None:
    crowd = replace(control(), runs=tuple((i, i + 8, f"Run {i} that needs a place of its own") for i in range(15)))
    drawing = draw(crowd, Theme())
    assert illegible(drawing) == []
    assert drawing.height > 262.0


@pytest.mark.parametrize("name", sorted(examples()))
def test_widths_agree_with_the_renderer_s(name: str) -> None:
    from plangen.charts.lettering import Lettering

    lettering = Lettering()
    for mark in draw(examples()[name], Theme()).marks:
        if isinstance(mark, Glyphs):
            ours = lettering.width(mark.text, mark.face, mark.size)
            assert ours == pytest.approx(set_width(mark), abs=0.001)


def test_dollars_are_text() -> None:
    spec = RiseAndFall((ChangeBar("$5 to $9", 1.0, "$_^{4}"),))
    assert {"$5 to $9", "$_^{4}"} <= set(texts(draw(spec, Theme())))


_OTHER_MACHINE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from chart_examples import examples
from plangen.charts import draw
from plangen.document.drawing_json import drawing_to_json
from plangen.document.theme import Theme
json.dump({name: drawing_to_json(draw(spec, Theme())) for name, spec in examples().items()}, sys.stdout)
"""


def drawn_elsewhere(folder: Path, **environment: str) -> dict[str, str]:
    """The examples drawn by another process with other settings, in a folder with a matplotlibrc of its own."""
    folder.mkdir()
    (folder / "matplotlibrc").write_text("lines.scale_dashes: True\nfont.size: 30\ntext.usetex: True\n")
    home = folder / "home"
    home.mkdir()
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "SYSTEMROOT", "PYTHONPATH")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _OTHER_MACHINE, str(Path(__file__).parent)],
        cwd=folder,
        env={**kept, "HOME": str(home), **environment},
        capture_output=True,
        check=True,
    )
    assert list(home.rglob("*")) == [], "drawing leaves nothing in the home folder"
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_the_same_drawing_whatever_the_machine(tmp_path: Path) -> None:
    here = drawn_elsewhere(tmp_path / "one", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    there = drawn_elsewhere(tmp_path / "two", PYTHONHASHSEED="2", LC_ALL="de_DE.UTF-8", TZ="Asia/Tokyo")
    assert here == there


def test_names_of_sixty_letters_are_whole() -> None:
    long = "Stockton-on-Tees, Hartlepool, Middlesbrough and the Tees Bay"
    assert len(long) == 60
    charts = (
        replace(group(), bars=(replace(group().bars[0], label=long), *group().bars[1:])),
        replace(rise_and_fall(), bars=(replace(rise_and_fall().bars[0], label=long), *rise_and_fall().bars[1:])),
        replace(bars(), bars=(replace(bars().bars[0], label=long), *bars().bars[1:])),
        replace(positions(), rows=(replace(positions().rows[0], label=long), *positions().rows[1:])),
    )
    for chart in charts:
        drawing = draw(chart, Theme())
        assert long in " ".join(texts(drawing))
        assert illegible(drawing) == []


def test_every_kind_is_among_the_examples() -> None:
    kinds = {type(spec).__name__ for spec in examples().values()}
    assert kinds == {kind.__name__ for kind in ChartSpec.__args__}
