"""Claims: the words that a marker vouches for, with what is needed to judge them."""

from dataclasses import dataclass
from enum import StrEnum

from citations.document import Position, Span


class ClaimKind(StrEnum):
    """What sort of statement a claim is; an opinion is judged too, but never called not-found."""

    FACT = "fact"
    QUOTATION = "quotation"
    FIGURE = "figure"
    HEDGED = "hedged"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks in a claim, without the marks; the span is of the claim's text.

    ``strict``: found word for word or not at all. Else it is scare quotes, a title or a probable translation,
    and a miss is at most information.
    """

    text: str
    start: int
    end: int
    strict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The words that one marker, or several adjacent ones, vouch for.

    ``id`` is stable for equal input ("c1" in reading order). ``text`` is a sentence or a clause of ``sentence``;
    ``span`` is its place in the sentence. ``perhaps_covered`` are the earlier sentences since the previous marker
    (never failed); ``context`` the two sentences before, oldest first; ``heading`` the nearest one above.
    """

    id: str
    labels: tuple[str, ...]
    text: str
    sentence: str
    span: Span
    position: Position
    block: int
    chapter: int = 0
    kind: ClaimKind = ClaimKind.FACT
    quotes: tuple[Quotation, ...] = ()
    needs_context: bool = False
    context: tuple[str, ...] = ()
    perhaps_covered: tuple[str, ...] = ()
    heading: str = ""
