"""The connections below httpx: which of them serve again, and what becomes of the others."""

import asyncio
import gc
import socket
import warnings
from ipaddress import ip_network

import pytest
from loopback import Answer, Loopback, fetched, prose, redirect, reply, to_loopback

from verifier.fetching import Access, FetchSettings, Limits, Snapshot
from verifier.fetching import clients as clients_module
from verifier.fetching.clients import Clients
from verifier.fetching.cookies import ChainCookies
from verifier.fetching.refusals import Refusal

SETTINGS = FetchSettings(
    robots=False, allow_private=(ip_network("127.0.0.0/8"),), limits=Limits(second_look_s=0.01, read_s=1.0)
)


class Counting(Loopback):
    """A server that counts its connections."""

    connections = 0

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        await super()._talk(reader, writer)


def got(*urls: str, settings: FetchSettings = SETTINGS) -> list[Snapshot]:
    """Fetch some pages."""
    return fetched(*urls, settings=settings, resolver=to_loopback)


@pytest.mark.parametrize(
    ("first", "connections"),
    [
        pytest.param(redirect("/page"), 1, id="a redirect without a body"),
        pytest.param(reply("moved " * 50, status=302, Location="/page"), 1, id="a redirect with a short body"),
        pytest.param(reply("x" * 4_000_000, status=302, Location="/page"), 2, id="a redirect with a long body"),
        pytest.param(redirect("/page") + b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstale", 2, id="more than asked"),
    ],
)
def test_a_connection_serves_again_when_nothing_of_its_answer_is_left(first: Answer, connections: int) -> None:
    """Bytes that are left over would be taken for the answer to the next request."""
    with Counting(pages={"/": first, "/page": reply(prose())}) as server:
        (snapshot,) = got(server.url("/"))

        assert (snapshot.access, snapshot.final_url) == (Access.OK, server.url("/page"))
        assert server.connections == connections


def test_a_connection_whose_answer_was_refused_is_not_used_again() -> None:
    """The rest of the refused body is still under way on it."""
    large = reply("x" * 300_000)
    with Counting(pages={"/large": large, "/page": reply(prose())}) as server:
        settings = FetchSettings(
            robots=False, allow_private=SETTINGS.allow_private, limits=Limits(per_host=1, wire_bytes=100_000)
        )
        found = got(server.url("/large"), server.url("/page"), settings=settings)

        assert [one.access for one in found] == [Access.TOO_LARGE, Access.OK]
        assert server.connections == 2


def test_a_client_that_is_closed_while_it_is_used_leaves_no_connection_open() -> None:
    """A redirect from another host may use the client of one that is done with."""

    async def run(url: str) -> int:
        async with Clients(SETTINGS, to_loopback) as clients:
            asked = asyncio.ensure_future(clients.get(url))
            await asyncio.sleep(0.05)
            await clients.forget(url.removesuffix("/"))
            return (await asked).status

    with Loopback(pages={"/": reply(prose())}, delay_s=0.15) as server, warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        status = asyncio.run(run(server.url("/")))
        gc.collect()

    assert status == 200


def test_redirects_to_many_hosts_keep_few_clients_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each open connection is a file, and a process may have a thousand of them."""
    monkeypatch.setattr(clients_module, "MAX_CLIENTS", 3)

    async def run(port: int) -> int:
        async with Clients(SETTINGS, to_loopback) as clients:
            for number in range(10):
                assert (await clients.get(f"http://host{number}.example:{port}/")).status == 200
            return len(clients._clients)

    with Loopback(pages={"/": reply(prose())}) as server:
        assert asyncio.run(run(server.port)) == 3


def test_no_more_sockets_is_an_answer_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may have no file to spare; the other pages of the run must not be lost with this one."""

    def none_left(*_: object, **__: object) -> socket.socket:
        raise OSError(24, "Too many open files")

    async def run() -> Refusal:
        async with Clients(SETTINGS, to_loopback) as clients:
            with pytest.raises(Refusal) as caught:
                await clients.get("http://127.0.0.1:9/")
            return caught.value

    with asyncio.Runner() as runner:
        runner.get_loop()
        monkeypatch.setattr("verifier.fetching.network.socket.socket", none_left)
        refusal = runner.run(run())

    assert (refusal.access, refusal.again) == (Access.REFUSED, True)


def test_a_header_of_the_users_may_hold_any_letter() -> None:
    """It goes out as it stands in the environment, in UTF-8."""

    async def run(url: str) -> int:
        async with Clients(SETTINGS, to_loopback) as clients:
            return (await clients.get(url, headers=[("X-Reader", "Zoë")], cookies=ChainCookies())).status

    with Loopback(pages={"/": reply(prose())}) as server:
        assert asyncio.run(run(server.url("/"))) == 200
        assert server.requests[0].headers["x-reader"].encode("latin-1").decode() == "Zoë"


def test_a_silent_server_is_not_asked_twice_at_once_on_a_connection_that_served_before() -> None:
    """Trying again is for the chain, after a pause; only a connection that had been closed is replaced silently."""
    with Loopback(pages={"/one": reply(prose()), "/two": lambda _: b"HTTP/1.1 200 OK\r\n"}) as server:
        settings = FetchSettings(
            robots=False, allow_private=SETTINGS.allow_private, limits=Limits(read_s=0.2, retries=0, per_host=1)
        )
        found = got(server.url("/one"), server.url("/two"), settings=settings)

        assert [one.access for one in found] == [Access.OK, Access.TOO_SLOW]
        assert server.asked("/two") == 1


def test_a_chain_that_is_cancelled_closes_its_connection() -> None:
    """Ctrl-C must not leave sockets behind."""

    async def run(url: str) -> None:
        async with Clients(SETTINGS, to_loopback) as clients:
            asked = asyncio.ensure_future(clients.get(url))
            await asyncio.sleep(0.05)
            asked.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asked

    with Loopback(pages={"/": reply(prose())}, delay_s=0.3) as server, warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        asyncio.run(run(server.url("/")))
        gc.collect()


def test_interim_answers_without_end_are_no_answer() -> None:
    """Each is within the bounds of a head; all of them together are not."""
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n"
    with Loopback(pages={"/few": hints * 3 + reply(prose(500)), "/many": hints * 20_000 + reply(prose(500))}) as server:
        few, many = got(server.url("/few"))[0], got(server.url("/many"))[0]

    assert few.access is Access.OK
    assert (many.access, "headers without end" in many.reason) == (Access.PROTOCOL_ERROR, True)
