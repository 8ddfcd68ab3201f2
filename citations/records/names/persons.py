"""Whether a name is that of a person or of a body."""

import re

from citations.records.wording.words import CAPITAL, PARTICLES, PUBLISHER, SERIAL

_PERSON = re.compile(
    rf"(?:{CAPITAL}(?:\.|[\w’'-]*)\s){{1,3}}(?:{PARTICLES}\s){{0,2}}{CAPITAL}[\w’'-]+(?:,?\s(?:Jr|Sr|II|III)\.?)?"
)
"""Given names or initials, and a family name."""
_BODY_PART = re.compile(
    r"\b(?:Board|Group|Team|Project|Community|Committee|Parliament|Government|Department|Technologies|Systems|Software|"
    r"Solutions|Services|Networks?|Studios?|Media|Bank|Contributors|Editors|Staff|Union|Alliance|Initiative|Federation|"
    r"Authority|Administration|Assembly|Court|Church|Coalition|Consortium|Collaboration|Trust|Fund|Party|Academy|"
    r"Institution|Nations|States|Club|Desk|Report|Reports|Data|Research|Science|Sons|Partners|Brothers|Company|"
    r"Press|Books|Sciences|Security|Watch|Online|Wiki)\b"
)
"""What bodies have in their names, and persons have not."""


def is_person(name: str) -> bool:
    """Whether a name is that of a person: two to four words, none of which only bodies have in their names."""
    return not names_body(name) and _PERSON.fullmatch(name) is not None and not any(map(_in_capitals, name.split()))


def names_body(words: str) -> bool:
    """Whether a word in a name is one that houses, newspapers or other bodies have in theirs."""
    return PUBLISHER.search(words) is not None or names_group(words)


def names_group(words: str) -> bool:
    """Whether a word that is never a family name shows a body. Publishers do not count: many have a founder's name."""
    return SERIAL.search(words) is not None or _BODY_PART.search(words) is not None


def _in_capitals(word: str) -> bool:
    return len(word) > len("Jr") and word.isupper()


_BODY_WORD = r"(?:[A-Z][\w’'.-]*|of|the|and|for|on|&)"
_BODY_LAST = (
    r"(?:Committee|Commission|Council|Parliament|Assembly|Agency|Authority|Office|Ministry|Department|"
    r"Bureau|Board|Party|Panel|"
    r"Group|Institute|Organi[sz]ation|Association|Foundation|Federation|Administration|Secretariat|Directorate)"
)
PUBLIC_BODY = rf"{_BODY_WORD}(?:\s{_BODY_WORD}){{0,8}}?\s{_BODY_LAST}"
"""The pattern of a public body by the word that ends its name."""
OFFICE_OF = rf"(?:{_BODY_LAST}|Inquiry|Centers?|Centre|Government|Society|Academy)\s(?:of|for|on|into)\s"
"""The pattern of the words that open the name of an office: "Ministry of", "Centre for"."""
OFFICE_LIST = r"(?:(?:,\s[A-Z][\w’'-]+){1,3},?\s(?:and|&)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?"
"""The pattern of what an office is for besides: "Ministry of Economy, Trade and Industry"."""
OFFICE = (
    rf"(?:{CAPITAL}[\w.’'-]*\s){{0,4}}{OFFICE_OF}(?:the\s)?"
    rf"{CAPITAL}[\w’'-]*(?:\s(?:(?:and|of|the|for|in|&)\s){{0,2}}{CAPITAL}[\w’'-]*){{0,8}}{OFFICE_LIST}"
)
"""The pattern of an office by what it is for: "Senate Committee on Ice, Frost and Trade"."""
_ENDS_AS_BODY = re.compile(
    rf".+\s(?:{_BODY_LAST}|(?<=World )Bank|University|Museum|Library|Academy|Society|Corporation)"
)
_JOINED_BODY = re.compile(rf"(?!\S+,)(?=[^,;:]{{1,80}}\s(?:and|&)\s(?!the\s)){PUBLIC_BODY}(?=[.,:;(]|\s\(|\s\d|\s?\Z)")


_CUT_WORD = r"(?:[A-Z][\w.’']*|&|of|for)\s"
ABBREVIATED_BODY = (
    rf"(?:(?:[A-Z][\w.’']*\s){{0,4}}(?:Dep(?:[’']t|t\.)|(?:Comm|Ass)[’']n|(?:Off|Div|Ctr|Bd|Inst)\.)\s"
    rf"(?:of|for|on)\s[^,;:()]{{3,80}}|"
    rf"(?:{_CUT_WORD}){{1,7}}?(?:Comm[’']n|Ass[’']n|Admin\.|Bd\.|Ctr\.|Inst\.|Found\.|"
    rf"(?<=[.’']\s)(?:Bureau|Council|Agency)))"
)
"""The pattern of a body with its words cut short, as American lawyers name one: "Consumer Fin. Prot. Bureau"."""
_ABBREVIATED_BODY = re.compile(rf"{ABBREVIATED_BODY}(?=,\s)")


def joins_body(text: str, start: int, end: int) -> bool:
    """Whether "and" or an abbreviation stands within the name of a body: "U.S. Ice and Tide Agency"."""
    return any(one.match(text, start, end) for one in (_JOINED_BODY, _OFFICE_FIRST, _ABBREVIATED_BODY, _SCHOOL_FIRST))


def ends_as_body(words: str) -> bool:
    """Whether the last word of a name is a word for a body, and not a family name."""
    return _ENDS_AS_BODY.fullmatch(words) is not None


_SCHOOL_FIRST = re.compile(r"(?:Facult(?:y|ad|é)|Faculdade|Facoltà|Universidade?|Universit(?:y|é|ät|eit|à))\s")
"""What opens the name of a school, and of no person."""


_OFFICE_WORDS = (
    r"(?:Organisation(?=\sde\s)|Organización|Organização|Organizzazione|Commission(?=\seurop)|Comisión|Comissão|"
    r"Comité|Comitê|Forum(?=\sinternational)|"
    r"Agencia|Ministerio|Instituto|Consejo|Comisión|Oficina|Departamento|Centro|Secretaría|Ministère|"
    r"Agence|Institut|Conseil|"
    r"Office|Direction|Ministério|Agência|Conselho|Ministero|Istituto|Agenzia|"
    r"(?:Bundes|Landes)(?:amt|ministerium|anstalt|zentrale|agentur|institut|verband)|Ministerium)\s"
)
"""What opens the name of an office in languages that set it there: "Agencia del Hielo"."""
OFFICE_FIRST = rf"{_OFFICE_WORDS}[^,.;:()\ue000]{{3,90}}"
_OFFICE_FIRST = re.compile(rf"{_OFFICE_WORDS}[^,.;:()&]{{3,90}}?\s(?:y|e|et|und)\s|(?:[A-Z]\.\s?){{2,3}}{OFFICE_OF}")
"""A body that its first word shows ("Agencia del Hielo y del Frío"), or letters before that ("U.S. Office of")."""
