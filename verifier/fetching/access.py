"""Decides whether a source could be read, by the status, the headers, the redirects and the words of the page.

Each rule looks for one thing and says what it saw. The first rule that sees something decides; a page that no rule
objects to could be read. A page with a text of some length is never turned down for its words alone, since there are
articles on paywalls, on missing pages and on cookies.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from citations.links import host_of
from verifier.fetching.base import Access
from verifier.fetching.seen import FEW_WORDS, SHORT_WORDS, Seen
from verifier.fetching.statuses import Decision, judge_answer
from verifier.fetching.urls import same_site
from verifier.fetching.wordings import fold, wording

STUB_WORDS = 350
"""The teaser of an article behind a paywall stays below."""

NOTICE_WORDS = 80
"""A notice that a site is out of service stays below; the shortest report on such a day has more."""

LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|sso|auth|oauth2?|account/login|user/login|session/new|idp|cas)(?:[/.?]|$)"
)
MISSING_PATH = re.compile(
    r"/(?:error[-_/]?)?(?:404|page[-_]?not[-_]?found|not[-_]?found)(?:[-_]?error)?(?:\.[a-z]{2,5})?/?$", re.IGNORECASE
)
"""The path of the page that a site shows when a page is missing."""

HOME_PATH = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default|main|start|welcome)(?:\.[a-z]{2,5})?/?)?",
    re.IGNORECASE,
)
"""The root of a site, of one of its languages, or a page called index or home."""

EQUALS = rb"\s{0,9}=\s{0,9}[\"']?"
"""Between the name of an attribute and its value. Blanks are bounded, as are all repetitions below: a page may hold
nothing else, and two unbounded ones in a row take the square of its length."""

PASSWORD_FIELD = re.compile(rb"<input\b[^>]{0,300}\btype" + EQUALS + rb"password", re.IGNORECASE)
SCRIPT_TAG = re.compile(rb"<script\b", re.IGNORECASE)
NOT_FREE = re.compile(
    rb"[\"']isAccessibleForFree[\"']\s{0,9}:\s{0,9}[\"']?\s{0,9}(?:https?://schema\.org/)?false", re.IGNORECASE
)
PAYWALL_MARKUP = re.compile(
    rb"(?:class|id|data-[a-z-]{1,30})" + EQUALS + rb"[^\"'>]{0,200}"
    rb"(?:paywall|pay-wall|regwall|subscriber-only|subscribe-wall|metered|upgrade-cta|premium-content|tp-container|piano-)"
    rb"|content_tier[\"'][^>]{0,40}(?:locked|metered)",
    re.IGNORECASE,
)
CHALLENGE_MARKUP = re.compile(
    rb"cf-chl-|/cdn-cgi/challenge-platform|g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|geo\.captcha-delivery"
    rb"|_incapsula_resource|px-captcha|perimeterx|awswafcaptcha|aws-waf-token|datadome|/_sec/cp_challenge|ak-challenge"
    rb"|arkoselabs|friendly-challenge|altcha-widget|anubis_challenge|__ddg|sucuri_cloudproxy|distil_r_captcha",
    re.IGNORECASE,
)
APP_ROOT = re.compile(
    rb"<(?:div|main|section|app-root|[a-z]{1,20}-app)\b[^>]{0,200}"
    rb"(?:id" + EQUALS + rb"(?:root|app|__next|___gatsby|__nuxt|main-app|app-root|react-root|ember|svelte)\b"
    rb"|ng-app|data-reactroot)"
    rb"|<app-root|<noscript",
    re.IGNORECASE,
)
OF_A_RECORDING = re.compile(
    rb"<meta\b(?=[^>]{0,300}\bog:type\b)(?=[^>]{0,300}\bcontent" + EQUALS + rb"(?:video|music)\b)", re.IGNORECASE
)
"""How a page says that it shows a film or plays a piece, a programme or a talk."""

EMBEDDED = re.compile(
    rb"<(?:iframe|embed|object)\b[^>]{0,400}?(?:src|data)" + EQUALS + rb"[^\"'>\s]{0,500}?"
    rb"(?:\.pdf\b|docs\.google\.com|scribd\.com|issuu\.com|youtube(?:-nocookie)?\.com|vimeo\.com|soundcloud\.com"
    rb"|dailymotion\.com|spotify\.com|podcast)"
    rb"|<(?:video|audio)\b",
    re.IGNORECASE,
)
"""A document, a film or a recording within a page."""


def judge(seen: Seen) -> Decision:
    """Give the access of a page: by its status and headers, else by the first of ``RULES`` that objects, else ok."""
    by_answer = judge_answer(seen.answer)
    if by_answer is not None:
        return _second_thoughts(seen, by_answer)
    for rule in RULES:
        decision = rule(seen)
        if decision is not None:
            return decision
    return Decision(access=Access.OK, reason=seen.answer.words)


def _second_thoughts(seen: Seen, decision: Decision) -> Decision:
    """Give "blocked" instead, where the answer of a server in trouble, or of a missing page, is a wall in truth."""
    if decision.access in (Access.TEMPORARY, Access.GONE) and seen.shown_words < SHORT_WORDS:
        wall = _robot_wall(seen)
        if wall is not None and not (decision.access is Access.GONE and seen.says("missing")):
            return Decision(access=Access.BLOCKED, reason=f"{seen.answer.words}, but {wall.reason}")
    return decision


def _unreadable(seen: Seen) -> Decision | None:
    problem, text = seen.text.problem, seen.text
    if problem is None:
        return None
    if problem.startswith("unsafe"):
        return Decision(access=Access.PROTOCOL_ERROR, reason=f"its markup cannot be read safely: {problem}")
    if not text.text.strip():
        return Decision(access=Access.NOT_TEXT, reason=f"there is no text to read: {problem}")
    return None


def _robot_wall(seen: Seen) -> Decision | None:
    if seen.words >= SHORT_WORDS or seen.on_statuses:
        return None
    challenge = CHALLENGE_MARKUP.search(seen.markup)
    said = seen.says("robot-wall", in_notices=seen.says_little)
    if said:
        return Decision(access=Access.BLOCKED, reason=f"a wall against programs: {said}")
    if challenge and seen.words < FEW_WORDS:
        return Decision(access=Access.BLOCKED, reason=f"a wall against programs: its markup has {_words(challenge)}")
    return None


def _missing(seen: Seen) -> Decision | None:
    if seen.words >= STUB_WORDS or seen.on_statuses:
        return None
    for name in ("missing", "parked"):
        if found := seen.titled(name):
            return Decision(access=Access.SOFT_404, reason=f"{ANSWERS}, but its title says “{found}”")
        if seen.words < SHORT_WORDS and (found := seen.noticed(name)):
            return Decision(access=Access.SOFT_404, reason=f"{ANSWERS}, but it says “{found}”")
    if fold(seen.main) in ALL_THAT_IS_SAID:
        return Decision(access=Access.SOFT_404, reason=f"{ANSWERS}, but all that it says is “{seen.main.strip()}”")
    if seen.words < SHORT_WORDS and (found := seen.numbered):
        return Decision(access=Access.SOFT_404, reason=f"{ANSWERS}, but its title says “{found}”")
    return None


ANSWERS = "the site answers"

ALL_THAT_IS_SAID = frozenset((" not found ", " 404 ", " gone ", " no such page "))
"""The whole text of a page that a program, and no person, has written for a missing one."""


def _in_trouble(seen: Seen) -> Decision | None:
    """Look for a server that failed, is out of service or wants fewer requests, and says so with status 200."""
    if seen.words >= NOTICE_WORDS or seen.on_statuses:
        return None
    for name, access, meaning in TROUBLES:
        if said := seen.says(name):
            return Decision(access=access, reason=f"{meaning}: {said}")
    return None


TROUBLES = (
    ("too-many", Access.RATE_LIMITED, "the site wants fewer requests"),
    ("maintenance", Access.TEMPORARY, "the site is out of service"),
    ("fault", Access.TEMPORARY, "the server failed"),
)
"""Troubles that pass: the file with their phrases, the access, and what it means in plain words."""


def _login(seen: Seen) -> Decision | None:
    if seen.words >= SHORT_WORDS:
        return None
    field, path = PASSWORD_FIELD.search(seen.markup), LOGIN_PATH.search(urlsplit(seen.answer.url).path.lower())
    said = seen.says("login", in_notices=seen.says_little)
    redirected = path is not None and not LOGIN_PATH.search(urlsplit(seen.asked).path.lower())
    if field and (said or seen.words < FEW_WORDS):
        return Decision(access=Access.BLOCKED, reason=f"a login form stands in its place: {said or 'a password field'}")
    if redirected and (said or field or seen.words < FEW_WORDS):
        return Decision(access=Access.BLOCKED, reason=f"it leads to a login page: {seen.answer.url[:200]}")
    if said and seen.words < FEW_WORDS:
        return Decision(access=Access.BLOCKED, reason=f"a login stands in its place: {said}")
    return None


def _paywall(seen: Seen) -> Decision | None:
    if seen.words >= STUB_WORDS:
        return None
    free = seen.text.signs.free
    marked = free is False or (free is None and NOT_FREE.search(seen.markup) is not None)
    markup = PAYWALL_MARKUP.search(seen.markup)
    said = _said_where_it_ends(seen, whole=markup is not None)
    if marked:
        return Decision(access=Access.PAYWALL, reason="it says of itself that it is not free (isAccessibleForFree)")
    if said and (markup or seen.words < SHORT_WORDS) and free is not True:
        return Decision(access=Access.PAYWALL, reason=f"only the beginning is there: {said}")
    return None


def _said_where_it_ends(seen: Seen, *, whole: bool) -> str | None:
    """Quote what asks for money in the title or after the first prose; with ``whole``, anywhere on the page."""
    places = (seen.title, fold(seen.text.text[:20_000]) if whole else seen.closing_notices)
    found = next((found for place in places if (found := wording("paywall").found(place))), None)
    return f"it says “{found.strip()}”" if found else None


def _consent(seen: Seen) -> Decision | None:
    said = seen.says("consent") if seen.words < SHORT_WORDS and not seen.has_prose else None
    if said:
        return Decision(access=Access.BLOCKED, reason=f"a request for consent stands in its place: {said}")
    return None


def _script_needed(seen: Seen) -> Decision | None:
    if seen.shown_words >= NOTICE_WORDS or seen.text.kind != "html":
        return None
    script, said = SCRIPT_TAG.search(seen.markup), seen.says("script")
    if said and script and seen.told_besides("script") < POST_WORDS:
        return Decision(access=Access.JS_NEEDED, reason=f"its text comes by script only: {said}")
    if seen.shown_words >= FEW_WORDS:
        return None
    if said := said or (None if seen.has_prose else seen.says("loading")):
        return Decision(access=Access.JS_NEEDED, reason=f"its text comes by script only: {said}")
    if (script or APP_ROOT.search(seen.markup)) and seen.words < NO_WORDS:
        return Decision(access=Access.JS_NEEDED, reason=f"its text comes by script only: {seen.words} words without it")
    return None


POST_WORDS = 20
"""Words of prose that make a page of its own beside a note on scripts: a short post has as many."""

NO_WORDS = 10
"""Words of a page that has none of its own: "Loading", a name, a button."""


def _sent_away(seen: Seen) -> Decision | None:
    """Look for a redirect to the site's page for missing pages, to its home page, or to the section of the page."""
    asked, final = urlsplit(seen.asked), urlsplit(seen.answer.url)
    if MISSING_PATH.search(final.path) and not MISSING_PATH.search(asked.path):
        return Decision(
            access=Access.SOFT_404, reason=f"it redirects to a page for missing pages: {seen.answer.url[:200]}"
        )
    if seen.answer.url == seen.asked or final.query or HOME_PATH.fullmatch(asked.path):
        return None
    at_home = same_site(seen.asked, seen.answer.url)
    if HOME_PATH.fullmatch(final.path):
        where = "the home page" if at_home else f"the home page of {host_of(seen.answer.url)}"
    elif at_home and _is_section_of(asked.path, final.path, seen):
        where = "the section that it stood in"
    else:
        return None
    return Decision(access=Access.SOFT_404, reason=f"it redirects to {where}: {seen.answer.url[:200]}")


def _is_section_of(path: str, final: str, seen: Seen) -> bool:
    """Whether a redirect leads to the folder above a page that is named by its headline, and lacks its words."""
    folder = f"{final.rstrip('/')}/"
    section, name = folder.rsplit("/", 2)[1], path.rstrip("/").rsplit("/", 1)[1]
    headline = fold(name).split()
    if not path.startswith(folder) or len(headline) < HEADLINE_PARTS or len(fold(section).split()) >= HEADLINE_PARTS:
        return False
    return not any(sign.isdigit() for sign in section) and not set(headline) <= set(fold(seen.text.text).split())


HEADLINE_PARTS = 3
"""Words in the name of a page that was made of its headline; those of functions, such as "print-version", have fewer.
A name with a digit may be that of the page itself, without its headline."""


def _recording(seen: Seen) -> Decision | None:
    """Look for a film, a recording or a document in a frame: the page that shows them does not hold their words."""
    if seen.words < SHORT_WORDS and OF_A_RECORDING.search(seen.markup):
        return Decision(access=Access.PART_ONLY, reason="a recording: only what is written beside it was read")
    if seen.words < NOTICE_WORDS and seen.text.kind == "html" and EMBEDDED.search(seen.markup):
        reason = "a film, a recording or a document is embedded in it: only what is written beside it was read"
        return Decision(access=Access.PART_ONLY, reason=reason)
    return None


def _no_text(seen: Seen) -> Decision | None:
    if seen.text.text.strip() and (seen.shown_words or seen.text.kind != "html"):
        return None
    if seen.text.kind == "html":
        return Decision(access=Access.EMPTY, reason="the page has no text")
    return Decision(access=Access.NOT_TEXT, reason="the document has no text in it")


RULES: tuple[Callable[[Seen], Decision | None], ...] = (
    _unreadable,
    _robot_wall,
    _missing,
    _sent_away,
    _in_trouble,
    _login,
    _consent,
    _paywall,
    _script_needed,
    _recording,
    _no_text,
)
"""The rules in their order. Walls come before missing pages: a wall often also says that something was not found."""


def _words(match: re.Match[bytes]) -> str:
    return match[0].decode("ascii", "replace")[:40]
