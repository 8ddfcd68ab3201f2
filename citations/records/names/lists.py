"""Lists of authors at the beginning of a note."""

import re
from dataclasses import dataclass
from functools import lru_cache

from citations.records.names.forms import FAMILY, FOLLOWING, FORMS, HONORIFICS, INVERTED, WORD, is_name
from citations.records.names.persons import ends_as_body, joins_body
from citations.records.wording.cities import CITY_NAMES
from citations.records.wording.words import CAPITAL, EDITION_NUMBER, EDITORS, LOWER, PARTICLES, ROLE

_AND_WORDS = "and|And|AND|und|et|y|e|en|og|och|i|ja|и|та|ve|és|și|şi|ir|και"
"""What stands before the last name of a list, in the languages that notes are written in; Czech has "a"."""
_AND = rf"(?:{_AND_WORDS}|&|\+|a(?=\s{CAPITAL}))"
_SEPARATOR = re.compile(
    rf",?\s?(?:\.{{3}}|\.\s\.\s\.|…)\s|\s?[*†‡]?(?:[,;/]|–|—)?\s?{_AND}\s|\s?[*†‡]?[,;/],?\s{{0,2}}(?:{_AND}\s)?|\s[–—]\s|\s?&\s?"
)
_AND_WORD = re.compile(rf"{_AND}\s\Z")
_ROLE_BETWEEN = re.compile(r"\s\([A-Z][a-z]{3,12}(?:/[A-Z][a-z]{3,12})?s?\)(?=,?\s(?:&|and)\s)")
"""What someone did for a film, between two names: "Quill, A. (Producer), & Finch, B. (Director)"."""
_AND_NEXT = re.compile(rf"\s{_AND}\s")
_MISSING_COMMA = re.compile(rf"\s(?=(?:{WORD}\s){{0,1}}{WORD},\s{CAPITAL}\.)")
_REST = re.compile(
    r"\s?[,;]?\s{0,2}(?:(?:and|und|&)\s)?(?:et\.?\sall?\b\.?"
    r"(?:\s\[[^\[\]]{2,40}\]|\s\([A-Z][^()\d]{1,40}\sCollaboration\))?|u\.\s?a\.|"
    r"\bothers\b|y otr[oa]s|et autres|und andere|en anderen|и др\.|i in\.|"
    r"等(?!\w)|ほか(?!\w)|a kol\.?(?!\w)|e altri\b|e outros\b|i inni\b|(?:\.{3}|"
    r"…)(?!\s[^\W\d_])|med flere|m\.\s?fl\.)"
)
_GROUP = re.compile(
    rf"\s?[,;]\s(?:and\s|&\s)?(?:[Tt]he\s)?({CAPITAL}[\w’'-]*"
    rf"(?:\s(?:{CAPITAL}[\w’'-]*|of|on|in|for|the|to|and|&|\([A-Z-]{{2,12}}\))){{0,14}}?\s"
    r"(?:Group|Consortium|Collaboration|Collaborators|Investigators|Network|Team|Committee))(?=\.\s)"
    rf"|\s?[,;]?\s(?:for|on behalf of)\sthe\s({CAPITAL}[^.,;:]{{3,80}})(?=\.\s)"
)
"""A group that signs after persons: "Quill AB, Finch C; Cold Study Group."."""
_AGENCY = re.compile(rf"(?:\s?/\s?|,?\s{_AND}\s)([A-Z]{{2,4}}|dpa|epd|afp|ap|Reuters|Bloomberg)(?=:\s)")
"""An agency that signs after a person: "Ada Quill and AP: "."""
_MOST_NAMES = 60
"""Names read at the beginning of a note; longer lists of authors are cut by every style."""


@dataclass(frozen=True, slots=True)
class AuthorList:
    """Authors read at the beginning of a text, up to ``end``. ``form`` is that of the first, ``open`` says "et al."."""

    names: tuple[tuple[int, int], ...]
    end: int
    form: str
    open: bool = False

    @property
    def sure(self) -> bool:
        """Whether the names have initials or stand family name first, as hardly any title does."""
        return self.form in INVERTED or self.open or len(self.names) > 1


@lru_cache(maxsize=16)
def read_authors(text: str, start: int, end: int) -> AuthorList | None:
    """Give the list of persons that begins at ``start``, ``None`` where the words there look like none.

    The last answers are kept: several readers of one note ask for the same place.
    """
    honours = HONORIFICS.match(text, start, end)
    start = honours.end() if honours else start
    pairs = _PAIRS.match(text, start, end) if ", " in text[start : start + _LOOK_AHEAD] else None
    if pairs:
        places = tuple(match.span() for match in _PAIR.finditer(text, start, pairs.end()))
        return AuthorList(places, pairs.end(), "family-given")
    if joins_body(text, start, end):
        return None
    for form, pattern in FORMS.items():
        if _yields(form, text, start, end):
            continue
        first = pattern.match(text, start, end)
        if first and is_name(first[0], form):
            if ends_as_body(first[0].partition(",")[0]):
                if form == "given-family":
                    return AuthorList((first.span(),), first.end(), form)  # no list of persons begins with a body
                continue
            listed = _read_rest(text, first, form, end)
            if form == "bare-initials" and len(listed.names) == 1 and not listed.open:
                continue
            if (
                form != "family-given"
                or listed.open
                or TWO_FAMILIES.match(text, start, end)
                or _closes(text, first[0].partition(",")[0], listed.end, end)
            ):
                return listed
    return _read_marked(text, start, end)


def _read_marked(text: str, start: int, end: int) -> AuthorList | None:
    """Give authors that only a sign tells: the stroke for those above, a handle, "et al."."""
    again = _SAME_AGAIN.match(text, start, end)
    if again:
        place = again.span(again.lastindex or 0)
        return AuthorList((place,), place[1], "again", open=True)
    handle = _HANDLE_ONLY.match(text, start, end)
    if handle:
        return AuthorList((handle.span(),), handle.end(), "handle", open=True)
    slashed = _SLASHED.match(text, start, end)
    if slashed:
        return AuthorList(_slashed_names(slashed), slashed.end(), "slashed", open=True)
    others = _ANYONE_ET_AL.match(text, start, end)
    if others:
        return AuthorList((others.span(1),), others.end(), "et-al", open=True)
    return None


_GIVEN_FIRST = re.compile(
    rf"{WORD}(?:\s{WORD}){{1,2}},\s(?:{CAPITAL}\.[\s-]{{0,2}}){{1,3}}{WORD}"
    rf"(?=,\s(?:{CAPITAL}\.|{WORD}\s)|\s(?:and|et|und)\s|\s\(?\d{{4}})"
)
"""A list that opens with a full name and goes on with initials: "Ada Quill, B. Finch, C. Wren"."""
_LOOK_AHEAD = 60
"""Characters in which the sign of a rare form stands."""


def _is_cyrillic(letter: str) -> bool:
    """Whether names in a letter's script have initials after or before the family name, but after no given name."""
    return "\u0400" <= letter <= "\u04ff"


def _yields(form: str, text: str, start: int, end: int) -> bool:
    """Whether a form is not tried because a surer one fits."""
    if form not in _YIELDS or (form == "family-capitals" and _is_cyrillic(text[start : start + 1])):
        return False
    if form == "family-given" and TWO_FAMILIES.match(text, start, end):
        return False
    surer = _YIELDS[form].match(text, start, end)
    return surer is not None and not (form == "family-capitals" and _IMPRINT_NEXT.match(text, surer.end(), end))


_IMPRINT_NEXT = re.compile(
    rf"\.\s(?:{EDITION_NUMBER}\s)?(?:[^.;:\d]{{2,40}}:\s)?[^;:\d]{{2,60}};\s(?:1[5-9]|20)\d\d(?!\d)|\.\s{EDITION_NUMBER}\s"
)
"""An edition, or the imprint of a physician, after two words that are the title: "Quill J. Cold Rivers. 2nd ed."."""
_PAIR = re.compile(rf"{FAMILY},\s{WORD}(?:\s(?:{WORD}|{CAPITAL}\.))?")
_AS_SSRN = (
    r",\s[^()]{4,250}\s\([^()]{0,20}\d{4}[^()]{0,30}\)\.\s[^()]{0,120}(?:SSRN|(?:Working|Discussion|Research)\sPaper)"
)
_SHORT_PAIR = rf"{WORD},\s{WORD}(?:\s{CAPITAL}\.)?"
_PAIRS = re.compile(
    rf"{_PAIR.pattern}(?:,\s{_PAIR.pattern}){{1,12}},?\s{_AND}\s{_PAIR.pattern}"
    rf"(?=\s?[:.(]|,\s(?:1[5-9]|20)\d\d|{_AS_SSRN})"
    rf"|{_SHORT_PAIR}(?:(?:,\s{_SHORT_PAIR}){{2,12}}(?=\.\s)|(?:,\s{_SHORT_PAIR}){{1,12}}(?=\s\((?:1[5-9]|20)\d\d))"
    rf"|{_PAIR.pattern}(?:,?\s{_AND}\s{_PAIR.pattern})?(?={_AS_SSRN})"
)
"""Family name first through the whole of a list: "Quill, Ada, Finch, Bo und Wren, Cy:", or a paper as SSRN cites it.
With nothing but commas there are three before a stop, or a year follows in a bracket."""
_TWO_PERSONS = re.compile(
    rf"{WORD}\s{WORD},\s{WORD}\s{WORD}(?=[.:]\s|,?\set\sal\b|,\s{WORD}\s{WORD}[,.:]|"
    rf",?\s{_AND}\s{WORD}\s{WORD}\s?[,.:(])"
)
"""Two full names and a comma: hardly a family name of two words and a given name of two."""
_SPANISH_GIVEN = (
    "Alberto|Alejandr[oa]|Alfonso|Álvaro|Ana|Andrés|Ángel(?:es)?|Antoni[oa]|Beatriz|Carlos|Carmen|"
    "Cristina|Eduardo|Elena|"
    "Enrique|Eva|Fernand[oa]|Francisco|Ignacio|Isabel|Jaime|Javier|Jesús|Joaquín|Jorge|José|Juan|Julio|"
    "Luis[a]?|Luz|Manuel|"
    "Marí[ao]|Mari[oa]|Marta|Mercedes|Miguel|Pablo|Pedro|Pilar|Rafael|Ramón|Raúl|Ricardo|Roberto|Rosa|"
    "Sofía|Teresa|Tomás|Víctor"
)
TWO_FAMILIES = re.compile(
    rf"(?!(?:{_SPANISH_GIVEN})\s){WORD}\s{WORD},\s(?:{_SPANISH_GIVEN})\s(?:del?\s(?:l[ao]s?\s)?)?"
    rf"(?:{_SPANISH_GIVEN})(?=[.:,;]|\s\()"
)
"""Two family names before two given names, as Spanish authors have them: "Ríos Marín, María Luz"."""
_YIELDS = {
    "family-capitals": FORMS["given-initial-family"],
    "family-given": _TWO_PERSONS,
    "family-initials": _GIVEN_FIRST,
}
"""Forms that are not tried where a surer one fits."""
_SLASHED = re.compile(
    rf"{WORD}(?:(?:/{WORD}){{1,5}}|(?=,\sin:\s))(?=,\s[^;\ue000]{{3,200}}?(?:§|\bArt\.|\bRn\.|\bRdnr?\.|\bAufl\.))"
)
"""Who wrote a commentary, as German lawyers name them: "Quill/Finch, Eisrecht", "Quill, in: Finch/Wren, Eisrecht"."""


def _slashed_names(names: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Give the places of the names that strokes divide."""
    places, place = [], names.start()
    for name in names[0].split("/"):
        places.append((place, place + len(name)))
        place += len(name) + 1
    return tuple(places)


_HANDLE_ONLY = re.compile(r"[^\W\d_][^.,;:()\[\]]{0,40}\s[\[(]@[\w.@-]{1,60}[\])]", re.IGNORECASE)
"""An account with its handle: "Zoo News [@zoonews]"."""
_SAME_AGAIN = re.compile(r"([—–_-]{2,8})(?:[.,:]|(?=\s\())|([—–_-]{3,8})(?=\s[A-Z])")
"""The stroke that stands for the authors of the entry above."""
_ANYONE_ET_AL = re.compile(r"([^\s,.;:()\"“”‘’][^,.;:()\"“”]{1,60}?),?\s(?:et\.?\sal\b\.?|u\.\s?a\.|и др\.)")
_HARD_CLOSE = re.compile(r"\.\s|,\s©?\s?(?:1[5-9]|20)\d\d|,?\s[\"“‘«„]")
_CLOSE = re.compile(
    r"\s?(?:[.:(\[]|(?<=\s)[-–—]\s(?=[A-ZÀ-Þ«“]|\"[A-ZÀ-Þ])|,\s{0,2}[\"“‘«„'(\d©]|\s(?:1[5-9]|20)\d\d|"
    r",?\s?\Z|\s?[\"“‘«„])"
)


_FAMILY_WORDS = 2
"""Words of the longest family name that stands first."""


def _closes(text: str, family: str, place: int, end: int) -> bool:
    """Whether what follows can end a list that opened with a family name ("Boot, Max." against "Boots, Socks and")."""
    words = re.sub(rf"(?:^|\s){PARTICLES}(?=\s)", "", family).split()
    if len(words) == 1 and text[place - 1] == ".":
        return True  # an initial: "Quill, Ada B. Title"
    several = len(words) > 1 and not family.isupper()
    if len(words) > _FAMILY_WORDS and several:
        return False
    pattern = _HARD_CLOSE if several else _CLOSE
    if (len(words) == 1 and "," not in text[place : place + 1]) or _SINGLE_GIVEN.match(text, place, end) is None:
        return bool(pattern.match(text, place, end)) or bool(_EDITORS_ONLY.match(text, place, end))
    return len(words) == 1 or bool(pattern.match(text, place, end)) or bool(_EDITORS_ONLY.match(text, place, end))


def _read_rest(text: str, first: re.Match[str], form: str, end: int) -> AuthorList:
    """Give the list that begins with the name ``first`` of this form."""
    names = [first.span()]
    place = first.end()
    while len(names) < _MOST_NAMES:
        role = _ROLE_BETWEEN.match(text, place, end) if text[place : place + 2] == " (" else None
        separator = _SEPARATOR.match(text, role.end() if role else place, end)
        if separator is None and form == "family-initials" and text[place - 1] == ".":
            separator = _MISSING_COMMA.match(text, place, end)
        if separator is None or (separator[0] == "/" and form == "given-family"):
            break
        following = _next_name(text, separator, form, end)
        if following is None or not _continues(text, separator[0], *following, end):
            break
        closing = bool(_AND_WORD.search(separator[0]))
        place = following[0].end()
        if following[1] == "family-capitals" and "." not in first[0] and text[place - 1] == ".":
            place -= 1  # the full stop of the list: "Quill AB, Finch C."
        names.append((following[0].start(), place))
        if closing and "given" in following[1] and text[place : place + 1] == ",":
            break  # nothing but the title stands after the last of a list
    others = _REST.match(text, place, end)
    place = others.end() if others else place
    group = _GROUP.match(text, place, end) if form in INVERTED else _AGENCY.match(text, place, end)
    if group:
        names.append(group.span(group.lastindex or 0))
        place = group.end()
    return AuthorList(tuple(names), place, form, open=others is not None)


def _next_name(text: str, separator: re.Match[str], form: str, end: int) -> tuple[re.Match[str], str] | None:
    """Give the name after ``separator`` and its form; after a semicolon it can have the form of the first name too."""
    forms = (form, *FOLLOWING[form]) if ";" in separator[0] else FOLLOWING[form]
    found = ((FORMS[kind].match(text, separator.end(), end), kind) for kind in forms)
    return next(((name, kind) for name, kind in found if name and is_name(name[0], kind)), None)


def _continues(text: str, separator: str, name: re.Match[str], form: str, end: int) -> bool:
    """Whether the words after ``separator`` are one more author: after a mere comma they could be a title."""
    if form not in {"given-family", "family-given"}:
        return True
    colon = (form == "family-given" or "/" in separator) and text[name.end() : name.end() + 1] == ":"
    colon = colon or bool(_TITLE_NEXT.match(text, name.end(), end))
    ends = colon or bool(_NAME_END.match(text, name.end(), end)) or bool(EDITORS.match(text, name.end(), end))
    if re.search(r"\w|&|;|/", separator):
        return ends or text[name.end() : name.end() + 1] in {" ", "", ":"}
    return (ends or bool(_AND_NEXT.match(text, name.end(), end))) and _list_goes_on(text, name.end(), end)


_EDITORS_ONLY = re.compile(
    rf"[,\s]{{0,2}}\(?\b(?:eds?|editors?|hg|hrsg|dirs?\.|comps?\.)(?!\w)|(?:,\s|\s\(){ROLE}(?=[.,:)])", re.IGNORECASE
)
_SINGLE_GIVEN = re.compile(
    rf",\s{CAPITAL}[\w’'-]*:?(?:(?:\s[\w’'-]+:?){{2}}|\s[\w’'-]+,\s[^,()]{{3,60}}\((?:ed|trans)|"
    rf"(?:\s[\w’'-]+)?\s\({CAPITAL}[^():]{{2,40}}:|(?:\s[\w’'-]+)?,\s(?:{CITY_NAMES}),\s|"
    rf"(?:\s[\w’'-]+)?[?!.,]\s[Ii]n:\s)"
)
"""A title of three words or more after a comma: the words before it may be "Family, Given"."""

_TITLE_NEXT = re.compile(rf":\s(?!(?:An?|Eine?|Une?|Una?)\s)(?:[“„«\"]|[^,:;\ue000]{{0,250}}?\w{{3}}[.?!]\s{CAPITAL})")
"""A colon and a title that a full stop ends: no subtitle, which the commas of its style would divide from the rest."""
_NEXT_NAMES = re.compile(
    rf"(?:,\s{CAPITAL}(?:\.|[\w'’-]*)(?:\s(?:[JS]r\.|{CAPITAL}(?:\.|[\w'’-]*))){{1,4}}){{0,40}}"
    rf"(?:,?\s(?:{_AND_WORDS}|a|"
    rf"&)\s{CAPITAL}|,?\set\sal|\.\s|{_TITLE_NEXT.pattern})"
)
_NAMES_AND_TITLE = re.compile(
    rf"(?:,\s{WORD}(?:\s(?:{CAPITAL}\.|{WORD})){{1,2}}){{0,8}},\s{CAPITAL}[^\s,]*(?:\s[^\s,.;:()]+){{0,6}}?"
    rf"(?:\s(?!{PARTICLES}\s)[{LOWER}][^\s,.;:()]*(?:\s[^\s,.;:()]+){{0,6}}?){{2}}(?:\s[^\s,;()]+){{0,20}},\s{CAPITAL}"
)
"""More names, a title with words in small letters and its comma: "A B, C D, Tides and the ice, Northern …"."""
_LAST_AND = re.compile(rf"(?:{_AND_WORDS}|a|&)\s(?=[^\W\d_]\Z)")
_NAME_END = re.compile(r"\s?[,.;/(\[]|,?\set\sal|\s?\Z")
_LAST_END = re.compile(rf"{_NAME_END.pattern}|:\s")
"""What may stand after the last of a list that "and" joins: a title after a colon too."""


def _list_goes_on(text: str, place: int, end: int) -> bool:
    """Whether a list "A B, C D" ends like a list of authors: with "and", "et al.", a full stop, or before a title."""
    if _NAMES_AND_TITLE.match(text, place, end):
        return True
    listed = _NEXT_NAMES.match(text, place, end)
    if listed is None:
        return False
    last = _LAST_AND.search(text, place, listed.end())
    if last is None:
        return True
    finals = (FORMS[form].match(text, last.end(), end) for form in ("given-initial-family", "given-family"))
    return any(final is not None and bool(_LAST_END.match(text, final.end(), end)) for final in finals)
