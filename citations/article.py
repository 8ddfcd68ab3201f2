"""Reading an article, step by step: file format, markers and notes, records, claims."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citations.broken_urls import broken_urls
from citations.claims import Claim, find_claims, find_uncited
from citations.dates import PartialDate, read_dates
from citations.document import Block, Document, Ignore, Marker, Oddity, RawNote, Sentence
from citations.formats import bibtex, format_for
from citations.formats.base import NotesFormat
from citations.inline_links import with_inline_links
from citations.records import Note, read_notes
from citations.sentences import sentence_at, sentences_of

_DATED = re.compile(
    r"(?<!\w)(?:article |last |first |date |originally )?(?:uploaded|published|posted|updated|written|date|dated|"
    r"veröffentlicht|erschienen|stand|"
    r"publié|mis en ligne|publicado|publicada|pubblicato|gepubliceerd|publicerad|publisert|udgivet|"
    r"опубликовано|дата)\b[\s:]{0,3}"
    r"(?:on|am|le|el|il|op|den|at)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<=\d)T\d\d:\d\d.{0,30}$")
"""The hour behind a day, as programs write both: "2024-02-11T09:00:00Z"."""
_LONGEST_DATE_LINE = 120
"""Characters of a line that only says when the article appeared."""
_EDGE = 6
"""Blocks at the top and at the end of an article where its date is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as read.

    ``path`` is as the user wrote it; ``published`` is the article's own date, if it says one.
    """

    path: str
    format: str
    title: str | None
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    claims: tuple[Claim, ...]
    uncited: tuple[Sentence, ...] = ()
    """Sentences outside every claim and its perhaps-covered span that hold a figure, date, quotation or name."""
    published: PartialDate | None = None
    published_line: int | None = None
    ignores: tuple[Ignore, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    lines: int = 0
    notes_paths: tuple[str, ...] = ()
    """The other files that hold its notes, or should: one that it names may be missing."""

    def sentence_of(self, marker: Marker) -> Sentence | None:
        """Give the whole sentence that a marker stands in or ends, ``None`` in a block without words."""
        return sentence_at(self.blocks[marker.block], marker.offset)


def read_article(
    data: bytes,
    *,
    name: str,
    notes_files: Sequence[tuple[str, bytes]] = (),
    input_format: str | None = None,
    inline_links: bool = False,
) -> Article:
    """Give the article in ``data``, with the notes of ``notes_files`` (name and bytes of each) after its own.

    ``inline_links`` also takes each link in the text for a note, and the sentence that holds it for its claim.

    Raises:
        UnreadableArticleError: a file is empty, binary, broken or too large, or no format is called so.
    """
    others = tuple(_notes_of(notes_files))
    document = _document(name, data, input_format, [note for other in others for note in other.notes])
    if inline_links:
        document = with_inline_links(document)
    cuts: dict[int, set[int]] = {}
    for marker in document.markers:
        cuts.setdefault(marker.block, set()).add(marker.offset)
    blocks = tuple(
        replace(block, sentences=sentences_of(block, number, cuts.get(number, ())))
        for number, block in enumerate(document.blocks)
    )
    notes = read_notes(document.notes)
    claims = find_claims(document, blocks)
    published, line = _published(document)
    return Article(
        path=name,
        format=document.format,
        title=document.title,
        blocks=blocks,
        markers=document.markers,
        notes=notes,
        claims=claims,
        uncited=find_uncited(document, blocks, claims),
        published=published,
        published_line=line,
        ignores=document.ignores,
        oddities=(
            *document.oddities,
            *(oddity for other in others for oddity in other.oddities),
            *broken_urls(notes, wrapped=document.wrapped),
        ),
        lines=document.lines,
        notes_paths=tuple(notes_name for notes_name, _ in notes_files),
    )


def _document(name: str, data: bytes, input_format: str | None, beside: Sequence[RawNote]) -> Document:
    """Give the document in ``data`` with the notes of other files behind its own; of a database, those it cites."""
    reader = format_for(name, data, input_format)
    if not beside or not isinstance(reader, NotesFormat):
        document = reader.read(data, name=name)
    else:
        document = reader.read_body(data, name=name, labels=[note.label for note in beside if note.label])
    cited = {marker.label for marker in document.markers} | {label for note in document.notes for label in note.marks}
    used = (note for note in beside if note.style != bibtex.STYLE or note.label in cited)
    return replace(document, notes=(*document.notes, *used))


def _notes_of(files: Sequence[tuple[str, bytes]]) -> Iterator[Document]:
    """Yield each other file as a document of notes; they, and what is odd in it, keep its name and their places in it.

    A database knows the macros of the databases before it.
    """
    macros: bibtex.Macros = {}
    for name, data in files:
        reader = format_for(name, data)
        if reader is bibtex.FORMAT:
            found, macros = bibtex.read_database(data, name=name, macros=macros)
        elif isinstance(reader, NotesFormat):
            found = reader.read_notes(data, name=name)
        else:
            found = reader.read(data, name=name)
        yield replace(
            found,
            notes=tuple(replace(note, path=name) for note in found.notes),
            oddities=tuple(replace(oddity, path=name) for oddity in found.oddities),
        )


def _published(document: Document) -> tuple[PartialDate | None, int | None]:
    """Give the article's own date and its line: from front matter, else from a line that says nothing else."""
    if document.dated is not None:
        raw, line = document.dated
        dates = read_dates(_CLOCK.sub("", raw))
        return (dates[0][0], line) if dates else (None, None)
    for block in (*document.loose, *document.blocks[:_EDGE], *document.blocks[-_EDGE:]):
        date = _date_in(block)
        if date is not None:
            return date, block.position.line
    return None, None


def _date_in(block: Block) -> PartialDate | None:
    if len(block.text) > _LONGEST_DATE_LINE:
        return None
    said = _DATED.search(block.text)
    if said is None or said.start() > _LONGEST_DATE_LINE // 4:
        return None
    dates = read_dates(block.text[said.end() :])
    return dates[0][0] if dates else None
