"""The ways to write notes: one module a member. ``citations.scanning.scan`` runs them all over the drafts of a file."""

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
from citations.styles.base import Candidate, NoteStyle, is_within

STYLES: tuple[NoteStyle, ...] = (
    declared.STYLE,
    caret.STYLE,
    linked.STYLE,
    superscript.STYLE,
    bracket.STYLE,
    raised.STYLE,
    circled.STYLE,
    worded.STYLE,
    bare_digit.STYLE,
    symbol.STYLE,
    parenthesis.STYLE,
    author_date.STYLE,
    author_page.STYLE,
    citekey.STYLE,
    key.STYLE,
)
"""In the order in which they are asked what a block begins with; the first answer that is sure enough counts."""


def find_candidates(drafts: Iterable[Draft]) -> list[list[Candidate]]:
    """Give for each draft what any style takes for a marker; the lists are in the order of the styles.

    Figures with dashes that make no range ("1-2-3") are no labels, whatever stands around them.
    """
    return [
        _outside_code(draft, [one for style in STYLES for one in style.find_markers(draft) if one.labels])
        for draft in drafts
    ]


def _outside_code(draft: Draft, found: list[Candidate]) -> list[Candidate]:
    """Give the candidates that touch no code and no formula; what a format declares a note stands where it says.

    A label in brackets that is all there is of some code, set so by a writer who likes its looks, needs its note.
    """
    spans = sorted((one.start, one.end) for one in draft.inlines if one.kind is InlineKind.VERBATIM)
    if not spans or not found:
        return found
    alone = set(spans)
    outside = (one for one in found if one.style == declared.STYLE.name or not is_within(one, spans))
    inside = (one for one in found if one.style == bracket.STYLE.name and (one.start, one.end) in alone)
    return [*outside, *(replace(one, dubious=True) for one in inside)]
