"""Things of one kind: the claim has the violin where the located sentence has the cello."""

from collections.abc import Sequence

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.beside import Contrary, is_denied, own_sentences, rival_of
from verifier.matching.details.rivals import Rival
from verifier.matching.kinds import KINDS, PERIODS, RELATIVES
from verifier.matching.locate import Located

_EACH = frozenset(("a", "an", "per", "each", "every"))
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


for _word in PERIODS:
    _same = frozenset((f"per {_word}",))
    _CONTRARIES[f"per {_word}"] = [Contrary(_same, frozenset(f"per {w}" for w in PERIODS) - _same, sided=True)]


def other_kinds(located: Located) -> tuple[Rival, ...]:
    """Give the words of the claim for which its own sentence has another thing of the kind beside the same words.

    Names are left to the checks of names: neither a word of the claim with a capital nor one of the source counts.
    """
    words = located.claim.words
    claimed = [
        (at, words[at], plain) for at, plain in enumerate(_read([w.surface for w in words])) if not words[at].name
    ]
    asked = [(at, word, contrary) for at, word, plain in claimed for contrary in _CONTRARIES.get(plain, ())]
    if not asked:
        return ()
    about = {i: _without_names(located.source.words(i)) for i in own_sentences(located)}
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


def _without_names(words: Sequence[str]) -> list[str]:
    """The words of a sentence as they are compared, without those that have a capital within it."""
    return [plain if not at or not words[at][0].isupper() else "" for at, plain in enumerate(_read(words))]


def _read(words: Sequence[str]) -> list[str]:
    """The words in lower case without a genitive ("master's"); a period behind "a" or "each" is a rate ("per day")."""
    low = [w.lower().removesuffix("'s") for w in words]
    return [f"per {w}" if w in PERIODS and before in _EACH else w for before, w in zip(["", *low], low, strict=False)]
