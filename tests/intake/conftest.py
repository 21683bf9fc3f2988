"""A small workspace of a town that does not exist, and workbooks made cell by cell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from plangen.cli import main

INDICATORS = """\
total_crime: {name: Total crime, unit: "rate per 1,000", polarity: lower, decimals: 1, source: Example Police,
  benchmark: Most similar group average, aliases: [All recorded crime]}
asb: {name: Anti-social behaviour incidents, short: ASB, unit: count, polarity: lower, source: Example Police}
burglary: {name: House burglary, unit: count, polarity: lower, source: Police, aliases: [Domestic burglary]}
rank: {name: Position among similar areas, unit: rank, polarity: lower, source: Example Police}
hate_incidents: {name: Hate crime incidents, short: Hate crime, unit: count, polarity: neutral, source: Police}
hate_rate: {name: Hate crime, unit: "rate per 1,000", polarity: neutral, decimals: 2, source: Example Police}
feel_safe: {name: Residents who feel safe by day, unit: percent, polarity: higher, source: Survey}
levy: {name: Late Night Levy income, unit: pounds, polarity: neutral, source: Example Council}
repeats: {name: Repeat domestic abuse cases, unit: percent, polarity: lower, source: Example Council,
  benchmark: National average}
crime_annual: {name: Recorded crime over twelve months, unit: "rate per 1,000", polarity: lower, source: Police,
  benchmark: Most similar group average}
"""
PARTNERSHIP = """\
name: Example Town Community Safety Partnership
area: Example Town
agencies: {police: Example Police, council: Example Council}
small_numbers: 5
"""
DATA = """\
indicator,area,period,value,series,note
crime_annual,Example Town,2015/16,109,,Example figure
crime_annual,Northford,2015/16,84,,Example figure
burglary,Example Town,2015/16 Q4,219,,Example figure
"""
PACK = """\
title: Performance pack
period: 2016/17 Q2
date: 2016-10-01
priorities:
  - number: 1
    title: Reduce crime
    actions:
      - {ref: "1.2", action: Agree priorities., short: Agree priorities, lead: police, measures: [
          {ref: 1.2a, indicator: total_crime}, {ref: 1.2b, indicator: asb}, {ref: 1.2c, indicator: burglary}]}
      - {ref: "1.3", action: Help victims., short: Help victims, lead: police, measures: [
          {ref: "1.3", indicator: hate_incidents}]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = tmp_path / "workspace"
    for name, text in {
        "indicators.yaml": INDICATORS,
        "partnership.yaml": PARTNERSHIP,
        "data/observations.csv": DATA,
        "packs/2016-17-q2/pack.yaml": PACK,
    }.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


Rows = list[list[Any]]


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Writes a workbook: `book({"KPIs": rows}, formats={"KPIs!B2": "0%"})`; `finish` does anything else."""

    def write(
        sheets: dict[str, Rows], name: str = "KPI.xlsx", formats: dict[str, str] | None = None, finish: Any = None
    ) -> Path:
        made = Workbook()
        made.remove(made.active)
        for title, rows in sheets.items():
            sheet = made.create_sheet(title)
            for row in rows:
                sheet.append(row)
        for address, form in (formats or {}).items():
            title, _, cell = address.rpartition("!")
            made[title][cell].number_format = form
        if finish:
            finish(made)
        path = tmp_path / name
        made.save(path)
        return path

    return write


@pytest.fixture
def importing(workspace: Path) -> Callable[..., dict[str, Any]]:
    """Runs `plangen import FILE --json …` in the workspace; the JSON, with the exit status as `exit`."""

    def run(file: Path, *arguments: str) -> dict[str, Any]:
        done = CliRunner().invoke(main, ["-C", str(workspace), "import", str(file), "--json", *arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return {**json.loads(done.stdout), "exit": done.exit_code}

    return run
