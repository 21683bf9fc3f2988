"""The directives that narrative may use: what each takes as argument, options and body."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from msgspec import Struct, field

__all__ = ["CHART_KINDS", "CONDITIONS", "FORMS", "Argument", "Body", "Form", "Option"]


class Argument(Enum):
    """What stands behind the name of a directive."""

    NONE = "nothing"
    TARGETS = "one to three ids of targets"
    FIGURES = "ids or expressions, separated by spaces"
    INDICATORS = "ids of indicators, or nothing"
    WORDS = "words"
    SOME_WORDS = "words, or nothing"
    CONDITION = "an expression that ends in .improved, .worsened or .met"
    FILE = "a file under assets/"


class Option(Enum):
    """What an option's value is."""

    TEXT = "text"
    WORDS = "words, with expressions"
    KIND = "a kind of chart"
    PERIOD = "a period"
    NUMBER = "a number above 0"
    NAME = "an id or expression"
    YES = "yes"


class Body(Enum):
    """Whether a directive holds Markdown."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"
    TABLE = "one table"


class Form(Struct, frozen=True):
    """How a directive is written."""

    argument: Argument = Argument.NONE
    body: Body = Body.NONE
    options: Mapping[str, Option] = field(default_factory=dict)
    required: tuple[str, ...] = ()


CHART_KINDS = ("trend", "bars", "rise-and-fall", "positions", "share", "status", "group", "control")
CONDITIONS = ("improved", "worsened", "met")

_CHART = MappingProxyType(
    {
        "kind": Option.KIND,
        "headline": Option.WORDS,
        "subtitle": Option.WORDS,
        "source": Option.WORDS,
        "period": Option.PERIOD,
        "base": Option.PERIOD,
        "focus": Option.NAME,
        "total": Option.NAME,
        "k": Option.NUMBER,
        "alt": Option.WORDS,
    }
)
_TABLE = MappingProxyType({"landscape": Option.YES})
_PICTURE = MappingProxyType({"alt": Option.WORDS, "decorative": Option.YES, "caption": Option.WORDS})

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "figures": Form(Argument.TARGETS),
        "chart": Form(Argument.FIGURES, options=_CHART, required=("headline",)),
        "indicator-table": Form(Argument.INDICATORS, options=_TABLE),
        "priorities": Form(),
        "key-targets": Form(options=_TABLE),
        "we-said-we-did": Form(options=_TABLE),
        "you-said-we-did": Form(),
        "headline-actions": Form(),
        "lead-agencies": Form(options=_TABLE),
        "callout": Form(Argument.WORDS, Body.REQUIRED),
        "quote": Form(Argument.SOME_WORDS, Body.REQUIRED),
        "lead": Form(body=Body.REQUIRED),
        "when": Form(Argument.CONDITION, Body.REQUIRED),
        "picture": Form(Argument.FILE, options=_PICTURE),
        "warning": Form(body=Body.REQUIRED),
        "glossary": Form(options=_TABLE),
        "todo": Form(Argument.WORDS, Body.OPTIONAL),
        "table": Form(body=Body.TABLE, options=_TABLE),
    }
)
