"""Quotations in a text, and which of them must stand in the source word for word."""

import re
from dataclasses import dataclass
from functools import lru_cache

from citations.sentences import quoted_spans

CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that are written without blanks between words."""
STRICT_WORDS = 5
"""Words from which on a quotation must be found word for word, whoever is quoted."""
_WORD = re.compile(r"\w")
_SAID = (
    r"(?:sa(?:id|ys?|ying)|told|tells|wr(?:ote|ites?|itten|iting)|stat(?:ed|es|ing)|call(?:ed|s|ing)|describ(?:ed|es|"
    r"ing)|announc(?:ed|es|ing)|declar(?:ed|es|ing)|warn(?:ed|s|ing)|promis(?:ed|es|ing)|add(?:ed|s|ing)|argu(?:ed|es|"
    r"ing)|claim(?:ed|s|ing)|insist(?:ed|s|ing)|according to|quot(?:ed|es|ing)|term(?:ed|ing)|dubb(?:ed|ing)|"
    r"label(?:led|ed)|not(?:ed|es|ing)|remark(?:ed|s)|explain(?:ed|s)|respond(?:ed|s)|repli(?:ed|es)|conclud(?:ed|es)|"
    r"acknowledg(?:ed|es)|vow(?:ed|s)|pledg(?:ed|es)|in (?:his|her|their|its) words|in the words of|reads?|"
    r"stipulat(?:ed|es)|sp(?:oke|eaks?|eaking) of|talk(?:ed|s|ing) (?:of|about)|"
    r"provid(?:es|ed) that|requires?|sagte|schrieb|nannte|erklärte|laut|déclar[ée]+|écrit|dit|selon|dijo|según|"
    r"escribió|disse|scrive|secondo|zei|schreef|volgens|sade|enligt|ifølge|сказал[аи]?|заявил[аи]?)"
)
_SAID_BEFORE = re.compile(rf"(?<!so-)\b{_SAID}\b[^.!?]{{0,50}}$", re.IGNORECASE)
_SAID_AFTER = re.compile(rf"[,.]?\s?(?:\w+\s){{0,3}}{_SAID}\b", re.IGNORECASE)
_ENTITLED = re.compile(
    r"\b(?:entitled|titled|headlined|book|novel|film|song|album|essay|article|paper|report|study|series|episode|"
    r"chapter|poem|play|headline|Buch|Film|livre|roman|libro|película|boek|bok)\s*,?\s*[(]?$",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(r"\w\s?\($")
"""What precedes quoted words that translate or explain the word before them: "Bahnhof (“station”)"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks in a claim, without the marks; the span is of the claim's text.

    ``strict``: the words must stand in the source as they are. Otherwise they are scare quotes, a title or probably
    a translation, and their absence is worth no more than a piece of information.
    """

    text: str
    start: int
    end: int
    strict: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Give the quotations in a claim's text."""
    found: list[Quotation] = []
    for start, end in quoted_spans(text):
        words = text[start + 1 : end - 1].strip().rstrip(",")
        if not _WORD.search(words):
            continue
        inner = start + 1 + len(text[start + 1 : end]) - len(text[start + 1 : end].lstrip())
        found.append(
            Quotation(text=words, start=inner, end=inner + len(words), strict=_is_strict(words, text, start, end))
        )
    return tuple(found)


@lru_cache(maxsize=8)
def long_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of quotations that may hold several sentences, in order and apart.

    Those in straight single quotation marks are left out, since these may be apostrophes. The cache serves the
    markers of one block, which ask for the same text one after another.
    """
    return tuple(span for span in quoted_spans(text) if text[span[0]] != "'")


def _is_strict(words: str, text: str, start: int, end: int) -> bool:
    """Whether quoted words must stand in the source: five or more, or at least two that somebody is said to have said.

    Titles need not.
    """
    count = len(words.split())
    before, after = text[max(start - 60, 0) : start], text[end : end + 40]
    if _is_title(words, before):
        return False
    if count >= STRICT_WORDS or (CASELESS.search(words) and len(words) >= 3 * STRICT_WORDS):
        return True
    if count == 1 or _TRANSLATED.search(before):
        return False
    return _SAID_BEFORE.search(before) is not None or _SAID_AFTER.match(after) is not None


def _is_title(words: str, before: str) -> bool:
    """Whether quoted words are the title of a work: announced as one, or with capitals throughout."""
    if _ENTITLED.search(before):
        return True
    long_words = re.findall(r"[^\W\d_]{4,}", words)
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 1 and capitals == len(long_words)
