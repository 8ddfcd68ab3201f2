"""The audit: everything that was found out about some articles, as one value."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from citations.article import Article
from citations.claims import Claim
from citations.document import Sentence
from verifier.extraction.base import PageData
from verifier.fetching.base import Access, ArchivedCopy, Hop
from verifier.findings import Finding
from verifier.matching.base import Match, Verdict

PASSAGE_LIMIT = 300
"""Characters of a page that may be quoted: enough to recognise the place, little enough to be a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAudit:
    """One distinct page (or other source) of an article: how it was reached and what it says about itself.

    ``url`` is the canonical URL without fragment, ``""`` for a source without a link (then ``labels`` has one note).
    ``key`` tells sources apart while an audit is made: the URL, or the note and the place in it.
    """

    url: str
    labels: tuple[str, ...]
    access: Access
    reason: str
    http_status: int | None = None
    final_url: str | None = None
    chain: tuple[Hop, ...] = ()
    fetched_at: str | None = None
    sha256: str | None = None
    archived: ArchivedCopy | None = None
    own_copy: str | None = None
    data: PageData = field(default_factory=PageData)
    kind: str = ""
    characters: int = 0
    first_failed_at: str | None = None
    failures: int = 0
    failure_days: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One claim with one source named for it. ``match`` is ``None`` where the source could not be read."""

    label: str
    source: SourceAudit
    verdict: Verdict
    reason: str | None
    match: Match | None = None
    fragment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another source of the article that carries what the cited one lacks."""

    label: str
    url: str
    score: float
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A sentence without a note whose figure or quotation stands in a source of the article: the note to offer."""

    sentence: Sentence
    label: str
    url: str
    score: float
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """A page that said something else when it was last read, at the passage that a claim rests on.

    ``said`` on ``read_at`` and ``says`` today, each at most 300 characters, ``""`` where there was nothing like it.
    ``carried``: it supported the claim then and does not now.
    """

    claim: Claim
    label: str
    url: str
    read_at: str
    said: str
    says: str
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAudit:
    """One claim, what its sources say together, and each of them.

    ``score``: 0 to 1, the best of its citations (how sure that the sources support the whole claim).
    """

    claim: Claim
    verdict: Verdict
    reason: str | None
    score: float
    citations: tuple[Citation, ...]
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAudit:
    """One article: what was read, its claims, its sources, its findings.

    ``error`` says why it could not be read, and ``error_help`` what to do about it. ``only_changed``: claims that
    did not change were left out.
    """

    path: str
    article: Article | None
    claims: tuple[ClaimAudit, ...] = ()
    sources: tuple[SourceAudit, ...] = ()
    findings: tuple[Finding, ...] = ()
    offers: tuple[Offer, ...] = ()
    error: str | None = None
    error_help: str = ""
    only_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of the claims could be checked. ``not_checked`` counts the reasons of the others, most first."""

    claims: int
    checked: int
    not_checked: tuple[tuple[str, int], ...]

    @property
    def percent(self) -> float:
        """Share of the claims that were checked, 0 to 100; 100 when there is none."""
        return 100.0 * self.checked / self.claims if self.claims else 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """All of it. ``started_at`` and ``command`` are the only values that differ between equal runs."""

    version: str
    started_at: str
    command: str
    articles: tuple[ArticleAudit, ...]
    settings: tuple[tuple[str, str], ...] = ()
    scorer: str | None = None


def quotable(text: str) -> str:
    """Give what may be quoted of a page: where it is longer it ends behind a word, with an ellipsis."""
    if len(text) <= PASSAGE_LIMIT:
        return text
    cut = text[: PASSAGE_LIMIT - 1]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > PASSAGE_LIMIT // 2 else cut).rstrip() + "…"


def coverage_of(claims: Sequence[ClaimAudit]) -> Coverage:
    """Count the claims that got a verdict from a source, and why the others did not."""
    reasons = Counter(claim.reason or "unknown" for claim in claims if claim.verdict is Verdict.NOT_CHECKED)
    return _coverage(len(claims), reasons)


def coverage_together(parts: Iterable[Coverage]) -> Coverage:
    """Give the coverage of several articles together."""
    claims, reasons = 0, Counter[str]()
    for part in parts:
        claims += part.claims
        reasons.update(dict(part.not_checked))
    return _coverage(claims, reasons)


def _coverage(claims: int, reasons: Counter[str]) -> Coverage:
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return Coverage(claims=claims, checked=claims - reasons.total(), not_checked=tuple(ranked))
