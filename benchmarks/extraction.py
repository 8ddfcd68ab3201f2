"""Measures reading sources: milliseconds of processor time for the source text and the page data, and for PDF pages.

    python benchmarks/extraction.py               # on the labelled pages beside the checkout, and on pages made up here
    python benchmarks/extraction.py --every 5     # each fifth of them
    python benchmarks/extraction.py --best-of 3   # the fastest of three readings of each page

BeautifulSoup reads the same pages in the same run, for a busy machine makes everything slow alike: it is the ratio that
can be compared. Source text is everything but the page data: sniffing, decoding, limits, parsing, walking, labelling.
"""

import argparse
import statistics
import tarfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

from verifier.extraction import html_pages, read_source
from verifier.extraction.page_data import read_page_data
from verifier.extraction.tolerant import MOST_TAGS

PAGES = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "pages"
PARAGRAPH = "The council of the upper valley said that the line would be opened again before the end of the year. "
PDF_PAGES = 40
PDF_LINES = 46
"""A page of text in 12 points."""

Row = tuple[str, list[float], list[float]]
"""What was measured, the milliseconds of each item, and those of BeautifulSoup for the same items."""


def main() -> None:
    """Measure and print a table."""
    options = _options()
    warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
    rows = [*_page_rows("labelled pages", list(_labelled(options.every)), options.best_of)]
    rows += _page_rows("pages made up here", [_made_up(size) for size in (20, 50, 100, 200, 400)], options.best_of)
    whole = [sum(_reading(_frameset())) for _ in range(3 * options.best_of)]
    rows.append((f"a made-up frameset of {MOST_TAGS:,} tags, mended", whole, []))
    rows.append(_pdf_row(options.best_of))
    print("| what | items | ms, median | ms, 9 in 10 below | BeautifulSoup, ms, median | times faster |")
    print("|---|---|---|---|---|---|")
    for what, ours, theirs in rows:
        median, soup = statistics.median(ours), statistics.median(theirs) if theirs else None
        ratio = f"{soup:.1f} | {soup / median:.1f}" if soup is not None else "- | -"
        print(f"| {what} | {len(ours)} | {median:.2f} | {_high(ours):.2f} | {ratio} |")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how fast sources are read.")
    parser.add_argument("--every", type=int, default=1, help="read every n-th labelled page")
    parser.add_argument("--best-of", type=int, default=1, help="read each page so often, and count the fastest")
    return parser.parse_args()


def _high(values: list[float]) -> float:
    return sorted(values)[len(values) * 9 // 10]


def _page_rows(name: str, bodies: list[bytes], best_of: int) -> Iterator[Row]:
    """Yield a row for the source text and one for the page data."""
    if not bodies:
        print(f"({name}: not beside the checkout)\n")
        return
    texts, data, soups = [], [], []
    for body in bodies:
        readings = [_reading(body) for _ in range(best_of)]
        texts.append(min(text for text, _ in readings))
        data.append(min(spent for _, spent in readings))
        soups.append(min(_spent(BeautifulSoup, body) for _ in range(best_of)))
    yield f"{name}: source text", texts, soups
    yield f"{name}: page data", data, []


def _reading(body: bytes) -> tuple[float, float]:
    """Give the milliseconds for the source text and for the page data of one reading."""
    inner: list[float] = []

    def timed(*arguments: Any) -> Any:
        started = time.process_time()
        data = read_page_data(*arguments)
        inner.append(1_000 * (time.process_time() - started))
        return data

    with patch.object(html_pages, read_page_data.__name__, timed):
        started = time.process_time()
        read_source(body, url="https://news.example/a", content_type="text/html")
        whole = 1_000 * (time.process_time() - started)
    return whole - sum(inner), sum(inner)


def _spent(parser: type[BeautifulSoup], body: bytes) -> float:
    started = time.process_time()
    parser(body, "lxml").get_text("\n")
    return 1_000 * (time.process_time() - started)


def _labelled(every: int) -> Iterator[bytes]:
    """Yield the labelled pages, in the order of their archives."""
    for archive in sorted(PAGES.glob("*.tar.xz")):
        with tarfile.open(archive) as members:
            for number, member in enumerate(member for member in members if member.isfile()):
                file = members.extractfile(member)
                if file is not None and number % every == 0:
                    yield file.read()


def _made_up(paragraphs: int) -> bytes:
    """Give a page with a menu, an article of so many paragraphs, and teasers."""
    menu = "".join(f'<li class="menu-item"><a href="/{n}">Section {n}</a></li>\n' for n in range(40))
    story = "".join(f'<p class="text">{n}. {PARAGRAPH * 3}<a href="#{n}">More</a></p>\n' for n in range(paragraphs))
    teasers = "".join(f'<div class="teaser"><h3><a href="/t{n}">Teaser {n}</a></h3></div>\n' for n in range(30))
    head = '<title>A line opens</title><meta property="article:published_time" content="2026-03-09">'
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><nav><ul>{menu}</ul></nav><main><article>'
        f"<h1>A line opens</h1>{story}</article></main><aside>{teasers}</aside></body></html>"
    ).encode()


def _frameset() -> bytes:
    """Give a page that the fast parser finds no text in, with as many tags as the tolerant one takes."""
    story = "".join(f"<p>{n}. A line of text.</p>" for n in range(MOST_TAGS // 2 - 10))
    return f"<html><frameset cols='20%,*'><frame src=a><noframes>{story}</noframes></frameset></html>".encode()


def _pdf_row(best_of: int) -> Row:
    body = _pdf()
    spent = []
    for _ in range(3 * best_of):
        started = time.process_time()
        read_source(body, url="https://news.example/a.pdf")
        spent.append(1_000 * (time.process_time() - started) / PDF_PAGES)
    return f"a page of a PDF of {PDF_PAGES}, made up here", spent, []


def _pdf() -> bytes:
    """Give a PDF of full pages: objects and a trailer, without the table that readers can do without."""
    kids = " ".join(f"{10 + 2 * page} 0 R" for page in range(PDF_PAGES))
    objects = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {PDF_PAGES}>>endobj",
        "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
    ]
    for page in range(PDF_PAGES):
        shown = "".join(f"({page}.{line} {PARAGRAPH[:78]}) Tj 0 -14 Td " for line in range(PDF_LINES))
        content = f"BT /F1 12 Tf 50 760 Td {shown}ET"
        number = 10 + 2 * page
        resources = "/Resources<</Font<</F1 3 0 R>>>>"
        box = f"/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {number + 1} 0 R{resources}"
        objects.append(f"{number} 0 obj<</Type/Page{box}>>endobj")
        objects.append(f"{number + 1} 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj")
    return ("%PDF-1.4\n" + "\n".join(objects) + "\ntrailer<</Root 1 0 R>>\n%%EOF\n").encode("latin-1")


if __name__ == "__main__":
    main()
