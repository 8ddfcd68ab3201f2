"""Who is let in: the first address once, then its browser; no other host, origin, site or user."""

from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from desk_cases import finished

from reports.review.choosing import Filter

guard_module = pytest.importorskip("reports.review.guard", reason="the extra provenote[review] is not installed")

PORT = 8123
BASE = f"http://127.0.0.1:{PORT}"
OWN = {"origin": BASE, "sec-fetch-site": "same-origin"}


async def _page(scope: Any, receive: Any, send: Any) -> None:
    del scope, receive
    headers = [(b"content-type", b"text/html"), (b"content-security-policy", b"default-src *")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"<p>claim</p>"})


def _ask(method: str, path: str, headers: Any = None, *, known: bool = True) -> httpx.Response:
    """Give the answer to one request, of a browser that opened the first address unless it is not ``known``."""

    async def asking() -> httpx.Response:
        guard = guard_module.Guard(_page, PORT)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(guard), base_url=BASE) as client:
            if known:
                await client.get(guard.first_url)
            return await client.request(method, path, headers=headers)

    return finished(asking)


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        pytest.param("GET", {}, 200, id="a page"),
        pytest.param("GET", {"sec-fetch-site": "none"}, 200, id="typed into the address bar"),
        pytest.param("GET", {"sec-fetch-site": "cross-site"}, 403, id="opened by another site"),
        pytest.param("GET", {"sec-fetch-site": "same-site"}, 403, id="opened by another port"),
        pytest.param("GET", {"host": "evil.example:8123"}, 421, id="a rebound name"),
        pytest.param("GET", {"host": "127.0.0.1:8124"}, 421, id="another port's host"),
        pytest.param("GET", {"host": "127.0.0.1"}, 421, id="no port"),
        pytest.param("GET", [("host", "127.0.0.1:8123"), ("host", "evil.example")], 421, id="two hosts"),
        pytest.param("GET", [("host", "evil.example"), ("host", "127.0.0.1:8123")], 421, id="two hosts, ours last"),
        pytest.param("POST", OWN, 200, id="our own form"),
        pytest.param("POST", [("origin", "http://evil.example"), *OWN.items()], 421, id="two origins"),
        pytest.param("POST", {}, 403, id="no origin"),
        pytest.param("POST", {"origin": "null"}, 403, id="a null origin"),
        pytest.param("POST", {"origin": "http://evil.example"}, 403, id="a foreign origin"),
        pytest.param("POST", {**OWN, "sec-fetch-site": "cross-site"}, 403, id="a foreign site"),
        pytest.param("DELETE", {"origin": "http://127.0.0.1:8124"}, 403, id="another method from another port"),
    ],
)
def test_only_our_own_page_may_change_anything(method: str, headers: Any, status: int) -> None:
    """Rebinding, foreign forms and other ports of this machine are refused, with the cookie in hand."""
    assert _ask(method, "/item/0/x", headers).status_code == status


@pytest.mark.parametrize("path", ["/", "/?ticket=wrong", "/?ticket=", "/list", "/static/desk.css"])
def test_without_the_first_address_nothing_is_shown(path: str) -> None:
    """Another user of the machine finds the port, but not the secret."""
    answer = _ask("GET", path, known=False)

    assert answer.status_code == 403
    assert "claim" not in answer.text


@pytest.mark.parametrize("secret", ["", "wrong", "é"])
def test_a_guessed_cookie_opens_nothing(secret: str) -> None:
    """Its name is no secret: whoever knows the port knows it."""
    cookie = f"provenote-review-{PORT}={secret}".encode()

    assert _ask("GET", "/", {b"cookie": cookie}, known=False).status_code == 403


def test_the_first_address_works_once() -> None:
    """It may be seen in a list of processes; by then it is worth nothing, and the cookie is another secret."""

    async def asking() -> tuple[httpx.Response, httpx.Response, str]:
        guard = guard_module.Guard(_page, PORT)
        transport = httpx.ASGITransport(guard)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            first = await client.get(guard.first_url)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as other:
            return first, await other.get(guard.first_url), guard.first_url

    first, second, url = finished(asking)

    assert (first.status_code, first.headers["location"], second.status_code) == (303, "/", 403)
    cookie = first.headers["set-cookie"]
    assert "HttpOnly; SameSite=Strict; Path=/" in cookie
    assert url.split("ticket=")[1] not in cookie


@pytest.mark.parametrize(
    ("method", "path", "used"),
    [
        pytest.param("GET", "/?ticket=", True, id="an empty one, after it was used"),
        pytest.param("GET", "/list?ticket={}", False, id="on another page"),
        pytest.param("HEAD", "/?ticket={}", False, id="asked for by a program that looks for links"),
        pytest.param("POST", "/?ticket={}", False, id="with a form"),
    ],
)
def test_the_first_address_opens_the_desk_in_one_way(method: str, path: str, *, used: bool) -> None:
    """A program that looks at addresses in advance must not use it up, and nothing must stand in for it."""

    async def asking() -> tuple[httpx.Response, httpx.Response]:
        guard = guard_module.Guard(_page, PORT)
        transport = httpx.ASGITransport(guard)
        ticket = guard.first_url.partition("ticket=")[2]
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            if used:
                await client.get(guard.first_url)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as other:
            return await other.request(method, path.format(ticket), headers=OWN), await other.get(guard.first_url)

    answer, after = finished(asking)

    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert after.status_code == (403 if used else 303)


def test_every_answer_carries_the_policy() -> None:
    """Nothing but our own script and style runs, nothing is stored, and the page cannot be framed."""
    headers = _ask("GET", "/").headers

    assert headers.get_list("content-security-policy") == [guard_module.HEADERS["content-security-policy"]]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"


def test_the_desk_is_served_on_loopback_alone(cases: ModuleType, tmp_path: Path) -> None:
    """Nobody on the same network finds as much as a port."""
    server_module = pytest.importorskip("reports.review.server", reason="the extra provenote[review] is not installed")

    listener, server, url = server_module.starting(cases.desk_for(tmp_path, cases.material()), Filter())
    address, port = listener.getsockname()
    listener.close()

    assert address == "127.0.0.1"
    assert url.startswith(f"http://127.0.0.1:{port}/?ticket=")
    assert not server.config.proxy_headers, "a header must not say whom the desk talks to"
