"""Titles that are marked: by quotation marks, by italics or bold, or as the words of a link."""

import re
from dataclasses import replace

from citations.document import Span
from citations.records.names.bylines import read_byline
from citations.records.names.lists import read_authors
from citations.records.names.persons import is_person, names_group
from citations.records.names.writers import authors_in, names_a_writer
from citations.records.outlets.tail import Tail, read_tail
from citations.records.parts.misplaced import outlet_for_author
from citations.records.regions.cuts import CutKind
from citations.records.regions.issued import choose_issued
from citations.records.regions.region import Parts, Region, opens_title, outlet_follows, skip_editors, year_before
from citations.records.sheets.sheet import LINK
from citations.records.splitting.remarks import describes
from citations.records.wording.clauses import Place, sentences, skip_lead
from citations.records.wording.hosts import host_spells
from citations.records.wording.kinds import KIND_BEFORE_MARKS
from citations.records.wording.quoted import CJK_OPENERS, Quoted, find_quoted
from citations.records.wording.words import CAPITAL, LOWER, PLACE, PUBLISHER, RUNS, SERIAL


def emphasised_title(region: Region) -> Quoted | None:
    """Give the emphasised words that are the title: only authors and a year stand before them.

    Emphasis after other words is the container; two emphasised parts are title and container. If the emphasised part
    is all there is, it may be either.
    """
    text = region.text
    spans = [
        e
        for e in region.sheet.emphasis
        if region.start <= e.start and e.end <= region.head_end and re.search(r"[^\W\d_]{2}", text[e.start : e.end])
    ]
    if not spans:
        return None
    if len(spans) > 1 and spans[0].start == region.start and _outlet_first(region, *spans[:2]):
        return _whole(spans[1])
    linked = text.startswith(LINK, spans[0].end) and " " in text[spans[0].start : spans[0].end]
    led = linked and (
        _NAME_AND_SIGN.fullmatch(text, region.start, spans[0].start) or _site_leads(region, spans[0].start)
    )
    return _whole(spans[0]) if led else _title_among(region, spans)


def _site_leads(region: Region, end: int) -> bool:
    """Whether a colon and the site that the host of the link has stand before ``end``: "n-tv: "."""
    before = region.text[region.start : end].rpartition(", ")[2]
    return before.endswith(": ") and region.cuts.target is not None and host_spells(region.cuts.target, before)


def _outlet_first(region: Region, outlet: Span, linked: Span) -> bool:
    """Whether a dash, a colon or a day stands between an outlet in italics and the words of a link."""
    between = region.text[outlet.end : linked.start]
    if _DASH_ALONE.fullmatch(between):
        return True
    day = next(region.cuts.inside(outlet.end, linked.start), None)
    dated = day is not None and len(between.strip(" ,.:–—()")) == len(day.date.raw)
    return (dated or between == ": ") and region.text.startswith(LINK, linked.end)


def _whole(span: Span) -> Quoted:
    """Give emphasised words as a title without marks."""
    return Quoted(span.start, span.end, span.start, span.end, sure=True)


def _title_among(region: Region, spans: list[Span]) -> Quoted | None:
    """Give the first emphasised part as the title, unless more than authors stands before it."""
    text = region.text
    first = _with_subtitle(region, spans[0])
    behind = find_quoted(text, first.end, region.head_end) if len(spans) == 1 else None
    if behind is not None and behind.sure and not text[first.end : behind.start].strip(" ,.:"):
        return None  # the outlet stands first: "*Northern Ledger*, “Who pays?”"
    before = text[region.start : first.start]
    authors = read_authors(text, region.start, first.start)
    signed = authors is not None and authors.sure and authors.end >= first.start - 1 and text[first.start].isalnum()
    divided = signed or before.rstrip()[-1:] in {"", ",", ".", ":", ")", ";", "–", "—"}
    if re.search(r"[\"“”‘’«»]", before) or not divided:
        return None
    year = year_before(region, first.start)
    gap = text[
        skip_editors(text, authors.end, first.start) if authors else region.start : year.start if year else first.start
    ]
    unread = authors is None or (not authors.sure and text[authors.end : first.start].strip(" ,.") != "")
    body = year is not None and _is_body(text, region.start, year.start)
    if body or (unread and names_a_writer(text, region.start, first)):
        return _whole(first)
    if len(spans) == 1 and (gap.strip(" .,;:([") or (authors is None and _is_all(region, first.end))):
        return None
    return _whole(first)


def _is_body(text: str, start: int, end: int) -> bool:
    """Whether the words before a year name a body: one of them says so, and none is a running word of a title."""
    return names_group(text[start:end]) and not (SERIAL.search(text, start, end) or RUNS.search(text, start, end))


_NAME_AND_SIGN = re.compile(
    rf"(?:(?:{CAPITAL}[\w.’'-]*\s){{1,3}}{CAPITAL}[\w’'-]*,\s(?=[^,]*:\s))?(?:{CAPITAL}[\w’'&.-]*"
    rf"(?:\s{CAPITAL}[\w’'&.-]*|\s(?:of|the|de|la|du|der|die|das|via)){{0,5}}|"
    r"(?:[\w-]{2,40}\.){1,3}[a-z]{2,7})(?:\s[·•|–—]|[:,])\s"
)
"""The outlet before the words of a link: "Northern Herald | ", "Northern Herald, "."""
_DASH_ALONE = re.compile(r"\s[–—·•|]\s")
"""A dash between an outlet in bold and the words of a link."""


def _with_subtitle(region: Region, title: Span) -> Span:
    """Give the span of an emphasised title with the subtitle after a colon that stands in plain letters."""
    text = region.text
    colon = _COLON_NEXT.match(text, title.end - 1)
    if colon is None or not text[region.start : title.start].strip():
        return title
    stops = sentences(text, colon.end(), region.head_end)
    if not stops or PLACE.match(text, *stops[0]):
        return title
    divided = _SUBTITLE_END.search(text, *stops[0])
    end = divided.start() if divided else stops[0][1] - text.startswith(".", stops[0][1] - 1)
    return Span(start=title.start, end=end)


_COLON_NEXT = re.compile(r"(?::|[^:]:)\s(?=[^\W\d_])")
_SUBTITLE_END = re.compile(rf"\s[(\[]|,\s(?![{LOWER}])")
"""What ends a subtitle before its sentence does: a bracket, or a comma before a capital or a figure."""


def _is_all(region: Region, end: int) -> bool:
    """Whether all words after ``end`` are part of a date."""
    if _PAGE_BEHIND.match(region.text, end, region.head_end):
        return False
    words = re.finditer(r"[^\W\d_]{3,}", region.text[end : region.head_end])
    return all(
        any(date.start <= end + word.start() and end + word.end() <= date.end for date in region.cuts.dates)
        for word in words
    )


_PAGE_BEHIND = re.compile(r",\s(?:pp?|[Pp]ages?|[Ss]eiten?|S)\.?\s\d")
"""A page right after italics: they are a book, not its author."""


_NEVER_QUOTED: frozenset[CutKind] = frozenset({"access", "doi"})
"""What no title contains. A link can be part of a title, where a post is quoted."""


def title_quote(region: Region) -> Quoted | None:
    """Give the quotation marks that hold the title: those first in the note, or after the authors and the year."""
    text, start, end = region.text, region.start, region.head_end
    stop = region.cuts.end_from(start, region.end, _NEVER_QUOTED)
    quoted = find_quoted(text, start, max(end, stop))
    if quoted is None or quoted.start >= end or opens_title(region, quoted):
        return None
    before = text[start : quoted.start]
    if not before.strip():
        signed = read_byline(text, quoted.end, max(end, stop)) is not None
        return quoted if quoted.sure or signed or outlet_follows(region, quoted) else None
    authors = read_authors(text, start, quoted.start)
    signed = authors is not None and _YEAR_AT_MOST.fullmatch(text, authors.end, quoted.start) is not None
    on_site = before.endswith(", ") and _ON_SITE.match(text, quoted.end, max(end, stop)) is not None
    divided = (
        text[quoted.start] in CJK_OPENERS
        or re.search(r"(?:[,.:;)\]]|\d|\s[–—-])\s*\Z", before)
        or (signed and authors and authors.sure)
        or (quoted.sure and KIND_BEFORE_MARKS.search(before))
        or (authors is not None and authors.end == quoted.start - 1 and quoted.sure and not SERIAL.search(before))
    )
    if not on_site and (not divided or any(one.search(before) for one in (_RUN_OF_WORDS, _SERIES, _PLACE_IN_WORK))):
        return None
    between = authors is not None and _TITLE_BETWEEN.fullmatch(text, authors.end, quoted.start)
    serial = text[quoted.start] == "„" and text[quoted.end - 1] == "”"
    runs = between and text[quoted.start] == "«" and RUNS.search(between[0])
    serial = serial or bool(runs and _NAME.fullmatch(text, quoted.inner_start, quoted.inner_end))
    if between and authors and (authors.sure or serial) and not SERIAL.search(between[0]):
        return None
    if before.rstrip().endswith(":") and not signed and not (quoted.sure and _BODY_AND_COLON.fullmatch(before)):
        return None
    return quoted if quoted.sure or outlet_follows(region, quoted, signed=signed) else None


_ON_SITE = re.compile(r",\s(?:sur|on|auf|su|en|op|på)\s(?:[\w-]{2,40}\.){1,3}[a-z]{2,7}(?![\w/])")
"""A site after a title in quotation marks, as the French Wikipedia writes it: "», sur quai.example"."""
_PLACE_IN_WORK = re.compile(
    r"[\s,(](?:[Kk]ap(?:itel)?|[Cc]hap(?:ter)?|[Cc]ap(?:[íi]t[uo]lo)?|[Aa]bschn(?:itt)?|[Ss]ection|[Cc]apítulo|[Cc]hapitre)\.?\s"
    r"(?:\d{1,3}(?:\.\d{1,2}){0,2}\.?\s?)?\Z"
)
"""What stands before the name of a chapter in a work that is named already: "Quay, Oslo 2015, Kap. 11 'Frost'"."""
_NAME = re.compile(rf"(?:[Ii]l\s|[Ll]a\s)?{CAPITAL}[\w’'-]+(?:\s(?:d\w{{1,4}}\s)?{CAPITAL}[\w’'-]+){{0,3}}")
"""One to four words with capitals, as the names of papers have."""
_SERIES = re.compile(
    r"\b(?:coll(?:ection)?|series|reihe|colección|coleção|collana|серия|s\.\s?v)\.?:?\s\Z", re.IGNORECASE
)
"""What the name of a series stands after, or the word in a dictionary."""
_BODY_AND_COLON = re.compile(rf"(?:{CAPITAL}[\w.&-]*(?:\s{CAPITAL}[\w.&-]*){{0,2}}|[\w-]{{2,40}}\.[a-z]{{2,6}}):\s")
"""One to three words with capitals, or a site, before a title in quotation marks: the outlet."""
_RUN_OF_WORDS = re.compile(rf"\w{{4,}}[.?!:]\s+{CAPITAL}[\w’']+\s[\w’']+\s[\w’']+|(?:\s[a-zà-ÿ][\w’'-]*){{4}}")


_YEAR_AT_MOST = re.compile(r"[\s,.:;(]{0,4}(?:\d{4}[a-z]?)?[\s,.:;)]{0,4}")
_TITLE_BETWEEN = re.compile(
    rf",\s{CAPITAL}[^.,()\d]{{2,40}}\s[^.()\d]{{2,300}},\s?|"
    rf",?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]\s{CAPITAL}[^()]{{8,300}}[^()\s][.,]\s"
)
"""Words between authors, or their year, and quotation marks: the title, and the marks hold the serial, as Italians and
Poles set it.
Where the words name a newspaper, they are what was written for."""


def read_quoted(region: Region, quoted: Quoted) -> Parts:
    """Give the parts of a note whose title is marked: authors before it, container and publisher after it."""
    text, cuts = region.text, region.cuts
    year = year_before(region, quoted.start)
    kind = KIND_BEFORE_MARKS.search(text, region.start, quoted.start)
    authors = authors_in(text, region.start, year.start if year else kind.start() if kind else quoted.start)
    stop = region.head_end if region.head_end >= quoted.end else cuts.end_from(quoted.end, region.end)
    byline = read_byline(text, quoted.end, stop) if len(authors) <= 1 else None
    named, authors = (authors, byline.names) if byline else ((), authors)
    wide = replace(region, head_end=stop)
    tail = read_tail(wide, byline.end if byline else quoted.end)
    issued = choose_issued(text, cuts, year, quoted.end, region.end)
    behind_day = next((one.end + len(", ") for one in cuts.dates if one.start - quoted.end in {1, 2}), stop)
    if tail == Tail() and text[behind_day : behind_day + 1].isupper():
        tail = read_tail(wide, behind_day)  # "“Who pays?,” May 8, 1970, Northern Ledger, <link>"
    parts = Parts(
        authors=authors,
        title=_without_stop(text, quoted.inner_start, quoted.inner_end),
        container=tail.container or next(iter(named), None),
        publisher=tail.publisher,
        issued=issued,
    )
    if text[quoted.start] == "『" and parts.publisher is None:
        parts.container, parts.publisher = None, parts.container  # the marks of a book: its house follows
    _outlet_in_italics(region, parts)
    return outlet_for_author(region, parts, year)


def _outlet_in_italics(region: Region, parts: Parts) -> None:
    """Read italics before the quotation marks as the outlet, and a name after the title as the author."""
    first = parts.authors[0] if len(parts.authors) == 1 else None
    if (
        first is None
        or region.text.startswith(" (", first[1])
        or all((one.start, one.end) != first for one in region.sheet.emphasis)
    ):
        return
    behind = region.text[slice(*parts.container)] if parts.container else ""
    if behind and not is_person(behind):
        return
    listed = read_authors(region.text, *parts.container) if parts.container else None
    parts.authors = listed.names if listed is not None else ()
    parts.container = first


_LINK_LAST = re.compile(rf"\s?(?:[(\[]{LINK}[)\]]|(?<=\S){LINK})\Z")
"""A link that stands before the closing marks of the title, in a bracket or as the target of its words."""


def _without_stop(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the words between the marks without the stop that American style sets inside them."""
    start += text[start : start + 1] == LINK
    words = _unstopped(text[start:end])
    if LINK in words:
        words = _unstopped(_LINK_LAST.sub("", words))
    return start, start + len(words)


def _unstopped(words: str) -> str:
    words = words.rstrip(" ,").rstrip()
    return words[:-1] if words.endswith((".", ",", ";")) and not words.endswith("...") else words


_NAME_BEHIND = re.compile(
    rf"(?:{CAPITAL}[\w.’'&+/-]*|[\w-]{{2,40}}\.[a-z]{{2,6}})"
    rf"(?:(?:[\s:]{{1,2}}|\s[-–]\s)(?:[{LOWER}]{{1,3}}|des|della|for|and|und|the|{CAPITAL}[\w.’'&+-]*|"
    rf"&|\d{{1,3}})){{0,7}}"
)
"""What an outlet or a publisher after a link looks like; other words there are the author's own."""
_MOST_NAME_WORDS = 3
"""Words of a single name between the link and the outlet."""


def read_linked(region: Region) -> Parts | None:
    """Read a note in which the words of the link are the title and more stands beside them, ``None`` for any other."""
    text, link = region.text, region.head_end
    if text[link : link + 1] != LINK or all(one.end != link for one in region.sheet.emphasis):
        return None
    stop = region.cuts.end_from(link + 1, region.end)
    if not re.search(r"[^\W\d_]{2}", text[link:stop]):
        return None
    wide = replace(region, head_end=stop)
    title = emphasised_title(wide)
    if title is None or title.end != link or describes(text[title.start : title.end]):
        return None
    inside = find_quoted(text, title.start, title.end)
    whole = inside is not None and (inside.start, inside.end) == (title.start, title.end)
    inner = (inside.inner_start, inside.inner_end) if inside is not None and whole else (title.start, title.end)
    parts = read_quoted(wide, replace(title, end=link + 1, inner_start=inner[0], inner_end=inner[1]))
    return _trusted(text, _signed_behind(wide, parts, link + 1))


def read_marked(region: Region, quoted: Quoted) -> Parts:
    """Read a note whose title stands in quotation marks; a person right after them, without a comma, is the author."""
    parts, text = read_quoted(region, quoted), region.text
    undivided = text[quoted.end : quoted.end + 1] == " " and text[quoted.inner_end - 1] not in ".,;:"
    return _signed_behind(region, parts, quoted.end) if undivided else parts


def _signed_behind(region: Region, parts: Parts, start: int) -> Parts:
    """Give the parts with a person named right after the link as author, where an outlet follows the name."""
    text = region.text
    first = skip_lead(text, start, region.head_end)
    listed = None if parts.authors else read_authors(text, first, region.head_end)
    if listed is None or text[listed.end : listed.end + 2] != ", ":
        return parts
    words = text[first : listed.end]
    single = not listed.sure and len(words.split()) > _MOST_NAME_WORDS
    target = region.cuts.target
    outlet = SERIAL.search(words) or PUBLISHER.search(words) or (target and host_spells(target, words))
    if single or " " not in words or outlet:
        return parts
    tail = read_tail(region, listed.end + 1)
    return replace(parts, authors=listed.names, container=tail.container, publisher=tail.publisher)


def _trusted(text: str, parts: Parts) -> Parts:
    """Give the parts without an outlet that does not look like a name: it can be a remark of the author's own."""
    if not all(_names_outlet(text, place) for place in (parts.container, parts.publisher)):
        parts.container = parts.publisher = None
    return parts


def _names_outlet(text: str, place: Place | None) -> bool:
    return place is None or _NAME_BEHIND.fullmatch(text, *place) is not None or SERIAL.search(text, *place) is not None
