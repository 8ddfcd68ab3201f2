"""The whole catalogue of hostile answers, fetched in one run against its own right verdicts.

The catalogue is kept beside the project and not part of it; without it these tests are skipped.
"""

import contextlib
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SITE = Path(__file__).parents[3] / "shared" / "site" / "site.py"
NETWORKS = ("127.0.1.0/24", "127.0.2.0/24", "127.0.3.0/24")
MOST_RSS_MIB = 100
MOST_SECONDS = 40

pytestmark = [
    pytest.mark.skipif(not SITE.exists(), reason="the catalogue of hostile answers is not beside the project"),
    pytest.mark.skipif(sys.platform != "linux", reason="the catalogue needs the whole of 127.0.0.0/8"),
]


@pytest.fixture(scope="module")
def site() -> Iterator[int]:
    """A running catalogue; gives its port. The next port serves its TLS cases."""
    port = _two_free_ports()
    command = [sys.executable, str(SITE), "--port", str(port), "--latency-ms", "5", "--hosts", "4", "--pages", "5"]
    with subprocess.Popen(
        [*command, "--hostile", "--max-seconds", "600"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as site:
        assert site.stdout is not None
        assert "ready" in site.stdout.readline()
        yield port
        site.terminate()


def _two_free_ports() -> int:
    for _ in range(50):
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
            try:
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
        return port
    pytest.fail("no two free ports side by side")


def _get(port: int, path: str) -> Any:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def run(site: int, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One run over the whole catalogue in a process of its own, so that its memory can be measured."""
    folder = tmp_path_factory.mktemp("catalogue")
    cases = _get(site, "/__cases")
    _warm_up(site, cases)
    (folder / "cases.json").write_text(json.dumps(cases))
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder / "cases.json"), str(folder / "store.sqlite")],
        env=os.environ | {"HTTP_PROXY": "http://127.9.9.9:1", "http_proxy": "http://127.9.9.9:1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    return {"cases": cases, "stats": _get(site, "/__stats"), **json.loads(done.stdout)}


def _warm_up(port: int, cases: list[dict[str, Any]]) -> None:
    """Have the site build its large answers first: it packs a gigabyte, which takes long on a busy machine."""
    for case in cases:
        if case["section"] == "size":
            with contextlib.suppress(OSError, http.client.HTTPException):
                urllib.request.urlopen(case["url"], timeout=120).close()  # noqa: S310 - the site gave it
    with contextlib.suppress(ValueError):
        _get(port, "/__reset")


RUN = f"""
import json, sys, time
from ipaddress import ip_network
from verifier.fetching import ArchiveMode, FetchSettings, HttpFetcher, PageRequest
from verifier.snapshots import SnapshotStore

cases = json.load(open(sys.argv[1]))
settings = FetchSettings(allow_private=tuple(map(ip_network, {NETWORKS!r})), archive=ArchiveMode.GONE)
took, access, reasons = {{}}, {{}}, {{}}
with SnapshotStore(sys.argv[2]) as store:
    began = time.monotonic()
    def done(snapshot):
        took[snapshot.url] = time.monotonic() - began
        access[snapshot.url] = snapshot.access
        reasons[snapshot.url] = snapshot.reason
    HttpFetcher(store, settings).fetch([PageRequest(url=case["url"]) for case in cases], done)
    status = open("/proc/self/status").read()  # the peak of this program alone: ru_maxrss counts what started it
    rss = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    texts = {{url: (text.text if (text := store.source_text(url)) else "") for url in access}}
print(json.dumps({{"took": took, "access": access, "reasons": reasons, "rss": rss, "texts": texts}}))
"""


def _squashed(text: str) -> str:
    """Letters and digits only, footnote marks left out."""
    return re.sub(r"[\W_]+", "", re.sub(r"\[\d+\]", "", text)).lower()


def test_every_answer_gets_its_right_verdict(run: dict[str, Any]) -> None:
    """No good page is called bad and no bad one passes as fine: the reason stands beside what was wrong."""
    wrong = [
        f"{case['name']}: {case['expect']} expected, got {run['access'][case['url']]} ({run['reasons'][case['url']]})"
        for case in run["cases"]
        if run["access"][case["url"]] not in case["expect"].split("|")
    ]

    assert not wrong, "\n".join(wrong)


def test_the_claim_is_found_where_it_stands(run: dict[str, Any]) -> None:
    """A page counts as read when its words can be searched; a wall's words are never searched."""
    wrong = []
    for case in run["cases"]:
        readable = run["access"][case["url"]] in ("ok", "part-only", "archived")
        found = readable and _squashed(case["sentence"]) in _squashed(run["texts"][case["url"]])
        if "|" not in case["expect"] and found != case["claim"]:
            wrong.append(f"{case['name']}: found {found}")

    assert not wrong, "\n".join(wrong)


def test_the_words_of_a_text_fragment_are_in_the_text(run: dict[str, Any]) -> None:
    """A cited text directive is a quotation that can be looked for in the source text."""
    words = "The two ports expect the added winter sailings to stay"

    found = {case["name"]: words in run["texts"][case["url"]] for case in run["cases"] if case["fragment"] is not None}

    assert found == {case["name"]: case["fragment"] for case in run["cases"] if case["fragment"] is not None}


def test_the_private_network_is_never_reached(run: dict[str, Any]) -> None:
    """Redirects, odd spellings and a proxy named in the environment all lead there."""
    assert run["stats"]["per_case"].get("SECRET", 0) == 0


def test_only_get_is_sent(run: dict[str, Any]) -> None:
    """Servers answer HEAD as they like; a request that changes something is out of the question."""
    assert set(run["stats"]["methods"]) == {"GET"}


def test_memory_and_time_stay_bounded(run: dict[str, Any]) -> None:
    """Bombs, endless answers and 100,000 nested elements all at once cost no more than this."""
    assert run["rss"] <= MOST_RSS_MIB
    assert max(run["took"].values()) <= MOST_SECONDS
