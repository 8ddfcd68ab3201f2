"""What the host of a link tells of the outlet that the words of a note name."""

import re

from citations.dates import DAY_PARTS
from citations.links import Link, host_of
from citations.records.cuts import Cuts
from citations.records.persons import names_body
from citations.records.region import Parts
from citations.records.sheet import LINK, Sheet
from citations.records.words import CAPITAL, SERIAL, STOPS

_SHORTEST_HOST_WORD = 3
"""Letters of a word that can be told from chance in a host."""
_OUTLET = re.compile(r"[A-ZÀ-Þ][\w’'&.-]*(?:\s(?:[A-ZÀ-Þ][\w’'&.-]*|of|the|de)){0,3}")
_TITLE_WORDS = 3
"""Words that a title has at least, and the name of an outlet in its place has not."""


def bears(link: Link, name: str) -> bool:
    """Whether the host of a link bears a word of a name, or its initials between stops ("cpi" in "www.cpi.example")."""
    host = host_of(link.url).replace("-", "")
    words = [word for word in re.findall(r"[^\W_]+", name) if word.casefold() not in STOPS]
    initials = "".join(word[0] for word in words if word[0].isupper()).casefold()
    named = any(word.casefold() in host for word in words if len(word) >= _SHORTEST_HOST_WORD)
    return named or (len(initials) >= _SHORTEST_HOST_WORD and initials in host.split("."))


def bears_all(link: Link, name: str) -> bool:
    """Whether the host of a link bears a whole name, its letters in a row."""
    letters = "".join(re.findall(r"\w", name.removeprefix("The "))).casefold()
    return len(letters) >= _SHORTEST_HOST_WORD and letters in host_of(link.url).replace("-", "").replace(".", "")


def names_label(link: Link, name: str) -> bool:
    """Whether the host of a link bears a whole name, or a name of several words has one label of it for a word."""
    words = [word.casefold() for word in re.findall(r"[^\W_]+", name) if word.casefold() not in STOPS]
    initials = "".join(word[0] for word in words)
    labels = [label for label in host_of(link.url).split(".")[:-1] if len(label) >= _SHORTEST_HOST_WORD]
    return bears_all(link, name) or (len(words) > 1 and any(label in (initials, *words) for label in labels))


def bears_slug(link: Link, title: str) -> bool:
    """Whether the path of a link bears most words of a title, as the pages of many papers do."""
    path = link.url.partition("://")[2].partition("/")[2].casefold()
    words = [word for word in re.findall(r"[^\W\d_]+", title.casefold()) if word not in STOPS]
    return sum(word in path for word in words) * 2 > len(words)


def name_outlet(sheet: Sheet, cuts: Cuts, parts: Parts) -> None:
    """Take what the host of the link bears for the outlet, and what follows for the title: "Reuters, Bells found".

    A name and its day alone are an issue of a paper, and no page called so.
    """
    link = cuts.target
    if parts.title is None or link is None:
        return
    _join_site(sheet.text, link, parts)
    _part_site(sheet, link, parts)
    if sheet.sets_off(*parts.title):
        _part_publisher(sheet.text, link, parts)
        return
    name = sheet.text[slice(*parts.title)]
    if not _OUTLET.fullmatch(name) or not bears(link, name):
        return
    title = sheet.text[slice(*parts.container)] if parts.container else ""
    dated = parts.issued is not None and len(parts.issued.date.parts) == DAY_PARTS
    longer = len(title.split()) >= _TITLE_WORDS and len(name.split()) < _TITLE_WORDS and not bears(link, title)
    if longer or (title and bears_all(link, name) and not bears_all(link, title)):
        parts.title, parts.container = parts.container, parts.title
    elif not title and dated and (not parts.authors or SERIAL.search(name) or bears_all(link, name)):
        parts.title, parts.container = None, parts.title
        words = sheet.text[slice(*parts.authors[0])] if len(parts.authors) == 1 else ""
        if words.isupper() and len(words.split()) >= _TITLE_WORDS:
            parts.title, parts.authors = parts.authors[0], ()  # a headline in capitals


def _join_site(text: str, link: Link, parts: Parts) -> None:
    """Take two families that are the name of a site for it: "Wald und Frost (2022): …", on waldundfrost.example."""
    if len(parts.authors) == len(("Wald", "Frost")) and parts.container is None:
        whole = parts.authors[0][0], parts.authors[-1][1]
        if bears_all(link, text[slice(*whole)]):
            parts.authors, parts.container = (), whole


def _part_site(sheet: Sheet, link: Link, parts: Parts) -> None:
    """Take a site out of the place of a title, before it or, in the words of a link, behind it as browsers show it.

    One word without a day is what the page is about: "Pandas: Python tools for data".
    """
    if parts.title is None or parts.container is not None:
        return
    linked = sheet.text.startswith(LINK, parts.title[1])
    first, last = _SITE_FIRST.fullmatch(sheet.text, *parts.title), _SITE_LAST.fullmatch(sheet.text, *parts.title)
    dated = parts.issued is not None and len(parts.issued.date.parts) == DAY_PARTS
    led = first and (
        bears_all(link, first[1])
        or all(bears(link, word) for word in first[1].split())
        or (dated and names_label(link, first[1]))
    )
    if first and led and (linked or not sheet.sets_off(*parts.title)) and (dated or " " in first[1]):
        parts.container, parts.title = first.span(1), first.span(2)
    elif last and linked and bears_all(link, last[2]):
        parts.title, parts.container = last.span(1), last.span(2)


_SITE = rf"{CAPITAL}[\w.&’'-]*(?:\s{CAPITAL}[\w.&’'-]*){{0,3}}"
_SITE_FIRST = re.compile(
    rf"({_SITE}|(?:[\w-]{{2,40}}\.){{1,3}}[a-z]{{2,7}}|[a-z][\w-]{{2,30}})(?:[,:]|\s[–—|·-])\s((?:{CAPITAL}|\d)\S*\s.*)"
)
_SITE_LAST = re.compile(rf"(.*\S)\s[–—|·-]\s({_SITE})")


def _part_publisher(text: str, link: Link, parts: Parts) -> None:
    """Part a site from who runs it, as programs for students set both: "Rolling Ice, Ice Media, 3 May 2019"."""
    two = _TWO_NAMES.fullmatch(text, *parts.container) if parts.container and not parts.publisher else None
    if two and bears_all(link, two[1]) and not bears_all(link, two[0]):
        parts.container, parts.publisher = two.span(1), two.span(2) if names_body(two[2]) else None


_TWO_NAMES = re.compile(rf"({_SITE}),\s({CAPITAL}[^,&‘’'“”\"]*)")
