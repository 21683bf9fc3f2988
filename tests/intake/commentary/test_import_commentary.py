"""`plangen import COMMENTARY.docx`: what is kept, what is named, what is asked, what is written."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from intake.commentary.word_files import (
    BULLET,
    HEADING,
    NESTED,
    NUMBER,
    SUBHEADING,
    bold_line,
    cell,
    heading,
    paragraph,
    run,
    table,
    word_file,
)
from intake.pack_workspace import PACK, bytes_of, pack_workspace

from plangen.cli import main

LINK = {"l1": "https://www.example.org/a_(b)", "l2": "file:///c:/secret.txt"}
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>Counted on 1 *April*.</w:t></w:r></w:p></w:footnote>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return pack_workspace(tmp_path / "workspace")


def imported(root: Path, data: bytes, *arguments: str, name: str = "Police.docx") -> tuple[int, dict[str, Any]]:
    file = root.parent / name
    file.write_bytes(data)
    call = ["-C", str(root), "import", str(file), "--pack", PACK, "--json", *arguments]
    done = CliRunner().invoke(main, call)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, json.loads(done.stdout)


def markdown(said: dict[str, Any]) -> dict[str, str]:
    return {one["ref"]: one["markdown"] for one in said["commentary"]}


def dropped(said: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["ref"], one["kind"], one["words"]) for one in said["dropped"]]


def codes(said: dict[str, Any]) -> list[str]:
    return [one["code"] for one in said["findings"]]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("1.2a", "1.2a"),
        ("KPI 1.2a – Total crime", "1.2a"),
        ("1.2 (a) Total crime", "1.2a"),
        ("Ref: 1.2A", "1.2a"),
        ("House burglary", "1.2b"),
        ("safe by day", "1.1"),
    ],
)
def test_sections_begin_at_references_and_names(root: Path, text: str, ref: str) -> None:
    _, said = imported(root, word_file(heading(text), paragraph("Words.")), "--check")
    assert markdown(said) == {ref: "Words.\n"}


@pytest.mark.parametrize(
    "text", ["1.5 million pounds were spent", "1.2% fewer", "In 1.2 we say more", "12.05.2016 news"]
)
def test_figures_are_no_references(root: Path, text: str) -> None:
    _, said = imported(root, word_file(heading("1.2a"), bold_line(text), paragraph("Words.")), "--check")
    assert markdown(said) == {"1.2a": f"**{text}**\n\nWords.\n"}
    assert "PG261" not in codes(said)


def test_numbers_that_word_sets_before_headings_are_references(root: Path) -> None:
    def numbered(level: int, text: str) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr>'
        return paragraph(run(text), properties=f"{HEADING}{place}")

    body = numbered(0, "Crime"), numbered(1, "Neighbourhoods"), paragraph("Words.")
    _, said = imported(root, word_file(*body), "--check")
    assert markdown(said) == {"1.2": "Words.\n"}


def test_lists_nest_and_count(root: Path) -> None:
    body = [
        heading("1.2a"),
        paragraph("One", properties=BULLET),
        paragraph("Deeper", properties=NESTED),
        paragraph("Two", properties=BULLET),
        paragraph("Between."),
        paragraph("First", properties=NUMBER),
        paragraph("Second", properties=NUMBER),
        paragraph("Between again."),
        paragraph("Third", properties=NUMBER),
        paragraph("-\ttyped"),
        paragraph("1) typed with a number"),
    ]
    _, said = imported(root, word_file(*body), "--check")
    assert markdown(said)["1.2a"].split("\n\n") == [
        "- One\n  - Deeper\n- Two",
        "Between.",
        "1. First\n2. Second",
        "Between again.",
        "3. Third\n- typed\n1. typed with a number\n",
    ]


def test_emphasis_links_notes_and_characters(root: Path) -> None:
    body = [
        heading("1.2a"),
        paragraph(
            run("It is "), run("much ", "<w:b/>"), run("better", "<w:b/><w:i/>"), run("; “so” they’re told…")
        ),
        paragraph(
            run("See"), '<w:hyperlink r:id="l1"><w:r><w:t xml:space="preserve"> our page</w:t></w:r></w:hyperlink>'
        ),
        paragraph(
            run("Not"), '<w:hyperlink r:id="l2"><w:r><w:t xml:space="preserve"> a file</w:t></w:r></w:hyperlink>'
        ),
        paragraph(run("A note"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(".")),
        paragraph("Part\u2011time\u00a0work, soft\u00adhyphen – and a\u2009thin space"),
    ]
    _, said = imported(root, word_file(*body, links=LINK, parts={"footnotes": NOTE}), "--check")
    assert markdown(said)["1.2a"].split("\n\n") == [
        'It is **much** ***better***; "so" they\'re told...',
        "See [our page](https://www.example.org/a_%28b%29)",
        "Not a file",
        "A note[^1].",
        "Part-time work, softhyphen – and a thin space",
        "[^1]: Counted on 1 \\*April\\*.\n",
    ]
    assert ("1.2a", "link", "a file") in dropped(said)


def test_what_markdown_would_read_is_escaped(root: Path) -> None:
    texts = [
        "a_b *c* [d](e) <f> {{ g }} `h`",
        "# 1 in ten",
        "1. April",
        "> quoted",
        "+ more",
        "C:\\*",
        "A &amp; B",
    ]
    _, said = imported(root, word_file(heading("1.2a"), *map(paragraph, texts)), "--check")
    assert markdown(said)["1.2a"].split("\n\n") == [
        "a\\_b \\*c\\* \\[d\\](e) \\<f> \\{\\{ g \\}\\} \\`h\\`",
        "\\# 1 in ten",
        "1\\. April",
        "\\> quoted",
        "\\+ more",
        "C:\\\\\\*",
        "A \\&amp; B\n",
    ]


def test_tables_of_the_document(root: Path) -> None:
    plain = table([["Scheme", "Amount"], ["A|B", "£1,200"], ["C", "-"]])
    merged = table([["One", "Two"], [cell("Across", properties='<w:gridSpan w:val="2"/>')]])
    nested = table([["Head", "Other"], [cell("Outer", table([["inner words"]])), "x"]])
    _, said = imported(root, word_file(heading("1.2a"), plain, merged, nested), "--check")
    assert markdown(said)["1.2a"] == (
        "| Scheme | Amount |\n|---|--:|\n| A\\|B | £1,200 |\n| C | - |\n"
        "\n| Head | Other |\n|---|---|\n| Outer | x |\n"
    )
    assert ("1.2a", "merged table", "One Two Across") in dropped(said)
    assert ("1.2a", "nested table", "inner words") in dropped(said)


def test_a_table_whose_first_column_holds_references(root: Path) -> None:
    body = table(
        [
            ["KPI", "Measure", "Update"],
            ["1.2a", "Total crime", cell("Fewer.", "And safer.")],
            ["", "", "More below."],
            ["1.2b", "House burglary", "TBC"],
            ["9.1", "Other", "Lost"],
        ]
    )
    code, said = imported(root, word_file(paragraph("Dear all"), body), "--check")
    assert (code, said["outcome"]) == (1, "open")
    assert markdown(said) == {"1.2a": "Fewer.\n\nAnd safer.\n\nMore below.\n"}
    assert codes(said) == ["PG261"]
    assert dropped(said)[:2] == [("", "before", "Dear all"), ("", "column", "Measure")]
    assert ("1.2b", "nothing written", "TBC") in dropped(said)


def test_headings_within_a_section_are_bold(root: Path) -> None:
    body = word_file(heading("1.2a"), paragraph(run("Next steps"), properties=SUBHEADING), paragraph("More."))
    _, said = imported(root, body, "--check")
    assert markdown(said)["1.2a"] == "**Next steps**\n\nMore.\n"


def test_what_is_not_kept_is_named_with_its_place(root: Path) -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData>"
        "<wps:txbx>"
        "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        "</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>again</w:t></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    chart = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="c" descr="Crime by month"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    equation = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12 May</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    comment = '<w:r><w:commentReference w:id="4"/></w:r>'
    body = [
        paragraph("Dear all"),
        heading("1.2a"),
        paragraph(run("Kept"), box, chart, equation, field, comment, run(" green", '<w:color w:val="00B050"/>')),
        paragraph(run("secret", "<w:vanish/>"), run("blue", '<w:color w:val="0070C0"/>')),
    ]
    parts = {
        "comments": '<w:comment w:id="4"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment>',
        "header": "<w:p><w:r><w:t>Official</w:t></w:r></w:p>",
    }
    _, said = imported(root, word_file(*body, parts=parts), "--check")
    assert markdown(said)["1.2a"] == "Kept green\n\nblue\n"
    assert dropped(said) == [
        ("", "before", "Dear all"),
        ("1.2a", "text box", "In a box"),
        ("1.2a", "chart", "Crime by month"),
        ("1.2a", "equation", "a+b"),
        ("1.2a", "field", "12 May"),
        ("1.2a", "comment", "Is this right?"),
        ("1.2a", "colour", "green"),
        ("1.2a", "hidden text", "secret"),
        ("", "header", "Official"),
    ]


def test_tracked_changes_are_decided_by_people(root: Path) -> None:
    when = 'w:id="1" w:author="A" w:date="2016-10-10T09:00:00Z"'
    mark = f"<w:pPr><w:rPr><w:del {when}/></w:rPr></w:pPr>"
    row = f"<w:tr><w:trPr><w:del {when}/></w:trPr>{cell('gone')}{cell('1')}</w:tr>"
    body = [
        heading("1.2a"),
        f"<w:p>{mark}{run('One line')}<w:del {when}><w:r><w:delText> too long</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:moveTo {when}>{run(' moved here')}</w:moveTo>{run('.')}</w:p>",
        f"<w:p><w:moveFrom {when}>{run('moved here')}</w:moveFrom>{run('Left.')}</w:p>",
        table([["Name", "Count"], ["kept", "2"]]).replace("</w:tbl>", f"{row}</w:tbl>"),
    ]
    data = word_file(*body)
    code, said = imported(root, data)
    assert (code, said["outcome"], said["commentary"], codes(said)) == (1, "open", [], ["PG262"])
    _, accepted = imported(root, data, "--check", "--tracked", "accept")
    head = "| Name | Count |\n|---|--:|\n| kept | 2 |"
    assert markdown(accepted)["1.2a"] == f"One line moved here.\n\nLeft.\n\n{head}\n"
    _, rejected = imported(root, data, "--check", "--tracked", "reject")
    assert markdown(rejected)["1.2a"] == (f"One line too long\n\n.\n\nmoved hereLeft.\n\n{head}\n| gone | 1 |\n")


def test_sign_offs(root: Path) -> None:
    signed = paragraph("Signed off by Jo O'Neill: Head, Crime, on 12 Oct 2016")
    _, own = imported(
        root, word_file(heading("1.2a"), paragraph("A."), signed, heading("1.2b"), paragraph("B.")), "--check"
    )
    by = {"by": "Jo O'Neill: Head, Crime", "on": "2016-10-12"}
    assert [one["signed_off"] for one in own["commentary"]] == [by, None]
    everybody = word_file(heading("1.2a"), paragraph("A."), heading("1.2b"), paragraph("B."), signed)
    code, both = imported(root, everybody)
    assert [one["signed_off"] for one in both["commentary"]] == [by, by]
    assert markdown(both)["1.2b"] == "B.\n"
    assert code == 0
    again = imported(root, everybody)[1]
    assert [one["state"] for one in again["commentary"]] == ["same", "same"]


def test_a_sign_off_of_no_day_stays_text(root: Path) -> None:
    _, said = imported(root, word_file(heading("1.2a"), paragraph("Signed off by A, 31 June 2016")), "--check")
    assert markdown(said)["1.2a"] == "Signed off by A, 31 June 2016\n"


def test_written_files_and_lists(root: Path) -> None:
    before = bytes_of(root)
    data = word_file(heading("1.2a"), paragraph("A."), heading("1.2a"), paragraph("{{ x }}"))
    code, said = imported(root, data, "--signed-off", "Example Police", "--on", "2016-10-12", name='A, "b".docx')
    assert (code, codes(said)) == (0, ["PG265"])
    head = "---\nsigned_off: {by: Example Police, on: 2016-10-12}\n---\n\n"
    path = f"content/packs/{PACK}/commentary/1.2a.md"
    assert (root / path).read_text() == f"{head}A.\n\n\\{{\\{{ x \\}}\\}}\n"
    (row,) = csv.DictReader((root / "content/imports/received.csv").read_text().splitlines())
    assert (row["sha256"], row["file"], row["bytes"]) == (said["sha256"], 'A, "b".docx', str(len(data)))
    assert set(bytes_of(root)) - set(before) == {path, "content/imports/received.csv"}
    after = bytes_of(root)
    assert imported(root, data, "--signed-off", "Example Police", "--on", "2016-10-12")[0] == 0
    assert bytes_of(root) == after


def test_a_commentary_with_other_words_is_kept_unless_taken(root: Path) -> None:
    before = bytes_of(root)
    data = word_file(heading("1.1"), paragraph("Other words."), heading("1.2a"), paragraph("New."))
    code, said = imported(root, data)
    assert (code, said["outcome"], codes(said)) == (1, "open", ["PG263"])
    assert bytes_of(root) == before
    code, said = imported(root, data, "--changed", "keep")
    assert (code, said["findings"][0]["severity"]) == (0, "warning")
    mine = f"content/packs/{PACK}/commentary/1.1.md"
    assert bytes_of(root)[mine] == before[mine]
    code, said = imported(root, data, "--changed", "take")
    assert (code, (root / mine).read_text()) == (0, "Other words.\n")
    (row,) = csv.DictReader((root / "content/imports/changes.csv").read_text().splitlines())
    assert (row["category"], row["kind"], len(row["old"])) == ("1.1", "commentary", 64)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.doc", b"x", "PG244"),
        ("a.odt", b"x", "PG244"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "PG243"),
        ("a.docx", b"PK\x03\x04", "PG214"),
        ("a.docx", word_file(whole="<!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>"), "PG214"),
        ("a.docx", word_file(whole="<w>" * 5000), "PG214"),
        ("a.docx", word_file(paragraph("a" * 51_000_000)), "PG215"),
    ],
)
def test_files_that_are_not_read(root: Path, name: str, data: bytes, code: str) -> None:
    before = bytes_of(root)
    status, said = imported(root, data, name=name)
    assert (status, said["outcome"], codes(said)) == (1, "refused", [code])
    assert bytes_of(root) == before


def test_a_heading_with_the_name_of_another_measure(root: Path) -> None:
    _, said = imported(root, word_file(heading("1.2a House burglary"), paragraph("Words.")), "--check")
    assert (said["commentary"], codes(said)) == ([], ["PG261"])


@pytest.mark.parametrize("arguments", [[], ["--pack", "none"], ["--pack", PACK, "--on", "2016-01-01"]])
def test_usage(root: Path, arguments: list[str]) -> None:
    (root / "a.docx").write_bytes(word_file(heading("1.2a"), paragraph("Words.")))
    done = CliRunner().invoke(main, ["-C", str(root), "import", str(root / "a.docx"), *arguments])
    assert done.exit_code == (1 if "none" in arguments else 2)


def test_what_people_read(root: Path) -> None:
    (root / "a.docx").write_bytes(word_file(paragraph("Dear all"), heading("1.2a"), paragraph("Words.")))
    done = CliRunner().invoke(main, ["-C", str(root), "import", str(root / "a.docx"), "--pack", PACK])
    assert done.stdout.splitlines()[:5] == [
        f"a.docx: 1 commentary for the pack {PACK}",
        "  1.2a  new, 1 word, not signed off",
        "Not kept:",
        "  document  before: Dear all",
        f"Written: content/imports/received.csv, content/packs/{PACK}/commentary/1.2a.md",
    ]
    assert "PG322" in done.stderr
