"""Start a workspace: the sample plan and pack, under a name and for an area of one's own."""

from __future__ import annotations

from pathlib import Path

__all__ = ["LONGEST_NAME", "start_workspace"]

LONGEST_NAME = 120
"""Characters that the name of a partnership, or of an area, may have."""

_AREA = "Example Town"
_PARTNERSHIP = "content/partnership.yaml"


def start_workspace(folder: Path, name: str = "", area: str = "") -> tuple[Path, ...]:
    """Write the starter into `folder`, its sample names replaced by `name` and `area` where they are given.

    The names are text to YAML and CSV, whatever signs they hold. Returns the files written; raises what
    `write_starter` raises.
    """
    from plangen.sources.starter import starter_files, write_starter

    content = starter_files()
    if area:
        content = {file: _of_area(data, file, area) for file, data in content.items()}
    if name:
        from plangen.edits import Put, edit_yaml

        content[_PARTNERSHIP] = edit_yaml(content[_PARTNERSHIP], _PARTNERSHIP, [Put(("name",), name)])
    return write_starter(folder, content)


def _of_area(data: bytes, file: str, area: str) -> bytes:
    """A file of the starter for `area` instead of the town that does not exist."""
    if file.endswith(".yaml"):
        return _yaml_of_area(data, file, area)
    return _table_of_area(data, file, area) if file.endswith(".csv") else data


def _yaml_of_area(data: bytes, file: str, area: str) -> bytes:
    from plangen.edits import Put, edit_yaml
    from plangen.sources.yaml_reader import read_yaml

    source = read_yaml(data.decode("utf-8"), file)
    texts = ((path, source.get(path)) for path in source.origins)
    changes = [
        Put(path, text.replace(_AREA, area)) for path, text in texts if isinstance(text, str) and _AREA in text
    ]
    return edit_yaml(data, file, changes) if changes else data


def _table_of_area(data: bytes, file: str, area: str) -> bytes:
    from plangen.edits import CellText, set_cells

    lines = range(2, data.count(b"\n") + 1)  # no cell of the starter has several lines
    return set_cells(data, file, [CellText(line, "area", area) for line in lines])
