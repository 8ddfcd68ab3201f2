"""Chinese and Japanese print: signs as wide as ideographs, and what other scripts set for them."""

import re
from collections.abc import Iterator

WIDE = re.compile(r"[\u3000\uff02-\uff1e\uff20-\uff5e。]|(?<=[」』》）)\d])、|、(?=[\d０-９])")
"""A sign as wide as an ideograph, "？" and "！" apart, which end no title; "、" only after marks or beside figures."""
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
