"""Names and figures after a word and its preposition: the claim has "died in Graz", the source "died in Vienna"."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import ROOT_OF_NAMES, are_of_one_name
from verifier.matching.details.figures.gapped import is_of_second
from verifier.matching.details.figures.retold import is_given_or_reckoned
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.numbers import looks_like_year
from verifier.matching.stems import is_past
from verifier.matching.terms import is_name, term_of
from verifier.matching.vocabulary import ARTICLES, POSSESSIVES

NEAR = 7
"""Words behind the carrying word, up to the next verb, among which what the claim has may stand as well ("died in a
street of Graz")."""

MOST_BETWEEN = 3
"""Words from the carrying word to what it carries that only a preposition and an article fill."""

LONGEST_NAME = 10
"""Words of a name whose initials are read."""

_YEAR = "@year"
"""The sort of a calendar year, which no word behind a figure has: "three years" are none."""
_WITHIN_NAMES = frozenset(("of", "for", "the", "and", "on"))
"""Words within a name of which its initials have none."""
_OWNING = "'s"
_DETERMINERS = ARTICLES | POSSESSIVES
_PREPOSITIONS = frozenset(
    ("in", "at", "to", "from", "by", "with", "for", "of", "near", "under", "against", "on", "into", "since", "until")
)


class _Attached(NamedTuple):
    """A word that carries a name or a figure: its place, the preposition after it, the place of what it carries.

    ``far``: other words stand between ("by her daughter Eva", "took over as mayor from").
    """

    at: int
    preposition: str
    carried: int
    far: bool


def other_attached(located: Located) -> tuple[Rival, ...]:
    """Give the names and figures for which the claim's own sentences have others behind the same word and preposition.

    A figure that the source tells in another way ("three years later") has none. Whose a thing is may be told by
    another name of the same, so a person looks.
    """
    words, content = located.claim.words, located.claim.content
    carried = [a for a in _attached(located.claim.surfaces) if _carries(words, a)]
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
    return tuple(r for r in rivals if not (r.word.figure and _is_told(located, r, places[r.word.start])))


def _is_told(located: Located, rival: Rival, place: int) -> bool:
    """Whether a figure of the claim is told in another way, or of what the claim names, behind the rival."""
    of_second = is_of_second(located, rival.sentence, located.key(rival.word))
    return of_second or is_given_or_reckoned(located, place)


def _in_sentence(
    located: Located, number: int, carried: list[_Attached], mine: set[str]
) -> Iterator[tuple[_Attached, Rival | None]]:
    """What a sentence has behind the words of the claim that carry something; ``None`` where it has the claim's own.

    ``mine``: all keys of the claim.
    """
    words, told = located.claim.words, located.source.words(number)
    surfaces = located.claim.surfaces
    keys = [t.key for t in located.source.terms(number)]
    attached = list(_attached(told))
    taken_up = {keys[a.carried] for a in attached if term_of(told[a.at]).kind == "stop"}
    others = [a for a in attached if keys[a.carried] not in mine]
    for ours in carried:
        word, carrier = located.key(words[ours.carried]), located.key(words[ours.at])
        near = {k for at, key in enumerate(keys) if key == carrier for k in keys[_start(told, at) : _end(told, at)]}
        if word in near | taken_up:  # "those to America" may stand for exports
            yield ours, None
            continue
        behind = (a for a in others if keys[a.at] == carrier and a.preposition == ours.preposition)
        alike = (a for a in behind if _sort(told, a.carried) == _sort(surfaces, ours.carried))
        theirs = next(alike, None)
        if theirs and _is_same_name(located, surfaces, ours.carried, told, theirs.carried):
            yield ours, None
        elif theirs and not ((ours.far or theirs.far) and word in _beside(told, keys, theirs)):
            places = range(theirs.carried, _end_of_name(told, theirs.carried))
            root = surfaces[ours.carried][:ROOT_OF_NAMES]
            if any(keys[i] == word or told[i][:ROOT_OF_NAMES] == root for i in places):
                yield ours, None  # "in Selden, Arve" is in Arve, and "in Arvian cinemas" too
                continue
            owned = any(word.endswith(_OWNING) for word in (surfaces[ours.carried], told[theirs.carried]))
            yield ours, rival_at(words[ours.carried], told, number, places, sure=not owned)


def _is_same_name(located: Located, words: Sequence[str], first: int, told: Sequence[str], place: int) -> bool:
    """Whether a word is another one of a name of the claim, or one has the initials of the other.

    "U.S." is the United States, whichever of the two the claim has.
    """
    other = told[place]
    same = _has_initials(other, words, first) or _has_initials(words[first], told, place)
    return same or are_of_one_name(words[first], other, located.source.folded.text)


def _has_initials(short: str, words: Sequence[str], first: int) -> bool:
    """Whether a word is the initials of the name that begins at a place, without its "of" and "for"."""
    long = takewhile(lambda word: word[0].isupper() or word in _WITHIN_NAMES, words[first : first + LONGEST_NAME])
    initials = "".join(word[0] for word in long if word[0].isupper())
    letters = short.replace(".", "")
    return len(letters) > 1 and letters.isupper() and initials.startswith(letters)


def _beside(told: Sequence[str], keys: Sequence[str], theirs: _Attached) -> Sequence[str]:
    """What may still be the claim's where words stand between: all before, and a list of names that goes on behind."""
    if not is_name(told[theirs.carried]):
        return keys
    on = takewhile(lambda i: told[i][0].isupper() or told[i] == "and", range(theirs.carried, len(told)))
    return keys[: max(on, default=theirs.carried) + 1]


def _attached(words: Sequence[str]) -> Iterator[_Attached]:
    """The words that a preposition and a name or a figure follow, perhaps with an article or a month between.

    A second such pair belongs to the word too ("founded in Olten in 1863"). "Falk's bed" is the bed of Falk,
    and what is "suspending Spain" carries it without a preposition.
    """
    for at, (word, owned) in enumerate(pairwise(words)):
        if word.endswith(_OWNING) and is_name(word) and owned.islower():
            yield _Attached(at + 1, "of", at, far=False)
        elif word.islower() and is_name(owned) and (is_past(word) or word.endswith("ing")):
            yield _Attached(at, "", at + 1, far=False)
    reached: tuple[int, int] = (-1, -1)  # the word that carried last, and where what it carried ends
    for at in (i - 1 for i, word in enumerate(words) if word in _PREPOSITIONS and 0 < i < len(words) - 1):
        carried = _carried(words, at + 2)
        if carried < len(words) and (is_name(words[carried]) or _sort(words, carried)):
            first = reached[0] if reached[1] == at + 1 else at
            near = dict.fromkeys((at, first))
            apart = carried > at + MOST_BETWEEN
            yield from (_Attached(carrier, words[at + 1], carried, far=apart) for carrier in near)
            yield from (
                _Attached(verb, words[at + 1], carried, far=True) for verb in _verb(words, at) if verb not in near
            )
            reached = first, _end_of_name(words, carried)


def _carried(words: Sequence[str], at: int) -> int:
    """Where a name or a figure may stand behind a preposition: behind an article, a month, or "her daughter"."""
    opening = words[at] in _DETERMINERS
    at += opening or term_of(words[at]).kind == "month"
    role = opening and at + 1 < len(words) and words[at].isalpha() and words[at].islower() and is_name(words[at + 1])
    return at + role


def _verb(words: Sequence[str], at: int) -> Iterator[int]:
    """The verb in the past to which a preposition behind place ``at`` belongs ("took over from"); "of" has none."""
    if words[at + 1] != "of":
        yield from islice((i for i in range(at, max(-1, at - NEAR), -1) if is_past(words[i])), 1)


def _carries(words: Sequence[ClaimWord], attached: _Attached) -> bool:
    """Whether a word of the claim is plain, and what it carries is a name or a figure."""
    carried = words[attached.carried]
    return words[attached.at].plain and (carried.name or carried.figure)


def _start(words: Sequence[str], at: int) -> int:
    """Where what belongs to a word begins: at the name of whose it is, if that stands before it."""
    return max(0, at - 2) if at and words[at - 1].endswith(_OWNING) else at


def _end(words: Sequence[str], at: int) -> int:
    """Where what belongs to a word ends: at the next verb in the past."""
    last = min(len(words), at + 1 + NEAR)
    return next((i for i in range(at + 1, last) if is_past(words[i])), last)


def _sort(words: Sequence[str], at: int) -> str:
    """What a figure counts, by the key of the word behind it; one for years, nothing for a word that is no figure."""
    term = term_of(words[at])
    if term.kind != "number":
        return ""
    if words[at].isdigit() and looks_like_year(term.value):
        return _YEAR
    counted = term_of(words[at + 1]) if at + 1 < len(words) else None
    return counted.key if counted is not None and counted.kind == "word" else ""


def _end_of_name(words: Sequence[str], first: int) -> int:
    """Where the words with a capital end that follow one another from a place on; one word behind a year."""
    return next((i for i in range(first + 1, len(words)) if not words[i][0].isupper()), len(words))
