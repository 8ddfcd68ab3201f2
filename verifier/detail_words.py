"""The words for details of a claim that its source lacks or has otherwise, and the choice of those that are told."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol, TypeVar

from verifier.findings import shortened
from verifier.matching.base import ASPECT_WORDS, MissKind

MAX_DETAIL_CHARACTERS: Final = 60
"""Length of one detail in a verdict, in characters: a long one is read in the passage (by eye)."""

DETAIL_CHARACTERS: Final = 200
"""Of a detail that has a line of its own: a whole quotation of some length (by eye)."""

_KIND_WORDS: Final[Mapping[str, str]] = {MissKind.QUOTE: "quotation"}
"""Kinds of details whose key is not the word that people read."""

MOST_SHARP: Final = 12
"""Details that single words are held against: a claim has fewer, and a file from elsewhere may have any number."""

NOT_HERE: Final = "not found here"
ELSEWHERE: Final = "elsewhere in the source"


class _Detail(Protocol):
    """A detail of a claim that its source lacks (``found`` is ``None``) or has otherwise; of an audit or a report."""

    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def found(self) -> str | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def elsewhere(self) -> bool: ...
    @property
    def aspect(self) -> str | None: ...


One = TypeVar("One", bound=_Detail)


def told_details(details: Sequence[One]) -> tuple[list[One], list[tuple[str, list[One]]]]:
    """Give the details that are told one by one, and the single words that a source lacks, each lot with its heading.

    A word that a sharper detail lies over, and a figure that is the altered word of a quotation, are told with that.
    """
    quoted = {(one.text, one.found) for one in details if one.kind == MissKind.QUOTE}
    sharp = [
        one
        for one in details
        if one.kind == MissKind.QUOTE or (one.kind != MissKind.WORD and (one.text, one.found) not in quoted)
    ]
    over = sharp[:MOST_SHARP]
    words = [
        one
        for one in details
        if one.kind == MissKind.WORD and not any(o.start <= one.start and one.end <= o.end for o in over)
    ]
    lots = (
        (heading, [one for one in words if not one.found and one.elsewhere is elsewhere])
        for heading, elsewhere in ((NOT_HERE, False), (ELSEWHERE, True))
    )
    return [*sharp, *(one for one in words if one.found)], [lot for lot in lots if lot[1]]


def name_of(detail: _Detail) -> str:
    """Give the name of a detail: its part in the claim ("who says it") where it is known, else its kind ("number")."""
    return ASPECT_WORDS.get(detail.aspect or "") or _KIND_WORDS.get(detail.kind, detail.kind)


def in_verdict(detail: _Detail) -> str:
    """Give what article and source say of one detail, as short as can be; ``""`` for one that is merely missing."""
    if detail.kind == MissKind.NEGATION:
        if detail.found is None:
            return f"article “{_short(detail.text)}”, source without it"
        return f"source “{_short(detail.found)}”, article without it"
    return f"article {_short(detail.text)}, source {_short(detail.found)}" if detail.found is not None else ""


def in_message(detail: _Detail) -> str:
    """Give the words of one detail within the message of a finding, at its full length."""
    if detail.kind == MissKind.QUOTE:
        return f"quoted “{detail.text}”, " + (
            f"source “{detail.found}”" if detail.found else "not word for word in the source"
        )
    if detail.kind == MissKind.NEGATION:
        in_source = f"the source says “{detail.found}” of “{detail.text}”, the article does not"
        return in_source if detail.found else f"the article says “{detail.text}”, the source does not"
    if not detail.found:
        return f"{detail.text} is {_nowhere(detail)}"
    return f"{f'{name_of(detail)}: ' if detail.aspect else ''}article {detail.text}, source {detail.found}"


def in_line(detail: _Detail) -> str:
    """Give a line on one detail: what it is, what the article has, and what the source has in its place."""
    text, found = detail.text[:DETAIL_CHARACTERS], (detail.found or "")[:DETAIL_CHARACTERS]
    if detail.kind == MissKind.NEGATION:
        has, lacks = ("source", "article") if found else ("article", "source")
        return f"the {has} says “{found or text}”, the {lacks} does not"
    return f"{name_of(detail)} “{text}”: " + (f"the source has “{found}”" if found else _nowhere(detail))


def _nowhere(detail: _Detail) -> str:
    return NOT_HERE + (f", but {ELSEWHERE}" if detail.elsewhere else "")


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), MAX_DETAIL_CHARACTERS)
