"""Whether the words of claim and source can be compared at all: their scripts and their languages."""

import re
from functools import lru_cache

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
_SCRIPTS_KEPT = 256
"""Texts whose script is remembered, 4 MB at most: many claims ask about one source, and one about many."""


def cannot_compare(claim: ClaimWords, source: SourceIndex) -> bool:
    """Whether claim and source are in different languages, or in a script whose words cannot be told apart.

    A claim that stands in the source to the letter can be compared, whatever the rest of the page is in.
    """
    english = FUNCTION_WORDS["en"]
    if source.is_english and any(w.low in english for w in claim.words):
        return False
    if claim.text in source.folded.text:
        return False
    scripts = {_script(claim.text[:_LOOKED_AT]), _script(source.folded.text[:_LOOKED_AT])}
    if "unread" in scripts or {"latin", "other"} == scripts:
        return True
    mine = language_of(frozenset(w.low for w in claim.words), LEAST_IN_CLAIM)
    return mine is not None and source.language is not None and mine != source.language


def is_unread(text: str) -> bool:
    """Whether a text is in a script without blanks, from which words cannot be told apart."""
    return _script(text[:_LOOKED_AT]) == "unread"


@lru_cache(maxsize=_SCRIPTS_KEPT)
def _script(text: str) -> str:
    """Give "latin", "other" or "unread", "" where there are too few letters to tell."""
    letters = len(_LETTER.findall(text))
    if not text.isascii() and len(_UNREAD.findall(text)) > UNREAD_SHARE * letters:
        return "unread"
    if letters < 10:  # noqa: PLR2004 - a name or two
        return ""
    return "other" if letters - len(_LATIN.findall(text)) > FOREIGN_SHARE * letters else "latin"
