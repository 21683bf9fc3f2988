"""Which node of the document each run of drawn words shows, from the structure that was laid out.

A node is known by the section that it stands in and the steps from there. So a section that was laid out for an
earlier document, and a page that was drawn for one, show the right nodes of a later one, wherever in it they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from plangen.document.blocks import (
    Beside,
    Callout,
    Contents,
    Cover,
    Document,
    ListBlock,
    ListItem,
    Masthead,
    Section,
    SideBySide,
)
from plangen.document.inlines import Inline, Text, Value
from plangen.document.nodes import NodePath, children
from plangen.layout.structure import Content, Element, NamedSection

__all__ = ["NodeRuns", "Run", "Spot", "section_paths"]


_HOLDERS = (Section, Beside, Callout, ListBlock, ListItem, SideBySide)
"""What a section may stand in."""

_TELLING = 8
"""Letters of a line that tell where in a paragraph it stands, and that no number before a heading has."""


class Spot(Struct, frozen=True):
    """A node: the id of the section around it (none for front and contents), and the steps to it from there.

    `named`: the node stands elsewhere and is only named here, as in the contents.
    """

    section: str
    steps: NodePath
    named: bool = False

    def path(self, sections: Mapping[str, NodePath]) -> NodePath:
        """Its path, in a document whose `sections` have these paths."""
        return (*sections.get(self.section, ()), *self.steps)


def section_paths(document: Document) -> dict[str, NodePath]:
    """The path of every section, by its id."""
    found: dict[str, NodePath] = {}
    waiting: list[tuple[NodePath, Struct]] = [((), document)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Section):
            found[node.id] = path
        waiting += (((*path, *steps), child) for steps, child in children(node) if isinstance(child, _HOLDERS))
    return found


class Run(Struct, frozen=True):
    """Words, and the node that they are of."""

    words: str
    spot: Spot


class _Said(Struct):
    """All letters that were set in a content, where those of each inline end, and how many have been drawn."""

    letters: str
    inlines: list[tuple[int, Inline]]
    drawn: int = 0

    @classmethod
    def of(cls, content: Content) -> _Said:
        letters, inlines = "", []
        for inline, words in content.said:
            letters += _letters(words)
            inlines.append((len(letters), inline))
        return cls(letters, inlines)

    def next(self, words: str) -> list[tuple[Inline, str]] | None:
        """`words` parted by inline; None where they are not what was set next, as the number of a heading is not.

        A page may begin in the middle of what was set.
        """
        wanted = _letters(words)
        start = self.drawn if self.letters.startswith(wanted, self.drawn) else -1
        if start < 0 and not self.drawn and len(wanted) >= _TELLING:
            start = self.letters.find(wanted)
        if start < 0 or not wanted:
            return None
        self.drawn = start + len(wanted)
        ends = [(end - start, inline) for end, inline in self.inlines if start < end]
        return [(ends[0][1], words)] if ends[0][0] >= len(wanted) else list(_parted(words, ends))


class NodeRuns(Struct):
    """Takes the runs of laid-out pages as they are drawn, and parts them by node.

    `spots` has the nodes of each section by their identity, and is filled as sections are met.
    """

    spots: dict[int, Mapping[int, Spot]] = field(default_factory=dict)
    said: dict[int, _Said] = field(default_factory=dict)

    def anew(self) -> NodeRuns:
        """The same, for a page that is drawn by itself."""
        return NodeRuns(self.spots)

    def spot(self, content: Content) -> Spot | None:
        """The node that a content shows, where it shows one."""
        node = content.owner.node
        if isinstance(node, NamedSection):
            return Spot(node.section, (), named=True)
        return self._around(content.owner).get(id(node))

    def _around(self, owner: Element) -> Mapping[int, Spot]:
        """The nodes of the section around an element."""
        around = owner.around
        if around is None:
            return {}
        if id(around) not in self.spots:
            self.spots[id(around)] = _nodes_of(around)
        return self.spots[id(around)]

    def runs(self, content: Content, words: str) -> list[Run]:
        """`words`, which are drawn next in `content`, as runs of one node each; none where it shows no node."""
        owner, spot = content.owner.node, self.spot(content)
        if spot is None or owner is None:
            return []
        if spot.named:
            return [Run(words, spot)]
        parts = self._said(content).next(words) if content.said else None
        if parts is None:
            return [Run(words, _field(spot, owner, words))]
        return _joined(Run(text, self._inline(content, spot, owner, inline)) for inline, text in parts)

    def _said(self, content: Content) -> _Said:
        if id(content) not in self.said:
            self.said[id(content)] = _Said.of(content)
        return self.said[id(content)]

    def _inline(self, content: Content, spot: Spot, owner: Struct, inline: Inline) -> Spot:
        """An inline of the tree; for one that the layout made, the field with its words."""
        if (own := self._around(content.owner).get(id(inline))) is not None:
            return own
        return _field(spot, owner, inline.text) if isinstance(inline, Text | Value) else spot


def _field(spot: Spot, owner: Struct, words: str) -> Spot:
    """The field of `owner`, or of a node below it, that holds the words; else the owner itself."""
    wanted = _letters(words)
    for steps, node in _within(owner):
        for name in node.__struct_fields__:
            value = getattr(node, name)
            if wanted and isinstance(value, str | int) and _letters(str(value)) == wanted:
                return Spot(spot.section, (*spot.steps, *steps, name))
    return spot


def _nodes_of(around: Section | Cover | Masthead | Contents) -> dict[int, Spot]:
    """Every node of a section, of the front or of the contents by its identity, and where it stands."""
    spots: dict[int, Spot] = {}
    match around:
        case Section():
            _enter(spots, around.id, around, ())
        case Cover() | Masthead():
            _enter(spots, "", around, ("front",))
        case Contents():
            _enter(spots, "", around, ("contents",))
    return spots


def _enter(spots: dict[int, Spot], section: str, node: Struct, steps: NodePath) -> None:
    """Note a node and every node below it, but for sections in it, which have elements of their own."""
    spots[id(node)] = Spot(section, steps)
    for more, child in children(node):
        if not isinstance(child, Section):
            _enter(spots, section, child, (*steps, *more))


def _within(node: Struct, steps: NodePath = ()) -> Iterator[tuple[NodePath, Struct]]:
    """A node and every node below it, but for sections in it and what they hold."""
    yield steps, node
    for more, child in children(node):
        if not isinstance(child, Section):
            yield from _within(child, (*steps, *more))


def _letters(words: str) -> str:
    """Words without spaces: how many there are, and of which kind, the layout may change."""
    return "".join(words.split())


def _parted(words: str, ends: Iterable[tuple[int, Inline]]) -> Iterator[tuple[Inline, str]]:
    """`words` cut behind as many letters as each of `ends` says; spaces stay with the letters before them."""
    start = letters = 0
    for end, inline in ends:
        at = start
        while at < len(words) and (letters < end or words[at].isspace()):
            letters += not words[at].isspace()
            at += 1
        if at > start:
            yield inline, words[start:at]
        start = at


def _joined(runs: Iterator[Run]) -> list[Run]:
    """Neighbours of one node as one run."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].spot == run.spot:
            found[-1] = Run(found[-1].words + run.words, run.spot)
        else:
            found.append(run)
    return found
