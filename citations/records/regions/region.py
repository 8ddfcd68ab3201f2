"""The region of one source, the parts read from it, and questions about what stands around its title."""

import re
from dataclasses import dataclass

from citations.records.regions.cuts import Cuts
from citations.records.regions.date_places import DatePlace
from citations.records.sheets.sheet import Sheet
from citations.records.wording.clauses import Place, sentences, skip_lead
from citations.records.wording.quoted import Quoted
from citations.records.wording.words import CAPITAL, EDITORS, RUNS, SERIAL


@dataclass(slots=True)
class Parts:
    """Places in a sheet's text, as far as they were found."""

    authors: tuple[Place, ...] = ()
    editors: tuple[Place, ...] = ()
    title: Place | None = None
    container: Place | None = None
    publisher: Place | None = None
    issued: DatePlace | None = None
    kind: str | None = None
    """The CSL type where the form shows it, as it does for cases and statutes."""

    @property
    def has_day(self) -> bool:
        """Whether the day of publication was found, and not its month or year alone."""
        return self.issued is not None and self.issued.is_day


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a sheet that one source takes: its head, before links and access dates, and all of it."""

    sheet: Sheet
    cuts: Cuts
    start: int
    head_end: int
    end: int

    @property
    def text(self) -> str:
        """The text of the sheet."""
        return self.sheet.text


AFTER_YEAR = re.compile(
    r"[a-z]?(?:\s?[\[(/]\d{4}[\])]?)?\s?[)\]]?(?:(?<=\))\s(?:1[4-9]|20)\d\d(?=\.\s))?"
    r"(?:\s\[\d{4}-[\d-]{2,5}\])?[\s.,:;–-]{0,4}"
)


def year_before(region: Region, end: int) -> DatePlace | None:
    """Give the date that stands between the authors and ``end``."""
    for date in region.cuts.inside(region.start, end):
        after = AFTER_YEAR.match(region.text, date.end, end)
        if after and after.end() == end and date.start > region.start:
            return date
    return None


def left_behind(region: Region, place: int) -> str:
    """Give the words from ``place`` to the end of the head, without punctuation and the medium: a title, if any."""
    medium, end = region.cuts.medium, region.head_end
    if medium is None or not place - 1 <= medium.start < end:
        return region.text[place:end].strip(" .,;:)")
    return f"{region.text[place : max(place, medium.start)]}{region.text[medium.end : end]}".strip(" .,;:)")


def skip_editors(text: str, place: int, end: int) -> int:
    """Give the first place after authors, "(Eds.)" and punctuation."""
    editors = EDITORS.match(text, place, end)
    return skip_lead(text, editors.end() if editors else place, end)


_CAPITAL_NEXT = re.compile(rf"\s(?:{CAPITAL}|[a-z]{{1,2}}[A-Z]|[\w-]{{2,40}}\.[a-z]{{2,5}}\b)")


_MOST_OUTLET_WORDS = 7
_NEXT_SIGN = re.compile(r"[(\[,\ue000“„«]|(?<!\w)[‘\"']")
"""What ends an outlet right after a title in marks, or opens one more title."""


def outlet_follows(region: Region, quoted: Quoted, *, signed: bool = False) -> bool:
    """Whether the words after the marks, without a stop between, are as short as an outlet's name."""
    text = region.text
    if not _CAPITAL_NEXT.match(text, quoted.end):
        return False
    following = _NEXT_SIGN.search(text, quoted.end, region.end)
    if following and following[0] in "“‘„«\"'":
        return False
    stop = following.start() if following else region.head_end
    words = text[quoted.end : stop].split()
    small = sum(word[0].islower() for word in words)
    parts = sentences(text, quoted.end, stop)
    named = parts and SERIAL.search(text, *parts[0])
    if len(parts) > 1 and not named and RUNS.search(text, *parts[0]):
        return False  # "“Who pays?” How towns split the bill. Harbour Policy, 52": the title goes on
    if signed and named:
        return True
    return len(words) <= _MOST_OUTLET_WORDS and (signed or small <= len(words) // 2)


def opens_title(region: Region, quoted: Quoted) -> bool:
    """Whether marks contain only the first words of a title: more words and a dated outlet in capitals follow.

    "“Who pays” and who does not, NORTHERN HERALD (Mar. 3, 2019)".
    """
    text = region.text
    if not _CAPITAL_NEXT.match(text, quoted.end) or text[quoted.inner_end - 1] in ",.;":
        return False
    outlet = outlet_in_capitals(region, quoted.end, dated=True)
    return outlet is not None and "," not in text[quoted.end : outlet[0]] and outlet[0] > quoted.end + len(" a")


def outlet_in_capitals(region: Region, start: int, *, dated: bool = False) -> Place | None:
    """Give an outlet as American lawyers write it, in capitals before its date: ", NORTHERN HERALD (Mar. 3, 2019)".

    With a link instead of the date it has two words or more: one could be any abbreviation.
    """
    outlet = _OUTLET_IN_CAPITALS.search(region.text, start, region.head_end)
    if outlet is None or (outlet[1] is None and (dated or not region.cuts.links)):
        return None
    return outlet.start(), outlet.end()


_CAPITALS = r"[A-Z&–][A-Z\d&.’'–-]*"
_OUTLET_IN_CAPITALS = re.compile(
    rf",\s(?=[A-Z&.’'\s–-]*[A-Z]{{3}})(?:{_CAPITALS}(?:\s{_CAPITALS}){{0,9}}"
    r"(?=(,?\s(?:\d{1,4}\s)?\((?:[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},\s)?)?(?:19|20)\d\d))"
    rf"|{_CAPITALS}(?:\s{_CAPITALS}){{1,9}}(?=,?\s?\Z))"
)
CREDITED_NEXT = re.compile(r"(?:(?:Eds?|Dir|Trans|Hrsg|Hg|Perf|Prod)\.?[,:]?|\(?(?:dir\.|directed by))\s[A-Z]")
"""Who edited or directed a work without an author: the words before it are the title."""
