"""The numbers behind the charts: shares of a bar, places of dots, hosts by access. Drawing is the template's work."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from citations.links import host_of
from reports.places import place_words
from reports.values import ArticleReport, ClaimReport, SourceReport
from reports.words import VERDICT_NAMES, WORST_FIRST, access_words
from verifier.matching.base import Verdict

SIGNS: Final[dict[str, str]] = {
    Verdict.DETAIL_DIFFERS: "≠",
    Verdict.NOT_FOUND: "✕",
    Verdict.PARTLY: "◐",
    Verdict.REVIEW: "?",
    Verdict.NOT_CHECKED: "–",
    Verdict.SUPPORTED: "✓",
}
"""A shape for each verdict, so that no one needs the colours."""

MOST_DOTS: Final = 150
"""Citations of an article that are drawn one by one; more are drawn as columns (by eye: they overlap)."""

COLUMNS: Final = 100
MOST_HOSTS: Final = 10
"""Hosts with a row of their own."""

MOST_REASONS: Final = 3
"""What came of a host's pages, in words: as many fit in a line."""

LANE_HEIGHT: Final = 26
"""Of one verdict in the chart of dots, in pixels."""

READ: Final = frozenset({"ok", "archived", "part-only"})
LOST: Final = frozenset({"gone", "soft-404", "invalid-url"})


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar: ``left`` and ``width`` in percent of all of it."""

    key: str
    name: str
    sign: str
    count: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A citation (or, with a ``height``, several of them) at ``x`` percent of them all."""

    key: str
    sign: str
    x: float
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One verdict in the chart of dots, ``y`` pixels from its top."""

    key: str
    name: str
    sign: str
    y: int
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Host:
    """A host and what came of its pages."""

    name: str
    count: int
    shares: tuple[Share, ...]
    words: str


def verdict_shares(claims: Iterable[ClaimReport]) -> list[Share]:
    """Give the verdicts that occur, from found to worst to not checked, as parts of one bar."""
    counts = Counter(claim.verdict for claim in claims)
    order: list[str] = [
        Verdict.SUPPORTED,
        Verdict.REVIEW,
        Verdict.PARTLY,
        Verdict.NOT_FOUND,
        Verdict.DETAIL_DIFFERS,
        Verdict.NOT_CHECKED,
    ]
    return _shares([(key, VERDICT_NAMES[key], SIGNS[key], counts[key]) for key in order if counts[key]])


def lanes(article: ArticleReport) -> list[Lane]:
    """Give the citations along the article, a lane for each verdict that occurs, worst on top.

    They stand at equal distances: by their lines, those of one paragraph would lie on one spot.
    """
    citations = [(claim, citation.verdict) for claim in article.claims for citation in claim.sources]
    present = {verdict for _, verdict in citations}
    shown = [verdict for verdict in WORST_FIRST if verdict in present]
    draw = _dots if len(citations) <= MOST_DOTS else _columns
    made = []
    for number, verdict in enumerate(shown):
        own = {rank: claim for rank, (claim, one) in enumerate(citations) if one == verdict}
        dots = draw(own, verdict, len(citations))
        made.append(
            Lane(
                key=str(verdict),
                name=VERDICT_NAMES[verdict],
                sign=SIGNS[verdict],
                y=LANE_HEIGHT * number + LANE_HEIGHT // 2,
                dots=tuple(dots),
            )
        )
    return made


def _dots(claims: Mapping[int, ClaimReport], verdict: str, total: int) -> list[Dot]:
    return [
        Dot(
            key=verdict,
            sign=SIGNS[verdict],
            x=_percent(rank, total),
            height=0,
            title=f"note {', '.join(claim.labels)}, {place_words(claim)}"[:200],
        )
        for rank, claim in claims.items()
    ]


def _columns(claims: Mapping[int, ClaimReport], verdict: str, total: int) -> list[Dot]:
    counts = Counter(rank * COLUMNS // total for rank in claims)
    most = max(counts.values())
    return [
        Dot(
            key=verdict,
            sign="",
            x=column * 100 / COLUMNS,
            height=round(3 + (LANE_HEIGHT - 9) * count / most, 1),
            title=f"{count} here",
        )
        for column, count in sorted(counts.items())
    ]


OFF_THE_WEB = "books and others"
"""Where sources without a link are counted."""


def hosts(sources: Iterable[SourceReport]) -> list[Host]:
    """Give the hosts not all of whose sources were read, and the others as one: those tell nothing apart.

    Each has how many could be read, are gone, or could not be checked; the one with the most sources comes first.
    """
    by_host: dict[str, list[SourceReport]] = {}
    for source in sources:
        by_host.setdefault(shown_host(source.url) or OFF_THE_WEB, []).append(source)
    ranked = sorted(by_host.items(), key=lambda item: (-len(item[1]), item[0] == OFF_THE_WEB, item[0]))
    rows = [item for item in ranked if any(source.access not in READ for source in item[1])][:MOST_HOSTS]
    others = [item for item in ranked if item not in rows]
    if len(others) == 1:
        rows += others
    elif others:
        name = f"{len(others)} {'other hosts' if rows else 'hosts'}"
        rows.append((name, [source for _, some in others for source in some]))
    return [_host(name, some) for name, some in rows]


def _host(name: str, sources: Sequence[SourceReport]) -> Host:
    counts = Counter(_group(source.access) for source in sources)
    names = {"read": ("read", "✓"), "lost": ("page gone", "✕"), "closed": ("could not be read", "–")}
    shares = _shares([(key, names[key][0], names[key][1], counts[key]) for key in names if counts[key]])
    reasons = Counter(access_words(source.access) for source in sources).most_common()
    said = [f"{count} {word}" for word, count in reasons[:MOST_REASONS]]
    if rest := sum(count for _, count in reasons[MOST_REASONS:]):
        said.append(f"{rest} for other reasons")
    return Host(name=name, count=len(sources), shares=tuple(shares), words=", ".join(said))


def _group(access: str) -> str:
    return "read" if access in READ else "lost" if access in LOST else "closed"


def _shares(rows: Sequence[tuple[str, str, str, int]]) -> list[Share]:
    total = sum(count for *_, count in rows)
    made: list[Share] = []
    left = 0.0
    for key, name, sign, count in rows:
        width = count * 100 / total
        made.append(Share(key=str(key), name=name, sign=sign, count=count, left=round(left, 3), width=round(width, 3)))
        left += width
    return made


def _percent(rank: int, total: int) -> float:
    """Give the place of one of ``total`` from 1.5 to 98.5 percent, so that a dot at an end is drawn whole."""
    return round(1.5 + 97 * rank / max(total - 1, 1), 2)


def shown_host(url: str) -> str:
    """Give the host of a URL without ``www.``, ``""`` where it has none."""
    return host_of(url).removeprefix("www.")
