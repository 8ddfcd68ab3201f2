"""Notes with a day before the title, of an issue or of a visit: "Küstenbote, 3. Mai 2019, S. 4: „Wer zahlt?“"."""

import re
from dataclasses import replace

from citations.records.names.lists import read_authors
from citations.records.names.writers import authors_in
from citations.records.parts.marked import read_quoted
from citations.records.parts.misplaced import PUBLIC_SIGNER
from citations.records.parts.plain import read_body
from citations.records.regions.region import Parts, Region
from citations.records.wording.clauses import skip_lead
from citations.records.wording.quoted import find_quoted
from citations.records.wording.words import CAPITAL, LOWER, SERIAL

_NAME = re.compile(
    rf"({CAPITAL}[\w’'&.-]*(?:\s(?:{CAPITAL}[\w’'&-]*|[{LOWER}]{{1,3}}|des|della|for|und|the)){{0,6}}?)"
    r"(?:,?\s(?:Nr|[Nn]o|n[°º])\.?\s?\d{1,5})?(?:[.,]\s|,?\s\(|\s(?:vom|v\.|of|du|del|di|van|från|z\sdnia)\s|\s)"
)
"""An outlet with the number of its issue, up to the day."""
_FOR_PAPER = re.compile(r",\s|\s(?:in|for)\s(?:the\s)?")
"""What stands between the author and the outlet: "Ada Quill in the Northern Herald"."""
_TITLE_NEXT = re.compile(
    r"\)?(?:,\s(?:pp?|S|s|[Pp]age|Seite)\.?\s?[A-Z]?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)?(?:(\s?:|(?<!\))\.)\s|,\s)"
    r"(?=[^\W\d_]|[\"“„«‘'])"
)
"""After the day its page, and the sign before the title: a colon or a stop, or a comma before quotation marks."""


def read_day_first(region: Region) -> Parts | None:
    """Give the parts of a note that opens with an outlet and its day. A person and a day open a letter or a post."""
    text, end = region.text, region.head_end
    day = next(region.cuts.inside(region.start, end), None)
    if day is None or not day.is_day:
        return None
    behind = _TITLE_NEXT.match(text, day.end, end)
    if behind is None:
        return None
    quoted = find_quoted(text, behind.end(), end)
    marked = quoted is not None and quoted.start == behind.end()
    writer = read_authors(text, region.start, day.start) if marked else None
    signed = _FOR_PAPER.match(text, writer.end, day.start) if writer else None
    names = writer.names if writer and signed else ()
    name = _NAME.fullmatch(text, signed.end() if signed else region.start, day.start)
    if name is None or (not names and _signs(text, name.span(1))) or not (behind[1] or marked):
        return None
    parts = read_body(region, behind.end(), names, commas=None, year=day)
    return replace(parts, container=name.span(1))


def read_visit_first(region: Region) -> Parts | None:
    """Read "Ada Quill. (Page consultée le 3 mai 2019). Cold rivers. <link>", as lists in Québec write it."""
    text, cuts = region.text, region.cuts
    visit = next((cut for cut in cuts.cuts if cut.kind == "access"), None)
    if (
        visit is None
        or visit.start != region.head_end
        or not _AUTHOR_AND_BRACKET.fullmatch(text, region.start, visit.start + 1)
    ):
        return None
    stop = cuts.end_from(visit.end, region.end)
    body = skip_lead(text, visit.end, stop)
    if not _TITLE.match(text, body, stop):
        return None
    authors = authors_in(text, region.start, visit.start)
    return read_body(replace(region, head_end=stop), body, authors, commas=None)


_AUTHOR_AND_BRACKET = re.compile(r"(?:[^\s()]+\s){0,7}[^\s()]+\.\s\(")
"""Authors, their full stop, and the bracket with the day of a visit."""
_TITLE = re.compile(r"\W?[^\W\d_][^\W_]*\W+[^\W_]")
"""Two words or more."""


def read_entry(region: Region) -> Parts | None:
    """Give the parts of a note on an entry of a dictionary: "Book of Ice, 4th ed., s.v. “floe”"."""
    entry = _ENTRY.match(region.text, region.start, region.head_end)
    quoted = find_quoted(region.text, entry.end(), region.head_end) if entry else None
    if entry is None or quoted is None or quoted.start != entry.end():
        return None
    parts = read_quoted(replace(region, start=quoted.start), quoted)
    return replace(parts, container=entry.span(1), issued=parts.issued or next(iter(region.cuts.dates), None))


_ENTRY = re.compile(
    rf"({CAPITAL}[^.,;:()\"“„«]{{2,80}})(?:(?:,\s[^;:()\"“„«]{{1,60}}?)?(?:\s\([^()]{{4,80}}\))?,?\ss\.\s?v\.:?|"
    r",?\s\(?(?:[Ee]pisode|[Ee]p\.|[Ff]olge|[Aa]flevering|[Aa]vsnitt|#)\s?\d{1,4}\)?[:,])\s(?=[\"“„«‘])"
)
"""A dictionary before the word for an entry, sub verbo, or a podcast before the number of one of its talks."""


def _signs(text: str, name: tuple[int, int]) -> bool:
    """Whether a name is a public body or can be a person; outlets have a word or an article that shows it."""
    if PUBLIC_SIGNER.fullmatch(text, *name):
        return True
    listed = read_authors(text, *name)
    return listed is not None and listed.end == name[1] and not _OF_OUTLET.search(text, *name)


_OF_OUTLET = re.compile(rf"{SERIAL.pattern}|(?:The|Le|Les|Der|Die|Das|El|Il|Het)\s")
