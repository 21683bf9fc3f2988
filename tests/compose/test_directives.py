"""Every directive and kind of chart that sources let through is one that compose can make."""

from __future__ import annotations

from plangen.compose.directives.charts import KINDS
from plangen.compose.directives.makers import MAKERS
from plangen.sources.directive_forms import CHART_KINDS, FORMS


def test_every_directive_has_a_maker():
    assert set(MAKERS) == set(FORMS)


def test_every_kind_of_chart_has_a_maker():
    assert set(KINDS) == set(CHART_KINDS)
