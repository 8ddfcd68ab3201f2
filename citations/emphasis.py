"""Italics in notes: they mostly mark titles and outlets, which the plain text no longer shows."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from citations.document import Span

_LARGEST_SHARE = 0.75
"""Share of a note's letters above which italics tell nothing, since almost the whole note is in italics."""
_NO_NAME = re.compile(
    r"[\W\d_]*(?:see(?:\s+(?:also|e\.g|generally))?|but\s+see|cf|compare|accord|id|ibid(?:em)?|idem|et\s+al(?:ii)?|"
    r"et\s+seq|supra|infra|op\.?\s+cit|loc\.?\s+cit|passim|e\.g|i\.e|viz|in|via|v|vs|and|et|n\.d|s\.d|ders|dies|"
    r"siehe|vgl|voir|véase|cfr?|quoted\s+in|cited\s+in|(?:last\s+)?(?:accessed|retrieved|visited)(?:\s+on)?|"
    r"available\s+(?:at|from|online)|forthcoming|in\s+press|my\s+translation|emphasis\s+(?:added|mine))?[\W\d_]*",
    re.IGNORECASE,
)
"""Words that are set in italics without being a name, and figures such as those of volumes."""


_GOES_ON = re.compile(
    r"(?<=\w)\s(?!(?:and|y|et|und|e|by|eds?|edited|trans|translated|hrsg|hg|vols?|no|nr|n|p|pp|s|ch|chap|art|issue|par|"
    r"dir|from|on|of|de|du|le|vom|am|at|via|online|website|blog|magazine|newspaper|podcast|edition|article|interview|"
    r"accessed|retrieved|archived|available|published|quoted|cited|reprinted|supra|note|tome|t|fasc)(?!\w)|"
    r"(?:in|dans|en|i)\s[^\Wa-zß-öø-ÿ])[a-zß-öø-ÿ]"
)
"""A word in small letters behind italics: these are then a part of a longer name (a species, a ship)."""


def placed(
    raw: str, texts: Sequence[tuple[str, Sequence[tuple[int, int]], Sequence[tuple[int, int]]]]
) -> Iterable[Span]:
    """Yield the spans of ``raw`` that were emphasised in the texts of which it was made.

    Each text comes with the spans that were cut out of it and its emphasised spans. The rest of the texts may differ
    from ``raw`` only in blanks and at the very beginning, so characters are counted from the end.
    """
    if not any(stretches for _, _, stretches in texts):
        return
    solid = [at for at, sign in enumerate(raw) if not sign.isspace()]
    behind = len(solid)
    for text, cuts, stretches in reversed(texts):
        kept = [at for start, end in _gaps(cuts, len(text)) for at in range(start, end) if not text[at].isspace()]
        behind -= len(kept)
        for start, end in stretches:
            first, last = (behind + bisect_left(kept, place) for place in (start, end))
            if 0 <= first < last <= len(solid):
                yield Span(start=solid[first], end=solid[last - 1] + 1)


def _gaps(cuts: Sequence[tuple[int, int]], length: int) -> Iterable[tuple[int, int]]:
    """Yield what lies between the cuts, which are in order and apart."""
    edges = [(0, 0), *cuts, (length, length)]
    return ((before[1], after[0]) for before, after in pairwise(edges))


def telling(raw: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Give the emphasised spans of a note that may be a name, in order and apart.

    Adjacent spans are one; of a span within another, the inner one counts.
    """
    found = sorted({(span.start, span.end) for span in spans}, key=lambda one: (one[0], -one[1]))
    if not found:
        return []
    most = _LARGEST_SHARE * sum(sign.isalpha() for sign in raw)
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            joined[-1] = start, end
        elif joined and not raw[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return [
        (start, end)
        for start, end in joined
        if not (_NO_NAME.fullmatch(raw, start, end) or _GOES_ON.match(raw, end))
        and sum(sign.isalpha() for sign in raw[start:end]) <= most
    ]
