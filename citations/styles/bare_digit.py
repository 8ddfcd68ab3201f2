"""A label as a bare figure: glued to the word or its full stop ("signed.4"), or behind a blank ("signed. 4 It").

Any figure of the text could be one, so each is weighed by where it stands, and only those count that make the longest
series together.
"""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import Candidate, Head, Strength

_MARKER = re.compile(r"(?<![\d$€£#.,/:–+*×=~<>-])(?P<gap>\s?)(?P<label>\d{1,3})(?![\d%‰°€$/]|[.,:]\d|\s?%)")
_HEAD = re.compile(r"\s{0,3}(?P<label>\d{1,4}|[ivxlcIVXLC]{1,8}(?=[.)]))(?P<stop>[.)]\s?|\s)\s*(?=\S)")
_CLOSERS = "”\"’'»)]」』）"
_STOPS = ".!?。！？…"
_PAUSES = ",;:，；：、"
_COUNTED = re.compile(
    r"\s?(?:[-–]\s?)?(?:(?:million|billion|thousand|hundred|percent|per cent|years?|days?|months?|weeks?|hours?|"
    r"minutes?|January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"[年月日号个種种章条項項%])"
)


class _BareDigit:
    name = "bare-digit"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        text = draft.text
        for found in _GLUED.finditer(text):
            weight = _weight(text, found.start(), found.start("label"), found.end())
            if weight:
                yield Candidate(
                    labels=(found["label"],),
                    start=found.start("label"),
                    end=found.end(),
                    position=draft.position_at(found.start("label")),
                    raw=found["label"],
                    style=self.name,
                    strength=Strength.WEAK,
                    weight=weight,
                    dubious=True,
                )

    def find_head(self, draft: Draft) -> Head | None:
        if draft.label is not None and not draft.note:
            return Head(label=draft.label, end=0, style=self.name, strength=Strength.WEAK)
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        return Head(label=found["label"], end=found.end(), style=self.name, strength=Strength.WEAK)


_GLUED = re.compile(
    r"(?<![\d$€£#/–+×=~<>-])(?<!\d[.,:])(?P<gap>\s?)(?<![\d$€£#])(?P<label>\d{1,3})(?![\d%‰°€$/]|[.,:]\d|\s?%)(?![A-Za-z])"
)


def _weight(text: str, start: int, label: int, end: int) -> int:
    """Give 0 (no marker) to 8 (behind a full stop or closing quotation mark, without a blank)."""
    before = text[start - 1 : start]
    after = text[end : end + 2]
    if not before or _COUNTED.match(text, end):
        return 0
    glued = start == label
    closed = before in _STOPS or before in _CLOSERS or before in _PAUSES
    if glued:
        return 8 if closed else 6 if before.islower() else 4 if before.isalpha() else 0
    if before in _STOPS or before in _CLOSERS:
        return 5 if not after.strip() or after[1:].isupper() or after[1:] in "“\"‘'(" else 3
    ends = not after or (after[0] in _STOPS + _PAUSES + ")”")
    return 3 if ends and before.isalpha() else 2 if before in _PAUSES else 1


STYLE = _BareDigit()
