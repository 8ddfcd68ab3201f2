"""Text without the differences that no reviewer cares about: case, white space, kinds of quotation marks and dashes.

A decision is tied to folded text, so the rules here must not change lightly: a change reopens decisions.
"""

import re
import unicodedata

from reports.one_line import whole

_QUOTES_AND_DASHES = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−", '\'\'\'\'""""""-------')
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_CUT = re.compile(r"\[ ?(?:…|\.\.\.) ?\]|…|\.\.\.")

_LONG_CUT = 12
"""Characters below which a piece between two cut marks says nothing; a guess, short beside passages of 40 to 300."""


def folded(text: str) -> str:
    """Give the text in the form in which decisions compare it; white space at both ends is gone."""
    plain = unicodedata.normalize("NFKC", whole(text).replace("…", "...")).translate(_QUOTES_AND_DASHES)
    return " ".join(plain.translate(_UNSEEN).split()).casefold()


def still_contains(folded_source: str, passage: str) -> bool:
    """Whether the passage stands in the source, given folded; an empty passage always does.

    A passage that was cut with … or [...] stands when its pieces do, in their order.
    """
    wanted = folded(passage)
    if wanted in folded_source:
        return True
    pieces = [piece.strip() for piece in _CUT.split(wanted)]
    telling = [piece for piece in pieces if len(piece) >= _LONG_CUT]
    return bool(telling) and _stand_in_order(folded_source, telling)


def _stand_in_order(text: str, pieces: list[str]) -> bool:
    place = 0
    for piece in pieces:
        found = text.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return True
