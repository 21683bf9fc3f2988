"""Every kind of PDF that plangen makes passes the reference validator for PDF/UA-1 and PDF/A-3a.

To have a further PDF checked, add the function that makes it to `SAMPLES`; all are checked in one run.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from conformance.verapdf import validate
from render.canvas_sample import sample_pdf
from render.hostile_pack import hostile_pack
from render.hostile_samples import hostile, too_wide_table
from render.layout_samples import body, document, plan, section
from render.pack_samples import pack

from plangen import BuildOptions, EditionKind, EditionName, build
from plangen.document.theme import Theme
from plangen.model.edition import Approval, Correction
from plangen.render.pdf import render_pdf

ROOT = Path(__file__).parents[2]


def edition(kind: EditionKind, id: str, final: bool) -> bytes:
    """A real edition, from its content files."""
    return build(ROOT, EditionName.of(kind, id), BuildOptions(final=final)).data


def corrected() -> bytes:
    """An approved plan with a corrections page."""
    day = date(2011, 5, 5)
    correction = Correction("1.1", "1.0", "Safe City Partnership", day, "All crime fell by 9%, not by 8%.")
    options = BuildOptions(True, approval=Approval("1.1", "Safe City Partnership", day), corrections=(correction,))
    return build(ROOT, EditionName.of(EditionKind.PLAN, "2011-12"), options).data


SAMPLES: dict[str, Callable[[], bytes]] = {
    "canvas": sample_pdf,
    "plan": lambda: render_pdf(plan(), Theme()).data,
    "draft": lambda: render_pdf(plan(draft=True), Theme()).data,
    "pack": lambda: render_pdf(pack(), Theme()).data,
    "hostile-pack": lambda: render_pdf(hostile_pack(), Theme()).data,
    "hostile": lambda: render_pdf(hostile(), Theme()).data,
    "turned": lambda: render_pdf(document(section("A", body("x"), too_wide_table(), body("y"))), Theme()).data,
    "published-plan": lambda: edition(EditionKind.PLAN, "2011-12", final=True),
    "corrected-plan": corrected,
    "draft-plan": lambda: edition(EditionKind.PLAN, "2011-12", final=False),
    "published-pack": lambda: edition(EditionKind.PACK, "2016-17-q2", final=True),
}


def without_alt_and_colour_space() -> bytes:
    """A sample that must not pass: no alt text (7.3 of PDF/UA), no output intent (6.2.4.3 of PDF/A)."""
    target = BytesIO()
    with pikepdf.open(BytesIO(sample_pdf())) as pdf:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure":
                del found["/Alt"]
        del pdf.Root.OutputIntents
        pdf.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("conformance")
    made = {**SAMPLES, "broken": without_alt_and_colour_space}
    paths = []
    for name, make in made.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(make())
        paths.append(path)
    return paths


@pytest.mark.parametrize(("flavour", "broken_rule"), [("ua1", "7.3-1"), ("3a", "6.2.4.3-2")])
def test_every_sample_passes_and_a_broken_one_does_not(files, flavour, broken_rule):
    failures = validate(files, flavour)
    assert [str(failure) for failure in failures if failure.file != "broken.pdf"] == []
    assert broken_rule in {failure.rule for failure in failures if failure.file == "broken.pdf"}
