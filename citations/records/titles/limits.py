"""Where a date or an imprint ends what can be a title."""

import re

from citations.records.regions.date_places import DatePlace
from citations.records.regions.issued import day_month
from citations.records.regions.region import Region
from citations.records.wording.cities import CITY_NAMES, names_city
from citations.records.wording.words import CITIES


def title_limit(region: Region, start: int) -> int:
    """Give the place of the first date, volume or pages that cannot belong to a title."""
    text, end = region.text, region.head_end
    imprint = _IMPRINT.search(text, start, end)
    end = imprint.start() if imprint else end
    led = any(date.end <= start for date in region.cuts.dates)
    for date in region.cuts.inside(start, end):
        several = len(date.date.parts) == 1 and _MORE_YEARS.match(text, date.end, end)
        if date.is_period or several:
            continue  # "A History of the College, 1815–1909", "Four Texts (1798, 1805)"
        before = text[start : date.start].rstrip(" \t\n")
        if before.endswith(",") and len(date.date.parts) == 1 and _SERIAL_BEHIND.match(text, date.end, region.end):
            continue  # "Smoking among adults, 2009. Tide Wkly Rep. 2010;59(35):1135"
        if before and (_NO_YEAR.fullmatch(date.date.raw) or _behind_city(text, start, date)):
            return start + len(before.rstrip(" ,;([\t\n"))
        if led and len(date.date.parts) > 1 and text.startswith(": ", date.end):
            continue  # "Keldonia Update, April 2019: Ports and Growth"
        if len(date.date.parts) == 1 and _RUNS_ON.match(text, date.end, end):
            continue
        if before and not led and _ends_entry(region, date):
            return start + len(before.rstrip(" ,([\t\n"))
        bracketed = before.endswith(("(", "[")) and _CLOSES.match(text, date.end, end) is not None
        opening = before.rfind(" (")
        if opening > before.rfind(")") and text[date.end : date.end + 1] in {")", ";"} and opening > 0:
            return start + len(
                before[:opening].rstrip(" ,")
            )  # "(Boulder: Press, 1998)", "(Oslo: Quay, 1998; repr. 2004)"
        if before.endswith((",", ".", ";")) or bracketed:
            return start + len(before.rstrip(" ,;([\t\n"))
    day = day_month(text, start, end, region.cuts) if led else None
    return day.start() if day and _NOTHING.match(text, day.end(), end) else end


_SERIAL_BEHIND = re.compile(r"\.\s[A-Z][^;:]{2,90}\.\s(?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?\d")
"""A serial with its own year and volume, as physicians write them, after a title that ends with a year."""


def _ends_entry(region: Region, date: DatePlace) -> bool:
    """Whether nothing follows a date but a link: a day, or the only year of a source without a link."""
    text = region.text
    if not _NOTHING.match(text, date.end, region.head_end):
        return False
    if _LEADS_ON.search(text, max(0, date.start - len(" until ")), date.start):
        return False
    return date.is_day or (region.head_end == region.end and len(region.cuts.dates) == 1)


def _behind_city(text: str, start: int, date: DatePlace) -> bool:
    """Whether a bare year stands right after a city that a comma divides from the title: "Cold rivers, Oslo 2018"."""
    comma = text.rfind(", ", start, date.start)
    return comma > 0 and len(date.date.parts) == 1 and names_city(text[comma + 1 : date.start])


_NO_YEAR = re.compile(r"\w[./]\s?\w\.?")
"""Letters that say "no date", which no title has in it: "o. J.", "s/f"."""
_CLOSES = re.compile(r"[)\];]|,?\s\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?[)\]]", re.IGNORECASE)
"""What follows a date in a bracket: its end, another date, or the hour."""
_IMPRINT = re.compile(
    rf"\s?\((?:(?:{CITIES})[^()\d]{{2,80}}|[^(),\d]{{2,50}},\s(?:{CITY_NAMES})(?:,\s[A-Z]{{2,3}})?)\)"
)
"""City and publisher in a bracket without a year, as physicists write them; in either order."""
_LEADS_ON = re.compile(r"\s(?:am|vom|bis|to|of|on|until|du|au|le|del?|al|van|tot|and|in)\s\Z")
"""Words before a date that is part of a title."""
_NOTHING = re.compile(r"[\s.]*\Z")
_RUNS_ON = re.compile(r"\)\s(?!paras?\b|chap)[a-z]{3}")
"""Small letters after a year in brackets: "Finch's (1997) suggestion to thaw"."""
_MORE_YEARS = re.compile(r",\s\d{4}(?!\d)")
