"""Edits of Markdown: what the file looks like afterwards, and what is refused."""

from __future__ import annotations

import pytest

from plangen.diagnostics import PlangenError
from plangen.edits import Put, edit_head, insert_block, replace_block, replace_body

FILE = b"""---
# who
signed_off: {by: A Smith, on: 2016-10-01}
---

One
paragraph.[^a]

- first
- second

:::{lead}
Inside.

More.
:::

[^a]: A note.
"""


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (6, b"One\nparagraph.[^a]", b"New"),
        (7, b"One\nparagraph.[^a]", b"New"),
        (10, b"- first\n- second", b"1. x\n2. y"),
        (14, b":::{lead}\nInside.\n\nMore.\n:::", b"Plain."),
        (9, b"- first\n- second\n\n", b""),
    ],
)
def test_a_block_makes_way(line: int, old: bytes, new: bytes) -> None:
    assert replace_block(FILE, "f.md", line, new.decode()) == FILE.replace(old, new)


def test_a_block_is_put_before_another_and_at_the_end() -> None:
    assert insert_block(FILE, "f.md", 9, "New.") == FILE.replace(b"- first", b"New.\n\n- first")
    assert insert_block(FILE.rstrip(), "f.md", 99, "New.") == FILE + b"\nNew.\n"


def test_head_and_body_change_without_each_other() -> None:
    assert edit_head(FILE, "f.md", [Put(("signed_off", "by"), "B")]) == FILE.replace(b"A Smith", b"B")
    assert replace_body(FILE, "f.md", "All new.") == FILE[: FILE.index(b"One")] + b"All new.\n"


def test_a_file_without_a_head_gets_one() -> None:
    new = edit_head(b"Words.\r\n", "f.md", [Put(("signed_off",), {"by": "B", "on": "2016-10-01"})])
    assert new == b"---\r\nsigned_off: {by: B, on: 2016-10-01}\r\n---\r\n\r\nWords.\r\n"


def test_what_would_alter_other_blocks_is_refused() -> None:
    for edit in (
        lambda: replace_block(FILE, "f.md", 6, "```\nnever closed"),
        lambda: replace_block(FILE, "f.md", 8, "Between blocks."),
        lambda: insert_block(FILE, "f.md", 7, "Within a paragraph."),
        lambda: insert_block(FILE, "f.md", 2, "In the head."),
    ):
        with pytest.raises(PlangenError) as refused:
            edit()
        assert [found.code for found in refused.value.diagnostics] == ["PG913"]
