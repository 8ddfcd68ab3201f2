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


def test_a_block_in_html_ends_the_paragraph_before() -> None:
    """Blogs frame their lists of sources and notes in HTML, with headings in bold."""
    article = read(
        "It sank.<a href='#footnote-1' class='footnote'>[1]</a>\n\n"
        '<blockquote markdown="1">\n**References**\n* [The quay](https://example.org/quay)\n\n'
        '**Notes**\n<p id="footnote-1">\n<strong>1.</strong> As the log says.\n</p>\n</blockquote>\n'
    )
    assert [(note.label, note.raw) for note in article.notes] == [("", "The quay"), ("1", "As the log says.")]


def test_counted_ways_back_are_no_words_of_a_note() -> None:
    """A note that three places cite has three signs behind it, the later ones with a number."""
    article = read(
        "It sank.<sup><a href='#note1' id='jump-1'>1</a></sup> All lived.<sup><a href='#note1' id='jump-2'>1</a></sup>"
        "\n\n## Notes\n\n1. <a id='note1'></a>The log. <a href='#jump-1'>↩</a> <a href='#jump-2'>↩<sup>2</sup></a>\n"
    )
    assert [note.raw for note in article.notes] == ["The log."]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param("The rows are 7, 97, 181, …. They go on.[^1]", "They go on.", id="with its stop"),
        pytest.param("We saw … They went on.[^1]", "We saw … They went on.", id="without one"),
    ],
)
def test_words_left_out_may_have_a_stop_of_their_own(text: str, claim: str) -> None:
    """Four dots behind a blank are the three of an omission and the stop of the sentence."""
    assert [one.text for one in read(f"{text}\n\n[^1]: Log.\n").claims] == [claim]


BIBITEM = r"\bibitem[Berg(2004)]{brg} Berg, A. The Ferry."


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        pytest.param(BIBITEM, "Berg shows that it sank.", id="label with the year"),
        pytest.param(r"\bibitem{brg} Berg, A. The Ferry.", "brg shows that it sank.", id="key"),
    ],
)
def test_names_that_latex_prints_in_a_sentence_stay_in_it(entry: str, sentence: str) -> None:
    r"""``\citet`` prints the authors as the subject of the sentence."""
    text = rf"\citet{{brg}} shows that it sank.\begin{{thebibliography}}{{9}}{entry}\end{{thebibliography}}"
    article = read(text, "a.tex")
    assert [(one.text, one.labels) for one in article.claims] == [(sentence, ("brg",))]


def test_code_between_the_paragraphs_of_latex_is_no_text() -> None:
    """Reports that R writes hold the code that makes their figures."""
    article = read("It sank:\n<<plot, echo=FALSE>>=\nplot(x)\n@\nin \\Sexpr{year} years.\n", "a.Rnw")
    assert [block.text for block in article.blocks] == ["It sank: in years."]


def test_words_in_the_margin_are_kept() -> None:
    """A margin may hold the reference for what stands beside it."""
    article = read("It sank\\marginnote{See the log.} in May.\n", "a.tex")
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", "It sank in May."),
        ("aside", "See the log."),
    ]


def test_labels_in_code_mark_no_list() -> None:
    """A manual that explains how notes are written has labels in code, and a numbered list that is no notes."""
    article = read(
        "Write notes so:\n\n- Org: `[fn:1]`\n- Markdown: `[^2]`\n- a file: `page_v3.md`\n\n"
        "## Steps\n\n1. Take a word.\n2. Put a sign behind it.\n3. Write the note.\n"
    )
    assert (article.notes, article.markers) == ((), ())


def test_commands_for_space_are_not_shown() -> None:
    """Markdown on its way to LaTeX holds commands for lines and pages."""
    article = read("It sank.[^1]\n\n\\newpage\n\n[^1]: The log, 1911.\n\\hfill\\break\nhttps://example.org/log\n")
    assert [note.raw for note in article.notes] == ["The log, 1911. https://example.org/log"]
    assert [block.text for block in article.blocks if block.text] == ["It sank."]


def test_the_notes_of_a_chapter_may_stand_below_each_of_its_sections() -> None:
    """They are numbered through the chapter: a marker behind the first of them still points into it."""
    chapter = "It sank. [1]\n\n[1] The log.\n\nThe quay\n========\n\nAll lived. [2] Nobody knows why. [3]\n\n"
    notes = "[2] Letters.\n\n[3] Deeds.\n\n"
    second = "It rose. [1] It sailed. [2]\n\n[1] The yard.\n\n[2] The sea.\n"
    article = read(f"{chapter}{notes}Second part\n***********\n\n{second}", "a.txt")
    assert [(one.label, one.chapter) for one in article.markers] == [
        ("1", 0),
        ("2", 0),
        ("3", 0),
        ("1", 1),
        ("2", 1),
    ]


def test_a_numbered_heading_at_the_end_is_no_note() -> None:
    """A book of eleven parts has more markers of eleven than one."""
    lines = "\n\n".join(f"Line {n} is long. [{n}]" for n in range(1, 13))
    notes = "\n\n".join(f"[{n}] Log {n}." for n in range(1, 13))
    article = read(f"{lines}\n\n{notes}\n\nThe end of it all.\n\n11. Licence\n\nCopy it as you like.\n", "a.txt")
    assert len(article.notes) == 12


def test_a_list_within_a_note_ends_no_list_of_notes() -> None:
    """The notes of a page may be a list of terms, and one of them may hold a list that is long."""
    terms = "".join(f"<dt>word {n}</dt><dd><p>meaning {n}</p></dd>" for n in range(5))

    def note(n: int, more: str = "") -> str:
        return (
            f'<dt id="fn{n}"><span class="brackets"><a class="fn-backref" href="#ref{n}">{n}</a></span></dt>'
            f"<dd><p>Log {n}.</p>{more}</dd>"
        )

    marks = "".join(
        f'<p>Line {n}.<a class="footnote-reference" href="#fn{n}" id="ref{n}">{n}</a></p>' for n in (1, 2, 3)
    )
    listed = f'<dl class="footnote">{note(1)}{note(2, f"<dl>{terms}</dl>")}{note(3)}</dl>'
    article = read(f"{marks}{listed}", "a.html")
    assert [one.label for one in article.notes] == ["1", "2", "3"]
    assert article.notes[1].raw.endswith("meaning 4")


def test_a_caret_before_a_label_in_brackets_is_no_word() -> None:
    """A browser for terminals writes raised labels so."""
    article = read("   It sank. ^[1] All lived. ^[2]\n\n   ^[1] The log.\n\n   ^[2] Letters.\n", "a.txt")
    assert [block.text for block in article.blocks] == ["It sank. All lived."]
    assert [note.raw for note in article.notes] == ["The log.", "Letters."]


@pytest.mark.parametrize("sign", ["↩", " ↩︎", " ↑ ↩2"])
def test_signs_that_led_back_are_no_words_of_a_note(sign: str) -> None:
    """A page that was printed or copied keeps them without their links."""
    article = read_article(f"It sank.[1]\n\nNotes\n\n[1] Berg, https://quays.example/a.{sign}\n".encode(), name="a.txt")

    assert article.notes[0].raw == "Berg, https://quays.example/a."


@pytest.mark.parametrize("sign", ["^ ", "^ a b ", "^ a b c", "^ ab"])
def test_letters_that_lead_back_are_no_words_of_a_note(sign: str) -> None:
    """A printed or copied page of a wiki has one for each use of a note."""
    article = read_article(f"It sank.[1]\n\nNotes\n\n1. {sign}Berg, Ann. Quays.\n".encode(), name="a.txt")

    assert article.notes[0].raw == "Berg, Ann. Quays."
