"""Tells the note marks within the paragraphs of a page, which are left out: they would cut quotations in two.

A mark at the end of a paragraph cuts nothing, and stays.
"""

import re

from selectolax.lexbor import LexborNode

_MARK = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,5}|[*†‡§¶]{1,3}|[a-z]|\[[^\[\]]{1,24}\]")
"""Numbers, signs and letters, and what editors of an encyclopaedia say there: "[citation needed]"."""
_LINKED = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d{1,2})\]")
_PHRASE_ENDED = re.compile(r"[.!?…,;:)\]\"'”’»]\s*\Z")
_WORD_ENDED = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,40}\s*\Z")
"""A word that is no sign of a unit or of a quantity: these are short."""
_MEASURE = re.compile(r"(?:met(?:re|er)s?|mil(?:e|es)|feet|foot|inch(?:es)?|yards?)\s*\Z", re.IGNORECASE)

LONGEST_MARK = 40
"""Characters of the text before a mark that are looked at."""

MOST_NODES = 30
"""Nodes of a short text that are looked at, absent ones included: the mark of an encyclopaedia has seven."""

LONGEST_PIECE = 120
"""Characters of one node of a short text."""


def is_linked_mark(link: LexborNode) -> bool:
    """Whether a link is nothing but a number in brackets, in the midst of a paragraph."""
    child = link.child
    if child is None or child.next is not None or link.next is None:
        return False
    text = child.text_content
    return text is not None and _LINKED.fullmatch(text) is not None


def is_raised_mark(raised: LexborNode, before: str) -> bool:
    """Whether a raised element is the mark of a note in the midst of a paragraph, behind the text ``before``.

    What could be an exponent or an ordinal is none, unless it is linked to a place on the page.
    """
    text, ends = "".join(short_text(raised).split()), before[-LONGEST_MARK:]
    if raised.next is None or not _MARK.fullmatch(text):
        return False
    if text.startswith("[") or _PHRASE_ENDED.search(ends) or raised.css_first('a[href*="#"]') is not None:
        return True
    return not text.isalpha() and _WORD_ENDED.search(ends) is not None and not _MEASURE.search(ends)


def short_text(element: LexborNode) -> str:
    """Give the text of an element of a few nodes, ``""`` of a larger one, which is no mark and no figure."""
    text, is_whole = _first_nodes(element)
    return text if is_whole else ""


def opening_text(element: LexborNode) -> str:
    """Give the text of the first few nodes of an element: elements may be nested, each around the whole page."""
    return _first_nodes(element)[0]


def _first_nodes(element: LexborNode) -> tuple[str, bool]:
    """Give the text of the first ``MOST_NODES`` nodes of an element, and whether it has no more."""
    text, waiting = "", [element.child]
    for _ in range(MOST_NODES):
        node = waiting.pop() if waiting else None
        if node is not None:
            text += (node.text_content or "")[:LONGEST_PIECE] if node.is_text_node else ""
            waiting += [node.next, node.child]
    return text, not any(waiting)
