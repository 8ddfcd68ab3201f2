"""A small web server on loopback that counts what it is asked for."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Pages:
    """Pages by path, and how often each path was asked for."""

    def __init__(self, pages: dict[str, bytes], port: int) -> None:
        self.pages = pages
        self.asked: Counter[str] = Counter()
        self.port = port

    def url(self, path: str) -> str:
        """Give the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def serving(pages: dict[str, bytes]) -> Iterator[Pages]:
    """Serve these pages until the block ends; every other path is a 404."""
    served = Pages(pages, 0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            served.asked[path] += 1
            body = served.pages.get(path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
