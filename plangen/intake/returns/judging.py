"""Each item of a form that came back, held against what we issued, what we have now, and what came before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct

from plangen.intake.commentary.understanding import ExistingCommentary
from plangen.intake.returns.entries import EntryKind, TypedCell, TypedEntry, read_entry, same_figure
from plangen.intake.returns.form import plain
from plangen.intake.returns.returned import Returned, ReturnedCommentary, ReturnedFigure
from plangen.model.agency_return import IssuedItem
from plangen.model.indicator import Indicator
from plangen.model.observation import Observation
from plangen.model.pack import SignOff

__all__ = ["ItemState", "JudgedItem", "Ours", "judge"]


_WORD = re.compile(r"[^\W_]+")


class ItemState(Enum):
    """What an item of a returned form says; the value is how `read` begins its line."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED_BY_THEM = "changed since you last sent it"
    CHANGED_BY_US = "changed since by us"
    NOT_AVAILABLE = "not available"
    EMPTY = "left empty"
    NOT_ALLOWED = "not allowed"
    UNCLEAR = "unclear"
    LOCKED = "locked cell altered"
    MISSING = "missing from the form"
    ADDED = "added by them, not ours"

    @property
    def conflict(self) -> bool:
        """Whether it is accepted only when somebody says whose it shall be."""
        return self in (ItemState.CHANGED_BY_THEM, ItemState.CHANGED_BY_US)

    @property
    def open(self) -> bool:
        """Whether it needs a decision."""
        return self.conflict or self in (ItemState.NOT_ALLOWED, ItemState.UNCLEAR)


class Ours(Struct, frozen=True):
    """What the workspace has now: indicators, the rows of data by key, the pack's commentaries by reference."""

    indicators: Mapping[str, Indicator]
    rows: Mapping[tuple[str, str, str, str, str], Observation]
    commentaries: Mapping[str, ExistingCommentary]
    group_size: int | None = None
    small_numbers: int = 0

    def row(self, item: IssuedItem) -> Observation | None:
        """Our own row for an item."""
        return self.rows.get((item.indicator, item.area, item.period, item.series, item.category))


class JudgedItem(Struct, frozen=True, kw_only=True):
    """An item with its state; `text` is the rest of its line, `value` the figure or marker, `markdown` the words.

    `note` and `provisional` go with a figure, `signed_off` with a commentary.
    """

    key: str
    ref: str
    state: ItemState
    text: str = ""
    value: str = ""
    provisional: bool = False
    note: str = ""
    markdown: str = ""
    signed_off: SignOff | None = None
    small: bool = False

    @property
    def line(self) -> str:
        """The state in words."""
        if not self.text:
            return self.state.value
        return f"{self.state.value}{' ' if self.state is ItemState.NEW else ': '}{self.text}"


def judge(
    items: tuple[IssuedItem, ...], returned: Returned, earlier: Returned | None, ours: Ours
) -> tuple[JudgedItem, ...]:
    """The items in the order of the form, with what was altered and added; `earlier` is the file sent before."""
    found = list[JudgedItem]()
    for item in items:
        if item.indicator:
            if returned.holds_figures:
                found += _figure(item, returned, earlier, ours)
        else:
            found.append(_commentary(item, returned.commentaries.get(item.key), earlier, ours))
    for row in returned.added:
        found.append(JudgedItem(key="", ref="", state=ItemState.ADDED, text=f"row {row}"))
    return tuple(found)


def _figure(item: IssuedItem, returned: Returned, earlier: Returned | None, ours: Ours) -> Iterator[JudgedItem]:
    there, indicator = returned.figures.get(item.key), ours.indicators.get(item.indicator)
    if there is None or indicator is None:
        yield JudgedItem(key=item.key, ref=item.ref, state=ItemState.MISSING, text=item.measure)
        return
    if item.key in returned.twice:
        why = "the row stands twice, with different figures"
        yield JudgedItem(key=item.key, ref=item.ref, state=ItemState.UNCLEAR, text=why)
        return
    yield _answer(item, there, earlier, ours, indicator)
    for name, cell, issued in (
        ("the same quarter last year", there.year_before, item.year_before),
        ("last quarter", there.previous, item.previous),
    ):
        if there.by == "key" and not _same_locked(cell, issued):
            text = f"{name} says {cell.text or 'nothing'}, we issued {issued or 'nothing'}; ours is kept"
            yield JudgedItem(key="", ref=item.ref, state=ItemState.LOCKED, text=text)


def _same_locked(cell: TypedCell, issued: str) -> bool:
    """Whether a locked cell still says what was issued, whatever the program made of the number."""
    text = f"{cell.value:.12g}" if isinstance(cell.value, float) else cell.text
    return same_figure(text.replace(",", "").removeprefix("£").removesuffix("%") or "", issued or "")


def _answer(
    item: IssuedItem, there: ReturnedFigure, earlier: Returned | None, ours: Ours, indicator: Indicator
) -> JudgedItem:
    entry = _untouched(item, there.value) or read_entry(there.value, indicator, ours.group_size)
    made = _Answer(item, there, indicator, ours)
    if there.by == "words" and entry.kind is EntryKind.FIGURE:
        return made.judged(ItemState.UNCLEAR, f"{entry.value}: found by its reference and measure only")
    match entry.kind:
        case EntryKind.NOT_ALLOWED:
            return made.judged(ItemState.NOT_ALLOWED, entry.why)
        case EntryKind.UNCLEAR:
            return made.judged(ItemState.UNCLEAR, entry.why)
        case EntryKind.EMPTY:
            if there.unavailable:
                return made.judged(ItemState.NOT_AVAILABLE, there.unavailable)
            return made.judged(ItemState.EMPTY)
        case _:
            return made.compared(entry, _sent(item, earlier, ours, indicator))


def _untouched(item: IssuedItem, cell: TypedCell) -> TypedEntry | None:
    """What we put into the cell ourselves, where it still stands there: nobody typed it, so nothing is asked."""
    if not item.value or not _same_locked(cell, item.value):
        return None
    return TypedEntry(EntryKind.FIGURE, item.value)


def _sent(item: IssuedItem, earlier: Returned | None, ours: Ours, indicator: Indicator) -> str:
    """What they sent for the item before; nothing where they did not."""
    there = earlier.figures.get(item.key) if earlier else None
    return read_entry(there.value, indicator, ours.group_size).value if there else ""


class _Answer(Struct, frozen=True):
    item: IssuedItem
    there: ReturnedFigure
    indicator: Indicator
    ours: Ours

    def judged(self, state: ItemState, text: str = "", value: str = "") -> JudgedItem:
        small = self.indicator.unit.is_count and value.isdigit() and 0 < int(value) < self.ours.small_numbers
        provisional = self.there.provisional.strip().lower() in ("yes", "y", "true", "provisional", "p")
        return JudgedItem(
            key=self.item.key,
            ref=self.item.ref,
            state=state,
            text=text,
            value=value,
            provisional=provisional,
            note=self.there.remark,
            small=small,
        )

    def compared(self, entry: TypedEntry, sent: str) -> JudgedItem:
        """A figure against ours now, ours when the form was issued, and theirs before."""
        row = self.ours.row(self.item)
        own, theirs, issued = (plain(row) if row else ""), entry.value, self.item.value
        if theirs == issued == "*":
            return self.judged(ItemState.UNCHANGED, value=theirs)
        if not own:
            if sent and not same_figure(sent, theirs):
                return self.judged(ItemState.CHANGED_BY_THEM, f"{sent}, now {theirs}", theirs)
            return self.judged(ItemState.NEW, theirs, theirs)
        if same_figure(own, theirs):
            return self.judged(ItemState.UNCHANGED, value=theirs)
        before = sent or issued
        if before and same_figure(before, own):
            return self.judged(ItemState.CHANGED_BY_THEM, f"{before}, now {theirs}", theirs)
        where = "typed here after the form was issued" if not same_figure(own, issued) else "as issued"
        return self.judged(ItemState.CHANGED_BY_US, f"ours {own}, theirs {theirs} ({where})", theirs)


def _commentary(
    item: IssuedItem, there: ReturnedCommentary | None, earlier: Returned | None, ours: Ours
) -> JudgedItem:
    if there is None:
        return JudgedItem(key=item.key, ref=item.ref, state=ItemState.MISSING, text="commentary")
    words = " ".join(there.markdown.split())
    if words.lower().strip(".") in ("", "no update", "n/a", "na", "tbc", "tba", "-"):
        return JudgedItem(key=item.key, ref=item.ref, state=ItemState.EMPTY, text="commentary")
    existing = ours.commentaries.get(item.ref)
    before = earlier.commentaries.get(item.key) if earlier else None
    counted = f"commentary of {len(_WORD.findall(words))} words"
    if there.signed_text and there.signed_off is None:
        counted += f"; not signed off: “{there.signed_text}” names no day or nobody"
    state = ItemState.NEW
    if existing is not None:
        same = existing.markdown.strip() == there.markdown.strip()
        if same and there.signed_off in (None, existing.signed_off):
            state, counted = ItemState.UNCHANGED, "commentary"
        elif before is not None and before.markdown.strip() == existing.markdown.strip():
            state = ItemState.CHANGED_BY_THEM
        else:
            state, counted = ItemState.CHANGED_BY_US, f"ours has other words than their {counted}"
    return JudgedItem(
        key=item.key,
        ref=item.ref,
        state=state,
        text=counted,
        markdown=there.markdown,
        signed_off=there.signed_off,
    )
