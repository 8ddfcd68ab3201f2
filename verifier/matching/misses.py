"""Builds the misses that people read: what the claim has, what the source has instead, and where."""

from collections.abc import Iterator
from itertools import pairwise

from verifier.matching.base import Miss, MissKind
from verifier.matching.claim_words import ClaimWord
from verifier.matching.details import Details
from verifier.matching.details.dates.days import is_date
from verifier.matching.details.figures.retold import has_in_digits
from verifier.matching.details.quotations import Found, other_words
from verifier.matching.details.rivals import Denial, Rival, once
from verifier.matching.locate import Located
from verifier.matching.numbers import spelled_numbers
from verifier.matching.terms import WORD, term_of

MORE_THAN_CHANCE = 2
"""Words that a chosen sentence must add to count as a place of the claim. With one, worse words were named."""


def sharp_misses(located: Located, details: Details) -> tuple[Miss, ...]:
    """Give the misses of figures, names, negation, direction and quotations, in the claim's order.

    Each word is named once, with what the source has instead if there is anything.
    """
    rivals = once((*details.turned, *details.doubted, *details.replaced))
    against = {r.word.start for r in rivals}
    lost = (*_figure_misses(located, details), *_name_misses(located, details))
    found = [m for m in lost if m.found is not None or m.start not in against]
    found += [_denial_miss(located, d) for d in details.denials]
    for rival in rivals:
        kind = _figure_kind(located, rival.word) if rival.word.figure else MissKind.WORD
        found.append(_rival_miss(located, rival, kind))
    found += [_quote_miss(located, q) for q in details.altered]
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def word_misses(located: Located, details: Details, known: tuple[Miss, ...]) -> tuple[Miss, ...]:
    """Give the other words of the claim that its place lacks, without the known misses.

    The place has a word if the best window has it, or a chosen sentence that adds further words too: a single word may
    stand there by chance. A figure that the source gives in another way is no miss.
    """
    taken = {m.start for m in known} | _told(located, details)
    placed = _placed(located)
    seen: set[str] = set()
    out = []
    for word in located.claim.content:
        key = word.term.key
        if not located.bits[key] & placed and word.start not in taken and key not in seen:
            seen.add(key)
            kind = MissKind.NAME if word.name else _figure_kind(located, word) if word.figure else MissKind.WORD
            out.append(_miss(word, kind, elsewhere=key not in located.gone))
    return tuple(out)


def _told(located: Located, details: Details) -> set[int]:
    """The offsets of figures that the source gives in another way, including all words of "three hundred".

    A year that only the page's own date gives stays a miss, since a reader has to work it out.
    """
    lost = {w.term.key for w in (*details.lost, *details.counts)}
    words = located.claim.words
    gone = (w for w in words if w.figure and w.term.key in located.gone and w.term.key not in lost)
    told = {w.start for w in gone if not is_date(located, w)}
    in_letters = any(w.figure and w.surface[0].isalpha() for w in words)
    for start, end, value in spelled_numbers(located.claim.text) if in_letters else ():
        if has_in_digits(located, value):
            told.update(w.start for w in words if start <= w.start < end)
    return told


def _placed(located: Located) -> int:
    """The mask of the claim's terms that its place has."""
    placed = 0
    for mask in located.masks[located.window[0] : located.window[1]]:
        placed |= mask
    for number in located.chosen:
        more = located.masks[number] & ~placed
        if more.bit_count() >= MORE_THAN_CHANCE:
            placed |= more
    return placed


def _miss(word: ClaimWord, kind: MissKind, *, elsewhere: bool = False) -> Miss:
    return Miss(kind=kind, text=word.surface, start=word.start, end=word.end, elsewhere=elsewhere)


def _figure_kind(located: Located, word: ClaimWord) -> MissKind:
    return MissKind.DATE if is_date(located, word) else MissKind.NUMBER


def _figure_misses(located: Located, details: Details) -> Iterator[Miss]:
    rivals = {r.word.term.key: r for r in details.rivals}
    for rival in details.rivals:
        yield _rival_miss(located, rival, _figure_kind(located, rival.word))
    for word in details.lost:
        if word.term.key not in rivals:
            yield _miss(word, _figure_kind(located, word))


def _name_misses(located: Located, details: Details) -> Iterator[Miss]:
    rivals = once((*details.slots, *details.exchanged))
    named = {rival.word.term.key for rival in rivals}
    for rival in rivals:
        yield _rival_miss(located, rival, MissKind.NAME)
    for word in details.strangers:
        if word.term.key not in named:
            yield _miss(word, MissKind.NAME)


def _rival_miss(located: Located, rival: Rival, kind: MissKind) -> Miss:
    word = rival.word
    keys = {t.key for t in rival.terms}
    first, _ = located.source.spans[rival.sentence]
    sentence = located.source.sentence(rival.sentence)
    words = list(WORD.finditer(sentence))
    named = [words[i] for i in rival.places] if rival.places else [m for m in words if term_of(m[0]).key in keys]
    spans = [m.span() for m in named]
    if not spans:
        return _miss(word, kind)
    passage = located.source.passage(first + spans[0][0], first + spans[-1][1])
    apart = any(WORD.search(sentence, one[1], other[0]) for one, other in pairwise(spans))
    folded = located.source.folded.text
    text = " … ".join(folded[first + a : first + b] for a, b in spans[:4]) if apart else passage.text
    return Miss(
        kind=kind,
        text=word.surface,
        start=word.start,
        end=word.end,
        found=text,
        found_start=passage.start,
        found_end=passage.end,
        aligned=True,
        elsewhere=word.term.key not in located.gone,
        aspect=rival.aspect,
    )


def _denial_miss(located: Located, denial: Denial) -> Miss:
    word = denial.word
    passage = located.source.passage(*located.source.spans[denial.sentence])
    negation = next((w for w in located.source.words(denial.sentence) if term_of(w).kind == "negation"), None)
    return Miss(
        kind=MissKind.NEGATION,
        text=word.surface,
        start=word.start,
        end=word.end,
        found=None if denial.in_claim else negation,
        found_start=passage.start,
        found_end=passage.end,
        aligned=True,
    )


def _quote_miss(located: Located, found: Found) -> Miss:
    """The words that differ, if the source has nearly the same quotation; else the whole quotation."""
    quote = found.quote
    if found.span is None:
        return Miss(kind=MissKind.QUOTE, text=quote.text, start=quote.start, end=quote.end)
    ours, theirs = other_words(found)
    passage = located.source.passage(*found.span)
    return Miss(
        kind=MissKind.QUOTE,
        text=" ".join(ours) or quote.text,
        start=quote.start,
        end=quote.end,
        found=" ".join(theirs) if theirs and ours else passage.text,
        found_start=passage.start,
        found_end=passage.end,
        aligned=True,
    )
