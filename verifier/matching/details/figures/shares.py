"""Finds shares that one side gives in per cent and the other as a fraction, as two counts, or as the rest of others."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.fractions import WHOLE, shares
from verifier.matching.details.figures.measures import PERCENT
from verifier.matching.details.figures.reckoned import figures_of
from verifier.matching.locate import Located
from verifier.matching.opposites import FALLING
from verifier.matching.rounding import hedge_of, may_be_share

WITHIN = 1.0
"""Percentage points by which a share may differ from its fraction: a third is 33 or 34 per cent."""

_LESS = FALLING | frozenset(("less", "lower", "fewer", "smaller", "off"))
"""Words of a claim that tells of a fall."""
_REST = re.compile(r"\b(?:rest|remainder|remaining|others|other half)\b")
"""A word for what is left."""


def told_as_fraction(located: Located, at: int) -> bool:
    """Whether the place has the claim's share in per cent as a fraction ("two fifths", "one in five", 0.4).

    If the claim tells of a fall, also as the fraction that is left: "a fifth of the price" for "80 per cent less".
    """
    content = located.claim.content
    if PERCENT not in (w.term.key for w in content[at + 1 : at + 2]):
        return False
    value = content[at].term.value
    if not _LESS.isdisjoint(located.claim.low) and any(
        _is_fraction_of(located, i, WHOLE - value) for i in located.place
    ):
        return True
    decimal = f"#{value / 100:.12g}" if value < WHOLE else ""
    return any(
        decimal in located.source.keys(i)
        or any(abs(share - value) < WITHIN for _, _, share in shares(located.source.sentence(i)))
        for i in located.place
    )


def told_as_rest(located: Located, at: int) -> bool:
    """Whether the place has the claim's share in per cent as the rest of others: 30 per cent if another pays 70."""
    content = located.claim.content
    if PERCENT not in (w.term.key for w in content[at + 1 : at + 2]):
        return False
    return any(_is_rest(located, i, content[at].term.value) for i in located.place)


def tells_rest(text: str) -> bool:
    """Whether a text speaks of a rest ("the remaining")."""
    return _REST.search(text.lower()) is not None


def _is_fraction_of(located: Located, number: int, share: float) -> bool:
    """Whether a sentence has a share (in per cent) as a fraction of something: 20 for "a fifth of the price"."""
    low = located.source.sentence(number).lower()
    return any(abs(told - share) < WITHIN and low.startswith(" of ", end) for _, end, told in shares(low))


def _is_rest(located: Located, number: int, share: float) -> bool:
    """Whether a sentence speaks of a rest, and a share (in per cent) is what one or all of its shares leave."""
    others = [figure.value for figure, unit in pairwise(located.source.line(number)) if unit.key == PERCENT]
    rests = {WHOLE - other for other in (*others, sum(others))}
    return share in rests and tells_rest(located.source.sentence(number))


def told_in_per_cent(located: Located, word: ClaimWord) -> bool:
    """Whether the place has the claim's fraction, of which the figure is a part, in per cent or as two counts.

    "Seven in ten" may be 71 per cent, and "a third" may be 14,000 of 40,000.
    """
    hedge = hedge_of(located.claim, word)
    said = [share for start, end, share in shares(located.claim.text) if start <= word.start < end]
    return any(
        may_be_share(exact, share, hedge) for share in said for i in located.place for exact in shares_in(located, i)
    )


def shares_in(located: Located, number: int) -> Iterator[float]:
    """Yield the shares of a sentence in per cent: in words, in figures, and one count as a share of another."""
    yield from (share for _, _, share in shares(located.source.sentence(number)))
    for figure, unit in pairwise(located.source.line(number)):
        if figure.kind == "number" and unit.key == PERCENT:
            yield figure.value
    for pair in combinations((figure.value for figure in figures_of(located, number)), 2):
        yield WHOLE * min(pair) / max(pair)
