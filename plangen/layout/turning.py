"""How wide tables find room: at their own size, in smaller type, or on pages that are turned sideways."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import codes, finding
from plangen.document.inlines import plain
from plangen.document.tables import CellLine, Density, Table
from plangen.layout.cells import line_style
from plangen.layout.columns import Columns, Metrics, metrics
from plangen.layout.least_widths import divided, least_widths, relieved
from plangen.layout.setting import Place, Setting

__all__ = ["Fit", "fit"]


class Fit(Struct, frozen=True):
    """How a table fits: its columns, the setting of its rows, which may be in small type, and if it is turned."""

    columns: Columns
    setting: Setting
    turned: bool


def fit(setting: Setting, table: Table, place: Place) -> Fit:
    """The first way in which the columns of `table` hold all their words and figures.

    It stands upright at its own size, then in 10 pt, and then its page is turned, which its writer can also ask
    for; what nobody asked for is remarked on (PG523). In a list or a box a table is never turned. Where nothing
    holds them, the longest words are broken.
    """
    page, alone = setting.theme.page, place.width >= setting.theme.page.measure
    found = None if table.landscape and alone else _holding(setting, table, place.width)
    if alone and found is None:
        if not table.landscape:
            hint = "take a column out, or say with :landscape: yes in its directive that it is meant to be turned"
            _remark(setting, table, "cannot be read on an upright page, so its page is turned", hint)
        width = page.landscape().measure
        return _turned(_holding(setting, table, width) or _dividing(setting, table, width))
    if table.landscape and not alone:
        _remark(setting, table, "cannot be turned inside a list or a box", "put it between paragraphs")
    elif found is None:
        _remark(setting, table, "has no room for its words inside a list or a box", "put it between paragraphs")
    return found or _dividing(setting, table, place.width)


def _turned(found: Fit) -> Fit:
    return replace(found, turned=True)


def _remark(setting: Setting, table: Table, message: str, hint: str) -> None:
    setting.found.remarks.append(finding(codes.TABLE_TURNED, f'the table "{table.summary}" {message}', hint=hint))


def _holding(setting: Setting, table: Table, width: float) -> Fit | None:
    """The table with no column too narrow for one of its words, small where need be; None if there is no way.

    What the language keeps on one line ("26,626 crimes") stays on one, where all columns have room for that.
    """
    for small in (False, True):
        own = _in_small_type(setting) if small else setting
        columns = _shared_out(own, table, width, metrics(table.density, small))
        for together in (True, False):
            if wide_enough := relieved(columns, least_widths(own, table, columns, together)):
                return Fit(wide_enough, own, turned=False)
    return None


def _dividing(setting: Setting, table: Table, width: float) -> Fit:
    """The table in small type, where some of its words have to be broken."""
    small = _in_small_type(setting)
    columns = _shared_out(small, table, width, metrics(table.density, small=True))
    return Fit(divided(columns, least_widths(small, table, columns, together=False)), small, turned=False)


def _in_small_type(setting: Setting) -> Setting:
    """`setting`, with the words of tables in 10 pt."""
    scale = dict(setting.theme.scale)
    for density in Density:
        small = metrics(density, small=True)
        scale[small.role] = replace(scale[small.role], size=small.size, leading=small.leading)
    return replace(setting, theme=replace(setting.theme, scale=scale))


def _shared_out(setting: Setting, table: Table, width: float, metrics: Metrics) -> Columns:
    return Columns.of(table, width, partial(_line_width, setting, metrics), metrics)


def _line_width(setting: Setting, metrics: Metrics, line: CellLine) -> float:
    return setting.width(plain(line.content), line_style(setting, line, metrics.role))
