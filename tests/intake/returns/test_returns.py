"""`plangen returns`: forms issued, filled, read back by name, accepted item by item, and kept."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from intake.pack_workspace import PACK, bytes_of, pack_workspace
from intake.returns.filled import called, codes, columns, filled, issued, opened, read, rows, saved, says

from plangen.diagnostics import Severity
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.check import check
from plangen.sources.markdown import parse_markdown
from plangen.sources.places import Origin

ANSWERS = {
    "v_001": {"This quarter": 29.92, "Provisional?": "yes", "Remark": "Counted on 3 October"},
    "v_003": {"This quarter": 58},
    "v_004": {"Not available because": "data lag"},
    "c_1_2a": {
        "Commentary": "Crime rose.\n• More * patrols",
        "Signed off by": "Jo Smith",
        "On": "12 October 2016",
    },
}


def test_a_form_is_the_same_bytes_whenever_it_is_issued(root: Path) -> None:
    called(root, "issue", "pack", PACK, "--due", "2016-10-14")
    first = bytes_of(root)
    called(root, "issue", "pack", PACK, "--due", "2016-10-14")
    assert bytes_of(root) == first
    assert {f"output/returns/{PACK}/{name}" for name in ("police.xlsx", "police.docx", "health.xlsx")} <= set(
        first
    )
    assert first[f"content/returns/{PACK}/police.yaml"].count(b"digest:") == 1


def test_what_a_form_shows(root: Path) -> None:
    book = opened(issued(root))
    assert book.sheetnames == ["Read me", "Figures", "Commentary", "plangen"]
    assert book["plangen"].sheet_state == "veryHidden"
    told = " ".join(str(cell.value) for row in book["Read me"].iter_rows() for cell in row if cell.value)
    for words in ("Example Police", "2016/17 Q2", "14 October 2099", "team@example.org", "yellow cells", "names"):
        assert words in told
    sheet = book["Figures"]
    heads = columns(sheet)
    assert list(heads) == [
        *("Key", "Ref", "Measure", "What it counts", "Unit", "Same quarter last year", "Last quarter"),
        *("This quarter", "Change", "Provisional?", "Not available because", "Remark"),
    ]
    shown = {
        key: [sheet.cell(row, heads[name]).value for name in ("Ref", "Same quarter last year", "Last quarter")]
        for key, row in rows(sheet).items()
    }
    assert shown == {
        "v_001": ["1.2a", 27.5, 28.06],
        "v_002": ["1.2a", 24.1, 24.2],
        "v_003": ["1.2b", 61, "*"],
        "v_004": ["1.4", None, 3],
    }
    assert sheet.column_dimensions["A"].hidden
    assert [book[name]["B1"].value for name in ("Read me", "Figures", "Commentary")] == ["OFFICIAL"] * 3
    everything = " ".join(zipfile.ZipFile(io.BytesIO(issued(root))).read("xl/sharedStrings.xml").decode().split())
    assert "Clients who complete" not in everything


def test_only_yellow_cells_can_be_written_and_excel_stops_what_is_impossible(root: Path) -> None:
    book = opened(issued(root, "council"))
    sheet = book["Figures"]
    value = sheet.cell(rows(sheet)["v_001"], columns(sheet)["This quarter"])
    assert sheet.protection.sheet
    assert not value.protection.locked
    assert value.number_format == '0.0"%"'
    assert [
        cell.coordinate for row in sheet.iter_rows(min_row=5, max_row=5) for cell in row if cell.protection.locked
    ]
    rule = next(rule for rule in sheet.data_validations.dataValidation if value.coordinate in rule.sqref)
    assert (rule.type, rule.formula1, rule.formula2, rule.errorStyle) == ("decimal", "0", "100", None)
    assert {"v_001", "n_001", "c_1_1"} <= set(book.defined_names)


def test_read_says_each_item_and_changes_no_figure(root: Path) -> None:
    data = filled(issued(root), ANSWERS)
    before = bytes_of(root)
    code, said = read(root, data)
    assert code == 0
    assert says(said) == {
        "v_001": "new 29.92",
        "v_002": "left empty",
        "v_003": "new 58",
        "v_004": "not available: data lag",
        "c_1_2": "left empty: commentary",
        "c_1_2a": "new commentary of 4 words",
        "c_1_2b": "left empty: commentary",
        "c_1_4": "left empty: commentary",
    }
    after = bytes_of(root)
    kept = f"content/returns/{PACK}/files/{said['sha256'][:12]}-police.xlsx"
    assert set(after) - set(before) == {kept}
    assert {name for name in before if before[name] != after[name]} == {f"content/returns/{PACK}/police.yaml"}
    assert after[kept] == data
    code, again = read(root, data)
    assert (code, again["known"]) == (0, True)
    assert bytes_of(root) == after


def test_accept_writes_items_with_their_origin(root: Path) -> None:
    _, said = read(root, filled(issued(root), ANSWERS))
    code, done = called(root, "accept", "pack", PACK, "police", "--all")
    assert code == 0
    written = list(csv.DictReader((root / f"content/data/returns-{PACK}.csv").read_text().splitlines()))
    short = said["sha256"][:12]
    assert [(row["indicator"], row["period"], row["value"], row["status"], row["origin"]) for row in written] == [
        ("total_crime", "2016/17 Q2", "29.92", "provisional", f"{short} Figures!v_001"),
        ("house_burglary", "2016/17 Q2", "58", "", f"{short} Figures!v_003"),
    ]
    assert written[0]["note"] == "Counted on 3 October"
    text = (root / f"content/packs/{PACK}/commentary/1.2a.md").read_text()
    assert text == ("---\nsigned_off: {by: Jo Smith, on: 2016-10-12}\n---\n\nCrime rose.\n\n- More \\* patrols\n")
    assert not [f for f in check(root, (EditionName.of(EditionKind.PACK, PACK),)) if f.code.startswith("PG2")]
    assert called(root, "status", "pack", PACK)[1][1]["state"] == "accepted"
    after = bytes_of(root)
    assert called(root, "accept", "pack", PACK, "police", "--all")[0] == 0
    assert bytes_of(root) == after
    assert {item["became"] for item in done if item["state"] == "not available"} == {"noted; no figure is written"}


def test_items_are_accepted_one_by_one(root: Path) -> None:
    read(root, filled(issued(root), ANSWERS))
    assert called(root, "accept", "pack", PACK, "police", "1.2b")[0] == 0
    written = list(csv.DictReader((root / f"content/data/returns-{PACK}.csv").read_text().splitlines()))
    assert [row["indicator"] for row in written] == ["house_burglary"]
    assert called(root, "status", "pack", PACK)[1][1]["state"] == "returned"
    assert called(root, "accept", "pack", PACK, "police", "9.9")[0] == 1


@pytest.mark.parametrize(
    ("cell", "number_format", "expected"),
    [
        (0.62, '0.0"%"', "unclear: 0.62: 62% or 0.62%?"),
        (162, '0.0"%"', "not allowed: 162 is above 100%"),
        ("=1+", "General", "unclear: a formula that nobody computed; open the form in Excel and save it"),
    ],
)
def test_what_cannot_be_accepted_needs_a_decision(
    root: Path, cell: object, number_format: str, expected: str
) -> None:
    book = opened(issued(root, "council"))
    sheet = book["Figures"]
    one = sheet.cell(rows(sheet)["v_001"], columns(sheet)["This quarter"])
    one.value, one.number_format = cell, number_format
    code, said = read(root, saved(book), "council.xlsx")
    assert (code, says(said)["v_001"]) == (1, expected)


def test_open_items_are_not_accepted(root: Path) -> None:
    read(root, filled(issued(root, "council"), {"v_001": {"This quarter": 162}}), "council.xlsx")
    before = bytes_of(root)
    code, said = called(root, "accept", "pack", PACK, "council", "--all")
    assert (code, [found["code"] for found in said]) == (1, ["PG276"])
    assert bytes_of(root) == before


def typed_here(root: Path, value: str) -> None:
    with (root / "content/data/observations.csv").open("a") as file:
        file.write(f"total_crime,Example Town,2016/17 Q2,{value},,,,\n")


def test_a_conflict_needs_somebody_to_say_whose(root: Path) -> None:
    form = issued(root)
    typed_here(root, "29.9")
    code, said = read(root, filled(form, ANSWERS))
    expected = "changed since by us: ours 29.9, theirs 29.92 (typed here after the form was issued)"
    assert (code, says(said)["v_001"]) == (1, expected)
    assert called(root, "accept", "pack", PACK, "police", "1.2a")[0] == 1
    assert called(root, "accept", "pack", PACK, "police", "1.2a", "--take", "theirs")[0] == 1
    before = bytes_of(root)
    code, _ = called(root, "accept", "pack", PACK, "police", "1.2a", "--take", "theirs", "--reason", "Typing slip")
    assert code == 0
    lines = (root / "content/data/observations.csv").read_text().splitlines()
    assert lines[0] == "indicator,area,period,value,series,base,category,note,status"
    assert lines[-1] == "total_crime,Example Town,2016/17 Q2,29.92,,,,,provisional"
    assert lines[1] == before["content/data/observations.csv"].decode().splitlines()[1] + ","
    (change,) = csv.DictReader((root / "content/imports/changes.csv").read_text().splitlines())
    told = change["old"], change["new"], change["kind"], change["reason"], change["origin"]
    assert told == ("29.9", "29.92", "correct", "Typing slip", f"{said['sha256'][:12]} Figures!v_001")
    (came,) = csv.DictReader((root / "content/imports/received.csv").read_text().splitlines())
    assert (came["sha256"], came["imported"], came["by"]) == (said["sha256"], change["date"], "police")


def test_ours_can_be_kept(root: Path) -> None:
    form = issued(root)
    typed_here(root, "29.9")
    read(root, filled(form, {"v_001": ANSWERS["v_001"]}))
    before = bytes_of(root)
    assert called(root, "accept", "pack", PACK, "police", "1.2a", "--take", "ours")[0] == 0
    after = bytes_of(root)
    assert {name for name in after if after[name] != before.get(name)} == {f"content/returns/{PACK}/police.yaml"}
    assert called(root, "status", "pack", PACK)[1][1]["state"] == "accepted"


def test_a_second_form_says_what_changed_since_the_first(root: Path) -> None:
    form = issued(root)
    read(root, filled(form, ANSWERS))
    called(root, "accept", "pack", PACK, "police", "--all")
    code, said = read(root, filled(form, {**ANSWERS, "v_001": {"This quarter": 30.1}}), "police again.xlsx")
    assert (code, says(said)["v_001"]) == (1, "changed since you last sent it: 29.92, now 30.1")
    assert says(said)["v_003"] == "unchanged"
    assert called(root, "status", "pack", PACK)[1][1]["state"] == "changed after acceptance"


def test_states_in_their_order(root: Path) -> None:
    def state() -> tuple[str, bool]:
        one = next(one for one in called(root, "status")[1] if one["agency"] == "police")
        return one["state"], one["late"]

    assert state() == ("not issued", False)
    form = issued(root, due="2016-10-14")
    assert state() == ("issued", False)
    read(root, filled(form, ANSWERS))
    assert state() == ("late", True)
    assert called(root, "ask", "pack", PACK, "police", "1.2a", "Is it 29.92?")[0] == 0
    assert state() == ("asked", True)
    assert called(root, "ask", "pack", PACK, "police", "7.7", "What?")[0] == 1
    called(root, "accept", "pack", PACK, "police", "--all")
    assert state() == ("accepted", True)


def test_locked_missing_and_added_rows(root: Path) -> None:
    book = opened(filled(issued(root), ANSWERS))
    sheet = book["Figures"]
    heads, places = columns(sheet), rows(sheet)
    sheet.cell(places["v_001"], heads["Last quarter"]).value = 28.1
    sheet.cell(20, heads["Measure"]).value = "Another measure"
    sheet.cell(20, heads["This quarter"]).value = 7
    sheet.delete_rows(places["v_004"])
    _, said = read(root, saved(book))
    lines = [item["says"] for item in said["items"]]
    assert "locked cell altered: last quarter says 28.1, we issued 28.06; ours is kept" in lines
    assert "missing from the form: Position among similar areas" in lines
    assert "added by them, not ours: row 19" in lines


def test_refused_whole(root: Path, tmp_path: Path) -> None:
    form = filled(issued(root), ANSWERS)
    other = pack_workspace(tmp_path / "other" / "workspace")
    called(other, "issue", "pack", PACK)
    file = other / "content/partnership.yaml"
    file.write_text(file.read_text().replace("Example Town Community", "Northford Community"))
    assert codes(read(other, form)[1]) == ["PG271"]
    stray = opened(form)
    del stray["plangen"], stray["Read me"]
    assert codes(read(root, saved(stray))[1]) == ["PG270"]
    assert codes(read(root, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))[1]) == ["PG243"]
    assert codes(read(root, b"x", "police.ods")[1]) == ["PG244"]
    assert codes(read(root, b"PK\3\4")[1]) == ["PG214"]
    health = opened(issued(root, "health"))["Figures"]
    mixed = opened(form)
    for place in ("B5", "C5"):
        mixed["Figures"][place].value = health[place].value
    assert codes(read(root, saved(mixed))[1]) == ["PG274"]
    assert not (root / f"content/returns/{PACK}/files").exists()


def test_the_form_of_another_edition(root: Path) -> None:
    old = filled(issued(root), ANSWERS)
    later = root / "content/packs/2016-17-q3"
    later.mkdir()
    text = (root / f"content/packs/{PACK}/pack.yaml").read_text()
    (later / "pack.yaml").write_text(text.replace("2016/17 Q2", "2016/17 Q3"))
    called(root, "issue", "pack", "2016-17-q3")
    code, said = read(root, old)
    assert (code, codes(said)) == (1, ["PG272"])
    assert said["findings"][0]["message"] == "this is the form of 2016/17 Q2"
    assert says(read(root, old, "police.xlsx", "--pack", PACK)[1])["v_001"] == "new 29.92"


def test_an_older_issue_is_read(root: Path) -> None:
    old = filled(issued(root), ANSWERS)
    issued(root, due="2099-12-01")
    code, said = read(root, old)
    assert (code, codes(said), says(said)["v_001"]) == (0, ["PG273"], "new 29.92")
    assert called(root, "accept", "pack", PACK, "police", "--all")[0] == 0


def test_a_restricted_indicator_is_in_its_leads_form_only(root: Path) -> None:
    file = root / "content/indicators.yaml"
    both = file.read_text().replace(
        "name: Residents who feel safe by day,", "name: Residents who feel safe by day, restricted: yes,"
    )
    file.write_text(both.replace("source: Survey, lead: council", "source: Survey, lead: health"))
    for agency, holds in (("council", False), ("health", True)):
        names = zipfile.ZipFile(io.BytesIO(issued(root, agency))).read("xl/sharedStrings.xml").decode()
        assert ("Residents who feel safe by day" in names) is holds


def test_a_workbook_and_a_word_form_go_together(root: Path) -> None:
    import re

    data = filled(issued(root), {"v_001": ANSWERS["v_001"]})
    read(root, data)
    word = (root / f"output/returns/{PACK}/police.docx").read_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            if name == "word/document.xml":
                for tag, words in (("c_1_2b", "<w:p><w:r><w:t>Burglary fell.</w:t></w:r></w:p>"),):
                    text = re.sub(
                        rf'(<w:tag w:val="{tag}"/>.*?)<w:showingPlcHdr/>(.*?<w:sdtContent>).*?(</w:sdtContent>)',
                        rf"\1\2{words}\3",
                        text,
                        count=1,
                    )
                for tag, words in (("signed_by", "Jo Smith"), ("signed_on", "12 October 2016")):
                    text = re.sub(
                        rf'(<w:tag w:val="{tag}"/>.*?)<w:showingPlcHdr/>(.*?<w:sdtContent>).*?(</w:sdtContent>)',
                        rf"\1\2<w:r><w:t>{words}</w:t></w:r>\3",
                        text,
                        count=1,
                    )
            after.writestr(name, text)
    code, said = read(root, buffer.getvalue(), "police.docx")
    assert (code, says(said)) == (
        0,
        {
            "c_1_2": "left empty: commentary",
            "c_1_2a": "left empty: commentary",
            "c_1_2b": "new commentary of 2 words",
            "c_1_4": "left empty: commentary",
        },
    )
    assert called(root, "accept", "pack", PACK, "police", "--all")[0] == 0
    assert "29.92" in (root / f"content/data/returns-{PACK}.csv").read_text()
    head = "---\nsigned_off: {by: Jo Smith, on: 2016-10-12}\n---\n\n"
    assert (root / f"content/packs/{PACK}/commentary/1.2b.md").read_text() == f"{head}Burglary fell.\n"


def test_text_of_a_cell_prints_its_words(root: Path) -> None:
    text = "# not a heading\n\n1. April {{ x }} * _y_ [z](w)\n• one\n- two\r\n3) three"
    _, said = read(root, filled(issued(root), {"c_1_4": {"Commentary": text}}))
    words = next(item["markdown"] for item in said["items"] if item["key"] == "c_1_4")
    assert words == (
        "\\# not a heading\n\n1\\. April \\{\\{ x \\}\\} \\* \\_y\\_ \\[z\\](w)\n\n- one\n- two\n3. three\n"
    )
    assert not [f for f in parse_markdown(words, Origin("a.md"), False)[1] if f.severity is Severity.ERROR]


def archived(root: Path) -> tuple[int, str]:
    from click.testing import CliRunner

    from plangen.cli import main

    call = ["-C", str(root), "archive", "add", "pack", PACK, "--version", "1.0"]
    done = CliRunner().invoke(main, [*call, "--approved-by", "The board", "--approved-on", "2016-11-01"])
    return done.exit_code, done.output


def publishable(root: Path) -> None:
    file = root / "content/partnership.yaml"
    more = "alternative_formats: Ask us., accessibility_statement: https://www.example.org/a, contact:"
    file.write_text(file.read_text().replace("contact:", more, 1))
    for ref in ("1.4", "2.2"):
        path = root / f"content/packs/{PACK}/commentary/{ref}.md"
        path.write_text("---\nsigned_off: {by: Example Council, on: 2016-10-01}\n---\n\nWork goes on.\n")


def test_what_came_back_is_archived_beside_the_edition(root: Path) -> None:
    from plangen.pipeline.history.archived_edition import files_of, kept
    from plangen.pipeline.history.place import find_archive

    publishable(root)
    form = issued(root)
    _, said = read(root, filled(form, ANSWERS))
    called(root, "accept", "pack", PACK, "police", "--all")
    code, output = archived(root)
    assert code == 0, output
    archive, name = find_archive(root, None).open(), EditionName.of(EditionKind.PACK, PACK)
    files = files_of(archive, name, kept(archive, name))
    assert {path for path in files if path.startswith("received/")} == {
        "received/police.yaml",
        f"received/files/{said['sha256'][:12]}-police.xlsx",
    }
    assert not [path for path in files if path.startswith("inputs/content/returns")]
    late = read(root, filled(form, {**ANSWERS, "v_003": {"This quarter": 60}}), "late.xlsx")
    assert says(late[1])["v_003"] == "changed since you last sent it: 58, now 60"
    assert called(root, "status", "pack", PACK)[1][1]["state"] == "too late"
    code, refused = called(root, "accept", "pack", PACK, "police", "1.2b", "--take", "theirs")
    assert (code, [one["code"] for one in refused]) == (1, ["PG275", "PG276"])
    code, _ = called(root, "accept", "pack", PACK, "police", "1.2b", "--take", "theirs", "--reason", "Recount")
    assert code == 0
    row = next(
        row
        for row in csv.DictReader((root / f"content/data/returns-{PACK}.csv").read_text().splitlines())
        if row["indicator"] == "house_burglary"
    )
    assert (row["value"], row["status"], row["was"]) == ("60", "revised", "58")


def test_what_we_put_into_a_cell_is_asked_of_nobody(root: Path) -> None:
    with (root / "content/data/observations.csv").open("a") as file:
        file.write(
            "safe_day,Example Town,2016/17 Q2,0.5,,,,\ncompletions,Example Town,2016/17 Q2,not published,,,,\n"
        )
    for agency in ("council", "health"):
        code, said = read(root, issued(root, agency), f"{agency}.xlsx")
        assert (code, says(said)["v_001"]) == (0, "unchanged")


def test_small_numbers_are_kept_and_said(root: Path) -> None:
    code, said = read(root, filled(issued(root), {"v_003": {"This quarter": 4}}))
    assert (code, codes(said), says(said)["v_003"]) == (0, ["PG247"], "new 4")
