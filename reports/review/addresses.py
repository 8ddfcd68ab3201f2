"""Addresses of the desk: the filter in a query, the redirect that ends a change, and the words for what was done."""

from collections.abc import Mapping
from datetime import date

from starlette.responses import RedirectResponse

from reports.review.choosing import STATES, Filter
from reports.review.keys import STATE_WORDS

MOST_DIGITS = 5
"""Digits of a number in an address: no run has 100,000 articles or pages of items."""


def filter_from(values: Mapping[str, str]) -> Filter:
    """Give the filter in the query of an address; values that make no sense are ignored."""
    article, since = values.get("article", ""), values.get("since", "")
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        day = None
    state = values.get("state", "")
    return Filter(
        rule=values.get("rule", "")[:10],
        state=state if state in STATES else "",
        words=values.get("words", "")[:200],
        article=number_in(article),
        since=day,
    )


def number_in(text: str) -> int | None:
    """Give the whole number that a part of an address is, ``None`` where it is none or absurdly long."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def said(did: str) -> str:
    """Give the words for what was done on the page before."""
    words = {state.value: f"{said}. Press u to take it back." for state, said in STATE_WORDS.items()}
    more = {
        "undone": "Taken back.",
        "nothing": "There is nothing to take back.",
        "note": "The note is saved.",
        "copy": "Your copy is kept, and the article was checked again with it. In check, --sources uses it.",
        "again": "The article was checked again as it is now.",
        "skip": "Skipped; it stays open.",
    }
    return (words | more).get(did, "")


def redirect(path: str, query: str, *, did: str = "") -> RedirectResponse:
    """Give the redirect that ends a change, so that going back or loading again does it no second time."""
    parts = [part for part in (query, f"did={did}" if did else "") if part]
    return RedirectResponse(path + ("?" + "&".join(parts) if parts else ""), status_code=303)
