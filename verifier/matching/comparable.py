"""Tells whether the words of claim and source can be compared at all, by their scripts and languages."""

import re
from functools import lru_cache

from verifier.matching.claim_words import ClaimWords
from verifier.matching.languages import LEAST_IN_CLAIM, ONLY_ENGLISH, OWN_WORDS, language_of
from verifier.matching.source import SourceIndex
from verifier.matching.vocabulary import UNREAD_SCRIPTS

UNREAD_SHARE = 0.3
"""A text with more than this share of its letters in scripts without blanks between words cannot be read."""
FOREIGN_SHARE = 0.6
"""A text with more than this share of its letters outside the Latin script is in another script."""

_UNREAD = re.compile(UNREAD_SCRIPTS)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")
_LOOKED_AT = 4_000
"""Characters at the beginning of a text that decide its script."""
_SCRIPTS_KEPT = 256
"""Texts whose script is cached, 4 MB at most: many claims ask about one source, and one claim about many sources."""


def cannot_compare(claim: ClaimWords, source: SourceIndex) -> bool:
    """Whether claim and source are in different languages or scripts, or in a script without blanks between words.

    A claim that stands in the source word for word can be compared, whatever the language of the page.
    """
    source_language = source.language
    if source_language == "en" and not ONLY_ENGLISH.isdisjoint(claim.low):
        return False
    if claim.text in source.folded.text:
        return False
    source_script = "latin" if source_language else _script(source.folded.text[:_LOOKED_AT])
    scripts = {_script(claim.text[:_LOOKED_AT]), source_script}
    if "unread" in scripts or {"latin", "other"} == scripts:
        return True
    if source_language is None:
        return False
    claim_language = language_of(set(claim.low), LEAST_IN_CLAIM)  # a borrowed word said twice is one
    if claim_language is not None:
        return claim_language != source_language
    short_english = not OWN_WORDS["en"].isdisjoint(claim.low)
    return short_english and OWN_WORDS[source_language].isdisjoint(claim.low)


def is_unread(text: str) -> bool:
    """Whether a text is in a script without blanks between words, so that its words cannot be told apart."""
    return _script(text[:_LOOKED_AT]) == "unread"


@lru_cache(maxsize=_SCRIPTS_KEPT)
def _script(text: str) -> str:
    """The script of a text: "latin", "other" or "unread" (no blanks between words), "" if it has too few letters."""
    letters = len(_LETTER.findall(text))
    if not text.isascii() and len(_UNREAD.findall(text)) > UNREAD_SHARE * letters:
        return "unread"
    if letters < 10:  # noqa: PLR2004 - a name or two
        return ""
    return "other" if letters - len(_LATIN.findall(text)) > FOREIGN_SHARE * letters else "latin"
