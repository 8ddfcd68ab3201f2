"""What a note says about its sources, in the field names of CSL-JSON."""

from dataclasses import dataclass
from enum import StrEnum

from citations.dates import PartialDate
from citations.document import Position


class NoteKind(StrEnum):
    """What a note is for."""

    SOURCE = "source"
    BARE_URL = "bare-url"
    SHORT_FORM = "short-form"
    BACK_REFERENCE = "back-reference"
    COMMENTARY = "commentary"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An author: a person or an organisation. ``literal`` is as printed; the parts are ``None`` when unsure."""

    literal: str
    family: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpan:
    """Where a field was read: characters of the note's ``raw``. ``field`` is a CSL-JSON name."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationRecord:
    """What a note says about one source. ``None`` means that the note does not say.

    ``start`` and ``end`` are the characters of the note's ``raw`` that this record was read from, ``spans`` the
    place of each field in it, ``unread`` the text in the record that no rule understood.
    ``url`` is what is fetched (no fragment); ``fragment`` is the raw text directive after ``#:~:text=``, percent
    decoding not applied; ``page`` is a page locator as printed ("12", "12-15"). ``editors`` are those in the
    author's place of a collection, not the editors of the volume that a chapter stands in.
    """

    start: int
    end: int
    type: str = "webpage"
    url: str | None = None
    fragment: str | None = None
    archive_url: str | None = None
    title: str | None = None
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    container_title: str | None = None
    publisher: str | None = None
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    doi: str | None = None
    isbn: str | None = None
    page: str | None = None
    spans: tuple[FieldSpan, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note and what was read out of it.

    ``refers_to``: labels that a back reference (ibid., "see note 3") resolves to; ``()`` when it could not be
    resolved surely; ``None`` when the note is no back reference. The records of a resolved back reference are
    those of the note it refers to. ``names``: labels of the other notes that its text refers to, by number or by a
    marker.
    """

    label: str
    raw: str
    position: Position
    style: str
    chapter: int = 0
    kind: NoteKind = NoteKind.SOURCE
    records: tuple[CitationRecord, ...] = ()
    refers_to: tuple[str, ...] | None = None
    names: tuple[str, ...] = ()
    path: str | None = None
