"""Whether the words of claim and source can be compared at all: their scripts and their languages."""

import re
from functools import lru_cache

from verifier.matching.claim_words import ClaimWords
from verifier.matching.languages import LEAST_IN_CLAIM, ONLY_ENGLISH, OWN_WORDS, language_of
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
    theirs = source.language
    if theirs == "en" and not ONLY_ENGLISH.isdisjoint(claim.low):
        return False
    if claim.text in source.folded.text:
        return False
    scripts = {_script(claim.text[:_LOOKED_AT]), "latin" if theirs else _script(source.folded.text[:_LOOKED_AT])}
    if "unread" in scripts or {"latin", "other"} == scripts:
        return True
    if theirs is None:
        return False
    mine = language_of(claim.low, LEAST_IN_CLAIM)
    if mine is not None:
        return mine != theirs
    return OWN_WORDS[theirs].isdisjoint(claim.low) and not OWN_WORDS["en"].isdisjoint(claim.low)  # short, but English


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
