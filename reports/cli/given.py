"""What an audit is given: the store, the user's own copies, the fetcher and the settings, made of the options."""

from collections.abc import Callable, Sequence
from pathlib import Path

from citations.article import Article
from reports.cli.changes import Changes
from reports.cli.option_texts import SECONDS_A_DAY
from reports.cli.options import AuditOptions
from verifier.fetching import HttpFetcher, OfflineFetcher
from verifier.fetching.base import Access, Fetcher, PageRequest, Snapshot
from verifier.fetching.offline import NEVER
from verifier.fetching.settings import ArchiveMode, FetchSettings, HostHeader
from verifier.matching.base import Scorer
from verifier.own_copies import NO_COPIES, OwnCopies, read_own_copies
from verifier.settings import Settings
from verifier.snapshots import SnapshotStore, default_store_path
from verifier.snapshots.store import GOOD

AT_THE_CONNECTION = frozenset({Access.REFUSED, Access.TOO_SLOW})
"""Accesses that say that no server answered at all; when every page ends so, the network is what failed."""


def store(options: AuditOptions) -> SnapshotStore:
    """Give the store of pages; an offline run makes none."""
    place = options.snapshots or default_store_path()
    return SnapshotStore.to_read(place) if options.offline else SnapshotStore(place)


def own_copies(options: AuditOptions) -> OwnCopies:
    """Give the user's own copies of sources."""
    return read_own_copies(options.sources) if options.sources is not None else NO_COPIES


def fetcher(options: AuditOptions, store: SnapshotStore) -> Fetcher:
    """Give what brings pages into the store, or only looks into it."""
    if options.offline:
        return OfflineFetcher(store)
    configuration = options.configuration
    asked = FetchSettings(
        timeout_s=configuration.timeout,
        max_age_s=configuration.max_age * SECONDS_A_DAY,
        allow_private=options.allow_private,
        proxy=options.proxy,
        ca_bundle=options.ca_bundle,
        contact=configuration.contact,
        host_delays=configuration.host_delay,
        host_headers=tuple(HostHeader(host=host, name=name, value=value) for host, name, value in options.headers),
        robots=configuration.robots,
        archive=ArchiveMode(configuration.archive),
        max_time_s=options.max_time,
    )
    return HttpFetcher(store, asked)


def settings(options: AuditOptions, articles: Sequence[Article]) -> Settings:
    """Give what the judging goes by."""
    return Settings(
        exclude=options.exclude,
        scorer=_scorer(options.scorer) if options.scorer else None,
        fail_after=options.configuration.fail_after,
        archives=ArchiveMode(options.configuration.archive) is not ArchiveMode.NONE,
        changed_lines=_changed_lines(options, articles),
    )


def _scorer(name: str) -> Scorer:
    from verifier.matching.onnx_scorer import load_scorer

    return load_scorer(name)


def _changed_lines(options: AuditOptions, articles: Sequence[Article]) -> dict[str, frozenset[int]]:
    """Give the lines that each article's audit is about; none where its notes, a copy of a source or a setting changed.

    Whatever notes are gone from a file, the claims that rested on them are in the article.
    """
    if options.changed_since is None:
        return {}
    changes = Changes(options.changed_since)
    shared = (options.sources, options.configuration_path)
    if any(changes.touch(path) for path in shared if path is not None):
        return {}
    return {
        article.path: lines
        for article in articles
        if (lines := changes.lines(Path(article.path))) is not None
        and not any(changes.touch(Path(name)) for name in article.notes_paths)
    }


def shown_settings(options: AuditOptions) -> tuple[tuple[str, str], ...]:
    """Give the settings that verdicts and findings depend on, for the report."""
    configuration = options.configuration
    shown = {
        "archive": configuration.archive,
        "fail-on": configuration.fail_on,
        "strict": str(configuration.strict).lower(),
        "select": " ".join(configuration.select),
        "ignore": " ".join(configuration.ignore),
        "exclude": " ".join(options.exclude),
        "changed-since": options.changed_since or "",
        "own copies": str(options.sources or ""),
    }
    return tuple((name, value) for name, value in shown.items() if value)


class Watched:
    """A fetcher that remembers whether any server was reached at all, and which pages of other days it gave.

    ``stood_in`` counts pages that could not be read now, ``lacking`` those that an offline run did not have.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._asked = 0
        self._failed = 0
        self.stood_in = self.lacking = 0

    @property
    def unreachable(self) -> bool:
        """Whether pages were asked for, and every one failed at the connection."""
        return self._asked > 0 and self._failed == self._asked and not isinstance(self._fetcher, OfflineFetcher)

    def fetch(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Fetch the pages, and count how many failed at the connection."""

        def count(snapshot: Snapshot) -> None:
            self._asked += 1
            self._failed += snapshot.status is None and snapshot.access in AT_THE_CONNECTION
            self.lacking += snapshot.fetched_at == NEVER
            self.stood_in += snapshot.failures > 0 and snapshot.access in GOOD
            on_done(snapshot)

        self._fetcher.fetch(requests, count)

    def fetch_archived(self, requests: Sequence[PageRequest], on_done: Callable[[Snapshot], None]) -> None:
        """Look for archived copies; what archives answer says nothing of the network."""
        self._fetcher.fetch_archived(requests, on_done)
