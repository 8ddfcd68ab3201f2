"""A note taken apart: the commentary, and one part for each source that it names."""

import re
from dataclasses import dataclass
from itertools import pairwise

from citations.links import split_archive
from citations.records.names.families import SHORT_WORK
from citations.records.names.lists import read_authors
from citations.records.sheets.sheet import LINK, Sheet
from citations.records.splitting.leads import SIGNAL, SIGNAL_INSIDE, is_source, lead_of, may_signal, stop_of
from citations.records.splitting.remarks import STRONG_TITLE, YEAR, is_remark
from citations.records.wording.kinds import MEDIUM
from citations.records.wording.words import CAPITAL, ISSUE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet's text that names one source; the parts of a note follow one another without a gap.

    ``lead`` is where the source begins, after commentary and words like "See also"; ``stop`` where it ends,
    before commentary that follows.
    """

    start: int
    end: int
    lead: int
    stop: int


_SEMICOLON = re.compile(r";(?<=\S;)\s+(?=\S)")
_ARCHIVED = re.compile(r"archiv|perma\b|wayback|cached|mirror|snapshot|kopie|copie", re.IGNORECASE)
_SAME_SOURCE = re.compile(r"\b(?:or|oder|ou|and|und|et)\b|also (?:available )?at|doi|pdf", re.IGNORECASE)
_NEXT_WORDS = 4
"""Words between two links that make the second a source of its own."""
_LINK_GAP = 2
"""Most words between two links that are two sources: "and also"."""
_MOST_SOURCES = 60
"""Most sources that one note is split into; a note that lists more is a bibliography."""


def split_sources(sheet: Sheet, start: int) -> tuple[Part, ...]:
    """Give the parts of a sheet's text from ``start`` on, at least one; the first begins at 0."""
    text = sheet.text
    signals = may_signal(text)
    cuts = _cut_places(sheet, start, signals=signals)
    bounds = [0, *cuts, len(text)]
    parts = []
    for number, (first, last) in enumerate(pairwise(bounds)):
        begin = max(first, start) if number == 0 else first
        joined = _CONJUNCTION.match(text, begin, last) if number else None
        lead = lead_of(sheet, joined.end() if joined else begin, last, signals=signals)
        parts.append(Part(start=first, end=last, lead=lead, stop=stop_of(sheet, lead, last)))
    return tuple(parts)


def _cut_places(sheet: Sheet, start: int, *, signals: bool) -> list[int]:
    """Give the places at which a new source begins."""
    text = sheet.text
    places = {match.end() for match in _SEMICOLON.finditer(text, start) if _divides(sheet, start, match)}
    for match in SIGNAL_INSIDE.finditer(text, start) if signals else ():
        if is_source(text, start, match.start(1)) and is_source(text, match.end(), len(text)):
            places.add(match.start(1))
    compared = _COMPARED.match(text, start) if signals else None
    if compared and is_source(text, compared.end(), len(text)):
        places.add(compared.end())
    places.update(_between_links(sheet, start))
    return sorted(places)[: _MOST_SOURCES - 1]


_COMPARED = re.compile(r"\s*[Cc]ompare\s[^\ue000]{8,400}?,\swith\s(?=[\"“‘«]|[A-Z])")
"""The first of two sources that are compared."""


def _divides(sheet: Sheet, start: int, semicolon: re.Match[str]) -> bool:
    """Whether a semicolon stands between two sources, and not within one."""
    text = sheet.text
    following = _SEMICOLON.search(text, semicolon.end())
    left = max(text.rfind("; ", start, semicolon.start()) + 1, start), semicolon.start()
    right = semicolon.end(), following.start() if following else len(text)
    if all(ISSUE.fullmatch(text, *side) for side in (left, right)):
        return True
    led = _LED.match(text, right[0]) is not None
    if led and all(is_source(text, *side) or _dated(text, *side) for side in (left, right)):
        return True
    return _parts_of_two(sheet, left, right) or _whole_before(text, left, right) or _two_sources(text, left, right)


def _two_sources(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether both sides name a source by themselves, and the first of them is whole at the semicolon."""
    if not all(is_source(text, *side) for side in (left, right)) or _LINK_ALONE.fullmatch(text, right[0], len(text)):
        return False
    led = _CONJUNCTION.match(text, right[0]) or SIGNAL.match(text, right[0])
    if _GOES_ON.match(text, right[0]) and not led:
        return False
    whole = LINK in text[slice(*left)] or YEAR.search(text, *left) is not None
    whole = whole or all(STRONG_TITLE.search(text, *side) for side in (left, right))
    return whole and _open_marks(text[slice(*left)]) == 0


_GOES_ON = re.compile(r"[a-z\d(\[]")
"""How words begin that go on with the same source."""


def _parts_of_two(sheet: Sheet, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a short form, or volume and year, or names and italics, show that a source ends at a semicolon."""
    text = sheet.text
    if SHORT_FORM.fullmatch(text, *left):
        return is_source(text, *right) or _YEAR_IN_BRACKET.search(text, *right) is not None
    if _VOLUME_AND_YEAR.search(text, *left) and _VOLUME_AND_PAGE.search(text, *right):
        return True
    if _CODE.fullmatch(text, *right) and _dated(text, *left):
        return True
    if _CODE.fullmatch(text, *left) and (is_source(text, *right) or _dated(text, *right)):
        return True
    return _names_and_italics(sheet, left, right)


def _names_and_italics(sheet: Sheet, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether names open what follows: after a conjunction, or right before italics, as after a dated title."""
    text = sheet.text
    joined = _CONJUNCTION.match(text, *right)
    named = read_authors(text, joined.end() if joined else right[0], right[1])
    italics = [one for one in sheet.emphasis if right[0] <= one.start and one.end <= right[1]]
    if named is None or joined:
        return named is not None and (bool(italics) or is_source(text, *right))
    titled = any(left[0] <= one.start and one.end <= left[1] for one in sheet.emphasis)
    return titled and YEAR.search(text, *left) is not None and any(one.start == named.end + 2 for one in italics)


def _whole_before(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a source ends at a semicolon with its year in brackets, perhaps with pages, and a dated one begins.

    Short forms on both sides count too.
    """
    if all(SHORT_WORK.fullmatch(text, *side) for side in (left, right)):
        return True
    if _WHOLE.search(text, *left) is None or not (_dated(text, *right) or STRONG_TITLE.search(text, *right)):
        return False
    listed = read_authors(text, right[0], right[1])
    return listed is not None and (listed.sure or text[listed.end : listed.end + 2] in {", ", " ("})


_WHOLE = re.compile(
    r"\w[\s,.]{1,2}\([^()]{0,80}(?<!\d)(?:1[5-9]|20)\d\d[a-z]?\)"
    r"(?:[,:]?\s(?:(?:at|pp?\.|S\.|n\.|ch\.|paras?\.?|esp\.)\s?)?\d[\d\s,–—-]{0,40}f{0,2}\.?)?\s?\Z"
)
"""A year in brackets, and nothing but pages after it: "(Quayside Press, 1971), 19", "Quill (2008), pp. 3-9"."""


SHORT_FORM = re.compile(
    r"\s*(?:[Ss]ee,?\s(?:also\s|generally\s|e\.g\.,?\s)?)?(?:[Ii](?:bi)?d\.?(?:\sat\s[\d–,\s-]{1,20})?|"
    r"[^;]{2,60}?,\ssupra\snote\s\d{1,4}[^;]{0,40})"
)
"""Nothing but a short form of a source given before: "Quill, supra note 2", "Id. at 12"."""
_VOLUME_AND_YEAR = re.compile(
    r",\s\d{1,4}\s[A-Z][\w.&’'\s]{2,60}?\s(?:\d{1,5}(?:,\s\d{1,5})?(?:[–-]\d{1,5})?|ONLINE)\s\("
    r"(?:[^()]{0,30}\s)?(?:1[89]|20)\d\d\)"
)
"""A serial as Bluebook cites it: "135 COLD L. REV. 2013 (2022)"."""
_VOLUME_AND_PAGE = re.compile(
    rf"{_VOLUME_AND_YEAR.pattern}|,\s\d{{1,4}}\s[A-Z][\w.&’'\s]{{2,60}}?\.\s\d{{1,5}}(?:,\s\d{{1,5}})?\.?\s*\Z"
)
"""The same, or without its year at the end of a note."""
_LINK_ALONE = re.compile(r"\s*(?:[A-Za-z]{2,12}:?\s)?<?\ue000>?[\s.]*")
"""Nothing but a link: it leads to the source before it."""


_YEAR_IN_BRACKET = re.compile(r",\s[^()]+\s\([^()]{0,60}(?:1[5-9]|20)\d\d\)")
_CODE = re.compile(r"\s*(?:and\s)?\d{1,3}\s(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.)\s§{1,2}\s?\d[^;“”\"]{0,60}")
"""A place in the code of American law or its regulations: "17 C.F.R. § 240.10b-5"."""


def _dated(text: str, start: int, end: int) -> bool:
    """Whether a year stands in brackets, as it does in most sources without a link or quotation marks."""
    return _DATED.search(text, start, end) is not None


_DATED = re.compile(r"[(\[][^()\[\]]{0,80}(?:1[5-9]|20)\d\d[)\]]")
_LED = re.compile(
    r"(?:but |and )?(?:see(?: also| generally|,? e\.g\.,?)?|cf\.?|accord|contra|compare|vgl\.|siehe(?: auch)?|"
    r"voir(?: aussi)?|véase(?: también)?|zie(?: ook)?|vedi(?: anche)?)\s(?=(?-i:[\"“‘„«A-ZÀ-Þ]))",
    re.IGNORECASE,
)
"""A signal that leads from one source to the next."""
_CONJUNCTION = re.compile(r"(?:and|und|et|y|e|en|og|och)\s")


def _open_marks(words: str) -> int:
    return abs(words.count("“") - words.count("”")) + abs(words.count("(") - words.count(")")) + words.count('"') % 2


_NEXT_SOURCE = re.compile(rf"(?:[.;][>)\]”\"]{{0,2}}|[>)\]][.;,]?|(?<=\ue000)[,;]?)\s+(?=[\"“‘„«']?{CAPITAL})")
"""What ends a source after its link, and the capital of the next."""


def _between_links(sheet: Sheet, start: int) -> list[int]:
    """Give the places after links at which a source with a link of its own begins."""
    text = sheet.text
    links = [match.start() for match in re.finditer(LINK, text) if match.start() >= start]
    if len(links) < len(("first", "second")):
        return []
    opening = text[start : links[0]]
    told = not STRONG_TITLE.search(text) and not YEAR.search(text, start) and is_remark(opening)
    bare = _TWO_LETTERS.search(opening) is None
    places = (_next_source(sheet, first, second, told=told, bare=bare) for first, second in pairwise(links))
    return [place for place in places if place is not None]


def _next_source(sheet: Sheet, first: int, second: int, *, told: bool, bare: bool) -> int | None:
    """Give where the source of the second of two links begins, ``None`` where both lead to one source.

    ``told``: prose of the author's own leads to the links; ``bare``: no word stands before the first of all links.
    """
    text = sheet.text
    between = text[first + 1 : second]
    if _ARCHIVED.search(between) or split_archive(sheet.link_at(second).url):
        return None
    if MEDIUM.search(between) and _ANNOUNCED.search(between):
        return None  # a post with a link in it, then its outlet and "Available at:"
    if told:
        return first + 1
    if bare and len(between.split()) <= _LINK_GAP:
        return second
    begin = _NEXT_SOURCE.search(text, first + 1, second)
    if begin is None or len(_TWO_LETTERS.findall(between)) < _NEXT_WORDS or _ends_one(text, begin.end(), second):
        return None
    return _after_access(text, begin.end(), second)


_TWO_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ANNOUNCED = re.compile(r"[^\W\d_]:?\s?<?\s?\Z")
"""A word right before a link."""
_ACCESS = re.compile(
    r"\(?(?:last |date )?(?:accessed|retrieved|visited|viewed|consult|abgerufen|zugriff)[^.;]{0,40}[.;)]+\s+",
    re.IGNORECASE,
)


def _after_access(text: str, place: int, end: int) -> int:
    match = _ACCESS.match(text, place, end)
    return match.end() if match else place


def _ends_one(text: str, place: int, end: int) -> bool:
    """Whether the words between two links only announce the second one."""
    rest = text[_after_access(text, place, end) : end]
    return len(_TWO_LETTERS.findall(rest)) < _NEXT_WORDS or bool(_SAME_SOURCE.match(rest.strip()))
