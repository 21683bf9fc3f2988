from __future__ import annotations

from decimal import Decimal

from plangen.measures.levels import level
from plangen.model.observation import Marker, SeriesKind
from plangen.model.period_text import read_period


def test_later_data_never_enters(evidence, row):
    rows = [row("all_crime", "2009/10", "26626"), row("all_crime", "2012/13", "1"), row("all_crime", "2013", "2")]
    known = evidence(rows)
    assert known.latest("all_crime").value == 26626
    assert known.periods("all_crime") == (read_period("2009/10"),)


def test_only_the_own_area_has_levels_but_the_group_has_every_area(evidence, row):
    rows = [row("all_crime", "2009/10", "9", area="Luton"), row("all_crime", "2009/10", "8")]
    known = evidence(rows)
    assert [seen.value for seen in known.series("all_crime")] == [8]
    assert {seen.area for seen in known.group("all_crime", read_period("2009/10"))} == {"Luton", "Southampton"}


def test_series_categories_and_reported_changes_are_kept_apart(evidence, row):
    rows = [
        row("all_crime", "2009/10", "9"),
        row("all_crime", "2009/10", "7", series="benchmark"),
        row("all_crime", "2009/10", "4", category="night"),
        row("all_crime", "2009/10", "-7", base="2008/09"),
    ]
    known = evidence(rows)
    assert level(known, "all_crime").number == 9
    assert level(known, "all_crime", read_period("2009/10"), SeriesKind.BENCHMARK).number == 7
    assert level(known, "all_crime", category="night").number == 4
    assert [seen.value for seen in known.reported("all_crime")] == [-7]
    assert known.categories("all_crime") == ("night",)
    assert level(known, "all_crime", read_period("2008/09")) is None


def test_the_latest_of_two_that_end_together_is_the_shorter(evidence, row):
    rows = [row("all_crime", "2010/11 Q2", "5"), row("all_crime", "2010/11 Q1-Q2", "9")]
    assert level(evidence(rows), "all_crime").number == 5


def test_a_small_count_is_suppressed_unless_its_row_says_why_not(evidence, row):
    rows = [
        row("all_crime", "2008/09", "5"),
        row("all_crime", "2009/10", "4"),
        row("all_crime", "2010/11", "0"),
        row("all_crime", "2011/12", "1", disclosed="published by the court"),
    ]
    known = evidence(rows, small_numbers=5)
    levels = [
        level(known, "all_crime", read_period(year)) for year in ("2008/09", "2009/10", "2010/11", "2011/12")
    ]
    assert [seen.number for seen in levels] == [5, None, 0, 1]
    assert levels[1].marker is Marker.SUPPRESSED
    assert levels[1].inputs[0].value == "*"


def test_a_small_rate_is_not_suppressed(evidence, row):
    known = evidence(
        [row("rate", "2009/10", "0.4")], indicators={"rate": {"unit": "rate per 1,000"}}, small_numbers=5
    )
    assert level(known, "rate").number == Decimal("0.4")


def test_a_level_says_where_it_comes_from(evidence, row):
    found = level(evidence([row("all_crime", "2009/10", "26626")]), "all_crime", read_period("2009/10"))
    assert found.key == 'all_crime.at("2009/10")'
    assert [(given.what, given.value, str(given.location)) for given in found.inputs] == [
        ("All crime, 2009/10", "26626", "data.csv:2")
    ]


def test_a_rank_knows_the_size_of_its_group(evidence, row):
    known = evidence([row("rank", "2009/10", "12", denominator="15")], indicators={"rank": {"unit": "rank"}})
    assert level(known, "rank").group_size == 15
