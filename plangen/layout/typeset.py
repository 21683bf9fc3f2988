"""Words become lines, ragged right, and lines are painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import Inline
from plangen.document.lengths import total
from plangen.layout.fragments import Fragment, Hyperlink, set_inlines, set_words
from plangen.layout.inks import Press, Slot, Style, underline
from plangen.layout.line_breaking import RightEdge, line_ends
from plangen.layout.setting import Setting
from plangen.layout.structure import Element
from plangen.layout.words import Word, words_of

__all__ = ["SetLine", "break_lines", "one_line", "set_lines"]


class SetLine(Struct, frozen=True):
    """A set line; `width` is without the space at its end."""

    fragments: tuple[Fragment, ...]
    width: float
    setting: Setting

    def paint(self, press: Press, x: float, y: float) -> None:
        """Set the line from the start of its baseline; links get their area."""
        for slot, run in groupby(self.fragments, key=lambda fragment: fragment.slot):
            with press.open(slot):
                x = self._paint_run(press, x, y, list(run))

    def _paint_run(self, press: Press, x: float, y: float, run: list[Fragment]) -> float:
        for fragment in run:
            style = fragment.style
            put = press.canvas.hyphen if fragment.soft else press.canvas.text
            put(x, y, fragment.text, style.face, style.size, style.colour)
            width = self.setting.width(fragment.text, style)
            if fragment.link is not None and fragment.link.underlined:
                underline(press, x, y, self.setting.width(fragment.text.rstrip(" "), style), style)
            if fragment.link is not None:
                _link(press, fragment.link, (x, y - 0.8 * style.size, x + width, y + 0.25 * style.size))
            x += width
        return x


def _link(press: Press, link: Hyperlink, area: tuple[float, float, float, float]) -> None:
    connect = press.canvas.link_address if link.external else press.canvas.link_to
    connect(link.element, area, link.target, link.words)


def one_line(setting: Setting, text: str, style: Style, slot: Slot) -> SetLine:
    """Plain words as one line, however long."""
    return SetLine(tuple(set_words(setting, text, style, slot)), setting.width(text, style), setting)


def set_lines(
    setting: Setting,
    inlines: Iterable[Inline],
    element: Element,
    style: Style,
    width: float,
    edge: RightEdge = RightEdge.RAGGED,
) -> list[SetLine]:
    """`inlines` as lines no wider than `width` points, with their structure made under `element`."""
    return break_lines(setting, set_inlines(setting, inlines, element, style), width, edge)


def break_lines(
    setting: Setting, fragments: Iterable[Fragment], width: float, edge: RightEdge = RightEdge.RAGGED
) -> list[SetLine]:
    """Lines no wider than `width` points. A word that is wider is broken, as a last resort."""
    lines = []
    for words in _stretches(words_of(setting, fragments, width)):
        ends = line_ends([word.width for word in words], [word.space_width for word in words], width, edge)
        lines += [_line(setting, words[start:end]) for start, end in pairwise([0, *ends])]
    return lines


def _stretches(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The words between the breaks that the writer asked for."""
    stretch: list[Word] = []
    for word in words:
        stretch.append(word)
        if word.ends_line:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _line(setting: Setting, words: list[Word]) -> SetLine:
    fragments = [fragment for word in words for fragment in (*word.fragments, *filter(None, (word.space,)))]
    used = total(word.width + word.space_width for word in words) - words[-1].space_width
    return SetLine(_merged(fragments), used, setting)


def _merged(fragments: list[Fragment]) -> tuple[Fragment, ...]:
    """Neighbours of one style and slot as one run."""
    if len(fragments) == 1:
        return (fragments[0],)
    runs = groupby(fragments, key=lambda f: (f.style, id(f.slot), id(f.link), f.soft))
    merged = []
    for _, some in runs:
        run = list(some)
        merged.append(run[0] if len(run) == 1 else replace(run[0], text="".join(f.text for f in run)))
    return tuple(merged)
