"""Figures beside whose neighbouring word the place has another figure of the same sort."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import alike_about
from verifier.matching.details.clauses import CLAUSE
from verifier.matching.details.dates.days import is_by_month, is_day_in
from verifier.matching.details.figures.former import is_told_of_the_past
from verifier.matching.details.figures.measures import MONEY, PERCENT, UNITS, are_apart, kinds_about
from verifier.matching.details.figures.reckoned import COMPARING
from verifier.matching.details.figures.retold import is_given_otherwise, said_otherwise
from verifier.matching.details.figures.shares import tells_rest, told_as_rest
from verifier.matching.details.figures.stated import is_stated_better, is_sure
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import SAYS_IT, SPEAKS_OF_IT, Located
from verifier.matching.numbers import PAIR, is_ordinal, looks_like_year, scaled_by_next
from verifier.matching.rounding import Hedge, decade, is_year, may_stand_for
from verifier.matching.terms import WORD, Term, term_of

BEFORE, BEHIND = 0, 1
"""The sides of a figure on which a neighbour stands."""
ELSEWHERE_AT_MOST = 0.5
"""Share of what the claim's own sentence covers which one about something else has."""
COPIED = 3
"""Words about a figure, on both sides, that are the same about another one in its place: who has so much about it has
copied the figure, and reckoned nothing ("the remaining 20 per cent of"). On one side alone they stand about a sum, too
("56,300 people lost their homes" for 31,000 of one place and 25,300 of another)."""
_OLD = [term_of(word).key for word in ("year", "old")]

Found = dict[str, tuple[Term, int]]
"""Figures by their keys, each with the sentence that has it."""


def rival_figures(located: Located) -> tuple[Rival, ...]:
    """Give figures whose neighbouring word has another figure of the same sort, and not this one, in the place."""
    content = located.claim.content
    figures = [at for at, word in enumerate(content) if _may_have_rival(word)]
    if not figures:
        return ()
    beside = _figures_beside(located)
    apart = {at: found for at in figures if content[at].term.key not in (found := _beside(located, at, beside))}
    mine = {w.term.key for w in content} | {f"#{value:.12g}" for _, value in scaled_by_next(located.claim.text)}
    there = (at for at in figures if at not in apart)
    found_otherwise = (_otherwise_between(located, at, mine) or _of_another(located, at, beside, mine) for at in there)
    out = [rival for rival in found_otherwise if rival is not None]
    for at, found in apart.items():
        day = is_by_month(content, at)
        rival = _rival(located, at, found, mine)
        if rival is None or not (day or not is_stated_better(located, rival)):
            continue
        if not (_is_told_beside if _is_in_its_place(located, rival) else said_otherwise)(located, at):
            sure = is_sure(located, rival) and _is_about_it(located, at, rival, beside)
            out.append(replace(rival, sure=sure))
    if len(apart) < 2:  # noqa: PLR2004 - one cannot be exchanged
        return tuple(out)
    paired = [m.span() for m in PAIR.finditer(located.claim.text)]  # who lost 2-3 was beaten 3-2
    alone = {at: f for at, f in apart.items() if not any(a <= content[at].start < b for a, b in paired)}
    return (*out, *_exchanged({content[at].term.key: (content[at], found) for at, found in alone.items()}))


def _of_another(located: Located, at: int, beside: Mapping[tuple[int, str], Found], mine: set[str]) -> Rival | None:
    """The figure that the claim's own sentence has, where only one about something else has the claim's: "floor 8"."""
    own = located.claim.content[at].term.key
    found = dict(_beside(located, at, beside))
    _, number = found.pop(own)
    rival = _rival(located, at, found, mine)
    if (
        rival is None
        or rival.sentence == number
        or not located.covers(rival.sentence, SAYS_IT)
        or located.coverage[number] > ELSEWHERE_AT_MOST * located.coverage[rival.sentence]
        or is_stated_better(located, rival)
        or said_otherwise(located, at)
    ):
        return None
    return replace(rival, sure=False)


def _is_told_beside(located: Located, at: int) -> bool:
    """Whether a figure in whose place there is another is told all the same: given, or as what that one leaves.

    What is left in the claim, too, is the other figure itself ("the remaining 20 per cent").
    """
    rest = not tells_rest(located.claim.text) and told_as_rest(located, at)
    return rest or is_given_otherwise(located, at)


def _is_in_its_place(located: Located, rival: Rival) -> bool:
    """Whether a rival stands between the very words between which the claim has its figure.

    "It was 11,000 euros cheaper" compares, and "it was 174,000 euros" does not.
    """
    said, told = located.claim.low, located.source.low(rival.sentence)
    if not COMPARING.intersection(said).issubset(told):
        return False
    at = next(i for i, w in enumerate(located.claim.words) if w.start == rival.word.start)
    keys = (i for i, term in enumerate(located.source.terms(rival.sentence)) if term.key == rival.terms[0].key)
    alike = (list(alike_about(said, at, told, place)) for place in keys)
    return any(len(words) >= COPIED and min(words) < at < max(words) for words in alike)


def _is_about_it(located: Located, at: int, rival: Rival, beside: Mapping[tuple[int, str], Found]) -> bool:
    """Whether a rival stands beside the same word, which is no mere unit, or its sentence says enough of the claim."""
    if located.covers(rival.sentence, SPEAKS_OF_IT):
        return True
    counted = [(side, located.key(w)) for side, w in _neighbours(located.claim.content, at) if not _is_unit(w.term.key)]
    return any(rival.terms[0].key in beside.get(neighbour, {}) for neighbour in counted)


def _is_unit(key: str) -> bool:
    return key == PERCENT or key in UNITS


def _otherwise_between(located: Located, at: int, mine: set[str]) -> Rival | None:
    """What stands between both neighbours of a figure, which the place has beside one of them only for something else.

    "Number 4 was scrapped" stands for the claim's "number 3", whatever else there is of number 3.
    """
    word = located.claim.content[at]
    neighbours = dict(_neighbours(located.claim.content, at))
    if len(neighbours) < len((BEFORE, BEHIND)) or is_ordinal(word.low):
        return None
    left, right = located.key(neighbours[BEFORE]), located.key(neighbours[BEHIND])
    between: Found = {}
    both = [located.bits[neighbour.term.key] for neighbour in neighbours.values()]
    for number in (i for i in located.place if all(located.masks[i] & bit for bit in both)):
        line = located.source.line(number)
        for before, one, behind in zip(line, line[1:], line[2:], strict=False):
            if before.key == left and behind.key == right and one.kind == "number":
                between.setdefault(one.key, (one, number))
    if located.key(word) in between:
        return None
    rival = _rival(located, at, between, mine)
    if rival is None or _has_own_clause(located, rival, mine - {left, right}):
        return None
    if is_told_of_the_past(located, located.key(word), rival.sentence):
        return None
    return rival


def _has_own_clause(located: Located, rival: Rival, mine: set[str]) -> bool:
    """Whether a sentence that says as much of the claim as the rival's has the claim's figure, and more of it beside.

    In the rival's own sentence that is the figure's clause: "against 27 percent ten years ago".
    """
    bit, own = located.bits[rival.word.term.key], located.key(rival.word)
    for number in (i for i in located.place if located.masks[i] & bit):
        if number != rival.sentence and located.coverage[number] >= located.coverage[rival.sentence]:
            return True
        clauses = CLAUSE.split(located.source.sentence(number)) if number == rival.sentence else ()
        told = ({term_of(w).key for w in WORD.findall(clause)} for clause in clauses)
        if any(own in keys and keys & mine - {own, rival.word.term.key} for keys in told):
            return True
    return False


def _beside(located: Located, at: int, beside: Mapping[tuple[int, str], Found]) -> Found:
    """The figures that the place has beside the neighbours of a figure of the claim; its own by the claim's key."""
    content = located.claim.content
    found: Found = {}
    for side, other in _neighbours(content, at):
        found.update(beside.get((side, located.key(other)), {}))
    key = located.key(content[at])
    return {**found, content[at].term.key: found[key]} if key in found else found


def _exchanged(apart: dict[str, tuple[ClaimWord, Found]]) -> Iterator[Rival]:
    """Figures of the claim each of which stands beside the other's word ("two killed, five arches" for the reverse).

    ``apart``: the figures that are not beside their words in the place, with those that are.
    """
    for key, (word, found) in apart.items():
        for other, (term, number) in found.items():
            if other in apart and key in apart[other][1]:
                yield Rival(word=word, terms=(term,), sentence=number)


def _may_have_rival(word: ClaimWord) -> bool:
    """Whether a word is a figure; "first" is one beside "second", though a source need not say it."""
    return word.figure or word.low == "first"


def _rival(located: Located, at: int, found: Found, mine: set[str]) -> Rival | None:
    """The figure of the same sort in the sentence that covers most of the claim: days with days, years with years.

    Where both have a unit, theirs is of the same kind.
    """
    content = located.claim.content
    word, day = content[at], is_by_month(content, at)
    terms = [w.term for w in content]
    units, age = kinds_about(terms, at), _is_age(terms, at)
    others = []
    for key, (term, number) in found.items():
        other = term.value
        line = located.source.line(number)
        place = line.index(term)
        alike = _may_count(located, word, other, number) and (is_year(word) or day == is_day_in(line, place))
        alike = alike and not are_apart(units, kinds_about(line, place)) and age == _is_age(line, place)
        same = other in decade(word) or may_stand_for(word, other, Hedge.ABOUT)
        new = key not in mine or not (day or same or _is_of_one_sort(located, key, number))
        if new and alike and (day or not same) and (word.figure or _as_ordinal(located, term, number)):
            others.append((term, number))
    if not others:
        return None
    term, number = max(others, key=lambda one: located.coverage[one[1]])
    return Rival(word=word, terms=(term,), sentence=number)


def _is_of_one_sort(located: Located, key: str, number: int) -> bool:
    """Whether a sentence counts by a figure of the claim that counts, or tells an order by one that tells an order."""
    ours = {is_ordinal(w.low) for w in located.claim.content if w.term.key == key}
    told = zip(located.source.low(number), located.source.terms(number), strict=True)
    return ours.issuperset(is_ordinal(low) for low, term in told if term.key == key)


def _may_count(located: Located, word: ClaimWord, other: float, number: int) -> bool:
    """Whether two figures are of a sort: both years, or none of them, which "1,500" is not."""
    if is_year(word) or not looks_like_year(other):
        return is_year(word) == looks_like_year(other)
    return f"{other:,.0f}" in located.source.sentence(number)


def _is_age(terms: Sequence[Term], at: int) -> bool:
    """Whether a figure opens an age: "20-year-old"."""
    return [t.key for t in terms[at + 1 : at + 1 + len(_OLD)]] == _OLD


def _as_ordinal(located: Located, term: Term, number: int) -> bool:
    """Whether a sentence writes a figure as an ordinal, which alone is a rival of "first"."""
    return any(is_ordinal(w.lower()) for w in located.source.words(number) if term_of(w).key == term.key)


def _neighbours(content: tuple[ClaimWord, ...], at: int) -> list[tuple[int, ClaimWord]]:
    """The words that touch a figure, with the side they stand on."""
    word = content[at]
    sides = [(BEFORE, content[at - 1])] if at and word.glued else []
    if at > 1 and content[at - 1].term.key in MONEY and content[at - 1].end == word.start and content[at - 1].glued:
        sides.append((BEFORE, content[at - 2]))  # "cost £86,000"
    if at + 1 < len(content) and content[at + 1].glued:
        sides.append((BEHIND, content[at + 1]))
    return [(side, other) for side, other in sides if other.term.kind != "number"]


def _figures_beside(located: Located) -> dict[tuple[int, str], Found]:
    """The figures of the place by the words beside them and the sides on which these stand."""
    beside: dict[tuple[int, str], Found] = {}
    for number in located.place:
        line = located.source.line(number)
        if all(term.kind != "number" for term in line):
            continue
        plain = [term for term in line if term.key not in MONEY]
        apart = _days_of_month_before(line)
        for one, other in (*pairwise(line), *_ranges(line), *(pairwise(plain) if len(plain) < len(line) else ())):
            if (one, other) in apart:
                continue
            if other.kind == "number":
                beside.setdefault((BEFORE, one.key), {}).setdefault(other.key, (other, number))
            if one.kind == "number":
                beside.setdefault((BEHIND, other.key), {}).setdefault(one.key, (one, number))
    return beside


def _days_of_month_before(line: list[Term]) -> set[tuple[Term, Term]]:
    """The days with the next month, to which they do not belong: 4 of "February 4 through September 21"."""
    fours = zip(line, line[1:], line[2:], line[3:], strict=False)
    american = [(a, b, c) for a, b, c, d in fours if a.kind == c.kind == "month" and b.kind == d.kind == "number"]
    return {(day, month) for _, day, month in american}


def _ranges(line: list[Term]) -> list[tuple[Term, Term]]:
    """The first of two figures with what is counted after them: 17 of "17-18 June", 57 of "57 to 43 percent"."""
    return [
        (one, unit)
        for one, other, unit in zip(line, line[1:], line[2:], strict=False)
        if unit.kind != "number" and one.kind == "number" and other.kind == "number"
    ]
