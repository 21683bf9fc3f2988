"""PG819: the same measure per another number of people in two places."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.checks.finding import Finding
from plangen.checks.indicators_named import Named, names_in
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["units"]


def units(writing: Writing) -> Iterator[Finding]:
    """Names that stand once with "per 1,000" and once with "per 10,000"."""
    first: dict[str, Named] = {}
    told: set[tuple[str, int]] = set()
    for named in sorted(names_in(writing), key=lambda each: each.place):
        before = first.setdefault(named.key, named)
        if before.per == named.per or (named.key, named.per) in told:
            continue
        told.add((named.key, named.per))
        yield Finding(
            codes.TWO_BASES_OF_A_RATE,
            0.85,
            f"{before.quote} … {named.quote}",
            named.place,
            f"per {named.per:,}",
            f"per {before.per:,}",
            f"{named.name}: per {named.per:,} here, per {before.per:,} on {before.place}",
        )
