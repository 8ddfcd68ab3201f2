"""A file of one piece again and again is read in time that grows with its length, and never with its square."""

import time

import pytest
from placed_pdf import read

from citations.article import read_article
from citations.document import Anchor, BlockKind, Position
from citations.drafts import Draft
from citations.scanning.slicing import parts

SOON = 12.0
"""Seconds of processor time on a slow machine. Each text takes 1 to 4; in quadratic time, some take minutes."""


def _noted(count: int) -> str:
    """Give an article whose markers, each to its own note, stand beside numbered links to other sites."""
    body = "".join(f"So it [[{n}]](https://pages.example/{n}) was.[{n}]\n\n" for n in range(1, count + 1))
    notes = "".join(f"[{n}] Berg, {n}.\n\n" for n in range(1, count + 1))
    return f"{body}## Notes\n\n{notes}"


def _nested(times: int) -> str:
    """Give a LaTeX text with a command that stands for another one so many times, and so on, four deep."""
    names = (("x", "y"), ("y", "z"), ("z", "w"), ("w", "v"))
    commands = [rf"\newcommand{{\{one}}}{{" + rf"\{other}" * times + "}" for one, other in names]
    return "".join(commands) + r"\newcommand{\v}{} \x"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.org", "1\n\n" * 12_000, id="labels that have no text"),
        pytest.param("a.txt", "1 [sup]\n" * 20_000, id="labels on the lines of one paragraph"),
        pytest.param("a.rst", "!!! note\n" * 20_000, id="short lines of one paragraph"),
        pytest.param("a.rst", "[Footnote 1: " * 20_000, id="worded notes that are never closed"),
        pytest.param("a.md", "So [ref]a note[/ref] it. " * 3_000, id="notes within one paragraph"),
        pytest.param("a.md", "It is “so it was. And so.”[1] " * 12_000, id="quotations with markers"),
        pytest.param("a.md", "So it is, as [1] and " * 20_000, id="markers of one sentence"),
        pytest.param("a.md", _noted(3_000), id="numbered links beside markers"),
        pytest.param("a.tex", f"\\newcommand{{\\x}}{{{'a ' * 20_000}}}" + "\\x " * 20_000, id="a long command"),
        pytest.param("a.tex", _nested(100), id="commands within commands"),
    ],
)
def test_reads_in_linear_time(name: str, text: str) -> None:
    """The time is the processor's, so that other work on the machine does not count."""
    begin = time.process_time()
    read_article(text.encode(), name=name)

    assert time.process_time() - begin < SOON


def test_parts_a_paragraph_of_many_lines_in_linear_time() -> None:
    """A converter may set a list of notes as one paragraph with a note on each line."""
    lines = [f"[{number}] Berg" for number in range(1, 30_001)]
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    places = [Position(line=number, column=1) for number in range(1, len(lines) + 1)]
    anchors = [Anchor(offset=start, position=place) for start, place in zip(starts, places, strict=False)]
    draft = Draft(kind=BlockKind.PARAGRAPH, text=text, anchors=tuple(anchors))
    begin = time.process_time()

    found = parts(draft, [*zip(starts, [*starts[1:-1], len(text)], strict=False)])

    assert time.process_time() - begin < SOON
    assert [one.text for one in found] == lines
    assert [one.position for one in found] == places


def test_finds_the_links_of_a_pdf_page_in_linear_time() -> None:
    """A page may have thousands of links, and none of them need lie over a character."""
    lines = [(50, 790 - number * 0.5, 2.0, f"It sank in the north, and so it did, {number}") for number in range(1_500)]
    links = [(0, (0, 0, 5 + number % 7, 800), f"https://pages.example/{number}") for number in range(2_000)]
    begin = time.process_time()

    read([lines], links=links)

    assert time.process_time() - begin < SOON
