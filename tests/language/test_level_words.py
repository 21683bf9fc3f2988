from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.language.english import ENGLISH
from plangen.language.english.levels import revision_words, table_figure
from plangen.model.amount import Amount
from plangen.model.aspect import Aspect, View
from plangen.model.figures import Bound
from plangen.model.observation import Marker, Standing
from plangen.model.result import Level, Promised
from plangen.model.target import Promise
from plangen.model.unit import Unit
from plangen.model.working import Given


def seen(value=None, unit="count", decimals=0, **more) -> Level:
    number = None if value is None else Decimal(value)
    return Level(
        key="k", inputs=(), working=Given.OBSERVED, number=number, unit=Unit.parse(unit), decimals=decimals, **more
    )


def promised(amount: str, promise: Promise) -> Promised:
    return Promised(promise, Amount.parse(amount), Unit.parse("percent"))


@pytest.mark.parametrize(
    ("level", "prose", "table"),
    [
        (seen("26626"), "26,626", "26,626"),
        (seen("80", "percent", bound=Bound.MORE_THAN), "more than 80%", "more than 80%"),
        (seen("2000", bound=Bound.ABOUT), "about 2,000", "about 2,000"),
        (seen(marker=Marker.TO_BE_ANNOUNCED, promised=promised("TBA", Promise.TO)), "to be announced", "TBA"),
        (seen(marker=Marker.TO_BE_SET), "to be set", "To be set"),
        (seen(marker=Marker.NOT_APPLICABLE), "not applicable", "No figure"),
        (seen(marker=Marker.SUPPRESSED), "too few to publish", "Suppressed"),
        (seen(marker=Marker.NONE), "no figure", "No figure"),
        (seen(), "no figure", "no figure"),
        (seen("9.5", "minutes", 1), "9.5 minutes", "9.5 min"),
        (seen("4", "hours", bound=Bound.UNDER), "under 4 hours", "under 4 h"),
        (seen("9", "percent", promised=promised("9%", Promise.BELOW)), "under 9%", "under 9%"),
    ],
)
def test_a_level_in_prose_and_in_a_table(level, prose, table):
    assert (ENGLISH.show(level), table_figure(level)) == (prose, table)


def test_nothing_is_no_figure():
    assert table_figure(None) == "No figure"


@pytest.mark.parametrize(
    ("level", "aspect", "shown"),
    [
        (seen("4"), Aspect.WORDS, "four"),
        (seen("12"), Aspect.WORDS, "12"),
        (seen("4", bound=Bound.ABOUT), Aspect.WORDS, "about four"),
        (seen("4", "percent"), Aspect.WORDS, "4%"),
        (seen(marker=Marker.NONE), Aspect.WORDS, "no figure"),
        (seen("80", "percent", bound=Bound.MORE_THAN), Aspect.NUMBER, "80%"),
        (seen("12", "rank", group_size=15), Aspect.PLACE, "12th of 15"),
        (seen("12", "rank"), Aspect.PLACE, "12th"),
        (seen(marker=Marker.NONE), Aspect.PLACE, "no figure"),
    ],
)
def test_other_sides_of_a_level(level, aspect, shown):
    assert ENGLISH.show(level, View(aspect)) == shown


def test_a_level_has_no_direction():
    with pytest.raises(ValueError, match="has no direction"):
        ENGLISH.show(seen("4"), View(Aspect.DIRECTION))


def test_a_revised_value_says_what_it_was():
    revised = seen("5", standing=Standing.REVISED, was=Decimal(4))
    shown = [revision_words(level) for level in (revised, seen("5", standing=Standing.PROVISIONAL), seen("5"))]
    assert shown == ["revised from 4", "provisional", ""]
