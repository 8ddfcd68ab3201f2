"""A source as the page shows it: its name, and the links that may be followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reports.formats.webpage.charts import shown_host
from reports.one_line import plain
from reports.values import NoteReport, SourceReport

TITLE_CHARACTERS: Final = 160
URL_CHARACTERS: Final = 120
"""Of a title and an address as they are shown (by eye, at 360 pixels)."""

TYPED_CHARACTERS: Final = 300
"""Of an address that is printed behind the name of its page; nobody types a longer one, and some fill three sheets."""

MOST_HOPS: Final = 12
"""Steps of a redirect that are shown: no chain that is followed has more."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source with the links that may be followed. ``name`` is the title of its page, else of the work in its note."""

    source: SourceReport
    name: str
    host: str
    url: str | None
    archived: str | None
    redirects: list[tuple[str, int]]
    shown_url: str

    @property
    def is_printed(self) -> bool:
        """Whether the address is printed behind the name, which stands in its place on a screen."""
        return bool(self.name and self.url and len(self.url) <= TYPED_CHARACTERS)


def source_facts(source: SourceReport, notes: Iterable[NoteReport] = ()) -> SourceFacts:
    """Give a source with the links that may be followed; ``notes`` name what has no page, a book for example."""
    return SourceFacts(
        source=source,
        name=plain(source.title or _noted_title(source, notes), TITLE_CHARACTERS),
        host=plain(shown_host(source.final_url or source.url), TITLE_CHARACTERS),
        url=safe_link(source.final_url or source.url),
        archived=safe_link(source.archived.url) if source.archived else None,
        redirects=[(plain(hop.url, URL_CHARACTERS), hop.status) for hop in source.redirects[:MOST_HOPS]],
        shown_url=plain(source.url, URL_CHARACTERS),
    )


def _noted_title(source: SourceReport, notes: Iterable[NoteReport]) -> str:
    """Give the title that the note has for a source without a link; a linked one shows its address."""
    if source.url:
        return ""
    named = (note for note in notes if note.label in source.labels)
    return next((record.title for note in named for record in note.records if record.title and not record.url), "")


def safe_link(url: str | None) -> str | None:
    """Give a URL that may stand behind a link: http or https and nothing else."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
