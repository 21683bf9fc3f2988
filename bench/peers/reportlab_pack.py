"""The pack with plain reportlab: `reportlab_pack.py WORKSPACE EDITION OUT`. Untagged; matplotlib PNGs."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from peers.charts import FONTS, png
from peers.figures import HEAD, Measure, read_measures

BODY = ParagraphStyle("body", fontName="Sans", fontSize=12, leading=17, spaceAfter=8)
CELL = ParagraphStyle("cell", fontName="Sans", fontSize=10, leading=12)
TITLE = ParagraphStyle("title", fontName="Sans-Bold", fontSize=20, leading=26, spaceAfter=10)
LOOK = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def page(measure: Measure) -> list[Flowable]:
    """The page of a measure."""
    rows = [[Paragraph(c, CELL) for c in row] for row in measure.rows]
    text = [Paragraph(re.sub(r"\*\*(.*?)\*\*", r"\1", p), BODY) for p in measure.paragraphs]
    return [
        Paragraph(f"{measure.ref} {measure.name}", TITLE),
        Paragraph(f"{measure.name} per quarter. Lead: Example Police. Lower is better.", BODY),
        Paragraph(measure.verdict, BODY),
        Image(io.BytesIO(png(measure)), 430, 430 * 3.0 / 6.5),
        Spacer(1, 8),
        Table(rows, style=LOOK),
        Spacer(1, 8),
        Paragraph("What we are doing", TITLE),
        *text,
        Paragraph("Commentary: Example Police. Source: Example figures.", BODY),
    ]


def furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """Head and foot of a page."""
    canvas.setFont("Sans", 9)
    canvas.drawString(20 * mm, A4[1] - 12 * mm, "Performance pack: quarter 2, 2016/17")
    canvas.drawRightString(A4[0] - 20 * mm, 10 * mm, f"Page {document.page}")


def main() -> None:
    root, edition, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    pdfmetrics.registerFont(TTFont("Sans", FONTS / "SourceSansPro-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Sans-Bold", FONTS / "SourceSansPro-Bold.ttf"))
    measures = read_measures(root, edition)
    improved = sum(m.verdict.startswith("Improved") for m in measures)
    summary = [[Paragraph(c, CELL) for c in row] for row in (HEAD, *(m.summary for m in measures))]
    story: list[Flowable] = [
        Paragraph("Performance pack", TITLE),
        Paragraph("Quarter 2, 2016/17 (July to September 2016)", BODY),
        Paragraph(f"Of our {len(measures)} measures, {improved} improved.", BODY),
        PageBreak(),
        Paragraph("Summary of measures", TITLE),
        Table(summary, [30, 150, 52, 46, 80, 80, 48], style=LOOK, repeatRows=1),
    ]
    for measure in measures:
        story += page(measure)
    story += [PageBreak(), Paragraph("About this document", TITLE)]
    story += [Paragraph("Every figure in this document is taken from one source or computed from it.", BODY)]
    frame = SimpleDocTemplate(str(out), pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm)
    frame.build(story, onFirstPage=furniture, onLaterPages=furniture)


if __name__ == "__main__":
    main()
