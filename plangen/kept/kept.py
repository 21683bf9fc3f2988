"""Results of earlier builds. A step asks for its result under a key and makes it only where none is kept.

A key holds everything that the result depends on. Where that is known only afterwards, because a step looks up
what it needs, the look-ups are kept with the result, and it is taken again while they would find the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from msgspec import Struct

from plangen.kept.step import Step

__all__ = ["NOTHING_KEPT", "KeptResults"]

T = TypeVar("T")

_LASTING = 4
"""Builds for which a result is kept after it was last used: an edit that is undone finds the former pages."""

_SLACK = 100
"""Results that may be more than lasted, or a quarter more, before it is looked which of them last no longer."""

_ABSENT = object()
_WHOLE = object()


class _Entry(Struct):
    """A result, the last build that used it, and what it was made from: that lasts as long as it does."""

    result: Any
    used: int
    made_from: list[_Entry]


class _Traced(Struct, frozen=True):
    """A result with the look-ups it rests on: in which mapping, under which key, and what was found."""

    result: Any
    found: tuple[tuple[int, Any, Any], ...]


class KeptResults:
    """Keeps what was used by the last builds, and by the last that were good; everything older is dropped.

    It is not safe for several threads at once.
    """

    def __init__(self) -> None:
        self._entries: list[dict[Hashable, _Entry]] = [{} for _ in Step]
        self._build = self._good = 0
        self._making: list[list[_Entry]] = []
        self._roomy = _SLACK

    def __len__(self) -> int:
        """How many results are kept."""
        return sum(map(len, self._entries))

    def take(
        self, step: Step, key: Hashable, make: Callable[[], T], holds: Callable[[T], bool] | None = None
    ) -> T:
        """The result of `step` under `key`; made where there is none, or where it no longer `holds`."""
        entries = self._entries[step]
        entry = entries.get(key)
        if entry is None or (holds is not None and not holds(entry.result)):
            entry = entries[key] = self._made(make)
        entry.used = self._build
        if self._making:
            self._making[-1].append(entry)
        result: T = entry.result
        return result

    def _made(self, make: Callable[[], object]) -> _Entry:
        made_from: list[_Entry] = []
        self._making.append(made_from)
        try:
            return _Entry(make(), self._build, made_from)
        finally:
            self._making.pop()

    def traced(
        self, step: Step, key: Hashable, mappings: Sequence[Mapping[Any, Any]], make: Callable[..., T]
    ) -> T:
        """The result of `make(*mappings)`, which depends on `key` and on what it looks up in `mappings`."""

        def made() -> _Traced:
            lookups: list[tuple[int, Any, Any]] = []
            result = make(*(_Lookups(number, of, lookups) for number, of in enumerate(mappings)))
            return _Traced(result, tuple(lookups))

        def holds(traced: _Traced) -> bool:
            for number, asked, found in traced.found:
                now = _looked_up(mappings[number], asked)
                if now is not found and now != found:
                    return False
            return True

        result: T = self.take(step, key, made, holds).result
        return result

    def ground(self, name: Hashable, value: T) -> T:
        """`value`, or what had its name and is equal to it: later steps find the very same object again."""
        return self.take(Step.GROUND, name, lambda: value, lambda kept: kept is value or bool(kept == value))

    def put(self, step: Step, key: Hashable, result: object) -> None:
        """Keep a result that was come by in another way."""
        self._entries[step][key] = _Entry(result, self._build, [])

    def keys(self, step: Step) -> tuple[Hashable, ...]:
        """The keys under which something of `step` is kept."""
        return tuple(self._entries[step])

    def forget(self, step: Step, keys: Iterable[Hashable] | None = None) -> None:
        """Drop the results of a step: those under `keys`, or all."""
        entries = self._entries[step]
        for key in list(entries) if keys is None else keys:
            entries.pop(key, None)

    def settle(self, good: bool) -> None:
        """A build has ended. A `good` one made pages; what it used outlasts any number of others that do not."""
        self._good = self._build if good else self._good
        if len(self) > self._roomy:
            self._drop()
            self._roomy = len(self) + max(_SLACK, len(self) // 4)
        self._build += 1

    def _drop(self) -> None:
        """Drop what no longer lasts."""
        lasting: set[int] = set()
        waiting = [e for entries in self._entries for e in entries.values() if self._lasts(e.used)]
        while waiting:
            entry = waiting.pop()
            if id(entry) not in lasting:
                lasting.add(id(entry))
                waiting += entry.made_from
        self._entries = [
            {key: entry for key, entry in entries.items() if id(entry) in lasting} for entries in self._entries
        ]

    def _lasts(self, used: int) -> bool:
        return used > self._build - _LASTING or self._good - _LASTING < used <= self._good


class _Nothing(KeptResults):
    """Keeps nothing: every step is done anew."""

    def take(
        self, step: Step, key: Hashable, make: Callable[[], T], holds: Callable[[T], bool] | None = None
    ) -> T:
        return make()

    def traced(
        self, step: Step, key: Hashable, mappings: Sequence[Mapping[Any, Any]], make: Callable[..., T]
    ) -> T:
        return make(*mappings)

    def put(self, step: Step, key: Hashable, result: object) -> None:
        pass


NOTHING_KEPT: KeptResults = _Nothing()
"""For a build by itself."""


class _Lookups(Mapping[Any, Any]):
    """A mapping that remembers what was looked up in it, and what was not there."""

    def __init__(self, number: int, of: Mapping[Any, Any], lookups: list[tuple[int, Any, Any]]) -> None:
        self._number, self._of, self._lookups = number, of, lookups

    def __getitem__(self, key: Any) -> Any:
        found = _looked_up(self._of, key)
        self._lookups.append((self._number, key, found))
        if found is _ABSENT:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Any]:
        self._lookups.append((self._number, _WHOLE, _looked_up(self._of, _WHOLE)))
        return iter(self._of)

    def __len__(self) -> int:
        self._lookups.append((self._number, _WHOLE, _looked_up(self._of, _WHOLE)))
        return len(self._of)


def _looked_up(mapping: Mapping[Any, Any], key: Any) -> Any:
    return tuple(mapping.items()) if key is _WHOLE else mapping.get(key, _ABSENT)
