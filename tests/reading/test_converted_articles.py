"""What converters make of notes: lists and code in them, lines broken anywhere, signs that only look alike."""

import pytest

from citations.article import Article, read_article
from citations.document import BlockKind


def read(text: str, name: str) -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


@pytest.mark.parametrize(
    ("name", "text", "notes", "markers"),
    [
        pytest.param(
            "a.adoc",
            "The ferry sank,footnote:[The Courier, 4 March\nS. 1. Reprinted.] in the ice.footnote:[So\n- they say.]\n",
            {"1": "The Courier, 4 March S. 1. Reprinted.", "2": "So - they say."},
            ["1", "2"],
            id="a line within a note begins like a list item",
        ),
        pytest.param(
            "a.adoc",
            "It had two masts.[multiblock footnote omitted] It sank.footnote:[Log.]\n",
            {"1": "Log."},
            ["omitted", "1"],
            id="a note that the converter left out",
        ),
        pytest.param(
            "a.md",
            "It sank.[^[\\[1\\]]{.underline}^](#fn1) It rose.[^[\\[2\\]]{.underline}^](#fn2)\n\n⁂\n\n"
            "1.  Log.\n\n2.  Roll.\n",
            {"1": "Log.", "2": "Roll."},
            ["1", "2"],
            id="raised links that are underlined",
        ),
        pytest.param(
            "a.md",
            "It sank.^[1](#fn:1){.footnote-ref}^ It rose.^[2](#fn:2){.footnote-ref}^\n\n"
            '::: {.footnotes role="doc-endnotes"}\n\n------\n\n'
            "1.  ::: {#fn:1}\n    Log.\n    [↩︎](#fnref:1){.footnote-backref}\n    :::\n"
            "2.  ::: {#fn:2}\n    Roll. [↩︎](#fnref:2){.footnote-backref}\n    :::\n:::\n",
            {"1": "Log.", "2": "Roll."},
            ["1", "2"],
            id="divisions within the items of a list",
        ),
        pytest.param(
            "a.md",
            "It sank ^[\\[1\\]](#fn0f5x)^. It rose.^[\\[2\\]](#fn8lex)^\n\n"
            "1.  ^**[^](#fnref0f5x)**^\n    \n    Log.\n    \n2.  ^**[^](#fnref8lex)**^\n    \n    Roll, 3 May 1911.\n",
            {"1": "Log.", "2": "Roll, 3 May 1911."},
            ["1", "2"],
            id="items that begin with nothing but the way back",
        ),
        pytest.param(
            "a.rst",
            ".. table:: Boats\n\n   +----+------------+\n   | No | Sank. [1]_ |\n   +----+------------+\n"
            "\nIn 1903. [2]_1911\n\n.. [1] Log, http://log.example/a\\_b\\ .\n.. [2] Roll.\n",
            {"1": "Log, http://log.example/a_b.", "2": "Roll."},
            ["1", "2"],
            id="a table within a directive, an escaped blank, a figure behind a reference",
        ),
        pytest.param(
            "a.org",
            "It sank.[fn:1]\n\n[fn:1] The log says:\n\n  #+begin_example\n  all lost\n  #+end_example\n",
            {"1": "The log says: all lost"},
            ["1"],
            id="the lines around a block are no text of the note",
        ),
        pytest.param(
            "a.tex",
            "It sank.\\footnote{The log:\n\n\\begin{verbatim}\nlost[1]\n\\end{verbatim}\n\nNo more.}\n",
            {"1": "The log: lost[1] No more."},
            ["1"],
            id="a listing in a note is a part of it",
        ),
        pytest.param(
            "a.md",
            "It sank.[^1] All live.[^2]\n\n[^1]: Two logs:\n\n    - the mate's\n    1. the cook's\n\n[^2]: Roll.\n",
            {"1": "Two logs: the mate's the cook's", "2": "Roll."},
            ["1", "2"],
            id="a list in a note is a part of it",
        ),
        pytest.param(
            "a.md",
            "## The boat {#boat .x}\n\nIt [sank]{.smallcaps}.[^1]\n\n::: {.remark}\nAll were saved.[^2]\n:::\n\n"
            "[^1]: See <mailto:log@example.org>{.email} and [the log](https://log.example){rel=x}.\n\n[^2]: Roll.\n",
            {"1": "See mailto:log@example.org and the log.", "2": "Roll."},
            ["1", "2"],
            id="attributes of pandoc print nothing",
        ),
        pytest.param(
            "a.xhtml",
            '<p>Five saw it.<a href="#fn1" role="doc-noteref">1</a> It sank.<a href="#fn2" role="doc-noteref">2</a></p>'
            '<aside id="fn1"><p>1 of them lied.</p></aside><aside id="fn2"><p>Log.</p></aside>',
            {"1": "1 of them lied.", "2": "Log."},
            ["1", "2"],
            id="a figure that opens a note is not its label",
        ),
        pytest.param(
            "a.html",
            '<p>Let <span class="math inline"><em>a</em>[1]</span> be.'
            '<a href="#fn1" role="doc-noteref"><sup>1</sup></a> Then c[1] too.'
            '<a href="#fn2" role="doc-noteref"><sup>2</sup></a></p>'
            '<ol><li id="fn1">Proof.</li><li id="fn2">Log.</li></ol>',
            {"1": "Proof.", "2": "Log."},
            ["1", "2"],
            id="formulas, and brackets where links mark every note",
        ),
        pytest.param(
            "a.txt",
            "The row x[1] is 10² high,[1] says print(rows[2]) in\n\nrows[1] = 3\n\nand y² too.[2]\n\n"
            "[1] Proof.\n\n[2] Log.\n",
            {"1": "Proof.", "2": "Log."},
            ["1", "2"],
            id="indices and exponents in plain text",
        ),
        pytest.param(
            "a.md",
            "Let a[2] be.<sup>1</sup> See it there.<sup>2</sup> So it is.<sup>3</sup>\n\n## Notes\n\n"
            "1. Proof.\n\n2. Log.\n\n3. Roll.\n",
            {"1": "Proof.", "2": "Log.", "3": "Roll."},
            ["1", "2", "3"],
            id="brackets where raised figures mark every note",
        ),
        pytest.param(
            "a.txt",
            "Let a[2] be.1 It sank in 1911.2 So it was.3 They drowned in 1912.45 No one knew.6,7 So ends it.\n\n"
            "Notes\n\n1 Proof.\n\n2 Log.\n\n3 Roll.\n\n4 Wall.\n\n5 Stone.\n\n6 Post.\n\n7 Mail.\n",
            {"1": "Proof.", "2": "Log.", "3": "Roll.", "4": "Wall.", "5": "Stone.", "6": "Post.", "7": "Mail."},
            ["1", "2", "3", "4", "5", "6", "7"],
            id="bare figures, behind years, run together and listed, beside a bracket",
        ),
        pytest.param(
            "a.md",
            "It sank,\\[1\\] says [1](https://a.example.org/) and also [2](https://b.example.org/).\n\n"
            "## Notes\n\n1. The log, https://example.org/log\n",
            {"1": "The log, https://example.org/log"},
            ["1"],
            id="numbers that a wiki gives to links without words",
        ),
        pytest.param(
            "a.html",
            '<p>It sank.<a href="#_edn1" name="_ednref1">[1],</a> <a href="#_edn2" name="_ednref2">[2]</a></p>'
            '<div><p><a href="#_ednref1" name="_edn1">[1]</a> Proof.</p>'
            '<p><a href="#_ednref2" name="_edn2">[2]</a> Log.</p></div>',
            {"1": "Proof.", "2": "Log."},
            ["1", "2"],
            id="the comma between two markers within a link",
        ),
        pytest.param(
            "a.html",
            "<p>It sank.<sup>1</sup> All live.<sup>2</sup> So it was.<sup>3</sup></p>"
            "<p><sup>1</sup> <a href='https://example.org/'>Proof</a></p>"
            "<p>.<sup>2</sup> Log.</p><p><sup>3</sup> Roll.</p>",
            {"1": "Proof", "2": "Log.", "3": "Roll."},
            ["1", "2", "3"],
            id="the stop of a note before the label of the next one",
        ),
        pytest.param(
            "a.md",
            "Let cos<sup>2</sup> a be.<sup>1</sup> So sin<sup>2</sup> a is.<sup>2</sup>\n\n## Notes\n\n"
            "1. Proof.\n\n2. Log.\n",
            {"1": "Proof.", "2": "Log."},
            ["1", "2"],
            id="powers of functions",
        ),
        pytest.param(
            "a.txt",
            "渡船沉没。1船长说没有。21911年3月3日。3\n\nNotes\n\n1 甲。\n\n2 乙。\n\n3 丙。\n",
            {"1": "甲。", "2": "乙。", "3": "丙。"},
            ["1", "2", "3"],
            id="a label before a year where sentences have no blanks",
        ),
        pytest.param(
            "a.html",
            '<p>It sank.</p><p><a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
            "<p>All (see Moe's log of 1903"
            '<a href="#fn2" id="fnref2" role="doc-noteref"><sup>2</sup></a> too) were lost.</p>'
            '<ol><li id="fn1">Log.</li><li id="fn2">Moe.</li></ol><pre>x = rows[3]</pre>',
            {"1": "Log.", "2": "Moe."},
            ["1", "2"],
            id="a paragraph that begins with a marker, a name and year around one, code",
        ),
        pytest.param(
            "a.txt",
            "Note\n\nMind the <gap>.\n\nThe boats.\n\nThe crew.\n\n1. They sailed.[1]\n2. They sank.[2]\n\nThe end.\n\n"
            "[1] Log.\n\n[2] Available at\n\nhttps://log.example/2\n",
            {"1": "Log.", "2": "Available at https://log.example/2"},
            ["1", "2"],
            id="a box that reads Note, a numbered list, an address in its own block at the end",
        ),
        pytest.param(
            "a.org",
            "[fn:1] So it began.\n\nIt was said\n[fn:2] and done.\n\n"
            "[fn:1] #+begin_src json\n  {}\n  #+end_src\n\n[fn:2] Log.\n",
            {"1": "{}", "2": "Log."},
            ["1", "2"],
            id="markers that the converter put at the head of a line",
        ),
        pytest.param(
            "a.adoc",
            "Of 44 U.S.C. (a)(C).footnote:[See (a)(C) and ++]++ (C) there.]\n",
            {"1": "See (a)(C) and ] © there."},
            ["1"],
            id="a bracket that is passed through, a letter that is no sign",
        ),
        pytest.param(
            "a.wiki",
            "It <code>a &lt; b</code> sank.<ref>See <pre>&amp;lt; &quot;</pre></ref>\n",
            {"1": 'See &lt; "'},
            ["1"],
            id="entities in verbatim text",
        ),
        pytest.param(
            "a.rst",
            "It sank :raw-latex:`\\cite{x}` here. [1]_So it was.\n\n.. [1]\n\n   .. code:: json\n\n      {}\n",
            {"1": "{}"},
            ["1"],
            id="raw text, a reference without a blank behind it, a directive within a note",
        ),
        pytest.param(
            "a.html",
            '<ol><li id="footnote-3">Log.</li><li id="footnote-4">Roll.</li></ol><div><p>It sank.'
            '<sup><a href="#footnote-3">1</a></sup> All live.<sup><a href="#footnote-4">2</a></sup></p></div>',
            {"1": "Log.", "2": "Roll."},
            ["1", "2"],
            id="notes before the text, under numbers of their own",
        ),
        pytest.param(
            "a.html",
            "<h2>Literature</h2><p>Her first novel came out in 1911 (https://a.example)."
            '<a href="#fn1" role="doc-noteref">1</a></p><h2>Notes</h2><ol><li id="fn1">Log.</li></ol>',
            {"1": "Log."},
            ["1"],
            id="a chapter on literature is no list of it",
        ),
        pytest.param(
            "a.md",
            "# Footnotes\n\nIt sank.^[In the log.]\n\n> All live.^[In the roll.]\n\n- So they say.[^x]\n\n[^x]: Who?\n",
            {"^1": "In the log.", "^2": "In the roll.", "x": "Who?"},
            ["^1", "^2", "x"],
            id="text under a heading for notes, between notes by syntax",
        ),
        pytest.param(
            "a.wiki",
            "It sank.<ref>{{unheard of|unit=cd|3520}}</ref> All live.<ref name=roll/>\n\n"
            "{{Reflist|\n<ref name=roll>The roll.</ref>\n}}\n",
            {"1": "unheard of unit=cd 3520", "2": "The roll."},
            ["1", "2"],
            id="a template that nobody knows, notes in the list of notes",
        ),
        pytest.param(
            "a.txt",
            "It sank (Roe 1911).1 All live.[^7] So (Doe 1912) it is said.2 It was.3 Roe (1913), Falk (1914) deny it.4"
            "\n\nNotes\n\n1 Log.\n\n2 Roll.\n\n3 Wall.\n\n4 Post.\n",
            {"1": "Log.", "2": "Roll.", "3": "Wall.", "4": "Post."},
            ["1", "7", "2", "3", "4"],
            id="bare figures beside names and years, and a marker without a note",
        ),
        pytest.param(
            "a.md",
            "[It sank.]{.c1}^[\\[1\\]](#log){#way1},\\ [\\[2\\]](#roll){#way2}^ All live."
            "[3](#post){#way3\n.footnote-anchor}\n\n"
            "[\\[1\\]](#way1){#log}[ ]{.c0}Log.\n\n[\\[2\\]](#way2){#roll}[ ]{.c0}Roll.\n\n"
            '[3](#way3){#post .footnote-number\ncontenteditable="false"}\n\nPost.\n',
            {"1": "Log.", "2": "Roll.", "3": "Post."},
            ["1", "2", "3"],
            id="names in attributes, which may be broken, and raised links in a row",
        ),
        pytest.param(
            "a.md",
            'It sank.<sup>[1](#_fd1)</sup> It rose.<sup>[2](#_fd2)</sup>\n\n<div id="_fd1" class="footnote">\n\n'
            '[1](#_fref1). Log.\n\n</div>\n\n<div id="_fd2" class="footnote">\n\n[2](#_fref2). Roll.\n\n</div>\n',
            {"1": "Log.", "2": "Roll."},
            ["1", "2"],
            id="a name on a line of its own",
        ),
        pytest.param(
            "a.md",
            "It rose.<sup>[\\[1\\]](#cn-1)</sup> It fell.<sup>[\\[2\\]](#cn-2)</sup>\n\n## References\n\n"
            '1.  <span id="cn-1">^\n    [<sup>***a***</sup>](#cite_ref-1_0)\n    [<sup>***b***</sup>](#cite_ref-1_1)\n'
            '    Log.\n    \\[<a href="https://doi.example/1"\n    class="x">DOI</a>\\]\n'
            '    \\[<a href="https://pub.example/1">PubMed</a>\\]</span>\n2.  <span id="cn-2">^ Roll.</span>\n',
            {"1": "Log.", "2": "Roll."},
            ["1", "2"],
            id="ways back and links to pages at the heads of lines",
        ),
        pytest.param(
            "a.org",
            "It sank.^{[[#log][[1]]]} All live.^{[[#roll][[2]]]}\n\n* Notes\n\n[1] Log.\n\n[2] Roll.\n",
            {"1": "Log.", "2": "Roll."},
            ["1", "2"],
            id="raised links of Org",
        ),
        pytest.param(
            "a.adoc",
            "[.c0]##It sank.##^link:#log[++[++1++]++]^[.c0]## All live.##^link:#roll[++[++2++]++]^\n\n"
            "== Notes\n\n[1] [.c5]#Log#.\n\n[2] Roll.\n",
            {"1": "Log.", "2": "Roll."},
            ["1", "2"],
            id="raised links of AsciiDoc",
        ),
        pytest.param(
            "a.txt",
            "It sank.^([1]) Both live,^(2,3) so 2^(10) is said.\n\n^([1]) Log.\n\n^([2]) Roll.\n\n^([3]) Post.\n",
            {"1": "Log.", "2": "Roll.", "3": "Post."},
            ["1", "2", "3"],
            id="raised labels in brackets behind a circumflex",
        ),
        pytest.param(
            "a.txt",
            "船沉了[i]，有人說[ii]他們都活著[iii]。\n\n註釋\n\n[i] 航海日誌。\n\n[ii] 名冊。\n\n[iii] 信。\n",
            {"i": "航海日誌。", "ii": "名冊。", "iii": "信。"},
            ["i", "ii", "iii"],
            id="letters in brackets before Chinese, which has no small ones",
        ),
        pytest.param(
            "a.txt",
            "La part était de 12,7 %1. Elle tomba2, et 5 %3 restent.\n\nNotes\n\n1. Log.\n\n2. Roll.\n\n3. Post.\n",
            {"1": "Log.", "2": "Roll.", "3": "Post."},
            ["1", "2", "3"],
            id="figures behind shares",
        ),
        pytest.param(
            "a.md",
            "It sank[\\[a\\]](#cite_note-2) in March.[\\[1\\]](#cite_note-1) All live."
            "[\\[2\\]](#cite_note-Roll_x-3)\n\n## Notes\n\n1.  **[^](#cite_ref-2)** Or was sunk.\n\n"
            "## References\n\n1.  **[^](#cite_ref-1)** Log.\n"
            "2.  ^ [_**a**_](#cite_ref-Roll_x_3-0) [_**b**_](#cite_ref-Roll_x_3-1) Roll.\n",
            {"a": "Or was sunk.", "1": "Log.", "2": "Roll."},
            ["a", "1", "2"],
            id="names that only the ways back tell",
        ),
        pytest.param(
            "a.adoc",
            "It sank.^1^ All live.^2^ So they say.^3^\n\n== References\n\n. Log, 1911.\n+\nhttps://log.example/1[Page]\n"
            ". Roll, 1912.\n+\nhttps://log.example/2[Page]\n. Post, 1913.\n",
            {"1": "Log, 1911. Page", "2": "Roll, 1912. Page", "3": "Post, 1913."},
            ["1", "2", "3"],
            id="paragraphs that belong to the items of a counted list",
        ),
        *(
            pytest.param(
                name,
                f"{head}It sank.[ref]The log.[/ref][ref]The roll.[/ref] All[fn id=3]The post.[/fn] live.{end}",
                {"^1": "The log.", "^2": "The roll.", "^3": "The post."},
                ["^1", "^2", "^3"],
                id=f"shortcodes of blogs in {name}",
            )
            for name, head, end in (("a.md", "", "\n"), ("a.txt", "", "\n"), ("a.html", "<p>", "</p>"))
        ),
        pytest.param(
            "a.txt",
            "It sank in March.1 All live, they say.2 So it was.3\n\n1Holm, Log, 1911.\n\n2“Roll,” The Post, 1912.\n\n"
            "3O’Dwyer, Letters, 1913.\n",
            {"1": "Holm, Log, 1911.", "2": "“Roll,” The Post, 1912.", "3": "O’Dwyer, Letters, 1913."},
            ["1", "2", "3"],
            id="labels right before their texts",
        ),
    ],
)
def test_reads_what_the_converter_wrote(name: str, text: str, notes: dict[str, str], markers: list[str]) -> None:
    """Every note is whole, every marker has its note, and nothing else is taken for one."""
    article = read(text, name)

    assert {note.label: note.raw for note in article.notes} == notes
    assert [marker.label for marker in article.markers] == markers
    assert not any("#" in block.text for block in article.blocks)


def test_leaves_the_comments_of_obsidian_out() -> None:
    """They are for the writer alone; a program that has their sign keeps it."""
    text = "It sank. %% check [^9] %% All live.\n\n%%\nAsk Anna.[^8]\n%%\n\nThe `%%time` of 50%% is so.[^1]\n"

    article = read(f"{text}\n[^1]: Log.\n", "a.md")

    assert [block.text for block in article.blocks] == ["It sank. All live.", "The %%time of 50%% is so."]
    assert [marker.label for marker in article.markers] == ["1"]


def test_leaves_the_names_of_blocks_out_of_the_text() -> None:
    """Readers see neither the classes of a heading nor the lines that open and close a division."""
    article = read(
        "# A boat {#boat}\n\n::: note\nIt sank.\n:::\n\n+---+---+\n| a | b |\n+===+===+\n\nTerm\n\n:   Its sense.\n",
        "a.md",
    )

    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.HEADING, "A boat"),
        (BlockKind.PARAGRAPH, "It sank."),
        (BlockKind.CELL, "a"),
        (BlockKind.CELL, "b"),
        (BlockKind.HEADING, "Term"),
        (BlockKind.ITEM, "Its sense."),
    ]


@pytest.mark.parametrize(
    ("target", "url"),
    [
        pytest.param("https://log.example/a\\_b", "https://log.example/a_b", id="underscores escaped"),
        pytest.param(
            "https://log.example/of-\nthe-\n  boat", "https://log.example/of-the-boat", id="broken at hyphens"
        ),
    ],
)
def test_mends_the_target_of_a_link(target: str, url: str) -> None:
    """A converter that escapes addresses, or wraps them like words, makes no other address of them."""
    article = read(f"It sank.[^1]\n\n[^1]: [The log]({target}).\n", "a.md")

    assert [(note.raw, note.records[0].url) for note in article.notes] == [("The log.", url)]
