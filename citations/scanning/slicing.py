"""Splitting and cutting drafts while their positions stay right, and splitting paragraphs into notes by lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, repeat

from citations.document import Anchor, Block, BlockKind
from citations.drafts import Draft, Inline, InlineKind
from citations.labels import is_successor
from citations.links import ADDRESS
from citations.scanning.heads import opening_head
from citations.sections import is_notes_heading, is_source_heading
from citations.styles import key
from citations.styles.base import PARTICLE, UNDATED, Head
from citations.styles.linked import is_backlink

_OPENERS = frozenset("[{［〔【")
_LABEL_WITHIN = re.compile(
    r"(?<!\S)(?P<open>\[\^?)?(?P<label>\d{1,4}|(?(open)[ivxlc]{1,8}|(?!)))"
    r"(?(open)\]:?|[.)](?=\s?[“\"‘«„(]?(?:[^\W\d_a-zß-öø-ÿ]|https?:)))"
)
"""What may be the label of a note within a line."""
_LONGEST_END = 200
"""Characters before a label in which the end of the note above is looked for: it may be a long address."""
_ENDINGS = frozenset('.!?)]>/”"»')
SAME_AUTHOR = r"(?:(?:[—–―⸺⸻]{1,8}|[_-]{2,8})(?=[.,:;]|\s\()|(?:Ders|Dies|Id)\.|Idem\b)"
"""What replaces the authors if they are those of the work above."""
_BEGUN = re.compile(
    rf"\s{{0,3}}(?:{SAME_AUTHOR}|[•*^↑–—-]?\s{{0,3}}[“\"«„‘'<]?(?:(?:{PARTICLE}){{0,2}}[^\W\d_a-zß-öø-ÿ]|https?://|www\.))"
)
_NAMED = re.compile(rf"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|://|\b{UNDATED}")
"""What every reference on a line of its own has: a year or an address."""
_LEAST_LINES = 10
"""Wrapped lines from which the width of a file can be told."""
_WIDEST = 100
"""Characters of the widest wrapped lines; programs wrap at 72, 78 or 80."""
_CLOSING_SIGNS = " .,;:!?)]”’»。，；：！？」』）"


def part(draft: Draft, start: int, end: int) -> Draft:
    """Give the draft of the characters from ``start`` to ``end`` of the text, without the white space around them."""
    return parts(draft, [(start, end)])[0]


def parts(draft: Draft, spans: Sequence[tuple[int, int]]) -> list[Draft]:
    """Give a draft for each span of the text, without the white space around it; the spans ascend and do not overlap.

    Taking all parts together keeps the time linear in a paragraph of thousands of notes.
    """
    return [
        _part(draft, start, end, inlines)
        for (start, end), inlines in zip(spans, _inlines_in(draft, spans), strict=True)
    ]


def _part(draft: Draft, start: int, end: int, inlines: Iterable[Inline]) -> Draft:
    text = draft.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    first, last = (bisect_left(draft.anchors, offset, key=_offset) for offset in (start + 1, end))
    anchors = (
        Anchor(offset=0, position=draft.position_at(start)),
        *(replace(anchor, offset=anchor.offset - start) for anchor in draft.anchors[first:last]),
    )
    own = tuple(
        replace(inline, start=max(inline.start - start, 0), end=min(inline.end, end) - start)
        for inline in inlines
        if inline.start < end and inline.end > start
    )
    return replace(draft, text=text, anchors=anchors, inlines=own, breaks=())


def _offset(anchor: Anchor) -> int:
    return anchor.offset


def _inlines_in(draft: Draft, spans: Sequence[tuple[int, int]]) -> list[list[Inline]]:
    """Give for each span the inlines that reach into it, in the order of the draft."""
    ends = [end for _, end in spans]
    found: list[list[Inline]] = [[] for _ in spans]
    for inline in draft.inlines:
        number = bisect_right(ends, inline.start)
        while number < len(spans) and spans[number][0] < inline.end:
            found[number].append(inline)
            number += 1
    return found


def cut(draft: Draft, spans: Sequence[tuple[int, int]]) -> tuple[Draft, list[int]]:
    """Give the draft without the spans (ascending, apart), and the offset at which each of them stood.

    The blank before a cut goes with it where the text after it does not need one. Inlines are dropped.
    """
    pieces: list[str] = []
    anchors: list[Anchor] = []
    places: list[int] = []
    length, last = 0, 0
    old = draft.anchors
    at = 0
    tight = _needs_no_blank(draft.text, spans)
    for number, (start, end) in enumerate([*spans, (len(draft.text), len(draft.text))]):
        text = draft.text[last:start]
        if number < len(spans) and tight[number]:
            text = text.rstrip()
        if not length:
            last += len(text) - len(text.lstrip())
            text = text.lstrip()
        if text:
            anchors.append(Anchor(offset=length, position=draft.position_at(last)))
            while at < len(old) and old[at].offset <= last:
                at += 1
            while at < len(old) and old[at].offset < last + len(text):
                anchors.append(Anchor(offset=old[at].offset - last + length, position=old[at].position))
                at += 1
            pieces.append(text)
            length += len(text)
        if len(places) < len(spans):
            places.append(length)
        last = end
    text = "".join(pieces)
    return replace(draft, text=text, anchors=tuple(anchors) or draft.anchors[:1], inlines=(), breaks=()), places


def _needs_no_blank(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Tell for each cut whether the text after it (and after adjacent cuts) needs no blank before it."""
    tight: list[bool] = []
    following, place = "", len(text)
    for start, end in reversed(spans):
        if end >= len(text) or text[end:place].strip() or place == len(text):
            following = text[end : end + 1]
        tight.append(not following or following in _CLOSING_SIGNS)
        place = start
    return tight[::-1]


def joined(first: Block, second: Block) -> Block:
    """Give both blocks as one, with a blank between them."""
    shift = len(first.text) + 1
    anchors = (*first.anchors, *(replace(anchor, offset=anchor.offset + shift) for anchor in second.anchors))
    return replace(first, text=f"{first.text} {second.text}", anchors=anchors)


def at_announcement(draft: Draft) -> list[Draft]:
    """Give the draft in two if one of its lines is a heading over notes, and the text above the line has ended.

    Such a line ends with a colon ("References:"), or the line below it opens with a label.
    """
    edges = (0, *draft.breaks, len(draft.text))
    for number in range(1, len(draft.breaks)):
        line = draft.text[edges[number] : edges[number + 1]].strip()
        announces = is_notes_heading(line) and (
            line.endswith(":") or _opening(draft, edges[number + 1], edges[number + 2])
        )
        if announces and _has_ended(draft.text[: edges[number]].rstrip()):
            below = part(draft, edges[number], len(draft.text))
            breaks = tuple(place - edges[number] for place in draft.breaks[number:])
            return [part(draft, 0, edges[number]), replace(below, breaks=breaks)]
    return [draft]


def lines_width(drafts: Sequence[Draft]) -> int:
    """Give the characters of the longest wrapped line, 0 for a file that wraps few lines or none."""
    lines = [line for draft in drafts for line in _broken_lines(draft)]
    width = max(map(len, lines), default=0)
    return width if len(lines) >= _LEAST_LINES and width <= _WIDEST else 0


def _broken_lines(draft: Draft) -> list[str]:
    """Give the lines of a draft except the last; single words are left out, since they cannot be wrapped."""
    lines = [draft.text[start:end].rstrip() for start, end in pairwise((0, *draft.breaks))]
    return [line for line in lines if " " in line]


def split_lines(draft: Draft, *, title: str = "", width: int = 0) -> list[Draft]:
    """Give the draft in parts if its lines are notes or references of their own, else the draft alone.

    Converters and plain text put one note on a line, without empty lines between; each opens with the next label.
    ``title`` is the heading over the draft: below one for sources, lines may be references without labels; below one
    for notes, all notes may stand in one line. ``width`` is that of wrapped lines: in a paragraph of full lines, no
    line begins a reference.
    """
    starts = _note_starts(draft) if draft.breaks else []
    if starts and _opening(draft, 0, draft.breaks[0]) is None and not any(_has_room(draft, at, width) for at in starts):
        starts = []  # markers that were broken into the next line
    if not starts and draft.breaks and draft.kind is not BlockKind.ITEM and not _is_wrapped(draft, width):
        starts = _reference_starts(draft, sources=is_source_heading(title))
    if not starts and (draft.rule_before or is_notes_heading(title)):
        starts = _starts_within(draft)
    if not starts:
        return [draft]
    first, *others = parts(draft, list(pairwise([0, *starts, len(draft.text)])))
    names: Iterable[tuple[str, ...]] = repeat(())
    if len(draft.ids) == 1 + len(others):
        first, names = replace(first, ids=draft.ids[:1]), ((name,) for name in draft.ids[1:])
    lines = [first, *(replace(one, ids=own, label=None) for one, own in zip(others, names, strict=False))]
    return [one for one in lines if one.text]


def _is_wrapped(draft: Draft, width: int) -> bool:
    """Whether a draft is wrapped: no line had room for the first word of the next one."""
    return not any(_has_room(draft, at, width) for at in draft.breaks)


def _has_room(draft: Draft, at: int, width: int) -> bool:
    """Whether the line that ends at ``at`` had room for the next word; always in a file without a width."""
    if not width:
        return True
    number = bisect_left(draft.breaks, at)
    line = draft.text[draft.breaks[number - 1] if number else 0 : at].rstrip()
    word = draft.text[at : at + width].partition(" ")[0]
    return len(line) + 1 + len(word) <= width


def _note_starts(draft: Draft) -> list[int]:
    links = [one for one in draft.inlines if one.kind is InlineKind.LINK]
    ways = {one.start for one in links if is_backlink(one)}
    away = {one.start for one in links if ADDRESS.match(one.target)}
    raised = {one.start: one for one in draft.inlines if one.kind is InlineKind.SUPERSCRIPT and one.start not in ways}
    edges = (0, *draft.breaks, len(draft.text))
    found = [(place, _opening(draft, place, end, raised.get(place))) for place, end in pairwise(edges)]
    opened = [
        (place, head)
        for place, head in found
        if head and (head.style != key.STYLE.name or away.isdisjoint({place, place + 1}))  # "[DOI]" leads to a page
    ]
    bracketed = {place for place, _ in opened if draft.text[place : place + 4].lstrip(" ⬑↑")[:1] in _OPENERS}
    if opened and opened[0][0] in bracketed:
        # A line of such a note may well begin with a figure: "3 May 2019".
        opened = [(place, head) for place, head in opened if place in bracketed]
    titled = is_notes_heading(draft.text[: draft.breaks[0]])
    if len(opened) < 2 and not titled:  # noqa: PLR2004 - one note needs no split
        return []
    starts: list[int] = []
    last: str | None = None
    for (place, head), following in zip(opened, [*opened[1:], None], strict=False):
        if last is None:
            goes_on = following is not None and (
                following[0] in bracketed or is_successor(following[1].label, head.label)
            )
            opens = goes_on or (titled and place == draft.breaks[0])
        else:  # a label in brackets may be double or leave some out
            opens = place in bracketed or is_successor(head.label, last) or _are_symbols(head.label, last)
        if opens:
            last = head.label
            starts.append(place)
    return [place for place in starts if place]


def _are_symbols(label: str, last: str) -> bool:
    """Whether two labels are different symbols: writers put them in an order of their own ("*", "**", "†")."""
    return label != last and not any(sign.isalnum() for sign in label + last)


def _opening(draft: Draft, start: int, end: int, raised: Inline | None = None) -> Head | None:
    """Give the label that opens a line of a draft; the last line needs text behind its label."""
    inlines = (replace(raised, start=0, end=raised.end - start),) if raised else ()
    line = replace(
        draft, kind=BlockKind.PARAGRAPH, text=draft.text[start:end].strip(), inlines=inlines, label=None, row=None
    )
    head = opening_head(line)
    return None if head is None or (end == len(draft.text) and head.end >= len(line.text)) else head


def _starts_within(draft: Draft) -> list[int]:
    """Give the offsets of notes within a text that opens with a label, ``[]`` unless three labels count up."""
    places: list[int] = []
    last, form = draft.label or "", ""
    for found in _LABEL_WITHIN.finditer(draft.text):
        label, own_form = found["label"], found["open"] or ""
        if not last and not found.start():
            last, form = label, own_form
        elif own_form == form and is_successor(label, last):
            before = draft.text[max(found.start() - _LONGEST_END, 0) : found.start()].rstrip()
            if form or _has_ended(before):
                places.append(found.start())
                last = label
    return places if len(places) > 1 else []


def _reference_starts(draft: Draft, *, sources: bool) -> list[int]:
    """Give the offsets of references on lines of their own, ``[]`` unless each of them has a year or an address."""
    titled = is_source_heading(draft.text[: draft.breaks[0]])
    if not (titled or sources):
        return []
    lines = [draft.text[start:end].rstrip() for start, end in pairwise((0, *draft.breaks))]
    starts = [
        place
        for number, place in enumerate(draft.breaks)
        if (titled and not number) or (_has_ended(lines[number]) and _BEGUN.match(draft.text, place))
    ]
    edges = [*([] if titled else [0]), *starts, len(draft.text)]
    return starts if all(_NAMED.search(draft.text, start, end) for start, end in pairwise(edges)) else []


def _has_ended(line: str) -> bool:
    return line[-1:] in _ENDINGS or line[-1:].isdigit() or "://" in line.rpartition(" ")[2]
