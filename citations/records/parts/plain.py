"""Notes whose title is not marked, read from the left: authors, year, title, and what follows."""

import re

from citations.records.names.bylines import byline_last, find_byline, read_byline
from citations.records.names.families import CITED_AGAIN, SHORT_WORK, before_title, split_families
from citations.records.names.lists import AuthorList, read_authors
from citations.records.names.writers import authors_in
from citations.records.outlets.tail import read_tail
from citations.records.parts.bodies import (
    body_before_stop,
    host_before_colon,
    leading_organisation,
    letters_before_stop,
)
from citations.records.parts.holdings import read_holding
from citations.records.parts.laws import read_law, read_lawyers_book
from citations.records.parts.misplaced import outlet_for_author
from citations.records.parts.openings import (
    DASH_BEHIND,
    leaves_a_title,
    names_an_author,
    only_names,
    separator_after,
    words_between,
    year_after_authors,
)
from citations.records.parts.untitled import read_issue, read_shortest, read_untitled, serial_alone
from citations.records.regions.date_places import DatePlace
from citations.records.regions.issued import choose_issued
from citations.records.regions.region import (
    AFTER_YEAR,
    Parts,
    Region,
    left_behind,
    opens_title,
    outlet_follows,
    skip_editors,
)
from citations.records.titles.commas import Commas
from citations.records.titles.ends import find_title_end, without_locator
from citations.records.wording.cities import CITY_NAMES
from citations.records.wording.clauses import Place, sentences, trim
from citations.records.wording.hosts import host_shares_word
from citations.records.wording.quoted import Quoted, find_quoted
from citations.records.wording.words import CAPITAL, RUNS


def read_plain(region: Region) -> Parts:
    """Read a note whose title has no quotation marks."""
    text, start, head_end = region.text, region.start, region.head_end
    special = (
        read_law(region)
        or read_holding(region)
        or read_lawyers_book(region)
        or read_untitled(region)
        or read_issue(region)
        or _read_short(region)
        or _read_family_names(region)
    )
    if special is not None:
        return special
    authors = _without_title(text, read_authors(text, start, head_end), head_end)
    year = year_after_authors(region, authors)
    if year is not None:
        return _read_year_led(region, authors, year)
    separator = separator_after(text, authors.end, head_end) if authors else ""
    separator = "." if authors and _dash_behind(text, authors) else separator
    if authors and separator and leaves_a_title(region, authors, separator):
        return _read_signed(region, authors, separator)
    organisation = leading_organisation(region)
    if organisation is not None:
        return _read_by_body(region, organisation)
    return read_body(region, start, (), commas="perhaps" if len(sentences(text, start, head_end)) <= 1 else None)


def _read_signed(region: Region, authors: AuthorList, separator: str) -> Parts:
    """Read what follows authors that a punctuation mark, not a year, divides from the title."""
    body = skip_editors(region.text, authors.end, region.head_end)
    designation = _DESIGNATION.match(region.text, body, region.head_end) if separator == "," else None
    body = designation.end() if designation else body
    commas: Commas = None
    if separator == ",":
        commas = "always" if authors.form in _FULL_NAMES else "perhaps"
    elif separator == ":" and _commas_divide(region, body):
        commas = "perhaps"
    parts = read_body(region, body, authors.names, commas=commas)
    return outlet_for_author(region, parts, None) if separator == ":" and not authors.sure else parts


def _read_by_body(region: Region, organisation: Place) -> Parts:
    """Read what follows an organisation in the author's place."""
    body = skip_editors(region.text, organisation[1], region.head_end)
    dated = any(region.cuts.inside(body, region.head_end))
    stopped = dated and region.text.startswith(":", organisation[1]) and not _commas_divide(region, body)
    commas: Commas = None if stopped or organisation == host_before_colon(region) else "perhaps"
    return outlet_for_author(region, read_body(region, body, (organisation,), commas=commas), None)


_DESIGNATION = re.compile(r"(?:(?:Student\s)?(?:Note|Comment)|Book\sReview|Recent\sCase|Essay),\s(?=[A-Z“\"])")
"""What kind of piece law reviews name between its author and its title."""


def _commas_divide(region: Region, start: int) -> bool:
    """Whether a date stands after another sign than a full stop, which would divide the title from it."""
    return any(not region.text[: date.start].endswith(". ") for date in region.cuts.inside(start, region.head_end))


def _dash_behind(text: str, authors: AuthorList) -> bool:
    """Whether a dash divides authors from the title: they stand family name first, in capitals or with initials."""
    family = text[slice(*authors.names[0])].partition(",")
    inverted = family[1] and (family[0].isupper() or family[2].endswith("."))
    return bool(inverted) and DASH_BEHIND.match(text, authors.end) is not None


def _without_title(text: str, authors: AuthorList | None, end: int) -> AuthorList | None:
    """Give a list without the names at its end that are the title, before a volume or before a subtitle and the city.

    "A. Quill, Cold Peace and Ice, 6 …", "Ada Quill, Cold Rivers. A History, Oslo 2018".
    """
    if authors is None or authors.form == "family-given":
        return authors
    volume = len(authors.names) == _AUTHOR_AND_TWO and _VOLUME_NEXT.match(text, authors.end, end)
    subtitle = len(authors.names) == _TWO and _CITY_NEXT.match(text, authors.end, end)
    if not volume and not (subtitle and text[authors.names[0][1] :].startswith(", ")):
        return authors
    first = authors.names[0]
    return AuthorList((first,), first[1], authors.form)


_TWO = 2
_CITY_NEXT = re.compile(rf"\.\s[^.:]*,\s(?:{CITY_NAMES})(?:\s(?:1[4-9]|20)\d\d|:\s)")
_AUTHOR_AND_TWO = 3
"""One author and a title in two halves, each of which looks like a name."""
_VOLUME_NEXT = re.compile(r",\s\d{1,4}\s[A-Z][\w.’'&\s]{1,60}?\s\d{1,5}(?:,\s\d|\s\(|\.)")
_NAME_AND_UNDATED = re.compile(r"[^\W\d_][\w’'&-]*(?:\s[^\W\d_][\w’'&-]*){0,3}\s")
"""A short name right before "n.d.": the author; a title would have a full stop or a bracket after it."""
_LOCATOR_ALONE = re.compile(r"\d{1,4}\s?\(\d{1,4}\)[:,]\s?\d{1,5}[\d\s–-]{0,8}\.?\s?")
"""Nothing but volume, number and pages after the year: the words before the year are the serial."""


def _read_short(region: Region) -> Parts | None:
    """Read "Quill, Cold Rivers (2018), pp. 12-13": a family name, a title and pages, perhaps after the year."""
    alone = SHORT_WORK.fullmatch(region.text, region.start, region.end)
    if alone is not None:
        return Parts(authors=(alone.span(1),), title=alone.span(2))
    again = CITED_AGAIN.fullmatch(region.text, region.start, region.end)
    if again is not None:
        return Parts(authors=split_families(region.text, *again.span(1)) or (again.span(1),), title=again.span(2))
    short = _SHORT.match(region.text, region.start, region.head_end)
    if short is None:
        return read_shortest(region)
    year = next((date for date in region.cuts.dates if date.start == short.start(3)), None)
    return Parts(authors=(short.span(1),), title=short.span(2), issued=year)


_SHORT = re.compile(
    rf"({CAPITAL}[\w’'-]+),\s({CAPITAL}[^\W\d_]+(?:\s[^\s(),.;]+){{1,20}})\s\((?=(\d{{4}})\))\d{{4}}\),?"
    rf"\s(?:pp?|S|s)\.?\s?\d"
)


def _read_family_names(region: Region) -> Parts | None:
    """Read "Quill & Finch, Cold Rivers, 12 Ice Rev. 3 (1894)": family names alone, a title and its serial."""
    families = before_title(region.text, region.start, region.head_end)
    target = region.cuts.target
    dated = any(date.is_day for date in region.cuts.dates)
    if families and dated and target and host_shares_word(target, region.text[slice(*families[0][0])]):
        return None  # "Reuters, Ferry runs aground off the coast, 3 May 2019, <link>": an outlet
    return read_body(region, families[1], families[0], commas="always") if families else None


_FULL_NAMES = frozenset({"given-family", "given-initial-family", "et-al"})


_IN_NEXT = re.compile(r"In:?\s[A-Z][^.]{3,120}(?:\.|\Z)")
"""The work that holds an article without an author, right after its date: "Tides. (n.d.). In Book of Quays."."""


def _read_year_led(region: Region, authors: AuthorList | None, year: DatePlace) -> Parts:
    """Read "Authors (2011). Title" and "Authors. 2011. Title", or a note in which the title comes first."""
    text, head_end = region.text, region.head_end
    after = AFTER_YEAR.match(text, year.end, head_end)
    body = after.end() if after else year.end
    last = region.start + len(text[region.start : year.start].rstrip(" \t\n,;:([©"))
    known = authors is not None and (
        only_names(words_between(text, authors, year), opened=text[: year.start].rstrip().endswith(("(", "[")))
    )
    if _LOCATOR_ALONE.fullmatch(text, body, head_end) and (authors is None or not authors.sure):
        return Parts(container=trim(text, region.start, last), issued=year)
    nothing = not left_behind(region, body)
    if nothing and known and authors and authors.sure:
        return Parts(authors=authors.names, issued=year)
    if nothing and not year.date.parts and _NAME_AND_UNDATED.fullmatch(text, region.start, year.start):
        return Parts(authors=authors_in(text, region.start, year.start), issued=year)
    closed = text[last - 1 : last] == "." and not (authors is not None and authors.sure)
    held = closed and _IN_NEXT.match(text, body, head_end)
    if nothing or held or (not known and not names_an_author(region, last, body)):
        return _read_title_led(region, last, body, year)
    names = authors.names if authors and not words_between(text, authors, year) else None
    sign = text[year.end : body]
    divided = "," in sign or ("." not in sign and _ends_with_day(region, body))
    names = names or authors_in(text, region.start, year.start)
    return outlet_for_author(
        region, read_body(region, body, names, commas="perhaps" if divided else None, year=year), year
    )


def _read_title_led(region: Region, last: int, body: int, year: DatePlace) -> Parts:
    """Read "Title. (2011). Publisher", where no author stands before the year, or a body before a title does."""
    named = host_before_colon(region) or body_before_stop(region) or letters_before_stop(region)
    if named:
        return outlet_for_author(region, read_body(region, named[1] + 1, (named,), commas=None), None)
    title = trim(region.text, region.start, last)
    byline = byline_last(region.text, *title) if title else None
    if title is not None and byline is not None:
        title = title[0], byline.start
    tail = read_tail(region, body)
    return Parts(
        authors=byline.names if byline else (),
        title=title,
        container=tail.container,
        publisher=tail.publisher,
        issued=choose_issued(region.text, region.cuts, year, body, region.end),
    )


def _ends_with_day(region: Region, start: int) -> bool:
    """Whether a day after a comma ends what follows: "Quill (2023): Who pays, Northern Ledger, 6 May 2023, <link>"."""
    days = [date for date in region.cuts.inside(start, region.head_end) if date.is_day]
    return bool(days) and region.text[: days[-1].start].endswith(", ") and not left_behind(region, days[-1].end)


_HELD = re.compile(r"in:?\s(?=[A-ZÀ-Þ])")
"""What leads to the work that holds a chapter without a title: "A. Quill, in Proceedings of the Ice Society"."""


def _is_whole(region: Region, quoted: Quoted) -> bool:
    """Whether quotation marks hold a title, and not its first words: a sign, an outlet or a byline follows."""
    follows = (quoted.sure or outlet_follows(region, quoted)) and not opens_title(region, quoted)
    return follows or read_byline(region.text, quoted.end, region.head_end) is not None


def read_body(
    region: Region, start: int, authors: tuple[Place, ...], *, commas: Commas, year: DatePlace | None = None
) -> Parts:
    """Read title, container and publisher out of what follows authors and year."""
    text, head_end = region.text, region.head_end
    untitled = _read_without_title(region, start, authors, year)
    if untitled is not None:
        return untitled
    outlet: Place | None = None
    quoted = find_quoted(text, start, head_end)
    if quoted is not None and quoted.start <= start + 1 and _is_whole(region, quoted):
        title, title_end = trim(text, quoted.inner_start, quoted.inner_end), quoted.end
        byline = read_byline(text, quoted.end, head_end) if len(authors) <= 1 else None
        if byline is not None:  # "Northern Herald: “Who pays?” by Ada Quill"
            outlet, authors, title_end = next(iter(authors), None), byline.names, byline.end
    else:
        title_end = find_title_end(region, start, commas=commas)
        medium = region.cuts.medium
        stop = medium.start if medium and start < medium.start and medium.end <= title_end else title_end
        title = without_locator(text, trim(text, start, stop))
        byline = find_byline(text, start, title_end, head_end) if len(authors) <= 1 else None
        if byline is not None and title is not None:
            title, title_end = trim(text, start, byline.start), byline.end
            authors = authors or byline.names
    tail = read_tail(region, title_end)
    issued = choose_issued(text, region.cuts, year, title_end, region.end)
    container = tail.container or outlet
    if title is not None and authors and tail.container is None and quoted is None:
        serial = serial_alone(text, title[0], head_end)
        title, container = (None, serial) if serial is not None else (title, container)
    return Parts(authors=authors, title=title, container=container, publisher=tail.publisher, issued=issued)


def _read_without_title(region: Region, start: int, authors: tuple[Place, ...], year: DatePlace | None) -> Parts | None:
    """Read a source without a title: the medium follows the year of its authors, or "in" and the work that contains it.

    Running text in the position of the authors is the title then.
    """
    medium = region.cuts.medium
    if medium is not None and year is not None and medium.start <= start <= medium.end:
        tail = read_tail(region, medium.end)
        titled = len(authors) == 1 and RUNS.search(region.text, *authors[0])
        return Parts(
            authors=() if titled else authors,
            title=authors[0] if titled else None,
            container=tail.container,
            publisher=tail.publisher,
            issued=year,
        )
    if not authors or not _HELD.match(region.text, start, region.head_end):
        return None
    tail = read_tail(region, start)
    issued = choose_issued(region.text, region.cuts, year, start, region.end)
    return Parts(authors=authors, container=tail.container, publisher=tail.publisher, issued=issued)
