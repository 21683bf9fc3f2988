"""Parser tokens -> blocks of prose: paragraphs, headings, lists, tables, quotations, directives, notes."""

from __future__ import annotations

import re

from markdown_it.token import Token
from msgspec import Struct, field

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.model.prose import (
    Break,
    Footnote,
    Phrase,
    ProseBlock,
    ProseHeading,
    ProseItem,
    ProseList,
    ProseParagraph,
    ProseQuote,
    ProseTable,
)
from plangen.sources.directive_rule import DIRECTIVE, Opening
from plangen.sources.directives import directive
from plangen.sources.markdown_parser import MAX_LEVEL, parser
from plangen.sources.phrases import Spots, is_blank, phrases_of
from plangen.sources.places import Origin, Places
from plangen.sources.refused_blocks import refusal

__all__ = ["read_blocks"]

_PIPE = re.compile(r"(?<!\\)\|")


def read_blocks(
    tokens: list[Token], text: str, origin: Origin, chapter: bool
) -> tuple[list[ProseBlock], list[Footnote], list[Diagnostic]]:
    """The blocks and footnotes that `text` was parsed into, and everything wrong with them."""
    reader = _Reader(tokens, Places(text.split("\n"), origin), chapter)
    deep = next((token for token in tokens if token.level >= MAX_LEVEL and token.map), None)
    if deep and deep.map:
        message = "lists, quotations or directives are nested too deeply"
        return (
            [],
            [],
            [finding(codes.NO_PLACE_IN_A_DOCUMENT, message, origin.at(deep.map[0]), "use at most three levels")],
        )
    return reader.blocks(), reader.notes, reader.faults


class _Reader(Struct):
    """The tokens and how far they have been read. Nesting is bounded, so blocks are read recursively."""

    tokens: list[Token]
    places: Places
    chapter: bool
    position: int = 0
    level: int = 0
    notes: list[Footnote] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def blocks(self, closing: str = "") -> list[ProseBlock]:
        """Blocks up to the token of type `closing`, which is passed over."""
        found: list[ProseBlock] = []
        while self.position < len(self.tokens):
            token = self.next()
            if token.type == closing:
                break
            found += self.block(token)
        return found

    def block(self, token: Token) -> list[ProseBlock]:
        match token.type:
            case "paragraph_open":
                content = self.inline(self.next())
                self.next()
                return [] if is_blank(content) else [ProseParagraph(content, self.here(token), self.last(token))]
            case "heading_open":
                return self.heading(token)
            case "bullet_list_open" | "ordered_list_open":
                return [self.list_of_items(token)]
            case "blockquote_open":
                return [ProseQuote(tuple(self.blocks("blockquote_close")), self.here(token))]
            case "table_open":
                return [self.table(token)]
            case "footnote_reference_open":
                self.note(token)
            case kind if kind == f"{DIRECTIVE}_open":
                return self.directive(token)
            case _:
                self.faults.append(refusal(token, self.here(token)))
        return []

    def heading(self, token: Token) -> list[ProseBlock]:
        content = self.inline(self.next())
        self.next()
        level, here = int(token.tag[1:]), self.here(token)
        if fault := self.heading_fault(level, is_blank(content), here):
            self.faults.append(fault)
        self.level = max(level, 2)
        return [ProseHeading(level, content, here)]

    def heading_fault(self, level: int, blank: bool, here: Location) -> Diagnostic | None:
        if not self.chapter:
            hint = "headings belong to chapters: write this as a paragraph, or in bold"
            return finding(codes.HEADING_LEVEL, "a heading stands in a field", here, hint)
        if blank:
            return finding(
                codes.HEADING_LEVEL,
                "the heading has no words",
                here,
                "write them behind the #, or delete the line",
            )
        if level == 1:
            hint = "begin headings with ##: the chapter's own title is in plan.yaml"
            return finding(codes.HEADING_LEVEL, "a heading of level 1 stands in the chapter", here, hint)
        allowed = max(self.level, 1) + 1
        if level > allowed:
            before = f"follows one of level {self.level}" if self.level else "is the first one of the chapter"
            hint = f"begin it with {'#' * allowed}"
            return finding(codes.HEADING_LEVEL, f"a heading of level {level} {before}", here, hint)
        return None

    def list_of_items(self, token: Token) -> ProseList:
        closing = token.type.replace("_open", "_close")
        items = []
        while self.next().type != closing:
            items.append(ProseItem(tuple(self.blocks("list_item_close"))))
        start = int(token.attrs.get("start", 1))
        return ProseList(tuple(items), token.type.startswith("ordered"), start, self.here(token))

    def table(self, token: Token) -> ProseBlock:
        rows: list[list[tuple[Phrase, ...]]] = []
        right: list[bool] = []
        while (inner := self.next()).type != "table_close":
            if inner.type == "tr_open":
                rows.append([])
                self.faults += _too_many_cells(inner, self.places, len(right))
            elif inner.type == "th_open":
                right.append("right" in str(inner.attrs.get("style", "")))
            elif inner.type == "inline":
                rows[-1].append(self.inline(inner))
        return _table_from(rows, right, self.here(token))

    def note(self, token: Token) -> None:
        here, last, content = self.here(token), self.last(token), list[Phrase]()
        for block in self.blocks("footnote_reference_close"):
            if isinstance(block, ProseParagraph):
                content += [*([Break()] if content else []), *block.content]
            else:
                hint = "write the note as one paragraph"
                self.faults.append(
                    finding(
                        codes.NO_PLACE_IN_A_DOCUMENT, "a footnote holds more than paragraphs", block.location, hint
                    )
                )
        self.notes.append(Footnote(str(token.meta["label"]), tuple(content), here, last))

    def directive(self, token: Token) -> list[ProseBlock]:
        opening = token.meta["opening"]
        assert isinstance(opening, Opening)
        body = tuple(self.blocks(f"{DIRECTIVE}_close"))
        made, faults = directive(opening, body, self.places.origin, _line)
        self.faults += faults
        return [made] if made else []

    def inline(self, token: Token) -> tuple[Phrase, ...]:
        first = token.map[0] if token.map else 0
        spots = Spots(self.places.origin, self.places.of_content(token.content, first))
        content, faults = phrases_of(token.content, token.children or [], spots)
        self.faults += faults
        return content

    def here(self, token: Token) -> Location:
        return self.places.of_line(token.map[0] if token.map else 0)

    def last(self, token: Token) -> int:
        """The file's line that what the token opens ends in."""
        return self.places.origin.line_of(token.map[1] - 1 if token.map else 0)

    def next(self) -> Token:
        self.position += 1
        return self.tokens[self.position - 1]


def _line(text: str, origin: Origin) -> tuple[tuple[Phrase, ...], list[Diagnostic]]:
    """The phrases of one line."""
    tokens = parser().parseInline(text)
    return phrases_of(text, tokens[0].children or [], Spots(origin, [(0, 0, 0)]))


def _table_from(rows: list[list[tuple[Phrase, ...]]], right: list[bool], here: Location) -> ProseTable:
    """The table whose first row is its header."""
    body = tuple(tuple(row) for row in rows[1:])
    return ProseTable(tuple(rows[0]), body, tuple(right), here)


def _too_many_cells(row: Token, places: Places, columns: int) -> list[Diagnostic]:
    """A row with more cells than the header (`columns`; 0 while that is read): Markdown would drop them."""
    line = row.map[0] if row.map else 0
    text = places.lines[line].strip() if line < len(places.lines) else ""
    cells = len(_PIPE.split(text.removeprefix("|").removesuffix("|")))
    if not columns or cells <= columns:
        return []
    message = f"the row has {cells} cells; the table has {columns} columns"
    return [
        finding(
            codes.TABLE_ROW_TOO_LONG, message, places.of_line(line), "delete a |, or write one in the text as \\|"
        )
    ]
