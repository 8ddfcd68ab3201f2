"""Links that cannot be followed, and pages that could not be read: L301 to L310."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from citations.article import Article
from citations.records import Note
from verifier.audit import SourceAudit
from verifier.checks.base import LONGEST_SHOWN, CheckInput, at_note, at_place, listed, named, position_in
from verifier.fetching.base import Access
from verifier.findings import Finding, Rule, Severity, shortened
from verifier.sources import cited_sources

DEAD_LINK = Rule(
    code="L301",
    name="dead-link",
    severity=Severity.ERROR,
    summary="the page is gone",
    explanation=(
        "The server says that the page does not exist (404, 410). It is asked a second time at the end of the run, and "
        "a page is only called gone when both answers agree. It errs on servers that hide pages from programs."
    ),
    help="look for an archived copy (provenote fix --archives), or for the page's new address",
)
SOFT_404 = Rule(
    code="L302",
    name="soft-404",
    severity=Severity.WARNING,
    summary="the server answers, but with a page that says that there is no such page",
    explanation=(
        "Many sites answer 200 for pages they no longer have, or send the reader to their front page. It is told by "
        "the title, the heading or the redirect. It errs on short pages about missing pages."
    ),
    help="look for an archived copy, or for the page's new address",
)
INVALID_URL = Rule(
    code="L303",
    name="invalid-url",
    severity=Severity.ERROR,
    summary="the link is not a web address",
    explanation="No browser can open it: a scheme is missing, a host is malformed, or text has run into it.",
    help="copy the address from the browser again",
)
BROKEN_URL = Rule(
    code="L304",
    name="url-has-spaces",
    severity=Severity.WARNING,
    summary="a URL is broken by a blank or a line end",
    explanation=(
        "Most programs cut such a URL at the first blank, and open none whose beginning lacks a sign (http//). Ours "
        "joins and mends it, or keeps the blanks of a text fragment, and says so. It errs where a word after the URL "
        "was taken for a part of it."
    ),
    help="encode blanks as %20 and keep the URL in one line",
)
COULD_NOT_READ = Rule(
    code="L305",
    name="could-not-read",
    severity=Severity.INFO,
    summary="the page could not be read",
    explanation=(
        "A wall, a subscription, a slow server or a file that holds no text: nothing of this is the article's fault, "
        "and nothing follows for the claims. They are not checked."
    ),
    help="save the page yourself and lay it into sources/, or check by hand",
)
NEXT_STEPS = {
    Access.DENIED_ADDRESS: f"{COULD_NOT_READ.help}; --allow-private-hosts reads from networks of your own",
    Access.ROBOTS: f"{COULD_NOT_READ.help}; --no-robots asks for it as a person's browser would",
    Access.RATE_LIMITED: f"run it again later, or {COULD_NOT_READ.help}",
    Access.TEMPORARY: f"run it again later, or {COULD_NOT_READ.help}",
    Access.TOO_SLOW: f"{COULD_NOT_READ.help}; --timeout waits longer",
}
"""What else helps where a page could not be read for a reason that the user, or time, can take away."""

OWN_COPY_HELP = "lay a copy into its place that holds text: a saved page, a text, PDF or Word file"
LINK_TEXT = Rule(
    code="L306",
    name="link-text-unlike-target",
    severity=Severity.WARNING,
    summary="a link shows one address and leads to another",
    explanation="The reader is led elsewhere than the text says. Scheme, www and a last slash are forgiven.",
    help="make the text and the target of the link the same",
)
LONG_UNREACHABLE = Rule(
    code="L308",
    name="long-unreachable",
    severity=Severity.WARNING,
    summary="the page has not been reachable for several days of checking",
    explanation="One failure is not death, but a page that failed on several different days probably will not return.",
    help="look for an archived copy, or for another source",
)
ARCHIVED_COPY = Rule(
    code="L309",
    name="archived-copy",
    severity=Severity.INFO,
    summary="an archived copy was read in the page's place",
    explanation="The claims were checked against a copy in a web archive, made on the day that is named.",
    help="provenote fix --archives writes the copy's address into the note",
)
FRAGMENT_NOT_FOUND = Rule(
    code="L310",
    name="text-fragment-not-found",
    severity=Severity.INFO,
    summary="the words that the link points at are not on the page",
    explanation=(
        "A text fragment (#:~:text=…) is a quotation: it should stand on the page word for word. Browsers then open "
        "the page at its top. It errs where the words stand in a part that is built by a script."
    ),
    help="make the link again from the words on the page",
)
FAULTS = {Access.GONE: DEAD_LINK, Access.SOFT_404: SOFT_404, Access.INVALID_URL: INVALID_URL}
SILENT = frozenset({Access.OK, Access.ARCHIVED, Access.NO_LINK, Access.NOT_CHECKED})


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """Looks at how each source was reached, and at what the readers noticed about links."""

    rules: tuple[Rule, ...] = field(
        default=(
            DEAD_LINK,
            SOFT_404,
            INVALID_URL,
            BROKEN_URL,
            COULD_NOT_READ,
            LINK_TEXT,
            LONG_UNREACHABLE,
            ARCHIVED_COPY,
            FRAGMENT_NOT_FOUND,
        )
    )

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield the findings of the article's links, then those of the sources."""
        notes = {note.label: note for note in reversed(given.article.notes)}
        yield from _oddities(given.article, notes)
        naming = {one.key: one.note for named in reversed(cited_sources(given.article).values()) for one in named[::-1]}
        for source in given.sources:
            labelled = next((notes[label] for label in source.labels if label in notes), None)
            note = naming.get(source.key, labelled)
            if note is not None:
                yield from _access(source, note, given.fail_after)
        yield from _fragments(given)


CHECK = LinkCheck()


def _oddities(article: Article, notes: Mapping[str, Note]) -> Iterator[Finding]:
    told = {
        "url-has-spaces": (BROKEN_URL, "the URL has a blank in it", BROKEN_URL.help),
        "url-broken": (BROKEN_URL, "the URL begins wrongly", "write its beginning out, as in https://example.org"),
        "link-text": (LINK_TEXT, "the link's text and its target differ", LINK_TEXT.help),
    }
    for oddity in article.oddities:
        if oddity.kind not in told:
            continue
        rule, words, next_step = told[oddity.kind]
        note = notes.get(oddity.label or "")
        position = position_in(article, oddity.line, oddity.column, note)
        message = f"{words}: {oddity.text[:LONGEST_SHOWN]}"
        finding = at_place(rule, position, message, label=oddity.label, subject=note.raw if note else oddity.text)
        yield replace(finding, path=oddity.path, help=next_step)


def _access(source: SourceAudit, note: Note, fail_after: int) -> Iterator[Finding]:
    cited_in, url = f"note {listed(source.labels)}", shortened(source.url, LONGEST_SHOWN)
    if source.access in FAULTS:
        yield at_note(FAULTS[source.access], note, f"cannot open {url}: {source.reason}", url=source.url)
    elif source.access is Access.PART_ONLY:
        yield at_note(COULD_NOT_READ, note, f"only a part of {url} was read: {source.reason}", url=source.url)
    elif source.access not in SILENT:
        what = f"{url} ({cited_in})" if url else f"the source of {cited_in}"
        finding = at_note(COULD_NOT_READ, note, f"could not read {what}: {source.reason}", url=source.url)
        yield replace(finding, help=OWN_COPY_HELP if source.own_copy else NEXT_STEPS.get(source.access, finding.help))
    if source.failure_days >= fail_after and source.access not in SILENT:
        message = f"{url} has failed on {_days(source.failure_days)}, first on {(source.first_failed_at or '')[:10]}"
        yield at_note(LONG_UNREACHABLE, note, message, url=source.url)
    if source.archived is not None:
        distance = source.archived.distance_days
        when = f", {_days(distance)} from the date in the note" if distance is not None else ""
        message = f"there is a copy of {url} from {source.archived.captured}{when}: {source.archived.url}"
        yield at_note(ARCHIVED_COPY, note, message, url=source.url)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _fragments(given: CheckInput) -> Iterator[Finding]:
    notes = {(note.chapter, note.label): note for note in reversed(given.article.notes)}
    reported: set[tuple[int, str]] = set()
    for claim in given.claims:
        for citation in claim.citations:
            missed = citation.match is not None and citation.match.fragment_found is False
            key = (claim.claim.chapter, citation.label)
            note = notes.get(key)
            if missed and note is not None and key not in reported:
                reported.add(key)
                message = f"the words that the link of {named(note)} points at are not on the page"
                yield at_note(FRAGMENT_NOT_FOUND, note, message, url=citation.source.url)
