"""The label before a bare reference: its number or letters, or the arrow that leads back to its marker."""

import re

_JUMP = r"(?:(?:Jump up(?:\sto)?|Hochspringen(?:\snach)?|Aller\sà|Saltar\sa|Salta\sa|Ir\spara|Naar\sboven)\s?:?\s?)?"
"""What Wikipedia's arrow reads out, before the letters of the places that cite a source."""
_FORMS = (
    r"\[\^[\w-]{1,30}\]:?",  # "[^ice-1]:", as Markdown opens a footnote
    r"\[\s?[0-9ivxlcdmIVXLCDM]{1,8}\s?\][.:]?(?=\s|[^\s(])",  # "[12]", "[ii]"; "[12](" is a link
    r"\((?!(?:1[4-9]|20)\d\d\))\d{1,4}\)(?=\s)",  # "(12)", and no year
    r"\^\d{1,4}\^?(?=\s)",
    (
        rf"(?:\*\s)?(?:(?:\^|↑)\s?{_JUMP}|Jump up to:)\s?"
        r"(?:(?:[a-z]{1,2}\s|\d{1,2}(?:\.\d{1,2})?\s?)(?=[a-z\d]{1,2}\s|\W|[A-Z])){0,20}"
    ),
    r"(?!(?:1[4-9]|20)\d\d\.)\d{1,4}[.)](?=\s|[^\s\d])",
    r"[ivxlc]{1,7}[.)](?=\s)",
    r"[†‡§¶*•·▪●►]{1,3}(?=\s)",
    r"\[[^\[\]()]{2,60}\s?\((?:19|20)\d\d[a-z]?\)[^\[\]()]{0,40}\](?=\s)",  # "[Quill and Finch (2013)]"
    r"\[[A-Z][A-Za-z+]{1,20}[\d:-][\w+:.-]{0,14}\]:?(?=\s)",  # "[QF13]:"
    r"\[?[A-Z][\w-]{1,20}(?:\set\sal\.?)?\s(?:19|20)\d\d[a-z]?\]\s(?=\W?[A-Z])",  # "[Quill et al. 2013]"
    r"\[\\?\[[^\[\]]{1,8}\]\]\(#[^)\s]{0,30}\)",  # "[[12]](#note-12)"
)
_OF_SEVERAL = r"\(?[a-e]\)\s+(?=[A-Z])"
"""The letter of one of several sources under a number, as chemists write it: "[12] a) Quill"."""
_LABEL = re.compile(rf"\s*(?:(?:{'|'.join(_FORMS)})\s*(?:{_OF_SEVERAL})?|{_OF_SEVERAL})")
_NUMBER_ALONE = re.compile(
    r"\s*\d{1,3}\s(?=[A-Z][\w'’-]+(?:\s[A-Z]{1,2}\b|,\s[A-Z]\.|\s(?:[A-Z]\.\s?)*[A-Z][\w'’-]+,\s[“‘\"])|"
    r"(?:[A-Z]\.\s){1,3}[A-Z][a-z]|"
    r"(?:See|Cf\.|Ibid)\b)"
)
"""A number without a stop, before a name or a word that opens notes: "12 Quill A", "7 Ada Quill, “Who pays?”"."""


def label_end(text: str) -> int:
    """Give where the text of a bare reference begins after its label ("[ii] ", "[^3]: ", "12. "), 0 for none."""
    match = _LABEL.match(text) or _NUMBER_ALONE.match(text)
    return match.end() if match else 0
