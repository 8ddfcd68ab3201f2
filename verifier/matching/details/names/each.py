"""Names, one by one: which of the claim's the source lacks, and whose slot another word fills."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.alike import MOST_TIMES, are_of_one_name, found_in
from verifier.matching.details.names.first_names import may_be_one
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.source import SourceIndex
from verifier.matching.terms import WORD, Term, is_name, term_of

SLOT = 7
"""Words from one neighbour of a slot to the other, at most: further apart they belong to different statements."""
OWN_SENTENCE = 0.75
"""Share of the best sentence's coverage from which a sentence is the claim's own: only there can a name that is
elsewhere on the page have been exchanged."""
MOST_FILLING = 3
"""Words of another name: more are several names, of which the claim's may be the common one ("the New England states").
"""
LONGEST = 60
"""Characters before a name that are looked at."""
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
    for one, other in pairwise(located.claim.content):
        if one.term.key in strangers and other.name and is_named_there(one, other, located.source):
            del strangers[one.term.key]
    for key, word in list(strangers.items()):
        if word.surface.isupper() and _spelled_out(word.surface.replace(".", ""), located.source):
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
        near = reversed(plain[max(0, start - LONGEST) : start].split()[-MOST_FILLING:])
        yield from takewhile(lambda word: word[:1].isupper() and word.isalpha(), near)


def _spelled_out(initials: str, source: SourceIndex) -> bool:
    """Whether the words that initials stand for are on the page, one after the other."""
    if not 2 <= len(initials) <= 7 or not initials.isalpha():  # noqa: PLR2004 - longer ones are shouting
        return False
    return any(initials in run for run in source.initials)


def filled_slots(located: Located, strangers: tuple[ClaimWord, ...]) -> tuple[Rival, ...]:
    """Give the names whose slot another word fills.

    The slot: the name's neighbours on both sides stand in one located sentence, in order, with something else between.
    A name that is on the page, but not in that sentence or beside it, loses its slot only to another name, and not for
    sure.
    """
    content = located.claim.content
    bits = [located.bits[w.term.key] for w in content]
    gone, mine = {w.term.key for w in strangers}, {located.key(w) for w in content}
    best = located.coverage[located.order[0]]
    own = [i for i in located.place if located.coverage[i] >= OWN_SENTENCE * best]
    out: dict[str, Rival] = {}
    for at, word in enumerate(content):
        key = word.term.key
        if not word.name or key in out or (key in located.gone and key not in gone):
            continue
        numbers = located.place if key in gone else [i for i in own if not _near(located, bits[at], i)]
        for number in numbers:
            mask = located.masks[number]
            slot = _slot(located, at, located.here if key in gone else mask)
            if not all(any(mask & bit for bit in bits[side]) for side in (slot.left, slot.right)):
                continue
            rival = _filling(located, at, number, slot, mine)
            if rival is not None and (key in gone or _names_other(located, rival)):
                out[key] = replace(rival, sure=key in gone)
                break
    return tuple(out.values())


class _Slot(NamedTuple):
    """Which words of the claim's content stand on the two sides of a name.

    ``last_of``, ``first_of``: the one on that side is the rest of the name, so that what fills the slot touches it.
    """

    left: slice
    right: slice
    last_of: bool
    first_of: bool


def _slot(located: Located, at: int, here: int) -> _Slot:
    """The neighbours of a name: on a side where the rest of it stands, if that is ``here``, only that."""
    content = located.claim.content
    behind = content[at + 1] if at + 1 < len(content) else None
    last_of = at > 0 and content[at].glued and _is_rest(located, content[at - 1], here)
    first_of = behind is not None and behind.glued and _is_rest(located, behind, here)
    left = slice(at - 1 if last_of else max(0, at - REACH), at)
    return _Slot(left, slice(at + 1, at + 1 + (1 if first_of else REACH)), last_of, first_of)


def _is_rest(located: Located, word: ClaimWord, here: int) -> bool:
    return word.name and bool(located.bits[word.term.key] & here)


def _near(located: Located, bit: int, number: int) -> bool:
    """Whether a name stands in a sentence, the one before it or the one after it."""
    return any(mask & bit for mask in located.masks[max(0, number - 1) : number + 2])


def _filling(located: Located, at: int, number: int, slot: _Slot, mine: set[str]) -> Rival | None:
    """What stands in the slot of the name at a place of the claim's content; ``mine``: the keys of all of that."""
    content = located.claim.content
    left, right = ({located.key(w) for w in content[side]} for side in (slot.left, slot.right))
    line = [t for t in located.source.terms(number) if t.kind != "stop"]
    for start, term in enumerate(line):
        if term.key in left:
            between = _between(line, start, right)
            others = tuple(t for t in between if t.key not in mine and t.kind != "number" and not t.denying)
            touching = [*between[: slot.last_of], *between[len(between) - slot.first_of :]]
            if others and len(others) <= MOST_FILLING and all(t in others for t in touching):
                return Rival(word=content[at], terms=others, sentence=number)
    return None


def _between(line: list[Term], start: int, right: set[str]) -> list[Term]:
    """The terms from a left neighbour up to the nearest right one, if it is near."""
    for end in range(start + 2, min(len(line), start + SLOT)):
        if line[end].key in right:
            return line[start + 1 : end]
    return []


def _names_other(located: Located, rival: Rival) -> bool:
    """Whether the words that fill a slot name another, and none of them the same one by the rest of the name."""
    keys, text = {t.key for t in rival.terms}, located.source.folded.text
    told = (w for w in located.source.words(rival.sentence) if term_of(w).key in keys)
    return named_in(located, rival) and not any(are_of_one_name(rival.word.surface, w, text) for w in told)


def named_in(located: Located, rival: Rival) -> bool:
    """Whether the words that fill a slot are names themselves: capitals within the sentence."""
    keys = {t.key for t in rival.terms}
    words = located.source.words(rival.sentence)
    return any(is_name(w) and term_of(w).key in keys for w in words[1:])
