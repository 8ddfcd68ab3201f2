"""What a page says about itself: title, authors, site, dates, each with the place that said it."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from verifier.extraction.base import PageData, Said
from verifier.extraction.bylines import find_authors
from verifier.extraction.head import Head
from verifier.extraction.json_ld import JsonObject, about_page, text_of, types_of
from verifier.extraction.page_walk import Walked
from verifier.extraction.publication import find_modified, find_published
from verifier.extraction.titles import each_once, find_titles

_NO_NAME = re.compile(r"\s{0,9}\Z|https?:", re.IGNORECASE)
"""What stands in the place of a site's name and is none."""


def read_page_data(tree: LexborHTMLParser, head: Head, page: Walked) -> PageData:
    """Give what the page says about itself."""
    things = about_page(head.objects)
    names = _site_names(head, things)
    titles = find_titles(head, page, things, [name.value for name in names])
    sites = each_once(_without_title(name, titles) for name in names)
    return PageData(
        titles=titles,
        authors=find_authors(tree, head, page, things, sites),
        site_names=sites,
        published=find_published(tree, head, page, things),
        modified=find_modified(head, things),
        canonical_url=_canonical(head),
        language=head.language or None,
    )


def _site_names(head: Head, things: tuple[JsonObject, ...]) -> tuple[Said, ...]:
    """Give the names of the site: an archive of papers has one of its own beside that of the journal."""
    names = head.said("og:site_name", "citation_journal_title")
    for key in ("publisher", "sourceOrganization"):
        values = [thing.get(key) for thing in things]
        names += [Said(value=text_of(value), source=f"JSON-LD {key}") for value in values]
    sites = [thing for thing in head.objects if "website" in types_of(thing)]
    names += [Said(value=text_of(thing.get("name")), source="JSON-LD WebSite") for thing in sites]
    names += head.said("application-name", "apple-mobile-web-app-title", "dc.publisher")
    return each_once(name for name in names if not _NO_NAME.match(name.value))


def _without_title(name: Said, titles: Iterable[Said]) -> Said:
    """Give the name of a site without the page's title before it: templates put the whole title of the window there."""
    before = next((title.value for title in titles if name.value.startswith(title.value)), "")
    return Said(value=name.value.removeprefix(before).strip(" |·:–—-") or name.value, source=name.source)


def _canonical(head: Head) -> str | None:
    """Give the canonical address, unless it is the root of the site: that is a mistake of its template."""
    shared = [said.value for said in head.said("og:url") if said.value.startswith(("http://", "https://"))]
    link = head.link("canonical") or next(iter(shared), None)
    if link is None:
        return None
    try:
        is_root = urlsplit(link).path in {"", "/"} and urlsplit(head.url).path not in {"", "/"}
    except ValueError:
        return None
    return None if is_root and not urlsplit(link).query else link
