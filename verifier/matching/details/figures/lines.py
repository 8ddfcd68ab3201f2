"""A figure of another statement, where the sentence that says the rest of the claim has one of the same sort."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.retold import is_given_otherwise
from verifier.matching.details.figures.sorts import ALONE, YEAR, sort_in_claim, sorts_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import SAYS_IT, Located
from verifier.matching.rounding import is_year
from verifier.matching.terms import is_name

NEARLY_ALL = 0.7
"""Share of the claim without the figure that a sentence must say to say nearly all the rest: a claim of three words has
one of its own ("rose" for "increased"). Of 6,017 labelled claims no verdict changes at .7 or at .8."""
HARDLY = 0.34
"""Share of what that sentence says up to which another one says hardly any of it: one word of three."""
MOST_MORE = 1
"""Words of the claim, besides its figure, that what has the figure may have more: with two, a claim joins both."""


def figures_of_other_lines(located: Located) -> tuple[Rival, ...]:
    """Give the claim's only figure of its sort, if the source has it in sentences about something else, with its own.

    "Fjord Lines paid 11,000 euros. Kyst Bus paid 2,500 euros." is against "Fjord Lines paid 2,500 euros": the first
    sentence says the rest of the claim and has a figure of the sort, and the second one is about another. A person
    looks, because it may go on about the first one.
    """
    sorts = [(w, sort_in_claim(located, w)) for w in located.claim.content if w.figure]
    if not located.order or not sorts:
        return ()
    told = [sort for _, sort in sorts]
    alone = ((w, sort) for w, sort in sorts if sort not in (YEAR, ALONE) and told.count(sort) == 1)
    rivals = (_rival(located, word, sort) for word, sort in alone)
    return tuple(rival for rival in rivals if rival is not None)


def _rival(located: Located, word: ClaimWord, sort: str) -> Rival | None:
    """The figure of the sentence that says most of the rest, if what has the claim's own is about something else."""
    bit = located.bits[word.term.key]
    having = [i for i in located.place if located.masks[i] & bit]
    number = max(located.place, key=lambda i: (located.weight(located.masks[i] & ~bit), -i))
    if not having or number in having or not _is_about_another(located, having, number, bit):
        return None
    told = located.source.words(number)
    own = [at for at, its, term in sorts_of(told) if its == sort and term.key not in located.bits]
    place = next(i for i, other in enumerate(located.claim.content) if other is word)
    if not own or not any(_has(located, i, word, sort) for i in having) or is_given_otherwise(located, place):
        return None
    return rival_at(word, told, number, own[:1], sure=False)


def _is_about_another(located: Located, having: Sequence[int], number: int, figure: int) -> bool:
    """Whether the sentences that have a figure are about something else than ``number``, which says the rest.

    They have no more of the claim, not the word with which it begins, and not all its names and years that ``number``
    has. If ``number`` says only half of the rest, they name another, or say hardly anything of the claim.
    """
    best, near = located.masks[number], reduce(or_, (located.masks[i] for i in having))
    opening = located.bits[located.claim.content[0].term.key] & best & ~figure
    sharp = best & _sharp(located) & ~figure
    if near & opening or any((located.masks[i] & ~(figure | best)).bit_count() > MOST_MORE for i in having):
        return False
    rest, said = located.claim.total - located.weight(figure), located.weight(best & ~figure)
    if said >= NEARLY_ALL * rest:
        return bool(sharp & ~near or (opening and not sharp))
    hardly = (located.weight(located.masks[i] & ~figure) <= HARDLY * said for i in having)
    apart = all(less or _names_another(located, i) for less, i in zip(hardly, having, strict=True))
    return bool(sharp & ~near) and said >= SAYS_IT * rest and apart


def _sharp(located: Located) -> int:
    """The names and years of the claim, as a mask."""
    sharp = (located.bits[w.term.key] for w in located.claim.content if w.name or is_year(w))
    return reduce(or_, sharp, 0)


def _names_another(located: Located, number: int) -> bool:
    """Whether a sentence has a name that the claim has not, within it."""
    words, terms = located.source.words(number), located.source.terms(number)
    return any(is_name(w) and term.key not in located.bits for w, term in zip(words[1:], terms[1:], strict=True))


def _has(located: Located, number: int, word: ClaimWord, sort: str) -> bool:
    """Whether a sentence has a figure of the claim in the same sort."""
    key = located.key(word)
    return any(its == sort and term.key == key for _, its, term in sorts_of(located.source.words(number)))
