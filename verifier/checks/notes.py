"""Notes held against each other: N105 to N107, N109."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from citations.dates import PartialDate
from citations.links import TEXT_DIRECTIVE, canonical_url, host_of
from citations.records import CitationRecord, Note, NoteKind
from verifier.checks.base import CheckInput, at_note, at_place, listed, named
from verifier.findings import Finding, Rule, Severity

AMBIGUOUS_BACK_REFERENCE = Rule(
    code="N105",
    name="ambiguous-back-reference",
    severity=Severity.WARNING,
    summary="a note refers to another note, but it is not sure to which",
    explanation=(
        'After "ibid." or "op. cit." a reader must know which source is meant. It is reported where the note before '
        "names several sources or none (one with a year may be a source that was not read), or where several notes "
        "fit the short form. It errs where the author's own conventions decide."
    ),
    help="write the source out, or name the note: see note 3",
)
SAME_SOURCE = Rule(
    code="N106",
    name="duplicate-source",
    severity=Severity.INFO,
    summary="several notes cite the same page",
    explanation=(
        "Not a fault: it tells how many distinct sources an article has. Pages count as one by their address, and each "
        "is named once, with all the notes that cite it."
    ),
    help="a short form or a named note says that it is the same source",
)
NOTES_DISAGREE = Rule(
    code="N107",
    name="notes-disagree",
    severity=Severity.WARNING,
    summary="two notes for one page say different things about it",
    explanation=(
        "One of them must be wrong. Compared are title, publication date and family names of the authors, by letters "
        "and digits only, where both notes are nothing but a source; no titles where the links lead to different "
        "sections. It errs where a page was rewritten between two visits."
    ),
    help="compare both notes with the page",
)
LINK_PLACEMENT = Rule(
    code="N109",
    name="url-placement",
    severity=Severity.INFO,
    summary="some notes have their URL in the line, others in a paragraph of its own",
    explanation="A matter of form, but converters lose URLs that stand apart from their note.",
    help="keep the URL in the same paragraph as its note",
)

COMPARED = frozenset({NoteKind.SOURCE, NoteKind.BARE_URL})
"""Notes that are nothing but sources: in a remark a sentence of the author's own can stand in the title's place."""
_ARTICLE = re.compile(r"^\s*(?:the|an?|der|die|das|les?|la|el|il)\s", re.IGNORECASE)
_SAME_PLACE = re.compile(r"\W{0,3}(?:see\s|vgl\.\s|cf\.\s)?(?:ib[ií]d|id\.|idem|ebd|ebenda|ivi|там же)", re.IGNORECASE)
"""What refers to the note right before."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SHORT_FORM = 0.5
"""Share of a title's words up to which another title of the same page is its short form ("FIPS PUB 199")."""


@dataclass(frozen=True, slots=True)
class NoteCheck:
    """Compares notes of one article with each other."""

    rules: tuple[Rule, ...] = field(default=(AMBIGUOUS_BACK_REFERENCE, SAME_SOURCE, NOTES_DISAGREE, LINK_PLACEMENT))

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield one finding for a note or a pair of notes."""
        notes = given.article.notes
        for before, note in pairwise((None, *notes)):
            if note is not None and note.refers_to == () and not _follows_unread(before, note):
                yield at_note(AMBIGUOUS_BACK_REFERENCE, note, f"cannot tell which source {named(note)} refers to")
        yield from _same_sources(notes)
        yield from _placement(given)


CHECK = NoteCheck()


def _follows_unread(before: Note | None, note: Note) -> bool:
    """Whether "ibid." stands behind a note that looks like a source, but was not read as one: the fault is not its."""
    if before is None or before.records or before.refers_to is not None:
        return False
    return _SAME_PLACE.match(note.raw) is not None and _YEAR.search(before.raw) is not None


def _same_sources(notes: Sequence[Note]) -> Iterator[Finding]:
    citing: dict[str, list[tuple[Note, CitationRecord]]] = {}
    for note in notes:
        for record in note.records if note.refers_to is None else ():
            if record.url is not None and "." in host_of(record.url):
                citing.setdefault(canonical_url(record.url), []).append((note, record))
    for url, found in citing.items():
        earlier, other = found[0]
        later = [(note, record) for note, record in found[1:] if note is not earlier]
        if later:
            them = (
                f"notes {listed(note.label for note, _ in later)} cite"
                if len(later) > 1
                else f"{named(later[0][0])} cites"
            )
            yield at_note(SAME_SOURCE, later[0][0], f"{them} the same page as {named(earlier)}", url=url)
        for note, record in later:
            compared = note.kind in COMPARED and earlier.kind in COMPARED
            apart = _sections_differ((note, record), (earlier, other))
            differences = _differences(record, other, sections_differ=apart) if compared else []
            if differences:
                message = f"{named(earlier)} and {named(note)} cite one page, but disagree: {'; '.join(differences)}"
                yield at_note(NOTES_DISAGREE, note, message, url=url)


def _sections_differ(one: tuple[Note, CitationRecord], other: tuple[Note, CitationRecord]) -> bool:
    """Whether two notes name different sections of their page: each of them has a title of its own."""
    mine, theirs = _section(*one), _section(*other)
    return bool(mine and theirs) and mine != theirs


def _section(note: Note, record: CitationRecord) -> str:
    """The fragment that stands behind a record's URL in its note, "" for none and for words that are quoted."""
    _, _, behind = note.raw.partition(f"{record.url}#")
    return (
        "" if behind.startswith(TEXT_DIRECTIVE) else re.split(r"[\s<>()\[\]\"”’,;]", behind, maxsplit=1)[0].rstrip(".")
    )


def _differences(one: CitationRecord, other: CitationRecord, *, sections_differ: bool) -> list[str]:
    found = []
    if one.title and other.title and not sections_differ and _titles_disagree(one.title, other.title):
        found.append(f"title “{other.title}” and “{one.title}”")
    if one.issued and other.issued and _dates_disagree(one.issued, other.issued):
        found.append(f"published {other.issued.raw} and {one.issued.raw}")
    if one.authors and other.authors and not _families(one) & _families(other):
        found.append(f"author {other.authors[0].literal} and {one.authors[0].literal}")
    return found


def _titles_disagree(one: str, other: str) -> bool:
    """Whether two titles are of different works; a subtitle left out or a short form is the same one."""
    mine, theirs = (_ARTICLE.sub("", title) for title in (one, other))
    short, long = sorted((_letters(mine), _letters(theirs)), key=len)
    counts = sorted((len(one.split()), len(other.split())))
    return short not in long and counts[0] > _SHORT_FORM * counts[1]


def _dates_disagree(one: PartialDate, other: PartialDate) -> bool:
    """Whether no reading of one date agrees with a reading of the other, as far as both go."""
    pairs = [(mine, theirs) for mine in one.readings for theirs in other.readings]
    return bool(pairs) and all(mine[: len(theirs)] != theirs[: len(mine)] for mine, theirs in pairs)


def _families(record: CitationRecord) -> set[str]:
    return {_letters(word) for name in record.authors for word in (name.family or name.literal).split()}


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def _placement(given: CheckInput) -> Iterator[Finding]:
    apart = [oddity for oddity in given.article.oddities if oddity.kind == "url-apart"]
    labels = [oddity.label for oddity in apart if oddity.label is not None]
    linked = [note for note in given.article.notes if any(record.url for record in note.records)]
    if not labels or len(labels) >= len(linked):
        return
    note = next((note for note in given.article.notes if note.label == labels[0]), None)
    if note is not None:
        message = f"the URL stands in a paragraph of its own in notes {listed(labels)}, but not in the others"
        yield at_place(LINK_PLACEMENT, note.position, message, label=note.label or None)
