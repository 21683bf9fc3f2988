"""Edits by chance over the content of this repository, and what must be true of every one of them.

What stays is worked out here from lines and places, without the code that makes the edits.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from pathlib import Path

from plangen.edits import Add, CellText, Put, TakeOut, add_rows, edit_yaml, insert_block, replace_block, set_cells
from plangen.edits.yaml_edits import same_values
from plangen.sources.decoding import decode
from plangen.sources.yaml_reader import YamlFile, read_yaml

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(path for path in CONTENT.rglob("*") if path.suffix in (".yaml", ".csv", ".md"))
TEXTS = [
    "new",
    'O\'Brien: "Safer" & Co # 1',
    "1.0",
    "no",
    "- x",
    "{{ a }}",
    "é – “x”",
    "two\nlines\n",
    " gap ",
    "a: b",
    "[x",
]
VARIANTS: list[Callable[[bytes], bytes]] = [
    lambda data: data,
    lambda data: data.replace(b"\n", b"\r\n"),
    lambda data: b"\xef\xbb\xbf" + data,
    lambda data: data.rstrip(b"\n"),
]


def edit_by_chance(seed: int) -> str:
    """Make one edit and hold it against what must be true; returns what kind of edit it was."""
    chance = random.Random(seed)
    ending = chance.choice([".yaml", ".yaml", ".csv", ".md"])
    path = chance.choice([path for path in FILES if path.suffix == ending])
    data = chance.choice(VARIANTS)(path.read_bytes())
    kind = {".yaml": _yaml, ".csv": _csv, ".md": _markdown}[path.suffix]
    return kind(chance, data, path.name)


def _yaml(chance: random.Random, data: bytes, file: str) -> str:
    before = read_yaml(decode(data, file), file)
    where = chance.choice([path for path in before.origins if path])
    text = chance.choice(TEXTS)
    value = before.get(where)
    if chance.random() < 0.2:
        change, kind = TakeOut(where), "take out"
    elif isinstance(value, list):
        change, kind = Add(where, text), "add item"
    elif isinstance(value, dict):
        change, kind = Put((*where, "a_new_key"), text), "add key"
    else:
        change, kind = Put(where, text), "put"
    if kind.startswith("add") and not _is_ended(data, before):
        return "nothing to edit"
    edited = edit_yaml(data, file, [change])
    after = read_yaml(decode(edited, file), file)
    _other_values_stay(before, after, where)
    _lines_around_stay(before, data, edited, where, kind)
    assert edited.count(b"#") >= data.count(b"#") - (str(value).count("#") + 5 if kind != "add item" else 0)
    if kind == "put":
        assert after.get(where) == text
    elif kind == "add item":
        assert after.get(where) == [*value, text]
        assert _only_put_in(data, edited)
    elif kind == "add key":
        assert after.get((*where, "a_new_key")) == text
        assert _only_put_in(data, edited)
    return kind


def _is_ended(data: bytes, before: YamlFile) -> bool:
    """Whether the last value is the same with a line ending behind it: a block of text at the end is not."""
    return same_values(read_yaml(decode(data + b"\n", ""), "").value, before.value)


def _other_values_stay(before: YamlFile, after: YamlFile, where: tuple[str | int, ...]) -> None:
    """All values that neither hold the changed one nor stand behind it in its list are what they were."""
    for path in before.origins:
        shared = next((n for n, (a, b) in enumerate(zip(path, where, strict=False)) if a != b), None)
        if shared is None or isinstance(where[shared], int):
            continue
        assert same_values(before.get(path), after.get(path)), path


def _lines_around_stay(
    before: YamlFile, data: bytes, edited: bytes, where: tuple[str | int, ...], kind: str
) -> None:
    old, new = data.split(b"\n"), edited.split(b"\n")
    first = min(before.location(where).line, before.key_location(where).line)
    later = [before.key_location(path).line for path in before.origins if not _within(path, where)]
    behind = min(
        (line for line in later if line > before.location(_last_within(before, where)).line), default=None
    )
    above = max(first - 1 - (kind == "take out"), 0)
    assert new[:above] == old[:above]
    if behind is not None:
        kept = old[behind - 1 :]
        rest = new[len(new) - len(kept) :]
        assert rest[1:] == kept[1:]
        assert rest[0] == kept[0] or (kind == "take out" and rest[0].endswith(b"- " + kept[0].lstrip()))


def _within(path: tuple[str | int, ...], where: tuple[str | int, ...]) -> bool:
    return path[: len(where)] == where


def _last_within(before: YamlFile, where: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return max((p for p in before.origins if _within(p, where)), key=lambda p: before.location(p).line)


def _only_put_in(old: bytes, new: bytes) -> bool:
    """Whether `new` is `old` with characters put in at one place."""
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return new.endswith(old[same:])


def _csv(chance: random.Random, data: bytes, file: str) -> str:
    rows = list(csv.reader(io.StringIO(decode(data, file))))
    text = chance.choice(TEXTS)
    if chance.random() < 0.3:
        edited = add_rows(data, file, [{"indicator": text, "note": "x, y"}, {"value": "1"}])
        assert edited.startswith(data)
        return "add rows"
    lines = data.split(b"\n")
    number = chance.randrange(1, len(rows))
    column = chance.choice(rows[0])
    place = rows[0].index(column)
    edited = set_cells(data, file, [CellText(number + 1, column, text)])
    after = list(csv.reader(io.StringIO(decode(edited, file))))
    assert after[number][place] == text
    assert after[number][:place] + after[number][place + 1 :] == rows[number][:place] + rows[number][place + 1 :]
    now = edited.split(b"\n")
    assert now[:number] == lines[:number]
    assert now[len(now) - len(lines) + number + 1 :] == lines[number + 1 :]
    return "cell"


def _markdown(chance: random.Random, data: bytes, file: str) -> str:
    lines = decode(data, file).split("\n")
    starts = [n for n in range(4, len(lines)) if lines[n].strip() and not lines[n - 1].strip() and _bare(lines, n)]
    if not starts:
        return "nothing to edit"
    first = chance.choice(starts)
    behind = next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))
    raw = data.split(b"\n")
    if chance.random() < 0.4:
        edited = insert_block(data, file, first + 1, "A new paragraph.\n\n- with\n- a list")
        assert _only_put_in(data, edited)
        return "insert block"
    edited = replace_block(data, file, first + 1, "A new paragraph\nof two lines.")
    now = edited.split(b"\n")
    assert now[:first] == raw[:first]
    assert now[first].rstrip() == b"A new paragraph"
    assert now[first + 2 :] == raw[behind:]
    return "replace block"


def _bare(lines: list[str], number: int) -> bool:
    """Whether a paragraph of its own stands in the line: none of a list, directive, table or note."""
    open_directives = sum(line.startswith(":::{") for line in lines[:number]) - lines[:number].count(":::")
    earlier = [line for line in lines[:number] if line.strip()]
    beside_list = bool(earlier) and earlier[-1].lstrip()[:2] in ("- ", "* ")
    return lines[number][0].isalpha() and open_directives == 0 and not beside_list
