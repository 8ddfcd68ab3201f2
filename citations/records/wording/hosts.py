"""What the host of a link tells of the outlet that the words of a note name."""

import re

from citations.links import Link, host_of
from citations.records.wording.words import STOPS

_SHORTEST_HOST_WORD = 3
"""Letters of a word that can be told from chance in a host."""


def host_shares_word(link: Link, name: str) -> bool:
    """Whether the host of a link contains a word of a name, or its initials as a label ("cpi" in "www.cpi.example")."""
    host = host_of(link.url).replace("-", "")
    words = [word for word in re.findall(r"[^\W_]+", name) if word.casefold() not in STOPS]
    initials = "".join(word[0] for word in words if word[0].isupper()).casefold()
    named = any(word.casefold() in host for word in words if len(word) >= _SHORTEST_HOST_WORD)
    return named or (len(initials) >= _SHORTEST_HOST_WORD and initials in host.split("."))


def host_spells(link: Link, name: str) -> bool:
    """Whether the host of a link contains all letters of a name in a row."""
    letters = "".join(re.findall(r"\w", name.removeprefix("The "))).casefold()
    return len(letters) >= _SHORTEST_HOST_WORD and letters in host_of(link.url).replace("-", "").replace(".", "")


def host_suits(link: Link, name: str) -> bool:
    """Whether the host of a link contains a whole name, or a label of it is a word or the initials of the name."""
    words = [word.casefold() for word in re.findall(r"[^\W_]+", name) if word.casefold() not in STOPS]
    initials = "".join(word[0] for word in words)
    labels = [label for label in host_of(link.url).split(".")[:-1] if len(label) >= _SHORTEST_HOST_WORD]
    return host_spells(link, name) or (len(words) > 1 and any(label in (initials, *words) for label in labels))


def path_spells(link: Link, title: str) -> bool:
    """Whether the path of a link contains most words of a title, as it does on the sites of many newspapers."""
    path = link.url.partition("://")[2].partition("/")[2].casefold()
    words = [word for word in re.findall(r"[^\W\d_]+", title.casefold()) if word not in STOPS]
    return sum(word in path for word in words) * 2 > len(words)
