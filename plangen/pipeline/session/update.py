"""What an edit came to: the findings, and the pages that are no longer what they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from plangen.diagnostics import Diagnostic

__all__ = ["Update", "changed_pages", "not_among"]


class Update(Struct, frozen=True):
    """The state of a session after an edit, and what is new in it.

    `good`: pages were made of the content as it is now. Where it is false, errors are among `findings`, and the
    pages, their `count` and their `digest` are still those of the last content that made any (none so far: 0 and
    ""). `pages` are the numbers, from 1, of pages that are not what they were, or were not there. `findings` are
    all there are, `appeared` those that were not there before the edit, `gone` those that were; one that only
    moved to another line is neither.
    """

    good: bool
    digest: str
    count: int
    pages: tuple[int, ...]
    findings: tuple[Diagnostic, ...]
    appeared: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]


def changed_pages(before: Sequence[bytes], now: Sequence[bytes]) -> tuple[int, ...]:
    """The numbers, from 1, of the pages of `now` that are not what they were `before`."""
    same = (number < len(before) and before[number] == page for number, page in enumerate(now))
    return tuple(number for number, kept in enumerate(same, 1) if not kept)


def not_among(findings: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those of `findings` that say what none of `others` says of the same file."""
    left = Counter(map(_saying, others))
    found = []
    for one in findings:
        if left[_saying(one)] > 0:
            left[_saying(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def _saying(found: Diagnostic) -> tuple[str, str, str]:
    return found.code, found.message, found.location.file if found.location else ""
