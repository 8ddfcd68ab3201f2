"""``provenote snapshots``: look at the pages that were kept, check them, remove them, take them elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from citations.errors import CitationError
from reports.cli.days import day_of
from reports.cli.json_output import echo_json
from reports.cli.options import FILE
from reports.counting import counted
from reports.one_line import harmless, plain
from verifier.fetching.base import Snapshot
from verifier.files import real_path
from verifier.snapshots import SnapshotStore, default_store_path

_STORE = click.option(
    "--snapshots",
    "path",
    type=FILE,
    help="The file of fetched pages, instead of the one in your cache folder.",
)
_FORMAT = click.option(
    "--format",
    "format_name",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="How to write it.",
)


class NothingKeptError(CitationError):
    """A store or a page that is not there."""


def _host(ctx: click.Context, parameter: click.Parameter, text: str | None) -> str | None:
    """Give the host as the store has it, out of a name in any case or out of a URL, ``None`` where none was named."""
    del ctx, parameter
    from citations.links import host_of

    if text is None:
        return None
    host = host_of(text if "//" in text else f"//{text}")
    if not host:
        message = f"--host {text!r}: not the name of a host"
        raise CitationError(message, "expected something like www.example.org")
    return host


_HOST = click.option("--host", callback=_host, help="Only pages of this host, such as www.example.org.")


@contextmanager
def _opened(path: Path | None, *, to_change: bool = False) -> Iterator[SnapshotStore]:
    """Open a store that exists: looking at one must not make one, and needs no right to write it."""
    place = path or default_store_path()
    if not place.exists():
        message = f"there is no snapshot store at {place}"
        raise NothingKeptError(message, "run provenote check first, or name another file with --snapshots")
    with SnapshotStore(place) if to_change else SnapshotStore.to_read(place) as store:
        yield store


@click.group("snapshots")
def snapshots() -> None:
    """List, show, verify, prune, export or import fetched pages.

    \b
    Examples:
      provenote snapshots list --host www.example.org
      provenote snapshots prune --host www.example.org
    """


@snapshots.command("list", short_help="List what is kept.")
@_HOST
@_FORMAT
@_STORE
def listed(host: str | None, format_name: str, path: Path | None) -> int:
    """List what is kept: when it was fetched, whether it could be read, its packed size and its URL."""
    with _opened(path) as store:
        for entry in store.entries(host):
            if format_name == "json":
                row = {"url": entry.url, "access": entry.access, "fetched_at": entry.fetched_at}
                echo_json(row | {"size": entry.size, "failures": entry.failures})
            else:
                failed = f"  (failures: {entry.failures})" if entry.failures else ""
                click.echo(f"{entry.fetched_at}  {entry.access:<14} {entry.size:>9,}  {entry.url}{failed}")
    return 0


@snapshots.command("show", short_help="Show what is kept of a page, its text or its changes.")
@click.argument("url")
@click.option("--text", "what", flag_value="text", help="Write the source text that is read out of it.")
@click.option("--changes", "what", flag_value="changes", help="Write what changed since the text was another.")
@click.option("--body", "what", flag_value="body", help="Write the bytes as they came.")
@_STORE
def show(url: str, what: str | None, path: Path | None) -> int:
    """Show what is kept of URL: how it was reached, and with --text, --body or --changes what it says."""
    with _opened(path) as store:
        snapshot = store.get(url)
        if snapshot is None:
            message = f"nothing is kept for {url}"
            raise NothingKeptError(message, "provenote snapshots list shows every URL")
        if what == "body":
            sys.stdout.buffer.write(snapshot.body)
        elif what == "text":
            text = store.text_of(snapshot)
            _echo_page(text.text if text is not None else "")
        elif what == "changes":
            _show_changes(store, url)
        else:
            _describe(snapshot, store.earlier(url))
    return 0


def _show_changes(store: SnapshotStore, url: str) -> None:
    """Write what the page said before, and says since."""
    from verifier.changes import word_changes

    before, now = store.earlier(url), store.good(url)
    old = store.text_of(before) if before is not None else None
    new = store.text_of(now) if now is not None else None
    if before is None or now is None or old is None or new is None:
        click.echo("no earlier text is kept: as far as is known it never changed")
        return
    click.echo(f"read on {before.fetched_at} and on {now.fetched_at}; [-gone-] {{+new+}}")
    for line in word_changes(old.text, new.text):
        _echo_page(line)


def _echo_page(text: str) -> None:
    """Print words of a page: as they are for a program, for a terminal without what it would obey."""
    click.echo(harmless(text) if sys.stdout.isatty() else text, color=True)


def _describe(snapshot: Snapshot, before: Snapshot | None) -> None:
    facts = (
        ("URL", snapshot.url),
        ("access", f"{snapshot.access} ({snapshot.reason})"),
        ("fetched", snapshot.fetched_at),
        ("final URL", snapshot.final_url or ""),
        ("archived copy", snapshot.archived.url if snapshot.archived else ""),
        ("bytes", f"{len(snapshot.body):,}" if snapshot.body else ""),
        ("SHA-256", snapshot.sha256 or ""),
        ("earlier text", f"read on {before.fetched_at}, SHA-256 {before.sha256}" if before else ""),
        ("failing since", snapshot.first_failed_at or ""),
        ("failures", f"{snapshot.failures}" if snapshot.failures else ""),
    )
    for name, value in facts:
        if value:
            click.echo(f"{name:<14} {plain(value)}")
    for hop in snapshot.chain:
        kind = "" if hop.kind == "http" else f" ({hop.kind})"
        click.echo(f"{'by way of':<14} {hop.status} {plain(hop.url)}{kind}")
    for name, value in snapshot.headers:
        click.echo(f"{'header':<14} {plain(f'{name}: {value}')}")


@snapshots.command("verify")
@_STORE
def verify(path: Path | None) -> int:
    """Check every page against its SHA-256. Exit code 1 when one has changed."""
    with _opened(path) as store:
        faults = list(store.damaged())
        for fault in faults:
            click.echo(fault)
        if not faults:
            click.echo(f"all is well: {counted(len(store.urls()), 'page')}")
    return 1 if faults else 0


@snapshots.command("prune", short_help="Remove pages for good.")
@_HOST
@click.option("--before", metavar="DAY", help="Only pages that were last fetched before this day, as in 2026-01-31.")
@_STORE
def prune(host: str | None, before: str | None, path: Path | None) -> int:
    """Remove pages for good: those of a host, old ones, or (with no option) what nothing refers to any more."""
    day = day_of(before, "--before")
    with _opened(path, to_change=True) as store:
        count = store.prune(host=host, before=day.isoformat() if day else None)
    if host is None and before is None:
        click.echo("removed what no page refers to any more; --host and --before remove pages")
    else:
        click.echo(f"removed {counted(count, 'page')}")
        if not count:
            click.echo("help: provenote snapshots list shows every page with its day and its host", err=True)
    return 0


@snapshots.command("export", short_help="Write the pages into a WARC file.")
@click.option("--warc", "target", required=True, type=FILE, metavar="FILE", help="The WARC file to write.")
@_HOST
@_STORE
def export(target: Path, host: str | None, path: Path | None) -> int:
    """Write the pages that are kept into a WARC file, which other archiving tools can read."""
    from verifier.snapshots.warc import require_warcio, write_warc

    require_warcio()  # before the file is made
    if real_path(target) == real_path(path or default_store_path()):
        message = f"--warc {target}: that is the snapshot store"
        raise CitationError(message, "name another file")
    with _opened(path) as store, target.open("wb") as out:
        count = write_warc((page for url in store.urls(host) if (page := store.get(url))), out)
    click.echo(f"wrote {counted(count, 'page')} to {target}")
    return 0


@snapshots.command("import")
@click.option("--warc", "source", required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False),
              metavar="FILE", help="The WARC file to read.")  # fmt: skip
@_STORE
def import_(source: Path, path: Path | None) -> int:
    """Read the pages of a WARC file into the store. A page that is kept and newer stays."""
    from verifier.snapshots.warc import read_warc

    count = 0
    with SnapshotStore(path or default_store_path()) as store, source.open("rb") as file:
        for page in read_warc(file, name=str(source)):
            known = store.get(page.url)
            if known is None or known.fetched_at < page.fetched_at:
                store.put(page)
                count += 1
    click.echo(f"read {counted(count, 'page')} from {source}")
    return 0


COMMAND = snapshots
