"""The tag tree of a PDF as text, read back from its bytes: one line per element, with what it holds.

Document
  H1 "Setting the scene"
  Table
    TR
      TH Scope=Column "Measure"
"""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

_TEXTS = {"/Alt": "Alt", "/ActualText": "ActualText", "/E": "E", "/Lang": "Lang", "/T": "T", "/ID": "ID"}


def tag_tree(data: bytes) -> str:
    """One line per element of the structure tree of the PDF in `data`, indented by depth."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        texts = [marked_texts(page) for page in pdf.pages]
        lines = []
        for kid in _kids(pdf.Root.StructTreeRoot):
            _describe(kid, 0, pages, texts, lines)
        return "\n".join(lines) + "\n"


def spoken(data: bytes) -> str:
    """What a screen reader meets in the PDF in `data`: all text, in the order of the structure tree."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        texts = [marked_texts(page) for page in pdf.pages]
        return "".join(word for kid in _kids(pdf.Root.StructTreeRoot) for word in _spoken(kid, pages, texts))


def _spoken(element, pages, texts):
    for kid in _kids(element):
        if isinstance(kid, int):
            yield texts[pages[element.Pg.objgen]][kid]
        elif kid.get("/Type") == "/MCR":
            yield texts[pages[kid.Pg.objgen]][int(kid.MCID)]
        elif kid.get("/Type") != "/OBJR":
            yield from _spoken(kid, pages, texts)


def marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each run of marked content of `page`, by its number; artifacts have none."""
    texts: dict[int, str] = {}
    maps: dict[str, dict[int, str]] = {}
    mcid, font, inner = None, "", 0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" if operands[0] == "/Span" and "/ActualText" in operands[1]:
                inner += 1
                if mcid is not None:
                    texts[mcid] += str(operands[1].ActualText)
            case "EMC" if inner:
                inner -= 1
            case "BDC":
                mcid = int(operands[1].MCID) if "/MCID" in operands[1] else None
                if mcid is not None:
                    texts[mcid] = ""
            case "EMC":
                mcid = None
            case "Tf":
                font = str(operands[0])
                maps.setdefault(font, to_unicode(page.obj.Resources.Font[font].ToUnicode.read_bytes()))
            case "Tj" | "TJ" if mcid is not None and not inner:
                texts[mcid] += _shown(operands[0], maps[font])
    return texts


def _shown(operand: pikepdf.Object, characters: dict[int, str]) -> str:
    """The characters of a string, or of all strings of an array."""
    strings = [operand] if isinstance(operand, pikepdf.String) else operand
    return "".join(
        characters[code] for part in strings if isinstance(part, pikepdf.String) for code in bytes(part)
    )


def to_unicode(cmap: bytes) -> dict[int, str]:
    """The characters that the codes of a font stand for."""
    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]+)>", cmap.split(b"endcodespacerange")[1])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _kids(element):
    return _listed(element.get("/K"))


def _listed(entry):
    """What an entry holds that may be absent, one object, or an array of them."""
    if entry is None:
        return []
    return list(entry) if isinstance(entry, pikepdf.Array) else [entry]


def _describe(element, depth, pages, texts, lines):
    words = [str(element.S)[1:], *_attributes(element)]
    below, said = [], []
    for kid in _kids(element):
        if isinstance(kid, int):
            said.append(_quoted(texts[pages[element.Pg.objgen]][kid]))
        elif kid.get("/Type") == "/MCR":
            page = pages[kid.Pg.objgen]
            said.append(f"p{page + 1}:{_quoted(texts[page][int(kid.MCID)])}")
        elif kid.get("/Type") == "/OBJR":
            said.append(_link(kid.Obj))
        else:
            below.append(kid)
            said.append("*")
    while said and said[-1] == "*":
        said.pop()
    lines.append("  " * depth + " ".join(words + said))
    for kid in below:
        _describe(kid, depth + 1, pages, texts, lines)


def _attributes(element):
    for key, name in _TEXTS.items():
        if key in element:
            yield f"{name}={_quoted(str(element[key]))}"
    for owner in _listed(element.get("/A")):
        for key in owner:
            if key == "/BBox":
                yield "BBox=[" + " ".join(f"{float(number):g}" for number in owner[key]) + "]"
            elif key != "/O":
                yield f"{key[1:]}={str(owner[key]).removeprefix('/')}"


def _link(annotation):
    if "/A" in annotation:
        return f"-> {annotation.A.URI}"
    return f"-> #{annotation.Dest}"


def _quoted(text):
    return '"' + text + '"'
