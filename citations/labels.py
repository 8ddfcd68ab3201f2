"""Labels of notes: what number a label stands for, and how a whole list of them is numbered.

A label alone can be ambiguous ("i" is a roman one or the ninth letter), so the numbering is decided over the list.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

from citations.errors import UnknownLabelError

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹０１２３４５６７８９", "01234567890123456789") | {
    ord(sign): str(number) for number, sign in enumerate(_CIRCLED, 1)
}
_WORDED = re.compile(r"(?:nb?|note|fn|注|註|※)\.?\s?(?=\d)", re.IGNORECASE)
"""The word or sign for a note before its number: "note 3", "注3"."""
_SYMBOLS = "*†‡§‖¶"
_LONGEST = 40
"""Characters of the longest label that is read as a number; Markdown allows longer names."""


class Numbering(StrEnum):
    """How a list of labels counts."""

    ARABIC = "arabic"
    ROMAN = "roman"
    LETTERS = "letters"
    SYMBOLS = "symbols"
    NAMES = "names"


def label_number(label: str, numbering: Numbering | None = None) -> int:
    """Give the position that ``label`` stands for, counted from 1; ``numbering`` settles what "i" means.

    Raises:
        UnknownLabelError: the label is a name ("smith"), or nothing that such a numbering makes.
    """
    text = label.strip().translate(_RAISED)
    number = _number(text.lower(), numbering) if 0 < len(text) <= _LONGEST else None
    if number is None:
        raise UnknownLabelError(label)
    return number


def try_number(label: str, numbering: Numbering | None = None) -> int | None:
    """Give ``label_number``, or ``None`` where the label is no number."""
    try:
        return label_number(label, numbering)
    except UnknownLabelError:
        return None


def numbering_of(labels: Sequence[str]) -> Numbering:
    """Give the numbering that fits most of these labels, ``NAMES`` if none fits half of them.

    "i, ii, iii" is roman; "a, b, c … i" is letters, because its neighbours are no numerals or count on by letters.
    """
    folded = [label.strip().translate(_RAISED).lower() for label in labels]
    counts = {
        Numbering.ARABIC: sum(text.isdigit() for text in folded),
        Numbering.ROMAN: sum(_roman(text) is not None for text in folded),
        Numbering.LETTERS: sum(_letter(text) is not None for text in folded),
        Numbering.SYMBOLS: sum(_symbol(text) is not None for text in folded),
    }
    best = max(counts.values(), default=0)
    if 2 * best < len(folded) or best == 0:
        return Numbering.NAMES
    leaders = [numbering for numbering, count in counts.items() if count == best]
    if Numbering.ROMAN in leaders and Numbering.LETTERS in leaders:
        return max((Numbering.ROMAN, Numbering.LETTERS), key=lambda numbering: _steps(folded, numbering))
    return leaders[0]


def without_word(label: str) -> str:
    """Give a label without a word for "note" before its number: "注3" gives "3"."""
    return _WORDED.sub("", label, count=1)


def is_successor(label: str, earlier: str) -> bool:
    """Whether ``label`` is the number after ``earlier`` in some numbering that fits both; "note 3" follows "note 2"."""
    word = _WORDED.match(label)
    if word is not None and earlier.startswith(word[0]):
        label, earlier = label[word.end() :], earlier[word.end() :]
    if earlier and set(earlier) <= set(_SYMBOLS) and label == earlier + earlier[0]:
        return True  # *, **, ***
    kinds = (Numbering.ARABIC, Numbering.ROMAN, Numbering.LETTERS, Numbering.SYMBOLS)
    for numbering in kinds:
        one, other = try_number(earlier, numbering), try_number(label, numbering)
        if one is not None and other == one + 1:
            return True
    return False


def split_labels(text: str) -> tuple[str, ...]:
    """Give the labels in a list or range: "1, 3" is two, "1–3" is three; ``()`` where it is no such list.

    A range longer than 50 is no range of notes.
    """
    text = text.strip()
    if text.isdecimal():
        return (text,)
    labels: list[str] = []
    for part in re.split(r"\s*[,;]\s*", text):
        ends = re.split(r"\s*[-–—‑]\s*", part)
        if len(ends) == 2 and all(end.isdecimal() for end in ends):  # noqa: PLR2004 - a range has two ends
            labels.extend(_range(ends))
        elif len(ends) == 1 and part:
            labels.append(part)
        else:
            return ()
    return tuple(labels)


def _range(ends: Sequence[str]) -> Iterable[str]:
    longest = 50
    first, last = int(ends[0][:9]), int(ends[1][:9])
    return (str(number) for number in range(first, last + 1)) if first < last <= first + longest else ends


def _number(text: str, numbering: Numbering | None) -> int | None:
    readers = {
        Numbering.ARABIC: _arabic,
        Numbering.ROMAN: _roman,
        Numbering.LETTERS: _letter,
        Numbering.SYMBOLS: _symbol,
    }
    if numbering is not None:
        return readers[numbering](text) if numbering in readers else None
    return next((number for reader in readers.values() if (number := reader(text)) is not None), None)


def _arabic(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _roman(text: str) -> int | None:
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _letter(text: str) -> int | None:
    return ord(text) - ord("a") + 1 if len(text) == 1 and "a" <= text <= "z" else None


def _symbol(text: str) -> int | None:
    """``*`` is 1, ``†`` 2; doubled ones go on after the last single one."""
    if not text or text[0] not in _SYMBOLS or text != text[0] * len(text):
        return None
    return _SYMBOLS.index(text[0]) + 1 + len(_SYMBOLS) * (len(text) - 1)


def _steps(labels: Sequence[str], numbering: Numbering) -> int:
    """Count the labels that are one more than the label before; a first label of 1 counts, too."""
    numbers = [try_number(label, numbering) for label in labels]
    pairs = pairwise(numbers)
    return sum(one is not None and other == one + 1 for one, other in pairs) + (numbers[:1] == [1])
