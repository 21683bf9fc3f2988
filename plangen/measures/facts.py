"""Facts: figures that are not indicators, given or computed from other facts."""

from __future__ import annotations

from decimal import Decimal, DecimalException

from plangen.diagnostics import About, Diagnostic, Location, PlangenError, codes, finding, likely
from plangen.diagnostics.nearest import hint_to_add
from plangen.measures.formula import parse_formula, value_of
from plangen.model.figures import Fact
from plangen.model.result import Input, Level
from plangen.model.working import Given, Working
from plangen.model.workspace import Records

__all__ = ["check_facts", "fact"]

_Path = tuple[str, ...]
_DEEPEST = 40
_HOME = "content/facts.yaml"
_MOST_DIGITS = 15


def fact(records: Records, id: str) -> Level:
    """The value of a fact, computed from other facts where it has a formula.

    Raises PlangenError: PG410 for an unknown fact, PG417 for a formula that cannot be read, names itself or an
    unknown fact, or divides by zero.
    """
    if id not in records.facts:
        raise PlangenError(
            finding(
                codes.UNKNOWN_NAME,
                f'there is no fact "{id}"',
                hint=hint_to_add(id, records.facts, _HOME),
                remedies=likely(id, records.facts),
            )
        )
    return _level(records, id, (), {})


def check_facts(records: Records) -> list[Diagnostic]:
    """Every fact whose formula has no value, as PG417 at the fact; a fault is told once, at its own fact."""
    found: dict[Diagnostic, None] = {}
    known: dict[str, Level] = {}
    for id in records.facts:
        try:
            _level(records, id, (), known)
        except PlangenError as wrong:
            found.update(dict.fromkeys(wrong.diagnostics))
    return list(found)


def _level(records: Records, id: str, path: _Path, known: dict[str, Level]) -> Level:
    """The fact `id`, reached through the facts of `path`; `known` keeps every fact from being computed twice."""
    if id not in known:
        record = records.facts[id]
        if record.value is None:
            known[id] = _computed(records, id, path, known)
        else:
            given = Input(record.label or id, f"{record.value:f}", _place(records, id))
            known[id] = _result(record, id, record.value, Given.STATED, (given,))
    return known[id]


def _computed(records: Records, id: str, path: _Path, known: dict[str, Level]) -> Level:
    _check_path(records, id, path)
    record = records.facts[id]
    try:
        formula = parse_formula(record.formula)
    except ValueError as wrong:
        raise _wrong(records, id, f'"{record.formula}" cannot be read: {wrong}') from None
    parts = {name: _part(records, name, (*path, id), known) for name in dict.fromkeys(formula.names)}
    values = {name: part.number for name, part in parts.items() if part.number is not None}
    try:
        made = formula.filled(values)
        value = value_of(made)
    except DecimalException:
        raise _wrong(records, id, f'"{record.formula}" divides by zero or leaves the range of numbers') from None
    if value.adjusted() >= _MOST_DIGITS:
        raise _wrong(records, id, f'"{record.formula}" gives a number of more than {_MOST_DIGITS} digits')
    inputs = tuple(dict.fromkeys(given for part in parts.values() for given in part.inputs))
    return _result(record, id, value, made, inputs)


def _part(records: Records, name: str, path: _Path, known: dict[str, Level]) -> Level:
    if name not in records.facts:
        message = f'the formula names the fact "{name}", which there is not'
        raise _wrong(records, path[-1], message, hint_to_add(name, records.facts, _HOME))
    return _level(records, name, path, known)


def _check_path(records: Records, id: str, path: _Path) -> None:
    if id in path:
        circle = path[path.index(id) :]
        first = circle.index(min(circle))
        around = " → ".join((*circle[first:], *circle[:first], circle[first]))
        raise _wrong(records, circle[first], f"the formula goes round in a circle: {around}")
    if len(path) >= _DEEPEST:
        raise _wrong(records, path[0], f"the formula goes through more than {_DEEPEST} other facts")


def _result(record: Fact, id: str, value: Decimal, working: Working, inputs: tuple[Input, ...]) -> Level:
    return Level(
        key=f"facts.{id}",
        working=working,
        inputs=inputs,
        number=value,
        unit=record.unit,
        decimals=record.decimals,
        bound=record.bound,
        data_to=record.as_at,
    )


def _place(records: Records, id: str) -> Location:
    return records.places.get(("facts", id), Location("content/facts.yaml", field=id))


def _wrong(records: Records, id: str, message: str, hint: str = "") -> PlangenError:
    hint = hint or "a formula has ids of facts, numbers, + - * / and brackets"
    return PlangenError(finding(codes.FORMULA_WITHOUT_VALUE, message, _place(records, id), hint, About(fact=id)))
