"""A "not" of the claim that states no denial: "not only", "not until", "if not". The source need not have it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.clauses import CLAUSE_END
from verifier.matching.locate import Located
from verifier.matching.terms import term_of
from verifier.matching.vocabulary import (
    ARTICLES,
    DENYING_VERBS,
    HEDGES_ABOVE,
    HEDGES_BELOW,
    NOT_DENYING_NEXT,
    ONLY_THEN,
    POSSESSIVES,
    UNDONE,
    listed,
)

SUPPOSING = 8
"""Words before a "not" among which its clause may open with "if", and words after it among which its "until"
stands."""
PARTLY_WITHIN = 4
"""Words behind a "not" among which stands what leaves something to be so ("not be cut off entirely")."""
COMPARED_WITHIN = 4
"""Words after a "none" among which its comparison stands."""

ALONE_WITHIN = 3
"""Words before a "not" among which the "alone" stands that it denies ("the schools alone will not")."""

_BUT_OR_END = re.compile(r"(?: (?:[\w'%$€£-]|[.,]\d){1,40}){1,8} but\b|[,;:.?!)]|$")
_ALONE = re.compile(r"\balone\b")
_PARTLY = frozenset(("quite", "all", "every", "always", "entirely", "fully", "wholly", "easily", "so"))
"""Words behind a "not" that leave something to be so: the rest, or less of it."""
_COMPARING = frozenset(
    listed("more less fewer other else better worse higher lower larger smaller older later earlier"),
)
"""Words that compare, after which "no" or "none" denies less than all: "no more than two", "nothing else"."""
_BOUNDING = HEDGES_ABOVE | HEDGES_BELOW | _COMPARING
"""Words that make a bound with the "than" behind them."""
_SUPPOSING = frozenset(("if", "unless", "whether", "why"))
THAN = "than"
_TO, _LEST = "to", frozenset(("as", "order"))
"""Words around a "not to" that only tells what is to be kept from ("so as not to wake him")."""
_NO_VERBS = ARTICLES | POSSESSIVES | {"to"}
"""Words behind "would have" that make it no past ("would have to")."""
_NOTHING = frozenset(("nothing", "none", "nobody", "nowhere"))
_OF_NONE = _NOTHING | {"no", "never"}

_SO_MUCH = ("so", "much")
_EXCEEDING = frozenset(("exceed", "exceeded", "exceeding", "surpass", "surpassed"))


def denies_nothing(located: Located, at: int, denied: ClaimWord) -> bool:
    """Whether a "not" states no denial that a source would have to have.

    "Not only", "not so much a town as a port", "or not", "not since May", "so as not to", "nothing but a well".
    """
    words = located.claim.low
    following = words[at + 1] if at + 1 < len(words) else ""
    return (
        (following in NOT_DENYING_NEXT and following != _TO)
        or (following == _TO and (words[max(0, at - 1)] in _LEST or not located.bits[denied.term.key] & located.here))
        or following in {"but", "since"}
        or words[at + 1 : at + 3] == _SO_MUCH
        or words[max(0, at - 1)] == "or"
        or (words[at] in _OF_NONE and not _COMPARING.isdisjoint(words[at + 1 : at + 1 + COMPARED_WITHIN]))
        or _is_superlative(located, at)
        or _turns_back(located, denied)
        or _sets_limit(located, denied)
        or _tells_undone(located)
        or _leaves_open(located, at, denied)
    )


def _leaves_open(located: Located, at: int, denied: ClaimWord) -> bool:
    """Whether a word about a "not" leaves something to be so.

    That is "all" or "if" before what is denied, "until" or "than" behind it; none that the best sentence has there too.
    """
    ahead = located.claim.low[at + 1 : at + 1 + SUPPOSING]
    before = {w for w in ahead[:PARTLY_WITHIN] if w in _PARTLY} | set(_supposing(located, at))
    behind = {w for w in ahead if w in ONLY_THEN}
    behind.update([THAN] if is_bounded(ahead) else [])
    told, key = located.source.words(located.order[0]), located.key(denied)
    for place in (i for i, word in enumerate(told) if term_of(word).key == key):
        before.difference_update(map(str.lower, told[max(0, place - PARTLY_WITHIN) : place + 1]))
        behind.difference_update(map(str.lower, told[place + 1 :]))
    return bool(before or behind)


def _is_superlative(located: Located, at: int) -> bool:
    """Whether a "no" with a comparison says what the best sentence says with a superlative: "none was higher than"."""
    ahead = located.claim.low[at + 1 :]
    if located.claim.low[at] not in _OF_NONE or THAN not in ahead:
        return False
    most = {word[: -len("er")] + "est" for word in ahead[: ahead.index(THAN)] if word.endswith("er")}
    return not most.isdisjoint(located.source.low(located.order[0]))


def is_bounded(words: Sequence[str]) -> bool:
    """Whether words in lower case have a bound or a comparison: "rise by more than two", "no later than"."""
    return any(one in _BOUNDING and two == THAN for one, two in pairwise(words))


def _turns_back(located: Located, denied: ClaimWord) -> bool:
    """Whether a "not" denies a denial that the place does not have, and so affirms: "did not doubt" for "agreed"."""
    return denied.low in DENYING_VERBS and not located.bits[denied.term.key] & located.here


def _sets_limit(located: Located, denied: ClaimWord) -> bool:
    """Whether a "not" sets a limit that the place tells without it: "may not exceed 40" for "up to 40"."""
    return denied.low in _EXCEEDING and not located.bits[denied.term.key] & located.here


def is_nothing(located: Located, at: int) -> bool:
    """Whether a denial names what is absent by itself: "nothing", "nobody"."""
    return located.claim.words[at].low in _NOTHING


def is_part_of_more(located: Located, at: int) -> bool:
    """Whether what a "not" denies is told by the words about it rather than by those that it stands before.

    "Not the noise but the silence", "those who do not", "the schools alone will not", "two of the nine did not".
    """
    text, words = located.claim.text, located.claim.words
    start, end = words[max(0, at - ALONE_WITHIN)].start, words[at].end
    if any(word.figure and behind.low == "of" for word, behind in pairwise(words[:at])):
        return True
    return bool(_BUT_OR_END.match(text, end) or _ALONE.search(text, start, end))


def _supposing(located: Located, at: int) -> Iterator[str]:
    """The word by which the clause of a "not" states nothing: "if it is not treated", "why they do not come"."""
    words = located.claim.words
    for word in words[max(0, at - SUPPOSING) : at]:
        low = word.low
        if low in _SUPPOSING and not CLAUSE_END.search(located.claim.text, word.end, words[at].start):
            yield low


def _tells_undone(located: Located) -> bool:
    """Whether the claim tells what did not happen: "had it not rained, nothing would have grown"."""
    told = [w.surface for w in located.claim.words if w.term.kind != "negation"]
    return any(
        (one, other) in UNDONE and verb.islower() and verb not in _NO_VERBS
        for one, other, verb in zip(told, told[1:], told[2:], strict=False)
    )
