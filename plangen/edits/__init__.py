"""Changes to the files that officers write: only the bytes that change, and several files at once or not at all.

    from plangen.edits import Add, Put, Transaction, add_rows, edit_yaml

    changes = Transaction(root)
    pack = "content/packs/2016-17-q3/pack.yaml"
    changes.put(pack, edit_yaml(changes.data(pack) or b"", pack, [Put(("version",), "1.0")]))
    accepted = "content/accepted.yaml"
    changes.put(accepted, edit_yaml(changes.data(accepted) or b"", accepted, [Add((), {"code": "PG865", ...})]))
    changes.finish()

Each edit takes the bytes of a file and gives the new ones: comments, order, blank lines, quoting, line endings and
a byte order mark stay. It is read back before it is returned, and refused (PG913) where other values would change.
`Transaction` writes all or nothing, never over a file that changed since it was read, and whoever opens the
workspace next calls `settle`, as the command does. Nothing here knows what the files mean: check what came of it
by reading the workspace.
"""

from __future__ import annotations

from plangen.edits.csv_edits import CellText, add_column, add_rows, set_cells
from plangen.edits.markdown_edits import edit_head, insert_block, replace_block, replace_body
from plangen.edits.transaction import Transaction, settle
from plangen.edits.yaml_edits import Add, Put, TakeOut, YamlChange, edit_yaml
from plangen.edits.yaml_writing import Value

__all__ = [
    "Add",
    "CellText",
    "Put",
    "TakeOut",
    "Transaction",
    "Value",
    "YamlChange",
    "add_column",
    "add_rows",
    "edit_head",
    "edit_yaml",
    "insert_block",
    "replace_block",
    "replace_body",
    "set_cells",
    "settle",
]
