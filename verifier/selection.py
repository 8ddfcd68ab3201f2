"""Which claims and notes of an article a run is about, when only changed lines are asked for."""

from collections.abc import Collection
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
    fresh = {(note.chapter, note.label) for note in article.notes if changed & _note_lines(article, note)}
    claims = tuple(
        claim
        for claim in article.claims
        if changed & _claim_lines(article, claim) or any((claim.chapter, label) in fresh for label in claim.labels)
    )
    needed = {(claim.chapter, label) for claim in claims for label in claim.labels}
    return Selection(lines=changed, claims=claims, notes=frozenset(fresh | needed))


def narrowed(article: Article, selection: Selection) -> Article:
    """Give the article with the selected claims only; its notes and text stay, for the checks to compare."""
    uncited = tuple(one for one in article.uncited if one.position.line in selection.lines)
    return replace(article, claims=selection.claims, uncited=uncited)


def concerns(finding: Finding, selection: Selection) -> bool:
    """Whether a finding is about something that changed."""
    claims = {claim.id for claim in selection.claims}
    labels = {label for _, label in selection.notes}
    about_note = finding.claim_id is None and finding.label in labels
    return finding.line in selection.lines or finding.claim_id in claims or about_note


def _claim_lines(article: Article, claim: Claim) -> set[int]:
    if not 0 <= claim.block < len(article.blocks):
        return {claim.position.line}
    block = article.blocks[claim.block]
    sentence = next((one for one in block.sentences if one.text == claim.sentence), None)
    last = block.position_at(sentence.end - 1).line if sentence and sentence.end else claim.position.line
    return set(range(claim.position.line, max(last, claim.position.line) + 1))


def _note_lines(article: Article, note: Note) -> set[int]:
    """The lines from a note to the next one; the last note is taken to be as long as the longest before it."""
    starts = sorted({other.position.line for other in article.notes if other.path == note.path})
    here = starts.index(note.position.line)
    gaps = [after - before for before, after in pairwise(starts)]
    length = gaps[here] if here < len(gaps) else max(gaps, default=1)
    return set(range(note.position.line, note.position.line + min(length, LONGEST_NOTE)))
