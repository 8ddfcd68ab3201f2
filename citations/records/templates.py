"""Citation templates as wikis write them ("{{cite web |url=… |title=…}}"), read field by field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(
    r"\{\{\s*(?:cite|citation|cita|literatur|internetquelle|ouvrage|article|lien web|citar|cytuj|статья|книга)\b[^|{}]{0,40}\|",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\s*([^\s=|{}][^=|{}]{0,40}?)\s*=")
_LONGEST = 6000
"""Characters of the longest template that is read."""
_NAMES = {
    "title": "title", "titel": "title", "titre": "title", "título": "title", "titulo": "title", "titolo": "title",
    "chapter": "title", "заглавие": "title",
    "url": "URL", "lire en ligne": "URL", "ссылка": "URL",
    "archive-url": "archive-url", "archiveurl": "archive-url", "archiv-url": "archive-url", "archive": "archive-url",
    "website": "container-title", "work": "container-title", "newspaper": "container-title", "journal": "container-title",
    "magazine": "container-title", "periodical": "container-title", "périodique": "container-title", "werk": "container-title",
    "sammelwerk": "container-title", "site": "container-title", "obra": "container-title", "издание": "container-title",
    "encyclopedia": "container-title", "book-title": "container-title",
    "publisher": "publisher", "verlag": "publisher", "éditeur": "publisher", "editorial": "publisher", "editora": "publisher",
    "editore": "publisher", "agency": "publisher", "издательство": "publisher",
    "date": "issued", "datum": "issued", "fecha": "issued", "data": "issued", "year": "issued", "jahr": "issued",
    "année": "issued", "дата": "issued", "год": "issued", "publication-date": "issued",
    "access-date": "accessed", "accessdate": "accessed", "abruf": "accessed", "consulté le": "accessed",
    "fechaacceso": "accessed", "acessodata": "accessed", "accesso": "accessed", "zugriff": "accessed",
    "doi": "DOI", "isbn": "ISBN", "pages": "page", "page": "page", "pp": "page", "seiten": "page",
    "author": "author", "authors": "author", "autor": "author", "auteur": "author", "autore": "author", "автор": "author",
}  # fmt: skip
_FAMILY = re.compile(r"(?:last|nom|apellidos?|nachname|cognome|sobrenome|surname)(\d*)\Z", re.IGNORECASE)
_GIVEN = re.compile(r"(?:first|prénom|nombre|vorname|nome|given)(\d*)\Z", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:author|auteur|autor|autore)(\d+)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A filled field: the CSL-JSON name ("family3" and "given3" for parts of names), its words and their place."""

    name: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Template:
    """A citation template in a text, from its opening to its closing braces."""

    start: int
    end: int
    fields: tuple[TemplateField, ...]


def find_templates(text: str) -> tuple[Template, ...]:
    """Give the citation templates of ``text`` in order; one that is not closed is none."""
    found, place = [], 0
    while (opening := _OPENING.search(text, place)) is not None:
        close = text.find("}}", opening.end(), opening.end() + _LONGEST)
        if close < 0:
            break
        fields = tuple(_fields(text, opening.end(), close))
        found.append(Template(opening.start(), close + 2, fields))
        place = close + 2
    return tuple(found)


def _fields(text: str, start: int, end: int) -> Iterator[TemplateField]:
    while start < end:
        bar = text.find("|", start, end)
        stop = bar if bar >= 0 else end
        match = _FIELD.match(text, start, stop)
        if match:
            words = text[match.end() : stop]
            first = match.end() + len(words) - len(words.lstrip())
            name = _csl_name(match[1].lower())
            if name and words.strip():
                yield TemplateField(name, words.strip(), first, first + len(words.strip()))
        start = stop + 1


def _csl_name(key: str) -> str | None:
    for pattern, name in ((_FAMILY, "family"), (_GIVEN, "given"), (_AUTHOR, "author")):
        match = pattern.match(key)
        if match:
            return f"{name}{match[1] or 1}" if name != "author" else "author"
    return _NAMES.get(key)
