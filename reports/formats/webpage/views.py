"""What the page shows of each article, ready to print: texts cut, marks made, links checked."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reports.formats.base import SEVERITIES, Located, open_findings, sources_by_id
from reports.formats.webpage.charts import SIGNS, Host, Lane, Share, host_of, hosts, lanes, verdict_shares
from reports.formats.webpage.marks import Piece, marked_claim, marked_passage
from reports.one_line import plain
from reports.values import (
    ArticleReport,
    CitationReport,
    ClaimReport,
    FindingReport,
    MissReport,
    NoteReport,
    PassageReport,
    Report,
    RuleReport,
    SourceReport,
)
from reports.words import DECISION_WORDS, VERDICT_NAMES, WORST_FIRST, reason_words
from verifier.matching.base import Verdict

LONGEST_TEXT: Final = 1_500
"""Characters of a claim or a message on the page; what is longer is a fault of the file, not a text to read."""

SUMMARY_CHARACTERS: Final = 220
NOTE_CHARACTERS: Final = 400
TITLE_CHARACTERS: Final = 160
URL_CHARACTERS: Final = 120
"""Of a claim in the list, a note, a title and an address as they are shown (by eye, at 360 pixels)."""

FIRST_TO_FIX: Final = 3
"""Things that are told before all else: as many as stand side by side on a screen."""

MOST_DETAILS: Final = 12
"""Details told one by one for a source (by eye)."""

KIND_NAMES: Final[Mapping[str, str]] = {
    "number": "Number",
    "date": "Date",
    "name": "Name",
    "negation": "Negation",
    "quote": "Quotation",
    "word": "Word",
}


_CODE = re.compile(r"[A-Za-z0-9-]{1,20}")


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its marks. ``place`` says where it stands in the source text."""

    pieces: list[Piece]
    place: str
    link: str | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source of a claim as the card shows it. ``words`` are single words that it lacks, by where they stand."""

    citation: CitationReport
    sign: str
    passages: list[PassageView]
    candidates: list[PassageView]
    details: list[tuple[str, MissReport]]
    words: list[tuple[str, list[MissReport]]]
    facts: "SourceFacts | None"
    fragment: str


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source with the links that may be followed. ``name`` is its title, else its address."""

    source: SourceReport
    name: str
    host: str
    url: str | None
    archived: str | None
    redirects: list[tuple[str, int]]
    shown_url: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A card. ``before``, ``pieces`` and ``after`` are the sentence, the claim in it marked."""

    claim: ClaimReport
    anchor: str
    sign: str
    label: str
    short: str
    before: str
    pieces: list[Piece]
    after: str
    sources: list[SourceView]
    findings: list["FindingView"]
    open: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with what was decided on it, in words. ``explained``: the page says what its rule is about."""

    finding: FindingReport
    decided: str
    url: str | None
    explained: bool = False


@dataclass(frozen=True, slots=True)
class FirstView:
    """One of the things to fix first, and where on the page it is told in full."""

    path: str
    finding: FindingReport
    href: str
    claim: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of the citations: the fragment that switches it on, and how many it leaves."""

    key: str
    name: str
    sign: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article of the page; ``prefix`` keeps its anchors apart from those of the others."""

    article: ArticleReport
    prefix: str
    shares: list[Share]
    lanes: list[Lane]
    hosts: list[Host]
    filters: list[Filter]
    claims: list[ClaimView]
    others: list[FindingView]
    information: list[FindingView]
    sources: list[SourceFacts]
    unchecked: list[tuple[str, list[ClaimView]]]
    notes: Mapping[str, NoteReport]


def explained_rules(report: Report) -> dict[str, RuleReport]:
    """Give the rules that the page explains, by their codes; a code that could be no name of a place is left out."""
    return {rule.code: rule for rule in report.rules if _CODE.fullmatch(rule.code)}


def article_view(article: ArticleReport, number: int, explained: Container[str] = ()) -> ArticleView:
    """Give what the page shows of one article.

    ``number`` counts the articles of the report from 1; ``explained`` are the codes that the page explains.
    """
    prefix = f"a{number}"
    facts = {source_id: source_facts(source) for source_id, source in sources_by_id(article).items()}
    by_claim: dict[str, list[FindingView]] = {}
    for finding in article.findings:
        by_claim.setdefault(finding.claim or "", []).append(finding_view(finding, explained))
    others = [finding_view(finding, explained) for finding in other_findings(article)]
    claims = [
        _claim(claim, f"{prefix}-{place}", facts, by_claim.get(claim.id, []))
        for place, claim in enumerate(article.claims, 1)
    ]
    return ArticleView(
        article=article,
        prefix=prefix,
        shares=verdict_shares(article.claims),
        lanes=lanes(article),
        hosts=hosts(article.sources),
        filters=list(_filters(claims)),
        claims=claims,
        others=[view for view in others if view.finding.severity != "info"],
        information=[view for view in others if view.finding.severity == "info"],
        sources=list(facts.values()),
        unchecked=_unchecked(claims),
        notes={note.label: note for note in article.notes},
    )


def other_findings(article: ArticleReport) -> list[FindingReport]:
    """Give the findings about no claim, open ones first, then worst first, information last of all."""
    known = {claim.id for claim in article.claims}
    others = [finding for finding in article.findings if finding.claim not in known]
    return sorted(
        others,
        key=lambda one: (one.severity == "info", one.suppressed_by is not None, SEVERITIES.index(one.severity)),
    )


def _filters(claims: list[ClaimView]) -> Iterator[Filter]:
    yield Filter("all", "All", "", len(claims))
    yield Filter("open", "To look at", "!", sum(1 for view in claims if view.open))
    for verdict in WORST_FIRST:
        count = sum(1 for view in claims if view.claim.verdict == verdict)
        if count:
            yield Filter(str(verdict), VERDICT_NAMES[verdict], SIGNS[verdict], count)


def is_waiting(view: FindingView) -> bool:
    """Whether the finding is open, and more than information."""
    return view.finding.suppressed_by is None and view.finding.severity != "info"


def _unchecked(claims: list[ClaimView]) -> list[tuple[str, list[ClaimView]]]:
    groups: dict[str, list[ClaimView]] = {}
    for view in claims:
        if view.claim.verdict == "not-checked":
            groups.setdefault(reason_words(view.claim.reason), []).append(view)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def _claim(claim: ClaimReport, anchor: str, facts: Mapping[str, SourceFacts], findings: list[FindingView]) -> ClaimView:
    text = claim.text[:LONGEST_TEXT]
    at = claim.sentence.find(claim.text) if len(claim.sentence) <= LONGEST_TEXT else -1
    return ClaimView(
        claim=claim,
        anchor=anchor,
        sign=SIGNS.get(claim.verdict, "?"),
        label=plain(", ".join(claim.labels), TITLE_CHARACTERS),
        short=plain(claim.text, SUMMARY_CHARACTERS),
        before=claim.sentence[:at] if at > 0 else "",
        pieces=marked_claim(text, claim.sources),
        after=claim.sentence[at + len(claim.text) :] if at >= 0 else "",
        sources=[_source(claim, citation, facts.get(citation.source)) for citation in claim.sources],
        findings=findings,
        open=_is_open(claim, findings),
    )


def _is_open(claim: ClaimReport, findings: list[FindingView]) -> bool:
    """Whether a claim waits for a person: by a finding about it, or as it is unclear and nobody has settled it."""
    settled = any(view.finding.suppressed_by is not None for view in findings)
    return any(map(is_waiting, findings)) or (claim.verdict == Verdict.REVIEW and not settled)


def _source(claim: ClaimReport, citation: CitationReport, facts: SourceFacts | None) -> SourceView:
    text = claim.text[:LONGEST_TEXT]
    found = [_passage(passage, text, citation.missing) for passage in citation.evidence]
    near = [] if found else [_passage(passage, text, ()) for passage in citation.candidates[:1]]
    told = _told_once(citation.missing)[:MOST_DETAILS]
    fragment = {True: "its cited words stand on the page", False: "its cited words are not on the page any more"}
    return SourceView(
        citation=citation,
        sign=SIGNS.get(citation.verdict, "?"),
        passages=found,
        candidates=near,
        details=[(KIND_NAMES.get(miss.kind, miss.kind), miss) for miss in told if not _is_lacking_word(miss)],
        words=list(_by_place([miss for miss in told if _is_lacking_word(miss)])),
        facts=facts,
        fragment=fragment[citation.fragment_found] if citation.fragment_found is not None else "",
    )


def _is_lacking_word(miss: MissReport) -> bool:
    return miss.kind == "word" and miss.found is None


def _by_place(words: list[MissReport]) -> Iterator[tuple[str, list[MissReport]]]:
    """Yield the words that are nowhere in the source and those that stand elsewhere in it, each with a heading."""
    for heading, elsewhere in (("Not found here", False), ("Elsewhere in the source", True)):
        found = [word for word in words if word.elsewhere is elsewhere]
        if found:
            yield heading, found


def _told_once(missing: tuple[MissReport, ...]) -> list[MissReport]:
    """Give the details without single words that a sharper one (an altered quotation, say) lies over."""
    sharp = [miss for miss in missing if miss.kind != "word"]
    return sharp + [
        miss
        for miss in missing
        if miss.kind == "word"
        and not any(one.start <= miss.start and miss.end <= one.end for one in sharp[:MOST_DETAILS])
    ]


def _passage(passage: PassageReport, claim: str, missing: Iterable[MissReport]) -> PassageView:
    place = f"characters {passage.start:,} to {passage.end:,}"
    if passage.page is not None:
        place = f"page {passage.page}, {place}"
    if passage.part not in (None, "main"):
        place = f"{passage.part} of the page, {place}"
    return PassageView(pieces=marked_passage(passage, claim, missing), place=place, link=safe_link(passage.link))


def source_facts(source: SourceReport) -> SourceFacts:
    """Give a source with the links that may be followed."""
    return SourceFacts(
        source=source,
        name=plain(source.title or "", TITLE_CHARACTERS),
        host=plain(host_of(source.final_url or source.url), TITLE_CHARACTERS),
        url=safe_link(source.final_url or source.url),
        archived=safe_link(source.archived.url) if source.archived else None,
        redirects=[(plain(hop.url, URL_CHARACTERS), hop.status) for hop in source.redirects[:12]],
        shown_url=plain(source.url, URL_CHARACTERS),
    )


def safe_link(url: str | None) -> str | None:
    """Give a URL that may stand behind a link: http or https and nothing else."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def as_sentence(text: str, limit: int) -> str:
    """Give a message as a heading begins: with a capital, unless its first word is an address."""
    clean = plain(text, limit)
    first = clean.split(" ", 1)[0]
    return clean[:1].upper() + clean[1:] if first.isalpha() else clean


def finding_view(finding: FindingReport, explained: Container[str] = ()) -> FindingView:
    """Give a finding with its decision in words."""
    decision = finding.decision
    decided = ""
    if decision is not None:
        by = f" by {decision.reviewer}" if decision.reviewer else ""
        why = f": {decision.note}" if decision.note else ""
        over = " · no longer holds: " if decision.stale or decision.expired else ""
        over += "what it rests on has changed" if decision.stale else "its last day is over" if decision.expired else ""
        decided = f"{DECISION_WORDS.get(decision.state, decision.state)}{by}, {decision.date}{why}{over}"
    elif finding.suppressed_by is not None:
        reason = finding.suppressed_by
        decided = f"ignored in the article: {reason[7:].strip()}" if reason.startswith("inline:") else reason
    return FindingView(
        finding=finding,
        decided=plain(decided, NOTE_CHARACTERS),
        url=safe_link(finding.url),
        explained=finding.rule in explained,
    )


def first_to_fix(report: Report, pages: Mapping[int, str]) -> list[FirstView]:
    """Give the three open findings to begin with; ``pages`` are the files of the articles, by number from 1."""
    numbers = {id(article): number for number, article in enumerate(report.articles, 1)}
    made: list[FirstView] = []
    for found in open_findings(report):
        if found.finding.severity == "info" or len(made) == FIRST_TO_FIX:
            break
        number = numbers[id(found.article)]
        made.append(_first(found, f"{pages.get(number, '')}#", f"a{number}"))
    return made


def _first(found: Located, page: str, prefix: str) -> FirstView:
    finding, article = found.finding, found.article
    place = next((at for at, claim in enumerate(article.claims, 1) if claim.id == finding.claim), None)
    claim = plain(article.claims[place - 1].text, SUMMARY_CHARACTERS) if place is not None else ""
    if place is None:
        others = [id(other) for other in other_findings(article)]
        anchor = f"{prefix}-f{others.index(id(finding)) + 1}"
    else:
        anchor = f"{prefix}-{place}"
    return FirstView(path=finding.path or article.path, finding=finding, href=f"{page}{anchor}", claim=claim)
