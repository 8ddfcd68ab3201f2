"""Times of day: the same by the other clock ("5 pm", "17:00"), or in the other half of the day ("5 am", "5 pm")."""

import re

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.own_sentences import own_sentences
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located

_TIME = re.compile(
    r"(?<![\d.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.? ?m\b"
    r"|(?<![\d.,:])(?P<of_24>\d{1,2}):(?P<past>\d\d)(?![:\d])",
    re.IGNORECASE,
)
"""A time by the clock of 12 hours ("5 pm", "5.30 p.m.") or of 24 ("17:00")."""
_WITH_STOP = re.compile(r"(?P<of_24>[01]?\d|2[0-3])\.(?P<past>[0-5]\d)")
"""A time with a full stop, as in Italian, German or Danish: "19.29"."""
_HALF_DAY, _DAY = 12, 24
"""Hours."""
_HOUR = 60
"""Minutes."""


def told_by_clock(located: Located, word: ClaimWord) -> bool:
    """Whether a figure of the claim is part of a time of day that the place gives by either clock."""
    times = (m for m in _TIME.finditer(located.claim.text) if m.start() <= word.start < m.end())
    said = next(times, None) or _WITH_STOP.fullmatch(word.surface)
    if said is None:
        return False
    told = (m for number in located.place for m in _TIME.finditer(located.source.sentence(number)))
    return any(_minutes(m) == _minutes(said) for m in told)


def other_half_of_day(located: Located) -> tuple[Rival, ...]:
    """Give the claim's times that its own sentences have only in the other half of the day ("5 am" for "5 pm")."""
    figures = {w.start: w for w in located.claim.content if w.figure and w.term.value <= _DAY}
    times = _TIME.finditer(located.claim.text) if figures else ()
    said = [(figures[m.start()], _minutes(m)) for m in times if m.start() in figures]
    own = own_sentences(located) if said else []
    told = [(number, m) for number in own for m in _TIME.finditer(located.source.sentence(number))]
    out = []
    for word, minutes in said:
        other = next(((i, m) for i, m in told if abs(_minutes(m) - minutes) == _HALF_DAY * _HOUR), None)
        if other and all(_minutes(m) != minutes for _, m in told):
            number, time = other
            places = located.source.places(number, *time.span())
            out.append(rival_at(word, located.source.words(number), number, places))
    return tuple(out)


def _minutes(time: re.Match[str]) -> int:
    """The minutes from midnight to a time."""
    if time["of_24"]:
        return int(time["of_24"]) * _HOUR + int(time["past"])
    hour = int(time["hour"]) % _HALF_DAY + (_HALF_DAY if time["half"].lower() == "p" else 0)
    return hour * _HOUR + int(time["minute"] or 0)
