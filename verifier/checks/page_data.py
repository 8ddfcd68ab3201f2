"""The page against the note: P401 to P407. A page is wrong about itself often enough that none of these is an error."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from citations.dates import DateParts, PartialDate
from citations.links import host_of
from citations.records import CitationRecord, NoteKind
from verifier.audit import SourceAudit
from verifier.checks.base import CheckInput, at_note, read_sources
from verifier.extraction.base import PageData, Said
from verifier.findings import Finding, Rule, Severity, shortened
from verifier.naming import TitleLikeness, changed_words, compare_titles, same_person, share_a_word, stands_for_site
from verifier.sources import CitedSource

TITLE_DIFFERS = Rule(
    code="P401",
    name="title-differs",
    severity=Severity.WARNING,
    summary="the page has quite another title than the note gives",
    explanation=(
        "A note whose title shares hardly a word with the page's is often pasted from another note, or the address "
        "now leads to another page. The note is held against all that the page calls itself: in its heading, in its "
        "window, for sharing. A subtitle, the site's name, quotation marks, case and accents are forgiven, and titles "
        "in different scripts are not compared; of 373 pages whose titles are known, none is reported. Where "
        "authors, site or date are others too they are told with it; where they are not and the titles share a word it "
        "is only information. It errs where the note translates the title."
    ),
    help="check that the link leads to the page that the note means",
)
TITLE_CHANGED = Rule(
    code="P402",
    name="title-changed",
    severity=Severity.INFO,
    summary="the page's title has other words than the note's",
    explanation=(
        "Headlines are changed after publication, and titles are copied with slips. This is information: the note may "
        "well give the title of its day."
    ),
    help="copy the title as the page has it",
)
TITLE_MARK = Rule(
    code="P403",
    name="title-question",
    severity=Severity.INFO,
    summary="one of the two titles is a question and the other is not",
    explanation=(
        "A question mark that the page lacks, or that the note lost, turns what the title says around. It errs where "
        "the page's data leave a mark out that its heading has."
    ),
    help="copy the title as the page has it",
)
AUTHOR_DIFFERS = Rule(
    code="P404",
    name="author-differs",
    severity=Severity.INFO,
    summary="the page names other authors than the note",
    explanation=(
        "None of the note's authors is among the page's. The order of names, initials and titles are forgiven; nothing "
        "is said where the page names only its site or an agency. Of 243 pages whose authors are known, five are "
        "reported. A page may name whoever put it up instead, so this is information."
    ),
    help="compare the byline of the page",
)
SITE_DIFFERS = Rule(
    code="P405",
    name="site-differs",
    severity=Severity.INFO,
    summary="the page is of another site than the publisher in the note",
    explanation=(
        "The publisher or container in the note shares no word and no initials with what the page calls its site, nor "
        "with its host. It errs for articles that are printed again elsewhere and for brands of one house."
    ),
    help="name the site that published the page",
)
PUBLISHED_DIFFERS = Rule(
    code="P406",
    name="published-differs",
    severity=Severity.WARNING,
    summary="the page gives another date of publication than the note",
    explanation=(
        "A day more or less is forgiven, for time zones, and so is a note that gives only month or year. Where the "
        "note gives a day between publication and last change, on which the page may have been changed too, it is "
        "only information, and so it is where the page's date was found in its text and not in its data. Of 448 pages "
        "whose dates are known, three are reported. It errs on pages that put a new date on an old text."
    ),
    help="use the date of publication that the page gives",
)
CHANGED_LATER = Rule(
    code="P407",
    name="changed-after-access",
    severity=Severity.INFO,
    summary="the page says that it was changed after the note's access date",
    explanation=(
        "What was read then may not stand there now. Pages often count a changed advertisement as a change, so this is "
        "information, and helps to understand a claim that is no longer found."
    ),
    help="read the passage again, or cite an archived copy from the access date",
)
ONE_DAY = 1
"""Days between two dates that a time zone can explain."""

SURE_SOURCES = ("JSON-LD", "meta", "microdata")
"""How the source of a date in a page's data begins; 93 in 100 of these are right (``score.py dates``)."""

MOST_OF_A_NAME = 150
"""Characters of a title or of names in a message: a line of a report."""

PDF = "pdf"
"""The kind of source whose own data are not compared: they often belong to a template or to whoever typed the text."""

_NEAREST_FIRST = tuple(TitleLikeness)
"""A page may have one title in its heading and another for sharing: the one nearest to the note's counts."""

_COMPARED = frozenset({NoteKind.SOURCE, NoteKind.MIXED})


@dataclass(frozen=True, slots=True)
class PageDataCheck:
    """Holds what each readable page says about itself against the notes that cite it."""

    rules: tuple[Rule, ...] = field(
        default=(
            TITLE_DIFFERS,
            TITLE_CHANGED,
            TITLE_MARK,
            AUTHOR_DIFFERS,
            SITE_DIFFERS,
            PUBLISHED_DIFFERS,
            CHANGED_LATER,
        )
    )

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield the differences, note by note."""
        for cited, source in read_sources(given):
            if cited.note.kind in _COMPARED and source.kind != PDF:
                yield from _against_record(cited, source)


CHECK = PageDataCheck()


def _against_record(cited: CitedSource, source: SourceAudit) -> Iterator[Finding]:
    record, data = cited.record, source.data
    title = next(_title(cited, record, data), None)
    told_together = title is not None and title.rule == TITLE_DIFFERS.code
    others = [
        *_authors(cited, record, data, brief=told_together),
        *_site(cited, record, source, brief=told_together),
        *_published(cited, record, data, brief=told_together),
    ]
    if title is not None and told_together and others:
        told = "; ".join(finding.message for finding in (title, *others))
        yield at_note(TITLE_DIFFERS, cited.note, told, url=cited.url)
    else:
        yield from [title, *others] if title else others
    yield from _modified(cited, record, data)


def _title(cited: CitedSource, record: CitationRecord, data: PageData) -> Iterator[Finding]:
    if not record.title or not data.titles:
        return
    mine = record.title
    compared = [(compare_titles(mine, said.value), share_a_word(mine, said.value), said) for said in data.titles]
    likeness, shared, title = min(compared, key=lambda one: (_NEAREST_FIRST.index(one[0]), not one[1]))
    both = f"{_both(mine, title)} ({_place(title)})"
    if likeness is TitleLikeness.DIFFERENT:
        finding = at_note(TITLE_DIFFERS, cited.note, f"another title: {both}", url=cited.url)
        yield finding.at(Severity.INFO) if shared else finding
    elif likeness is TitleLikeness.ANOTHER_MARK:
        yield at_note(TITLE_MARK, cited.note, f"only one of the titles is a question: {both}", url=cited.url)
    elif likeness is TitleLikeness.CHANGED:
        lost, put = changed_words(mine, title.value)
        if not put and stands_for_site(" ".join(lost), _site_name(data), _host(cited.url)):
            return
        words = "; ".join(
            f"only in the {where}: {', '.join(words[:8])}" for where, words in (("note", lost), ("page", put)) if words
        )
        message = f"the title has other words: {both}" + (f"; {words}" if words else "")
        yield at_note(TITLE_CHANGED, cited.note, message, url=cited.url)


def _authors(cited: CitedSource, record: CitationRecord, data: PageData, *, brief: bool) -> Iterator[Finding]:
    site, host = _site_name(data), _host(cited.url)
    named = [author for author in data.authors if not stands_for_site(author.value, site, host)]
    mine = [author.literal for author in record.authors if not stands_for_site(author.literal, site, host)]
    if not named or not mine:
        return
    if any(same_person(name, author.value) for name in mine for author in named):
        return
    theirs = ", ".join(author.value for author in named[:5])
    message = f"other authors: the note has {', '.join(mine[:5])}, the page {shortened(theirs, MOST_OF_A_NAME)}"
    message += "" if brief else f" ({_place(named[0])})"
    yield at_note(AUTHOR_DIFFERS, cited.note, message, url=cited.url)


def _site(cited: CitedSource, record: CitationRecord, source: SourceAudit, *, brief: bool) -> Iterator[Finding]:
    sites = source.data.site_names
    names = [name for name in (record.container_title, record.publisher) if name]
    if not sites or not names:
        return
    hosts = {_host(cited.url), _host(source.final_url or "")}
    if any(stands_for_site(name, site.value, host) for name in names for site in sites for host in hosts):
        return
    site = sites[0]
    message = f"another site: {_both(names[0], site)}"
    message += "" if brief else f" ({_place(site)})"
    yield at_note(SITE_DIFFERS, cited.note, message, url=cited.url)


def _published(cited: CitedSource, record: CitationRecord, data: PageData, *, brief: bool) -> Iterator[Finding]:
    if record.issued is None or data.published is None or not record.issued.readings:
        return
    if _agree(record.issued, data.published.value):
        return
    message = f"another date: the note has {record.issued.raw}, the page {data.published.value}"
    message += "" if brief else f" ({_place(data.published)})"
    sure = data.published.source.startswith(SURE_SOURCES)
    if not brief and data.modified and _may_be_a_change(record.issued, data.published.value, data.modified.value):
        message += f"; {data.modified.value} is when it was last changed ({_place(data.modified)})"
        sure = False
    finding = at_note(PUBLISHED_DIFFERS, cited.note, message, url=cited.url)
    yield finding if sure else finding.at(Severity.INFO)


def _may_be_a_change(noted: PartialDate, published: str, modified: str) -> bool:
    """Whether a note may give the day of a change: pages that are kept up to date show that day."""
    first, last = _day(published), _day(modified)
    days = [day for reading in noted.readings if (day := _day_of(reading))]
    within = first and last and any(first <= day <= last for day in days)
    return bool(within) or _agree(noted, modified)


def _modified(cited: CitedSource, record: CitationRecord, data: PageData) -> Iterator[Finding]:
    if record.accessed is None or data.modified is None or not record.accessed.parts:
        return
    then, now = _last_day(record.accessed.parts), _day(data.modified.value)
    if then is None or now is None or (now - then).days <= ONE_DAY:
        return
    message = f"changed on {data.modified.value} ({_place(data.modified)}), after the access date {record.accessed.raw}"
    yield at_note(CHANGED_LATER, cited.note, message, url=cited.url)


def _agree(noted: PartialDate, said: str) -> bool:
    """Whether a reading of the note's date agrees with the page's, at the precision both have, give or take a day."""
    page = tuple(int(part) for part in said.split("-"))
    for reading in noted.readings:
        length = min(len(reading), len(page))
        if reading[:length] == page[:length]:
            return True
        one, other = _day_of(reading), _day_of(page)
        if one is not None and other is not None and abs((one - other).days) <= ONE_DAY:
            return True
    return False


def _day(value: str) -> date | None:
    return _day_of(tuple(int(part) for part in value.split("-")))


def _day_of(parts: DateParts) -> date | None:
    try:
        return date(*parts) if len(parts) == 3 else None  # noqa: PLR2004 - year, month and day
    except ValueError:
        return None


def _last_day(parts: DateParts) -> date | None:
    """Give the day of a date; of a month the 28th, of a year 28 December, so that a change is never reported early."""
    year, month, day = (*parts, *(12, 28)[len(parts) - 1 :])[:3] if len(parts) < 3 else parts  # noqa: PLR2004 - as above
    return _day_of((year, month, day))


def _site_name(data: PageData) -> str:
    return data.site_name.value if data.site_name else ""


def _host(url: str) -> str:
    return host_of(url) if url else ""


def _both(noted: str, said: Said) -> str:
    names = shortened(noted, MOST_OF_A_NAME), shortened(said.value, MOST_OF_A_NAME)
    return f"the note has “{names[0]}”, the page “{names[1]}”"


def _place(said: Said) -> str:
    """Give where a page says something, as its readers would put it; for data with the name of the field."""
    if said.source in PLACES:
        return PLACES[said.source]
    return f"in its data, as {said.source}" if said.source.startswith(DATA) else f"in its {said.source}"


PLACES = {
    "h1": "in its heading",
    "title element": "in the title of its window",
    "time element": "in a date of its text",
    "URL": "in its address",
    "line by the title": "in the line by its title",
    "line with a label": "in a line of its text",
    "the document": "in its own data",
}
DATA = ("JSON-LD", "meta", "microdata", "rel=")
"""The beginnings of sources that are fields of a page's data."""
