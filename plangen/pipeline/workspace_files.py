"""Files of a workspace that are written together."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from plangen.pipeline.output import write_whole

__all__ = ["WorkspaceFiles"]


class WorkspaceFiles(Struct):
    """Files of the workspace at `root`, by their names in it, with all that was put so far."""

    root: Path
    new: dict[str, bytes] = field(default_factory=dict)

    def data(self, name: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        path = self.root / name
        return self.new[name] if name in self.new else path.read_bytes() if path.is_file() else None

    def put(self, name: str, data: bytes) -> None:
        """Let the file have these bytes; nothing is written yet."""
        self.new[name] = data

    def finish(self) -> tuple[str, ...]:
        """Write all that was put; returns the names. Raises PG901 where the disk refuses."""
        changed = {name: data for name, data in self.new.items() if _bytes(self.root / name) != data}
        for name, data in changed.items():
            write_whole(self.root / name, data)
        return tuple(sorted(changed))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
