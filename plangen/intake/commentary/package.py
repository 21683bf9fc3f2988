"""A .docx file opened: its body, styles, lists, notes, comments, and where its links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct

from plangen.intake.commentary.numbering import Numbering, read_numbering
from plangen.intake.commentary.styles import WordStyles, read_styles
from plangen.sources.office_file import OfficeFault, OfficeFile, OfficeFileError, open_office_file

__all__ = ["WordPackage", "open_word", "plain_words"]

_TARGETS_MOST = 20_000


class WordRelation(Struct, frozen=True):
    """Where a part points to: what kind of thing, its address, and whether that is outside the file."""

    kind: str
    target: str
    outside: bool


class WordPackage(Struct, frozen=True):
    """The parts of a Word file that hold words, and what they refer to.

    `edges` are the words of headers and footers, by kind (`header`, `footer`); `comments` those of comments by id.
    """

    body: Element
    styles: WordStyles
    numbering: Numbering
    relations: Mapping[str, WordRelation]
    notes: Mapping[str, Element]
    comments: Mapping[str, str]
    edges: tuple[tuple[str, str], ...]

    def address(self, id: str) -> str:
        """Where the link with that id leads; "" where it stays in the file or the id means nothing."""
        found = self.relations.get(id)
        return found.target if found and found.outside else ""


def open_word(data: bytes) -> WordPackage:
    """Open a .docx; raises OfficeFileError for one with a password, damaged, hostile or too large."""
    file = open_office_file(data)
    main = _main_part(file)
    tree = file.tree(main)
    body = tree.find("w.body") if tree is not None else None
    if body is None:
        raise OfficeFileError(OfficeFault.DAMAGED, "this is not a Word document: it has no body")
    relations = _relations(file, main)
    by_kind = {relation.kind: _inside(main, relation.target) for relation in relations.values()}
    return WordPackage(
        body,
        read_styles(_optional(file, by_kind.get("styles"))),
        read_numbering(_optional(file, by_kind.get("numbering"))),
        relations,
        {
            f"{kind}:{note.get('w.id', '')}": note
            for kind in ("footnote", "endnote")
            for note in _children(_optional(file, by_kind.get(f"{kind}s")), f"w.{kind}")
            if note.get("w.type", "normal") == "normal"
        },
        {
            comment.get("w.id", ""): plain_words(comment)
            for comment in _children(_optional(file, by_kind.get("comments")), "w.comment")
        },
        tuple(_edges(file, main, relations)),
    )


def _main_part(file: OfficeFile) -> str:
    """The name of the document's own part: `word/document.xml` but for programs that call it otherwise."""
    found = [one for one in _relations(file, "").values() if one.kind == "officeDocument" and not one.outside]
    name = _inside("", found[0].target) if found else ""
    return name if name in file.names else "word/document.xml"


def _relations(file: OfficeFile, part: str) -> dict[str, WordRelation]:
    folder, _, name = part.rpartition("/")
    tree = _optional(file, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    found = {}
    for element in _children(tree, "rels.Relationship"):
        kind = element.get("Type", "").rpartition("/")[2]
        outside = element.get("TargetMode", "") == "External"
        found[element.get("Id", "")] = WordRelation(kind, element.get("Target", "")[:_TARGETS_MOST], outside)
    return found


def _inside(part: str, target: str) -> str:
    """The name in the archive of what `part` calls `target`."""
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(joined)


def _optional(file: OfficeFile, name: str | None) -> Element | None:
    return file.tree(name) if name else None


def _children(tree: Element | None, tag: str) -> list[Element]:
    return tree.findall(tag) if tree is not None else []


def _edges(file: OfficeFile, main: str, relations: Mapping[str, WordRelation]) -> Iterator[tuple[str, str]]:
    """The words of each header and footer, each once."""
    seen = set()
    for relation in relations.values():
        if relation.kind in ("header", "footer") and not relation.outside:
            tree = _optional(file, _inside(main, relation.target))
            found = relation.kind, plain_words(tree) if tree is not None else ""
            if found[1] and found not in seen:
                seen.add(found)
                yield found


def plain_words(element: Element) -> str:
    """All words in an element, whatever they belong to; what was deleted is left out."""
    found = []
    for one in element.iter():
        if one.tag in ("w.t", "m.t"):
            found.append(one.text or "")
        elif one.tag in ("w.p", "w.tab", "w.br", "w.tc"):
            found.append(" ")
        elif one.tag == "w.noBreakHyphen":
            found.append("-")
    return " ".join("".join(found).split())
