"""Citation templates as wikis write them ("{{cite web |url=… |title=…}}"), read field by field into records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citations.dates import PartialDate, read_dates
from citations.links import doi_url
from citations.records.leftover import meaningful
from citations.records.names.forms import to_name
from citations.records.values import CitationRecord, FieldSpan, Name

_OPENING = re.compile(
    r"\{\{\s*(?:cite|citation|cita|literatur|internetquelle|ouvrage|article|lien web|citar|cytuj|статья|"
    r"книга)\b[^|{}]{0,40}\|",
    re.IGNORECASE,
)
_OF_SITE = re.compile(
    r"\{\{\s*((?-i:[A-Z])[\w .-]{2,40}?)\s*\|(?=[^{}]{0,400}?\b(?:title|titel|titre|titolo|título)\s*=)", re.IGNORECASE
)
"""A template that is called after the one site or work it cites, with a title: "MathWorld"."""
_FIELD = re.compile(r"\s*([^\s=|{}][^=|{}]{0,40}?)\s*=")
_LONGEST = 6000
"""Characters of the longest template that is read."""
_KEYS = {
    "title": "title|titel|titre|título|titulo|titolo|chapter|заглавие",
    "URL": "url|lire en ligne|ссылка",
    "archive-url": "archive-url|archiveurl|archiv-url|archive",
    "container-title": (
        "website|work|newspaper|journal|magazine|periodical|périodique|werk|sammelwerk|site|sito|sitioweb|obra|opera|"
        "издание|revue|zeitung|czasopismo|"
        "encyclopedia|book-title"
    ),
    "publisher": "publisher|verlag|éditeur|editorial|editora|editore|agency|издательство",
    "issued": "date|datum|fecha|data|year|jahr|année|дата|год|publication-date",
    "accessed": "access-date|accessdate|abruf|consulté le|fechaacceso|acessodata|accesso|zugriff",
    "DOI": "doi",
    "ISBN": "isbn",
    "page": "pages|page|pp|seiten|passage|pagine|páginas|страницы|strony|sidor",
    "author": "author|authors|autor|auteur|autore|автор|autorzy|författare",
}
"""Names of fields in the wikis of several languages, by their CSL-JSON name."""
_NAMES = {key: name for name, keys in _KEYS.items() for key in keys.split("|")}
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
    site: str | None = None
    """The work that the template itself is called after."""


def find_templates(text: str) -> tuple[Template, ...]:
    """Give the citation templates of ``text`` in order; one that is not closed is left out."""
    found, place = [], 0
    while (opening := _next_opening(text, place)) is not None:
        close = text.find("}}", opening.end(), opening.end() + _LONGEST)
        if close < 0:
            break
        fields = tuple(_fields(text, opening.end(), close))
        site = opening[1] if opening.re is _OF_SITE else None
        found.append(Template(opening.start(), close + 2, fields, site))
        place = close + 2
    return tuple(found)


def _next_opening(text: str, place: int) -> re.Match[str] | None:
    """Give the opening of the first citation template from ``place`` on, ``None`` for none."""
    found = [opening for pattern in (_OPENING, _OF_SITE) if (opening := pattern.search(text, place))]
    return min(found, key=lambda opening: opening.start(), default=None)


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


def build_from_template(raw: str, template: Template, start: int, end: int) -> CitationRecord:
    """Give the record of a citation template; ``start`` and ``end`` are the characters of ``raw`` it answers for."""
    values: dict[str, str] = {}
    for field in template.fields:
        values.setdefault(field.name, field.words)
    doi = values.get("DOI")
    page_url, _, fragment = values.get("URL", "").partition("#:~:text=")
    outside = f"{raw[start : template.start]} {raw[template.end : end]}"
    return CitationRecord(
        start=start,
        end=end,
        url=page_url.partition("#")[0] or (doi_url(doi) if doi else None),
        fragment=fragment or None,
        archive_url=values.get("archive-url"),
        title=values.get("title"),
        authors=_template_authors(template),
        container_title=values.get("container-title") or template.site,
        publisher=values.get("publisher"),
        issued=_date(values.get("issued")),
        accessed=_date(values.get("accessed")),
        doi=doi,
        isbn=values.get("ISBN"),
        page=values.get("page"),
        spans=tuple(_template_spans(template)),
        unread=meaningful(outside),
    )


def _template_authors(template: Template) -> tuple[Name, ...]:
    """Give the authors of a template: those named whole, then those whose names have a field for each part."""
    whole = [to_name(field.words) for field in template.fields if field.name == "author"]
    parts: dict[str, dict[str, str]] = {}
    for field in template.fields:
        part = field.name.rstrip("0123456789")
        if part in _NAME_PARTS:
            parts.setdefault(field.name.removeprefix(part), {})[part] = field.words
    persons = [
        Name(literal=" ".join(filter(None, (one.get("given"), one.get("family")))), **one) for one in parts.values()
    ]
    return (*whole, *persons)


_NAME_PARTS = frozenset({"family", "given"})


def _template_spans(template: Template) -> Iterator[FieldSpan]:
    """Yield the places of a template's fields; of two fields for one thing, such as work and website, the first."""
    seen: set[str] = set()
    for field in template.fields:
        author = field.name == "author" or field.name.rstrip("0123456789") in _NAME_PARTS
        if author or field.name not in seen:
            seen.add(field.name)
            yield FieldSpan(field="author" if author else field.name, start=field.start, end=field.end)


def _date(words: str | None) -> PartialDate | None:
    if words is None:
        return None
    dates = read_dates(words)
    return replace(dates[0][0], raw=words) if dates else PartialDate(raw=words)
