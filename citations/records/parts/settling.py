"""A last check of title, outlet and publisher: what is no name is dropped, sites in the link's host are found."""

import re

from citations.links import Link
from citations.records.names.lists import read_authors
from citations.records.names.persons import is_person, names_body, names_group
from citations.records.regions.cuts import Cuts
from citations.records.regions.region import Parts
from citations.records.sheets.sheet import LINK, Sheet
from citations.records.wording.clauses import Place
from citations.records.wording.hosts import host_shares_word, host_spells, host_suits
from citations.records.wording.words import CAPITAL, EDITION_ALONE, PUBLISHER, SERIAL


def settle_container(text: str, cuts: Cuts, parts: Parts) -> None:
    """Settle the container: the platform of a post is one; a town of a talk, and words that are no name, are not."""
    _drop_no_names(text, cuts, parts)
    _name_publisher(text, parts)
    _take_for_outlet(text, cuts, parts)
    _take_for_title(text, parts)
    _take_for_author(text, cuts, parts)
    if _came_out_on_a_day(text, parts):
        parts.container, parts.publisher = parts.publisher, None
    if parts.container is None:
        return
    start, end = parts.container
    if parts.title is None and [text[start:end]] == [text[slice(*name)] for name in parts.authors]:
        parts.title, parts.container = parts.container, None  # "Quayside (2024). Quayside [Online]"
        return
    start += len("via ") if text.startswith("via ", start) else 0
    divider = text.find("; ", start, end)
    end = end if divider < 0 else divider
    kind = _KIND_OF_SITE.search(text, start, end)
    end = kind.start() if kind else end
    post = _PLATFORM_POST.fullmatch(text, start, end)
    end = post.end(1) if post else end
    came_out_nowhere = parts.title is not None and _is_talk(text, parts.title, cuts, parts)
    parts.container = None if came_out_nowhere and not SERIAL.search(text, start, end) else (start, end)


def _came_out_on_a_day(text: str, parts: Parts) -> bool:
    """Whether a bracket with a day names an outlet, not a publisher: "(The Meridian, 3 May 2019)"."""
    if parts.container or parts.publisher is None or parts.issued is None or not parts.has_day:
        return False
    return text[parts.publisher[0] - 1] == "(" and text[parts.publisher[1] : parts.issued.start] == ", "


def _take_for_author(text: str, cuts: Cuts, parts: Parts) -> None:
    """Read a person and the year in a bracket after the title of a page as author and date: "(Ada Quill, 2018)"."""
    if parts.publisher is None or parts.authors or parts.editors or not cuts.links:
        return
    start, end = parts.publisher
    named = text[start - 1] == "(" and parts.issued is not None and text[end : parts.issued.start] == ", "
    if named and not parts.has_day and is_person(text[start:end]):
        parts.authors, parts.publisher = (parts.publisher,), None


def _drop_no_names(text: str, cuts: Cuts, parts: Parts) -> None:
    """Drop a container or a publisher whose words are not a name."""
    if parts.container and not _is_site(text, parts.container, cuts):
        no_name = _NO_NAME.match(text, *parts.container) or _LEADS_ON.fullmatch(text, *parts.container)
        parts.container = None if no_name else parts.container
    if parts.publisher and (_NO_NAME.match(text, *parts.publisher) or _holds_month(parts.publisher, cuts)):
        parts.publisher = None


def _name_publisher(text: str, parts: Parts) -> None:
    """Read words in the position of an outlet that say who published a source as the publisher."""
    outlet = parts.container
    published = _PUBLISHED_BY.match(text, *outlet) if outlet and not parts.publisher else None
    if outlet and published:
        parts.container, parts.publisher = None, (published.end(), outlet[1])


_PUBLISHED_BY = re.compile(
    r"(?:[Pp]ublished by|[Pp]ublicad[oa] p(?:or|elo|ela)|[Pp]ubliée?s? par|[Pp]ubblicat[oa] da|"
    r"[Hh]erausgegeben v(?:on|om)|[Uu]itgegeven door|[Uu]tgiven av|[Uu]tgitt av|[Ww]ydan[eya] przez)\s"
    r"(?:the\s|el\s|la\s|den\s|der\s)?(?=\W?[A-ZÀ-Þ])"
)
"""How words begin that name a publisher."""


def _is_site(text: str, outlet: Place, cuts: Cuts) -> bool:
    """Whether letters are the name of the site in the host of the link: "kaz", on www.kaz.example."""
    name = text[slice(*outlet)]
    return name.isalnum() and name.islower() and cuts.target is not None and host_spells(cuts.target, name)


def _holds_month(house: Place, cuts: Cuts) -> bool:
    """Whether a date with its month stands in the place of a publisher, as in "December 2000 through"."""
    return any(house[0] <= date.start < house[1] and len(date.date.parts) > 1 for date in cuts.dates)


def _take_for_outlet(text: str, cuts: Cuts, parts: Parts) -> None:
    """Move what is no title: a platform or a serial with its day is the container, an account is the author."""
    if parts.title is not None and not parts.authors and _HANDLE.fullmatch(text, *parts.title):
        parts.authors, parts.title = (parts.title,), None
    if parts.title is None or parts.container is not None:
        return
    alone = parts.has_day and not (parts.authors or parts.editors or parts.publisher or cuts.links)
    inverted = any("," in text[slice(*name)] for name in parts.authors)
    named = parts.has_day and inverted and _NEWSPAPER.fullmatch(text, *parts.title)
    if named or _PLATFORM.fullmatch(text, *parts.title) or (alone and SERIAL.search(text, *parts.title)):
        parts.title, parts.container = None, parts.title


def _take_for_title(text: str, parts: Parts) -> None:
    """Read words before a newspaper and its day as the title, not as the author."""
    if parts.title is None or parts.container or parts.publisher or not parts.has_day or len(parts.authors) != 1:
        return
    (name,) = parts.authors
    several = len(text[slice(*name)].split()) > len(("given", "family")) or ": " in text[slice(*name)]
    if several and _NEWSPAPER.fullmatch(text, *parts.title) and name[1] <= parts.title[0]:
        listed = read_authors(text, *name)
        if (listed is None or not listed.sure) and not (
            PUBLISHER.search(text, *name) or names_group(text[slice(*name)])
        ):
            parts.authors, parts.title, parts.container = (), name, parts.title


_NEWSPAPER = re.compile(
    rf"(?:The\s)?(?:{CAPITAL}[\w’'-]+\s){{0,3}}(?:{SERIAL.pattern})(?:\s\({CAPITAL}[^()\d]{{2,40}}\))?"
)
"""The name of a newspaper, perhaps with its town, and nothing else."""


def _is_talk(text: str, title: Place, cuts: Cuts, parts: Parts) -> bool:
    """Whether a title names an interview, a letter or a talk that was not printed or linked."""
    bare = not (parts.authors or parts.publisher or cuts.links)
    return bool((bare and _TALK.match(text, *title)) or _OWN_TALK.match(text, *title))


_PAGE_CHANGED = (
    r"(?i:(?:date\s(?:inconnue|unknown)|modifi[ée]e?|mise?\sà\sjour|"
    r"(?:last\s)?(?:modified|updated|revised)|aktualisiert|"
    r"geändert|actualizado|aggiornato|bijgewerkt|gewijzigd)\b)"
)
"""How words begin that say when a page was changed."""
_FILE = r"(?:PDF|HTML?|DOCX?|EPUB)\b[\W\d]*(?:[KMG]B)?\Z"
"""The kind of a file and its size: "PDF; 0,9 MB"."""
_CITED_BEFORE = r"(?:op|loc|art|ob)\.?\s?cit\b|a\.\s?a\.\s?O\b|(?:ibid|idem|ebd|ders|dies)\.?\Z"
"""What stands for a work that a note before this one names."""
_SUM = r"[^,.;:]{0,40}:?\s?[$€£¥]\s?\d"
"""A sum of money, in a remark of the author's own."""
_DOCUMENT = r"[A-Z]{1,8}(?:[/–-][A-Z\d][\w.]*){2,6}\Z"
"""The number of a document: "OP/TT-57/13"."""
_NO_NAME = re.compile(
    rf"ISBN|ISSN|DOI\b|In\Z|(?:Folien?|Slides?)\Z|"
    rf"(?i:data\sset|(?:briefing|consultation|background|position|policy|issue)\s(?:paper|note|brief))\Z|"
    rf"(?i:online(?:\sim\sinternet)?)\Z|(?:and|und|et|or|oder)\s|[\W\d_]*\Z|.{{0,80}}[|/]\Z|"
    rf"(?i:(?:technical|research)\s(?:report|note|memo(?:randum)?)|r\spackage|homily)\Z|{_CITED_BEFORE}|{_SUM}|"
    rf"[a-z]{{1,3}}\Z|(?!X\Z)[A-Z]\Z|{EDITION_ALONE}\Z|{_FILE}|{_DOCUMENT}|{_PAGE_CHANGED}"
)
"""Words in the position of an outlet that are no name: numbers, editions, single letters, kinds of text."""
_LEADS_ON = re.compile(
    r"(?:voir|lire|read|view|see|ver|leer|zum|download|télécharger)\s(?:l['’]|(?:la|le|the|el|full)\s)?"
    r"(?:article|artículo|artikel|text|texte|pdf|paper|post|more|suite|source|site|page)|"
    r"here|ici|hier|aquí|link|lien|pdf|html",
    re.IGNORECASE,
)
"""The words of a link that only lead somewhere: "Read the article"."""
_TALK = re.compile(
    r"(?:(?:personal|telephone|phone|author['’]?s?|oral)\s)?"
    r"(?:interview|conversation|letter|e-?mail|speech|remarks)\s(?:with|to|from|by|of)\b"
    r"|(?:author\s)?interview,\s|field\s?notes\b|photographs?\s(?:by|of)\b|(?:e-?mail\s)?correspondence\swith\b"
    r"|entrevista\s(?:a|con|com)\b|entretien\s(?:avec|de)\b|gespräch\smit\b|intervista\s(?:a|con)\b|wywiad\sz\b",
    re.IGNORECASE,
)
"""An interview, a letter or a talk that was not published."""
_OWN_TALK = re.compile(
    r"(?:personal\s|telephone\s|phone\s|email\s|oral\shistory\s)?"
    r"(?:interview|conversation|discussion)\s(?:by|with)\s(?:the\s)?author\b",
    re.IGNORECASE,
)
"""The same after the name of the person who was asked."""
_PLATFORMS = (
    r"Twitter(?:/X)?|X(?:\s\(formerly Twitter\))?|Mastodon|Bluesky|Facebook|Instagram|YouTube|TikTok|Threads|LinkedIn|"
    r"Reddit|Telegram|Truth Social|Weibo|VK|Substack|Medium|Vimeo|Spotify"
)
_HANDLE = re.compile(r"@[\w.]{1,40}(?:@[\w.-]{3,60})?")
"""The name of an account."""
_PLATFORM = re.compile(_PLATFORMS)
_PLATFORM_POST = re.compile(rf"({_PLATFORMS})\s(?:video|post|channel|thread|status)")
"""A platform: it is the outlet of a post without a title."""


_KIND_OF_SITE = re.compile(
    r"\s:\s\[?(?:официальный\s|информационный\s)?(?:сайт|портал|блог)\]?\Z|\s?:\s(?:site\sweb|website|sito\sweb)\Z",
    re.IGNORECASE,
)
"""What kind of site it is, as Russian libraries say after its name: "Северный порт : сайт"."""


_OUTLET = re.compile(r"[A-ZÀ-Þ][\w’'&.-]*(?:\s(?:[A-ZÀ-Þ][\w’'&.-]*|of|the|de)){0,3}")
_TITLE_WORDS = 3
"""Words of the shortest title; the name of an outlet in its position has fewer."""


def name_outlet(sheet: Sheet, cuts: Cuts, parts: Parts) -> None:
    """Read a name that is in the link's host as the outlet, and what follows it as the title: "Reuters, Bells found".

    A name with nothing but its day is an issue of a newspaper.
    """
    link = cuts.target
    if parts.title is None or link is None:
        return
    _join_site(sheet.text, link, parts)
    _part_site(sheet, link, parts)
    if _is_issue(sheet, link, parts):
        parts.title, parts.container = None, parts.title
        return
    if sheet.sets_off(*parts.title):
        _part_publisher(sheet.text, link, parts)
        return
    name = sheet.text[slice(*parts.title)]
    if not _OUTLET.fullmatch(name) or not host_shares_word(link, name):
        return
    title = sheet.text[slice(*parts.container)] if parts.container else ""
    longer = (
        len(title.split()) >= _TITLE_WORDS and len(name.split()) < _TITLE_WORDS and not host_shares_word(link, title)
    )
    if longer or (title and host_spells(link, name) and not host_spells(link, title)):
        parts.title, parts.container = parts.container, parts.title
    elif [name] == [sheet.text[slice(*one)] for one in parts.authors]:
        return  # "Quayside (2024, May 3). Quayside [Online]"
    elif not title and parts.has_day and (not parts.authors or SERIAL.search(name) or host_spells(link, name)):
        parts.title, parts.container = None, parts.title
        words = sheet.text[slice(*parts.authors[0])] if len(parts.authors) == 1 else ""
        if words.isupper() and len(words.split()) >= _TITLE_WORDS:
            parts.title, parts.authors = parts.authors[0], ()  # a headline in capitals


def _is_issue(sheet: Sheet, link: Link, parts: Parts) -> bool:
    """Whether a site and a month are all the words of a link: "[Harbour Times, July 2025](https://harbourtimes.example)"."""
    if (
        parts.title is None
        or parts.container
        or parts.authors
        or parts.issued is None
        or len(parts.issued.date.parts) == 1
    ):
        return False
    linked = sheet.text.startswith(LINK, parts.issued.end) and sheet.text[parts.title[1] : parts.issued.start] == ", "
    return linked and host_spells(link, sheet.text[slice(*parts.title)])


def _join_site(text: str, link: Link, parts: Parts) -> None:
    """Read two names that are the name of the site as the container: "Wald und Frost (2022)", waldundfrost.example."""
    if len(parts.authors) == len(("Wald", "Frost")) and parts.container is None:
        whole = parts.authors[0][0], parts.authors[-1][1]
        if host_spells(link, text[slice(*whole)]):
            parts.authors, parts.container = (), whole


def _part_site(sheet: Sheet, link: Link, parts: Parts) -> None:
    """Divide a site from the title: before it or, in the words of a link, after it, as browsers show it.

    One word without a day is what the page is about: "Pandas: Python tools for data".
    """
    if parts.title is None or parts.container is not None:
        return
    linked = sheet.text.startswith(LINK, parts.title[1])
    first, last = _SITE_FIRST.fullmatch(sheet.text, *parts.title), _SITE_LAST.fullmatch(sheet.text, *parts.title)
    led = first and (
        host_spells(link, first[1])
        or all(host_shares_word(link, word) for word in first[1].split())
        or (parts.has_day and host_suits(link, first[1]))
    )
    if first and led and (linked or not sheet.sets_off(*parts.title)) and (parts.has_day or " " in first[1]):
        parts.container, parts.title = first.span(1), first.span(2)
    elif last and linked and host_spells(link, last[2]):
        parts.title, parts.container = last.span(1), last.span(2)


_SITE = rf"{CAPITAL}[\w.&’'-]*(?:\s{CAPITAL}[\w.&’'-]*){{0,3}}"
_SITE_FIRST = re.compile(
    rf"({_SITE}|(?:[\w-]{{2,40}}\.){{1,3}}[a-z]{{2,7}}|[a-z][\w-]{{2,30}})(?:[,:]|\s[–—|·-])\s((?:{CAPITAL}|\d)\S*\s.*)"
)
_SITE_LAST = re.compile(rf"(.*\S)\s[–—|·-]\s({_SITE})")


def _part_publisher(text: str, link: Link, parts: Parts) -> None:
    """Divide a site from its publisher, as some programs write both: "Rolling Ice, Ice Media, 3 May 2019"."""
    if parts.container is None or parts.publisher is not None:
        return
    two = _TWO_NAMES.fullmatch(text, *parts.container)
    behind = _NAME_BEHIND.match(text, parts.container[1])
    borne = behind and all(host_shares_word(link, word) for word in behind[1].split())
    if behind and borne and not host_shares_word(link, text[slice(*parts.container)]):
        parts.publisher = behind.span(1)  # "Cold Rivers, Ice Media, 3 May 2019, <icemedia.example>"
    if two and host_spells(link, two[1]) and not host_spells(link, two[0]):
        parts.container, parts.publisher = two.span(1), two.span(2) if names_body(two[2]) else None


_NAME_BEHIND = re.compile(rf",\s({_SITE}),\s(?=\d{{1,2}}\s{CAPITAL}|{CAPITAL}[a-z]{{2,8}}\.?\s\d)")
_TWO_NAMES = re.compile(rf"({_SITE}),\s({CAPITAL}[^,&‘’'“”\"]*)")
