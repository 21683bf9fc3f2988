"""Reading documents for the audit: what they hold, and plain words for those that cannot be read."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from plangen.checks.audit import audited
from plangen.checks.reading import read_writing
from plangen.checks.reading.layout import laid_out_rows
from plangen.diagnostics import PlangenError
from plangen.pipeline.audit import audit

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FAULT = "20 out of 30 (60%) found work."


def problem(path: Path) -> tuple[str, str]:
    with pytest.raises(PlangenError) as caught:
        read_writing(path)
    (found,) = caught.value.diagnostics
    return found.code, found.message


def pdf_of(path: Path, pages: list[list[tuple[float, float, str]]]) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for pieces in pages:
        for left, base, text in pieces:
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return path


def word_of(path: Path, body: str, extra: str = "") -> Path:
    document = f'<?xml version="1.0"?>{extra}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return path


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(rows: list[list[str]]) -> str:
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


@pytest.mark.parametrize(
    "content",
    [
        FAULT.encode(),
        b"\xef\xbb\xbf" + FAULT.encode(),
        FAULT.encode("utf-16"),
        f"Only {FAULT} – \xa35".encode("cp1252"),
        FAULT.replace(" ", "\r\n", 3).encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "windows-1252", "line-ends"],
)
def test_text_in_any_usual_encoding(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "report.txt").write_bytes(content)
    assert [f.recomputed for f in audited(read_writing(tmp_path / "report.txt"))] == ["66.7%"]


def test_program_code_in_markdown_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Words\n\n```\n{FAULT}\n```\n\nand `{FAULT}` so\n")
    assert audited(read_writing(tmp_path / "a.md")) == ()


def test_pdf_sentences_carry_their_page(tmp_path: Path) -> None:
    path = pdf_of(
        tmp_path / "a.pdf",
        [[(72, 700, "Nothing here.")], [(72, 700, "20 out of 30 (60%)"), (72, 686, "found work.")]],
    )
    (finding,) = audited(read_writing(path))
    assert (finding.place.page, finding.recomputed) == (2, "66.7%")


def test_pdf_rows_are_put_together_from_where_their_cells_stand(tmp_path: Path) -> None:
    rows = [
        ("Theft", "10%", "12%", "Up"),
        ("Arson", "8%", "6%", "Down"),
        ("Robbery", "4%", "5%", "Up"),
        ("Fraud", "9%", "7%", "Up"),
    ]
    pieces = [
        (72 + 130 * c, 700 - 20 * r, cell) for c in range(4) for r, row in enumerate(rows) for cell in [row[c]]
    ]
    (finding,) = audited(read_writing(pdf_of(tmp_path / "a.pdf", [pieces])))
    assert (finding.code, finding.recomputed, finding.place.page) == ("PG816", "down", 1)


def grid(rows: list[list[str]], top: float, left: float = 50.0) -> list[tuple[float, float, str]]:
    """Cells in columns 90 points wide, blank ones left out."""
    return [
        (left + 90 * column, top - 16 * number, cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    ]


def test_a_blank_cell_of_a_pdf_stays_blank(tmp_path: Path) -> None:
    rows = [
        ["Offence", "2014/15", "2015/16", "% change"],
        ["Burglary", "960", "1,075", "12%"],
        ["Robbery", "", "35", "-12.5%"],
        ["Theft", "50", "60", "20%"],
        ["Arson", "80", "60", "-35%"],
    ]
    tables = read_writing(pdf_of(tmp_path / "a.pdf", [grid(rows, 780)])).given_tables
    assert [row.cells for row in tables[0].rows][1] == ("Robbery", "", "35", "-12.5%")
    assert tables[0].header == tuple(rows[0])
    found = {(f.code, f.recomputed) for f in audited(read_writing(tmp_path / "a.pdf"))}
    assert found == {("PG817", "-25%")}


def test_a_table_goes_on_at_the_top_of_the_next_page(tmp_path: Path) -> None:
    first = [["Offence", "Spring", "Summer"], ["Burglary", "120", "130"], ["Robbery", "40", "35"]]
    second = [["Arson", "12", "9"], ["Fraud", "8", "6"], ["Total", "180", "190"]]
    pages = [grid(first, 400), grid(second, 800)]
    found = {(f.code, f.recomputed) for f in audited(read_writing(pdf_of(tmp_path / "a.pdf", pages)))}
    assert found == {("PG811", "180")}


def test_a_name_over_two_lines_is_put_together() -> None:
    text = (
        "Measure              2014/15    2015/16\n"
        "Calls answered in\ntime                     80%        85%\nVisits                   70%        75%\n"
        "North\nMeasure              2013/14    2014/15    Change\n"
        "Visits                    12         15         3"
    )
    assert [line.text.split("\t") for line in laid_out_rows(text, 1)] == [
        ["Measure", "2014/15", "2015/16"],
        ["Calls answered in time", "80%", "85%"],
        ["Visits", "70%", "75%"],
        ["North"],
        ["Measure", "2013/14", "2014/15", "Change"],
        ["Visits", "12", "15", "3"],
    ]


def test_word_paragraphs_lists_and_tables(tmp_path: Path) -> None:
    numbered = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    body = (
        paragraph("Of these 29 indicators:")
        + "".join(numbered.format(words) for words in ("21 were green", "4 were amber", "3 were red"))
        + table(
            [["Measure", "Previous", "Current", "Travel"], ["Theft", "10", "12", "▲"], ["Arson", "8", "9", "▼"]]
        )
    )
    found = {(f.code, f.recomputed) for f in audited(read_writing(word_of(tmp_path / "a.docx", body)))}
    assert found == {("PG811", "28"), ("PG816", "up")}


def test_word_split_runs_are_one_sentence(tmp_path: Path) -> None:
    runs = "<w:r><w:t>20 out of </w:t></w:r><w:r><w:t>30 (60%)</w:t></w:r>"
    body = f"<w:p>{runs}<w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    assert [f.recomputed for f in audited(read_writing(word_of(tmp_path / "a.docx", body)))] == ["66.7%"]


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    assert problem(pdf_of(tmp_path / "scan.pdf", [[], []])) == ("PG801", "there is no text in the PDF")


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    path = pdf_of(tmp_path / "a.pdf", [[(72, 700, FAULT)]])
    with pikepdf.open(path) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
        document.save(tmp_path / "no-copy.pdf", encryption=pikepdf.Encryption(owner="o", user=""))
    assert problem(tmp_path / "locked.pdf")[0] == "PG802"
    assert [f.recomputed for f in audited(read_writing(tmp_path / "no-copy.pdf"))] == ["66.7%"]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\nnothing", os.urandom(5000), b"%PDF-1.4\n" + b"1 0 obj<<" * 2000]
)
def test_a_damaged_pdf(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert problem(tmp_path / "a.pdf")[0] in ("PG801", "PG803")


@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_pdf_cut_short_is_read_or_named(tmp_path: Path, tenths: int) -> None:
    whole = pdf_of(tmp_path / "a.pdf", [[(72, 700, FAULT)]] * 20).read_bytes()
    (tmp_path / "b.pdf").write_bytes(whole[: len(whole) * tenths // 10])
    result = audit(tmp_path / "b.pdf")
    assert all(found.code in ("PG801", "PG803") for found in result.problems)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 but no more", os.urandom(5000)])
def test_a_damaged_word_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    assert problem(tmp_path / "a.docx")[0] == "PG803"


def test_an_old_or_encrypted_word_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert problem(tmp_path / "a.docx")[0] == "PG802"


def test_a_word_file_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert problem(word_of(tmp_path / "a.docx", paragraph("&b;"), bomb))[0] == "PG803"


def test_a_word_file_that_unpacks_without_end(tmp_path: Path) -> None:
    assert problem(word_of(tmp_path / "a.docx", paragraph("a" * 60_000_000)))[0] == "PG804"


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "words")
    (tmp_path / "a.docx").write_bytes(buffer.getvalue())
    assert problem(tmp_path / "a.docx")[0] == "PG803"


def test_a_very_large_text_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(100_000_000)
    assert problem(tmp_path / "a.txt") == ("PG804", "the file has 100 MB; at most 10 MB are read")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.txt", b"", "PG801"), ("a.txt", b"a\0b", "PG803"), ("a.odt", b"x", "PG800"), ("a", b"x", "PG800")],
)
def test_files_that_are_no_document(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert problem(tmp_path / name)[0] == code


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert problem(tmp_path / "none.pdf")[0] == "PG101"
    assert problem(tmp_path)[0] == "PG102"


@pytest.mark.parametrize(
    "text",
    [
        "word " * 40_000,
        "1,000 " * 20_000,
        "12% of 30 (" * 10_000,
        "\t" * 1_000_000 + "x",
        "a\n" * 40_000,
        "up to from " * 9_000,
        "a\tb\t1\n" * 5_000,
    ],
    ids=["words", "figures", "shares", "tabs", "lines", "pairs", "rows"],
)
def test_long_lines_end(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    audited(read_writing(tmp_path / "a.txt"))
