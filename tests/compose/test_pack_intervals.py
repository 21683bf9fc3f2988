"""The confidence intervals that a measure of a pack shows, or why it shows none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plangen.compose import compose
from plangen.document.dump import dump
from plangen.model.edition import EditionKind, EditionName
from plangen.sources.workspace import read_workspace

BASE = Path(__file__).parents[1] / "bad/base"
PACK = EditionName.of(EditionKind.PACK, "2025-26-q4")
RECORD = """title: Pack
period: 2025/26 Q4
date: 2026-05-01
version: "0.1"
priorities:
  - number: 1
    title: Feel safe
    actions:
      - ref: "1.1"
        action: Light the streets.
        short: Light the streets
        lead: police
        measures: [{ref: "1.1", indicator: share}]
"""


@pytest.fixture
def page(tmp_path: Path):
    def made(*rows: str) -> list[str]:
        """The lines of the pack with one measure, a percentage with these rows of data."""
        shutil.copytree(BASE, tmp_path / "w")
        content = tmp_path / "w/content"
        with (content / "indicators.yaml").open("a", encoding="utf-8") as file:
            file.write("share: {name: Share, unit: percent, polarity: higher, source: Survey, intervals: yes}\n")
        text = "\n".join(["indicator,area,period,value,numerator,denominator", *rows])
        (content / "data/share.csv").write_text(f"{text}\n", encoding="utf-8")
        folder = content / "packs/2025-26-q4"
        folder.mkdir(parents=True)
        (folder / "pack.yaml").write_text(RECORD, encoding="utf-8")
        return dump(compose(read_workspace(tmp_path / "w", (PACK.id,)), PACK).document).splitlines()

    return made


COUNTED = [f"share,Example Town,{year},,81,263" for year in ("2023/24", "2024/25", "2025/26")]


def said(lines: list[str], words: str) -> list[str]:
    return [line.strip() for line in lines if words in line]


def test_the_table_has_both_ends_of_every_value(page):
    """81 of 263 is 30.8%, 25.5% to 36.6% (Newcombe 1998)."""
    (row,) = said(page(*COUNTED), "| *95% confidence interval* |")
    assert row.count("26%") == row.count("37%") == 3
    assert row.count(" to ") >= 3


def test_the_chart_has_the_band_and_a_listener_its_latest(page):
    lines = page(*COUNTED)
    assert said(lines, "Shaded: 95% confidence interval (Wilson’s score method).")
    assert said(lines, "Its latest 95% confidence interval: 26% to 37%.")


def test_two_values_have_the_table_and_no_chart(page):
    lines = page(*COUNTED[1:])
    assert said(lines, "| *95% confidence interval* |")
    assert said(lines, "95% confidence interval (Wilson’s score method).")
    assert not said(lines, "Shaded")


def test_where_nobody_counted_the_page_says_so(page):
    lines = page(*(row.replace(",,81,263", ",31,,") for row in COUNTED))
    assert said(lines, "No 95% confidence interval is shown: the sample size is not published.")
    assert not said(lines, "| *95% confidence interval* |")
