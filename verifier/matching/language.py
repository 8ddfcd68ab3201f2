"""Whether the words of claim and source can be compared at all: their scripts and their languages."""

import re

from verifier.matching.claim_words import ClaimWords
from verifier.matching.languages import FUNCTION_WORDS, LEAST_IN_CLAIM, language_of
from verifier.matching.source import SourceIndex
from verifier.matching.vocabulary import UNREAD_SCRIPTS

UNREAD_SHARE = 0.3
"""Share of the letters in scripts without blanks from which words cannot be told apart."""
FOREIGN_SHARE = 0.6
"""Share of the letters outside the Latin script from which a text is in another script."""

_UNREAD = re.compile(UNREAD_SCRIPTS)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")
_LOOKED_AT = 4_000
"""Characters of a text by which its script is told."""


def cannot_compare(claim: ClaimWords, source: SourceIndex) -> bool:
    """Whether claim and source are in different languages, or in a script whose words cannot be told apart.

    A claim that stands in the source to the letter can be compared, whatever the rest of the page is in.
    """
    english = FUNCTION_WORDS["en"]
    if source.is_english and any(w.low in english for w in claim.words):
        return False
    if claim.text in source.folded.text:
        return False
    text = source.folded.text[:_LOOKED_AT]
    if is_unread(claim.text) or is_unread(text):
        return True
    if _script(claim.text) and _script(text) and _script(claim.text) != _script(text):
        return True
    mine = language_of(frozenset(w.low for w in claim.words), LEAST_IN_CLAIM)
    return mine is not None and source.language is not None and mine != source.language


def is_unread(text: str) -> bool:
    """Whether a text is in a script without blanks, from which words cannot be told apart."""
    if text.isascii():
        return False
    letters = len(_LETTER.findall(text))
    return bool(letters) and len(_UNREAD.findall(text)) > UNREAD_SHARE * letters


def _script(text: str) -> str:
    """Give "latin" or "other", "" where there are too few letters to tell."""
    letters = len(_LETTER.findall(text))
    if letters < 10:  # noqa: PLR2004 - a name or two
        return ""
    return "other" if letters - len(_LATIN.findall(text)) > FOREIGN_SHARE * letters else "latin"
