"""Makes texts comparable: character for character where offsets count, reduced to letters where they do not."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_PLAIN_MARKS = tuple(
    zip(
        "‘’‛′“”„‟″«»‐‑‒–—―−\u00a0\u202f\u2009\u2007\u3000",
        '\'\'\'\'"""""""-------     ',
        strict=True,
    )
)
BLOCK = 50_000
"""Least characters of a text that are changed at a time."""

_TWO_IN_LOWER = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"
"""The only letter that becomes two characters in lower case."""
_PICTOGRAPH = re.compile("[\U0001f000-\U0001faff]")
"""With one of these in it, a text takes four bytes for each character. In long pages they become "*"."""
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_DECIMAL_DOT = re.compile(r"(?<=\d)\N{MIDDLE DOT}(?=\d)")
_THOUSANDS_ELSEWHERE = re.compile(
    r"(?<![\d.,])(?<!\d )[1-9]\d{0,2}(?:(?:\.\d{3}){1,4}(?:,\d\d?)?(?![.,]?\d)|(?: \d{3}){1,3}(?= [^\W\d_]))"
)
"""Numbers as most other languages write them: dots between thousands, or blanks if the thing counted follows."""
_AS_IN_ENGLISH = str.maketrans(". ,", ",,.")
_ROUND, _GAP = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ']\d{3}){0,3}[ ']000(?!\d)"), re.compile("[ ']")
"""A number of full thousands with plain blanks or apostrophes ("15 000"), and the gap in it. Other numbers with blanks
may be two numbers, as in a row of a table."""
_DOTTED_DATE = re.compile(r"(?<![\d.])(\d\d?)\.(\d\d?)\.(?=(?:19|20)\d\d(?!\d))")
_DOTTED_YEAR = re.compile(r"\.(?:19|20)\d\d(?!\d)")
"""The end of such a date. It is quick to look for and rarely there, so it is tried first."""
_NARROW_BLANKS = ("\u00a0", "\u202f", "\u2009")
_LOOSE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff\x00\ufb00-\ufb06]")
_LOOSE_ALONE = (
    "\x00",
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\ufb00",
    "\ufb01",
    "\ufb02",
    "\ufb03",
    "\ufb04",
)
"""The loose characters that a text can hold although it is normalised (NFC)."""
_BROKEN_WORD = re.compile(r"-\n(?=[a-z]{2})")
_LOOSE_OR_BROKEN = re.compile(f"{_LOOSE.pattern}|{_BROKEN_WORD.pattern}")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text with plain typography, and the way back to the offsets of the text it came from.

    From each offset of ``places`` in ``text`` on, the shift at the same index of ``shifts`` must be added. Both are
    empty if no character has moved, which is nearly always so.
    """

    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """Give the offset in the original text."""
        if not self.places:
            return offset
        at = bisect_right(self.places, offset) - 1
        return offset + (self.shifts[at] if at >= 0 else 0)


def fold(text: str) -> str:
    """Give quotation marks, dashes, blanks and numbers in their plain form, character for character."""
    if not text.isascii():
        if any(blank in text for blank in _NARROW_BLANKS):
            text = _THOUSANDS.sub(",", text)
        if "\N{MIDDLE DOT}" in text:
            text = _DECIMAL_DOT.sub(".", text)
        for mark, plain in _PLAIN_MARKS:
            if mark in text:
                text = text.replace(mark, plain)
    if "000" in text and (" 000" in text or "'000" in text):
        text = _ROUND.sub(lambda match: _GAP.sub(",", match[0]), text)
    if _DOTTED_YEAR.search(text):
        text = _DOTTED_DATE.sub(r"\1/\2/", text)
    return text


def with_thousands(plain: str) -> str:
    """Give a folded text of another language with thousands as English writes them, character for character."""
    return _THOUSANDS_ELSEWHERE.sub(lambda match: match[0].translate(_AS_IN_ENGLISH), plain)


def fold_source(text: str) -> Folded:
    """Fold a source text and keep the way back to its offsets.

    Words cut in two at the end of a line are joined. Soft hyphens and separate accents are dropped, ligatures become
    letters.
    """
    long = len(text) > BLOCK and not text.isascii()
    plain = fold(_PICTOGRAPH.sub("*", text) if long else text)
    loose, broken = _is_loose(plain), "-\n" in plain
    if not loose and not broken:
        return Folded(text=plain)
    pieces: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    last = length = 0
    for match in (_LOOSE_OR_BROKEN if loose else _BROKEN_WORD).finditer(plain):
        if match[0] == "-\n" and not plain[max(0, match.start() - 2) : match.start()].isalpha():
            continue
        instead = _instead(match[0])
        pieces += (plain[last : match.start()], instead)
        length += match.start() - last
        for _ in instead[1:]:  # all letters of a ligature come from the same offset
            length += 1
            places.append(length)
            shifts.append(match.start() - length)
        length += len(instead[:1])
        last = match.end()
        places.append(length)
        shifts.append(last - length)
    pieces.append(plain[last:])
    return Folded(text="".join(pieces), places=tuple(places), shifts=tuple(shifts))


def _is_loose(plain: str) -> bool:
    """Whether a text may hold a loose character. A quick test, since hardly any text does."""
    if plain.isascii():
        return "\x00" in plain
    return not unicodedata.is_normalized("NFC", plain) or any(c in plain for c in _LOOSE_ALONE)


def _instead(found: str) -> str:
    """What replaces a loose character: letters for a ligature, a blank for NUL, else nothing."""
    if found == "\x00":
        return " "
    return unicodedata.normalize("NFKC", found) if "\ufb00" <= found <= "\ufb06" else ""


def base_letters(word: str) -> str:
    """Give ``word`` in lower case without accents. A word of accents alone stays as it is."""
    low = word.lower()
    if low.isascii():
        return low
    low = low.replace("ł", "l").replace("ø", "o").replace("ß", "ss").replace("æ", "ae").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)) or low


def letters(text: str) -> str:
    """Give only the letters and digits of a text, in lower case, with single blanks between words and at both ends."""
    return letters_of(fold_source(text).text)


def letters_of(plain: str) -> str:
    """Give the same as :func:`letters` for a text that is folded already."""
    reduced = (
        _NO_LETTERS.sub(" ", unicodedata.normalize("NFKC", block).casefold()).strip() for block in _blocks(plain)
    )
    return f" {' '.join(filter(None, reduced))} "


def lowered(plain: str) -> str:
    """Give a text in lower case, character for character. The one letter that would become two stays as it is."""
    return _TWO_IN_LOWER.join("".join(block.lower() for block in _blocks(part)) for part in plain.split(_TWO_IN_LOWER))


def _blocks(plain: str) -> Iterator[str]:
    """Yield a text in pieces, each from the second on beginning with a blank.

    To change a long text at once takes many times its size in memory.
    """
    start = 0
    while start < len(plain):
        blank = plain.find(" ", start + BLOCK)
        end = blank if blank >= 0 else len(plain)
        yield plain[start:end]
        start = end
