"""Two tables of results compared: which figures changed, and which targets and outcomes."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Location, PlangenError, codes, finding

__all__ = ["FigureChange", "Row", "figure_changes", "indicator_names", "read_results"]

_INDICATORS = "content/indicators.yaml"
_COLUMNS = {"key", "indicator", "period", "base", "value", "shown", "unit", "outcome"}

Row = Mapping[str, str]


class FigureChange(Struct, frozen=True):
    """A figure in two versions, as each shows it; None where a version does not have it.

    `target` tells whether it belongs to a target: what was promised, or what became of it.
    """

    key: str
    indicator: str
    period: str
    old: str | None
    new: str | None
    target: bool


def read_results(data: bytes) -> dict[str, Row]:
    """`results.csv` by key, in the order of the document; raises PG753 where it is no table of results."""
    try:
        rows = list(csv.DictReader(data.decode("utf-8").splitlines(keepends=True), strict=True))
    except (UnicodeDecodeError, csv.Error) as problem:
        raise _no_results() from problem
    if any(not set(row) >= _COLUMNS or None in row or None in row.values() for row in rows):
        raise _no_results()
    return {row["key"]: row for row in rows}


def _no_results() -> PlangenError:
    hint = "run plangen archive verify, and hold the version against its receipt"
    message = "this is not a table of results"
    return PlangenError(finding(codes.RECORD_NOT_READ, message, Location("results.csv"), hint))


def figure_changes(
    old: Mapping[str, Row], new: Mapping[str, Row], names: Mapping[str, str]
) -> tuple[FigureChange, ...]:
    """Every figure whose value, words, unit or outcome is not the same, in the order of the newer document."""
    keys = [*new, *(key for key in old if key not in new)]
    changed = [
        _change(key, old.get(key), new.get(key), names)
        for key in keys
        if _said(old.get(key)) != _said(new.get(key))
    ]
    # One figure may be asked for in several ways, as x.change and x.change("2010/11", "2009/10").
    return tuple({replace(change, key=""): change for change in reversed(changed)}.values())[::-1]


def indicator_names(*inputs: Mapping[str, bytes]) -> dict[str, str]:
    """Names of indicators by their ids, as inputs have them; a later one wins, an unreadable one is left out."""
    from plangen.sources.yaml_reader import read_yaml

    names: dict[str, str] = {}
    for files in inputs:
        try:
            found = read_yaml(files.get(_INDICATORS, b"").decode("utf-8", "replace"), _INDICATORS).value
        except PlangenError:
            continue
        records = found if isinstance(found, dict) else {}
        names |= {key: str(record["name"]) for key, record in records.items() if _is_named(record)}
    return names


def _is_named(record: object) -> bool:
    return isinstance(record, dict) and "name" in record


def _said(row: Row | None) -> tuple[str, ...] | None:
    return None if row is None else tuple(row[column] for column in ("value", "shown", "unit", "outcome"))


def _change(key: str, old: Row | None, new: Row | None, names: Mapping[str, str]) -> FigureChange:
    row = new or old or {}
    was, now = _shown(old), _shown(new)
    if was == now:
        was, now = _exact(old), _exact(new)
    period = f"{row['base']} to {row['period']}" if row["base"] and not _of_target(key) else row["period"]
    indicators = ", ".join(names.get(one, one) for one in row["indicator"].split()) or key
    return FigureChange(key, indicators, period, was, now, _of_target(key))


def _of_target(key: str) -> bool:
    return key.startswith("targets.")


def _shown(row: Row | None) -> str | None:
    """What a page says, with the judgement of a change: `9.56% (improving)`."""
    if row is None:
        return None
    judged = row["outcome"] and row["outcome"] not in row["shown"]
    return f"{row['shown']} ({row['outcome']})" if judged else row["shown"]


def _exact(row: Row | None) -> str | None:
    """For two that look the same: with the value before it was rounded, and its unit."""
    return None if row is None else f"{_shown(row)} ({row['value']} {row['unit']})"
