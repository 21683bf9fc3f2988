"""What a finding is about, as data beside its words."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["NOTHING", "About"]


class About(Struct, frozen=True, omit_defaults=True):
    """Ids of the records that a finding speaks of, so that whoever shows it can say names for ids.

    `period` is written as in the data: "2009/10". `series` is "benchmark", a bound or a category, nothing for the
    indicator's own value. `file` is relative to the workspace: a file that the finding is
    about, which need not be the one in which it has its place. What is empty is not spoken of.
    """

    indicator: str = ""
    period: str = ""
    target: str = ""
    fact: str = ""
    series: str = ""
    file: str = ""


NOTHING = About()
"""What a finding is about that speaks of no record."""
