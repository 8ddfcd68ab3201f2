"""Compares titles and names as people write them: what they forgive is forgiven, the rest is said.

Forgiven: case, quotation marks, dashes, accents, "The", the site's name, a subtitle or a bracket at an end, a cut
marked by an ellipsis, the order of a person's names, initials for given names.
"""

import re
import unicodedata
from enum import StrEnum

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[a-z0-9]+")
"""Signs of scripts without blanks, each taken for a word."""
_ARTICLES = frozenset(
    {"the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "de", "het"}
)
_SEPARATOR = re.compile(r"\s[|·•»«›‹–—:-]\s|\s\(|:\s|\s?\|\s?|\?\s|\.\s")
_CUT = re.compile(r"\s{0,3}(?:…|\.\.\.)\s{0,3}\Z")
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "da", "di", "la", "le", "al", "el", "bin", "ibn", "ter", "ten", "zu", "del"}
    | {"dos", "du", "und", "and", "dr", "prof", "sir", "by"}
)
_APOSTROPHE = re.compile(r"(?<=\w)['’`´ʼ](?=\w)")
_UMLAUT = re.compile("([aou])e")
"""How a host spells a letter with two dots, which in a name counts without them."""
_SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})

SHORT_WORD = 3
"""Letters up to which a word is too common to tell names apart, and a host's label too short to be found in one."""

SAME_TITLE = 0.5
"""Share of the shorter title's words that the other must have, to be the same title with changes (by eye)."""


class TitleLikeness(StrEnum):
    """How two titles compare, the nearest first.

    ``SHORTENED``: one is the other without its subtitle, its end or its site's name, or has its rubric behind.
    """

    SAME = "same"
    SHORTENED = "shortened"
    ANOTHER_MARK = "another mark"
    CHANGED = "changed"
    NOT_COMPARABLE = "not comparable"
    DIFFERENT = "different"


def compare_titles(one: str, other: str) -> TitleLikeness:
    """Give how two titles compare; titles in different scripts cannot be compared, nor can one without words."""
    first, second = _words(one), _words(other)
    if not first or not second or _script(one) != _script(other):
        return TitleLikeness.NOT_COMPARABLE
    if "".join(first) == "".join(second):
        return TitleLikeness.SAME if _asks(one) == _asks(other) else TitleLikeness.ANOTHER_MARK
    if _is_piece(one, other) or _is_piece(other, one) or _is_turned(first, second):
        return TitleLikeness.SHORTENED
    shared = set(first) & set(second)
    share = len(shared) / min(len(set(first)), len(set(second)))
    return TitleLikeness.CHANGED if share >= SAME_TITLE else TitleLikeness.DIFFERENT


def changed_words(one: str, other: str) -> tuple[list[str], list[str]]:
    """Give the words of each title that the other lacks, folded, in order."""
    first, second = _words(one), _words(other)
    return [word for word in first if word not in second], [word for word in second if word not in first]


def share_a_word(one: str, other: str) -> bool:
    """Say whether two titles have a word in common that is longer than the words that every title has."""
    return any(len(word) > SHORT_WORD for word in set(_words(one)) & set(_words(other)))


def same_person(one: str, other: str) -> bool:
    """Say whether two names can be one person's: the family name agrees, and given names or their initials do."""
    first, second = _name_words(one), _name_words(other)
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    shorter, longer = sorted((first, second), key=len)
    rest = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        match = next((item for item in rest if _agree(word, item)), None)
        if match is None:
            return False
        rest.remove(match)
    return any(len(word) > 1 and word in longer for word in shorter)


def stands_for_site(name: str, other: str, host: str) -> bool:
    """Say whether a publisher's name can stand for a site: words or initials shared with its name or its host."""
    said = _words(name)
    if not said:
        return True
    joined, initials = "".join(said), "".join(word[0] for word in said)
    site = _words(other)
    labels = {label.replace("-", "") for label in host.casefold().split(".")[:-1]}
    labels |= {_UMLAUT.sub(r"\1", label) for label in labels}
    names = {"".join(site), "".join(word[0] for word in site), *site, *labels} - {""}
    if joined in names or (len(initials) > 1 and initials in names):
        return True
    content = {word for word in said if len(word) >= SHORT_WORD}
    if content & set(site):
        return True
    if any(word in label for word in content if len(word) > SHORT_WORD for label in labels):
        return True
    return any(label in joined for label in labels | {"".join(site)} if len(label) >= SHORT_WORD)


def _agree(word: str, item: str) -> bool:
    if word == item:
        return True
    return (len(word) == 1 and item.startswith(word)) or (len(item) == 1 and word.startswith(item))


def _words(text: str) -> list[str]:
    plain = _APOSTROPHE.sub("", _unaccented(text))
    found = _UNSPACED.findall(plain) if _has_unspaced(plain) else _WORD.findall(plain)
    return found[1:] if len(found) > 1 and found[0] in _ARTICLES else found


def _has_unspaced(text: str) -> bool:
    return any(not character.isascii() and _UNSPACED.match(character) for character in text)


def _name_words(name: str) -> list[str]:
    return [word for word in _WORD.findall(_unaccented(_APOSTROPHE.sub("", name))) if word not in _PARTICLES]


def _unaccented(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text[:1_000].casefold()).translate(_SPECIAL)
    return "".join(character for character in folded if not unicodedata.combining(character))


def _asks(title: str) -> bool:
    return title.rstrip(" .\"'”’»«").endswith("?")


def _is_piece(part: str, whole: str) -> bool:
    """Say whether ``part`` is a beginning or an end of ``whole`` up to a separator, or is cut with an ellipsis."""
    words = _words(_CUT.sub("", part))
    if _CUT.search(part) and len(words) > 1:
        return _words(whole)[: len(words)] == words
    pieces = [whole[: match.start()] for match in _SEPARATOR.finditer(whole)]
    pieces += [whole[match.end() :] for match in _SEPARATOR.finditer(whole)]
    return any(_words(piece) == words for piece in pieces)


def _is_turned(first: list[str], second: list[str]) -> bool:
    """Say whether one list of words is the other with its beginning put behind its end."""
    return sorted(first) == sorted(second) and any(second[at:] + second[:at] == first for at in range(1, len(second)))


def _script(text: str) -> str:
    """Name the script that most letters of a text belong to, by the first word of their names."""
    counts: dict[str, int] = {}
    for character in text[:200]:
        if character.isalpha():
            script = unicodedata.name(character, "?").split(" ", 1)[0]
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script], default="")
