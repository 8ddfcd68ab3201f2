"""Records made of the citation templates of wikis."""

from collections.abc import Iterator
from dataclasses import replace

from citations.dates import PartialDate, read_dates
from citations.links import doi_url
from citations.records.leftover import meaningful
from citations.records.name_forms import to_name
from citations.records.templates import Template
from citations.records.values import CitationRecord, FieldSpan, Name


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
