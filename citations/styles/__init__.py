"""The note styles, one module each. ``citations.scanning.scan`` runs all of them over the drafts of a file."""

from collections.abc import Iterable
from dataclasses import replace

from citations.drafts import Draft, InlineKind
from citations.styles import (
    author_date,
    author_page,
    bare_digit,
    bracket,
    caret,
    circled,
    circumflex,
    citekey,
    declared,
    key,
    linked,
    parenthesis,
    raised,
    superscript,
    symbol,
    worded,
)
from citations.styles.base import Candidate, NoteStyle, overlaps_any

STYLES: tuple[NoteStyle, ...] = (
    declared.STYLE,
    caret.STYLE,
    linked.STYLE,
    superscript.STYLE,
    bracket.STYLE,
    raised.STYLE,
    circled.STYLE,
    circumflex.STYLE,
    worded.STYLE,
    bare_digit.STYLE,
    symbol.STYLE,
    parenthesis.STYLE,
    author_date.STYLE,
    author_page.STYLE,
    citekey.STYLE,
    key.STYLE,
)
"""All styles, in the order in which they are asked for a block's label; the surest answer counts, else the first."""


def find_candidates(drafts: Iterable[Draft]) -> list[list[Candidate]]:
    """Give for each draft the candidates of all styles, in the order of the styles.

    Candidates without labels are left out: figures with dashes that make no range ("1-2-3").
    """
    return [
        _outside_code(draft, [one for style in STYLES for one in style.find_markers(draft) if one.labels])
        for draft in drafts
    ]


def _outside_code(draft: Draft, found: list[Candidate]) -> list[Candidate]:
    """Give the candidates that do not overlap code or formulas, and those that the format declares.

    A label in brackets may be set as code for its looks alone; it then counts only if a note has it.
    """
    spans = sorted((one.start, one.end) for one in draft.inlines if one.kind is InlineKind.VERBATIM)
    if not spans or not found:
        return found
    alone = set(spans)
    outside = (one for one in found if one.style == declared.STYLE.name or not overlaps_any(one, spans))
    inside = (one for one in found if one.style == bracket.STYLE.name and (one.start, one.end) in alone)
    return [*outside, *(replace(one, dubious=True) for one in inside)]
