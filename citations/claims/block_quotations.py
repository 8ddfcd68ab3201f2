"""Quotations that are set apart as blocks of their own, with the line below them that names their author."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citations.document import Block, BlockKind, Marker

BYLINE_WORDS = 12
"""Words of the longest line of authors' names."""
_SIGNED = re.compile(
    r"(?:^|(?<=[.!?…”\"»’'])\s)(?:--?|[–—―])\s?[^\W\d_a-z][^.!?…]{1,100}(?:\.[^\s.!?…][^.!?…]{0,40}){0,3}$"
)
"""The line below a quotation that names its author, behind a dash. A line that ends like a sentence is speech."""
_SENTENCE_END = re.compile(r"[.!?…][”\"»’')\]]{0,2}$")
_LONGEST_QUOTATION = 1500
"""Characters of the longest block quotation that is looked for as a whole, as of one in quotation marks."""
_MOST_PARAGRAPHS = 20
"""Paragraphs of a block quotation above which the words that announce it are looked for."""
_WORD = re.compile(r"\w")


def at_quotation(marker: Marker, blocks: Sequence[Block]) -> Marker:
    """Give the marker; one behind the author's name below a quotation is moved to the end of the quotation."""
    block = blocks[marker.block]
    if block.kind is not BlockKind.QUOTE or marker.offset < len(block.text):
        return marker
    signed = _SIGNED.search(block.text)
    if signed is not None and signed.start():
        return replace(marker, offset=signed.start())
    above = blocks[marker.block - 1] if marker.block else None
    if above is None or above.kind is not BlockKind.QUOTE or not _is_name_below(block.text, above.text):
        return marker
    return replace(marker, block=marker.block - 1, offset=len(above.text))


def ends_block_quotation(blocks: Sequence[Block], number: int, offset: int) -> bool:
    """Whether a marker at ``offset`` of a block ends a block quotation: one that is announced above or signed below.

    Such a quotation has no quotation marks, and its marker vouches for every word of it. A block that is neither
    announced nor signed may be a remark by the article's own author.
    """
    block = blocks[number]
    if block.kind is not BlockKind.QUOTE or offset > _LONGEST_QUOTATION:
        return False
    signed = _SIGNED.search(block.text, offset) if offset < len(block.text) else None
    if _WORD.search(block.text, offset, signed.start() if signed else len(block.text)):
        return False
    before = blocks[max(number - _MOST_PARAGRAPHS, 0) : number]
    above = next((one.text for one in reversed(before) if one.kind is not BlockKind.QUOTE), "")
    below = blocks[number + 1] if number + 1 < len(blocks) else None
    named = below is not None and below.kind is BlockKind.QUOTE and _is_name_below(below.text, block.text)
    return signed is not None or named or above.endswith((":", "："))


def _is_name_below(text: str, quoted: str) -> bool:
    """Whether a line below a quotation names its author: behind a dash, or a few words that make no sentence."""
    if _SIGNED.search(text):
        return True
    short = text[:1].isupper() and text.count(" ") < BYLINE_WORDS
    return short and _SENTENCE_END.search(text) is None and _SENTENCE_END.search(quoted) is not None
