"""References with named fields (a wiki's template, a BibTeX entry), written out as a readable line."""

import re


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


TITLES = _names("title, titel, titre, titolo, título, titulo, tittel, otsikko, заглавие, название")
_ADDRESSES = _names("url, website-url, lire en ligne, online, ссылка, link")
_AUTHORS = _names("author, authors, autor, auteur, autore, vauthors, people, автор, forfatter, författare")
_FAMILY = _names("last, surname, nachname, nom, apellido, apellidos, cognome, sobrenome, achternaam")
_GIVEN = _names("first, given, vorname, prénom, nombre, nome, voornaam")
_CONTAINERS = _names(
    "website, work, newspaper, magazine, journal, periodical, périodique, werk, hrsg, site, obra, "
    "sitioweb, sito, opera, series, sammelwerk, encyclopedia, zeitung, book-title, издание"
)
_PUBLISHERS = _names(
    "publisher, agency, institution, verlag, éditeur, editorial, editore, editora, uitgever, издательство"
)
_DATES = _names("date, datum, fecha, data, dato, publication-date, en ligne le, дата")
_YEARS = _names("year, jahr, année, año, anno, ano, jaar, år, год")
_ACCESSED = _names(
    "access-date, accessdate, abruf, zugriff, consulté le, fechaacceso, accesso, acessodata, "
    "bezochtdatum, hämtdatum, besøksdato, дата обращения"
)
_ARCHIVES = _names("archive-url, archiveurl, archiv-url, archive, urlarchivo, urlarchivio, archief url")
PAGES = (
    *((name, "p. ") for name in _names("page, seite, passage, p")),
    *((name, "pp. ") for name in _names("pages, seiten, pp")),
    ("at", ""),
)
_DIGITS = "0123456789"
_LONGEST_NAME = 60
"""Characters of the name of a field."""
_MOST_NAMED = 4
"""Authors that a short note names at most."""
_MAX_AUTHORS = 40
"""Authors of one reference that are read at most."""


def written_out(fields: dict[str, str]) -> str:
    """Give a citation template's fields as one readable line, in the order in which Wikipedia prints them.

    The title stands in quotation marks and every address is spelled out, so that nothing of the source is hidden.
    """
    date = _first(fields, _DATES) or _first(fields, _YEARS)
    authors = "; ".join(_authors(fields))
    parts = [f"{authors} ({date})" if authors and date else authors]
    whole = _first(fields, TITLES)
    part = fields.get("chapter", "") or fields.get("contribution", "") or fields.get("entry", "")
    parts.append(_quoted(part or whole))
    parts.append(f"In {whole}" if part and whole else "")
    parts.append(_first(fields, _CONTAINERS))
    issue = fields.get("issue") or fields.get("number", "")
    parts.append(" ".join(filter(None, (fields.get("volume", ""), f"({issue})" if issue else ""))))
    parts.append(_first(fields, _PUBLISHERS))
    if not authors:
        parts.append(date)
    parts.extend(f"{lead}{fields[name]}" for name, lead in PAGES if fields.get(name))
    parts.extend(f"{lead}{fields[name]}" for name, lead in (("doi", "doi:"), ("isbn", "ISBN ")) if fields.get(name))
    parts.append(_first(fields, _ADDRESSES))
    archive = _first(fields, _ARCHIVES)
    if archive:
        parts.append(f"Archived from the original at {archive}")
    accessed = _first(fields, _ACCESSED)
    if accessed:
        parts.append(f"Retrieved {accessed}")
    parts.append(_quoted(fields.get("quote") or fields.get("zitat", "")))
    if not any(parts):
        parts = [text for name, text in fields.items() if name.isdigit()]
    return " ".join(part if part.endswith((".", ".”")) else f"{part}." for part in parts if part)


def of_site(fields: dict[str, str], site: str) -> dict[str, str]:
    """Give the fields, with ``site`` as the container if they have a title and say nothing else of where it appeared.

    Templates such as "MathWorld" are named after the one work that they cite.
    """
    placed = any(_first(fields, names) for names in (_ADDRESSES, _CONTAINERS, _PUBLISHERS, _DATES, _YEARS))
    return {**fields, "site": site} if site and _first(fields, TITLES) and not placed else fields


def short_label(fields: dict[str, str]) -> str:
    """Give the label that short notes use for a reference ("Smith & Jones 2010"), ``""`` without author or year."""
    names = [
        _first(fields, tuple(f"{name}{index}" for name in _FAMILY))
        for index in ("", *map(str, range(1, _MOST_NAMED + 1)))
    ]
    year = re.search(r"\d{4}[a-z]?", _first(fields, _YEARS) or _first(fields, _DATES))
    names = [name for name in names if name] or [fields.get("author", "")]
    return f"{' & '.join(names)} {year[0]}" if names[0] and year else ""


def _quoted(text: str) -> str:
    bare = text.strip('“”"')
    return f"“{bare}”" if bare else ""


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _authors(fields: dict[str, str]) -> list[str]:
    out = []
    numbers = sorted({int(name[len(name.rstrip(_DIGITS)) :] or 0) for name in fields if len(name) < _LONGEST_NAME})
    for number in numbers[:_MAX_AUTHORS]:
        index = str(number or "")
        family = _first(fields, tuple(f"{name}{index}" for name in _FAMILY))
        given = _first(fields, tuple(f"{name}{index}" for name in _GIVEN))
        whole = _first(fields, tuple(f"{name}{index}" for name in _AUTHORS))
        if family or whole:
            out.append(f"{family}, {given}" if family and given else family or whole)
    if not out:
        out = [fields["editor"]] if fields.get("editor") else []
    return list(dict.fromkeys(out))
