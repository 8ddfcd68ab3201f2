"""Reading an article, step by step: file format, markers and notes, records, claims."""

from dataclasses import dataclass

from citations.claims import Claim
from citations.dates import PartialDate
from citations.document import Block, Ignore, Marker, Oddity, Sentence
from citations.records import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as read. ``path`` is as the user wrote it; ``published`` is the article's own date, if it says one."""

    path: str
    format: str
    title: str | None
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    claims: tuple[Claim, ...]
    uncited: tuple[Sentence, ...] = ()
    """Sentences outside every claim and its perhaps-covered span that hold a figure, date, quotation or named actor."""
    published: PartialDate | None = None
    published_line: int | None = None
    ignores: tuple[Ignore, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    lines: int = 0
