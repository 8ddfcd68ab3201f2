"""The words shown to people: one place, so that every format says the same thing in the same way."""

from collections.abc import Mapping, Sequence
from typing import Final

from reports.counting import counted
from reports.values import MissReport
from verifier.detail_words import in_verdict
from verifier.fetching.base import Access
from verifier.matching.base import Miss, Verdict
from verifier.verdicts import REASONS

MARK_WORDS: Final = (
    ("same", "same words", "in article and source"),
    ("differs", "differs", "between the two"),
    ("missing", "missing", "from the passages"),
)
"""The legend of the marked words: the mark, the words that show it, and what they go on with."""

MAX_DETAILS: Final = 3
"""Details named in one verdict; more than three make a sentence that nobody reads to its end (by eye)."""

VERDICT_NAMES: Final[Mapping[str, str]] = {
    Verdict.SUPPORTED: "Found in the source",
    Verdict.REVIEW: "Unclear, please read",
    Verdict.PARTLY: "Only part found",
    Verdict.DETAIL_DIFFERS: "Found, but a detail differs",
    Verdict.NOT_FOUND: "Not found",
    Verdict.NOT_CHECKED: "Not checked",
}
"""Each verdict without its particulars, for headings, legends and filters; worst to look at is not first here."""

WORST_FIRST: Final = (
    Verdict.DETAIL_DIFFERS,
    Verdict.NOT_FOUND,
    Verdict.PARTLY,
    Verdict.REVIEW,
    Verdict.NOT_CHECKED,
    Verdict.SUPPORTED,
)
"""The order in which a person should look at verdicts."""

ACCESS_WORDS: Final[Mapping[str, str]] = {
    Access.OK: "read",
    Access.ARCHIVED: "read in an archived copy",
    Access.PART_ONLY: "only a part could be read",
    Access.GONE: "page gone",
    Access.SOFT_404: "page gone",
    Access.BLOCKED: "closed to programs or behind a login",
    Access.PAYWALL: "subscription",
    Access.RATE_LIMITED: "asked to slow down",
    Access.TEMPORARY: "fault of the site",
    Access.REFUSED: "no connection",
    Access.TOO_SLOW: "too slow",
    Access.TOO_LARGE: "too large",
    Access.BAD_REDIRECT: "redirects that lead nowhere",
    Access.DENIED_ADDRESS: "private address",
    Access.TLS_ERROR: "invalid certificate",
    Access.PROTOCOL_ERROR: "broken or unsafe answer",
    Access.NOT_TEXT: "no text that we can read",
    Access.EMPTY: "empty page",
    Access.JS_NEEDED: "text shown by script only",
    Access.ROBOTS: "closed to programs by robots.txt",
    Access.INVALID_URL: "not a web address",
    Access.NO_LINK: "no link",
    Access.NOT_CHECKED: "not fetched",
}
"""What the access to a source means for a reader, alone, after a number or after a colon ("3 subscription")."""

REASON_WORDS: Final[Mapping[str, str]] = {
    **{reason: ACCESS_WORDS[access] for access, reason in REASONS.items()},
    "opinion": "opinion",
    "language": "another language",
    "no source": "the note names no source",
    "together": "its sources carry most of it between them",
    "unknown": "reason unknown",
}
"""Why a claim was not checked, or is unclear: of a source that was not read, in the very words that the source has."""

DECISION_WORDS: Final[Mapping[str, str]] = {
    "open": "open",
    "accept": "accepted",
    "reject": "the article must change",
    "better-source": "needs a better source",
    "wrong-quotation": "the quotation is wrong",
    "source-gone": "the source is gone",
}
"""What a reviewer decided."""


Detail = Miss | MissReport
"""A detail of a claim that its source lacks (``found`` is ``None``) or has otherwise, of an audit or of a report."""


def verdict_words(verdict: str, *, reason: str | None, details: Sequence[Detail], read_on: str | None) -> str:
    """Give a verdict as people read it, with the details, the reason or the day of reading it needs.

    ``read_on`` is the time of fetching (ISO 8601), of which the day is shown.
    """
    if verdict == Verdict.DETAIL_DIFFERS:
        return _differs(details)
    if verdict == Verdict.NOT_FOUND:
        return f"Not found in the page as read on {read_on[:10]}" if read_on else "Not found in the source"
    if verdict == Verdict.NOT_CHECKED:
        return f"Not checked: {reason_words(reason)}"
    if verdict == Verdict.REVIEW and reason:
        return f"{VERDICT_NAMES[verdict]}: {reason_words(reason)}"
    return VERDICT_NAMES.get(verdict, verdict)


def _differs(details: Sequence[Detail]) -> str:
    pairs = [pair for pair in dict.fromkeys(map(in_verdict, details)) if pair]
    if not pairs:
        return VERDICT_NAMES[Verdict.DETAIL_DIFFERS]
    more = f"; and {len(pairs) - MAX_DETAILS} more" if len(pairs) > MAX_DETAILS else ""
    return "Found, but: " + "; ".join(pairs[:MAX_DETAILS]) + more


def reason_words(reason: str | None) -> str:
    """Give the reason why something was not checked; a reason that nobody named yet stands as it is."""
    return REASON_WORDS.get(reason or "unknown", reason or "")


def access_words(access: str) -> str:
    """Give what the access to a source means, in plain words."""
    return ACCESS_WORDS.get(access, access)


def coverage_words(*, claims: int, checked: int, not_checked: Mapping[str, int], only_changed: bool = False) -> str:
    """Give the sentence that opens every report: "Checked 4 of 9 claims; not checked: 3 subscription, 2 opinion".

    ``only_changed``: the others were left out, and a reader must not take these for all.
    """
    noun = "changed claim" if only_changed else "claim"
    if claims == 0:
        return f"No {noun}s to check"
    opening = f"Checked {checked:,} of {counted(claims, noun)}"
    if not not_checked:
        return opening
    return f"{opening}; not checked: " + ", ".join(
        f"{number:,} {reason_words(reason)}" for reason, number in not_checked.items()
    )


def nothing_words(*, claims: int, checked: int) -> str:
    """Give the sentence in the place of findings where there are none: silence about what was not read is no praise."""
    if checked == claims:
        return "Nothing that needs a look."
    if checked == 0:
        return "No claim could be checked; nothing else needs a look."
    return "Nothing that needs a look in what could be checked."
