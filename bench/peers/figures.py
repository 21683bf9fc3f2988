"""What a peer's user computes with pandas: the current value, what it changed by, and the table of a measure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

__all__ = ["HEAD", "Measure", "read_measures"]

SHOWN = 5
HEAD = ["Ref", "Measure", "Previous", "Current", "Since previous period", "Since last year", "Similar areas"]


@dataclass(frozen=True)
class Measure:
    """One page of the pack."""

    ref: str
    name: str
    periods: list[str]
    area: list[float]
    benchmark: list[float]
    since_previous: str
    since_last_year: str
    paragraphs: list[str]

    @property
    def rows(self) -> list[list[str]]:
        """The table under the chart: periods, area, benchmark, difference."""
        area, benchmark = self.area[-SHOWN:], self.benchmark[-SHOWN:]
        return [
            ["Per 1,000", *self.periods[-SHOWN:]],
            ["Example Town", *(f"{v:.1f}" for v in area)],
            ["Benchmark", *(f"{v:.1f}" for v in benchmark)],
            ["Difference", *(_signed(a - b) for a, b in zip(area, benchmark, strict=True))],
        ]

    @property
    def verdict(self) -> str:
        """What happened, in a sentence."""
        return (
            f"{_assessed(self.since_previous)}. {self.since_previous} on last quarter, "
            f"{self.since_last_year.lower()} on the same quarter last year."
        )

    @property
    def summary(self) -> list[str]:
        """The measure's row in the summary table."""
        return [
            self.ref,
            f"Reduce what indicator {self.ref[2:]} counts: {self.name}. Example Police",
            f"{self.area[-2]:.1f}",
            f"{self.area[-1]:.1f}",
            f"{self.since_previous}. {_assessed(self.since_previous)}",
            f"{self.since_last_year}. {_assessed(self.since_last_year)}",
            f"{self.benchmark[-1]:.1f}",
        ]

    @property
    def alt(self) -> str:
        """The chart in words."""
        return (
            f"Line chart of {self.name} in Example Town over {len(self.periods)} quarters to {self.periods[-1]}: "
            f"from {self.area[0]:.1f} to {self.area[-1]:.1f}, between {min(self.area):.1f} and "
            f"{max(self.area):.1f}; benchmark {self.benchmark[-1]:.1f}."
        )


def read_measures(root: Path, edition: str) -> list[Measure]:
    """Every measure of the pack, from the CSV and the commentary files."""
    frame = pd.read_csv(root / "content" / "data" / "pack.csv")
    frame["series"] = frame["series"].fillna("area")
    frame["number"] = frame["indicator"].str.removeprefix("indicator_").astype(int)
    wide = frame.pivot_table(index=["number", "period"], columns="series", values="value").reset_index()
    wide["previous"] = wide.groupby("number")["area"].pct_change() * 100
    wide["year"] = wide.groupby("number")["area"].pct_change(4) * 100
    return [_measure(root, edition, number, rows) for number, rows in wide.groupby("number")]


def _measure(root: Path, edition: str, number: int, rows: pd.DataFrame) -> Measure:
    text = (root / "content" / "packs" / edition / "commentary" / f"1.{number}.md").read_text("utf-8")
    body = text.split("---\n", 2)[2].replace(f"{{{{ indicator_{number} }}}}", f"{rows['area'].iloc[-1]:.1f}")
    return Measure(
        ref=f"1.{number}",
        name=f"Recorded crime {number}",
        periods=[f"{p[8:]} {p[:7]}" for p in rows["period"]],
        area=list(rows["area"]),
        benchmark=list(rows["benchmark"]),
        since_previous=_change(rows["previous"].iloc[-1]),
        since_last_year=_change(rows["year"].iloc[-1]),
        paragraphs=[" ".join(p.split()) for p in body.strip().split("\n\n")],
    )


def _change(percent: float) -> str:
    shown = f"{abs(percent):.1f}".removesuffix(".0")
    return "No change" if shown == "0" else f"{'Up' if percent > 0 else 'Down'} {shown}%"


def _assessed(change: str) -> str:
    return {"U": "Worsened", "D": "Improved"}.get(change[0], "No change")


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "\N{MINUS SIGN}") if abs(value) >= 0.05 else "0.0"
