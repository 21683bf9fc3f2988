"""Status symbols with their words: chips, keys, and the cell that shows a direction of travel."""

from __future__ import annotations

from msgspec import Struct

from plangen.document.status import Badge, Judgement, Mark
from plangen.document.symbols import BOX, symbol
from plangen.document.theme import Colour, Role
from plangen.layout.inks import DrawnWords, Ink, InkGroup, Panel, Slot, Vector
from plangen.layout.setting import Setting

__all__ = [
    "CHIP",
    "CHIP_BASELINE",
    "CHIP_HEIGHT",
    "CLOSE_CHIP",
    "ChipInsets",
    "chip",
    "chip_width",
    "key_entry",
    "status_symbol",
    "status_tint",
]

CHIP_HEIGHT = 21.0
CHIP_BASELINE = 14.2
_SYMBOL = 13.0
_OUTLINE = 0.75


class ChipInsets(Struct, frozen=True):
    """Before the symbol, between symbol and word, after the word; in points."""

    before: float
    between: float
    after: float

    @property
    def word(self) -> float:
        """Where the word starts."""
        return self.before + _SYMBOL + self.between


CHIP = ChipInsets(5.0, 6.0, 8.0)
CLOSE_CHIP = ChipInsets(4.0, 4.0, 5.0)
"""For a tile that has no room for the usual one."""


def status_tint(judgement: Judgement, setting: Setting) -> Colour:
    """The tint behind a status."""
    colours = setting.theme.colours
    tints = {
        Judgement.GOOD: colours.teal_tint,
        Judgement.BAD: colours.plum_tint,
        Judgement.CLOSE: colours.orange_tint,
        Judgement.NEUTRAL: colours.grey_tint,
        Judgement.UNTESTED: colours.grey_tint,
    }
    return tints[judgement]


def status_symbol(setting: Setting, mark: Mark, side: float, ground: Colour | None = None) -> Ink:
    """The symbol alone on `ground` (white if none), as an artifact: its word stands beside it."""
    scale = side / BOX
    return Vector(symbol(mark, setting.theme, ground, _OUTLINE / scale), scale)


def chip_width(setting: Setting, badge: Badge, insets: ChipInsets = CHIP) -> float:
    """How wide the chip of `badge` is."""
    return insets.word + setting.width(badge.word, setting.style(Role.CHIP)) + insets.after


def chip(
    setting: Setting, badge: Badge, slot: Slot, ground: Colour | None = None, insets: ChipInsets = CHIP
) -> Ink:
    """Symbol and word on the status's tint (or on `ground`), 21 high from its top left corner."""
    style = setting.style(Role.CHIP)
    setting.check(badge.word, style.face)
    tint = ground or status_tint(badge.mark.judgement, setting)
    panel = Panel(chip_width(setting, badge, insets), CHIP_HEIGHT, fill=tint, radius=3.0)
    sign = status_symbol(setting, badge.mark, _SYMBOL, tint)
    word = DrawnWords(badge.word, style, slot)
    return InkGroup(
        (
            (0.0, 0.0, panel),
            (insets.before, (CHIP_HEIGHT - _SYMBOL) / 2, sign),
            (insets.word, CHIP_BASELINE, word),
        )
    )


def key_entry(setting: Setting, badge: Badge, slot: Slot) -> Ink:
    """Symbol and word of a key, from the word's baseline."""
    style = setting.style(Role.CHART_LABEL)
    setting.check(badge.word, style.face)
    return InkGroup(
        ((0.0, -10.2, status_symbol(setting, badge.mark, 13.0)), (19.0, 0.0, DrawnWords(badge.word, style, slot)))
    )
