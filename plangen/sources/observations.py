"""Rows -> observations: typed, checked against the indicator's unit, each the only one of its key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from msgspec import Struct, field

from plangen.diagnostics import About, Diagnostic, Location, PlangenError, codes, finding, likely
from plangen.diagnostics.nearest import hint_for, hint_to_add
from plangen.model.indicator import Indicator
from plangen.model.number import parse_number
from plangen.model.observation import Marker, Observation, SeriesKind, ValueStatus
from plangen.model.period import Period
from plangen.model.period_text import read_period
from plangen.sources.possible_values import computed_value, value_faults
from plangen.sources.rows import DataRow

__all__ = ["ObservationReader"]

Kind = TypeVar("Kind", bound=Enum)
Key = tuple[str, str, Period, SeriesKind, str, Period | None]

_MARKERS = {marker.value.lower(): marker for marker in Marker} | {"–": Marker.NONE, "—": Marker.NONE}
_MARKS = "*, N/A, TBA, To be set, -, not published, not collected"
_MARKED = f"write a number, or one of {_MARKS}"


class ObservationReader(Struct):
    """Reads rows of any number of files, so that duplicates are found across them.

    `indicators` are the valid records; `ids` all names that stand in the file, so that a faulty record is not
    reported again as unknown. None means that the file could not be read: then no name is unknown.
    """

    indicators: Mapping[str, Indicator]
    ids: Collection[str] | None
    found: list[Diagnostic] = field(default_factory=list)
    seen: dict[Key, Location] = field(default_factory=dict)
    periods: dict[str, Period | str] = field(default_factory=dict)

    def read(self, rows: Iterable[DataRow]) -> list[Observation]:
        """The good observations of a table; what is wrong with the others goes to `found`."""
        good: list[Observation] = []
        faults: list[Diagnostic] = []
        for row in rows:
            try:
                observation = self._observation(row)
                self._only_one(observation)
            except PlangenError as fault:
                faults += (found.of(self._about(row)) for found in fault.diagnostics)
            else:
                good.append(observation)
        self.found += _unknown_once(faults)
        return good

    def _observation(self, row: DataRow) -> Observation:
        faults: list[Diagnostic] = []
        indicator, area = self._indicator(row, faults), _filled(row, "area", faults)
        period = self._period(row, "period", faults)
        base = self._period(row, "base", faults) if row.cell("base") else None
        series = _choice(row, "series", SeriesKind, SeriesKind.ACTUAL, faults)
        standing = _choice(row, "status", ValueStatus, ValueStatus.FINAL, faults)
        numerator, denominator = _number(row, "numerator", faults), _number(row, "denominator", faults)
        was, marker = _number(row, "was", faults), _MARKERS.get(row.cell("value").lower())
        value = None if marker else _number(row, "value", faults)
        faults += _standing_faults(row, standing, was)
        if faults or period is None:
            raise PlangenError(faults)
        record = self.indicators.get(indicator)
        if value is None and marker is None:
            value = computed_value(row, record, numerator, denominator)
        made = Observation(
            indicator,
            area,
            period,
            row.at(),
            value,
            marker,
            series,
            base,
            row.cell("category"),
            numerator,
            denominator,
            standing,
            was,
            row.cell("data_to"),
            row.cell("disclosed"),
            row.cell("note"),
            row.cell("origin"),
        )
        if record and (impossible := value_faults(made, record, row)):
            raise PlangenError(impossible)
        return made

    def _about(self, row: DataRow) -> About:
        """The indicator and period of a row, where they are such."""
        indicator, period = row.cell("indicator"), row.cell("period")
        known = isinstance(self.periods.get(period), Period)
        return About(indicator if indicator in self.indicators else "", period if known else "")

    def _indicator(self, row: DataRow, faults: list[Diagnostic]) -> str:
        name = _filled(row, "indicator", faults)
        if name and self.ids is not None and name not in self.ids:
            hint = hint_to_add(name, self.ids, "content/indicators.yaml")
            faults.append(
                finding(
                    codes.UNKNOWN_INDICATOR_OBSERVED,
                    f'there is no indicator "{name}"',
                    row.at("indicator"),
                    hint,
                    remedies=likely(name, self.ids),
                )
            )
        return name

    def _period(self, row: DataRow, column: str, faults: list[Diagnostic]) -> Period | None:
        text = row.cell(column)
        if text not in self.periods:
            try:
                self.periods[text] = read_period(text)
            except ValueError as fault:
                self.periods[text] = str(fault) if text else "the cell is empty; write a period: 2009/10"
        period = self.periods[text]
        if isinstance(period, Period):
            return period
        what, _, hint = period.partition("; ")
        hint = hint or "write 2009/10, 2016/17 Q2, Dec 2010 or 2015"
        faults.append(finding(codes.NOT_A_PERIOD, what, row.at(column), hint))
        return None

    def _only_one(self, observation: Observation) -> None:
        first = self.seen.setdefault(observation.key, observation.location)
        if first is not observation.location:
            where = f"line {first.line}" if first.file == observation.location.file else str(first)
            message = f"the same observation stands in {where}: {observation.indicator}, {observation.period}"
            hint = "delete one of the two, or tell them apart by area, series, category or base"
            raise PlangenError(finding(codes.OBSERVED_TWICE, message, observation.location, hint))


def _unknown_once(faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """An unknown indicator of a table once, with the other rows that name it; all else as it is."""
    together: dict[Diagnostic | str, list[Diagnostic]] = defaultdict(list)
    for fault in faults:
        together[fault.message if fault.kind == codes.UNKNOWN_INDICATOR_OBSERVED else fault].append(fault)
    for same in together.values():
        yield same[0].with_others(same[1:])


def _filled(row: DataRow, column: str, faults: list[Diagnostic]) -> str:
    text = row.cell(column)
    if not text:
        faults.append(
            finding(codes.EMPTY_CELL, "the cell is empty", row.at(column), f"every row names its {column}")
        )
    return text


def _number(row: DataRow, column: str, faults: list[Diagnostic]) -> Decimal | None:
    text = row.cell(column)
    if not text:
        return None
    try:
        return parse_number(text)
    except ValueError as fault:
        what, _, hint = str(fault).partition("; ")
        markers = f" (or one of {_MARKS})" if column == "value" and "N/A" not in hint else ""
        faults.append(finding(codes.NOT_A_NUMBER, what, row.at(column), hint + markers))
        return None


def _choice(row: DataRow, column: str, kinds: type[Kind], blank: Kind, faults: list[Diagnostic]) -> Kind:
    text = row.cell(column).lower()
    if not text:
        return blank
    known = {kind.value: kind for kind in kinds}
    if text in known:
        return known[text]
    message = f'"{row.cell(column)}" is not a {column}'
    faults.append(
        finding(
            codes.UNKNOWN_SERIES_OR_STATUS,
            message,
            row.at(column),
            hint_for(text, known),
            remedies=likely(text, known),
        )
    )
    return blank


def _standing_faults(row: DataRow, standing: ValueStatus, was: Decimal | None) -> list[Diagnostic]:
    if (standing is ValueStatus.REVISED) == bool(row.cell("was")):
        return []
    if was is None:
        hint = "write the value as it was published before in the column was"
        return [
            finding(codes.REVISED_FROM_WHAT, "a revised value does not say what it was", row.at("status"), hint)
        ]
    hint = "write revised in the column status, or empty the cell"
    return [finding(codes.REVISED_FROM_WHAT, "a value says what it was but is not revised", row.at("was"), hint)]
