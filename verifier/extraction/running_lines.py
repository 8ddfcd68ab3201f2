"""Lines at the head and the foot of every page of a file: they cut the sentences that run from one page to the next."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

MOST_RUNNING = 3
"""Lines at one end of a page that may run through a file: a title, a chapter, a number."""

PAGES_AROUND = 2
"""Pages before and behind in which a running line comes again: left and right pages often have lines of their own."""

_NUMBER = re.compile(r"\d{1,9}")
_ROMAN = re.compile(r"[ivxlc]{1,8}", re.IGNORECASE)


def without_running_lines(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], list[str]]:
    """Give the lines of pages without those that run through the file, and each of these once.

    A line runs through it if a page near by has the same at the same end, but for a number that counts the pages. Of
    numbers alone nothing is kept: the passages name the page.
    """
    heads = [_outermost(enumerate(lines)) for lines in pages]
    feet = [_outermost(reversed(list(enumerate(lines)))) for lines in pages]
    kept: list[list[str]] = []
    running: dict[str, str] = {}
    for at, lines in enumerate(pages):
        dropped = {*_running(heads, at), *_running(feet, at)}
        kept.append([line for number, line in enumerate(lines) if number not in dropped])
        for number in sorted(dropped):
            running.setdefault(_wording(lines[number]), lines[number])
    return kept, [line for wording, line in running.items() if wording]


def _outermost(numbered: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Give the first lines that are not blank, each with its number."""
    return list(islice(((number, line.strip()) for number, line in numbered if line.strip()), MOST_RUNNING))


def _running(ends: Sequence[Sequence[tuple[int, str]]], at: int) -> Iterator[int]:
    """Yield the numbers of the lines at one end of a page that run through the file, from the margin inwards."""
    around = range(max(0, at - PAGES_AROUND), min(len(ends), at + PAGES_AROUND + 1))
    for number, line in ends[at]:
        if not any(_comes_again(line, other, page - at) for page in around if page != at for _, other in ends[page]):
            return
        yield number


def _comes_again(line: str, other: str, apart: int) -> bool:
    """Whether two lines, so many pages apart, are the same but for the number of the page."""
    if line == other or (_ROMAN.fullmatch(line) and _ROMAN.fullmatch(other)):
        return True
    if _NUMBER.split(line) != _NUMBER.split(other):
        return False
    pairs = zip(_NUMBER.findall(line), _NUMBER.findall(other), strict=True)
    return all(int(two) - int(one) in (0, apart) for one, two in pairs)


def _wording(line: str) -> str:
    """Give a line without its numbers, ``""`` for one that is the number of a page."""
    bare = _NUMBER.sub("", line.strip())
    return bare if any(sign.isalpha() for sign in bare) and not _ROMAN.fullmatch(bare) else ""
