"""Make the pictures of docs/year.md and docs/quarter.md: pages of the sample editions, small.

.venv/bin/python docs/pictures/make.py
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from plangen import BuildOptions, EditionKind, EditionName, build
from plangen.pipeline.rollover.beginning import begin_edition
from plangen.sources.starter import write_starter

HERE = Path(__file__).parent
WIDTH = 420
COLOURS = 48
PAGES = {
    "plan-summary": (EditionName.of(EditionKind.PLAN, "2025-26"), 2),
    "pack-at-a-glance": (EditionName.of(EditionKind.PACK, "2025-26-q2"), 0),
    "next-plan-to-do": (EditionName.of(EditionKind.PLAN, "2026-27"), 4),
}
"""The name of each picture, its edition, and its page, from 0."""


def main() -> None:
    """Write every picture anew."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        write_starter(root)
        begin_edition(root, PAGES["next-plan-to-do"][0], "2025-26", date(2026, 4, 1))
        for name, (edition, page) in PAGES.items():
            document = pypdfium2.PdfDocument(build(root, edition, BuildOptions()).data)
            sheet = document[page]
            image = sheet.render(scale=WIDTH / sheet.get_width()).to_pil()
            image.quantize(COLOURS).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
