from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.inspect import DictType, StructType, Type, VarTupleType

from plangen.model.figures import Accepted, Fact, Stated
from plangen.model.indicator import Indicator
from plangen.model.pack import Commentary, PackRecord
from plangen.model.partnership import Partnership
from plangen.model.plan import Appendix, PlanRecord, Priorities, WeSaidWeDid, YouSaidWeDid
from plangen.model.record import Record
from plangen.model.target import Target
from plangen.sources.records import bare, form_of, meaning_of, record, records_by_id, records_in_order
from plangen.sources.yaml_reader import read_yaml

GOOD = "name: A\n  unit: count\n  polarity: lower\n  source: S"


def indicator_faults(text: str) -> list[str]:
    _, faults = records_by_id(read_yaml(text, "i.yaml"), Indicator)
    return [f"{f.code} {f.location}: {f.message} | {f.hint}" for f in faults]


def test_a_number_is_text_where_text_belongs_with_all_its_digits() -> None:
    source = read_yaml("title: 2011\nperiod: 2011/12\ndate: 2011-04-01\nversion: 1.10\nparts: []\n", "p.yaml")
    _, faults = record(source, PlanRecord)
    assert [f.message for f in faults] == ["parts: is empty"]
    good, faults = records_by_id(read_yaml(f"a:\n  {GOOD.replace('S', '2010')}\n", "i.yaml"), Indicator)
    assert faults == []
    assert good["a"].source == "2010"


def test_all_faults_of_all_records_in_one_run() -> None:
    text = f"a:\n  {GOOD}\n  decimals: 9\nb:\n  {GOOD}\n  aliases: c\n  lead: The Police\nc: 5\n"
    assert indicator_faults(text) == [
        'PG123 i.yaml:6:13: decimals: "9" should be at most 4 | write a number that is at most 4',
        'PG126 i.yaml:13:9: lead: "The Police" is not a name | write the_police (small letters, digits and '
        "underscores, beginning with a letter)",
        'PG122 i.yaml:12:12: aliases: "c" stands where a list belongs | write every entry on its own line after '
        '"- "',
        'PG122 i.yaml:14:4: c: "5" stands where keys with values belong | write its keys below it, each as '
        '"key: value" and set in by two spaces',
    ]


def test_a_missing_key_says_what_belongs_there() -> None:
    assert indicator_faults("a:\n  unit: count\n  polarity: lower\n  source: S\n") == [
        'PG121 i.yaml:1:1: the key "name" of "a" is missing | add "name: …" (What is measured, as it stands in a '
        "table: All crime)"
    ]


def records_within(form: Type) -> Iterator[StructType]:
    """The record that `form` is, and those in its fields."""
    match bare(form):
        case StructType() as one if issubclass(one.cls, Record):
            yield one
            for field in one.fields:
                yield from records_within(field.type)
        case VarTupleType(item_type=inner) | DictType(value_type=inner):
            yield from records_within(inner)


FILES = (Accepted, Appendix, Commentary, Fact, Indicator, PackRecord, Partnership, PlanRecord, Priorities)


@pytest.mark.parametrize("shape", [*FILES, Stated, Target, WeSaidWeDid, YouSaidWeDid])
def test_every_key_that_is_needed_says_what_belongs_there(shape: type[Record]) -> None:
    silent = [
        f"{one.cls.__name__}.{field.name}"
        for one in records_within(form_of(shape))
        for field in one.fields
        if field.required and not meaning_of(field.type)
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("source: ", "what belongs here: Who publishes the figures"),
        ("unit: ", "what belongs here: count, percent, rate per 1,000, rank, pounds, hours, days or minutes"),
        ("short: ", "write something here, or delete the line"),
        ("aliases: ['']", "write something here, or delete the line"),
    ],
)
def test_what_is_needed_is_not_to_be_deleted(line: str, hint: str) -> None:
    key = line.partition(":")[0]
    lines = [given for given in f"  {GOOD}".split("\n") if given.split(":")[0].strip() != key]
    (told,) = indicator_faults("\n".join(["a:", *lines, f"  {line}"]) + "\n")
    assert told.startswith("PG124 ")
    assert told.endswith(f" is empty | {hint}")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1.4.2011", "write 2011-04-01 for 1 Apr 2011"),
        ("31/03/2011", "write 2011-03-31 for 31 Mar 2011"),
        ("1st April 2011", "write 2011-04-01 for 1 Apr 2011"),
        ("2011/4/1", "write 2011-04-01 for 1 Apr 2011"),
        ("20110401", "write 2011-04-01 for 1 Apr 2011"),
        ("31.2.2011", "write year-month-day, as 2011-03-31"),
        ("1 Foo 2011", "write year-month-day, as 2011-03-31"),
        ("spring", "write year-month-day, as 2011-03-31"),
        ("2011-02-30", "check the month and the day"),
    ],
)
def test_a_date_written_otherwise_is_read_as_in_britain(written: str, hint: str) -> None:
    source = read_yaml(f"title: T\nperiod: 2011/12\ndate: {written}\n", "p.yaml")
    _, faults = record(source, PlanRecord)
    assert [f.hint for f in faults if f.message.startswith("date: ")] == [hint]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("26_626", "write 26626, without spaces or other signs in it"),
        ("26 626", "write 26626, without spaces or other signs in it"),
        ("many", "write it with the digits 0 to 9, as 26626, 26,626 or 5.75"),
    ],
)
def test_a_number_written_otherwise(written: str, hint: str) -> None:
    _, faults = record(read_yaml(f"name: N\narea: A\nsmall_numbers: {written}\n", "p.yaml"), Partnership)
    assert [f.hint for f in faults] == [hint]


def test_a_file_of_the_wrong_form() -> None:
    assert indicator_faults("- a\n")[0].startswith("PG122 i.yaml:1:1: the file should be ids")
    _, faults = records_in_order(read_yaml("a: b\n", "t.yaml"), Target)
    assert faults[0].message == "the file should be a list"
    assert indicator_faults("") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("small_numbers: yes", 'small_numbers: "yes" is not a number'),
        ("small_numbers: 1.5", 'small_numbers: "1.5" is not a whole number'),
        ("small_numbers: true", "small_numbers: this is not a number"),
        ("archive: [a]", "archive: a list stands where text belongs"),
        ("archive: {a: b}", "archive: a group of keys stands where text belongs"),
        ("severities: {PG101: fatal}", 'PG101: "fatal" is not one of error, warning, info'),
        ("severities: {PG1: error}", '"PG1" is not the code of a finding'),
        ("populations: {all: {name: A, years: {20x1: {count: 1, source: S}}}}", '"20x1" is not a whole number'),
        ("publication: {embargo: 2011-02-30}", 'embargo: "2011-02-30" is not a day of the calendar'),
        ("publication: {embargo: 20110230}", 'embargo: "20110230" is not a date'),
        ("agencies: police", 'agencies: "police" stands where keys with values belong'),
        ("publication: {marking: " + "x" * 61 + "}", "marking: is too long (at most 60)"),
    ],
)
def test_partnership(text: str, message: str) -> None:
    source = read_yaml(f"name: N\narea: A\n{text}\n", "p.yaml")
    _, faults = record(source, Partnership)
    assert [f.message for f in faults] == [message]
    assert faults[0].hint
    assert faults[0].location
    assert faults[0].location.line == 3


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "- {id: A, to: much, reduce: 7%, base: {}}",
            [
                'id: "A" is not a name',
                'the key "due" is missing',
                'to: "much" is not an amount',
                "base: a base is exactly one of actual: PERIOD or target: PERIOD",
                "a target has exactly one of to, reduce, increase, below, at_least, improve (to and reduce given)",
                "a target names exactly one of indicator: ID or indicators: [ID, ...]",
            ],
        ),
        (
            "- {id: a, indicator: b, due: 2010/11, reduce_by: 7%, note: [c]}",
            ["note: a list stands where text belongs", '"reduce_by" is not a key that belongs here'],
        ),
        ("- {id: a, indicator: b, indicators: [], due: 2010/11, to: 5, reduce: }", []),
    ],
    ids=[
        "what keys contradict beside what each has wrong",
        "a misspelt key explains the rest",
        "empty is not given",
    ],
)
def test_what_is_wrong_with_keys_together(text: str, messages: list[str]) -> None:
    _, faults = records_in_order(read_yaml(text, "t.yaml"), Target)
    assert [fault.message for fault in faults] == messages


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("decimals: 1,000", 'decimals: "1,000" should be at most 4'),
        ("unit: 5", 'unit: "5" is not a unit'),
        ("intervals: maybe", 'intervals: "maybe" is neither yes nor no'),
        ("unit: {a: b}", "unit: \"{'a': 'b'}\" is not a unit"),
        ("polarity: [lower]", "polarity: \"['lower']\" is not one of lower, higher, neutral"),
        ("lead: ' Police'", 'lead: " Police" is not a name'),
        ("short: ", "short: is empty"),
    ],
)
def test_what_is_written_is_quoted(text: str, message: str) -> None:
    given = {
        line.partition(":")[0]: line for line in ["name: A", "unit: count", "polarity: lower", "source: S", text]
    }
    lines = "\n  ".join(given.values())
    assert [fault.message for fault in records_by_id(read_yaml(f"a:\n  {lines}\n", "i.yaml"), Indicator)[1]] == [
        message
    ]


@pytest.mark.parametrize(("year", "good"), [("2010", True), ("02010", False), ("2_010", False), ("1066", False)])
def test_years_are_whole_numbers_of_four_digits(year: str, good: bool) -> None:
    text = f"name: N\narea: A\npopulations: {{all: {{name: A, years: {{{year}: {{count: 1, source: S}}}}}}}}\n"
    made, faults = record(read_yaml(text, "p.yaml"), Partnership)
    assert bool(faults) is not good
    assert (made is not None and 2010 in made.populations["all"].years) is good
