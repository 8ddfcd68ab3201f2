"""What the desk works on, and what it asks of its surroundings: an audit with its source texts, and ways to act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from verifier.audit import Audit
from verifier.findings import Rule
from verifier.fragments import LinkTo

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its size in bytes."""


def stamp_of(path: Path) -> Stamp | None:
    """Give the stamp of a file as it is now, ``None`` where it cannot be looked at."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """An audit and the source texts it was made from, by canonical URL. ``rules`` explain the findings, by code.

    ``stamps`` are those of the files that were read, by path, taken before they were.
    """

    audit: Audit
    texts: Mapping[str, str]
    rules: Mapping[str, Rule] = field(default_factory=dict)
    stamps: Mapping[Path, Stamp | None] = field(default_factory=dict)

    @property
    def changed(self) -> tuple[Path, ...]:
        """The files that were written since they were read."""
        return tuple(path for path, stamp in self.stamps.items() if stamp_of(path) != stamp)


AuditProvider = Callable[[], Material]
"""Makes the audit: at the start, after the reviewer brought a source's own text, and when an article was edited."""

CopyLayer = Callable[[str, str, str, bytes, str], Path]
"""Keeps a reviewer's own copy of a source: article path, URL, label, bytes, file name; gives where it lies.

Raises:
    CitationError: the copy cannot be kept, and why.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the desk needs of the world. ``state_dir`` holds the journals, ``None`` to keep them in memory.

    ``lay_copy`` is ``None`` where own copies cannot be kept; ``link_to`` where links open the page at its top.
    """

    decisions_path: Callable[[str], Path]
    today: Callable[[], date]
    state_dir: Path | None = None
    reviewer: str = ""
    lay_copy: CopyLayer | None = None
    link_to: LinkTo | None = None
