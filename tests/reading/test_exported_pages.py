"""Articles as sites and word processors export them: text in headings, HTML in Markdown, notes of another format."""

import pytest

from citations.article import Article, read_article
from citations.document import BlockKind

LONG = (
    "The council of the upper valley said in its report of that year that the ferry would not be opened again, and "
    "that the toll of the bridge would have to be raised "
)


def read(text: str, name: str = "a.md") -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def notes_of(article: Article) -> list[tuple[str, str]]:
    """Give the labels and texts of the notes."""
    return [(note.label, note.raw) for note in article.notes]


def labels_of(article: Article) -> list[str]:
    """Give the labels of the markers."""
    return [marker.label for marker in article.markers]


def test_text_in_the_type_of_headings_is_text() -> None:
    """Some sites set whole articles as headings of the lowest level, and their notes too."""
    article = read(
        f"###### {LONG}[[1]](#_ftn1), and the quay was sold.\n\n###### {LONG}before the winter, which was cold.\n\n"
        "###### [[1]](#_ftnref1) Deed of sale.\n"
    )
    assert notes_of(article) == [("1", "Deed of sale.")]
    assert labels_of(article) == ["1"]
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}


def test_a_label_above_the_text_of_its_note_is_no_heading() -> None:
    """So Texinfo writes the notes of a manual; its headings are closed with the wrong tag, as browsers allow."""
    article = read(
        '<h2>Ferries</h2><p>It sank<a id="DOCF1" href="#FOOT1"><sup>1</sup></a>. It rose.</p>'
        '<h4>Footnotes</h4><h5><a id="FOOT1" href="#DOCF1">(1)</a></h3><p>Deed of sale.</p><hr>',
        "a.html",
    )
    assert notes_of(article) == [("1", "Deed of sale.")]
    assert labels_of(article) == ["1"]


def test_indented_lines_of_a_block_of_html_are_no_code() -> None:
    """A block of HTML in Markdown ends at a blank line."""
    article = read(
        'It sank.<a class="sdfootnoteanc" href="#sdfootnote1sym" name="sdfootnote1anc"><sup>1</sup></a>\n\n'
        '<div id="sdfootnote1">\n  <p>\n    <a href="#sdfootnote1anc" name="sdfootnote1sym">1</a> Deed of sale.\n'
        "  </p>\n</div>\n"
    )
    assert notes_of(article) == [("1", "Deed of sale.")]


def test_space_that_does_not_break_makes_no_code() -> None:
    """Word processors on the web indent paragraphs with it."""
    article = read("\u00a0\u00a0\u00a0\u00a0 It sank.[1]\n\n## Notes\n\n[1] Deed of sale.\n")
    assert labels_of(article) == ["1"]


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("\\footnote{Deed of {\\em sale}.}", id="LaTeX in Markdown"),
        pytest.param("footnote:[Deed of sale.]", id="AsciiDoc in Markdown"),
    ],
)
def test_a_note_of_another_format_is_a_note(note: str) -> None:
    """Pandoc takes LaTeX in Markdown, and converters leave such notes as they stand."""
    article = read(f"It sank.{note} It rose.\n")
    assert [note.label for note in article.notes] == ["^1"]
    assert article.notes[0].raw.startswith("Deed of ")
    assert [article.blocks[one.block].text[: one.offset] for one in article.markers] == ["It sank."]
    assert article.blocks[0].text == "It sank. It rose."


def test_a_note_of_latex_that_does_not_end_is_text() -> None:
    """A brace that nobody closes hides no text."""
    article = read("It sank.\\footnote{Deed of sale.\n\nIt rose.\n")
    assert not article.notes
    assert [block.text for block in article.blocks] == ["It sank.\\footnote{Deed of sale.", "It rose."]


def test_a_list_that_ends_the_last_note_is_its_own() -> None:
    """Words that would make a heading are a note behind a label, and the list that they announce belongs to it."""
    article = read(
        "It sank.[1] It rose.[2]\n\n## Endnotes\n\n[1] Deed of sale.\n\n[2] Additional references:\n"
        "* The Ferry, a history\n* The Quay https://quay.example/a\n"
    )
    assert notes_of(article)[1] == ("2", "Additional references: The Ferry, a history The Quay https://quay.example/a")


def test_what_markdown_defines_twice_is_double() -> None:
    """Such definitions may stand anywhere; only one that counts from 1 again begins a chapter."""
    article = read(
        "One.[^1] Two.[^2]\n\n[^1]: Deed.\n\n## Part\n\nThree.[^2]\n\n[^2]: Roll.\n\n## Part\n\n[^2]: Log.\n"
    )
    assert [(note.label, note.chapter) for note in article.notes] == [("1", 0), ("2", 0), ("2", 0)]


def test_notes_that_nothing_calls_stand_above_one_that_is_called_too() -> None:
    """A list in HTML within Markdown counts on behind the lists in its items."""
    article = read(
        'It sank.<sup><a href="#fn:c" role="doc-noteref">3</a></sup>\n\n<div>\n  <ol>\n'
        '    <li id="fn:a">\n      <p>\n        Deeds:\n        <ul>\n        <li>One.</li>\n        <li>Two.</li>\n'
        '        </ul>\n      </p>\n    </li>\n    <li id="fn:b">\n      <p>\n        Roll.\n      </p>\n    </li>\n'
        '    <li id="fn:c">\n      <p>\n        Log.\n      </p>\n    </li>\n  </ol>\n</div>\n'
    )
    assert notes_of(article) == [("1", "Deeds: One. Two."), ("2", "Roll."), ("3", "Log.")]


def test_a_link_to_the_sources_is_no_heading_over_them() -> None:
    """Manuals lead from each of their pages to its source."""
    page = '<h1>Row</h1><a href="row.c.html">Source</a><p>Row 4 times (https://a.example).</p><p>See https://b.example.</p>'
    assert not read(page, "a.html").notes


def test_a_note_set_as_a_heading_is_a_note_with_the_number_it_prints() -> None:
    """Small headings are a way to small type; a marker that prints another number still leads to its note."""
    article = read(
        '<p>It sank.<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup> It rose.<sup><a href="#_ftn2">[1]</a></sup></p>'
        '<div id="ftn1"><h6><sup><a href="#_ftnref1" name="_ftn1">[1]</a></sup> Deed of sale.</h6></div>'
        '<div id="ftn2"><h6><sup><a href="#_ftnref2" name="_ftn2">[2]</a></sup> Letter.</h6></div>',
        "a.html",
    )
    assert notes_of(article) == [("1", "Deed of sale."), ("2", "Letter.")]
    assert labels_of(article) == ["1", "2"]


def test_a_note_whose_words_make_a_heading_is_a_note() -> None:
    """Papers as pages have their notes at the place of their markers."""
    page = (
        '<p>It sank.<span class="ltx_note"><sup class="ltx_note_mark">1</sup><span class="ltx_note_content"><sup '
        'class="ltx_note_mark">1</sup>A footnote.</span></span></p><table><tr><td>t</td><td>(4)</td></tr></table>'
    )
    assert notes_of(read(page, "a.html")) == [("1", "A footnote.")]


def test_boxes_of_a_manual_are_text() -> None:
    """MkDocs indents what stands in them, as Markdown does code; a box may hold another."""
    article = read(
        '!!! note "The ferry"\n    It sank.[^1]\n\n    ??? tip\n        It rose.[^2]\n\nIt was sold.\n\n    row\n\n'
        "[^1]: Deed of sale.\n\n[^2]: Letter.\n"
    )
    assert [block.text for block in article.blocks] == ["The ferry", "It sank.", "It rose.", "It was sold."]
    assert labels_of(article) == ["1", "2"]


def test_a_link_may_have_a_title_with_brackets() -> None:
    """What stands behind the address of a link's definition is never text."""
    article = read("See [the roll][1].\n\n[1]: https://roll.example/a (The roll (of 1911), in a copy)\n")
    assert [block.text for block in article.blocks] == ["See the roll."]


def test_tables_in_html_within_markdown_have_cells() -> None:
    """A plug-in of WordPress lists its notes in one; what pops up over a marker has them once more."""
    article = read(
        'It sank.<span><a><sup>[1]</sup></a><span class="footnote_tooltip">Deed of sale.</span></span> It rose.\n\n'
        '<div>\n  <table>\n    <caption>Notes &amp; References</caption> <tr>\n      <th>\n        <a id="r1">↑1</a>\n'
        "      </th>\n\n      <td>\n        Deed of sale.\n      </td>\n    </tr>\n  </table>\n</div>\n"
    )
    assert notes_of(article) == [("1", "Deed of sale.")]
    assert [block.text for block in article.blocks] == ["It sank. It rose."]


def test_cells_on_one_line_are_blocks_of_their_own() -> None:
    """No sentence runs from one cell into the next."""
    article = read(
        "<table><tr><td>The Ferry</td><td>It sank.[^1]</td></tr><tr><td>The Quay</td></tr></table>\n\n[^1]: Deed.\n"
    )
    assert [block.text for block in article.blocks] == ["The Ferry", "It sank.", "The Quay"]


def test_a_line_that_heads_the_notes_below_it_is_no_part_of_the_one_above() -> None:
    """Lists of sources may have parts."""
    article = read(
        "It sank [1]. It rose [2].\n\n## Sources\n\nOn the ferry:\n- [1] Deed of sale.\n\nOn the quay:\n- [2] Letter.\n"
    )
    assert notes_of(article) == [("1", "Deed of sale."), ("2", "Letter.")]


def test_a_raised_label_may_keep_its_caret() -> None:
    """So a page is copied as Markdown, with the address of the page in its links."""
    article = read(
        "It sank.[^1](https://a.example/b#fn1) It rose.[^2](https://a.example/b#fn2)\n\n"
        "[1](https://a.example/b#fnref1). Deed of sale.\n\n[2](https://a.example/b#fnref2). Letter.\n"
    )
    assert notes_of(article) == [("1", "Deed of sale."), ("2", "Letter.")]
    assert labels_of(article) == ["1", "2"]


def test_a_stretch_with_the_class_of_a_sidenote_is_a_note() -> None:
    """Pandoc writes classes behind brackets."""
    article = read("It sank.[Deed of *sale*.]{.sidenote} It [rose]{.underline} again.\n")
    assert notes_of(article) == [("^1", "Deed of sale.")]
    assert [block.text for block in article.blocks] == ["It sank. It rose again."]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_label_may_stand_alone_above_its_note(name: str) -> None:
    """So the notes of a newsletter look where a reader copies the page: each label is a line, and so is a paragraph."""
    text = (
        "Night Mail\n\nThe pans were first worked in 1204.1 There were eleven2, says the overseer.\n\n"
        "The tax was doubled.3\n\n1\n\nAnnals of the See, ii, 88.\n\n2\n\nThe parish list has nine.\n\n"
        "Two were under repair.\n\n3\n\nhttps://orle.example.org/overseer\n"
    )

    article = read_article(text.encode(), name=name)

    assert [(note.label, note.raw) for note in article.notes] == [
        ("1", "Annals of the See, ii, 88."),
        ("2", "The parish list has nine. Two were under repair."),
        ("3", "https://orle.example.org/overseer"),
    ]
    assert [claim.labels for claim in article.claims] == [("1",), ("2",), ("3",)]


def test_the_numbers_of_sections_are_no_labels() -> None:
    """A story counts its parts with figures on lines of their own, and nothing points to them."""
    text = "1\n\nIt rained in 1901.\n\n2\n\nThe tax was 3.\n\n3\n\nHe paid 1 crown, or 2.\n"

    article = read_article(text.encode(), name="a.txt")

    assert (article.notes, article.markers) == ((), ())


def test_the_label_of_a_note_may_fill_a_block_of_its_own() -> None:
    """Journals set the number beside the reference, each in a box."""
    notes = "".join(
        f'<div><span class="number">{n}.</span><div class="content">Berg, Letter to Holm, {n}.</div></div>'
        for n in (1, 2)
    )
    page = f"<body><p>It sank.<sup>1-2</sup></p><h3>References</h3>{notes}</body>"
    article = read_article(page.encode(), name="a.html")

    assert [(note.label, note.raw) for note in article.notes] == [
        ("1", "Berg, Letter to Holm, 1."),
        ("2", "Berg, Letter to Holm, 2."),
    ]
    assert [marker.label for marker in article.markers] == ["1", "2"]


def test_letters_that_count_the_uses_of_a_note_are_no_labels() -> None:
    """A page that lost its names keeps the numbers of its list, and what leads back to the text."""
    page = (
        '<body><p>It sank.<sup><a href="#cite_note-1">[1]</a></sup> At night.<sup><a href="#cite_note-2">[2]</a></sup>'
        ' Nobody saw it.<sup><a href="#cite_note-1">[1]</a></sup></p><h2>References</h2><ol>'
        '<li>^ <a href="#cite_ref-1_0"><sup>a</sup></a> <a href="#cite_ref-1_1"><sup>b</sup></a> Berg, Letters.</li>'
        '<li><b><a href="#cite_ref-2">^</a></b> Holm, Log.</li></ol></body>'
    )
    article = read_article(page.encode(), name="a.html")

    assert [(note.label, note.raw) for note in article.notes] == [("1", "Berg, Letters."), ("2", "Holm, Log.")]
    assert [marker.label for marker in article.markers] == ["1", "2", "1"]


def test_names_of_notes_may_hold_the_number_of_the_post() -> None:
    """A note to which no marker leads was lost where its name is told by such a name alone."""
    markers = "".join(f'It sank.<sup><a href="#fn-136-{n}" id="fnref-136-{n}">{n}</a></sup> ' for n in (1, 2, 4))
    notes = "".join(f'<li id="fn-136-{n}">Log {n}. <a href="#fnref-136-{n}">↩</a></li>' for n in (1, 2, 3, 4))

    article = read_article(f"<p>{markers}</p><ol>{notes}</ol>".encode(), name="a.html")

    assert [(note.label, note.raw) for note in article.notes] == [(str(n), f"Log {n}.") for n in (1, 2, 3, 4)]


def test_the_way_back_to_the_text_ends_a_note() -> None:
    """What a site has below its last note begins with a small letter, and is no part of it."""
    notes = "".join(f"[{n}] Log {n} of the ferry ↩︎\n\n" for n in (1, 2))

    article = read_article(f"It sank.[1] It rose.[2]\n\nNotes\n\n{notes}rivers\n\n« Prev\n".encode(), name="a.txt")

    assert [note.raw for note in article.notes] == ["Log 1 of the ferry", "Log 2 of the ferry"]


@pytest.mark.parametrize(
    ("marker", "head"),
    [
        pytest.param(
            '<a href="#_ftn{0}" name="_ftnref{0}"> </a>', '<a href="#_ftnref{0}" name="_ftn{0}"></a>', id="Word"
        ),
        pytest.param(
            '<a href="#_edn{0}" id="_ednref{0}"><span style="mso-special-character:footnote"></span></a>',
            '<a href="#_ednref{0}" id="_edn{0}"><span style="mso-special-character:footnote"></span></a>',
            id="Word with fields",
        ),
        pytest.param(
            '<a href="#n{0}" id="r{0}" aria-describedby="footnotes"></a>', '<a id="n{0}"></a>', id="style sheet"
        ),
    ],
)
def test_a_link_without_words_to_a_note_is_a_marker(marker: str, head: str) -> None:
    """The number is printed by Word's field or a counter of the style sheet, and every note was said to be unused."""
    text = "".join(f"<p>It sank {n} times.{marker.format(n)}</p>" for n in (1, 2, 3))
    notes = "".join(f"<p>{head.format(n)}Log of the ferry, page {n}.</p>" for n in (1, 2, 3))

    article = read(f"<html><body>{text}<hr>{notes}</body></html>", "a.html")

    assert labels_of(article) == ["1", "2", "3"]
    assert notes_of(article) == [(str(n), f"Log of the ferry, page {n}.") for n in (1, 2, 3)]
    assert [claim.text for claim in article.claims] == [f"It sank {n} times." for n in (1, 2, 3)]


def test_the_permanent_address_of_a_note_is_no_marker() -> None:
    """An empty link in a note that leads to the note itself shows its address, and cites nothing."""
    article = read(
        '<p>It sank.<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">Log. <a href="#fn1"></a></li></ol>', "a.html"
    )

    assert notes_of(article) == [("1", "Log.")]
    assert labels_of(article) == ["1"]
    assert article.notes[0].refers_to is None


def test_the_number_of_a_paragraph_is_no_word_of_its_first_sentence() -> None:
    """Journals on the web number their paragraphs in the margin, for citations."""
    article = read(
        '<p><span class="paranumber">7</span>It sank.<a class="footnotecall" href="#ftn1">1</a></p>'
        '<p class="note"><a id="ftn1" href="#bodyftn1">1</a> Log, 1911.</p>',
        "a.html",
    )

    assert [claim.text for claim in article.claims] == ["It sank."]


def test_the_page_behind_a_marker_of_a_wiki_is_no_text() -> None:
    """It is raised like the marker, and stood in the claim."""
    article = read(
        '<p>The ferry<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup><sup class="reference '
        'nowrap"><span title="Page: 14">:&#8202;14&#8202;</span></sup> sank.</p><h2>References</h2>'
        '<ol class="references"><li id="cite_note-1">Log, 1911.</li></ol>',
        "a.html",
    )

    assert [claim.text for claim in article.claims] == ["The ferry sank."]


def test_symbols_open_the_lines_of_notes_in_any_order() -> None:
    """After two stars some writers go on with a dagger, and its note was taken for the rest of the one above."""
    article = read("<p>It sank.* It rose.** It left.†</p><hr><p>* Log.<br>** Letter.<br>† Herald.</p>", "a.html")

    assert notes_of(article) == [("*", "Log."), ("**", "Letter."), ("†", "Herald.")]
    assert labels_of(article) == ["*", "**", "†"]


def test_a_label_of_its_own_in_a_bulleted_list_opens_a_note_to_which_nothing_leads() -> None:
    """Of a range only both ends are links, and the notes between them were taken for the rest of the first."""
    items = "".join(
        f'<li id="B{n}"><span class="label">{n}.</span><cite>Log of the ferry, {1910 + n}.</cite></li>'
        for n in (1, 2, 3)
    )
    article = read(
        f'<p>It sank [<a href="#B1">1</a>–<a href="#B3">3</a>].</p><h2>References</h2><ul>{items}</ul>', "a.html"
    )

    assert notes_of(article) == [(str(n), f"Log of the ferry, {1910 + n}.") for n in (1, 2, 3)]
    assert labels_of(article) == ["1", "2", "3"]
