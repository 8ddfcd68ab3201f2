"""Edits of an article's text: pure functions from the old text to the new one."""

from collections.abc import Mapping
from dataclasses import dataclass

from citations.links import Link, canonical_url, find_links


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The text after an edit, and the canonical URLs beside which something was written, in order."""

    text: str
    changed: tuple[str, ...]


def add_archived_copies(text: str, copies: Mapping[str, str]) -> Edited:
    """Give ``text`` with the address of an archived copy behind the first link to each page in ``copies``.

    ``copies`` are archive addresses by canonical URL. A page whose archive address stands in the text already is left
    alone, so that a second edit changes nothing. All else stays as it is, to the character.
    """
    places: dict[str, Link] = {}
    for link in find_links(text):
        url = canonical_url(link.url)
        if url in copies and copies[url] not in text:
            places.setdefault(url, link)
    pieces, last = [], 0
    for url, link in sorted(places.items(), key=lambda item: item[1].start):
        end = _behind(text, link)
        pieces += [text[last:end], _addition(text, link, copies[url])]
        last = end
    return Edited(text="".join([*pieces, text[last:]]), changed=tuple(places))


def _behind(text: str, link: Link) -> int:
    """Give where to write: behind the link, or behind the whole ``[words](url)`` that it is the target of."""
    if text[max(0, link.start - 2) : link.start] == "](" and text[link.end : link.end + 1] == ")":
        return link.end + 1
    return link.end


def _addition(text: str, link: Link, address: str) -> str:
    bracketed = text[link.start : link.start + 1] == "<"
    return f", archived at <{address}>" if bracketed else f", archived at {address}"
