"""What is measured: indicators of every unit, with observations, targets and facts; some values are extreme."""

from __future__ import annotations

from typing import Any, NamedTuple

from random_documents.words import Writer

__all__ = ["AREA", "Measured", "measured", "quarters", "years"]

AREA = "Example Town"
_UNITS = (
    *("count",) * 4,
    *("percent",) * 2,
    *("rate per 1,000",) * 3,
    "rate per 100,000",
    "rank",
    "pounds",
    "hours",
    "days",
    "minutes",
)
_MARKERS = ("*", "N/A", "TBA", "To be set", "-")
_GROUP = 15
_HEADER = "indicator,area,period,value,series,base,category,numerator,denominator,status,was,data_to"


class Measured(NamedTuple):
    """Records as they are written to files; `rows` are lines of the table of observations.

    `grouped` indicators have values of other areas, `drawn` ones two numbers at least, `whole` ones a number that
    is not small at every period.
    """

    indicators: dict[str, dict[str, Any]]
    rows: list[str]
    targets: list[dict[str, Any]]
    facts: dict[str, dict[str, Any]]
    periods: tuple[str, ...]
    grouped: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """All observations as a CSV file."""
        return "\n".join((_HEADER, *self.rows)) + "\n"

    def of(self, ids: tuple[str, ...], *units: str) -> list[str]:
        """Those of `ids` that have such a unit."""
        return [id for id in ids if self.indicators[id]["unit"].split(" ")[0] in units]


def years(count: int, last: int = 2018) -> list[str]:
    """The last `count` financial years up to the one that begins in `last`, oldest first."""
    return [f"{year}/{(year + 1) % 100:02d}" for year in range(last - count + 1, last + 1)]


def quarters(count: int) -> list[str]:
    """The last `count` quarters up to quarter 2 of 2019/20, oldest first."""
    ends = [2019 * 4 + 1 - back for back in range(count)]
    return [f"{end // 4}/{(end // 4 + 1) % 100:02d} Q{end % 4 + 1}" for end in reversed(ends)]


def measured(writer: Writer, *, quarterly: bool) -> Measured:
    """One to sixty indicators with their figures, for a pack (`quarterly`) or a plan."""
    count = 60 if writer.chance(0.03) else writer.number(1, 40)
    periods = tuple(quarters(writer.number(2, 40)) if quarterly else years(writer.number(2, 16)))
    found = Measured({}, [], [], _facts(writer), periods)
    drawn, whole = [], []
    for number in range(1, count + 1):
        id = f"indicator_{number}"
        found.indicators[id] = record = _indicator(writer, number)
        values = _values(writer, record, periods)
        found.rows.extend(_rows(writer, id, record, values))
        numbers = [float(value) for value in values.values() if value not in _MARKERS]
        if sum(not 0 < number < 5 for number in numbers) > 1:
            drawn.append(id)
        if len(numbers) == len(periods) and min(numbers) >= 5:
            whole.append(id)
        if not quarterly:
            found.targets.extend(_targets(writer, id, record["unit"]))
    grouped = [id for id in found.of(tuple(whole), "count", "rate", "percent") if writer.chance(0.3)]
    grouped = [id for id in grouped if found.indicators[id]["polarity"] != "neutral"]
    for id in grouped:
        found.rows.extend(_group_rows(writer, id, found.indicators[id], periods[-1]))
    return found._replace(grouped=tuple(grouped), drawn=tuple(drawn), whole=tuple(whole))


def _indicator(writer: Writer, number: int) -> dict[str, Any]:
    unit = writer.rng.choice(_UNITS)
    record: dict[str, Any] = {
        "name": f"{writer.title(14, longest=18)} {number}",
        "unit": unit,
        "polarity": "lower" if unit == "rank" else writer.rng.choice(["lower", "higher", "neutral"]),
        "source": writer.title(8),
    }
    if unit not in ("count", "rank", "pounds") and writer.chance(0.6):
        record["decimals"] = writer.number(1, 4)
    if unit.startswith("rate"):
        record["population"] = "all"
    if writer.chance(0.6):
        record["short"] = f"{writer.title(3, longest=10)} {number}"
    if writer.chance(0.6):
        record["phrase"] = writer.words(writer.number(2, 9), longest=14)
    if writer.chance(0.3):
        record["benchmark"] = writer.title(4, longest=12)
    if writer.chance(0.3):
        record["compare"] = writer.rng.choice(["year", "previous", "chart"])
    if unit.startswith(("count", "percent", "rate")) and writer.chance(0.25):
        record["intervals"] = True
    if writer.chance(0.2):
        record["detail"] = writer.sentence(10)
    return record


def _value(writer: Writer, unit: str, decimals: int, level: float) -> str:
    spread = level * writer.rng.uniform(0.7, 1.3)
    match unit.split(" ")[0]:
        case "percent":
            return f"{min(100.0, spread):.{decimals}f}"
        case "rank":
            return str(writer.rng.randint(1, _GROUP))
        case "pounds":
            return f"{spread * writer.rng.choice([1, 1, 1, -1]):.0f}"
        case "count":
            return f"{spread:.0f}"
        case _:
            return f"{spread:.{decimals}f}"


def _level(writer: Writer, unit: str) -> float:
    """About how large the values are: from nothing to hundreds of millions."""
    if unit == "percent":
        return writer.rng.choice([0.0, 3.0, 45.0, 80.0, 100.0])
    if unit.startswith("rate"):
        return writer.rng.choice([0.0, 0.4, 12.0, 95.0])
    if unit in ("hours", "days", "minutes"):
        return writer.rng.choice([0.5, 9.0, 240.0])
    return writer.rng.choice([0.0, 2.0, 40.0, 900.0, 26000.0, 4600000.0, 987000000.0])


def _values(writer: Writer, record: dict[str, Any], periods: tuple[str, ...]) -> dict[str, str]:
    """The values at the periods, mostly at all of them; some are markers."""
    unit, decimals, level = record["unit"], record.get("decimals", 0), _level(writer, record["unit"])
    values = {}
    for period in periods[-writer.number(1, len(periods)) :] if writer.chance(0.3) else periods:
        if writer.chance(0.98):
            marker = writer.chance(0.02)
            values[period] = writer.rng.choice(_MARKERS) if marker else _value(writer, unit, decimals, level)
    return values or {periods[-1]: _value(writer, unit, decimals, level)}


def _rows(writer: Writer, id: str, record: dict[str, Any], values: dict[str, str]) -> list[str]:
    """`values` as lines of the table, four times in ten with a benchmark beside each."""
    unit, decimals, level = record["unit"], record.get("decimals", 0), _level(writer, record["unit"])
    compared = unit != "rank" and writer.chance(0.4)
    sizes = {"rank": _GROUP, "percent": writer.rng.choice(["", 40, 1100])}  # of a group, or of a sample
    rows = []
    for period, value in values.items():
        marker = value in _MARKERS
        size = "" if marker or unit not in sizes else sizes[unit]
        status = "provisional" if not marker and writer.chance(0.05) else ""
        rows.append(f"{id},{AREA},{period},{value},,,,,{size},{status},,")
        if compared and writer.chance(0.9):
            rows.append(f"{id},{AREA},{period},{_value(writer, unit, decimals, level)},benchmark,,,,,,,")
    return rows


def _group_rows(writer: Writer, id: str, record: dict[str, Any], period: str) -> list[str]:
    """The other areas of the group at `period`; their counts are large enough to be shown."""
    level = _level(writer, record["unit"])
    if record["unit"] == "count":
        level = max(level, 40.0)
    names = [f"{writer.title(2, longest=10)} {number}" for number in range(2, _GROUP + 1)]
    values = [_value(writer, record["unit"], record.get("decimals", 0), level) for _ in names]
    return [f"{id},{name},{period},{value},,,,,,,," for name, value in zip(names, values, strict=True)]


def _targets(writer: Writer, id: str, unit: str) -> list[dict[str, Any]]:
    """The targets of last year and this year, of a kind that the unit allows."""
    made = []
    for due, base, letter in (("2018/19", "2017/18", "a"), ("2019/20", "2018/19", "b")):
        target: dict[str, Any] = {"id": f"t_{id}_{letter}", "indicator": id, "due": due}
        match unit.split(" ")[0]:
            case "percent":
                kind = writer.rng.choice([{"to": "60%"}, {"at_least": "55%"}, {"increase": "3 points"}])
            case "rank":
                kind = writer.rng.choice([{"to": "3rd"}, {"improve": "any"}])
            case "count" | "pounds":
                kind = writer.rng.choice([{"to": "4,644,663"}, {"reduce": "7%"}, {"to": "TBA"}])
            case _:
                kind = writer.rng.choice([{"to": "9.5"}, {"reduce": "5%"}, {"to": "To be set"}])
        if {"increase", "reduce", "improve"} & set(kind):
            target["base"] = {"actual": base}
        made.append({**target, **kind})
    return made


def _facts(writer: Writer) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = {}
    for number in range(1, writer.number(4, 9) + 1):
        fact: dict[str, Any] = {
            "value": writer.rng.choice([0, 3, 17, 281, 26626, 9876543210]),
            "label": writer.title(5, longest=14),
            "source": writer.title(6),
        }
        if writer.chance(0.2):
            fact["bound"] = writer.rng.choice(["more than", "about", "under"])
        facts[f"fact_{number}"] = fact
    for number, value in enumerate((24, 19, 57), 1):
        facts[f"part_{number}"] = {
            "value": value,
            "unit": "percent",
            "label": writer.title(4, longest=14),
            "source": writer.title(6),
        }
    for number, value in enumerate((writer.number(1, 30), writer.number(1, 9), writer.number(1, 6)), 1):
        facts[f"status_{number}"] = {"value": value, "label": writer.title(2, longest=12), "source": "Our records"}
    return facts
