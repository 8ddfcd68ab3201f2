"""Finds the forms in which a source has the words of a claim: same stem, related word, other spelling of a name."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from verifier.matching.claim_words import ClaimWord, ClaimWords
from verifier.matching.folding import base_letters
from verifier.matching.lookup import SHORTEST_BEGINNING, beginning_of
from verifier.matching.numbers import FOREIGN_COUNTS, ROMANS, SPELLED
from verifier.matching.rounding import Hedge, are_years, hedge_of, may_stand_for
from verifier.matching.source import Forms, SourceIndex, by_key
from verifier.matching.stems import IRREGULAR, stem
from verifier.matching.terms import ALIASES, term_of
from verifier.matching.vocabulary import listed

ROOT = 4
"""Letters that related words share at their beginning."""
SHORT_NAME, LONGEST_ENDING = 6, 4
"""Letters. A name up to ``SHORT_NAME`` needs only its root in common with a related word, other words one letter more.
Related words differ in length by ``LONGEST_ENDING`` at most."""
NAME_LIKENESS = 84.0
"""Per cent of ``rapidfuzz.fuzz.ratio`` from which two names are spellings of one (Zelensky and Zelenskyy: 94)."""
RELATED_NAMES = 66.0
"""The same for names that begin alike (Libya and Libyan: 91; Ireland and Irish: 50)."""
_BODIES = frozenset(
    listed(
        """administration agency association authority bank board bureau commission committee company confederation
        congress corporation council court department federation foundation fund group institute institution league
        ministry movement office organisation organization party programme service society tribunal trust union
        university"""
    )
)
"""What a body is called once its whole name has been told."""
BEGINNINGS_KEPT = 50_000
"""Words whose beginnings are cached, about 15 MB at most."""

_FORMS_OF: dict[str, set[str]] = {}
"""For each key the words that no rule about endings leads to: irregular forms, numbers in letters, abbreviations."""
for _form, _base in IRREGULAR.items():
    _FORMS_OF.setdefault(stem(_base), {_base}).add(_form)
for _form, _value in (*SPELLED.items(), *ROMANS.items()):
    _FORMS_OF.setdefault(f"#{_value}", {str(_value)}).add(_form)
for _form, _key in ALIASES.items():
    _FORMS_OF.setdefault(_key, set()).add(_form)
_COUNTS_BEGIN: dict[str, set[str]] = {}
"""For the key of each number the beginnings of its words in languages other than English."""
for _form, _value in FOREIGN_COUNTS.items():
    _COUNTS_BEGIN.setdefault(f"#{_value}", set()).add(beginning_of(_form, ROOT))
_PEOPLES = {"usa": term_of("American").key}
"""Keys of countries and of their people where the two words begin differently, in both directions."""
for _country, _people in tuple(_PEOPLES.items()):
    _PEOPLES[_people] = _country
    _FORMS_OF[_people] = {*_FORMS_OF[_country], "American"}
    _FORMS_OF[_country].add("American")


def forms_on_page(claim: ClaimWords, source: SourceIndex) -> tuple[Forms, dict[str, str]]:
    """Give the forms in which a source has each word of a claim, and its twins: words it has in a related form only.

    Both are by the key of the claim's word; a word that the source has in no form is in neither.
    """
    words = {w.term.key: w for w in claim.content}
    beginnings = set().union(*[_beginnings(w.surface, key) for key, w in words.items()])
    if claim.language != "en":
        beginnings = beginnings.union(*[_COUNTS_BEGIN[key] for key in words if key in _COUNTS_BEGIN])
    near = by_key(source.near(beginnings))
    found = {key: near[key] for key in words if key in near}
    twins: dict[str, str] = {}
    for key in (k for k in words if k in _PEOPLES and k not in found and _PEOPLES[k] in near):
        twins[key], found[key] = _PEOPLES[key], near[_PEOPLES[key]]
    lacking = [w for key, w in words.items() if key not in found and w.term.kind == "word" and len(key) >= ROOT]
    by_root = _by_root(near) if lacking else {}
    rounded = [w for key, w in words.items() if w.figure and key not in found]
    exacts = {k: f for k, f in near.items() if k[0] == "#" and not are_years(f)} if rounded else {}
    figures = {key: term_of(forms[0]).value for key, forms in exacts.items()}
    for word in rounded:
        exact = _before_rounding(word, figures, hedge_of(claim, word))
        if exact is not None:
            twins[word.term.key], found[word.term.key] = exact, near[exact]
    for word in lacking:
        key = word.term.key
        related = _related(word, by_root.get(key[:ROOT], ()), near)
        if related is None and word.name:
            related = other_spelling(word, source) or _initials_of_body(word, claim, source)
        if related is not None:
            twins[key], found[key] = related
    return found, twins


@lru_cache(maxsize=BEGINNINGS_KEPT)
def _beginnings(surface: str, key: str) -> frozenset[str]:
    """The beginnings that forms of a word can have in a source: its first letters, fewer for a short word.

    A day may be written "05". A figure that can be a year is never a rounded one, so more of its digits are known.
    """
    if are_years((surface,)):
        return frozenset((surface[:SHORTEST_BEGINNING], f"{surface[0]},{surface[1]}"))
    letters = max(SHORTEST_BEGINNING, min(len(key) - 2, ROOT))
    out = {beginning_of(w, letters) for w in (surface, base_letters(surface), *_FORMS_OF.get(key, ()))}
    return frozenset(out | {f"0{key[1]}"} if len(key) == len("#5") and key[0] == "#" else out)


def _before_rounding(word: ClaimWord, figures: Mapping[str, float], hedge: Hedge) -> str | None:
    """The key of the nearest figure of the source that the claim may have rounded: 31,241 for "more than 31,000"."""
    exact = [key for key, value in figures.items() if may_stand_for(word, value, hedge)]
    return min(exact, key=lambda key: abs(figures[key] - word.term.value), default=None)


def _by_root(near: Forms) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for key in near:
        out.setdefault(key[:ROOT], []).append(key)
    return out


def _related(word: ClaimWord, alike: Iterable[str], near: Forms) -> tuple[str, list[str]] | None:
    """The key and forms of a related word of the source (Libya, Libyan), the nearest in length.

    For a name the related word must be nearly the same and have a capital in the source. ``alike``: the keys of the
    source that share the root.
    """
    key = word.term.key
    some = key[: ROOT if word.name and len(key) <= SHORT_NAME else ROOT + 1]
    alike = [k for k in alike if k.startswith(some) and abs(len(k) - len(key)) <= LONGEST_ENDING]
    if word.name:
        alike = [k for k in alike if any(f[0].isupper() for f in near[k]) and fuzz.ratio(k, key) >= RELATED_NAMES]
    if not alike:
        return None
    nearest = min(alike, key=lambda k: (abs(len(k) - len(key)), k))
    return nearest, near[nearest]


def _initials_of_body(word: ClaimWord, claim: ClaimWords, source: SourceIndex) -> tuple[str, list[str]] | None:
    """The key and forms of the initials that "the Authority" alone may stand for in a source: "GBRMPA"."""
    at = claim.places[word.start]
    alone = at and claim.low[at - 1] == "the" and not (at + 1 < len(claim.words) and claim.words[at + 1].name)
    if word.low not in _BODIES or not alone:
        return None
    letter = word.surface[0]
    found = re.search(rf"\b[A-Z]{{2,6}}{letter}[A-Z]{{0,2}}\b", source.folded.text)
    if found is None:
        return None
    key = term_of(found[0]).key
    forms = by_key(source.near(_beginnings(found[0], key))).get(key)
    return (key, forms) if forms else None


def other_spelling(name: ClaimWord, source: SourceIndex) -> tuple[str, list[str]] | None:
    """Give the key and forms of a name of the source that is nearly the same as a name of the claim."""
    key = name.term.key
    if len(key) <= ROOT:
        return None
    names = source.names_on(name.surface[0])
    found = process.extractOne(key, names.keys(), scorer=fuzz.ratio, score_cutoff=NAME_LIKENESS)
    if found is None:
        return None
    other: str = found[0]
    return other, names[other]
