"""A note taken apart: the commentary, and one part for each source that it names."""

import re
from dataclasses import dataclass
from itertools import pairwise

from citations.links import split_archive
from citations.records.clauses import sentences
from citations.records.names import read_authors
from citations.records.quoted import find_quoted
from citations.records.remarks import STRONG, STRONG_TITLE, YEAR, is_prose, is_remark, leads_in
from citations.records.sheet import LINK, Sheet
from citations.records.words import CAPITAL, ISSUE, MEDIUM


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet's text that names one source; the parts of a note follow one another without a gap.

    ``lead`` is where the source begins, behind commentary and words like "See also"; ``stop`` where it ends,
    before commentary that follows.
    """

    start: int
    end: int
    lead: int
    stop: int


_COMPARED_NAME = rf"\s(?:{CAPITAL}[\w.’'-]{{0,20}}\s){{0,3}}?{CAPITAL}[\w.’'-]{{0,20}}(?:,\s|\s(?:and|&)\s)"
"""A name or a title in marks behind "Compare", without which the word may be the first of a title."""
_SIGNAL_WORDS = (
    r"(?:[Ss]ee(?:\s(?:also|generally|further|especially|in particular))?(?:,?\s(?:e\.g\.|for example|"
    r"for instance))?,?|"
    rf"[Bb]ut (?:see|cf\.)|[Cc]f\.?|[Cc]ompare(?={_COMPARED_NAME}|\s\W)|"
    r"[Ee]\.g\.,?|[Qq]uoted in:?|(?:[Aa]s\s)?[Cc]ited in:?|[Ss]ources?:|"
    r"[Rr]eported (?:by|in):?|"
    r"[Ff]or (?:more|details|background|an overview),?\s(?:on\s(?:this|it),?\s)?see(?:\salso)?|"
    r"[Vv]oir(?:\s(?:aussi|également))?|[Ss]iehe(?:\s(?:auch|dazu))?|[Vv]gl\.(?:\sauch)?|[Vv][ée]ase(?:\stambién)?|"
    r"[Vv]id\.|"
    r"[Cc]fr\.|[Vv]edi(?:\sanche)?|[Zz]ie(?:\sook)?|[Jj]f\.|[Ss]e\s(?:även|også)|[Jj]\.?f(?:ør|r)\.|"
    r"[Сс]м\.(?:\sтакже)?:?)"
)
_QUALIFIED = (
    r"(?:,?\s(?:dazu|hierzu|auch|etwa|nur|z\.\s?B\.|u\.\s?a\.|ausführlich(?:er)?|insbesondere|statt vieler|grundlegend|"
    r"notamment|par exemple|à ce sujet|sur ce point|por ejemplo|entre otros|inter alia|ad esempio|bijvoorbeeld|bl\.a\.|"
    r"for example|for instance|e\.g\.|again|too),?){0,3}"
    r"(?:\s(?:the (?:article|paper|essay|report|post|piece|book) (?:by|of)|(?:l['’]|un )article de|den Beitrag von|"
    r"d(?:ie|en|as|er)\s(?:Meldung|Artikel|Beitrag|Bericht|Aufsatz|Interview)(?=\s[„“»\"]))|"
    r"\s(?:her|his|their|my|our)(?=\s[\"“‘«]))?"
)
"""What can stand between a signal and the source: "Siehe dazu ausführlich", "Voir notamment l'article de"."""
_SIGNAL = re.compile(rf"\s*{_SIGNAL_WORDS}{_QUALIFIED}\s+(?=[\"“‘„«']|{CAPITAL}|\ue000|[a-z]+\.[a-z]|[ivxl\d\[])")
_SIGNAL_INSIDE = re.compile(
    rf"(?:[.;:,—–(]|\band|\baccount|\boverview|\bmore)\s+({_SIGNAL_WORDS}{_QUALIFIED})\s+(?=[\"“‘„«']|{CAPITAL}|\ue000)"
)
_ANY_SIGNAL = re.compile(
    r"\b(?:see|cf\b|cfr\.|compare|e\.g\.|quoted|cited|sources?:|reported|voir|siehe|vgl\.|v[ée]ase|vid\.|vedi|zie|"
    r"jf\.|jfr\.|"
    r"se\s|см\.)",
    re.IGNORECASE,
)
"""One word of every signal: most notes have none of them, and the long patterns need not be tried."""
_SIGNAL_STEMS = (
    *("see", "cf", "compare", "e.g.", "quoted", "cited", "source", "reported", "voir", "siehe", "vgl.", "vease"),
    *("véase", "vid.", "vedi", "zie", "jf.", "jfr.", "se ", "см."),
)
"""Letters of which some stand in every signal: looked for first, for speed."""
_SEMICOLON = re.compile(r"(?<=\S);\s+(?=\S)")
_ARCHIVED = re.compile(r"archiv|perma\b|wayback|cached|mirror|snapshot|kopie|copie", re.IGNORECASE)
_SAME_SOURCE = re.compile(r"\b(?:or|oder|ou|and|und|et)\b|also (?:available )?at|doi|pdf", re.IGNORECASE)
_NEXT_WORDS = 4
"""Words between two links that make the second a source of its own."""
_LINK_GAP = 2
"""Words between links of which each is a source, such as "and also"."""
_MOST_SOURCES = 60
"""Sources of one note that are told apart; a note that lists more is a bibliography."""


def split_sources(sheet: Sheet, start: int) -> tuple[Part, ...]:
    """Give the parts of a sheet's text from ``start`` on, at least one; the first begins at 0."""
    text = sheet.text
    signals = _may_signal(text)
    cuts = _cut_places(sheet, start, signals=signals)
    bounds = [0, *cuts, len(text)]
    parts = []
    for number, (first, last) in enumerate(pairwise(bounds)):
        begin = max(first, start) if number == 0 else first
        joined = _CONJUNCTION.match(text, begin, last) if number else None
        lead = _lead(sheet, joined.end() if joined else begin, last, signals=signals)
        parts.append(Part(start=first, end=last, lead=lead, stop=_stop(sheet, lead, last)))
    return tuple(parts)


def _may_signal(text: str) -> bool:
    """Whether a signal such as "see" can stand in a text."""
    lowered = text.lower()
    return any(stem in lowered for stem in _SIGNAL_STEMS) and _ANY_SIGNAL.search(text) is not None


def _cut_places(sheet: Sheet, start: int, *, signals: bool) -> list[int]:
    """Give the places at which a new source begins."""
    text = sheet.text
    places = {match.end() for match in _SEMICOLON.finditer(text, start) if _divides(sheet, start, match)}
    for match in _SIGNAL_INSIDE.finditer(text, start) if signals else ():
        if _is_source(text, start, match.start(1)) and _is_source(text, match.end(), len(text)):
            places.add(match.start(1))
    compared = _COMPARED.match(text, start) if signals else None
    if compared and _is_source(text, compared.end(), len(text)):
        places.add(compared.end())
    places.update(_between_links(sheet, start))
    return sorted(places)[: _MOST_SOURCES - 1]


_COMPARED = re.compile(r"\s*[Cc]ompare\s[^\ue000]{8,400}?,\swith\s(?=[\"“‘«]|[A-Z])")
"""The first of two sources that are held against each other."""


def _is_source(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text names a source by itself: a link, a DOI, or a quoted title."""
    return bool(STRONG.search(text, start, end))


def _divides(sheet: Sheet, start: int, semicolon: re.Match[str]) -> bool:
    """Whether a semicolon stands between two sources, and not within one."""
    text = sheet.text
    left = max(text.rfind("; ", start, semicolon.start()) + 1, start)
    following = _SEMICOLON.search(text, semicolon.end())
    right = following.start() if following else len(text)
    sides = ((left, semicolon.start()), (semicolon.end(), right))
    if all(ISSUE.fullmatch(text, *side) for side in sides):
        return True
    if _LED.match(text, semicolon.end()) and all(_is_source(text, *side) or _dated(text, *side) for side in sides):
        return True
    if _parts_of_two(sheet, *sides):
        return True
    if not all(_is_source(text, *side) for side in sides) or _LINK_ALONE.fullmatch(text, semicolon.end(), len(text)):
        return False
    joined = _CONJUNCTION.match(text, semicolon.end())
    if (
        not joined
        and re.match(r"[a-z\d(\[]", text[semicolon.end() : semicolon.end() + 1])
        and not _SIGNAL.match(text, semicolon.end())
        and not _ACCOUNT.match(text, semicolon.end())
    ):
        return text[semicolon.end() : semicolon.end() + 1] == LINK
    whole = LINK in text[left : semicolon.start()] or bool(YEAR.search(text, left, semicolon.start()))
    whole = whole or all(STRONG_TITLE.search(text, *side) for side in sides)
    return whole and _open_marks(text[left : semicolon.start()]) == 0


def _parts_of_two(sheet: Sheet, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a short form, or volume and year, or a conjunction and a name, show that a source ends at a semicolon."""
    text = sheet.text
    if SHORT_FORM.fullmatch(text, *left):
        return _is_source(text, *right) or _YEAR_IN_BRACKET.search(text, *right) is not None
    if _VOLUME_AND_YEAR.search(text, *left) and _VOLUME_AND_PAGE.search(text, *right):
        return True
    if _CODE.fullmatch(text, *right) and _dated(text, *left):
        return True
    if _CODE.fullmatch(text, *left) and (_is_source(text, *right) or _dated(text, *right)):
        return True
    if _CASE_END.search(text, *left) and STRONG_TITLE.match(text, *right):
        return True
    joined = _CONJUNCTION.match(text, *right)
    named = joined and read_authors(text, joined.end(), right[1])
    italics = any(right[0] <= one.start and one.end <= right[1] for one in sheet.emphasis)
    return bool(named) and (italics or _is_source(text, *right))


SHORT_FORM = re.compile(
    r"\s*(?:[Ss]ee,?\s(?:also\s|generally\s|e\.g\.,?\s)?)?(?:[Ii](?:bi)?d\.?(?:\sat\s[\d–,\s-]{1,20})?|[^;]{2,60}?,\ssupra\snote\s\d{1,4}[^;]{0,40})"
)
"""Nothing but a short form of a source given before: "Quill, supra note 2", "Id. at 12"."""
_VOLUME_AND_YEAR = re.compile(
    r",\s\d{1,4}\s[A-Z][\w.&’'\s]{2,60}?\s(?:\d{1,5}(?:,\s\d{1,5})?(?:[–-]\d{1,5})?|ONLINE)\s\((?:[^()]{0,30}\s)?(?:1[89]|20)\d\d\)"
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
_CASE_END = re.compile(r"\sv\.\s[^;]{3,160}\([^()]{0,60}(?:1[89]|20)\d\d\)\s*\Z")
"""A case with its court and year: what a quoted title behind it is no part of."""
_ACCOUNT = re.compile(r"[a-z][\w-]{2,30},\s[“\"]")
"""The name of an account in small letters, before a title in marks."""


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


def _between_links(sheet: Sheet, start: int) -> list[int]:
    """Give the places after links at which a source with a link of its own begins."""
    text = sheet.text
    offsets = [match.start() for match in re.finditer(LINK, text[start:])]
    places = []
    remark = (
        bool(offsets)
        and not STRONG_TITLE.search(text)
        and not YEAR.search(text, start)
        and is_remark(text[start : start + offsets[0]])
    )
    for number, (first, second) in enumerate(pairwise(offsets)):
        between = text[start + first + 1 : start + second]
        if _ARCHIVED.search(between) or split_archive(sheet.links[sheet.text.count(LINK, 0, start) + number + 1].url):
            continue
        if MEDIUM.search(between) and re.search(r"[^\W\d_]:?\s?<?\s?\Z", between):
            continue  # a post with a link in it, then its outlet and "Available at:"
        if remark:
            places.append(start + first + 1)
            continue
        bare = not re.search(r"[^\W\d_]{2}", text[start : start + offsets[0]])
        if bare and len(between.split()) <= _LINK_GAP:
            places.append(start + second)
            continue
        begin = re.compile(rf"(?:[.;][>)\]”\"]{{0,2}}|[>)\]][.;,]?|(?<=\ue000)[,;]?)\s+(?=[\"“‘„«']?{CAPITAL})").search(
            text, start + first + 1, start + second
        )
        words = re.findall(r"[^\W\d_]{2,}", between)
        if begin and len(words) >= _NEXT_WORDS and not _ends_one(text, begin.end(), start + second):
            places.append(_after_access(text, begin.end(), start + second))
    return places


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
    return len(re.findall(r"[^\W\d_]{2,}", rest)) < _NEXT_WORDS or bool(_SAME_SOURCE.match(rest.strip()))


def _lead(sheet: Sheet, start: int, end: int, *, signals: bool) -> int:
    """Give where the source begins in a part: behind "See also" and behind sentences that lead up to it."""
    text = sheet.text
    if signals:
        signal = _SIGNAL.match(text, start, end) or _before_link(sheet, start, end)
        start = signal.end() if signal else start
        inside = None
        for match in _SIGNAL_INSIDE.finditer(text, start, end):
            if _is_source(text, match.end(), end) and not _is_source(text, start, match.start()):
                inside = match
        if inside:
            return inside.end()
    return _after_prose(sheet, start, end)


def _before_link(sheet: Sheet, start: int, end: int) -> re.Match[str] | None:
    """Give a signal right before the words of a link, which may begin with a small letter: "Cf. [the entry](…)"."""
    signal = _SIGNAL_ALONE.match(sheet.text, start, end)
    return signal if signal and any(one.start == signal.end() for one in sheet.emphasis) else None


_SIGNAL_ALONE = re.compile(rf"\s*{_SIGNAL_WORDS}\s+")


def _after_prose(sheet: Sheet, start: int, end: int) -> int:
    """Give the start of the sentence that names the source, when running sentences stand before it."""
    text = sheet.text
    quoted = find_quoted(text, start, end)
    if quoted is not None and quoted.sure and leads_in(text, start, quoted.start):
        return quoted.start
    italics = next((one for one in sheet.emphasis if start < one.start and one.end <= end), None)
    if italics is not None and quoted is None and leads_in(text, start, italics.start):
        return italics.start
    link = text.find(LINK, start, end)
    sign = quoted.start if quoted else link
    if sign < 0:
        return start
    lead = start
    for first, last in sentences(text, start, end):
        if last > sign or not is_prose(text[first:last]) or read_authors(text, first, last) is not None:
            break
        lead = last
    return lead if lead > start and quoted and _signed(text, lead, quoted.start) else start


def _signed(text: str, start: int, end: int) -> bool:
    """Whether nothing or a list of authors stands before a quoted title."""
    words = text[start:end].strip(" ,.:;")
    authors = read_authors(text, start + (len(text[start:end]) - len(text[start:end].lstrip())), end)
    return not words or (authors is not None and not text[authors.end : end].strip(" ,.:;("))


def _stop(sheet: Sheet, start: int, end: int) -> int:
    """Give where the source ends in a part: before sentences of commentary behind its last link or date."""
    text = sheet.text
    last_link = text.rfind(LINK, start, end)
    years = [match.end() for match in YEAR.finditer(text, start, end)]
    after = max(last_link + 1, years[-1] if years and last_link < 0 else 0)
    if after <= start:
        return end
    stop = end
    for first, last in reversed(sentences(text, after, end)):
        if first <= after or not is_prose(text[first:last]):
            if last_link >= 0:
                continue
            break  # a sentence with volume and pages behind it is a title after its year
        stop = first
    return end if last_link < 0 and stop < end and _only_authors(text, start, years[-1]) else stop


_YEAR_ALONE = re.compile(r"[\s.,;:(\[]{0,4}\d{4}\Z")


def _only_authors(text: str, start: int, year_end: int) -> bool:
    """Whether nothing but authors stands before a year, so that what follows it is the title."""
    authors = read_authors(text, start, year_end)
    return authors is not None and bool(_YEAR_ALONE.match(text, authors.end, year_end))
