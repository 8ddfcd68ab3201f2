"""Another last name after the same first names: the claim has "Ada Lind", the source "Ada Brandt"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import MOST_TIMES, found_in, places_of
from verifier.matching.details.names.whole_names import names_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.terms import is_name, term_of

LONGEST = 40
"""Characters before a name that are looked at."""
_BEHIND = re.compile(rf" ([A-ZÀ-Þ][\w'-]{{1,{LONGEST}}})(?! [A-ZÀ-Þ]\w)")
_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'-]* $")


def other_fellows(located: Located, strangers: Sequence[ClaimWord]) -> tuple[Rival, ...]:
    """Give the last words of names for which the source has another wherever it has the first words.

    First words that it has alone too, or with several others, are a name of their own: "Boston Globe" is no rival of a
    "Boston Herald" where Boston is told of. A last word that stands elsewhere may be of the same person, so somebody
    looks ("Ada Berg", where there are an Ada Lund and an Olaf Berg).
    """
    gone = {w.term.key for w in strangers}
    names = (name for name in names_of(located) if len(name) > 1 and gone.isdisjoint(w.term.key for w in name[:-1]))
    told = located.source.folded.text
    apart = (n for n in names if n[-1].term.key in gone or " ".join(_surfaces(n)) not in told)
    rivals = ((name, _rival(located, name)) for name in apart)
    return tuple(replace(r, sure=name[-1].term.key in gone) for name, r in rivals if r is not None)


def _surfaces(name: Sequence[ClaimWord]) -> list[str]:
    return [w.surface.removesuffix("'s") for w in name]


def _rival(located: Located, name: Sequence[ClaimWord]) -> Rival | None:
    """The word that a sentence of the place has for the last word of a name."""
    first = _surfaces(name[:-1])
    text = located.source.folded.text
    fellows = {_fellow(text, start, end) for start, end in islice(found_in(" ".join(first), text), MOST_TIMES)}
    other = fellows.pop() if len(fellows) == 1 else ""
    if not other or term_of(other).key in {located.key(name[-1]), *located.bits}:
        return None
    for number in located.place:
        told = located.source.words(number)
        for at in places_of([*first, other], told):
            return rival_at(name[-1], told, number, (at + len(first),))
    return None


def _fellow(text: str, start: int, end: int) -> str:
    """The word with a capital that follows a piece of a text; nothing if none or two do, or one goes before."""
    behind = _BEHIND.match(text, end)
    before = _BEFORE.search(text, max(0, start - LONGEST), start)
    return behind[1] if behind is not None and is_name(behind[1]) and before is None else ""
