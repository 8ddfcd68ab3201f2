"""Makes up texts that fit a pattern, but for what it asks of the text around it."""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from random import Random
from typing import Any

_PARSER: Any = import_module("re._parser")
"""What ``re`` reads a pattern with; the module has no public name any more."""
_ANYTHING = "aAbzéß1920 .,;:'’“”()[]{}<>/-–_*`#%&@\n\t!?=|\\^~$€↩"
_OF_KIND = {
    "DIGIT": "0129",
    "SPACE": " \n\t",
    "WORD": "aA1_é",
    "NOT_DIGIT": "a ",
    "NOT_SPACE": "aA1.",
    "NOT_WORD": " .,-",
}
_MORE = (0, 1, 2, 4)
"""Times beyond the least that something repeated is there."""


def fitting_texts(pattern: re.Pattern[str], random: Random) -> Iterator[str]:
    """Yield texts that fit, without an end; what lookarounds forbid may stand in them."""
    items = _PARSER.parse(pattern.pattern, pattern.flags)
    while True:
        yield _text(items, {}, random)


def _text(items: Iterable[tuple[Any, Any]], groups: dict[int, str], random: Random) -> str:
    return "".join(_one(str(kind), what, groups, random) for kind, what in items)


def _one(kind: str, what: Any, groups: dict[int, str], random: Random) -> str:
    out = ""
    match kind:
        case "LITERAL":
            out = chr(what)
        case "NOT_LITERAL":
            out = random.choice(_ANYTHING.replace(chr(what), ""))
        case "ANY":
            out = random.choice("aA1 .,")
        case "IN":
            out = _of_set(what, random)
        case "BRANCH":
            out = _text(random.choice(what[1]), groups, random)
        case "SUBPATTERN":
            out = groups[what[0] or 0] = _text(what[-1], groups, random)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, repeated = what
            times = random.randint(least, min(most, least + random.choice(_MORE)))
            out = "".join(_text(repeated, groups, random) for _ in range(times))
        case "ATOMIC_GROUP":
            out = _text(what, groups, random)
        case "GROUPREF":
            out = groups.get(what, "")
    return out


def _of_set(members: Iterable[tuple[Any, Any]], random: Random) -> str:
    """A character of a set, or none of it where the set is turned round."""
    turned, found = False, ""
    for kind, what in members:
        match str(kind):
            case "NEGATE":
                turned = True
            case "LITERAL":
                found += chr(what)
            case "RANGE":
                found += chr(what[0]) + chr(what[1])
            case "CATEGORY":
                found += _OF_KIND.get(str(what).removeprefix("CATEGORY_"), "")
    of = "".join(c for c in _ANYTHING if c not in found) if turned else found
    return random.choice(of or "a")
