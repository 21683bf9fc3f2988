"""From an indicator to what a chart of it shows: numbers and words, with the results behind them.

Everything here needs no directive, so that the pages of a pack and the narrative of a plan draw the same chart.
"""

from __future__ import annotations

from msgspec import Struct

from plangen.document.charts import ChartSpec
from plangen.model.result import AnyResult

__all__ = ["Charted"]


class Charted(Struct, frozen=True):
    """What a chart shows, the words around it, and where its numbers come from.

    `subtitle` stands under the headline if nobody wrote another. `note` says how lines in the chart were computed
    and stands before the source. `results` are for the ledger.
    """

    spec: ChartSpec
    subtitle: str
    sources: tuple[str, ...]
    note: str = ""
    results: tuple[AnyResult, ...] = ()
