"""Things of one kind: the claim has the violin where the located sentence has the cello."""

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import Contrary, is_denied, own_sentences, rival_of
from verifier.matching.details.rivals import Rival
from verifier.matching.kinds import KINDS, RELATIVES
from verifier.matching.locate import Located

_CONTRARIES: dict[str, list[Contrary]] = {}
"""What each word rules out, for each kind that it is of."""
for _kind in KINDS:
    _all = frozenset().union(*_kind)
    for _same in _kind:
        for _word in _same:
            _CONTRARIES.setdefault(_word, []).append(Contrary(_same, _all - _same, sided=True))
_relatives = frozenset().union(*(side for pair in RELATIVES for side in pair))
for _one, _other in (sides for pair in RELATIVES for sides in (pair, pair[::-1])):
    for _word in _one:
        _contrary = Contrary(frozenset((_word,)), _relatives - {_word} - _other, sided=True, next_alike=True)
        _CONTRARIES[_word] = [_contrary]


def other_kinds(located: Located) -> tuple[Rival, ...]:
    """Give the words of the claim for which its own sentence has another thing of the kind beside the same words.

    Names are left to the checks of names: neither a word of the claim with a capital nor one of the source counts.
    """
    claimed = [(at, word, _plain(word.surface)) for at, word in enumerate(located.claim.words) if not word.name]
    asked = [(at, word, contrary) for at, word, plain in claimed for contrary in _CONTRARIES.get(plain, ())]
    if not asked:
        return ()
    about = {i: _read(located, i) for i in own_sentences(located)}
    there = set().union(*about.values())
    said = {plain for _, _, plain in claimed}
    found: dict[int, Rival] = {}
    for at, word, contrary in asked:
        open_to = contrary._replace(others=(contrary.others & there) - said)
        if open_to.others and word.start not in found:
            rival = rival_of(located, at, open_to, about, denied=_is_denied(located.claim.words, at))
            if rival is not None:
                found[word.start] = rival
    return tuple(found.values())


def _is_denied(words: tuple[ClaimWord, ...], at: int) -> bool:
    return is_denied([w.term for w in words], at)


def _read(located: Located, number: int) -> list[str]:
    """The words of a sentence, without those that have a capital within it."""
    words = located.source.words(number)
    return [_plain(w) if not at or not w[0].isupper() else "" for at, w in enumerate(words)]


def _plain(word: str) -> str:
    """A word in lower case without its genitive: "master's"."""
    return word.lower().removesuffix("'s")
