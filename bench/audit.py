"""How long `plangen audit` takes for a PDF of 60 pages of prose and tables; prints seconds, pages and findings."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from plangen.pipeline.audit import audit

PAGES = 60
SENTENCE = "In {year}/{next}, {m} of {n} offences ({p:.0f}%) fell at night; the rate rose from 12.{d} to 14.{d}."


def write(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(PAGES):
        canvas.setFont("Helvetica", 10)
        for line in range(34):
            n, m = 400 + 13 * page + line, 100 + 7 * line
            words = SENTENCE.format(
                year=2000 + page % 20, next=f"{page % 20 + 1:02d}", n=n, m=m, p=100 * m / n, d=line % 10
            )
            canvas.drawString(56, 780 - 14 * line, words)
        for row in range(15):
            cells = (f"Measure {page}.{row}", f"{10 + row}", f"{12 + row}", "Up")
            for column, cell in enumerate(cells):
                canvas.drawString(56 + 120 * column, 290 - 14 * row, cell)
        canvas.showPage()
    canvas.save()


def main(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "sixty.pdf")
        for path in (Path(folder) / "sixty.pdf", *map(Path, paths)):
            start, worked = time.perf_counter(), time.process_time()
            result = audit(path)
            elapsed, worked = time.perf_counter() - start, time.process_time() - worked
            print(f"{path.name}: {elapsed:.2f} s ({worked:.2f} s of one core), {len(result.findings)} findings")


if __name__ == "__main__":
    main(sys.argv[1:])
