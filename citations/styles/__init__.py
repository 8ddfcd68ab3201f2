"""The ways to write notes: one module a member. ``citations.scanning.scan`` runs them all over the drafts of a file."""

from citations.styles import bare_digit, bracket, caret, declared, linked, raised, superscript, symbol
from citations.styles.base import NoteStyle

STYLES: tuple[NoteStyle, ...] = (
    declared.STYLE,
    caret.STYLE,
    linked.STYLE,
    superscript.STYLE,
    bracket.STYLE,
    raised.STYLE,
    symbol.STYLE,
    bare_digit.STYLE,
)
"""In the order in which they are asked what a block begins with; the first answer that is sure enough counts."""
