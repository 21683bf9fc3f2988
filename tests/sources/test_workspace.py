from __future__ import annotations

import hashlib
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from sources.example import DATA, PLAN, SUMMARY, findings, good, told

from plangen.diagnostics import ExitCode, Location, PlangenError, Severity
from plangen.document.theme import Colour
from plangen.model.prose import Expression, ProseParagraph
from plangen.sources.schema import schemas
from plangen.sources.starter import write_starter
from plangen.sources.workspace import find_workspace, read_workspace

OWN = Path(__file__).parents[2]


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def test_what_is_read(tmp_path: Path) -> None:
    workspace = read_workspace(good(tmp_path))
    records, plan = workspace.records, workspace.plans["2025-26"]
    assert records.partnership.populations["all"].years[2025].count == 50_000
    assert records.facts["locks_fitted"].value == Decimal(120)
    assert records.places["targets", "safe_2026"] == Location("content/targets.yaml", 2, 3)
    assert records.places["indicators", "burglary"] == Location("content/indicators.yaml", 1, 1)
    assert plan.record.period.text == "2025/26"
    assert plan.places["summary"] == Location(SUMMARY)
    assert plan.places["priorities.yaml#priorities.0"] == Location(f"{PLAN}/priorities.yaml", 2, 5)
    assert set(plan.prose) == {
        "summary",
        "priorities",
        "priorities.yaml#priorities.0.outcomes.0",
        "priorities.yaml#priorities.0.resources",
        "priorities.yaml#priorities.0.actions.0.action",
        "we_said_we_did.yaml#promises.0.said",
    }
    assert workspace.warnings == ()
    assert workspace.theme.colours.navy == Colour("#12436D")


def test_digests_are_of_every_file_that_was_read(tmp_path: Path) -> None:
    root = good(tmp_path)
    digests = read_workspace(root).digests
    names = sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())
    assert list(digests) == names
    assert digests[DATA] == hashlib.sha256((root / DATA).read_bytes()).hexdigest()


def test_only_what_an_edition_needs_is_read(tmp_path: Path) -> None:
    root = good(tmp_path)
    other = root / "content/plans/2026-27"
    shutil.copytree(root / PLAN, other)
    (other / "plan.yaml").write_text("title: [\n", "utf-8")
    workspace = read_workspace(root, ("2025-26",))
    assert list(workspace.plans) == ["2025-26"]
    assert not any(name.startswith("content/plans/2026-27") for name in workspace.digests)
    assert [code for code, _ in findings(root)] == ["PG106"]


def test_an_edition_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlangenError) as problem:
        read_workspace(good(tmp_path), ("2025-27",))
    (finding,) = problem.value.diagnostics
    assert (finding.code, finding.hint) == ("PG130", 'did you mean "2025-26"?')


def test_all_problems_in_one_run_in_order_of_place(tmp_path: Path) -> None:
    root = good(tmp_path)
    edit(root, SUMMARY, "{{ burglary }}", "{{ burglry }}")
    edit(root, DATA, "430", "x")
    edit(root, "content/indicators.yaml", "lead: police", "lead: polce")
    edit(root, "content/targets.yaml", "to: 60%", "to: sixty")
    edit(root, f"{PLAN}/priorities.yaml", "number: 1", "number: 9")
    found = findings(root)
    assert [code for code, _ in found] == ["PG203", "PG303", "PG410", "PG123", "PG123"]
    assert [place.split(":")[0] for _, place in found] == sorted(place.split(":")[0] for _, place in found)


def test_severities_of_warnings_may_be_changed_and_errors_stay(tmp_path: Path) -> None:
    root = good(tmp_path)
    (root / PLAN / "narrative/spare.md").write_text("Spare.\n", "utf-8")
    assert [w.severity for w in read_workspace(root).warnings] == [Severity.WARNING]
    edit(root, "content/partnership.yaml", "area:", "severities: {PG317: info, PG410: info}\narea:")
    assert [w.severity for w in read_workspace(root).warnings] == [Severity.INFO]
    edit(root, SUMMARY, "{{ burglary }}", "{{ burglry }}")
    assert [f.severity for f in told(root)] == [Severity.INFO, Severity.ERROR]
    edit(root, SUMMARY, "{{ burglry }}", "{{ burglary }}")
    edit(root, "content/partnership.yaml", "PG317: info", "PG317: error")
    assert [f.severity for f in told(root)] == [Severity.ERROR]


def test_expressions_in_shared_records(tmp_path: Path) -> None:
    root = good(tmp_path)
    edit(root, "content/indicators.yaml", "  lead: police", "  detail: 'of {{ facts.locks_fitted }} homes'")
    (root / "content/stated.yaml").write_text("- {at: A, said: 5%, ours: '{{ burglary.change }}', source: B}\n")
    prose = read_workspace(root).records.prose
    assert set(prose) == {"indicators.yaml#burglary.detail", "stated.yaml#0.ours"}
    (paragraph,) = prose["stated.yaml#0.ours"].blocks
    assert isinstance(paragraph, ProseParagraph)
    (asked,) = paragraph.content
    assert isinstance(asked, Expression)
    assert (asked.text, str(asked.location)) == ("burglary.change", "content/stated.yaml:1:31")
    edit(root, "content/stated.yaml", "burglary.change", "burglry.change")
    assert findings(root) == [("PG410", "content/stated.yaml:1:31")]


def pack(root: Path, commentary: str) -> None:
    folder = root / "content/packs/2025-26-q1"
    (folder / "commentary").mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "title: Pack\nperiod: 2025/26 Q1\ndate: 2025-07-01\npriorities:\n  - number: 1\n    title: Homes\n"
        "    actions:\n      - ref: '1.1'\n        action: Visit\n        short: Visit\n        lead: police\n"
        "        measures: [{ref: 1.1a, indicator: burglary}, {ref: 1.1b, text: Words}]\n",
        "utf-8",
    )
    (folder / "commentary/1.1.md").write_text(commentary, "utf-8")


def test_a_pack(tmp_path: Path) -> None:
    root = good(tmp_path)
    pack(root, "---\nsigned_off: {by: A. Officer, on: 2025-07-02}\n---\n\nThere were {{ burglary }}.\n")
    found = read_workspace(root, ("2025-26-q1",)).packs["2025-26-q1"]
    assert found.signed["1.1"].by == "A. Officer"
    assert found.prose["1.1"].blocks[0].location.line == 5
    assert "pack.yaml#priorities.0.actions.0.measures.1.text" in found.prose


@pytest.mark.parametrize(
    ("commentary", "code", "line"),
    [
        ("---\nsigned_off: {by: A, on: never}\n---\nText\n", "PG123", 2),
        ("---\nsigned_of: {}\n---\nText\n", "PG120", 2),
        ("---\nsigned_off: [\n---\nText\n", "PG106", 3),
        ("---\nText\n", "PG106", 1),
        ("\n", "PG311", 0),
        ("## Heading\n\nText\n", "PG450", 1),
        ("Text {{ burglry }}\n", "PG410", 1),
    ],
)
def test_faults_of_a_commentary(tmp_path: Path, commentary: str, code: str, line: int) -> None:
    root = good(tmp_path)
    pack(root, commentary)
    found = [f for f in told(root) if f.code == code]
    assert [f.location.line for f in found if f.location] == [line]


def test_references_of_a_pack(tmp_path: Path) -> None:
    root = good(tmp_path)
    pack(root, "Text\n")
    edit(root, "content/packs/2025-26-q1/pack.yaml", "indicator: burglary", "indicator: burglry")
    edit(root, "content/packs/2025-26-q1/pack.yaml", "lead: police", "lead: polce")
    folder = root / "content/packs/2025-26-q1/commentary"
    (folder / "1.1.md").rename(folder / "1.12a.md")
    found = told(root)
    assert [f.code for f in found] == ["PG318", "PG322", "PG321", "PG303", "PG301"]
    assert (
        found[0].hint
        == "name the file by one of the refs in pack.yaml, 1.1, 1.1a, 1.1b, or add 1.12a to pack.yaml"
    )


def test_finding_a_workspace(tmp_path: Path) -> None:
    root = good(tmp_path)
    assert find_workspace(root / PLAN / "narrative") == root.resolve()
    with pytest.raises(PlangenError) as problem:
        find_workspace(tmp_path)
    assert problem.value.diagnostics[0].code == "PG132"


def test_this_workspace_is_good() -> None:
    assert read_workspace(OWN).warnings == ()


def test_the_starter_is_a_good_workspace(tmp_path: Path) -> None:
    written = write_starter(tmp_path / "new" / "town")
    assert tmp_path / "new/town/content/partnership.yaml" in written
    assert read_workspace(tmp_path / "new/town").warnings == ()
    with pytest.raises(PlangenError) as problem:
        write_starter(tmp_path / "new/town")
    assert problem.value.diagnostics[0].code == "PG133"


def test_a_starter_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(PlangenError) as problem:
        write_starter(tmp_path / "file" / "town")
    assert problem.value.diagnostics[0].code == "PG134"
    assert problem.value.exit_code is ExitCode.ENVIRONMENT


def test_schemas_name_every_yaml_file_and_its_keys() -> None:
    found = schemas()
    starter = OWN / "plangen/sources/starter"
    assert {path.name for path in starter.rglob("*.yaml")} <= set(found)
    assert "pack.yaml" in found
    json.dumps(found)
    indicator = found["indicators.yaml"]["$defs"]["Indicator"]
    assert indicator["additionalProperties"] is False
    assert set(indicator["required"]) == {"name", "unit", "polarity", "source"}
    assert found["facts.yaml"]["$defs"]["Fact"]["properties"]["unit"]["default"] == "count"
    assert found["theme.yaml"]["properties"]["colours"]["properties"]["navy"]["default"] == "#12436D"
