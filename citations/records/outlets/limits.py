"""Where volume, pages, a date or a bracket ends what can be an outlet and its publisher."""

import re

from citations.months import MONTHS
from citations.records.regions.cuts import Cuts
from citations.records.regions.issued import day_month, is_year_here
from citations.records.wording.clauses import is_ordinal
from citations.records.wording.words import LOCATOR, LOWER

_OPENING = re.compile(r"\s[(\[]")
_WITHIN_NAME = re.compile(
    rf"\s[(\[][^()\[\]\d:]{{1,60}}[)\]]\s(?!in\s|ed|trans|pp?\.|vol|no\.|on\s|at\s|by\s)[{LOWER}]"
)
"""A bracket within a name, which goes on in small letters: "Cold (and warm) lands"."""
_REVISED = re.compile(
    r"[.,;][”\"’']?\s(?:(?:page\s)?last\s(?:updated|modified|revised|edited|reviewed)\b|n\.\s?p\.|"
    r"(?:updated|modified|revised|edited|reviewed)(?:\son)?:?\s(?=\d|[a-z]{3,9}\.?\s\d))",
    re.IGNORECASE,
)
"""What stands where volume and pages would: "last modified", and "n.p." for no publisher."""


_PAPER = re.compile(r"(?<=[a-z])\s(?:Paper|Report|Series)(?=\s(?:[Nn]o\.?\s)?\d)")
"""The last word of a series of papers, before the number: "Ice Board Briefing Paper no. 12"."""


_MONTH_LAST = re.compile(r",\s([^\W\d_]{3,12})\.?\s?\Z")
"""A month without its year, right before the link: "Grid Review, September."."""


def outlet_limit(text: str, start: int, end: int, cuts: Cuts, *, named: int = 0) -> int:
    """Give where volume, pages, a date, a bracket or the medium ends container and publisher.

    What stands before ``named`` is a name, whatever figures are in it.
    """
    stops = [end]
    locator = LOCATOR.search(text, max(0, start - 1, named), end)
    if locator and is_ordinal(text, start, locator.end()):
        locator = LOCATOR.search(text, locator.end() + 1, end)
    if locator:
        paper = _PAPER.match(text, locator.start(), end) if locator.start() > start else None
        stops.append(paper.end() if paper else locator.start())
    stops += [date.start for date in cuts.dates if max(start, named) <= date.start and is_year_here(text, date)]
    brackets = (bracket.start() for bracket in _OPENING.finditer(text, start, end))
    stops += [place for place in brackets if not _WITHIN_NAME.match(text, place, end)][:1]
    revised = _REVISED.search(text, max(0, start - 3), end)
    if revised:
        stops.append(revised.start())
    day = day_month(text, start, end, cuts)
    month = None if day else _MONTH_LAST.search(text, start, end)
    if month and month[1].lower() in MONTHS:
        stops.append(month.start())
    if day:
        stops.append(day.start())
    return max(start, min(stops))
