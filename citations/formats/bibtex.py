"""BibTeX and BibLaTeX databases (``--notes refs.bib``): each entry is a note whose label is its key.

Each entry is written out as a readable line, which is then parsed like any other note. A malformed entry is read as far
as possible and reported as the oddity "broken-entry"; a file without entries as "unread-bibliography".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citations.document import Document, Oddity, Position, RawNote
from citations.formats import latex_signs as signs
from citations.formats.base import NotesReader
from citations.formats.latex_source import brace_ends
from citations.formats.prose import SourceText, read_text
from citations.formats.reference_text import written_out

STYLE = "bibtex"
Macros = dict[str, str]
_ENTRY = re.compile(r"^[ \t]{0,99}@[ \t]{0,9}([A-Za-z]{1,30})\s{0,9}[{(]\s{0,9}", re.MULTILINE)
_KEY = re.compile(r"([^\s,{}()=\"]{1,200})\s{0,99},")
_FIELD = re.compile(r"[\s,]{0,999}([A-Za-z][\w:+-]{0,40})\s{0,99}=\s{0,99}")
_WORD = re.compile(r"[\w.:/+-]{1,200}")
_JOINT = re.compile(r"\s{0,99}#\s{0,99}")
_CLOSED = re.compile(r"[\s,]{0,999}[})]")
_QUOTE = re.compile(r"\\.|[{}\"]|\n[ \t]{0,99}@", re.DOTALL)
_MOST_FIELDS = 100
"""Fields of one entry; the fullest has some thirty."""
_LONGEST = 20_000
"""Characters of a field; an abstract has some thousand."""
_NO_ENTRIES = frozenset({"comment", "preamble", "string"})
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_MOST_AUTHORS = 30
_MONTHS = dict(
    zip(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        (
            *("January", "February", "March", "April", "May", "June", "July"),
            *("August", "September", "October", "November", "December"),
        ),
        strict=True,
    )
)
_RENAMED = {
    "journaltitle": "journal",
    "booktitle": "book-title",
    "school": "institution",
    "organization": "institution",
    "urldate": "access-date",
    "number": "issue",
}
"""Names of fields in a wiki's templates, by their names in BibTeX."""
_URL = re.compile(r"\\(?:url|href|path)\s{0,9}\{([^{}\n]{1,2000})\}")
_ACCENT = re.compile(r"\\([`'^\"~=.])\s{0,3}\{?\\?([A-Za-z])\}?|\\([uvHcdbkr])(?:\s{1,3}|\s{0,3}\{)\\?([A-Za-z])\}?")
_COMMAND = re.compile(r"\\([A-Za-z]{1,30})\*?\s{0,9}|\\([^A-Za-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry as far as it could be read; key and fields may be empty, ``closed`` tells if its end was found."""

    kind: str
    key: str
    fields: dict[str, str]
    start: int
    closed: bool


class _Bibtex(NotesReader):
    """A database of references, which is a file of notes and never an article."""

    name = "bibtex"

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        del whole_is_notes, labels
        return read_database(data, name=name)[0]


def read_database(data: bytes, *, name: str, macros: Mapping[str, str] | None = None) -> tuple[Document, Macros]:
    """Give the notes of a database, and all macros known at its end, by name in lower case.

    ``macros`` are those of the databases before it, since BibTeX reads the files that an article names as one.
    """
    text, oddities = read_text(data, name=name)
    source = SourceText(text)
    known = _MONTHS | dict(macros or {})
    entries = tuple(_entries(text, known))
    notes = tuple(
        RawNote(label=entry.key, raw=raw, position=source.position(entry.start), style=STYLE)
        for entry in entries
        if entry.key and entry.fields and (raw := written_out(_as_citation(entry.fields)))
    )
    broken = [_broken(entry, source.position(entry.start)) for entry in entries if not entry.closed]
    if _ENTRY.search(text) is None:
        broken = [Oddity(kind="unread-bibliography", text="there is no BibTeX entry in it", line=1, column=1)]
    document = Document(
        format=_Bibtex.name,
        title=None,
        blocks=(),
        markers=(),
        notes=notes,
        oddities=(*oddities, *broken),
        lines=source.count,
    )
    return document, known


def _broken(entry: _Entry, position: Position) -> Oddity:
    text = f"an @{entry.kind} entry has no key, or no fields"
    if entry.key:
        text = f"the entry {entry.key} could not be read to its end: is a brace or quotation mark not closed?"
    return Oddity(kind="broken-entry", text=text, line=position.line, column=position.column, label=entry.key or None)


def _entries(text: str, macros: Macros) -> Iterator[_Entry]:
    """Yield the entries, and add the macros that are defined between them to ``macros``."""
    ends = brace_ends(text)
    at = 0
    while opening := _ENTRY.search(text, at):
        kind, at = opening[1].lower(), opening.end()
        if kind == "string":
            fields, at = _fields(text, at, ends, macros)
            macros.update(fields)
        elif kind not in _NO_ENTRIES:
            key = _KEY.match(text, at)
            fields, at = _fields(text, key.end(), ends, macros) if key else ({}, at)
            closed = key is not None and _CLOSED.match(text, at) is not None
            yield _Entry(kind=kind, key=key[1] if key else "", fields=fields, start=opening.start(), closed=closed)


def _fields(text: str, at: int, ends: dict[int, int], macros: dict[str, str]) -> tuple[dict[str, str], int]:
    """Give the fields from ``at`` on, by name in lower case, and the place after them."""
    fields: dict[str, str] = {}
    while len(fields) < _MOST_FIELDS and (name := _FIELD.match(text, at)):
        parts: list[str] = []
        joint: re.Match[str] | None = name
        while joint is not None:
            part, at = _value(text, joint.end(), ends, macros)
            parts.append(part)
            joint = _JOINT.match(text, at) if part else None
        fields.setdefault(name[1].lower(), "".join(parts)[:_LONGEST])
    return fields, at


def _value(text: str, at: int, ends: dict[int, int], macros: dict[str, str]) -> tuple[str, int]:
    """Give a value (in braces or quotation marks, a number, or that of a macro) and the place after it."""
    if text.startswith("{", at):
        end = ends.get(at, at + 1)
        return text[at + 1 : end - 1], end
    if text.startswith('"', at):
        depth = 0
        for sign in _QUOTE.finditer(text, at + 1, at + _LONGEST):
            depth += (sign[0] == "{") - (sign[0] == "}")
            if sign[0][-1] == "@":
                break
            if sign[0] == '"' and depth <= 0:
                return text[at + 1 : sign.start()], sign.end()
        return "", at + 1
    word = _WORD.match(text, at)
    return (macros.get(word[0].lower(), word[0]), word.end()) if word else ("", at)


def _as_citation(fields: dict[str, str]) -> dict[str, str]:
    """Give the fields as plain text, under the names that ``written_out`` expects."""
    address = next((found[1] for name in ("howpublished", "note") if (found := _URL.search(fields.get(name, "")))), "")
    names = fields.get("author") or fields.get("editor") or ""
    plain = {_RENAMED.get(name, name): plain_text(value) for name, value in fields.items()}
    plain.pop("author", None)
    plain.pop("editor", None)
    for number, name in enumerate(_AND.split(_flat(names), _MOST_AUTHORS)[:_MOST_AUTHORS], 1):
        if name.lower() != "others":
            family, comma, given = plain_text(name).partition(", ")
            plain |= {f"last{number}": family, f"first{number}": given} if comma else {f"author{number}": family}
    plain["url"] = _address(fields.get("url", "")) or address or _preprint(fields)
    if "date" not in plain and plain.get("month"):
        plain["date"] = " ".join(filter(None, (plain.get("day", ""), plain["month"], plain.get("year", ""))))
    if not address and not any(plain.get(name) for name in ("journal", "book-title", "publisher", "institution")):
        plain["publisher"] = plain.get("howpublished", "")
    return plain


def _flat(text: str) -> str:
    return " ".join(text.split())


def _address(value: str) -> str:
    found = _URL.search(value)
    return re.sub(r"\\(?=[%#&_~])", "", found[1] if found else value.strip())


def _preprint(fields: dict[str, str]) -> str:
    number = fields.get("eprint", "").strip()
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").lower()
    return f"https://arxiv.org/abs/{number}" if number and archive == "arxiv" else ""


def plain_text(value: str) -> str:
    """Give a value as TeX prints it: accents and symbols as characters, without commands and braces, blanks folded."""
    text = _URL.sub(r"\1", value)
    text = _ACCENT.sub(lambda found: signs.accented(found[1] or found[3], found[2] or found[4]), text)
    text = _COMMAND.sub(lambda found: signs.SIGNS.get(found[1] or found[2], ""), text)
    text = re.sub(r"[{}$]", "", text).replace("~", " ").replace("---", "—").replace("--", "–")
    return _flat(text.replace("``", "“").replace("''", "”"))


FORMAT = _Bibtex()
