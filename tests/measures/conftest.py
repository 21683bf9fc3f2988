from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace
from records import record_of

from plangen.diagnostics import Location
from plangen.measures.evidence import Evidence
from plangen.model.figures import Fact
from plangen.model.indicator import Indicator
from plangen.model.observation import Marker, Observation, SeriesKind
from plangen.model.partnership import Partnership
from plangen.model.period_text import read_period
from plangen.model.target import Target
from plangen.model.workspace import Records

AREA = "Southampton"


def observed(indicator: str, period: str, value: str | None = None, **more: Any) -> Observation:
    """A row as a data file has it: period, base and numbers as text."""
    for name in ("numerator", "denominator", "was"):
        if name in more:
            more[name] = Decimal(more[name])
    if "base" in more:
        more["base"] = read_period(more["base"])
    if "series" in more:
        more["series"] = SeriesKind(more["series"])
    if "marker" in more:
        more["marker"] = Marker(more["marker"])
    number = None if value is None else Decimal(value)
    more = {"area": AREA, **more}
    return Observation(
        indicator, period=read_period(period), location=Location("data.csv", 2), value=number, **more
    )


def records_of(
    rows: list[Observation],
    indicators: dict[str, dict[str, Any]] | None = None,
    targets: list[dict[str, Any]] | None = None,
    facts: dict[str, dict[str, Any]] | None = None,
    **partnership: Any,
) -> Records:
    """Records around `rows`; an indicator that is not described is a count of which less is better."""
    described = {"all_crime": {}, **(indicators or {})}
    for row in rows:
        described.setdefault(row.indicator, {})
    plain = {"unit": "count", "polarity": "lower", "source": "Police recorded crime"}
    made = [record_of(Target, target) for target in targets or []]
    return Records(
        partnership=record_of(Partnership, {"name": "Safe City", "area": AREA, **partnership}),
        indicators={
            id: record_of(Indicator, {"name": id.replace("_", " ").capitalize(), **plain, **more})
            for id, more in described.items()
        },
        targets={target.id: target for target in made},
        facts={id: record_of(Fact, {"source": "Plan", **more}) for id, more in (facts or {}).items()},
        stated=(),
        accepted=(),
        glossary={},
        observations=tuple(
            replace(row, location=Location("data.csv", number)) for number, row in enumerate(rows, start=2)
        ),
        places={("targets", target.id): Location("targets.yaml", n) for n, target in enumerate(made, start=1)},
    )


def gathered(rows: list[Observation], *, cut_off: str = "2011/12", **more: Any) -> Evidence:
    """The evidence of an edition over `rows`."""
    return Evidence.gather(records_of(rows, **more), read_period(cut_off))


@pytest.fixture(scope="session")
def row() -> Callable[..., Observation]:
    return observed


@pytest.fixture(scope="session")
def records() -> Callable[..., Records]:
    return records_of


@pytest.fixture(scope="session")
def evidence() -> Callable[..., Evidence]:
    return gathered
