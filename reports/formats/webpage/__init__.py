"""HTML: one file that works from disk, in print and without scripts, beginning with what to fix.

Page text is data: every value is escaped, links lead to http and https only, and the page's own policy forbids
whatever could be smuggled in.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

from reports.counting import counted
from reports.formats.base import Format, Options
from reports.formats.webpage.charts import Share, verdict_shares
from reports.formats.webpage.facts import TITLE_CHARACTERS
from reports.formats.webpage.told import first_to_fix
from reports.formats.webpage.views import ArticleView, article_view, explained_rules
from reports.one_line import harmless, opened, plain
from reports.places import place_words
from reports.values import ArticleReport, Report
from reports.words import DECISION_WORDS, MARK_WORDS, VERDICT_NAMES, nothing_words

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES: Final = Path(__file__).parents[1] / "templates"

LARGEST_PAGE: Final = 20 * 1024 * 1024
"""Characters of one page; above it, each article gets a page of its own, for browsers grow slow (by eye)."""

FILTERS: Final = ("open", *(str(verdict) for verdict in VERDICT_NAMES))


def _render(report: Report, _: Options) -> str:
    """Give the whole report as one page."""
    rules = explained_rules(report)
    views = [article_view(article, number, rules) for number, article in enumerate(report.articles, 1)]
    return _page(report, views, first_pages={})


def pages(report: Report, file_name: str = "report.html") -> dict[str, str]:
    """Give the report as files by name: one, or above 20 MB an index called ``file_name`` and a page an article."""
    whole = _render(report, Options())
    if len(whole) <= LARGEST_PAGE or len(report.articles) == 1:
        return {file_name: whole}
    name = PurePath(file_name)
    names = {number: f"{name.stem}-{number}{name.suffix}" for number in range(1, len(report.articles) + 1)}
    made = {file_name: _page(report, [], first_pages=names)}
    for number, article in enumerate(report.articles, 1):
        view = article_view(article, number, explained_rules(report))
        made[names[number]] = _page(report, [view], first_pages=None, back=file_name)
    return made


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """An article in the list of articles; ``waiting`` counts what is open in it."""

    title: str
    path: str
    href: str
    waiting: str
    coverage: str
    shares: list[Share]


def _page(
    report: Report, views: list[ArticleView], *, first_pages: Mapping[int, str] | None, back: str | None = None
) -> str:
    """Give a page with the articles in ``views``.

    ``first_pages`` are the files of the articles, empty where they are on this very page; with ``None`` the page
    is one article's own and leaves the things to fix first to the index.
    """
    alone = views[0].article if len(views) == 1 and (back or len(report.articles) == 1) else None
    articles = [alone] if alone else list(report.articles)
    css = _css()
    values: dict[str, Any] = {
        "report": report,
        "views": views,
        "many": alone is None,
        "title": _title(alone) if alone else f"{len(report.articles):,} articles",
        "path": plain(alone.path, TITLE_CHARACTERS) if alone else "",
        "coverage": alone.coverage.words if alone else report.coverage.words,
        "shares": verdict_shares(claim for article in articles for claim in article.claims),
        "first": None if first_pages is None else first_to_fix(report, first_pages),
        "overview": [] if alone else _overview(report, first_pages or {}),
        "nothing": nothing_words(claims=report.coverage.claims, checked=report.coverage.checked),
        "rules": explained_rules(report).values(),
        "back": back,
        "css": _safe(css),
        "css_hash": base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
    }
    return harmless(_environment().get_template("page.html.jinja").render(values))


def _overview(report: Report, names: Mapping[int, str]) -> list[OverviewRow]:
    return [
        OverviewRow(
            title=_title(article),
            path=plain(article.path, TITLE_CHARACTERS),
            href=names.get(number, f"#a{number}"),
            waiting=_waiting(article),
            coverage=plain(article.error or article.coverage.words, TITLE_CHARACTERS * 2),
            shares=verdict_shares(article.claims),
        )
        for number, article in enumerate(report.articles, 1)
    ]


def _waiting(article: ArticleReport) -> str:
    """Give the number of open errors and warnings, "" where there are none."""
    counts = Counter(one.severity for one in article.findings if one.suppressed_by is None)
    return ", ".join(counted(counts[each], each) for each in ("error", "warning") if counts[each])


def _title(article: ArticleReport) -> str:
    return plain(article.title or article.path, TITLE_CHARACTERS)


@cache
def _css() -> str:
    """Give the style sheet with a rule for each filter: the link's target hides what the filter leaves out."""
    rules = []
    for key in FILTERS:
        kept = "todo" if key == "open" else key
        rules.append(f".t-{key}:target ~ .list > .c:not(.{kept}) {{ display: none; }}")
    chosen = ", ".join(f".t-{key}:target ~ nav.filters .f-{key}" for key in ("all", *FILTERS))
    rules.append(f"{chosen} {{ border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); font-weight: 600; }}")
    return (TEMPLATES / "report.css").read_text(encoding="utf-8") + "\n".join(rules) + "\n"


def _safe(css: str) -> Any:
    from markupsafe import Markup  # noqa: PLC0415 - only a run that writes HTML pays for it

    return Markup(css)  # noqa: S704 - our own file, with rules made of our own words


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only HTML pays for it

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters["short"] = plain
    environment.filters["sentence"] = lambda text, limit: opened(plain(text, limit))
    environment.filters["day"] = _day
    environment.filters["place"] = place_words
    environment.filters["decision_words"] = lambda state: DECISION_WORDS.get(state, plain(state, 40))
    environment.filters["moment"] = _moment
    environment.globals["mark_words"] = MARK_WORDS
    return environment


def _day(time: str) -> str:
    return plain(time[: len("2024-06-01")])


def _moment(time: str) -> str:
    """Give a time as people write it: "2024-06-01 09:15 UTC" for "2024-06-01T09:15:27Z"."""
    day, _, clock = plain(time, len("2024-06-01T09:15:27Z")).partition("T")
    return f"{day} {clock[:5]} UTC" if clock.endswith("Z") else plain(time, TITLE_CHARACTERS)


FORMAT = Format("html", _render, files=pages)
