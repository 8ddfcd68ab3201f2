"""Changes one detail of each true claim of every set, and counts the changes that the verdict sees.

    python benchmarks/changed_details.py

The edits of the development data are made of one set's claims; these are made of all sets', so that what holds for one
hand and one kind of source is told from what travels. A change is made where a claim has the detail, by a fixed seed;
only claims that are accepted as they are count. What a source has in other words, nobody could see by words alone: the
shares are for comparing one version with another, and one set with another.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from labelled import CLAIMS, PASSES, SETS, Labelled, claims_of

from verifier.matching import judge
from verifier.matching.base import Verdict

SEED = 7

_MARKER = re.compile(r"\s*\[\d+(?:[,-]\s*\d+)*\]")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w]|[.,]?\d)|(?<![\w.,])\d+(?![\w]|[.,]\d)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_OPENING = re.compile(
    r"\A(?!The|This|That|They|There|These|When|While|With)[A-Z][a-z]{3,}(?= (?:is|was|has|had|will|[a-z]+ed)\b)"
)
_STATING = re.compile(r"\b(?:is|was|are|were|has|had|have|will|can|could|would|should|may|might|must)\b(?! not)")
_PAST = re.compile(r"\b([a-z]{3,})ed\b")
_DENIAL = re.compile(r"\b(?:not|never|no|none|nobody|nothing)\b|n't\b")
_DENIED = re.compile(r"(?<=[a-z]) not\b")
_MONTHS = re.findall(r"[A-Z]\w+", "January February March April June July August September October November December")
"""The months that are no other words."""
_TURNED = dict(
    pair
    for one, other in (
        *(("rose", "fell"), ("increased", "decreased"), ("increase", "decrease"), ("more", "fewer")),
        *(("higher", "lower"), ("before", "after"), ("first", "last"), ("largest", "smallest"), ("won", "lost")),
        *(("north", "south"), ("east", "west"), ("early", "late"), ("opened", "closed"), ("older", "younger")),
        *(("supported", "opposed"), ("approved", "rejected"), ("growth", "decline"), ("most", "least")),
    )
    for pair in ((one, other), (other, one))
)


Change = Callable[[str, random.Random, list[str]], str | None]
"""Gives a claim with one detail changed, or nothing where it has no such detail; the last are names of other claims."""


def _number(claim: str, chance: random.Random, _: list[str]) -> str | None:
    return _replaced(claim, _NUMBER, chance, lambda told: str(_other_number(int(told.replace(",", "")), chance)))


def _other_number(value: int, chance: random.Random) -> int:
    year = range(1400, 2100)
    return value + chance.choice((-3, -2, -1, 1, 2, 3)) if value in year else round(value * 1.5) + chance.randint(1, 3)


def _month(claim: str, chance: random.Random, _: list[str]) -> str | None:
    months = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
    return _replaced(claim, months, chance, lambda told: chance.choice([m for m in _MONTHS if m != told]))


def _name(claim: str, chance: random.Random, names: list[str]) -> str | None:
    return _replaced(claim, _NAME, chance, lambda _: chance.choice([n for n in names if n not in claim]))


def _opening_name(claim: str, chance: random.Random, names: list[str]) -> str | None:
    return _replaced(claim, _OPENING, chance, lambda _: chance.choice([n for n in names if n not in claim]))


def _opposite(claim: str, chance: random.Random, _: list[str]) -> str | None:
    return _replaced(claim, re.compile(rf"\b(?:{'|'.join(_TURNED)})\b"), chance, _TURNED.__getitem__)


def _put_in(claim: str, _: random.Random, __: list[str]) -> str | None:
    if _DENIAL.search(claim):
        return None
    if verb := _STATING.search(claim):
        return f"{claim[: verb.end()]} not{claim[verb.end() :]}"
    verb = _PAST.search(claim)
    return f"{claim[: verb.start()]}did not {verb[1]}{claim[verb.end() :]}" if verb else None


def _taken_out(claim: str, _: random.Random, __: list[str]) -> str | None:
    return _DENIED.sub("", claim, count=1) if _DENIED.search(claim) else None


def _replaced(claim: str, detail: re.Pattern[str], chance: random.Random, other: Callable[[str], str]) -> str | None:
    """The claim with one of the places of a detail changed."""
    places = list(detail.finditer(claim))
    if not places:
        return None
    place = chance.choice(places)
    return claim[: place.start()] + other(place[0]) + claim[place.end() :]


CHANGES: Mapping[str, Change] = {
    "number": _number,
    "month": _month,
    "name": _name,
    "opening name": _opening_name,
    "opposite": _opposite,
    "“not” put in": _put_in,
    "“not” taken out": _taken_out,
}


def seen(name: str) -> Iterator[tuple[str, Verdict]]:
    """Yield each kind of change with the verdict on a claim of a set that has it and is accepted without."""
    chance = random.Random(SEED)  # noqa: S311 - the same changes in each run, not a secret
    claims = [(_MARKER.sub("", one.question.text), one) for one in claims_of(name) if one.is_supported]
    names = sorted({found for claim, _ in claims for found in _NAME.findall(claim)})
    for (claim, one), (kind, change) in product(claims, CHANGES.items()):
        changed = change(claim, chance, names)
        if changed is not None and _verdict(claim, one) in PASSES:
            yield kind, _verdict(changed, one)


def _verdict(claim: str, one: Labelled) -> Verdict:
    return judge(replace(one.question, text=claim), one.source, brief=True).verdict


def main() -> None:
    """Print a row for each set: the share of its changes that are flagged, and the share shown to a person besides."""
    if not CLAIMS.is_dir():
        print("The development data are not here.")
        return
    print(f"| set | {' | '.join(CHANGES)} |\n|{'|'.join('---' for _ in (0, *CHANGES))}|")
    for name in SETS:
        tally: dict[str, Counter[Verdict]] = {kind: Counter() for kind in CHANGES}
        for kind, verdict in seen(name):
            tally[kind][verdict] += 1
        print(f"| {name} | {' | '.join(map(_cell, tally.values()))} |", flush=True)


def _cell(tally: Counter[Verdict]) -> str:
    number = tally.total()
    if not number:
        return "–"
    passed = sum(tally[v] for v in PASSES)
    return f"{1 - passed / number:.2f} + {tally[Verdict.REVIEW] / number:.2f} of {number}"


if __name__ == "__main__":
    main()
