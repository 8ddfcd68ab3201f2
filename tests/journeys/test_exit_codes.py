"""Every way to end has its exit code, through the installed command, with one plain message and no traceback."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from command import PROGRAM, run
from loopback import Answer, Loopback, reply

ARTICLE = """# A title

The bridge was opened in 1998.[1] The council paid for it.[2]

## Notes

[1] Ann Berg, "The bridge", Herald, 3 May 2020, {url}/bridge
[2] Ann Berg, "The bill", Herald, 4 May 2020, {url}/bill
"""
BRIDGE = b"<html><title>The bridge</title><body><p>The bridge was opened in 1998 by the mayor.</p></body></html>"
BILL = b"<html><title>The bill</title><body><p>The council paid for the bridge, to the last crown.</p></body></html>"
PAGES: dict[str, Answer] = {"/bridge": reply(BRIDGE), "/bill": reply(BILL)}
ALLOW = ("--allow-private-hosts", "127.0.0.0/8", "--archive", "none")


def _write(folder: Path, text: str) -> None:
    (folder / "a.md").write_text(text, encoding="utf-8")


def test_nothing_to_look_at_is_0(tmp_path: Path) -> None:
    """Both claims stand in their sources."""
    with Loopback(PAGES) as site:
        _write(tmp_path, ARTICLE.format(url=site.url("")))

        done = run("check", "a.md", *ALLOW, folder=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Checked 2 of 2 claims" in done.stdout


def test_findings_are_1(tmp_path: Path) -> None:
    """A marker without a note is an error."""
    with Loopback(PAGES) as site:
        _write(tmp_path, ARTICLE.format(url=site.url("")).replace("for it.[2]", "for it.[2] Later it closed.[3]"))

        done = run("check", "a.md", *ALLOW, folder=tmp_path)

    assert done.returncode == 1
    assert "N101" in done.stdout


def test_too_few_checked_claims_are_1(tmp_path: Path) -> None:
    """``--min-checked`` asks for coverage."""
    _write(tmp_path, ARTICLE.format(url="https://a.example"))

    done = run("check", "a.md", "--offline", "--min-checked", 50, folder=tmp_path)

    assert done.returncode == 1
    assert "0 % of the claims were checked, and --min-checked asks for 50" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("check", "nosuch.md"), "no such file", id="a missing file"),
        pytest.param(("check", "."), "it is a folder", id="a folder"),
        pytest.param(("check", "loop.md"), "check where its path leads", id="a link to itself"),
        pytest.param(("check", "x" * 300), "too long", id="a name that is too long"),
        pytest.param(("check", "empty.md"), "empty", id="an empty file"),
        pytest.param(("check", "binary.md"), "cannot read binary.md", id="a binary"),
        pytest.param(("check", "huge.md"), "20 MB", id="a file that is too large"),
        pytest.param(("check", "a.md", "--nonsense"), "No such option", id="an unknown option"),
        pytest.param(("check", "a.md", "--offline", "--output", "htm=x"), "no format 'htm'", id="an unknown format"),
        pytest.param(("check", "a.md", "--offline", "--config", "bad.toml"), "fail-on", id="an unknown key"),
        pytest.param(("check", "a.md", "--offline", "--allow-private-hosts", "home"), "home", id="no network"),
        pytest.param(("check", "a.md", "--offline", "--exclude", "("), "not a regular expression", id="no pattern"),
        pytest.param(("check", "a.md", "--proxy", "proxy:3128"), "address of an HTTP proxy", id="no proxy"),
        pytest.param(("check", "a.md", "--proxy", "a:b@proxy:3128"), "--proxy 'proxy:3128'", id="with a password"),
        pytest.param(("check", "a.md", "--proxy", "http://a:b/c@proxy"), "'http://proxy'", id="a stroke in a password"),
        pytest.param(("check", "a.md", "--proxy", "http://proxy:99999"), "an HTTP proxy", id="no port of a proxy"),
        pytest.param(("check", "a.md", "--proxy", "https://proxy:3128"), "an HTTP proxy", id="a proxy over TLS"),
        pytest.param(("check", "a.md", "--max-age", "x"), "'x' is not a valid number", id="no number"),
        pytest.param(("review", "a.md", "--port", "x"), "'x' is not a valid whole number", id="no whole number"),
        pytest.param(("check", "a.md", "--ca-bundle", "nosuch.pem"), "no such file", id="no certificates"),
        pytest.param(
            ("check", "a.md", "--offline", "--select", "C9"), "no rule has the code", id="an unknown rule's code"
        ),
        pytest.param(
            ("check", "a.md", "--offline", "--scorer", "onnx:nosuch"), "model.onnx is not there", id="no model"
        ),
        pytest.param(("check", "a.md", "--offline", "--scorer", "best"), "expected onnx:DIR", id="an unknown scorer"),
        pytest.param(("check", "nosuch/*.md"), "check the pattern", id="a pattern without a match"),
        pytest.param(("parse", "nosuch.md"), "no such file", id="parse: a missing file"),
        pytest.param(("extract", "nosuch.html"), "check the path", id="extract: a missing file"),
        pytest.param(("decisions", "merge", "nosuch.toml"), "check the path", id="decisions: a missing file"),
        pytest.param(("explain", "C999"), "no rule", id="an unknown rule"),
        pytest.param(("explain", "c1"), "c1 is a claim: name the audit", id="a claim without its audit"),
        pytest.param(("explain", "N10"), "begin so: N101, N102", id="the beginning of a code"),
        pytest.param(("check", "a\n::error::b.md"), "cannot read a ::error::b.md", id="a line end in a name"),
        pytest.param(("nonsense",), "No such command", id="an unknown command"),
        pytest.param(("chek", "a.md"), "Did you mean 'check'?", id="a misspelt command"),
        pytest.param(("a.md",), "provenote check a.md", id="an article and no command"),
        pytest.param(("my a.md",), "provenote check 'my a.md'", id="a name with a blank and no command"),
        pytest.param(("check", "https://a.example/b"), "save the page", id="an address"),
        pytest.param(("check", "no*se"), "there is no such file", id="a pattern without an ending"),
        pytest.param(("check", "odd folder"), "provenote check 'odd folder'/*.md", id="a folder with a blank"),
        pytest.param(("check", "a.md", "--output", "html=no/x.html"), "there is no folder no", id="no folder"),
        pytest.param(("check", "a.md", "--output", "html=."), "it is a folder", id="a folder for a report"),
        pytest.param(
            ("check", "a.md", "--output", "markdown=./a.md"), "a.md is read in this run", id="its own article"
        ),
        pytest.param(
            ("check", "a.m*", "--output", "html=a.md"), "a.md is read in this run", id="one that a pattern names"
        ),
        pytest.param(
            ("check", "a.md", "--output", "html=a.md.decisions.toml"), "is read in this run", id="its own decisions"
        ),
        pytest.param(
            ("check", "a.md", "--config", "good.toml", "--output", "html=good.toml"), "is read", id="its configuration"
        ),
        pytest.param(
            ("check", "a.md", "--sources", "odd folder", "--output", "html=odd folder/1.txt"), "is read", id="a copy"
        ),
        pytest.param(
            ("check", "a.md", "--snapshots", "kept.db", "--output", "html=kept.db"),
            "is read in this run",
            id="its store",
        ),
        pytest.param(
            ("check", "a.md", "--snapshots", "a.md"), "if it was a store, delete it", id="an article as the store"
        ),
        pytest.param(("snapshots", "list", "--host", "//"), "not the name of a host", id="snapshots: no host"),
        pytest.param(
            ("check", "a.md", "--output", "html=x", "--output", "json=x"), "x gets another report", id="one file twice"
        ),
        pytest.param(("report", "a.md", "--output", "json=a.md"), "is read in this run", id="report: its own file"),
        pytest.param(("report", "a.md"), "cannot read the report a.md", id="no report"),
        pytest.param(("explain", "c1", "a.md"), "cannot read the report a.md", id="explain: no report"),
        pytest.param(("decide", "abcdef", "accept", "--audit", "a.md"), "the report a.md", id="decide: no report"),
        pytest.param(("fix", "--archives", "--offline", "latin.md"), "it is not UTF-8", id="fix: another encoding"),
        pytest.param(("fix", "--archives", "a.md", "--scorer", "x"), "No such option", id="fix: what it does not need"),
        pytest.param(
            ("check", "a.md", "--host-delay", "a.example=inf"), "not a number of seconds", id="an endless rest"
        ),
        pytest.param(("review", "a.md", "--text", "--rule", "Z9"), "--rule: no rule has the code", id="review: a rule"),
        pytest.param(("baseline", "-", "--reason", "x"), "standard input", id="decisions on standard input"),
        pytest.param(("check", "-"), "cannot read standard input: the file is empty", id="nothing on standard input"),
        pytest.param(("report", "-"), "the report on standard input: not JSON", id="no report on standard input"),
        pytest.param(("report", "some.json"), "no report of provenote: it has no version", id="JSON of something else"),
        pytest.param(("parse", "odd folder"), "name a file in it, or check all of them", id="parse: a folder"),
        pytest.param(
            ("check", "a.md", "--config", "torn.toml"), "help: text stands in quotation marks", id="no configuration"
        ),
    ],
)
def test_wrong_use_is_2_with_one_plain_message(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    """The message names the thing; no traceback."""
    _write(tmp_path, ARTICLE.format(url="https://a.example"))
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "huge.md").write_bytes(b"a word and another\n" * 1_200_000)
    (tmp_path / "latin.md").write_bytes(
        ARTICLE.format(url="https://a.example").replace("Ann", "Anné").encode("latin-1")
    )
    (tmp_path / "good.toml").write_text("max-age = 3\n", encoding="utf-8")
    (tmp_path / "odd folder").mkdir()
    (tmp_path / "odd folder" / "1.txt").write_text("A page.", encoding="utf-8")
    (tmp_path / "bad.toml").write_text("fail_on = 'error'\n", encoding="utf-8")
    (tmp_path / "torn.toml").write_text("fail-on = error\n", encoding="utf-8")
    (tmp_path / "some.json").write_text("{}", encoding="utf-8")

    done = run(*arguments, folder=tmp_path, given="")

    assert done.returncode == 2, done.stdout + done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == ARTICLE.format(url="https://a.example")


def test_a_report_can_be_written_to_a_pipe(tmp_path: Path) -> None:
    """/dev/stdout leads to one where another program reads on, and its place in the file system has no name."""
    _write(tmp_path, ARTICLE.format(url="https://a.example"))

    done = run("check", "a.md", "--offline", "-q", "--output", "csv=/dev/stdout", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("article,line,")


def test_a_last_day_is_one_of_the_users_own_calendar(tmp_path: Path) -> None:
    """Where it is still that day, the decision holds; the two places here are never on the same one."""
    _write(tmp_path, ARTICLE.format(url="https://a.example").replace("for it.[2]", "for it.[2] Later it closed.[3]"))
    west, east = ({"TZ": zone} for zone in ("Etc/GMT+12", "Etc/GMT-14"))
    last = (datetime.now(UTC) - timedelta(hours=12)).date()
    run("baseline", "a.md", "--reason", "old", "--offline", "--expires", last, folder=tmp_path, **west)

    codes = [run("check", "a.md", "--offline", folder=tmp_path, **place).returncode for place in (west, east)]

    assert codes == [0, 1]


def test_an_unreadable_article_does_not_stop_the_others(tmp_path: Path) -> None:
    """The report has them all, and the exit code says that one could not be read."""
    with Loopback(PAGES) as site:
        _write(tmp_path, ARTICLE.format(url=site.url("")))

        done = run("check", "nosuch.md", "a.md", *ALLOW, folder=tmp_path)

    assert done.returncode == 2
    assert "Checked 2 of 2 claims" in done.stdout
    assert "no such file\nhelp: check the path" in done.stderr, "as every other error is told"


def test_an_article_without_notes_is_told_so(tmp_path: Path) -> None:
    """That is a finding, no error of use."""
    _write(tmp_path, "# A title\n\nNothing is cited here.\n")

    done = run("check", "a.md", "--offline", folder=tmp_path)

    assert done.returncode == 0
    assert "A602" in done.stdout


def test_an_article_from_standard_input_may_need_its_format(tmp_path: Path) -> None:
    """It has no ending that says what it is written in, and read as another format it has no notes."""
    wikitext = "The bridge was opened in 1998.<ref>Ann Berg, ''The bridge'', Herald, 3 May 2020.</ref>\n"

    guessed = run("check", "-", "--offline", folder=tmp_path, given=wikitext)
    named = run("check", "-", "--offline", "--input-format", "wikitext", folder=tmp_path, given=wikitext)

    assert "A602" in guessed.stdout
    assert "--input-format" in guessed.stdout
    assert "A602" not in named.stdout


def test_invalid_utf8_is_read_and_reported(tmp_path: Path) -> None:
    """Old files are not refused."""
    (tmp_path / "a.md").write_bytes(ARTICLE.format(url="https://a.example").replace("Ann", "Anné").encode("latin-1"))

    done = run("check", "a.md", "--offline", folder=tmp_path)

    assert "A604 the file is not UTF-8; read as windows-1252 [warning]" in done.stdout
    assert done.returncode == 0


def test_no_network_at_all_is_3(tmp_path: Path) -> None:
    """A CI job must not be green because nothing could be reached."""
    with Loopback() as site:
        url = site.url("")
    _write(tmp_path, ARTICLE.format(url=url))

    done = run("check", "a.md", *ALLOW, folder=tmp_path)

    assert done.returncode == 3, done.stdout + done.stderr
    assert "every page failed at the connection" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        pytest.param((), {}, "--proxy goes through a proxy", id="no proxy anywhere"),
        pytest.param(("--proxy", "http://a:b@127.0.0.1:9"), {}, "is http://127.0.0.1:9 the right proxy", id="named"),
        pytest.param(
            (), {"https_proxy": "http://a:b@127.0.0.1:9"}, "http://127.0.0.1:9 of https_proxy is not", id="environment"
        ),
    ],
)
def test_no_network_names_the_proxy(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], words: str
) -> None:
    """In an office the proxy is the usual reason, and only the command line may name one."""
    with Loopback() as site:
        url = site.url("")
    _write(tmp_path, ARTICLE.format(url=url))

    done = run("check", "a.md", *ALLOW, *arguments, folder=tmp_path, **environment)

    assert done.returncode == 3, done.stdout + done.stderr
    assert words in done.stderr
    assert "a:b" not in done.stderr


@pytest.fixture
def heeding_interruptions() -> Iterator[None]:
    """Programs that are started heed Ctrl-C, even where the tests run in the background and were told to ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeding_interruptions")
def test_an_interruption_is_130(tmp_path: Path) -> None:
    """Ctrl-C in the middle of a fetch ends the run at once, with a word and without a traceback."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        _write(tmp_path, ARTICLE.format(url=f"http://127.0.0.1:{silent.getsockname()[1]}"))
        with subprocess.Popen(
            [str(PROGRAM), "check", "a.md", *ALLOW],
            cwd=tmp_path,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / ".cache")},
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            silent.accept()
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=20)

    assert process.returncode == 130, errors
    assert "interrupted" in errors
    assert "Traceback" not in errors


def test_an_article_on_standard_input_is_checked(tmp_path: Path) -> None:
    """An editor hands over what is not saved yet."""
    text = ARTICLE.format(url="https://a.example").replace("for it.[2]", "for it.[2] Later it closed.[3]")

    done = run("check", "-", "--offline", folder=tmp_path, given=text)

    assert done.returncode == 1, done.stderr
    assert "-:3:79: N101" in done.stdout


def test_an_offline_run_says_that_nothing_was_fetched_before(tmp_path: Path) -> None:
    """A misspelt store looks like a new one, and the run is green: so it is said, and no store is made."""
    _write(tmp_path, ARTICLE.format(url="https://a.example"))

    done = run("check", "a.md", "--offline", "--snapshots", "typo/pages.sqlite", folder=tmp_path)

    assert done.returncode == 0
    assert "2 pages are not in typo/pages.sqlite" in done.stderr
    assert not (tmp_path / "typo").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_under_the_report_is_3(tmp_path: Path) -> None:
    """Neither a finding nor a mistake of ours; where the message finds no room either, the exit code still tells."""
    _write(tmp_path, ARTICLE.format(url="https://a.example"))

    for errors, words in ((subprocess.PIPE, "could not finish: No space left"), (None, "")):
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(
                [str(PROGRAM), "check", "a.md", "--offline"],
                cwd=tmp_path,
                env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / ".cache")},
                stdout=full,
                stderr=errors or full,
                text=True,
                check=False,
            )

        assert done.returncode == 3
        assert words in (done.stderr or "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_report_that_cannot_be_written_is_3_and_is_shown_all_the_same(tmp_path: Path) -> None:
    """The disk is full, or the file is another's: what was found out is not lost."""
    _write(tmp_path, ARTICLE.format(url="https://a.example"))

    done = run("check", "a.md", "--offline", "--output", "html=/dev/full", folder=tmp_path)

    assert done.returncode == 3, done.stderr
    assert "cannot write /dev/full: No space left" in done.stderr
    assert "Checked 0 of 2 claims" in done.stdout


def test_decisions_that_cannot_be_saved_are_3(tmp_path: Path) -> None:
    """What was asked for was right, and the machine could not do it."""
    _write(tmp_path, ARTICLE.format(url="https://a.example").replace("for it.[2]", "for it.[2] Later it closed.[3]"))
    (tmp_path / "a.md.decisions.toml").symlink_to("unmounted/a.md.decisions.toml")

    done = run("baseline", "a.md", "--reason", "x", "--offline", folder=tmp_path)

    assert done.returncode == 3, done.stdout + done.stderr
    assert "cannot save" in done.stderr
    assert "help: check that its folder can be written to" in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_stream_is_no_mistake_of_ours(tmp_path: Path, closed: str) -> None:
    """A job that nobody listens to still has its exit code."""
    (tmp_path / "a.md").write_text("# A\n\nNothing is cited here.\n", encoding="utf-8")
    shell = ["sh", "-c", f'"{PROGRAM}" check a.md --snapshots s.sqlite {closed}']

    done = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")
