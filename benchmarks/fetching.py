"""Measures the fetch stage against lychee: wall time, processor time and memory for 2,000 links on 20 hosts.

    python benchmarks/fetching.py --site ../shared/site/site.py --lychee PATH/TO/lychee

Both fetch the same pages from one loopback site, in turn and each in a process of its own; only ratios within one run
mean something. Whatever else the machine does slows both down, and more the one that needs more of it: so the best run
of each stands beside the medians. ``--output`` writes the figures as JSON. With ``--floors`` the exit code is 1 when a
floor is missed.
"""

import argparse
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

CPU_RATIO = 8.0
"""The fetch stage may cost this many times lychee's processor time: it also stores every body."""

WALL_RATIO = 1.0
"""Waiting for the hosts takes most of the time, and both wait alike: nothing else may add to lychee's wall time."""
RSS_MIB = 150.0
"""Three times the memory that was measured: bodies go to the store as they come, so it may not grow with the links."""

FETCH = """
import json, resource, sys, time
from ipaddress import ip_network
from verifier.fetching import ArchiveMode, FetchSettings, HttpFetcher, PageRequest
from verifier.snapshots import SnapshotStore

urls = open(sys.argv[1]).read().split()
settings = FetchSettings(allow_private=(ip_network("127.0.1.0/24"),), archive=ArchiveMode.NONE)
got = []
with SnapshotStore(sys.argv[2]) as store:
    began = time.perf_counter()
    HttpFetcher(store, settings).fetch([PageRequest(url=url) for url in urls], got.append)
    wall = time.perf_counter() - began
    kept = sum(bool(store.body(one.sha256)) for one in got)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"wall_s": wall, "cpu_s": used.ru_utime + used.ru_stime, "rss_mib": used.ru_maxrss / 1024,
                  "ok": sum(one.access == "ok" for one in got), "kept": kept}))
"""

LYCHEE = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run([sys.argv[1], "--no-progress", "--format", "json", sys.argv[2]], capture_output=True)
wall = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"wall_s": wall, "cpu_s": used.ru_utime + used.ru_stime, "rss_mib": used.ru_maxrss / 1024,
                  "ok": json.loads(done.stdout)["successful"]}))
"""


def main() -> int:
    """Measure, print, and give the exit code."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        port = _free_port()
        command = [sys.executable, str(options.site), "--port", str(port), "--hosts", str(options.hosts)]
        command += ["--pages", str(options.pages), "--latency-ms", str(options.latency_ms)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as site:
            assert site.stdout is not None  # noqa: S101 - it was asked for
            site.stdout.readline()
            try:
                runs = _measure(options, folder, port)
            finally:
                site.terminate()
    figures = _figures(options, runs)
    print(json.dumps(figures, indent=2))
    if options.output:
        options.output.write_text(json.dumps(figures, indent=2) + "\n")
    return 1 if options.floors and not figures["floors_kept"] else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("../shared/site/site.py"), help="the loopback site")
    parser.add_argument("--lychee", help="lychee's program; without it only our own figures are measured")
    parser.add_argument("--hosts", type=int, default=20)
    parser.add_argument("--pages", type=int, default=100, help="pages a host")
    parser.add_argument("--latency-ms", type=float, default=50)
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the median counts")
    parser.add_argument("--output", type=Path, help="write the figures to this file")
    parser.add_argument("--floors", action="store_true", help="fail when a floor is missed")
    return parser.parse_args()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _measure(options: argparse.Namespace, folder: Path, port: int) -> dict[str, list[dict[str, Any]]]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/__urls", timeout=10) as answer:
        (folder / "urls.txt").write_bytes(answer.read())
    runs: dict[str, list[dict[str, Any]]] = {"provenote": [], "lychee": []}
    for number in range(options.repeat):
        store = folder / f"store{number}.sqlite"
        runs["provenote"].append(_run(FETCH, str(folder / "urls.txt"), str(store)))
        if options.lychee:
            runs["lychee"].append(_run(LYCHEE, options.lychee, str(folder / "urls.txt")))
    return runs


def _run(program: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _figures(options: argparse.Namespace, runs: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    medians = {
        tool: {name: round(statistics.median(run[name] for run in each), 3) for name in each[0]}
        for tool, each in runs.items()
        if each
    }
    figures: dict[str, Any] = {
        "links": options.hosts * options.pages,
        "hosts": options.hosts,
        "latency_ms": options.latency_ms,
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        **medians,
    }
    kept = medians["provenote"]["rss_mib"] <= RSS_MIB and medians["provenote"]["kept"] == figures["links"]
    if "lychee" in medians:
        ratios = {name: medians["provenote"][name] / medians["lychee"][name] for name in ("wall_s", "cpu_s")}
        figures["ratios"] = {name: round(ratio, 2) for name, ratio in ratios.items()}
        figures["best_wall_s"] = {tool: round(min(run["wall_s"] for run in each), 3) for tool, each in runs.items()}
        kept = kept and ratios["wall_s"] <= WALL_RATIO and ratios["cpu_s"] <= CPU_RATIO
    return figures | {"floors_kept": kept}


if __name__ == "__main__":
    sys.exit(main())
