"""A made-up audit for the desk: an island paper's article, its sources, and as many flagged claims as asked for."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import httpx

from citations.article import Article
from citations.claims import Claim
from citations.document import Position, Span
from citations.errors import CitationError
from citations.records import Note
from reports.review.choosing import Filter
from reports.review.desk import Desk
from reports.review.material import Material, Surroundings
from verifier.audit import ArticleAudit, Audit, Citation, ClaimAudit, SourceAudit
from verifier.extraction.base import PageData, Said
from verifier.fetching.base import Access
from verifier.findings import Finding, Rule, Severity
from verifier.matching.base import Match, Miss, MissKind, Passage, Verdict

TODAY = date(2026, 5, 20)
HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> \u202egnp.exe ]]> {{7*7}}"
)
RULES = {
    "C502": Rule(code="C502", name="detail-differs", severity=Severity.ERROR, summary="", explanation="", help=""),
    "C501": Rule(code="C501", name="not-found", severity=Severity.WARNING, summary="", explanation="", help=""),
    "L301": Rule(code="L301", name="dead-link", severity=Severity.ERROR, summary="", explanation="", help=""),
}


T = TypeVar("T")


def finished(work: Callable[[], Coroutine[None, None, T]]) -> T:
    """Give what asynchronous work comes to; in a thread, since an open browser keeps a loop running in this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One flagged claim: what the article says and what its source has."""

    claim: str
    wrong: str
    right: str
    page: str
    context: str = ""


FLAWS = (
    Flaw(
        claim="The night ferry carried 13 lorries and left the harbour at seven.",
        wrong="13",
        right="31",
        context="The island had waited all week for fresh bread. On Thursday the weather turned at last.",
        page=(
            "Harbour news\n"
            "The storm had closed the strait for four days. On Thursday evening the night ferry carried 31 lorries, "
            "more than on any day this winter, and left the harbour at seven. The bakers were the first in the queue.\n"
            "The ferry office asks passengers to book ahead. In summer the ferry carried 12 lorries on most days.\n"
        ),
    ),
    Flaw(
        claim="“We will never raise the fare”, the ferry's director told the council in March.",
        wrong="never",
        right="only in winter",
        page=(
            "Minutes of the island council, March\n"
            "The director of the ferry was heard on the fares. “We will only in winter raise the fare”, she said, and "
            "promised a report before June.\nThe council thanked her. The meeting ended at nine.\n"
        ),
    ),
    Flaw(
        claim="The lighthouse keeper counted 4,200 geese on the north shore.",
        wrong="4,200",
        right="2,400",
        page=(
            "Birds of the north shore\nIn the first week of October the lighthouse keeper counted 2,400 geese on the "
            "north shore, which is about as many as in the year before.\nMost of them leave again in April.\n"
        ),
    ),
)


def ask(desk: Desk, method: str, path: str, **more: Any) -> httpx.Response:
    """Give what a desk answers to a request."""
    from reports.review.app import desk_app

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(desk_app(desk, Filter()))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.request(method, path, **more)

    return finished(asking)


def material(count: int = 3, *, hostile: bool = False, articles: int = 1, folder: Path = Path()) -> Material:
    """Give a material with ``count`` flagged claims an article, and one dead link at its end."""
    made = [_article(str(folder / f"island-{index + 1}.md"), count, hostile=hostile) for index in range(articles)]
    texts = {url: text for _, article_texts in made for url, text in article_texts.items()}
    audit = Audit(version="0", started_at="2026-05-20T08:00:00Z", command="", articles=tuple(one for one, _ in made))
    return Material(audit=audit, texts=texts, rules=RULES)


def desk_for(folder: Path, given: Material, *, today: date = TODAY, reviewer: str = "") -> Desk:
    """Give a desk whose decisions and journal lie in a folder, and whose own copies become the source's text."""
    current = [given]

    def lay_copy(article: str, url: str, label: str, body: bytes, name: str) -> Path:
        if not url:
            message = "the note names no link"
            raise CitationError(message)
        del article, label
        current[0] = replace(current[0], texts={**current[0].texts, url: body.decode()})
        return folder / "sources" / name

    around = Surroundings(
        decisions_path=lambda path: (folder / Path(path).name).with_suffix(".decisions.toml"),
        today=lambda: today,
        state_dir=folder / "state",
        reviewer=reviewer,
        lay_copy=lay_copy,
        link_to=lambda url, text, start, end: f"{url}#:~:text={len(text[start:end])}",
    )
    return Desk(lambda: current[0], around)


def _article(path: str, count: int, *, hostile: bool) -> tuple[ArticleAudit, dict[str, str]]:
    made = [_flagged(number, path, hostile=hostile) for number in range(count)]
    dead = _dead_link(count, path)
    walled = _walled(count, path)
    notes = tuple(_note(number) for number in range(count + 1))
    article = Article(
        path=path,
        format="markdown",
        title="Bread for the island",
        blocks=(),
        markers=(),
        notes=notes,
        claims=tuple(claim.claim for claim, _, _ in made),
    )
    audit = ArticleAudit(
        path=path,
        article=article,
        claims=(*(claim for claim, _, _ in made), walled),
        sources=(*(claim.citations[0].source for claim, _, _ in made), walled.citations[0].source),
        findings=(*(finding for _, finding, _ in made), dead),
    )
    return audit, {claim.citations[0].source.url: text for claim, _, text in made}


def _note(number: int) -> Note:
    raw = f"“Harbour news”, The Island Paper, 14 March 2026, https://island.example/{number}"
    return Note(label=str(number + 1), raw=raw, position=Position(line=200 + number, column=1), style="bracket")


def _flagged(number: int, path: str, *, hostile: bool) -> tuple[ClaimAudit, Finding, str]:
    flaw = FLAWS[number % len(FLAWS)]
    tail = f" (report {number})" if number >= len(FLAWS) else ""
    claim_text = (HOSTILE + " " if hostile else "") + flaw.claim + tail
    page = (HOSTILE + "\n" if hostile else "") + flaw.page
    url = f"https://island.example/{Path(path).stem}/{number}"
    passage = _sentence_with(page, flaw.right)
    miss = _miss(claim_text, page, flaw)
    source = SourceAudit(
        url=url,
        labels=(str(number + 1),),
        access=Access.OK,
        reason="HTTP 200",
        fetched_at="2026-05-20T08:00:00Z",
        data=PageData(titles=(Said(value=HOSTILE if hostile else flaw.page.split("\n")[0], source="meta"),)),
    )
    other = page.rindex("\n", 0, len(page) - 1) + 1
    match = Match(
        verdict=Verdict.DETAIL_DIFFERS,
        score=0.4,
        evidence=(passage,),
        missing=(miss,),
        candidates=(Passage(start=other, end=len(page) - 1, text=page[other : len(page) - 1]),),
    )
    citation = Citation(label=str(number + 1), source=source, verdict=match.verdict, reason=None, match=match)
    sentence = claim_text
    claim = Claim(
        id=f"c{number + 1}",
        labels=(str(number + 1),),
        text=claim_text,
        sentence=sentence,
        span=Span(start=0, end=len(sentence)),
        position=Position(line=10 + number, column=1),
        block=0,
        context=(flaw.context,) if flaw.context else (),
        heading="Bread for the island",
    )
    finding = Finding(
        rule="C502",
        severity=Severity.ERROR,
        line=10 + number,
        column=1,
        message=f"Found, but: article {flaw.wrong}, source {flaw.right}" + (" " + HOSTILE if hostile else ""),
        label=str(number + 1),
        claim_id=claim.id,
        subject=claim_text,
        url=url,
        passage=passage.text[:300],
    )
    audit = ClaimAudit(claim=claim, verdict=match.verdict, reason=None, score=0.4, citations=(citation,))
    return audit, finding, page


def _walled(number: int, path: str) -> ClaimAudit:
    """Give a claim whose source is closed to programs; nothing was flagged, because nothing could be read."""
    source = SourceAudit(
        url=f"https://island.example/{Path(path).stem}/walled",
        labels=(str(number + 1),),
        access=Access.BLOCKED,
        reason="title says 'Just a moment'",
    )
    text = "The harbour master keeps a diary of every storm."
    claim = Claim(
        id=f"c{number + 1}",
        labels=source.labels,
        text=text,
        sentence=text,
        span=Span(start=0, end=len(text)),
        position=Position(line=150, column=1),
        block=1,
    )
    citation = Citation(label=source.labels[0], source=source, verdict=Verdict.NOT_CHECKED, reason="blocked")
    return ClaimAudit(claim=claim, verdict=Verdict.NOT_CHECKED, reason="blocked", score=0.0, citations=(citation,))


def _sentence_with(page: str, words: str) -> Passage:
    place = page.index(words)
    start = max(page.rfind(". ", 0, place) + 2, page.rfind("\n", 0, place) + 1)
    end = min(end for end in (page.find(". ", place), page.find(".\n", place), page.find(", which", place)) if end > 0)
    return Passage(start=start, end=end + 1, text=page[start : end + 1], part="main")


def _miss(claim: str, page: str, flaw: Flaw) -> Miss:
    start, found = claim.index(flaw.wrong), page.index(flaw.right)
    return Miss(
        kind=MissKind.NUMBER if flaw.wrong[0].isdigit() else MissKind.QUOTE,
        text=flaw.wrong,
        start=start,
        end=start + len(flaw.wrong),
        found=flaw.right,
        found_start=found,
        found_end=found + len(flaw.right),
        aligned=True,
    )


def _dead_link(number: int, path: str) -> Finding:
    return Finding(
        rule="L301",
        severity=Severity.ERROR,
        line=200 + number,
        column=1,
        message=f"cannot open https://island.example/{number}: HTTP 404 Not Found",
        label=str(number + 1),
        help="look for an archived copy",
        subject=_note(number).raw,
        url=f"https://island.example/{Path(path).stem}/{number}",
    )
