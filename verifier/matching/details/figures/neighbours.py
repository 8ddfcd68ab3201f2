"""Finds another figure of the same sort beside the same word: claim "14 schools", source "22 schools".

A neighbour is the word of weight directly before or behind a figure. Figures are of one sort if both are days, both
years or both counts, with units of the same kind. A figure that the source gives or implies in another way (``retold``)
has no rival.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import alike_about
from verifier.matching.details.clauses import CLAUSE
from verifier.matching.details.dates.days import is_by_month, is_day_in
from verifier.matching.details.figures.copied import COPIED, compares_alone
from verifier.matching.details.figures.former import is_told_of_the_past
from verifier.matching.details.figures.measures import MONEY, PERCENT, UNITS, are_apart, kinds_about
from verifier.matching.details.figures.retold import is_given_or_reckoned, is_given_otherwise
from verifier.matching.details.figures.shares import tells_rest, told_as_rest
from verifier.matching.details.figures.stated import is_stated_better, is_sure
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import SAYS_IT, SPEAKS_OF_IT, Located
from verifier.matching.numbers import PAIR, is_ordinal, looks_like_year, scaled_by_next
from verifier.matching.rounding import Hedge, decade, is_year, may_stand_for
from verifier.matching.terms import WORD, Term, term_of

BEFORE, BEHIND = 0, 1
"""The side of the figure on which a neighbour stands."""
ELSEWHERE_AT_MOST = 0.5
"""A sentence is about something else if it covers at most this share of what the rival's sentence covers."""
_OLD = [term_of(word).key for word in ("year", "old")]
"""The keys behind the figure of an age: "20-year-old"."""

Found = dict[str, tuple[Term, int]]
"""Figures of the source by their keys, each with the number of its sentence."""
Beside = Mapping[tuple[int, str], Found]
"""The figures of the place by side and key of their neighbour: what stands before or behind which word."""


def rival_figures(located: Located) -> tuple[Rival, ...]:
    """Give the claim's figures beside whose neighbour the place has another figure of the same sort."""
    content = located.claim.content
    figures = [at for at, word in enumerate(content) if _may_have_rival(word)]
    if not figures:
        return ()
    beside = _figures_beside(located)
    said = {w.term.key for w in content} | {f"#{value:.12g}" for _, value in scaled_by_next(located.claim.text)}
    apart: dict[int, Found] = {}  # the figures that do not stand beside their neighbours in the place
    out = []
    for at in figures:
        found = _beside(located, at, beside)
        if content[at].term.key not in found:
            apart[at] = found
        elif rival := _otherwise_between(located, at, said) or _of_another(located, at, found, said):
            out.append(rival)
    rivals = (_instead(located, at, found, said, beside) for at, found in apart.items())
    out += [rival for rival in rivals if rival is not None]
    if len(apart) < 2:  # noqa: PLR2004 - one cannot be exchanged
        return tuple(out)
    paired = [m.span() for m in PAIR.finditer(located.claim.text)]  # who lost 2-3 was beaten 3-2
    alone = {at: f for at, f in apart.items() if not any(a <= content[at].start < b for a, b in paired)}
    return (*out, *_exchanged({content[at].term.key: (content[at], found) for at, found in alone.items()}))


def _instead(located: Located, at: int, found: Found, said: set[str], beside: Beside) -> Rival | None:
    """The rival of a figure that does not stand beside its neighbours in the place.

    None if the source states the claim's own figure better elsewhere (a day needs no such test), or gives it otherwise.
    """
    rival = _rival(located, at, found, said)
    if rival is None:
        return None
    if not is_by_month(located.claim.content, at) and is_stated_better(located, rival):
        return None
    is_told = _is_told_beside if _is_in_its_place(located, rival) else is_given_or_reckoned
    if is_told(located, at):
        return None
    return replace(rival, sure=is_sure(located, rival) and _is_about_it(located, at, rival, beside))


def _of_another(located: Located, at: int, found: Found, said: set[str]) -> Rival | None:
    """The figure of the claim's own sentence, if only a sentence about something else has the claim's figure.

    Claim "the office is on floor 8", own sentence "the office is on floor 3", and floor 8 is named for a restaurant.
    """
    others = dict(found)
    _, number = others.pop(located.claim.content[at].term.key)
    rival = _rival(located, at, others, said)
    if rival is None or rival.sentence == number or not located.covers(rival.sentence, SAYS_IT):
        return None
    if located.coverage[number] > ELSEWHERE_AT_MOST * located.coverage[rival.sentence]:
        return None  # the sentence with the claim's figure is about the claim, too
    if is_stated_better(located, rival) or is_given_or_reckoned(located, at):
        return None
    return replace(rival, sure=False)


def _is_told_beside(located: Located, at: int) -> bool:
    """Whether the source gives a figure whose place another one has, in another form or as the rest of that other one.

    A claim that itself speaks of the rest ("the remaining 20 per cent") means the other figure itself.
    """
    rest = not tells_rest(located.claim.text) and told_as_rest(located, at)
    return rest or is_given_otherwise(located, at)


def _is_in_its_place(located: Located, rival: Rival) -> bool:
    """Whether the same words stand on both sides of the claim's figure and of its rival.

    Whoever copies so much ("the remaining 20 per cent of") copies the figure too and reckons nothing. On one side alone
    a sum can have the same words ("56,300 people lost their homes" for 31,000 in one place and 25,300 in another).
    """
    if compares_alone(located, rival.sentence):
        return False
    said, told = located.claim.low, located.source.low(rival.sentence)
    at = located.claim.places[rival.word.start]
    keys = (i for i, term in enumerate(located.source.terms(rival.sentence)) if term.key == rival.terms[0].key)
    alike = (list(alike_about(said, at, told, place)) for place in keys)
    return any(len(words) >= COPIED and min(words) < at < max(words) for words in alike)


def _is_about_it(located: Located, at: int, rival: Rival, beside: Beside) -> bool:
    """Whether the rival's sentence is about the claim's subject, or the rival is beside a neighbour that is no unit."""
    if located.covers(rival.sentence, SPEAKS_OF_IT):
        return True
    counted = [(side, located.key(w)) for side, w in _neighbours(located.claim.content, at) if not _is_unit(w.term.key)]
    return any(rival.terms[0].key in beside.get(neighbour, {}) for neighbour in counted)


def _is_unit(key: str) -> bool:
    """Whether the key is a unit's, or per cent."""
    return key == PERCENT or key in UNITS


def _otherwise_between(located: Located, at: int, said: set[str]) -> Rival | None:
    """Another figure between both neighbours of a figure that the place has beside one of them only.

    Claim "number 3 was scrapped", source "number 4 was scrapped": 4 is the rival, although number 3 stands elsewhere.
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
        for before, figure, behind in zip(line, line[1:], line[2:], strict=False):
            if before.key == left and behind.key == right and figure.kind == "number":
                between.setdefault(figure.key, (figure, number))
    if located.key(word) in between:
        return None
    rival = _rival(located, at, between, said)
    if rival is None or _has_own_clause(located, rival, said - {left, right}):
        return None
    if is_told_of_the_past(located, located.key(word), rival.sentence):
        return None
    return rival


def _has_own_clause(located: Located, rival: Rival, said: set[str]) -> bool:
    """Whether a sentence or clause besides the rival's states the claim's own figure.

    That is another sentence with the figure that covers as much of the claim as the rival's, or a clause of the rival's
    sentence with the figure and one more of the keys in ``said`` ("against 27 percent ten years ago").
    """
    bit, own = located.bits[rival.word.term.key], located.key(rival.word)
    for number in (i for i in located.place if located.masks[i] & bit):
        if number != rival.sentence and located.coverage[number] >= located.coverage[rival.sentence]:
            return True
        clauses = CLAUSE.split(located.source.sentence(number)) if number == rival.sentence else ()
        told = ({term_of(w).key for w in WORD.findall(clause)} for clause in clauses)
        if any(own in keys and keys & said - {own, rival.word.term.key} for keys in told):
            return True
    return False


def _beside(located: Located, at: int, beside: Beside) -> Found:
    """The figures that the place has beside the neighbours of a claim's figure.

    The claim's figure itself, if found, has its key in the claim, even if the source has only a related form.
    """
    content = located.claim.content
    found: Found = {}
    for side, other in _neighbours(content, at):
        found.update(beside.get((side, located.key(other)), {}))
    key = located.key(content[at])
    return {**found, content[at].term.key: found[key]} if key in found else found


def _exchanged(apart: dict[str, tuple[ClaimWord, Found]]) -> Iterator[Rival]:
    """Two figures of the claim that stand beside each other's words in the place.

    Claim "five killed, two arches", source "two killed, five arches". ``apart``: the claim's figures by their keys,
    each with the figures that the place has beside its neighbours instead.
    """
    for key, (word, found) in apart.items():
        for other, (term, number) in found.items():
            if other in apart and key in apart[other][1] and is_year(word) == is_year(apart[other][0]):
                yield Rival(word=word, terms=(term,), sentence=number)


def _may_have_rival(word: ClaimWord) -> bool:
    """Whether a word is a figure. "First" counts too, against an ordinal such as "second"."""
    return word.figure or word.low == "first"


def _rival(located: Located, at: int, found: Found, said: set[str]) -> Rival | None:
    """The figure of the same sort in the sentence that covers most of the claim. ``said``: the keys of the claim.

    A day is a rival of a day, a year of a year, an age of an age. If both have units, these are of the same kind. A
    count that may be the claim's before it was rounded is no rival, nor is another figure of the claim itself.
    """
    content = located.claim.content
    word, day = content[at], is_by_month(content, at)
    terms = [w.term for w in content]
    units, age = kinds_about(terms, at), _is_age(terms, at)
    others = []
    for key, (term, number) in found.items():
        line = located.source.line(number)
        place = line.index(term)
        if not (_may_count(located, word, term.value, number) and (is_year(word) or day == is_day_in(line, place))):
            continue
        if are_apart(units, kinds_about(line, place)) or age != _is_age(line, place):
            continue
        same = term.value in decade(word) or may_stand_for(word, term.value, Hedge.ABOUT)
        if same and not day:
            continue
        if key in said and (day or _is_of_one_sort(located, key, number)):
            continue
        if word.figure or _as_ordinal(located, term, number):
            others.append((term, number))
    if not others:
        return None
    term, number = max(others, key=lambda other: located.coverage[other[1]])
    return Rival(word=word, terms=(term,), sentence=number)


def _is_of_one_sort(located: Located, key: str, number: int) -> bool:
    """Whether claim and sentence use a figure alike, both as a count or both as an ordinal ("third", "three")."""
    said = {is_ordinal(w.low) for w in located.claim.content if w.term.key == key}
    told = zip(located.source.low(number), located.source.terms(number), strict=True)
    return said.issuperset(is_ordinal(low) for low, term in told if term.key == key)


def _may_count(located: Located, word: ClaimWord, other: float, number: int) -> bool:
    """Whether both figures look like years, or neither does. With a comma ("1,500") a figure is no year."""
    if is_year(word) or not looks_like_year(other):
        return is_year(word) == looks_like_year(other)
    return f"{other:,.0f}" in located.source.sentence(number)


def _is_age(terms: Sequence[Term], at: int) -> bool:
    """Whether a figure begins an age: "20-year-old"."""
    return [t.key for t in terms[at + 1 : at + 1 + len(_OLD)]] == _OLD


def _as_ordinal(located: Located, term: Term, number: int) -> bool:
    """Whether a sentence writes a figure as an ordinal. Only an ordinal is a rival of "first"."""
    return any(is_ordinal(w.lower()) for w in located.source.words(number) if term_of(w).key == term.key)


def _neighbours(content: tuple[ClaimWord, ...], at: int) -> list[tuple[int, ClaimWord]]:
    """The neighbours of a figure, each with its side. With a sign of money, also the word before the sign."""
    word = content[at]
    sides = [(BEFORE, content[at - 1])] if at and word.glued else []
    sign = content[at - 1] if at > 1 and content[at - 1].term.key in MONEY else None
    if sign and sign.glued and sign.end == word.start:
        sides.append((BEFORE, content[at - 2]))  # "cost £86,000"
    if at + 1 < len(content) and content[at + 1].glued:
        sides.append((BEHIND, content[at + 1]))
    return [(side, other) for side, other in sides if other.term.kind != "number"]


def _figures_beside(located: Located) -> dict[tuple[int, str], Found]:
    """The figures of the place by side and key of their neighbours, once with and once without signs of money."""
    beside: dict[tuple[int, str], Found] = {}
    for number in located.place:
        line = located.source.line(number)
        if all(term.kind != "number" for term in line):
            continue
        plain = [term for term in line if term.key not in MONEY]
        apart = _days_of_month_before(line)
        for left, right in (*pairwise(line), *_ranges(line), *(pairwise(plain) if len(plain) < len(line) else ())):
            if (left, right) in apart:
                continue
            if right.kind == "number":
                beside.setdefault((BEFORE, left.key), {}).setdefault(right.key, (right, number))
            if left.kind == "number":
                beside.setdefault((BEHIND, right.key), {}).setdefault(left.key, (left, number))
    return beside


def _days_of_month_before(line: list[Term]) -> set[tuple[Term, Term]]:
    """Days with the next month, to which they do not belong: (4, September) in "February 4 through September 21"."""
    fours = zip(line, line[1:], line[2:], line[3:], strict=False)
    return {
        (day, next_month)
        for month, day, next_month, next_day in fours
        if month.kind == next_month.kind == "month" and day.kind == next_day.kind == "number"
    }


def _ranges(line: list[Term]) -> list[tuple[Term, Term]]:
    """The first of two figures with the word behind both: 17 with June in "17-18 June", 57 in "57 to 43 percent"."""
    return [
        (first, unit)
        for first, second, unit in zip(line, line[1:], line[2:], strict=False)
        if unit.kind != "number" and first.kind == "number" and second.kind == "number"
    ]
