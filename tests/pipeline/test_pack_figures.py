"""The pack of quarter 2, 2016/17 says what its source says, where the source's figures agree with each other.

Expected values are copied from the tables of the printed Safe City performance report, quarter 2 2016/17.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from plangen.diagnostics import Location
from plangen.language.english import ENGLISH
from plangen.measures.evaluate import evaluate
from plangen.measures.evidence import Evidence
from plangen.model.observation import SeriesKind
from plangen.model.period_text import read_period
from plangen.model.workspace import Workspace
from plangen.sources.expressions import parse
from plangen.sources.workspace import read_workspace

PACK = "2016-17-q2"
QUARTERS = ("2015/16 Q2", "2015/16 Q3", "2015/16 Q4", "2016/17 Q1", "2016/17 Q2")
SPANS = (
    "Oct 2012 - Sep 2013",
    "Jan 2013 - Dec 2013",
    "Apr 2013 - Mar 2014",
    "Jul 2013 - Jun 2014",
    "Oct 2013 - Sep 2014",
)

# The summary: ref, previous and current value as printed. Both values of 1.4 are the place by the year 2015/16.
SUMMARY = """
1.1a 58.00 60.00
1.1b 35.00 31.00
1.2a 28.06 29.92
1.2b 11.96 12.76
1.2c 0.93 0.92
1.3 0.62 0.71
1.4 15.00
1.6 0.51 0.59
2.2a 5.80 5.75
2.2b 24.90 26.90
2.2c 40.30 38.00
2.3 1.35 1.54
2.4 0.12 0.12
3.4a 25.00 27.00
3.4b 22.92 19.00
4.1 37.80 39.20
4.2b 64.20 62.00
4.4 4.0 5.0
4.5 0.05 0.11
"""

# The tables of the detail pages: indicator, series and values as printed.
DETAIL = """
total_crime actual 25.4 27.8 27.7 28.1 29.9
total_crime benchmark 22.1 22.8 22.8 24.2 24.2
anti_social_behaviour_rate actual 15.1 11.0 10.6 12.0 12.8
house_burglary_rate actual 0.85 0.95 0.85 0.93 0.92
house_burglary_rate benchmark 0.84 1.08 0.98 1.04 1.10
serious_sexual_offences actual 0.61 0.63 0.76 0.62 0.71
serious_sexual_offences benchmark 0.48 0.49 0.52 0.51 0.50
youth_reoffending actual 33.8 35.0 36.5 37.8 39.2
youth_reoffending benchmark 37.2 37.8 37.9 37.7 37.6
ete_engagement actual 68.3 68.7 72.3 64.2 62.0
youth_custody actual 0.22 0.16 0.16 0.05 0.11
youth_custody benchmark 0.10 0.10 0.08 0.09
"""

# The most similar group: recorded crimes per 1,000 residents in 2015/16.
GROUP = {
    "Luton": 65,
    "Eastbourne": 67,
    "Plymouth": 76,
    "Gloucester": 76,
    "Derby": 79,
    "Slough": 81,
    "Hounslow": 81,
    "Reading": 85,
    "Cardiff": 91,
    "Newcastle": 92,
    "Northampton": 94,
    "Leeds": 97,
    "Bristol": 102,
    "Portsmouth": 104,
    "Southampton": 109,
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return read_workspace(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def evidence(workspace: Workspace) -> Evidence:
    return Evidence.gather(workspace.records, workspace.packs[PACK].record.period)


def rounded(value: Decimal, printed: str) -> Decimal:
    """`value` at the decimals of what was printed."""
    return value.quantize(Decimal(printed), ROUND_HALF_UP)


@pytest.mark.parametrize("row", SUMMARY.split("\n")[1:-1])
def test_the_summary(row: str, workspace: Workspace, evidence: Evidence) -> None:
    ref, *printed = row.split()
    actions = (a for priority in workspace.packs[PACK].record.priorities for a in priority.actions)
    (indicator,) = (m.indicator for action in actions for m in action.measures if m.ref == ref)
    assert indicator
    series = evidence.series(indicator)[-2:]
    assert [rounded(row.value, text) for row, text in zip(series, printed, strict=True) if row.value] == [
        Decimal(text) for text in printed
    ]


@pytest.mark.parametrize("row", DETAIL.split("\n")[1:-1])
def test_the_detail_tables(row: str, evidence: Evidence) -> None:
    indicator, series, *printed = row.split()
    periods = SPANS if indicator == "youth_reoffending" else QUARTERS
    for period, text in zip(periods, printed, strict=False):
        found = evidence.at(indicator, read_period(period), SeriesKind(series))
        assert found
        assert found.value is not None
        assert rounded(found.value, text) == Decimal(text)


def test_the_most_similar_group(evidence: Evidence) -> None:
    rows = evidence.group("crime_annual", read_period("2015/16"))
    assert {row.area: row.value for row in rows} == GROUP


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ('ete_engagement.movement("2016/17 Q2", "2016/17 Q1")', "down 2.2 percentage points"),
        ('ete_engagement.assessment("2016/17 Q2", "2016/17 Q1")', "not tested"),
        ('ete_engagement.change("2016/17 Q2", "2015/16 Q2")', "6.3 percentage points"),
        ('total_crime.at("2016/17 Q1")', "28.1"),
        ('total_crime.at("2016/17 Q2")', "29.9"),
        ('drug_violence.movement("2016/17 Q2", "2016/17 Q1")', "unchanged"),
        ('drug_supply_youth.at("2016/17 Q1", "arrests")', "11"),
        ('drug_supply_youth.at("2016/17 Q1", "charges")', "2"),
        ('drug_supply_youth.at("2016/17 Q2", "arrests")', "0"),
        ('drug_supply_youth.at("2016/17 Q2", "charges")', "0"),
        ("facts.levy_total", "£106,500"),
        ("facts.levy_shared", "£106,500"),
        ("facts.levy_ice_bus", "£21,500"),
        ("facts.princes_trust_share", "67%"),
        ("facts.test_failures", "21%"),
        ("facts.nps_relationships", "78.8%"),
        ("facts.crc_relationships", "52.2%"),
        ("facts.prevent_amber", "7"),
        ("facts.prevent_total", "37"),
    ],
)
def test_what_the_source_computes_or_gets_wrong(asked: str, shown: str, evidence: Evidence) -> None:
    assert ENGLISH.show(*evaluate(evidence, parse(asked, Location("test")))) == shown


def test_custody_has_one_unit(workspace: Workspace) -> None:
    assert str(workspace.records.indicators["youth_custody"].unit) == "rate per 1,000"


def test_every_action_has_a_commentary_that_is_signed_off(workspace: Workspace) -> None:
    pack = workspace.packs[PACK]
    agencies = workspace.records.partnership.agencies
    for priority in pack.record.priorities:
        for action in priority.actions:
            refs = [ref for ref in (action.ref, *(m.ref for m in action.measures)) if ref in pack.signed]
            assert refs
            assert {pack.signed[ref].by for ref in refs} == {agencies[action.lead]}
            assert {pack.signed[ref].on for ref in refs} == {pack.record.date}
