"""Marks of notes within the sentences of a page: they are no words of theirs, and cut quotations in two.

At the end of a sentence or of a paragraph a mark cuts nothing, and stays.
"""

import re

from selectolax.lexbor import LexborNode

_MARK = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,5}|[*†‡§¶]{1,3}|[a-z]|\[[^\[\]]{1,24}\]")
"""Numbers, signs and letters, and what editors of an encyclopaedia say there: "[citation needed]"."""
_LINKED = re.compile(r"\[(?:\d{1,3}|[a-z]|note\d{1,2})\]")
_SENTENCE_ENDED = re.compile(r"[.!?…][)\]\"'”’»]{0,2}\s*\Z")
_PHRASE_ENDED = re.compile(r"[,;:)\]\"'”’»]\s*\Z")
_WORD_ENDED = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,40}\s*\Z")
"""A word that is no sign of a unit or of a quantity: these are short."""
_MEASURE = re.compile(r"(?:met(?:re|er)s?|mil(?:e|es)|feet|foot|inch(?:es)?|yards?)\s*\Z", re.IGNORECASE)

LONGEST_MARK = 40
"""Characters of a mark, and of the text before it, that are looked at."""


def is_note_mark(node: LexborNode, before: str) -> bool:
    """Whether a raised element or a link is the mark of a note within the sentence of which ``before`` is the text.

    A raised one that could be an exponent or an ordinal is none, unless it is linked to a place on the page. A link is
    one that is nothing but a number in brackets.
    """
    child, is_link = node.child, node.tag == "a"
    if child is None or node.next is None or (is_link and (child.next is not None or not child.is_text_node)):
        return False
    text, ends = "".join((node.text(deep=True) or "")[:LONGEST_MARK].split()), before[-LONGEST_MARK:]
    if not (_LINKED if is_link else _MARK).fullmatch(text) or _SENTENCE_ENDED.search(ends):
        return False
    if is_link or text.startswith("[") or _PHRASE_ENDED.search(ends) or node.css_first('a[href*="#"]') is not None:
        return True
    return not text.isalpha() and _WORD_ENDED.search(ends) is not None and not _MEASURE.search(ends)
