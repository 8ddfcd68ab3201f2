"""Terms: the words of a claim or a source in the form in which they are compared."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from verifier.matching.folding import base_letters
from verifier.matching.numbers import (
    ELSEWHERE,
    GERMAN_MONTHS,
    JOINED,
    LOWER_MONTHS,
    MONTHS,
    ROMANS,
    SCALES_ELSEWHERE,
    SPELLED,
    value_of,
)
from verifier.matching.stems import stem
from verifier.matching.vocabulary import DENYING, NEGATIONS, STOPWORDS

LETTERED_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "crore", "lakh", "bn", "mn")
"""Scales that belong to the number before them over a blank or a hyphen."""

ALIASES = {
    **dict.fromkeys(("US", "USA", "U.S.", "U.S.A.", "America"), "usa"),
    **dict.fromkeys(("UK", "U.K.", "Britain"), "britain"),
    **dict.fromkeys(("EU", "E.U."), "eu"),
    **dict.fromkeys(("UN", "U.N."), "un"),
    **dict.fromkeys(("Muhammad", "Muhammed", "Mohammad", "Mohammed", "Mohamad", "Mohamed"), "muhammad"),
}
"""Abbreviations that are stopwords, or another word, in lower case, with what else they are called; and the name that
is spelled in more ways than likeness tells."""
_DOTTED = r"\.(?:(?<=\bU\.)(?:S\.(?:A\.)?|K\.|N\.)|(?<=\bE\.)U\.)"
"""The rest of those with full stops, which else fall apart into letters that weigh nothing."""

WRITTEN_SCALES = (*LETTERED_SCALES, "Million", *SCALES_ELSEWHERE)
"""Those, and the scales of other languages, as they are written."""
_SCALE = rf"(?:{'|'.join(WRITTEN_SCALES)})"
_UNIT = r"(?:kg|km|cm|mm|mg|ml|ha|ft|lbs?|oz|mph|kph|hrs?|mins?|secs?|[gtlpC])(?![\w'])"
"""Short forms of units, which many write without a blank behind their figure ("1.4kg", "60mph")."""
_NUMBER_ENDING = (
    rf"\d*(?:,\d{{3}})*(?:\.\d+|,\d\d?(?!\d))?"
    rf"(?:(?:st|nd|rd|th|s|(?i:bn|mn|tn|[bkm])|[ -]{_SCALE})?(?!\w)|(?={_UNIT}))"
)
_ONES = rf"-(?i:(?<=ty-)(?:{'|'.join(dict.fromkeys(word.partition('-')[2] for word in JOINED))}))(?!\w)"
"""The second half of a number in letters ("forty-three"). It opens with its hyphen, as the one above with its stop: a
character is looked up sooner than what stands before it."""
_LETTERS = r"a-zA-Z0-9_\w"
"""Letters and digits; the plain ones first, since ``re`` looks those up in a table."""
_APOSTROPHE = r"'(?<!\b[lLdDnNsScCjJmM]')(?<!\b[qQ]u')(?<!\bdell')(?<!\ball')(?<!\bnell')(?<!\bsull')"
"""Joins two parts of a word, but not an elided article or pronoun to its word ("l'eau", "qu'il", "dell'acqua")."""
WORD = re.compile(
    rf"[{_LETTERS}%$€£](?:"
    rf"(?<![\d%$€£])[{_LETTERS}]*+(?:{_APOSTROPHE}[{_LETTERS}]++)*+(?:{_ONES}|{_DOTTED})?+"
    rf"|(?<=\d){_NUMBER_ENDING}"
    rf"|(?<=\w)\w*+(?:{_APOSTROPHE}\w++)*+"
    r"|)"
)
"""A word, a number with its scale, or a sign that is one. One set of characters opens all of them: ``re`` runs ahead to
the next of these in one go, which an alternative at the start would forbid. What is read is never given back (``++``),
which spares ``re`` its notes on where it might."""

SURFACES_KEPT = 200_000
"""Forms of words whose term is remembered: a few hundred pages' worth, about 40 MB at most."""

LONGEST = 64
"""Characters of a word that are looked at: longer ones are no words."""


TermKind = Literal["stop", "word", "number", "month", "negation"]
"""What sort of term a word is. Strings, since every check asks for them: a member of an ``Enum`` takes three times as
long to look up as a string to compare."""


class Term(NamedTuple):
    """A word as it is compared: ``key`` is a stem, "#" and a number, "@" and a month, or "!not".

    ``value``: that of a number, 0.0 for any other word.
    """

    key: str
    kind: TermKind
    value: float = 0.0
    denying: bool = False


_LISTED = {
    **{low: Term(f".{low}", "stop", denying=low in DENYING) for low in STOPWORDS},
    **{low: Term("!not", "negation", denying=True) for low in NEGATIONS},
    **{low: Term(f"#{value}", "number", float(value)) for low, value in (SPELLED | ELSEWHERE).items()},
}
"""The terms of words that a list names; a number comes before a negation, and that before a stopword."""
_CAPITALS = {
    **{written: Term(key, "word") for written, key in ALIASES.items()},
    **{roman: Term(f"#{value}", "number", float(value)) for roman, value in ROMANS.items()},
}
"""The terms of what only capitals tell."""


class _Terms(dict[str, Term]):
    """The terms of the words met so far. Nearly every word has been met before, and a look-up has to be quick."""

    def __missing__(self, surface: str) -> Term:
        if len(self) >= SURFACES_KEPT:
            self.clear()
        term = self[surface] = _read_term(surface)
        return term


term_of: Callable[[str], Term] = _Terms().__getitem__
"""Gives the term of a word as it is written. Months count only with a capital ("May", not "may")."""


WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
"""Written with a capital, and no names of anybody."""


def is_name(word: str) -> bool:
    """Whether a word as a source writes it within a sentence looks like a name: a capital, and no listed word."""
    return len(word) > 1 and word[0].isupper() and word not in WEEKDAYS and term_of(word).kind == "word"


def _read_term(surface: str) -> Term:
    if (written := surface.removesuffix("'s")) in _CAPITALS:
        return _CAPITALS[written]
    low = surface.lower()
    plain = low.isalpha() and low.isascii() and len(low) <= LONGEST
    if not plain:
        low = base_letters(surface[:LONGEST].strip("_"))
        low = low.removesuffix("'s").removesuffix("'")
    if not low:
        return Term(surface, "stop")
    if low in MONTHS and surface[0].isupper():
        return Term(f"@{MONTHS[low]}", "month")
    if low in LOWER_MONTHS and (surface[0].islower() or low in GERMAN_MONTHS):
        return Term(f"@{LOWER_MONTHS[low]}", "month")
    listed = _LISTED.get(low)
    if listed is not None:
        return listed
    return Term(stem(low), "word", 0.0, low in DENYING) if plain else _odd(low)


def _odd(low: str) -> Term:
    """The term of what is not only plain letters: figures, short forms, other scripts."""
    if not low[0].isalpha():
        value = value_of(low)
        if value is not None:
            return Term(f"#{value:.12g}", "number", value)
    if "'" in low:
        if low.endswith("n't"):
            return _LISTED["not"]
        low = low.replace("'", "")
    return Term(stem(low), "word", 0.0, low in DENYING)
