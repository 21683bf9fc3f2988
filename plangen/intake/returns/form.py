"""What a form for an agency asks: its measures of a pack, with the figures that it may see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from plangen.model.agency_return import IssuedForm, IssuedItem
from plangen.model.indicator import Indicator
from plangen.model.observation import Marker, Observation, SeriesKind
from plangen.model.pack import KeyAction, Measure
from plangen.model.period import Period, PeriodKind
from plangen.model.workspace import Pack, Records

__all__ = ["ReturnForm", "agencies_of", "commentary_key", "form_for", "plain"]

_SMALL = Marker.SUPPRESSED.value


class ReturnForm(Struct, frozen=True, kw_only=True):
    """A form in full: who asks whom for what, by when, and each item.

    `names` has what stands beside an item: the question of a commentary, what a figure counts. `units` is the
    indicator of each figure, by the item's key.
    """

    partnership: str
    area: str
    marking: str
    contact: str
    email: str
    pack: str
    title: str
    period: Period
    agency: str
    agency_name: str
    due: date | None
    group_size: int | None
    items: tuple[IssuedItem, ...]
    names: Mapping[str, str]
    indicators: Mapping[str, Indicator]

    @property
    def figures(self) -> tuple[IssuedItem, ...]:
        """The items that are figures."""
        return tuple(item for item in self.items if item.indicator)

    @property
    def commentaries(self) -> tuple[IssuedItem, ...]:
        """The items that are commentaries."""
        return tuple(item for item in self.items if not item.indicator)

    @property
    def digest(self) -> str:
        """SHA-256 of all that the form says; the day on which it was issued is not part of it."""
        said = [
            *(self.partnership, self.area, self.marking, self.contact, self.email, self.pack, self.title),
            *(str(self.period), self.agency, self.agency_name, str(self.due), self.group_size, dict(self.names)),
            [[getattr(item, field) for field in item.__struct_fields__] for item in self.items],
            [[key, str(one.unit), one.decimals] for key, one in self.indicators.items()],
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=True, sort_keys=True).encode()).hexdigest()

    @property
    def id(self) -> str:
        """What stands in the form so that it is known again."""
        return f"pack-{self.pack}/{self.agency}/{self.digest[:12]}"

    def issued(self, on: date) -> IssuedForm:
        """The form as the register keeps it."""
        return IssuedForm(form=self.id, digest=self.digest, on=on, due=self.due, items=self.items)


def commentary_key(ref: str) -> str:
    """The name of a commentary's cell: `c_1_2a` for 1.2a."""
    return f"c_{ref.replace('.', '_')}"


def agencies_of(records: Records, pack: Pack) -> tuple[str, ...]:
    """The agencies that lead anything in the pack, in the order of partnership.yaml."""
    led = {action.lead for action in _actions(pack)}
    for action in _actions(pack):
        for measure in action.measures:
            led |= _leads(action, measure, records.indicators)
    return tuple(agency for agency in records.partnership.agencies if agency in led)


def form_for(records: Records, pack: Pack, agency: str, due: date | None) -> ReturnForm:
    """The form of one agency: the measures whose action or indicator it leads, and their commentaries.

    A restricted indicator is in the form of its own lead alone. Of small counts stands a mark.
    """
    items, names, indicators = list[IssuedItem](), dict[str, str](), dict[str, Indicator]()
    for measure, indicator in _measures(records, pack, agency):
        for series, category in _rows(records, measure.indicator or "", indicator):
            key = f"v_{len(indicators) + 1:03d}"
            item = _figure(records, pack, key, measure, series, category)
            items.append(item)
            indicators[key] = indicator
            names[key] = _counts(item, indicator, pack.record.period)
    for ref, asked in _asked(records, pack, agency):
        key = commentary_key(ref)
        names[key] = asked
        items.append(IssuedItem(key=key, ref=ref, measure=asked))
    who, group = records.partnership, records.partnership.most_similar_group
    return ReturnForm(
        partnership=who.name,
        area=who.area,
        marking=who.publication.marking,
        contact=who.publication.contact,
        email=who.publication.email,
        pack=pack.id,
        title=pack.record.title,
        period=pack.record.period,
        agency=agency,
        agency_name=who.agencies[agency],
        due=due,
        group_size=group.size if group else None,
        items=tuple(items),
        names=names,
        indicators=indicators,
    )


def _actions(pack: Pack) -> Iterator[KeyAction]:
    for priority in pack.record.priorities:
        yield from priority.actions


def _leads(action: KeyAction, measure: Measure, indicators: Mapping[str, Indicator]) -> set[str]:
    """Who is asked for a measure: who leads its action or indicator; only the latter where it is restricted."""
    indicator = indicators.get(measure.indicator or "")
    own = indicator.lead if indicator else None
    if indicator and indicator.restricted:
        return {own or action.lead}
    return {action.lead, *([own] if own else [])}


def _measures(records: Records, pack: Pack, agency: str) -> Iterator[tuple[Measure, Indicator]]:
    for action in _actions(pack):
        for measure in action.measures:
            indicator = records.indicators.get(measure.indicator or "")
            if indicator and agency in _leads(action, measure, records.indicators):
                yield measure, indicator


def _rows(records: Records, id: str, indicator: Indicator) -> list[tuple[SeriesKind, str]]:
    """The series and categories that were observed of an indicator so far; at least its own value."""
    known = [row for row in records.observations if row.indicator == id and row.area == records.partnership.area]
    latest = max((row.period for row in known), default=None)
    categories = sorted(
        {row.category for row in known if row.period == latest and row.series is SeriesKind.ACTUAL}
    )
    own = [(SeriesKind.ACTUAL, category) for category in categories or [""]]
    compared = any(row.series is SeriesKind.BENCHMARK for row in known)
    return own + ([(SeriesKind.BENCHMARK, "")] if indicator.benchmark and compared else [])


def _figure(
    records: Records, pack: Pack, key: str, measure: Measure, series: SeriesKind, category: str
) -> IssuedItem:
    id, area = measure.indicator or "", records.partnership.area
    indicator = records.indicators[id]
    known = {
        row.period: row
        for row in records.observations
        if (row.indicator, row.area, row.series, row.category, row.base) == (id, area, series, category, None)
    }
    period = _asked_period(tuple(known), pack.record.period)
    small = records.partnership.small_numbers
    named = indicator.name if series is SeriesKind.ACTUAL else f"{indicator.name}: {indicator.benchmark}"
    return IssuedItem(
        key=key,
        ref=measure.ref,
        measure=f"{named} ({category})" if category else named,
        indicator=id,
        area=area,
        period=str(period),
        series="" if series is SeriesKind.ACTUAL else series.value,
        category=category,
        year_before=_shown(known.get(period.year_before()), indicator, small),
        previous=_shown(known.get(_before(period, pack.record.period)), indicator, small),
        value=_shown(known.get(period), indicator, small),
    )


def _asked_period(known: tuple[Period, ...], reported: Period) -> Period:
    """The period that a value is asked for: the reported one, or what the indicator has in its place.

    A rolling twelve months moves on with each quarter; a figure of a year is that of the year in which the quarter
    ends, or the last that has ended.
    """
    latest = max((period for period in known if period.end <= reported.end), default=None)
    if latest is None or latest.same_length(reported) or latest.kind is PeriodKind.AS_AT:
        return reported
    if latest.kind is PeriodKind.SPAN and latest.end < reported.end:
        return _ending(latest, reported)
    return latest


def _ending(rolling: Period, reported: Period) -> Period:
    """The rolling period of the same length that ends with the reported one."""
    months = 12 * reported.end.year + reported.end.month - rolling.months
    return Period.span(months // 12, months % 12 + 1, rolling.months)


def _before(period: Period, reported: Period) -> Period:
    """What the form calls last quarter: the period before; of a rolling one, that which ended then."""
    if period.same_length(reported) or period.kind is not PeriodKind.SPAN:
        return period.previous()
    return _ending(period, reported.previous())


def plain(row: Observation) -> str:
    """A value as digits without thousands or closing zeros, or its marker."""
    if row.value is None:
        return row.marker.value if row.marker else ""
    text = f"{row.value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown(row: Observation | None, indicator: Indicator, small: int) -> str:
    """A figure as a form may show it: of a count too small to tell stands a mark."""
    if row is None:
        return ""
    tiny = indicator.unit.is_count and row.value is not None and 0 < row.value < small and not row.disclosed
    return _SMALL if tiny else plain(row)


def _counts(item: IssuedItem, indicator: Indicator, reported: Period) -> str:
    """What a figure counts, and for which period where that is not the quarter."""
    covers = "" if item.period == str(reported) else f"For {item.period}. "
    return f"{covers}{indicator.detail or f'Source: {indicator.source}'}"


def _asked(records: Records, pack: Pack, agency: str) -> Iterator[tuple[str, str]]:
    """The commentaries that an agency is asked for: on each action it leads, and on each of its measures."""
    seen = set()
    for action in _actions(pack):
        if action.lead == agency:
            seen.add(action.ref)
            yield action.ref, f"{action.action} What happened, and what comes next?"
        for measure in action.measures:
            indicator = records.indicators.get(measure.indicator or "")
            if indicator and measure.ref not in seen and agency in _leads(action, measure, records.indicators):
                seen.add(measure.ref)
                yield measure.ref, f"{indicator.name}: what explains the figure, and what are you doing about it?"
