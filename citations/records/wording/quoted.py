"""Titles in quotation marks: where they begin and, with marks inside marks, where they end."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from citations.records.wording.words import CAPITAL, LOWER, RUNNING

CJK_OPENERS = "「『《〈"
CJK_CLOSERS = "」』》〉"
"""Marks of scripts without blanks: the next word follows at once."""
_CLOSERS = {
    "“": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‘": "’'",
    "'": "'’",
    '"': '"”',
    "”": "”",
    "‚": "‘’",
    "「": "」",
    "《": "》",
    "〈": "〉",
    "『": "』",
    "``": "''",
}
_SIGNS = {mark: re.compile(f"[{re.escape(closers + mark)}“«‘]") for mark, closers in _CLOSERS.items()}
"""What can open or close within a mark."""
_OPENING = re.compile(
    r"(?<![\w.,?!’”»'\"])(?:``|[“„«»‘'\"”‚「『《〈])(?=[^\s.,;:]|\.[A-Z])|«\s|“\s(?=\w)|[「『《〈](?=\w)"
)
_STRONG_END = re.compile(
    r"[.,;:]|\s?[(\[]|\s[–—]\s(?=[^\W\d_][^,;:()\d]{2,40},\s\d{1,2}\.?\s)|\s[-–—]\s(?=[A-Z][\w.&]*(?:\s[A-Z][\w.&]*){0,3}\s?(?:[-–—,(\ue000]|\Z))|\s?\Z|"
    r"\s?(?:[-–—]\s)?\ue000|\s(?:in|In|im|dans|en|available|\d)\b|[’'”\"»]"
)
_LONGEST = 700
"""Characters of the longest quoted title that is looked for."""
_MOST_OPENINGS = 12
"""Opening marks that are tried; a text with more of them that nothing closes has no title in marks."""
_MOST_MARKS = 40
"""Quotation marks looked at before a title is given up."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span in quotation marks: ``start`` to ``end`` with them, ``inner_start`` to ``inner_end`` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    sure: bool
    """Whether punctuation, a bracket or the end of the text follows, and not just the next word."""


@lru_cache(maxsize=16)
def find_quoted(text: str, start: int, end: int) -> Quoted | None:
    """Give the first span in quotation marks from ``start`` on that could be a title, ``None`` for none.

    The last answers are kept: several readers of one note ask for the same place.
    """
    for opening in islice(_OPENING.finditer(text, start, end), _MOST_OPENINGS):
        longest = min(end, opening.end() + _LONGEST)
        quoted = _close(text, opening.start(), opening.end(), opening[0].strip(), longest)
        if quoted is not None:
            return None if _SUBTITLE.match(text, quoted.end, end) else quoted
    return None


_SUBTITLE = re.compile(
    r"\s(?:says?|said|warns?|claims?|tells?|told|asks?)\s|"
    rf":\s(?:{CAPITAL}\w*|[{LOWER}]+)(?:\s[^\s.,;:?!()\ue000]+){{0,8}}?\s{RUNNING}\s"
)
"""Running words right after a colon, or who says so: the marks hold the first words of a title only.

"“Who pays?”: how ice is sold", "“No more ice,” says the mayor".
"""


def _close(text: str, start: int, inside: int, mark: str, end: int) -> Quoted | None:
    closers = _CLOSERS[mark]
    depth, count = 1, 0
    weak: Quoted | None = None
    for place in (sign.start() for sign in _SIGNS[mark].finditer(text, inside, end)):
        if text[place] in closers and _closes(text, place, inside, end, mark):
            count += 1
            strong = _ends_strongly(text, place, end)
            possessive = text[place - 1] == "s" and text[place] in "’'" and not strong
            if possessive and depth == 1:
                weak = Quoted(start, place + 1, inside, place, sure=False)
            else:
                depth -= 1
            if depth <= 0 and strong:
                return Quoted(start, place + 1, inside, place, sure=True)
            if depth <= 0:
                weak = Quoted(start, place + 1, inside, place, sure=False)
                later = _later_strong(text, place + 1, end, closers, mark)
                return weak if later is None else Quoted(start, later + 1, inside, later, sure=True)
        elif _opens(text, place, mark, end):
            depth += 1
        if count >= _MOST_MARKS:
            break
    return weak


def _ends_strongly(text: str, place: int, end: int) -> bool:
    """Whether a sign that no word of the title would have follows a mark, or American style set it inside."""
    if place + 1 == end or text[place] in CJK_CLOSERS or _STRONG_END.match(text, place + 1, end):
        return True
    inner = place - 1 - (text[place] in '"”' and text[place - 1] in "’'")  # marks within marks: "…,’”"
    return text[inner] in ".," and (text[place] in '"”' or text[place + 1].isupper())


def _opens(text: str, place: int, mark: str, end: int) -> bool:
    """Whether one more pair of marks opens within ``mark``: of the same kind, or a curly one within straight marks."""
    if mark + text[place] in {'"“', "'‘", "««"}:
        return True
    if text[place] != mark or place + 1 >= end:
        return False
    return (text[place - 1].isspace() or text[place - 1] in "([") and not text[place + 1].isspace()


def _closes(text: str, place: int, inside: int, end: int, mark: str) -> bool:
    """Whether a mark can close: something stands before it, and no letter follows."""
    if place == inside:
        return False
    before_space = text[place - 1].isspace()
    if before_space and mark not in "«„":
        return False
    if place + 1 >= end or not text[place + 1].isalnum():
        return True
    stopped = text[place - 1] == "," and (mark == '"' or text[place + 1].isupper())  # no blank was typed after it
    return text[place] in CJK_CLOSERS or stopped


def _later_strong(text: str, place: int, end: int, closers: str, mark: str) -> int | None:
    """Give a closer before the next opening mark that punctuation follows: the one at hand was an apostrophe."""
    for later in range(place, end):
        if text[later] in closers and _closes(text, later, place, end, mark):
            if _STRONG_END.match(text, later + 1, end):
                return later
        elif text[later] == mark and text[later - 1].isspace():
            return None
    return None
