"""Names that hang on a word by a preposition: "died in Graz" where the source has "died in Vienna"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import own_sentences
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import Term, TermKind, term_of

NEAR = 7
"""Words behind the carrying word among which the claim's own name may stand as well ("died in a street of Graz")."""

_PREPOSITIONS = frozenset(
    ("in", "at", "to", "from", "by", "with", "for", "of", "near", "under", "against", "on", "into")
)
_ARTICLES = frozenset(("a", "an", "the"))


class _Attached(NamedTuple):
    """Where a word stands, and the name that it carries: the preposition behind it, the name's place."""

    at: int
    preposition: str
    name: int


def other_attached(located: Located) -> tuple[Rival, ...]:
    """Give the names for which the claim's own sentences have another one behind the same word and preposition."""
    words = located.claim.words
    carried = [a for a in _attached([w.surface for w in words]) if _carries(words, a)]
    if not carried:
        return ()
    mine = {located.key(w) for w in words}
    out = []
    for number in own_sentences(located):
        told = located.source.words(number)
        keys = [term_of(w).key for w in told]
        theirs = [a for a in _attached(told) if keys[a.name] not in mine and _is_name(told[a.name])]
        taken_up = {keys[a.name] for a in _attached(told) if term_of(told[a.at]).kind is TermKind.STOP}
        for ours in carried:
            carrier, name = located.key(words[ours.at]), located.key(words[ours.name])
            near = {k for at, key in enumerate(keys) if key == carrier for k in keys[at : at + 1 + NEAR]}
            if name in near | taken_up:  # "those to America" may stand for exports
                continue
            others = [a for a in theirs if keys[a.at] == carrier and a.preposition == ours.preposition]
            out += [Rival(word=words[ours.name], terms=_name_at(told, a.name), sentence=number) for a in others[:1]]
    return tuple(out)


def _attached(words: Sequence[str]) -> Iterator[_Attached]:
    """The words that a preposition and a word with a capital follow, perhaps with an article between."""
    for at in range(len(words) - 2):
        preposition = words[at + 1].lower()
        if preposition in _PREPOSITIONS:
            name = at + 2 + (words[at + 2].lower() in _ARTICLES)
            if name < len(words) and words[name][0].isupper():
                yield _Attached(at, preposition, name)


def _carries(words: Sequence[ClaimWord], attached: _Attached) -> bool:
    """Whether a word of the claim is no name or figure, and what it carries is a name."""
    carrier = words[attached.at]
    plain = carrier.weight > 0 and carrier.term.kind is TermKind.WORD and not carrier.name
    return plain and words[attached.name].name


def _is_name(word: str) -> bool:
    return len(word) > 1 and term_of(word).kind is TermKind.WORD


def _name_at(words: Sequence[str], first: int) -> tuple[Term, ...]:
    """The name that begins at a place: the words with a capital that follow one another."""
    end = next((i for i in range(first, len(words)) if not words[i][0].isupper()), len(words))
    return tuple(map(term_of, words[first:end]))
