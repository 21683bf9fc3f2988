"""The pack with Typst: `typst_pack.py WORKSPACE EDITION OUT native|svg`. Tagged PDF/UA-1 by Typst itself."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import typst

from peers.figures import Measure, read_measures

TEMPLATE = r"""
#set document(title: "Performance pack", author: "Example Town Partnership")
#set text(font: "Source Sans Pro", size: 12pt, lang: "en", region: "GB", fallback: false)
#set page(paper: "a4", margin: 20mm, numbering: "Page 1 of 1", header: [Performance pack: quarter 2, 2016/17])
#let measures = json("pack.json")
#let cells(rows) = rows.flatten().map(c => [#c])
#let plot(m) = {
  let (w, h) = (430pt, 190pt)
  let top = calc.max(..m.area, ..m.benchmark) * 1.1
  let step = w * 0.8 / (m.area.len() - 1)
  let line-of(values, colour, dash) = {
    for i in range(values.len() - 1) {
      place(line(start: (i * step, h - h * (values.at(i) / top)),
                 end: ((i + 1) * step, h - h * (values.at(i + 1) / top)),
                 stroke: (paint: colour, thickness: 1.5pt, dash: dash)))
    }
  }
  block(width: w, height: h + 30pt, {
    place(line(start: (0pt, h), end: (w * 0.8, h), stroke: 0.5pt))
    line-of(m.benchmark, rgb("#801650"), "dashed")
    line-of(m.area, rgb("#12436D"), "solid")
    for (i, p) in m.periods.enumerate() {
      place(dx: i * step - 10pt, dy: h + 4pt, text(8pt, p.replace(" ", "\n")))
    }
    for tick in range(0, int(top), step: 10) {
      place(dx: -18pt, dy: h - h * (tick / top) - 4pt, text(8pt, str(tick)))
    }
    place(dx: w * 0.8 + 6pt, dy: h - h * (m.area.last() / top), text(9pt, [Example Town #m.area.last()]))
    place(dx: w * 0.8 + 6pt, dy: h - h * (m.benchmark.last() / top) - 9pt,
      text(9pt, [Benchmark #m.benchmark.last()]))
  })
}

= Performance pack
Quarter 2, 2016/17 (July to September 2016)

Of our #measures.len() measures, #measures.filter(m => m.verdict.starts-with("Improved")).len() improved.

#outline(depth: 2)
#pagebreak()
== Summary of measures
#set table(stroke: (x: none, y: 0.5pt))
#text(10pt, table(columns: (auto, 1fr, auto, auto, 2.6cm, 2.6cm, auto),
  align: (left, left, right, right, left, left, right),
  table.header([Ref], [Measure], [Previous], [Current], [Since previous period], [Since last year],
    [Similar areas]),
  ..cells(measures.map(m => m.summary))))

#for m in measures [
  == #m.ref #m.name
  #m.name per quarter. Lead: Example Police. Lower is better.

  #rect(width: 100%, fill: luma(95%), m.verdict)

  #figure(alt: m.alt, if NATIVE { plot(m) } else { image(m.svg, width: 430pt) }, caption: [#m.name, Example Town])

  #table(columns: (1fr, ..(auto,) * 5), align: (left, ..(right,) * 5),
    table.header(..cells(m.rows.first())), ..cells(m.rows.slice(1)))

  === What we are doing
  #for p in m.paragraphs { eval(p.replace("**", "*"), mode: "markup"); parbreak() }
  Commentary: Example Police. Source: Example figures.
]

== About this document
Every figure in this document is taken from one source or computed from it.
"""


def fields(measure: Measure, folder: Path, native: bool) -> dict[str, object]:
    """What the template needs of a measure; its chart is written beside it unless Typst draws it itself."""
    names = "ref name periods area benchmark rows verdict summary alt paragraphs"
    found: dict[str, object] = {name: getattr(measure, name) for name in names.split()}
    if not native:
        from peers.charts import svg

        found["svg"] = f"{measure.ref}.svg"
        (folder / f"{measure.ref}.svg").write_text(svg(measure), "utf-8")
    return found


def main() -> None:
    root, edition, out, kind = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4]
    import font_source_sans_pro

    folder = out.parent / f"{out.stem}-parts"
    folder.mkdir(exist_ok=True)
    measures = [fields(m, folder, kind == "native") for m in read_measures(root, edition)]
    (folder / "pack.json").write_text(json.dumps(measures), "utf-8")
    native = "true" if kind == "native" else "false"
    (folder / "pack.typ").write_text(TEMPLATE.replace("NATIVE", native), "utf-8")
    fonts = Path(font_source_sans_pro.__file__).parent / "files"
    typst.compile(
        folder / "pack.typ", output=out, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"]
    )


if __name__ == "__main__":
    main()
