"""The lowest layer: connections to judged addresses only, with every fault of theirs put into words."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from ipaddress import ip_network
from typing import SupportsIndex

from verifier.fetching.addresses import Resolver, checked_addresses
from verifier.fetching.base import Access
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import IPNetwork, Limits

TlsContext = Callable[[], ssl.SSLContext]
"""Gives the context that says which authorities are trusted, made when first asked for."""

EVERYTHING = (ip_network("0.0.0.0/0"), ip_network("::/0"))
"""The user's own proxy may be anywhere."""


async def connected(
    host: str, port: int, resolver: Resolver, limits: Limits, exceptions: Sequence[IPNetwork] = ()
) -> socket.socket:
    """Give a socket that is connected to the first of the host's addresses that answers; every one is judged before.

    Raises:
        Refusal: no address, one that is not public, no answer.
    """
    try:
        async with asyncio.timeout(limits.connect_s):
            addresses = await checked_addresses(host, port, resolver, exceptions)
            return await _first_answering(host, port, addresses, limits.connect_s / len(addresses))
    except TimeoutError as error:
        raise Refusal(Access.TOO_SLOW, f"{host} does not answer within {limits.connect_s:g} seconds") from error


async def _first_answering(host: str, port: int, addresses: Sequence[str], patience_s: float) -> socket.socket:
    problem = "no address"
    for address in addresses:
        try:
            return await _answering(address, port, patience_s)
        except OSError as error:
            if isinstance(error, TimeoutError) and address == addresses[-1]:
                raise
            problem = f"no answer from {address}" if isinstance(error, TimeoutError) else words_of(error)
    raise Refusal(Access.REFUSED, f"no connection to {host}:{port}: {problem}", again=True)


async def _answering(address: str, port: int, patience_s: float) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)  # noqa: FBT003 - the socket's own signature
        async with asyncio.timeout(patience_s):
            await asyncio.get_running_loop().sock_connect(sock, (address, port))
    except BaseException:
        sock.close()
        raise
    return sock


class StampedReader(asyncio.StreamReader):
    """A reader that notes when the last bytes came, however long it takes until somebody looks at them."""

    fed_at = 0.0

    def feed_data(self, data: Iterable[SupportsIndex]) -> None:
        """Take what came."""
        self.fed_at = asyncio.get_running_loop().time()
        super().feed_data(data)


async def opened(
    sock: socket.socket, host: str, limits: Limits, context: ssl.SSLContext | None = None
) -> tuple[StampedReader, asyncio.StreamWriter]:
    """Give the streams of a connection, after a TLS handshake under the host's name where there is a context.

    Raises:
        Refusal: the handshake fails.
    """
    name = host.removesuffix(".") if context is not None else None
    loop = asyncio.get_running_loop()
    reader = StampedReader(loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    try:
        async with asyncio.timeout(limits.connect_s):
            wire, _ = await loop.create_connection(lambda: protocol, sock=sock, ssl=context, server_hostname=name)
            return reader, asyncio.StreamWriter(wire, protocol, reader, loop)
    except BaseException as error:
        sock.close()
        raise _handshake_refusal(host, error) from error


def _handshake_refusal(host: str, error: BaseException) -> BaseException:
    """Give what a failed handshake means; what is no fault of it stays what it is."""
    match error:
        case TimeoutError():
            return Refusal(Access.TOO_SLOW, f"{host} does not finish the TLS handshake")
        case ssl.SSLCertVerificationError():
            return Refusal(Access.TLS_ERROR, f"the certificate of {host} is refused: {error.verify_message}")
        case ssl.SSLError():
            return Refusal(Access.TLS_ERROR, f"no TLS connection to {host}: {words_of(error)}")
        case OSError() | EOFError():
            return Refusal(Access.TLS_ERROR, f"{host} ended the TLS handshake: {words_of(error)}", again=True)
        case _:
            return error


def words_of(error: BaseException) -> str:
    """Say what went wrong without numbers and class names where the system has words for it."""
    reason = getattr(error, "reason", None)
    if isinstance(error, ssl.SSLError) and isinstance(reason, str):
        return reason.replace("_", " ").lower()
    strerror = getattr(error, "strerror", None)
    return str(strerror).lower() if strerror else (str(error) or type(error).__name__)
