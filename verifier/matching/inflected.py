"""Makes the inflected forms of a word. The word lists of opposites and kinds hold base forms only."""

from verifier.matching.stems import IRREGULAR

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")
"""Endings of words that take "es" instead of "s"."""


def lines_of(text: str) -> list[str]:
    """Give the lines of a word list. An indented line continues the one before it."""
    return text.strip().replace("\n  ", " ").splitlines()


def with_plural(noun: str) -> frozenset[str]:
    """Give a noun in lower case with its regular plural."""
    return frozenset((noun, _with_s(noun)))


def verb_forms(verb: str) -> frozenset[str]:
    """Give a verb in lower case with all its forms, in British and American spelling.

    Forms with and without a doubled last letter are both given: the stress decides, and the spelling does not show it.
    """
    bases = {verb, f"{verb[:-3]}ize" if verb.endswith("ise") else verb}
    irregular = (form for form, base in IRREGULAR.items() if base == verb)
    return frozenset((*irregular, *(form for base in bases for form in _regular(base))))


def _regular(verb: str) -> tuple[str, ...]:
    """The forms of a verb by the rules: "plan", "plans", "planned", "planning" (and "planed", "planing")."""
    if verb.endswith("e"):
        return (verb, _with_s(verb), f"{verb}d", f"{verb if verb.endswith('ee') else verb[:-1]}ing")
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return (verb, _with_s(verb), f"{verb[:-1]}ied", f"{verb}ing")
    doubled = f"{verb}{verb[-1]}" if verb[-2] in _VOWELS and verb[-1] not in "wxy" else verb
    return (verb, _with_s(verb), f"{verb}ed", f"{verb}ing", f"{doubled}ed", f"{doubled}ing")


def _with_s(word: str) -> str:
    """The plural of a noun, or the third person of a verb."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"
