"""The two documents that show why an audit is needed. They stand beside the checkout and are not part of it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from plangen.checks.audit import audited
from plangen.checks.finding import Finding
from plangen.checks.reading import read_writing
from plangen.checks.writing import Writing

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
PLAN = SOURCES / "safe-city-partnership-plan-2011-12.txt"
REPORT = SOURCES / "safe-city-performance-report-2016-17-q2.txt"

pytestmark = pytest.mark.skipif(not PLAN.exists(), reason="the two documents are not beside the checkout")

# (words of the quotation, the value that the document's other figures give)
FAULTS_OF_THE_PLAN = [
    ("21 were green", "28"),
    ("more than doubled from 23% to 50%", "27 percentage points"),
    ("27% to 50%", "27 percentage points"),
    ("27% from 2008", "27 percentage points"),
    ("All Crime | 26,626", "-6.1%"),
    ("All Crime | 26,626", "1.4% on 26,626"),
    ("Percentage of offenders", "1.5 percentage points"),
    ("Repeat incidents", "2 percentage points"),
    ("% of people who think", "10 percentage points"),
    ("Neighbourhood Watch schemes | 122", "38"),
    ("Comparative position | 3/15", "+1"),
    ("problem drug users", "0.3%"),
    ("15 other Safety Partnerships", "14 other"),
]
FAULTS_OF_THE_REPORT = [
    ("20 out of 30", "66.7%"),
    ("4.2b", "down"),
    ("0.12 | 0.12", "no change"),
    ("Use of Custody", "per 10,000"),
    ("During the period July-September 2017", "July-September 2016"),
    ("6.3% lower", "6.3 percentage points"),
    ("A high percentage is POOR", "high is good"),
    ("2013/14 - 2015/15", "2015/16"),
]
# What is right, and must not be told: the levy, the amber actions, the test purchases.
SOUND = ["106,500", "Amber 7", "14 test purchases of alcohol were conducted. A total of 3"]


@pytest.mark.parametrize(("words", "value"), FAULTS_OF_THE_PLAN)
def test_a_fault_of_the_plan_is_told(words: str, value: str) -> None:
    assert any(words in f.quote and f.recomputed == value for f in audited(read_writing(PLAN)))


@pytest.mark.parametrize(("words", "value"), FAULTS_OF_THE_REPORT)
def test_a_fault_of_the_report_is_told(words: str, value: str) -> None:
    assert any(words in f.quote and f.recomputed == value for f in audited(read_writing(REPORT)))


@pytest.mark.parametrize("path", [PLAN, REPORT], ids=["plan", "report"])
def test_the_place_is_a_line_of_the_quotation(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    for finding in audited(read_writing(path)):
        words = set(re.findall(r"\w{4,}|\d+", finding.quote))
        assert words & set(re.findall(r"\w{4,}|\d+", lines[finding.place.line - 1]))


@pytest.mark.parametrize("words", SOUND)
def test_what_is_right_is_not_told(words: str) -> None:
    assert not [f for path in (PLAN, REPORT) for f in audited(read_writing(path)) if words in f.quote]


def _narrow(text: str, blank: bool = True) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        if "\t" in line:
            lines.append(line)
        elif line.strip():
            lines += textwrap.wrap(line, 72, subsequent_indent="  " if line.startswith("-") else "")
        elif blank:
            lines.append("")
    return "\n".join(lines)


def _values(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {
        (f.code, re.sub(r"\d+$", "", f.recomputed) if "line" in f.recomputed else f.recomputed) for f in findings
    }


@pytest.mark.parametrize(
    "damage",
    [
        _narrow,
        lambda text: _narrow(text, blank=False),
        lambda text: text.replace("\t", "    "),
        lambda text: text.replace("\n- ", "\n• "),
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["broken-lines", "no-blank-lines", "gaps-for-tabs", "other-bullets", "line-ends"],
)
@pytest.mark.parametrize("path", [PLAN, REPORT], ids=["plan", "report"])
def test_the_same_is_told_of_a_text_another_extraction_left(path: Path, damage: Callable[[str], str]) -> None:
    text = path.read_text("utf-8")
    assert _values(audited(Writing.of(damage(text)))) == _values(audited(Writing.of(text)))
