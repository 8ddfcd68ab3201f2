"""Makes foreign text safe to show: words of pages and names of files may hold control characters."""

import re
import shutil
from typing import Final

_CONTROLS: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)
"""Control characters, and those that turn the direction of writing: a page could hide or fake words with them."""

PATH_CHARACTERS: Final = 4_096
"""Of a path: no file system opens longer ones."""

LONGEST_LINE: Final = 100
"""Columns of a line of prose; longer ones are hard to read back from."""

OPENING: Final = ("“", "„", "«", "»", "「", '"')
"""Quotation marks that words may open with."""

_HALF_PAIRS = re.compile("[\ud800-\udfff]")
_WHITE = re.compile(r"\s+")


def harmless(text: str) -> str:
    """Give a text with "�" for each control character but tabs and line ends, and each change of direction."""
    return _CONTROLS.sub("�", text)


def whole(text: str) -> str:
    """Give a text that UTF-8 can encode: lone surrogates become "�"."""
    return _HALF_PAIRS.sub("�", text) if _HALF_PAIRS.search(text) else text


def plain(text: str, limit: int | None = None) -> str:
    """Give foreign text on one line, control characters shown as "�", cut to ``limit`` characters with "…"."""
    if limit is not None:
        text = text[: limit * 4]
    folded = harmless(_WHITE.sub(" ", text)).strip()
    if limit is not None and len(folded) > limit:
        return folded[: limit - 1].rstrip() + "…"
    return folded


def opened(text: str) -> str:
    """Give a message as it opens a paragraph: with a capital, unless it begins with an address or a sign."""
    first = text.partition(" ")[0].rstrip(",:;")
    return text[:1].upper() + text[1:] if first.isalpha() else text


def quoted(text: str) -> str:
    """Give somebody's words between quotation marks, unless they open with such marks themselves."""
    return text if text.startswith(OPENING) else f"“{text}”"


def shown_path(path: str) -> str:
    """Give a path on one line, whole unless no file could have it."""
    return harmless(path[:PATH_CHARACTERS]).replace("\n", "�").replace("\t", "�")


def line_width() -> int:
    """Give the columns of a line of prose: as many as the terminal has, and ``LONGEST_LINE`` at the most."""
    return min(LONGEST_LINE, shutil.get_terminal_size().columns)
