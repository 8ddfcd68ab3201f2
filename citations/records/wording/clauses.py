"""Where sentences and comma-separated chunks of a reference end, abbreviations and initials apart."""

import re

from citations.months import MONTHS
from citations.records.wording.words import ABBREVIATIONS, CAPITAL, STOPS

Place = tuple[int, int]

_SENTENCE_END = re.compile(
    rf"[.?!…][\"”’»')\]]{{0,2}}\s+(?=[\W_]{{0,3}}(?:{CAPITAL}|\d)|\ue000|in:?\s|(?:eds?|trans)\.\s|"
    rf"[a-z]{{1,3}}[A-Z]|(?:[a-z\d][\w-]{{1,40}}\.){{1,3}}[a-z]{{2,6}}(?:[.,;\s]|\Z))|"
    rf"\.[\"”’»']{{0,2}}\s+(?=[\"“‘«\[(])"
)
_LAST_WORD = re.compile(r"([\w.'’-]+)[.?!…][\"”’»')\]]{0,2}\s*\Z")
_OF_A_KIND = re.compile(
    rf"(?<!\w)(?!(?:{'|'.join(sorted(STOPS))}|sous|avec|entre|durch|between)\s)[a-zà-ÿ]{{4,}}\s[A-Z]\Z"
)
"""A letter after a word in small letters ends a sentence: "the loss of vitamin C. Journal of"."""
_LONGEST_WORD = 20
"""Characters before a full stop in which the last word is looked for."""
_DOTTED = re.compile(r"(?:\w\.)+\w")
_SHORT_WORDS = re.compile(rf"(?:{CAPITAL}\w{{0,8}}\.\s){{0,4}}{CAPITAL}[^\W\d_]{{0,8}}")
"""Words of up to nine letters that count as abbreviations when a full stop stands before and after each."""
_NUMERAL = re.compile(r"(?:[IVX]{2,4}|I)\.\s(?!(?:[A-Z]\.[\s-]?)*[A-Z][\w'’-]+\s?(?:,|\(|&|and\s))")
"""The number of a part ("Cold rivers. II. The thaw"), which belongs to the sentence before it; no initial of a name."""
_COUNTED = re.compile(
    r"(?:Aufl(?:age)?|Ausg(?:abe)?|Baskı|vydání|wydanie|Bd|Band|Jg|Jahrg|Heft|éd|изд|utg|udg|painos)\b"
)
"""What an ordinal's full stop stands before: "2. Aufl."."""
_ORDINAL = re.compile(
    r"(?<!\w)(?:dem|der|des|den|die|das|zum|zur|vom|beim|im|am|auf|von|og|på|i|till?|na|ze?|w|z|we|"
    r"do)\s(?:\d{1,3}|[IVXLC]{1,7})\Z"
)
"""A number after an article or a preposition, which its full stop makes an ordinal: "auf dem XXXVII. Kongress"."""
_ORDINAL_LETTERS = len(" beim XXXVIII")
_AFTER_NUMERAL = re.compile(r"\w\w[.:]\s(?:[IVX]{2,4}|I)\Z")
_NUMERAL_LETTERS = len("rs. VIII")
_PAGE_LETTERS = frozenset("pscfnсл")
"""Small letters that mean a page, a leaf or a number before a figure: "p. 12", "с. 12"."""
_FIGURE = re.compile(r"[A-Z]?\d")
_COMMA = re.compile(r",\s+")


def sentences(text: str, start: int, end: int) -> list[Place]:
    """Give the sentences from ``start`` to ``end``, each with its last full stop; abbreviations end none."""
    places: list[Place] = []
    first = start
    brackets = text.find("(", start, end) >= 0
    for match in _SENTENCE_END.finditer(text, start, end):
        initial = not text[max(match.start() - 2, 0)].isalnum()
        if match[0][0] == "." and not initial and _NUMERAL.match(text, match.end(), end):
            continue
        if match[0][0] == "." and _COUNTED.match(text, match.end(), end) and text[match.start() - 1].isdigit():
            continue
        if match[0][0] == "." and _names_month(text, match):
            continue
        if match[0][0] == "." and is_ordinal(text, first, match.start()):
            continue
        numbered = _AFTER_NUMERAL.search(text, max(first, match.start() - _NUMERAL_LETTERS), match.start())
        if match[0][0] == "." and not numbered and _abbreviates(text, first, match):
            continue
        if brackets and _in_bracket(text, first, match.start(), match.end()):
            continue
        words = text[first : match.start()].strip(" .,;:–—-([)]")
        if places and match[0][0] == "." and _SHORT_WORDS.fullmatch(words):
            continue  # short words, each between two full stops, are abbreviations within a name
        if words:
            places.append((first, match.start() + len(match[0].rstrip())))
        first = match.end()
    if text[first:end].strip(" .,;:–—-([)]"):
        places.append((first, end))
    return places


def is_ordinal(text: str, start: int, end: int) -> bool:
    """Whether the number that ends at ``end``, after an article or a preposition, is an ordinal by its full stop."""
    return text[end : end + 1] == "." and bool(_ORDINAL.search(text, max(start, end - _ORDINAL_LETTERS), end))


_DAY = re.compile(r"(?<!\d)\d{1,2}\Z")
_MONTH = re.compile(r"([^\W\d_]{3,12})\.?\s(?:1[4-9]|20)\d\d")


def _names_month(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop only makes a number the day of a date: "4. Juni 2017"."""
    month = _MONTH.match(text, stop.end())
    if month is None or month[1].lower() not in MONTHS:
        return False
    return _DAY.search(text, max(0, stop.start() - 3), stop.start()) is not None


_MOST_IN_BRACKET = 60
"""Characters before and after a full stop within which a bracket around it opens and closes."""


def _in_bracket(text: str, first: int, stop: int, following: int) -> bool:
    """Whether a full stop or comma stands within a short bracket: "(5. Ed.)", "(Oslo, Norway)"."""
    low = max(first, stop - _MOST_IN_BRACKET)
    opening = text.rfind("(", low, stop)
    return opening > text.rfind(")", low, stop) and text.find(")", following, following + _MOST_IN_BRACKET) >= 0


def _abbreviates(text: str, first: int, stop: re.Match[str]) -> bool:
    low = max(first, stop.start() - _LONGEST_WORD)
    word = _LAST_WORD.search(text, low, stop.end())
    if word is None:
        return False
    letters = word[1].rpartition("-")[2]
    if letters in _PAGE_LETTERS and _FIGURE.match(text, stop.end()):
        return True
    if letters == "v" or (len(letters) == 1 and _LETTER_NEXT.match(text, stop.end())):
        return True  # "Quill v. Finch", "hg. v. Ada Quill"
    if len(letters) == 1:
        return letters.isalpha() and letters.isupper() and not _OF_A_KIND.search(text, low, stop.start())
    return letters.lower() in ABBREVIATIONS or bool(_DOTTED.fullmatch(letters))


_LETTER_NEXT = re.compile(r"[^\W\d_]{1,2}\.(?!\s?\Z)")
"""One more cut word after a single letter: "Frankfurt a. M.", "z. B."."""


def chunks(text: str, start: int, end: int) -> list[Place]:
    """Give what commas divide from ``start`` to ``end``."""
    places: list[Place] = []
    first = start
    brackets = text.find("(", start, end) >= 0
    for match in _COMMA.finditer(text, start, end):
        if brackets and _in_bracket(text, first, match.start(), match.end()):
            continue
        if text[first : match.start()].strip(" .;"):
            places.append((first, match.start()))
        first = match.end()
    if text[first:end].strip(" .,;:"):
        places.append((first, end))
    return places


_LEAD = re.compile(r"[\s,.;:–—*-]*")


def trim(text: str, start: int, end: int) -> Place | None:
    """Give the span without punctuation around it, ``None`` when nothing is left; "?", "!" and "…" stay."""
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    words = text[first:end].rstrip(" \t\n,;:–—-([<\ue000")
    if words.endswith(".") and not words.endswith("..."):
        words = words[:-1].rstrip(" \t\n,")
    if words.startswith("(") and ")" not in words:
        first, words = first + 1, words[1:]
    if words.endswith(("]", ")")) and words.count("(") + words.count("[") < words.count(")") + words.count("]"):
        words = words[:-1]
    if words.endswith('"') and words.count('"') == 1:
        words = words[:-1]  # the mark that opened stands before ``start``
    return (first, first + len(words)) if words.strip() else None


def skip_lead(text: str, start: int, end: int) -> int:
    """Give the first place from ``start`` that is not white space or punctuation between parts."""
    match = _LEAD.match(text, start, end)
    return match.end() if match else start


_CLOSING = re.compile(r"[\s.,;:'\"”’»)\]–—*|-]*(?://\s)?")


def skip_closing(text: str, start: int, end: int) -> int:
    """Give the first place from ``start`` that is not white space, punctuation or a closing quotation mark."""
    match = _CLOSING.match(text, start, end)
    return match.end() if match else start
