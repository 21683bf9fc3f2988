"""Which way a measure is wanted to go, as far as its name alone says."""

from __future__ import annotations

import re

from plangen.checks.directions import Way

__all__ = ["more_is_wanted", "wanted_way"]

_GOOD = re.compile(
    r"\b(?:engag(?:ed|ement)|satisf(?:ied|action)|complet(?:ed|ions?|ing)|success(?:es|ful|fully)?|confiden(?:ce|t)"
    r"|(?:feel(?:ing)?|very|more) safer?|employment"
    r"|training|attendance|attainment|detect(?:ed|ions?)|detection rate|resolved|recovery|retention"
    r"|qualifications?|volunteers?)\b",
    re.I,
)
_NOT_SURELY_GOOD = re.compile(
    r"\b(?:crimes?|offen[cds]\w*|re-?offend\w*|burglar\w*|theft\w*|violen\w*|repeat\w*|custody|re-?referr\w*"
    r"|anti-social|hate|deaths?|injur\w*|unemploy\w*"
    r"|neet|not in|convict\w*|complaints?|sickness|overdue|abuse|fires?|arson|damage|absen\w*|exclu\w*"
    r"|homeless\w*|victims?|waiting|days|time|cost|drop-?outs?"
    r"|failure|non-completion|unsuccessful|incomplete|dis\w*|un\w+|lack|low|poor|withdraw\w*)\b",
    re.I,
)
_BAD = re.compile(
    r"\b(?:crimes?|offences?|re-?offend\w*|burglar\w*|thefts?|violen(?:ce|t)|robber\w*|fraud|assaults?"
    r"|homicides?|murders?|asb|anti-social|hate|rapes?|stalking|harassment|knife|weapons?|wounding|arson"
    r"|damage|incidents?|deaths?|injur\w*|killed|casualt\w*|collisions?|accidents?|suicides?|mortality|fires?"
    r"|unemploy\w*|neet|homeless\w*|complaints?|sickness|absen\w*|exclusions?|overdue|abuse|infections?|mrsa"
    r"|falls|ulcers?|readmi\w*|delay\w*|cancel\w*|breach\w*|vacanc\w*|turnover|arrears|debts?|emissions"
    r"|missed|errors|fly-?tip\w*|litter|graffiti|temporary accommodation|first[- ]time entrants|evictions?"
    r"|conceptions|poverty)\b",
    re.I,
)
_NOT_SURELY_BAD = re.compile(
    r"\b(?:within|in (?:under|less)|on time|in time|per ?cent(?:age)? of (?!people)|avoid\w*|prevent\w*"
    r"|resol\w*|detect\w*|clear\w*|solved|closed|answered|handled|respon\w*|attend\w*|report(?:s|ed|ing)?"
    r"|satisf\w*|support\w*|help\w*|complet\w*|train\w*|recover\w*|remov\w*|referr\w*|free from|no longer"
    r"|arrests?|charged?|confiden\w*|safe\w*|reduc\w*|engag\w*)\b|%",
    re.I,
)


def more_is_wanted(name: str) -> bool:
    """Whether more of what `name` says can only be wanted."""
    return bool(_GOOD.search(name)) and not _NOT_SURELY_GOOD.search(name)


def wanted_way(name: str) -> Way | None:
    """The way of getting better, None where the name does not say it for certain."""
    if more_is_wanted(name):
        return Way.UP
    return Way.DOWN if _BAD.search(name) and not _NOT_SURELY_BAD.search(name) else None
