"""Finds when a page was published and changed: in data, meta elements, marks, its URL, near its title."""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.extraction.base import PartKind, Said
from verifier.extraction.head import Head
from verifier.extraction.json_ld import JsonObject, text_of
from verifier.extraction.page_dates import date_in_url, dates_in, read_date
from verifier.extraction.page_walk import Walked

_PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "citation_online_date",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "publicationdate", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc.created", "rnews:datepublished",
    "originalpublicationdate", "article_date_original", "bt:pubdate", "cxenseparse:recs:publishtime",
    "shareaholic:article_published_time", "og:published_time", "datecreated", "article.created", "date", "uploaddate",
    "last-published", "og:pubdate", "displaydate", "ptime",
)  # fmt: skip
_MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "og:article:modified_time", "article:modified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revision_date", "dateupdated",
)  # fmt: skip
_PUBLISHING = re.compile(r"publi[sc]|pubdate|issued|created|release|posted", re.IGNORECASE)
_NOT_PUBLISHING = re.compile(r"modif|updat|expir|publisher|verif|copyright|unpubl|public\b", re.IGNORECASE)
_MARKS = '[itemprop~="datePublished"],[itemprop~="dateCreated"],[property~="datePublished"],time[pubdate]'
_CLASSES = (
    '[class*="publish" i],[class*="pubdate" i],[class*="entry-date" i],[class*="post-date" i],[class*="date" i]'
    ',[class*="posted" i],[class*="byline" i],[class*="meta" i],[class*="time" i],[id*="date" i]'
)
_LABEL = re.compile(
    r"publi(?:shed|cation|é|cado|cata|cerad|ziert)|veröffentlicht|erschienen|posted|opublikowan|gepubliceerd|geplaatst"
    r"|datum|date\b|stand:|vom |fecha|data|pubblicato|erstellt|first published|created|released|am ",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|aktualisiert|modif|geändert|mis à jour|actualiz|aggiornat|bijgewerkt|revised", re.IGNORECASE
)

LONGEST_LINE = 120
"""Characters of a line that may be the one with the date; a longer one is prose that mentions one."""

LINES_AROUND = 12
"""Lines after the title in which a date is that of the page."""

MOST_MARKS = 60
"""Elements looked at for each way to mark a date."""

LONGEST_GUESSED = 400_000
"""Characters of a page that the last resort is given; it needs 10 ms for 100,000."""


def find_published(tree: LexborHTMLParser, head: Head, page: Walked, things: tuple[JsonObject, ...]) -> Said | None:
    """Give the date of publication by the surest source that has one."""
    ways: tuple[Callable[[], Iterator[Said]], ...] = (
        lambda: _of_json(things, ("datePublished",)),
        lambda: _of_metas(head, _PUBLISHED_METAS),
        lambda: _of_odd_metas(head),
        lambda: _of_nodes(tree.css(_MARKS)[:MOST_MARKS], page, head.language, "microdata"),
        lambda: _of_times(tree, page, head.language),
        lambda: _of_url(head),
        lambda: _of_json(things, ("dateCreated", "uploadDate")),
        lambda: _near_title(page, head.language),
        lambda: _of_nodes(tree.css(_CLASSES)[:MOST_MARKS], page, head.language, "text of a date element"),
        lambda: _labelled(page, head.language),
        lambda: _of_json(things, ("dateModified",)),
        lambda: _of_metas(head, _MODIFIED_METAS),
    )
    for way in ways:
        found = next(way(), None)
        if found is not None:
            return found
    return None


def find_modified(tree: LexborHTMLParser, head: Head, things: tuple[JsonObject, ...]) -> Said | None:
    """Give the date of the last change that the page declares."""
    del tree
    for way in (_of_json(things, ("dateModified",)), _of_metas(head, _MODIFIED_METAS)):
        found = next(way, None)
        if found is not None:
            return found
    return None


def _of_json(things: tuple[JsonObject, ...], keys: tuple[str, ...]) -> Iterator[Said]:
    for key in keys:
        for thing in things:
            found = read_date(text_of(thing.get(key)) or str(thing.get(key) or ""))
            if found:
                yield Said(value=found, source=f"JSON-LD {key}")


def _of_metas(head: Head, names: tuple[str, ...]) -> Iterator[Said]:
    for name in names:
        for content in head.metas.get(name, ())[:3]:
            found = read_date(content, head.language)
            if found:
                yield Said(value=found, source=f"meta {name}")


def _of_odd_metas(head: Head) -> Iterator[Said]:
    """Look at meta elements that nobody listed, by what their names speak of."""
    for name, contents in head.metas.items():
        if _PUBLISHING.search(name) and not _NOT_PUBLISHING.search(name) and len(contents[0]) <= LONGEST_LINE:
            found = read_date(contents[0], head.language)
            if found:
                yield Said(value=found, source=f"meta {name}")


def _of_nodes(nodes: list[LexborNode], page: Walked, language: str, source: str) -> Iterator[Said]:
    for node in nodes:
        if _is_elsewhere(page, node):
            continue
        found = _date_of(node, language)
        if found:
            yield Said(value=found, source=source)


def _date_of(node: LexborNode, language: str) -> str | None:
    attributes = node.attributes
    for name in ("datetime", "content", "title", "data-timestamp", "data-date"):
        found = read_date(attributes.get(name) or "", language)
        if found:
            return found
    text = (node.text(deep=True, separator=" ") or "").strip()
    if len(text) > LONGEST_LINE or (_UPDATED.search(text) and not _LABEL.search(text)):
        return None
    return read_date(text, language)


def _of_times(tree: LexborHTMLParser, page: Walked, language: str) -> Iterator[Said]:
    """Look at time elements outside of comments and teasers, those called published before those called updated."""
    nodes = [
        node for node in tree.css("time,abbr.published,abbr.updated")[:MOST_MARKS] if not _is_elsewhere(page, node)
    ]
    later = []
    for node in nodes:
        found = _date_of(node, language)
        if not found:
            continue
        around = f"{node.attributes.get('class') or ''} {node.attributes.get('itemprop') or ''}"
        if _UPDATED.search(around):
            later.append(found)
        else:
            yield Said(value=found, source="time element")
    yield from (Said(value=found, source="time element") for found in later)


def _of_url(head: Head) -> Iterator[Said]:
    canonical = head.link("canonical") or ""
    for url in (head.url, canonical):
        found = date_in_url(url)
        if found:
            yield Said(value=found, source="URL")


def _near_title(page: Walked, language: str) -> Iterator[Said]:
    """Look at the short lines around the first heading."""
    at = next((index for index, line in enumerate(page.lines) if line.level == 1), None)
    if at is None:
        return
    nearby = page.lines[at : at + LINES_AROUND] + page.lines[max(0, at - 4) : at]
    for line in nearby:
        if len(line.text) <= LONGEST_LINE and not _UPDATED.search(line.text):
            for found in dates_in(line.text, language):
                yield Said(value=found, source="line by the title")


def _labelled(page: Walked, language: str) -> Iterator[Said]:
    for line in page.lines[:2_000]:
        if len(line.text) <= LONGEST_LINE and line.box.kind in {None, PartKind.NOTICE} and _LABEL.search(line.text):
            found = read_date(line.text, language)
            if found:
                yield Said(value=found, source="line with a date")


def _is_elsewhere(page: Walked, node: LexborNode) -> bool:
    """Say whether an element lies in comments or among related pages, whose dates are their own."""
    box = page.box_of(node)
    while box.parent is not None:
        if box.kind in {PartKind.COMMENTS, PartKind.RELATED, PartKind.NAVIGATION} and not box.main:
            return True
        box = box.parent
    return False
