"""Clients, one for each origin: one client for all of them costs six times the processor time.

They stand on httpcore, the engine of httpx. httpx itself reads the target of every redirect before we do, refuses
spellings of addresses that the guard must judge, and costs half as much again; so it is left out of the way.
Nothing of the engine leaves this module: a request gives an ``Answer`` or raises a ``Refusal``.
"""

import asyncio
import ssl
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import certifi
import httpcore

from verifier.fetching.addresses import Resolver, checked_addresses
from verifier.fetching.base import Access
from verifier.fetching.bodies import Body
from verifier.fetching.cookies import ChainCookies
from verifier.fetching.network import GuardedBackend, Stream
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import FetchSettings
from verifier.fetching.urls import origin

REDIRECTS = (301, 302, 303, 307, 308)
KEEP_ALIVE_S = 15.0
EVERYTHING = (ip_network("0.0.0.0/0"), ip_network("::/0"))
"""The user's own proxy may be anywhere."""

MAX_PHRASE = 60
SINGLE = ("location", "content-type", "retry-after")
"""Headers of which the first counts when a server sends several."""

if find_spec("sniffio") is None:
    sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type] # documented: the import fails at once
"""The engine tries this import at every lock; searching the disk for it anew took a third of all processor time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said to one request. Header names are in lower case, equal names joined by a comma."""

    url: str
    status: int
    phrase: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def words(self) -> str:
        """The status as people quote it: "HTTP 404 Not Found"."""
        return f"HTTP {self.status} {self.phrase}".strip()


class Clients:
    """The clients of one run, made when first asked for. Use it as an asynchronous context manager."""

    def __init__(self, settings: FetchSettings, resolver: Resolver) -> None:
        self._settings, self._limits = settings, settings.limits
        self._resolver = resolver
        self._pools: dict[str, httpcore.AsyncConnectionPool] = {}
        self._busy: Counter[str] = Counter()
        self._tls: ssl.SSLContext | None = None
        self._large = asyncio.Semaphore(settings.limits.large_bodies)
        self._always = [(name.encode(), value.encode()) for name, value in request_headers(settings).items()]
        limits = settings.limits
        self._extensions = {"timeout": {"connect": limits.connect_s, "read": limits.read_s, "write": limits.read_s}}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._busy.clear()
        for place in tuple(self._pools):
            await self.forget(place)

    async def forget(self, place: str) -> None:
        """Close the client of an origin that is done with, unless a redirect from elsewhere uses it now."""
        pool = self._pools.pop(place, None) if not self._busy[place] else None
        if pool is not None:
            await pool.aclose()

    async def get(
        self, url: str, *, cookies: ChainCookies | None = None, headers: Sequence[tuple[str, str]] = ()
    ) -> Answer:
        """Give the answer to one GET, its body read and decoded; a redirect's body is left unread.

        Raises:
            Refusal: there is no answer, or one that we do not read to its end.
        """
        if self._settings.proxy:
            await self._check_behind_proxy(url)
        place = origin(url)
        self._busy[place] += 1
        try:
            return await self._send(self._pool(place), url, self._request(url, cookies, headers), cookies)
        except (httpcore.RemoteProtocolError, httpcore.LocalProtocolError) as error:
            raise _broken(error) from error
        except (httpcore.NetworkError, httpcore.ProxyError, httpcore.ConnectionNotAvailable) as error:
            raise Refusal(Access.PROTOCOL_ERROR, f"the connection broke: {error}", again=True) from error
        finally:
            self._busy[place] -= 1

    def _request(self, url: str, cookies: ChainCookies | None, headers: Sequence[tuple[str, str]]) -> httpcore.Request:
        parts = urlsplit(url)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        place = httpcore.URL(
            scheme=parts.scheme.encode(),
            host=(parts.hostname or "").encode(),
            port=parts.port,
            target=target.encode(),
        )
        cookie = cookies.header_for(url) if cookies is not None else ""
        more = [
            (name.encode(), value.encode()) for name, value in (*headers, *([("Cookie", cookie)] if cookie else []))
        ]
        every = [(b"Host", parts.netloc.encode()), *self._always, *more]
        return httpcore.Request("GET", place, headers=every, extensions=self._extensions)

    async def _send(
        self, pool: httpcore.AsyncConnectionPool, url: str, request: httpcore.Request, cookies: ChainCookies | None
    ) -> Answer:
        response = await pool.handle_async_request(request)
        try:
            _head_is_read(response)
            fields = _fields(response.headers, url, cookies)
            unread = response.status in REDIRECTS and "location" in fields
            body = b"" if unread else await self._body(response, fields)
            return Answer(url=url, status=response.status, phrase=_phrase(response), headers=fields, body=body)
        finally:
            await response.aclose()

    async def _body(self, response: httpcore.Response, fields: Mapping[str, str]) -> bytes:
        body = Body(fields, self._limits)
        pieces = response.aiter_stream()
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

    def _pool(self, place: str) -> httpcore.AsyncConnectionPool:
        if place in self._pools:
            return self._pools[place]
        proxy = self._settings.proxy
        exceptions = EVERYTHING if proxy else self._settings.allow_private
        self._pools[place] = pool = httpcore.AsyncConnectionPool(
            ssl_context=self._context() if place.startswith("https:") else None,
            proxy=httpcore.Proxy(proxy) if proxy else None,
            max_connections=self._limits.per_host,
            max_keepalive_connections=self._limits.per_host,
            keepalive_expiry=KEEP_ALIVE_S,
            network_backend=GuardedBackend(self._resolver, self._limits, exceptions),
        )
        return pool

    def _context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = tls_context(self._settings.ca_bundle)
        return self._tls

    async def _check_behind_proxy(self, url: str) -> None:
        """Judge the target's addresses although the proxy connects: a proxy often sits inside the private network."""
        parts = urlsplit(url)
        try:
            await checked_addresses(parts.hostname or "", parts.port or 0, self._resolver, self._settings.allow_private)
        except Refusal as refusal:
            if refusal.access is not Access.REFUSED:
                raise


def _head_is_read(response: httpcore.Response) -> None:
    stream = response.extensions.get("network_stream")
    if isinstance(stream, Stream):
        stream.head_is_read()


def _fields(headers: Sequence[tuple[bytes, bytes]], url: str, cookies: ChainCookies | None) -> dict[str, str]:
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


def _phrase(response: httpcore.Response) -> str:
    raw = response.extensions.get("reason_phrase")
    phrase = _decoded(raw)[:MAX_PHRASE] if isinstance(raw, bytes) else ""
    return phrase if phrase.isprintable() else ""


def _broken(error: Exception) -> Refusal:
    words = str(error) or "the answer is not HTTP"
    ended = "without sending" in words
    return Refusal(Access.PROTOCOL_ERROR, f"the server does not speak HTTP properly: {words[:200]}", again=ended)


def request_headers(settings: FetchSettings) -> dict[str, str]:
    """Give the headers of every request."""
    return {
        "User-Agent": settings.user_agent or user_agent(settings.contact),
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
