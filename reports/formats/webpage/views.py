"""What the page shows of each article, ready to print: texts cut, marks made, links checked."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from reports.formats.base import sources_by_id
from reports.formats.webpage.cards import ClaimView, claim_view
from reports.formats.webpage.charts import SIGNS, Host, Lane, Share, hosts, lanes, verdict_shares
from reports.formats.webpage.facts import SourceFacts, source_facts
from reports.formats.webpage.told import FindingView, finding_view, is_waiting, other_findings
from reports.values import ArticleReport, ClaimReport, Report, RuleReport
from reports.words import VERDICT_NAMES, WORST_FIRST, reason_words
from verifier.matching.base import Verdict

_CODE = re.compile(r"[A-Za-z0-9-]{1,20}")


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


def explained_rules(report: Report) -> dict[str, RuleReport]:
    """Give the rules that the page explains, by their codes; a code that could be no name of a place is left out."""
    return {rule.code: rule for rule in report.rules if _CODE.fullmatch(rule.code)}


def article_view(article: ArticleReport, number: int, explained: Container[str] = ()) -> ArticleView:
    """Give what the page shows of one article.

    ``number`` counts the articles of the report from 1; ``explained`` are the codes that the page explains.
    """
    prefix = f"a{number}"
    facts = {source_id: source_facts(source, article.notes) for source_id, source in sources_by_id(article).items()}
    by_claim: dict[str, list[FindingView]] = {}
    for finding in article.findings:
        by_claim.setdefault(finding.claim or "", []).append(finding_view(finding, explained))
    others = [finding_view(finding, explained) for finding in other_findings(article)]
    lost = _of_lost_links(others)
    claims = [
        claim_view(claim, f"{prefix}-{place}", facts, [*by_claim.get(claim.id, []), *_in_the_way(claim, facts, lost)])
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
    )


def _of_lost_links(others: list[FindingView]) -> dict[str, FindingView]:
    """Give the open findings about links by their address: a page that is gone, or no address at all."""
    links = (view for view in reversed(others) if is_waiting(view) and view.finding.rule.startswith("L"))
    return {view.finding.url: view for view in links if view.finding.url}


def _in_the_way(
    claim: ClaimReport, facts: Mapping[str, SourceFacts], lost: Mapping[str, FindingView]
) -> Iterator[FindingView]:
    """Yield why a claim could not be checked, where somebody should do something about it: it waits for that."""
    if claim.verdict != Verdict.NOT_CHECKED:
        return
    urls = dict.fromkeys(facts[one.source].source.url for one in claim.sources if one.source in facts)
    yield from (lost[url] for url in urls if url in lost)


def _filters(claims: list[ClaimView]) -> Iterator[Filter]:
    yield Filter("all", "All", "", len(claims))
    yield Filter("open", "To look at", "!", sum(1 for view in claims if view.open))
    for verdict in WORST_FIRST:
        count = sum(1 for view in claims if view.claim.verdict == verdict)
        if count:
            yield Filter(str(verdict), VERDICT_NAMES[verdict], SIGNS[verdict], count)


def _unchecked(claims: list[ClaimView]) -> list[tuple[str, list[ClaimView]]]:
    groups: dict[str, list[ClaimView]] = {}
    for view in claims:
        if view.claim.verdict == Verdict.NOT_CHECKED:
            groups.setdefault(reason_words(view.claim.reason), []).append(view)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
