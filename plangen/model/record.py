"""The base of every record that officers write: frozen, and closed to keys it does not know."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

__all__ = ["Id", "Line", "Record"]

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
"""A name for use in expressions and tables: small letters, digits and underscores."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""Words that must be there. Markdown and expressions are allowed where a field's description says so."""


class Record(BaseModel):
    """A record of a content file."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
