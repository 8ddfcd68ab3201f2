"""What a source is once it is read: its whole text in labelled parts, and what the page says about itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

EXTRACTOR_VERSION = "10"
"""Raised whenever equal bytes are read into another source text: kept texts of another version are read anew."""


def words(text: str) -> frozenset[str]:
    """Give the words of a list that is kept as one text, because a list of fifty words reads better so."""
    return frozenset(text.split())


_UNSPACED_SIGN = re.compile(r"[\u3040-\u9fff\u0e00-\u0e7f]")
"""Japanese, Chinese and Thai."""


def count_words(text: str) -> int:
    """Give the number of words; scripts that write without blanks count two signs as one word."""
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + len(_UNSPACED_SIGN.findall(text[:20_000])) // 2


class PartKind(StrEnum):
    """Which part of a page a stretch of text lies in."""

    MAIN = "main"
    TITLE = "title"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    RELATED = "related"
    NOTICE = "notice"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Characters of the source text and what they are. ``page`` counts from 1 where the source has pages (PDF)."""

    start: int
    end: int
    kind: PartKind
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value that a page gives about itself, and where it came from ("meta article:published_time")."""

    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """What the page says about itself. ``None`` or ``()`` means that it does not say.

    ``titles`` are all that it calls itself by, that for sharing first, then its heading and that of its window: they
    often differ, and people copy any of them; so with ``site_names``. Dates are ISO 8601 to the precision given
    ("2024-06-21", "2024-06").
    """

    titles: tuple[Said, ...] = ()
    authors: tuple[Said, ...] = ()
    site_names: tuple[Said, ...] = ()
    published: Said | None = None
    modified: Said | None = None
    canonical_url: str | None = None
    language: str | None = None

    @property
    def title(self) -> Said | None:
        """The title to show."""
        return self.titles[0] if self.titles else None

    @property
    def site_name(self) -> Said | None:
        """The name of the site to show."""
        return self.site_names[0] if self.site_names else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSigns:
    """What the markup shows about access, for the fetcher to decide on.

    ``free`` is JSON-LD ``isAccessibleForFree``; ``refresh`` a meta refresh as (seconds, absolute URL); ``names_work``
    whether the head names a paper or a book in the fields that catalogues read;
    ``main_words`` counts words of the main text, or of an article in JSON-LD where that has more. The words
    and vendors of walls are the fetcher's to know.
    """

    free: bool | None = None
    refresh: tuple[float, str] | None = None
    pdf_url: str | None = None
    next_url: str | None = None
    names_work: bool = False
    main_words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The whole text of a source, block by block, with a line end between blocks.

    ``kind`` is html, pdf or text; ``problem`` says why nothing or only a part could be read ("encrypted",
    "scanned", "unknown type application/zip"), ``None`` when all was read.
    """

    text: str
    kind: str
    parts: tuple[Part, ...] = ()
    data: PageData = PageData()
    signs: PageSigns = PageSigns()
    problem: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One kind of source.

    ``accepts`` says by the bytes, and by a Content-Type, which is often wrong, whether they are of this kind. ``read``
    gives what bytes, a URL and a Content-Type hold. It never raises on foreign bytes: what is odd becomes ``problem``.
    """

    accepts: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, str], SourceText]
