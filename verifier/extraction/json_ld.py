"""Reads the JSON-LD of a page: objects with a type, found wherever they are nested, from JSON that is often sloppy."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from verifier.extraction.base import words
from verifier.extraction.page_walk import fold_space

JsonObject = dict[str, Any]

LONGEST_SCRIPT = 2_000_000
"""Characters of one script; a longer one is no description of a page."""

MOST_OBJECTS = 500
"""Objects kept of a page; a listing may hold hundreds of items, and the page itself comes first."""

MOST_VALUES = 50_000
"""Values visited while looking for objects."""

ARTICLE_TYPES = words(
    "article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle "
    "backgroundnewsarticle reviewnewsarticle advertisercontentarticle satiricalarticle askpublicnewsarticle "
    "liveblogposting techarticle scholarlyarticle medicalscholarlyarticle socialmediaposting "
    "discussionforumposting report review"
)
PAGE_TYPES = words("webpage itempage aboutpage faqpage collectionpage medicalwebpage profilepage qapage")
OTHER_WORKS = words(
    "creativework book course recipe howto dataset podcastepisode videoobject event jobposting question product"
)

_WRAPPING = re.compile(r"^\s{0,99}(?:<!--|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/|//\s{0,9}<!\[CDATA\[|<!\[CDATA\[)")
_UNWRAPPING = re.compile(r"(?:-->|/\*\s{0,9}\]\]>\s{0,9}\*/|//\s{0,9}\]\]>|\]\]>)\s{0,99};?\s{0,99}$")
_TRAILING_COMMA = re.compile(r",(?=\s{0,99}[}\]])")
_TAG = re.compile(r"<[^<>]{0,500}>")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BREAK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|blockquote|figure)\b[^<>]{0,500}>", re.IGNORECASE)


def read_json_ld(scripts: Iterable[str]) -> tuple[JsonObject, ...]:
    """Give the objects with a type, in the order of the page, outer ones before those inside them."""
    found: list[JsonObject] = []
    for script in scripts:
        for value in _parsed(script):
            found.extend(_typed(value))
        if len(found) >= MOST_OBJECTS:
            break
    return tuple(found[:MOST_OBJECTS])


def types_of(thing: JsonObject) -> frozenset[str]:
    """Give the types of an object in lower case, without the vocabulary's address."""
    raw = thing.get("@type")
    names = raw if isinstance(raw, list) else [raw]
    return frozenset(name.rsplit("/", 1)[-1].lower() for name in names if isinstance(name, str))


def about_page(objects: tuple[JsonObject, ...]) -> tuple[JsonObject, ...]:
    """Give the objects that may be the page itself: articles first, then pages, then other works."""
    ranks = (ARTICLE_TYPES, PAGE_TYPES, OTHER_WORKS)
    return tuple(thing for rank in ranks for thing in objects if types_of(thing) & rank)


def text_of(value: Any) -> str:
    """Give a value as one line of plain text: markup and references resolved; ``""`` for what is no text."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str) and item.strip()), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if not isinstance(value, str):
        return ""
    return fold_space(_TAG.sub(" ", html.unescape(_whole(value))))


def lines_of(value: Any) -> list[str]:
    """Give a longer text as lines: paragraphs and breaks of its markup are kept apart."""
    if not isinstance(value, str):
        return []
    text = html.unescape(_whole(value)) if "&" in value else _whole(value)
    if "<" in text:
        text = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", text)))
    return [line for line in (fold_space(piece) for piece in text.split("\n")) if line]


def _whole(text: str) -> str:
    """Give a text with U+FFFD for each half of a character: JSON may escape one alone, and no file can hold it."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def _parsed(script: str) -> Iterator[Any]:
    if len(script) > LONGEST_SCRIPT:
        return
    cleaned = _UNWRAPPING.sub("", _WRAPPING.sub("", script)).strip().rstrip(";")
    for attempt in (cleaned, _TRAILING_COMMA.sub("", cleaned), html.unescape(cleaned)):
        try:
            yield json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return


def _typed(value: Any) -> Iterator[JsonObject]:
    """Yield the objects with a type, breadth first, so that the page itself comes before what it mentions."""
    level = [value]
    visited = 0
    while level and visited < MOST_VALUES:
        below: list[Any] = []
        for item in level:
            visited += 1
            if isinstance(item, dict):
                if "@type" in item:
                    yield item
                below.extend(inner for inner in item.values() if isinstance(inner, (dict, list)))
            elif isinstance(item, list):
                below.extend(inner for inner in item if isinstance(inner, (dict, list)))
        level = below
