"""A run is repeated without the network: the same report, byte for byte, but for the run's own times."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import run
from loopback import Answer, Loopback, reply

PROSE = (
    b"The weather on the island was calm for most of that year, as the keeper of the light noted every evening. " * 12
)
BRIDGE = b"<html><head><title>The bridge</title></head><body><main><p>The bridge was opened in 1998 by the mayor.</p><p>%b</p></main></body></html>"  # noqa: E501
ARTICLE = """# A title

The bridge was opened in 1998.[1] It cost 38 million crowns.[2] The ferry was sold in 1999.[3]

## Notes

[1] Ann Berg, "The bridge", Herald, 3 May 2020, {url}/bridge
[2] Ann Berg, "The bill", Herald, 4 May 2020, {url}/gone
[3] Ann Berg, "The ferry", Herald, 5 May 2020, {url}/slow
"""
PAGES: dict[str, Answer] = {"/bridge": reply(BRIDGE % PROSE), "/slow": reply()}
FORMATS = ("json", "html", "sarif", "junit", "csv", "markdown", "w3c")


def _write(folder: Path, site: Loopback) -> None:
    (folder / "a.md").write_text(ARTICLE.format(url=site.url("")), encoding="utf-8")


def _check(folder: Path, name: str, *more: str) -> Any:
    outputs = [argument for kind in FORMATS for argument in ("--output", f"{kind}={name}.{kind}")]
    fixed = (
        "--snapshots",
        "store.sqlite",
        "--allow-private-hosts",
        "127.0.0.0/8",
        "--archive",
        "none",
        "--fail-on",
        "never",
    )
    done = run("check", "a.md", *fixed, *outputs, *more, folder=folder)
    assert done.returncode == 0, done.stderr
    audit = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    audit.pop("run")
    return audit


def test_an_offline_run_repeats_the_report(tmp_path: Path) -> None:
    """Also what failed is as it was: the store keeps failures for the report."""
    with Loopback(PAGES) as site:
        _write(tmp_path, site)
        online = _check(tmp_path, "online")

    offline = _check(tmp_path, "offline", "--offline")

    assert json.dumps(offline) == json.dumps(online)
    accesses = [source["access"] for source in offline["articles"][0]["sources"]]
    assert accesses == ["ok", "gone", "empty"]


@pytest.mark.parametrize("kind", [one for one in FORMATS if one != "json"])
def test_two_offline_runs_write_the_same_files(tmp_path: Path, kind: str) -> None:
    """The command line and the time stand in one place, which is the same here."""
    with Loopback(PAGES) as site:
        _write(tmp_path, site)
        _check(tmp_path, "online")
    _check(tmp_path, "first", "--offline")
    report = tmp_path / "first.json"

    texts = [run("report", report.name, "--format", kind, folder=tmp_path).stdout for _ in range(2)]

    assert texts[0] == texts[1] == (tmp_path / f"first.{kind}").read_text(encoding="utf-8")


def test_a_young_page_is_not_fetched_again(tmp_path: Path) -> None:
    """Only what failed is asked for once more."""
    with Loopback(PAGES) as site:
        _write(tmp_path, site)
        _check(tmp_path, "first")
        site.requests.clear()
        _check(tmp_path, "second")

    assert site.asked("/bridge") == 0
    assert site.asked("/gone") >= 1


def test_pages_of_another_day_in_the_place_of_those_of_today_are_told(tmp_path: Path) -> None:
    """A green run must not hide that nothing could be fetched."""
    online = ("check", "a.md", "--allow-private-hosts", "127.0.0.0/8", "--max-age", "0", "--archive", "none")
    with Loopback({"/bridge": reply(BRIDGE % PROSE)}) as site:
        _write(tmp_path, site)
        before = run(*online, folder=tmp_path)
        port = site.port
        site.pages.clear()
    after = run(*online, "--proxy", f"http://127.0.0.1:{port}", folder=tmp_path)

    assert "could not be read now" not in before.stderr
    assert "1 page could not be read now; what was read before is judged" in after.stderr
