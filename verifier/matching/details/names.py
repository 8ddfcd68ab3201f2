"""Names, one by one: which of the claim's the source lacks, and whose slot another word fills."""

import re

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.source import SourceIndex
from verifier.matching.terms import WORD, Term, term_of

SLOT = 7
"""Words from one neighbour of a slot to the other, at most: further apart they belong to different statements."""
OWN_SENTENCE = 0.75
"""Share of the best sentence's coverage from which a sentence is the claim's own: only there can a name that is
elsewhere on the page have been exchanged."""
MOST_FILLING = 3
"""Words of another name: more are several names, of which the claim's may be the common one ("the New England states").
"""
REACH = 2
"""Neighbours of a name that are looked for on each side."""

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
    for key, word in list(strangers.items()):
        if word.surface.isupper() and _spelled_out(word.surface, located.source):
            del strangers[key]
    return tuple(strangers.values())


def _has_initials(run: str, source: SourceIndex) -> bool:
    """Whether a run of capitalised words stands on the page as its initials (United Nations: UN)."""
    initials = "".join(w[0] for w in run.split() if w[0].isupper())
    tails = (initials[a:] for a in range(len(initials) - 1))
    heads = (initials[:b] for b in range(2, len(initials) + 1))
    return any(source.has(form, f"{form}'s") for form in (*tails, *heads))


def _spelled_out(initials: str, source: SourceIndex) -> bool:
    """Whether the words that initials stand for are on the page, one after the other."""
    if not 2 <= len(initials) <= 7 or not initials.isalpha():  # noqa: PLR2004 - longer ones are shouting
        return False
    return any(initials in run for run in source.initials)


def filled_slots(located: Located, strangers: tuple[ClaimWord, ...]) -> tuple[Rival, ...]:
    """Give the names whose slot another word fills.

    The slot: the name's neighbours on both sides stand in one located sentence, in order, with something else between.
    A name that is on the page, but not in that sentence or beside it, loses its slot only to another name.
    """
    content = located.claim.content
    keys = [located.key(w) for w in content]
    bits = [located.bits[w.term.key] for w in content]
    gone = {w.term.key for w in strangers}
    best = located.coverage[located.order[0]] if located.order else 0.0
    own = [i for i in located.place if located.coverage[i] >= OWN_SENTENCE * best]
    out: dict[str, Rival] = {}
    for at, word in enumerate(content):
        key = word.term.key
        if not word.name or key in out or (key in located.gone and key not in gone):
            continue
        numbers = located.place if key in gone else [i for i in own if not _near(located, bits[at], i)]
        sides = _sides(located, at, whole=key not in gone)
        for number in numbers:
            mask = located.masks[number]
            if not all(any(mask & bit for bit in bits[side]) for side in sides):
                continue
            left, right = (set(keys[side]) for side in sides)
            rival = _filling(located, word, number, (left, right, set(keys)))
            if rival is not None and (key in gone or named_in(located, rival)):
                out[key] = rival
                break
    return tuple(out.values())


def _sides(located: Located, at: int, *, whole: bool) -> tuple[slice, slice]:
    """The neighbours of a name: on a side where the rest of it stands, which the place has, only that.

    ``whole``: the page has the name, so that all of it may have been exchanged.
    """
    content, here = located.claim.content, 0 if whole else located.here
    first, last = at - REACH, at + 1 + REACH
    if at and content[at].glued and content[at - 1].name and located.bits[content[at - 1].term.key] & here:
        first = at - 1
    behind = content[at + 1] if at + 1 < len(content) else None
    if behind is not None and behind.glued and behind.name and located.bits[behind.term.key] & here:
        last = at + 2
    return slice(max(0, first), at), slice(at + 1, last)


def _near(located: Located, bit: int, number: int) -> bool:
    """Whether a name stands in a sentence, the one before it or the one after it."""
    return any(mask & bit for mask in located.masks[max(0, number - 1) : number + 2])


def _filling(located: Located, word: ClaimWord, number: int, keys: tuple[set[str], set[str], set[str]]) -> Rival | None:
    """What stands in the slot of a name; ``keys``: of its left neighbours, its right ones, the whole claim."""
    left, right, mine = keys
    line = located.line(number)
    for start, term in enumerate(line):
        if term.key in left:
            between = _between(line, start, right)
            others = tuple(t for t in between if t.key not in mine and t.value is None and not t.denying)
            if others and len(others) <= MOST_FILLING:
                return Rival(word=word, terms=others, sentence=number)
    return None


def _between(line: list[Term], start: int, right: set[str]) -> list[Term]:
    """The terms from a left neighbour up to the nearest right one, if it is near."""
    for end in range(start + 2, min(len(line), start + SLOT)):
        if line[end].key in right:
            return line[start + 1 : end]
    return []


def named_in(located: Located, rival: Rival) -> bool:
    """Whether the words that fill a slot are names themselves: capitals within the sentence."""
    keys = {t.key for t in rival.terms}
    words = located.source.words(rival.sentence)
    return any(w[0].isupper() and len(w) > 1 and term_of(w).key in keys for w in words[1:])
