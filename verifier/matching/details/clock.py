"""Times of day that the source tells by another clock: "5 pm" where it has 17:00."""

import re

from verifier.matching.claim_words import ClaimWord
from verifier.matching.locate import Located

_TIME = re.compile(
    r"(?<![\d.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.? ?m\b"
    r"|(?<![\d.,:])(?P<of_24>\d{1,2}):(?P<past>\d\d)(?![:\d])",
    re.IGNORECASE,
)
_HALF_DAY, _HOUR = 12, 60


def told_by_clock(located: Located, word: ClaimWord) -> bool:
    """Whether a figure of the claim is part of a time of day that the place tells by the other clock."""
    mine = next((m for m in _TIME.finditer(located.claim.text) if m.start() <= word.start < m.end()), None)
    if mine is None:
        return False
    times = (m for number in located.place for m in _TIME.finditer(located.source.sentence(number)))
    return any(_minutes(m) == _minutes(mine) for m in times)


def _minutes(time: re.Match[str]) -> int:
    """The minutes since midnight."""
    if time["of_24"]:
        return int(time["of_24"]) * _HOUR + int(time["past"])
    hour = int(time["hour"]) % _HALF_DAY + (_HALF_DAY if time["half"].lower() == "p" else 0)
    return hour * _HOUR + int(time["minute"] or 0)
