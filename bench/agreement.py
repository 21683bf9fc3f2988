"""That the programs made the same pack: about as many pages, and the same figures on every measure's pages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
from pack import EDITION
from peers.figures import Measure, read_measures

__all__ = ["assert_agreement", "pages", "tagged"]

_MOST_APART = 8
"""Pages: what fits on one is for each program to say, and the tallest measures take a page in each."""

FIGURE = re.compile(r"[\N{MINUS SIGN}+]?\d+(?:\.\d+)?%?")


def pages(pdf: Path) -> int:
    """How many pages there are."""
    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


def tagged(pdf: Path) -> str:
    """What the file claims of itself."""
    with pikepdf.open(pdf) as opened, opened.open_metadata() as metadata:
        if "/StructTreeRoot" not in opened.Root:
            return "no"
        ua, a = metadata.get("pdfuaid:part"), metadata.get("pdfaid:part")
        level = (metadata.get("pdfaid:conformance") or "").lower()
        return " + ".join((*(["PDF/UA-" + ua] if ua else []), *([f"PDF/A-{a}{level}"] if a else []))) or "yes"


def assert_agreement(root: Path, outputs: list[Path]) -> None:
    """About as many pages; all figures of a measure on the pages from its heading to the next measure's."""
    counts = [pages(pdf) for pdf in outputs]
    assert max(counts) - min(counts) <= _MOST_APART, counts
    measures = read_measures(root, EDITION)
    for pdf in outputs:
        sections = _sections(pdf, measures)
        for measure in measures:
            wanted, found = _figures(measure), set(FIGURE.findall(sections[measure.ref]))
            assert wanted <= found, f"{pdf.name}, {measure.ref}: {sorted(wanted - found)} missing"


def _figures(measure: Measure) -> set[str]:
    """The figures a reader must find: those of the area and of the benchmark, and both changes."""
    changes = (measure.since_previous, measure.since_last_year)
    return {cell for row in measure.rows[1:3] for cell in row[1:]} | {c.split()[-1] for c in changes if "%" in c}


def _begun(page: str, measures: list[Measure]) -> list[str]:
    """The measures that a page begins or lists, by the last place of each; plangen heads them by key action."""
    places: dict[str, int] = {}
    for measure in measures:
        for found in re.finditer(rf"^\s*{re.escape(measure.ref)}\s+\S", page, re.MULTILINE):
            places[measure.ref] = found.start()
    return sorted(places, key=lambda ref: places[ref])


def _sections(pdf: Path, measures: list[Measure]) -> dict[str, str]:
    """The text of each measure: the pages from the one its heading is on to that of the next measure's."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    found = dict.fromkeys((m.ref for m in measures), "")
    current = ""
    for page in text.split("\f"):
        begun = _begun(page, measures)
        for ref in (current, *begun):
            if ref:
                found[ref] += page
        current = begun[-1] if begun else current
    return found
