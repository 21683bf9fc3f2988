"""SVG pages of the workspaces of tests/bad, and of one whose every word looks like markup.

A page holds no element, attribute or address that came from content, but the links that the PDF has.
"""

from __future__ import annotations

import json
from collections import Counter
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image
from sources.test_bad_workspaces import NAMES, workspace
from svg.test_svg_pages import SVG, check_page, pages

from plangen.diagnostics import PlangenError
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, Built, Format, build

OUTSIDE = ("https://", "http://", "mailto:")
PLAN = EditionName("plan", "2025-26")

HOSTILE = (
    "<script>alert(1)</script>",
    '"/><image href="https://evil.example/x.png',
    "' onload='alert(1)",
    ']]><!ENTITY x "y">&x;',
    "&lt;b&gt; &#60;i&#62;",
    "</text></svg><a href='javascript:alert(1)'>",
    "url(https://evil.example/) javascript:alert(1)",
    "--><foreignObject><body/>",
)


def editions(root: Path) -> list[EditionName]:
    folders = {"plan": root / "content/plans", "pack": root / "content/packs"}
    return [
        EditionName(kind, path.name)
        for kind, folder in folders.items()
        for path in (sorted(folder.iterdir()) if folder.is_dir() else ())
    ]


def svg_of(root: Path, name: EditionName) -> Built | None:
    """The pages; None where the workspace is refused, so that there are none."""
    try:
        return build(root, name, BuildOptions(format=Format.SVG))
    except PlangenError:
        return None


def leading_out(page: ElementTree.Element) -> Counter[str]:
    """The addresses of a page that lead out of the document."""
    addresses = (element.get("href", "") for element in page.iter(f"{SVG}a"))
    return Counter(address for address in addresses if address.startswith(OUTSIDE))


def links_of_the_pdf(data: bytes) -> list[Counter[str]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            Counter(str(note.A.URI) for note in page.get("/Annots", []) if "/A" in note and "/URI" in note.A)
            for page in pdf.pages
        ]


def check_edition(root: Path, name: EditionName, made: Built) -> None:
    found = pages(made.files)
    names = {file for file, _ in made.files}
    for page in found.values():
        check_page(page, names)
    pdf = build(root, name, BuildOptions()).data
    assert [leading_out(page) for page in found.values()] == links_of_the_pdf(pdf)


def test_workspaces_with_a_fault_have_pages_of_ours_or_none(tmp_path: Path) -> None:
    built = refused = 0
    for bad in ("base", *NAMES):
        root = workspace(tmp_path / bad, bad)
        for name in editions(root):
            made = svg_of(root, name)
            if made is None:
                refused += 1
                continue
            built += 1
            check_edition(root, name, made)
    assert refused > 100
    assert built >= 8


def escaped(text: str) -> str:
    """A text as words of Markdown: every mark that it could have a meaning by, behind a backslash."""
    return "".join(f"\\{c}" if c in "<>&[]()*_`\\{}#!|\"'-.:" else c for c in text)


def write_hostile(root: Path, text: str) -> None:
    """Put `text` wherever the base workspace takes words."""
    content, plan, said = root / "content", root / "content/plans/2025-26", json.dumps(text)
    (root / "assets").mkdir(exist_ok=True)
    Image.new("RGB", (60, 40), "navy").save(root / "assets/one.png")
    mark = json.dumps(escaped(text))
    replacements = {
        content / "partnership.yaml": [
            ("name: Example Town Partnership", f"name: {said}"),
            ("council: Example Town Council", f"council: {said}"),
            ("police: Example Police", f"police: {said}"),
        ],
        content / "indicators.yaml": [("name: House burglary\n", f"name: {said}\n")],
        content / "facts.yaml": [("source: Example figure", f"source: {said}")],
        plan / "plan.yaml": [
            ("title: Community safety plan", f"title: {said}\nsubject: {said}"),
            ("title: Our plan", f"title: {said}"),
            ("title: The year at a glance", f"title: {said}"),
        ],
        plan / "we_said_we_did.yaml": [("said: Cut house burglary", f"said: {mark}")],
        plan / "priorities.yaml": [
            ("title: Safer homes", f"title: {said}"),
            ("[Fewer homes burgled]", f"[{mark}]"),
            ("resources: Officers give this part of their working time.", f"resources: {mark}"),
            ("action: Advise residents on locks.", f"action: {mark}"),
        ],
    }
    for file, changes in replacements.items():
        words = file.read_text("utf-8")
        for before, after in changes:
            assert before in words, before
            words = words.replace(before, after)
        file.write_text(words, "utf-8")
    (content / "glossary.yaml").write_text(f"{said}: {{meaning: {mark}, expansion: {said}}}\n", "utf-8")
    own = escaped(text)
    chapter = f"""
{own} and [words {own}](https://example.org/?a=1&b=%3C2%3E) or <mailto:somebody@example.org>,
in [{own}]{{lang=cy}}.

- {own}

:::{{picture}} one.png
:alt: {own}
:caption: {own}
:::

:::{{callout}} {own}
{own}
:::

:::{{chart}} burglary
:kind: bars
:headline: {own}
:alt: {own}
:source: {own}
:::

:::{{glossary}}
:::

:::{{headline-actions}}
:::

:::{{lead-agencies}}
:::
"""
    summary = plan / "narrative/summary.md"
    summary.write_text(summary.read_text("utf-8") + chapter, "utf-8")


def letters(text: str) -> str:
    """Without marks, which are set in the characters of the language."""
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("text", HOSTILE)
def test_words_that_look_like_markup_stay_words_on_every_page(text: str, tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", "base")
    write_hostile(root, text)
    made = svg_of(root, PLAN)
    assert made is not None, build(root, PLAN, BuildOptions())
    check_edition(root, PLAN, made)
    found = pages(made.files)
    for page in found.values():
        for element in page.iter():
            values = [value for name, value in element.attrib.items() if not name.endswith("href")]
            assert not any("evil" in value or "alert" in value for value in values)
        assert not any("evil.example" in address for address in leading_out(page))
    out = sum((leading_out(page) for page in found.values()), Counter())
    assert set(out) == {"https://example.org/?a=1&b=%3C2%3E", "mailto:somebody@example.org"}
    said = "".join("".join(page.itertext()) for page in found.values())
    assert letters(text)[:12] in letters(said)
