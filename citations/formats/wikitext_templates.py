"""Templates of wiki markup: their arguments, what each does to the text, and the short notes that some print."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, takewhile

from citations.formats.reference_text import PAGES, TITLES

MAX_FIELDS = 200
"""Arguments of one template that are looked at; the longest citation has some forty."""
_BREAK = re.compile(r"\{\{|\}\}|\[\[|\]\]|\|")
_KEY = re.compile(r"\s*([^\s=<>{}\[\]|][^=<>{}\[\]|]{0,60}?)\s*=(?!=)")


class Role(StrEnum):
    """What a template does to the text."""

    CITATION = "citation"
    SHORT_NOTE = "short-note"
    SHORT_TEXT = "short-text"
    NOTE = "note"
    NAMED = "named"
    LIST = "list"
    WRAPPER = "wrapper"
    QUOTATION = "quotation"
    FIRST = "first"
    MEASURE = "measure"
    JOINED = "joined"
    SILENT = "silent"
    UNKNOWN = "unknown"


_ROLES = {
    Role.SHORT_NOTE: "sfn sfnp sfnm sfnmp sfnref harvard-fn",
    Role.SHORT_TEXT: "harvnb harv harvtxt harvp harvcol harvcolnb harvsp harvc",
    Role.NOTE: "efn efn-ua efn-lr efn-ur efn-lg refn notetag #tag:ref note-ref fn-a ref+ uwaga nota-de-rodapé",
    Role.NAMED: "r ref-name rma",
    Role.LIST: "reflist notelist references refs notes-list notefoot listaref einzelnachweise listref przypisy",
    Role.SILENT: "rp citation-needed cn fact clarify dubious when who which better-source-needed dead-link toc-limit"
    " anchor full-citation-needed page-needed failed-verification use-dmy-dates use-mdy-dates short-description"
    " refbegin refend clear defaultsort",
    Role.QUOTATION: "quote blockquote quotation cquote rquote quote-box zitat cita cita-bloque citation-bloc citazione",
    Role.FIRST: "abbr tooltip ill interlanguage-link illm link-language iw",
    Role.MEASURE: "convert cvt val unité unidad unità",
    Role.JOINED: "date date-de-naissance",
    Role.WRAPPER: "nowrap nobr lang transl small big smallcaps sc nobold url sic",
}
_ROLE_BY_NAME = {name.replace("-", " "): role for role, names in _ROLES.items() for name in names.split()}
_ROLE_BY_NAME |= {
    "efn-ua": Role.NOTE,
    "efn-lr": Role.NOTE,
    "efn-ur": Role.NOTE,
    "efn-lg": Role.NOTE,
    "notelist-ua": Role.LIST,
}
NOTE_TEXT = ("1", "text", "texte", "texto", "testo", "tekst", "contenu")
NOTE_GROUP = ("group", "groupe", "gruppe", "grupo", "gruppo", "groep", "grupa")
NOTE_NAME = ("name", "nom", "nombre", "nome", "naam", "nazwa")
"""Names of a note's arguments: its text, its group, its name."""
QUOTED = ("1", "text", "quote", "texte", "texto", "testo")
SIGNED = ("2", "3", "author", "source", "sign", "title", "autor", "auteur", "autore", "quelle", "fonte", "ref")
"""Names of a quotation's arguments: its words, and its author and source."""
_GROUPS = {"efn": "lower-alpha", "efn-ua": "upper-alpha", "efn-lr": "lower-roman", "efn-ur": "upper-roman"}
LIST_GROUPS = {"notelist": "lower-alpha", "notelist-ua": "upper-alpha"}
"""The group that each list of notes prints by default."""
_SIGNS = {
    "nbsp": " ",
    "spaces": " ",
    "space": " ",
    "thinsp": " ",
    "ndash": "–",
    "mdash": "—",
    "snd": " – ",
    "spnd": " – ",
    "spaced ndash": " – ",
    "en dash": "–",
    "em dash": "—",
    "-": "",
    "!": "|",
    "=": "=",
    "'": "’",
    "'s": "’s",
    "sup": "",
    "pipe": "|",
    "br": " ",
    "dot": " · ",
    "·": " · ",
    "•": " • ",
}
_LEADS = {"isbn": "ISBN ", "issn": "ISSN ", "oclc": "OCLC ", "doi": "doi:", "as of": "As of "}
_CITATION = re.compile(r"(?:cite|citation|citar?|citeer|cytuj|webbref|bokref|kilde|internetquelle|literatur)\b")
"""Names of citation templates in the larger wikis; others with an address or a title are citations, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument: its name (in lower case; a number where it has none) and its text's place in the file."""

    name: str
    start: int
    end: int
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template; its arguments are spans of the text. ``start`` and ``end`` include the braces."""

    name: str
    start: int
    end: int
    arguments: tuple[Argument, ...]
    called: str = ""
    """The name as it is written, with its capitals."""

    @property
    def site(self) -> str:
        """The work that a template without an address cites by its own name ("MathWorld"), ``""`` for others."""
        return "" if _CITATION.match(self.name) else self.called

    def argument(self, *names: str) -> Argument | None:
        """Give the first argument of one of these names."""
        return next((one for one in self.arguments if one.name in names), None)

    @property
    def positional(self) -> tuple[Argument, ...]:
        """The arguments without a name, in order."""
        return tuple(one for one in self.arguments if not one.named)

    @property
    def role(self) -> Role:
        """What this template does to the text."""
        known = _ROLE_BY_NAME.get(self.name)
        if known is not None:
            return known
        if self.name.startswith("lang-"):
            return Role.WRAPPER
        if self.name == "note" and self.argument(*NOTE_TEXT[1:]):
            return Role.NOTE  # with nothing but a letter it is an anchor of older pages
        if _CITATION.match(self.name) or self.argument(*TITLES) or self.argument("url"):
            infobox = self.name.startswith(("infobox", "info/", "ficha de", "taxobox", "navbox"))
            return Role.UNKNOWN if infobox else Role.CITATION
        return Role.UNKNOWN

    @property
    def sign(self) -> str | None:
        """The sign that the template stands for, ``None`` for all others."""
        return _SIGNS.get(self.name)

    @property
    def lead(self) -> str:
        """The words that the template prints before its one argument."""
        return _LEADS.get(self.name, "")

    @property
    def group(self) -> str:
        """The group that a note template puts its notes into where its arguments name none."""
        return _GROUPS.get(self.name, "")


def take_apart(text: str, start: int, end: int) -> Template:
    """Give the template whose braces stand at ``start`` and before ``end`` of ``text``."""
    bounds = [start + 2]
    depth = 0
    for sign in _BREAK.finditer(text, start + 2, end - 2):
        if sign[0] in {"{{", "[["}:
            depth += 1
        elif sign[0] in {"}}", "]]"}:
            depth = max(depth - 1, 0)
        elif depth == 0 and len(bounds) <= MAX_FIELDS:
            bounds.append(sign.start() + 1)
    bounds.append(end - 1)
    called = text[bounds[0] : bounds[1] - 1]
    rest = bounds[1:]
    if called.lower().lstrip().startswith("#tag:ref"):
        called = "#tag:ref"
    arguments = []
    count = 0
    for begin, after in pairwise(rest):
        key = _KEY.match(text, begin, after - 1)
        count += key is None
        arguments.append(
            Argument(
                name=key[1].lower() if key else str(count),
                start=key.end() if key else begin,
                end=after - 1,
                named=key is not None and not key[1].isdigit(),
            )
        )
    name = " ".join(called.replace("_", " ").lower().split())
    written = " ".join(called.replace("_", " ").split())
    return Template(name=name, start=start, end=end, arguments=tuple(arguments), called=written)


def works_in(fields: dict[str, str]) -> list[dict[str, str]]:
    """Give the fields of each work that a short note cites: one, or several numbered "1a1=", "1y=", "2a1=", "2y="."""
    if "1" in fields:
        return [fields]
    works = []
    for number in range(1, MAX_FIELDS):
        words = [fields[name] for place in range(1, MAX_FIELDS) if (name := f"{number}a{place}") in fields]
        words += [fields[name] for name in (f"{number}y",) if name in fields]
        if not words:
            break
        pages = {name: fields[f"{number}{name}"] for name in ("p", "pp", "loc") if f"{number}{name}" in fields}
        works.append({str(place): word for place, word in enumerate(words, 1)} | pages)
    return works


def called_by(fields: dict[str, str]) -> str:
    """Give the label by which a short note cites a work: "Smith & Jones 2010"."""
    words = _unnamed(fields)
    return " ".join(filter(None, (" & ".join(words[:-1]), words[-1]))) if words else ""


def _unnamed(fields: dict[str, str]) -> list[str]:
    return [fields[name] for name in takewhile(fields.__contains__, map(str, range(1, MAX_FIELDS)))]


def short_form(fields: dict[str, str]) -> str:
    """Give the text that a short note prints: "Smith & Jones 2010, p. 5."."""
    words = _unnamed(fields)
    names, year = (words[:-1], words[-1]) if len(words) > 1 else (words, "")
    text = " ".join(filter(None, (" & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])), year)))
    pages = "".join(f", {lead}{fields[name]}" for name, lead in (("loc", ""), *PAGES) if fields.get(name))
    return f"{text}{pages}." if text or pages else ""
