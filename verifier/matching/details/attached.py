"""Names and years that hang on a word by a preposition: "died in Graz" where the source has "died in Vienna"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import own_sentences
from verifier.matching.details.retold import said_otherwise
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.rounding import is_year
from verifier.matching.stems import is_past
from verifier.matching.terms import Term, TermKind, term_of
from verifier.matching.vocabulary import ARTICLES

NEAR = 7
"""Words behind the carrying word, up to the next verb, among which what the claim has may stand as well ("died in a
street of Graz")."""

_PREPOSITIONS = frozenset(
    ("in", "at", "to", "from", "by", "with", "for", "of", "near", "under", "against", "on", "into", "since", "until")
)


class _Attached(NamedTuple):
    """Where a word stands that carries a name or a year: the preposition behind it, the place of what it carries."""

    at: int
    preposition: str
    carried: int


def other_attached(located: Located) -> tuple[Rival, ...]:
    """Give the names and years for which the claim's own sentences have others behind the same word and preposition.

    A year that the source tells in another way ("three years later") has none.
    """
    words, content = located.claim.words, located.claim.content
    carried = [a for a in _attached([w.surface for w in words]) if _carries(words, a)]
    mine = {located.key(w) for w in words} if carried else set()
    places = {word.start: at for at, word in enumerate(content)} if carried else {}
    found: dict[int, Rival] = {}
    there: set[int] = set()
    for number in own_sentences(located) if carried else ():
        here = [a for a in carried if located.masks[number] & located.bits[words[a.at].term.key]]
        for ours, rival in _in_sentence(located, number, here, mine) if here else ():
            if rival is None:
                there.add(ours.carried)
            else:
                found.setdefault(ours.carried, rival)
    rivals = (rival for at, rival in found.items() if at not in there)
    return tuple(r for r in rivals if not (r.word.figure and said_otherwise(located, content, places[r.word.start])))


def _in_sentence(
    located: Located, number: int, carried: list[_Attached], mine: set[str]
) -> Iterator[tuple[_Attached, Rival | None]]:
    """What a sentence has behind the words of the claim that carry something; ``None`` where it has the claim's own.

    ``mine``: all keys of the claim.
    """
    words, told = located.claim.words, located.source.words(number)
    keys = [term_of(w).key for w in told]
    attached = list(_attached(told))
    taken_up = {keys[a.carried] for a in attached if term_of(told[a.at]).kind is TermKind.STOP}
    for ours in carried:
        word, carrier = words[ours.carried], located.key(words[ours.at])
        near = {k for at, key in enumerate(keys) if key == carrier for k in keys[at : _end(told, at)]}
        if located.key(word) in near | taken_up:  # "those to America" may stand for exports
            yield ours, None
            continue
        for theirs in attached:
            alike = keys[theirs.at] == carrier and theirs.preposition == ours.preposition
            if alike and keys[theirs.carried] not in mine and _is_year(told[theirs.carried]) == word.figure:
                yield ours, Rival(word=word, terms=_carried_at(told, theirs.carried), sentence=number)
                break


def _attached(words: Sequence[str]) -> Iterator[_Attached]:
    """The words that a preposition and a name or a year follow, perhaps with an article or a month between.

    A second such pair belongs to the word too ("founded in Olten in 1863").
    """
    reached: tuple[int, int] = (-1, -1)  # the word that carried last, and where what it carried ends
    for at in (i - 1 for i, word in enumerate(words) if word in _PREPOSITIONS and 0 < i < len(words) - 1):
        between = words[at + 2] in ARTICLES or term_of(words[at + 2]).kind is TermKind.MONTH
        carried = at + 2 + between
        if carried < len(words) and (_is_name(words[carried]) or _is_year(words[carried])):
            first = reached[0] if reached[1] == at + 1 else at
            yield from (_Attached(carrier, words[at + 1], carried) for carrier in dict.fromkeys((at, first)))
            reached = first, _end_of_name(words, carried)


def _carries(words: Sequence[ClaimWord], attached: _Attached) -> bool:
    """Whether a word of the claim is plain, and what it carries is a name or a year."""
    carried = words[attached.carried]
    return words[attached.at].plain and (carried.name or is_year(carried))


def _end(words: Sequence[str], at: int) -> int:
    """Where what belongs to a word ends: at the next verb in the past."""
    last = min(len(words), at + 1 + NEAR)
    return next((i for i in range(at + 1, last) if is_past(words[i])), last)


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and term_of(word).kind is TermKind.WORD


def _is_year(word: str) -> bool:
    return word.isdigit() and looks_like_year(term_of(word).value or 0.0)


def _carried_at(words: Sequence[str], first: int) -> tuple[Term, ...]:
    """The year or the name that begins at a place."""
    return tuple(map(term_of, words[first : _end_of_name(words, first)]))


def _end_of_name(words: Sequence[str], first: int) -> int:
    """Where the words with a capital end that follow one another from a place on; one word behind a year."""
    return next((i for i in range(first + 1, len(words)) if not words[i][0].isupper()), len(words))
