"""Records in the forms that other programs read: our JSON, CSL-JSON and BibTeX."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from citations.dates import PartialDate
from citations.links import TEXT_DIRECTIVE, doi_url
from citations.records import CitationRecord, Name, Note, is_person

Json = dict[str, Any]

_BIBTEX_ESCAPES = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_"}
)
_ENTRY_TYPES = {"article-journal": "article", "book": "book", "chapter": "incollection", "report": "techreport"}
_MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def record_to_json(record: CitationRecord) -> Json:
    """Give what a record holds in the field names of ``provenote parse``; what the note does not say is left out.

    A resolver's address that was made from the DOI is no part of the note, so it is left out too.
    """
    printed = {span.field for span in record.spans}
    made_from_doi = record.doi is not None and "URL" not in printed and record.url == doi_url(record.doi)
    fields = {
        "type": record.type,
        "URL": None if made_from_doi else record.url,
        "title": record.title,
        "author": [_name(name, with_literal=True) for name in record.authors],
        "editor": [_name(name, with_literal=True) for name in record.editors],
        "container-title": record.container_title,
        "publisher": record.publisher,
        "issued": _date(record.issued),
        "accessed": _date(record.accessed),
        "DOI": record.doi,
        "ISBN": record.isbn,
        "page": record.page,
        "fragment": f"{TEXT_DIRECTIVE}{record.fragment}" if record.fragment else None,
        "archive-url": record.archive_url,
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: Name, *, with_literal: bool) -> Json:
    parts = {key: value for key, value in (("family", name.family), ("given", name.given)) if value}
    return {"literal": name.literal, **parts} if with_literal or "family" not in parts else parts


def _date(date: PartialDate | None) -> Json | None:
    if date is None:
        return None
    return {"raw": date.raw, **({"date-parts": [list(date.parts)]} if date.parts else {})}


def notes_to_csl(notes: Iterable[Note]) -> list[Json]:
    """Give the records of ``notes`` as CSL-JSON items, each source that a note names first once.

    The text fragment and the archived copy have no field of their own in CSL-JSON and go under ``custom``.
    """
    return [_csl_item(f"note-{key}", record) for key, record in _numbered(notes)]


def _csl_item(key: str, record: CitationRecord) -> Json:
    item = record_to_json(record)
    custom = {name: item.pop(name) for name in ("fragment", "archive-url") if name in item}
    item["author"] = [_name(name, with_literal=False) for name in record.authors]
    item["editor"] = [_name(name, with_literal=False) for name in record.editors]
    return {
        "id": key,
        **{name: value for name, value in item.items() if value},
        **({"custom": custom} if custom else {}),
    }


def _numbered(notes: Iterable[Note]) -> Iterator[tuple[str, CitationRecord]]:
    """Yield each record with a unique key; notes that only refer back to another note are left out."""
    taken: set[str] = set()
    for note in notes:
        if note.refers_to is not None:
            continue
        for number, record in enumerate(note.records, 1):
            key = re.sub(r"[^\w-]+", "-", note.label) + (f"-{number}" if len(note.records) > 1 else "")
            if note.chapter:
                key = f"{note.chapter}-{key}"
            while key in taken:
                key += "x"
            taken.add(key)
            yield key, record


def notes_to_bibtex(notes: Sequence[Note]) -> str:
    """Give the records of ``notes`` as BibTeX entries with an empty line between them, ``""`` for no record."""
    return "\n".join(_entry(f"note-{key}", record) for key, record in _numbered(notes))


def _entry(key: str, record: CitationRecord) -> str:
    kind = _ENTRY_TYPES.get(record.type, "misc")
    lines = [f"  {name} = {{{value}}}," for name, value in _bibtex_fields(kind, record) if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def _bibtex_fields(kind: str, record: CitationRecord) -> Iterator[tuple[str, str]]:
    issued = record.issued.parts if record.issued else ()
    container = "journal" if kind == "article" else "booktitle" if kind == "incollection" else "howpublished"
    yield "author", " and ".join(_bibtex_name(name) for name in record.authors)
    yield "editor", " and ".join(_bibtex_name(name) for name in record.editors)
    yield "title", f"{{{_escaped(record.title)}}}" if record.title else ""
    yield container, _escaped(record.container_title or "")
    yield "publisher", _escaped(record.publisher or "")
    yield "year", str(issued[0]) if issued else ""
    yield "month", _MONTH_MACROS[issued[1] - 1] if len(issued) > 1 else ""
    yield "date", "-".join(f"{part:02d}" for part in issued)
    yield "pages", (record.page or "").replace("–", "--")
    yield "doi", record.doi or ""
    yield "isbn", record.isbn or ""
    yield "url", _braces_balanced(record.url or "")
    yield "urldate", "-".join(f"{part:02d}" for part in record.accessed.parts) if record.accessed else ""
    yield "note", f"Archived at {_braces_balanced(record.archive_url)}" if record.archive_url else ""


def _bibtex_name(name: Name) -> str:
    if name.family:
        return _escaped(f"{name.family}, {name.given}" if name.given else name.family)
    literal = _escaped(name.literal)
    return literal if is_person(name.literal) else f"{{{literal}}}"


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX_ESCAPES)


def _braces_balanced(url: str) -> str:
    """Give a URL without braces, which would end a BibTeX field early."""
    return url.replace("{", "%7B").replace("}", "%7D")
