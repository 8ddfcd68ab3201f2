"""Sentences without a marker that say something to be looked up."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from citations.claims.finding import Claim
from citations.claims.kinds import FIGURE
from citations.document import Block, BlockKind, Document, Sentence
from citations.sentences import quoted_spans, start_of

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})
_STOP_WITHIN = re.compile(r"[.!?…]\S{0,2}\s")
_NAME = re.compile(r"(?<![.!?:]\s)(?<=[\w,;]\s)[A-ZÀ-ÖØ-ÞА-Я][^\W\d_]{2,}")
"""A word with a capital letter in the middle of a sentence."""


def find_uncited(document: Document, blocks: Sequence[Block], claims: Iterable[Claim]) -> tuple[Sentence, ...]:
    """Give the checkable sentences that no claim covers, not even perhaps, and that no marker ends."""
    covered: dict[int, set[str]] = {}
    searched: dict[int, int] = {}
    for claim in claims:
        texts = covered.setdefault(claim.block, set())
        texts.update((claim.sentence, *claim.perhaps_covered))
        if any(_STOP_WITHIN.search(quote.text) for quote in claim.quotes):
            block = blocks[claim.block]
            start = max(block.text.find(claim.sentence, searched.get(claim.block, 0)), 0)
            searched[claim.block] = start
            texts.update(_sentences_between(block, start, start + len(claim.sentence)))
    marked = {(marker.block, marker.offset) for marker in document.markers}
    return tuple(
        sentence
        for number, block in enumerate(blocks)
        if block.kind in _PROSE
        for sentence in block.sentences
        if sentence.text not in covered.get(number, ())
        and (number, sentence.end) not in marked
        and is_checkable(sentence.text)
    )


def is_checkable(text: str) -> bool:
    """Whether a sentence holds a figure, a quotation, or a name that is not its first word."""
    if FIGURE.search(text) or next(quoted_spans(text), None):
        return True
    return _NAME.search(text, 1) is not None


def _sentences_between(block: Block, start: int, end: int) -> Iterator[str]:
    """Yield the sentences between two offsets of a block: a claim with a long quotation may hold several."""
    for index in range(bisect_left(block.sentences, start, key=start_of), len(block.sentences)):
        if block.sentences[index].end > end:
            return
        yield block.sentences[index].text
