"""What a status and the headers say of access, before a word of the page is read."""

from dataclasses import dataclass

from verifier.fetching.base import Access
from verifier.fetching.clients import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An access and what showed it, in plain words."""

    access: Access
    reason: str


def judge_answer(answer: Answer) -> Decision | None:
    """Tell access from status and headers alone; ``None`` where the page's words must be read."""
    headers = answer.headers
    if "challenge" in headers.get("cf-mitigated", "") or headers.get("x-amzn-waf-action", "") in (
        "challenge",
        "captcha",
    ):
        return Decision(access=Access.BLOCKED, reason=f"{answer.words} with a header that demands proof of a person")
    by_status = _by_status(answer)
    if by_status is not None:
        return by_status
    if not answer.body.strip():
        return Decision(access=Access.EMPTY, reason=f"{answer.words} without any content")
    return None


def _by_status(answer: Answer) -> Decision | None:
    if answer.status in STATUSES:
        access, more = STATUSES[answer.status]
        return Decision(access=access, reason=f"{answer.words}{more}")
    if 200 <= answer.status < 300:  # noqa: PLR2004 - success
        return None
    if answer.status < 200:  # noqa: PLR2004 - an interim answer is no answer
        return Decision(access=Access.PROTOCOL_ERROR, reason=f"{answer.words} and nothing after it")
    if 500 <= answer.status < 600:  # noqa: PLR2004 - the server's own faults
        return Decision(access=Access.TEMPORARY, reason=answer.words)
    return Decision(access=Access.BLOCKED, reason=f"{answer.words}: the server does not serve the page to us")


STATUSES = {
    204: (Access.EMPTY, ""),
    205: (Access.EMPTY, ""),
    300: (Access.BAD_REDIRECT, ": several pages to choose from"),
    304: (Access.PROTOCOL_ERROR, " although nothing was asked that it could answer"),
    305: (Access.BAD_REDIRECT, ""),
    402: (Access.PAYWALL, ""),
    404: (Access.GONE, ""),
    408: (Access.TEMPORARY, ""),
    410: (Access.GONE, ""),
    414: (Access.INVALID_URL, ""),
    425: (Access.TEMPORARY, ""),
    429: (Access.RATE_LIMITED, ""),
}
"""What a status means by itself. The rest of 4xx, and numbers that are no status, mean that we are not served."""
