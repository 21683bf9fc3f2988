"""Workbooks spoilt by chance, each known by its number: bytes, parts of the package, or what stands in cells."""

from __future__ import annotations

import io
import random
import re
import zipfile
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

_CELLS: tuple[Any, ...] = (
    "Total crime", "House burglary", "ASB", "MSG average", "Total", "Example Town", "Northford", "1.2a", "Q1",
    "Q1 2016/17", "2016/17", "2010-11", "FY17", "Q1 2016", "Apr-16", "Jun-16", "Apr-Jun", "Year to Jun 16", "YTD",
    "Target", "RAG", "Change", "Comment", "Period", "Value", "Indicator", "Year", "Month", "Area", "Numerator",
    "Denominator", "Status", "Ref", "Cohort", "n/a", "<5", "awaited", "..", "15K", "62%", "£1,200", "231*",
    "1 234",
    "=1+1", "=B2", "#DIV/0!", "", " ", "\u202e", "x" * 400, "Q2",
    "Ω", 0, 1, 2016, 1995, 28.06, 0.62, -3, 1e300, 1e-300, True,
    datetime(2016, 4, 1), datetime(2016, 6, 30), 10**15, "Hate crime", "Hate crime (number)", "Burglery", "(12)",
)  # fmt: skip
_TABLES: tuple[list[list[Any]], ...] = (
    [],
    [
        ["Scorecard"],
        ["Ref", "Measure", "2015/16 Q4", "2016/17 Q1", "Target", "Comment"],
        ["1.2a", "Total crime", 27.7, 28.06, 27, "up"],
        ["", "MSG average", 22.8, 24.2],
        ["1.2b", "ASB", "2,669", 3012],
        ["", "Total", 1, 2],
        ["* a note"],
    ],
    [["", "2015/16", "", "2016/17"], ["Measure", "Q3", "Q4", "Q1"], ["House burglary", 1, 2, 3], ["ASB", 4, 5, 6]],
    [["Month", "ASB", "House burglary"], ["Apr 2016", 7, 8], ["May 2016", 9, "<5"], ["Jun 2016", "awaited", 3]],
    [
        ["Area", "KPI", "Period", "Value", "Numerator", "Denominator"],
        ["Example Town", "ASB", "Apr 2016", 5],
        ["Northford", "Repeat domestic abuse cases", "2016/17 Q1", None, 7, 26],
    ],
    [
        ["Recorded crime over twelve months"],
        ["", "2014/15", "2015/16"],
        ["Example Town", 1, 2],
        ["Northford", 3, 4],
    ],
)
_FORMATS = ("General", "0%", '0.0"%"', "mmm-yy", "dd/mm/yyyy", "yyyy", "mmm", "#,##0", "£#,##0", "@", "[h]:mm")


def mutated(number: int) -> bytes:
    """The workbook of that number."""
    chance = random.Random(number)
    data = _written(chance)
    match number % 3:
        case 0:
            return data
        case 1:
            return _other_bytes(data, chance)
        case _:
            return _other_parts(data, chance)


def _written(chance: random.Random) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number in range(chance.randint(1, 3)):
        sheet = book.create_sheet(chance.choice(("KPIs", "2016-17", "Total crime", "S")) + str(number))
        for row in chance.choice(_TABLES):
            sheet.append(row)
        for _ in range(chance.choice((0, 1, 2, 3, 8, 60))):
            cell = sheet.cell(chance.randint(1, 12), chance.randint(1, 8), chance.choice(_CELLS))
            if chance.random() < 0.2:
                cell.number_format = chance.choice(_FORMATS)
            if chance.random() < 0.03:
                cell.font = Font(strike=True)
        if chance.random() < 0.3:
            top, left = chance.randint(1, 8), chance.randint(1, 6)
            sheet.merge_cells(None, top, left, top + chance.randint(0, 3), left + chance.randint(0, 3))
        if chance.random() < 0.1:
            sheet.row_dimensions[chance.randint(1, 9)].hidden = True
            sheet.column_dimensions["BCD"[chance.randint(0, 2)]].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _other_bytes(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(spoilt))
        match chance.randrange(3):
            case 0:
                spoilt[place] = chance.randrange(256)
            case 1:
                del spoilt[place : place + chance.randint(1, 30)]
            case _:
                spoilt[place:place] = chance.randbytes(chance.randint(1, 8))
        if not spoilt:
            break
    return bytes(spoilt)


def _other_parts(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if chance.random() < 0.03:
                continue
            text = old.read(entry).decode("utf-8", "replace")
            if chance.random() < 0.5:
                text = _other_text(text, chance)
            new.writestr(entry.filename, text)
    return out.getvalue()


def _other_text(text: str, chance: random.Random) -> str:
    values = list(re.finditer(r'"[^"]*"|>[^<>]+<|<[^>]+>', text))
    for found in chance.sample(values, min(len(values), chance.randint(1, 4)))[::-1]:
        other = chance.choice(
            (
                "",
                '"-1"',
                '"1048577"',
                '"XFE1"',
                '"nan"',
                ">1E999<",
                ">-5<",
                "<x>",
                "</row>",
                '"0"',
                ">\ufffd<",
                '"true"',
            )
        )
        text = text.replace(found[0], other, 1)
    return text
