"""The words of a PDF that plangen made, read back from its tags: what a screen reader meets, passage by passage.

Headers, footers and decoration are artifacts and are left out, so that another version number at the foot of every
page is no change (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from msgspec import json

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.limits.budget import Budget, OverBudgetError
from plangen.limits.child import ChildFailedError, run_limited

__all__ = ["archived_passages", "passages", "passages_as_json"]

_PASSAGES = (
    "/P",
    "/H1",
    "/H2",
    "/H3",
    "/H4",
    "/H5",
    "/H6",
    "/LI",
    "/TR",
    "/Caption",
    "/Note",
    "/Figure",
    "/Quote",
)
_CELLS = ("/TH", "/TD")
_SKIPPED = ("/TOC",)  # page numbers; its headings stand in the text again

Texts = list[dict[int, str]]


def passages(data: bytes) -> tuple[str, ...]:
    """Headings, paragraphs, items, rows of tables and alternative texts, in the order in which they are read."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        texts = [_marked_texts(page) for page in pdf.pages]
        root = pdf.Root.get("/StructTreeRoot")
        found = (_squeezed(words) for kid in _kids(root) for words in _walk(kid, pages, texts))
        return tuple(words for words in found if words)


def archived_passages(data: bytes, place: str) -> tuple[str, ...]:
    """The same of a PDF in an archive, which may be forged: within a budget; raises PG711 at `place`."""
    try:
        made = run_limited("plangen.pipeline.archive.tagged_text:passages_as_json", data, Budget())
    except (ChildFailedError, OverBudgetError) as problem:
        hint = "run plangen archive verify, and hold the version against its receipt"
        message = f"this is no PDF that plangen made: its text cannot be read ({problem})"
        raise PlangenError(finding(codes.STORED_FILE_DAMAGED, message, Location(place), hint)) from None
    return json.decode(made, type=tuple[str, ...])


def passages_as_json(data: bytes) -> bytes:
    """`passages` for another process."""
    return json.encode(passages(data))


def _walk(element: Any, pages: dict[Any, int], texts: Texts) -> Iterator[str]:
    tag = str(element.get("/S", ""))
    if tag in _SKIPPED:
        return
    if tag in _PASSAGES:
        yield str(element.Alt) if "/Alt" in element else _words(element, pages, texts)
        return
    for kid in _kids(element):
        if _is_element(kid):
            yield from _walk(kid, pages, texts)
        else:
            yield _content(element, kid, pages, texts)


def _words(element: Any, pages: dict[Any, int], texts: Texts) -> str:
    """All words inside an element; `ActualText` stands in for what is drawn, as an arrow is."""
    if "/ActualText" in element:
        return str(element.ActualText)
    inner = (
        _words(kid, pages, texts) if _is_element(kid) else _content(element, kid, pages, texts)
        for kid in _kids(element)
    )
    words = "".join(inner)
    return f"{words.strip()} | " if str(element.get("/S")) in _CELLS else words


def _content(element: Any, kid: Any, pages: dict[Any, int], texts: Texts) -> str:
    if isinstance(kid, int):
        return texts[pages[element.Pg.objgen]].get(kid, "")
    if kid.get("/Type") == "/MCR":
        return texts[pages[kid.Pg.objgen]].get(int(kid.MCID), "")
    return ""


def _is_element(kid: Any) -> bool:
    return not isinstance(kid, int) and "/S" in kid


def _kids(element: Any) -> list[Any]:
    import pikepdf

    held = element.get("/K") if element is not None else None
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _marked_texts(page: Any) -> dict[int, str]:
    """The text of each run of marked content of a page by its number (ISO 32000-1, 14.6)."""
    import pikepdf

    texts: dict[int, str] = {}
    maps: dict[str, dict[int, str]] = {}
    numbers: list[int | None] = []  # of the marked content that is open, one inside the other
    font = ""
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                own = int(operands[1].MCID) if "/MCID" in operands[1] else None
                numbers.append(own if own is not None or not numbers else numbers[-1])
                if own is not None:
                    texts.setdefault(own, "")
            case "EMC":
                del numbers[-1:]
            case "Tf":
                font = str(operands[0])
                if font not in maps:
                    maps[font] = _characters(page.obj.Resources.Font[font].ToUnicode.read_bytes())
            case "Tj" | "TJ" if numbers and (number := numbers[-1]) is not None:
                texts[number] += "".join(
                    maps[font].get(code, "\N{REPLACEMENT CHARACTER}") for code in _shown(operands[0])
                )
    return texts


def _shown(operand: Any) -> bytes:
    """The codes that an operator shows: those of a string, or of an array's strings without the steps between."""
    import pikepdf

    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _characters(cmap: bytes) -> dict[int, str]:
    """What the codes of a font stand for, from its ToUnicode table (ISO 32000-1, 9.10.3)."""
    pairs = re.findall(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>", cmap.partition(b"endcodespacerange")[2])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _squeezed(words: str) -> str:
    return " ".join(words.split()).removesuffix(" |").removeprefix("•").strip()
