"""Times of day: told by another clock ("5 pm" where the source has 17:00), or in the other half of the day."""

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
_WITH_STOP = re.compile(r"(?P<of_24>[01]?\d|2[0-3])\.(?P<past>[0-5]\d)")
"""A time as Italians, Germans or Danes write it, too: "19.29"."""
_HALF_DAY, _OF_A_DAY, _HOUR = 12, 24, 60


def told_by_clock(located: Located, word: ClaimWord) -> bool:
    """Whether a figure of the claim is part of a time of day that the place tells by the other clock."""
    times = (m for m in _TIME.finditer(located.claim.text) if m.start() <= word.start < m.end())
    mine = next(times, None) or _WITH_STOP.fullmatch(word.surface)
    if mine is None:
        return False
    told = (m for number in located.place for m in _TIME.finditer(located.source.sentence(number)))
    return any(_minutes(m) == _minutes(mine) for m in told)


def other_half_of_day(located: Located) -> tuple[Rival, ...]:
    """Give the times of the claim for which its own sentences have only the same in the other half of the day."""
    figures = {w.start: w for w in located.claim.content if w.figure and w.term.value <= _OF_A_DAY}
    times = _TIME.finditer(located.claim.text) if figures else ()
    ours = [(figures[m.start()], _minutes(m)) for m in times if m.start() in figures]
    own = own_sentences(located) if ours else []
    told = [(number, m) for number in own for m in _TIME.finditer(located.source.sentence(number))]
    out = []
    for word, mine in ours:
        there = next(((i, m) for i, m in told if abs(_minutes(m) - mine) == _HALF_DAY * _HOUR), None)
        if there and all(_minutes(m) != mine for _, m in told):
            number, time = there
            places = located.source.places(number, *time.span())
            out.append(rival_at(word, located.source.words(number), number, places))
    return tuple(out)


def _minutes(time: re.Match[str]) -> int:
    """The minutes since midnight."""
    if time["of_24"]:
        return int(time["of_24"]) * _HOUR + int(time["past"])
    hour = int(time["hour"]) % _HALF_DAY + (_HALF_DAY if time["half"].lower() == "p" else 0)
    return hour * _HOUR + int(time["minute"] or 0)
