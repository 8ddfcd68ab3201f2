"""Two names in the wrong order: "Kahn was the pupil of Piano" where the source has "Kahn, Piano's teacher"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located

_ABOVE = frozenset(
    ("mentor", "teacher", "father", "mother", "grandfather", "grandmother", "uncle", "aunt", "predecessor", "boss")
)
_BELOW = frozenset(
    ("pupil", "student", "disciple", "son", "daughter", "grandson", "granddaughter", "nephew", "niece", "successor")
)
"""Words that say which of two people came first, and which second."""
_OF_PEOPLE = _ABOVE | _BELOW
_OF_NAMES = ("known as", "called", "named", "renamed", "its name to")
"""Words of which one stands in each text that tells of an old and a new name."""
_TELLING = _OF_PEOPLE | {"known", "called", "named", "renamed", "name"}
"""Words of which each relation has one."""
_WORD = rf"(?P<word>{'|'.join(sorted(_OF_PEOPLE))})\b"
_NAME = r"[A-ZÀ-Þ][\w-]{1,30}"
_HIS = rf"'s (?:[a-z]{{1,20}} )?{_WORD}"
_APPOSITION = re.compile(rf"(?P<one>{_NAME}), (?P<other>{_NAME}){_HIS}(?=[,.;:)]|$)")
"""“Kahn, Piano's former mentor,”. Whoever is "said" or "was" behind it is another one."""
_IS = re.compile(rf"(?P<one>{_NAME}) (?:was|is) (?P<other>{_NAME}){_HIS}")
"""“Kahn was Piano's mentor”."""
_OF = re.compile(
    rf"(?P<one>{_NAME})(?: was| is|, who was|,) (?:the |a )?(?:[a-z]{{1,20}} )?{_WORD} of "
    rf"(?:{_NAME} ){{0,2}}(?P<other>{_NAME})\b"
)
"""“Kahn was the mentor of Renzo Piano”."""
_OWNED = re.compile(rf"(?P<other>{_NAME}){_HIS},? (?:was |is )?(?:{_NAME} ){{0,2}}(?P<one>{_NAME})\b")
"""“Piano's mentor, Louis Kahn”."""


_RENAMED = re.compile(
    rf"(?P<one>{_NAME})[^.;A-ZÀ-Þ]{{0,80}} (?:(?:is|are) now,? (?:officially,? )?(?:known as|called|named)"
    rf"|(?:was|were) (?:later |then |since )?renamed(?: as)?|changed its name to|became known as)"
    rf" (?:the )?(?P<other>{_NAME})\b"
)
"""“Olmen is now officially known as Aldmen”: the new name stands second."""
_FORMERLY = re.compile(
    rf"(?P<other>{_NAME}),? \(?(?:which was |was )?(?:formerly|previously|originally|once) (?:known as|called|named)"
    rf" (?:the )?(?P<one>{_NAME})\b"
)
"""“Aldmen, formerly known as Olmen”."""


class _Relation(NamedTuple):
    """Who came first and who second, by one word of each name, and where in the text this is said."""

    first: str
    second: str
    start: int
    end: int


def exchanged_relations(located: Located) -> tuple[Rival, ...]:
    """Give the name that comes first in a relation of the claim, if the source has it second to the same other name.

    No rival if the source has both orders.
    """
    if _TELLING.isdisjoint(located.claim.low):
        return ()
    return tuple(rival for mine in _relations(located.claim.text) if (rival := _rival(located, mine)))


def _rival(located: Located, mine: _Relation) -> Rival | None:
    word = next((w for w in located.claim.words if w.start >= mine.start and w.surface.startswith(mine.first)), None)
    found = None
    for number in located.place if word else ():
        for told in _relations(located.source.sentence(number)):
            if (told.first, told.second) == (mine.first, mine.second):
                return None
            if found is None and word and (told.first, told.second) == (mine.second, mine.first):
                places = located.source.places(number, told.start, told.end)
                found = rival_at(word, located.source.words(number), number, places)
    return found


def _relations(text: str) -> Iterator[_Relation]:
    """Yield the relations between two names in a text."""
    for pattern in (_RENAMED, _FORMERLY) if any(word in text for word in _OF_NAMES) else ():
        for match in pattern.finditer(text):
            yield _Relation(match["one"], match["other"], match.start(), match.end())
    if not any(word in text for word in _OF_PEOPLE):
        return
    for pattern in (_APPOSITION, _IS, _OF, _OWNED):
        for match in pattern.finditer(text):
            one, other = match["one"], match["other"]
            first, second = (one, other) if match["word"] in _ABOVE else (other, one)
            yield _Relation(first, second, match.start(), match.end())
