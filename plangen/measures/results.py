"""Results as flat rows, for people who check them in a spreadsheet and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict, astuple

from plangen.model.result import AnyResult, Change, Level, Outcome
from plangen.model.unit import ChangeUnit

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ResultRow", "cell_text", "row", "to_csv", "to_frame", "to_json"]

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


class ResultRow(Struct, frozen=True):
    """One result. `value` is unrounded, `shown` is what a page says, `inputs` are `file:line` places."""

    key: str
    indicator: str
    area: str
    period: str
    base: str
    value: Decimal | None
    shown: str
    unit: str
    outcome: str
    formula: str
    inputs: tuple[str, ...]


def row(result: AnyResult, shown: str, formula: str, area: str = "") -> ResultRow:
    """The row of a result, with the words for it and for how it was made; `area` is the partnership's own."""
    indicator, base, value, unit, outcome = _facets(result)
    return ResultRow(
        key=result.key,
        indicator=indicator,
        area=area if indicator else "",
        period=str(result.period or ""),
        base=base,
        value=value,
        shown=shown,
        unit=unit,
        outcome=outcome,
        formula=formula,
        inputs=tuple(str(given.location) for given in result.inputs),
    )


def to_csv(rows: Iterable[ResultRow]) -> str:
    """CSV with a header; lines end in a line feed. Numbers stay numbers; no text cell can start a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(ResultRow.__struct_fields__)
    for each in rows:
        writer.writerow(_cell(value) for value in astuple(each))
    return text.getvalue()


def to_json(rows: Iterable[ResultRow]) -> str:
    """A JSON list of objects; `value` is a string, so that no digit is lost, or null."""
    return json.dumps([_plain(each) for each in rows], ensure_ascii=False, indent=2) + "\n"


def to_frame(rows: Iterable[ResultRow]) -> pd.DataFrame:
    """The rows as a pandas frame, for work in a notebook; `value` is a float there."""
    import pandas as pd

    frame = pd.DataFrame([asdict(each) for each in rows], columns=ResultRow.__struct_fields__)
    return frame.assign(value=pd.to_numeric(frame["value"]))


def cell_text(text: str) -> str:
    """Text for a cell that a spreadsheet will not take for a formula (OWASP, CSV injection): `'=1+1`."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _facets(result: AnyResult) -> tuple[str, str, Decimal | None, str, str]:
    """Indicator, base, value, unit and outcome."""
    match result:
        case Level():
            return result.indicator, "", result.number, str(result.unit), ""
        case Change():
            # A target lies on one side of its base; only what was observed has a verdict.
            judged = result.assessment if result.test is None else result.verdict
            return result.indicator, str(result.base), result.amount, _unit(result.unit), judged.value
        case Outcome():
            target = result.target
            base = str(target.base.period) if target.base else ""
            measured = result.result
            value = measured.number if isinstance(measured, Level) else measured.amount if measured else None
            unit = _measured_unit(measured)
            return _indicators(result), base, value, unit, result.kind.value


def _indicators(result: Outcome) -> str:
    return result.result.indicator if result.result else " ".join(result.target.all_indicators)


def _measured_unit(measured: Level | Change | None) -> str:
    if measured is None:
        return ""
    return str(measured.unit) if isinstance(measured, Level) else _unit(measured.unit)


def _unit(unit: ChangeUnit) -> str:
    return "percentage points" if unit is ChangeUnit.POINTS else unit.value


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}"
        case tuple():
            return cell_text("; ".join(map(str, value)))
        case _:
            return cell_text(str(value))


def _plain(each: ResultRow) -> dict[str, object]:
    found = asdict(each)
    return {**found, "value": None if each.value is None else f"{each.value:f}"}
