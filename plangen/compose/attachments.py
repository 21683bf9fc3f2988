"""What a document carries with it: its results, and the observations they were computed from."""

from __future__ import annotations

import csv
import io

from plangen.compose.context import Context
from plangen.document.blocks import Attachment, Relationship
from plangen.measures.results import cell_text, row, to_csv
from plangen.model.observation import Observation

__all__ = ["attachments"]

_COLUMNS = (
    "indicator",
    "area",
    "period",
    "value",
    "series",
    "base",
    "category",
    "numerator",
    "denominator",
    "data_to",
)


def attachments(context: Context) -> tuple[Attachment, Attachment]:
    """`results.csv`, and `observations.csv` with only the rows that were used; notes stay in the office."""
    results = to_csv(tuple(map(row, context.ledger.results)))
    used = {source.location for result in context.ledger.results for source in result.inputs}
    rows = [observation for observation in context.records.observations if observation.location in used]
    return (
        Attachment(
            "results.csv",
            "text/csv",
            "Every figure in this document, with its formula and the rows it was made from",
            Relationship.DATA,
            results.encode("utf-8"),
        ),
        Attachment(
            "observations.csv",
            "text/csv",
            "The observations that the figures were computed from",
            Relationship.SOURCE,
            _observations(rows).encode("utf-8"),
        ),
    )


def _observations(rows: list[Observation]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for seen in rows:
        value = seen.marker.value if seen.marker else "" if seen.value is None else str(seen.value)
        writer.writerow(
            (
                seen.indicator,
                cell_text(seen.area),
                seen.period.text,
                value,
                seen.series.value,
                seen.base.text if seen.base else "",
                cell_text(seen.category),
                "" if seen.numerator is None else str(seen.numerator),
                "" if seen.denominator is None else str(seen.denominator),
                cell_text(seen.data_to),
            )
        )
    return text.getvalue()
