"""What a note does not say about its source, or says in an unusual form: R201 to R203, R211, R212, R214."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citations.dates import read_dates
from citations.links import host_of
from citations.records import CitationRecord, FieldSpan, Note, NoteKind
from verifier.audit import SourceAudit
from verifier.checks.base import CheckInput, at_note, listed, named, read_sources
from verifier.fetching.base import Access
from verifier.findings import Finding, Rule, Severity, shortened
from verifier.naming import stands_for_site

MISSING_TITLE = Rule(
    code="R201",
    name="missing-title",
    severity=Severity.INFO,
    summary="a note gives a source without a title",
    explanation=(
        "When the page moves, its title is what finds it again. Bare links and short forms are not reported. It errs "
        "where the title is written in a way that was not understood."
    ),
    help="add the title as the page has it",
)
MISSING_AUTHOR = Rule(
    code="R202",
    name="missing-author",
    severity=Severity.INFO,
    summary="a note gives a source without an author",
    explanation=(
        "A web page that was read tells whether anybody signs it: whom it names is told, and of one that names nobody "
        "nothing is reported. Other sources may name none either, so this is only information. It errs where a page "
        "names its author in a place that was not understood."
    ),
    help="add the author, or the organisation, if the page names one",
)
MISSING_DATE = Rule(
    code="R203",
    name="missing-date",
    severity=Severity.INFO,
    summary="a note gives a source without any date",
    explanation=(
        "Pages change; a date says which version was read. Cases and statutes, which go by their numbers, are not "
        "reported, nor is a link in a remark."
    ),
    help="add the date of publication and the date of your visit",
)
TITLE_UNQUOTED = Rule(
    code="R211",
    name="quote-style",
    severity=Severity.INFO,
    summary="some titles stand in quotation marks, others do not",
    explanation="A matter of form; a title without marks is harder to tell from what stands around it.",
    help="set all titles of one kind in one way",
)
QUOTE_NESTING = Rule(
    code="R212",
    name="quote-nesting",
    severity=Severity.INFO,
    summary="a title holds the same quotation marks that it stands in",
    explanation="Where the title ends is then ambiguous, for people and for programs.",
    help="use double marks outside and single ones inside, or the other way round",
)
PUBLISHER_UNLIKE_DOMAIN = Rule(
    code="R214",
    name="publisher-name",
    severity=Severity.INFO,
    summary="the publisher's name is not written as its host suggests",
    explanation=(
        "The name is held against the host of the link: one word against two, initials with a word missing, or nothing "
        "in common. Hosts know no blanks and publishers use many hosts, so it is only a hint to look. Names of three "
        "words and more, which nobody writes as one, and hosts with hyphens agree, and so does whatever the page, once "
        "it was read, calls its site."
    ),
    help="compare the name with the one on the page",
)

QUOTES = "'\"‘’“”„«»‹›"
FULL_KINDS = frozenset({NoteKind.SOURCE, NoteKind.MIXED})
SMALL_WORDS = frozenset(
    {"the", "a", "an", "of", "and", "for", "on", "in", "to", "at", "der", "die", "das", "und", "für"}
    | {"la", "le", "les", "de", "des", "du", "et", "el", "los", "las", "y"}
)
CARRIERS = (
    *("doi.org", "handle.net", "jstor.org", "muse.jhu.edu", "arxiv.org", "ssrn.com", "nih.gov", "hathitrust.org"),
    *("archive.org", "archive.today", "archive.ph", "perma.cc", "books.google.com", "youtube.com", "youtu.be"),
    *("openlibrary.org", "gutenberg.org", "worldcat.org", "zenodo.org", "figshare.com", "researchgate.net"),
    *("academia.edu", "semanticscholar.org", "scribd.com", "issuu.com", "github.com", "github.io", "gitlab.com"),
    *("substack.com", "medium.com", "wordpress.com", "blogspot.com", "tumblr.com", "ghost.io", "typepad.com"),
    *("bit.ly", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "core.ac.uk", "hal.science"),
)
"""Ends of hosts that resolve, keep or carry what others publish: they say nothing about a publisher's name."""
REPOSITORIES = frozenset(
    {"repository", "repositorio", "repositories", "eprints", "dspace", "escholarship", "digitalcommons"}
    | {"scholarworks", "scholarship", "opus", "edoc"}
)
"""Labels by which universities call the hosts that keep what others publish."""
LAW = frozenset({"legal_case", "legislation", "bill"})
"""CSL types of what has no author, and often no date but its number."""
IN_VOLUMES = frozenset({"article-journal", "chapter"})
"""CSL types of what came out in a serial or a book: the page that carries it seldom bears that name."""
HTML = "html"
"""The kind of source that says of itself who signs it and what its site is called."""
LONGEST_NAMES = 150
"""Characters of the names that a message shows: a line of a report."""
MINIMUM_LABEL = 3
"""Characters of a host's label that can be told from chance; shorter ones (x.com, t.co) are not compared."""


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """Looks at each record for fields that are missing and at the notes together for mixed forms."""

    rules: tuple[Rule, ...] = field(
        default=(MISSING_TITLE, MISSING_AUTHOR, MISSING_DATE, TITLE_UNQUOTED, QUOTE_NESTING, PUBLISHER_UNLIKE_DOMAIN)
    )

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield at most one finding of each rule for a note."""
        notes = [note for note in given.article.notes if note.kind in FULL_KINDS and note.refers_to is None]
        pages = _whole_pages(given)
        for note in notes:
            yield from _missing(note, pages)
            yield from _nesting(note)
        yield from _unquoted(notes)
        yield from _publishers(notes, pages)


CHECK = FieldCheck()


def _whole_pages(given: CheckInput) -> Mapping[int, SourceAudit]:
    """Give the pages that were read as a whole, by the ``id`` of each record that cites one.

    Only web pages say who signs them and what their site is called: a PDF has the data of a template, a text none.
    """
    return {
        id(cited.record): source
        for cited, source in read_sources(given)
        if source.kind == HTML and source.access is not Access.PART_ONLY
    }


def _missing(note: Note, pages: Mapping[int, SourceAudit]) -> Iterator[Finding]:
    records = [record for record in note.records if _names_something(record)]
    if any(record.title is None for record in records):
        yield at_note(MISSING_TITLE, note, f"{named(note)} names no title")
    unsigned = [record for record in records if _needs_author(record)]
    signed = [names for record in unsigned if (names := _signers(record, pages.get(id(record)))) is not None]
    if signed:
        known = shortened(", ".join(dict.fromkeys(name for names in signed for name in names)), LONGEST_NAMES)
        on_page = f"; the page names {known}" if known else ""
        yield at_note(MISSING_AUTHOR, note, f"{named(note)} names no author{on_page}")
    if any(_needs_date(note, record) for record in records):
        yield at_note(MISSING_DATE, note, f"{named(note)} names no date")


def _signers(record: CitationRecord, page: SourceAudit | None) -> tuple[str, ...] | None:
    """Give whom a page names as its authors, none where it was not read; ``None`` where it names nobody to add."""
    if page is None:
        return ()
    site = page.data.site_name.value if page.data.site_name else ""
    host = host_of(record.url) if record.url else ""
    return tuple(said.value for said in page.data.authors if not stands_for_site(said.value, site, host)) or None


def _names_something(record: CitationRecord) -> bool:
    """Say whether a record is more than a link in a remark, which nobody expects to have a title or a date."""
    return bool(record.title or record.authors or record.editors or record.container_title or record.issued)


def _needs_author(record: CitationRecord) -> bool:
    return not (record.authors or record.editors or record.type in LAW)


def _needs_date(note: Note, record: CitationRecord) -> bool:
    """Say whether no date stands in the words of a source: the year in a name is one, that in a URL none."""
    if record.issued or record.accessed or record.type in LAW:
        return False
    words = note.raw[record.start : record.end]
    for span in sorted((one for one in record.spans if one.field == "URL"), key=lambda one: -one.start):
        words = words[: max(0, span.start - record.start)] + words[max(0, span.end - record.start) :]
    return not read_dates(words)


def _title_spans(note: Note) -> Iterator[tuple[CitationRecord, FieldSpan]]:
    for record in note.records:
        yield from ((record, span) for span in record.spans if span.field == "title")


def _quoted(note: Note, span: FieldSpan) -> bool:
    before, behind = note.raw[max(0, span.start - 1) : span.start + 1], note.raw[max(0, span.end - 1) : span.end + 1]
    return any(mark in before for mark in QUOTES) and any(mark in behind for mark in QUOTES)


def _unquoted(notes: Sequence[Note]) -> Iterator[Finding]:
    titled = [(note, span) for note in notes for record, span in _title_spans(note) if record.url]
    bare = [note for note, span in titled if not _quoted(note, span)]
    if not bare or len(bare) * 2 >= len(titled):
        return
    for note in bare:
        yield at_note(TITLE_UNQUOTED, note, f"the title of {named(note)} has no quotation marks, unlike the others")


_SINGLE = re.compile(r"(?:^|\s)['‘]\w[^'’]{0,300}['’]")
_NESTED = {"'": _SINGLE, "‘": _SINGLE, '"': re.compile('"'), "“": re.compile("“[^”]{1,300}”")}
"""By the mark that opens a title, what shows that the same kind stands within it."""


def _nesting(note: Note) -> Iterator[Finding]:
    for record, span in _title_spans(note):
        opening = note.raw[max(0, span.start - 1) : span.start]
        inner = record.title or ""
        pair = _NESTED.get(opening)
        if pair is not None and pair.search(inner):
            message = f"the title of {named(note)} has {opening} inside {opening}: its end is ambiguous"
            yield at_note(QUOTE_NESTING, note, message)


def _publishers(notes: Sequence[Note], pages: Mapping[int, SourceAudit]) -> Iterator[Finding]:
    naming: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        for record in note.records:
            name = record.container_title or record.publisher
            host = host_of(record.url) if record.url else ""
            compared = record.type not in IN_VOLUMES and not _carries_others(host)
            if name and host and compared and not _so_called(name, pages.get(id(record))):
                naming.setdefault((name, host), []).append(note)
    for (name, host), citing in naming.items():
        difference = publisher_against_host(name, host)
        if difference:
            labels = listed(note.label for note in citing)
            message = f"“{name}” (note {labels}) and the host {host}: {difference}"
            yield at_note(PUBLISHER_UNLIKE_DOMAIN, citing[0], message)


def _so_called(name: str, page: SourceAudit | None) -> bool:
    """Whether a page itself gives its site this name, word for word: then no host can say how it is written."""
    return page is not None and any(_worded(said.value) == _worded(name) for said in page.data.site_names)


def _worded(name: str) -> list[str]:
    words = re.findall(r"\w+", _plain(name))
    return [word for word in words if word not in SMALL_WORDS] or words


def _carries_others(host: str) -> bool:
    """Whether a host resolves, keeps or carries what others publish."""
    return host.endswith(CARRIERS) or not REPOSITORIES.isdisjoint(host.casefold().split("."))


def publisher_against_host(name: str, host: str) -> str | None:
    """Say how a publisher's name differs from its host, or ``None`` where they agree or cannot be compared.

    They agree when a label of the host is the name, as one word or without "The"; the suffix of the host and
    "www" are not looked at. Non-Latin names are not compared.
    """
    labels = [label.replace("-", "") for label in host.casefold().split(".")[:-1] if label not in ("www", "co", "com")]
    labels = [label for label in labels if len(label) >= MINIMUM_LABEL and not label.isdigit()]
    words = [word for word in re.findall(r"[a-z0-9]+", _plain(name)) if word]
    if not labels or not words:
        return None
    content = [word for word in words if word not in SMALL_WORDS] or words
    spellings = {"".join(words), "".join(content), *content}
    if any(label in spellings and (len(content) == 1 or label in content) for label in labels):
        return None
    if any("".join(form) in label for label in labels for form in (words, content)):
        return "the host writes it as one word" if len(words) == _WRITTEN_AS_ONE and "-" not in host else None
    if any("".join(word[0] for word in form) in labels for form in (words, content)):
        return "only its initials agree"
    return None if stands_for_site(name, "", host) else "they have no word in common"


_WRITTEN_AS_ONE = 2
"""Words of a name that may be one: "First Post" of firstpost.example."""


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
