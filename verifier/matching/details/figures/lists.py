"""A figure of another member of a list: "58% in the north", where it says "61% in the north, 58% in the south"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.figures.sorts import SIGNS, YEAR, sort_in_claim, sorts_of
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import SAYS_IT, SPEAKS_OF_IT, Located
from verifier.matching.terms import WORD, Term, is_name, term_of

MOST_MEMBERS = 12
"""Members of a list that are read."""
LEAST_FIGURES = 2
"""Figures of a sentence that can have a list of them."""
FIGURE_WITHIN = 2
"""Words of a member among which its figure stands, if the members begin with their figures ("and about 58%")."""

_RESPECTIVELY = "respectively"
_FIGURE = r"(?:about |around |some )?[$£€]?\d[\d.,]{0,12}\d?(?: (?:million|billion|per cent|percent)|%)?"
_FIGURES = re.compile(rf"{_FIGURE}(?:, {_FIGURE}){{0,8}},? and {_FIGURE}")
"""“22%, 53% and 51%”."""
_SEPARATOR = re.compile(r",? and |, ")
_STRONG, _WEAK = re.compile(r";"), re.compile(r"[;,](?!\d)|\b(?:and|while|whereas|but)\b")
_ANY = "@any"
"""The sort of the figures of a sentence with "respectively": what they count may be told anywhere in it."""


class _Member(NamedTuple):
    """A member of a list: the keys of its own words, and its figures with their sort."""

    keys: frozenset[str]
    figures: tuple[tuple[str, Term], ...]


def figures_of_others(located: Located) -> tuple[Rival, ...]:
    """Give the claim's only figure of its sort, if its sentence has that for another member of a list.

    The claim has words of one member alone, and the figure stands with another one. A person looks, because lists are
    built in many ways.
    """
    figures = [w for w in located.claim.content if w.figure]
    number = located.best(SPEAKS_OF_IT) if figures else None
    if number is None or sum(t.kind == "number" for t in located.source.line(number)) < LEAST_FIGURES:
        return ()
    for word in figures:
        key, sort = located.key(word), sort_in_claim(located, word)
        if sum(sort_in_claim(located, other) == sort for other in figures) > 1:
            continue
        for members in _lists(located, number, sort):
            rival = _rival(located, members, key, sort)
            if rival is not None:
                return (Rival(word=word, terms=(rival,), sentence=number, sure=False),)
    return ()


def is_told_respectively(located: Located, word: ClaimWord) -> bool:
    """Whether a sentence with "respectively" has a figure of the claim for the member that the claim names."""
    key = located.key(word)
    for number in located.place if word.figure else ():
        for members in _respective(located.source.sentence(number)):
            own = _own(located, members)
            if own is not None and any(term.key == key for _, term in own.figures):
                return True
    return False


def _rival(located: Located, members: Sequence[_Member], key: str, sort: str) -> Term | None:
    """The figure of the member that the claim names, if the claim's own figure stands with another member only."""
    having = [member for member in members if any(term.key == key for _, term in member.figures)]
    own = _own(located, members)
    if own is None or len(having) != 1 or having[0] is own:
        return None
    return next((term for its, term in own.figures if _is_of(its, sort) and term.key not in located.bits), None)


def _own(located: Located, members: Sequence[_Member]) -> _Member | None:
    """The only member with a word of the claim."""
    said = {located.key(w) for w in located.claim.content}
    named = [member for member in members if not said.isdisjoint(member.keys)]
    return named[0] if len(named) == 1 else None


def _lists(located: Located, number: int, sort: str) -> Iterator[list[_Member]]:
    """The lists of a sentence with a figure of a sort in each member.

    A list of years is none: what was done in one year and what in another is seldom told side by side.
    """
    sentence = located.source.sentence(number)
    yield from _respective(sentence)
    if sort != YEAR and located.covers(number, SAYS_IT):
        for separator in (_STRONG, _WEAK):
            members = _divided(separator.split(sentence), sort)
            if 1 < len(members) <= MOST_MEMBERS:
                yield members


def _divided(pieces: Sequence[str], sort: str) -> list[_Member]:
    """The members that a sentence is divided into, each with its figures of a sort.

    A piece without such a figure belongs to the one before it. What stands before the first figure belongs to all
    members, if the second one begins with its figure. Words that several members have are nobody's own.
    """
    joined: list[list[str]] = []
    for words in map(WORD.findall, pieces):
        has = _has(words, sort)
        if has and (not joined or _has(joined[-1], sort)):
            joined.append(words)
        elif joined:
            joined[-1].extend(words)
        else:
            joined.append(words)
    if len(joined) > 1 and _has(joined[1][: FIGURE_WITHIN + 1], sort):
        joined[0] = joined[0][_first_of(joined[0], sort) :]
    keys = [{t.key for t in map(term_of, words) if t.kind in ("word", "month")} for words in joined]
    apart = (its - set().union(*(other for other in keys if other is not its)) for its in keys)
    return [_Member(frozenset(a), tuple(_figures_of(words))) for a, words in zip(apart, joined, strict=True)]


def _has(words: Sequence[str], sort: str) -> bool:
    return any(_is_of(its, sort) for its, _ in _figures_of(words))


def _first_of(words: Sequence[str], sort: str) -> int:
    """Where the first figure of a sort begins among some words, with its sign."""
    first = next((at for at, its, _ in sorts_of(words) if _is_of(its, sort)), 0)
    return first - (first > 0 and words[first - 1] in SIGNS)


def _is_of(sort: str, wanted: str) -> bool:
    """Whether a figure is of a sort; what a sentence with "respectively" counts may be told anywhere."""
    return sort in (wanted, _ANY)


def _figures_of(words: Sequence[str]) -> list[tuple[str, Term]]:
    """The figures of some words, each with its sort."""
    return [(sort, term) for _, sort, term in sorts_of(words)]


def _respective(sentence: str) -> Iterator[list[_Member]]:
    """The members before or behind the figures of a sentence with "respectively": names, each with one figure.

    The last one stands behind the last "and", and commas divide the others.
    """
    if _RESPECTIVELY not in sentence:
        return
    for match in islice(_FIGURES.finditer(sentence), MOST_MEMBERS):
        figures = [f for f in _SEPARATOR.split(match[0]) if f]
        behind = sentence[match.end() :].partition(_RESPECTIVELY)[0]
        for part in (sentence[: match.start()], behind):
            but_last, _, last = part.rpartition(" and ")
            named = [*but_last.split(", ")[1 - len(figures) :], last]
            members = list(map(_named_member, named, figures)) if len(named) == len(figures) else []
            if members and all(member.keys and member.figures for member in members):
                yield members


def _named_member(words: str, figure: str) -> _Member:
    """A member with the names among some words, and one figure."""
    names = frozenset(term_of(w).key for w in WORD.findall(words) if is_name(w))
    return _Member(names, tuple((_ANY, term) for _, term in _figures_of(WORD.findall(figure))))
