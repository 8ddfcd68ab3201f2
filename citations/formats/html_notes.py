"""Notes that stand in an HTML page where their markers do: in elements, in attributes, or popping up over labels."""

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
"""Characters of the raised label before a note within the text."""
_NEAREST = 4
"""Inlines before a note within the text among which its marker is: a label is a link, raised, in italics, or all."""


@dataclass(slots=True)
class Building:
    """A block of ``source`` that is being built, or a note within one: its text so far, and its inlines."""

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
        """Make an inline of an element that ends at ``end`` of the source; ``start`` is where its text begins here.

        One without any text is none, unless it is a marker, or leads to a note: a picture may stand there.
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
        """Give the label that is all the text from ``start`` on, ``""`` if it is anything else."""
        label = bare_label(self.builder.text_from(start))
        return label if is_label(label) else ""

    def last(self, kind: InlineKind) -> Inline | None:
        """Give the inline of a kind with which the text ends, ``None`` where it ends otherwise."""
        found = next((one for one in reversed(self.inlines[-_NEAREST:]) if one.kind is kind), None)
        return found if found is not None and not self.builder.text_from(found.end).strip() else None


class NotesWithin:
    """The notes within the text of a page: those that are open, and in ``found`` those that ended since the last block.

    A note that prints no label has ``^1``, ``^2`` in reading order.
    """

    def __init__(self, source: str) -> None:
        self.found: list[Draft] = []
        self._source = source
        self._outer: list[Building] = []
        """What is being built around the notes that are open."""
        self._count = 0
        self._in_attribute = -1
        """The length of the text when the last note was found that stands in an attribute of its marker."""
        self._names: set[str] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a note is being read."""
        return bool(self._outer)

    def begin(self, block: Building) -> Building:
        """Give what the text of a note is built in, which stands within ``block``."""
        self._outer.append(block)
        return Building.begin(block.source, block.lines)

    def end(self, note: Building, elements: Sequence[Element], end: int) -> Building:
        """Give what is being built after the notes that these elements hold have ended, the innermost element last."""
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
        """Take a note whose whole text stands in an attribute of its marker; whether the element has one."""
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
        """Keep a note; its marker is the label that it pops up over, or the raised one before it, if there is one."""
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
        """Whether the marker before a note leads to a list that has the note as well."""
        last = block.last(InlineKind.LINK)
        return last is not None and self._leads_to_note(last.target)

    def _leads_to_note(self, target: str) -> bool:
        """Whether a link leads to a part of the page, which then holds the note that its marker repeats."""
        if not target.startswith("#"):
            return False
        if self._names is None:
            self._names = set(_ID.findall(self._source))
        return target[1:] in self._names


def _note_in(block: Building, element: Element, start: int) -> str | None:
    """Give the note that an attribute of a marker holds; what pops up over other words than a label is none."""
    attributes = element.attributes
    if "title" in attributes and not signs.is_title_of_note(element.name, attributes):
        attributes = {key: value for key, value in attributes.items() if key != "title"}
    for keys in (signs.NOTE_ATTRIBUTES, signs.POPUP_ATTRIBUTES):
        note = next((attributes[key] for key in keys if len(attributes.get(key, "")) > signs.LEAST_NOTE), None)
        if note is not None and (keys is signs.NOTE_ATTRIBUTES or block.label_from(start)):
            return note
    return None
