"""Headings that judge what stands under them: "What improved", "What got worse" (PG852)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from plangen.checks.editions.passages import Passage
from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said
from plangen.diagnostics import codes
from plangen.model.result import Assessment, Change

__all__ = ["judging_headings"]

_JUDGES = re.compile(
    r"\bwhat (?:has |is |have )?(?:(?P<better>improv\w+|got better)|(?P<worse>worsen\w+|got worse))\b", re.I
)


def judging_headings(passages: Sequence[Passage]) -> Iterator[Remark]:
    """Headings that most of the changes in their section contradict."""
    for number, passage in enumerate(passages):
        judged = _JUDGES.search(passage.text) if passage.heading else None
        if judged is None:
            continue
        found = [
            figure.result.assessment
            for below in _section(passage, passages[number + 1 :])
            for figure in below.shown
            if isinstance(figure.result, Change)
        ]
        better, worse = found.count(Assessment.IMPROVING), found.count(Assessment.WORSENING)
        if (better < worse) if judged["better"] else (worse < better):
            words = f"{better} of the changes under it improved and {worse} worsened"
            message = f'"{judged[0]}" contradicts the results: {words}'
            said = Said(passage, passage.text, 0)
            hint = "change the heading, or move what does not belong there"
            yield about_words(codes.MOVEMENT_CONTRADICTS, said, judged.start(), judged.end(), message, hint)


def _section(heading: Passage, following: Sequence[Passage]) -> Iterator[Passage]:
    """What stands under a heading, up to the next one."""
    file = heading.location.file
    return takewhile(lambda below: not below.heading and below.location.file == file, following)
