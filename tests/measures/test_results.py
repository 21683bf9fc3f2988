from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

from plangen.language.english import ENGLISH
from plangen.language.english.workings import working_of
from plangen.measures.changes import change
from plangen.measures.facts import fact
from plangen.measures.levels import level
from plangen.measures.outcomes import outcome
from plangen.measures.results import cell_text, row, to_csv, to_frame, to_json
from plangen.model.aspect import Aspect, View
from plangen.model.result import Outcome


@pytest.fixture(scope="module")
def rows(evidence, request):
    row_of = request.getfixturevalue("row")
    target = {"id": "ac", "indicator": "all_crime", "due": "2010/11", "to": 25355, "base": {"actual": "2009/10"}}
    known = evidence(
        [row_of("all_crime", "2009/10", "26991"), row_of("all_crime", "2010/11", "25355")],
        targets=[target],
        facts={"cards": {"value": 281, "label": "=cmd"}},
    )
    results = (
        level(known, "all_crime"),
        change(known, "all_crime"),
        outcome(known, known.records.targets["ac"]),
        fact(known.records, "cards"),
    )
    return [row(r, _shown(r), working_of(r), "Southampton") for r in results]


def _shown(result) -> str:
    return ENGLISH.show(result, View(Aspect.OUTCOME) if isinstance(result, Outcome) else View())


def test_a_row_says_everything_of_a_result(rows):
    found = rows[1]
    assert (found.key, found.indicator, found.area) == (
        'all_crime.change("2010/11", "2009/10")',
        "all_crime",
        "Southampton",
    )
    assert (found.period, found.base, found.unit, found.shown) == ("2010/11", "2009/10", "percent", "6.1%")
    assert round(found.value, 4) == Decimal("-6.0613")
    assert found.outcome == "improved"
    assert found.inputs == ("data.csv:3", "data.csv:2")


def test_an_outcome_and_a_fact_are_rows_too(rows):
    assert (rows[2].outcome, rows[2].value, rows[2].shown, rows[2].unit) == ("met", 25355, "met", "count")
    assert rows[2].inputs == ("data.csv:3", "targets.yaml:1")
    assert (rows[3].key, rows[3].indicator, rows[3].area, rows[3].value) == ("facts.cards", "", "", 281)


def test_csv_keeps_numbers_and_disarms_formulas(rows):
    table = list(csv.DictReader(io.StringIO(to_csv(rows))))
    assert [line["value"][:7] for line in table] == ["25355", "-6.0612", "25355", "281"]
    assert table[1]["formula"] == "(25,355 − 26,991) / 26,991"
    assert not any(
        cell.startswith(("=", "+", "@", "\t")) for line in table for name, cell in line.items() if name != "value"
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_text_that_looks_like_a_formula_gets_an_apostrophe(text):
    assert cell_text(text) == f"'{text}"
    assert cell_text(f"a{text}") == f"a{text}"


def test_json_loses_no_digit(rows):
    found = json.loads(to_json(rows))
    assert Decimal(found[1]["value"]) == rows[1].value
    assert found[2]["inputs"] == ["data.csv:3", "targets.yaml:1"]
    assert json.loads(to_json([])) == []


def test_a_frame_for_notebooks(rows):
    frame = to_frame(rows)
    assert list(frame["key"]) == [found.key for found in rows]
    assert frame["value"].iloc[0] == 25355.0
    assert to_frame([]).empty
