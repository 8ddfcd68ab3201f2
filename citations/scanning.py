"""From drafts to a document: find the notes, find the markers that point to them, cut both out of the body."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citations.document import Block, BlockKind, Document, Ignore, Marker, Oddity, RawNote
from citations.drafts import Draft, InlineKind
from citations.markers import Accepted, choose_markers
from citations.notes import Entry, Notes, find_notes
from citations.slicing import cut, joined, split_lines
from citations.styles.linked import is_arrow, is_backlink

_SPACED_URL = re.compile(r"<(https?://[^<>\s]{1,2000}\s[^<>]{0,2000})>")
_OPEN_END = re.compile(r"[\w,\-–—]$")
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
) -> Document:
    """Give the document that these drafts make, with the markers and notes of every style found and cut out.

    ``whole_is_notes``: the file holds nothing but notes, as one given with ``--notes`` does.
    """
    pieces = [piece for draft in drafts for piece in split_lines(draft)]
    notes = find_notes(pieces, whole_is_notes=whole_is_notes)
    accepted = choose_markers(pieces, notes)
    blocks, markers = _body(pieces, notes, accepted)
    blocks, markers, broken = _mend(blocks, markers)
    raw_notes = tuple(_raw_note(pieces, entry) for entry in notes.entries)
    return Document(
        format=format_name,
        title=title or _title(blocks),
        blocks=blocks,
        markers=markers,
        notes=raw_notes,
        loose=tuple(_block(pieces[index]) for index in sorted(notes.loose) if pieces[index].text),
        ignores=ignores,
        oddities=(*oddities, *broken, *_spaced_urls(raw_notes)),
        lines=lines,
        dated=dated,
    )


def _title(blocks: Iterable[Block]) -> str | None:
    headings = [block for block in blocks if block.kind is BlockKind.HEADING and block.text]
    return min(headings, key=lambda block: block.level).text if headings else None


def _block(draft: Draft) -> Block:
    return Block(
        kind=draft.kind, text=draft.text, anchors=draft.anchors, level=draft.level, chapter=draft.chapter
    )


def _body(
    drafts: Sequence[Draft], notes: Notes, accepted: dict[int, list[Accepted]]
) -> tuple[tuple[Block, ...], tuple[Marker, ...]]:
    """Give the blocks of the body and the markers, with the places where these stood."""
    blocks: list[Block] = []
    markers: list[Marker] = []
    for index, draft in enumerate(drafts):
        if index in notes.outside:
            continue
        found = accepted.get(index, [])
        shorter, places = cut(draft, [(one.start, one.end) for one in found]) if found else (draft, [])
        if shorter.text or not blocks:
            blocks.append(_block(shorter))
            offsets = places
        else:
            offsets = [len(blocks[-1].text)] * len(places)
        for one, offset in zip(found, offsets, strict=True):
            markers.extend(_marker(one, label, block=len(blocks) - 1, offset=offset) for label in one.labels)
    return tuple(blocks), tuple(markers)


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


def _mend(
    blocks: tuple[Block, ...], markers: tuple[Marker, ...]
) -> tuple[tuple[Block, ...], tuple[Marker, ...], tuple[Oddity, ...]]:
    """Join paragraphs that a blank line broke inside a sentence; each join is an oddity "broken-paragraph"."""
    mended: list[Block] = []
    moved: list[tuple[int, int]] = []
    oddities: list[Oddity] = []
    for block in blocks:
        if mended and _is_broken(mended[-1], block):
            place = block.position
            oddities.append(
                Oddity(kind="broken-paragraph", text=block.text[:80], line=place.line, column=place.column)
            )
            moved.append((len(mended) - 1, len(mended[-1].text) + 1))
            mended[-1] = joined(mended[-1], block)
        else:
            moved.append((len(mended), 0))
            mended.append(block)
    if not oddities:
        return blocks, markers, ()
    shifted = tuple(
        replace(marker, block=moved[marker.block][0], offset=marker.offset + moved[marker.block][1])
        for marker in markers
    )
    return tuple(mended), shifted, tuple(oddities)


def _is_broken(first: Block, second: Block) -> bool:
    if first.kind is not BlockKind.PARAGRAPH or second.kind is not BlockKind.PARAGRAPH:
        return False
    long_enough = first.text.count(" ", -200) >= _LEAST_WORDS if len(first.text) > 200 else first.text.count(" ") >= _LEAST_WORDS  # noqa: E501, PLR2004
    return long_enough and _OPEN_END.search(first.text) is not None and second.text[:1].islower()


def _raw_note(drafts: Sequence[Draft], entry: Entry) -> RawNote:
    """Give the note's text without label and links back, and the link targets that its text does not show."""
    texts: list[str] = []
    urls: list[str] = []
    for index, start in entry.parts:
        draft = drafts[index]
        spans = [(0, start)] if start else []
        for inline in draft.inlines:
            if inline.kind is not InlineKind.LINK or inline.start < start:
                continue
            shown = draft.text[inline.start : inline.end]
            if (is_backlink(inline) and len(shown) <= 12) or (inline.target.startswith("#") and is_arrow(shown)):  # noqa: PLR2004
                spans.append((inline.start, inline.end))
            elif _is_hidden(inline.target, draft.text) and inline.target not in urls:
                urls.append(inline.target)
        text = cut(draft, _apart(spans))[0].text if spans else draft.text
        texts.append(text.strip())
    first = drafts[entry.parts[0][0]]
    return RawNote(
        label=entry.label,
        raw=re.sub(r"\s+", " ", " ".join(text for text in texts if text)).strip(),
        position=first.position,
        style=entry.style,
        chapter=entry.chapter,
        urls=tuple(urls),
    )


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans in order, without those that begin inside an earlier one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _is_hidden(target: str, text: str) -> bool:
    """Whether a link leads to another site, or a DOI, whose address the text does not show."""
    if not re.match(r"(?:https?|ftp)://|www\.|doi:", target, re.IGNORECASE):
        return False
    return target not in text and target.removesuffix("/") not in text


def _spaced_urls(notes: Iterable[RawNote]) -> Iterable[Oddity]:
    for note in notes:
        for found in _SPACED_URL.finditer(note.raw):
            yield Oddity(
                kind="url-has-spaces",
                text=found[1],
                line=note.position.line,
                column=note.position.column,
                label=note.label,
            )
