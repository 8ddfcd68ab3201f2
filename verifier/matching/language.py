"""Whether the words of claim and source can be compared at all: their scripts and their languages."""

import re

from verifier.matching.source import SourceIndex
from verifier.matching.terms import WORD
from verifier.matching.vocabulary import UNREAD_SCRIPTS

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to in is was for that with it on by from are were has which this".split()),
    "de": frozenset("der die das und ist nicht von mit den dem ein eine im auf für des sich auch wird wurde".split()),
    "fr": frozenset("le la les des et est dans du une pour que qui sur au par avec pas sont ont été".split()),
    "es": frozenset("el la los las del y es en una por que con para se al como más fue su sus".split()),
    "it": frozenset("il lo gli della di e è che per una con del nel alla sono dei delle più anche dal".split()),
    "pt": frozenset("o os as da do dos das e é em uma para que com não por no na foi mais".split()),
    "nl": frozenset("de het een van en is dat op te zijn voor met niet aan door er maar ook werd bij".split()),
    "sv": frozenset("och att det som en är av för på med den till inte om ett har de var från men".split()),
    "no": frozenset("og det er av for på med den til ikke som en et har de var fra men om seg".split()),
    "pl": frozenset("i w na z się do nie jest że o to jak po dla od przez jego oraz był są".split()),
    "tr": frozenset("ve bir bu için ile de da olarak olan daha en çok gibi sonra kadar ne o ise var ya".split()),
}
"""The commonest words of some languages in Latin letters: enough to tell them apart, not to read them."""

LEAST_KINDS = 5
"""Different function words that a source must have before its language is named: fewer are borrowed words."""
LEAST_IN_CLAIM = 2
"""The same for a claim, which is short."""
CLEARLY = 2.0
"""How many times as many of its own function words as of the other language's a text must have."""
UNREAD_SHARE = 0.3
"""Share of the letters in scripts without blanks from which words cannot be told apart."""
FOREIGN_SHARE = 0.6
"""Share of the letters outside the Latin script from which a text is in another script."""

_UNREAD = re.compile(UNREAD_SCRIPTS)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")
_LOOKED_AT = 4_000
"""Characters of a text by which its script is told."""


def cannot_compare(claim: str, source: SourceIndex) -> bool:
    """Whether claim and source are in different languages, or in a script whose words cannot be told apart."""
    english = FUNCTION_WORDS["en"]
    if claim.isascii() and len(english & source.vocabulary) >= LEAST_KINDS:
        return False
    text = source.folded.text[:_LOOKED_AT]
    if _unread(claim) or _unread(text):
        return True
    if _script(claim) and _script(text) and _script(claim) != _script(text):
        return True
    mine = language_of(frozenset(w.lower() for w in WORD.findall(claim)), LEAST_IN_CLAIM)
    theirs = language_of(frozenset(w.lower() for w in source.vocabulary), LEAST_KINDS)
    return mine is not None and theirs is not None and mine != theirs


def language_of(words: frozenset[str], least: int) -> str | None:
    """Give the language that most function words speak for, or ``None`` when no language is clearly ahead."""
    counts = sorted(((len(words & own), name) for name, own in FUNCTION_WORDS.items()), reverse=True)
    (most, name), (second, _) = counts[0], counts[1]
    return name if most >= least and most >= CLEARLY * second else None


def _unread(text: str) -> bool:
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
