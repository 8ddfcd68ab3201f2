"""Authors named behind the title: "Who pays?" by Ada Quill, Northern Ledger, 3 May 2019."""

import re
from dataclasses import dataclass

from citations.records.clauses import Place
from citations.records.hosts import bears, names_label
from citations.records.name_forms import FORMS
from citations.records.names import read_authors
from citations.records.persons import is_person
from citations.records.region import BROADCASTER, Parts, Region
from citations.records.tail import Tail, read_tail
from citations.records.words import CAPITAL, PUBLISHER, SERIAL


@dataclass(frozen=True, slots=True)
class Byline:
    """The place of a byline, from the sign before "by" to the last name, and of the names in it."""

    start: int
    end: int
    names: tuple[Place, ...]


_FROM = r"[Vv]on(?!\s[^\W\d_]+\s(?:zu|zum|zur|bis)\s)"
"""The German word for "by", which opens "from … to …" too."""
_WORD = rf"(?:[Ww]ritten\s)?(?:[Bb]y|{_FROM}|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f)\s(?=[^\W\d_])"
_BY = re.compile(rf"[\s,.;:–—\"”’»)]{{0,4}}{_WORD}")
_BY_AFTER_COMMA = re.compile(rf"[,.;]\s{_WORD}")
_CLOSES = re.compile(r"\s?(?:[,.;:(\[\ue000–—-]|\Z)")
"""What stands behind a byline; a name that words go on from is part of the title."""


def read_byline(text: str, start: int, end: int) -> Byline | None:
    """Give the byline at ``start``, behind a title in quotation marks; ``None`` where there is none."""
    return _names(text, _BY.match(text, start, end), end)


def find_byline(text: str, start: int, title_end: int, end: int) -> Byline | None:
    """Give the byline that a sign divides from an unmarked title, in what was read as the title or right behind it."""
    by = _BY_AFTER_COMMA.search(text, start, min(title_end + len(", by "), end))
    return _names(text, by, end)


def byline_last(text: str, start: int, end: int) -> Byline | None:
    """Give the byline that ends at ``end``, before a year in brackets: "Cold Rivers by Ada Quill (2010)"."""
    by = _BY_ALONE.search(text, start, end)
    listed = read_authors(text, by.end(), end) if by else None
    if by is None or listed is None or listed.end != end or " " not in text[by.end() : end]:
        return None
    return Byline(by.start(), end, listed.names)


_BY_ALONE = re.compile(rf"(?<=[^\W\d_])\sby\s(?={CAPITAL})")


def _names(text: str, by: re.Match[str] | None, end: int) -> Byline | None:
    """Give the byline whose word is ``by``, if a sign marks its end: "by Ada Quill," but not "by Ada Quill and sea"."""
    listed = read_authors(text, by.end(), end) if by else None
    if by is None or listed is None or listed.form in _NO_PERSON:
        return None
    return Byline(by.start(), listed.end, listed.names) if _CLOSES.match(text, listed.end, end) else None


_NO_PERSON = frozenset({"again", "handle"})


def name_writer(region: Region, parts: Parts) -> None:
    """Take a person in the outlet's place for the author: "“Who pays?”, Ada Quill, Northern Herald, 3 May 2019".

    Initials tell a person from an outlet, or what follows is one by its own words or by the host of the link.
    """
    _part_outlet_first(region, parts)
    _part_outlet_last(region, parts)
    if parts.authors or parts.container is None:
        return
    text, first, end = region.text, parts.container[0], region.head_end
    listed = read_authors(text, first, end)
    divided = listed is not None and text[listed.end : listed.end + 2] in {", ", ". "}
    words = text[first : listed.end] if listed and divided else ""
    tail = read_tail(region.sheet, listed.end + 1, end, region.cuts) if listed and words else Tail()
    if listed is None or tail.container is None or SERIAL.search(words) or PUBLISHER.search(words):
        _name_last(region, parts)
    elif (
        listed.open
        or listed.form in _INITIALS
        or (_is_outlet(region, tail.container) and not _is_outlet(region, (first, listed.end)))
    ):
        parts.authors, parts.container, parts.publisher = listed.names, tail.container, tail.publisher


def _part_outlet_first(region: Region, parts: Parts) -> None:
    """Part an outlet from who wrote behind it, before a title in marks: "Daily Record, Ada Quill, “Who pays?”"."""
    text, title = region.text, parts.title
    comma = text.find(", ", region.start, title[0]) if title and region.sheet.sets_off(*title) else -1
    listed = read_authors(text, comma + 2, title[0]) if title and comma > 0 else None
    if title is None or listed is None or text[listed.end : title[0]].strip(" ,.:“‘«„\"'"):
        return
    outlet = (region.start, comma)
    sure = parts.container == outlet or BROADCASTER.fullmatch(text, *outlet)
    named = sure or (_is_outlet(region, outlet) and not is_person(text[slice(*outlet)]))
    if named and all(is_person(text[slice(*name)]) for name in listed.names):
        parts.authors, parts.container = listed.names, outlet


def _part_outlet_last(region: Region, parts: Parts) -> None:
    """Part who wrote from an outlet behind a comma that the host bears: "Ada Quill, frost.example: Who pays?"."""
    if not parts.authors or parts.container or region.cuts.target is None:
        return
    text, start, end = region.text, parts.authors[0][0], parts.authors[-1][1]
    comma = text.rfind(", ", start, end)
    listed = read_authors(text, start, comma) if comma > 0 else None
    persons = listed and listed.end == comma and all(is_person(text[slice(*name)]) for name in listed.names)
    if listed and persons and names_label(region.cuts.target, text[comma + 2 : end]):
        parts.authors, parts.container = listed.names, (comma + 2, end)


def _name_last(region: Region, parts: Parts) -> None:
    """Take a person behind the last comma or dash of a title for the author, or a person behind the outlet.

    "Who pays for it, Ada Quill, Northern Herald", "Who pays for it, Northern Herald, Ada Quill".
    """
    two = _PART_LAST.fullmatch(region.text, *parts.title) if parts.title is not None else None
    if two is None or parts.container is None or not region.text.startswith(", ", parts.title[1] if parts.title else 0):
        return
    if is_person(two[2]) and _is_outlet(region, parts.container):
        parts.title, parts.authors = two.span(1), (two.span(2),)
    elif is_person(region.text[slice(*parts.container)]) and _is_outlet(region, two.span(2)):
        parts.title, parts.authors, parts.container = two.span(1), (parts.container,), two.span(2)


def _is_outlet(region: Region, place: Place) -> bool:
    """Whether words are an outlet by one of their own, or by the host of the link."""
    target = region.cuts.target
    return SERIAL.search(region.text, *place) is not None or bool(target and bears(target, region.text[slice(*place)]))


_INITIALS = frozenset(FORMS) - {"family-given", "given-family", "ideographs"}
"""Forms of names that have initials."""
_PART_LAST = re.compile(r"((?:[^\s,.;]+\s){3,}[^\s,.;]+)(?:,|\s[–—])\s([^,.:;\d]+)")
