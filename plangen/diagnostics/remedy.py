"""What would mend a finding, as data: something that can be offered and done, where a hint can only be read."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Accept", "Choose", "PutIn", "Remedy", "Write"]


class PutIn(Struct, frozen=True, tag_field="do", tag="put_in"):
    """Put an expression, given without its braces, in place of the words at the finding's place."""

    expression: str


class Choose(Struct, frozen=True, tag_field="do", tag="choose"):
    """Choose one of these names for the unknown one, the likeliest first; never empty."""

    among: tuple[str, ...]


class Write(Struct, frozen=True, tag_field="do", tag="write"):
    """Write the file that is missing; `path` is relative to the workspace."""

    path: str


class Accept(Struct, frozen=True, tag_field="do", tag="accept"):
    """Accept the finding in accepted.yaml with a reason; `code` and `where` are what the record would say."""

    code: str
    where: str


Remedy = PutIn | Choose | Write | Accept
"""Everything that can be offered; a `match` over it can be exhaustive."""
