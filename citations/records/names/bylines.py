"""Authors named after the title: "Who pays?" by Ada Quill, Northern Ledger, 3 May 2019."""

import re
from dataclasses import dataclass

from citations.records.names.lists import read_authors
from citations.records.wording.clauses import Place
from citations.records.wording.words import CAPITAL


@dataclass(frozen=True, slots=True)
class Byline:
    """The place of a byline, from the sign before "by" to the last name, and of the names in it."""

    start: int
    end: int
    names: tuple[Place, ...]


_FROM = r"[Vv]on(?!\s[^\W\d_]+\s(?:zu|zum|zur|bis)\s)"
"""The German word for "by", which opens "from … to …" too."""
_WORD = rf"(?:[Ww]ritten\s)?(?:[Bb]y|{_FROM}|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f)\s(?=[^\W\d_])"
_BY = re.compile(rf"[\s,.;:–—\"”’»)]{{0,4}}{_WORD}")
_BY_AFTER_COMMA = re.compile(rf"[,.;]\s{_WORD}")
_CLOSES = re.compile(r"\s?(?:[,.;:(\[\ue000–—-]|\Z)")
"""What stands after a byline; a name that words go on from is part of the title."""


def read_byline(text: str, start: int, end: int) -> Byline | None:
    """Give the byline at ``start``, after a title in quotation marks; ``None`` where there is none."""
    return _names(text, _BY.match(text, start, end), end)


def find_byline(text: str, start: int, title_end: int, end: int) -> Byline | None:
    """Give the byline that a sign divides from an unmarked title, in what was read as the title or right after it."""
    by = _BY_AFTER_COMMA.search(text, start, min(title_end + len(", by "), end))
    return _names(text, by, end)


def byline_last(text: str, start: int, end: int) -> Byline | None:
    """Give the byline that ends at ``end``, before a year in brackets: "Cold Rivers by Ada Quill (2010)"."""
    by = _BY_ALONE.search(text, start, end)
    listed = read_authors(text, by.end(), end) if by else None
    if by is None or listed is None or listed.end != end or " " not in text[by.end() : end]:
        return None
    return Byline(by.start(), end, listed.names)


_BY_ALONE = re.compile(rf"(?<=[^\W\d_])\sby\s(?={CAPITAL})")


def _names(text: str, by: re.Match[str] | None, end: int) -> Byline | None:
    """Give the byline whose word is ``by``, if a sign marks its end: "by Ada Quill," but not "by Ada Quill and sea"."""
    listed = read_authors(text, by.end(), end) if by else None
    if by is None or listed is None or listed.form in _NO_PERSON:
        return None
    return Byline(by.start(), listed.end, listed.names) if _CLOSES.match(text, listed.end, end) else None


_NO_PERSON = frozenset({"again", "handle"})
