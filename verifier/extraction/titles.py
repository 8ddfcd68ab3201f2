"""Finds the titles of a page, and takes the name of the site off their ends."""

import re
from collections.abc import Iterable
from itertools import islice

from verifier.extraction.base import Said
from verifier.extraction.head import Head
from verifier.extraction.json_ld import ARTICLE_TYPES, JsonObject, text_of, types_of
from verifier.extraction.page_walk import Walked

LONGEST = 500
"""Characters of a title, or of the name of a site, that are kept."""

MOST_HEADINGS = 200
"""Headings of the first level that are compared with titles; pages that misuse them for each item have dozens."""

_SEPARATOR = re.compile(r"\s{1,3}[|·•»«›‹–—:/-]{1,3}\s{1,3}|\s?\|\s?")
_PERMALINKS = " #¶§\N{LINK SYMBOL}\uf0c1"
"""Signs behind a heading that are the link to it."""
_LETTERS = re.compile(r"[\W_]+")


def find_titles(head: Head, page: Walked, things: tuple[JsonObject, ...], sites: list[str]) -> tuple[Said, ...]:
    """Give the titles of a page, each wording once.

    The heading comes first if the window or the data repeat it, because readers see and quote it; then the title in
    JSON-LD, those for sharing, and that of the window. A heading that nothing repeats comes after those for sharing.
    """
    names = {letters(name) for name in (*sites, *_host_labels(head.url))} - {""}
    headlines = (text_of(thing.get("headline")) for thing in things if types_of(thing) & ARTICLE_TYPES)
    candidates = [Said(value=headline, source="JSON-LD headline") for headline in headlines if headline]
    candidates += head.said("citation_title", "og:title", "dc.title", "dcterms.title")
    first_level = (line for line in page.lines if line.level == 1)
    headings = [line.text.rstrip(_PERMALINKS) for line in islice(first_level, MOST_HEADINGS)]
    known = [letters(title[:LONGEST]) for title in (head.title, *(said.value for said in candidates))]
    repeated = [heading for heading in headings if _is_repeated(letters(heading), known, names)]
    if headings:
        said = Said(value=_first_in(letters(head.title), repeated or headings), source="h1")
        candidates.insert(0 if repeated else len(candidates), said)
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


def _is_repeated(heading: str, known: Iterable[str], names: set[str]) -> bool:
    """Whether the window or the data of a page repeat a heading: logos are headings too."""
    return bool(heading) and heading not in names and any(heading in title for title in known)


def _first_in(title: str, headings: list[str]) -> str:
    """Give the heading that the window's title has first, the longest of them, else the first there is."""
    found = [heading for heading in headings if letters(heading) in title]
    return min(found, key=lambda heading: (title.index(letters(heading)), -len(heading)), default=headings[0])


def _host_labels(url: str) -> list[str]:
    host = url.partition("//")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")
    pieces = host.split(".")
    return [host, *(piece for piece in pieces[:-1] if len(piece) > 2)]  # noqa: PLR2004 - "co" and "uk" name no site
