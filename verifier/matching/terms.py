"""Terms: the form in which the words of claim and source are compared (a stem, a number's value, a month)."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from verifier.matching.folding import base_letters
from verifier.matching.numbers import (
    FOREIGN_COUNTS,
    FOREIGN_SCALES,
    GERMAN_MONTHS,
    JOINED,
    LOWER_MONTHS,
    MONTHS,
    ROMANS,
    SPELLED,
    value_of,
)
from verifier.matching.stems import stem
from verifier.matching.vocabulary import DENYING, NEGATIONS, STOPWORDS

LETTERED_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "crore", "lakh", "bn", "mn")
"""Scales that belong to the number before them, across a blank or a hyphen."""

_TITLES = {
    "lieutenant": "Lt",
    "colonel": "Col",
    "captain": "Capt",
    "general": "Gen",
    "major": "Maj",
    "sergeant": "Sgt",
    "admiral": "Adm",
    "reverend": "Rev",
    "professor": "Prof",
    "governor": "Gov",
    "senator": "Sen",
    "mount": "Mt",
}
"""Titles and the like, each with its abbreviation."""
ALIASES = {
    **dict.fromkeys(("US", "USA", "U.S.", "U.S.A.", "America"), "usa"),
    **dict.fromkeys(("UK", "U.K.", "Britain"), "britain"),
    **dict.fromkeys(("EU", "E.U."), "eu"),
    **dict.fromkeys(("UN", "U.N."), "un"),
    "NOR": stem("norway"),
    **{short: stem(long) for long, short in _TITLES.items()},
    **dict.fromkeys(("Muhammad", "Muhammed", "Mohammad", "Mohammed", "Mohamad", "Mohamed"), "muhammad"),
}
"""Abbreviations that would be stopwords or other words in lower case ("US", "us"), with their other names; and a name
whose spellings differ too much to be found by likeness. Each is written as the key of its term."""
_DOTTED = r"\.(?:(?<=\bU\.)(?:S\.(?:A\.)?|K\.|N\.)|(?<=\bE\.)U\.)"
"""The rest of an abbreviation with full stops ("S." of "U.S."). Otherwise it would fall apart into single letters,
which carry no weight."""

WRITTEN_SCALES = (*LETTERED_SCALES, "Million", *FOREIGN_SCALES)
"""The lettered scales and those of other languages, as they are written."""
_SCALE = rf"(?:{'|'.join(WRITTEN_SCALES)})"
_UNIT = r"(?:kg|km|cm|mm|mg|ml|ha|ft|lbs?|oz|mph|kph|hrs?|mins?|secs?|[gtlpC])(?![\w'])"
"""Abbreviated units, which are often written without a blank behind their figure ("1.4kg", "60mph")."""
_NUMBER_ENDING = (
    rf"\d*(?:,\d{{3}})*(?:\.\d+|,\d\d?(?!\d))?"
    rf"(?:(?:st|nd|rd|th|s|(?i:bn|mn|tn|[bkm])|[ -]{_SCALE})?(?!\w)|(?={_UNIT}))"
)
_ONES = rf"-(?i:(?<=ty-)(?:{'|'.join(dict.fromkeys(word.partition('-')[2] for word in JOINED))}))(?!\w)"
"""The second half of a number in letters ("-three" of "forty-three"). The pattern opens with its hyphen, as the dotted
one opens with its stop, because ``re`` tests a character faster than a lookbehind."""
_LETTERS = r"a-zA-Z0-9_\w"
"""Letters and digits. The ASCII ones come first, since ``re`` looks those up in a table."""
_APOSTROPHE = r"'(?<!\b[lLdDnNsScCjJmM]')(?<!\b[qQ]u')(?<!\bdell')(?<!\ball')(?<!\bnell')(?<!\bsull')"
"""An apostrophe within a word. Not one behind an elided article or pronoun ("l'eau", "qu'il", "dell'acqua")."""
WORD = re.compile(
    rf"[{_LETTERS}%$€£](?:"
    rf"(?<![\d%$€£])[{_LETTERS}]*+(?:{_APOSTROPHE}[{_LETTERS}]++)*+(?:{_ONES}|{_DOTTED})?+"
    rf"|(?<=\d){_NUMBER_ENDING}"
    rf"|(?<=\w)\w*+(?:{_APOSTROPHE}\w++)*+"
    r"|)"
)
"""A word, a number with its scale, or a sign that counts as a word (``%``, ``$``). For speed, one set of characters
opens all of them (``re`` skips ahead to the next of these, which alternatives at the start would prevent), and the
repeats are possessive (``++``), so that ``re`` remembers no places to go back to."""

SURFACES_KEPT = 200_000
"""Forms of words whose terms are cached: those of a few hundred pages, about 40 MB at most."""

LONGEST = 64
"""Characters of a word that are read. Real words are shorter."""


TermKind = Literal["stop", "word", "number", "month", "negation"]
"""What sort of term a word is. Strings because every check asks for it: looking up a member of an ``Enum`` takes three
times as long as comparing strings."""


class Term(NamedTuple):
    """A word as it is compared. Two words mean the same if their keys are equal.

    ``key``: a stem ("plan"), "#" and a number ("#1200"), "@" and a month ("@5"), "!not" for a negation, or "." and a
    stopword (".the"). ``value``: that of a number, 0.0 for any other word. ``denying``: the word denies what follows.
    """

    key: str
    kind: TermKind
    value: float = 0.0
    denying: bool = False


_LISTED = {
    **{low: Term(f".{low}", "stop", denying=low in DENYING) for low in STOPWORDS},
    **{low: Term("!not", "negation", denying=True) for low in NEGATIONS},
    **{low: Term(f"#{value}", "number", float(value)) for low, value in (SPELLED | FOREIGN_COUNTS).items()},
}
"""The terms of all listed words. A word of several lists is a number before a negation, and that before a stopword."""
_CAPITALS = {
    **{written: Term(key, "word") for written, key in ALIASES.items()},
    **{roman: Term(f"#{value}", "number", float(value)) for roman, value in ROMANS.items()},
}
"""The terms of words that count only if written with capitals ("US", "XIV")."""


class _Terms(dict[str, Term]):
    """A cache of terms by the word as written. Nearly every word has been met before, and a look-up has to be quick."""

    def __missing__(self, surface: str) -> Term:
        if len(self) >= SURFACES_KEPT:
            self.clear()
        term = self[surface] = _read_term(surface)
        return term


term_of: Callable[[str], Term] = _Terms().__getitem__
"""Gives the term of a word as it is written. "May" is a month with a capital only, as are some others."""


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The days of the week, in order."""
WEEKDAYS = frozenset(WEEK)
"""Words with a capital that are not names."""


def is_name(word: str) -> bool:
    """Whether a word from the middle of a source sentence looks like a name: a capital, and in no list of words."""
    return len(word) > 1 and word[0].isupper() and word not in WEEKDAYS and term_of(word).kind == "word"


def _read_term(surface: str) -> Term:
    """The term of a word as it is written, read anew."""
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
    """The term of a word that is not only ASCII letters: a figure, a contraction, a word of another script."""
    if not low[0].isalpha():
        value = value_of(low)
        if value is not None:
            return Term(f"#{value:.12g}", "number", value)
    if "'" in low:
        if low.endswith("n't"):
            return _LISTED["not"]
        low = low.replace("'", "")
    return Term(stem(low), "word", 0.0, low in DENYING)
