"""What the host of a link tells of the outlet that the words of a note name."""

import re

from citations.dates import DAY_PARTS
from citations.links import Link, host_of
from citations.records.cuts import Cuts
from citations.records.region import Parts
from citations.records.sheet import Sheet

_SHORTEST_HOST_WORD = 3
"""Letters of a word that can be told from chance in a host."""
_OUTLET = re.compile(r"[A-ZÀ-Þ][\w’'&.-]*(?:\s(?:[A-ZÀ-Þ][\w’'&.-]*|of|the|de)){0,3}")
_TITLE_WORDS = 3
"""Words that a title has at least, and the name of an outlet in its place has not."""


def bears(link: Link, name: str) -> bool:
    """Whether the host of a link bears a word of a name."""
    host = host_of(link.url).replace("-", "")
    words = (word for word in re.findall(r"[^\W_]+", name.casefold()) if len(word) >= _SHORTEST_HOST_WORD)
    return any(word in host for word in words)


def bears_all(link: Link, name: str) -> bool:
    """Whether the host of a link bears a whole name, its letters in a row."""
    letters = "".join(re.findall(r"\w", name)).casefold()
    return letters in host_of(link.url).replace("-", "").replace(".", "")


def name_outlet(sheet: Sheet, cuts: Cuts, parts: Parts) -> None:
    """Take what the host of the link bears for the outlet, and what follows for the title: "Reuters, Bells found".

    A name and its day alone are an issue of a paper, and no page called so.
    """
    if parts.title is None or not cuts.links:
        return
    name, link = sheet.text[slice(*parts.title)], cuts.links[0][0]
    if sheet.sets_off(*parts.title) or not _OUTLET.fullmatch(name) or not bears(link, name):
        return
    title = sheet.text[slice(*parts.container)] if parts.container else ""
    longer = len(title.split()) >= _TITLE_WORDS and len(name.split()) < _TITLE_WORDS and not bears(link, title)
    if longer or (title and bears_all(link, name) and not bears_all(link, title)):
        parts.title, parts.container = parts.container, parts.title
    elif not title and parts.issued and len(parts.issued.date.parts) == DAY_PARTS:
        parts.title, parts.container = None, parts.title
        words = sheet.text[slice(*parts.authors[0])] if len(parts.authors) == 1 else ""
        if words.isupper() and len(words.split()) >= _TITLE_WORDS:
            parts.title, parts.authors = parts.authors[0], ()  # a headline in capitals
