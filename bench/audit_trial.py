"""How many slips of retyping `plangen audit` finds, and how often it is mistaken.

    python bench/audit_trial.py DOCUMENTS SLIPS

DOCUMENTS is a folder of Markdown and text, SLIPS a file like tests/audit/trial/slips.yaml: the document, what
stands in it, what is put in its place, and the kind of slip. Each is put in by itself. Prints how many of
each kind are told at the line that was changed or with a quotation of it, what is told of the documents as
they are, for every ten pages of 500 words, and, for every step of confidence, how many of the findings are of
a slip.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from plangen.checks.finding import Finding
from plangen.pipeline.audit import DEFAULT_CONFIDENCE, audit

WORDS_OF_A_PAGE = 500
STEPS = (0.6, 0.7, 0.8, 0.9)


def told_anew(path: Path, before: frozenset[str]) -> list[Finding]:
    """What is told of a document with a slip, and was not told of it without."""
    return [finding for finding in audit(path).findings if finding.why not in before]


def at_the_slip(finding: Finding, line: int, words: str) -> bool:
    """Whether a finding stands at the line of a slip, next to it, or quotes what was put there."""
    folded = " ".join(words.split())
    return abs(finding.place.line - line) <= 1 or folded in finding.quote or finding.stated in folded


def main(folder: Path, slips: list[dict[str, Any]]) -> None:
    documents = sorted({slip["document"] for slip in slips})
    sound = {name: audit(folder / name).findings for name in documents}
    words = sum(len((folder / name).read_text("utf-8").split()) for name in documents)
    found, every = Counter[str](), Counter[str]()
    right, told = Counter[float](), Counter[float]()
    with tempfile.TemporaryDirectory() as scratch:
        for slip in slips:
            text = (folder / slip["document"]).read_text("utf-8")
            path = Path(scratch) / slip["document"]
            path.write_text(text.replace(slip["was"], slip["becomes"], 1), encoding="utf-8")
            line = text[: text.index(slip["was"])].count("\n") + 1
            findings = told_anew(path, frozenset(each.why for each in sound[slip["document"]]))
            at = [each for each in findings if at_the_slip(each, line, slip["becomes"])]
            every[slip["kind"]] += 1
            found[slip["kind"]] += bool(at)
            for each in findings:
                step = max(step for step in STEPS if each.confidence >= step)
                told[step] += 1
                right[step] += each in at
    for kind, count in sorted(every.items()):
        print(f"{kind:16} {found[kind]:3} of {count:3}  {found[kind] / count:5.0%}")
    print(f"{'all':16} {found.total():3} of {every.total():3}  {found.total() / every.total():5.0%}")
    mistaken = sum(len(findings) for findings in sound.values())
    pages = words / WORDS_OF_A_PAGE
    print(f"told of {pages:.0f} pages without a slip: {mistaken}, {10 * mistaken / pages:.2f} for ten pages")
    for step in STEPS:
        if told[step]:
            print(f"confidence {step:.0%} and up: {right[step]} of {told[step]} findings are of the slip")


if __name__ == "__main__":
    print(f"at the default confidence, {DEFAULT_CONFIDENCE:.0%}")
    main(Path(sys.argv[1]), yaml.safe_load(Path(sys.argv[2]).read_text("utf-8")))
