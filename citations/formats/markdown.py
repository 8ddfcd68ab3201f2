"""Markdown as people and converters write it: blocks by lines, notes and markers left in for the styles to find."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citations.comments import blank_comments, ignores_for
from citations.document import BlockKind, Document
from citations.drafts import Draft, LineTable
from citations.formats.base import NotesReader, decode
from citations.formats.markdown_blocks import Splitter
from citations.formats.markdown_code import blank_hidden, blank_listings
from citations.formats.markdown_inline import InlineReader, joined_lines
from citations.formats.parts import parts_elsewhere
from citations.frontmatter import read_front_matter
from citations.scanning import scan

_TAGGED_HEADING = re.compile(
    r"\s{0,3}<h(?P<level>[1-6])(?:\s[^<>]{0,300})?>.{1,500}</h(?P=level)>\s*", re.DOTALL | re.IGNORECASE
)
"""A heading written in HTML."""
_FIGURE = re.compile(
    r"!\[(?P<caption>[^\n]{1,4000})\]"
    r"\([^()\s]{1,1000}(?:\s[^()]{0,300})?\)(?:\{[^{}]{0,300}\})?\s*"
)
"""A picture in a paragraph of its own; its alternative text, if it has notes, is a caption."""


class _Markdown(NotesReader):
    name = "markdown"

    def _read(self, data: bytes, *, name: str, whole_is_notes: bool = False, labels: Sequence[str] = ()) -> Document:
        source, oddities = decode(data, name=name)
        lines = LineTable(source)
        text, remarks = blank_comments(source, lines)
        front, start = read_front_matter(text)
        splitter = Splitter(blank_listings(blank_hidden(text)), start)
        drafts = list(_drafts(splitter, lines))
        return scan(
            drafts,
            format_name=self.name,
            lines=lines.count,
            title=front.title,
            dated=front.dated,
            ignores=ignores_for(remarks, drafts),
            oddities=(*oddities, *parts_elsewhere(self.name, text)),
            whole_is_notes=whole_is_notes,
            labels=labels,
        )


FORMAT = _Markdown()


def _drafts(splitter: Splitter, lines: LineTable) -> Iterator[Draft]:
    reader = InlineReader(lines, markdown=True, references=splitter.references)
    names: tuple[str, ...] = ()
    """Ids of the empty blocks above: "<div id=…>" on a line of its own names the block that follows."""
    for chunk in splitter.chunks:
        if not chunk.lines:
            continue
        text, segments = joined_lines(chunk.lines)
        tagged = _TAGGED_HEADING.fullmatch(text) if chunk.kind is BlockKind.PARAGRAPH else None
        alone = chunk.kind is BlockKind.PARAGRAPH and text.startswith("![") and "[^" in text
        figure = _FIGURE.fullmatch(text) if alone else None
        if figure:
            text = " " * figure.start("caption") + figure["caption"]
        kind = BlockKind.HEADING if tagged else BlockKind.CAPTION if figure else chunk.kind
        first, *notes = reader.read(text, segments, kind)
        if first.ids and not first.text and chunk.label is None:
            names += first.ids
            continue
        ids, names = names + first.ids, ()
        yield replace(
            first,
            ids=ids,
            level=int(tagged["level"]) if tagged else chunk.level,
            label=chunk.label,
            continues=chunk.continues,
            row=chunk.row,
            rule_before=chunk.rule_before,
        )
        yield from notes
