"""Quotations: a source has them word for word, or not at all. Edits that are usual in quoting are allowed for."""

import re
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz

from citations.claims import Quotation
from verifier.matching.folding import letters
from verifier.matching.source import SourceIndex
from verifier.matching.terms import WORD, term_of
from verifier.matching.vocabulary import REPORTING

NEAR = 70.0
"""Percent (partial_ratio) from which a passage is nearly the quotation. Quotations with one word edited score over
80."""
MOST_FUZZY = 2_000_000
"""Characters of a source in which a near quotation is searched at all; the exact search has no such limit."""
LONGEST_FUZZY = 1_000
"""Characters of a quotation that are compared if it does not stand in the source word for word."""
END, LEAST_AROUND = 24, 20
"""Characters of each end of a quotation that are aligned again, and around the end that was found, or a quarter of the
quotation: it was aligned as a whole, which lets an end that is told otherwise run on."""
END_LIKENESS = 60.0
"""Percent: rapidfuzz's ratio from which such an end is taken for the same."""
MOST_COMPARED = 300_000
"""Words compared at most to find the place of a quotation. Without it, one word repeated all over would take minutes.
A place beyond it stays unknown."""

MOST_TAGS = 500
"""How many speakers named within quotations of a source are looked at."""

_GAP = re.compile(r"\s*(?:\.\s?\.\s?\.|…|\[[^\]]{0,80}\])\s*")
_TAG = re.compile(r"(?<=[,.?!-])([\"']) (?P<tag>[^\"]{3,160}?)[,.:]? \1(?=\w)")
"""What names the speaker between two parts of a quotation."""
_GAP_OF_WORDS = re.compile(r"[\W_]+")
_CHANGED_LETTER = re.compile(r"\[(\w)\](?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A quotation in the source.

    ``exact``: word for word; ``span``: its place in the folded text, else the nearest one, ``None`` where none is
    known; ``text``: what stands there.
    """

    quote: Quotation
    exact: bool
    span: tuple[int, int] | None = None
    text: str = ""


def is_whole(claim: str, quotes: tuple[Quotation, ...]) -> bool:
    """Whether the claim is one quotation and nothing else."""
    if len(quotes) != 1:
        return False
    rest = claim[: quotes[0].start] + claim[quotes[0].end :]
    return not any(c.isalnum() for c in rest)


def find_quotation(quote: Quotation, source: SourceIndex) -> Found:
    """Look for a quotation word for word, each part between ``…`` and ``[ ]`` in order, else for the nearest place."""
    pieces = _pieces(quote.text)
    if not _in_order(pieces, source.letters) and len(pieces) == 1:
        pieces = _halves(pieces[0].split(), source) or pieces
    if _in_order(pieces, source.letters):
        span = _place(pieces, source)
        text = source.folded.text[span[0] : span[1]] if span else ""
        return Found(quote=quote, exact=True, span=span, text=text)
    return _nearest(quote, source)


def _pieces(quote: str) -> list[str]:
    parts = _GAP.split(_CHANGED_LETTER.sub(r"\1", quote))
    return [p for part in parts if (p := letters(part)).strip()]


def _halves(words: list[str], source: SourceIndex) -> list[str]:
    """The two parts of a quotation between which the source says who speaks, where it has one on each side of that."""
    text = source.folded.text
    for tag in islice(_TAG.finditer(text), MOST_TAGS):
        if REPORTING.isdisjoint(w.lower() for w in WORD.findall(tag["tag"])):
            continue
        ahead = letters(text[max(0, tag.start() - LONGEST_FUZZY) : tag.start()])
        behind = letters(text[tag.end() : tag.end() + LONGEST_FUZZY])
        for at in range(1, len(words)):
            first, last = f" {' '.join(words[:at])} ", f" {' '.join(words[at:])} "
            if ahead.endswith(first) and behind.startswith(last):
                return [first, last]
    return []


def _in_order(pieces: list[str], text: str) -> bool:
    at = 0
    for piece in pieces:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece) - 1
    return True


def _place(pieces: list[str], source: SourceIndex) -> tuple[int, int] | None:
    """Where the first to the last piece stand in the folded text."""
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        found = _find_words(piece.split(), source.lowered, spans[-1][1] if spans else 0)
        if found is None:
            break
        spans.append(found)
    return (spans[0][0], spans[-1][1]) if spans else None


def _find_words(words: list[str], text: str, at: int) -> tuple[int, int] | None:
    """Where whole words stand one after the other, with no letters between them.

    By hand, since a pattern made for each quotation would take longer to build than to search for.
    """
    start, compared = text.find(words[0], at), 0
    while start >= 0 and compared < MOST_COMPARED:
        end = start + len(words[0])
        for word in words[1:]:
            compared += 1
            gap = _GAP_OF_WORDS.match(text, end)
            if gap is None or not text.startswith(word, gap.end()):
                break
            end = gap.end() + len(word)
        else:
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                return start, end
        start = text.find(words[0], start + 1)
    return None


def _nearest(quote: Quotation, source: SourceIndex) -> Found:
    """The place most like the quotation, its ends set to whole words."""
    text = source.lowered
    query = letters(quote.text[:LONGEST_FUZZY]).strip()
    if not query or len(text) > MOST_FUZZY:
        return Found(quote=quote, exact=False)
    found = fuzz.partial_ratio_alignment(query, text, score_cutoff=NEAR)
    if found is None:
        return Found(quote=quote, exact=False)
    start, end = _refined(query, text, found.dest_start, found.dest_end)
    return Found(quote=quote, exact=False, span=(start, end), text=source.folded.text[start:end].strip())


def _refined(query: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Align the first and the last characters again, near the ends that were found, and go to the ends of words."""
    if len(query) >= 2 * END:
        pad = max(LEAST_AROUND, len(query) // 4)
        low, high = max(0, start - pad), max(0, end - END - pad)
        first = fuzz.partial_ratio_alignment(query[:END], text[low : start + END + pad], score_cutoff=END_LIKENESS)
        last = fuzz.partial_ratio_alignment(query[-END:], text[high : end + pad], score_cutoff=END_LIKENESS)
        new = (low + first.dest_start if first else start, high + last.dest_end if last else end)
        start, end = new if new[1] > new[0] else (start, end)
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def other_words(found: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words that only the quotation has and those that only the source has in its place, as written."""
    ours = [w for w in WORD.findall(found.quote.text) if w[0].isalnum()]
    theirs = [w for w in WORD.findall(found.text) if w[0].isalnum()]
    our_keys, their_keys = {_key(w) for w in ours}, {_key(w) for w in theirs}
    return tuple(w for w in ours if _key(w) not in their_keys), tuple(w for w in theirs if _key(w) not in our_keys)


def _key(word: str) -> str:
    term = term_of(word)
    return term.key if term.kind == "number" else word.lower()
