"""The parts of a note between its cuts: who wrote it, what it is called, where it came out."""

import re
from dataclasses import dataclass

from citations.records.clauses import chunks, sentences, skip_lead, trim
from citations.records.cuts import Cuts, DatePlace
from citations.records.issued import choose_issued, is_year_here
from citations.records.names import AuthorList, read_authors
from citations.records.quoted import Quoted, find_quoted
from citations.records.sheet import Sheet
from citations.records.tail import read_tail
from citations.records.words import ABBREVIATIONS, CAPITAL, EDITORS, LOCATOR, PUBLISHER

Place = tuple[int, int]


@dataclass(slots=True)
class Parts:
    """Places in a sheet's text, as far as they were found."""

    authors: tuple[Place, ...] = ()
    title: Place | None = None
    container: Place | None = None
    publisher: Place | None = None
    issued: DatePlace | None = None


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


_AFTER_YEAR = re.compile(r"[a-z]?(?:\s?[\[(/]\d{4}[\])]?)?\s?[)\]]?[\s.,:;–-]{0,4}")
_ORG_WORDS = 14
"""Words of the longest name of an organisation before a year; longer openings are titles."""


def read_parts(sheet: Sheet, start: int, end: int, cuts: Cuts) -> Parts:
    """Give the parts of the text of ``sheet`` from ``start`` to ``end``."""
    text = sheet.text
    place = skip_lead(text, start, end)
    if cuts.cuts and cuts.cuts[0].kind == "link" and cuts.cuts[0].start <= place:
        place = skip_lead(text, cuts.cuts[0].end, end)
    stops = [cut.start for cut in cuts.cuts if cut.kind in {"link", "access", "doi", "isbn"} and cut.start >= place]
    region = Region(sheet, cuts, place, min(stops, default=end), end)
    emphasised = _emphasised_title(region)
    quoted = None if emphasised else _title_quote(region)
    if emphasised:
        parts = _read_quoted(region, emphasised)
    else:
        parts = _read_quoted(region, quoted) if quoted else _read_plain(region)
    if parts.title is not None and _EMPTY_TITLE.fullmatch(text, *parts.title):
        parts.title = None
    _read_after_link(region, parts)
    _read_after_access(region, parts)
    return parts


_EMPTY_TITLE = re.compile(r"\W*(?:and|or|und|oder|et|ou|y|e|at|see|available|link|url)?\W*", re.IGNORECASE)


# ------------------------------------------------------------------------------------------------ quoted titles


def _emphasised_title(region: Region) -> Quoted | None:
    """Give the emphasised words that are the title: nothing but authors and a year stands before them.

    Emphasis behind other words is the container's; two emphasised parts are title and container.
    """
    text, sheet = region.text, region.sheet
    spans = [e for e in sheet.emphasis if region.start <= e.start and e.end <= region.head_end and re.search(r"[^\W\d_]{2}", text[e.start : e.end])]
    if not spans:
        return None
    first = spans[0]
    before = text[region.start : first.start]
    if re.search(r"[\"“”‘’«»]", before) or before.rstrip()[-1:] not in {"", ",", ".", ":", ")", ";"}:
        return None
    authors = read_authors(text, region.start, first.start)
    year = _year_before(region, first.start)
    gap = text[_skip_editors(text, authors.end, first.start) if authors else region.start : year.start if year else first.start]
    if gap.strip(" .,;:([") and len(spans) < 2:  # noqa: PLR2004
        return None
    return Quoted(first.start, first.end, first.start, first.end, sure=True)


def _title_quote(region: Region) -> Quoted | None:
    """Give the quotation marks that hold the title: those first in the note, or after the authors and the year."""
    text, start, end = region.text, region.start, region.head_end
    stop = min((cut.start for cut in region.cuts.cuts if cut.kind in {"access", "doi"} and cut.start >= start), default=region.end)
    quoted = find_quoted(text, start, max(end, stop))
    if quoted is None or quoted.start >= end:
        return None
    before = text[start : quoted.start]
    if not before.strip():
        return quoted if quoted.sure or _outlet_follows(region, quoted) else None
    if not re.search(r"(?:[,.:;)\]]|\d)\s*\Z", before) or _RUN_OF_WORDS.search(before):
        return None
    authors = read_authors(text, start, quoted.start)
    signed = authors is not None and not text[authors.end : quoted.start].strip(" ,.:;")
    if before.rstrip().endswith(":") and not signed:
        return None
    return quoted if quoted.sure or _outlet_follows(region, quoted, signed=signed) else None


_RUN_OF_WORDS = re.compile(rf"\w{{4,}}[.?!:]\s+{CAPITAL}[\w’']+\s[\w’']+\s[\w’']+|(?:\s[{'a-zà-ÿ'}][\w’'-]*){{4}}")
_CAPITAL_NEXT = re.compile(rf"\s(?:{CAPITAL}|[a-z]{{1,2}}[A-Z]|[\w-]{{2,40}}\.[a-z]{{2,5}}\b)")
_MOST_OUTLET_WORDS = 7


def _outlet_follows(region: Region, quoted: Quoted, *, signed: bool = False) -> bool:
    """Whether the words after the marks, without a stop between, are as short as an outlet's name."""
    text = region.text
    if not _CAPITAL_NEXT.match(text, quoted.end):
        return False
    following = re.compile(r"[(\[,\ue000“‘„«\"']").search(text, quoted.end, region.end)
    if following and following[0] in "“‘„«\"'":
        return False
    stop = following.start() if following else region.head_end
    words = text[quoted.end : stop].split()
    small = sum(word[0].islower() for word in words)
    return len(words) <= _MOST_OUTLET_WORDS and (signed or small <= len(words) // 2)


def _read_quoted(region: Region, quoted: Quoted) -> Parts:
    text, cuts = region.text, region.cuts
    year = _year_before(region, quoted.start)
    authors = _authors_in(text, region.start, year.start if year else quoted.start)
    tail = read_tail(region.sheet, quoted.end, max(region.head_end, quoted.end), cuts)
    issued = choose_issued(text, cuts, year, quoted.end, region.end)
    parts = Parts(
        authors=authors,
        title=trim(text, quoted.inner_start, quoted.inner_end) if text[quoted.inner_end - 1] in ",;" else (quoted.inner_start, quoted.inner_end),
        container=tail.container,
        publisher=tail.publisher,
        issued=issued,
    )
    _outlet_for_author(region, parts, year)
    return parts


def _outlet_for_author(region: Region, parts: Parts, year: DatePlace | None) -> None:
    """Move an outlet out of the author's place: author–date styles put it there when no person signed."""
    if year is None or len(parts.authors) != 1 or parts.container or parts.publisher or parts.issued is None:
        return
    if parts.issued is year or len(parts.issued.date.parts) != 3:  # noqa: PLR2004 - year, month and day
        return
    first, last = parts.authors[0]
    listed = read_authors(region.text, first, last)
    if listed is None or (listed.form == "given-family" and "," not in region.text[first:last]):
        bracket = re.compile(r"\s[(\[]").search(region.text, first, last)
        parts.container = (first, bracket.start() if bracket else last)
        parts.authors = ()


def _year_before(region: Region, end: int) -> DatePlace | None:
    """Give the date that stands between the authors and ``end``."""
    for date in region.cuts.inside(region.start, end):
        after = _AFTER_YEAR.match(region.text, date.end, end)
        if after and after.end() == end and date.start > region.start:
            return date
    return None


def _authors_in(text: str, start: int, end: int) -> tuple[Place, ...]:
    """Give everything from ``start`` to ``end`` as authors: the names that can be told apart, else one."""
    first = skip_lead(text, start, end)
    last = first + len(text[first:end].rstrip(" \t\n,.;:([–—-"))
    if last <= first:
        return ()
    listed = read_authors(text, first, last)
    if listed is not None and (listed.end >= last - 1 or EDITORS.fullmatch(text, listed.end, last)):
        return listed.names
    return ((first, last),)


# ------------------------------------------------------------------------------------------- titles without marks


def _read_plain(region: Region) -> Parts:
    """Read a note whose title has no quotation marks."""
    text, start, head_end = region.text, region.start, region.head_end
    authors = read_authors(text, start, head_end)
    year = _year_after_authors(region, authors)
    if year is not None:
        return _read_year_led(region, authors, year)
    separator = _separator(text, authors.end, head_end) if authors else ""
    if authors and separator and _leaves_a_title(region, authors, separator):
        body = _skip_editors(text, authors.end, head_end)
        by_commas = "always" if authors.form in _FULL_NAMES else "perhaps"
        return _read_body(region, body, authors.names, commas=by_commas if separator == "," else None)
    organisation = _leading_organisation(region)
    if organisation is not None:
        return _read_body(region, skip_lead(text, organisation[1], head_end), (organisation,), commas="perhaps")
    return _read_body(region, start, (), commas="perhaps" if len(sentences(text, start, head_end)) <= 1 else None)


_FULL_NAMES = frozenset({"given-family", "given-initial-family", "et-al"})
_SEPARATOR = re.compile(r"\s?(?:[,\s]{0,2}\(?(?:eds?|hg|hrsg|org)\b\.?\)?)?\s?([.:,;])?", re.IGNORECASE)


def _separator(text: str, place: int, end: int) -> str:
    editors = EDITORS.match(text, place, end)
    match = _SEPARATOR.match(text, place, end)
    if match and match[1]:
        return "." if match[1] == ";" else match[1]
    if editors:
        return editors[0].rstrip()[-1] if editors[0].rstrip()[-1] in ".,:" else ""
    return "." if text[place - 1 : place] == "." else ""


def _skip_editors(text: str, place: int, end: int) -> int:
    editors = EDITORS.match(text, place, end)
    return skip_lead(text, editors.end() if editors else place, end)


def _leaves_a_title(region: Region, authors: AuthorList, separator: str) -> bool:
    """Whether a title is left when the words at the beginning are taken as authors, and they may well be some."""
    text = region.text
    body = _skip_editors(text, authors.end, region.head_end)
    if not text[body : region.head_end].strip(" .,;:"):
        return False
    if body <= _first_date(region):
        words = text[authors.names[0][0] : authors.end].split()
        return authors.sure or (2 <= len(words) <= 6 and not _looks_like_title(text, authors, separator))  # noqa: PLR2004
    return False


def _first_date(region: Region) -> int:
    dates = [date.start for date in region.cuts.inside(region.start, region.head_end)]
    return min(dates, default=region.head_end)


def _looks_like_title(text: str, authors: AuthorList, separator: str) -> bool:
    """Whether words that have the shape of one name are rather a title: capitals all through, before a comma."""
    words = text[authors.names[0][0] : authors.end]
    return separator == "," and words.isupper() and len(words.split()) > 2  # noqa: PLR2004


def _year_after_authors(region: Region, authors: AuthorList | None) -> DatePlace | None:
    """Give the date right after the authors: in brackets, or between full stops, or after a comma."""
    text = region.text
    for date in region.cuts.inside(region.start, region.head_end):
        before = text[region.start : date.start].rstrip(" \t\n([")
        bare = before.rstrip(".,;: ")
        if not bare:
            continue
        if len(date.date.raw) > len("2011–12a") and len(date.date.parts) == 1 and date.date.raw[:4].isdigit():
            continue  # years of a life or a period: "(1838–1916)"
        opened = text[max(region.start, date.start - 2) : date.start].rstrip().endswith(("(", "["))
        between = _between(text, authors, date) if authors else None
        known = between is not None and (between == "" or (opened and bool(_LAST_BODY.match(between))))
        if authors is not None and not known and _separator(text, authors.end, date.start) and authors.sure:
            return None
        if opened:
            closed = re.compile(r"[a-z]?(?:[^()]{0,12})[)\]]").match(text, date.end, region.head_end)
            return date if closed and (known or _is_opening(region, bare, date)) else None
        if len(date.date.parts) > 1 and not known:
            return None
        if known:
            return date
        return date if _divides(region, before, bare, date) else None
    return None


_LAST_BODY = re.compile(r"(?:&|and|,|;)\s[\w’'-]+(?:\s[\w’'-]+){0,7}\Z")
"""An organisation that ends a list of persons."""


_BRACKETED = re.compile(r"\s?[(\[][^()\[\]]{0,80}[)\]]")


def _divides(region: Region, before: str, bare: str, date: DatePlace) -> bool:
    """Whether a year that no bracket marks stands between an organisation and a title ("Bureau. 2011. Title")."""
    text, medium = region.text, region.cuts.medium
    nothing = not text[date.end : region.head_end].strip(" .,;:)")
    if nothing and before.endswith(".") and not (medium and medium.start < date.start) and read_authors(text, region.start, date.start) is None:
        return True
    bare = _BRACKETED.sub("", bare)
    if len(bare.split()) > _ORG_WORDS or (medium and medium.start < date.start):
        return False
    if len(sentences(before, 0, len(before))) > 1 or "," in bare or ":" in bare:
        return False
    if not before.endswith((".", ",", ":")) and date.date.parts:
        return False
    return bool(re.compile(r"[a-z]?[.:,]\s").match(text, date.end, region.head_end))


def _between(text: str, authors: AuthorList, date: DatePlace) -> str:
    place = _skip_editors(text, authors.end, date.start) if authors.end < date.start else date.start
    return text[place : date.start].strip(" .,;:([")


def _is_opening(region: Region, before: str, date: DatePlace) -> bool:
    """Whether words before a bracketed year open the note as author or title, and are not all of it but the outlet."""
    rest = region.text[date.end : region.head_end].strip(" .,;:)]")
    return bool(rest) or ("," not in before and not _IN.search(before))


def _read_year_led(region: Region, authors: AuthorList | None, year: DatePlace) -> Parts:
    """Read "Authors (2011). Title" and "Authors. 2011. Title", or "Title. (2011). Publisher"."""
    text, head_end = region.text, region.head_end
    after = _AFTER_YEAR.match(text, year.end, head_end)
    body = after.end() if after else year.end
    last = region.start + len(text[region.start : year.start].rstrip(" \t\n,;:(["))
    known = authors is not None and (_between(text, authors, year) == "" or bool(_LAST_BODY.match(_between(text, authors, year))))
    if not text[body:head_end].strip(" .,;:") or not known and not _names_an_author(region, last, body):
        title = trim(text, region.start, last)
        tail = read_tail(region.sheet, body, head_end, region.cuts)
        issued = choose_issued(text, region.cuts, year, body, region.end)
        return Parts(title=title, container=tail.container, publisher=tail.publisher, issued=issued)
    names = authors.names if authors and _between(text, authors, year) == "" else _authors_in(text, region.start, year.start)
    divided = "," in text[year.end : body]
    parts = _read_body(region, body, names, commas="perhaps" if divided else None, year=year)
    _outlet_for_author(region, parts, year)
    return parts


def _names_an_author(region: Region, last: int, body: int) -> bool:
    """Whether words before a year that are no person's name are an organisation and not the title itself."""
    text = region.text
    rest = text[body : region.head_end].strip(" .,;:")
    words = text[region.start : last].split()
    if not rest or len(words) > _ORG_WORDS:
        return False
    if len(sentences(text, body, region.head_end)) > 1:
        return True
    return len(words) <= len(rest.split())


_SHORT_ORGANISATION = re.compile(r"(?:[A-Z]{2,6}|[A-Z][a-z]+[A-Z]\w{1,12}|[a-z]{6,20})(?:\s(?:&|and)\s\w{2,6})?(?=[,:.]\s)")
_BODY_WORDS = 8
"""Words of the longest name of a public body that is taken for an author without a year behind it."""
_ALL_CAPITALS = re.compile(rf"{CAPITAL}[^.]{{1,120}}\.\s")


def _leading_organisation(region: Region) -> Place | None:
    """Give an organisation in the author's place: a first sentence in capitals, as ISO 690 sets names."""
    text = region.text
    short = _SHORT_ORGANISATION.match(text, region.start, region.head_end)
    if short and short[0].lower() not in ABBREVIATIONS and (len(chunks(text, short.end(), region.head_end)) > 1 or len(sentences(text, short.end(), region.head_end)) > 1):
        return short.span()
    match = _ALL_CAPITALS.match(text, region.start, region.head_end)
    if match is None:
        return None
    following = _ALL_CAPITALS.match(text, match.end(), region.head_end)
    if following and following[0].isupper() and match[0].isupper():
        match = re.compile(r".+").match(text, match.start(), following.end()) or match
    words = match[0].strip(" .")
    rest = text[match.end() : region.head_end].strip(" .,;:")
    if words.isupper() and words.lower() not in ABBREVIATIONS and rest and not rest.isupper():
        return (match.start(), match.start() + len(words))
    first = sentences(text, region.start, region.head_end)[0]
    words = text[first[0] : first[1]].strip(" .")
    if len(words.split()) <= _BODY_WORDS and PUBLISHER.search(words) and len(rest.split()) > _BODY_WORDS // 2 and text[first[1] - 1] == ".":
        return (first[0], first[0] + len(words))
    return None


def _read_body(
    region: Region, start: int, authors: tuple[Place, ...], *, commas: str | None, year: DatePlace | None = None
) -> Parts:
    """Read title, container and publisher out of what follows authors and year."""
    text, cuts, head_end = region.text, region.cuts, region.head_end
    quoted = find_quoted(text, start, head_end)
    if quoted is not None and quoted.start <= start + 1 and (quoted.sure or _outlet_follows(region, quoted)):
        title: Place | None = (quoted.inner_start, quoted.inner_end)
        title_end = quoted.end
    else:
        title_end = _title_end(region, start, commas=commas)
        title = _without_locator(text, trim(text, start, title_end))
    tail = read_tail(region.sheet, title_end, head_end, cuts)
    issued = choose_issued(text, cuts, year, title_end, region.end)
    return Parts(authors=authors, title=title, container=tail.container, publisher=tail.publisher, issued=issued)


_TITLE_LOCATOR = re.compile(
    r",\s(?:pages?|pp?\.)\s\d[\d\s–-]*\Z|\s\((?:pp?\.|vols?\.|bd\.|no\.|\d{1,2}(?:st|nd|rd|th)\sed|rev\. ed|\d{1,2}\. aufl|s\. \d)[^()]{0,60}\)?\Z", re.IGNORECASE
)


def _without_locator(text: str, title: Place | None) -> Place | None:
    """Give a title without the pages, volume or edition in brackets behind it."""
    match = title and _TITLE_LOCATOR.search(text, *title)
    return (title[0], match.start()) if title and match else title


_IN = re.compile(
    r"[.?!,;]?[”’\"']?\s(?:In|IN):\s|[.?!,;][”’\"']?\s(?:In|IN|Dans|in|dans|En|en)\s(?=[A-Z“\"‘'«])|[.]\s(?:in|en|dans)[:\s]"
)


def _title_end(region: Region, start: int, *, commas: str | None) -> int:
    """Give where a title without quotation marks ends."""
    text, end = region.text, region.head_end
    emphasis = next((e for e in region.sheet.emphasis if start - 1 <= e.start <= start + 2 and e.end <= end), None)
    if emphasis is not None and text[emphasis.end : emphasis.end + 1] in {",", ".", " ", ""}:
        return emphasis.end
    inside = _IN.search(text, start, end)
    if inside:
        return inside.start() + (1 if text[inside.start()] in "?!" else 0)
    medium = region.cuts.medium
    if medium and start < medium.start < end:
        before = sentences(text, start, medium.start)
        if len(before) > 1 and not _named_after(region, medium.end):
            return before[-2][1]
        return medium.start
    limit = _structure_limit(region, start)
    pieces = chunks(text, start, limit)
    stops = sentences(text, start, limit)
    by_commas = commas is not None and (commas == "always" or not _sentence_first(text, stops, pieces))
    house = _HOUSE_AFTER_COLON.search(text, start, limit)
    if house and len(sentences(text, start, house.start())) < 2 and PUBLISHER.search(text, house.end(), limit):
        return house.start()
    if commas is None and len(stops) < 2 and len(pieces) > 1:  # noqa: PLR2004
        return _comma_end(region, pieces, limit, only_serials=True)
    if (by_commas or len(stops) < 2) and len(pieces) > 1 and (commas == "always" or text[limit : limit + 1] != "."):  # noqa: PLR2004
        return _comma_end(region, pieces, limit)
    if len(stops) > 2 and text[stops[0][1] - 1] in "?!" and limit == end:  # noqa: PLR2004
        return stops[1][1]
    return stops[0][1] if stops else limit


_NOWHERE = re.compile(r"\[?s\.\s?l\.\]?\s?:?\s?\[?s\.\s?n\.\]?,?\s?\[?(?:s\.\s?d\.)?\]?", re.IGNORECASE)


def _named_after(region: Region, place: int) -> bool:
    """Whether an outlet or a publisher stands between the medium and the date or link."""
    text = region.text
    stops = [date.start for date in region.cuts.inside(place, region.end)]
    stops += [cut.start for cut in region.cuts.cuts if cut.start >= place]
    words = text[place : min(stops, default=region.end)]
    words = _NOWHERE.sub("", words)
    return bool(re.search(r"[^\W\d_]{2}", LOCATOR.split(words)[0]))


def _sentence_first(text: str, stops: list[Place], pieces: list[Place]) -> bool:
    """Whether the first sentence ends before the first comma."""
    return len(stops) > 1 and stops[0][1] <= pieces[0][1]


def _structure_limit(region: Region, start: int) -> int:
    """Give the place of the first date, volume or pages that cannot belong to a title."""
    text, end = region.text, region.head_end
    for date in region.cuts.inside(start, end):
        before = text[start : date.start].rstrip(" \t\n")
        bracketed = before.endswith(("(", "[")) and text[date.end : date.end + 1] in {")", "]"}
        opening = before.rfind(" (")
        if opening > before.rfind(")") and text[date.end : date.end + 1] == ")" and opening > 0:
            return start + opening  # "(Boulder: Press, 1998)"
        if before.endswith((",", ".")) or bracketed:
            return start + len(before.rstrip(" ,([\t\n"))
    return end


_VOLUME_FIRST = re.compile(r"\d{1,4}\s(?=[^\W\d_])")


_SERIAL_START = re.compile(
    r"(?:IEEE|ACM|AIAA|SIAM|Proc(?:eedings|\.)|Pre-Proc|J(?:ournal|\.)\s|Trans(?:actions|\.)|Annals\b|Comm(?:unications|\.)\s|"
    r"Lecture Notes|Int(?:ernational|\.)\s(?:Journal|J\.|Conf)|(?:paper|manuscript)\s(?:submitted|presented)|"
    r"(?:Ph\.?\s?D\.?|Master'?s?|M\.?Sc\.?|Doctoral|Diploma)\s(?:thesis|dissertation)|Tech(?:nical|\.)\s[Rr]ep|Zeitschrift|Revue|"
    r"Rev\.\s|in\s[A-Z]|In\s[A-Z]|Dans\s|dans\s)",
)
"""How the name of a serial, a thesis or the volume of a meeting begins."""


_HOUSE_AFTER_COLON = re.compile(r"\s:\s(?=[^:]{3,80}\Z)")


def _comma_end(region: Region, pieces: list[Place], limit: int, *, only_serials: bool = False) -> int:
    """Give the end of the title among parts that commas divide: the outlet is the last part before the dates."""
    text = region.text
    for number, piece in enumerate(pieces):
        if number and _SERIAL_START.match(text, *piece):
            return pieces[number - 1][1]
        volume = _VOLUME_FIRST.match(text, *piece)
        if number and volume and limit < region.head_end:
            return pieces[number - 1][1]
        if number and only_serials and LOCATOR.search(text, piece[0], piece[1]) and not piece[0] >= limit:
            return pieces[number - 1][1]
        if number > 1 and LOCATOR.match(text, piece[0] - 1, piece[1] + 1):
            return pieces[number - 2][1]
    if re.compile(r",\s\(").match(text, limit):  # Bluebook: nothing stands between the title and the year
        return pieces[-1][1]
    if _is_outlet(text, pieces[-1]) and not only_serials:
        return pieces[-2][1]
    stops = sentences(text, pieces[0][0], limit) if only_serials else []
    return stops[0][1] if stops else pieces[-1][1]


def _is_outlet(text: str, chunk: Place) -> bool:
    words = text[chunk[0] : chunk[1]].split()
    state = len(words) == 1 and len(words[0]) == 2 and words[0].isupper()  # noqa: PLR2004 - "Buffalo, NY"
    return 0 < len(words) <= 9 and not words[0][:1].islower() and not state  # noqa: PLR2004


_AFTER_DASH = re.compile(r"\s?[–—-]\s([^\ue000]{2,120}?)\.?\s?\Z")


def _read_after_link(region: Region, parts: Parts) -> None:
    """Take the container from behind the link, where DIN 1505 sets it after a dash."""
    if parts.container or parts.publisher or not region.cuts.cuts:
        return
    last = max(cut.end for cut in region.cuts.cuts)
    match = _AFTER_DASH.search(region.text, last, region.end)
    if match:
        parts.container = match.span(1)


def _read_after_access(region: Region, parts: Parts) -> None:
    """Take the title from behind the access date, where Vancouver sets that of a page on a site."""
    medium, cuts = region.cuts.medium, region.cuts.cuts
    access = next((cut for cut in cuts if cut.kind == "access"), None)
    if medium is None or access is None or medium.end > access.start or parts.authors:
        return
    link = next((cut for cut in cuts if cut.kind == "link" and cut.start >= access.end), None)
    page = trim(region.text, access.end, link.start) if link else None
    if page and re.search(r"[^\W\d_]{2}", region.text[page[0] : page[1]]):
        parts.container = parts.container or parts.title
        parts.title = page
