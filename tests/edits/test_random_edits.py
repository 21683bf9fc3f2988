"""Whatever is changed in the content of this repository, every other byte stays."""

from __future__ import annotations

from collections import Counter

import pytest
from edits.random_edits import edit_by_chance

KINDS = {"put", "take out", "add item", "add key", "cell", "add rows", "replace block", "insert block"}


def test_a_few_edits_keep_every_other_byte() -> None:
    assert set(Counter(map(edit_by_chance, range(100)))) >= KINDS


@pytest.mark.long
def test_a_thousand_edits_keep_every_other_byte() -> None:
    made = Counter(map(edit_by_chance, range(1000, 2100)))
    assert made.total() - made["nothing to edit"] >= 1000
