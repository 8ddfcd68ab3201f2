"""Which claims and notes of an article a run is about, when only changed lines are asked for."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from citations.article import Article
from citations.claims import Claim
from citations.records import Note
from verifier.findings import Finding

NoteKey = tuple[int, str]
"""Chapter and label of a note."""
LONGEST_NOTE = 40
"""Lines that one note is taken to have at the most; a gap beyond it is body text between two lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The changed lines of an article, and what stands on them. Claims count when their sentence or note changed."""

    lines: frozenset[int]
    claims: tuple[Claim, ...]
    notes: frozenset[NoteKey]


def select(article: Article, lines: Collection[int]) -> Selection:
    """Give what an article says on changed ``lines`` (counted from 1): its claims, and the notes they need."""
    changed = frozenset(lines)
    fresh = {(note.chapter, note.label) for note, own in _lines_of_notes(article) if not changed.isdisjoint(own)}
    claims = tuple(
        claim
        for claim in article.claims
        if not changed.isdisjoint(_claim_lines(article, claim))
        or any((claim.chapter, label) in fresh for label in claim.labels)
    )
    needed = {(claim.chapter, label) for claim in claims for label in claim.labels}
    return Selection(lines=changed, claims=claims, notes=frozenset(fresh | needed))


def narrowed(article: Article, selection: Selection) -> Article:
    """Give the article with the selected claims only; its notes and text stay, for the checks to compare."""
    uncited = tuple(one for one in article.uncited if one.position.line in selection.lines)
    return replace(article, claims=selection.claims, uncited=uncited)


def concerning(findings: Iterable[Finding], selection: Selection) -> tuple[Finding, ...]:
    """Give the findings that are about something that changed: its line, its claim, or its note."""
    claims = {claim.id for claim in selection.claims}
    labels = {label for _, label in selection.notes}
    return tuple(
        one
        for one in findings
        if (one.path is None and one.line in selection.lines)
        or one.claim_id in claims
        or (one.claim_id is None and one.label in labels)
    )


def _claim_lines(article: Article, claim: Claim) -> range:
    if not 0 <= claim.block < len(article.blocks):
        return range(claim.position.line, claim.position.line + 1)
    block = article.blocks[claim.block]
    sentence = next((one for one in block.sentences if one.text == claim.sentence), None)
    last = block.position_at(sentence.end - 1).line if sentence and sentence.end else claim.position.line
    return range(claim.position.line, max(last, claim.position.line) + 1)


def _lines_of_notes(article: Article) -> Iterator[tuple[Note, range]]:
    """Yield each note in the article's own file with its lines: up to the next one.

    The last is taken to be as long as the longest before it.
    """
    ordered = sorted((note for note in article.notes if note.path is None), key=lambda note: note.position.line)
    gaps = [after.position.line - before.position.line for before, after in pairwise(ordered)]
    lengths = [*gaps, max(gaps, default=1)] if ordered else []
    for note, length in zip(ordered, lengths, strict=True):
        start = note.position.line
        yield note, range(start, start + max(1, min(length, LONGEST_NOTE)))
