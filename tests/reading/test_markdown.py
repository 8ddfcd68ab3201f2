"""Markdown: blocks, inline markup and places."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.article import read_article
from citations.document import BlockKind, Document
from citations.formats.markdown import FORMAT


def read(text: str) -> Document:
    """Give the document in this text."""
    return FORMAT.read(text.encode(), name="a.md")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(
            "> [!NOTE]\n> Dams leak.\n\n> [!tip]- On walls\n> Walls hold.\n",
            [("quote", "Dams leak."), ("quote", "On walls"), ("quote", "Walls hold.")],
            id="boxes",
        ),
        pytest.param(
            "Tasks:\n\n- [x] See the dam.\n- [ ] See the wall.\n",
            [("paragraph", "Tasks:"), ("item", "See the dam."), ("item", "See the wall.")],
            id="tasks, done or not",
        ),
        pytest.param(
            "# A\n\nText *with* __marks__.\n", [("heading", "A"), ("paragraph", "Text with marks.")], id="marks"
        ),
        pytest.param(
            "Title\n=====\n\nText\nover lines.\n",
            [("heading", "Title"), ("paragraph", "Text over lines.")],
            id="setext",
        ),
        pytest.param("> Quoted\n> words.\n", [("quote", "Quoted words.")], id="quotation"),
        pytest.param("- one is\n- two are\n", [("item", "one is"), ("item", "two are")], id="list"),
        pytest.param("Text here.\n\n```\ncode [1]\n```\n", [("paragraph", "Text here.")], id="code"),
        pytest.param(
            "Text here.\n\n```\n\nMore text.\n",
            [("paragraph", "Text here."), ("paragraph", "```"), ("paragraph", "More text.")],
            id="code that never ends",
        ),
        pytest.param(
            "Here.\n\n~~~~ x\ncode\n~~~\nmore\n~~~~\n\nThere.\n",
            [("paragraph", "Here."), ("paragraph", "There.")],
            id="code in longer fences",
        ),
        pytest.param("A [link](https://a.example) here.\n", [("paragraph", "A link here.")], id="link"),
        pytest.param(
            "snake_case and 2 * 3 * 4 stay.\n", [("paragraph", "snake_case and 2 * 3 * 4 stay.")], id="no marks"
        ),
        pytest.param("AT&amp;T &mdash; so.\n", [("paragraph", "AT&T — so.")], id="entities"),
        pytest.param("An ![image](a.png) here.\n", [("paragraph", "An here.")], id="image"),
        pytest.param("Seen <!-- not\nseen --> here.\n", [("paragraph", "Seen here.")], id="comment"),
    ],
)
def test_gives_blocks_as_a_reader_sees_them(text: str, blocks: list[tuple[str, str]]) -> None:
    """Markup is gone, the words are all there."""
    assert [(block.kind.value, block.text) for block in read(text).blocks] == blocks


def test_every_character_knows_its_place() -> None:
    """Line and column in the file, also behind markup, entities and line ends."""
    text = "Some *words* &amp; more\nof them here."
    (block,) = read(text).blocks

    assert block.text == "Some words & more of them here."
    for word, line, column in (
        ("Some", 1, 1),
        ("words", 1, 7),
        ("&", 1, 14),
        ("more", 1, 20),
        ("of", 2, 1),
        ("here", 2, 9),
    ):
        position = block.position_at(block.text.index(word))
        assert (position.line, position.column) == (line, column)


def test_joins_a_paragraph_that_a_blank_line_broke() -> None:
    """Converters break sentences; the join is told as an oddity, and the second half keeps its place."""
    document = read("They went on to cut the boat without\n\nany discussion.[^1]\n\n[^1]: A\n")

    assert [block.text for block in document.blocks] == ["They went on to cut the boat without any discussion."]
    assert [(oddity.kind, oddity.line) for oddity in document.oddities] == [("broken-paragraph", 3)]
    assert document.blocks[0].position_at(37).line == 3
    assert document.markers[0].offset == len(document.blocks[0].text)


def test_hidden_link_targets_of_a_note_are_kept() -> None:
    """The words of the note do not show them, and yet they are what it cites."""
    (note,) = read("So.[^1]\n\n[^1]: Holt, [Oil](https://a.example/oil), <https://b.example>.\n").notes

    assert note.raw == "Holt, Oil, https://b.example."
    assert note.urls == ("https://a.example/oil",)


def test_tells_a_link_text_from_its_target() -> None:
    """A link that shows one address and leads to another misleads the reader."""
    document = read("So.[^1]\n\n[^1]: See [https://a.example/x](https://b.example/y).\n")

    assert [oddity.kind for oddity in document.oddities] == ["link-text"]


def test_a_link_to_an_archived_copy_may_show_the_address_of_the_page() -> None:
    """Law reviews print the page's address and let it lead to the copy that will last."""
    document = read("Text.[^1]\n\n[^1]: Berg, [https://herald.example/a](https://perma.cc/AB12-CD34)\n")

    assert not document.oddities


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 50_000, id="open brackets"),
        pytest.param("[a](" * 20_000, id="cut links"),
        pytest.param("*a_" * 30_000, id="emphasis"),
        pytest.param("".join("`" * size + " " for size in range(400)), id="backticks"),
        pytest.param("<!--" * 30_000, id="comments"),
        pytest.param("[mfn]a[/mfn] " * 6_000, id="shortcodes"),
        pytest.param('{{< fn "a b" >}} ' * 6_000, id="shortcodes with their note"),
        pytest.param("{% highlight c %}\n" * 10_000, id="code that never ends"),
        pytest.param("[[ab|" * 30_000, id="links of wikis never closed"),
        pytest.param("\n\n".join(["Word [^1] here."] * 3_000) + "\n\n[^1]: A\n", id="one label thousands of times"),
    ],
)
def test_hostile_markup_takes_bounded_time(text: str) -> None:
    """Each of these once made some reader of Markdown run for minutes."""
    started = time.process_time()

    read(text)

    assert time.process_time() - started < 10


@settings(max_examples=100)
@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]) | st.sampled_from("\n\r\t\f"), max_size=400))
def test_any_text_gives_a_document(text: str) -> None:
    """No text raises; headings have levels, and no block is without a place."""
    for block in read(f"x\n{text}").blocks:
        assert block.position.line >= 1
        assert (block.kind is BlockKind.HEADING) == (block.level > 0)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("{{< sidenote >}}NOTE{{< /sidenote >}}", id="a shortcode of Hugo"),
        pytest.param('{{% footnote id="a" %}}\nNOTE\n{{% /footnote %}}', id="a shortcode on lines of its own"),
        pytest.param('{{< fn "NOTE" >}}', id="a shortcode with the note as its argument"),
        pytest.param("{% sidenote 'sn-1' 'NOTE' %}", id="a tag of Jekyll"),
        pytest.param("{% sidenote %}NOTE{% endsidenote %}", id="a tag of Liquid with its end"),
        pytest.param("[mfn]NOTE[/mfn]", id="a shortcode of WordPress"),
        pytest.param('[footnote id="x"]NOTE[/footnote]', id="another one"),
        pytest.param("[ref]NOTE[/ref]", id="a tag of Pelican"),
        pytest.param("<d-footnote>NOTE</d-footnote>", id="an element of Distill"),
        pytest.param("<Footnote>NOTE</Footnote>", id="an element of MDX"),
        pytest.param(
            '<label for="s1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s1" '
            'class="margin-toggle"/><span class="sidenote">NOTE</span>',
            id="a sidenote in HTML",
        ),
    ],
)
def test_reads_the_note_that_a_tag_holds(markup: str) -> None:
    """Site builders have tags for notes, and the note stands where its marker would: it is no part of the claim."""
    note = "B. Finch, *Rivers of Wool* (Glen Press, 2004), <https://glen.example/wool>"
    article = read_article(f"The weir gave way.{markup.replace('NOTE', note)} It was rebuilt.\n".encode(), name="a.md")

    assert [block.text for block in article.blocks] == ["The weir gave way. It was rebuilt."]
    assert [one.records[0].url for one in article.notes] == ["https://glen.example/wool"]
    assert article.notes[0].records[0].title == "Rivers of Wool"
    assert [(claim.labels, claim.text) for claim in article.claims] == [(("^1",), "The weir gave way.")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param('The frontier {{< sidenote "towns" >}}of 1907{{< /sidenote >}} grew.', "The frontier towns grew.",
                     id="words that the note hangs on"),
        pytest.param("See the [[Old weir|weir]] and the [[mill]].", "See the weir and the mill.", id="links of a wiki"),
        pytest.param("It gave way.\n\n![[weir.png]]\n\nSo.", "It gave way. So.", id="a picture put in"),
        pytest.param("import Box from '@site/box'\n\nIt gave way.", "It gave way.", id="a part loaded"),
        pytest.param("(weir)=\n# Weir\n\nIt gave way.", "Weir It gave way.", id="a name for a heading"),
        pytest.param("It says [note] here.", "It says [note] here.", id="a word in brackets"),
        pytest.param("{{< toc >}}\n\nIt {% include ad.html %}gave way.", "It gave way.", id="what a builder puts in"),
        pytest.param("{{% notice tip %}}\nIt gave way.\n{{% /notice %}}", "It gave way.", id="a box of a builder"),
        pytest.param("So.\n\n{% highlight c %}\n\na[1]\n{% endhighlight %}", "So.", id="code of Jekyll"),
        pytest.param("{{< highlight go >}}\na[1]\n{{< / highlight >}}\n\nSo.", "So.", id="code of Hugo"),
        pytest.param("It gave way. ^weir-1", "It gave way.", id="a name for a paragraph"),
        pytest.param("It gave way at x ^2", "It gave way at x ^2", id="a power at the end"),
        pytest.param("Rows <span>of <span>spans</span></span> stay.", "Rows of spans stay.", id="spans"),
    ],
)  # fmt: skip
def test_shows_what_tags_and_links_of_other_kinds_print(text: str, shown: str) -> None:
    """Claims are what readers see, not how a site is built."""
    document = FORMAT.read(text.encode(), name="a.md")

    assert " ".join(block.text for block in document.blocks if block.text) == shown


def test_reads_roles_of_keys_as_citations_of_a_database() -> None:
    """Books made with MyST cite by a role; the key is that of the BibTeX file beside the article."""
    bib = b"@book{finch2004, author = {Finch, Ben}, title = {Rivers of Wool}, year = 2004}"
    article = read_article(b"The weir gave way {cite:p}`finch2004`.\n", name="a.md", notes_files=[("refs.bib", bib)])

    assert [(claim.labels, claim.text) for claim in article.claims] == [(("finch2004",), "The weir gave way.")]


@given(
    st.lists(
        st.sampled_from(["{{< fn >}}", "{{< /fn >}}", '{{< fn "a b" >}}', "[mfn]", "[/mfn]", "<span class='sidenote'>",
                         "</span>", "word ", "*", "`", "[", "^[", "]", "[[a b|c]]", "\n"])
    ).map("".join)
)  # fmt: skip
def test_whatever_tags_are_left_open_each_word_is_kept_once(text: str) -> None:
    """A tag that nothing closes is text as it stands."""
    document = FORMAT.read(f"begin {text} end".encode(), name="a.md")
    kept = " ".join([*(block.text for block in document.blocks), *(note.raw for note in document.notes)])

    assert kept.count("word") == text.count("word ")


def test_reads_the_numbers_of_a_list_in_html() -> None:
    """Converters leave lists of notes in HTML, where the numbers are not printed in the source."""
    document = FORMAT.read(
        b'The weir gave way.<sup>1</sup> It was rebuilt.<sup>5</sup>\n\n<ol class="notes">\n<li>Quill, Stones, 2019.\n'
        b'More of it.</li>\n</ol>\n<ol start="5"><li>Finch, Rivers, 2004.</li></ol>\n',
        name="a.md",
    )

    assert [(one.label, one.raw) for one in document.notes] == [
        ("1", "Quill, Stones, 2019. More of it."),
        ("5", "Finch, Rivers, 2004."),
    ]
    assert [one.label for one in document.markers] == ["1", "5"]


@pytest.mark.parametrize(
    ("words", "url"),
    [
        pytest.param(
            "https://log.example/of-1911_-the-_-boat_-2", "https://log.example/of-1911_-the-_-boat_-2", id="bare"
        ),
        pytest.param("_https://log.example/a_", "https://log.example/a", id="in italics as a whole"),
        pytest.param("**www.log.example/a_b/**", "http://www.log.example/a_b/", id="in bold type, without a scheme"),
    ],
)
def test_no_sign_within_an_address_is_emphasis(words: str, url: str) -> None:
    """An address without its underscores leads nowhere."""
    article = read_article(f"It sank.[^1]\n\n[^1]: The Log, {words}.\n".encode(), name="a.md")

    assert [record.url for note in article.notes for record in note.records] == [url]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("It sank. ==It rose.== It left.", ["It sank. It rose. It left."], id="sentences"),
        pytest.param("(==half== of it)", ["(half of it)"], id="a word"),
        pytest.param("if a == b or c==d then e==f", ["if a == b or c==d then e==f"], id="signs of programs"),
        pytest.param("a ==b", ["a ==b"], id="not closed"),
    ],
)
def test_words_marked_as_with_a_pen_are_text(text: str, blocks: list[str]) -> None:
    """The signs hid the end of a sentence, so that the claim of the note behind it was two sentences long."""
    assert [block.text for block in read(text).blocks] == blocks


def test_properties_of_blocks_are_no_text() -> None:
    """Logseq keeps them in lines of their own, below the words that they belong to."""
    document = read("- It sank.[^1]\n  id:: 64af-1\n  collapsed:: true\n  - It rose.\n    hl-page:: 7\n\n[^1]: Log.\n")

    assert [block.text for block in document.blocks] == ["It sank.", "It rose."]


def test_code_below_the_last_note_is_no_part_of_it() -> None:
    """A page of Quarto often ends with code; indented code belongs to the note."""
    below = read("It sank.[^1]\n\n[^1]: Log, 1911.\n\n```{r}\nlog[1]\n```\n")
    within = read("It sank.[^1]\n\n[^1]: Log, 1911.\n\n    ```\n    log[1]\n    ```\n")

    assert [note.raw for note in below.notes] == ["Log, 1911."]
    assert [note.raw for note in within.notes] == ["Log, 1911. log[1]"]
