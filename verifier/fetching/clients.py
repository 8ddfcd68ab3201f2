"""The clients of one run: httpx, one client an origin, below each a transport that guards addresses.

What httpx would do by itself is left out: redirects, cookies, proxies of the environment, decoding. Nothing of it
leaves this module: a request gives an ``Answer`` or raises a ``Refusal``.
"""

import asyncio
import ssl
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from importlib import metadata
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import certifi
import httpx

from verifier.fetching.addresses import Resolver
from verifier.fetching.bodies import Body
from verifier.fetching.cookies import ChainCookies
from verifier.fetching.settings import FetchSettings
from verifier.fetching.transport import GuardedTransport
from verifier.fetching.urls import origin

REDIRECTS = (301, 302, 303, 307, 308)
UNNAMED = "host.invalid"
"""The name of a host whose spelling httpx refuses: the transport below knows the real one."""

MAX_PHRASE = 60
MAX_CLIENTS = 256
"""Clients that are open at a time: redirects lead to ever new origins, and each keeps connections open."""

SINGLE = ("location", "content-type", "retry-after")
"""Headers of which the first counts when a server sends several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said to one request. Header names are in lower case, equal names joined by a comma."""

    url: str
    status: int
    phrase: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    ended_at: float | None = None
    """When its last bytes came, by the clock of the loop, however much later they were read."""

    @property
    def words(self) -> str:
        """The status as people quote it: "HTTP 404 Not Found"."""
        return f"HTTP {self.status} {self.phrase}".strip()


class NoCookies(CookieJar):
    """A jar that stays empty: cookies live within one chain, and looking for them in vain costs as much as parsing."""

    def extract_cookies(self, response: object, request: object) -> None:
        """Take nothing."""


TransportFor = Callable[[str], httpx.AsyncBaseTransport]
"""Gives the transport for an origin such as ``https://example.org:8443``."""


class Clients:
    """The clients of one run, one an origin. Use it as an asynchronous context manager.

    ``transport_for`` stands in for the network in tests.
    """

    def __init__(self, settings: FetchSettings, resolver: Resolver, transport_for: TransportFor | None = None) -> None:
        self._limits = settings.limits
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._at_work: Counter[str] = Counter()
        self._tls: ssl.SSLContext | None = None
        self._large = asyncio.Semaphore(settings.limits.large_bodies)
        self._always = list(request_headers(settings).items())

        def context() -> ssl.SSLContext:
            self._tls = self._tls or tls_context(settings.ca_bundle)
            return self._tls

        self._transport_for = transport_for or (lambda place: GuardedTransport(place, settings, resolver, tls=context))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for place in tuple(self._clients):
            await self.forget(place)

    async def forget(self, place: str) -> None:
        """Close the client of an origin that is done with."""
        client = self._clients.pop(place, None)
        if client is not None:
            await client.aclose()

    async def get(
        self, url: str, *, cookies: ChainCookies | None = None, headers: Sequence[tuple[str, str]] = ()
    ) -> Answer:
        """Give the answer to one GET, its body read and decoded; a redirect's body is left unread.

        Raises:
            Refusal: there is no answer, or one that we do not read to its end.
        """
        cookie = cookies.header_for(url) if cookies is not None else ""
        every = [*self._always, *headers, *([("Cookie", cookie)] if cookie else ())]
        place = origin(url)
        self._at_work[place] += 1
        try:
            client = await self._client(place)
            response = await client.send(_request(url, every), stream=True)
            try:
                return await self._answer(url, response, cookies)
            finally:
                await response.aclose()
        finally:
            self._at_work[place] -= 1

    async def _answer(self, url: str, response: httpx.Response, cookies: ChainCookies | None) -> Answer:
        fields = _fields([*response.headers.raw, *response.extensions.get("withheld", ())], url, cookies)
        unread = response.status_code in REDIRECTS and "location" in fields
        body = b"" if unread else await self._body(response, fields)
        fed_at = response.extensions.get("fed_at")
        return Answer(
            url=url,
            status=response.status_code,
            phrase=_phrase(response),
            headers=fields,
            body=body,
            ended_at=fed_at() if fed_at is not None and not unread else None,
        )

    async def _client(self, place: str) -> httpx.AsyncClient:
        """Give the client of an origin: one for all of them would cost six times the processor time."""
        if place not in self._clients:
            self._clients[place] = httpx.AsyncClient(
                transport=self._transport_for(place),
                cookies=NoCookies(),
                trust_env=False,
                follow_redirects=False,
                timeout=None,  # noqa: S113 - the transport below has limits of its own
            )
            await self._make_room()
        return self._clients[place]

    async def _make_room(self) -> None:
        """Close the oldest clients that are not at work, where there are too many."""
        surplus = len(self._clients) - MAX_CLIENTS
        for place in [place for place in self._clients if not self._at_work[place]][: max(surplus, 0)]:
            await self.forget(place)

    async def _body(self, response: httpx.Response, fields: Mapping[str, str]) -> bytes:
        body = Body(fields, self._limits)
        pieces = response.aiter_raw()
        async for piece in pieces:
            body.feed(piece)
            if body.size > self._limits.large_bytes:
                break
        else:
            return body.whole()
        async with self._large:
            async for piece in pieces:
                body.feed(piece)
            return body.whole()


def _request(url: str, headers: Sequence[tuple[str, str]]) -> httpx.Request:
    """Give the request for a fetchable URL, its target as it stands there, whatever httpx would make of it."""
    parts = urlsplit(url)
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    try:
        named = httpx.URL(url)
    except httpx.InvalidURL:
        named = httpx.URL(scheme=parts.scheme, host=UNNAMED, path="/")
    every = [(name.encode(), value.encode()) for name, value in (("Host", parts.netloc), *headers)]
    return httpx.Request("GET", named, headers=every, extensions={"target": target.encode()})


def _fields(headers: Iterable[tuple[bytes, bytes]], url: str, cookies: ChainCookies | None) -> dict[str, str]:
    """Give the headers by name. Cookies go to the chain's own and nowhere else."""
    fields: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").lower(), _decoded(raw_value)
        if name == "set-cookie":
            if cookies is not None:
                cookies.learn(url, value)
        elif name in fields and name not in SINGLE:
            fields[name] += f", {value}"
        else:
            fields.setdefault(name, value)
    return fields


def _decoded(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _phrase(response: httpx.Response) -> str:
    raw = response.extensions.get("reason_phrase")
    phrase = _decoded(raw)[:MAX_PHRASE] if isinstance(raw, bytes) else response.reason_phrase
    return phrase if phrase.isprintable() else ""


def request_headers(settings: FetchSettings) -> dict[str, str]:
    """Give the headers of every request."""
    return {
        "User-Agent": user_agent(settings.contact),
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "en;q=0.8,*;q=0.5",
    }


def user_agent(contact: str = "") -> str:
    """Say honestly who asks: the name and version, the project's address, the user's where one was given."""
    try:
        about = metadata.metadata("provenote")
        version, links = about["Version"], about.get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        version, links = "0", []
    home = next((link.partition(",")[2].strip() for link in links), "")
    said = "; ".join(part for part in (f"+{home}" if home else "", _header_safe(contact)) if part)
    return f"provenote/{version} ({said or 'checks the citations of an article'})"


def _header_safe(text: str) -> str:
    return "".join(character for character in text if character.isascii() and character.isprintable())[:200]


def tls_context(bundle: Path | None) -> ssl.SSLContext:
    """Give a context that trusts the bundle, else the system's authorities, else those that come with the engine."""
    if bundle is not None:
        return ssl.create_default_context(cafile=str(bundle))
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if not known.cafile and not known.capath and not context.cert_store_stats()["x509_ca"]:
        return ssl.create_default_context(cafile=certifi.where())
    return context
