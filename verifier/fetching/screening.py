"""A quick look at a page's bytes that tells the plain articles: they could be read, and need not be parsed to know it.

Nearly every page that people cite is one. Parsing costs as much as fetching, and happens anyway when a claim is
judged, so the quick look halves the work of the fetch stage. A page with anything unusual is parsed.
"""

import html
import re

from verifier.fetching.access import STUB_WORDS
from verifier.fetching.base import Access
from verifier.fetching.clients import Answer
from verifier.fetching.statuses import Decision
from verifier.fetching.wordings import fold, wording

PARAGRAPH = re.compile(rb"<p(?:\s[^<>]{0,300})?>([^<]{30,5000})")
HEADINGS = re.compile(rb"<(?:title|h1)\b[^<>]{0,300}>([^<]{0,300})")
UNUSUAL = (
    b"refresh",
    b'rel="next',
    b"rel='next",
    b"rel=next",
    b"citation_",
    b"eprints.",
    b'content="book',
    b"<!entity",
    b"isaccessibleforfree",
    b"<frameset",
)
"""What needs the whole page read: it may lead on, be a part, or have terms."""

LOOKED_AT = 300_000
"""Bytes; the prose of a page begins long before."""

HEADING_WORDINGS = ("missing", "parked", "robot-wall", "login", "consent", "paywall")


def plainly_fine(asked: str, answer: Answer) -> Decision | None:
    """Give ok for a page with much prose and nothing unusual, ``None`` where the page must be read."""
    if answer.status != 200 or answer.url != asked or "html" not in answer.headers.get("content-type", ""):  # noqa: PLR2004
        return None
    look = answer.body[:LOOKED_AT]
    lowered = look.lower()
    if any(mark in lowered for mark in UNUSUAL) or not _much_prose(lowered):
        return None
    headings = " / ".join(
        fold(html.unescape(each.decode("utf-8", "replace"))) for each in HEADINGS.findall(lowered)[:4]
    )
    if any(wording(name).found(headings) for name in HEADING_WORDINGS) or " 404 " in headings:
        return None
    return Decision(access=Access.OK, reason=answer.words)


def _much_prose(look: bytes) -> bool:
    words = 0
    for paragraph in PARAGRAPH.finditer(look):
        words += paragraph[1].count(b" ")
        if words >= STUB_WORDS:
            return True
    return False
