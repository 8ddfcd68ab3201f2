"""What whole pages have around their text: front matter, headings in HTML, sums of money, lines below a rule."""

import pytest

from citations.article import Article, read_article

WORKS = ["Berg, A. (2004). The Ferry. Oslo: Havn.", "Lind, B. (2006). The Quay. Oslo: Havn."]


def read(text: str, name: str = "a.md") -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def test_reads_the_front_matter_of_an_html_page() -> None:
    """A page of a static site has its title and date there; within single quotes two of them print one."""
    page = "---\ntitle: 'The ferry''s last trip'\ndate: 2013-05-27\n---\n<h2>Before</h2>\n<p>It sank.</p>\n"
    article = read(page, "a.html")
    assert article.title == "The ferry's last trip"
    assert article.published is not None
    assert (article.published.raw, article.published_line) == ("2013-05-27", 3)
    assert [block.text for block in article.blocks] == ["Before", "It sank."]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param('<h1 align="center">The Ferry</h1>', 1, id="one line"),
        pytest.param("<h2>\n  The Ferry\n</h2>", 2, id="three lines"),
    ],
)
def test_takes_a_heading_in_html_for_one(text: str, level: int) -> None:
    """Pages of code repositories centre their titles so."""
    block = read(f"{text}\n\nIt sank in 1911.\n").blocks[0]
    assert (block.kind, block.text, block.level) == ("heading", "The Ferry", level)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("## Before\n\nIt sailed.\n\n## After\n\nIt sank.\n", "Before", id="opens the page"),
        pytest.param("It sank in 1911.\n\n## Before\n\nIt sailed.\n\n## After\n\nNone.\n", None, id="one of several"),
        pytest.param("Night mail\n\n# The Ferry\n\nIt sailed.\n\n## After\n\nIt sank.\n", "The Ferry", id="alone"),
    ],
)
def test_one_of_several_sections_is_no_title(text: str, title: str | None) -> None:
    """A heading below a first sentence heads a section; a page without a title has none."""
    assert read(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Paid <span>$</span>500 in May.[^1] Then <span>$</span>700 more.[^2]", id="tags"),
        pytest.param("It cost $500[^1] and later$ 700 more.[^2]", id="marker"),
    ],
)
def test_two_sums_of_money_make_no_formula(text: str) -> None:
    """A formula holds no end of an element and no marker."""
    article = read(f"{text}\n\n[^1]: Ledger.\n[^2]: Letter.\n")
    assert [marker.label for marker in article.markers] == ["1", "2"]


@pytest.mark.parametrize(
    "below",
    [pytest.param("*Written 2026-03-01.*", id="other kind"), pytest.param("Written by A. Berg in 2026.", id="last")],
)
@pytest.mark.parametrize("sign", ["* ", ""], ids=["items", "paragraphs"])
def test_a_rule_ends_a_list_without_labels(below: str, sign: str) -> None:
    """What a page says of itself below its sources is no source."""
    listed = "\n\n".join(f"{sign}{work}" for work in WORKS)
    article = read(f"It sank.\n\n## Sources\n\n{listed}\n\n---\n\n{below}\n")
    assert [note.raw for note in article.notes] == WORKS


def test_a_counted_list_may_be_cited_by_author_and_year() -> None:
    """Where no marker has its numbers, the numbers only count."""
    listed = "\n".join(f"{number}. {work}" for number, work in enumerate([*WORKS, "Photographs of the harbour."], 1))
    article = read(f"It sank (Berg 2004). Nobody drowned (Lind 2006).\n\n## References\n\n{listed}\n")
    assert [note.label for note in article.notes] == ["Berg 2004", "Lind 2006", ""]
    assert [marker.label for marker in article.markers] == ["Berg 2004", "Lind 2006"]
