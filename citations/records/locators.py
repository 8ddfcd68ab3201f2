"""What stands behind a title and is no part of it: pages, volume, edition and roles, mostly in brackets."""

import re

from citations.records.clauses import Place

_TITLE_LOCATOR = re.compile(
    r",\s(?:pages?|pp?\.|at)\s\d[\d\s–-]*\Z|,\s\d{1,4}\s?(?:pp?|S)\.?\Z|\s\((?:pp?\.|vols?\.|bd\.|no\.|\d{1,2}(?:st|nd|"
    r"rd|th)\sed|rev\. ed|\d{1,2}\. aufl|s\. \d)[^()]{0,60}\)?\Z"
    r"|\s\((?:[^()]{0,60}\s)?(?:series|thesis|dissertation|édn?|éd\.|edn?|edition)(?:,?\s[\w. ]{1,12})?\)\.?\Z"
    r"|,\s(?:last\s)?(?:rev(?:ised)?|updated)\.?\Z|,?\svol\.\s\d{1,3}\Z|\s\((?:(?:version\s|v\.?\s?)\d[\w.]{0,12}|\d{1,4}(?:\.\d{1,3}){1,3})\)\Z|\s\(\d{1,2}\.\s?ed\.?\)?\Z"
    r"|\s\((?:[A-Z][\w.]+\s){0,3}(?:brief|report|paper|publication|memo|memorandum|document|note|sheet|bulletin|circular)\s(?:no\.?\s)?[\w./-]*\d[\w./-]*\)\Z"
    r"|\s\((?=[^()]*\d)(?:[^()]{1,40}\s)?(?:no|nr|n[°º]|№)\.?\s?[\w.,:/-]{1,24}\)\Z"
    r"|\s\((?:[^()]{1,30}\s)?version(?:\s[\w.]{1,12})?\)\Z|\s\((?=[^()]*(?:[./-][^()]*[./-]|\d{3}))(?:[A-Z]{1,8}[./-]){1,5}[A-Z\d./-]{0,24}\)\Z"
    r"|\s\([^\W\d_][^()]{7,90}\s\d{1,3}\)\.?\Z|,?\s\((?:[^()]{3,60},\s)?(?:trans|tr|eds?|hrsg|interviewer|host|narr|director|dir|producer)\.?\)\.?\Z"
    r"|\s\((?:UK|US|USA|EU|Cth|NSW|Vic|Qld|NZ|HK|Ont|Eng|Scot|Ireland|Canada|India)\)\Z"
    r"|\s\((?:report|(?:\w+\s)?paper|policy\sbrief|press\srelease|speech|interview|pdf|podcast|video|map|poster|presentation|slides)\)\Z"
    r"|\s\((?:translated|trans\.|edited|eds?\.)\s[^()]{3,60}\)\.?\Z",
    re.IGNORECASE,
)


def without_locator(text: str, title: Place | None) -> Place | None:
    """Give a title without the pages, volume or edition in brackets behind it."""
    match = title and (_TITLE_LOCATOR.search(text, *title) or _pages_of_book(text, *title))
    return (title[0], match.start()) if title and match else title


_PAGES = re.compile(r"\s\d{1,4}(?:[-–]\d{1,4})?\Z")
_EDITION_BEHIND = re.compile(r"\s\((?:[^()]{2,40}\s)?\d{1,2}(?:st|nd|rd|th|d)\sed\.\s(?:1[5-9]|20)\d\d\)")
"""Edition and year, which Bluebook sets behind the page."""
BOOK_BEHIND = re.compile(r"\s\((?:[^()\d]{0,60}|\d{1,2}(?:st|nd|rd|th|d)\sed\.\s)(?:1[5-9]|20)\d\d\)")


_PAPER_BEHIND = re.compile(
    r"\s\([^()]{0,80}(?:Working Paper|manuscript|Discussion Paper)[^()]{0,40}(?:1[5-9]|20)\d\d\)"
)
"""What Bluebook sets behind the page of a paper that is not in print."""


def _pages_of_book(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the pages behind the title of a book in capitals, as Bluebook sets it: "FROST 76-87 (Ice Press 2013)"."""
    pages = _PAGES.search(text, start, end)
    if pages and _EDITION_BEHIND.match(text, end):
        return pages
    capitals = pages and text[start : pages.start()].isupper() and BOOK_BEHIND.match(text, end)
    return pages if capitals or (pages and _PAPER_BEHIND.match(text, end)) else None
