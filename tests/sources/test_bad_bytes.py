"""Files that version control or an editor would mangle: made here, byte by byte."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sources.example import DATA, PLAN, SUMMARY, findings, good, told

from plangen.sources import reading

INDICATORS = "content/indicators.yaml"


def windows_1252(root: Path) -> None:
    (root / SUMMARY).write_bytes("Safer homes – café".encode("cp1252"))


def utf_16(root: Path) -> None:
    path = root / DATA
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def zero_byte(root: Path) -> None:
    (root / SUMMARY).write_bytes(b"Words.\nMore\0words.\n")


def escape_character(root: Path) -> None:
    (root / INDICATORS).write_bytes(b"burglary:\n  name: \x1b[31mred\n")


def escaped_zero(root: Path) -> None:
    path = root / INDICATORS
    path.write_text(path.read_text("utf-8").replace("House burglary", '"House\\0burglary"', 1), "utf-8")


def link_out(root: Path) -> None:
    outside = root.parent / "outside.csv"
    outside.write_text("indicator,area,period,value\n", "utf-8")
    (root / "content/data/more.csv").symlink_to(outside)


def link_in_a_circle(root: Path) -> None:
    (root / "content/data/more.csv").symlink_to("more.csv")


def folder_for_a_file(root: Path) -> None:
    (root / SUMMARY).unlink()
    (root / SUMMARY).mkdir()


def pipe_for_a_file(root: Path) -> None:
    os.mkfifo(root / "content/data/more.csv")


def large_yaml(root: Path) -> None:
    (root / "content/glossary.yaml").write_bytes(b"# " + b"x" * 5_000_001)


CASES: list[tuple[Callable[[Path], None], str, str]] = [
    (windows_1252, "PG104", f"{SUMMARY}:1:13"),
    (utf_16, "PG104", DATA),
    (zero_byte, "PG105", f"{SUMMARY}:2:5"),
    (escape_character, "PG105", f"{INDICATORS}:2:9"),
    (escaped_zero, "PG105", f"{INDICATORS}:2:9"),
    (link_out, "PG102", "content/data/more.csv"),
    (link_in_a_circle, "PG102", "content/data/more.csv"),
    (folder_for_a_file, "PG102", SUMMARY),
    (pipe_for_a_file, "PG102", "content/data/more.csv"),
    (large_yaml, "PG103", "content/glossary.yaml"),
]


@pytest.mark.parametrize(("spoil", "code", "place"), CASES, ids=lambda value: getattr(value, "__name__", None))
def test_damaged_file(spoil: Callable[[Path], None], code: str, place: str, tmp_path: Path) -> None:
    root = good(tmp_path)
    spoil(root)
    assert findings(root) == [(code, place)]
    assert told(root)[0].hint


def test_windows_1252_is_named_with_the_character(tmp_path: Path) -> None:
    root = good(tmp_path)
    windows_1252(root)
    assert told(root)[0].message == 'the file is not UTF-8: byte 0x96 would be "–" in Windows-1252'


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    root = good(tmp_path)
    for name in (SUMMARY, DATA, INDICATORS):
        path = root / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(root) == []


def test_a_folder_that_leads_out_is_not_read(tmp_path: Path) -> None:
    root = good(tmp_path)
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (root / PLAN / "narrative").rename(outside / "narrative")
    (root / PLAN / "narrative").symlink_to(outside / "narrative")
    assert {code for code, _ in findings(root)} == {"PG102"}


def test_all_files_together_are_capped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_WHOLE_WORKSPACE", 600)
    codes = {code for code, _ in findings(good(tmp_path))}
    assert "PG103" in codes


def test_unreadable_file(tmp_path: Path) -> None:
    root = good(tmp_path)
    (root / DATA).chmod(0)
    if os.access(root / DATA, os.R_OK):
        pytest.skip("this user may read every file")
    assert findings(root) == [("PG102", DATA)]
