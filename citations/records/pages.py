"""The pages of a source, as notes print them: after a word or a colon, or bare after a volume."""

import re

from citations.records.regions.cuts import Cuts
from citations.records.regions.date_places import DatePlace
from citations.records.wording.clauses import Place

_WORD = r"(?:(?<=\bp)(?:p?\.?|ages?|gs?\.?)|(?<=\bS)(?:\.|eiten?)|(?<=\b[sСсC])\.)"
"""The rest of "p.", "pages", "S.", "с." after its first letter."""
_COLON = r"(?<=:)(?<![A-Z]:)(?<!:\d\d\d\d:)(?<!ISBN\s:)"
"""The colon after a volume: not after a capital ("C:"), the year of a judgment (":2014:") or "ISBN"."""
_NUMBER = r"[A-Za-z]?\d{1,6}"
_UP_TO = r"(?:\s?[-–‐‑]\s?|\s(?:to|à|al?|bis|до)\s(?=\d))"
_PAGES = re.compile(rf"[pSsСсC:](?:{_WORD}|{_COLON})\s?({_NUMBER}(?:{_UP_TO}{_NUMBER})?)(?![\w/]|\.\d)")

_IDEOGRAPHS = r"(?<!\w)(\d{1,4}(?:\s?[-–ー]\s?\d{1,4})?)\s?[頁页]"
_AFTER_BRACKET = r"\),\s(\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\.?\s*\Z"
"""Pages at the end, after the bracket of an imprint: "(Oslo: Quay, 1960), 12-15"."""
_PERIOD = r"(?:1[5-9]|20)\d\d\s?[-–]\s?(?:1[5-9]|20)\d\d"
_BEHIND_PAGES = r"\.?\s*(?:\Z|\ue000|doi\b)|[.;]\s[\[(]?[A-ZÀ-Þ]|,\s(?:here|hier|ici|aquí)\b|\s\((?:19|20)\d\d\)"
_AFTER_VOLUME = rf"[\d)],\s(?!{_PERIOD})(\d{{1,5}}\s?[-–]\s?\d{{1,5}})(?={_BEHIND_PAGES})"
"""A range after a volume or a bracket and a comma: "12 (2004), 34-56"."""
_AFTER_NAME = r"[a-zà-ÿ],\s(?!(?:1[5-9]|20)\d\d[-–])(\d{1,4}[-–]\d{1,4})(?=\.\s[A-ZÀ-Þ])"
"""A range after a name and a comma, before the next sentence: "Cold Rivers, 34-56. Oslo"."""
_BARE = re.compile(rf"{_IDEOGRAPHS}|{_AFTER_BRACKET}|{_AFTER_VOLUME}|{_AFTER_NAME}")
_BARE_SIGNS = ("-", "–", "頁", "页", "), ")
"""One of these stands in or before every bare page: checked first, for speed."""
_PAGE_WORD = re.compile(r"\bpp\.?\s?\d")
_DAY_AND_HOUR = re.compile(r"(?:19|20)\d\d,?\s(?:um\s|at\s|à\s|kl\.\s)?\d{1,2}\Z")
"""A year and an hour, before the colon of the minutes: "5 juin 2017, 18:04"."""
_LONGEST_HOUR = len("2017, um 18 ")


def find_pages(text: str, start: int, end: int, cuts: Cuts, issued: DatePlace | None) -> Place | None:
    """Give the place of the first pages from ``start`` to ``end``, ``None`` for none; a date or an hour is no page."""
    year = issued.start if issued else None
    may_be_bare = any(map(text[start:end].__contains__, _BARE_SIGNS))
    bare = _BARE.search(text, start, end) if may_be_bare else None
    if bare and bare.start(bare.lastindex or 0) != year and not _PAGE_WORD.search(text, start, bare.start()):
        return bare.span(bare.lastindex or 0)
    worded = (match for match in _PAGES.finditer(text, start, end) if match.start(1) != year)
    return next((match.span(1) for match in worded if not _is_something_else(text, start, match, cuts)), None)


def _is_something_else(text: str, start: int, pages: re.Match[str], cuts: Cuts) -> bool:
    """Whether figures after a word or a colon are part of a link, an identifier, a date, or the minutes of an hour."""
    first, last = pages.span(1)
    if any(cut.start < last and first < cut.end for cut in cuts.cuts):
        return True
    if any(date.start < last and first < date.end and len(date.date.parts) > 1 for date in cuts.dates):
        return True
    return _DAY_AND_HOUR.search(text, max(start, pages.start() - _LONGEST_HOUR), pages.start()) is not None
