"""Reading an article, step by step: file format, markers and notes, records, claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citations.broken_urls import broken_urls
from citations.claims import Claim, find_claims, find_uncited
from citations.dates import PartialDate
from citations.document import Block, Document, Ignore, Marker, Oddity, RawNote, Sentence
from citations.formats import bibtex, format_for
from citations.formats.base import NotesFormat
from citations.inline_links import with_inline_links
from citations.publication import publication_date
from citations.records import Note, read_notes
from citations.sentences import sentence_at, sentences_of


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

    ``input_format`` names the format; without it, name and content tell. ``inline_links``: each link in the text is
    read as a note, too, and the sentence around it as its claim.

    Raises:
        UnreadableArticleError: a file is empty, binary, broken or too large, or ``input_format`` is unknown.
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
    published, line = publication_date(document)
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
    """Give the document in ``data`` with the notes of other files after its own; of a database, only those it cites."""
    reader = format_for(name, data, input_format)
    if not beside or not isinstance(reader, NotesFormat):
        document = reader.read(data, name=name)
    else:
        document = reader.read_body(data, name=name, labels=[note.label for note in beside if note.label])
    cited = {marker.label for marker in document.markers} | {label for note in document.notes for label in note.marks}
    used = (note for note in beside if note.style != bibtex.STYLE or note.label in cited)
    return replace(document, notes=(*document.notes, *used))


def _notes_of(files: Sequence[tuple[str, bytes]]) -> Iterator[Document]:
    """Yield each notes file as a document; its notes and oddities carry the name of the file.

    A BibTeX database may use the macros of the databases before it.
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
