"""Every pattern of the code, on texts that fit it in part again and again: it is done with each at once.

Articles, pages and notes are foreign, and a pattern that can read a text in many ways tries them all before it gives
up.
"""

import pkgutil
import re
import time
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from random import Random
from types import ModuleType

import pytest

import citations
import reports
import verifier
from tests.support.fitting import fitting_texts

AT_ONCE = 0.25
"""Seconds of processor time for a few hundred characters. The slowest pattern takes a twentieth of it."""
AGAIN = 30
"""Times that a piece of the text is repeated: with two ways to read each, a thousand million ways."""
TRIES = 40
"""Texts for each pattern."""
LONGEST = 150
"""Characters of a text that fits, of which a piece is repeated."""
LONGEST_PIECES = (4, 8, 14)
ENDS = ("!", "\n", "]", "x", "")


def patterns_in(value: object, depth: int = 2) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that a module has, in tables too; those of bytes as patterns of the same characters."""
    if isinstance(value, re.Pattern):
        yield value if isinstance(value.pattern, str) else _of_characters(value)
    elif depth and isinstance(value, dict):
        for one in value.values():
            yield from patterns_in(one, depth - 1)
    elif depth and isinstance(value, tuple | list):
        for one in value:
            yield from patterns_in(one, depth - 1)


def _of_characters(pattern: re.Pattern[bytes]) -> re.Pattern[str]:
    return re.compile(pattern.pattern.decode("latin-1"), (pattern.flags & ~re.UNICODE) | re.ASCII)


def own_patterns() -> dict[str, list[re.Pattern[str]]]:
    """Give the patterns by the module that has them first."""
    out: dict[str, list[re.Pattern[str]]] = {}
    seen: set[re.Pattern[str]] = set()
    for package in (citations, verifier, reports):
        for module in modules_of(package):
            found = [p for value in vars(module).values() for p in patterns_in(value)]
            out[module.__name__] = [p for p in dict.fromkeys(found) if p not in seen]
            seen.update(found)
    return {name: patterns for name, patterns in out.items() if patterns}


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    """Yield all modules of a package that can be imported here: an extra may be missing."""
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        try:
            yield import_module(info.name)
        except ModuleNotFoundError as missing:
            if (missing.name or "").partition(".")[0] in ("citations", "verifier", "reports"):
                raise


PATTERNS = own_patterns()


def attack(fitting: str, random: Random) -> str:
    """Give the beginning of a text that fits, a piece of it many times over, and an end that may not fit."""
    fitting = fitting[:LONGEST] or "a"
    start = random.randrange(len(fitting))
    end = start + random.randint(1, random.choice(LONGEST_PIECES))
    return fitting[:start] + fitting[start:end] * AGAIN + random.choice((*ENDS, fitting[end:]))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("module", PATTERNS)
def test_a_pattern_gives_up_at_once(module: str) -> None:
    """Searched for and held against the whole, as the code does either."""
    for pattern in PATTERNS[module]:
        random = Random(ascii(pattern.pattern))  # noqa: S311 - the same texts in each run
        for fitting in islice(fitting_texts(pattern, random), TRIES):
            text = attack(fitting, random)
            begin = time.process_time()
            pattern.search(text)
            pattern.fullmatch(text)
            assert time.process_time() - begin < AT_ONCE, (pattern.pattern, text)
