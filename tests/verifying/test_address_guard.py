"""The guard at the point of connection: whatever a URL looks like, no private address is connected to."""

import asyncio
from collections.abc import Sequence
from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import Loopback, fetched, prose, redirect, reply

from verifier.fetching import Access, FetchSettings, Snapshot
from verifier.fetching.addresses import Resolver, checked_addresses, is_allowed
from verifier.fetching.refusals import Refusal

LOOPBACK = (ip_network("127.0.0.1/32"),)


def names(table: dict[str, Sequence[str]]) -> Resolver:
    """A resolver that knows these names only."""

    async def resolve(host: str, port: int) -> Sequence[str]:
        del port
        if host not in table:
            raise OSError(host)
        return table[host]

    return resolve


def fetch(url: str, resolver: Resolver, settings: FetchSettings | None = None) -> Snapshot:
    """Fetch one page with a fake resolver."""
    return fetched(url, settings=settings or FetchSettings(robots=False), resolver=resolver)[0]


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("10.0.0.5", id="private, 10"),
        pytest.param("172.16.3.4", id="private, 172.16"),
        pytest.param("192.168.1.1", id="private, 192.168"),
        pytest.param("127.0.0.1", id="loopback"),
        pytest.param("0.0.0.0", id="this host"),  # noqa: S104 - nothing is bound
        pytest.param("169.254.169.254", id="link-local, where clouds keep credentials"),
        pytest.param("100.64.0.1", id="carrier's network, neither private nor global"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("240.0.0.1", id="reserved"),
        pytest.param("::1", id="loopback, version 6"),
        pytest.param("::", id="unspecified"),
        pytest.param("fe80::1%eth0", id="link-local with a zone"),
        pytest.param("fc00::1", id="unique local"),
        pytest.param("fec0::1", id="site-local, of old"),
        pytest.param("ff02::1", id="multicast, version 6"),
        pytest.param("::ffff:10.0.0.5", id="IPv4-mapped"),
        pytest.param("::ffff:7f00:1", id="IPv4-mapped, in hexadecimal"),
        pytest.param("::10.0.0.5", id="IPv4-compatible"),
        pytest.param("::ffff:0:10.0.0.5", id="IPv4-translated"),
        pytest.param("64:ff9b::a00:5", id="NAT64"),
        pytest.param("64:ff9b:1::a00:5", id="NAT64 of a local network"),
        pytest.param("2002:a00:5::1", id="6to4"),
        pytest.param("2002:7f00:1::", id="6to4 of loopback"),
        pytest.param("2001:0:4136:e378:8000:63bf:f5ff:fffa", id="Teredo with a private client"),
        pytest.param("2001:470::5efe:a00:5", id="ISATAP"),
        pytest.param("not an address", id="nonsense"),
    ],
)
def test_no_address_that_is_not_public_is_allowed(address: str) -> None:
    """An address inside an IPv6 one counts, because that is where the packet goes."""
    assert not is_allowed(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]
)
def test_public_addresses_are_allowed(address: str) -> None:
    """Also where one is carried inside another."""
    assert is_allowed(address)


def test_an_exception_opens_its_network_and_no_other() -> None:
    """``--allow-private-hosts`` names networks; a mapped spelling of a named address is the same address."""
    named = (ip_network("10.1.0.0/16"),)

    assert is_allowed("10.1.2.3", named)
    assert is_allowed("::ffff:10.1.2.3", named)
    assert not is_allowed("10.2.0.1", named)


@given(st.ip_addresses())
def test_any_address_gets_an_answer(address: object) -> None:
    """Whatever the address, yes or no, never an exception."""
    assert is_allowed(str(address)) in (True, False)


def test_one_private_address_among_public_ones_condemns_the_host() -> None:
    """A name that points at both a public and a private address is up to no good."""
    mixed = names({"mixed.example": ["93.184.215.14", "10.0.0.5"]})

    with pytest.raises(Refusal) as refused:
        asyncio.run(checked_addresses("mixed.example", 80, mixed))

    assert refused.value.access is Access.DENIED_ADDRESS


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        pytest.param("http://2130706433/", "2130706433", id="decimal"),
        pytest.param("http://0177.0.0.1/", "0177.0.0.1", id="octal"),
        pytest.param("http://0x7f000001/", "0x7f000001", id="hexadecimal"),
        pytest.param("http://\uff11\uff12\uff17.0.0.1/", "127.0.0.1", id="full width"),
        pytest.param("http://127\u30020\u30020\u30021/", "127.0.0.1", id="ideographic full stops"),
        pytest.param("http://localhost./", "localhost", id="trailing dot"),
        pytest.param("http://example.org@internal.example/", "internal.example", id="behind userinfo"),
        pytest.param("http://[::ffff:7f00:1]/", "::ffff:7f00:1", id="mapped literal"),
    ],
)
def test_no_spelling_of_a_private_address_gets_through(url: str, asked: str) -> None:
    """The text of a URL is never judged: what it resolves to is."""
    snapshot = fetch(url, names({asked: ["127.0.0.1"]}))

    assert snapshot.access is Access.DENIED_ADDRESS


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind() -> None:
    """Rebinding: the second answer of a resolver may be another one; there is no second question."""
    answers = [["127.0.0.1"], ["10.0.0.5"]]
    asked: list[str] = []

    async def fickle(host: str, port: int) -> Sequence[str]:
        del port
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    with Loopback({"/": reply(prose(500))}) as site:
        settings = FetchSettings(robots=False, allow_private=LOOPBACK)
        snapshot = fetch(site.url("/", "fickle.example"), fickle, settings)

    assert snapshot.access is Access.OK
    assert asked == ["fickle.example"]


def test_every_redirect_is_judged_again() -> None:
    """A public page may send its readers to the private network."""
    with Loopback({"/": redirect("http://inside.example:1/secret")}) as site:
        settings = FetchSettings(robots=False, allow_private=LOOPBACK)
        table = {"public.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
        snapshot = fetch(site.url("/", "public.example"), names(table), settings)

    assert snapshot.access is Access.DENIED_ADDRESS
    assert [hop.status for hop in snapshot.chain] == [302]


def test_a_meta_refresh_and_a_robots_file_are_judged_too() -> None:
    """Every request takes the same way, also those that no person would notice."""
    refresh = '<meta http-equiv="refresh" content="0; url=http://inside.example:1/secret">'
    with Loopback({"/": reply(refresh), "/robots.txt": redirect("http://inside.example:1/robots.txt")}) as site:
        settings = FetchSettings(allow_private=LOOPBACK)
        table = {"public.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
        snapshot = fetch(site.url("/", "public.example"), names(table), settings)

    assert snapshot.access is Access.DENIED_ADDRESS


def test_a_proxy_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would connect in our place, past the guard."""
    with Loopback({"/": reply(prose(500))}) as site, Loopback() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        settings = FetchSettings(robots=False, allow_private=LOOPBACK)
        snapshot = fetch(site.url("/", "public.example"), names({"public.example": ["127.0.0.1"]}), settings)

    assert snapshot.access is Access.OK
    assert not proxy.requests


def test_a_named_proxy_is_used_but_not_for_private_hosts() -> None:
    """The user's proxy often sits inside the very network that must not be reached."""
    with Loopback({"/page": reply(prose(500))}) as proxy:
        settings = FetchSettings(robots=False, proxy=proxy.url())
        table = {"public.example": ["93.184.215.14"], "inside.example": ["10.0.0.5"], "127.0.0.1": ["127.0.0.1"]}
        public = fetch("http://public.example/page", names(table), settings)
        inside = fetch("http://inside.example/page", names(table), settings)

    assert public.access is Access.OK
    assert inside.access is Access.DENIED_ADDRESS
    assert [request.target for request in proxy.requests] == ["http://public.example/page"]
