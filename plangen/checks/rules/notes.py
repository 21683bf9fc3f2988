"""PG824: a note mark explained twice in different words, and "N other areas" beside ranks out of N."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.finding import Finding, Place
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["notes"]

_MARK = re.compile(r"^\s*(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?P<words>[A-Z].{15,})")
_OTHERS = re.compile(
    r"\b(?:group|family|set)\s+of\s+(?P<count>\d{1,3})\s+other\b"
    r"|\b(?P<count2>\d{1,3})\s+other\s+(?:\w+\s+){0,3}(?:in|of)\s+(?:the|its|our)\s+(?:most similar|family|group)",
    re.I,
)
_RANK = re.compile(
    r"(?<![\d/.,£])(\d{1,3})(?:st|nd|rd|th)?(?:\s?/\s?|\s+(?:out\s+)?of\s+)(\d{1,3})(?![\d/.,%]*\d)"
)


def notes(writing: Writing) -> Iterator[Finding]:
    """Notes that share a mark, and sizes of a group that its ranks deny."""
    first: dict[str, tuple[str, Place]] = {}
    for line in writing.lines:
        match = _MARK.match(line.text)
        if match is None:
            continue
        before = first.setdefault(match["mark"], (match["words"], line.place))
        if before[0] != match["words"] and before[1].page == line.place.page:
            yield Finding(
                codes.NOTE_OR_GROUP,
                0.6 if not line.place.page else 0.5,
                line.text.strip(),
                line.place,
                f"note {match['mark']}",
                f"explained on {before[1]}",
                f"the mark {match['mark']} already stands for “{before[0][:60]}…” on {before[1]}",
            )
    yield from _group(writing)


def _group(writing: Writing) -> Iterator[Finding]:
    ranks = [(int(a), int(b)) for line in writing.lines for a, b in _RANK.findall(line.text)]
    for sentence in writing.sentences:
        match = _OTHERS.search(sentence.text)
        if match is None:
            continue
        others = int(match["count"] or match["count2"])
        lasts = [rank for rank, size in ranks if size == others and rank <= size]
        if len(lasts) >= 2 and not any(size == others + 1 for _, size in ranks):
            yield Finding(
                codes.NOTE_OR_GROUP,
                0.65,
                sentence.text,
                sentence.place,
                match[0],
                f"{others - 1} other",
                f"with {others} others the group has {others + 1} members, but positions are given out of"
                f" {others}",
            )
