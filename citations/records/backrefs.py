"""Notes that only point to another note: ibid., op. cit., "see note 3" and short forms."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from citations.labels import try_number
from citations.records.names.families import short_form
from citations.records.values import CitationRecord
from citations.records.wording.clauses import sentences

_SIGNAL = r"(?:(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Vv]oir|[Ss]iehe|[Vv]gl\.|[Vv]éase|[Vv]er|[Vv]edi|[Zz]ie|[Ss]e),?\s)?"
_IBID = re.compile(
    rf"\s*{_SIGNAL}(?:[Ii]b(?:id(?:em)?|íd(?:em)?)\b\.?|(?:[Ii]d(?:em)?\b|ID\b)\.?|[Ee]bd\b\.?|"
    rf"[Ee]benda\b|[Ii]vi\b|[Tt]amtéž|"
    rf"[Тт]ам же|[Ss]ame (?:as above|source)\b|[Aa]ldaar\b)"
)
_NOTE_WORDS = (
    r"(?:(?:end|foot)?notes?|n\.?|nn?\.|fn\.?|note\s?n[o°]\.?|Fn\.?|Anm\.?|Anmerkung|Fußnote|Endnote|nota|voetnoot|"
    r"noot|not|fotnote?|fotnot|сноск[аеу]|прим\.)"
)
_NUMBERED = re.compile(rf"\b{_NOTE_WORDS}\s?[\[(^]{{0,2}}([0-9]{{1,4}}|[ivxlcIVXLC]{{1,8}})[\])]?(?!\w)")
_POINTER = re.compile(
    rf"\s*(?:[^.;:()\"“”]{{0,60}}?[,.]?\s)?\(?(?:supra|above|op\.?\s?cit\.?|loc\.?\s?cit\.?|art\.?\s?cit\.?|"
    rf"ob\.?\s?cit\.?|a\.\s?a\.\s?O\.|o\.\s?c\.|wie|siehe|"
    rf"[Ss]ee|[Vv]oir|[Vv]éase|[Vv]gl\.|[Cc]f\.|[Vv]edi)?,?\s?(?:supra|above|oben|plus haut|"
    rf"ci-dessus)?,?\s?\(?{_NOTE_WORDS}\s?[\[(^]{{0,2}}(?:[0-9]{{1,4}}|[ivxlcIVXLC]{{1,8}})[\])]?",
)
_CITED_WORK = re.compile(
    r"(?<!\w)(?:op\.?\s?cit\b|loc\.?\s?cit\b|art\.?\s?cit\b|ob\.?\s?cit\b|supra\b|a\.\s?a\.\s?O\.|o\.\s?c\.|"
    r"ouvr\.\s?cit|cited above|citado|(?<=,\s)cit\.)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    rf"\(\s?(?:see\s|voir\s|siehe\s|vgl\.\s|cf\.\s)?(?:supra\s|above\s|at\s)?{_NOTE_WORDS}\s?"
    rf"([0-9]{{1,4}}|[ivxlcIVXLC]{{1,8}})(?:\s(?:above|supra|oben))?\s?\)"
)
"""What leads a source told in short form to its note: "Harbour Board, “Tides” (note 6), p. 3"."""
_DATED = re.compile(r"\([^()]{0,60}(?:1[5-9]|20)\d\d[a-z]?\)")
"""The year of a source told in full, whose "(n 6)" may be a note in a book."""
_MOST_WORDS = 14
"""Words of the longest note that can be a short form; longer ones say what they cite in full."""
_LONGEST = 200
"""Characters of the longest note that can be a short form."""
_SEMICOLON = re.compile(r"\s?;\s")
_MOST_PARTS = 12
"""Most back references that one note is split into."""
_NEXT = 3
"""Characters between a "supra" and its "note 3": a blank, and the end of italics or a comma."""
_TAIL = re.compile(r",?\s(?:at\s)?(?:pp?\.?\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?\.?\s*\Z")


Work = tuple[str | None, str | None]
"""Title and address: what tells two sources of one author apart."""
_MOST_WORKS = 300
"""Works of one author that are kept apart; a short form among more is ambiguous anyway."""


@dataclass(slots=True)
class NoteIndex:
    """What the notes of a list so far can answer to a back reference. ``labels`` are all labels of the list."""

    labels: tuple[str, ...]
    last: str | None = None
    """The label that holds the one source of the note before; ``None`` where it has not one sure source."""
    holders: dict[str, str] = field(default_factory=dict)
    works: dict[str, dict[Work, str]] = field(default_factory=dict)
    dated: dict[tuple[str, str], dict[Work, str]] = field(default_factory=dict)
    titled: dict[str, dict[Work, str]] = field(default_factory=dict)
    """The works by the first telling word of their title."""
    named: dict[str, str] = field(init=False)
    numbered: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        """Make the labels findable as they are called in running text."""
        plain = [(label.strip("[]().^ ").lower(), label) for label in reversed(self.labels)]
        self.named = dict(plain)
        self.numbered = {number: label for words, label in plain if (number := try_number(words)) is not None}

    def add(self, own: str, holder: str | None, records: tuple[CitationRecord, ...]) -> None:
        """Take in the next note: its label, the label that holds its records, and these."""
        self.last = holder if len(records) == 1 else None
        if holder is None:
            return
        self.holders.setdefault(own, holder)
        for record in records:
            year = _YEAR.search(record.issued.raw) if record.issued else None
            known = [self.titled.setdefault(word, {}) for word in _telling(record.title or "")[:1]]
            for name in _families(record):
                known.append(self.works.setdefault(name, {}))
                known += [self.dated.setdefault((name, year[0]), {})] if year else []
            for works in known:
                if len(works) < _MOST_WORKS:
                    works.setdefault((record.title, record.url), holder)


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a back reference leads: ``labels`` is empty when that is not sure.

    ``short``: it is a short form. ``partly``: other parts of the note lead nowhere, and may be sources.
    """

    labels: tuple[str, ...]
    short: bool = False
    partly: bool = False


def find_pointer(raw: str, index: NoteIndex) -> Pointer | None:
    """Give where a note points to, ``None`` when it is no back reference.

    One of several parts points to as many notes, if each part is a back reference, else to that of its first part; what
    is said after the first sentence of one does not matter.
    """
    parts = _SEMICOLON.split(raw, maxsplit=_MOST_PARTS)
    if len(parts) == 1 or len(raw) > len(parts) * _LONGEST:
        return _pointer(raw, index) or _pointer_first(raw, index)
    pointers = [_pointer(part, index) for part in parts]
    sure = [pointer for pointer in pointers if pointer is not None]
    if len(sure) < len(parts):
        return _pointer(raw, index) or _partly(pointers[0])
    labels = dict.fromkeys(label for pointer in sure for label in pointer.labels)
    return Pointer(tuple(labels) if all(pointer.labels for pointer in sure) else (), short=sure[0].short)


def _partly(first: Pointer | None) -> Pointer | None:
    """Give where the first part of a note surely points to, if it is no short form: "See note 1; cf. Berg, Dams"."""
    return replace(first, partly=True) if first and first.labels and not first.short else None


def _pointer_first(raw: str, index: NoteIndex) -> Pointer | None:
    """Give where the first sentence of a note points to, where the others name no source by a link."""
    found = None if "://" in raw else _POINTER.match(raw)
    first = sentences(raw, 0, min(len(raw), 2 * _LONGEST))[0][1] if found else len(raw)
    return _pointer(raw[:first], index) if first < len(raw) else None


def _pointer(raw: str, index: NoteIndex) -> Pointer | None:
    """Give where one back reference points to."""
    if _IBID.match(raw):
        return Pointer((index.last,) if index.last else ())
    if len(raw) > _LONGEST or "://" in raw or len(raw.split()) > _MOST_WORDS:
        return None
    numbered = _NUMBERED.search(raw)
    if numbered and _POINTER.match(raw):
        label = _label_named(numbered[1], index)
        return Pointer((index.holders.get(label, label),) if label is not None else ())
    return _bracketed(raw, index) or _cited_work(raw, index) or _dated_form(raw, index) or _short_form(raw, index)


def _bracketed(raw: str, index: NoteIndex) -> Pointer | None:
    """Read "Harbour Board, “Tides” (note 6), p. 3", if there is such a note and the source is not told in full."""
    bracketed = _BRACKETED.search(raw)
    label = _label_named(bracketed[1], index) if bracketed and not _DATED.search(raw) else None
    return None if label is None else Pointer((index.holders.get(label, label),))


def _cited_work(raw: str, index: NoteIndex) -> Pointer | None:
    """Read "op. cit." and "supra", with the number of a note right behind it or the name of an author anywhere."""
    cited, numbered = _CITED_WORK.search(raw), _NUMBERED.search(raw)
    if cited is None:
        return None
    if numbered and 0 <= numbered.start() - cited.end() <= _NEXT:
        label = _label_named(numbered[1], index)
        return Pointer((index.holders.get(label, label),) if label is not None else ())
    return Pointer(_by_author(raw, index))


def labels_named(raw: str, index: NoteIndex) -> tuple[str, ...]:
    """Give the labels of the notes that a text calls by their number ("see note 3"), wherever in it."""
    labels = (_label_named(match[1], index) for match in _NUMBERED.finditer(raw))
    return tuple(label for label in labels if label is not None)


def _label_named(words: str, index: NoteIndex) -> str | None:
    """Give the label that a text calls by its number, in roman or arabic figures."""
    named = index.named.get(words.lower())
    return named if named is not None or not words.isdigit() else index.numbered.get(int(words))


def _families(record: CitationRecord) -> set[str]:
    """Give the names by which a short form can call a source: family names, or the whole of an organisation's."""
    names = set()
    for name in (*record.authors, *record.editors):
        family = name.family or name.literal.rpartition(" ")[2]
        names.update({" ".join(_LETTERS.findall(part.casefold())) for part in (family, name.literal)})
    return {name for name in names if len(name) > 1}


_LONGEST_NAME = 6
"""Words of the longest name that is looked for in a short form."""


def _by_author(raw: str, index: NoteIndex) -> tuple[str, ...]:
    """Give the one earlier note whose author the words name, ``()`` when none or several sources fit.

    Words that name nobody mean the only work of all the notes before, if there is but one.
    """
    if not _NAMES_SOMEBODY.search(_CITED_WORK.sub("", raw)):
        only = set(index.holders.values())
        return tuple(only) if len(only) == 1 else ()
    words = _LETTERS.findall(raw.casefold())
    fitting: dict[Work, str] = {}
    for first in range(len(words)):
        for size in range(1, _LONGEST_NAME):
            fitting.update(index.works.get(" ".join(words[first : first + size]), {}))
    if len(fitting) == 1:
        return (next(iter(fitting.values())),)
    titled = [label for (title, _), label in fitting.items() if title and _shares_title(raw, title)]
    return (titled[0],) if len(titled) == 1 else ()


_NAMES_SOMEBODY = re.compile(r"[^\W\d_]{4}")
"""More letters than "See" and "pp." have."""
_LETTERS = re.compile(r"[^\W_]+")
_SHORTEST_TITLE_WORD = 4


def _shares_title(raw: str, title: str) -> bool:
    """Whether the words contain the telling words of a shortened title, in their order."""
    words = [word for word in _LETTERS.findall(raw.casefold()) if len(word) >= _SHORTEST_TITLE_WORD]
    whole = [word for word in _LETTERS.findall(title.casefold()) if len(word) >= _SHORTEST_TITLE_WORD]
    shared = [word for word in words if word in whole]
    return len(shared) >= min(2, len(whole)) and len(shared) > 0


def _telling(words: str) -> list[str]:
    """Give the telling words of a title in lower case."""
    return [word for word in _LETTERS.findall(words.casefold()) if len(word) >= _SHORTEST_TITLE_WORD]


@lru_cache(maxsize=4096)
def _words_of(title: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(title.casefold()))


def _shortened(words: str, works: dict[Work, str]) -> list[str]:
    """Give the labels of the works whose titles have all telling words of a shortened one; no words shorten any."""
    telling = frozenset(_telling(words))
    if not telling and _LETTERS.search(words):
        return []
    return [label for (title, _), label in works.items() if title and telling <= _words_of(title)]


def _dated_form(raw: str, index: NoteIndex) -> Pointer | None:
    """Read "Doe 1998, p. 45" or the same in brackets: the family names of an earlier note, its year and a page."""
    bracket = _IN_BRACKETS.fullmatch(raw)
    words = _LEADS.sub("", (bracket[1] if bracket else raw).strip(), count=1)
    short = short_form(words, 0, len(words))
    year = _YEAR.search(words, short[1]) if short else None
    if short is None or year is None:
        return None
    named = [" ".join(_LETTERS.findall(_OTHERS.sub("", words[slice(*name)]).casefold())) for name in short[0]]
    fitting = [set(index.dated.get((name, year[0]), {}).values()) for name in named]
    labels = sorted(set.intersection(*fitting))
    if not labels:
        return None
    return Pointer(tuple(labels) if len(labels) == 1 else (), short=True)


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\w)")
"""A year, with the letter that tells works of one year apart."""
_OTHERS = re.compile(r"\set\sal\.?\Z")
_LEADS = re.compile(rf"\A{_SIGNAL}")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{1,80})\)\.?\s*")


def _short_form(raw: str, index: NoteIndex) -> Pointer | None:
    """Read "Doe, Long March, 45": an author of an earlier note, words of its title, perhaps a page, no date.

    The author may be left out, if the words are the beginning of the title.
    """
    tail = _TAIL.search(raw)
    bare = raw[: tail.start()] if tail else raw
    if re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|10\.\d{4}", bare):
        return None
    first, comma, rest = bare.partition(",")
    works = _works_of(first, index, alone=not _LETTERS.search(rest)) if comma or tail else {}
    if fitting := _shortened(rest, works):
        return Pointer((fitting[0],) if len(fitting) == 1 else (), short=True)
    return None if tail and not _PAGE.match(tail[0]) else _title_form(bare, index)


def _works_of(author: str, index: NoteIndex, *, alone: bool) -> dict[Work, str]:
    """Give the works of whom a short form names first.

    Unless the name stands ``alone``, without words of a title, those who wrote with them may be left out.
    """
    for name in (author,) if alone else (author, _OTHERS.sub("", author), _AND.split(author, maxsplit=1)[0]):
        if works := index.works.get(" ".join(_LETTERS.findall(name.casefold()))):
            return works
    return {}


def _title_form(bare: str, index: NoteIndex) -> Pointer | None:
    """Read "Long March, p. 45": nothing but the beginning of one earlier title, perhaps a page."""
    words = _LETTERS.findall(_LEADS.sub("", bare, count=1).casefold())
    telling = [word for word in words if len(word) >= _SHORTEST_TITLE_WORD]
    if len(telling) < _FEWEST_TELLING:
        return None
    works = index.titled.get(telling[0], {})
    fitting = {label for (title, _), label in works.items() if title and _begins(title, words)}
    return Pointer((fitting.pop(),), short=True) if len(fitting) == 1 else None


def _begins(title: str, words: list[str]) -> bool:
    """Whether a title begins with some words, but for an article before them."""
    whole = _LETTERS.findall(title.casefold())
    return words in (whole[: len(words)], whole[1 : len(words) + 1])


_AND = re.compile(r"\s(?:and|und|et|y|e|en|&)\s")
_PAGE = re.compile(r",|\s(?:at\s|pp?\.?\s?)")
"""Begins the page of a short form; a bare figure may belong to the title ("Letter Book 18")."""
_FEWEST_TELLING = 2
"""Telling words of a title that stands for its note alone; one can be the name of anything."""
