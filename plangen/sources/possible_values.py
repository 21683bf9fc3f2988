"""What a value can be: percentages from 0 to 100, whole ranks within their group, counts not below nothing."""

from __future__ import annotations

from decimal import Decimal

from plangen.diagnostics import Diagnostic, PlangenError, codes, finding
from plangen.model.indicator import Indicator
from plangen.model.observation import Observation
from plangen.model.unit import UnitKind
from plangen.sources.rows import DataRow

__all__ = ["computed_value", "value_faults"]

_CHANGE = "write the value itself; a change names the period it counts from in the column base"


def computed_value(
    row: DataRow, indicator: Indicator | None, numerator: Decimal | None, denominator: Decimal | None
) -> Decimal | None:
    """The value of a row that gives only numerator and denominator: N in D as the indicator's percent or rate.

    None where the indicator's own record is faulty. Raises `PlangenError` (PG211, PG212).
    """
    if numerator is None and denominator is None:
        hint = (
            "write a number, or one of *, N/A, TBA, To be set, -, not published, not collected; "
            "or fill numerator and denominator"
        )
        raise PlangenError(finding(codes.EMPTY_CELL, "the cell is empty", row.at("value"), hint))
    if numerator is None or denominator is None or denominator <= 0:
        column = "numerator" if numerator is None else "denominator"
        hint = "fill both numerator and denominator (more than 0), or write the value"
        raise PlangenError(
            finding(codes.NOTHING_TO_DIVIDE, "a value cannot be computed from this row", row.at(column), hint)
        )
    if indicator is None:
        return None
    match indicator.unit.kind:
        case UnitKind.PERCENT:
            return 100 * numerator / denominator
        case UnitKind.RATE:
            return indicator.unit.per * numerator / denominator
        case kind:
            message = f"a {kind.value} cannot be computed from numerator and denominator"
            raise PlangenError(
                finding(codes.NOTHING_TO_DIVIDE, message, row.at("value"), "write the value in the column value")
            )


def value_faults(observation: Observation, indicator: Indicator, row: DataRow) -> list[Diagnostic]:
    """Why the value of an observation is impossible for its unit (PG207, PG208, PG212). Changes are exempt."""
    found = []
    numerator, denominator = observation.numerator, observation.denominator
    if denominator is not None and denominator <= 0:
        hint = "write how many there are in all, or empty the cell"
        found.append(
            finding(codes.NOTHING_TO_DIVIDE, "the denominator is not above 0", row.at("denominator"), hint)
        )
    if numerator is not None and numerator < 0:
        found.append(
            finding(
                codes.NOTHING_TO_DIVIDE,
                "the numerator is below 0",
                row.at("numerator"),
                "write how many there were",
            )
        )
    value = observation.value
    if value is None or observation.base is not None or found:
        return found
    match indicator.unit.kind:
        case UnitKind.PERCENT if not 0 <= value <= 100:
            message = f"{value:f} cannot be a percentage of something: it is not between 0 and 100"
            unit = f"give {observation.indicator} another unit than percent in content/indicators.yaml"
            hint = _CHANGE if value < 0 else f"write a percentage from 0 to 100, or {unit}"
            return [finding(codes.IMPOSSIBLE_VALUE, message, row.at("value"), hint)]
        case UnitKind.RANK:
            return _rank_faults(value, denominator, row)
        case kind if indicator.unit.traits.least == 0 and value < 0:
            noun = kind.value if kind in (UnitKind.COUNT, UnitKind.RATE) else f"time in {kind.value}"
            message = f"{value:f} is below 0, which a {noun} cannot be"
            return [finding(codes.IMPOSSIBLE_VALUE, message, row.at("value"), _CHANGE)]
        case _:
            return []


def _rank_faults(value: Decimal, size: Decimal | None, row: DataRow) -> list[Diagnostic]:
    if value != value.to_integral_value() or value < 1:
        hint = "write a whole number from 1; shared places take the better one"
        return [finding(codes.IMPOSSIBLE_RANK, f"{value:f} is not a place in a group", row.at("value"), hint)]
    if size is not None and value > size:
        message = f"place {value:f} lies outside a group of {size:f}"
        hint = "correct the place, or the size of the group in the column denominator"
        return [finding(codes.IMPOSSIBLE_RANK, message, row.at("value"), hint)]
    return []
