"""Which addresses may be connected to: a fetcher that reads URLs out of documents must not reach private networks.

The spelling of a URL is never judged. A name is resolved once, every address it has is judged, and the connection
is made to the address that was judged, so that a second look-up cannot change the answer.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from verifier.fetching.base import Access
from verifier.fetching.refusals import Refusal
from verifier.fetching.settings import IPNetwork

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the addresses of a host, in the order to try them. Raises OSError when it has none."""

Address = IPv4Address | IPv6Address

EMBEDDING = (
    IPv6Network("::ffff:0:0/96"),  # IPv4-mapped
    IPv6Network("::ffff:0:0:0/96"),  # IPv4-translated
    IPv6Network("64:ff9b::/96"),  # NAT64
    IPv6Network("64:ff9b:1::/48"),  # NAT64 of a local network
    IPv6Network("::/96"),  # IPv4-compatible
)
"""Networks whose last 32 bits are an IPv4 address."""

ISATAP = (0x00005EFE, 0x02005EFE)
"""The third group of 32 bits of an address that carries an IPv4 address in its last."""


async def system_resolver(host: str, port: int) -> Sequence[str]:
    """Give the addresses that the system knows for a host."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def is_allowed(address: str, exceptions: Sequence[IPNetwork] = ()) -> bool:
    """Whether an address may be connected to: it and the one it may carry are public, or one is excepted."""
    try:
        ip = ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if is_excepted(address, exceptions):
        return True
    carried = carried_address(ip)
    return _is_public(carried) if carried is not None else _is_public(ip)


def is_excepted(address: str, exceptions: Sequence[IPNetwork]) -> bool:
    """Whether an address, or the one that it carries, lies in one of the networks."""
    try:
        ip = ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    both = (ip, carried_address(ip))
    return any(each in network for each in both if each is not None for network in exceptions)


def carried_address(ip: Address) -> IPv4Address | None:
    """Give the IPv4 address that an IPv6 address carries inside, ``None`` where it carries none."""
    if isinstance(ip, IPv4Address):
        return None
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    number = int(ip)
    if (number >> 32) & 0xFFFFFFFF in ISATAP or any(ip in network for network in EMBEDDING):
        return IPv4Address(number & 0xFFFFFFFF)
    return None


def _is_public(ip: Address) -> bool:
    if isinstance(ip, IPv6Address) and ip.is_site_local:
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


async def checked_addresses(
    host: str, port: int, resolver: Resolver, exceptions: Sequence[IPNetwork] = ()
) -> tuple[str, ...]:
    """Give the addresses of a host, all of them judged.

    Raises:
        Refusal: the host has no address, or one that is not public: a name that points at both is up to no good.
    """
    try:
        found = tuple(await resolver(host.removesuffix("."), port))
    except (OSError, UnicodeError) as error:
        raise Refusal(Access.REFUSED, f"no address is known for the host {host}") from error
    if not found:
        raise Refusal(Access.REFUSED, f"no address is known for the host {host}")
    for address in found:
        if not is_allowed(address, exceptions):
            raise Refusal(Access.DENIED_ADDRESS, f"the host {host} is at {address}, which is not a public address")
    return found
