"""Links that open a page at a passage: text fragments (``#:~:text=``) that browsers scroll to.

A passage within one line of the source text is named whole when it has up to 300 characters, else by its first and
last words. Words around it are added where it is short or stands more than once, because a browser stops at the
first place that fits. Reading the fragments of cited links is the business of ``citations.links``.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from citations.links import TEXT_DIRECTIVE, TextDirective

LONGEST_EXACT = 300
"""Characters of a passage that are written out; a longer one is named by its two ends, or the link grows too long."""

SHORTEST_ALONE = 20
"""Characters from which a passage may stand without the words around it, if it stands only once."""

FEWEST_ALONE = 4
"""Words from which a passage may stand without the words around it, if it stands only once."""

END_WORDS = (4, 6, 9, 14)
"""Words tried at each end of a long passage, until they name one place."""

AROUND_WORDS = (2, 3, 5, 8)
"""Words tried before and after a short or repeated passage, until they name one place."""

LONGEST_WORD = 24
"""Characters from which a run without blanks is cut: it is a language without blanks, or an address."""

LinkTo = Callable[[str, str, int, int], str]
"""Gives the link that opens a URL at characters ``start`` to ``end`` of its text, as ``link_to`` does."""

_PIECES = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
_NOT_ENCODED = "!$'()*+./:;=?@_~"


def link_to(url: str, text: str, start: int, end: int) -> str:
    """Give the link that opens ``url`` at characters ``start`` to ``end`` of its text; ``url`` itself for no words.

    ``text`` has a line end between blocks. A directive that ``url`` had is replaced, another fragment is kept.
    """
    directive = directive_for(text, start, end)
    page, _, fragment = url.partition("#")
    anchor = fragment.partition(":~:")[0]
    if directive is None:
        return f"{page}#{anchor}" if anchor else page
    return f"{page}#{anchor}{TEXT_DIRECTIVE}{encode(directive)}"


def encode(directive: TextDirective) -> str:
    """Give a directive as it stands after ``text=``; ``&``, ``-`` and ``,`` are encoded, as they part the directive."""
    parts = [f"{_encoded(directive.prefix)}-"] if directive.prefix else []
    parts += [_encoded(part) for part in (directive.start, directive.end) if part]
    parts += [f"-{_encoded(directive.suffix)}"] if directive.suffix else []
    return ",".join(parts)


def directive_for(text: str, start: int, end: int) -> TextDirective | None:
    """Give the directive that names these characters of ``text``; ``None`` when no word is among them."""
    start, end = max(0, start), min(len(text), end)
    if start >= end:
        return None
    start, end = _whole_words(text, start, end)
    lines = [line for line in (_fold(piece) for piece in text[start:end].split("\n")) if line]
    if not lines or not any(character.isalnum() for line in lines for character in line):
        return None
    whole = _folded_page(text)
    before = _fold(text[:start].rpartition("\n")[2])
    after = _fold(text[end:].partition("\n")[0])
    if len(lines) == 1 and len(lines[0]) <= LONGEST_EXACT:
        return _exact(lines[0], before, after, whole)
    return _range(lines[0], lines[-1], before, whole)


def _exact(words: str, before: str, after: str, whole: str) -> TextDirective:
    found = whole.count(words.casefold())
    if found == 1 and len(words) >= SHORTEST_ALONE and len(words.split()) >= min(FEWEST_ALONE, len(words) // 10):
        return TextDirective(start=words)
    for count in AROUND_WORDS:
        prefix, suffix = _last(before, count), _first(after, count)
        if (prefix or suffix) and whole.count(f"{prefix} {words} {suffix}".strip().casefold()) == 1:
            return TextDirective(start=words, prefix=prefix, suffix=suffix)
    return TextDirective(start=words, prefix=_last(before, 2), suffix=_first(after, 2))


def _range(first: str, last: str, before: str, whole: str) -> TextDirective:
    """Name a long passage by its ends; a browser takes the first start that fits, and the next end after it."""
    for count in END_WORDS:
        head, tail = _first(first, count), _last(last, count)
        if whole.count(head.casefold()) == 1 and whole.count(tail.casefold()) == 1:
            return TextDirective(start=head, end=tail)
    most = END_WORDS[-1]
    return TextDirective(start=_first(first, most), end=_last(last, most), prefix=_last(before, AROUND_WORDS[0]))


def _first(text: str, count: int) -> str:
    """Give the first words of a line, at most half of what may be written out."""
    pieces = list(_PIECES.finditer(text[: LONGEST_EXACT // 2]))[:count]
    return text[: pieces[-1].end()] if pieces else ""


def _last(text: str, count: int) -> str:
    tail = text[-LONGEST_EXACT // 2 :]
    pieces = list(_PIECES.finditer(tail))[-count:]
    return tail[pieces[0].start() :] if pieces else ""


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to whole words, as a browser asks for; at most a long word's length on each side."""
    for _ in range(LONGEST_WORD):
        if not (0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum()):
            break
        start -= 1
    for _ in range(LONGEST_WORD):
        if not (0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum()):
            break
        end += 1
    return start, end


def _encoded(words: str) -> str:
    return quote(words, safe=_NOT_ENCODED, errors="replace").replace("-", "%2D")


def _fold(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _folded_page(text: str) -> str:
    return _fold(text).casefold()
