"""What the readers of titles share: the region of one source, its parts, and what stands before a title."""

import re
from dataclasses import dataclass

from citations.dates import DAY_PARTS
from citations.records.clauses import Place, skip_lead
from citations.records.cuts import Cuts
from citations.records.date_places import DatePlace
from citations.records.families import split_families
from citations.records.fullwidth import named_by_role
from citations.records.names import TWO_FAMILIES, AuthorList, read_authors
from citations.records.persons import OFFICE, PUBLIC_BODY, is_person
from citations.records.quoted import Quoted
from citations.records.sheet import Sheet
from citations.records.words import CAPITAL, EDITORS, SERIAL


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


def authors_in(text: str, start: int, end: int) -> tuple[Place, ...]:
    """Give everything from ``start`` to ``end`` as authors: the names that can be told apart, else one."""
    first = skip_lead(text, start, end)
    last = first + len(text[first:end].rstrip(" \t\n,.;:([©–—·•|-"))
    again = read_authors(text, start, end) if first > start else None
    if again is not None and not text[again.end : end].strip(" ,.:("):
        return again.names  # the stroke for the authors above
    if last <= first or text[first:last].isdigit():
        return ()
    credited = named_by_role(text, first, last)
    if credited:
        return credited
    role_last = _ROLE_LAST.search(text, first, end)
    last = role_last.start() if role_last and role_last.start() > first else last
    standard = _STANDARD.fullmatch(text, first, last)
    families = (standard.span(1),) if standard else split_families(text, first, last)
    if families:
        return families
    listed = read_authors(text, first, end)
    whole = _whole_list(text, listed, last, end) if listed else None
    if whole is None or (listed and listed.form == "family-given"):
        whole = _persons(text, first, last) or whole
    return whole or ((first, last),)


def _persons(text: str, first: int, last: int) -> tuple[Place, ...]:
    """Give the persons that nothing but commas divides, given name first; ``()`` where one of them may be none."""
    places = tuple(match.span() for match in _BETWEEN_COMMAS.finditer(text, first, last))
    given_first = TWO_FAMILIES.match(text, first) is None and all(is_person(text[a:b]) for a, b in places)
    return places if len(places) > 1 and given_first else ()


_BETWEEN_COMMAS = re.compile(r"[^\s,][^,]*")


def _whole_list(text: str, listed: AuthorList, last: int, end: int) -> tuple[Place, ...] | None:
    """Give the names of a list behind which, up to ``last``, only a role or an office stands."""
    role = EDITORS.match(text, listed.end, end)
    if listed.end >= last - 1 or (role and role.end() >= last):
        return listed.names
    office = _AFFILIATION.match(text, listed.end, last) or (listed.sure and _AT_HOUSE.fullmatch(text, listed.end, last))
    return listed.names if office else None


_AFFILIATION = re.compile(
    r",\s(?:[\w’'-]+\s){0,3}?(?:Professor|Director|President|Chair(?:man|woman|person)?|Minister|Secretary|"
    r"Senator|Dean|Fellow|Editor|C[EFOT]O|"
    r"Chief|Head|Member|Mayor|Judge|Ambassador|Spokes(?:man|woman|person)|Founder|Analyst|Economist|"
    r"Professorin|Direktor|"
    r"Präsident|Ministre|Président|Directeur|Ministro|Presidente|Director[ae]|thesis|dissertation|talk|lecture|"
    r"speech|testimony|op-ed|remarks|interview|statement)\b",
    re.IGNORECASE,
)
"""The office of a person behind the name, or what kind of text it is: no part of the name."""
_AT_HOUSE = re.compile(r"\s\([A-ZÀ-Þ][^()\d]{1,60}\)")
"""Where an author works: in a bracket behind a list that initials make sure."""
_STANDARD = re.compile(
    r"((?:ISO|IEC|IEEE|DIN|EN|ANSI|BS|ASTM|ITU|ETSI|ГОСТ|NIST|NF|UNE|UNI)(?:/[A-Z]{2,5}){0,2})\s"
    r"(?:[A-Z]{1,4}\s)?[\dA-Z][\w.:/-]*"
)
"""The number of a standard, which the body that it begins with has written."""
_ROLE_LAST = re.compile(
    r",?\s\((?:eds?|hrsg|hg|dir|coord|préf|trad|ill)\b[^()]{0,80}\)[\s,.:]*\Z|"
    r"\s\((?:\d{3}[?-]-?\??|\d{4}\s?[–-]\s?\d{4})\)[\s,.:–—]*\Z",
    re.IGNORECASE,
)
"""Who edited, or wrote the preface, the decade of a source, or years of a life, in a bracket behind the authors."""


PUBLIC_SIGNER = re.compile(
    rf"(?!.*\b(?:Press|News)\b)(?:{PUBLIC_BODY}|{OFFICE})(?:\s\(.*\))?|"
    rf".*\b(?:Parliament|Commission|Government|Senate)\b.*"
)
"""What names a public body: such a one is an author, and no outlet; a news agency is one."""


def outlet_for_author(region: Region, parts: Parts, year: DatePlace | None) -> Parts:
    """Give the parts with an outlet out of the author's place, where author–date styles put it when no person signed.

    Without a ``year`` behind the authors only a newspaper that its name shows to be one moves.
    """
    if len(parts.authors) != 1 or parts.container or parts.publisher:
        return parts
    (name,) = parts.authors
    dated = parts.issued is not None and len(parts.issued.date.parts) == DAY_PARTS
    if year is None or SERIAL.search(region.text, *name):
        _newspaper_for_author(region.text, parts, name, cited=dated or bool(region.cuts.links))
    elif dated and parts.issued is not None and not (parts.issued is year or parts.issued.announced):
        listed = read_authors(region.text, *name)
        person = listed is not None and (listed.form != "given-family" or "," in region.text[slice(*name)])
        public = PUBLIC_SIGNER.fullmatch(region.text, *name) or EDITORS.match(region.text, name[1], region.head_end)
        if not (person or public):
            bracket = re.compile(r"\s[(\[]").search(region.text, *name)
            parts.authors, parts.container = (), (name[0], bracket.start() if bracket else name[1])
    return parts


def _newspaper_for_author(text: str, parts: Parts, name: Place, *, cited: bool) -> None:
    """Move a newspaper that its name shows to be one: "Ada Quill, Northern Herald, “Who pays?”, 3 May 2019".

    Where a day or a link shows that a page is ``cited``, "The" and one word are a name too.
    """
    signed = _AND_PAPER.fullmatch(text, *name)
    listed = read_authors(text, *signed.span(1)) if signed and SERIAL.search(signed[2]) else None
    if signed and listed and listed.end == signed.end(1):
        parts.authors, parts.container = listed.names, signed.span(2)
    elif SERIAL.search(text, *name) or (cited and BROADCASTER.fullmatch(text, *name)):
        parts.authors, parts.container = (), name


_AND_PAPER = re.compile(rf"(.{{3,80}})(?:,\s|\s\()((?:The\s)?{CAPITAL}[^,()]{{2,50}})\)?")
"""Who wrote and for which paper, behind a comma or in a bracket."""
BROADCASTER = re.compile(
    r"The\s[A-Z][\w’'-]+|BBC|CNN|NBC|CBS|ABC|NPR|PBS|MSNBC|CNBC|ITV|CBC|NHK|RTE|RTÉ|ARD|ZDF|ORF|SRF|RTL|MDR|NDR|"
    r"WDR|TF1|RFI|RTVE|RAI|NOS|SVT|NRK|"
    r"YLE|AP|AFP|dpa|Al Jazeera|Bloomberg|Deutsche Welle|Reuters|Xinhua|TASS|Politico"
)
"""An article and one word before a title, which no person is called; a broadcaster or an agency."""


def left_behind(region: Region, place: int) -> str:
    """Give the words from ``place`` to the end of the head, without punctuation and the medium: a title, if any."""
    medium, end = region.cuts.medium, region.head_end
    if medium is None or not place - 1 <= medium.start < end:
        return region.text[place:end].strip(" .,;:)")
    return f"{region.text[place : max(place, medium.start)]}{region.text[medium.end : end]}".strip(" .,;:)")


def skip_editors(text: str, place: int, end: int) -> int:
    """Give the first place behind authors that is no "(Eds.)" and no punctuation."""
    editors = EDITORS.match(text, place, end)
    return skip_lead(text, editors.end() if editors else place, end)


_CAPITAL_NEXT = re.compile(rf"\s(?:{CAPITAL}|[a-z]{{1,2}}[A-Z]|[\w-]{{2,40}}\.[a-z]{{2,5}}\b)")


_MOST_OUTLET_WORDS = 7


def outlet_follows(region: Region, quoted: Quoted, *, signed: bool = False) -> bool:
    """Whether the words after the marks, without a stop between, are as short as an outlet's name."""
    text = region.text
    if not _CAPITAL_NEXT.match(text, quoted.end):
        return False
    following = re.compile(r"[(\[,\ue000“„«]|(?<!\w)[‘\"']").search(text, quoted.end, region.end)
    if following and following[0] in "“‘„«\"'":
        return False
    stop = following.start() if following else region.head_end
    words = text[quoted.end : stop].split()
    small = sum(word[0].islower() for word in words)
    if signed and SERIAL.search(text, quoted.end, stop):
        return True
    return len(words) <= _MOST_OUTLET_WORDS and (signed or small <= len(words) // 2)


def outlet_in_capitals(region: Region, start: int, *, dated: bool = False) -> Place | None:
    """Give an outlet as American lawyers set it, in capitals before its date: ", NORTHERN HERALD (Mar. 3, 2019)".

    Where a link stands in place of the date it has two words or more: one may be the letters of anything.
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
"""Who edited or directed a work without an author: what stands before it is the title."""
