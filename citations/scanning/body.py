"""The body of a document: its blocks without the markers, with the places where these stood."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from citations.document import Block, BlockKind, InlineLink, Marker, Oddity
from citations.drafts import Draft, Inline, InlineKind
from citations.links import ADDRESS
from citations.scanning.markers import Accepted
from citations.scanning.notes import Notes
from citations.scanning.signals import with_surroundings
from citations.scanning.slicing import cut, joined
from citations.sections import without_number

_LONGEST_HEADING = 80
_HEADING_WORDS = 12
_GUESSED_LEVEL = 6
"""The level of a heading that is only guessed at: below all that are marked up as headings."""
_OPEN_END = re.compile(r"[\w,\-–—]")
_LONGEST_PARAGRAPH = 10_000
"""Characters after which nothing more is joined to a paragraph, so that a file of broken lines takes linear time."""
_LEAST_WORDS = 4
"""Words of the first half of a broken paragraph: a shorter one may as well be a label or a line of verse."""
_LONGEST_SHOWN = 80


@dataclass(slots=True)
class Body:
    """The blocks of the body, and the markers and links in them."""

    blocks: list[Block] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    links: list[InlineLink] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    """Indexes of blocks that look like headings but are not marked up as such."""


def body_of(drafts: Sequence[Draft], notes: Notes, accepted: dict[int, list[Accepted]]) -> Body:
    """Give the body: the drafts outside the notes with markers cut out, and the places of markers and links.

    A draft that was nothing but markers becomes no block; its markers join the block before.
    """
    body = Body()
    for index, draft in enumerate(drafts):
        if index in notes.outside:
            continue
        found = list(with_surroundings(draft.text, accepted.get(index, [])))
        links = _links_apart(draft, found)
        spans = [(one.start, one.end) for one in found] + [(link.end, link.end) for link in links]
        order = sorted(range(len(spans)), key=lambda number: spans[number])
        shorter, places = cut(draft, [spans[number] for number in order]) if spans else (draft, [])
        below_table = bool(body.blocks) and body.blocks[-1].kind is BlockKind.CELL and draft.row is None
        if shorter.text or not body.blocks or below_table:
            if not found and _looks_like_heading(draft):
                body.headings.add(len(body.blocks))
            body.blocks.append(block_of(shorter))
        else:
            places = [len(body.blocks[-1].text)] * len(places)
        number = len(body.blocks) - 1
        for which, offset in zip(order, places, strict=True):
            if which < len(found):
                one = found[which]
                body.markers.extend(_marker(one, label, block=number, offset=offset) for label in one.labels)
            else:
                body.links.append(_link(draft, links[which - len(found)], block=number, offset=offset))
    return body


def broken_paragraphs_joined(body: Body) -> tuple[Body, tuple[Oddity, ...]]:
    """Give the body with paragraphs joined that a blank line broke inside a sentence.

    Each join is an oddity "broken-paragraph". What was guessed to be a heading stays one unless it was joined.
    """
    blocks: list[Block] = []
    moved: list[tuple[int, int]] = []
    oddities: list[Oddity] = []
    for block in body.blocks:
        if blocks and _is_broken(blocks[-1], block):
            place = block.position
            oddities.append(
                Oddity(kind="broken-paragraph", text=block.text[:_LONGEST_SHOWN], line=place.line, column=place.column)
            )
            moved.append((len(blocks) - 1, len(blocks[-1].text) + 1))
            blocks[-1] = joined(blocks[-1], block)
        else:
            moved.append((len(blocks), 0))
            blocks.append(block)
    markers = [replace(one, block=moved[one.block][0], offset=one.offset + moved[one.block][1]) for one in body.markers]
    links = [replace(one, block=moved[one.block][0], offset=one.offset + moved[one.block][1]) for one in body.links]
    whole = {moved[number][0] for number in body.headings} - {place for place, shift in moved if shift}
    blocks = [
        replace(block, kind=BlockKind.HEADING, level=_GUESSED_LEVEL) if number in whole else block
        for number, block in enumerate(blocks)
    ]
    return Body(blocks=blocks, markers=markers, links=links), tuple(oddities)


def block_of(draft: Draft) -> Block:
    """Give the block that a draft makes as it stands."""
    return Block(kind=draft.kind, text=draft.text, anchors=draft.anchors, level=draft.level, chapter=draft.chapter)


def _looks_like_heading(draft: Draft) -> bool:
    """Whether a paragraph of one short line is a heading that is not marked up as one."""
    text = draft.text
    if draft.kind is not BlockKind.PARAGRAPH or len(text) > _LONGEST_HEADING or draft.breaks or draft.continues:
        return False
    if any(inline.kind is InlineKind.SUPERSCRIPT for inline in draft.inlines):
        return False
    if any(
        inline.kind is InlineKind.EMPHASIS and (inline.start, inline.end) == (0, len(text)) for inline in draft.inlines
    ):
        return False  # so the line is set that names the author
    text = without_number(text)
    return text[:1].isupper() and text[-1].isalnum() and text.count(" ") < _HEADING_WORDS and ": " not in text


def _links_apart(draft: Draft, found: Iterable[Accepted]) -> list[Inline]:
    """Give the links to other sites that do not overlap a marker."""
    taken = [(one.start, one.end) for one in found]
    return [
        inline
        for inline in draft.inlines
        if inline.kind is InlineKind.LINK
        and ADDRESS.match(inline.target)
        and inline.end > inline.start
        and not any(start < inline.end and inline.start < end for start, end in taken)
    ]


def _link(draft: Draft, inline: Inline, *, block: int, offset: int) -> InlineLink:
    text = draft.text[inline.start : inline.end]
    return InlineLink(text=text, url=inline.target, block=block, offset=offset, position=inline.position)


def _marker(one: Accepted, label: str, *, block: int, offset: int) -> Marker:
    return Marker(
        label=label,
        raw=one.raw,
        style=one.style,
        block=block,
        offset=offset,
        position=one.position,
        chapter=one.chapter,
    )


def _is_broken(first: Block, second: Block) -> bool:
    """Whether the second of two paragraphs goes on with a sentence that the first one leaves open."""
    if first.kind is not BlockKind.PARAGRAPH or second.kind is not BlockKind.PARAGRAPH:
        return False
    if not second.text[:1].islower() or not _OPEN_END.match(first.text[-1:]) or len(first.text) > _LONGEST_PARAGRAPH:
        return False
    return first.text.count(" ") >= _LEAST_WORDS
