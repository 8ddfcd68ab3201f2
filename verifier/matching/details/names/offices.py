"""The office a person holds: "Ada Berg, the chief executive" where the source has "chief product officer Ada Berg"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from verifier.matching.details.names.whole_names import names_of
from verifier.matching.details.rivals import Rival, rival_at
from verifier.matching.locate import Located
from verifier.matching.stems import is_past
from verifier.matching.terms import WORD
from verifier.matching.vocabulary import listed

MOST_SENTENCES = 20
"""Most sentences with a name in which its office is looked for."""
BEFORE_OFFICE = 40
"""Characters before the word for an office that can belong to it."""

_HEADS = """ceo:ceo executive:chief officer:chief president:president präsident:president präsidentin:president
director:director direktor:director direktorin:director generaldirektor:director generaldirektorin:director
chairman:chair chairwoman:chair chairperson:chair vorsitzende:chair vorsitzender:chair minister:minister
ministerin:minister secretary:minister chancellor:minister kanzler:minister kanzlerin:minister bundeskanzler:minister
bundeskanzlerin:minister premier:minister mayor:mayor mayoress:mayor bürgermeister:mayor bürgermeisterin:mayor
governor:governor gouverneur:governor gouverneurin:governor senator:senator ambassador:ambassador
botschafter:ambassador botschafterin:ambassador commissioner:commissioner treasurer:treasurer captain:captain
coach:coach trainer:coach trainerin:coach editor:editor"""
_OFFICES = dict(pair.split(":") for pair in listed(_HEADS))
"""Words for offices, each with the office it is compared as. Professions are left out: a historian may also be a
professor."""
_SAME_PERSON = frozenset(("ceo", "director", "chair"))
"""Offices that two sources may give to one and the same head of a company."""
_RANKS = frozenset(listed("vice deputy prime foreign finance interior defence defense health justice trade assistant"))
"""Words directly before an office that make it another one."""
_CEO, _CHIEF = "ceo", "chief"
"""An "officer" or "executive" holds an office only as a chief one, and as a "chief executive (officer)" is the CEO."""
_WRITTEN = "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in sorted(_OFFICES, key=len, reverse=True))
_HEAD = rf"\b(?P<head>CEO|{_WRITTEN})\b"
_NAME = r"(?P<name>[A-ZÀ-Þ][\w'-]{1,30}(?: [A-ZÀ-Þ][\w'.-]{0,30}){0,3})"
_OF = r" (?:of|for|at|von|der|des) (?:[\w'-]{1,25} ){0,4}[\w'-]{1,25},"
_BEFORE_NAME = re.compile(rf"{_HEAD}(?:,|{_OF})? {_NAME}")
""" "Mayor Ada Berg", "the director of the mill, Ada Berg"."""
_IS = r"(?:, (?:who (?:is|was) )?| (?:is|was|became|ist|war|wurde) )"
_AFTER_NAME = re.compile(rf"{_NAME}{_IS}(?P<between>(?:[\w'-]{{1,25}} ){{0,5}}?){_HEAD}")
""" "Ada Berg, the first mayor", "Ada Berg became mayor"."""
_PART_OF_NAME = re.compile(r"[^\W_]+")
_NOT_BETWEEN = frozenset(listed("of by to for with from in at and or that which whom as than told said"))
"""Words after which an office is somebody else's: "Ada Berg, praised by the mayor"."""


class _Held(NamedTuple):
    """An office that a text gives to somebody, and the offset of its word."""

    office: str
    start: int


def other_offices(located: Located) -> tuple[Rival, ...]:
    """Give the claim's words for an office of somebody to whom the source gives only other offices.

    One person can hold several offices, so a person decides.
    """
    if _OFFICES.keys().isdisjoint(located.claim.low):
        return ()
    rivals = (_other_office(located, name[-1].surface.removesuffix("'s")) for name in names_of(located))
    return tuple(rival for rival in rivals if rival is not None)


def _other_office(located: Located, name: str) -> Rival | None:
    """What the source calls the bearer of a name; nothing if it also has the claim's word beside the name."""
    ours = next(_held(located.claim.text, name), None)
    word = next((w for w in located.claim.words if ours and w.start == ours.start), None)
    if ours is None or word is None:
        return None
    other = None
    for number in islice(_sentences_with(located, name), MOST_SENTENCES):
        sentence = located.source.sentence(number)
        if word.low in located.source.low(number):
            return None
        for theirs in _held(sentence, name):
            if _may_be(ours.office, theirs.office):
                return None
            if other is None:
                place = len(WORD.findall(sentence[: theirs.start]))
                other = rival_at(word, located.source.words(number), number, (place,), sure=False)
    return other


def _sentences_with(located: Located, name: str) -> Iterator[int]:
    return (i for i in range(len(located.source.spans)) if name in located.source.sentence(i))


def _held(text: str, name: str) -> Iterator[_Held]:
    """The offices that a text gives to the bearer of a name."""
    if name not in text:
        return
    for pattern in (_BEFORE_NAME, _AFTER_NAME):
        for match in pattern.finditer(text):
            between = (match.groupdict().get("between") or "").split()
            apart = any(w in _NOT_BETWEEN or is_past(w) for w in between)
            office = _office(text, match) if name in _PART_OF_NAME.findall(match["name"]) and not apart else ""
            if office:
                yield _Held(office, match.start("head"))


def _office(text: str, match: re.Match[str]) -> str:
    """The office that a match names, with its rank; nothing for a mere "officer" or "executive"."""
    start = match.start("head")
    before = ["", "", *WORD.findall(text[max(0, start - BEFORE_OFFICE) : start].lower())][-2:]
    office = _OFFICES[match["head"].lower()]
    if office != _CHIEF:
        return f"{before[-1]} {office}" if before[-1] in _RANKS else office
    if _CHIEF not in before:
        return ""
    return _CEO if before[-1] in (_CHIEF, "executive") else f"{_CHIEF} {before[-1]}"


def _may_be(one: str, other: str) -> bool:
    """Whether two offices can be one and the same, or one of them is only named more exactly."""
    return {one, other} <= _SAME_PERSON or one.rsplit(maxsplit=1)[-1] == other or other.rsplit(maxsplit=1)[-1] == one
