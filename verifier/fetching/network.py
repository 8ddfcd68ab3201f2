"""The lowest layer: connections to judged addresses only, with every fault of theirs put into words.

It plugs into httpcore, httpx's own engine, below the choice of address and above the sockets. asyncio's streams are
used directly, which costs about half the processor time of the engine's portable ones.
"""

import asyncio
import socket
import ssl
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore

from verifier.fetching.addresses import Resolver, checked_addresses
from verifier.fetching.base import Access
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import IPNetwork, Limits

READ_BYTES = 64 << 10
CLOSED = "the connection is closed"


class Stream(httpcore.AsyncNetworkStream):
    """One connection. It counts what comes before the body, because heads without end are an attack too."""

    def __init__(self, connected: socket.socket, limits: Limits, host: str) -> None:
        self._socket: socket.socket | None = connected
        self._limits, self._host = limits, host
        self._head: int | None = 0
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def _streams(self, **tls: Any) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None:
            if self._socket is None:
                raise httpcore.WriteError(CLOSED)
            connected, self._socket = self._socket, None
            try:
                self._reader, self._writer = await asyncio.open_connection(sock=connected, **tls)
            except BaseException:
                connected.close()
                raise
        return self._reader, self._writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - its protocol
        """Give what has come, ``b""`` at the end of the connection."""
        try:
            async with asyncio.timeout(timeout):
                reader, _ = await self._streams()
                piece = await reader.read(min(max_bytes, READ_BYTES))
        except TimeoutError as error:
            raise Refusal(Access.TOO_SLOW, f"{self._host} sent nothing for {timeout:g} seconds") from error
        except OSError as error:
            reason = f"the connection to {self._host} broke: {_words(error)}"
            if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
                raise Refusal(Access.TLS_ERROR, reason) from error
            raise Refusal(Access.PROTOCOL_ERROR, reason, again=True) from error
        if self._head is not None:
            self._head += len(piece)
            if self._head > self._limits.head_bytes:
                raise Refusal(Access.PROTOCOL_ERROR, f"{self._host} sends headers without end")
        return piece

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - its protocol
        """Send it."""
        self._head = 0
        if not buffer:
            return
        try:
            async with asyncio.timeout(timeout):
                _, writer = await self._streams()
                writer.write(buffer)
                await writer.drain()
        except TimeoutError as error:
            raise Refusal(Access.TOO_SLOW, f"{self._host} takes nothing for {timeout:g} seconds") from error
        except (OSError, RuntimeError) as error:
            raise httpcore.WriteError(_words(error)) from error

    def head_is_read(self) -> None:
        """Stop counting: what comes now is the body, which has limits of its own."""
        self._head = None

    async def aclose(self) -> None:
        """Close without waiting for the other side's goodbye."""
        if self._socket is not None:
            self._socket.close()
        if self._writer is not None:
            self._writer.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - its protocol
    ) -> httpcore.AsyncNetworkStream:
        """Shake hands as ``server_hostname``, whatever address the connection goes to."""
        name = (server_hostname or self._host).removesuffix(".")
        try:
            async with asyncio.timeout(timeout):
                await self._streams(ssl=ssl_context, server_hostname=name)
        except TimeoutError as error:
            raise Refusal(Access.TOO_SLOW, f"{self._host} does not finish the TLS handshake") from error
        except ssl.SSLCertVerificationError as error:
            raise Refusal(Access.TLS_ERROR, f"the certificate of {name} is refused: {error.verify_message}") from error
        except ssl.SSLError as error:
            raise Refusal(Access.TLS_ERROR, f"no TLS connection to {name}: {_words(error)}") from error
        except (OSError, EOFError) as error:
            reason = f"{name} ended the TLS handshake: {_words(error)}"
            raise Refusal(Access.TLS_ERROR, reason, again=True) from error
        return self

    def get_extra_info(self, info: str) -> Any:
        """Tell the engine what it asks: whether a resting connection has ended."""
        if info == "is_readable":
            ended = self._reader is not None and self._reader.at_eof()
            return ended or (self._writer is not None and self._writer.transport.is_closing())
        return self._writer.get_extra_info(info) if self._writer is not None else None


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Resolves a host once, judges every address, and connects to one that was judged."""

    def __init__(self, resolver: Resolver, limits: Limits, exceptions: Sequence[IPNetwork] = ()) -> None:
        self._resolver, self._limits, self._exceptions = resolver, limits, tuple(exceptions)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - its protocol
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Give a connection to the first of the host's addresses that answers."""
        del local_address, socket_options
        try:
            async with asyncio.timeout(timeout):
                addresses = await checked_addresses(host, port, self._resolver, self._exceptions)
                return await self._connect(host, port, addresses)
        except TimeoutError as error:
            raise Refusal(Access.TOO_SLOW, f"{host} does not answer within {timeout:g} seconds") from error

    async def _connect(self, host: str, port: int, addresses: Sequence[str]) -> Stream:
        problem = "no address"
        for address in addresses:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            sock = socket.socket(family, socket.SOCK_STREAM)
            sock.setblocking(False)  # noqa: FBT003 - the socket's own signature
            try:
                async with asyncio.timeout(self._limits.connect_s / len(addresses)):
                    await asyncio.get_running_loop().sock_connect(sock, (address, port))
                return Stream(sock, self._limits, host)
            except BaseException as error:
                sock.close()
                if not isinstance(error, OSError):
                    raise
                problem = f"no answer from {address}" if isinstance(error, TimeoutError) else _words(error)
        raise Refusal(Access.REFUSED, f"no connection to {host}:{port}: {problem}", again=True)

    async def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        """Refuse: nothing that an article cites is a file of this machine."""
        raise Refusal(Access.DENIED_ADDRESS, f"{path} is a file of this machine")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


def _words(error: BaseException) -> str:
    """Say what went wrong without numbers and class names where the system has words for it."""
    reason = getattr(error, "reason", None)
    if isinstance(error, ssl.SSLError) and isinstance(reason, str):
        return reason.replace("_", " ").lower()
    strerror = getattr(error, "strerror", None)
    return str(strerror).lower() if strerror else (str(error) or type(error).__name__)
