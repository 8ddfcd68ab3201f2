"""Clients, one for each origin: they keep connections, ask, and read the answer to its end.

They stand on h11, the protocol engine below httpx. httpx itself reads the target of every redirect before we do and
refuses spellings of addresses that the guard must judge; it and its connection pool cost twice the processor time.
Nothing of the engine leaves this module: a request gives an ``Answer`` or raises a ``Refusal``.
"""

import asyncio
import base64
import socket
import ssl
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from ipaddress import ip_network
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

import certifi
import h11

from verifier.fetching.addresses import Resolver, checked_addresses
from verifier.fetching.base import Access
from verifier.fetching.bodies import Body
from verifier.fetching.connections import Connection
from verifier.fetching.cookies import ChainCookies
from verifier.fetching.network import connected, opened, words_of
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import FetchSettings
from verifier.fetching.urls import origin

REDIRECTS = (301, 302, 303, 307, 308)
KEEP_ALIVE_S = 15.0
EVERYTHING = (ip_network("0.0.0.0/0"), ip_network("::/0"))
"""The user's own proxy may be anywhere."""

MAX_PHRASE = 60
MAX_TUNNEL_HEAD = 16 << 10
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

    @property
    def words(self) -> str:
        """The status as people quote it: "HTTP 404 Not Found"."""
        return f"HTTP {self.status} {self.phrase}".strip()


class Clients:
    """The clients of one run. Use it as an asynchronous context manager."""

    def __init__(self, settings: FetchSettings, resolver: Resolver) -> None:
        self._settings, self._limits = settings, settings.limits
        self._resolver = resolver
        self._resting: dict[str, list[Connection]] = {}
        self._tls: ssl.SSLContext | None = None
        self._large = asyncio.Semaphore(settings.limits.large_bodies)
        self._always = [(name.encode(), value.encode()) for name, value in request_headers(settings).items()]
        self._proxy = Proxy.named(settings.proxy) if settings.proxy else None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for place in tuple(self._resting):
            self.forget(place)

    def forget(self, place: str) -> None:
        """Close the connections to an origin that is done with."""
        for connection in self._resting.pop(place, ()):
            connection.close()

    async def get(
        self, url: str, *, cookies: ChainCookies | None = None, headers: Sequence[tuple[str, str]] = ()
    ) -> Answer:
        """Give the answer to one GET, its body read and decoded; a redirect's body is left unread.

        Raises:
            Refusal: there is no answer, or one that we do not read to its end.
        """
        place = origin(url)
        cookie = cookies.header_for(url) if cookies is not None else ""
        every = (*headers, *([("Cookie", cookie)] if cookie else ()))
        connection = self._rested(place) or await self._connect(url)
        while True:
            reused = connection.used
            try:
                answer = await self._exchange(connection, url, every, cookies)
            except BaseException as error:
                connection.close()
                if not (reused and isinstance(error, Refusal) and error.again):
                    raise
                connection = await self._connect(url)  # the server had closed the old one meanwhile
                continue
            if connection.rest(asyncio.get_running_loop().time()):
                self._resting.setdefault(place, []).append(connection)
            else:
                connection.close()
            return answer

    def _rested(self, place: str) -> Connection | None:
        """Give a connection that is still open, ``None`` where there is none."""
        resting = self._resting.get(place, [])
        while resting:
            connection = resting.pop()
            if connection.usable and asyncio.get_running_loop().time() - connection.rests_since < KEEP_ALIVE_S:
                return connection
            connection.close()
        return None

    async def _connect(self, url: str) -> Connection:
        parts = urlsplit(url)
        host, secure = parts.hostname or "", parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        if self._proxy is None:
            sock = await connected(host, port, self._resolver, self._limits, self._settings.allow_private)
        else:
            await self._check_behind_proxy(host, port)
            there = self._proxy
            sock = await connected(there.host, there.port, self._resolver, self._limits, EVERYTHING)
            if secure:
                await there.tunnel(sock, host, port, self._limits.connect_s)
        reader, writer = await opened(sock, host, self._limits, self._context() if secure else None)
        return Connection(reader, writer, self._limits, host)

    async def _exchange(
        self, connection: Connection, url: str, headers: Sequence[tuple[str, str]], cookies: ChainCookies | None
    ) -> Answer:
        parts = urlsplit(url)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        every = [(b"Host", parts.netloc.encode()), *self._always]
        every += [(name.encode(), value.encode()) for name, value in headers]
        if self._proxy is not None and parts.scheme == "http":
            target = f"{origin(url)}{target}"
            every += self._proxy.credentials
        try:
            response = await connection.ask(target, every)
        except h11.LocalProtocolError as error:
            raise Refusal(Access.INVALID_URL, f"no request can be made of it: {error}") from error
        fields = _fields(response.headers, url, cookies)
        unread = response.status_code in REDIRECTS and "location" in fields
        body = b"" if unread else await self._body(connection, fields)
        return Answer(url=url, status=response.status_code, phrase=_phrase(response), headers=fields, body=body)

    async def _body(self, connection: Connection, fields: Mapping[str, str]) -> bytes:
        body = Body(fields, self._limits)
        pieces = connection.pieces()
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

    def _context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = tls_context(self._settings.ca_bundle)
        return self._tls

    async def _check_behind_proxy(self, host: str, port: int) -> None:
        """Judge the target's addresses although the proxy connects: a proxy often sits inside the private network."""
        try:
            await checked_addresses(host, port, self._resolver, self._settings.allow_private)
        except Refusal as refusal:
            if refusal.access is not Access.REFUSED:
                raise


def _fields(headers: Iterable[tuple[bytes, bytes]], url: str, cookies: ChainCookies | None) -> dict[str, str]:
    """Give the headers by name. Cookies go to the chain's own and nowhere else."""
    fields: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii"), _decoded(raw_value)
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


def _phrase(response: h11.Response) -> str:
    phrase = _decoded(bytes(response.reason))[:MAX_PHRASE]
    return phrase if phrase.isprintable() else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """The user's own proxy."""

    host: str
    port: int
    credentials: tuple[tuple[bytes, bytes], ...] = field(default=(), repr=False)

    @staticmethod
    def named(url: str) -> "Proxy":
        """Read a proxy's URL, such as ``http://user:password@proxy.example:3128``."""
        parts = urlsplit(url if "//" in url else f"http://{url}")
        said: tuple[tuple[bytes, bytes], ...] = ()
        if parts.username:
            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            said = ((b"Proxy-Authorization", b"Basic " + base64.b64encode(pair.encode())),)
        return Proxy(host=parts.hostname or "", port=parts.port or 80, credentials=said)

    async def tunnel(self, sock: socket.socket, host: str, port: int, patience_s: float) -> None:
        """Have the proxy connect us to a host.

        Raises:
            Refusal: it does not.
        """
        loop = asyncio.get_running_loop()
        place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        lines = [f"CONNECT {place} HTTP/1.1".encode(), f"Host: {place}".encode()]
        lines += [name + b": " + value for name, value in self.credentials]
        head = b""
        try:
            async with asyncio.timeout(patience_s):
                await loop.sock_sendall(sock, b"\r\n".join(lines) + b"\r\n\r\n")
                while b"\r\n\r\n" not in head and len(head) < MAX_TUNNEL_HEAD:
                    piece = await loop.sock_recv(sock, 1024)
                    if not piece:
                        break
                    head += piece
        except OSError as error:
            sock.close()
            raise Refusal(Access.REFUSED, f"the proxy does not answer: {words_of(error)}", again=True) from error
        if head.split(b" ", 2)[1:2] != [b"200"]:
            sock.close()
            said = head.split(b"\r\n", 1)[0].decode("latin-1")[:80]
            raise Refusal(Access.REFUSED, f"the proxy does not connect us to {place}: {said}")


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
