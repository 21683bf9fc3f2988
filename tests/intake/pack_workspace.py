"""A small workspace with one pack. Places and figures are made up."""

from __future__ import annotations

from pathlib import Path

PACK = "2016-17-q2"

FILES = {
    "content/partnership.yaml": """\
name: Example Town Community Safety Partnership
area: Example Town
agencies: {council: Example Council, police: Example Police, health: Example Health}
most_similar_group: {name: Most similar group, size: 5}
small_numbers: 5
publication: {contact: Community Safety Team, email: team@example.org, marking: OFFICIAL}
""",
    "content/indicators.yaml": """\
total_crime: {name: Total crime, unit: "rate per 1,000", polarity: lower, decimals: 2, source: Example Police,
  lead: police, benchmark: Most similar group average}
house_burglary: {name: House burglary, unit: count, polarity: lower, source: Example Police, lead: police}
safe_day: {name: Residents who feel safe by day, short: Safe by day, unit: percent, polarity: higher,
  decimals: 1, source: Survey, lead: council}
crime_rank: {name: Position among similar areas, unit: rank, polarity: lower, source: Example Police, lead: police}
completions: {name: Clients who complete treatment, unit: percent, polarity: higher, decimals: 2,
  source: Example Health, lead: health}
""",
    "content/data/observations.csv": """\
indicator,area,period,value,series,base,category,note
total_crime,Example Town,2015/16 Q2,27.5,,,,Example figure
total_crime,Example Town,2016/17 Q1,28.06,,,,Example figure
total_crime,Example Town,2015/16 Q2,24.1,benchmark,,,Example figure
total_crime,Example Town,2016/17 Q1,24.2,benchmark,,,Example figure
house_burglary,Example Town,2015/16 Q2,61,,,,Example figure
house_burglary,Example Town,2016/17 Q1,3,,,,Example figure
safe_day,Example Town,2015/16 Q2,88.5,,,,Example figure
safe_day,Example Town,2016/17 Q1,90,,,,Example figure
crime_rank,Example Town,2016/17 Q1,3,,,,Example figure
completions,Example Town,2016/17 Q1,6.1,,,,Example figure
""",
    f"content/packs/{PACK}/pack.yaml": """\
title: Performance pack
period: 2016/17 Q2
date: 2016-10-20
priorities:
  - number: 1
    title: Reduce crime
    actions:
      - {ref: "1.1", action: Tell people how to keep safe., short: Tell people how to keep safe, lead: council,
         measures: [{ref: "1.1", indicator: safe_day}]}
      - {ref: "1.2", action: Agree three priorities., short: Agree three priorities, lead: police,
         measures: [{ref: 1.2a, indicator: total_crime}, {ref: 1.2b, indicator: house_burglary}]}
      - {ref: "1.4", action: Plan for new patterns of crime., short: Plan for new patterns, lead: police,
         measures: [{ref: "1.4", indicator: crime_rank}]}
  - number: 2
    title: Help people to recover
    actions:
      - {ref: "2.2", action: Help people to complete treatment., short: Help people, lead: health,
         measures: [{ref: 2.2a, indicator: completions}]}
""",
    f"content/packs/{PACK}/commentary/1.1.md": """\
---
signed_off: {by: Example Council, on: 2016-10-01}
---

An earlier text about feeling safe.
""",
}


def pack_workspace(root: Path) -> Path:
    """Write the workspace to `root`."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def bytes_of(root: Path) -> dict[str, bytes]:
    """Every file of the workspace by its name; the lock of whoever writes says nothing."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and path.name != ".writing.lock")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
