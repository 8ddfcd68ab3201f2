"""A web server on loopback for tests: answers are whole HTTP messages as bytes, and every request is noted."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from verifier.fetching import FetchSettings, HttpFetcher, PageRequest, Snapshot
from verifier.snapshots import SnapshotStore

Answer = bytes | Callable[["Request"], bytes]


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: the target as sent, the headers by lower-case name, and when."""

    target: str
    headers: dict[str, str]
    at: float
    method: str = "GET"


@dataclass
class Loopback:
    """A running server. ``pages`` gives an answer by target or, first, by ``host`` and target together."""

    pages: dict[str, Answer] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    tls: ssl.SSLContext | None = None
    delay_s: float = 0.0
    address: str = "127.0.0.1"
    port: int = 0

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def url(self, target: str = "/", host: str | None = None) -> str:
        """Give a URL of this server."""
        return f"{'https' if self.tls else 'http'}://{host or self.address}:{self.port}{target}"

    def asked(self, target: str) -> int:
        """Count the requests for a target."""
        return sum(request.target == target for request in self.requests)

    def _serve(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        start = asyncio.start_server(self._talk, self.address, self.port, ssl=self.tls)
        server = self._loop.run_until_complete(start)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                first, *lines = head.decode("latin-1").strip().split("\r\n")
                method, target, _ = first.split(" ", 2)
                headers = {
                    name.strip().lower(): value.strip() for name, _, value in (ln.partition(":") for ln in lines)
                }
                request = Request(target, headers, self._loop.time(), method)
                self.requests.append(request)
                if self.delay_s:
                    await asyncio.sleep(self.delay_s)
                answer = self._answer(request)
                writer.write(answer)
                await writer.drain()
                if b"connection: close" in answer[:2000].lower() or not answer:
                    break
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError, ssl.SSLError):
            pass
        finally:
            writer.close()

    def _answer(self, request: Request) -> bytes:
        host = request.headers.get("host", "").split(":")[0]
        path = request.target.removeprefix("http://").partition("/")
        absolute = "/" + path[2] if request.target.startswith("http://") else request.target
        found = self.pages.get(f"{host}{absolute}", self.pages.get(absolute))
        if found is None:
            return reply(b"not here", status=404)
        return found(request) if callable(found) else found


def fetched(*urls: str, settings: FetchSettings, **more: Any) -> list[Snapshot]:
    """Give pages, fetched into a store of their own; ``more`` goes to the fetcher."""
    got: list[Snapshot] = []
    with SnapshotStore(":memory:") as store:
        HttpFetcher(store, settings, **more).fetch([PageRequest(url=url) for url in urls], got.append)
    return got


async def to_loopback(host: str, port: int) -> Sequence[str]:
    """Every name leads here."""
    del host, port
    return ("127.0.0.1",)


def reply(
    body: bytes | str = b"", *, status: int = 200, content_type: str = "text/html; charset=utf-8", **more: str
) -> bytes:
    """Give a whole HTTP answer; ``more`` are headers, ``_`` for ``-`` in their names."""
    content = body.encode() if isinstance(body, str) else body
    headers = {"Content-Type": content_type, "Content-Length": str(len(content))}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def redirect(to: str, status: int = 302, **more: str) -> bytes:
    """Give a redirect."""
    return reply(b"", status=status, Location=to, **more)


def prose(words: int = 60, *, about: str = "harbour") -> str:
    """Give a page with a title and about so many words of text."""
    sentence = f"The {about} council met on Tuesday and agreed on the repair of the old northern pier. "
    text = sentence * max(1, words // 15)
    return f"<html><head><title>The {about} council</title></head><body><main><p>{text}</p></main></body></html>"
