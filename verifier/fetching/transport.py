"""The transport below httpx: connections to judged addresses only, the protocol by h11, the limits ours.

One transport serves one origin, and knows it: what stands in the URL of a request is only a name to it. So no spelling
of an address reaches a socket unjudged, whatever a library makes of the URL.
"""

import asyncio
import base64
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import h11
import httpx

from verifier.fetching.addresses import Resolver, checked_addresses
from verifier.fetching.base import Access
from verifier.fetching.connections import Connection
from verifier.fetching.network import EVERYTHING, TlsContext, connected, opened, words_of
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import FetchSettings

KEEP_ALIVE_S = 15.0
MAX_TUNNEL_HEAD = 16 << 10
WITHHELD = (b"location", b"set-cookie")
"""Headers that httpx would act on: redirects and cookies are followed and kept by us alone, within one chain."""


class GuardedTransport(httpx.AsyncBaseTransport):
    """Answers the requests of one client, that of one origin. It raises ``Refusal`` where there is no answer.

    The headers of ``WITHHELD`` come back under that name in the extensions of the response; ``fed_at`` there gives
    when the last bytes that were read had come.
    """

    def __init__(self, place: str, settings: FetchSettings, resolver: Resolver, tls: TlsContext) -> None:
        self._place, self._settings, self._limits = urlsplit(place), settings, settings.limits
        self._resolver, self._tls = resolver, tls
        self._resting = Resting()
        self._proxy = Proxy.named(settings.proxy) if settings.proxy else None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Give the head of the answer, with a stream of the body as it comes off the wire.

        Raises:
            Refusal: there is no answer, or none that is HTTP.
        """
        connection = self._resting.take() or await self._connect()
        while True:
            reused = connection.used
            try:
                head = await self._ask(connection, request)
            except BaseException as error:
                connection.close()
                if not (reused and _closed_meanwhile(error)):
                    raise
                connection = await self._connect()
            else:
                return _response(head, _Stream(connection, self._resting))

    async def aclose(self) -> None:
        """Close the connections that rest; one that is at work is closed when it has done."""
        self._resting.close()

    async def _connect(self) -> Connection:
        host, secure = self._place.hostname or "", self._place.scheme == "https"
        port = self._place.port or (443 if secure else 80)
        there = self._proxy
        if there is None:
            sock = await connected(host, port, self._resolver, self._limits, self._settings.allow_private)
        else:
            await self._check_behind_proxy(host, port)
            sock = await connected(there.host, there.port, self._resolver, self._limits, EVERYTHING)
            if secure:
                await there.tunnel(sock, host, port, self._limits.connect_s)
        reader, writer = await opened(sock, host, self._limits, self._tls() if secure else None)
        return Connection(reader, writer, self._limits, host)

    async def _check_behind_proxy(self, host: str, port: int) -> None:
        """Judge the target's addresses although the proxy connects: a proxy often sits inside the private network."""
        try:
            await checked_addresses(host, port, self._resolver, self._settings.allow_private)
        except Refusal as refusal:
            if refusal.access is not Access.REFUSED:
                raise

    async def _ask(self, connection: Connection, request: httpx.Request) -> h11.Response:
        target: bytes = request.extensions.get("target", request.url.raw_path)
        headers = list(request.headers.raw)
        if self._proxy is not None and self._place.scheme == "http":
            target = f"{self._place.scheme}://{self._place.netloc}".encode() + target
            headers += self._proxy.credentials
        try:
            return await connection.ask(target, headers)
        except h11.LocalProtocolError as error:
            raise Refusal(Access.INVALID_URL, f"no request can be made of it: {error}") from error


def _closed_meanwhile(error: BaseException) -> bool:
    """Whether a server had merely closed a connection that rested. One that is silent is not asked again at once."""
    return isinstance(error, Refusal) and error.again and error.access is Access.PROTOCOL_ERROR


class Resting:
    """The connections of one origin that are open and wait for a request."""

    def __init__(self) -> None:
        self._connections: list[Connection] = []
        self._closed = False

    def take(self) -> Connection | None:
        """Give a connection that is still open, ``None`` where there is none."""
        while self._connections:
            connection = self._connections.pop()
            if connection.usable and asyncio.get_running_loop().time() - connection.rests_since < KEEP_ALIVE_S:
                return connection
            connection.close()
        return None

    def lay_down(self, connection: Connection) -> None:
        """Keep a connection that can serve once more, and close any other."""
        if connection.rest(asyncio.get_running_loop().time()) and not self._closed:
            self._connections.append(connection)
        else:
            connection.close()

    def close(self) -> None:
        """Close them all, and from now on every one that is laid down."""
        self._closed = True
        while self._connections:
            self._connections.pop().close()


class _Stream(httpx.AsyncByteStream):
    """The body of one answer. When it has been read to its end, its connection is laid down for the next request."""

    def __init__(self, connection: Connection, resting: Resting) -> None:
        self._connection, self._resting = connection, resting

    def fed_at(self) -> float:
        """Give when the last bytes of the answer came."""
        return self._connection.fed_at

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._connection.pieces():
            yield piece

    async def aclose(self) -> None:
        self._resting.lay_down(self._connection)


def _response(head: h11.Response, stream: _Stream) -> httpx.Response:
    raw = [(bytes(name), bytes(value)) for name, value in head.headers]
    extensions: dict[str, Any] = {
        "reason_phrase": bytes(head.reason),
        "withheld": [pair for pair in raw if pair[0] in WITHHELD],
        "fed_at": stream.fed_at,
    }
    kept = [pair for pair in raw if pair[0] not in WITHHELD]
    return httpx.Response(head.status_code, headers=kept, stream=stream, extensions=extensions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """The user's own proxy."""

    host: str
    port: int
    credentials: tuple[tuple[bytes, bytes], ...] = field(default=(), repr=False)

    @staticmethod
    def named(url: str) -> "Proxy":
        """Read a proxy's URL, such as ``http://user:password@proxy.example:3128``."""
        parts = urlsplit(url)
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
        except BaseException as error:
            sock.close()
            if not isinstance(error, OSError):
                raise
            raise Refusal(Access.REFUSED, f"the proxy does not answer: {words_of(error)}", again=True) from error
        if head.split(b" ", 2)[1:2] != [b"200"]:
            sock.close()
            said = head.split(b"\r\n", 1)[0].decode("latin-1")[:80]
            raise Refusal(Access.REFUSED, f"the proxy does not connect us to {place}: {said}")
