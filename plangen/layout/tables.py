"""Tables: header, bands and rows as pieces, with what a page break repeats and what it must not tear apart."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.inlines import Text
from plangen.document.tables import Band, RowGroup, RowRule, Table
from plangen.document.theme import Colour, Role, Theme
from plangen.layout.canvas import Artifact
from plangen.layout.cells import has_entries
from plangen.layout.column_roles import cells_by_column
from plangen.layout.columns import Columns
from plangen.layout.fragments import words_in
from plangen.layout.headings import number_block, priority_colours
from plangen.layout.inks import Ink, InkGroup, Panel
from plangen.layout.notes import note_pieces
from plangen.layout.pieces import Piece, glued
from plangen.layout.prose import small_pieces, text_pieces
from plangen.layout.rhythm import Kind
from plangen.layout.rows import RowSetter, header_piece
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Scope, Tag
from plangen.layout.turning import fit
from plangen.layout.typeset import break_lines, one_line

__all__ = ["table_pieces"]

_BAND = 24.0
_BAND_ABOVE = 9.0
_SHORT_ROW = 66.0  # of up to three lines


def table_pieces(setting: Setting, table: Table, place: Place, under_words: bool = False) -> list[Piece]:
    """The table, its notes and its source; on landscape pages of its own if it asks for them or needs them.

    `under_words`: what was last added to the structure stands over the table as its caption.
    """
    fitted = fit(setting, table, place)
    columns, turned, own = fitted.columns, fitted.turned, fitted.setting
    page = setting.theme.page.landscape() if turned else setting.theme.page
    element = place.parent.add(Tag.TABLE, title=table.summary, summary=_built(setting, table)).of(table)
    if under_words:
        place.parent.caption(element)
    caption = _caption(setting, table, place.within(element)) if table.captioned and not under_words else []
    header = header_piece(own, table, columns, element.add(Tag.THEAD))
    repeat = header_piece(own, table, columns, None)
    tallest = page.bottom - page.top - repeat.length - _BAND - 20.0
    setter = _row_setter(own, table, columns, place, tallest)
    body = _groups(own, table, columns, element, setter, repeat)
    x = 0.0 if turned else place.x
    pieces = [replace(piece, x=x, landscape=turned) for piece in (*caption, header, *body)]
    below = replace(place, x=x, width=page.measure if turned else place.width)
    foot = note_pieces(setting, table.notes, below)
    foot += small_pieces(setting, table.source, below) if table.source else []
    if foot:
        pieces[-1] = replace(pieces[-1], glued=True)
    return pieces + [replace(piece, landscape=turned) for piece in foot]


def _caption(setting: Setting, table: Table, place: Place) -> list[Piece]:
    """A line over the table that says what it holds."""
    where = place.within(place.parent.add(Tag.CAPTION))
    return glued(text_pieces(setting, (Text(table.summary),), where, Role.CHIP, Kind.CAPTION, place.width))


def _built(setting: Setting, table: Table) -> str:
    """What a screen reader says of the table before its cells: its columns, rows and bands."""
    heads = tuple(" ".join(header.words.split()) for header in table.header)
    bands = tuple(group.band.title for group in table.groups if group.band)
    return setting.page_words.table_summary(heads, sum(len(group.rows) for group in table.groups), bands)


def _row_setter(setting: Setting, table: Table, columns: Columns, place: Place, tallest: float) -> RowSetter:
    notes = {note.label: note.id for note in (*place.notes, *table.notes)}
    grouped = any(row.rule is RowRule.STEEL for group in table.groups for row in group.rows)
    hair_from = columns.starts[1] if grouped and len(columns.starts) > 2 else 0.0
    several = (at for at, cells in enumerate(cells_by_column(table)) if any(map(has_entries, cells)))
    return RowSetter(setting, columns, columns.metrics, notes, hair_from, tallest, frozenset(several))


def _groups(
    setting: Setting,
    table: Table,
    columns: Columns,
    element: Element,
    setter: RowSetter,
    repeat: Piece,
) -> list[Piece]:
    tail = _tail(setting)
    pieces: list[Piece] = []
    for number, group in enumerate(table.groups):
        body = element.add(Tag.TBODY)
        head: tuple[Piece, ...] = (repeat,)
        if group.band is not None:
            band = _band(setting, group.band, columns, body)
            pitch = _BAND_ABOVE if number else 0.0
            pieces.append(replace(band, pitch=pitch, head=head if number else (), tail=tail if number else None))
            head = (repeat, _band(setting, group.band, columns, None))
        rows = _rows(group, setter, body)
        pieces += [replace(piece, head=head, tail=tail if pieces or at else None) for at, piece in enumerate(rows)]
    return pieces


def _rows(group: RowGroup, setter: RowSetter, body: Element) -> list[Piece]:
    """The rows, with no short one at the beginning or end of the group left alone at a page's edge."""
    rows = [setter.pieces(row, body) for row in group.rows]
    found: list[Piece] = []
    for at, (row, pieces) in enumerate(zip(group.rows, rows, strict=True)):
        named = row.rule is RowRule.NONE and at < len(rows) - 1
        found += [*pieces[:-1], replace(pieces[-1], glued=named or _held(rows, at))]
    return found


def _held(rows: list[list[Piece]], at: int) -> bool:
    """Whether row `at` is held to the next one because one of them would be alone: a short first or last row."""
    last = len(rows) - 1
    lonely = [rows[end] for end, above in ((0, 0), (last, last - 1)) if at == above < last]
    return any(len(row) == 1 and row[0].length < _SHORT_ROW for row in lonely)


def _band(setting: Setting, band: Band, columns: Columns, body: Element | None) -> Piece:
    """The coloured line over a group: a header row of its own, an artifact where it is repeated."""
    cell = None if body is None else _band_cell(body, columns).of(band)
    slot = Artifact.PAGINATION if cell is None else cell.content()
    theme, width = setting.theme, columns.starts[-1]
    parts: list[tuple[float, float, Ink]] = []
    x = 8.0
    if band.priority is not None:
        parts.append((0.0, 0.0, number_block(setting, band.priority, _BAND, 14.0, slot, _tint(theme, band))))
        x = 34.0
    said = band.counts if body is not None else ""  # they count the whole group, not what follows
    counts = one_line(setting, said, setting.style(Role.SMALL, colour="ink"), slot)
    room = width - x - 8.0 - (counts.width + 12.0 if said else 0.0)
    words = band.title if body is not None else setting.page_words.band_continued(band.title)
    lines = break_lines(setting, words_in(setting, words + " ", setting.style(Role.BAND), cell, slot), room)
    height = _BAND + 15.0 * (len(lines) - 1)
    parts.insert(0, (0.0, 0.0, Panel(width, height, fill=_tint(theme, band))))
    parts += [(x, 16.0 + 15.0 * at, line) for at, line in enumerate(lines)]
    if said:
        parts.append((width - 8.0 - counts.width, 15.6, counts))
    after = Kind.PAGE if body is None else Kind.TABLE
    return Piece(InkGroup(tuple(parts)), Kind.TABLE, after, height, pitch=0.0, glued=True)


def _band_cell(body: Element, columns: Columns) -> Element:
    return body.add(Tag.TR).add(Tag.TH, scope=Scope.ROW, column_span=len(columns.right))


def _tint(theme: Theme, band: Band) -> Colour:
    return theme.colours.mist if band.priority is None else theme.colour(priority_colours(band.priority).tint)


def _tail(setting: Setting) -> Piece:
    line = one_line(setting, setting.page_words.table_continues(), setting.style(Role.SMALL), Artifact.PAGINATION)
    return Piece(line, Kind.SMALL, Kind.SMALL, drop=2.5)
