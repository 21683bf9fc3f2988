"""Files of a workspace that change while somebody looks: saved by an editor, fetched, renamed or removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

__all__ = ["changes"]

_FOLDERS = ("content", "assets")
_TOGETHER, _STEP = 400, 20  # milliseconds: changes that follow each other so closely are one, seen so soon
_LOOK_AGAIN = 1000  # milliseconds: how soon a folder is missed, or found that was not there


def changes(root: Path, stop: Event) -> Iterator[frozenset[str] | None]:
    """The names of files that have changed in the workspace at `root`, as `Session.update` takes them.

    None where any file may have: at the start, and when a folder has come or gone. Ends when `stop` is set; Ctrl-C
    raises KeyboardInterrupt.
    """
    from watchfiles import watch

    while not stop.is_set():
        folders = _there(root)
        yield None
        if not folders:
            while not stop.wait(_LOOK_AGAIN / 1000) and not _there(root):
                pass
            continue
        seen = watch(
            *folders,
            stop_event=stop,
            debounce=_TOGETHER,
            step=_STEP,
            rust_timeout=_LOOK_AGAIN,
            yield_on_timeout=True,
        )
        for some in seen:
            if some:
                yield frozenset(Path(path).relative_to(root).as_posix() for _, path in some)
            if _there(root) != folders:
                break


def _there(root: Path) -> tuple[Path, ...]:
    """The folders to watch, as far as they are there."""
    return tuple(root / name for name in _FOLDERS if (root / name).is_dir())
