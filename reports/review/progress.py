"""How far a review is: in all, by article, and what it says at its end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports.decisions.values import DecisionState
from reports.review.desk import Desk
from reports.review.keys import STATE_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many of how many are decided."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleProgress:
    """How far one article is. ``error`` says why it could not be read."""

    index: int
    path: str
    done: int
    total: int
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What is said when nothing waits any more. ``counts`` are decisions in words, ``files`` where they are kept."""

    heading: str
    advice: str
    counts: Sequence[tuple[str, int]]
    files: Sequence[str]


def by_article(desk: Desk) -> list[ArticleProgress]:
    """Give how far each article is, in the order in which they were named."""
    total: Counter[int] = Counter()
    done: Counter[int] = Counter()
    for item, status in zip(desk.items, desk.statuses(), strict=True):
        total[item.article] += 1
        done[item.article] += not status.waits
    return [
        ArticleProgress(index=index, path=one.path, done=done[index], total=total[index], error=one.error)
        for index, one in enumerate(desk.material.audit.articles)
    ]


def ending(desk: Desk) -> Ending:
    """Give what is said at the end, and what the decisions mean."""
    statuses = desk.statuses()
    counted = Counter(status.decision.state for status in statuses if status.decision and not status.waits)
    waiting = sum(status.waits for status in statuses)
    work = sum(counted.values()) - counted[DecisionState.ACCEPT]
    advice = "The gate stays quiet on what was accepted until the claim or its source changes."
    if work:
        advice = f"{work} {'asks' if work == 1 else 'ask'} for work on the article; the gate stays red for these."
    heading = "Nothing was flagged" if not statuses else "Everything is decided"
    if waiting:
        heading = "Nothing that you chose waits"
        advice = f"{waiting} other {'item waits' if waiting == 1 else 'items wait'}."
    counts = [(STATE_WORDS[state].lower(), counted[state]) for state in DecisionState if counted[state]]
    articles = {item.path for item in desk.items} if counted else set()
    files = sorted(str(desk.around.decisions_path(path)) for path in articles)
    return Ending(heading=heading, advice=advice, counts=counts, files=files)
