"""Workspaces with packs of every awkward kind, written as an officer would write them. All figures are made up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

LONG = "The Very Long Named Joint Commissioning Unit of the Partners"
assert len(LONG) == 60

PARTNERSHIP = """\
name: Example Town Partnership
area: Example Town
agencies:
  police: Example Police
  long: {long}
populations:
  all:
    name: All residents
    years:
      2015: {{count: 50000, source: Example estimate}}
      2016: {{count: 51000, source: Example estimate}}
small_numbers: {small}
"""

INDICATOR = """\
{id}:
  name: {name}
  phrase: {phrase}
  unit: {unit}
  polarity: {polarity}
  decimals: {decimals}
  population: all
  source: Example figures
  lead: police
"""


def quarters(count: int) -> list[str]:
    """The last `count` quarters up to quarter 2 of 2016/17, oldest first."""
    found = []
    year, quarter = 2016, 2
    for _ in range(count):
        found.append(f"{year}/{(year + 1) % 100:02d} Q{quarter}")
        year, quarter = (year, quarter - 1) if quarter > 1 else (year - 1, 4)
    return found[::-1]


def write_pack(
    root: Path,
    rows: Iterable[str],
    *,
    indicators: int = 1,
    unit: str = "rate per 1,000",
    polarity: str = "lower",
    decimals: int = 1,
    small: int = 0,
    lead: str = "police",
    name: str = "Recorded crime {number}",
) -> Path:
    """A workspace with one pack of `indicators` measures, and `rows` as its observations."""
    content = root / "content"
    pack = content / "packs" / "2016-17-q2"
    (content / "data").mkdir(parents=True)
    pack.mkdir(parents=True)
    (content / "partnership.yaml").write_text(PARTNERSHIP.format(long=LONG, small=small), "utf-8")
    ids = [f"indicator_{number}" for number in range(1, indicators + 1)]
    records = (
        INDICATOR.format(
            id=id,
            name=name.format(number=number),
            phrase=f"{name.format(number=number)} per quarter",
            unit=unit,
            polarity=polarity,
            decimals=decimals,
        )
        for number, id in enumerate(ids, 1)
    )
    (content / "indicators.yaml").write_text("".join(records), "utf-8")
    header = "indicator,area,period,value,series,base,category,numerator,denominator,disclosed"
    (content / "data" / "pack.csv").write_text("\n".join((header, *rows)) + "\n", "utf-8")
    actions = "".join(
        f'      - {{ref: "1.{n}", action: Reduce it., short: Reduce what indicator {n} counts, lead: {lead}, '
        f'measures: [{{ref: "1.{n}", indicator: {id}}}]}}\n'
        for n, id in enumerate(ids, 1)
    )
    record = f"""\
title: Performance pack
period: 2016/17 Q2
date: 2016-10-01
priorities:
  - number: 1
    title: Reduce crime
    actions:
{actions}"""
    (pack / "pack.yaml").write_text(record, "utf-8")
    return root


def row(id: str, period: str, value: object, series: str = "") -> str:
    """A row of observations."""
    return f"{id},Example Town,{period},{value},{series},,,,,"
