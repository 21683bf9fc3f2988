"""Edits of YAML: what the file looks like afterwards, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from plangen.diagnostics import PlangenError
from plangen.edits import Add, Put, TakeOut, YamlChange, edit_yaml

FILE = """\
# What we count
crime:
  name: 'All crime'   # printed
  unit: count
  about: |
    First line
    second

  aliases: [total, "all crime"]

calls:
  name: Calls
  goals:
    - ref: a

    - ref: b  # last
  empty:
"""


def edited(*changes: YamlChange, text: str = FILE) -> str:
    return edit_yaml(text.encode(), "f.yaml", changes).decode()


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Put(("crime", "name"), "Crime's"), "'All crime'   # printed", "'Crime''s'   # printed"),
        (Put(("crime", "unit"), "percent"), "unit: count", "unit: percent"),
        (Put(("crime", "unit"), "1.0"), "unit: count", 'unit: "1.0"'),
        (Put(("crime", "unit"), Decimal("1.50")), "unit: count", "unit: 1.50"),
        (Put(("crime", "unit"), date(2016, 10, 1)), "unit: count", "unit: 2016-10-01"),
        (Put(("crime", "unit"), {"per": 1000}), "unit: count", "unit: {per: 1000}"),
        (Put(("crime", "about"), "One\n\ntwo\n"), "First line\n    second", "One\n\n    two"),
        (Put(("crime", "aliases", 1), "x, y"), '"all crime"', '"x, y"'),
        (Add(("crime", "aliases"), "new"), '"all crime"]', '"all crime", new]'),
        (TakeOut(("crime", "aliases", 0)), 'total, "all', '"all'),
        (Put(("crime", "polarity"), "lower"), '"all crime"]', '"all crime"]\n  polarity: lower'),
        (Add(("calls", "goals"), {"ref": "c"}), "# last", "# last\n\n    - ref: c"),
        (Put(("calls", "goals", 1, "by"), 2017), "# last", "# last\n      by: 2017"),
        (Put(("calls", "empty"), "no"), "empty:", "empty: no"),
        (Put(("calls", "empty", "a", "b"), "x"), "empty:", "empty:\n    a: {b: x}"),
        (Add(("calls", "empty"), "x"), "empty:", "empty: [x]"),
        (TakeOut(("crime", "about")), "  about: |\n    First line\n    second\n", ""),
        (TakeOut(("calls", "goals", 0)), "    - ref: a\n", ""),
        (Put(("calls", "goals"), []), "goals:\n    - ref: a\n\n    - ref: b", "goals: []"),
        (Put(("rates",), {"goals": [{"ref": "x"}]}), "empty:\n", "empty:\n\nrates:\n  goals:\n    - ref: x\n"),
    ],
)  # fmt: skip
def test_only_these_characters_change(change: YamlChange, old: str, new: str) -> None:
    assert FILE.count(old) == 1
    assert edited(change) == FILE.replace(old, new)


def test_line_endings_and_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    new = edit_yaml(data, "f.yaml", [Put(("crime", "about"), "a\nb\n"), Put(("more",), 1)])
    assert new == data.replace(b"First line\r\n    second", b"a\r\n    b") + b"\r\nmore: 1\r\n"


def test_a_file_of_comments_gets_its_first_entries() -> None:
    first, second = Add((), {"code": "PG865", "where": "x.md"}), Add((), {"code": "PG866"})
    assert (
        edited(first, second, text="# none yet\n") == "# none yet\n- code: PG865\n  where: x.md\n- code: PG866\n"
    )


def test_changes_follow_one_another() -> None:
    assert edited(Put(("a",), [1]), Add(("a",), 2), TakeOut(("a", 0)), text="") == "a: [2]\n"


@pytest.mark.parametrize(
    "change",
    [
        Put(("crime", "name", "x"), "y"),
        Put(("crime", "aliases", 7), "y"),
        Add(("crime",), "y"),
        TakeOut(("nothing",)),
        Put(("crime", "name"), "a\x00b"),
    ],
)
def test_what_cannot_be_changed_is_refused(change: YamlChange) -> None:
    with pytest.raises(PlangenError) as refused:
        edited(change)
    assert [found.code for found in refused.value.diagnostics] == ["PG913"]


def test_a_faulty_file_is_not_edited() -> None:
    with pytest.raises(PlangenError) as refused:
        edited(Put(("a",), 2), text="a: 1\na: 2\n")
    assert [found.code for found in refused.value.diagnostics] == ["PG913"]
    assert "stands twice" in str(refused.value)
