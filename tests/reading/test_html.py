"""HTML: blocks and places from one linear pass over the source."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.article import read_article
from citations.document import Document
from citations.formats.html import FORMAT


def read(text: str) -> Document:
    """Give the document in this text."""
    return FORMAT.read(text.encode(), name="a.html")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(
            "<h1>A</h1><p>Text <i>with</i>\nmarks.", [("heading", "A"), ("paragraph", "Text with marks.")], id="marks"
        ),
        pytest.param("<ul><li>one<li>two</ul>", [("item", "one"), ("item", "two")], id="unclosed items"),
        pytest.param("<blockquote><p>So.</p></blockquote>", [("quote", "So.")], id="quotation"),
        pytest.param("<table><tr><td>a<td>b</table>", [("cell", "a"), ("cell", "b")], id="cells"),
        pytest.param("<p>AT&amp;T&nbsp;&ndash; so.</p>", [("paragraph", "AT&T – so.")], id="entities"),
        pytest.param(
            "<p>a</p><script>if (a<b) {}</script><nav>menu</nav><p>b</p>",
            [("paragraph", "a"), ("paragraph", "b")],
            id="hidden",
        ),
        pytest.param("<p>1 < 2 and <3</p>", [("paragraph", "1 < 2 and <3")], id="bare signs"),
        pytest.param(
            "first<br><br>second", [("paragraph", "first"), ("paragraph", "second")], id="breaks for paragraphs"
        ),
    ],
)
def test_gives_blocks_as_a_reader_sees_them(text: str, blocks: list[tuple[str, str]]) -> None:
    """Tags are gone, hidden parts are left out, the words are all there."""
    assert [(block.kind.value, block.text) for block in read(text).blocks] == blocks


def test_places_are_places_in_the_source() -> None:
    """An editor opens the file at the marker, between all its tags."""
    document = read('<p class="a">\n  Some &amp; more.<sup>1</sup></p>\n<p><sup>1</sup> Note.</p>')

    (marker,) = document.markers
    assert (marker.position.line, marker.position.column) == (2, 19)
    assert marker.raw == "<sup>1</sup>"
    assert document.blocks[0].position_at(7).column == 14


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param('<a href="#fn1"><sup>1</sup></a>', id="fn"),
        pytest.param('<sup><a href="#_edn1">[1]</a></sup>', id="edn"),
        pytest.param('<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>', id="cite_note"),
        pytest.param('<a href="#n" role="doc-noteref">1</a>', id="doc-noteref"),
        pytest.param('<a href="#n" epub:type="noteref">1</a>', id="epub:type"),
        pytest.param('<sup><a href="#user-content-fn-1" data-footnote-ref="">1</a></sup>', id="data attribute"),
    ],
)
def test_knows_a_note_by_what_a_label_links_to(reference: str) -> None:
    """The target is the note, wherever it stands and however its own label is printed."""
    target = reference.split('href="#', 1)[1].split('"', 1)[0]

    document = read(f'<p>So it was.{reference}</p><p>More.</p><ol><li id="{target}">Holt, 1990.</li></ol>')

    assert [marker.label for marker in document.markers] == ["1"]
    assert [(note.label, note.raw) for note in document.notes] == [("1", "Holt, 1990.")]
    assert [block.text for block in document.blocks] == ["So it was.", "More."]


def test_a_note_may_stand_in_an_attribute_of_its_marker() -> None:
    """Some sites show notes in a bubble and keep them nowhere else."""
    document = read('<p>So.<span data-footnote="Holt, The book of oil, 1990.">1</span></p>')

    assert [(note.label, note.raw) for note in document.notes] == [("1", "Holt, The book of oil, 1990.")]
    assert [marker.label for marker in document.markers] == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<div>" * 100_000 + "text" + "</div>" * 100_000, id="nested 100,000 deep"),
        pytest.param("<ul><li>" * 30_000 + "text", id="nested lists"),
        pytest.param("<b><sup><a href='#x'>" * 20_000 + "text", id="never closed"),
        pytest.param("<a " * 100_000, id="cut tags"),
        pytest.param('<a x="' * 50_000, id="open quotation marks"),
        pytest.param("&amp" * 50_000, id="entities"),
        pytest.param("<p>" + 'a<span class="sidenote">b</span> ' * 6_000, id="sidenotes"),
        pytest.param('<span class="pagenum">' * 40_000, id="page numbers never closed"),
    ],
)
def test_hostile_markup_takes_bounded_time(text: str) -> None:
    """No recursion, no search that begins again: depth and breakage cost nothing."""
    started = time.process_time()

    read(text)

    assert time.process_time() - started < 10


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("<>/=\"' &;!-#apsuli1x[]\n"), max_size=300))
def test_any_markup_gives_a_document(text: str) -> None:
    """No markup raises."""
    assert read(f"x{text}").lines >= 1


@pytest.mark.parametrize(
    "footer",
    [
        pytest.param("<footer><p>{}</p><ul><li>{}</li></ul></footer>", id="element"),
        pytest.param('<div class="wide site-footer"><p>{}</p><div>{}</div></div>', id="class"),
        pytest.param('<div role="contentinfo"><span>{}</span><table><tr><td>{}</td></tr></table></div>', id="role"),
    ],
)
def test_wants_no_note_in_the_footer_of_a_page(footer: str) -> None:
    """What every page of a site says at its end is no part of the article, but notes may stand there."""
    said = footer.format("Founded in 1999 by Ida Roe of Harrow.", "Licence 12 of the Harrow Press.")
    notes = '<footer><p>Notes</p><p id="fn1"><a href="#fnref1">1</a> Log.</p></footer>'
    page = f'<p>It sank in 1911.<a href="#fn1" id="fnref1"><sup>1</sup></a></p>{notes}{said}'

    article = read_article(page.encode(), name="a.html")

    assert [note.raw for note in article.notes] == ["Log."]
    assert [claim.text for claim in article.claims] == ["It sank in 1911."]
    assert article.uncited == ()


WITHIN = (
    pytest.param(
        '<label for="s1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s1" '
        'class="margin-toggle"/><span class="sidenote">{note}</span>',
        "^1",
        id="a sidenote",
    ),
    pytest.param(
        '<label for="m1" class="margin-toggle">&#8853;</label><input id="m1"><span class="marginnote">{note}</span>',
        "^1",
        id="a note in the margin",
    ),
    pytest.param("<d-footnote>{note}</d-footnote>", "^1", id="an element of its own"),
    pytest.param(
        '<span id="f1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">4</sup><span class='
        '"ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">4</sup><span class="ltx_tag '
        'ltx_tag_note">4</span>{note}</span></span></span>',
        "4",
        id="LaTeX made into HTML",
    ),
    pytest.param(
        '<sup class="modern-footnotes-footnote"><a href="javascript:void(0)">7</a></sup><span role="tooltip" '
        'class="modern-footnotes-footnote__note">{note}</span>',
        "7",
        id="opened by a button",
    ),
    pytest.param('<aside class="sidenote"><p>{note}</p></aside>', "^1", id="a block within a block"),
)


@pytest.mark.parametrize(("markup", "label"), WITHIN)
def test_reads_a_note_that_stands_where_its_marker_is(markup: str, label: str) -> None:
    """Margins and pop-ups hold the note within the sentence, of which it is no part."""
    note = "B. Finch, <i>Rivers of Wool</i> (Glen Press, 2004)."
    article = read_article(
        f"<p>The weir gave way.{markup.format(note=note)} It was rebuilt.</p><p>Then it rained.</p>".encode(),
        name="a.html",
    )

    assert [block.text for block in article.blocks] == ["The weir gave way. It was rebuilt.", "Then it rained."]
    assert [(one.label, one.raw) for one in article.notes] == [(label, "B. Finch, Rivers of Wool (Glen Press, 2004).")]
    assert [(claim.labels, claim.text) for claim in article.claims] == [((label,), "The weir gave way.")]


def test_takes_a_margin_that_repeats_a_note_of_the_list_for_no_second_note() -> None:
    """Scripts put a copy of each note beside the text; the list at the end is what was written."""
    document = read(
        '<p>The weir gave way.<sup><a href="#fn1">1</a></sup><span class="sidenote">B. Finch, 2004.</span></p>'
        '<ol><li id="fn1">B. Finch, 2004.</li></ol>'
    )

    assert [(one.label, one.raw) for one in document.notes] == [("1", "B. Finch, 2004.")]
    assert [one.label for one in document.markers] == ["1"]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<span class="pagenum"><a id="Page_12">[Pg 12]</a></span>', id="page of a printed book"),
        pytest.param('<sup class="noprint Inline-Template">[<i>citation needed</i>]</sup>', id="word of an editor"),
        pytest.param('<span class="mw-editsection">[<a href="/e">edit</a>]</span>', id="button to edit"),
        pytest.param('<a class="headerlink" href="#weir">¶</a>', id="link to the place itself"),
    ],
)
def test_leaves_out_what_is_no_part_of_the_text(markup: str) -> None:
    """What a site puts into the text is no word of its author's, and would be a part of the claim."""
    assert read(f"<p>The weir{markup} gave way.</p>").blocks[0].text == "The weir gave way."


def test_reads_a_table_of_notes_whose_numbers_lead_back() -> None:
    """A plug-in sets its notes as a table, an arrow before each number, and repeats them in pop-ups."""
    rows = "".join(
        f'<tr><th><a class="footnote_backlink"><span>↑</span>{n}</a></th><td>B. Finch, vol. {n}, 2004.</td></tr>'
        for n in (1, 2)
    )
    document = read(
        '<p>The weir gave way.<span><a role="button"><sup>[1]</sup></a><span class="footnote_tooltip">B. Fin</span>'
        "</span> It was rebuilt.<sup>[2]</sup></p><div><p>References</p></div><table><caption>References</caption>"
        f"<tbody>{rows}</tbody></table>"
    )

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "B. Finch, vol. 1, 2004."),
        ("2", "B. Finch, vol. 2, 2004."),
    ]
    assert document.blocks[0].text == "The weir gave way. It was rebuilt."


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", '<span class="sidenote">', "</span>", "<span>", "words ", "<sup>1</sup>", "<div>", "</div>"]
        )
    ).map("".join)
)
def test_with_a_note_within_the_text_left_open_each_word_is_kept_once(text: str) -> None:
    """Whatever is left open: each word is in the body, in a note, or behind them, and once."""
    document = read(f"begin {text} end")
    blocks = (*document.blocks, *document.loose)
    kept = " ".join([*(block.text for block in blocks), *(note.raw for note in document.notes)])

    assert kept.count("words") == text.count("words ")


def test_takes_a_line_end_of_the_source_for_a_blank() -> None:
    """Only a break that people see begins a line: what a wrapped source puts on two lines is one note."""
    document = read(
        "<p>The weir gave way.<sup>1</sup></p><h2>References</h2><ol><li>Finch, Ben (2004).\nRivers of Wool, "
        "the flood of 1907. Glen Press.</li></ol>"
    )

    assert [one.raw for one in document.notes] == ["Finch, Ben (2004). Rivers of Wool, the flood of 1907. Glen Press."]


def test_reads_a_link_whose_words_are_a_key_in_brackets() -> None:
    """Books made with Sphinx cite by the key of a source, which stands in a list of its own without a heading."""
    document = read(
        '<p>The weir gave way.<a class="reference internal" href="#finch2004" id="id2"><span>[Finch2004]</span></a> '
        'It was rebuilt.</p><div class="citation" id="finch2004" role="doc-biblioentry"><span class="label">[<a '
        'role="doc-backlink" href="#id2">Finch2004</a>]</span><p>B. Finch, Rivers of Wool, 2004.</p></div>'
    )

    assert [(one.label, one.raw) for one in document.notes] == [("Finch2004", "B. Finch, Rivers of Wool, 2004.")]
    assert document.blocks[0].text == "The weir gave way. It was rebuilt."


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("<sup>, </sup>", id="a comma, raised"),
        pytest.param("; ", id="a semicolon"),
    ],
)
def test_what_divides_two_markers_is_no_part_of_the_sentence(between: str) -> None:
    """Editors set a comma between two labels; left behind, it would end the claim."""
    document = read(
        f'<p>The weir gave way<sup><a href="#fn1">1</a></sup>{between}<sup><a href="#fn2">2</a></sup>.</p>'
        '<ol><li id="fn1">B. Finch, 2004.</li><li id="fn2">A. Quill, 2019.</li></ol>'
    )

    assert document.blocks[0].text == "The weir gave way."
    assert [one.label for one in document.markers] == ["1", "2"]


FINCH = "B. Finch, Rivers of Wool, 2004"


@pytest.mark.parametrize(
    ("marker", "notes"),
    [
        pytest.param(
            '<sup><a href="#fn__1" id="fnt__1" class="fn_top">1)</a></sup>',
            '<div class="footnotes"><div class="fn"><sup><a href="#fnt__1" id="fn__1" class="fn_bot">1)</a></sup> '
            f'<div class="content">{FINCH}</div></div></div>',
            id="a wiki whose names of markers look like those of notes",
        ),
        pytest.param(
            '<a href="#s1" aria-describedby="l"><span class="hidden">Footnote </span>1</a>',
            f'<ol><li id="s1">{FINCH}</li></ol>',
            id="a word for those who listen",
        ),
        pytest.param("<sup>1.</sup>", f"<p><sup>1.</sup> {FINCH}</p>", id="a stop behind the raised figure"),
        pytest.param("<sup>1, p. 34</sup>", f"<h2>Notes</h2><ol><li>{FINCH}</li></ol>", id="a page behind it"),
        pytest.param(
            '<a href="#n1">[1]</a>',
            f'<h2>Notes</h2><table><tr><td id="n1">1.</td><td>{FINCH}</td></tr></table>',
            id="a table",
        ),
        pytest.param(f'<sup><a data-toggle="popover" data-content="{FINCH}">1</a></sup>', "", id="a pop-up"),
        pytest.param(
            '<a id="return-1" href="#note-1"><sup>[1]</sup></a>',
            f'<ol><li id="note-1">{FINCH} [<a href="#return-1">back</a>]</li></ol>',
            id="a way back in brackets",
        ),
        pytest.param(
            '<sup><a href="#R1">1</a></sup>',
            f'<h2>References</h2><ul><li id="R1"><span class="label">1.</span><cite>{FINCH}</cite> '
            '[<a href="https://doi.example/1">DOI</a>] [<a href="https://s.example/1">Google Scholar</a>]</li></ul>',
            id="a journal that adds links to searches",
        ),
    ],
)
def test_reads_the_hands_of_sites(marker: str, notes: str) -> None:
    """Each site builder has its own way; the note is the same."""
    document = read(f"<p>The weir gave way.{marker} It was rebuilt, and the town paid for it.</p>{notes}")

    assert [(one.label, one.raw) for one in document.notes] == [("1", FINCH)]
    assert [one.label for one in document.markers] == ["1"]
    assert document.blocks[0].text == "The weir gave way. It was rebuilt, and the town paid for it."


def test_keeps_of_the_links_of_a_journal_the_one_to_the_source() -> None:
    """A search for a title is no page that could carry the claim; the link of the DOI is."""
    document = read(
        '<p>The weir gave way.<sup><a href="#R1">1</a></sup></p><h2>References</h2><ol><li id="R1"><p>B. Finch, Rivers '
        'of Wool, 2004</p><p><a href="https://pubmed.example/7">PubMed</a> <a href="https://doi.org/10.1234/wool">'
        'CrossRef</a> <a href="https://scholar.example/1">Google Scholar</a></p></li></ol>'
    )

    assert [(one.raw, one.urls) for one in document.notes] == [(FINCH, ("https://doi.org/10.1234/wool",))]


def test_leaves_what_readers_wrote_below_out() -> None:
    """Their lists are no notes, and what they say needs none."""
    document = read(
        f"<p>The weir gave way.[1]</p><p>[1] {FINCH}</p><div id='comments'><div><ol><li>I think [1] is wrong.</li></ol>"
        "</div></div><p>End.</p>"
    )

    assert [one.raw for one in document.notes] == [FINCH]
    assert [one.label for one in document.markers] == ["1"]


def test_a_note_in_an_attribute_and_behind_its_marker_is_one_note() -> None:
    """Sites give it twice, for pages with scripts and without; a double label would be no fault of the writer."""
    page = (
        '<p>It rained.<sup><a href="javascript:void(0)" title="&lt;em&gt;Rolls&lt;/em&gt;, i.">1</a></sup>'
        '<span role="tooltip" class="modern-footnotes-footnote__note"><em>Rolls</em>, i.</span> It snowed.</p>'
    )

    document = FORMAT.read(page.encode(), name="a.html")

    assert [(note.label, note.raw) for note in document.notes] == [("1", "Rolls, i.")]
    assert [marker.label for marker in document.markers] == ["1"]
