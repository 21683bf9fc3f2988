"""A line of Markdown -> phrases: words, emphasis, links, notes and expressions, each fault at its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from markdown_it.token import Token
from msgspec import Struct, field

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.model.prose import Break, Emphasis, Foreign, NoteReference, Phrase, ProseLink, Words
from plangen.sources.expressions import parse
from plangen.sources.links import link_faults, link_remarks
from plangen.sources.markdown_parser import EXPRESSION, NOTE_CALL, UNCLOSED_EXPRESSION, UNOPENED_EXPRESSION
from plangen.sources.pasted import fold_characters
from plangen.sources.places import Origin

__all__ = ["Spots", "is_blank", "phrases_of"]

_MAX_DEPTH = 12
_MISREAD = "]{lang"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
"""A language with its script and region, where it has them (BCP 47): cy, en-GB, zh-Hant."""


class Spots(Struct, frozen=True):
    """Where a paragraph's text stands: for each of its lines its start in the text, its line and its column."""

    origin: Origin
    lines: list[tuple[int, int, int]]

    def at(self, position: int) -> Location:
        """The place of the character at `position` of the paragraph's text."""
        start, line, column = self.lines[max(bisect_right(self.lines, (position, 10**9, 0)) - 1, 0)]
        return self.origin.at(line, column + position - start)


class _Frame(Struct):
    children: list[Phrase] = field(default_factory=list)
    address: str | None = None
    language: str = ""
    location: Location | None = None


def phrases_of(content: str, tokens: Iterable[Token], spots: Spots) -> tuple[tuple[Phrase, ...], list[Diagnostic]]:
    """The phrases of the inline `tokens` that `content` was parsed into, and everything wrong with them."""
    reader = _Reader(content, spots)
    for token in tokens:
        reader.take(token)
    return tuple(_joined(reader.frames[0].children)), reader.faults


def is_blank(phrases: Iterable[Phrase]) -> bool:
    """Whether the phrases show nothing."""
    for phrase in phrases:
        match phrase:
            case Words(text) if not text.strip():
                continue
            case Emphasis(children) | Foreign(_, children) | ProseLink(_, children, _) if is_blank(children):
                continue
            case Break():
                continue
            case _:
                return False
    return True


class _Reader(Struct):
    content: str
    spots: Spots
    cursor: int = 0
    frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    faults: list[Diagnostic] = field(default_factory=list)

    def take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special" | "code_inline":
                self.words(token)
            case "softbreak" | "hardbreak":
                self.cursor = self.content.find("\n", self.cursor) + 1 or self.cursor
                self.add(Words(" ") if token.type == "softbreak" else Break())
            case "em_open" | "strong_open":
                self.open(_Frame())
            case "em_close" | "strong_close":
                self.add(Emphasis(tuple(_joined(self.close().children))))
            case "span_open":
                self.open_foreign(token)
            case "span_close":
                self.close_foreign()
            case "link_open":
                self.open_link(token)
            case "link_close":
                self.close_link()
            case _:
                self.special(token)

    def special(self, token: Token) -> None:
        match token.type:
            case kind if kind == EXPRESSION:
                self.expression(token)
            case kind if kind == UNCLOSED_EXPRESSION:
                self.cursor = token.meta["position"] + 2
                hint = "write }} behind the expression: {{ all_crime }}"
                here = self.spots.at(token.meta["position"])
                self.faults.append(finding(codes.UNMATCHED_BRACES, "{{ is never closed", here, hint))
            case kind if kind == UNOPENED_EXPRESSION:
                self.cursor = token.meta["position"] + 2
                hint = "write {{ in front of the expression, or \\}\\} for two braces, or delete them"
                here = self.spots.at(token.meta["position"])
                self.faults.append(finding(codes.UNMATCHED_BRACES, "}} closes nothing", here, hint))
            case kind if kind == NOTE_CALL:
                self.add(NoteReference(token.meta["label"], self.find(f"[^{token.meta['label']}]")))
            case "image":
                hint = "write :::{picture} name.jpg on a line of its own, with :alt: below it and ::: to close"
                self.faults.append(
                    finding(codes.PICTURE_IN_A_LINE, "a picture stands inside a line", self.find("!["), hint)
                )
            case "html_inline":
                hint = "delete it: **bold**, [link](https://…) and directives do what is needed; write < as \\<"
                message = f'"{token.content[:40]}" is HTML, which is not allowed'
                self.faults.append(finding(codes.HTML, message, self.find(token.content), hint))

    def words(self, token: Token) -> None:
        found = self.content.find(token.content, self.cursor)
        if found >= 0:
            self.cursor = found + len(token.content)
        if _MISREAD in token.content and token.type == "text":
            self.no_language(self.spots.at(max(found, 0) + token.content.index(_MISREAD)))
        if text := fold_characters(token.content):
            self.add(Words(text, exact=token.type == "code_inline"))

    def expression(self, token: Token) -> None:
        start = token.meta["position"] + 2
        self.cursor = start + len(token.content) + 2
        try:
            self.add(parse(fold_characters(token.content).replace("\n", " "), self.spots.at(start)))
        except PlangenError as fault:
            self.faults.extend(fault.diagnostics)

    def open_foreign(self, token: Token) -> None:
        here = self.find("[")
        language = str(token.attrs.get("lang", ""))
        if not _LANGUAGE.fullmatch(language) or len(token.attrs) > 1 or token.meta:
            self.no_language(here)
        self.open(_Frame(language=language, location=here))

    def no_language(self, here: Location) -> None:
        hint = "write the language's short name: [Croeso]{lang=cy}; or write \\[ for a plain bracket"
        self.faults.append(
            finding(codes.PASSAGE_LANGUAGE, "the braces behind these brackets do not name a language", here, hint)
        )

    def close_foreign(self) -> None:
        frame = self.close()
        self.add(Foreign(frame.language, tuple(_joined(frame.children))))

    def open_link(self, token: Token) -> None:
        here = self.find("<" if token.markup == "autolink" else "[")
        self.open(_Frame(address=str(token.attrs.get("href", "")), location=here))

    def close_link(self) -> None:
        frame = self.close()
        assert frame.address is not None
        assert frame.location is not None
        children = tuple(_joined(frame.children))
        problems = link_faults(frame.address, is_blank(children), frame.location)
        self.faults.extend(problems)
        if not problems:
            said = "".join(child.text for child in children if isinstance(child, Words))
            self.faults.extend(link_remarks(frame.address, said, frame.location))
            self.add(ProseLink(frame.address, children, frame.location))

    def find(self, text: str) -> Location:
        found = self.content.find(text, self.cursor)
        if found >= 0:
            self.cursor = found + len(text)
        return self.spots.at(max(found, 0))

    def open(self, frame: _Frame) -> None:
        if len(self.frames) == _MAX_DEPTH:
            message = "bold, italics and links are nested too deeply"
            here = self.spots.at(self.cursor)
            self.faults.append(
                finding(codes.NO_PLACE_IN_A_DOCUMENT, message, here, "take most of the asterisks and brackets out")
            )
        self.frames.append(frame)

    def close(self) -> _Frame:
        return self.frames.pop()

    def add(self, phrase: Phrase) -> None:
        if len(self.frames) <= _MAX_DEPTH:
            self.frames[-1].children.append(phrase)


def _joined(phrases: Iterable[Phrase]) -> Iterable[Phrase]:
    """The phrases with neighbouring words made one, and runs of plain spaces one space."""
    waiting: list[str] = []
    for phrase in phrases:
        if isinstance(phrase, Words) and not phrase.exact:
            waiting.append(phrase.text)
            continue
        if waiting:
            yield Words(_spaced("".join(waiting)))
            waiting = []
        yield phrase
    if waiting:
        yield Words(_spaced("".join(waiting)))


def _spaced(text: str) -> str:
    return re.sub(r"[ \t]+", " ", text)
