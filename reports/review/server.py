"""The desk on loopback: a free port, the doorkeeper before every page, and a browser opened on it."""

import socket
from collections.abc import Callable

import uvicorn

from reports.review.app import desk_app
from reports.review.choosing import Filter
from reports.review.desk import Desk
from reports.review.guard import Guard

HOST = "127.0.0.1"
LARGEST_HEADERS = 64 * 1024
"""Bytes of the request line and the headers together."""


def starting(desk: Desk, start: Filter, port: int = 0) -> tuple[socket.socket, uvicorn.Server, str]:
    """Give a bound socket, the server to run on it, and the first address, which opens the desk once.

    Port 0 is a free one.

    Raises:
        OSError: the port is taken.
    """
    # the protocol is named because asyncio turns off Nagle's delay (40 ms an answer) only on sockets that say TCP
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    guard = Guard(desk_app(desk, start), listener.getsockname()[1])
    config = uvicorn.Config(
        guard,
        lifespan="off",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=LARGEST_HEADERS,
        timeout_graceful_shutdown=1,
    )
    return listener, uvicorn.Server(config), guard.first_url


def serve(desk: Desk, start: Filter, on_ready: Callable[[str], None], port: int = 0) -> None:
    """Serve the desk until the user stops it; ``on_ready`` gets the first address.

    Raises:
        OSError: the port is taken.
    """
    listener, server, url = starting(desk, start, port)
    with listener:
        on_ready(url)
        server.run(sockets=[listener])
