"""Chinese and Japanese print: signs as wide as ideographs, and names with what each person did behind them."""

import re
from collections.abc import Iterator

WIDE = re.compile(r"[\u3000\uff02-\uff1e\uff20-\uff5e。]|(?<=[」』》）)\d])、|、(?=[\d０-９])")
"""A sign as wide as an ideograph, "？" and "！" apart, which end no title; "、" only behind marks or beside figures."""
_NARROW = {"。": ".", "、": ",", "\u3000": " ", "～": "-", "－": "-"}
_SPACED = frozenset(".,:;)")
"""Signs that a blank follows in other scripts."""
_OFFSET = 0xFEE0
"""From the wide form of a letter or figure down to the narrow one."""


def narrowed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each wide sign of ``text`` with what other scripts set for it, and its blank."""
    for wide in WIDE.finditer(text):
        sign = _NARROW.get(wide[0]) or chr(ord(wide[0]) - _OFFSET)
        before, after = text[wide.start() - 1 : wide.start()], text[wide.end() : wide.end() + 1]
        opens = sign == "(" and not before.isspace() and bool(before)
        ends = sign in _SPACED and bool(after) and not after.isspace() and WIDE.match(after) is None
        yield wide.start(), f"{' ' if opens else ''}{sign}{' ' if ends else ''}"


_ROLES = "編著|共著|原著|原作|著|作|主编|编著|編|编|監訳|翻訳|編訳|補訳|訳|译|校注"
_CREDITED = re.compile(rf"\s?([^、,]{{1,40}}?)\s?[・:]?\s?({_ROLES})(?=[、,]|\s|\Z)[、,]?")
_TRANSLATED = ("訳", "译", "校注")


def named_by_role(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Give who wrote or edited a work where a word behind each name says so ("…著、…訳"), ``()`` where none does."""
    if text[start:end].isascii() or _CREDITED.match(text, start, end) is None:
        return ()
    named = _CREDITED.finditer(text, start, end)
    return tuple(credit.span(1) for credit in named if not credit[2].endswith(_TRANSLATED))
