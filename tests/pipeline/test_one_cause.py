"""Findings of one cause are one finding, and what would mend a finding, as data, mends it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.cli import main
from plangen.diagnostics import About, Accept, Diagnostic, PutIn
from plangen.pipeline.check import check_editions, editions
from plangen.sources.starter import write_starter

PLAN = "content/plans/2025-26"
CHAPTER = f"{PLAN}/narrative/summary.md"
CHART = ":::{chart} burglary\n:headline: Burglary over time\n:kind: trend\n:::"
TILE = ":::{figures} burglary_2026\n:::"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_starter(tmp_path / "w")
    return tmp_path / "w"


def found(root: Path) -> list[Diagnostic]:
    return list(check_editions(root, editions(root)).findings)


def say(root: Path, *words: str) -> None:
    (root / CHAPTER).write_text("\n\n".join(words) + "\n", "utf-8")


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def told(root: Path, indicator: str) -> list[tuple[str, int, list[int]]]:
    return [
        (f.code, f.location.line if f.location else 0, [place.line for place in f.also])
        for f in found(root)
        if f.about.indicator == indicator
    ]


def test_a_missing_figure_is_told_once_for_all_who_ask_for_it(root):
    say(
        root,
        '{{ burglary.change("2024/25", "1999/00") }}',
        '{{ burglary.at("1999/00") }}',
        '{{ burglary.at("1999/00").words }}',
        '{{ burglary.at("2000/01") }}',
    )
    assert told(root, "burglary") == [("PG413", 3, [1, 5]), ("PG413", 7, [])]


def test_a_result_that_nobody_measured_is_told_once_for_text_and_tile(root):
    say(root, "{{ targets.burglary_2026.result }}", TILE)
    assert told(root, "burglary") == [("PG414", 1, [3])]


def test_an_indicator_without_rows_is_told_once_for_text_and_chart(root):
    table = root / "content/data/observations.csv"
    kept = [row for row in table.read_text("utf-8").splitlines() if not row.startswith("burglary,")]
    table.write_text("\n".join(kept) + "\n", "utf-8")
    say(root, "{{ burglary.change }}", '{{ burglary.at("2024/25") }}', CHART)
    codes = {code for code, _, _ in told(root, "burglary")}
    assert codes == {"PG413"}
    assert len(told(root, "burglary")) == 1


def test_another_series_is_another_figure(root):
    say(root, '{{ burglary.at("1999/00") }} {{ burglary.at("1999/00", "benchmark") }}')
    assert [(f.code, f.about) for f in found(root)] == [
        ("PG413", About("burglary", "1999/00")),
        ("PG413", About("burglary", "1999/00", series="benchmark")),
    ]


def test_two_figures_that_are_not_known_are_two(root):
    change(root, "content/data/observations.csv", "2022/23,455", "2022/23,*")
    change(root, "content/data/observations.csv", "2023/24,430", "2023/24,N/A")
    say(root, *(f'{{{{ burglary.change("2024/25", "{base}") }}}}' for base in ("2022/23", "2023/24", "2022/23")))
    periods = {(f.about.period, len(f.also)) for f in found(root) if f.code == "PG414"}
    assert periods == {("2022/23", 1), ("2023/24", 0)}


def test_a_decision_is_not_called_useless_while_a_figure_is_missing(root):
    say(root, "House burglary rose.")
    record = '- {code: PG852, where: summary.md "burglary rose", reason: The year was longer, by: Editor}'
    (root / "content/accepted.yaml").write_text(record + "\n", "utf-8")
    assert found(root) == []
    say(root, 'House burglary fell by {{ burglary.change("1999/00") }}.')
    assert [f.code for f in found(root)] == ["PG414"]
    say(root, "House burglary fell.")
    assert [f.code for f in found(root)] == ["PG875"]


def test_a_small_count_is_not_a_typed_figure_too(root):
    change(root, "content/partnership.yaml", "\nagencies:", "\nsmall_numbers: 5\nagencies:")
    say(root, "We helped 4 young people and cleaned 400 walls.")
    assert sorted(f.code for f in found(root)) == ["PG850", "PG873"]


def test_a_promise_told_otherwise_is_not_held_against_results_too(root):
    change(root, f"{PLAN}/we_said_we_did.yaml", "{{ targets.burglary_2025 }}", "6% by 400 visits")
    assert [(f.code, f.remedies[0]) for f in found(root) if f.code == "PG869"] == [
        ("PG869", PutIn("targets.burglary_2025"))
    ]
    assert sorted(f.code for f in found(root)) == ["PG850", "PG869"]
    assert ['"400"' in f.message for f in found(root) if f.code == "PG850"] == [True]


@pytest.mark.parametrize("wrong", ["House burglary fell by 12%.", "House burglary rose in 2024/25."])
def test_the_expression_to_put_in_settles_the_finding(root, wrong):
    say(root, wrong)
    (finding,) = found(root)
    expression = next(r.expression for r in finding.remedies if isinstance(r, PutIn))
    assert f"{{{{ {expression} }}}}" in finding.hint
    assert finding.location
    typed = finding.message.split('"')[1]
    say(root, wrong.replace(typed, f"{{{{ {expression} }}}}"))
    assert found(root) == []


@pytest.mark.parametrize("wrong", ["House burglary rose.", "We gave 250 homes “advice”.", "Bicycle theft fell."])
def test_the_decision_to_accept_settles_the_finding(root, wrong):
    say(root, wrong)
    (finding,) = found(root)
    accept = finding.remedies[-1]
    assert isinstance(accept, Accept)
    record = {"code": accept.code, "where": accept.where, "reason": "As it was", "by": "Editor"}
    (root / "content/accepted.yaml").write_text(f"- {json.dumps(record, ensure_ascii=False)}\n", "utf-8")
    assert found(root) == []


def test_an_error_of_the_data_cannot_be_accepted(root):
    say(root, '{{ burglary.at("1999/00") }}')
    assert [r for f in found(root) for r in f.remedies if isinstance(r, Accept)] == []


def test_json_tells_what_a_finding_is_about_and_what_would_mend_it(root):
    say(root, '{{ burglary.at("1999/00") }} and {{ burglry }}')
    (unknown,) = findings_as_json(root)
    assert unknown["code"] == "PG410"
    assert unknown["remedies"] == [{"do": "choose", "among": ["burglary"]}]
    assert (unknown["about"], unknown["also"]) == ({}, [])

    say(root, '{{ burglary.at("1999/00") }}', '{{ burglary.at("1999/00") }}')
    (missing,) = findings_as_json(root)
    assert missing["about"] == {"indicator": "burglary", "period": "1999/00"}
    assert missing["also"] == [{"file": CHAPTER, "line": 3, "column": 4, "field": None}]

    say(root, "House burglary rose.")
    (wrong,) = findings_as_json(root)
    assert [remedy["do"] for remedy in wrong["remedies"]] == ["put_in", "accept"]


def findings_as_json(root: Path) -> list[dict[str, object]]:
    done = CliRunner().invoke(main, ["-C", str(root), "check", "--json"])
    found: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return found
