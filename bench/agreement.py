"""That the programs made the same pack: as many pages, and the same figures on every measure's page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
from pack import EDITION
from peers.figures import Measure, read_measures

__all__ = ["assert_agreement", "pages", "tagged"]

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
    """Page counts within two of each other; all figures of a measure on the pages that begin with its heading."""
    counts = [pages(pdf) for pdf in outputs]
    assert max(counts) - min(counts) <= 2, counts
    measures = read_measures(root, EDITION)
    for pdf in outputs:
        sections = _sections(pdf, measures)
        for measure in measures:
            wanted, found = _figures(measure), set(FIGURE.findall(sections[measure.ref]))
            assert wanted <= found, f"{pdf.name}, {measure.ref}: {sorted(wanted - found)} missing"


def _figures(measure: Measure) -> set[str]:
    """The figures a reader must find: the table's, and both changes."""
    changes = (measure.since_previous, measure.since_last_year)
    return {cell for row in measure.rows[1:] for cell in row[1:]} | {c.split()[-1] for c in changes if "%" in c}


def _sections(pdf: Path, measures: list[Measure]) -> dict[str, str]:
    """The text of each measure, from the page its heading is on to the next measure's."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    found = dict.fromkeys((m.ref for m in measures), "")
    current = ""
    for page in text.split("\f"):
        for measure in measures:
            if re.search(rf"^\s*{re.escape(measure.ref)}\s+{re.escape(measure.name)}$", page, re.MULTILINE):
                current = measure.ref
        if current:
            found[current] += page
    return found
