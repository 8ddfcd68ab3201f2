"""Authors who are not persons with initials: organisations, public bodies, authors of one name."""

import re
from collections.abc import Callable

from citations.records.names.persons import ABBREVIATED_BODY, OFFICE, OFFICE_FIRST, PUBLIC_BODY
from citations.records.regions.region import CREDITED_NEXT, Region
from citations.records.wording.cities import names_city
from citations.records.wording.clauses import Place, chunks, sentences
from citations.records.wording.hosts import host_spells
from citations.records.wording.words import ABBREVIATIONS, CAPITAL, EDITION, IN_MARK, LOWER, PLACE, PUBLISHER, SERIAL

ORG_WORDS = 14
"""Words of the longest name of an organisation before a year; longer openings are titles."""


def _is_book_of(text: str, parts: list[Place]) -> bool:
    """Whether three sentences are author, title and "City: Publisher"; two would have no author."""
    if len(parts) < _BOOK_PARTS or text[parts[0][1] - 1] != "." or not PLACE.match(text, *parts[-1]):
        return False
    if names_city(text[parts[1][0] : parts[1][1]].partition(":")[0]):
        return False  # "Cold rivers. Oslo: Ice House; 2020. Licence: …"
    first, second = (text[start:end] for start, end in parts[:2])
    return (
        len(first.split()) <= ORG_WORDS and ":" not in first and not second[:1].isdigit() and not EDITION.match(second)
    )


_BOOK_PARTS = 3
"""Sentences of a book with its author."""


_SHORT_ORGANISATION = re.compile(
    r"(?:[A-Z]{2,6}|Wikip[eé]dia(?=[,:])|[A-Z][a-z]+[A-Z]\w{1,12}|[a-z]{6,20})(?:\s(?:&|and)\s\w{2,6})?"
    r"(?=[,:.]\s)|[a-z]{3,5}(?=:\s[A-Z])|(?:[\w-]{2,40}\.){1,2}[a-z]{2,7}(?=:\s[A-Z])"
)


_COUNTRIES = frozenset({"US", "USA", "UK", "EU"})
"""Letters that open headlines: "US: Grain deal reached"."""
_ENCYCLOPEDIA = frozenset({"Wikipedia", "Wikipédia"})
"""Names that no title begins with, so that the words after one are the title."""
_TITLE_ALONE = re.compile(r",\s[^\W\d_\ue000\"“‘«]?[^,\ue000]*\s[^,\ue000]*\s[^,\ue000]{2,}")
"""Three words or more after a comma, without another comma."""


BODY_WORDS = 8
"""Words of the longest name of a public body that is taken for an author without a year after it."""


_ALL_CAPITALS = re.compile(rf"{CAPITAL}[^.]{{1,120}}\.\s")


def leading_organisation(region: Region) -> Place | None:
    """Give an organisation in the author's place: a first sentence in capitals, as ISO 690 sets names."""
    body = next((body for reader in _READERS if (body := reader(region)) is not None), None)
    if body is not None and IN_MARK.match(region.text, body[1], region.head_end):
        return None  # "Ice. In: Wikipedia [online]": an entry and not its author
    return body


def _short_name(region: Region) -> Place | None:
    """Give a short name before a full stop or comma, if more than a title follows, with its office."""
    text, end = region.text, region.head_end
    short = _SHORT_ORGANISATION.match(text, region.start, end)
    if short is None or short[0].lower() in ABBREVIATIONS or short[0] in _COUNTRIES:
        return None
    linked = region.cuts.links and _TITLE_ALONE.match(text, short.end(), end)
    several = len(chunks(text, short.end(), end)) > 1 or len(sentences(text, short.end(), end)) > 1
    if not (several or linked or short[0] in _ENCYCLOPEDIA):
        return None
    office = _OFFICE.match(text, short.end() + len(". "), end) if short[0].isupper() else None
    return (short.start(), office.end()) if office else short.span()


def _first_sentence(region: Region) -> Place | None:
    """Give a first sentence that names a house, or the author of a book, before a longer rest."""
    text = region.text
    parts = sentences(text, region.start, region.head_end)
    if not parts:
        return None
    start, end = parts[0]
    words = text[start:end].strip(" .")
    rest = text[end : region.head_end].strip(" .,;:")
    named = len(words.split()) <= BODY_WORDS and PUBLISHER.search(words) and text[end - 1] == "."
    if _is_book_of(text, parts) or (named and len(rest.split()) > BODY_WORDS // 2):
        return (start, start + len(words))
    return None


_LEGAL_FORM = r"(?:plc|PLC|Ltd|Limited|Inc|LLC|LLP|GmbH|AG|A/S|ASA|Corp|(?:&|and)\sCo(?:mpany)?)\b\.?"
_COMPANY = rf"{CAPITAL}[^.,;:()\ue000]{{2,60}},?\s{_LEGAL_FORM}"
_BODY = re.compile(
    rf"(?:{ABBREVIATED_BODY}|{PUBLIC_BODY}(?=,\s[A-Z]|\s\()|{OFFICE}|{OFFICE_FIRST}|{_COMPANY}|"
    rf"{CAPITAL}[\w-]+\s[Cc]ollaboration)"
    r"(?:,\s(?:Inc|Ltd|LLC)\b\.?|\s\([^()]{2,30}\))?(?=,\s[A-Z])"
)
"""A public body by the word that ends or opens its name, or a company by its legal form."""
_FEWEST_BEHIND = 2
"""Parts after the name of a body: its title, and where or in which series it came out."""


def _body_before_comma(region: Region) -> Place | None:
    """Give a public body before a comma: "House Committee, Flooding: Second Report, HC 1, 4 March 2019"."""
    body = _BODY.match(region.text, region.start, region.head_end)
    if body is None:
        return None
    above = _BODY.match(region.text, body.end() + len(", "), region.head_end)  # "Committee on Ice, Parliament of Frost"
    end = above.end() if above else body.end()
    behind = chunks(region.text, end + 1, region.head_end)
    last = region.text[slice(*behind[0])].split()[-1] if behind else ""
    if last[:1].isupper() and SERIAL.fullmatch(last):
        return None  # "Ice Agency of Kade, The Herald, 12 May 2019": a headline
    alone = len(behind) == 1 and (region.cuts.links or region.cuts.dates)
    return (body.start(), end) if alone or len(behind) >= _FEWEST_BEHIND else None


def body_before_stop(region: Region) -> Place | None:
    """Give a public body before a full stop and a title: "Bureau of Ice and Tides. About frost. <link>"."""
    body = _BODY_AND_STOP.match(region.text, region.start, region.head_end)
    behind = sentences(region.text, body.end() + 1, region.head_end) if body else []
    return body.span() if body and behind else None


_BODY_AND_STOP = re.compile(
    rf"(?:{PUBLIC_BODY}(?=[.,]\s)|{OFFICE}|{OFFICE_FIRST}|{CAPITAL}[^.,;:()]{{4,90}}"
    rf"(?=\s\([A-Z][a-z]*[A-Z][A-Za-z]{{0,8}}\)[.:]\s))(?:\s\([^()]{{2,30}}\))?"
    r"(?:,\s(?:[A-Z]\w+\s)?(?:Division|Dep(?:t|artment)|Directorate|Office|Bureau|Branch|Section|"
    r"Sub-?[Cc]ommittee|Committee)\s(?:of|for|on)\s[^,.;:()\ue000]{3,80})?"
    r"(?=[.:]\s)"
)


def letters_before_stop(region: Region) -> Place | None:
    """Give the letters of a body before a stop, a title and nothing but the year: "NFB. Rules for the shore. 2019."."""
    body = _LETTERS_AND_TITLE.fullmatch(region.text, region.start, region.end)
    return body.span(1) if body and body[1] not in _COUNTRIES else None


_LETTERS_AND_TITLE = re.compile(
    r"([A-Z]{3,8})\.\s(?=[^\W\d_](?:[^\s.\ue000]{0,40}\s){2})[^.\ue000]{8,300}\.\s(?:1[5-9]|20)\d\d\W{0,3}"
)


def host_before_colon(region: Region) -> Place | None:
    """Give a name before a colon, if the host of the link contains it: "Quayside: Who pays? <quayside.example>"."""
    named = _NAME_AND_COLON.match(region.text, region.start, region.head_end)
    if named is None or region.cuts.target is None:
        return None
    return named.span() if host_spells(region.cuts.target, named[1]) else None


def _host_before_comma(region: Region) -> Place | None:
    """Give a name before a comma and a title, if the host of the link contains it: "Oxmill, The Cost of Waiting, 2013".

    A page with a day is a piece of news, and the name before it is its outlet; a page without a date belongs to a site.
    """
    named = _NAME_AND_COMMA.match(region.text, region.start, region.head_end)
    target = region.cuts.target
    dates = region.cuts.dates
    if named is None or target is None or not dates or any(date.is_day for date in dates):
        return None
    title = chunks(region.text, named.end() + 1, region.head_end)[:1]
    long = title and len(region.text[slice(*title[0])].split()) >= _TITLE_WORDS
    return named.span() if long and host_spells(target, named[0]) else None


_NAME_AND_COMMA = re.compile(
    rf"{CAPITAL}[\w&’'-]{{2,30}}(?:\s(?:of|the|and|for|de|du)(?=\s)|\s{CAPITAL}[\w&’'-]{{1,30}}){{0,5}}(?=,\s{CAPITAL})"
)
_TITLE_WORDS = 3
"""Words of the shortest title that a comma divides from a name."""


def _account_before_colon(region: Region) -> Place | None:
    """Give an account or an agency in small letters, or a staff, before a colon: "pell203: How to moor <link>"."""
    named = _ACCOUNT.match(region.text, region.start, region.head_end) if region.cuts.links else None
    return named.span() if named else None


_ACCOUNT = re.compile(
    rf"(?:(?=[{LOWER}]{{3}}|[{LOWER}]+[\d_.-])[{LOWER}\d_.-]{{3,40}}|[\w.+-]{{2,40}}@[\w.-]{{4,40}}|"
    rf"(?:{CAPITAL}[\w’']{{0,30}}[\s-]){{0,4}}(?:[Ee]ditors|Team|Staff|Newsroom|Redaktion|Redazione|Redacción|"
    rf"Rédaction|Redactie)|"
    rf"The\s(?:{CAPITAL}[\w’'-]{{0,30}}\s){{1,3}}Press)(?=:\s\W?[^\W\d_])"
)
_NAME_AND_COLON = re.compile(
    rf"({CAPITAL}[\w&.’'-]{{2,30}}(?:\s(?:d(?:er|ie|as|e|es|u)|of|the|la|le)(?=\s)|"
    rf"\s{CAPITAL}[\w&.’'-]{{1,30}}){{0,4}}|"
    r"(?:[\w-]{2,40}\.){1,3}[a-z]{2,7}|[a-z][\w-]{1,20}(?:\sonline)?)(?:\s\([A-ZÀ-Þ][^()\d]{2,60}\))?(?=:\s\W?[^\W\d_])"
)


def _editing_body(region: Region) -> Place | None:
    """Give a body that edited what follows: "Ministry of Ice (ed.), Report on Frost"."""
    body = _EDITING.match(region.text, region.start, region.head_end)
    return body.span() if body and len(body[0].split()) <= BODY_WORDS else None


_RUNNING = re.compile(rf"\s[{LOWER}]\w*\s(?:\S+\s)*?[{LOWER}]")
"""Two words in small letters: such words are a title, not an outlet."""


def _before_medium(region: Region) -> Place | None:
    """Give the first of two sentences before "[online]" where the second is the title: short, in capital words."""
    medium = region.cuts.medium
    parts = sentences(region.text, region.start, medium.start) if medium and medium.start > region.start else []
    if len(parts) != len(("body", "title")):
        return None
    if not _RUNNING.search(region.text, *parts[1]):
        return None
    body = _SHORT_BODY.fullmatch(region.text, *parts[0])
    return body.span(1) if body else None


_SHORT_BODY = re.compile(rf"({CAPITAL}[\w.&’'-]*(?:\s{CAPITAL}[\w.&’'-]*){{0,3}})\.")
_EDITING = re.compile(rf"{CAPITAL}[^.,;:()\ue000]{{2,80}}(?=\s\((?:Hrsg|Hg|[Ee]ds?|éds?|dir|coord|red)\.?\)[:.,]\s)")
_SINGLE = re.compile(rf"{CAPITAL}[^\W\d_]{{3,15}}(?=\.\s)")
_TITLE_AND_LINK = re.compile(rf"\.\s(?=[^.\ue000]*\s[{LOWER}])[^.,\ue000]{{8,200}}\.\s[^.\ue000]{{0,40}}\ue000")
"""A title with words in small letters, and a link: "Driftwood. How to moor a boat. <link>"."""
_SINGLE_SENTENCES = 3
"""Sentences of a source whose author has one name: the name, the title, and who translated it or where it came out."""


def _single_name(region: Region) -> Place | None:
    """Give an author of one name ("Aristotle. Cold Ethics. Trans. B. Finch."): title and more must follow it."""
    single = _SINGLE.match(region.text, region.start, region.head_end)
    if single is None:
        return None
    if _TITLE_AND_LINK.match(region.text, single.end(), region.end):
        return single.span()
    medium = region.cuts.medium
    stop = medium.start if medium and medium.start > single.end() else region.head_end
    parts = sentences(region.text, region.start, stop)
    if len(parts) < _SINGLE_SENTENCES or not (medium or CREDITED_NEXT.match(region.text, parts[2][0])):
        return None
    return single.span()


def _name_in_capitals(region: Region) -> Place | None:
    """Give the first sentence, or two, when it stands in capitals and the rest does not."""
    text = region.text
    match = _ALL_CAPITALS.match(text, region.start, region.head_end)
    if match is None:
        return None
    following = _ALL_CAPITALS.match(text, match.end(), region.head_end)
    end = following.end() if following and following[0].isupper() and match[0].isupper() else match.end()
    words = text[match.start() : end].strip(" .")
    if not words.isupper() or words.lower() in ABBREVIATIONS:
        return None
    office = _OFFICE.match(text, end, region.head_end)
    if office:
        return match.start(), office.end()
    rest = text[end : region.head_end].strip(" .,;:")
    return (match.start(), match.start() + len(words)) if rest and not rest.isupper() else None


_OFFICE = re.compile(
    r"(?:(?:Minist[eé]rio|Conselho|Consejo|Secretar[ií]a|Senado|C[âá]mara|Congresso|Congreso|Presid[êe]ncia|"
    r"Departamento|Ag[êe]ncia|"
    r"Tribunal|Supremo|Superior|Instituto|Comiss[ãa]o|Ministry|Department|Senate|Parliament|Office|"
    r"Committee)\s[^.:;\ue000]{3,80}(?=\.\s)"
    r"(?:\.\s(?=(?:Secretaria|Departamento|Câmara|Conselho|Diretoria)\s))?)+"
)
"""The office of a country, as Brazilian lists enter it after the country's name: "BRASIL. Ministério da Educação"."""


_READERS: tuple[Callable[[Region], Place | None], ...] = (
    _short_name,
    _editing_body,
    host_before_colon,
    _account_before_colon,
    _single_name,
    _name_in_capitals,
    body_before_stop,
    _body_before_comma,
    _host_before_comma,
    _before_medium,
    _first_sentence,
)
"""The readers of an organisation, the surest first."""
