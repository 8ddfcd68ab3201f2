"""Building a document from prose, for formats whose syntax says what is a marker and what is a note."""

from collections.abc import Iterable
from dataclasses import replace

from citations.comments import Remark, ignores_for, remark_in
from citations.document import Anchor, Block, BlockKind, Document, InlineLink, Marker, Oddity, Position, RawNote
from citations.drafts import LONGEST_RAW, Draft, Inline, InlineKind
from citations.formats.mixed import has_typed_notes, merged
from citations.formats.prose import Mark, Prose, ProseWriter
from citations.links import ADDRESS
from citations.scanning import scan
from citations.sections import is_notes_heading
from citations.styles.author_date import works_called


class DocumentBuilder:
    """Collects blocks, markers, notes and links in the order of the file, and makes a document of them."""

    def __init__(self, format_name: str, oddities: Iterable[Oddity] = ()) -> None:
        self._format = format_name
        self.title: str | None = None
        self.lines = 0
        self.blocks: list[Block] = []
        self._drafts: list[Draft] = []
        self.markers: list[Marker] = []
        self.notes: list[RawNote] = []
        self.remarks: list[Remark] = []
        """The ignore comments of the file."""
        self._note_drafts: list[Draft] = []
        self.oddities = [*oddities]
        self.links: list[InlineLink] = []
        self.dated: tuple[str, int] | None = None

    def add_block(
        self, prose: Prose, kind: BlockKind, *, level: int = 0, chapter: int = 0, label: str | None = None
    ) -> None:
        """Append a block with its markers. Markers without text beside them join the block before.

        ``label`` is the number that is printed before a list item.
        """
        if prose.text:
            self._drafts.append(_draft(prose, kind, level, label))
            block = Block(kind=kind, text=prose.text, anchors=prose.anchors, level=level, chapter=chapter)
            self.blocks.append(block)
            self._add_markers(prose.marks, at_end=False)
            self._add_links(prose, block)
        elif prose.marks and self.blocks:
            self._add_markers(prose.marks, at_end=True)
        elif prose.marks:
            anchor = Anchor(offset=0, position=prose.marks[0].position)
            self.blocks.append(Block(kind=kind, text="", anchors=(anchor,), level=level, chapter=chapter))
            self._add_markers(prose.marks, at_end=False)

    def add_note(
        self, label: str, prose: Prose, *, style: str, at: Position, chapter: int = 0, place: int | None = None
    ) -> None:
        """Append a note whose text, without its label, is ``prose``; ``place`` inserts it before later ones.

        ``place`` is for a note that holds other notes, since these are finished first.
        """
        note = RawNote(
            label=label,
            raw=prose.text,
            position=at,
            style=style,
            chapter=chapter,
            urls=prose.hidden_urls,
            marks=tuple(dict.fromkeys(mark.label for mark in prose.marks)),
            emphasis=prose.emphasis,
        )
        self.notes.insert(len(self.notes) if place is None else place, note)
        self._note_drafts.append(_draft(replace(prose, anchors=prose.anchors or (Anchor(offset=0, position=at),))))

    def finish(self) -> Document:
        """Give the document. Without a title of its own, its title is the one heading above all others.

        Notes may also be typed by hand, without the format's own syntax, and the note styles look for these. Beside
        notes of the format, typed ones count only if they are a list of sources.
        """
        drafts = sorted([*self._drafts, *self._note_drafts], key=lambda draft: draft.position.line)
        native = Document(
            format=self._format,
            title=self.title or _top_heading(self.blocks),
            blocks=tuple(self.blocks),
            markers=tuple(self.markers),
            notes=tuple(self.notes),
            ignores=ignores_for(self.remarks, drafts) if self.remarks else (),
            oddities=tuple(self.oddities),
            lines=self.lines,
            links=tuple(self.links),
            dated=self.dated,
        )
        if not self._drafts:
            return native
        typed = scan(
            self._drafts,
            format_name=self._format,
            lines=self.lines,
            title=native.title,
            ignores=native.ignores,
            oddities=native.oddities,
            dated=self.dated,
            called=[label for note in self.notes for label in works_called(note.raw)],
        )
        if not native.markers and not native.notes:
            return typed
        return merged(native, typed) if has_typed_notes(typed) else native

    def _add_links(self, prose: Prose, block: Block) -> None:
        for link in prose.links:
            words = prose.text[link.start : link.end].strip()
            if words and ADDRESS.match(link.url):
                self.links.append(
                    InlineLink(
                        text=words,
                        url=link.url,
                        block=len(self.blocks) - 1,
                        offset=link.end,
                        position=block.position_at(link.start),
                    )
                )

    def _add_markers(self, marks: Iterable[Mark], *, at_end: bool) -> None:
        index = len(self.blocks) - 1
        for mark in marks:
            self.markers.append(
                Marker(
                    label=mark.label,
                    raw=mark.raw,
                    style=mark.style,
                    block=index,
                    offset=len(self.blocks[index].text) if at_end else mark.offset,
                    position=mark.position,
                    chapter=mark.chapter,
                )
            )


class Flow:
    """The block that is being written, for markup in which inline commands can end a block."""

    def __init__(self, draft: DocumentBuilder) -> None:
        self.draft = draft
        self.writer = ProseWriter()
        self.kind = BlockKind.PARAGRAPH
        self.chapter = 0
        self._count = 0
        self._label: str | None = None
        self._aside: list[tuple[Prose, BlockKind]] = []

    def flush(self, kind: BlockKind | None = None, *, level: int = 0, then: BlockKind = BlockKind.PARAGRAPH) -> None:
        """End the block, whose kind is ``kind`` or the one set before; the next one is of the kind ``then``."""
        kind = kind or self.kind
        if kind is BlockKind.HEADING or (kind is BlockKind.PARAGRAPH and self.writer.length):
            self._count = 0
        self.draft.add_block(self.writer.finish(), kind, level=level, chapter=self.chapter, label=self._label)
        self.writer = ProseWriter()
        self.kind = then
        self._label = None
        aside, self._aside = self._aside, []
        for prose, aside_kind in aside:
            self.draft.add_block(prose, aside_kind, chapter=self.chapter)

    def begin_item(self, sign: str, *, counts: bool) -> None:
        """Begin a list item behind ``sign``, which may be its number; ``counts``: the list numbers its items itself."""
        number = sign.strip(" \t().")
        self._count = int(number) if number.isdecimal() else self._count + 1 if counts else 0
        self._label = str(self._count) if self._count else None
        self.kind = BlockKind.ITEM

    def set_aside(self, prose: Prose, kind: BlockKind) -> None:
        """Keep a block that interrupts this one (a caption, a box) until this one ends."""
        self._aside.append((prose, kind))
        if not self.writer.length:
            self.flush(then=self.kind)


def remarks_behind(sign: str, text: str) -> list[Remark]:
    """Give the ignore comments of a file whose comments go from ``sign`` to the end of the line."""
    out = []
    for number, line in enumerate(text.split("\n"), 1):
        before, found, comment = line.partition(sign) if "provenote" in line else ("", "", "")
        remark = remark_in(comment, number) if found else None
        if remark is not None:
            out.append(replace(remark, alone=not before.strip()))
    return out


def with_lists_apart(document: Document, style: str) -> Document:
    """Give the document; the notes of one style get chapters of their own if other notes share labels with them."""
    others = {(note.label, note.chapter) for note in document.notes if note.style != style}
    if not any((note.label, note.chapter) in others for note in document.notes if note.style == style):
        return document
    shift = 1 + max(note.chapter for note in document.notes)
    return replace(
        document,
        markers=tuple(
            replace(one, chapter=one.chapter + shift) if one.style == style else one for one in document.markers
        ),
        notes=tuple(replace(one, chapter=one.chapter + shift) if one.style == style else one for one in document.notes),
    )


def _draft(prose: Prose, block: BlockKind = BlockKind.PARAGRAPH, level: int = 0, label: str | None = None) -> Draft:
    """Give the draft of a block or note, for the note styles to search."""
    spans = [(kind, start, end, "") for kind, start, end in prose.spans]
    links = [(InlineKind.LINK, link.start, link.end, link.url) for link in prose.links if link.start < link.end]
    draft = Draft(kind=block, text=prose.text, anchors=prose.anchors, level=level, label=label, breaks=prose.breaks)
    inlines = tuple(
        Inline(
            kind=one,
            start=start,
            end=end,
            position=draft.position_at(start),
            raw=prose.text[start:end][:LONGEST_RAW],
            target=target,
        )
        for one, start, end, target in sorted(spans + links, key=lambda span: span[1])
    )
    return replace(draft, inlines=inlines, last_line=draft.position_at(max(len(prose.text) - 1, 0)).line)


def _top_heading(blocks: Iterable[Block]) -> str | None:
    """Give the first heading if all others are below its level, and it is no heading over notes."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    headings = [] if headings and is_notes_heading(headings[0].text) else headings
    if not headings or any(one.level <= headings[0].level for one in headings[1:]):
        return None
    return headings[0].text
