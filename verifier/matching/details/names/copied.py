"""Another name between the same words: "the first mayor was Falk" where the source has "the first mayor was Berg"."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import ROOT_OF_NAMES, are_of_one_name
from verifier.matching.details.names.whole_names import bits_of, names_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import AS_GOOD, SAYS_IT, Located
from verifier.matching.terms import is_name, term_of

LEAST_SAME, LEAST_WEIGHTY = 3, 2
"""Words about the two names that must be the same without a break, and how many of them must have weight. What stands
on one side only is enough ("the first mayor of the town was"), and two words of a longer name are, too."""
REACH = 8
"""Words on each side of a name that are compared."""
LISTED_WITHIN = 6
"""Words on each side of the source's name among which the claim's makes one list with it ("Berg and Falk")."""

_LISTING = frozenset(("and", "or", "&"))


class _Instead(NamedTuple):
    """Where the two names differ: places in the claim from ``first`` to ``end``, in the sentence likewise."""

    first: int
    end: int
    told_first: int
    told_end: int


def other_in_copied_names(located: Located) -> tuple[Rival, ...]:
    """Give the names of the claim that the source has, but in whose place, between the same words, it has another.

    Also if only a part of the name differs ("Grand Union Canal", "Grand Junction Canal"). If a sentence with the name
    says nearly as much of the rest, it is that one's. Two names may be of one thing, so a person decides.
    """
    saying = [i for i in located.place if located.covers(i, SAYS_IT)]
    names = [name for name in names_of(located) if bits_of(located, name) & located.every] if saying else []
    runs = {number: _runs(located.source.words(number)) for number in saying} if names else {}
    rivals = (_rival(located, name, runs) for name in names)
    return tuple(rival for rival in rivals if rival is not None)


def _rival(located: Located, name: Sequence[ClaimWord], runs: Mapping[int, Sequence[range]]) -> Rival | None:
    """The rival of a name; ``runs``: the names of each sentence that says what the claim says."""
    mine, found = bits_of(located, name), None
    rest = {i: located.weight(located.masks[i] & ~mine) for i in located.place}
    whole = max((rest[i] for i in rest if located.masks[i] & mine == mine), default=0.0)
    for number in (i for i in runs if AS_GOOD * rest[i] > whole):
        told = located.source.words(number)
        for run in runs[number]:
            instead = _instead(located, name, told, run)
            if instead is None or not _is_copied(located, number, instead):
                continue
            if _is_same(located, instead, number):
                return None
            if found is None:
                word = located.claim.words[instead.end - 1]
                places = range(instead.told_first, instead.told_end)
                found = rival_at(word, told, number, places, sure=False)
    return found


def _runs(told: Sequence[str]) -> list[range]:
    """The names of a sentence: words with a capital that follow one another."""
    runs: list[range] = []
    for at, word in enumerate(told):
        if is_name(word) and not word.isupper():
            if runs and runs[-1].stop == at:
                runs[-1] = range(runs[-1].start, at + 1)
            else:
                runs.append(range(at, at + 1))
    return runs


def _instead(located: Located, name: Sequence[ClaimWord], told: Sequence[str], run: range) -> _Instead | None:
    """Where two names differ, without the words that both begin or end with; ``None`` if one is part of the other.

    Names that end alike may differ in one word only, because titles do so in more ("Honourable Lady Justice").
    """
    first = located.claim.places[name[0].start]
    end = first + len(name)
    mine, other = [w.surface for w in name], list(told[run.start : run.stop])
    if mine == other:
        return _Instead(first, end, run.start, run.stop)
    before = next((i for i, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b), None)
    if before is None:
        return None
    if 0 < before < len(mine) - 1 and mine[before + 1 :] == other[before + 1 : len(mine)]:
        return _Instead(first + before, first + before + 1, run.start + before, run.start + before + 1)
    if mine[-1] == other[-1]:
        return None
    return _Instead(first + before, end, run.start + before, run.stop)


def _is_copied(located: Located, number: int, instead: _Instead) -> bool:
    """Whether enough words about the two names are the same."""
    words, low = located.claim.words, located.source.low(number)
    same = []
    for at, place, way in ((instead.first - 1, instead.told_first - 1, -1), (instead.end, instead.told_end, 1)):
        for step in range(0, way * REACH, way):
            one, other = at + step, place + step
            if not (0 <= one < len(words) and 0 <= other < len(low)) or words[one].low != low[other]:
                break
            same.append(words[one])
    weighty = [w for w in same if w.weight]
    return len(weighty) >= LEAST_WEIGHTY and (len(same) >= LEAST_SAME or all(w.name for w in weighty))


def _is_same(located: Located, instead: _Instead, number: int) -> bool:
    """Whether the two are one name, or make a list with each other, or the claim has the source's name as well."""
    words = located.claim.words[instead.first : instead.end]
    told = located.source.words(number)
    others = told[instead.told_first : instead.told_end]
    if any(term_of(word).key in located.bits for word in others) or _is_listed(located, number, instead):
        return True
    roots: Collection[str] = {w.surface[:ROOT_OF_NAMES] for w in words}
    text = located.source.folded.text
    return any(
        other[:ROOT_OF_NAMES] in roots or any(are_of_one_name(w.surface, other, text) for w in words)
        for other in others
    )


def _is_listed(located: Located, number: int, instead: _Instead) -> bool:
    """Whether the claim's name stands near the source's, joined to it by an "and" or "or"."""
    keys, low = located.source.terms(number), located.source.low(number)
    mine = {located.key(w) for w in located.claim.words[instead.first : instead.end]}
    before = range(max(0, instead.told_first - LISTED_WITHIN), instead.told_first)
    behind = range(instead.told_end, min(len(low), instead.told_end + LISTED_WITHIN))
    return any(
        not mine.isdisjoint(keys[i].key for i in near) and not _LISTING.isdisjoint(low[i] for i in near)
        for near in (before, behind)
    )
