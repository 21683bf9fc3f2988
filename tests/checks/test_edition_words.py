"""Typed figures and words of movement against the results of the workspace.

House burglary: 455 in 2022/23, 430 in 2023/24, 396 in 2024/25, so −5.5% and −7.9% (396 / 430 = 0.9209).
Residents who feel safe after dark: 55% in 2023/24 and 58% in 2024/25, 3 percentage points.
"""

from __future__ import annotations

import pytest
from checks.edition_workspace import CHAPTER, add, checked, findings, made, replace, say

from plangen.diagnostics import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

WRONG = [
    ("House burglary rose in the last year.", "PG852", ERROR),
    ("House burglary has risen for two years.", "PG852", ERROR),
    ("There was a rise in house burglary.", "PG852", ERROR),
    ("House burglary improved, but safe after dark worsened.", "PG852", ERROR),
    ("House burglary fell slightly in 2024/25.", "PG852", ERROR),
    ("House burglary halved.", "PG852", ERROR),
    ("House burglary was unchanged.", "PG852", ERROR),
    ('House burglary rose from {{ burglary.at("2023/24") }} to {{ burglary }}.', "PG852", ERROR),
    ("House burglary rose by {{ burglary.change }}.", "PG852", ERROR),
    ("House burglary fell by 12%.", "PG851", ERROR),
    ("House burglary was 397 last year.", "PG851", ERROR),
    ("Safe after dark rose by 3%.", "PG854", ERROR),
    ("House burglary fell by 7.9%.", "PG850", WARNING),
    ("House burglary shows its fourth consecutive rise.", "PG856", ERROR),
    ("House burglary fell for the third consecutive year.", "PG853", WARNING),
    ("We gave advice to 250 homes.", "PG850", WARNING),
    ("Of these, seven asked for more.", "PG850", WARNING),
    ("House burglary ▼ in the year.", "PG857", WARNING),
    ("House burglary: a higher number is better.", "PG859", ERROR),
    ("In quarter 2, 2024/25 (April to June 2024) we met twice.", "PG860", ERROR),
    ("Bicycle theft fell.", "PG853", WARNING),
]  # fmt: skip

RIGHT = [
    "House burglary fell, and safe after dark rose.",
    "House burglary has fallen, although we want it to fall further and will reduce it.",
    "Nobody can say whether house burglary will have risen by then.",
    "Residents think that house burglary has risen.",
    "House burglary fell from {{ burglary.at(\"2023/24\") }} to {{ burglary }}.",
    "We met on 3 May 2024, in quarter 2, under Act 2014, aged 16 to 25, every two years.",
    "In quarter 2, 2024/25 (July to September 2024) we met.",
    "House burglary: a lower number is better.",
    "The rate is the number of offences per 1,000 people.",
    "Two things are left to do: lights and locks.",
    "We chose three priorities.",
    "We must not let it fall behind.",
    "We still use national indicator 18.",
]  # fmt: skip


def test_a_typed_unit_that_is_not_the_indicators_is_told(tmp_path):
    root = made(tmp_path / "w")
    replace(root, "content/indicators.yaml", "unit: count", "unit: rate per 1,000")
    say(root, "House burglary is counted per 1,000 homes.")
    line = say(root, "House burglary is counted per 10,000 homes.")
    (found,) = (f for f in findings(root) if f.code == "PG858")
    assert (found.location.file, found.location.line, found.severity) == (CHAPTER, line, ERROR)
    assert "rate per 1,000" in found.message


@pytest.mark.parametrize(("sentence", "code", "severity"), WRONG)
def test_a_sentence_that_the_results_deny_is_told_where_it_stands(tmp_path, sentence, code, severity):
    root = made(tmp_path / "w")
    line = say(root, sentence)
    found = [f for f in findings(root) if f.code == code]
    assert [(f.location.file, f.location.line, f.severity) for f in found] == [(CHAPTER, line, severity)]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_sentence_that_agrees_or_claims_nothing_is_left_alone(tmp_path, sentence):
    root = made(tmp_path / "w")
    say(root, sentence)
    assert findings(root) == ()


def test_the_column_is_that_of_the_figure_though_an_expression_before_it_shows_the_same(tmp_path):
    root = made(tmp_path / "w")
    sentence = "After {{ facts.locks_fitted }} homes, 120 gardens."
    line = say(root, sentence)
    (found,) = findings(root)
    assert (found.location.line, found.location.column) == (line, sentence.index("120 ") + 1)


def test_the_hint_names_the_expression_that_gives_the_figure(tmp_path):
    root = made(tmp_path / "w")
    say(root, "House burglary came down to 396.")
    say(root, "We fitted locks in 120 homes.")
    hints = [f.hint for f in findings(root)]
    assert any('burglary.at("2024/25")' in hint for hint in hints)
    assert any("facts.locks_fitted" in hint for hint in hints)


def test_a_heading_that_judges_is_held_against_the_changes_under_it(tmp_path):
    root = made(tmp_path / "w")
    say(root, "## What improved\n\nHouse burglary is {{ burglary.movement }}.")
    line = say(root, "## What got worse\n\nHouse burglary is {{ burglary.movement }}.")
    assert [(f.code, f.location.line) for f in findings(root)] == [("PG852", line)]


def test_the_benchmark_stands_on_the_side_that_the_sentence_says(tmp_path):
    root = made(tmp_path / "w")
    replace(root, "content/data/observations.csv", "area,period,value,note", "area,period,value,note,series")
    replace(root, "content/data/observations.csv", "Example figure", "Example figure,")
    add(root, "content/data/observations.csv", "burglary,Example Town,2024/25,380,Example figure,benchmark\n")
    line = say(root, "House burglary remains below the average of similar towns.")
    say(root, "House burglary is above the benchmark.")
    say(root, "House burglary is below the national average.")
    assert [(f.code, f.location.line) for f in findings(root)] == [("PG855", line)]


def test_coverage_counts_expressions_that_show_figures_and_typed_figures(tmp_path):
    root = made(tmp_path / "w")
    before = checked(root).coverage[0][1]
    say(root, "House burglary {{ burglary.direction }} by {{ burglary.change }} to 396.")
    after = checked(root).coverage[0][1]
    assert (after.backed - before.backed, after.figures - before.figures) == (1, 2)
    assert str(after) == f"{after.backed} of {after.figures} figures backed"


def test_readability_is_told_only_when_asked_for(tmp_path):
    root = made(tmp_path / "w")
    long = "We will " + "go and " * 14 + "utilise the lights."
    line = say(root, long)
    assert findings(root) == ()
    asked = {(f.code, f.location.line, f.severity) for f in checked(root, style=True).findings}
    assert {("PG880", line, Severity.INFO), ("PG882", line, Severity.INFO)} <= asked
    add(root, "content/partnership.yaml", "severities: {PG880: warning}\n")
    assert {(f.code, f.severity) for f in findings(root)} == {("PG880", WARNING)}


def test_a_paragraph_of_long_words_has_a_high_reading_age(tmp_path):
    root = made(tmp_path / "w")
    say(root, " ".join(["Organisational responsibilities necessitate interdepartmental collaboration"] * 9) + ".")
    assert "PG881" in {f.code for f in checked(root, style=True).findings}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The dog ran on " * 10, False),  # grade 0.39 x 40 + 11.8 x 40 / 40 - 15.59 = 11.81
        ("The dog ran on " * 9 + "The dog ran into", True),  # 41 syllables: 12.11
        ("The dog ran on " * 9 + "and responsibilities necessitate", False),  # 39 words are too few to say
        ("The dog ran on " * 9 + "and such responsibilities necessitate", True),
    ],
)
def test_a_paragraph_is_hard_above_grade_12_and_from_40_words_on(tmp_path, words, told):
    root = made(tmp_path / "w")
    say(root, words.strip() + ".")
    assert ("PG881" in {f.code for f in checked(root, style=True).findings}) is told
