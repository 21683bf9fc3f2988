"""Which indicators a sentence speaks of: by name, short name or alias, the longest name first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from plangen.model.indicator import Indicator

__all__ = ["Mention", "Names"]


class Mention(Struct, frozen=True):
    """A name in a text, and the indicators it may stand for (a count, its rate and its place share a name)."""

    start: int
    end: int
    indicators: tuple[str, ...]


class Names(Struct, frozen=True):
    """The names of the indicators of an edition."""

    pattern: re.Pattern[str] | None
    known: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, indicators: Mapping[str, Indicator], used: Iterable[str]) -> Names:
        """The names of the indicators in `used`."""
        found: dict[str, list[str]] = defaultdict(list)
        for id in dict.fromkeys(used):
            record = indicators[id]
            for name in dict.fromkeys(map(_plain, (record.name, record.short, *record.aliases))):
                if name:
                    found[name].append(id)
        longest_first = sorted(found, key=len, reverse=True)
        alternatives = "|".join(r"[\s-]+".join(map(re.escape, name.split())) for name in longest_first)
        pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE) if found else None
        return cls(pattern, {name: tuple(ids) for name, ids in found.items()})

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every indicator named in `text`, in order."""
        if self.pattern is None:
            return ()
        return tuple(
            Mention(match.start(), match.end(), self.known[_plain(match[0])])
            for match in self.pattern.finditer(text)
        )


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())
