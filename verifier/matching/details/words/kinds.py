"""Things of one kind: the claim has the violin, the located sentence the cello."""

from collections.abc import Sequence

from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival, once
from verifier.matching.details.words.contraries import Contrary, rival_of
from verifier.matching.details.words.opposing import is_denied
from verifier.matching.kinds import KINDS, PERIODS, RANKS, RELATIVES
from verifier.matching.locate import Located

_EACH = frozenset(("a", "an", "per", "each", "every"))
_AWAY = frozenset(("before", "earlier", "later", "ago", "after", "old", "long"))
"""Words behind "a year" that make it a time that has passed, and no rate."""
_WITHIN = frozenset(("within", "in", "over", "for", "after", "half", "than", "of"))
"""Words before "a year" that make it a time, and no rate: "within a year"."""


def _read_contraries() -> dict[str, list[Contrary]]:
    """The things that each word rules out, for each kind that it belongs to."""
    out: dict[str, list[Contrary]] = {}
    rates = tuple(frozenset((_rate(period), *adverbs)) for period, adverbs in PERIODS.items())
    for kind in (*KINDS, rates):
        for thing in kind:
            others = frozenset().union(*kind) - thing
            for word in thing:
                out.setdefault(word, []).append(Contrary(thing, others, sided=True))
    adverbs = frozenset().union(*PERIODS.values())
    for thing in rates:
        for word in thing:  # "monthly" stands before what is paid, "a month" behind it
            out[word].append(Contrary(thing, adverbs - thing))
    for thing in RANKS:
        others = frozenset().union(*RANKS) - thing
        for word in thing:
            out.setdefault(word, []).append(Contrary(thing, others, sided=True, next_alike=True))
    relatives = frozenset().union(*(relative for pair in RELATIVES for side in pair for relative in side))
    for one, other in (sides for pair in RELATIVES for sides in (pair, pair[::-1])):
        for relative in one:
            others = relatives.difference(relative, *other)
            out |= {word: [Contrary(relative, others, sided=True, next_alike=True)] for word in relative}
    return out


def _rate(period: str) -> str:
    return f"per {period}"


_CONTRARIES = _read_contraries()


def other_kinds(located: Located) -> tuple[Rival, ...]:
    """Give the claim's words for which its own sentence has another thing of the kind beside the same words.

    Words with a capital are left to the checks of names, in the claim and in the source.
    """
    words = located.claim.words
    read = _read(located.claim.low)
    asked = [
        (at, contrary)
        for at, (word, plain) in enumerate(zip(words, read, strict=True))
        if not word.name
        for contrary in _CONTRARIES.get(plain, ())
    ]
    if not asked:
        return ()
    about = {i: _without_names(located, i) for i in own_sentences(located)}
    there = set().union(*about.values())
    terms = [w.term for w in words]
    found = []
    for at, contrary in asked:
        open_to = contrary._replace(others=(contrary.others & there).difference(read))
        rival = rival_of(located, at, open_to, about, denied=is_denied(terms, at)) if open_to.others else None
        if rival is not None:
            found.append(rival)
    return once(found)


def _without_names(located: Located, number: int) -> list[str]:
    """The words of a sentence as they are compared. Words with a capital within the sentence are left out."""
    words, read = located.source.words(number), _read(located.source.low(number))
    return [plain if not at or not words[at][0].isupper() else "" for at, plain in enumerate(read)]


def _read(words: Sequence[str]) -> list[str]:
    """Words in lower case, genitives ("master's") cut off and rates ("per day", "year on year") made one word."""
    low = [w.removesuffix("'s") for w in words]
    return [_rate(w) if w in PERIODS and _is_rate(low, at) else w for at, w in enumerate(low)]


def _is_rate(low: Sequence[str], at: int) -> bool:
    """Whether a period stands behind "a" or "each", or once more behind "on"."""
    before, behind = low[max(0, at - 2) : at], low[at + 1 : at + 2]
    timed = len(before) > 1 and before[0] in _WITHIN
    return before == [low[at], "on"] or (not _EACH.isdisjoint(before[-1:]) and _AWAY.isdisjoint(behind) and not timed)
