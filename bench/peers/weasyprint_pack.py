"""The pack with WeasyPrint: `weasyprint_pack.py WORKSPACE EDITION OUT`. PDF/UA-1, charts as matplotlib SVGs."""

from __future__ import annotations

import base64
import re
import sys
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from weasyprint import HTML

from peers.charts import FONTS, svg
from peers.figures import HEAD, Measure, read_measures

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Performance pack</title><style>
@font-face {{ font-family: "Source Sans Pro"; src: url("{regular}"); }}
@font-face {{ font-family: "Source Sans Pro"; src: url("{bold}"); font-weight: bold; }}
@page {{ size: A4; margin: 20mm; @bottom-right {{ content: "Page " counter(page) " of " counter(pages); }}
  @top-left {{ content: "Performance pack: quarter 2, 2016/17"; }} }}
body {{ font: 12pt/1.4 "Source Sans Pro"; }}
h2 {{ break-after: avoid; }}
table {{ border-collapse: collapse; width: 100%; font-size: 10pt; }}
td, th {{ border-bottom: 0.5pt solid #888; padding: 3pt; text-align: left; }}
.verdict {{ background: #eee; padding: 8pt; }}
img {{ width: 430pt; }}
</style></head><body><h1>Performance pack</h1><p>Quarter 2, 2016/17 (July to September 2016)</p>
<p>Of our {count} measures, {improved} improved.</p><ul>{contents}</ul>
<h2 id="s">Summary of measures</h2>{summary}{pages}
<h2>About this document</h2><p>Every figure in this document is taken from one source or computed from it.</p>
</body></html>"""


def table(head: list[str], rows: list[list[str]]) -> str:
    """An HTML table whose header cells name their scope."""
    top = "".join(f'<th scope="col">{escape(c)}</th>' for c in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def strong(text: str) -> str:
    """Escaped text, with what is between two asterisks in bold."""
    return re.sub(r"\*\*(.*?)\*\*", r"<b>\1</b>", escape(text))


def page(measure: Measure) -> str:
    """The page of a measure."""
    picture = base64.b64encode(svg(measure).encode("utf-8")).decode("ascii")
    text = "".join(f"<p>{strong(p)}</p>" for p in measure.paragraphs)
    return (
        f'<h2 id="m{measure.ref}">{measure.ref} {escape(measure.name)}</h2>'
        f"<p>{escape(measure.name)} per quarter. Lead: Example Police. Lower is better.</p>"
        f'<p class="verdict">{escape(measure.verdict)}</p>'
        f'<img alt="{escape(measure.alt)}" src="data:image/svg+xml;base64,{picture}">'
        f"{table(measure.rows[0], measure.rows[1:])}<h3>What we are doing</h3>{text}"
        "<p>Commentary: Example Police. Source: Example figures.</p>"
    )


def main() -> None:
    root, edition, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    measures = read_measures(root, edition)
    html = PAGE.format(
        regular=(FONTS / "SourceSansPro-Regular.ttf").as_uri(),
        bold=(FONTS / "SourceSansPro-Bold.ttf").as_uri(),
        count=len(measures),
        improved=sum(m.verdict.startswith("Improved") for m in measures),
        contents="".join(f'<li><a href="#m{m.ref}">{m.ref} {escape(m.name)}</a></li>' for m in measures),
        summary=table(HEAD, [m.summary for m in measures]),
        pages="".join(map(page, measures)),
    )
    HTML(string=html).write_pdf(out, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main()
