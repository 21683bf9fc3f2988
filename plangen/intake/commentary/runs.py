"""The runs of a Word paragraph: words with their ways of writing, and what among them is not kept."""

from __future__ import annotations

import colorsys
import re
from enum import Enum
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from plangen.intake.commentary.content import Lost, LostPart, WordPiece, words_of
from plangen.intake.commentary.package import WordPackage, plain_words
from plangen.intake.commentary.styles import is_on, value_of

__all__ = ["RunReader", "Tracked", "WordField", "allowed_link"]

_KEPT_FIELDS = ("HYPERLINK", "FORMTEXT", "FORMDROPDOWN", "QUOTE")
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]{0,2000})"', re.IGNORECASE)
_LINK = re.compile(r"https://[^\s/]+\S*|mailto:[^@\s]+@[^@\s]+", re.IGNORECASE)
_MOST_FIELDS = 100
_SPACES = {"w.tab": "\t", "w.br": " ", "w.cr": " ", "w.ptab": " ", "w.noBreakHyphen": "-"}
_CHANGES = ("w.ins", "w.del", "w.moveFrom", "w.moveTo")
_REMARKABLE_HUES = ((345, 361), (0, 60), (75, 165))
"""Red; red to amber and yellow; green: degrees of the colour circle."""


class Tracked(Enum):
    """What becomes of tracked changes."""

    ACCEPT = "accept"
    REJECT = "reject"


class WordField(Struct):
    """A field that has begun: its instruction, and whether its result has."""

    instruction: str = ""
    shows: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def kept(self) -> bool:
        """Whether what it shows is text that somebody wrote."""
        return self.instruction.strip().upper().startswith(_KEPT_FIELDS)

    @property
    def address(self) -> str:
        """Where it leads, if it is a link."""
        found = _ADDRESS.search(self.instruction)
        return found[1] if found else ""


class RunReader(Struct):
    """Reads what stands in a paragraph. Fields may begin in one paragraph and end in another, so it is kept."""

    package: WordPackage
    tracked: Tracked | None
    changes: int = 0
    fields: list[WordField] = field(default_factory=list)
    pieces: list[WordPiece] = field(default_factory=list)
    lost: list[LostPart] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    style: str = ""
    controls: dict[str, str] = field(default_factory=dict)

    def take(self, element: Element, link: str = "") -> None:
        """Read the children of a paragraph, or of what groups runs in one."""
        for child in element:
            if child.tag in _CHANGES:
                self.change(child, link)
            elif child.tag == "w.r":
                self.run(child, link)
            elif child.tag == "w.hyperlink":
                self.hyperlink(child)
            elif child.tag == "w.fldSimple":
                self.simple_field(child)
            elif child.tag in ("m.oMath", "m.oMathPara"):
                self.lose(Lost.EQUATION, plain_words(child))
            elif child.tag == "w.sdt":
                self.control(child, link)
            elif child.tag == "mc.AlternateContent":
                self.take(_choice(child), link)
            elif child.tag in ("w.smartTag", "w.customXml", "w.dir", "w.bdo"):
                self.take(child, link)

    def change(self, element: Element, link: str) -> None:
        """A tracked change: what was put in is there when it is accepted, what was taken out when it is not."""
        self.changes += 1
        put_in = element.tag in ("w.ins", "w.moveTo")
        if put_in is (self.tracked is not Tracked.REJECT):
            self.take(element, link)

    def control(self, element: Element, link: str) -> None:
        """A content control in a line; one that still shows its prompt says nothing."""
        content = element.find("w.sdtContent")
        prompts = is_on(element.find("w.sdtPr/w.showingPlcHdr"))
        if (tag := value_of(element, "w.sdtPr/w.tag")) and content is not None:
            self.controls[tag] = "" if prompts else plain_words(content)
        if content is not None and not prompts:
            self.take(content, link)

    def hyperlink(self, element: Element) -> None:
        """A link; the words of one that is not kept stay."""
        address = self.package.address(element.get("r.id", ""))
        self.take(element, self.link_or_lost(address, plain_words(element)))

    def simple_field(self, element: Element) -> None:
        """A field that is written in one element."""
        opened = WordField(element.get("w.instr", ""), shows=True)
        if opened.kept:
            self.take(element, self.link_or_lost(opened.address, plain_words(element)) if opened.address else "")
        else:
            self.lose(Lost.FIELD, plain_words(element))

    def link_or_lost(self, address: str, words: str) -> str:
        """The address if it may stand in a commentary; otherwise its loss is noted."""
        if allowed_link(address):
            return address
        self.lose(Lost.LINK, words)
        return ""

    def run(self, run: Element, link: str) -> None:
        """Words in one way of writing; hidden ones are named, and not kept."""
        properties = run.find("w.rPr")
        if properties is not None:
            properties = self.settled(properties)
        if properties is not None and is_on(properties.find("w.vanish")):
            self.lose(Lost.HIDDEN, plain_words(run))
            return
        before = len(self.pieces)
        for child in run:
            self.in_run(child, link, *self.face(properties))
        words = "".join(piece.text for piece in self.pieces[before:]).strip()
        if words and properties is not None:
            self.remark(properties, words)

    def settled(self, properties: Element) -> Element:
        """A run's properties; those it had before a tracked change of them, where changes are rejected."""
        change = properties.find("w.rPrChange")
        if change is None:
            return properties
        self.changes += 1
        former = change.find("w.rPr")
        return former if self.tracked is Tracked.REJECT and former is not None else properties

    def face(self, properties: Element | None) -> tuple[bool, bool]:
        """Whether a run is bold and italic, by itself, its own style or the paragraph's."""
        styles, bold, italic, own = self.package.styles, None, None, ""
        if properties is not None:
            bold, italic = is_on(properties.find("w.b")), is_on(properties.find("w.i"))
            named = properties.find("w.rStyle")
            own = named.get("w.val", "") if named is not None else ""
        return (
            bold if bold is not None else (styles.bold(own) or styles.bold(self.style)),
            italic if italic is not None else (styles.italic(own) or styles.italic(self.style)),
        )

    def in_run(self, child: Element, link: str, bold: bool, italic: bool) -> None:
        """Words, a call of a note or comment, or a part of a field."""
        match child.tag:
            case "w.t" | "w.delText":
                self.add(child.text or "", link, bold, italic)
            case tag if tag in _SPACES:
                self.add(_SPACES[tag], link, bold, italic)
            case "w.footnoteReference" | "w.endnoteReference":
                kind = child.tag.removeprefix("w.").removesuffix("Reference")
                self.call_note(f"{kind}:{child.get('w.id', '')}")
            case "w.commentReference":
                self.lose(Lost.COMMENT, self.package.comments.get(child.get("w.id", ""), ""))
            case "w.fldChar":
                self.field_mark(child.get("w.fldCharType", ""))
            case "w.instrText":
                if self.fields and not self.fields[-1].shows:
                    self.fields[-1].instruction += (child.text or "")[:2_000]
            case "w.ruby":
                for base in child.iterfind("w.rubyBase/w.r"):
                    self.run(base, link)
            case _:
                self.object(child, link, bold, italic)

    def object(self, child: Element, link: str, bold: bool, italic: bool) -> None:
        """What is no words: drawings, symbols, page numbers."""
        match child.tag:
            case "w.drawing" | "w.pict" | "w.object":
                self.lost += _drawn(child)
            case "mc.AlternateContent":
                for inner in _choice(child):
                    self.in_run(inner, link, bold, italic)
            case "w.sym":
                self.lose(Lost.PICTURE, f"a symbol of the font {child.get('w.font', '')}")
            case "w.pgNum":
                self.lose(Lost.FIELD, "the number of the page")
            case _:
                pass

    def add(self, text: str, link: str, bold: bool, italic: bool) -> None:
        """Words; within a field they belong to what it shows, or to nothing."""
        for opened in self.fields:
            if not opened.shows:
                return
            if not opened.kept:
                opened.words.append(text)
                return
        address = next((one.address for one in reversed(self.fields) if one.address), "")
        self.pieces.append(WordPiece(text, bold, italic, link or (address if allowed_link(address) else "")))

    def call_note(self, id: str) -> None:
        """Where a note is called that the file has."""
        if id in self.package.notes:
            self.pieces.append(WordPiece("", note=id))

    def field_mark(self, kind: str) -> None:
        """A field begins, shows what it came to, or ends."""
        if kind == "begin" and len(self.fields) < _MOST_FIELDS:
            self.fields.append(WordField())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows = True
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if not ended.kept:
                self.lose(Lost.FIELD, "".join(ended.words))
            elif "HYPERLINK" in ended.instruction.upper() and not allowed_link(ended.address):
                self.lose(Lost.LINK, ended.address)

    def remark(self, properties: Element, words: str) -> None:
        """What the look of a run says: a highlight means to come back, traffic lights are lost."""
        highlight, colour = properties.find("w.highlight"), properties.find("w.color")
        struck = is_on(properties.find("w.strike")) or is_on(properties.find("w.dstrike"))
        if struck or (highlight is not None and highlight.get("w.val", "none") not in ("none", "white")):
            self.marked.append(words_of(words))
        if colour is not None and _is_light(colour.get("w.val", "")):
            self.lose(Lost.COLOUR, words)

    def lose(self, kind: Lost, words: str = "") -> None:
        """Note something that is not kept."""
        self.lost.append(LostPart(kind, words_of(words)))


def allowed_link(address: str) -> bool:
    """Whether a commentary may lead there: the web over https, or a mailbox."""
    return bool(_LINK.fullmatch(address))


def _choice(element: Element) -> Element:
    """What a newer program shows of alternatives; the others say the same in an older way."""
    for tag in ("mc.Choice", "mc.Fallback"):
        if (found := element.find(tag)) is not None:
            return found
    return Element("none")


def _drawn(element: Element) -> list[LostPart]:
    """What a drawing is: a chart, text boxes, or a picture with its alt text."""
    boxes = list(element.iter("w.txbxContent"))
    if boxes:
        return [LostPart(Lost.TEXT_BOX, words_of(plain_words(box))) for box in boxes]
    uris = [data.get("uri", "") for data in element.iter("a.graphicData")]
    told = [one.get("descr") or one.get("title") or "" for one in element.iter("wp.docPr")]
    told += [one.get("alt", "") for tag in ("v.shape", "v.rect") for one in element.iter(tag)]
    if any(one.get("o.hr") for one in element.iter("v.rect")):
        return []
    kind = Lost.CHART if any(re.search(r"/chart(ex)?$", uri) for uri in uris) else Lost.PICTURE
    return [LostPart(kind, words_of(next((words for words in told if words), "")))]


def _is_light(colour: str) -> bool:
    """Whether a colour is one of a traffic light: strong, and red, amber or green."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return False
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    return saturation > 0.5 and value > 0.35 and any(low <= 360 * hue < high for low, high in _REMARKABLE_HUES)
