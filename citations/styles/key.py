"""``[RFC1234]``, ``[Finch2004]``, ``[Knu97]``: the key of a source in a list of references under a heading.

Any word can stand in brackets, so a key has a figure or two capital letters, and it counts only where the list has it.
"""

import re
from collections.abc import Iterator

from citations.drafts import Draft
from citations.styles.base import KEY, Candidate, Head, Strength, in_text

_ONE = rf"{KEY}(?:(?:,\s(?:Section|Sec\.|§|pp?\.|ch\.|Chapter)|:)\s?[\w.–-]{{1,20}})?"
_MARKER = re.compile(rf"\[(?P<keys>{_ONE}(?:[,;]\s?{_ONE}){{0,20}}+)\](?![(:]|,\s\d{{4}}\b)")
"""A bracket before a year holds the letters of a body: "(Orrin Ferry Board [OFB], 2019)"."""
_HEAD = re.compile(rf"\s{{0,3}}\[(?P<key>{KEY})\]:?\s*(?=\S|$)")
_SMALL_WORD = re.compile(r"\s[a-z]")
_KEY = re.compile(KEY)


class _Key:
    name = "key"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        for found in _MARKER.finditer(draft.text) if "[" in draft.text else ():
            keys = tuple(one for part in re.split(r"[,;]\s?", found["keys"]) if (one := _key_of(part)))
            span = (found.end(), found.end()) if _is_word(draft.text, *found.span()) else found.span()
            yield in_text(draft, span, keys, style=self.name)

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text)
        if found is None:
            return None
        return Head(label=found["key"], end=found.end(), style=self.name, strength=Strength.LIKELY)


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a key opens a sentence, whose subject it is: "[RFC1234] says so"."""
    before = text[max(start - 3, 0) : start].rstrip()
    return (not before or before[-1] in ".!?:") and _SMALL_WORD.match(text, end) is not None


def _key_of(part: str) -> str:
    found = _KEY.match(part)
    return found[0] if found else ""


STYLE = _Key()
