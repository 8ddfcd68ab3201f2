"""Notes that stand in place of their markers in an HTML page: in elements, in attributes or in tooltips."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citations.document import BlockKind
from citations.drafts import LONGEST_RAW, Draft, Inline, InlineKind, LineTable, TextBuilder
from citations.formats import html_signs as signs
from citations.formats.html_elements import Element
from citations.styles.base import bare_label, is_label

_ID = re.compile(r"\s(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\"'\s<>]{1,200})")
_TAG = re.compile(r"<[^<>]{0,500}>")
_LONGEST_LABEL = 6
"""Characters of the longest superscript label before such a note."""
_NEAREST = 4
"""Inlines before such a note among which its label is: a label may be a link, a superscript and in italics at once."""


@dataclass(slots=True)
class Building:
    """A block of ``source``, or a note in one, that is being built: its text so far, and its inlines."""

    source: str
    lines: LineTable
    builder: TextBuilder
    inlines: list[Inline] = field(default_factory=list)

    @classmethod
    def begin(cls, source: str, lines: LineTable) -> "Building":
        """Give an empty block."""
        return cls(source=source, lines=lines, builder=TextBuilder(lines, wrapped=True))

    def add_inline(
        self,
        kind: InlineKind,
        element: Element,
        end: int,
        start: int,
        *,
        target: str = "",
        role: str = "",
        label: str = "",
    ) -> None:
        """Add an inline for an element that ends at ``end`` of the source; its text begins at ``start`` of the block.

        Without text it is added only if it is a marker, or links to a note with a picture as its label.
        """
        if self.builder.length <= start and kind is not InlineKind.MARKER and role != "noteref":
            return
        self.inlines.append(
            Inline(
                kind=kind,
                start=start,
                end=self.builder.length,
                position=self.lines.position(element.start),
                raw=self.source[element.start : min(end, element.start + LONGEST_RAW)],
                target=target,
                role=role,
                label=label,
            )
        )

    def label_from(self, start: int) -> str:
        """Give the text from ``start`` on if it is a label, else ``""``."""
        label = bare_label(self.builder.text_from(start))
        return label if is_label(label) else ""

    def last(self, kind: InlineKind) -> Inline | None:
        """Give the last inline of a kind if the text ends with it, else ``None``."""
        found = next((one for one in reversed(self.inlines[-_NEAREST:]) if one.kind is kind), None)
        return found if found is not None and not self.builder.text_from(found.end).strip() else None


class NotesWithin:
    """The notes within the text of a page: open ones, and in ``found`` those that ended since the last block.

    A note without a printed label gets ``^1``, ``^2`` in reading order.
    """

    def __init__(self, source: str) -> None:
        self.found: list[Draft] = []
        self._source = source
        self._outer: list[Building] = []
        """The blocks that are being built around the open notes."""
        self._count = 0
        self._in_attribute = -1
        """Length of the block's text when a note was last found in an attribute."""
        self._names: set[str] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a note is being read."""
        return bool(self._outer)

    def begin(self, block: Building) -> Building:
        """Begin a note within ``block``, and give what its text is built in."""
        self._outer.append(block)
        return Building.begin(block.source, block.lines)

    def end(self, note: Building, elements: Sequence[Element], end: int) -> Building:
        """End the notes that closing elements (the innermost last) hold, and give the block that goes on."""
        for element in reversed(elements if self._outer else ()):
            if element.note:
                inner, note = note, self._outer.pop()
                if inner.builder.text_from(0).strip() and not self._repeats_note(note):
                    draft = inner.builder.draft(
                        BlockKind.PARAGRAPH, inlines=tuple(inner.inlines), start=element.start, end=end
                    )
                    self._mark(draft, note, element, end)
        return note

    def take_attribute(self, block: Building, element: Element, end: int, start: int) -> bool:
        """Keep the note that stands in an attribute of an element, if there is one; give whether there is."""
        note = _note_in(block, element, start)
        if note is None or element.name in signs.BLOCKS or self._leads_to_note(element.attributes.get("href", "")):
            return False
        label = block.builder.text_from(start).strip(" []()") or self._next_label()
        block.add_inline(InlineKind.MARKER, element, end, start, label=label)
        builder = TextBuilder(block.lines, wrapped=True)
        builder.add_as(" ".join(html.unescape(_TAG.sub(" ", note)).split()), element.start)
        draft = builder.draft(BlockKind.PARAGRAPH, start=element.start, end=element.start)
        self.found.append(replace(draft, note=True, label=label))
        self._in_attribute = block.builder.length
        return True

    def _mark(self, draft: Draft, block: Building, element: Element, end: int) -> None:
        """Keep a note and its marker: the label that it pops up over, or the superscript label before it, if any."""
        start, label = block.builder.length, ""
        raised = block.last(InlineKind.SUPERSCRIPT)
        if raised is not None:
            label = block.builder.text_from(raised.start).strip(" []()")
            if 0 < len(label) <= _LONGEST_LABEL:
                start = raised.start
                block.inlines = [one for one in block.inlines if one.end <= start]
        if element.label is not None and element.labelled_from is not None:
            start, label = element.labelled_from, element.label
        elif start == block.builder.length:
            label = self._next_label()
        block.add_inline(InlineKind.MARKER, element, end, start, label=label)
        if self.found and self.found[-1].label == label and self._in_attribute == block.builder.length:
            self.found.pop()  # its text stands in an attribute of the marker as well
        self.found.append(replace(draft, note=True, label=label))

    def _next_label(self) -> str:
        self._count += 1
        return f"^{self._count}"

    def _repeats_note(self, block: Building) -> bool:
        """Whether the marker before a note links to a list of notes, which has the note as well."""
        last = block.last(InlineKind.LINK)
        return last is not None and self._leads_to_note(last.target)

    def _leads_to_note(self, target: str) -> bool:
        """Whether a link leads to an element of the page, which then holds the note."""
        if not target.startswith("#"):
            return False
        if self._names is None:
            self._names = set(_ID.findall(self._source))
        return target[1:] in self._names


def _note_in(block: Building, element: Element, start: int) -> str | None:
    """Give the note in an attribute of a marker; a tooltip over words that are no label is none."""
    attributes = element.attributes
    if "title" in attributes and not signs.is_title_of_note(element.name, attributes):
        attributes = {key: value for key, value in attributes.items() if key != "title"}
    for keys in (signs.NOTE_ATTRIBUTES, signs.POPUP_ATTRIBUTES):
        note = next((attributes[key] for key in keys if len(attributes.get(key, "")) > signs.LEAST_NOTE), None)
        if note is not None and (keys is signs.NOTE_ATTRIBUTES or block.label_from(start)):
            return note
    return None
