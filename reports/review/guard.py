"""The doorkeeper: who may talk to a page that this machine serves to its own user.

Three dangers, three checks. A hostile page that rebinds its name to 127.0.0.1: an exact list of hosts. A hostile page
that posts to us: Origin and Sec-Fetch-Site. Another user of the machine: a secret of this run, which the first address
brings and trades, once, for a cookie. And since claims and passages are other people's text, every answer carries a
policy under which nothing but our own script and style runs.
"""

import secrets
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_BYTES = 32
"""256 bits, for the first address and for the cookie."""

HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    # not no-referrer: with it browsers send "Origin: null" with our own forms, and every key would be refused
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


STATIC_CACHE = "private, max-age=3600"
"""Fetching style and script again after each key took a sixth of the time to the next item."""


class Guard:
    """Wraps the desk. ``first_url`` is for the user alone: it opens the desk once."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._cookie = f"provenote-review-{port}"  # cookies are shared by all ports of a host
        self._secret = secrets.token_urlsafe(TOKEN_BYTES)
        self._ticket = secrets.token_urlsafe(TOKEN_BYTES)
        self.first_url = f"http://127.0.0.1:{port}/?ticket={self._ticket}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what must not come in; let the rest through, and put our headers on every answer."""
        if scope["type"] != "http":
            return  # no websockets here, and nothing to start or stop
        headers = _single_headers(scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _answer(send, *refusal)
        elif self._knows(headers):
            await self._app(scope, receive, _with_headers(send, _headers_for(scope)))
        elif self._is_first(scope):
            self._ticket = ""
            cookie = f"{self._cookie}={self._secret}; HttpOnly; SameSite=Strict; Path=/"
            await _answer(send, 303, "", {"location": "/", "set-cookie": cookie})
        else:
            await _answer(send, 403, "Open the address that the command printed; it works once.")

    def _refusal(self, scope: Scope, headers: Mapping[str, str] | None) -> tuple[int, str] | None:
        if headers is None or headers.get("host") not in self._hosts:
            return 421, "Unknown host."
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403, "Requests from other sites are refused."
        if scope["method"] not in ("GET", "HEAD") and headers.get("origin") not in self._origins:
            return 403, "Changes from other origins are refused."
        return None

    def _knows(self, headers: Mapping[str, str] | None) -> bool:
        pairs = (part.strip().partition("=") for part in (headers or {}).get("cookie", "").split(";"))
        return any(name == self._cookie and _same(value, self._secret) for name, _, value in pairs)

    def _is_first(self, scope: Scope) -> bool:
        query = scope["query_string"].decode("latin-1")
        right = bool(self._ticket) and _same(query, f"ticket={self._ticket}")
        return scope["method"] == "GET" and scope["path"] == "/" and right


def _single_headers(scope: Scope) -> Mapping[str, str] | None:
    """Give the headers by name; ``None`` where one that we judge by is given twice."""
    names = [name for name, _ in scope["headers"]]
    if any(names.count(name) > 1 for name in (b"host", b"origin", b"sec-fetch-site")):
        return None
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _headers_for(scope: Scope) -> Mapping[str, str]:
    """Give our headers; our own style and script may be kept for the run, there is nothing of the user's in them."""
    return {**HEADERS, "cache-control": STATIC_CACHE} if scope["path"].startswith("/static/") else HEADERS


def _with_headers(send: Send, headers: Mapping[str, str]) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            ours = {name.encode() for name in headers}
            kept = [(name, value) for name, value in message.get("headers", []) if name.lower() not in ours]
            message["headers"] = kept + _encoded(headers)
        await send(message)

    return sending


async def _answer(send: Send, status: int, text: str, more: Mapping[str, str] | None = None) -> None:
    body = text.encode()
    headers = {**HEADERS, "content-type": "text/plain; charset=utf-8", "content-length": str(len(body)), **(more or {})}
    await send({"type": "http.response.start", "status": status, "headers": _encoded(headers)})
    await send({"type": "http.response.body", "body": body})


def _encoded(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())
