"""Claims put together: what each marker, or each group of adjacent markers, vouches for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from citations.claims.block_quotations import BYLINE_WORDS, at_quotation, ends_block_quotation
from citations.claims.clauses import clause_of
from citations.claims.kinds import ClaimKind, kind_of, needs_context
from citations.claims.quotations import STRICT_WORDS, Quotation, find_quotations, long_quotations
from citations.document import Block, BlockKind, Document, Marker, Position, Sentence, Span
from citations.sentences import sentence_at, sentence_index

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CAPTION})
_PROSE_CELL = 5
"""Words from which on the cell of a table makes a statement; a shorter one is a value of its row and column."""
_CONTEXT = 2
"""Sentences before a claim that are kept as its context."""
_COUNTED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s(?=\S)")
"""The number before a paragraph, as in lists of plain texts: "2. The", "(b) The"."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The words that one marker, or several adjacent ones, vouch for.

    ``id`` counts the claims in reading order ("c1"). ``text`` is ``sentence`` or a clause of it, ``span`` its place in
    the sentence. ``perhaps_covered`` are the earlier sentences since the previous marker, which the marker may cover
    too; they are never held against the article. ``context`` are the two sentences before, oldest first; ``heading``
    is the nearest heading above.
    """

    id: str
    labels: tuple[str, ...]
    text: str
    sentence: str
    span: Span
    position: Position
    block: int
    chapter: int = 0
    kind: ClaimKind = ClaimKind.FACT
    quotes: tuple[Quotation, ...] = ()
    needs_context: bool = False
    context: tuple[str, ...] = ()
    perhaps_covered: tuple[str, ...] = ()
    heading: str = ""


def find_claims(document: Document, blocks: Sequence[Block]) -> tuple[Claim, ...]:
    """Give the claims of a document in reading order; ``blocks`` are its blocks with their sentences filled in."""
    headings = _headings(blocks)
    claims: list[Claim] = []
    by_block: dict[int, list[Marker]] = {}
    for marker in document.markers:
        moved = at_quotation(marker, blocks)
        by_block.setdefault(moved.block, []).append(moved)
    for number, markers in sorted(by_block.items()):
        block = blocks[number]
        if not _holds_claims(block) or _names_authors(block, markers):
            continue
        groups = _groups(markers, block)
        for index in range(len(groups)):
            claim = _claim(blocks, number, groups, index)
            if claim is not None:
                claims.append(replace(claim, id=f"c{len(claims) + 1}", heading=headings[number]))
    return tuple(claims)


def _headings(blocks: Sequence[Block]) -> list[str]:
    """Give for each block the nearest heading above it, ``""`` where there is none."""
    latest = ""
    headings: list[str] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            latest = block.text
        headings.append(latest)
    return headings


def _holds_claims(block: Block) -> bool:
    if block.kind is BlockKind.CELL:
        return block.text.count(" ") + 1 >= _PROSE_CELL
    return block.kind in _PROSE


def _names_authors(block: Block, markers: Sequence[Marker]) -> bool:
    """Whether a block is a line of authors' names, whose stars lead to remarks about the authors."""
    if any(_WORD.search(marker.label) for marker in markers):
        return False
    words = block.text.rstrip(" .,").split()
    return len(words) <= BYLINE_WORDS and all(word[0].isupper() or len(word) <= len("and") for word in words)


def _groups(markers: Sequence[Marker], block: Block) -> list[list[Marker]]:
    """Give the markers in groups that have no word between them."""
    groups: list[list[Marker]] = []
    for marker in sorted(markers, key=lambda one: one.offset):
        if groups and not _WORD.search(block.text, groups[-1][-1].offset, marker.offset):
            groups[-1].append(marker)
        else:
            groups.append([marker])
    return groups


def _claim(blocks: Sequence[Block], number: int, groups: Sequence[Sequence[Marker]], index: int) -> Claim | None:
    """Give the claim of a group of markers, ``None`` in a block without sentences."""
    block, group = blocks[number], groups[index]
    previous = groups[index - 1][-1].offset if index else 0
    sentence = sentence_at(block, group[0].offset)
    if sentence is None:
        return None
    is_quotation = previous == 0 and ends_block_quotation(blocks, number, group[0].offset)
    if is_quotation:
        sentence = _from_first(block, block.sentences[0], sentence)
    else:
        sentence = _with_its_quotation(block, sentence, previous)
    start, end = clause_of(block.text, sentence, groups, index)
    counted = _COUNTED.match(block.text, start, end) if start == 0 else None
    start = counted.end() if counted else start
    text = block.text[start:end]
    quotes, kind, leans = _reading(text, is_quotation=is_quotation)
    earlier = block.sentences[sentence_index(block, previous) : sentence_index(block, sentence.start)]
    return Claim(
        id="",
        labels=tuple(dict.fromkeys(marker.label for marker in group)),
        text=text,
        sentence=sentence.text,
        span=Span(start=start - sentence.start, end=end - sentence.start),
        position=block.position_at(start),
        block=number,
        chapter=group[0].chapter,
        kind=kind,
        quotes=quotes,
        needs_context=leans,
        context=_before(blocks, number, sentence),
        perhaps_covered=tuple(one.text for one in earlier),
    )


@lru_cache(maxsize=8)
def _reading(text: str, *, is_quotation: bool) -> tuple[tuple[Quotation, ...], ClaimKind, bool]:
    """Give the quotations of a claim's text, its kind, and whether it needs its context.

    ``is_quotation``: the text is a quotation itself, set apart as a block. The cache serves the markers of one
    sentence, which ask for the same text one after another.
    """
    quotes = find_quotations(text)
    if is_quotation and not any(2 * (quote.end - quote.start) > len(text) for quote in quotes):
        quotes = (Quotation(text=text, start=0, end=len(text), strict=text.count(" ") + 1 >= STRICT_WORDS),)
    return quotes, kind_of(text, quotes), needs_context(text)


def _with_its_quotation(block: Block, sentence: Sentence, previous: int) -> Sentence:
    """Give a sentence that begins within a quotation together with the sentences from the quotation's beginning on.

    Half a quotation is not found word for word, and its last sentence alone is not what was said. ``previous`` is the
    offset of the marker before: nothing in front of it is taken.
    """
    quotations = long_quotations(block.text)
    index = bisect_left(quotations, (sentence.start, -1)) - 1
    if index < 0 or quotations[index][1] <= sentence.start or quotations[index][0] < previous:
        return sentence
    first = sentence_at(block, quotations[index][0] + 1)
    if first is None or first.start < previous:
        return sentence
    return _from_first(block, first, sentence)


def _from_first(block: Block, first: Sentence, last: Sentence) -> Sentence:
    """Give the sentences of a block from the first to the last as one sentence."""
    return replace(first, text=block.text[first.start : last.end], end=last.end)


def _before(blocks: Sequence[Block], number: int, sentence: Sentence) -> tuple[str, ...]:
    """Give the two sentences before one, oldest first, but none from above the nearest heading."""
    index = sentence_index(blocks[number], sentence.start)
    found = [one.text for one in blocks[number].sentences[max(index - _CONTEXT, 0) : index]]
    at = number - 1
    while len(found) < _CONTEXT and at >= 0 and blocks[at].kind is not BlockKind.HEADING:
        found = [one.text for one in blocks[at].sentences[len(found) - _CONTEXT :]] + found
        at -= 1
    return tuple(found)
