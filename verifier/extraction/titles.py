"""Finds the titles of a page, and takes the name of the site off their ends."""

import re
from collections.abc import Iterable

from verifier.extraction.base import Said
from verifier.extraction.head import Head
from verifier.extraction.json_ld import ARTICLE_TYPES, JsonObject, text_of, types_of
from verifier.extraction.page_walk import Walked

LONGEST = 500
"""Characters of a title, or of the name of a site, that are kept."""

_SEPARATOR = re.compile(r"\s{1,3}[|·•»«›‹–—:/-]{1,3}\s{1,3}|\s?\|\s?")
_PERMALINKS = " #¶§\N{LINK SYMBOL}\uf0c1"
"""Signs behind a heading that are the link to it."""
_LETTERS = re.compile(r"[\W_]+")


def find_titles(head: Head, page: Walked, things: tuple[JsonObject, ...], sites: list[str]) -> tuple[Said, ...]:
    """Give what the page is called: for sharing, in data, in its heading, in its window; each wording once."""
    names = {letters(name) for name in (*sites, *_host_labels(head.url))} - {""}
    candidates = head.said("citation_title", "og:title", "dc.title", "dcterms.title")
    for thing in things:
        headline = text_of(thing.get("headline")) if types_of(thing) & ARTICLE_TYPES else ""
        if headline:
            candidates.append(Said(value=headline, source="JSON-LD headline"))
    headings = [line.text.rstrip(_PERMALINKS) for line in page.lines if line.level == 1]
    if headings:
        candidates.append(Said(value=_best_heading(headings, head.title, names), source="h1"))
    if head.title:
        candidates.append(Said(value=head.title, source="title element"))
    candidates += head.said("twitter:title", "parsely-title", "sailthru.title", "title")
    titles = [Said(value=without_site(said.value, names), source=said.source) for said in candidates]
    return each_once(said for said in titles if said.value and letters(said.value) not in names) or each_once(
        candidates[:1]
    )


def each_once(names: Iterable[Said]) -> tuple[Said, ...]:
    """Give names in their order, each wording with the place that said it first, cut to what is kept of one."""
    kept: dict[str, Said] = {}
    for said in names:
        kept.setdefault(letters(said.value), Said(value=said.value[:LONGEST], source=said.source))
    return tuple(kept.values())


def letters(text: str) -> str:
    """Give the letters and digits of a text in lower case, to compare names by."""
    return _LETTERS.sub("", text.casefold())


def without_site(title: str, names: set[str]) -> str:
    """Give a title without a first or last piece that is the site's name."""
    for _ in range(2):
        breaks = list(_SEPARATOR.finditer(title[:LONGEST]))
        if not breaks:
            break
        last, first = breaks[-1], breaks[0]
        if _is_name(title[last.end() :], names):
            title = title[: last.start()]
        elif _is_name(title[: first.start()], names):
            title = title[first.end() :]
        else:
            break
    return title.strip()


def _is_name(piece: str, names: set[str]) -> bool:
    plain = letters(piece)
    return bool(plain) and any(
        plain == name or plain in {f"the{name}", f"{name}com"} or f"the{plain}" == name for name in names
    )


def _best_heading(headings: list[str], title: str, names: set[str]) -> str:
    """Give the heading that the title element begins with or repeats first, else the first: logos are headings too."""
    plain = letters(title)
    repeated = [heading for heading in headings if (own := letters(heading)) and own in plain and own not in names]
    return min(repeated, key=lambda heading: (plain.index(letters(heading)), -len(heading)), default=headings[0])


def _host_labels(url: str) -> list[str]:
    host = url.partition("//")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")
    pieces = host.split(".")
    return [host, *(piece for piece in pieces[:-1] if len(piece) > 2)]  # noqa: PLR2004 - "co" and "uk" name no site
