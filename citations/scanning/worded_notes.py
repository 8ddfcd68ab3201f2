"""Notes in brackets that say what they are: ``[Footnote 1: …]`` below or in a paragraph, ``[ref]…[/ref]`` in one."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from citations.document import BlockKind, Span
from citations.drafts import Draft, Inline, InlineKind
from citations.scanning.slicing import part, parts

_OPENING = re.compile(
    r"\[(?:foot-?note|end-?note|fußnote|voetnoot|nota|note de bas de page)\s?"
    r"(?P<label>\d{1,4}|[a-z]|[*†‡]{1,3}|[ivxlc]{1,7}):\s?",
    re.IGNORECASE,
)
_LINE = re.compile(r"(?:foot|end)-?note\s(?P<label>\d{1,4}|[A-Z]):\s(?=\S)", re.IGNORECASE)
"""What opens such a note without brackets, in a list at the end of a chapter."""
NOTE_WORDS = r"(?:side|margin|foot|end)-?notes?|mfn|efn|efn_note|fnote|fn|sn|mn|note|ref"
"""Names of shortcodes for notes."""
SQUARE_TAG = (
    rf"\[(?P<square_end>/)?(?P<square>{NOTE_WORDS})(?P<square_rest>(?:\s[\w-]{{1,30}}=[^\[\]]{{0,200}})?)\]"
    r"(?(square_end)|(?![(\[:]))"
)
"""A shortcode of a blog that may open or close a note."""
_TAG = re.compile(SQUARE_TAG, re.IGNORECASE)
_BRACKETS = re.compile(r"[\[\]]")
_MOST_BLOCKS = 30
"""Blocks of one note; a note that is not closed by then ends with its first block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSpan:
    """A note within a text: its span with brackets, and the span of its ``words`` within them."""

    label: str
    start: int
    end: int
    words: Span


def with_worded_notes(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, with these notes as drafts of their own; a note within a text leaves its marker there."""
    waiting = list(drafts)[::-1]
    numbers = itertools.count(1)
    while waiting:
        draft = waiting.pop()
        if "[/" in draft.text and (tagged := _tagged(draft.text, numbers)):
            yield from with_notes_within(draft, tagged)
            continue
        found = _OPENING.search(draft.text) if "[" in draft.text and draft.kind is not BlockKind.HEADING else None
        line = _LINE.match(draft.text)
        if line is not None and draft.kind is BlockKind.PARAGRAPH:
            yield replace(part(draft, line.end(), len(draft.text)), note=True, label=line["label"])
        elif found is None:
            yield draft
        elif found.start() == 0:
            rest, note = _at_the_start(draft, found, waiting)
            yield from note
            waiting.extend(rest)
        else:
            yield from _within(draft)


def _at_the_start(draft: Draft, found: re.Match[str], waiting: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Give the draft behind a note that opens a block, if any, and the note, which may run over several blocks."""
    opening = replace(part(draft, found.end(), len(draft.text)), note=True, label=found["label"])
    blocks = [opening, *waiting[:-_MOST_BLOCKS:-1]]
    depth = 1
    for count, one in enumerate(blocks):
        end, depth = _closing(one.text, 0, depth)
        if end is not None:
            del waiting[len(waiting) - count :]
            last, behind = part(one, 0, end), part(one, end + 1, len(one.text))
            inside = [replace(block, continues=True) for block in (*blocks[1:count], last)]
            note = [blocks[0], *inside] if count else [last]
            return [behind] if behind.text else [], [note[0], *(block for block in note[1:] if block.text)]
        following = blocks[count + 1] if count + 1 < len(blocks) else None
        if following is not None and (following.kind is BlockKind.HEADING or _OPENING.match(following.text)):
            break
    return [], [opening]


def _within(draft: Draft) -> Iterator[Draft]:
    """Yield a block, with a marker for each note within it, and these notes."""
    spans: list[NoteSpan] = []
    ends = _bracket_ends(draft.text)
    for found in _OPENING.finditer(draft.text):
        end = ends.get(found.start())
        if end is not None and (not spans or found.start() >= spans[-1].end):
            words = Span(start=found.end(), end=end)
            spans.append(NoteSpan(label=found["label"], start=found.start(), end=end + 1, words=words))
    yield from with_notes_within(draft, spans)


def _tagged(text: str, numbers: Iterator[int]) -> list[NoteSpan]:
    """Give the notes between two shortcodes of one name that follow words of the text; their labels are not printed."""
    spans: list[NoteSpan] = []
    opened: re.Match[str] | None = None
    for tag in _TAG.finditer(text):
        if not tag["square_end"]:
            opened = tag
        elif (
            opened is not None and opened["square"].lower() == tag["square"].lower() and text[: opened.start()].strip()
        ):
            words = Span(start=opened.end(), end=tag.start())
            spans.append(NoteSpan(label=f"^{next(numbers)}", start=opened.start(), end=tag.end(), words=words))
            opened = None
    return spans


def with_notes_within(draft: Draft, spans: Iterable[NoteSpan]) -> Iterator[Draft]:
    """Yield a block, with a marker for each span, and the notes in the spans as drafts of their own."""
    found = list(spans)
    words = parts(draft, [(one.words.start, one.words.end) for one in found])
    notes = [replace(text, note=True, label=one.label) for text, one in zip(words, found, strict=True)]
    markers = [
        Inline(
            kind=InlineKind.MARKER,
            start=one.start,
            end=one.end,
            position=draft.position_at(one.start),
            raw=draft.text[one.start : one.words.start].strip(),
            label=one.label,
        )
        for one in found
    ]
    starts = [one.start for one in markers]
    outside = [one for one in draft.inlines if not _touches(one, markers, bisect_right(starts, one.start) - 1)]
    yield replace(draft, inlines=tuple(sorted([*outside, *markers], key=lambda one: one.start)))
    yield from notes


def _touches(inline: Inline, markers: Sequence[Inline], before: int) -> bool:
    return before >= 0 and inline.start < markers[before].end


def _bracket_ends(text: str) -> dict[int, int]:
    """Give where each bracket of a text closes, by where it opens; one that stays open is missing."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for sign in _BRACKETS.finditer(text):
        if sign[0] == "[":
            open_at.append(sign.start())
        elif open_at:
            ends[open_at.pop()] = sign.start()
    return ends


def _closing(text: str, start: int, depth: int) -> tuple[int | None, int]:
    """Give where the outermost of ``depth`` open brackets closes, ``None`` if it does not, and how many stay open."""
    for sign in _BRACKETS.finditer(text, start):
        depth += 1 if sign[0] == "[" else -1
        if depth == 0:
            return sign.start(), 0
    return None, depth
