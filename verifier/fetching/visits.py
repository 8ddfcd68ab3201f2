"""One page, visited as a patient person would: from its URL to a snapshot with an access and a reason."""

import asyncio
import re
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urljoin, urlsplit

from verifier.extraction import read_source
from verifier.extraction.base import SourceText
from verifier.extraction.sniffing import is_pdf
from verifier.fetching.access import judge
from verifier.fetching.base import Access, PageRequest, Snapshot, iso
from verifier.fetching.chains import Chain, Desk, Tools
from verifier.fetching.clients import Answer
from verifier.fetching.refusals import Refusal
from verifier.fetching.screening import plainly_fine
from verifier.fetching.seen import FEW_WORDS, Seen
from verifier.fetching.statuses import Decision
from verifier.fetching.urls import fetchable, redirect_target, same_site

REFRESH_S = 30.0
"""A page that sends its readers on within this time is no page of its own."""

FULL_TEXT_WORDS = 800
"""A page with more words is the text itself, even if it offers a PDF too, or names a paper or a book."""

LARGE_PAGE = 200_000
"""Bytes of a page that is read beside the loop, so that the other connections are served meanwhile. A PDF always is:
a small one may unpack to megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A snapshot, not yet stored, and its source text where there is one."""

    snapshot: Snapshot
    text: SourceText | None = None


async def visit(request: PageRequest, tools: Tools, known: Snapshot | None = None) -> Visited:
    """Give what came of a page. ``known`` is the good page of an earlier run, asked for with its validators."""
    blank = Snapshot(url=request.url, access=Access.INVALID_URL, reason="", fetched_at=iso(tools.now()))
    try:
        start = fetchable(request.url, tools.settings.limits.url_characters)
    except Refusal as refusal:
        return Visited(snapshot=replace(blank, reason=refusal.reason))
    chain = Chain(start, tools, known)
    try:
        answer = await chain.follow(start)
        if answer.status == NOT_MODIFIED and known is not None:
            return Visited(snapshot=replace(known, fetched_at=blank.fetched_at))
        return await _followed_up(blank, start, chain, answer)
    except Refusal as refusal:
        return Visited(snapshot=_refused(blank, chain, refusal))


NOT_MODIFIED = 304


def _refused(blank: Snapshot, chain: Chain, refusal: Refusal) -> Snapshot:
    return replace(
        blank,
        access=refusal.access,
        reason=refusal.reason,
        final_url=chain.url,
        status=chain.hops[-1].status if chain.hops else None,
        chain=tuple(chain.hops),
    )


async def _followed_up(blank: Snapshot, start: str, chain: Chain, answer: Answer) -> Visited:
    """Follow a refresh, judge the page, and go on to the one further place where the whole text may be."""
    async with chain.desk:
        await asyncio.sleep(0)
        plain = plainly_fine(start, answer)
    if plain is not None:
        return Visited(snapshot=_arrived(blank, chain, answer, plain))
    text = await read(answer, chain.desk)
    while (target := _sent_on(answer, text)) is not None:
        answer = await chain.follow(redirect_target(answer.url, target), "meta-refresh")
        text = await read(answer, chain.desk)
    decision = judge(Seen(asked=start, answer=answer, text=text))
    if decision.access is Access.OK:
        answer, text, decision = await _whole_text(chain, answer, text, decision)
    return Visited(snapshot=_arrived(blank, chain, answer, decision), text=text)


async def read(answer: Answer, desk: Desk) -> SourceText:
    """Give the source text of an answer, an empty one for an empty body.

    Pages are read one at a time at the ``desk``, with a look at the connections before each: many answers come at
    once, and the rest of their hosts begins when they have been taken off the wire.
    """
    content_type = answer.headers.get("content-type", "")
    async with desk:
        await asyncio.sleep(0)
        if len(answer.body) < LARGE_PAGE and not is_pdf(answer.body):
            return read_source(answer.body, url=answer.url, content_type=content_type)
        reading = partial(read_source, answer.body, url=answer.url, content_type=content_type)
        return await asyncio.get_running_loop().run_in_executor(desk.side_room, reading)


REFRESH = re.compile(r"\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*url\s*=\s*[\"']?([^\"']{1,2000})", re.IGNORECASE)


def header_refresh(answer: Answer) -> tuple[float, str] | None:
    """Give what a header ``Refresh`` says: seconds and absolute URL."""
    said = REFRESH.match(answer.headers.get("refresh", ""))
    return (float(said[1]), urljoin(answer.url, said[2].strip())) if said else None


def _sent_on(answer: Answer, text: SourceText) -> str | None:
    """Give where a page that is nothing else sends its readers; ``None`` for one that keeps itself up to date."""
    refresh = text.signs.refresh or header_refresh(answer)
    if refresh is None or not answer.status < 300:  # noqa: PLR2004 - success
        return None
    seconds, target = refresh
    elsewhere = target.split("#", 1)[0] != answer.url
    return target if elsewhere and seconds <= REFRESH_S and text.signs.main_words < FEW_WORDS else None


async def _whole_text(
    chain: Chain, answer: Answer, text: SourceText, decision: Decision
) -> tuple[Answer, SourceText, Decision]:
    """Go from an abstract to its PDF, and from the first page of an article to the second.

    What a claim rests on stands in the paper or in the book, and a page that only speaks of it proves little.
    """
    signs = text.signs
    if signs.pdf_url and signs.main_words < FULL_TEXT_WORDS and same_site(signs.pdf_url, answer.url):
        whole = await _further(chain, signs.pdf_url, "pdf")
        if whole is not None and whole[1].kind == "pdf" and whole[2].access is Access.OK:
            return whole
        reason = f"an abstract: the full text is at {signs.pdf_url[:200]}"
        return answer, text, Decision(access=Access.PART_ONLY, reason=reason)
    if signs.next_url and is_next_page(answer.url, signs.next_url):
        return await _two_pages(chain, answer, text, decision, signs.next_url)
    if signs.names_work and signs.main_words < FULL_TEXT_WORDS:
        reason = "a page about a paper or a book: its full text does not stand there"
        return answer, text, Decision(access=Access.PART_ONLY, reason=reason)
    return answer, text, decision


async def _two_pages(
    chain: Chain, answer: Answer, text: SourceText, decision: Decision, next_url: str
) -> tuple[Answer, SourceText, Decision]:
    second = await _further(chain, next_url, "next")
    if second is None or second[2].access is not Access.OK or second[1].kind != text.kind:
        reason = f"the first page of an article that goes on at {next_url[:200]}"
        return answer, text, Decision(access=Access.PART_ONLY, reason=reason)
    both = replace(answer, body=answer.body + b"\n" + second[0].body)
    if second[1].signs.next_url and second[1].signs.next_url != answer.url:
        reason = f"the first two pages of an article that goes on at {second[1].signs.next_url[:200]}"
        decision = Decision(access=Access.PART_ONLY, reason=reason)
    return both, await read(both, chain.desk), decision


async def _further(chain: Chain, url: str, kind: str) -> tuple[Answer, SourceText, Decision] | None:
    """Give one further page of the same source, ``None`` where it cannot be had."""
    try:
        answer = await chain.follow(fetchable(url), kind)
    except Refusal:
        return None
    text = await read(answer, chain.desk)
    return answer, text, judge(Seen(asked=url, answer=answer, text=text))


def is_next_page(url: str, other: str) -> bool:
    """Whether ``other`` is a later page of the same article: the same URL but for a page number at its end.

    A link to the next article is also called "next" on many sites, and leads elsewhere.
    """
    if not same_site(url, other):
        return False
    one, two = (urlsplit(each) for each in (url, other))
    tail = f"{two.path}?{two.query}" if two.query else two.path
    stem = one.path.rsplit(".", 1)[0].rstrip("/")
    stem = re.sub(r"(?:[-_/](?:page|p|seite|pagina)?[-_/=]?1)$", "", stem)
    return len(stem) > 1 and tail.startswith(stem) and PAGE_TAIL.fullmatch(tail[len(stem) :]) is not None


PAGE_TAIL = re.compile(
    r"(?:\.[a-z]{2,5})?/?[?&_,;/-]?(?:(?:page|p|pg|pagina|seite|pagenum|pageno|paged|s|part|teil)[=/_-]?)?0?[2-9]/?"
    r"(?:\.[a-z]{2,5})?",
    re.IGNORECASE,
)
"""What a second page adds to the URL of the first: ?page=2, /2/, -2.html, _p2, /page/2."""


def _arrived(blank: Snapshot, chain: Chain, answer: Answer, decision: Decision) -> Snapshot:
    return replace(
        blank,
        access=decision.access,
        reason=decision.reason,
        final_url=answer.url,
        status=answer.status,
        headers=tuple(answer.headers.items()),
        chain=tuple(chain.hops),
        body=answer.body,
    )
