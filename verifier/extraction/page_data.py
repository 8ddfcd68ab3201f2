"""What a page says about itself: title, authors, site, dates, each with the place that said it."""

from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from verifier.extraction.base import PageData, Said
from verifier.extraction.bylines import find_authors
from verifier.extraction.head import Head
from verifier.extraction.json_ld import JsonObject, about_page, text_of
from verifier.extraction.page_walk import Walked
from verifier.extraction.publication import find_modified, find_published
from verifier.extraction.titles import LONGEST, find_titles

_SITE_METAS = (
    "og:site_name",
    "citation_journal_title",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
)


def read_page_data(tree: LexborHTMLParser, head: Head, page: Walked) -> PageData:
    """Give what the page says about itself."""
    things = about_page(head.objects)
    site = _site_name(head, things)
    return PageData(
        titles=find_titles(head, page, things, site.value if site else ""),
        authors=find_authors(tree, head, page, things),
        site_name=site,
        published=find_published(tree, head, page, things),
        modified=find_modified(head, things),
        canonical_url=_canonical(head),
        language=head.language or None,
    )


def _site_name(head: Head, things: tuple[JsonObject, ...]) -> Said | None:
    meta = head.meta("og:site_name", "citation_journal_title")
    if meta:
        return Said(value=meta[1][:LONGEST], source=f"meta {meta[0]}")
    for thing in things:
        for key in ("publisher", "sourceOrganization"):
            name = text_of(thing.get(key)) if isinstance(thing.get(key), (dict, str)) else ""
            if name and not name.startswith("http"):
                return Said(value=name[:LONGEST], source=f"JSON-LD {key}")
    for thing in head.objects:
        if "website" in {name.lower() for name in (thing.get("@type"),) if isinstance(name, str)}:
            name = text_of(thing.get("name"))
            if name:
                return Said(value=name[:LONGEST], source="JSON-LD WebSite")
    meta = head.meta(*_SITE_METAS)
    return Said(value=meta[1][:LONGEST], source=f"meta {meta[0]}") if meta else None


def _canonical(head: Head) -> str | None:
    """Give the canonical address, unless it is the root of the site: that is a mistake of its template."""
    link = head.link("canonical")
    if link is None:
        meta = head.meta("og:url")
        link = meta[1] if meta and meta[1].startswith(("http://", "https://")) else None
    if link is None:
        return None
    try:
        is_root = urlsplit(link).path in {"", "/"} and urlsplit(head.url).path not in {"", "/"}
    except ValueError:
        return None
    return None if is_root and not urlsplit(link).query else link
