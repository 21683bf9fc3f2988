"""What earlier documents printed beside our own figure (`stated.yaml`), as a list and as findings (PG870)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from plangen.checks.directions import DirectionWord, Way, directions_in
from plangen.checks.editions.remarks import Remark, about_record
from plangen.checks.editions.verdicts import is_slight
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber, numbers_in
from plangen.diagnostics import Location, PlangenError, codes
from plangen.language.english import ENGLISH
from plangen.measures.evaluate import evaluate
from plangen.measures.evidence import Evidence
from plangen.model.prose import Expression, ProseParagraph
from plangen.model.result import AnyResult, Assessment, Change, Direction, Level, Outcome, OutcomeKind
from plangen.model.unit import ChangeUnit, UnitKind

__all__ = ["StatedDifference", "differences", "unexplained"]

_UP_DOWN = re.compile(r"^\W*(?:(?P<up>up|\+)|(?P<down>down|[-−]))", re.IGNORECASE)
_JUDGED = {
    "improved": Assessment.IMPROVING,
    "recover": Assessment.IMPROVING,
    "worsened": Assessment.WORSENING,
}
_ASSESSED = re.compile(r"\b(?:improv|worsen|recover)\w*", re.IGNORECASE)
_PRINTED = re.compile(r"\bprint(?:ed|s)?\s+(?:as\s+)?$", re.IGNORECASE)
_PER = re.compile(r"\bper (\d{1,3}(?:,\d{3})+|\d+)\b")
_WAYS = {Direction.UP: Way.UP, Direction.DOWN: Way.DOWN, Direction.SAME: Way.SAME}
_STEADY = re.compile(r"\b(?:constant|equal|unchanged|same|steady|level)\b", re.IGNORECASE)


class StatedDifference(Struct, frozen=True):
    """A printed figure and ours. `number` is ours before it is rounded.

    `differs` is False where they agree at the decimals that were printed.
    """

    at: str
    said: str
    ours: str
    number: Decimal | None
    differs: bool
    source: str
    note: str
    location: Location


def differences(evidence: Evidence) -> Iterator[StatedDifference]:
    """Every record of `stated.yaml` that this edition's data can answer, in the order of the file."""
    for number, record in enumerate(evidence.records.stated):
        expression = _expression(evidence, number)
        if expression is None:
            continue
        try:
            result, view = evaluate(evidence, expression)
        except PlangenError:  # a figure of a later edition
            continue
        place = evidence.place("stated", str(number)) or expression.location
        differs = not agrees_with(record.said, result)
        yield StatedDifference(
            record.at,
            record.said,
            ENGLISH.show(result, view),
            _number(result),
            differs,
            record.source,
            record.note,
            place,
        )


def unexplained(differences: Iterable[StatedDifference]) -> Iterator[Remark]:
    """Records whose note does not name what was printed or, where they differ, ours: a slip would not be seen."""
    for found in differences:
        missing = _missing(found)
        if missing:
            verb = "differs from" if found.differs else "agrees with"
            message = (
                f'{found.at}: printed "{found.said}" {verb} ours, {found.ours}; the note does not name {missing}'
            )
            hint = (
                f'check what was printed, and say in the note why it is "{found.said}" there and {found.ours} here'
            )
            quote = f"{found.at}: {found.said}"
            yield about_record(codes.NOTE_OF_A_PRINTED_FIGURE, message, hint, quote, found.location, field="said")


def _missing(found: StatedDifference) -> str:
    """Which of the two a note leaves out.

    Figures that agree need no note: a slip in one of them makes them differ. A word needs its own.
    """
    if not found.differs and (not found.note or _figures(found.said)):
        return _contradicted(found)
    if not _named(found.said, found.note):
        return f'"{found.said}"'
    return found.ours if found.differs and not _figure_named(found.ours, found.note) else ""


def _contradicted(found: StatedDifference) -> str:
    """For figures that agree: one that the note says was printed, and that is not the one or the other."""
    said = [n for n in numbers_in(found.said) if n.exempt is None]
    for number in numbers_in(found.note):
        if not said or not _PRINTED.search(found.note[: number.start]) or number.unit is not said[0].unit:
            continue
        near_said = abs(abs(number.value) - abs(said[0].value)) <= max(number.half, said[0].half)
        near_ours = found.number is None or abs(abs(number.value) - abs(found.number)) <= number.half
        if not near_said or not near_ours:
            return f'"{found.said}" and {found.ours}, but {number.text}'
    return ""


def _number(result: AnyResult) -> Decimal | None:
    match result:
        case Level(number=value):
            return value
        case Change(amount=amount):
            return amount
    return None


def agrees_with(said: str, result: AnyResult) -> bool:
    """Whether printed words agree with a result: every figure in its unit, or else the way it went."""
    figures = [n for n in numbers_in(said) if not n.spelled and n.exempt is None]
    if not _per_agrees(said, result):
        return False
    if figures:
        return all(_figure_agrees(n, result) for n in figures) and _way_agrees(said, result)
    return _way_agrees(said, result)


def _figure_agrees(number: TypedNumber, result: AnyResult) -> bool:
    match result:
        case Level(number=value, unit=unit):
            return value is not None and _close(number, value) and _unit_fits(number, unit.kind)
        case Change(amount=amount, unit=unit):
            if amount is None or not _close(number, abs(amount)):
                difference = _difference(result)
                return difference is not None and number.unit is NumberUnit.PLAIN and _close(number, difference)
            return number.unit is not NumberUnit.PERCENT or unit is ChangeUnit.PERCENT
        case Outcome(result=measured):
            return measured is not None and _figure_agrees(number, measured)


def _per_agrees(said: str, result: AnyResult) -> bool:
    per = _PER.search(said)
    return not per or not isinstance(result, Level) or int(per[1].replace(",", "")) == result.unit.per


def _difference(found: Change) -> Decimal | None:
    if found.before is None or found.after is None or found.before.number is None or found.after.number is None:
        return None
    return abs(found.after.number - found.before.number)


def _close(number: TypedNumber, value: Decimal) -> bool:
    slack = number.half * 2 if number.bound is Exactness.ABOUT else number.half
    return abs(abs(number.value) - abs(value)) <= slack


def _unit_fits(number: TypedNumber, kind: UnitKind) -> bool:
    if number.unit in (NumberUnit.PERCENT, NumberUnit.POINTS):
        return kind is UnitKind.PERCENT
    return number.unit is not NumberUnit.POUNDS or kind is UnitKind.POUNDS


def _way_agrees(said: str, result: AnyResult) -> bool:
    words = said.lower()
    if isinstance(result, Outcome):
        return words not in ("met", "not met") or (result.kind is OutcomeKind.MET) == (words == "met")
    if not isinstance(result, Change):
        return True
    for word, assessment in _JUDGED.items():
        if word in words:
            return result.assessment is assessment
    ways = {word.way for word in directions_in(said)}
    if sign := _UP_DOWN.match(said):
        ways.add(Way.UP if sign["up"] else Way.DOWN)
    if _STEADY.search(words):
        ways.add(Way.SAME)
    if any(word.slight for word in directions_in(said)) and not is_slight(result):
        return False
    negated = " not " in f" {words} "
    return not ways or (_WAYS[result.direction] in ways) is not negated


def _named(said: str, note: str) -> bool:
    """Whether a note repeats what was printed: its figures, or else its words of movement, or else its words."""
    figures = _figures(said)
    if figures:
        return figures <= _figures(note)
    moved: tuple[DirectionWord | re.Match[str], ...]
    moved = (*directions_in(said), *_STEADY.finditer(said), *_ASSESSED.finditer(said))
    words = {word for found in moved for word in _words(_text_of(found))}
    return words <= set(_words(note)) if words else " ".join(_words(said)) in " ".join(_words(note))


def _figure_named(ours: str, note: str) -> bool:
    """Whether a note has every figure of ours, to at least as many decimals."""
    noted = [n for n in numbers_in(note) if n.exempt is None]
    return all(
        any(abs(abs(n.value) - abs(own.value)) <= own.half and n.half <= own.half for n in noted)
        for own in numbers_in(ours)
        if own.exempt is None and not own.spelled
    )


def _figures(text: str) -> set[tuple[bool, Decimal]]:
    """The figures of a text without sign, each with whether it is a percentage or points."""
    shares = (NumberUnit.PERCENT, NumberUnit.POINTS)
    found = [n for n in numbers_in(text) if not n.spelled and n.exempt is None]
    sizes = {(n.unit in shares, abs(n.value)) for n in found}
    sizes |= {(False, Decimal(per[1].replace(",", ""))) for per in _PER.finditer(text)}
    return sizes | {(False, n.total) for n in found if n.total is not None}


def _text_of(found: DirectionWord | re.Match[str]) -> str:
    return found.text if isinstance(found, DirectionWord) else found[0]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{2,}", text.lower())


def _expression(evidence: Evidence, number: int) -> Expression | None:
    prose = evidence.records.prose.get(f"stated.yaml#{number}.ours")
    for block in prose.blocks if prose else ():
        if isinstance(block, ProseParagraph) and block.content and isinstance(block.content[0], Expression):
            return block.content[0]
    return None
