"""From drafts to a document: find the notes, find the markers that point to them, cut both out of the body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile
from urllib.parse import unquote

from citations.document import Block, BlockKind, Document, Ignore, InlineLink, Marker, Oddity, Position, RawNote
from citations.drafts import Draft, Inline, InlineKind
from citations.links import ADDRESS, split_archive
from citations.scanning.broken_targets import broken_targets, with_whole_targets
from citations.scanning.false_headings import without_false_headings
from citations.scanning.lost_names import with_lost_names
from citations.scanning.markers import Accepted, choose_markers, marks_in_notes
from citations.scanning.notes import Entry, Notes, find_notes
from citations.scanning.raw_notes import raw_note, with_works
from citations.scanning.regions import is_title
from citations.scanning.signals import with_surroundings
from citations.scanning.slicing import at_announcement, cut, joined, lines_width, split_lines
from citations.scanning.unmarked_lists import unproved_runs, without_numbers
from citations.scanning.worded_notes import with_worded_notes
from citations.sections import is_notes_heading, without_number
from citations.styles import find_candidates
from citations.styles.base import Candidate

_TRIES = 3
"""How often notes and markers are looked for: without a list that was none, another may be left without markers."""
_URL_FIRST = re.compile(r"<?(?:https?://|www\.)")
_LONGEST_SHOWN = 200
_LONGEST_HEADING = 80
_HEADING_WORDS = 12
_GUESSED_LEVEL = 6
"""The level given to headings that are only guessed at: below all that are marked as such."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)]{0,3}$")
_OPEN_END = re.compile(r"[\w,\-–—]")
_LONGEST_PARAGRAPH = 10_000
"""Characters after which nothing more is joined to a paragraph: a file of broken lines stays linear."""
_LEAST_WORDS = 4
"""Words of the first half of a broken paragraph: a shorter one may as well be a label or a line of verse."""


def scan(
    drafts: Sequence[Draft],
    *,
    format_name: str,
    lines: int,
    title: str | None = None,
    ignores: tuple[Ignore, ...] = (),
    oddities: tuple[Oddity, ...] = (),
    dated: tuple[str, int] | None = None,
    whole_is_notes: bool = False,
    labels: Sequence[str] = (),
    called: Sequence[str] = (),
) -> Document:
    """Give the document that these drafts make, with the markers and notes of every style found and cut out.

    ``whole_is_notes``: the file holds nothing but notes, as one given with ``--notes`` does. ``labels`` are those of
    the notes that stand in such a file, ``called`` the works that notes found elsewhere call by author and year.
    """
    pieces = with_lost_names(list(_pieces(drafts)))
    candidates = find_candidates(pieces)
    notes, accepted = _paired(pieces, candidates, whole_is_notes=whole_is_notes, labels=labels, called=called)
    body, broken = _mended(_body(pieces, notes, accepted))
    return Document(
        format=format_name,
        title=title or _title(body.blocks),
        blocks=tuple(body.blocks),
        markers=tuple(body.markers),
        links=tuple(body.links),
        notes=_raw_notes(pieces, candidates, notes, accepted, called),
        loose=tuple(_block(pieces[index]) for index in sorted(notes.loose) if pieces[index].text),
        ignores=ignores,
        oddities=(*oddities, *broken, *_link_oddities(pieces, notes.entries)),
        lines=lines,
        dated=dated,
    )


def _paired(
    pieces: Sequence[Draft],
    candidates: Sequence[Sequence[Candidate]],
    *,
    whole_is_notes: bool,
    labels: Sequence[str],
    called: Sequence[str],
) -> tuple[Notes, dict[int, list[Accepted]]]:
    """Give the notes and the markers that point at them; a list that its markers do not prove is none."""
    refused: frozenset[int] = frozenset()
    for _ in range(_TRIES):
        notes = find_notes(pieces, candidates, whole_is_notes=whole_is_notes, called=called, refused=refused)
        notes = replace(notes, elsewhere=tuple(labels))
        accepted = choose_markers(pieces, candidates, notes)
        unproved = unproved_runs(notes, accepted)
        if not unproved:
            break
        refused |= unproved
    return without_numbers(notes, accepted), accepted


def _raw_notes(
    pieces: Sequence[Draft],
    candidates: Sequence[Sequence[Candidate]],
    notes: Notes,
    accepted: dict[int, list[Accepted]],
    called: Sequence[str],
) -> tuple[RawNote, ...]:
    """Give the notes as they stand, each with the notes that it cites itself."""
    found = [one for ones in accepted.values() for one in ones]
    marks = marks_in_notes(candidates, notes, {one.style for one in found})
    listed = [
        replace(note, marks=own) if own else note
        for note, own in zip((raw_note(pieces, entry) for entry in notes.entries), marks, strict=True)
    ]
    marked = {*called, *(label for one in found for label in one.labels)}
    return with_works((*listed, *_linked_notes(accepted, listed)), marked)


def _pieces(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those whose lines are notes or references of their own in parts."""
    title = ""
    whole = list(with_worded_notes(with_whole_targets(without_false_headings(drafts))))
    width = lines_width(whole)
    for draft in chain.from_iterable(map(at_announcement, whole)):
        if draft.kind is BlockKind.HEADING or is_title(draft):
            title = draft.text
        yield from split_lines(draft, title=title, width=width)


def _title(blocks: Sequence[Block]) -> str | None:
    """Give the highest heading; one of several below a first sentence heads no more than a section."""
    headings = [
        block for block in blocks if block.kind is BlockKind.HEADING and block.text and not is_notes_heading(block.text)
    ]
    if not headings:
        return None
    title = min(headings, key=lambda block: block.level)
    before = takewhile(lambda block: block is not title, blocks)
    alone = sum(block.level == title.level for block in headings) == 1
    return title.text if alone or not any(_SENTENCE_END.search(block.text) for block in before) else None


def _block(draft: Draft) -> Block:
    return Block(kind=draft.kind, text=draft.text, anchors=draft.anchors, level=draft.level, chapter=draft.chapter)


def _looks_like_heading(draft: Draft) -> bool:
    """Whether a paragraph of one short line is a heading that nobody marked as one."""
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


@dataclass(slots=True)
class _Body:
    blocks: list[Block] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    links: list[InlineLink] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    """Blocks that look like headings which nobody marked as such."""


def _body(drafts: Sequence[Draft], notes: Notes, accepted: dict[int, list[Accepted]]) -> _Body:
    """Give the blocks of the body, with the places where markers stood and links end."""
    body = _Body()
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
            body.blocks.append(_block(shorter))
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


def _links_apart(draft: Draft, found: Iterable[Accepted]) -> list[Inline]:
    """Give the links to other sites that are no markers."""
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


def _mended(body: _Body) -> tuple[_Body, tuple[Oddity, ...]]:
    """Join paragraphs that a blank line broke inside a sentence; each join is an oddity "broken-paragraph"."""
    blocks: list[Block] = []
    moved: list[tuple[int, int]] = []
    oddities: list[Oddity] = []
    for block in body.blocks:
        if blocks and _is_broken(blocks[-1], block):
            place = block.position
            oddities.append(Oddity(kind="broken-paragraph", text=block.text[:80], line=place.line, column=place.column))
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
    return _Body(blocks=blocks, markers=markers, links=links), tuple(oddities)


def _is_broken(first: Block, second: Block) -> bool:
    if first.kind is not BlockKind.PARAGRAPH or second.kind is not BlockKind.PARAGRAPH:
        return False
    if not second.text[:1].islower() or not _OPEN_END.match(first.text[-1:]) or len(first.text) > _LONGEST_PARAGRAPH:
        return False
    return first.text.count(" ") >= _LEAST_WORDS


def _linked_notes(accepted: dict[int, list[Accepted]], notes: Iterable[RawNote]) -> Iterable[RawNote]:
    """Yield a note for each label that has none and links to another site itself: ``[[1]](https://…)``."""
    labels = {note.label for note in notes}
    for found in accepted.values():
        for one in found:
            if ADDRESS.match(one.target) and len(one.labels) == 1 and one.labels[0] not in labels:
                labels.add(one.labels[0])
                yield RawNote(label=one.labels[0], raw=one.target, position=one.position, style=one.style)


def _link_oddities(drafts: Sequence[Draft], entries: Iterable[Entry]) -> Iterable[Oddity]:
    """Yield "link-text" for a link that shows another address than its own, "url-apart" for a URL in its own block.

    And "url-broken" for a link whose address begins wrongly.
    """
    for entry in entries:
        for number, (index, _) in enumerate(entry.parts):
            draft = drafts[index]
            if number and _URL_FIRST.match(draft.text):
                yield _oddity("url-apart", draft.text[:_LONGEST_SHOWN], draft.position, entry.label)
            yield from broken_targets(draft, entry.label)
            for inline in draft.inlines:
                shown = draft.text[inline.start : inline.end].strip()
                if (
                    inline.kind is InlineKind.LINK
                    and ADDRESS.match(inline.target)
                    and _shows_another(shown, inline.target)
                    and not (inline.written and inline.written in shown)
                ):
                    text = f"{shown} leads to {inline.target}"[:_LONGEST_SHOWN]
                    yield _oddity("link-text", text, inline.position, entry.label)


def _oddity(kind: str, text: str, position: Position, label: str) -> Oddity:
    return Oddity(kind=kind, text=text, line=position.line, column=position.column, label=label)


def _shows_another(shown: str, target: str) -> bool:
    """Whether a link's text is an address itself, of another page; a shortened one ("…") is the same."""
    if not re.fullmatch(r"<?(?:https?://|www\.)[^\s<>]{4,}>?", shown) or split_archive(target) is not None:
        return False  # the copy of a page in an archive is shown under the page's own address
    one, other = (re.sub(r"^<?(?:https?://)?(?:www\.)?|[/>.,]+$", "", url.lower()) for url in (shown, target))
    return "…" not in one and "..." not in one and unquote(one) != unquote(other)
