"""Notes that only point to another note: ibid., op. cit., "see note 3" and short forms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citations.labels import try_number
from citations.records.values import CitationRecord

_SIGNAL = r"(?:(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Vv]oir|[Ss]iehe|[Vv]gl\.|[Vv]éase|[Vv]er|[Vv]edi|[Zz]ie|[Ss]e),?\s)?"
_IBID = re.compile(
    rf"\s*{_SIGNAL}(?:[Ii]b(?:id(?:em)?|íd(?:em)?)\b\.?|(?:[Ii]d(?:em)?\b|ID\b)\.?|[Ee]bd\b\.?|[Ee]benda\b|[Ii]vi\b|[Tt]amtéž|"
    rf"[Тт]ам же|[Ss]ame (?:as above|source)\b|[Aa]ldaar\b)"
)
_NOTE_WORDS = (
    r"(?:(?:end|foot)?notes?|n\.?|nn?\.|fn\.?|note\s?n[o°]\.?|Fn\.?|Anm\.?|Anmerkung|Fußnote|Endnote|nota|voetnoot|"
    r"noot|not|fotnote?|fotnot|сноск[аеу]|прим\.)"
)
_NUMBERED = re.compile(rf"\b{_NOTE_WORDS}\s?[\[(^]{{0,2}}([0-9]{{1,4}}|[ivxlcIVXLC]{{1,8}})[\])]?(?!\w)")
_POINTER = re.compile(
    rf"\s*(?:[^.;:()\"“”]{{0,60}}?[,.]?\s)?(?:supra|above|op\.?\s?cit\.?|loc\.?\s?cit\.?|art\.?\s?cit\.?|"
    rf"ob\.?\s?cit\.?|a\.\s?a\.\s?O\.|o\.\s?c\.|wie|siehe|"
    rf"[Ss]ee|[Vv]oir|[Vv]éase|[Vv]gl\.|[Cc]f\.|[Vv]edi)?,?\s?(?:supra|above|oben|plus haut|"
    rf"ci-dessus)?,?\s?\(?{_NOTE_WORDS}\s?[\[(^]{{0,2}}(?:[0-9]{{1,4}}|[ivxlcIVXLC]{{1,8}})[\])]?",
)
_CITED_WORK = re.compile(
    r"(?<!\w)(?:op\.?\s?cit\b|loc\.?\s?cit\b|art\.?\s?cit\b|ob\.?\s?cit\b|supra\b|a\.\s?a\.\s?O\.|o\.\s?c\.|"
    r"ouvr\.\s?cit|cited above|citado)",
    re.IGNORECASE,
)
_MOST_WORDS = 14
"""Words of the longest note that can be a short form; longer ones say what they cite in full."""
_TAIL = re.compile(r",?\s(?:at\s)?(?:pp?\.?\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?\.?\s*\Z")


@dataclass(frozen=True, slots=True)
class EarlierNote:
    """What the notes before have to say to a back reference: the label that holds the records, and the records.

    ``label`` is ``None`` where the note is no sure place to point to (several sources, commentary, unresolved).
    """

    own_label: str
    label: str | None
    records: tuple[CitationRecord, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a back reference leads: ``labels`` is empty when that is not sure. ``short`` tells a short form."""

    labels: tuple[str, ...]
    short: bool = False


def find_pointer(raw: str, earlier: Sequence[EarlierNote], labels: Sequence[str]) -> Pointer | None:
    """Give where a note points to, ``None`` when it is no back reference.

    ``earlier`` are the notes before it in its list, in order; ``labels`` are all labels of the list.
    """
    if _IBID.match(raw):
        last = earlier[-1] if earlier else None
        return Pointer((last.label,) if last and last.label and len(last.records) == 1 else ())
    words = raw.split()
    if len(words) > _MOST_WORDS or "://" in raw:
        return None
    numbered = _NUMBERED.search(raw)
    if numbered and _POINTER.match(raw):
        label = _label_named(numbered[1], labels)
        return Pointer((_holder(label, earlier),) if label is not None else ())
    if _CITED_WORK.search(raw):
        return Pointer(_by_author(raw, earlier))
    return _short_form(raw, earlier)


def _label_named(words: str, labels: Sequence[str]) -> str | None:
    """Give the label that a text calls by its number, in roman or arabic figures."""
    plain = {label.strip("[]().^ ").lower(): label for label in reversed(labels)}
    if words.lower() in plain:
        return plain[words.lower()]
    number = int(words) if words.isdigit() else None
    if number is None:
        return None
    return next((label for label in labels if try_number(label.strip("[]().^ ")) == number), None)


def _holder(label: str, earlier: Sequence[EarlierNote]) -> str:
    """Give the label of the note that holds the records of ``label``, which may itself point back."""
    return next((note.label for note in earlier if note.own_label == label and note.label), label)


def _families(record: CitationRecord) -> set[str]:
    """Give the names by which a short form can call a source: family names, or the whole of an organisation's."""
    names = set()
    for name in record.authors:
        family = name.family or name.literal.rpartition(" ")[2]
        names.update({family.casefold(), name.literal.casefold()})
    return names


def _by_author(raw: str, earlier: Sequence[EarlierNote]) -> tuple[str, ...]:
    """Give the one earlier note whose author the words name, ``()`` when none or several sources fit."""
    folded = raw.casefold()
    fitting: dict[tuple[str | None, str | None], str] = {}
    for note in earlier:
        for record in note.records:
            named = any(
                re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in _families(record) if len(name) > 1
            )
            if named and note.label:
                fitting.setdefault((record.title, record.url), note.label)
    titled = [label for (title, _), label in fitting.items() if title and _shares_title(raw, title)]
    if len(fitting) == 1:
        return (next(iter(fitting.values())),)
    return (titled[0],) if len(titled) == 1 else ()


_LETTERS = re.compile(r"[^\W_]+")
_SHORTEST_TITLE_WORD = 4


def _shares_title(raw: str, title: str) -> bool:
    """Whether the words contain the telling words of a shortened title, in their order."""
    words = [word for word in _LETTERS.findall(raw.casefold()) if len(word) >= _SHORTEST_TITLE_WORD]
    whole = [word for word in _LETTERS.findall(title.casefold()) if len(word) >= _SHORTEST_TITLE_WORD]
    shared = [word for word in words if word in whole]
    return len(shared) >= min(2, len(whole)) and len(shared) > 0


def _shortens(words: str, title: str) -> bool:
    """Whether every telling word of a shortened title stands in the whole one; no words at all shorten any title."""
    telling = [word for word in _LETTERS.findall(words.casefold()) if len(word) >= _SHORTEST_TITLE_WORD]
    whole = set(_LETTERS.findall(title.casefold()))
    return all(word in whole for word in telling) and (bool(telling) or not _LETTERS.search(words))


def _short_form(raw: str, earlier: Sequence[EarlierNote]) -> Pointer | None:
    """Read "Doe, Long March, 45": an author of an earlier note, words of its title, perhaps a page, no date."""
    tail = _TAIL.search(raw)
    bare = raw[: tail.start()] if tail else raw
    if re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|10\.\d{4}", bare):
        return None
    first, comma, rest = bare.partition(",")
    name = first.strip().casefold()
    if not name or not (comma or tail):
        return None
    fitting: dict[tuple[str | None, str | None], str] = {}
    for note in earlier:
        for record in note.records:
            if note.label and name in _families(record) and record.title and _shortens(rest, record.title):
                fitting.setdefault((record.title, record.url), note.label)
    if not fitting:
        return None
    return Pointer((next(iter(fitting.values())),) if len(fitting) == 1 else (), short=True)
