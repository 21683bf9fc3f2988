"""Forms filled in as people do, found by their headings and keys."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from intake.pack_workspace import PACK
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from plangen.cli import main

DUE = "2099-10-14"


def called(root: Path, *arguments: str) -> tuple[int, Any]:
    """The exit status of `plangen returns … --json`, and what it printed."""
    done = CliRunner().invoke(main, ["-C", str(root), "returns", *arguments, "--json"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, json.loads(done.stdout)


def issued(root: Path, agency: str = "police", due: str = DUE) -> bytes:
    called(root, "issue", "pack", PACK, "--due", due, "--agency", agency)
    return (root / f"output/returns/{PACK}/{agency}.xlsx").read_bytes()


def opened(data: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def columns(sheet: Worksheet, head: int = 4) -> dict[str, int]:
    return {str(cell.value).split("\n")[0]: cell.column for cell in sheet[head] if cell.value}


def rows(sheet: Worksheet, head: int = 4) -> dict[str, int]:
    return {str(row[0].value): row[0].row for row in sheet.iter_rows(min_row=head + 1) if row[0].value}


def filled(data: bytes, answers: Mapping[str, Mapping[str, object]]) -> bytes:
    """The workbook with texts and numbers by key and heading; "Commentary" and its like go to their own sheet."""
    book = opened(data)
    for key, cells in answers.items():
        sheet = book["Commentary" if key.startswith("c_") else "Figures"]
        for heading, value in cells.items():
            sheet.cell(rows(sheet)[key], columns(sheet)[heading]).value = value
    return saved(book)


def read(root: Path, data: bytes, name: str = "police.xlsx", *arguments: str) -> tuple[int, dict[str, Any]]:
    file = root.parent / name
    file.write_bytes(data)
    code, said = called(root, "read", str(file), *arguments)
    return code, said[0]


def says(said: Mapping[str, Any]) -> dict[str, str]:
    """What was said of each item, by its key; of what has none, by its reference."""
    return {item["key"] or f"{item['ref']}!": item["says"] for item in said["items"]}


def codes(said: Mapping[str, Any]) -> list[str]:
    return [found["code"] for found in said["findings"]]
