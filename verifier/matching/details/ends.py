"""From when or until when: "since 2010" is not what a source says that has "until 2010"."""

from collections.abc import Sequence

from verifier.matching.details.beside import own_sentences
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.terms import Term

REACH = 4
"""Words before a month or a year among which its "since" or "until" stands ("until the end of")."""
_FROM, _UNTIL = frozenset(("from", "since")), frozenset(("until", "till"))
_ENDS = _FROM | _UNTIL
_PARTS = frozenset(("the", "end", "beginning", "early", "mid", "late", "of", "spring", "summer", "autumn", "winter"))
"""Words that stand between: a part of the month or year, besides the number of a day."""


def other_ends(located: Located) -> tuple[Rival, ...]:
    """Give the "since" and "until" of the claim for which its own sentences have the contrary before the same time.

    A time that has the claim's own there, or neither, has none.
    """
    claim = located.claim
    if _ENDS.isdisjoint(claim.low):
        return ()
    ours = {i: at for at, w in enumerate(claim.words) if (i := _end(claim.low, at, w.term)) is not None}
    own = own_sentences(located) if ours else []
    out = []
    for i, at in ours.items():
        key, contrary = located.key(claim.words[at]), _UNTIL if claim.low[i] in _FROM else _FROM
        told = [
            (number, _end(located.source.low(number), place, term))
            for number in own
            for place, term in enumerate(located.source.terms(number))
            if term.key == key
        ]
        if told and all(place is not None and located.source.low(number)[place] in contrary for number, place in told):
            number, place = told[0]
            out.append(rival_at(claim.words[i], located.source.words(number), number, (place or 0,)))
    return tuple(out)


def _end(low: Sequence[str], at: int, time: Term) -> int | None:
    """Where the "since" or "until" before a month or a year stands, among words in lower case."""
    if time.kind != "month" and not looks_like_year(time.value):
        return None
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        if low[i] in _ENDS:
            return i
        if low[i] not in _PARTS and not low[i][0].isdigit():
            return None
    return None
