"""Names, one by one: which of the claim's the source lacks, and whose slot another word fills."""

import re

from verifier.matching.claim_words import ClaimWord
from verifier.matching.figures import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import WORD, Term, term_of

SLOT = 7
"""Words from one neighbour of a slot to the other, at most: further apart they belong to different statements."""
REACH = 2
"""Neighbours of a name that are looked for on each side."""

_SMALL = frozenset("of the and for on in de la".split())
_RUN = re.compile(r"[A-Z]\w{1,40}(?: (?:(?:of|the|and|for|on) ){0,2}[A-Z]\w{1,40}){1,8}")


def strange_names(located: Located) -> tuple[ClaimWord, ...]:
    """Give the names of the claim that the source has in no form: not inflected, not as initials, not spelled out."""
    strangers = {w.term.key: w for w in located.claim.content if w.name and w.term.key in located.gone}
    if not strangers:
        return ()
    for run in _RUN.findall(located.claim.text):
        if _has_initials(run, located.source.vocabulary):
            for surface in WORD.findall(run):
                strangers.pop(term_of(surface).key, None)
    for key, word in list(strangers.items()):
        if word.surface.isupper() and _spelled_out(word.surface, located.source.folded.text):
            del strangers[key]
    return tuple(strangers.values())


def _has_initials(run: str, vocabulary: set[str]) -> bool:
    """Whether a run of capitalised words stands on the page as its initials (United Nations: UN)."""
    initials = "".join(w[0] for w in run.split() if w[0].isupper())
    tails = (initials[a:] for a in range(len(initials) - 1))
    heads = (initials[:b] for b in range(2, len(initials) + 1))
    return any(form in vocabulary for form in (*tails, *heads))


def _spelled_out(initials: str, text: str) -> bool:
    """Whether the words that initials stand for are on the page, one after the other."""
    if not 2 <= len(initials) <= 7 or not initials.isalpha():  # noqa: PLR2004 - longer ones are shouting
        return False
    between = r"\w{0,30}(?: (?:of|the|and|for|on|de) | |-)"
    return bool(re.search(r"\b" + between.join(initials) + r"\w{1,30}", text))


def far_names(located: Located) -> tuple[ClaimWord, ...]:
    """Give the names that the source has, but neither in the located place nor at its top."""
    near = located.here | located.head
    far = {
        w.term.key: w
        for w in located.claim.content
        if w.name and w.term.key not in located.gone and not located.bits[w.term.key] & near
    }
    return tuple(far.values())


def filled_slots(located: Located, names: tuple[ClaimWord, ...]) -> tuple[Rival, ...]:
    """Give the names whose neighbours on both sides stand in one located sentence, in order, with another word between."""
    content = located.claim.content
    mine = {located.key(w) for w in content}
    out: list[Rival] = []
    for word in names:
        at = next(i for i, w in enumerate(content) if w.term.key == word.term.key)
        left = {located.key(w) for w in content[max(0, at - REACH) : at] if located.bits[w.term.key] & located.here}
        right = {located.key(w) for w in content[at + 1 : at + 1 + REACH] if located.bits[w.term.key] & located.here}
        if left and right:
            out.extend(_fillings(located, word, left, right, mine))
    return tuple(out)


def _fillings(located: Located, word: ClaimWord, left: set[str], right: set[str], mine: set[str]) -> list[Rival]:
    for number in located.place:
        line = located.line(number)
        for start, term in enumerate(line):
            if term.key in left:
                between = _between(line, start, right)
                others = tuple(t for t in between if t.key not in mine and t.value is None and not t.denying)
                if others:
                    return [Rival(word=word, terms=others, sentence=number)]
    return []


def _between(line: list[Term], start: int, right: set[str]) -> list[Term]:
    """The terms from a left neighbour up to the nearest right one, if it is near."""
    for end in range(start + 2, min(len(line), start + SLOT)):
        if line[end].key in right:
            return line[start + 1 : end]
    return []


def named_in(located: Located, rival: Rival) -> bool:
    """Whether the words that fill a slot are names themselves: capitals within the sentence."""
    keys = {t.key for t in rival.terms}
    words = located.source.words[rival.sentence]
    return any(w[0].isupper() and term_of(w).key in keys for w in words[1:])
