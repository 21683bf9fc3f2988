from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.language.english import show
from plangen.language.english.levels import level_with_base, revision_words, table_figure
from plangen.model.aspect import Aspect, View
from plangen.model.figures import Bound
from plangen.model.observation import Marker, Standing
from plangen.model.result import Level
from plangen.model.unit import Unit


def seen(value=None, unit="count", decimals=0, **more) -> Level:
    number = None if value is None else Decimal(value)
    return Level(key="k", formula="f", inputs=(), number=number, unit=Unit.parse(unit), decimals=decimals, **more)


@pytest.mark.parametrize(
    ("level", "prose", "table"),
    [
        (seen("26626"), "26,626", "26,626"),
        (seen("80", "percent", bound=Bound.MORE_THAN), "more than 80%", "more than 80%"),
        (seen("2000", bound=Bound.ABOUT), "about 2,000", "about 2,000"),
        (seen(marker=Marker.TO_BE_ANNOUNCED, words="to be announced"), "to be announced", "TBA"),
        (seen(marker=Marker.TO_BE_SET), "to be set", "To be set"),
        (seen(marker=Marker.NOT_APPLICABLE), "not applicable", "No figure"),
        (seen(marker=Marker.SUPPRESSED), "too few to publish", "Suppressed"),
        (seen(marker=Marker.NONE), "no figure", "No figure"),
        (seen(), "no figure", "no figure"),
        (seen("9", "percent", words="under 9%"), "under 9%", "under 9%"),
    ],
)
def test_a_level_in_prose_and_in_a_table(level, prose, table):
    assert (show(level), table_figure(level)) == (prose, table)


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
    assert show(level, View(aspect)) == shown


def test_a_level_has_no_direction():
    with pytest.raises(ValueError, match="has no direction"):
        show(seen("4"), View(Aspect.DIRECTION))


@pytest.mark.parametrize(
    ("level", "base", "shown"),
    [
        (seen("50", "percent"), seen("23", "percent"), "50%, up from 23%"),
        (seen("20", "percent"), seen("23", "percent"), "20%, down from 23%"),
        (seen("20"), seen("20"), "20, unchanged"),
        (seen("12", "rank"), seen("14", "rank"), "12th, from 14th"),
        (seen("20"), None, "20"),
        (seen(marker=Marker.NONE), seen("20"), "no figure"),
    ],
)
def test_a_level_beside_its_base(level, base, shown):
    assert level_with_base(level, base) == shown


def test_a_revised_value_says_what_it_was():
    revised = seen("5", standing=Standing.REVISED, was=Decimal(4))
    shown = [revision_words(level) for level in (revised, seen("5", standing=Standing.PROVISIONAL), seen("5"))]
    assert shown == ["revised from 4", "provisional", ""]
