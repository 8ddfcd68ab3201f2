"""Claims: the words that a marker vouches for, with what is needed to judge them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from citations.document import Block, BlockKind, Document, Marker, Position, Sentence, Span
from citations.sentences import quoted_spans
from citations.wording import (
    CASELESS,
    DEMONSTRATIVE,
    ENTITLED,
    FIGURE,
    GOES_ON,
    HANGS,
    HEDGE,
    JOINED,
    LEAD,
    LEANS,
    NAME,
    NARRATED,
    OPINION,
    SAID_AFTER,
    SAID_BEFORE,
    TRANSLATED,
)

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})
_PROSE_CELL = 5
"""Words of a table's cell that make a statement; fewer are a value of its row and column."""
_SHORTEST_CLAUSE = 5
"""Words before a marker inside a sentence that can stand alone ("According to Smith[1], …" cannot)."""
_SHORTEST_REST = 3
"""Words that can stand alone where another clause is parted from them: by a marker before them, or by what joins it."""
_CONTEXT = 2
_MOST_SEMICOLONS = 20
"""Semicolons that are looked at before a marker; a list of more in brackets is no sentence."""
_BYLINE_WORDS = 12
"""Words of the longest line of authors' names."""
_SIGNED = re.compile(
    r"(?:^|(?<=[.!?…”\"»’'])\s)(?:--?|[–—―])\s?[^\W\d_a-z][^.!?…]{1,100}(?:\.[^\s.!?…][^.!?…]{0,40}){0,3}$"
)
"""The line below a quotation that says whose words it gives; one that ends like a sentence is speech of its own."""
_STOP_WITHIN = re.compile(r"[.!?…]\S{0,2}\s")
_SENTENCE_END = re.compile(r"[.!?…][”\"»’')\]]{0,2}$")
_COUNTED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s(?=\S)")
"""What counts a paragraph, as lists of plain texts do: "2. The", "(b) The"."""
_STRICT_WORDS = 5
_LONGEST_QUOTATION = 1500
"""Characters of a quotation set apart that is looked for as a whole, as of one in quotation marks."""
_MOST_PARAGRAPHS = 20
"""Paragraphs of a quotation set apart above which the words are looked for that announce it."""
_QUOTED_WORDS = 3


class ClaimKind(StrEnum):
    """What sort of statement a claim is; an opinion is judged too, but never called not-found."""

    FACT = "fact"
    QUOTATION = "quotation"
    FIGURE = "figure"
    HEDGED = "hedged"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks in a claim, without the marks; the span is of the claim's text.

    ``strict``: found word for word or not at all. Else it is scare quotes, a title or a probable translation,
    and a miss is at most information.
    """

    text: str
    start: int
    end: int
    strict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The words that one marker, or several adjacent ones, vouch for.

    ``id`` is stable for equal input ("c1" in reading order). ``text`` is a sentence or a clause of ``sentence``;
    ``span`` is its place in the sentence. ``perhaps_covered`` are the earlier sentences since the previous marker
    (never failed); ``context`` the two sentences before, oldest first; ``heading`` the nearest one above.
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
        quoting = _at_quotation(marker, blocks)
        by_block.setdefault(quoting.block, []).append(quoting)
    for number in sorted(by_block):
        block = blocks[number]
        if not _holds_claims(block):
            continue
        if _names_authors(block, by_block[number]):
            continue
        groups = _groups(by_block[number], block)
        for index in range(len(groups)):
            claim = _claim(blocks, number, groups, index)
            if claim is not None:
                claims.append(replace(claim, id=f"c{len(claims) + 1}", heading=headings[number]))
    return tuple(claims)


def sentence_at(block: Block, offset: int) -> Sentence | None:
    """Give the sentence that a marker at ``offset`` stands in or ends; the first one for a marker before all words."""
    if not block.sentences:
        return None
    index = bisect_left(block.sentences, max(offset, 1), key=_start_of) - 1
    return block.sentences[max(index, 0)]


def find_uncited(document: Document, blocks: Sequence[Block], claims: Iterable[Claim]) -> tuple[Sentence, ...]:
    """Give the sentences outside every claim and what it perhaps covers that say something to be looked up."""
    covered: dict[int, set[str]] = {}
    quotations: dict[int, list[str]] = {}
    for claim in claims:
        covered.setdefault(claim.block, set()).update((claim.sentence, *claim.perhaps_covered))
        if any(_STOP_WITHIN.search(quote.text) for quote in claim.quotes):
            quotations.setdefault(claim.block, []).append(claim.sentence)
    marked = {(marker.block, marker.offset) for marker in document.markers}
    return tuple(
        sentence
        for number, block in enumerate(blocks)
        if block.kind in _PROSE
        for sentence in block.sentences
        if sentence.text not in covered.get(number, ())
        and not any(sentence.text in quotation for quotation in quotations.get(number, ()))
        and (number, sentence.end) not in marked
        and is_checkable(sentence.text)
    )


def is_checkable(text: str) -> bool:
    """Whether a sentence holds a figure, a date, a quotation or a name inside it."""
    if FIGURE.search(text) or next(quoted_spans(text), None):
        return True
    return NAME.search(text, 1) is not None


def _index_from(block: Block, offset: int) -> int:
    """Give the index of the first sentence that begins at ``offset`` or behind it."""
    return bisect_left(block.sentences, offset, key=_start_of)


def _start_of(sentence: Sentence) -> int:
    return sentence.start


def _headings(blocks: Sequence[Block]) -> list[str]:
    """Give for each block the nearest heading above it."""
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
    return block.kind in _PROSE or block.kind is BlockKind.CAPTION


def _at_quotation(marker: Marker, blocks: Sequence[Block]) -> Marker:
    """Give a marker behind the name below a quotation as if it stood at the end of the quotation itself."""
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


def _is_name_below(text: str, quoted: str) -> bool:
    """Whether a line is the name below a quotation: behind a dash, or short and no sentence below one."""
    if _SIGNED.search(text):
        return True
    short = text[:1].isupper() and text.count(" ") < _BYLINE_WORDS
    return short and _SENTENCE_END.search(text) is None and _SENTENCE_END.search(quoted) is not None


def _names_authors(block: Block, markers: Sequence[Marker]) -> bool:
    """Whether a block is a line of names, whose stars lead to what is said of the authors."""
    words = block.text.rstrip(" .,").split()
    starred = not any(re.search(r"\w", marker.label) for marker in markers)
    return (
        starred and len(words) <= _BYLINE_WORDS and all(word[0].isupper() or len(word) <= len("and") for word in words)
    )


def _groups(markers: Sequence[Marker], block: Block) -> list[list[Marker]]:
    """Give the markers in groups that stand side by side, with nothing but blanks and points between them."""
    groups: list[list[Marker]] = []
    for marker in sorted(markers, key=lambda one: one.offset):
        if groups and not re.search(r"\w", block.text[groups[-1][-1].offset : marker.offset]):
            groups[-1].append(marker)
        else:
            groups.append([marker])
    return groups


@lru_cache(maxsize=8)
def _reading(text: str, *, quoted: bool) -> tuple[tuple[Quotation, ...], ClaimKind, bool]:
    """Give the quotations of a claim's text, its kind, and whether it needs its context; ``quoted``: it is one itself.

    Markers that share a sentence ask for the same text one after another; a thousand in one sentence stay fast.
    """
    quotes = find_quotations(text)
    if quoted and not any(2 * (quote.end - quote.start) > len(text) for quote in quotes):
        quotes = (Quotation(text=text, start=0, end=len(text), strict=text.count(" ") + 1 >= _STRICT_WORDS),)
    leans = LEANS.match(text) is not None or DEMONSTRATIVE.search(text) is not None
    return quotes, _kind(text, quotes), leans


def _claim(blocks: Sequence[Block], number: int, groups: Sequence[Sequence[Marker]], index: int) -> Claim | None:
    block, group = blocks[number], groups[index]
    previous = groups[index - 1][-1].offset if index else 0
    sentence = sentence_at(block, group[0].offset)
    if sentence is None:
        return None
    quoted = previous == 0 and _ends_block_quotation(blocks, number, group[0].offset)
    sentence = (
        _from_first(block, block.sentences[0], sentence) if quoted else _with_its_quotation(block, sentence, previous)
    )
    start, end = _clause(block.text, sentence, groups, index)
    counted = _COUNTED.match(block.text, start, end) if start == 0 else None
    start = counted.end() if counted else start
    text = block.text[start:end]
    quotes, kind, leans = _reading(text, quoted=quoted)
    earlier = block.sentences[_index_from(block, previous) : _index_from(block, sentence.start)]
    context = _before(blocks, number, sentence)
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
        context=context,
        perhaps_covered=tuple(one.text for one in earlier),
    )


def _with_its_quotation(block: Block, sentence: Sentence, previous: int) -> Sentence:
    """Give a sentence that begins within a quotation together with those from the quotation's beginning on.

    Half a quotation is not found word for word, and its last sentence alone is not what was said.
    """
    opened = next((start for start, end in _long_quotations(block.text) if start < sentence.start < end), None)
    first = None if opened is None or opened < previous else sentence_at(block, opened + 1)
    if first is None or first.start < previous:
        return sentence
    return _from_first(block, first, sentence)


def _from_first(block: Block, first: Sentence, last: Sentence) -> Sentence:
    """Give all sentences of a block from the first to the last as one."""
    return replace(first, text=block.text[first.start : last.end], end=last.end)


def _ends_block_quotation(blocks: Sequence[Block], number: int, offset: int) -> bool:
    """Whether a marker stands at the end of a quotation set apart, below words that announce it or above a name.

    Such a quotation needs no quotation marks, and the marker vouches for every word of it. What else is set apart may
    be a remark of the author's own.
    """
    block = blocks[number]
    if block.kind is not BlockKind.QUOTE or offset > _LONGEST_QUOTATION:
        return False
    signed = _SIGNED.search(block.text, offset) if offset < len(block.text) else None
    if re.search(r"\w", block.text[offset : signed.start() if signed else None]):
        return False
    before = blocks[max(number - _MOST_PARAGRAPHS, 0) : number]
    above = next((one.text for one in reversed(before) if one.kind is not BlockKind.QUOTE), "")
    below = blocks[number + 1] if number + 1 < len(blocks) else None
    named = below is not None and below.kind is BlockKind.QUOTE and _is_name_below(below.text, block.text)
    return signed is not None or named or above.endswith((":", "："))


@lru_cache(maxsize=8)
def _long_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The quotations of a text that may have several sentences; a straight single mark may be an apostrophe."""
    return tuple(span for span in quoted_spans(text) if text[span[0]] != "'")


def _clause(text: str, sentence: Sentence, groups: Sequence[Sequence[Marker]], index: int) -> tuple[int, int]:
    """Give the span that the markers vouch for: the sentence, or the clause before a marker inside it."""
    group = groups[index]
    offset = group[0].offset
    inside = sentence.start < offset < sentence.end and re.search(r"\w", text[offset : sentence.end]) is not None
    if inside and _names_who_says(text, group):
        return _said_behind(text, sentence, groups, index)
    previous = groups[index - 1][-1].offset if index else 0
    if previous > sentence.start and _names_who_says(text, groups[index - 1]):
        joined = _last_joint(text, previous, offset)
        previous = joined.end() if joined else 0
    start, end = max(sentence.start, previous), offset if inside else sentence.end
    if not inside and start == sentence.start and not CASELESS.search(text, start, end):
        return sentence.start, sentence.end
    start = _after_semicolon(text, start, max(end - 2, start))
    start = max([start, *(text.rfind(stop, start, max(end - 2, start)) + 1 for stop in "。！？")])
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    tail = text[start:end].rstrip(" ,;:–—-")
    apart = previous > sentence.start or (inside and JOINED.match(text, start + len(tail)) is not None)
    shortest = _SHORTEST_REST if apart else _SHORTEST_CLAUSE
    too_short = len(tail.split()) < shortest and not CASELESS.search(tail)
    if too_short or (inside and HANGS.search(tail)) or group[0].style == "inline-link":
        return sentence.start, sentence.end
    return start, start + len(tail)


def _names_who_says(text: str, group: Sequence[Marker]) -> bool:
    """Whether markers stand behind their authors' names in the text: "Smith (2001) holds", "Smith et al. [3]"."""
    return NARRATED.match(group[-1].raw) is not None or text[: group[-1].offset].endswith("et al.")


def _said_behind(text: str, sentence: Sentence, groups: Sequence[Sequence[Marker]], index: int) -> tuple[int, int]:
    """Give the clause that tells what the author says whom a marker stands behind; the sentence where it is not clear.

    What stands before such a marker is what somebody else says, and ends at the word that joins the two.
    """
    start, end, offset = sentence.start, sentence.end, groups[index][-1].offset
    previous = groups[index - 1][-1].offset if index else 0
    if previous > start:
        joint = _last_joint(text, previous, offset)
        start = joint.end() if joint else previous
    follows = groups[index + 1] if index + 1 < len(groups) else None
    if follows is not None and follows[0].offset < end:
        joint = _last_joint(text, offset, follows[0].offset)
        named = _names_who_says(text, follows)
        end = joint.start() if joint else sentence.start if named else follows[0].offset
    whole = text.count("“", start, end) == text.count("”", start, end) and text.count(" ", start, end) >= _SHORTEST_REST
    clear = whole and text[start].isupper() and GOES_ON.match(text, offset)
    return (start, end) if clear else (sentence.start, sentence.end)


def _last_joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the last place between two markers at which a clause is joined to the one before it."""
    return max(JOINED.finditer(text, start, end), key=re.Match.start, default=None)


def _after_semicolon(text: str, start: int, end: int) -> int:
    """Give where the last clause begins that a semicolon parts off, not counting those in brackets; else ``start``."""
    at = end
    for _ in range(_MOST_SEMICOLONS):
        at = text.rfind("; ", start, at)
        if at < 0:
            return start
        if text.count(")", at, end) <= text.count("(", at, end):
            return at + 1
    return start


def _before(blocks: Sequence[Block], number: int, sentence: Sentence) -> tuple[str, ...]:
    """Give the two sentences before, oldest first, not beyond the heading above."""
    index = _index_from(blocks[number], sentence.start)
    found = [one.text for one in blocks[number].sentences[max(index - _CONTEXT, 0) : index]]
    at = number - 1
    while len(found) < _CONTEXT and at >= 0 and blocks[at].kind is not BlockKind.HEADING:
        found = [one.text for one in blocks[at].sentences[len(found) - _CONTEXT :]] + found
        at -= 1
    return tuple(found)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Give the quotations in a claim's text."""
    found: list[Quotation] = []
    for start, end in quoted_spans(text):
        words = text[start + 1 : end - 1].strip().rstrip(",")
        if not re.search(r"\w", words):
            continue
        inner = start + 1 + len(text[start + 1 : end]) - len(text[start + 1 : end].lstrip())
        found.append(
            Quotation(text=words, start=inner, end=inner + len(words), strict=_is_strict(words, text, start, end))
        )
    return tuple(found)


def _is_strict(words: str, text: str, start: int, end: int) -> bool:
    """Whether the words must stand in the source: five or more, or two when said by someone; titles never."""
    count = len(words.split())
    before, after = text[max(start - 60, 0) : start], text[end : end + 40]
    if _is_title(words, before):
        return False
    if count >= _STRICT_WORDS or (CASELESS.search(words) and len(words) >= 3 * _STRICT_WORDS):
        return True
    if count == 1 or TRANSLATED.search(before):
        return False
    return SAID_BEFORE.search(before) is not None or SAID_AFTER.match(after) is not None


def _is_title(words: str, before: str) -> bool:
    """Whether quoted words are the title of a work: announced as one, or with capitals throughout."""
    if ENTITLED.search(before):
        return True
    long_words = re.findall(r"[^\W\d_]{4,}", words)
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 1 and capitals == len(long_words)


def _kind(text: str, quotes: Sequence[Quotation]) -> ClaimKind:
    """Give the first kind that fits: what can be looked up word for word or figure for figure goes first."""
    if any(quote.strict or len(quote.text.split()) >= _QUOTED_WORDS for quote in quotes):
        return ClaimKind.QUOTATION
    if FIGURE.search(text):
        return ClaimKind.FIGURE
    if OPINION.search(text):
        return ClaimKind.OPINION
    return ClaimKind.HEDGED if HEDGE.search(text) else ClaimKind.FACT
