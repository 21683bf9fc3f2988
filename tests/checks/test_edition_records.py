"""Targets, printed figures, two records of one thing, small counts, and what was decided about findings."""

from __future__ import annotations

import json
import shutil

import pytest
from checks.edition_workspace import CHAPTER, add, checked, findings, made, replace, say

from plangen.diagnostics import PlangenError, Severity
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.build import BuildOptions, Format, build
from plangen.pipeline.check import check_editions

TARGETS = "content/targets.yaml"
DATA = "content/data/observations.csv"
PLAN = EditionName.of(EditionKind.PLAN, "2025-26")


def codes(root):
    return [f.code for f in findings(root)]


def test_a_target_above_its_baseline_is_looser_where_lower_is_better(tmp_path):
    root = made(tmp_path / "w")
    line = add(
        root, TARGETS, "- {id: loose, indicator: burglary, due: 2026/27, to: 400, base: {actual: 2024/25}}\n"
    )
    (found,) = findings(root)
    assert (found.code, found.location.line, found.severity) == ("PG865", line, Severity.ERROR)
    assert "400" in found.message
    assert "396" in found.message


def test_a_place_further_down_is_looser_too(tmp_path):
    root = made(tmp_path / "w")
    add(
        root, "content/indicators.yaml", "\nplace:\n  {name: Our place, unit: rank, polarity: lower, source: Us}\n"
    )
    replace(root, DATA, "area,period,value,note", "area,period,value,note,denominator")
    replace(root, DATA, "Example figure", "Example figure,")
    add(root, DATA, "place,Example Town,2024/25,2,Example figure,15\n")
    add(root, TARGETS, "- {id: down, indicator: place, due: 2026/27, to: 3rd, base: {actual: 2024/25}}\n")
    (found,) = findings(root)
    assert found.code == "PG865"
    assert "3rd" in found.message


def test_a_percent_that_the_levels_do_not_give_names_the_base_that_would(tmp_path):
    # 430 to 376 is −12.6%; 396 to 376 is −5.1%, which is 5% at the decimals of the promise.
    root = made(tmp_path / "w")
    line = add(
        root, TARGETS, "- {id: level, indicator: burglary, due: 2025/26, to: 376, base: {actual: 2023/24}}\n"
    )
    (found,) = findings(root)
    assert (found.code, found.location.line) == ("PG866", line)
    assert "12.6%" in found.message
    assert "396" in found.hint


def test_a_level_that_is_only_near_the_promised_percent_is_a_warning(tmp_path):
    # 95% of 396 is 376.2.
    root = made(tmp_path / "w")
    add(root, TARGETS, "- {id: level, indicator: burglary, due: 2025/26, to: 377, base: {actual: 2024/25}}\n")
    assert [(f.code, f.severity) for f in findings(root)] == [("PG867", Severity.WARNING)]


def test_a_target_set_and_not_reported_is_told(tmp_path):
    root = made(tmp_path / "w")
    add(
        root,
        "content/indicators.yaml",
        "\narson:\n  {name: Arson, unit: count, polarity: lower, source: Fire service}\n",
    )
    line = add(root, TARGETS, "- {id: arson_2025, indicator: arson, due: 2024/25, to: 5}\n")
    assert [(f.code, f.location.line) for f in findings(root)] == [("PG868", line)]


def test_what_we_said_is_what_the_target_says(tmp_path):
    root = made(tmp_path / "w")
    file = "content/plans/2025-26/we_said_we_did.yaml"
    replace(root, file, "{{ targets.burglary_2025 }}", "6%")
    told = [(f.code, f.location.file) for f in findings(root)]
    assert ("PG869", file) in told


def test_what_last_years_plan_set_is_told_this_year(tmp_path):
    root = made(tmp_path / "w")
    plans = root / "content" / "plans"
    shutil.copytree(plans / "2025-26", plans / "2024-25")
    replace(root, "content/plans/2024-25/plan.yaml", "period: 2025/26", "period: 2024/25")
    replace(root, "content/plans/2024-25/priorities.yaml", "_2026", "_2025")
    add(root, TARGETS, "- {id: arson_2025, indicator: arson, due: 2024/25, to: 5}\n")
    add(
        root,
        "content/indicators.yaml",
        "\narson:\n  {name: Arson, unit: count, polarity: lower, source: Fire service}\n",
    )
    replace(root, "content/plans/2024-25/priorities.yaml", "targets: [burglary_2025]", "targets: [arson_2025]")
    (found,) = [f for f in check_editions(root, (PLAN,)).findings if f.code == "PG869"]
    assert "arson_2025" in found.message


STATED = """- at: Page 3
  said: {said}
  ours: burglary.change
  source: Last year's plan
  note: {note}
"""


@pytest.mark.parametrize(
    ("said", "note", "told"),
    [
        ("7.9%", "", []),
        ("8%", "", []),
        ("9%", "", ["PG870"]),
        ("9%", "The plan prints 9%; 430 to 396 is 7.9%.", []),
        ("9%", "The plan prints 8%; 430 to 396 is 7.9%.", ["PG870"]),
        ("9%", "The plan prints 9%; 430 to 396 is 8.9%.", ["PG870"]),
        ("7.9%", "The plan prints 7.9%.", []),
        ("8%", "The plan prints 9%.", ["PG870"]),
        ("up", "The arrow points up; it fell by 7.9%.", []),
        ("down", "The arrow points up; it fell by 7.9%.", ["PG870"]),
    ],
)
def test_the_note_of_a_printed_figure_names_both(tmp_path, said, note, told):
    root = made(tmp_path / "w")
    line = add(root, "content/stated.yaml", STATED.format(said=json.dumps(said), note=json.dumps(note)))
    found = findings(root)
    assert [f.code for f in found] == told
    assert [f.location.line for f in found] == [line + 1] * len(told)
    (difference,) = checked(root).differences
    assert (difference.said, difference.ours) == (said, "7.9%")
    assert difference.differs == (said in ("9%", "up"))


def test_a_reported_change_is_the_one_between_its_levels(tmp_path):
    root = made(tmp_path / "w")
    replace(root, DATA, "area,period,value,note", "area,period,value,note,base")
    replace(root, DATA, "Example figure", "Example figure,")
    line = add(root, DATA, "burglary,Example Town,2024/25,-9,Example figure,2023/24\n")
    found = [f for f in findings(root) if f.code == "PG872"]
    assert [(f.location.line, f.location.file) for f in found] == [(line, DATA)]
    assert "7.9%" in found[0].message


def test_a_place_is_the_one_that_the_values_of_the_group_give(tmp_path):
    root = made(tmp_path / "w")
    record = "\nburglary_rank:\n  {name: Our place, unit: rank, polarity: lower, source: Us}\n"
    add(root, "content/indicators.yaml", record)
    replace(root, DATA, "area,period,value,note", "area,period,value,note,denominator")
    replace(root, DATA, "Example figure", "Example figure,")
    add(root, DATA, "burglary,Northtown,2024/25,300,,\nburglary,Southtown,2024/25,500,,\n")
    line = add(root, DATA, "burglary_rank,Example Town,2024/25,3,,3\n")
    (found,) = findings(root)
    assert (found.code, found.location.line) == ("PG872", line)
    assert "2nd of 3" in found.message


def test_small_counts_are_told_in_words_and_in_facts(tmp_path):
    root = made(tmp_path / "w")
    add(root, "content/partnership.yaml", "small_numbers: 5\n")
    add(
        root,
        "content/facts.yaml",
        "banned:\n  {value: 3, label: people banned, source: Us}\n"
        "districts:\n  {value: 2, label: districts, source: Us, disclosed: It counts districts}\n",
    )
    line = say(
        root, "We helped 4 young people and {{ facts.banned }} others in {{ facts.districts.words }} districts."
    )
    told = {(f.location.file, f.location.line) for f in findings(root) if f.code == "PG873"}
    assert (CHAPTER, line) in told
    about = {f.about.fact for f in findings(root) if f.code == "PG873" and f.about and f.about.fact}
    assert about == {"banned"}


def test_a_suppressed_count_does_not_reach_the_attached_tables(tmp_path):
    root = made(tmp_path / "w")
    add(root, "content/partnership.yaml", "small_numbers: 400\n")
    assert [f for f in findings(root) if f.location and f.location.file == "observations.csv"] == []


WRONG = "House burglary rose in the last year."
ACCEPTED = "- {{code: {code}, where: '{where}', reason: Because, by: Editor}}\n"


@pytest.mark.parametrize(
    "where",
    [CHAPTER, "narrative/priorities.md", 'priorities.md "House burglary rose"', "narrative/priorities.md:16"],
)
def test_a_decision_settles_the_finding_it_names(tmp_path, where):
    root = made(tmp_path / "w")
    assert say(root, WRONG) == 16
    add(root, "content/accepted.yaml", ACCEPTED.format(code="PG852", where=where))
    found = checked(root)
    assert found.findings == ()
    assert [(f.code, decision.reason) for f, decision in found.accepted] == [("PG852", "Because")]


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("PG851", CHAPTER),
        ("PG852", "summary.md"),
        ("PG852", f"{CHAPTER}:15"),
        ("PG852", f'{CHAPTER} "burglary fell"'),
    ],
)
def test_a_decision_about_something_else_settles_nothing_and_is_told(tmp_path, code, where):
    root = made(tmp_path / "w")
    say(root, WRONG)
    add(root, "content/accepted.yaml", ACCEPTED.format(code=code, where=where))
    assert sorted(codes(root)) == ["PG852", "PG875"]


def test_a_final_build_refuses_errors_that_nobody_accepted(tmp_path):
    root = made(tmp_path / "w")
    say(root, WRONG)
    options = BuildOptions(final=True, format=Format.NATIVE)
    with pytest.raises(PlangenError) as refused:
        build(root, PLAN, options)
    assert "PG852" in {f.code for f in refused.value.diagnostics}
    assert build(root, PLAN, BuildOptions(format=Format.NATIVE)).data
    add(root, "content/accepted.yaml", ACCEPTED.format(code="PG852", where=CHAPTER))
    assert build(root, PLAN, options).data


def test_a_partnership_weighs_the_findings_of_the_check_itself(tmp_path):
    root = made(tmp_path / "w")
    say(root, WRONG)
    say(root, "We gave advice to 250 homes.")
    add(root, "content/partnership.yaml", "severities: {PG852: info, PG850: error}\n")
    assert {(f.code, f.severity) for f in findings(root)} == {("PG852", Severity.INFO), ("PG850", Severity.ERROR)}
