"""docs/content.md says what plangen does: every example is read, every table of keys compared with the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import fields

from plangen.diagnostics import Location
from plangen.language.english import ENGLISH
from plangen.language.english.levels import marker_prose, marker_words
from plangen.measures.evaluate import evaluate
from plangen.measures.evidence import Evidence
from plangen.model.agency_return import AgencyReturn
from plangen.model.amount import Amount
from plangen.model.aspect import Aspect
from plangen.model.figures import Accepted, Fact, Stated, Term
from plangen.model.import_mapping import ImportMapping, TableAnswers
from plangen.model.indicator import Indicator
from plangen.model.observation import COLUMNS, Marker
from plangen.model.pack import PackRecord
from plangen.model.partnership import Partnership
from plangen.model.period_text import read_period
from plangen.model.plan import Appendix, PlanRecord, Priorities, WeSaidWeDid, YouSaidWeDid
from plangen.model.record import Record
from plangen.model.target import Promise, Target
from plangen.sources.directive_forms import CHART_KINDS, FORMS, Body
from plangen.sources.expressions import parse
from plangen.sources.field_prose import field_prose
from plangen.sources.markdown import parse_markdown
from plangen.sources.observations import ObservationReader
from plangen.sources.places import Origin
from plangen.sources.prose_walk import expressions_in
from plangen.sources.reading import Reading
from plangen.sources.records import record, records_by_id, records_in_order
from plangen.sources.rows import read_rows
from plangen.sources.schema import schemas
from plangen.sources.starter import write_starter
from plangen.sources.tables import csv_rows
from plangen.sources.theme import read_theme
from plangen.sources.workspace import read_workspace
from plangen.sources.yaml_reader import read_yaml

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
PLAN = "2011-12"

Table = list[list[str]]

ONE_RECORD: dict[str, type[Record]] = {
    "partnership.yaml": Partnership,
    "plan.yaml": PlanRecord,
    "we_said_we_did.yaml": WeSaidWeDid,
    "you_said_we_did.yaml": YouSaidWeDid,
    "priorities.yaml": Priorities,
    "appendix.yaml": Appendix,
    "pack.yaml": PackRecord,
    "AGENCY.yaml": AgencyReturn,
    "import.yaml": ImportMapping,
}
BY_ID: dict[str, type[Record]] = {"indicators.yaml": Indicator, "facts.yaml": Fact, "glossary.yaml": Term}
IN_ORDER: dict[str, type[Record]] = {"targets.yaml": Target, "stated.yaml": Stated, "accepted.yaml": Accepted}

KEYS: dict[str, tuple[type[Record], ...]] = {
    "The partnership": (Partnership,),
    "Indicators": (Indicator,),
    "Importing workbooks": (ImportMapping, TableAnswers),
    "Targets": (Target,),
    "Facts and formulas": (Fact,),
    "Figures that earlier documents printed": (Stated, Accepted),
    "The glossary": (Term,),
    "Returns from agencies": (AgencyReturn,),
    "The plan's own files": (PlanRecord, WeSaidWeDid, YouSaidWeDid, Priorities, Appendix, PackRecord),
}


def _examples(language: str) -> list[Any]:
    """The fenced examples in a language that say which file they are of: ```yaml content/targets.yaml."""
    found = re.finditer(rf"^```{language} (\S+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return [pytest.param(m[1], m[2], id=f"{m[1]}:{GUIDE.count(chr(10), 0, m.start()) + 1}") for m in found]


def _section(heading: str) -> str:
    """What stands between a heading and the next of its level."""
    found = re.search(rf"^(##+) {re.escape(heading)}\n(.*?)(?=^##? |\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    assert found, f"no section {heading}"
    return found[2]


def _tables(text: str) -> Iterator[Table]:
    """Tables without their heading row, cell by cell."""
    for found in re.finditer(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in found[0].splitlines()]
        yield [rows[0], *rows[2:]]


def _table(heading: str, first: str) -> Table:
    """The rows of the table whose first heading is `first`."""
    return next(rows[1:] for rows in _tables(_section(heading)) if rows[0][0] == first)


def _code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _rows(heading: str, first: str) -> list[Any]:
    return [pytest.param(*row, id=row[0]) for row in _table(heading, first)]


@cache
def _evidence(cut_off: str) -> Evidence:
    return Evidence.gather(read_workspace(ROOT).records, read_period(cut_off))


def _shown(text: str, cut_off: str = "2011/12") -> str:
    return ENGLISH.show(*evaluate(_evidence(cut_off), parse(text, Location("docs/content.md"))))


def _fields(model: Any) -> dict[str, None]:
    """The names of the keys of a model and of the records inside it."""
    found: dict[str, None] = {}
    for field in fields(model):
        found[field.encode_name] = None
        for inner in _models(field.type):
            found |= _fields(inner)
    return found


def _models(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


@pytest.mark.parametrize(("file", "text"), _examples("yaml"))
def test_examples_of_records_are_read(file, text, tmp_path):
    name = Path(file).name
    if name == "theme.yaml":
        (tmp_path / "assets").mkdir()
        (tmp_path / file).write_text(text, encoding="utf-8")
        reading = Reading(tmp_path)
        read_theme(reading)
        assert reading.found == []
        return
    source = read_yaml(text, file)
    found = list(source.faults)
    if name in ONE_RECORD:
        one, faults = record(source, ONE_RECORD[name])
        good = {(): one} if one else {}
    elif name in BY_ID:
        by_id, faults = records_by_id(source, BY_ID[name], terms=name == "glossary.yaml")
        good = {(key,): value for key, value in by_id.items()}
    else:
        in_order, faults = records_in_order(source, IN_ORDER[name])
        good = {(key,): value for key, value in in_order.items()}
    found += faults
    assert good
    for path, one in good.items():
        for prose in field_prose(one, source, path, found).values():
            assert all(_shown(expression.text) for expression in expressions_in(prose))
    assert found == []


def test_every_example_says_which_file_it_is_of():
    assert re.findall(r"^ *```(?:yaml|csv|markdown) *$|^ +```.*$", GUIDE, re.MULTILINE) == []


def test_there_is_an_example_of_every_file():
    shown = {Path(example.values[0]).name for example in _examples("yaml")}
    assert shown == {*ONE_RECORD, *BY_ID, *IN_ORDER, "theme.yaml"} == set(schemas())


@pytest.mark.parametrize(("file", "text"), _examples("csv"))
def test_examples_of_observations_are_read(file, text, tmp_path):
    indicators = dict(read_workspace(ROOT).records.indicators)
    write_starter(tmp_path)
    indicators |= read_workspace(tmp_path).records.indicators
    reader = ObservationReader(indicators, indicators)
    assert reader.read(read_rows(csv_rows(text, file, reader.found), file, reader.found))
    assert reader.found == []


def test_what_the_first_half_hour_promises(tmp_path):
    """396 and 415 burglaries after 430 are falls of 34 / 430 = 7.9% and 15 / 430 = 3.5%."""
    write_starter(tmp_path)
    table = tmp_path / "content/data/observations.csv"
    before = table.read_text(encoding="utf-8")
    after = before.replace("burglary,Example Town,2024/25,396,", "burglary,Example Town,2024/25,415,")
    for text, change, result in ((before, "7.9%", "met"), (after, "3.5%", "not met")):
        assert change in _section("The first half hour")
        table.write_text(text, encoding="utf-8")
        evidence = Evidence.gather(read_workspace(tmp_path).records, read_period("2025/26"))
        for asked, expected in (("burglary.change", change), ("targets.burglary_2025.outcome", result)):
            assert ENGLISH.show(*evaluate(evidence, parse(asked, Location("x")))) == expected


@pytest.mark.parametrize(("file", "text"), _examples("markdown"))
def test_examples_of_chapters_are_read_and_their_figures_found(file, text):
    prose, faults = parse_markdown(text, Origin(file))
    assert faults == ()
    for expression in expressions_in(prose):
        conditions = ("improved", "worsened", "met")
        if not expression.parts or expression.parts[-1].name not in conditions:
            assert _shown(expression.text)


@pytest.mark.parametrize(("cell", "asks", "prints"), _rows("Expressions", "expression"))
def test_expressions_print_what_the_guide_says(cell, asks, prints):
    assert _shown(_code(cell)[0]) == prints


def test_every_view_of_a_figure_is_explained():
    named = {part.lower() for code in _code(_section("Expressions")) for part in re.findall(r"\w+", code)}
    assert {aspect.value for aspect in Aspect if aspect is not Aspect.VALUE} <= named


def test_other_expressions_in_the_text():
    assert _shown('total_crime.at("2016/17 Q2", "benchmark")', "2016/17 Q2") == "24.2"


@pytest.mark.parametrize(("kind", "written", "also"), _rows("Periods", "period"))
def test_periods_are_read_as_the_guide_says(kind, written, also):
    (canonical,) = _code(written)
    assert str(read_period(canonical)) == canonical
    assert {read_period(other) for other in _code(also)} <= {read_period(canonical)}


@pytest.mark.parametrize(("cell", "why"), _rows("Periods", "refused"))
def test_refused_periods_are_refused(cell, why):
    with pytest.raises(ValueError, match=r"."):
        read_period(_code(cell)[0])


@pytest.mark.parametrize(("cell", "meaning"), _rows("Targets", "amount"))
def test_amounts_are_read(cell, meaning):
    assert all(Amount.parse(text) for text in _code(cell))


@pytest.mark.parametrize("text", ["-7%", "<9%"])
def test_signs_of_amounts_are_refused(text):
    assert f"`{text}`" in _section("Targets")
    with pytest.raises(ValueError, match="is not an amount"):
        Amount.parse(text)


def test_every_kind_of_promise_is_explained_with_an_amount():
    kinds = [_code(row[0])[0].split(": ", 1) for row in _table("Targets", "kind")]
    assert [kind for kind, _ in kinds] == [promise.value for promise in Promise]
    assert all(Amount.parse(amount) for _, amount in kinds)


def test_every_marker_is_explained():
    rows = [(_code(cell)[0], table, sentence) for cell, table, sentence in _table("Observations", "marker")]
    assert rows == [(m.value, marker_words(m), marker_prose(m)) for m in Marker]


@pytest.mark.parametrize(("heading", "models"), KEYS.items(), ids=list(KEYS))
def test_every_key_is_explained_and_no_other(heading, models):
    text = _section(heading)
    known = {name for model in models for name in _fields(model)}
    outside_examples = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert known - {name for code in _code(outside_examples) for name in re.findall(r"\w+", code)} == set()
    rows = [row for rows in _tables(text) if rows[0][0] == "key" for row in rows[1:]]
    assert {name for row in rows for name in _code(row[0])} <= known


@pytest.mark.parametrize("heading", ["The partnership", "Indicators", "Facts and formulas"])
def test_what_the_guide_says_is_needed_is_needed(heading):
    (model,) = KEYS[heading]
    needed = {name for row in _table(heading, "key") if row[1] == "yes" for name in _code(row[0])}
    assert needed == {field.name for field in fields(model) if field.required}


def test_every_column_is_explained():
    assert {_code(row[0])[0] for row in _table("Observations", "column")} == set(COLUMNS)


def test_every_directive_is_explained_with_a_first_line_that_is_read():
    rows = _table("Directives", "directive")
    assert {name for row in rows for name in _code(row[0])} == set(FORMS)
    for row in rows:
        (line,) = _code(row[1])
        name = re.match(r":::\{([a-z-]+)\}", line)
        assert name, line
        form = FORMS[name[1]]
        required = ("alt",) if name[1] == "picture" else form.required
        options = [f":{option}: words" for option in required]
        body = {Body.REQUIRED: ["words"], Body.TABLE: ["| a |", "|---|"]}.get(form.body, [])
        assert parse_markdown("\n".join((line, *options, *body, ":::")), Origin("x.md"))[1] == ()


def test_every_kind_of_chart_and_every_option_is_explained():
    kinds = _table("Charts", "kind")
    assert [_code(row[0])[0] for row in kinds] == list(CHART_KINDS)
    for kind, names, _ in kinds:
        text = f":::{{chart}} {_code(names)[0]}\n:kind: {_code(kind)[0]}\n:headline: words\n:::\n"
        prose, faults = parse_markdown(text, Origin("x.md"))
        assert faults == ()
        assert all(_shown(expression.text, "2016/17 Q2") for expression in expressions_in(prose))
    for heading, directive in (("Charts", "chart"), ("Pictures and alt text", "picture")):
        options = {name.strip(":") for row in _table(heading, "option") for name in _code(row[0])}
        assert options == set(FORMS[directive].options)


def test_links_of_the_guide_lead_somewhere():
    headings = re.findall(r"^##+ (.+)$", re.sub(r"^```.*?^```$", "", GUIDE, flags=re.M | re.S), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    outside = re.sub(r"^```.*?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"\]\(#([^)]+)\)", outside)) <= anchors
