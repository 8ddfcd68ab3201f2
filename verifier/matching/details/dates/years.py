"""Finds years of the claim that the page has only for something else, or that its list of years lacks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from verifier.matching.details.dates.retold_years import RELATIVE_YEAR, in_short
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.rounding import is_year

_LATER = re.compile(r"(?:In )?(?:[Tt]he )?([Ff]ollowing|[Nn]ext|[Aa] year later|[Oo]ne year later)\b(?: year)?")
"""What opens a sentence about the year after the one named before."""
_LIST_GAP = 2
"""Two years of one list are less than this many words apart, not counting "and" and "or" ("1961, 2000, and 2001")."""


def other_years(located: Located) -> tuple[Rival, ...]:
    """Give the years of the claim that the page has for something else, or that a list of the page lacks."""
    return (*_longer_lists(located), *_stray_years(located), *_years_before(located))


def _longer_lists(located: Located) -> Iterator[Rival]:
    """The one year of a list that the source lacks, if a sentence of the place has all the others."""
    words = [w for w in located.claim.words if w.surface not in ("and", "or")]
    years = [i for i, w in enumerate(words) if is_year(w)]
    listed = {i for a, b in pairwise(years) if b - a < _LIST_GAP for i in (a, b)}
    gone = [words[i] for i in sorted(listed) if words[i].term.key in located.gone]
    absent = [w for w in gone if not in_short(located, w)]
    others = {words[i].term.key for i in listed} - {w.term.key for w in absent}
    if len(absent) != 1 or not others:
        return
    for number in located.place:
        terms = tuple(t for t in located.source.line(number) if t.key in others)
        if others <= {t.key for t in terms}:
            yield Rival(word=absent[0], terms=terms, sentence=number)
            return


def _stray_years(located: Located) -> Iterator[Rival]:
    """Years that the page has only where it says nothing else of the claim, while the best sentence has another year.

    Not if the best sentence speaks of "this year" or the like: its year is then the page's own.
    """
    best = located.best(SAYS_IT)
    if best is None:
        return
    said = {w.term.key for w in located.claim.content}
    for word in located.claim.content:
        bit, key = located.bits[word.term.key], word.term.key
        if not is_year(word) or key in located.gone or located.masks[best] & bit:
            continue
        others = tuple(t for t in located.source.line(best) if t.key not in said and looks_like_year(t.value))
        stray = all(mask == bit for mask in located.masks if mask & bit)
        if others and stray and not RELATIVE_YEAR.search(located.source.sentence(best).lower()):
            beside = any(mask & bit for mask in located.masks[max(0, best - 1) : best + 2])
            yield Rival(word=word, terms=others[:1], sentence=best, sure=not beside)


def _years_before(located: Located) -> Iterator[Rival]:
    """A year of the sentence before the best one, which opens with "the following year"."""
    best = located.best(SAYS_IT)
    opening = _LATER.match(located.source.sentence(best)) if best else None
    if best is None or opening is None:
        return
    before, own = located.masks[best - 1], located.masks[best]
    for word in located.claim.content:
        bit = located.bits[word.term.key]
        if is_year(word) and before & bit and not own & bit:
            places = located.source.places(best, *opening.span(1))
            yield rival_at(word, located.source.words(best), best, places, sure=False)
