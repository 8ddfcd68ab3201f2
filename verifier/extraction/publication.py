"""Finds when a page was published and changed: in data, meta elements, marks, its URL, near its title."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.extraction.base import PartKind, Said
from verifier.extraction.head import Head
from verifier.extraction.json_ld import JsonObject, text_of
from verifier.extraction.page_dates import date_in_url, dates_in, find_date_place, read_date
from verifier.extraction.page_walk import Walked

_LOOSE_METAS = ("dc.date", "dcterms.date", "date", "uploaddate", "ms.date")
"""Fields that hold another day as often as the day of publication: they are asked after surer ones."""

_MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "og:article:modified_time", "article:modified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revision_date", "dateupdated",
)  # fmt: skip
_PUBLISHING = re.compile(
    r"publi[sc]|pub-?date|issued|created|release|posted|citation_(?:online_)?date|sailthru\.date|displaydate|ptime",
    re.IGNORECASE,
)
"""Parts of the names of meta elements that give the day of publication; there are dozens of such names."""
_NOT_PUBLISHING = re.compile(r"modif|updat|expir|publisher|verif|copyright|unpubl|public\b", re.IGNORECASE)
_MARKS = '[itemprop~="datePublished"],[itemprop~="dateCreated"],[property~="datePublished"],time[pubdate]'
_CLASSES = (
    '[class*="publi" i],[class*="fecha" i],[class*="datum" i],[class*="date" i]'
    ',[class*="posted" i],[class*="byline" i],[class*="meta" i],[class*="time" i],[id*="date" i]'
)
_LABEL = re.compile(
    r"(?:(?:first |originally |article )?published(?: on| at| in)?|posted(?: on)?|written|mis en ligne(?: le)?|paru le"
    r"|publi(?:é|ée|cado|cada)(?: le| el| em)?|veröffentlicht(?: am)?|erschienen(?: am)?|erstellt(?: am)?|vom|stand"
    r"|pubblicat[oa](?: il)?|notizia del|gepubliceerd(?: op)?|geplaatst(?: op)?|publicerad|publisert|udgivet"
    r"|opublikowan[oa]|data publikacji|publication date|date of publication|date published|release date|опубликовано"
    r"|yayınlanma(?: tarihi)?|\A(?:datum|date|fecha|data))\s{0,3}:?\s{0,3}\Z",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|aktualisiert|modif|geändert|mis à jour|actualiz|aggiornat|bijgewerkt|revised", re.IGNORECASE
)

LONGEST_LINE = 120
"""Characters of a line that may be the one with the date; a longer one is prose that mentions one."""

SENTENCE_WORDS = 12
"""Words of a line with a full stop from which it is prose: "By Ann Falk, published on 3 May 2024." has fewer."""

LINES_AROUND = 12
"""Lines after the title in which a date is that of the page."""

MOST_LINES = 1_500
"""Lines of a page that are searched for a date."""

DATELINE_SHARE = 0.4
"""Share of a line that its date makes up, from which the line is there for the date."""

MOST_DATELINES = 3
"""Different days in such lines up to which a page is taken for an article and not for a list."""

MOST_MARKS = 60
"""Elements looked at for each way to mark a date."""


def find_published(tree: LexborHTMLParser, head: Head, page: Walked, things: tuple[JsonObject, ...]) -> Said | None:
    """Give the date of publication by the surest source that has one."""
    ways: tuple[Callable[[], Iterator[Said]], ...] = (
        lambda: _of_json(things, ("datePublished",)),
        lambda: _of_metas(head, ("article:published_time",)),
        lambda: _of_nodes(tree.css(_MARKS)[:MOST_MARKS], page, head.language, "microdata"),
        lambda: _of_publishing_metas(head),
        lambda: _labelled(page, head.language),
        lambda: _of_times(tree, page, head.language),
        lambda: _of_url(head),
        lambda: _of_metas(head, _LOOSE_METAS),
        lambda: _of_json(things, ("dateCreated", "uploadDate")),
        lambda: _near_title(page, head),
        lambda: _of_nodes(tree.css(_CLASSES)[:MOST_MARKS], page, head.language, "text of a date element"),
        lambda: _of_datelines(page, head.language),
        lambda: _of_json(things, ("dateModified",)),
        lambda: _of_metas(head, _MODIFIED_METAS),
    )
    found = next((said for way in ways for said in way()), None)
    return None if found is None else _as_local_day(found, head)


def _as_local_day(found: Said, head: Head) -> Said:
    """Give the day that the URL names instead of one beside it: a moment near midnight was written in another zone."""
    in_url = date_in_url(head.url)
    if in_url is None or in_url == found.value or len(found.value) < len(in_url):
        return found
    apart = abs((date.fromisoformat(in_url) - date.fromisoformat(found.value)).days)
    return Said(value=in_url, source="URL") if apart == 1 else found


def find_modified(head: Head, things: tuple[JsonObject, ...]) -> Said | None:
    """Give the date of the last change that the page declares."""
    for way in (_of_json(things, ("dateModified",)), _of_metas(head, _MODIFIED_METAS)):
        found = next(way, None)
        if found is not None:
            return found
    return None


def _of_json(things: tuple[JsonObject, ...], keys: tuple[str, ...]) -> Iterator[Said]:
    for key in keys:
        for thing in things:
            value = thing.get(key)
            found = read_date(str(value) if isinstance(value, (int, float)) else text_of(value))
            if found:
                yield Said(value=found, source=f"JSON-LD {key}")


def _of_metas(head: Head, names: tuple[str, ...]) -> Iterator[Said]:
    for name in names:
        for content in head.metas.get(name, ())[:3]:
            found = read_date(content, head.language)
            if found:
                yield Said(value=found, source=f"meta {name}")


def _of_publishing_metas(head: Head) -> Iterator[Said]:
    for name, contents in head.metas.items():
        if _PUBLISHING.search(name) and not _NOT_PUBLISHING.search(name) and len(contents[0]) <= LONGEST_LINE:
            found = read_date(contents[0], head.language)
            if found:
                yield Said(value=found, source=f"meta {name}")


def _of_nodes(nodes: list[LexborNode], page: Walked, language: str, source: str) -> Iterator[Said]:
    for node in nodes:
        if page.is_elsewhere(node):
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
    return read_date(_before_update(text), language) if len(text) <= LONGEST_LINE else None


def _of_times(tree: LexborHTMLParser, page: Walked, language: str) -> Iterator[Said]:
    """Look at time elements outside of comments and teasers, those called published before those called updated."""
    nodes = [node for node in tree.css("time,abbr.published,abbr.updated")[:MOST_MARKS] if not page.is_elsewhere(node)]
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


def _near_title(page: Walked, head: Head) -> Iterator[Said]:
    """Look at the short lines around the heading that the title element repeats, else the first heading."""
    headings = [index for index, line in enumerate(page.lines) if line.level and line.box.kind is None]
    if not headings:
        return
    at = next((index for index in headings if page.lines[index].text in head.title), headings[0])
    for line in page.lines[at : at + LINES_AROUND] + page.lines[max(0, at - 4) : at]:
        if len(line.text) <= LONGEST_LINE and not _is_sentence(line.text):
            for found in dates_in(_before_update(line.text), head.language):
                yield Said(value=found, source="line by the title")


def _is_sentence(text: str) -> bool:
    """Whether a line tells something, and only mentions a date: "The harbour was closed on 3 May 2024 for a week."."""
    return text.endswith(".") and len(text.split()) >= SENTENCE_WORDS


def _before_update(text: str) -> str:
    """Give what a line says before it speaks of a later change."""
    update = _UPDATED.search(text)
    return text[: update.start()] if update else text


def _labelled(page: Walked, language: str) -> Iterator[Said]:
    """Look for a date right behind a word such as "published", on the same line or on the next one."""
    label = False
    for line in page.lines[:MOST_LINES]:
        if len(line.text) > LONGEST_LINE or line.box.kind not in {None, PartKind.NOTICE}:
            label = False
            continue
        place = find_date_place(line.text)
        if place is not None and ((label and place[0] == 0) or _LABEL.search(line.text[: place[0]])):
            found = read_date(line.text[place[0] :], language)
            if found:
                yield Said(value=found, source="line with a label")
        label = place is None and _LABEL.search(line.text) is not None


def _of_datelines(page: Walked, language: str) -> Iterator[Said]:
    """Look for lines that are little more than a date. A page with several different ones is a list."""
    found: list[str] = []
    for line in page.lines[:MOST_LINES]:
        if len(line.text) > LONGEST_LINE or line.box.kind is not None:
            continue
        place = find_date_place(line.text)
        if place is not None and place[1] - place[0] >= DATELINE_SHARE * len(line.text):
            day = read_date(line.text, language)
            if day:
                found.append(day)
    if len(set(found)) <= MOST_DATELINES:
        yield from (Said(value=day, source="dateline") for day in found)
