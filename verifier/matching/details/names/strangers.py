"""Names of the claim that the source has in no form: not inflected, not as initials, not spelled out."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import MOST_TIMES, found_in
from verifier.matching.details.names.first_names import may_be_one
from verifier.matching.locate import Located
from verifier.matching.source import SourceIndex
from verifier.matching.terms import WORD, term_of

FARTHEST = 3
"""Words with a capital directly before a last name that are looked at: first names and titles."""
LONGEST = 60
"""Characters before a name that are looked at."""

_PARTS = re.compile(r"[A-Z][a-z]{0,3}")
"""The parts of an abbreviation, each with a capital ("Ph" and "D")."""
_RUN = re.compile(r"[A-Z]\w{1,40}(?: (?:(?:of|the|and|for|on) ){0,2}[A-Z]\w{1,40}){1,8}")


def strange_names(located: Located) -> tuple[ClaimWord, ...]:
    """Give the names of the claim that the source has in no form: not inflected, not as initials, not spelled out."""
    strangers = {w.term.key: w for w in located.claim.content if w.name and w.term.key in located.gone}
    if not strangers:
        return ()
    for run in _RUN.findall(located.claim.text):
        keys = [key for surface in WORD.findall(run) if (key := term_of(surface).key) in strangers]
        if keys and _has_initials(run, located.source):
            for key in keys:
                strangers.pop(key, None)
    for one, other in pairwise(located.claim.content):
        if one.term.key in strangers and other.name and is_named_there(one, other, located.source):
            del strangers[one.term.key]
    for key, word in list(strangers.items()):
        initials = word.surface.replace(".", "") if word.surface.isupper() else ""
        if _has_dotted(word.surface, located.source) or _spelled_out(initials, located.source):
            del strangers[key]
    return tuple(strangers.values())


def _has_initials(run: str, source: SourceIndex) -> bool:
    """Whether a run of capitalised words stands on the page as its initials (United Nations: UN)."""
    initials = "".join(w[0] for w in run.split() if w[0].isupper())
    tails = (initials[a:] for a in range(len(initials) - 1))
    heads = (initials[:b] for b in range(2, len(initials) + 1))
    forms, text = (*tails, *heads), source.folded.text
    return any(source.has_name(form) or f"{'.'.join(form)}." in text for form in forms)


def is_named_there(first: ClaimWord, last: ClaimWord, source: SourceIndex) -> bool:
    """Whether the source has a first name before the last one by its initial, or in another form ("Ben", "B." Aas)."""
    plain = source.folded.text
    if f" {first.surface[0]}. {last.surface}" in plain:
        return True
    return any(may_be_one(first.low, word.lower()) for word in set(_before(plain, last.surface)))


def _before(plain: str, name: str) -> Iterator[str]:
    """The words with a capital right before a name where a text has it, three of them at most."""
    for start, _ in islice(found_in(name, plain), MOST_TIMES):
        near = reversed(plain[max(0, start - LONGEST) : start].split()[-FARTHEST:])
        yield from takewhile(lambda word: word[:1].isupper() and word.isalpha(), near)


def _has_dotted(name: str, source: SourceIndex) -> bool:
    """Whether the source has an abbreviation with the stops that the claim leaves out ("PhD", "Ph.D.")."""
    parts = _PARTS.findall(name)
    return len(parts) > 1 and ".".join(parts) in source.folded.text


def _spelled_out(initials: str, source: SourceIndex) -> bool:
    """Whether the words that initials stand for are on the page, one after the other."""
    if not 2 <= len(initials) <= 7 or not initials.isalpha():  # noqa: PLR2004 - longer ones are shouting
        return False
    return any(initials in run for run in source.initials)
