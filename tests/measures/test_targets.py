from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.diagnostics import PlangenError
from plangen.language.english.changes import signed_change, size_words
from plangen.language.english.levels import level_words, table_figure
from plangen.language.english.workings import working_of
from plangen.measures.target_checks import check_targets
from plangen.measures.targets import asked, asked_change, base_level, due, promised
from plangen.model.observation import Marker
from plangen.model.period import Period

# The targets of the Safe City Partnership Plan 2011-12, appendix 1 and section 3, with their real results.
INDICATORS = {
    "reoffending": {"unit": "percent", "decimals": 2},
    "confidence": {"unit": "percent", "polarity": "higher"},
    "violence_rate": {"unit": "rate per 1,000", "decimals": 2},
    "rank": {"unit": "rank"},
    "schemes": {"polarity": "higher"},
}
RESULTS = {
    "all_crime": "26626",
    "reoffending": "10.54",
    "confidence": "23",
    "violence_rate": "0.95",
    "rank": "15",
    "schemes": "122",
}
ACTUAL, EARLIER = {"actual": "2009/10"}, {"target": "2010/11"}
TARGETS = [
    {"id": "ac10", "indicator": "all_crime", "due": "2010/11", "reduce": "7%", "base": ACTUAL},
    {"id": "ac10b", "indicator": "all_crime", "due": "2010/11", "to": 26991, "base": ACTUAL},
    {"id": "ac11", "indicator": "all_crime", "due": "2011/12", "to": 25355, "base": EARLIER},
    {"id": "re10", "indicator": "reoffending", "due": "2010/11", "below": "9%", "base": ACTUAL},
    {"id": "re11", "indicator": "reoffending", "due": "2011/12", "below": "7.5%", "base": EARLIER},
    {"id": "pc10", "indicator": "confidence", "due": "2010/11", "to": "30%", "base": ACTUAL},
    {"id": "pc11", "indicator": "confidence", "due": "2011/12", "at_least": "60%", "base": EARLIER},
    {"id": "pc11_key", "indicator": "confidence", "due": "2011/12", "increase": "10 points", "base": EARLIER},
    {"id": "sv10", "indicator": "violence_rate", "due": "2010/11", "to": 0.88, "base": ACTUAL},
    {"id": "sv11", "indicator": "violence_rate", "due": "2011/12", "to": 0.69, "base": EARLIER},
    {"id": "rk10", "indicator": "rank", "due": "2010/11", "to": "14th", "base": ACTUAL},
    {"id": "rk11", "indicator": "rank", "due": "2011/12", "improve": "1 place", "base": EARLIER},
    {"id": "nw10", "indicator": "schemes", "due": "2010/11", "to": 152, "base": ACTUAL},
    {"id": "nw11", "indicator": "schemes", "due": "2011/12", "increase": "25%", "base": EARLIER},
    {"id": "fe11", "indicator": "schemes", "due": "2012/13", "to": "TBA", "base": EARLIER},
]


@pytest.fixture(scope="module")
def plan(evidence, row):
    rows = [
        row(id, "2009/10", value, **({"denominator": 15} if id == "rank" else {})) for id, value in RESULTS.items()
    ]
    return evidence(rows, indicators=INDICATORS, targets=TARGETS)


@pytest.mark.parametrize(
    ("id", "words", "level", "change"),
    [
        ("ac10", "7%", "24,762", "−7%"),
        ("ac10b", "26,991", "26,991", "+1.4%"),
        ("ac11", "25,355", "25,355", "−6.1%"),
        ("re10", "under 9%", "under 9%", "−1.54 points"),
        ("re11", "under 7.5%", "under 7.5%", "−1.5 points"),
        ("pc10", "30%", "30%", "+7 points"),
        ("pc11", "at least 60%", "at least 60%", "+30 points"),
        ("pc11_key", "10 percentage points", "40%", "+10 points"),
        ("sv11", "0.69", "0.69", "−21.6%"),
        ("rk10", "14th", "14th", "1 place better"),
        ("rk11", "1 place", "13th", "1 place better"),
        ("nw11", "25%", "190", "+25%"),
    ],
)
def test_what_a_target_promises_asks_for_and_changes(plan, id, words, level, change):
    target = plan.records.targets[id]
    assert level_words(promised(plan, target)) == words
    assert table_figure(asked(plan, target)) == level
    assert signed_change(asked_change(plan, target)) == change


def test_a_level_asked_for_is_not_rounded(plan):
    found = asked(plan, plan.records.targets["ac10"])
    assert found.number == Decimal("24762.18")
    assert working_of(found) == "26,626 − 7%"
    assert [given.what for given in found.inputs] == ["target ac10, 2010/11", "All crime, 2009/10"]


def test_a_promise_still_to_be_made_is_words(plan):
    target = plan.records.targets["fe11"]
    assert asked(plan, target).marker is Marker.TO_BE_ANNOUNCED
    assert level_words(promised(plan, target)) == "to be announced"
    assert table_figure(asked(plan, target)) == "TBA"
    assert asked_change(plan, target) is None


def test_a_base_that_is_a_target_is_the_one_that_states_a_level(plan):
    assert base_level(plan, plan.records.targets["ac11"]).number == 26991
    assert due(plan, "all_crime", Period.parse("2010/11")).id == "ac10b"
    assert due(plan, "all_crime", Period.parse("2012/13")) is None


def test_a_promised_fall_is_known_without_its_base(evidence, row):
    targets = [{"id": "ac10", "indicator": "all_crime", "due": "2010/11", "reduce": "7%", "base": ACTUAL}]
    known = evidence([], targets=targets)
    target = known.records.targets["ac10"]
    assert asked(known, target) is None
    assert size_words(asked_change(known, target)) == "7%"


@pytest.mark.parametrize(
    ("target", "code", "says"),
    [
        ({"indicator": "all_crime", "reduce": "7%"}, "PG415", "not from when"),
        ({"indicator": "rank", "improve": "any"}, "PG415", "not from when"),
        ({"indicator": "all_crime", "to": 5, "base": {"actual": "2010/11"}}, "PG415", "is not before 2010/11"),
        ({"indicator": "all_crime", "to": 5, "base": {"target": "2008/09"}}, "PG415", "that there is not"),
        ({"indicator": "all_crime", "reduce": "10 points", "base": ACTUAL}, "PG416", "does not fit"),
        ({"indicator": "all_crime", "to": "7%"}, "PG416", "does not fit an indicator in count"),
        ({"indicator": "all_crime", "to": "any"}, "PG416", "does not fit"),
        ({"indicator": "all_crime", "improve": "1 place", "base": ACTUAL}, "PG416", "does not fit"),
        ({"indicator": "confidence", "increase": "10%", "base": ACTUAL}, "PG416", "does not fit"),
        ({"indicator": "rank", "reduce": "1 place", "base": ACTUAL}, "PG416", "does not fit"),
    ],
)
def test_a_target_that_cannot_be_kept_is_a_diagnostic(records, target, code, says):
    known = records([], indicators=INDICATORS, targets=[{"id": "t", "due": "2010/11", **target}])
    (found,) = check_targets(known)
    assert found.code == code
    assert says in found.message
    assert found.hint
    assert str(found.location) == "targets.yaml:1"


def test_two_levels_for_one_period_are_no_base(evidence):
    targets = [
        {"id": "a", "indicator": "all_crime", "due": "2010/11", "to": 5},
        {"id": "b", "indicator": "all_crime", "due": "2010/11", "below": 6},
        {"id": "c", "indicator": "all_crime", "due": "2011/12", "to": 4, "base": EARLIER},
    ]
    known = evidence([], targets=targets)
    assert ["any of a, b" in found.message for found in check_targets(known.records)] == [True]
    with pytest.raises(PlangenError, match="any of a, b"):
        asked_change(known, known.records.targets["c"])


def test_the_targets_of_the_plan_are_sound(plan):
    assert check_targets(plan.records) == []
