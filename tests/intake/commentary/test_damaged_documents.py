"""Damaged and hostile Word files: a finding or a right reading, soon and in bounded memory."""

from __future__ import annotations

import copy
import io
import random
import re
import signal
import zipfile
from collections.abc import Iterator
from types import FrameType
from xml.etree import ElementTree

import pytest
from intake.commentary.word_files import (
    BULLET,
    NESTED,
    NUMBER,
    bold_line,
    cell,
    heading,
    paragraph,
    run,
    table,
    word_file,
)

from plangen.diagnostics import PlangenError
from plangen.intake.commentary.opening import open_commentary
from plangen.intake.commentary.references import PackReferences
from plangen.intake.commentary.runs import Tracked
from plangen.intake.commentary.understanding import understand

CODES = {"PG214", "PG215", "PG243"}
REFERENCES = PackReferences(("1.1", "1.2", "1.2a", "1.4"), {"house burglary": ("1.4",)}, {"1.4": "house_burglary"})
SECONDS = 10
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
WHEN = 'w:id="1" w:author="A" w:date="2016-10-10T09:00:00Z"'
WHOLE = word_file(
    paragraph("Dear all"),
    heading("1.2a Total crime"),
    paragraph(run("Some "), run("bold", "<w:b/>"), run(" and italic", "<w:i/>"), FIELD),
    paragraph("One", properties=BULLET),
    paragraph("Two", properties=NESTED),
    paragraph("Three", properties=NUMBER),
    table([["Scheme", "Amount"], ["A", "1"], [cell("Across", properties='<w:gridSpan w:val="2"/>')]]),
    f"<w:p><w:ins {WHEN}>{run('put in')}</w:ins>"
    f"<w:del {WHEN}><w:r><w:delText>taken</w:delText></w:r></w:del></w:p>",
    bold_line("1.1 More"),
    paragraph(run("See"), '<w:hyperlink r:id="l1"><w:r><w:t> our page</w:t></w:r></w:hyperlink>'),
    '<w:sdt><w:sdtPr><w:tag w:val="c_1_4"/></w:sdtPr><w:sdtContent>'
    f"{paragraph('In a box')}</w:sdtContent></w:sdt>",
    table([["Ref", "Update"], ["1.2", "From a row"], ["", "and more"]]),
    paragraph("Signed off by A, 12 October 2016"),
    links={"l1": "https://www.example.org"},
    parts={
        "footnotes": '<w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>',
        "comments": '<w:comment w:id="4"><w:p><w:r><w:t>Right?</w:t></w:r></w:p></w:comment>',
    },
)


def understood(data: bytes) -> str:
    """The codes of the refusal, or "read". Anything else that is raised fails the test."""

    def too_long(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"no answer in {SECONDS} s")

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(SECONDS)
    try:
        for tracked in (None, Tracked.REJECT):
            document = open_commentary(data, "a.docx", tracked)
            understand(document, "a.docx", REFERENCES, {})
    except PlangenError as refused:
        return " ".join(found.code for found in refused.diagnostics)
    finally:
        signal.alarm(0)
    return "read"


def flipped(chance: random.Random) -> bytes:
    """Some bytes of the file changed, taken out or put in twice."""
    data = bytearray(WHOLE)
    for _ in range(chance.randint(1, 12)):
        place, size = chance.randrange(len(data)), chance.randint(1, 40)
        match chance.randrange(3):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + size]
            case _:
                data[place:place] = data[place : place + size]
    return bytes(data)


def rewritten(chance: random.Random) -> bytes:
    """Elements, attributes and texts of its parts taken out, exchanged, repeated or filled with odd things."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist()
        chosen = chance.sample(names, chance.randint(1, 2))
        for name in names:
            text = before.read(name).decode()
            if name in chosen or (name == "word/document.xml" and chance.random() < 0.8):
                for _ in range(chance.randint(1, 8)):
                    text = _changed(text, chance)
            if not (name in chosen and chance.random() < 0.1):
                after.writestr(name, text.encode("utf-8", "surrogatepass"))
    return buffer.getvalue()


def restructured(chance: random.Random) -> bytes:
    """Whole elements of its parts taken out, moved, repeated, or given other attributes and texts: still XML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            tree = ElementTree.fromstring(before.read(name))
            if name == "word/document.xml" or chance.random() < 0.3:
                for _ in range(chance.randint(1, 8)):
                    _rearrange(tree, chance)
            after.writestr(name, ElementTree.tostring(tree))
    return buffer.getvalue()


def _rearrange(tree: ElementTree.Element, chance: random.Random) -> None:
    parents = [one for one in tree.iter() if len(one)]
    if not parents:
        return
    parent, other = chance.choice(parents), chance.choice(parents)
    child = chance.choice(list(parent))
    match chance.randrange(5):
        case 0:
            parent.remove(child)
        case 1:
            other.insert(chance.randrange(len(other) + 1), copy.deepcopy(child))
        case 2:
            for _ in range(chance.randint(1, 40)):
                parent.append(copy.deepcopy(child))
        case 3:
            for key in child.attrib:
                child.set(key, chance.choice(("", "-1", "99999999999", "\u0663", "0", "1.2a", "x" * 3000)))
        case _:
            child.text = chance.choice(
                ("1.2a", "*" * 500, "[" * 300, "{{ x", "TBC", "Signed off by B, 1 May 2016")
            )


def _changed(text: str, chance: random.Random) -> str:
    tags = [found.span() for found in re.finditer(r"<[^>]+>", text)]
    if not tags:
        return text
    (start, end), (from_, to) = chance.choice(tags), chance.choice(tags)
    whole = _element(text, start)
    match chance.randrange(7):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:from_] + text[start:whole] + text[from_:]
        case 2:
            return text[:start] + text[whole:]
        case 3:
            values = ("", "-1", "99999999999", "\u0663", "0", "1.2a", "&amp;", "x" * 3000)
            return text[:start] + re.sub(r'"[^"]*"', f'"{chance.choice(values)}"', text[start:end]) + text[end:]
        case 4:
            return (
                text[:end] + chance.choice(("&#0;", "&lt;", "\ud800", "1.2a", "*" * 500, "[" * 300)) + text[end:]
            )
        case 5:
            return text[:start] + text[start:whole] * chance.randint(2, 60) + text[whole:]
        case _:
            return text[:start] + text[from_:to] + text[end:]


def _element(text: str, start: int) -> int:
    """Where the element that begins at `start` ends."""
    name = re.match(r"</?([\w:]+)", text[start:])
    if not name:
        return text.find(">", start) + 1
    found = text.find(f"</{name[1]}>", start)
    return found + len(name[1]) + 3 if found >= 0 else text.find(">", start) + 1


def cases(count: int, seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)
    for number in range(count):
        yield (flipped, rewritten, restructured, restructured)[number % 4](chance)


def tried(count: int, seed: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for data in cases(count, seed):
        answer = understood(data)
        assert answer == "read" or answer in CODES, answer
        found[answer] = found.get(answer, 0) + 1
    return found


def test_the_whole_file_is_read() -> None:
    assert understood(WHOLE) == "read"


def test_damaged_files_end_in_a_finding_or_a_reading() -> None:
    found = tried(120, seed=1)
    assert {"read", "PG214"} <= set(found)


@pytest.mark.long
def test_five_thousand_damaged_files() -> None:
    import resource

    found = tried(5_000, seed=2)
    assert found["read"] > 500
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 500_000, "kilobytes"


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (word_file(heading("1.2a"), "<w:p>" * 90 + "</w:p>" * 90), "read"),
        (word_file(heading("1.2a"), "<w:tbl><w:tr><w:tc>" * 39 + "</w:tc></w:tr></w:tbl>" * 39), "read"),
        (word_file(heading("1.2a"), "<w:ins>" * 200 + "</w:ins>" * 200), "PG214"),
        (word_file(*["<w:p/>"] * 450_000), "PG215"),
        (word_file(heading("1.2a"), paragraph("x" * 200_000 + "*" * 20_000)), "PG215"),
        (word_file(heading("1.2a"), *(paragraph(f"{n} [a](b) **c** {n * 7919}") for n in range(4_000))), "read"),
        (word_file(whole='<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'), "PG214"),
    ],
)
def test_hostile_files(data: bytes, answer: str) -> None:
    assert understood(data) == answer
