"""Fixtures of the desk's tests: made-up cases, a desk that is served, and a browser to look at it with."""

import importlib.util
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

_SPEC = importlib.util.spec_from_file_location("desk_cases", Path(__file__).with_name("desk_cases.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_CASES = importlib.util.module_from_spec(_SPEC)
sys.modules["desk_cases"] = _CASES
_SPEC.loader.exec_module(_CASES)

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]


@pytest.fixture(scope="session")
def cases() -> ModuleType:
    """The made-up audits."""
    return _CASES


@pytest.fixture
def desk(cases: ModuleType, tmp_path: Path) -> Any:
    """A desk with three claims and a dead link."""
    return cases.desk_for(tmp_path, cases.material())


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serves a desk until the test ends, and gives the address that opens it."""
    pytest.importorskip("uvicorn", reason="the extra provenote[review] is not installed")
    from reports.review.choosing import Filter
    from reports.review.server import starting

    servers: list[tuple[Any, threading.Thread]] = []

    def start(desk: Any, chosen: Any = None) -> str:
        listener, server, url = starting(desk, chosen or Filter())
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        servers.append((server, thread))
        while not server.started:
            time.sleep(0.01)
        return url

    yield start
    for server, thread in servers:
        server.should_exit = server.force_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield opened
        opened.close()
