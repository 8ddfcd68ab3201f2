"""Lists of notes and sources as whole articles end with them: what belongs to a note, and what is none."""

import pytest

from citations.article import Article, read_article

PROSE = "The ferry sank in 1911"
WORKS = ["Berg, A. (2004). The Ferry. Oslo: Havn.", "Lind, B. (2006). The Quay. https://example.org/quay"]


def read(text: str, name: str = "a.md") -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "a.md", f"{PROSE}.[^1]\n\n## References\n\n* {{}}\n* {{}}\n\n[^1]: Deed of sale.\n", id="Markdown"
        ),
        pytest.param("a.org", f"{PROSE}.[fn:1]\n\n* References\n- {{}}\n- {{}}\n\n[fn:1] Deed of sale.\n", id="Org"),
        pytest.param(
            "a.rst",
            f"{PROSE} [1]_.\n\n.. [1] Deed of sale.\n\nReferences\n----------\n* {{}}\n* {{}}\n",
            id="reStructuredText",
        ),
        pytest.param("a.adoc", f"{PROSE}.footnote:[Deed of sale.]\n\n== References\n\n* {{}}\n* {{}}\n", id="AsciiDoc"),
        pytest.param(
            "a.wiki",
            f"{PROSE}.<ref>Deed of sale.</ref>\n\n== References ==\n{{{{{{{{reflist}}}}}}}}\n* {{}}\n* {{}}\n",
            id="wiki",
        ),
        pytest.param(
            "a.tex",
            f"{PROSE}.\\footnote{{{{Deed of sale.}}}}\n\n\\section*{{{{References}}}}\n\n"
            "\\begin{{itemize}}\n\\item {}\n\\item {}\n\\end{{itemize}}\n",
            id="LaTeX",
        ),
    ],
)
def test_a_list_of_sources_beside_footnotes_is_read_in_every_format(name: str, text: str) -> None:
    """The sources that an article lists at its end are part of what it cites, footnotes or not."""
    article = read(text.format(*WORKS), name)

    assert sorted(note.raw for note in article.notes) == sorted(["Deed of sale.", *WORKS])
    assert [claim.text for claim in article.claims] == [f"{PROSE}."]


def test_the_last_note_of_an_annotated_list_keeps_its_annotation() -> None:
    """Where every note has a paragraph below it, the last one has its own too; what follows it is no part of it."""
    notes = "\n\n".join(f"{number}. Berg, *Part {number}*.\n\nIt tells of year {number}." for number in (1, 2, 3))
    article = read(f"One.[1] Two.[2] Three.[3]\n\n## Notes\n\n{notes}\n\nAnn Berg lives in Oslo.\n")

    assert [note.raw for note in article.notes] == [
        f"Berg, Part {number}. It tells of year {number}." for number in (1, 2, 3)
    ]


def test_a_rule_across_the_page_ends_the_last_note() -> None:
    """Below a rule stands what every page of the site ends with."""
    article = read(
        "One.[1]\n\n## Notes\n\n1. Berg, “The Ferry”\n\n-----\n\nhome | [about](https://example.org/about)\n"
    )

    assert [note.raw for note in article.notes] == ["Berg, “The Ferry”"]


def test_a_list_item_is_one_source_over_all_its_lines() -> None:
    """A comment for a linter, an address and a date of access each on a line of their own divide no source."""
    article = read(
        "The ferry sank.\n\n## Sources\n\n"
        "- Berg (n.d.) *The Ferry*. Available at:\n  <!-- lint off -->\n"
        "  <https://example.org/a>\n  (Accessed: 2 May 2020).\n"
        "- Lind (n.d.) *The Quay*. Available at:\n  <https://example.org/b>\n  (Accessed: 3 May 2020).\n"
    )

    assert [[record.url for record in note.records] for note in article.notes] == [
        ["https://example.org/a"],
        ["https://example.org/b"],
    ]
    assert all(note.raw.startswith(("Berg", "Lind")) and note.raw.endswith("2020).") for note in article.notes)


def test_a_note_in_a_list_of_html_is_read_though_nothing_points_at_it() -> None:
    """A note that no marker uses is a fault to report, not a line to drop."""
    article = read(
        'One<sup><a href="#fn:1">[1]</a></sup>.\n\n---\n\n<ol>\n<li id="fn:1">\nBerg, 2001.\n</li>\n'
        '<li id="fn:2">\nLind, 2002.\n</li>\n</ol>\n'
    )

    assert [(note.label, note.raw) for note in article.notes] == [("1", "Berg, 2001."), ("2", "Lind, 2002.")]


def test_a_possessive_opens_a_title_and_names_no_author() -> None:
    """A page called "Berg’s law" was written by nobody of the name "Berg’s"."""
    article = read(
        "Lind (2006) saw it.\n\n## Sources\n\n- Berg’s law, 1975. https://example.org/law\n- Lind, B. (2006). *Quay*.\n"
    )

    assert [note.label for note in article.notes] == ["", "Lind 2006"]


def test_the_keys_of_a_front_matter_may_have_blanks() -> None:
    """Site generators let people name their fields as they like."""
    assert read("---\naside of: home\ntitle: The Ferry\n---\n\nIt sank.\n").title == "The Ferry"


def test_an_empty_item_of_org_is_no_text() -> None:
    """A dash that waits for its words is not the end of the item above it."""
    assert [claim.text for claim in read("- It sank.[fn:1]\n-\n\n[fn:1] Berg.\n", "a.org").claims] == ["It sank."]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "a.md",
            f"{PROSE}.[^1]\n\n[^1]: Vgl. Berg & Holt 2004, S. 5.\n\n## References\n\n* {{}}\n* {{}}\n",
            id="Markdown",
        ),
        pytest.param(
            "a.txt", f"{PROSE}.[1]\n\nNotes\n\n[1] See Berg (2004), 5.\n\nReferences\n\n{{}}\n\n{{}}\n", id="text"
        ),
        pytest.param("a.adoc", f"{PROSE}.footnote:[Berg 2004, 5]\n\n== References\n\n* {{}}\n* {{}}\n", id="AsciiDoc"),
        pytest.param(
            "a.tex",
            f"{PROSE}.\\footnote{{{{Berg (2004: 5).}}}}\n\n\\section*{{{{References}}}}\n\n"
            "\\begin{{itemize}}\n\\item {}\n\\item {}\n\\end{{itemize}}\n",
            id="LaTeX",
        ),
    ],
)
def test_short_notes_lead_to_the_works_of_the_list(name: str, text: str) -> None:
    """A footnote "Berg 2004, 5" has for its source what the list says of Berg; works that no note names need none."""
    article = read(text.format(*WORKS), name)

    assert [(note.label, note.refers_to) for note in article.notes] == [
        ("1", ("Berg 2004",)),
        ("Berg 2004", None),
        ("", None),
    ]
    assert article.notes[0].records[0].title == "The Ferry"


def test_sources_stand_under_several_headings() -> None:
    """A long list of sources is divided by their kinds."""
    article = read(
        "The ferry sank.\n\n## Works cited & resources\n\n### Books\n\n* {}\n\n### Pages\n\n* {}\n".format(*WORKS)
    )

    assert [note.raw for note in article.notes] == WORKS


@pytest.mark.parametrize(
    "top",
    [
        pytest.param("Ann Berg¹, Bo Lind²\n\n¹Lund University ²Oslo University", id="in one line"),
        pytest.param("Ann Berg¹, Bo Lind²\n\n¹ Lund University  \n² Oslo University", id="in a line each"),
        pytest.param("Ann Berg<sup>1</sup>\n\n<sup>1</sup>Lund University", id="raised by tags"),
    ],
)
def test_the_institutes_of_authors_are_no_notes(top: str) -> None:
    """The raised figures behind the names of authors lead to where they work."""
    article = read(f"# The Ferry\n\n{top}\n\nIt sank [1] at night [2].\n\n## References\n\n[1] Holt.\n[2] Falk.\n")

    assert [note.raw for note in article.notes] == ["Holt.", "Falk."]
    assert [marker.label for marker in article.markers] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "Było ślisko (por. Żak 2011).\n\n## Bibliografia\n\nŻak, A. (2011). Lód.\n", "Żak 2011", id="Polish"
        ),
        pytest.param(
            "Было скользко (см. также Жук 2011).\n\n## Литература\n\nЖук, А. (2011). Лёд.\n", "Жук 2011", id="Russian"
        ),
    ],
)
def test_a_small_letter_of_any_alphabet_opens_no_name(text: str, label: str) -> None:
    """The words before a name are taken for none, or the name behind them is lost."""
    assert [marker.label for marker in read(text).markers] == [label]


def test_words_of_the_author_beside_a_name_and_year_stay_in_the_text() -> None:
    """Only what leads to the source goes out with the marker; the rest of the bracket is claimed as well."""
    article = read(
        "The ferries stopped (as they did all over the coast, see Berg 2004). Nobody knew (see also Berg 2004).\n\n"
        f"## References\n\n{WORKS[0]}\n"
    )

    assert article.blocks[0].text == "The ferries stopped (as they did all over the coast). Nobody knew."


@pytest.mark.parametrize(
    ("marks", "heading"),
    [
        pytest.param(("[1]", "[2]"), "## References", id="brackets"),
        pytest.param(("¹", "²"), "## Sources", id="raised figures"),
        pytest.param(("<sup>1</sup>", "<sup>2</sup>"), "**Literature**", id="raised type"),
    ],
)
def test_numbers_in_the_text_count_the_sources_of_a_list_without_numbers(marks: tuple[str, str], heading: str) -> None:
    """Bullets in place of numbers: a reader counts them, and each marker was said to point at no note."""
    text = " ".join(f"{PROSE}{mark}." for mark in (*marks, marks[0]))

    article = read(f"{text}\n\n{heading}\n\n" + "".join(f"* {work}\n" for work in WORKS))

    assert [(note.label, note.raw) for note in article.notes] == [("1", WORKS[0]), ("2", WORKS[1])]
    assert [marker.label for marker in article.markers] == ["1", "2", "1"]


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param(("[1]", "[3]"), id="one is left out"),
        pytest.param(("[2]", "[1]"), id="not in the order of the text"),
        pytest.param(("[1]", "[2]", "[3]"), id="more than sources"),
        pytest.param(("[1]", "[1]"), id="fewer than sources"),
    ],
)
def test_other_numbers_do_not_count_the_sources(marks: tuple[str, ...]) -> None:
    """A number that may mean another list leads to no source of this one."""
    text = " ".join(f"{PROSE}.{mark}" for mark in marks)

    article = read(f"{text}\n\n## References\n\n" + "".join(f"* {work}\n" for work in WORKS))

    assert {note.label for note in article.notes} == {""}


def test_sources_copied_from_a_page_of_a_wiki_lost_their_numbers() -> None:
    """The numbers are no text of the page: what is copied has the sign that led back and a word in the heading."""
    works = "\n".join(f"^ {work}" for work in WORKS)

    article = read(f"{PROSE}.[1] {PROSE}.[2]\n\nReferences[edit]\n\n{works}\n", "a.txt")

    assert [(note.label, note.raw) for note in article.notes] == [("1", WORKS[0]), ("2", WORKS[1])]
    assert [marker.label for marker in article.markers] == ["1", "2"]


def test_a_day_in_a_table_of_sources_opens_no_note() -> None:
    """The number of a row stands in its first cell; a day of the right size in another one took the rows below."""
    article = read(
        f"{PROSE}.[1] {PROSE}.[2] {PROSE}.[3]\n\n## Sources\n\n| No. | Source | Date |\n|---|---|---|\n"
        "| 1 | The Ferry, Herald | 4 May 1911 |\n| 2 | Letter | 3 June 1912 |\n| 3 | Log | 5 |\n"
    )

    assert [(note.label, note.raw) for note in article.notes] == [
        ("1", "The Ferry, Herald 4 May 1911"),
        ("2", "Letter 3 June 1912"),
        ("3", "Log 5"),
    ]
