"""The HTML report: one safe file that works without scripts, on a small screen, in the dark and in print."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from example_audit import RULES, example_audit, example_decisions, large_audit, report_of
from hostile_audit import HOSTILE, hostile_audit

from reports.formats import render, render_files, webpage
from reports.formats.webpage.views import article_view
from reports.values import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
in_a_browser = pytest.mark.skipif(not CHROMIUM.is_file(), reason="there is no Chromium to open the page in")


class _Elements(HTMLParser):
    """Collects the elements with their attributes, and what was left open."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def test_elements_are_closed_and_ids_unique(example: Report) -> None:
    """A page that is well formed reads the same everywhere, and each link leads to one place."""
    page = _Elements(render(example, "html"))

    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    targets = {str(a["href"])[1:] for tag, a in page.elements if tag == "a" and str(a.get("href", "")).startswith("#")}
    assert (page.faults, page.open) == ([], [])
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_needs_nothing_from_outside(example: Report) -> None:
    """No script, no picture, no font, no style from elsewhere; the policy allows its own style sheet alone."""
    html = render(example, "html")
    page = _Elements(html)

    style = html[html.index("<style>") + 7 : html.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in html
    assert not {tag for tag, _ in page.elements} & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert not [a for _, a in page.elements if "style" in a or "src" in a or any(name.startswith("on") for name in a)]
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_a_page_cannot_add_an_element(text: str) -> None:
    """Whatever a page, a note or a path says, the report has the elements it has with plain words."""
    hostile = _Elements(render(report_of(hostile_audit(text)), "html"))

    links = [str(a["href"]) for tag, a in hostile.elements if tag == "a"]
    assert {tag for tag, _ in hostile.elements} <= {tag for tag, _ in _Elements(_plain_page()).elements} | {"br"}
    assert all(link.startswith(("http://", "https://", "#")) for link in links)
    assert (hostile.faults, hostile.open) == ([], [])


def _plain_page() -> str:
    return render(report_of(hostile_audit("https://plain.example/")), "html")


def test_opens_with_coverage_and_three_things(example: Report) -> None:
    """The two answers an editor wants come before everything else."""
    html = render(example, "html")

    assert html.index("Checked 5 of 7 claims") < html.index("To fix first") < html.index('id="a1-citations"')
    assert html.count('<p class="what">') == 3


@pytest.mark.parametrize(
    ("quieted", "shown"),
    [pytest.param(None, True, id="open"), pytest.param("decision: accept", False, id="settled")],
)
def test_an_unclear_claim_is_one_to_look_at(example: Report, quieted: str | None, *, shown: bool) -> None:
    """It says "please read", and an editor who goes by the filter would never come to it."""
    article = example.articles[0]
    claim = replace(article.claims[0], verdict="review", words="Unclear, please read")
    finding = replace(article.findings[0], claim=claim.id, severity="info", suppressed_by=quieted)

    view = article_view(replace(article, claims=(claim,), findings=(finding,)), 1)

    assert view.claims[0].open is shown
    assert [one.count for one in view.filters if one.key == "open"] == [int(shown)]


@pytest.mark.parametrize(
    ("rule", "severity", "shown"),
    [
        pytest.param("L301", "error", True, id="its page is gone"),
        pytest.param("L305", "info", False, id="nobody's fault"),
        pytest.param("N102", "warning", False, id="about something else"),
    ],
)
def test_a_claim_whose_link_is_broken_is_one_to_look_at(
    example: Report, rule: str, severity: str, *, shown: bool
) -> None:
    """The finding is about the note, but it is the claim that nobody can check."""
    article = example.articles[0]
    claim = next(one for one in article.claims if one.verdict == "not-checked" and one.sources[0].url)
    finding = replace(article.findings[0], claim=None, rule=rule, severity=severity, url=claim.sources[0].url)
    finding = replace(finding, suppressed_by=None)

    view = article_view(replace(article, claims=(claim,), findings=(finding,)), 1)

    assert view.claims[0].open is shown
    assert [one.finding for one in view.claims[0].findings] == ([finding] if shown else [])


def test_the_code_of_a_finding_leads_to_what_it_means(example: Report) -> None:
    """An editor has no command line at hand that would explain C502."""
    page = _Elements(render(example, "html"))
    odd = replace(example.rules[0], code='x" onclick=')
    quoted = replace(example, rules=(odd, *example.rules))

    ids = {attributes.get("id") for _, attributes in page.elements}
    leads = {attributes.get("href") for tag, attributes in page.elements if tag == "a"}
    assert {f"rule-{rule.code}" for rule in example.rules} <= ids
    assert {f"#rule-{finding.rule}" for finding in example.articles[0].findings} <= leads
    assert render(quoted, "html") == render(example, "html")


def test_the_list_of_articles_says_which_of_them_wait_for_a_person(example: Report) -> None:
    """After a baseline, verdicts alone no longer tell."""
    first, second = example.articles
    finding = replace(first.findings[0], severity="error", suppressed_by=None)
    quiet = replace(finding, suppressed_by="decision: accept")
    articles = (replace(first, findings=(finding, finding, quiet)), replace(second, findings=(quiet,)))

    html = render(replace(example, articles=articles), "html")

    rows = html[html.index('<h2 id="articles">') :].split("<tr>")[2:4]
    assert ["<td>2 errors</td>" in row for row in rows] == [True, False]


def test_small_reports_are_one_file(example: Report) -> None:
    """A page for each article would be a burden where one page will do."""
    assert render_files(example, "html", "report.html") == {"report.html": render(example, "html")}


def test_large_reports_are_a_page_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above 20 MB an index leads to the articles, and the things to fix first lead into their pages."""
    monkeypatch.setattr(webpage, "LARGEST_PAGE", 50_000)
    report = report_of(large_audit(60, 3), rules=RULES)

    files = render_files(report, "html", "out.html")

    assert list(files) == ["out.html", "out-1.html", "out-2.html", "out-3.html"]
    assert 'href="out-2.html"' in files["out.html"]
    assert 'href="out-1.html#a1-1"' in files["out.html"]
    assert 'id="a1-1"' in files["out-1.html"]
    assert 'href="out.html"' in files["out-3.html"]
    assert all(_Elements(text).faults == [] for text in files.values())


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with one article, as a file on disk."""
    audit = example_audit()
    report = report_of(replace(audit, articles=audit.articles[:1]), decisions=example_decisions(), rules=RULES)
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(report, "html"), encoding="utf-8")
    return path


def _opened(browser: "Browser", file: Path, fragment: str = "", **context: Any) -> "Page":
    page = browser.new_context(**context).new_page()
    page.goto(f"{file.as_uri()}{fragment}")
    return page


@in_a_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 820, 1360])
@pytest.mark.parametrize("articles", [1, 2], ids=["one article", "two articles"])
def test_has_no_accessibility_fault(
    browser: "Browser", file: Path, example: Report, tmp_path: Path, *, scheme: Any, width: int, articles: int
) -> None:
    """The rules of axe (WCAG A and AA) find no fault with every card open, and nothing is wider than the screen."""
    from axe_playwright_python.sync_playwright import Axe

    if articles > 1:
        file = tmp_path / "two.html"
        file.write_text(render(example, "html"), encoding="utf-8")
    page = _opened(browser, file, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")

    found = Axe().run(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()

    assert found.violations_count == 0, found.generate_report()
    assert wide <= width


@in_a_browser
def test_tables_need_no_scrolling_on_a_telephone(browser: "Browser", example: Report, tmp_path: Path) -> None:
    """The coverage of an article stands below its name: nobody looks for it behind the edge of a screen."""
    file = tmp_path / "two.html"
    file.write_text(render(example, "html"), encoding="utf-8")
    page = _opened(browser, file, viewport={"width": 360, "height": 800})
    wider = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter((e) => e.scrollWidth > e.clientWidth).length"
    )
    page.context.close()

    assert wider == 0


@in_a_browser
def test_filters_work_as_links_without_scripts(browser: "Browser", file: Path) -> None:
    """A filter is a place in the page, so it works from disk and can be sent on."""
    page = _opened(browser, file, "#a1-show-not-found", java_script_enabled=False)
    shown = page.locator("details.c:visible").count()
    page.locator("nav.filters a.f-open").click()
    waiting = page.locator("details.c:visible").count()
    page.locator("nav.filters a.f-all").click()
    every = page.locator("details.c:visible").count()
    page.context.close()

    assert (shown, waiting, every) == (1, 2, 7)


@in_a_browser
def test_a_link_opens_its_card(browser: "Browser", file: Path) -> None:
    """A link to a closed card opens it without a script, since its place is within the card."""
    page = _opened(browser, file, java_script_enabled=False)
    before = page.locator("details.not-checked[open]").count()
    page.get_by_role("link", name="note v, line 9").click()
    after = page.locator("details.not-checked[open]").count()
    page.context.close()

    assert (before, after) == (0, 1)


@in_a_browser
def test_the_policy_stops_what_would_be_smuggled_in(browser: "Browser", file: Path, tmp_path: Path) -> None:
    """Were a page's markup ever printed unescaped, the browser would still run nothing and load nothing."""
    bad = tmp_path / "bad.html"
    attack = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    bad.write_text(file.read_text(encoding="utf-8").replace("</main>", f"{attack}</main>"), encoding="utf-8")

    page = _opened(browser, bad)
    title = page.title()
    page.context.close()

    assert title == "A library for Lindenau: citations checked"


@in_a_browser
def test_prints_every_card(browser: "Browser", file: Path) -> None:
    """On paper nothing can be opened, so closed cards are printed with what is in them."""
    page = _opened(browser, file)
    page.emulate_media(media="print")
    heights = page.evaluate("[...document.querySelectorAll('details.c .body')].map((e) => e.getClientRects().length)")
    links = page.evaluate("getComputedStyle(document.querySelector('nav.filters')).display")
    addresses = page.evaluate(
        "[...document.querySelectorAll('main a')].map((e) => getComputedStyle(e, '::after').content)"
    )
    fragments = page.evaluate(
        "[...document.querySelectorAll('.place a')].filter((e) => e.offsetParent !== null).length"
    )
    page.context.close()

    assert all(heights)
    assert links == "none"
    assert any(one.startswith('" <" ') or "http" in one for one in addresses), (
        "a reader of the print can type an address"
    )
    assert fragments == 0, "but not one that spells a passage"


@in_a_browser
def test_prints_dark_on_light_whatever_the_screen_has(browser: "Browser", file: Path) -> None:
    """Light letters of a dark screen are hardly to be read on paper."""
    page = _opened(browser, file, color_scheme="dark")
    page.emulate_media(media="print")
    ink = page.evaluate("getComputedStyle(document.body).color")
    page.context.close()

    assert ink == "rgb(32, 36, 42)"


@in_a_browser
def test_prints_no_mark_as_a_picture(browser: "Browser", file: Path) -> None:
    """Wavy lines and rounded double borders become pictures: of 400 claims 25 MB, and 20 seconds of waiting."""
    page = _opened(browser, file)
    printed = page.pdf()
    page.context.close()

    assert printed.startswith(b"%PDF")
    assert b"/Subtype /Image" not in printed


@in_a_browser
def test_keeps_a_claim_beside_its_passage_in_print(browser: "Browser", file: Path) -> None:
    """A finding at the foot of a page, and the passage that it is about on the next, are read twice."""
    page = _opened(browser, file)
    page.emulate_media(media="print")
    inside = page.evaluate("[...document.querySelectorAll('.c')].map((e) => getComputedStyle(e).breakInside)")
    page.context.close()

    assert set(inside) == {"avoid-page"}


@in_a_browser
def test_prints_a_claim_once(browser: "Browser", file: Path) -> None:
    """On paper a card is open, with the claim in its context: the line that opens it need not say it too."""
    page = _opened(browser, file)
    page.emulate_media(media="print")
    shown = page.evaluate(
        "[...document.querySelectorAll('.c > summary > .text')].map((e) => e.getClientRects().length)"
    )
    page.context.close()

    assert shown
    assert not any(shown)


@in_a_browser
def test_prints_the_line_of_a_claim_as_one(browser: "Browser", file: Path) -> None:
    """A sheet is as narrow as some screens, and yet no telephone: a second line for each claim makes pages of them."""
    page = _opened(browser, file)
    page.set_viewport_size({"width": 718, "height": 1000})  # of A4 between its margins
    page.emulate_media(media="print")
    places = page.evaluate(
        "[...document.querySelectorAll('.c > summary')].map((e) => [...e.children].filter((c) =>"
        " c.getClientRects().length).map((c) => c.getBoundingClientRect().bottom))"
    )
    page.context.close()

    assert all(max(bottoms) - min(bottoms) < 10 for bottoms in places)


def test_prints_no_address_that_nobody_would_type(example: Report) -> None:
    """Some links carry a whole text with them."""
    article = example.articles[0]
    sources = tuple(replace(source, final_url=source.url + "?" + "x" * 400) for source in article.sources)

    facts = [one for one in article_view(replace(article, sources=sources), 1).sources if one.name and one.url]

    assert facts
    assert not any(one.is_printed for one in facts)


def test_no_sign_of_the_chart_lies_under_the_gap_of_another(example: Report) -> None:
    """The gaps in the line are drawn first: in a long article each would hide a part of the sign before it."""
    html = render(example, "html")
    (chart,) = re.findall(r'<svg height="\d+".*?</svg>', html, re.DOTALL)
    lanes = chart.split("<line ")[1:]

    assert len(lanes) > 1
    assert all(lane.rindex("<circle ") < lane.index("<text ") for lane in lanes)


@in_a_browser
def test_text_from_right_to_left_reads_from_right_to_left(browser: "Browser", tmp_path: Path) -> None:
    """A claim in Arabic or Hebrew has its full stop at its left end, in the summary, the card and the passage."""
    arabic = "\u0648\u0642\u0639\u062a \u0627\u0644\u062d\u0643\u0648\u0645\u0629 \u0639\u0627\u0645 2024."
    path = tmp_path / "rtl.html"
    path.write_text(render(report_of(hostile_audit(arabic)), "html"), encoding="utf-8")
    page = _opened(browser, path)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    directions = page.evaluate(
        "['.c .text', '.c p.prose', '.c blockquote'].map((s) => getComputedStyle(document.querySelector(s)).direction)"
    )
    page.context.close()

    assert directions == ["rtl", "rtl", "rtl"]


def test_marks_have_shapes_beside_colours(example: Report) -> None:
    """Underlines differ in style, and what differs or is missing stands in brackets of its own."""
    html = render(example, "html")

    styles = dict(re.findall(r"^\.(same|missing|differs) \{[^}]*underline (solid|dashed|wavy)", html, re.MULTILINE))
    assert styles == {"same": "solid", "missing": "dashed", "differs": "wavy"}
    assert '.differs::before { content: "["' in html
    assert '<span class="differs">31 May 2024</span>' in html


def test_citations_of_one_line_have_places_of_their_own(example: Report) -> None:
    """A paragraph of Markdown is one line, and half of its signs would lie under the others."""
    article = example.articles[0]
    claims = tuple(replace(claim, line=5) for claim in article.claims)

    view = article_view(replace(article, claims=claims), 1)

    places = [dot.x for lane in view.lanes for dot in lane.dots]
    assert len(set(places)) == len(places) > 1
