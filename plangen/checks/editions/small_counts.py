"""Counts below the partnership's small-number threshold that a reader would see (PG873)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from plangen.checks.editions.passages import Passage
from plangen.checks.editions.remarks import Remark, about_record, about_words
from plangen.checks.editions.sentences import sentences_of_passage
from plangen.checks.exemptions import Exemption
from plangen.checks.numbers import NumberUnit
from plangen.diagnostics import About, Location, codes
from plangen.document.blocks import Attachment
from plangen.measures.evidence import Evidence
from plangen.measures.facts import fact

__all__ = ["small_in_attachments", "small_in_results", "small_in_words"]

_PEOPLE = re.compile(
    r"^\W*(?:of (?:them|the|these|those)\b|(?:[\w-]+ ){0,3}?(?:people|persons?|children|adults|victims?"
    r"|offenders?|residents?|women|woman|men"
    r"|man|girls?|boys?|families|clients?|patients?|cases?|homicides?|deaths?|suicides?|arrests?|convictions?"
    r"|members?|pupils?|students?"
    r"|individuals?|suspects?|referrals?)\b)",
    re.IGNORECASE,
)
_HINT = "say it without the number, suppress it, or disclose it (disclosed: why) in its row, fact or accepted.yaml"


def small_in_words(evidence: Evidence, passages: Iterable[Passage]) -> Iterator[Remark]:
    """Typed small counts of people or cases."""
    threshold = evidence.records.partnership.small_numbers
    if not threshold:
        return
    for passage in passages:
        for said in sentences_of_passage(passage):
            for number in said.literals:
                counted = number.unit is NumberUnit.PLAIN and number.exempt in (None, Exemption.LIST_NUMBER)
                if counted and 0 < number.value < threshold and _PEOPLE.match(said.text[number.end :]):
                    message = f'"{number.text}" is a count below {threshold}, which is not to be published'
                    yield about_words(codes.SMALL_COUNT, said, number.start, number.end, message, _HINT)


def small_in_results(evidence: Evidence, used: Iterable[str]) -> Iterator[Remark]:
    """Facts that stand in the document, count fewer than the threshold, and nobody disclosed."""
    threshold = evidence.records.partnership.small_numbers
    for key in dict.fromkeys(used) if threshold else ():
        if not key.startswith("facts."):
            continue
        id = key.removeprefix("facts.")
        if evidence.records.facts[id].disclosed:
            continue
        found = fact(evidence.records, id)
        if found.unit.is_count and found.number is not None and 0 < found.number < threshold:
            message = f"the fact {id}, {found.number:f}, is a count below {threshold} and stands in the document"
            place = evidence.place("facts", id) or Location("content/facts.yaml", field=id)
            yield about_record(codes.SMALL_COUNT, message, _HINT, id, place, about=About(fact=id))


def small_in_attachments(evidence: Evidence, attachments: Iterable[Attachment]) -> Iterator[Remark]:
    """Small counts of indicators in the tables that the document carries, and nobody disclosed."""
    threshold = evidence.records.partnership.small_numbers
    counts = {id for id, record in evidence.records.indicators.items() if record.unit.is_count}
    open_rows = {(r.indicator, r.period.text, r.category) for r in evidence.records.observations if r.disclosed}
    for attachment in attachments if threshold else ():
        if attachment.name != "observations.csv":
            continue
        for row in csv.DictReader(io.StringIO(attachment.data.decode("utf-8"))):
            if row["indicator"] not in counts or row["base"] or not _is_small(row["value"], threshold):
                continue
            if (row["indicator"], row["period"], row["category"]) not in open_rows:
                message = f"{attachment.name} carries {row['value']} for {row['indicator']}, {row['period']}"
                yield about_record(
                    codes.SMALL_COUNT,
                    message,
                    _HINT,
                    row["indicator"],
                    Location(attachment.name, field="value"),
                    about=About(row["indicator"], row["period"]),
                )


def _is_small(value: str, threshold: int) -> bool:
    try:
        return 0 < float(value) < threshold
    except ValueError:
        return False
