"""Notes as forums, wikis, mails, tooltips and converters of papers write them."""

import pytest

from citations.article import Article, read_article

DEED = "Deed of sale, 3 May 1911."
LETTER = "Letter of the ferryman, 1912."


def read(text: str, name: str) -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def notes_of(article: Article) -> list[tuple[str, str]]:
    """Give the labels and texts of the notes."""
    return [(note.label, note.raw) for note in article.notes]


def marked(article: Article) -> list[tuple[str, str]]:
    """Give each marker's label, and the text of its block before it."""
    return [(one.label, article.blocks[one.block].text[: one.offset]) for one in article.markers]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            f"It sank.[sup]1[/sup] It rose.[sup]2[/sup]\n\n[size=85][1] {DEED}\n[2] {LETTER}[/size]\n",
            "a.txt",
            id="raised as in a forum",
        ),
        pytest.param(f"It sank.[1] It rose.[2]\n\nfn1. {DEED}\n\nfn2. {LETTER}\n", "a.textile", id="Textile"),
        pytest.param(
            f"Tom wrote:\n> It sank.[1] It\n> rose.[2]\n>\n> [1] {DEED}\n> [2] {LETTER}\n",
            "a.txt",
            id="quoted in a mail",
        ),
        pytest.param(
            f"It sank.`[1]` It rose.`[2]`\n\n## Sources\n\n`[1]` {DEED}\n\n`[2]` {LETTER}\n", "a.md", id="set as code"
        ),
        pytest.param(
            f'<p>It sank.<sup title="{DEED}">1</sup> It rose.<sup data-tip="{LETTER}">2</sup></p>',
            "a.html",
            id="in the title of raised type",
        ),
        pytest.param(
            f'<p>It sank.<span class="tooltip">1<span class="tooltiptext">{DEED}</span></span> It rose.'
            f'<span class="tooltip">[2]<span class="tooltiptext">{LETTER}</span></span></p>',
            "a.html",
            id="popping up",
        ),
    ],
)
def test_a_note_is_a_note_in_every_hand(text: str, name: str) -> None:
    """Each of these is usual somewhere, and its readers see the same two notes."""
    article = read(text, name)
    assert notes_of(article) == [("1", DEED), ("2", LETTER)]
    assert [(label, words.split(". ")[-1].rstrip(".")) for label, words in marked(article)] == [
        ("1", "It sank"),
        ("2", "It rose"),
    ]


def test_doubled_brackets_hold_notes_in_the_pages_of_a_wiki() -> None:
    """DokuWiki keeps its pages as plain text; what a formula or program doubles is no note."""
    article = read(
        f"====== The Ferry ======\n\nIt sank.(({DEED})) It rose (({LETTER} (A copy.))) at last.\n\n"
        "The row is ((a + b) * c) and ((x, y), z), and f((a, b)).\n",
        "a.txt",
    )
    assert article.title == "The Ferry"
    assert notes_of(article) == [("^1", DEED), ("^2", f"{LETTER} (A copy.)")]
    assert marked(article) == [("^1", "It sank."), ("^2", "It sank. It rose")]


def test_what_pops_up_over_a_word_is_no_note() -> None:
    """It explains the word; a label alone, over which something pops up, is a marker."""
    article = read(
        '<p>The <span class="tooltip">CPU<span class="tooltiptext">Central unit of the ferry</span></span> sank.'
        ' The <abbr title="Lake Transport Office">LTO</abbr> knew.</p>',
        "a.html",
    )
    assert notes_of(article) == []
    assert marked(article) == []


def test_tags_of_forums_lose_no_label() -> None:
    """A letter in square brackets that nothing closes may be a marker."""
    article = read(f"It sank.[b] It rose.[i]\n\nNotes\n\n[b] {DEED}\n\n[i] {LETTER}\n", "a.txt")
    assert [label for label, _ in marked(article)] == ["b", "i"]


def test_links_in_one_bracket_are_all_markers() -> None:
    """Journals link each figure of "[1,2]" on its own; the note of the second one belongs to no other."""
    article = read(
        '<p>It sank [<a href="#B1">1</a>,<a href="#B2">2</a>].</p><h2>References</h2><ul>'
        f'<li id="B1"><span>1.</span> {DEED}</li><li id="B2"><span>2.</span> {LETTER}</li></ul>',
        "a.html",
    )
    assert notes_of(article) == [("1", DEED), ("2", LETTER)]
    assert [label for label, _ in marked(article)] == ["1", "2"]


def test_a_marker_that_is_met_again_is_printed_with_a_count() -> None:
    """Some converters print "1:1" where a note is called once more."""
    article = read(
        '<p>It sank.<sup><a href="#fn1" id="r1">[1]</a></sup> It rose.<sup><a href="#fn1" id="r1:1">[1:1]</a></sup></p>'
        f'<ol><li id="fn1">{DEED} <a href="#r1">↩</a></li></ol>',
        "a.html",
    )
    assert [label for label, _ in marked(article)] == ["1", "1"]


def test_footnotes_and_references_of_a_paper_are_counted_apart() -> None:
    """Converted papers have footnotes in the text and a numbered list of references, both counted from 1."""
    article = read(
        '<p>It sank <cite>[<a href="#bib.b2">2</a>, <a href="#bib.b1">1</a>]</cite>. It rose'
        '<span class="ltx_note"><sup class="ltx_note_mark">1</sup><span class="ltx_note_content">'
        f'<sup class="ltx_note_mark">1</sup>{DEED}</span></span>.</p><h2>References</h2><ul>'
        '<li id="bib.b1"><span>[1]</span> Berg, Anna. Ferries. 2004.</li>'
        '<li id="bib.b2"><span>[2]</span> Falk, Tom. Lakes. 2006.</li></ul>',
        "a.html",
    )
    chapters = {(note.label, note.chapter): note.raw for note in article.notes}
    called = [chapters[one.label, one.chapter][:4] for one in article.markers]
    assert called == ["Falk", "Berg", "Deed"]


def test_full_width_labels_in_round_brackets_are_labels() -> None:
    """Japanese sets them right behind a word, which is no sign of a manual there."""
    article = read(
        "渡し船は売られた（１）。名前は消えた（２）。\n\n注\n\n（１）売買証書。\n\n（２）船頭の手紙。\n", "a.txt"
    )
    assert notes_of(article) == [("１", "売買証書。"), ("２", "船頭の手紙。")]
    assert [label for label, _ in marked(article)] == ["１", "２"]


def test_the_last_page_may_have_one_note() -> None:
    """It goes on counting from the page before; a single number at the end is else a heading."""
    article = read(
        f"It sank.1 It rose,2 they said.\n\n1 {DEED}\n2 {LETTER}\n\n--- Page 2 ---\n\nHe left.3\n\n3 Minutes, 1913.\n",
        "a.txt",
    )
    assert [label for label, _ in notes_of(article)] == ["1", "2", "3"]
    assert [label for label, _ in marked(article)] == ["1", "2", "3"]


def test_a_range_behind_a_full_stop_is_several_markers() -> None:
    """Medical journals raise "3-5"; a plain text keeps the figures."""
    listed = "\n".join(f"{n}. Berg A. Ice {n}. Lake J. 195{n}." for n in range(1, 6))
    article = read(f"Ice grows.1,2 It melts.3-5 It does.\n\nReferences\n{listed}\n", "a.txt")
    assert [label for label, _ in marked(article)] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "place",
    [
        *["Fig. 4", "p. 12", "Section 2.1", "§ 3", "Theorem 2", "Ch. 7", "Sect. 3.1", "Lemmas 1 and 2", "Appendix B"],
        *["pp. 1, 3", "p. xii", "p. 45ff.", "ch. 3, p. 5", "fig. 2a", "Chapter IV"],
    ],
)
def test_a_place_behind_a_label_is_no_label(place: str) -> None:
    """Engineers and mathematicians say where in the source it stands."""
    article = read(f"It sank [1], and rose [2, {place}].\n\n## References\n\n[1] {DEED}\n\n[2] {LETTER}\n", "a.md")
    assert [label for label, _ in marked(article)] == ["1", "2"]


@pytest.mark.parametrize("marker", ["[see 1, 2]", "[cf. 1; 2, p. 4]", "[1 and 2]", "[1 p. 4; 2 p. 5]"])
def test_words_may_stand_among_the_labels_of_a_bracket(marker: str) -> None:
    """They lead a reader to the sources, or join them."""
    article = read(f"It sank {marker}.\n\n## References\n\n[1] {DEED}\n\n[2] {LETTER}\n", "a.md")
    assert [label for label, _ in marked(article)] == ["1", "2"]


def test_an_index_in_code_makes_no_note_of_a_links_definition() -> None:
    """The definitions of links stand at the end of many files about programs."""
    article = read(
        "The rows `a[0]`, `a[1]` sink. See [docs][1].\n\n```\nx[2] = 1\n```\n\n[1]: https://docs.example\n"
        "[2]: https://code.example\n",
        "a.md",
    )
    assert notes_of(article) == []


def test_a_sentence_about_the_article_is_no_source() -> None:
    """Under a heading for sources it says where the text comes from; a list of sources may follow."""
    text = "# Ice\n\nIt sank.\n\n## Source\n\nThis page was adapted from [a book](https://lake.example/h) kindly.\n"
    assert notes_of(read(text, "a.md")) == []
    assert [raw[:5] for _, raw in notes_of(read(text + "\nBerg, Anna. Ice. 1950.\n", "a.md"))] == ["Berg,"]


def test_one_figure_is_no_series_of_several_notes() -> None:
    """A count in a log of changes and the number of an item say nothing about each other."""
    text = "## 1.2\n\n- Fix: crash on start (1)\n- Add 2 options [1,12]\n\n## 1.1\n\n1. First\n2. Second\n"
    assert notes_of(read(text, "a.md")) == []
    assert marked(read(text, "a.md")) == []


def test_references_have_a_line_each_below_a_heading_that_nobody_marked() -> None:
    """Plain text sets the heading apart, and one reference on a line."""
    article = read(
        "Weirs break (Berg 2004: 14; Lind 1999).\n\nBIBLIOGRAPHY\n\nBerg, A. (2004) Weirs. Oslo: Havn.\n"
        "Lind, P. (1999) Broken weirs. Oslo: Havn.\n",
        "a.txt",
    )
    assert [label for label, _ in notes_of(article)] == ["Berg 2004", "Lind 1999"]
    assert [label for label, _ in marked(article)] == ["Berg 2004", "Lind 1999"]


def test_a_label_and_its_text_in_two_cells_are_one_note() -> None:
    """The marker may lead to the cell with the text, or not lead anywhere."""
    article = read(
        '<p>It sank.<sup><a href="#fn-a">[1]</a></sup> It rose.<sup>[2]</sup></p><h3>Sources</h3><table>'
        f'<tr><td>[1]</td><td><a id="fn-a"></a>{DEED}</td></tr><tr><td>[2]</td><td>{LETTER}</td></tr></table>',
        "a.html",
    )
    assert notes_of(article) == [("1", DEED), ("2", LETTER)]
    assert [(one.label, one.chapter) for one in article.markers] == [("1", 0), ("2", 0)]


def test_a_note_within_a_note_is_no_part_of_its_text() -> None:
    """Its words were given twice."""
    article = read(f"It sank.[1]\n\nNotes\n\n[1] {LETTER} ((See {DEED})) Lost.\n", "a.txt")

    assert notes_of(article) == [("1", f"{LETTER} Lost."), ("^1", f"See {DEED}")]


def test_markdown_counts_items_that_all_begin_with_one() -> None:
    """So writers need not number them anew; what is shown is 1, 2, 3."""
    article = read(f"It sank.[1] It rose.[2]\n\n## Notes\n\n1. {DEED}\n1. {LETTER}\n", "a.md")

    assert notes_of(article) == [("1", DEED), ("2", LETTER)]


def test_a_chapter_may_have_a_single_note() -> None:
    """A heading parts its marker from the next 1, and a line without a stop its note from the next list."""
    article = read(
        f"# One\n\nIt sank.[1]\n\n# Two\n\nIt burnt.[1] It rose.[2]\n\n# Notes\n\nChapter One\n\n[1] {DEED}\n\n"
        f"Chapter Two\n\n[1] {LETTER}\n\n[2] {DEED}\n",
        "a.md",
    )
    assert [(note.label, note.raw, note.chapter) for note in article.notes] == [
        ("1", DEED, 0),
        ("1", LETTER, 1),
        ("2", DEED, 1),
    ]
    assert [(marker.label, marker.chapter) for marker in article.markers] == [("1", 0), ("1", 1), ("2", 1)]


def test_notes_at_the_end_may_begin_anew_with_each_chapter() -> None:
    """Their markers do so, too: the second first marker belongs to the second list."""
    article = read(
        f"It sank.[1] It rose.[2]\n\n## Two\n\nIt went.[1]\n\n# Notes\n\n## One\n\n1. {DEED}\n2. {LETTER}\n\n## Two\n\n"
        f"1. {DEED}\n",
        "a.md",
    )

    assert [(one.label, one.chapter) for one in article.markers] == [("1", 0), ("2", 0), ("1", 1)]


SOURCES = "".join(
    f"{number}. Deed {number}, accessed on 3 May 2024, https://deeds.example/{number}\n" for number in range(1, 5)
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param(
            "It sank.1 It rose.2 Nobody drowned.1 The ferryman wrote to his sister.3 She kept it.2 So it stood.3 He"
            " died.4 Fig.3 shows him.1",
            "12132341",
            id="behind the stop",
        ),
        pytest.param(
            "The ferry sank1. The water rose2. Nobody drowned1, as IPv4 or mp3. The ferryman wrote to his sister3. She"
            " kept it there2. So it stood3; he died later4.",
            "1213234",
            id="before the stop",
        ),
    ],
)
def test_bare_labels_may_come_again(text: str, labels: str) -> None:
    """Where the raised type is lost, a source that is cited again has its figure again."""
    article = read(f"{text}\n\n## Works cited\n\n{SOURCES}", "a.md")

    assert [one.label for one in article.markers] == list(labels)


def test_a_letter_that_opens_a_counted_source_is_no_label() -> None:
    """Forums mark the kind of a post so: "[R] A question"."""
    article = read(f"It sank.[1] It rose.[2]\n\n## Sources\n\n1. {DEED}\n2. [R] {LETTER}\n", "a.md")

    assert notes_of(article) == [("1", DEED), ("2", f"[R] {LETTER}")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"It sank.^[^1] It rose.[^2]\n\n[^1]: {DEED}\n[^2]: {LETTER}\n", id="raised footnotes of Markdown"
        ),
        pytest.param(
            f"It sank.[1] It rose.[2]\n\n##Notes\n\n1. {DEED}\n2. {LETTER}\n", id="a heading without its blank"
        ),
        pytest.param(
            f"It sank. (footnote 1) It rose. (footnote 2)\n\nFOOTNOTES\n\n1 {DEED}\n2 {LETTER}\n",
            id="markers that only name their notes",
        ),
        pytest.param(
            f"It sank.[1] It rose.[2]\nReferences:\n1. {DEED}\n2. {LETTER}\n", id="a line that announces sources"
        ),
    ],
)
def test_reads_notes_that_were_written_in_haste(text: str) -> None:
    """A sign too many or too few changes nothing that a reader would see."""
    article = read(text, "a.md")

    assert notes_of(article) == [("1", DEED), ("2", LETTER)]
    assert marked(article) == [("1", "It sank."), ("2", "It sank. It rose.")]


def test_references_may_follow_the_text_line_by_line() -> None:
    """Nothing but their announcement parts them from it."""
    article = read(
        "It sank (Holt, 1911). It rose (Marr, 1912).\nReferences:\nHolt, A. (1911). The Sinking. Harbour Press.\n"
        "Marr, B. (1912). The Rising. https://press.example/rising\n",
        "a.md",
    )

    assert [one.label for one in article.markers] == ["Holt 1911", "Marr 1912"]
    assert [one.raw for one in article.notes] == [
        "Holt, A. (1911). The Sinking. Harbour Press.",
        "Marr, B. (1912). The Rising. https://press.example/rising",
    ]


def test_a_note_in_a_tag_of_a_site_builder_has_markup() -> None:
    """It is Markdown as the text around it is."""
    article = read(
        "It sank.{% sidenote 'one' 'See [the *deed* of sale](https://deeds.example/1).' %} It rose.\n", "a.md"
    )

    assert [(note.raw, note.records[0].url) for note in article.notes] == [
        ("See the deed of sale.", "https://deeds.example/1")
    ]


def test_pages_alone_belong_to_the_author_whom_the_sentence_names() -> None:
    """So essays cite a work after its first mention; a sentence that names nobody cites nothing."""
    article = read(
        "It sank (Holm, Dahl, and Berg 14). As Holm argues, nobody came (20-21). It cost much (30).\n\n"
        "## Works Cited\n\nHolm, Ada, et al. *The Ferry*. Harbour Press, 2001.\n\n"
        "Marr, Bo. *The Bridge*. Harbour Press, 2002.\n",
        "a.md",
    )

    assert marked(article) == [("Holm", "It sank"), ("Holm", "It sank. As Holm argues, nobody came")]


def test_labels_may_be_set_as_formulas() -> None:
    """Where nothing else raises them; an exponent is no label."""
    article = read(
        "It sank $^{[1]}$. It rose by $x^{[2]}$ in all $^{[2]}$.\n\n### Notes\n\n"
        f"$[1]$：{DEED}\n$[2]$：{LETTER}\n",
        "a.md",
    )

    assert notes_of(article) == [("1", DEED), ("2", LETTER)]
    assert [label for label, _ in marked(article)] == ["1", "2"]


def test_readers_of_printed_pages_raise_labels_as_formulas_do() -> None:
    """What stands in a formula, with dollar signs or without, is an exponent; below the authors, an institute."""
    article = read(
        "# The Ferry\n\nTom Holm^{1,2} | Ann Lee^{2}\n\n^{1}Harbour Office, Exemplar\n\n"
        "It sank.^{1} Nobody drowned$^{2}$. The crew were saved. ${ }^{1}$\n\n"
        "It grew by \\( \\alpha^{2} \\) and by 3 m$^{2}$ in all.^{i} It fell.^{ii}\n\n"
        f"## Endnotes\n\ni. The crew knew it.\n\nii. Nobody knew.\n\n## References\n\n1. {DEED}\n2. {LETTER}\n",
        "a.md",
    )

    assert notes_of(article) == [("i", "The crew knew it."), ("ii", "Nobody knew."), ("1", DEED), ("2", LETTER)]
    assert [(claim.labels, claim.text) for claim in article.claims] == [
        (("1",), "It sank."),
        (("2",), "Nobody drowned."),
        (("1",), "The crew were saved."),
        (("i",), "It grew by ( \\alpha^{2} ) and by 3 m2 in all."),
        (("ii",), "It fell."),
    ]


def test_a_line_in_italics_is_no_heading() -> None:
    """So the author is named at the top; what comes below has no heading of that name."""
    article = read(f"# The Ferry\n\n*By Tom Holm for the Gazette*\n\nIt sank.[^1]\n\n[^1]: {DEED}\n", "a.md")

    assert [claim.heading for claim in article.claims] == ["The Ferry"]


DEED_AT, LETTER_AT = "https://deeds.example/1", "https://letters.example/2"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"It sank in 1911[^1^][1]. Nobody drowned[^2^][2].\n\n[1]: {DEED_AT}\n[2]: {LETTER_AT}\n", id="raised links"
        ),
        pytest.param(
            f"It sank in 1911 [1]({DEED_AT}). Nobody drowned [2]({LETTER_AT}).\n", id="bare numbers that lead out"
        ),
        pytest.param(
            f"It sank in 1911【1】. Nobody drowned【2†L3-L9】.\n\n## Sources\n\n【1】{DEED_AT}\n\n【2】{LETTER_AT}\n",
            id="with lines",
        ),
    ],
)
def test_reads_the_markers_of_answers_by_search_engines(text: str) -> None:
    """They are pasted as they come, and their notes are links at most."""
    article = read(text, "a.md")

    assert marked(article) == [("1", "It sank in 1911"), ("2", "It sank in 1911. Nobody drowned")]
    assert notes_of(article) == [("1", DEED_AT), ("2", LETTER_AT)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("This is part 4 of a series: [1]({0}), [2]({1}), [3]({0}3).\n", id="parts of a series"),
        pytest.param("Pages [1]({0}) [2]({1}) [3]({0}3)\n", id="pages"),
    ],
)
def test_a_row_of_numbers_that_lead_out_marks_nothing(text: str) -> None:
    """No words stand between them that they could vouch for."""
    assert read(text.format(DEED_AT, LETTER_AT), "a.md").markers == ()
