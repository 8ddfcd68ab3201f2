"""The forms in which people and styles write one name, and which words can be a name at all."""

import re

from citations.records.values import Name
from citations.records.wording.words import CAPITAL, LOWER, PARTICLES, STOPS

_LETTERS = r"[\w\u0300-\u036f'’ʼ‐‑-]"
WORD = (
    rf"(?:(?:a[lrnsz]|ash|el|ul)-)?{CAPITAL}{_LETTERS}+(?:(?<=[a-z]-)\s(?!(?:and|und|or|oder|et|y|e|to)\b)[a-z]{{2,}})?"
)
_TITLE_WORD = "(?:The|An|Das|Les|On|How|Why|What|When|Is|Are)"
"""A first word of a title that no family name begins with."""
_INITIALS = (
    rf"(?!Ó\s|A\s(?:[A-Z][a-z]+\s[a-z]+\s|(?!(?:and|und|et|y|en|og|och|{PARTICLES})\b)[a-z]{{2,}}\s))"
    rf"{CAPITAL}h?\.?(?:[\s-]{{0,2}}{CAPITAL}h?(?:\.|(?=[,;]|\s(?:and|&)\s))){{0,4}}(?!{_LETTERS})"
)
FAMILY = rf"(?:{PARTICLES}\s?){{0,3}}{WORD}(?:\s(?:{PARTICLES}\s){{0,2}}{WORD}){{0,2}}"
_RUNNING = rf"(?!others\b|{PARTICLES}\s)[{LOWER}]{{3,}}"
"""A word that no name after "and" begins with: "Quill P. Doctors and the press"."""
_JUNIOR = r"(?:,?\s(?:Jr|Sr|jr|sr|III|II|IV)\b(?:\.(?=\s?[,;&(]|\s(?:[Aa]nd|et)\s))?)?"
_GENERATION = r"(?:\s(?:Jr|Sr|III|II|IV)\b\.?)?"
_PARTICLE_LAST = (
    r"(?:(?:\s(?:van|von|vom|de|der|den|del|della|di|da|do|dos|das|du|des|la|le|af|av|zu|zur|ten|ter)){1,3}"
    r"(?=\s?[,;:.(&]|\s(?:and|und|en)\s))?"
)
"""What belongs before a family name and stands after the given names: "Meer, A. van der"."""
_HANDLE = (
    r"(?:\s[(\[]@[^)\]\s]{1,60}(?:\s[^)\]\s]{1,30})?[)\]]|\s\([a-z][\w-]{2,30}\)(?=\.\s\()|"
    r"\s\[[\w .-]{2,40}\](?=\.?\s\((?:19|20)\d\d))?"
)
"""The name of an account after that of a person."""
_ALIAS = rf"(?:\s\((?:{WORD}[\s.]?){{2,4}}\)(?=[.,]))?"
HONORIFICS = re.compile(
    rf"(?:(?:Dr|Prof)\.?\s|(?:Sen|Gen|Rev|Hon|Lt|Col|Capt|Adm|Maj|Sgt|Msgr|Ing|Mag)\.\s){{1,3}}(?={WORD}\s|{CAPITAL}\.)"
)
"""What people are called before their names, and lists leave out: "Prof. Dr. Ada Quill"."""

FORMS = {
    # "严厚福" and "문다영": a script without capitals, where only the sign after it tells a name
    "ideographs": re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{2,4}(?=\.?\s?(?:[,，、;；.:：(（&]|and\s))"),
    # "Mullins, D. A." and "Mullins, D.A., Jr."
    # "Finch, F. Scott. Title. Oslo: Press": an initial before the name someone goes by
    "family-initial-given": re.compile(
        rf"{FAMILY},\s{CAPITAL}\.\s{WORD}(?=\.\s(?!\d|Vol|Rev|Ed)[^.]{{3,120}}\.\s"
        rf"(?:[^.:]{{2,40}}:\s|[^.:]{{2,40}},\s\d{{4}}(?:\.|\Z))|,\s(?:The|An?|On)\s|"
        rf",\s{WORD}\s(?:{CAPITAL}\.\s)?{WORD}(?:,\s|,?\s(?:and|und|et)\s))"
    ),
    "family-initials": re.compile(rf"{FAMILY}{_GENERATION}\s?,\s{{0,2}}{_INITIALS}{_PARTICLE_LAST}{_JUNIOR}{_HANDLE}"),
    # "Stanger CA"
    "family-capitals": re.compile(
        rf"{FAMILY}\s(?!(?:III|II|IV)\b)(?:{CAPITAL}(?:\.[\s-]?{CAPITAL}){{0,3}}\.|"
        rf"{CAPITAL}(?:\s{CAPITAL}){{1,3}}(?=\s(?:\d{{4}}|"
        rf"and\s|Jr\b)|,\s|\.\s)|{CAPITAL}(?:\.?-{CAPITAL}|-[a-z](?=[,.]))?(?!{_LETTERS})|"
        rf"{CAPITAL}{{2,5}}(?!{_LETTERS}){_PARTICLE_LAST}){_JUNIOR}{_HANDLE}"
    ),
    # "M. K. McKusick"
    "initials-family": re.compile(rf"(?:{CAPITAL}h?\.[\s-]{{0,2}}){{1,4}}(?:{CAPITAL}\s)?{FAMILY}{_JUNIOR}"),
    # "Matthew O. Jackson," and "Anne M Mayes &": before the comma no title can begin
    "given-initial-family": re.compile(
        rf"(?!{CAPITAL}{{3}}(?!{CAPITAL}*\s{CAPITAL}\.\s{CAPITAL}{{2}})){WORD}\s(?:{CAPITAL}{{1,2}}\.?[\s-]){{1,3}}"
        rf"(?!{_TITLE_WORD}\s)(?:{PARTICLES}\s){{0,2}}{WORD}(?:\s{WORD})?{_JUNIOR}"
        rf"(?=\s?[,;(]|\s?&|\s(?:and|et|und|y|e)\s(?!{_RUNNING}\s)|\.\s)"
    ),
    # "Griffin, Clare M."
    "family-given": re.compile(
        rf"{FAMILY}{_GENERATION}\s?,\s{WORD}(?:[\s-](?:{WORD}|"
        rf"{CAPITAL}(?![\w'’.]))){{0,2}}(?:\s?{CAPITAL}\.(?![\w'’])){{0,3}}{_PARTICLE_LAST}{_JUNIOR}{_HANDLE}{_ALIAS}"
    ),
    # "Griffin (C. M.)" as the French write it
    "family-bracket": re.compile(rf"{FAMILY}\s\({CAPITAL}h?\.(?:[\s-]{{0,2}}{CAPITAL}h?\.){{0,3}}\)"),
    # "H Johansson, P Sjolander and J Pedersen:" only as a list: one alone could open a title ("A River")
    "bare-initials": re.compile(rf"(?:{CAPITAL}{{1,3}}\s){FAMILY}(?=\s?[,;:&(]|\s(?:and|et|und|y|e)\s|\.\s)"),
    # "Clare M. van Griffin"
    "given-family": re.compile(
        rf"(?!(?:Der|Die|Das|Eine?|The|Zur|Zum|Vom|Über|Best|Top|New|Our|Your)\s){CAPITAL}(?:{_LETTERS}+|\.)"
        rf"(?:\s(?:(?!y\s{WORD}\s{WORD}){PARTICLES}(?=\s)|[dl]['’]{WORD}|{WORD}|(?:{CAPITAL}\.){{1,3}})|"
        rf"['’]{WORD}){{1,5}}{_JUNIOR}{_HANDLE}"
    ),
}
"""One name in each form, in the order in which they are tried."""
INVERTED = frozenset(FORMS) - {"given-family"}
"""Forms that hardly any title has."""
FOLLOWING = {
    "given-initial-family": ("given-initial-family", "given-family", "initials-family"),
    "family-initials": (
        *("family-initials", "initials-family", "given-initial-family", "family-capitals"),
        *("given-family", "bare-initials", "family-given"),
    ),
    "family-bracket": ("family-bracket",),
    "family-initial-given": ("given-initial-family", "given-family"),
    "bare-initials": ("bare-initials",),
    "ideographs": ("ideographs",),
    "family-capitals": ("family-capitals", "family-initials", "initials-family"),
    "initials-family": ("initials-family", "given-family"),
    "family-given": ("given-family", "family-given", "initials-family"),
    "given-family": ("given-initial-family", "initials-family", "given-family", "bare-initials"),
}
"""The forms that the names after the first of a list can have, by the form of the first."""


def is_name(words: str, form: str) -> bool:
    """Whether words that have the shape of a name can be one: no word in them is one of running text."""
    parts = [part for part in re.split(r"[\s,.;:()@\[\]]+", words) if part and part[0].isalpha()]
    if not parts or parts[-1].lower() in _NUMBERS:
        return False
    if any(len(part) > _LONGEST_UNCASED and _is_too_long(part) for part in parts):
        return False
    family, _, given = words.partition(", ")
    if " " in family and form == "family-given" and _PARTICLE.fullmatch(given):
        return False  # "Marco Pizzo, Le “incursioni” dei caccia": the article of a title
    named = [part for part in parts if part[0] != part[0].lower()]
    whole = form in {"family-given", "given-family", "given-initial-family"}
    if whole and any(part.endswith(("’s", "'s")) for part in named):
        return False
    pair = len(named) == len(("given", "family"))
    return not any(
        len(part) > (1 if whole else _SHORT_PART) and part.lower() in STOPS and not part.isupper()
        for place, part in enumerate(named)
        if not _PARTICLE.fullmatch(part) and not (whole and part in _SMALL_NAMES and (place or pair))
    )


def _is_too_long(part: str) -> bool:
    """Whether a part of a name, or the longest of those that hyphens join, has more letters than names have."""
    if part == part.lower() != part.upper():
        return False
    longest = max(map(len, part.split("-")))
    return longest > (_LONGEST_PART if part[0] != part[0].lower() else _LONGEST_UNCASED)


_SMALL_NAMES = frozenset({"Lo", "Do", "May", "Das", "Che", "An", "Will", "Per"})
"""Names that are small words in some language; at the beginning only where nothing but a family name follows."""
_NUMBERS = frozenset({"nr", "no", "vol", "art", "bd"})
"""What stands before a number, and ends no name."""
_SHORT_PART = 2
"""Letters of parts of names that are never tested as words."""
_LONGEST_PART = 20
"""Letters of the longest part of a name in a script with capitals."""
_LONGEST_UNCASED = 13
"""Letters of the longest part of a name in a script without capitals; Chinese titles have more in a row."""
_PARTICLE = re.compile(PARTICLES)


def to_name(words: str) -> Name:
    """Give a person's name with its parts where its form shows them, else as printed."""
    words = " ".join(words.split()).strip(" ,;")
    for form in ("family-initials", "family-given") if "," in words else ():
        if FORMS[form].fullmatch(words):
            family, _, given = words.partition(",")
            return Name(literal=words, family=family.strip(), given=given.strip())
    if FORMS["family-capitals"].fullmatch(words):
        family, _, given = words.rpartition(" ")
        return Name(literal=words, family=family, given=given)
    if "." in words and FORMS["initials-family"].fullmatch(words):
        match = re.match(rf"(?:{CAPITAL}h?\.[\s-]{{0,2}}){{1,4}}", words)
        if match:
            return Name(literal=words, family=words[match.end() :].strip(), given=match[0].strip())
    return Name(literal=words)
