"""Figures and dates, one by one: which the source lacks, and which it has otherwise in the same place."""

import re
from dataclasses import dataclass
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year, rounds_to, same_sort, spelled, spelled_numbers
from verifier.matching.terms import Term, TermKind
from verifier.matching.vocabulary import HEDGES

RELATIVE_YEAR = re.compile(
    r"\b(?:last|this|next|following|previous|same|that) year\b"
    r"|\b(?:a|one) year (?:later|earlier|before|after)\b|\byear-on-year\b"
)
LARGEST_COUNT = 10
"""A number in letters up to this may count what a source lists without a number."""
NEARLY_AS_MUCH = 0.45
"""Share of the rival's sentence's coverage from which a sentence with the claim's own figure speaks for the claim."""
_LIST_GAP = 2
"""Words that may stand between two figures of one list ("1961, 2000, and 2001")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """What the source has where the claim has ``word``: ``terms`` in sentence ``sentence``."""

    word: ClaimWord
    terms: tuple[Term, ...]
    sentence: int


def lost_figures(located: Located) -> tuple[tuple[ClaimWord, ...], tuple[ClaimWord, ...]]:
    """Give the figures of the claim that the source has in no form: the sharp ones, and small counts in letters.

    A count such as "two reasons" is no sharp miss: a source that lists does not count.
    """
    content = located.claim.content
    lost = {
        word.term.key: word
        for at, word in enumerate(content)
        if word.figure and word.term.key in located.gone and not _otherwise(located, content, at)
    }
    sharp = tuple(w for w in lost.values() if not _counts_a_list(w))
    return sharp, tuple(w for w in lost.values() if _counts_a_list(w))


def _counts_a_list(word: ClaimWord) -> bool:
    return word.surface.isalpha() and (word.term.value or 0) <= LARGEST_COUNT


def _otherwise(located: Located, content: tuple[ClaimWord, ...], at: int) -> bool:
    """Whether the source says the figure in other words: spelled out, as a range, or as a year told by another."""
    word, value = content[at], content[at].term.value or 0.0
    source = located.source
    if _written_otherwise(located, word):
        return True
    if looks_like_year(value):
        return _year_otherwise(located, int(value)) or _year_of_month(located, content, at)
    if _rounded(located, word):
        return True
    before = content[at - 1].term.value if at and word.glued else None
    if before is not None and looks_like_year(before) and value < 100:  # noqa: PLR2004 - the second year of 2018-19
        year = before // 100 * 100 + value
        return f"#{year:g}" in located.bits or str(int(year)) in source.folded.text
    return False


def _written_otherwise(located: Located, word: ClaimWord) -> bool:
    """Whether the source has in letters what the claim has in digits, or the other way round ("two hundred", 200)."""
    if any(form in located.source.lowered for form in spelled(word.term.value or 0.0)):
        return True
    if not word.surface[0].isalpha():
        return False
    for start, end, value in spelled_numbers(located.claim.text):
        if start <= word.start < end:
            return not located.source.vocabulary.isdisjoint((f"{value:.0f}", f"{value:,.0f}"))
    return False


def _rounded(located: Located, word: ClaimWord) -> bool:
    """Whether a figure of the place is the claim's before it was rounded, or two are a range about it."""
    rough, hedged = word.term.value or 0.0, roughly(located, word)
    lines = [located.line(i) for i in located.place]
    exact = (t.value for line in lines for t in line if t.value is not None and t.value != rough)
    if any(rounds_to(value, rough, hedged=hedged) for value in exact):
        return True
    return hedged and any((a.value or rough) < rough < (b.value or 0.0) for line in lines for a, b in pairwise(line))


def _year_otherwise(located: Located, year: int) -> bool:
    if f"{year % 100:02d}" in located.source.short_years:
        return True
    if not located.source.vocabulary.isdisjoint((str(year - 1), str(year + 1))):
        return any(RELATIVE_YEAR.search(located.source.sentence(i).lower()) for i in located.place)
    return False


def _year_of_month(located: Located, content: tuple[ClaimWord, ...], at: int) -> bool:
    """Whether a source of about that time gives the month before a year alone: news leaves the year to its date."""
    month = content[at - 1] if at and content[at].glued else None
    if month is None or month.term.kind is not TermKind.MONTH:
        return False
    year, key = int(content[at].term.value or 0), month.term.key
    if located.source.vocabulary.isdisjoint((str(year - 1), str(year + 1))):
        return False
    around = [
        line[max(0, i - 2) : i + 3]
        for line in (located.line(number) for number in located.place)
        for i, term in enumerate(line)
        if term.key == key
    ]
    return bool(around) and not any(looks_like_year(t.value or 0) for line in around for t in line)


def rival_figures(located: Located) -> tuple[Rival, ...]:
    """Give figures whose neighbouring word has another figure of the same sort, and not this one, in the place."""
    content = located.claim.content
    if not any(w.figure for w in content):
        return ()
    beside = _figures_beside(located)
    mine = {w.term.key for w in content}
    out: dict[str, Rival] = {}
    for at, word in enumerate(content):
        if not word.figure:
            continue
        found: dict[str, tuple[Term, int]] = {}
        for side, other in _neighbours(content, at):
            found.update(beside.get((side, located.key(other)), {}))
        day = _is_day(content, at)
        stated = located.key(word) in found or _written_otherwise(located, word) or _rounded(located, word)
        rival = None if stated else _rival(located, word, found, mine, day=day)
        if rival is not None and (day or not _stated_better(located, rival)):
            out[word.term.key] = rival
    return (*out.values(), *_other_lists(located, out))


def _rival(
    located: Located, word: ClaimWord, found: dict[str, tuple[Term, int]], mine: set[str], *, day: bool
) -> Rival | None:
    """The figure of the same sort in the sentence that covers most of the claim: days with days, years with years."""
    value = word.term.value or 0.0
    others = []
    for key, (term, number) in found.items():
        other = term.value or 0.0
        alike = same_sort(other, value) and (looks_like_year(value) or day == _is_day_in(located.line(number), term))
        if key not in mine and alike and not rounds_to(other, value, hedged=True):
            others.append((term, number))
    if not others:
        return None
    term, number = max(others, key=lambda one: located.coverage[one[1]])
    return Rival(word=word, terms=(term,), sentence=number)


def _is_day_in(line: list[Term], term: Term) -> bool:
    """Whether a figure of a sentence stands beside a month, or in a range that does."""
    at = line.index(term)
    return any(t.kind is TermKind.MONTH for t in (*line[max(0, at - 1) : at], *line[at + 1 : at + 3]))


def _stated_better(located: Located, rival: Rival) -> bool:
    """Whether a sentence that covers nearly as much of the claim has the claim's own figure."""
    bit = located.bits[rival.word.term.key]
    least = NEARLY_AS_MUCH * located.coverage[rival.sentence]
    if rival.word.surface.isalpha():  # a small count stands in any date, so the figure itself says nothing
        least += located.weight(bit)
    return any(located.masks[i] & bit and located.coverage[i] >= least for i in located.place)


def _is_day(content: tuple[ClaimWord, ...], at: int) -> bool:
    return any(w.term.kind is TermKind.MONTH for w in content[max(0, at - 1) : at + 2])


def _neighbours(content: tuple[ClaimWord, ...], at: int) -> list[tuple[int, ClaimWord]]:
    """The words that touch a figure, with the side they stand on (0: before it)."""
    word = content[at]
    sides = [(0, content[at - 1])] if at and word.glued else []
    if at + 1 < len(content) and content[at + 1].glued:
        sides.append((1, content[at + 1]))
    return [(side, other) for side, other in sides if other.term.value is None]


def _figures_beside(located: Located) -> dict[tuple[int, str], dict[str, tuple[Term, int]]]:
    """The figures before (1) and after (0) each word of the place."""
    beside: dict[tuple[int, str], dict[str, tuple[Term, int]]] = {}
    for number in located.place:
        line = located.line(number)
        for one, other in (*pairwise(line), *_ranges(line)):
            if other.value is not None:
                beside.setdefault((0, one.key), {}).setdefault(other.key, (other, number))
            if one.value is not None:
                beside.setdefault((1, other.key), {}).setdefault(one.key, (one, number))
    return beside


def _ranges(line: list[Term]) -> list[tuple[Term, Term]]:
    """The first figure of a range of days with the month after it: 17 of "17-18 June"."""
    return [
        (one, month)
        for one, other, month in zip(line, line[1:], line[2:], strict=False)
        if month.kind is TermKind.MONTH and one.value is not None and other.value is not None
    ]


def _other_lists(located: Located, known: dict[str, Rival]) -> list[Rival]:
    """Lists of years of which the source has all but one, in one sentence: it names others, or fewer."""
    words = [w for w in located.claim.words if w.surface not in ("and", "or")]
    years = [i for i, w in enumerate(words) if w.figure and looks_like_year(w.term.value or 0)]
    listed = {i for a, b in pairwise(years) if b - a < _LIST_GAP for i in (a, b)}
    absent = [words[i] for i in sorted(listed) if words[i].term.key in located.gone and words[i].term.key not in known]
    others = {words[i].term.key for i in listed} - {w.term.key for w in absent}
    if len(absent) != 1 or not others:
        return []
    for number in located.place:
        terms = tuple(t for t in located.line(number) if t.key in others)
        if others <= {t.key for t in terms}:
            return [Rival(word=absent[0], terms=terms, sentence=number)]
    return []


def is_date(located: Located, word: ClaimWord) -> bool:
    """Whether a figure is a part of a date: a year, or a day beside a month."""
    if looks_like_year(word.term.value or 0):
        return True
    content = located.claim.content
    at = next((i for i, w in enumerate(content) if w.start == word.start), 0)
    around = content[max(0, at - 1) : at + 2]
    return any(w.term.kind is TermKind.MONTH for w in around)


def roughly(located: Located, word: ClaimWord) -> bool:
    """Whether the claim says of a figure that it is meant roughly ("about", "more than")."""
    before = [w for w in located.claim.words if w.end <= word.start][-2:]
    return any(w.surface.lower() in HEDGES for w in before)
