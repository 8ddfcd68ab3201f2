"""Outlets that were read as authors, and authors that were read as outlets: each is put where it belongs."""

import re

from citations.records.names.forms import FORMS
from citations.records.names.lists import read_authors
from citations.records.names.persons import OFFICE, PUBLIC_BODY, is_person
from citations.records.outlets.tail import Tail, read_tail
from citations.records.regions.date_places import DatePlace
from citations.records.regions.region import Parts, Region
from citations.records.wording.clauses import Place
from citations.records.wording.hosts import host_shares_word, host_suits
from citations.records.wording.words import CAPITAL, EDITORS, PUBLISHER, SERIAL

PUBLIC_SIGNER = re.compile(
    rf"(?!.*\b(?:Press|News)\b)(?:{PUBLIC_BODY}|{OFFICE})(?:\s\(.*\))?|"
    rf".*\b(?:Parliament|Commission|Government|Senate)\b.*"
)
"""The name of a public body: it is an author, not an outlet. A news agency is an outlet."""


def outlet_for_author(region: Region, parts: Parts, year: DatePlace | None) -> Parts:
    """Give the parts with an outlet moved out of the author's position.

    Author–date styles put it there if nobody signed. Without a ``year`` after the authors, only what is a newspaper
    by its name is moved.
    """
    if len(parts.authors) != 1 or parts.container or parts.publisher:
        return parts
    (name,) = parts.authors
    if year is None or SERIAL.search(region.text, *name):
        _newspaper_for_author(region.text, parts, name, cited=parts.has_day or bool(region.cuts.links))
    elif parts.issued is not None and parts.has_day and not (parts.issued is year or parts.issued.announced):
        listed = read_authors(region.text, *name)
        person = listed is not None and (listed.form != "given-family" or "," in region.text[slice(*name)])
        public = PUBLIC_SIGNER.fullmatch(region.text, *name) or EDITORS.match(region.text, name[1], region.head_end)
        if not (person or public):
            bracket = _BRACKET.search(region.text, *name)
            parts.authors, parts.container = (), (name[0], bracket.start() if bracket else name[1])
    return parts


_BRACKET = re.compile(r"\s[(\[]")


def _newspaper_for_author(text: str, parts: Parts, name: Place, *, cited: bool) -> None:
    """Move what is a newspaper by its name: "Ada Quill, Northern Herald, “Who pays?”, 3 May 2019".

    Where a day or a link shows that a page is ``cited``, "The" and one word are a name too.
    """
    signed = _AND_PAPER.fullmatch(text, *name)
    listed = read_authors(text, *signed.span(1)) if signed and SERIAL.search(signed[2]) else None
    if signed and listed and listed.end == signed.end(1):
        parts.authors, parts.container = listed.names, signed.span(2)
    elif SERIAL.search(text, *name) or (cited and BROADCASTER.fullmatch(text, *name)):
        parts.authors, parts.container = (), name


_AND_PAPER = re.compile(rf"(.{{3,80}})(?:,\s|\s\()((?:The\s)?{CAPITAL}[^,()]{{2,50}})\)?")
"""An author and a newspaper after a comma or in a bracket."""
BROADCASTER = re.compile(
    r"The\s[A-Z][\w’'-]+|BBC|CNN|NBC|CBS|ABC|NPR|PBS|MSNBC|CNBC|ITV|CBC|NHK|RTE|RTÉ|ARD|ZDF|ORF|SRF|RTL|MDR|NDR|"
    r"WDR|TF1|RFI|RTVE|RAI|NOS|SVT|NRK|"
    r"YLE|AP|AFP|dpa|Al Jazeera|Bloomberg|Deutsche Welle|Reuters|Xinhua|TASS|Politico"
)
""""The" and one word, which is not a person; a broadcaster or a news agency."""


def name_writer(region: Region, parts: Parts) -> None:
    """Read a person in the outlet's position as the author: "“Who pays?”, Ada Quill, Northern Herald, 3 May 2019".

    A person is known by initials, or because an outlet follows: by its words, or by the host of the link.
    """
    _exchange(region, parts)
    _part_outlet_first(region, parts)
    _part_outlet_last(region, parts)
    if parts.authors or parts.container is None:
        return
    text, first, end = region.text, parts.container[0], region.head_end
    listed = read_authors(text, first, end)
    divided = listed is not None and text[listed.end : listed.end + 2] in {", ", ". "}
    words = text[first : listed.end] if listed and divided else ""
    tail = read_tail(region, listed.end + 1) if listed and words else Tail()
    if listed is None or tail.container is None or SERIAL.search(words) or PUBLISHER.search(words):
        _name_last(region, parts)
    elif (
        listed.open
        or listed.form in _INITIALS
        or (_is_outlet(region, tail.container) and not _is_outlet(region, (first, listed.end)))
    ):
        parts.authors, parts.container, parts.publisher = listed.names, tail.container, tail.publisher


def _exchange(region: Region, parts: Parts) -> None:
    """Exchange an outlet read as author and the persons after the title: "Daily Record, “Who pays?” Ada Quill"."""
    if len(parts.authors) != 1 or parts.container is None:
        return
    text, (outlet,) = region.text, parts.authors
    listed = read_authors(text, *parts.container)
    if listed is None or listed.end != parts.container[1] or "," in text[slice(*outlet)]:
        return
    sure = SERIAL.search(text, *outlet) or (len(listed.names) > 1 and _is_outlet(region, outlet))
    if sure and all(is_person(text[slice(*name)]) for name in listed.names) and not is_person(text[slice(*outlet)]):
        parts.authors, parts.container = listed.names, outlet


def _part_outlet_first(region: Region, parts: Parts) -> None:
    """Divide an outlet from the author after it, before a quoted title: "Daily Record, Ada Quill, “Who pays?”"."""
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
    """Divide the author from an outlet after a comma that the host contains: "Ada Quill, frost.example: Who pays?"."""
    if not parts.authors or parts.container or region.cuts.target is None:
        return
    text, start, end = region.text, parts.authors[0][0], parts.authors[-1][1]
    comma = text.rfind(", ", start, end)
    listed = read_authors(text, start, comma) if comma > 0 else None
    persons = listed and listed.end == comma and all(is_person(text[slice(*name)]) for name in listed.names)
    if listed and persons and host_suits(region.cuts.target, text[comma + 2 : end]):
        parts.authors, parts.container = listed.names, (comma + 2, end)


def _name_last(region: Region, parts: Parts) -> None:
    """Read a person after the last comma or dash of a title, or after the outlet, as the author.

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
    """Whether words are an outlet: one of them says so, or the host of the link."""
    target = region.cuts.target
    return SERIAL.search(region.text, *place) is not None or bool(
        target and host_shares_word(target, region.text[slice(*place)])
    )


_INITIALS = frozenset(FORMS) - {"family-given", "given-family", "ideographs"}
"""Forms of names that have initials."""
_PART_LAST = re.compile(r"((?:[^\s,.;]+\s){3,}[^\s,.;]+)(?:,|\s[–—])\s([^,.:;\d]+)")
