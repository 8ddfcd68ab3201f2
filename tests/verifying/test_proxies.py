"""A proxy of the user's: pages over TLS go through a tunnel that it digs, and its password is told to nobody else."""

import asyncio
import contextlib
from base64 import b64encode
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path

import pytest
from authority import server_context
from loopback import Loopback, Request, fetched, prose, reply, to_loopback

from verifier.fetching import Access, FetchSettings, Limits, Snapshot

ALLOWED = (ip_network("127.0.0.0/8"),)
LIMITS = Limits(second_look_s=0.01, retries=0)
TOLD = "Basic " + b64encode(b"quill:h\xc3\xa9ron/7").decode()
PASSWORD = "quill:h%C3%A9ron%2F7"  # noqa: S105 - of a proxy on loopback


@dataclass
class Tunnel(Loopback):
    """A proxy that answers CONNECT with ``said`` and, where that is 200, joins the client to the port it named."""

    said: bytes = b"HTTP/1.1 200 Connection established\r\nVia: us\r\n\r\n"

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        self.requests.append(Request(target, headers, self._loop.time(), method))
        writer.write(self.said)
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await writer.drain()
            if b" 200 " in self.said:
                there, back = await asyncio.open_connection("127.0.0.1", int(target.rpartition(":")[2]))
                await asyncio.gather(_poured(reader, back), _poured(there, writer))
            elif self.said:
                await reader.read()  # until the other side has had enough
        writer.close()


async def _poured(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    while piece := await source.read(65_536):
        sink.write(piece)
        await sink.drain()
    sink.close()


def through(url: str, proxy: Loopback, bundle: Path | None = None) -> Snapshot:
    """Give the page at ``url``, fetched through the proxy with its password."""
    settings = FetchSettings(
        robots=False,
        allow_private=ALLOWED,
        limits=LIMITS,
        ca_bundle=bundle,
        proxy=f"http://{PASSWORD}@127.0.0.1:{proxy.port}",
    )
    return fetched(url, settings=settings, resolver=to_loopback)[0]


def test_a_page_over_tls_is_read_through_a_tunnel(tmp_path: Path) -> None:
    """The certificate is that of the page's host, and only the proxy learns the password."""
    context, bundle = server_context(tmp_path, "pages.example")
    with Loopback({"/page": reply(prose(500))}, tls=context) as site, Tunnel() as proxy:
        page = through(site.url("/page", "pages.example"), proxy, bundle)
        stranger = through(site.url("/page", "other.example"), proxy, bundle)
        there = site.port

    assert (page.access, stranger.access) == (Access.OK, Access.TLS_ERROR)
    assert [(one.method, one.target) for one in proxy.requests][:1] == [("CONNECT", f"pages.example:{there}")]
    assert {one.headers["proxy-authorization"] for one in proxy.requests} == {TOLD}
    assert not any("proxy-authorization" in one.headers for one in site.requests)


def test_a_page_without_tls_is_asked_for_at_the_proxy() -> None:
    """With the password, which stands in nothing that is kept."""
    with Loopback({"/page": reply(prose(500))}) as proxy:
        page = through("http://pages.example/page", proxy)

    assert page.access is Access.OK
    assert [one.headers["proxy-authorization"] for one in proxy.requests] == [TOLD]
    assert "ron" not in f"{page.chain}{page.reason}{page.headers}"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param(b"HTTP/1.1 407 Who are you\r\n\r\n", "407 Who are you", id="it wants another password"),
        pytest.param(b"", "does not connect us", id="it says nothing"),
        pytest.param(b"HTTP/1.1 2000 x\r\n\r\n", "2000", id="it says what nobody knows"),
        pytest.param(b"x" * 200_000, "xxx", id="it never comes to an end"),
    ],
)
def test_a_proxy_that_digs_no_tunnel_is_named_as_the_reason(tmp_path: Path, said: bytes, told: str) -> None:
    """It is no fault of the page; without TLS nothing is sent to it."""
    context, bundle = server_context(tmp_path, "pages.example")
    with Loopback({"/page": reply(prose(500))}, tls=context) as site, Tunnel(said=said) as proxy:
        page = through(site.url("/page", "pages.example"), proxy, bundle)

    assert page.access is Access.REFUSED
    assert told in page.reason
    assert "ron" not in page.reason
    assert site.requests == []
