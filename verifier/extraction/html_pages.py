"""Reads web pages: the whole text in labelled parts, what the page says about itself, and signs of walls."""

import re
from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from verifier.extraction.base import Part, PartKind, Reader, SourceText, count_words
from verifier.extraction.charset import decode
from verifier.extraction.head import Head, read_head
from verifier.extraction.json_ld import lines_of
from verifier.extraction.labelling import label_lines
from verifier.extraction.markup_limits import limit_markup
from verifier.extraction.page_data import read_page_data
from verifier.extraction.page_signs import read_signs
from verifier.extraction.page_walk import Walked, walk
from verifier.extraction.scaled_tables import write_scales
from verifier.extraction.sniffing import SNIFFED, binary_type, is_damaged, looks_like_html

_SHADOW_TREE = re.compile(r"<template\s(?=[^>]{0,200}shadowroot)", re.IGNORECASE)

_SELF_CLOSED = re.compile(
    r"<(?:script|style|title|textarea|iframe|noscript|noembed|noframes|template|select|xmp)\b[^<>]{0,500}/>",
    re.IGNORECASE,
)
"""Elements that XML ends at once, while HTML takes all that follows for their content."""
_CDATA = re.compile(r"(?:<(?:script|style)\b[^<>]{0,500}>|//|/\*)\s{0,99}<!\[CDATA\[|(<!\[CDATA\[)", re.IGNORECASE)
"""In the group: text that HTML takes for a comment. Around scripts it is only the custom of careful writers."""

LEAST_KEPT = 0.9
"""Share of the text that reading XML as XML must keep: broken XML may end early, and is then read as HTML after all."""

UNSAFE = "unsafe markup: entity declarations"


def _accepts(body: bytes, content_type: str) -> bool:
    """Whether these bytes open with markup, or are called HTML and hold some."""
    if looks_like_html(body):
        return not is_damaged(body)
    named = any(word in content_type.lower() for word in ("html", "xml"))
    return named and b"<" in body and binary_type(body) is None


def _read(body: bytes, url: str, content_type: str) -> SourceText:
    """Give the text, its parts and the page data."""
    decoded = decode(body, content_type)
    tree, page = _parsed(_shown(decoded.text, body), is_xml=_is_xml(decoded.text, content_type))
    head = read_head(tree, url, page.declared)
    labels = label_lines(page)
    declared = list(_declared_body(head))
    text, parts = _assemble(page, labels, head, declared)
    return SourceText(
        text=text,
        kind="html",
        parts=parts,
        data=read_page_data(tree, head, page),
        signs=read_signs(head, _main_words(page, labels, declared)),
        problem=UNSAFE if b"<!ENTITY" in body[:4_096] else None,
        encoding=decoded.encoding,
    )


def _is_xml(markup: str, content_type: str) -> bool:
    return "xml" in content_type.lower() or markup[:SNIFFED].lstrip("\ufeff \t\r\n").startswith("<?xml")


def _parsed(markup: str, *, is_xml: bool) -> tuple[LexborHTMLParser, Walked]:
    """Give the tree and the lines of a page, mended where the fast parser finds no text or would fall into a trap."""
    limited = limit_markup(markup)
    tree, page = _fast(limited)
    trapped = is_xml and (any(_CDATA.findall(limited)) or _SELF_CLOSED.search(limited) is not None)
    if page.lines and not trapped:
        return tree, page
    from verifier.extraction.tolerant import mended  # noqa: PLC0415 - slow to import and seldom needed

    mended_tree, mended_page = _fast(limit_markup(mended(limited, is_xml=is_xml)))
    if _size(mended_page) > (LEAST_KEPT * _size(page) if trapped else 0):
        return mended_tree, mended_page
    return tree, page


def _fast(markup: str) -> tuple[LexborHTMLParser, Walked]:
    """Give the tree and the lines of markup, both empty where the parser gives up."""
    try:
        tree = LexborHTMLParser(markup)
    except (SelectolaxError, UnicodeError):
        tree = LexborHTMLParser("")
    write_scales(tree)
    return tree, walk(tree)


def _size(page: Walked) -> int:
    return sum(len(line.text) for line in page.lines)


def _shown(markup: str, body: bytes) -> str:
    """Give the markup with shadow trees as plain elements: browsers show them, a parser keeps them out of the tree.

    The bytes that it was decoded from are asked first, as they are searched faster.
    """
    if b"\x00" in body:
        markup = markup.replace("\x00", "")
    elif b"shadowroot" not in body:
        return markup
    return _SHADOW_TREE.sub("<div ", markup) if "shadowroot" in markup else markup


def _assemble(page: Walked, labels: list[PartKind], head: Head, declared: list[str]) -> tuple[str, tuple[Part, ...]]:
    """Join title, lines and what only the head says, with a line end between; equal neighbours are one part."""
    lines = [(head.title, PartKind.TITLE)] if head.title else []
    lines.extend((line.text, label) for line, label in zip(page.lines, labels, strict=True))
    shown = {line.text for line in page.lines}
    extra = [text for text in _declared_lines(head, declared) if text not in shown]
    lines.extend((text, PartKind.METADATA) for text in extra)
    parts: list[Part] = []
    start = at = 0
    current = lines[0][1] if lines else PartKind.MAIN
    for text, label in lines:
        if label is not current:
            parts.append(Part(start=start, end=at - 1, kind=current))
            start, current = at, label
        at += len(text) + 1
    if lines:
        parts.append(Part(start=start, end=at - 1, kind=current))
    return "\n".join(text for text, _ in lines), tuple(parts)


def _declared_lines(head: Head, body: list[str]) -> list[str]:
    lines = [value for name in ("description", "og:description") for value in head.metas.get(name, ())[:1]]
    return list(dict.fromkeys([*lines, *body]))


def _declared_body(head: Head) -> Iterator[str]:
    """Yield the lines of the article that the head has."""
    return chain.from_iterable(lines_of(thing.get("articleBody")) for thing in head.objects)


def _main_words(page: Walked, labels: list[PartKind], body: list[str]) -> int:
    """Count the words of the main text, or of the article that only the head has, whichever is more."""
    main = (line.text for line, label in zip(page.lines, labels, strict=True) if label is PartKind.MAIN)
    return max(sum(map(count_words, lines)) for lines in (main, body))


READER = Reader(accepts=_accepts, read=_read)
