"""What a document carries with it: its results, and the observations they were computed from."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from plangen.compose.context import Context
from plangen.document.blocks import Attachment, Relationship
from plangen.measures.levels import is_small
from plangen.measures.results import ResultRow, cell_text, row, to_csv
from plangen.model.aspect import Aspect, View
from plangen.model.observation import PUBLISHED_COLUMNS, Marker, Observation
from plangen.model.result import AnyResult, Outcome

__all__ = ["attachments", "result_rows"]


def attachments(context: Context, results: tuple[ResultRow, ...]) -> tuple[Attachment, Attachment]:
    """`results.csv`, and `observations.csv` with only the rows that were used; notes stay in the office."""
    used = {source.location for result in context.ledger.results for source in result.inputs}
    rows = [observation for observation in context.records.observations if observation.location in used]
    return (
        Attachment(
            "results.csv",
            "text/csv",
            context.language.editions.results_description(),
            Relationship.DATA,
            to_csv(results).encode("utf-8"),
        ),
        Attachment(
            "observations.csv",
            "text/csv",
            context.language.editions.observations_description(),
            Relationship.SOURCE,
            _observations(context, rows).encode("utf-8"),
        ),
    )


def _observations(context: Context, rows: list[Observation]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(PUBLISHED_COLUMNS)
    for seen in rows:
        small = is_small(context.evidence, seen)
        marker = Marker.SUPPRESSED if small else seen.marker
        writer.writerow(
            (
                seen.indicator,
                cell_text(seen.area),
                seen.period.text,
                marker.value if marker else _digits(seen.value),
                seen.series.value,
                seen.base.text if seen.base else "",
                cell_text(seen.category),
                "" if small else _digits(seen.numerator),
                _digits(seen.denominator),
                cell_text(seen.data_to),
            )
        )
    return text.getvalue()


def _digits(number: Decimal | None) -> str:
    return "" if number is None else str(number)


def result_rows(context: Context) -> tuple[ResultRow, ...]:
    """Every result that stands in the document, in the order in which a reader meets them."""
    return tuple(_row(context, result) for result in context.ledger.results)


def _row(context: Context, result: AnyResult) -> ResultRow:
    view = View(Aspect.OUTCOME) if isinstance(result, Outcome) else View()
    shown = context.language.show(result, view)
    return row(result, shown, context.language.workings.working_of(result), context.records.partnership.area)
