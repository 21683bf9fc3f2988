"""The columns of tables, and which tables stand on pages of their own that are turned sideways."""

from __future__ import annotations

from functools import partial

from plangen.diagnostics import codes, finding
from plangen.document.inlines import plain
from plangen.document.tables import CellLine, Density, Table
from plangen.layout.cells import line_style
from plangen.layout.columns import Columns, metrics
from plangen.layout.least_widths import least_widths, relieved
from plangen.layout.setting import Place, Setting

__all__ = ["columns_of"]


def columns_of(setting: Setting, table: Table, place: Place) -> tuple[Columns, bool]:
    """The columns of `table`, and whether it is turned.

    It is where its writer says so, and where its columns cannot hold their words on an upright page; what nobody
    asked for is remarked on (PG523). In a list or a box a table stays as it is, and some of its words are broken.
    """
    page, alone = setting.theme.page, place.width >= setting.theme.page.measure
    upright = None if table.landscape and alone else _holding(setting, table, place.width)
    if alone and upright is None:
        if not table.landscape:
            hint = "take a column out, or say with :landscape: yes in its directive that it is meant to be turned"
            _remark(setting, table, "cannot be read on an upright page, so its page is turned", hint)
        width = page.landscape().measure
        return _holding(setting, table, width) or _shared_out(setting, table, width), True
    if table.landscape:
        _remark(setting, table, "cannot be turned inside a list or a box", "put it between paragraphs")
    elif upright is None:
        _remark(setting, table, "has no room for its words inside a list or a box", "put it between paragraphs")
    return upright or _shared_out(setting, table, place.width), False


def _remark(setting: Setting, table: Table, message: str, hint: str) -> None:
    setting.found.remarks.append(finding(codes.TABLE_TURNED, f'the table "{table.summary}" {message}', hint=hint))


def _holding(setting: Setting, table: Table, width: float) -> Columns | None:
    """The columns where none is too narrow for one of its words; None where there are no such columns.

    What the language keeps on one line ("26,626 crimes") stays on one, where all columns have room for that.
    """
    columns = _shared_out(setting, table, width)
    kept = (relieved(columns, least_widths(setting, table, columns, together)) for together in (True, False))
    return next(filter(None, kept), None)


def _shared_out(setting: Setting, table: Table, width: float) -> Columns:
    return Columns.of(table, width, partial(_line_width, setting))


def _line_width(setting: Setting, line: CellLine, density: Density) -> float:
    return setting.width(plain(line.content), line_style(setting, line, metrics(density).role))
