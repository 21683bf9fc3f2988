"""The lines that each value of a workspace's records takes, by the value's name; worked out when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plangen.document.origins import Stretch
from plangen.sources.yaml_reader import Path, YamlFile

__all__ = ["Stretches"]


class Stretches(Mapping[str, Stretch]):
    """By `file#path`, as `priorities.yaml#priorities.0.title`: a text's lines, a record's from its key to its end.

    An entry of a list that has an id goes by that too: `targets.yaml#ac11.to`. A file by itself (`pack.yaml`) is
    all of it.
    """

    def __init__(self, files: Iterable[YamlFile]) -> None:
        self._files = tuple(files)
        self._table: dict[str, Stretch] | None = None

    def __getitem__(self, key: str) -> Stretch:
        return self._known()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known())

    def __len__(self) -> int:
        return len(self._known())

    def _known(self) -> dict[str, Stretch]:
        if self._table is None:
            self._table = {key: stretch for source in self._files for key, stretch in _of_file(source)}
        return self._table


def _of_file(source: YamlFile) -> Iterator[tuple[str, Stretch]]:
    name, last = source.file.rpartition("/")[2], _last_lines(source)
    for path in source.origins:
        stretch = _stretch(source, path, last[path])
        for way in (path, _by_id(source, path)):
            if way is not None:
                yield f"{name}#{'.'.join(map(str, way))}" if way else name, stretch


def _stretch(source: YamlFile, path: Path, last: int) -> Stretch:
    if not path:
        return Stretch(source.file)
    holds_others = isinstance(source.get(path), dict | list)
    return Stretch.of(source.key_location(path) if holds_others else source.location(path), last)


def _last_lines(source: YamlFile) -> dict[Path, int]:
    """The line that each value ends in: what holds others, with the last of them."""
    last: dict[Path, int] = {}
    for path, origin in source.origins.items():
        for end in range(len(path) + 1):
            last[path[:end]] = max(last.get(path[:end], 0), origin.last, origin.line)
    return last


def _by_id(source: YamlFile, path: Path) -> Path | None:
    if not path or not isinstance(path[0], int):
        return None
    entry = source.get(path[:1])
    return (str(entry["id"]), *path[1:]) if isinstance(entry, dict) and "id" in entry else None
