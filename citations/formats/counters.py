"""Numbers of notes printed in the notation that a file asks for."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CHICAGO = "*†‡§"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_MAX_CIRCLED = 20
LARGEST = 9_999
"""The largest number that is printed in another notation, or accepted as a count: no list has more notes, and some
notations grow with the number."""


def roman(number: int) -> str:
    """Give a number from 1 on as a roman numeral in lower case."""
    out = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        out.append(letters * times)
    return "".join(out)


def repeated_letters(number: int) -> str:
    """Give a, b … z, aa, bb … for 1, 2 …, as word processors count."""
    times, index = divmod(number - 1, len(_ALPHABET))
    return _ALPHABET[index] * (times + 1)


def counted_letters(number: int) -> str:
    """Give a, b … z, aa, ab … for 1, 2 …, as web pages count."""
    out = ""
    while number:
        number, index = divmod(number - 1, len(_ALPHABET))
        out = _ALPHABET[index] + out
    return out


def signs(number: int) -> str:
    """Give * † ‡ § ** †† … for 1, 2 …, as the Chicago manual has it."""
    times, index = divmod(number - 1, len(_CHICAGO))
    return _CHICAGO[index] * (times + 1)


def circled(number: int) -> str:
    """Give ① … ⑳, and decimal beyond."""
    return chr(ord("①") + number - 1) if number <= _MAX_CIRCLED else str(number)


_NOTATIONS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerroman": roman,
    "upperroman": lambda number: roman(number).upper(),
    "lowerletter": repeated_letters,
    "upperletter": lambda number: repeated_letters(number).upper(),
    "chicago": signs,
    "decimalzero": lambda number: f"{number:02d}",
    "decimalenclosedcircle": circled,
    "decimalenclosedcirclechinese": circled,
    "numberindash": lambda number: f"- {number} -",
    "decimalfullwidth": lambda number: str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
}


def printed(number: int, notation: str) -> str:
    """Give the label that a word processor prints; decimal for an unknown notation and for numbers out of range."""
    return _NOTATIONS.get(notation.lower(), str)(number) if 0 < number <= LARGEST else str(number)


def count_in(text: str | None) -> int | None:
    """Give the number that a file sets a count to, ``None`` if the text is no number or out of range."""
    said = (text or "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) <= len(str(LARGEST)) else None
