"""PDF articles: the text of the pages with notes at their foot or at the end; raised figures are markers.

A place is a line of a page and a character in it. A PDF does not say what is a paragraph, a heading or a note. This is
told from sizes and positions, and so it is wrong more often than in any other format.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from citations.document import Anchor, BlockKind, Document, Position
from citations.drafts import Draft, Inline, InlineKind
from citations.formats.pdf_pages import LINE_END_HYPHEN, Line, read_pages
from citations.formats.pdf_paragraphs import BULLET, line_spacing, paragraphs
from citations.formats.prose import ProseWriter
from citations.scanning import scan
from citations.sections import is_notes_heading

_SMALL = 0.94
"""The size of footnotes is at most this share of the text's: 9 points for 10, 8 for 9, 10 for 12."""
_LARGE = 1.12
"""Headings are at least this much of the text's size."""
_LONGEST_HEADING = 200
_NOTE_LABEL = re.compile(r"(\d{1,4}|[*†‡§¶]{1,3}|[a-z](?=[.)]))[.)\]]?\s*(?=\S)")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*$")
_ADDRESS_GOES_ON = re.compile(r"[/\-_=&?%#~+]$")
_ADDRESS_PART = re.compile(r"\S*[/_=%&?]\S*|(?:\S{1,40}\.)?(?:html?|pdf|php|aspx?)\b")


class _Pdf:
    """PDF files with text in them."""

    name = "pdf"

    def read(self, data: bytes, *, name: str) -> Document:
        pages = read_pages(data, name=name)
        size = _text_size(pages)
        drafts: list[Draft] = []
        notes: list[list[Line]] = []
        spacing = line_spacing(pages)
        body: list[Line] = []
        as_large = False
        last = max((place for place, lines in enumerate(pages) if any(map(_is_marked, lines))), default=0)
        for place, lines in enumerate(pages):
            text = {line.number: line for line in lines if line.size > size * _SMALL}
            for column in _columns(lines):
                above, foot = _parted(column, text)
                if not foot and (place < last or as_large):
                    above, foot = _parted_by_labels(column)
                    as_large = as_large or bool(foot)
                body.extend(above)
                _add_notes(notes, foot)
        drafts.extend(_draft(lines, size) for lines in paragraphs(body, spacing))
        drafts.extend(_note_draft(lines) for lines in notes)
        document = scan(drafts, format_name="pdf", lines=sum(len(lines) for lines in pages))
        return replace(document, wrapped=True)


def _text_size(pages: Sequence[Sequence[Line]]) -> float:
    """Give the most common size in the upper halves of pages; in the lower halves, notes may outweigh the text."""
    counts: Counter[float] = Counter()
    for lines in filter(None, pages):
        middle = (max(line.y for line in lines) + min(line.y for line in lines)) / 2
        for line in lines:
            counts[line.size] += len(line.glyphs) * (line.y >= middle)
    return counts.most_common(1)[0][0]


def _columns(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines of a page by column; each column may have notes at its foot."""
    start = 0
    for at in range(1, len(lines)):
        if lines[at].y > lines[at - 1].y + lines[at].size:
            yield lines[start:at]
            start = at
    yield lines[start:]


def _parted(lines: Sequence[Line], text: Mapping[int, Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Give the lines of a column in two parts: the body, and the small lines of notes at its foot.

    ``text`` are the lines of the page in the size of the text, by number. Small lines are a foot only if one opens with
    a label that the text has. They are not if text stands below them (then they are a table), or if they stand below a
    heading over notes (then they are a list of notes).
    """
    at = len(lines)
    while at and lines[at - 1].number not in text:
        at -= 1
    foot = lines[at:]
    listed = at and is_notes_heading(lines[at - 1].text)
    if not foot or listed or any(_is_below(one, foot[-1]) for one in text.values()):
        return lines, ()
    marked = {label for line in text.values() for label in _raised_labels(line)}
    opens = marked and any(line.raised_start or _foot_label(line) in marked for line in foot)
    return (lines[:at], foot) if opens else (lines, ())


def _parted_by_labels(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Give the lines of a column in two parts: the body, and notes at its foot that are as large as the text.

    The foot begins with the first line that opens with a superscript which stands in a line above as well.
    """
    marked: set[str] = set()
    for at, line in enumerate(lines):
        label = "".join(glyph.char for glyph in line.raised_start).strip()
        if label in marked:
            return lines[:at], lines[at:]
        marked.update(_raised_labels(line))
    return lines, ()


def _is_marked(line: Line) -> bool:
    """Whether a marker stands within a line."""
    return any(glyph.raised for glyph in line.glyphs[len(line.raised_start) :])


def _is_below(line: Line, other: Line) -> bool:
    return line.y < other.y and line.left <= other.right and other.left <= line.right


def _raised_labels(line: Line) -> Iterator[str]:
    for raised, run in groupby(line.glyphs, key=lambda glyph: glyph.raised):
        if raised:
            yield "".join(glyph.char for glyph in run).strip()


def _foot_label(line: Line) -> str | None:
    """Give the label that opens a line, as a superscript or not, ``None`` without one."""
    raised = "".join(glyph.char for glyph in line.raised_start).strip()
    if raised:
        return raised
    found = _NOTE_LABEL.match(line.text)
    return found[1] if found else None


def _add_notes(notes: list[list[Line]], foot: Sequence[Line]) -> None:
    """Add the notes at the foot of a page; lines before the first label continue a note of the page before."""
    for line in foot:
        label = _foot_label(line)
        if label is not None and _follows(notes, label, line):
            notes.append([line])
        elif notes:
            notes[-1].append(line)


def _follows(notes: Sequence[Sequence[Line]], label: str, line: Line) -> bool:
    """Whether a label opens a note: a superscript does; a number only if it is 1 or the next, and not in a URL."""
    if line.raised_start or not label.isdecimal():
        return True
    if notes and _ADDRESS_END.search(notes[-1][-1].text) and _ADDRESS_PART.match(line.text):
        return False
    before = _foot_label(notes[-1][0]) if notes else None
    return before is None or not before.isdecimal() or int(label) in {1, int(before) + 1}


def _draft(lines: Sequence[Line], size: float) -> Draft:
    large = all(line.size >= size * _LARGE for line in lines)
    short = sum(len(line.glyphs) for line in lines) <= _LONGEST_HEADING
    heading = large and short
    level = 1 if lines[0].size >= size * _LARGE * _LARGE else 2
    bullet = None if heading else BULLET.match(lines[0].text)
    if bullet is not None and len(lines[0].glyphs) > bullet.end():
        return _written([_without(lines[0], bullet.end()), *lines[1:]], BlockKind.ITEM, 0, skipped=bullet.end())
    return _written(lines, BlockKind.HEADING if heading else BlockKind.PARAGRAPH, level if heading else 0)


def _without(line: Line, width: int) -> Line:
    """Give the line without its first characters."""
    return Line(page=line.page, number=line.number, glyphs=line.glyphs[width:], size=line.size, y=line.y)


def _note_draft(lines: Sequence[Line]) -> Draft:
    """Give a note at the foot of a page, without its label."""
    first = lines[0]
    label = _foot_label(first) or ""
    width = len(first.raised_start) or len((_NOTE_LABEL.match(first.text) or [""])[0])
    return _written([_without(first, width), *lines[1:]], BlockKind.PARAGRAPH, 0, label=label, skipped=width)


def _written(
    lines: Sequence[Line], kind: BlockKind, level: int, *, label: str | None = None, skipped: int = 0
) -> Draft:
    writer = ProseWriter()
    inlines: list[Inline] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        _write_line(line, _joint(line, after), writer, inlines, shift=0 if index else skipped)
    prose = writer.finish()
    return Draft(
        kind=kind,
        text=prose.text,
        anchors=prose.anchors or (Anchor(offset=0, position=_position(lines[0], skipped)),),
        inlines=tuple(_whole_links(inlines)),
        level=level,
        label=label,
        note=label is not None,
        last_line=lines[-1].number,
    )


def _whole_links(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Yield the inlines; parts of a link on consecutive lines become one."""
    open_link: Inline | None = None
    for inline in inlines:
        if inline.kind is not InlineKind.LINK:
            yield inline
        elif open_link and inline.target == open_link.target and inline.start <= open_link.end + 1:
            open_link = replace(open_link, end=inline.end, raw=open_link.raw + inline.raw)
        else:
            if open_link:
                yield open_link
            open_link = inline
    if open_link:
        yield open_link


def _joint(line: Line, after: Line | None) -> str | None:
    """Give the end of a line to remove before the next line joins it (a hyphen, or ``""``), ``None`` for a blank.

    A hyphen at the end of an address belongs to the address.
    """
    if after is None or not line.glyphs:
        return None
    text, following = line.text, after.text
    if text.endswith(LINE_END_HYPHEN):
        return "" if _ADDRESS_END.search(text) else LINE_END_HYPHEN
    if _ADDRESS_END.search(text):
        linked = line.glyphs[-1].link and line.glyphs[-1].link == after.glyphs[0].link
        return "" if linked or _ADDRESS_GOES_ON.search(text) or _ADDRESS_PART.match(following) else None
    return None


def _write_line(line: Line, joint: str | None, writer: ProseWriter, inlines: list[Inline], *, shift: int) -> None:
    glyphs = line.glyphs[: len(line.glyphs) - len(joint or "")]
    at = 0
    for (raised, link), run in groupby(glyphs, key=lambda glyph: (glyph.raised, glyph.link)):
        text = "".join(glyph.char for glyph in run).replace(LINE_END_HYPHEN, "-")
        position = _position(line, shift + at)
        start = writer.next_offset
        writer.add(text, position)
        at += len(text)
        if writer.length <= start:
            continue
        kinds = [(InlineKind.SUPERSCRIPT, "")] * raised + [(InlineKind.LINK, link)] * bool(link)
        inlines += [
            Inline(kind=kind, start=start, end=writer.length, position=position, raw=text, target=target)
            for kind, target in kinds
        ]
    if joint is None:
        writer.blank()


def _position(line: Line, column: int) -> Position:
    return Position(line=line.number, column=column + 1, place=f"page {line.page}")


FORMAT = _Pdf()
