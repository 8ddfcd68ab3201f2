"""Which words of a sentence a marker vouches for: the whole sentence, or the clause before the marker or behind it."""

import re
from collections.abc import Sequence

from citations.claims.quotations import CASELESS
from citations.document import Marker, Sentence

_SHORTEST_CLAUSE = 5
"""Words before a marker inside a sentence that can stand alone ("According to Smith[1], …" cannot)."""
_SHORTEST_REST = 3
"""The same for a clause that is clearly separate: another marker precedes it, or a conjunction follows it."""
_LONGEST_ITEM = 5
"""Words of an item in a list within a sentence; in 28 articles, what is longer has a verb and ends the list."""
_LONGEST_LIST = 2000
"""Characters of the rest of a sentence in which items are looked for."""
_AND = r"(?:and|or|und|oder|et|ou|y|e|o|en|of|og|eller|och|и|или)"
_ITEM_FOLLOWS = re.compile(rf"\s?[,;]|\s{_AND}\s")
_BETWEEN_ITEMS = re.compile(rf"[,;]|\s{_AND}\s")
_MOST_SEMICOLONS = 20
"""Semicolons before a marker that are looked at; a sentence does not have more."""
_WORD = re.compile(r"\w")
_ET_AL = "et al."
_LEAD = re.compile(
    r"(?:[\s,;:)\]–—-]|[»”’](?!\w)){0,5}(?:(?:and|but|while|whereas|or|und|aber|et|mais|y|pero|e|ma|en|og|och)\s)?"
)
_JOINED = re.compile(
    r"\s?(?:[,–—-]\s?(?:and|but|yet|so|nor|while|whereas|und|aber|doch|et|mais|y|pero|e|ma|mas|en|maar|og|och|men|и|а|но)\s"
    r"|;\s?)"
)
"""What joins a clause to the one before it, so that each can stand alone."""
_HANGS = re.compile(
    r"\b(?:in|by|of|from|see|per|via|as|von|bei|nach|siehe|vgl\.|de|par|dans|selon|voir|por|según|en|di|da|av|i|från|"
    r"van|door|volgens|в|из)$"
    r"|(?:^|:\s)(?:\w{1,20},?\s)?(?i:according to|laut|selon|según|secondo|volgens|enligt|ifølge)\s[^,;:()]{1,80}$"
)
"""The end of words that are incomplete without the marker or without what follows it: "as was shown in [3]"."""
_NARRATED = re.compile(r"[(\[（]\d{4}|\\[cC]itet|\\[tT]extcite|-?@")
"""The beginning of a marker that follows its author's name in the text, or stands for it: "Smith (2001) holds"."""
_GOES_ON = re.compile(
    r"\s(?!(?:and|or|but|as|in|on|at|of|for|to|from|by|with|und|oder|im|von|zu|et|ou|dans|de|y|o|en|e|di|da|och|i|og|"
    r"в|и)\b)[^\W\d_A-ZÀ-ÖØ-ÞА-Я]"
)
"""A word that may be the verb of the name before it."""


def clause_of(text: str, sentence: Sentence, groups: Sequence[Sequence[Marker]], index: int) -> tuple[int, int]:
    """Give the span of the block's text that a group of adjacent markers vouches for.

    It is the whole sentence, or, for markers inside it, the clause before them. ``groups`` are all the groups of the
    block in order, ``index`` says which one is meant.
    """
    whole = sentence.start, sentence.end
    group = groups[index]
    offset = group[0].offset
    inside = sentence.start < offset < sentence.end and _WORD.search(text, offset, sentence.end) is not None
    if inside and _follows_author(text, group):
        return _clause_behind(text, sentence, groups, index)
    previous = _covered_before(text, sentence, groups, index)
    start, end = max(sentence.start, previous), offset if inside else sentence.end
    if not inside and start == sentence.start and not CASELESS.search(text, start, end):
        return whole
    start = _clause_start(text, start, end)
    clause = text[start:end].rstrip(" ,;:–—-")
    is_separate = previous > sentence.start or (inside and _JOINED.match(text, start + len(clause)) is not None)
    shortest = _SHORTEST_REST if is_separate else _SHORTEST_CLAUSE
    is_too_short = len(clause.split()) < shortest and not CASELESS.search(clause)
    if is_too_short and inside and _is_listed(text, sentence, groups, index):
        return sentence.start, start + len(clause)
    if is_too_short or (inside and _HANGS.search(clause)) or group[0].style == "inline-link":
        return whole
    return start, start + len(clause)


def _is_listed(text: str, sentence: Sentence, groups: Sequence[Sequence[Marker]], index: int) -> bool:
    """Whether a marker stands behind a further item of a list: "It lost the dam,[1] the wheel[2] and forty men.[3]".

    The words before the first marker of the sentence then make a clause, and only short items follow the marker, which
    are not its own. Where a verb follows, the words up to the marker say nothing.
    """
    offset = groups[index][0].offset
    first = next(group[0].offset for group in groups if group[0].offset > sentence.start)
    head = text[sentence.start : first].rstrip(" ,;:–—-")
    if first == offset or len(head.split()) < _SHORTEST_CLAUSE or _HANGS.search(head):
        return False
    rest = text[offset : sentence.end]
    if len(rest) > _LONGEST_LIST or not (text[offset - 1] in ",;" or _ITEM_FOLLOWS.match(rest)):
        return False
    return all(len(item.split()) <= _LONGEST_ITEM for item in _BETWEEN_ITEMS.split(rest))


def _covered_before(text: str, sentence: Sentence, groups: Sequence[Sequence[Marker]], index: int) -> int:
    """Give the offset up to which earlier markers vouch for the text.

    A marker behind its author's name covers the clause behind it as well, up to the conjunction.
    """
    if not index:
        return 0
    previous = groups[index - 1][-1].offset
    if previous <= sentence.start or not _follows_author(text, groups[index - 1]):
        return previous
    joint = _last_joint(text, previous, groups[index][0].offset)
    return joint.end() if joint else 0


def _clause_start(text: str, start: int, end: int) -> int:
    """Give where the last clause between two offsets begins, behind a semicolon or a full stop of Chinese."""
    last = max(end - 2, start)
    start = _after_semicolon(text, start, last)
    start = max([start, *(text.rfind(stop, start, last) + 1 for stop in "。！？")])
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else start


def _follows_author(text: str, group: Sequence[Marker]) -> bool:
    """Whether markers follow the names of their authors in the text: "Smith (2001) holds", "Smith et al. [3]"."""
    offset = group[-1].offset
    return _NARRATED.match(group[-1].raw) is not None or text.endswith(_ET_AL, max(offset - len(_ET_AL), 0), offset)


def _clause_behind(text: str, sentence: Sentence, groups: Sequence[Sequence[Marker]], index: int) -> tuple[int, int]:
    """Give the clause behind a marker that follows its author's name; the whole sentence where that is not clear.

    The words before such a marker report what somebody else says; they end at the conjunction between the two.
    """
    start, end, offset = sentence.start, sentence.end, groups[index][-1].offset
    previous = groups[index - 1][-1].offset if index else 0
    if previous > start:
        joint = _last_joint(text, previous, offset)
        start = joint.end() if joint else previous
    follows = groups[index + 1] if index + 1 < len(groups) else None
    if follows is not None and follows[0].offset < end:
        joint = _last_joint(text, offset, follows[0].offset)
        named = _follows_author(text, follows)
        end = joint.start() if joint else sentence.start if named else follows[0].offset
    whole = text.count("“", start, end) == text.count("”", start, end) and text.count(" ", start, end) >= _SHORTEST_REST
    clear = whole and text[start].isupper() and _GOES_ON.match(text, offset)
    return (start, end) if clear else (sentence.start, sentence.end)


def _last_joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the last place between two markers at which a clause is joined to the one before it."""
    return max(_JOINED.finditer(text, start, end), key=re.Match.start, default=None)


def _after_semicolon(text: str, start: int, end: int) -> int:
    """Give where the last clause begins that a semicolon parts off, not counting those in brackets; else ``start``."""
    at = end
    for _ in range(_MOST_SEMICOLONS):
        at = text.rfind("; ", start, at)
        if at < 0:
            return start
        if text.count(")", at, end) <= text.count("(", at, end):
            return at + 1
    return start
