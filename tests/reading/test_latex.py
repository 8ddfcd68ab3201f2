"""LaTeX: footnotes and endnotes as printed, references by key, clean prose with places."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.article import read_article
from citations.document import BlockKind, Document
from citations.formats.latex import FORMAT
from citations.records import NoteKind

CASE = Path(__file__).parents[1] / "cases" / "articles" / "well.tex"


def read(text: str) -> Document:
    """Read LaTeX."""
    return FORMAT.read(text.encode(), name="article.tex")


@pytest.fixture(scope="module")
def well() -> Document:
    """The article with every form of note in it."""
    return FORMAT.read(CASE.read_bytes(), name=str(CASE))


def test_reads_every_kind_of_note(well: Document) -> None:
    """Numbers go by the counter and its notation, references by their keys."""
    assert [(one.label, one.raw) for one in well.notes] == [
        ("i", "J. Doe, “Deep wells,” Gazette, 3 May 2019, https://wells.example/a_b%20c#top."),
        ("ix", "See the report, p. 4."),
        ("ii", "The ledger says 312."),
        ("iii", "Outer."),
        ("iv", "Inner."),
        ("v", "Photo: Roe."),
        ("1", "Private letter."),
        ("doe", "J. Doe, On wells, 2001."),
        ("roe", "R. Roe. On Öl. https://roe.example"),
    ]
    assert well.notes[1].urls == ("https://dig.example/report#p2",)


def test_finds_every_marker_in_reading_order(well: Document) -> None:
    """A mark without text, a repeated one and two keys in one command are markers."""
    assert [one.label for one in well.markers] == ["i", "ii", "ix", "doe", "roe", "1", "ix", "iii", "v"]


def test_gives_clean_prose(well: Document) -> None:
    """Commands, comments and verbatim text are gone; signs and accents are what is printed."""
    texts = [one.text for one in well.blocks]

    assert well.title == "The Well of Nether Wallop"
    assert (
        "The well is 41 m deep, deeper than any in Nether Wallop. It cost $300 – or more. Later work found café"
        in texts[1]
    )
    assert texts[1].endswith("cups and straße signs.")
    assert "As Doe wrote: ‘it was dry’. The formula a^2 holds." in texts
    assert [(one.kind, one.text) for one in well.blocks if one.kind is not BlockKind.PARAGRAPH] == [
        (BlockKind.HEADING, "The first dig"),
        (BlockKind.QUOTE, "Wells run deep."),
        (BlockKind.ITEM, "One bucket"),
        (BlockKind.ITEM, "Two"),
        (BlockKind.CELL, "Depth"),
        (BlockKind.CELL, "41"),
        (BlockKind.CELL, "Age"),
        (BlockKind.CELL, "\\x"),
        (BlockKind.CAPTION, "The well"),
    ]


def test_leads_back_to_lines_and_columns(well: Document) -> None:
    """Reports point into the source, also after markup was cut out."""
    lines = CASE.read_text().splitlines()
    block = next(one for one in well.blocks if one.text.startswith("The well is"))

    for word in ("deep", "deeper", "cost", "Later", "cups"):
        place = block.position_at(block.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word)


def test_counts_notes_by_chapter_in_books() -> None:
    """A book starts at 1 with each chapter, which makes a list of its own."""
    document = read(
        r"\documentclass{book}\begin{document}\chapter{A}x\footnote{one}\chapter{B}y\footnote{two}\end{document}"
    )

    assert [(one.label, one.chapter, one.raw) for one in document.notes] == [("1", 0, "one"), ("1", 1, "two")]


def test_follows_references_to_notes_by_name() -> None:
    """A note that is named can be cited again; text that is never printed has no notes."""
    document = read(
        r"A\footnote{\label{fn:a}One.} \iffalse B\footnote{no} \fi C\footref{fn:a} D\footnotemark[\ref{fn:a}]."
    )

    assert [(one.label, one.raw) for one in document.notes] == [("1", "One.")]
    assert [one.label for one in document.markers] == ["1", "1", "1"]
    assert document.blocks[0].text == "A C D."


def test_reports_a_bibliography_that_stands_elsewhere() -> None:
    """Without the entries in the file a key is no marker, and nothing is said to be missing."""
    document = read(r"Bees dance \cite{frisch}.")

    assert document.markers == ()
    assert [one.kind for one in document.oddities] == ["bibliography-elsewhere"]
    assert document.blocks[0].text == "Bees dance."


def test_keeps_odd_notes_as_data() -> None:
    """A key without an entry, an entry without a key, a mark without text, a label twice."""
    document = read(
        r"A \cite{x}. B\footnotemark. C\footnote[3]{c} D\footnote[3]{d}"
        r"\begin{thebibliography}{1}\bibitem{y} Y\end{thebibliography}"
    )

    assert [one.label for one in document.markers] == ["x", "1", "3", "3"]
    assert [(one.label, one.raw) for one in document.notes] == [("3", "c"), ("3", "d"), ("y", "Y")]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("{", id="braces"),
        pytest.param("\\footnote{", id="notes left open"),
        pytest.param("\\begin{verbatim}", id="verbatim left open"),
        pytest.param("\\begin{equation}", id="formulas left open"),
        pytest.param("$", id="dollars"),
        pytest.param("\\cite[", id="options left open"),
        pytest.param("\\newcommand{\\a}{\\a}\\a ", id="commands that call themselves"),
        pytest.param("\\bibitem{a} x ", id="entries"),
        pytest.param("\\begin{tablenotes}\\item[a] x ", id="notes of tables"),
        pytest.param("a% b\n", id="comments"),
    ],
)
def test_reads_hostile_repetition_in_linear_time(piece: str) -> None:
    """Ten thousand of anything are read at once; a quadratic walk would take minutes."""
    begin = time.perf_counter()
    read("Word. " + piece * 10_000)

    assert time.perf_counter() - begin < 8


@given(st.text(alphabet="ab \\{}[]%$&~`'-\n\"", max_size=200))
def test_reads_any_text(text: str) -> None:
    """Foreign source gives a document, whatever it is."""
    document = read("x" + text.replace("ab", "\\footnote"))

    for marker in document.markers:
        assert 0 <= marker.offset <= len(document.blocks[marker.block].text)


@pytest.mark.parametrize(
    ("note", "raw", "works"),
    [
        pytest.param(r"\footnote{\cite[12]{lind}.}", "lind, 12.", ("lind",), id="cite in a footnote"),
        pytest.param(r"\footcite[204]{holt}", "holt, 204", ("holt",), id="footcite"),
        pytest.param(r"\footcites[204]{holt}[see][7]{lind}", "holt; lind, 204", ("holt", "lind"), id="footcites"),
        pytest.param(
            r"\footnote{See \textcite{holt} and \cite{lind}.}", "See holt and lind.", ("holt", "lind"), id="two"
        ),
    ],
)
def test_a_footnote_that_cites_the_bibliography_has_its_sources(note: str, raw: str, works: tuple[str, ...]) -> None:
    """Historians cite in footnotes; what is printed there comes out of the bibliography."""
    entries = r"\bibitem{lind} J. Lind, \emph{Salt}, Fjord Press, 1931. \bibitem{holt} O. Holt, \emph{Carts}, 1958."
    listed = rf"\begin{{thebibliography}}{{9}}{entries}\end{{thebibliography}}"
    text = rf"\begin{{document}}So it was.{note} {listed}\end{{document}}"

    first = read_article(text.encode(), name="a.tex").notes[0]

    assert (first.raw, first.kind, first.refers_to) == (raw, NoteKind.BACK_REFERENCE, works)
    assert {"lind": "Salt", "holt": "Carts"}[works[0]] == first.records[0].title


@pytest.mark.parametrize("word", ["parencites", "autocites", "footcites"])
def test_a_list_of_citations_may_have_words_before_and_behind_it(word: str) -> None:
    """They stand in round brackets, as biblatex has it; they are no text of the sentence."""
    document = read(
        rf"It rained\{word}(cf.)(and others)[4]{{holt}}[see][7]{{lind}}. \bibitem{{holt}} H. \bibitem{{lind}} L."
    )

    assert document.blocks[0].text == "It rained."


@pytest.mark.parametrize("note", [r"\footnote{See \cite[88]{holt}.}", r"\footnote{See \textcite[88]{holt}.}"])
def test_a_note_names_its_source_wherever_the_bibliography_stands(note: str) -> None:
    """Most papers keep their entries in another file; without the key the note would say nothing."""
    assert read(rf"It rained.{note}").notes[0].raw == "See holt, 88."


@pytest.mark.parametrize(
    ("ending", "after"),
    [
        pytest.param(r"\xspace", " bees", id="xspace"),
        pytest.param(r"\ ", " bees", id="a blank"),
        pytest.param(r"\,", " bees", id="a thin blank"),
        pytest.param("~", " bees", id="a blank that breaks no line"),
        pytest.param(r"\xspace", ", bees", id="xspace before a comma"),
    ],
)
def test_a_command_that_ends_with_a_blank_prints_it(ending: str, after: str) -> None:
    """Writers end their abbreviations so, and words would run together."""
    assert read(rf"\newcommand{{\eg}}{{e.g.{ending}}} Insects, \eg{after}.").blocks[0].text == f"Insects, e.g.{after}."


@pytest.mark.parametrize(
    ("definition", "note"),
    [
        pytest.param(r"\newcommand{\fn}[1]{\footnote{#1}}", r"\fn{A deed.}", id="an argument"),
        pytest.param("\\newcommand{\\fn}[1]{%\n  \\footnote{%\n  #1}%\n}", r"\fn{A deed.}", id="a line each"),
        pytest.param(r"\newcommand{\fn}[1]{~\footnote {#1}}", r"\fn{A deed.}", id="a blank before it"),
        pytest.param(r"\newcommand*\fn{\footnote}", r"\fn{A deed.}", id="the name alone"),
        pytest.param(r"\let\fn=\footnote", r"\fn{A deed.}", id="let"),
        pytest.param(r"\def\fn#1{\footnote{#1}}", r"\fn{A deed.}", id="def"),
        pytest.param(r"\providecommand{\fn}[2][]{\footnote[#1]{#2}}", r"\fn[1]{A deed.}", id="an option"),
        pytest.param("", r"\tablefootnote{A deed.}", id="in a table"),
    ],
)
def test_reads_notes_by_the_names_that_writers_give_them(definition: str, note: str) -> None:
    """A shorter name for a footnote hides no note."""
    document = read(f"{definition}\n\\begin{{document}}\nIt sank.{note} It was old.\n\\end{{document}}\n")
    assert [(one.label, one.raw) for one in document.notes] == [("1", "A deed.")]
    assert [block.text for block in document.blocks] == ["It sank. It was old."]


def test_reads_citations_by_the_names_that_writers_give_them() -> None:
    """So with a command that cites a page."""
    document = read(
        "\\newcommand{\\src}[2][]{\\cite[#1]{#2}}\n\\begin{document}\nIt sank\\src[4]{berg}.\n"
        "\\begin{thebibliography}{9}\n\\bibitem{berg} Berg, Ferries.\n\\end{thebibliography}\n\\end{document}\n"
    )
    assert [marker.label for marker in document.markers] == ["berg"]


def test_reads_what_german_writers_type() -> None:
    """A straight quotation mark opens their quotation marks and umlauts."""
    document = read(
        "\\usepackage[ngerman]{babel}\n\\begin{document}\n"
        '"`Die Br"ucke"\' sank\\footnote{Stra"se, S. 4.} im "Ol-""hafen.\n\\end{document}\n'
    )
    assert [block.text for block in document.blocks] == ["„Die Brücke“ sank im Öl-hafen."]
    assert [note.raw for note in document.notes] == ["Straße, S. 4."]


def test_prints_the_number_of_a_note_above() -> None:
    """Lawyers point to earlier notes by name, and the reader sees their number."""
    document = read(
        r"It sank.\footnote{A deed.\label{fn:deed}} It burnt (note~\ref{fn:deed})."
        r"\footnote{See note \ref{fn:deed}, at 4.}"
    )
    assert [note.raw for note in document.notes] == ["A deed.", "See note 1, at 4."]
    assert document.blocks[0].text == "It sank. It burnt (note 1)."


def test_boxes_count_their_footnotes_with_letters() -> None:
    """A table in a minipage has its notes below itself; the next note of the text counts on from the last one."""
    boxes = " ".join(rf"\begin{{minipage}}{{9cm}}Forty\footnote{{{note}.}}\end{{minipage}}" for note in ("B", "C"))
    document = read(rf"One\footnote{{A.}}. {boxes} Two\footnote{{D.}}.")

    assert [(one.label, one.raw) for one in document.notes] == [("1", "A."), ("2", "D."), ("a", "B."), ("a", "C.")]
    assert [one.label for one in document.markers] == ["1", "a", "a", "2"]
    assert len({(one.label, one.chapter) for one in document.notes}) == 4


@pytest.mark.parametrize(
    "let", [r"\let\footnote=\endnote", r"\let\footnote\endnote", r"\renewcommand{\footnote}{\endnote}"]
)
def test_footnotes_may_be_made_endnotes(let: str) -> None:
    """So the manual of the package says; all of them count together then."""
    document = read(rf"{let} \begin{{document}}One\footnote{{A.}}. Two\endnote{{B.}}. Three\footnote{{C.}}.")

    assert [(one.label, one.raw) for one in document.notes] == [("1", "A."), ("2", "B."), ("3", "C.")]
    assert [one.label for one in document.markers] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("markup", "text", "labels"),
    [
        pytest.param(r"\enquote{All gone}, he said", "“All gone”, he said", [], id="in a sentence"),
        pytest.param(r"\enquote{He said \enquote{no} twice}", "“He said ‘no’ twice”", [], id="within another"),
        pytest.param(r"\foreignquote{ngerman}{Alles weg}", "“Alles weg”", [], id="in another language"),
        pytest.param(r"\textquote[Wode, 4]{All gone}", "“All gone” Wode, 4", [], id="with its source in words"),
        pytest.param(r"\textcquote[4]{wode}{All gone}", "“All gone”", ["wode"], id="with its key"),
        pytest.param(r"\blockcquote[see][4]{wode}[.]{All gone}", "“All gone”", ["wode"], id="with all options"),
    ],
)
def test_commands_for_quotations_print_quotation_marks(markup: str, text: str, labels: list[str]) -> None:
    """A quotation without its marks would not be looked for word by word."""
    document = read(rf"{markup}. \begin{{thebibliography}}{{1}}\bibitem{{wode}} W.\end{{thebibliography}}")

    assert document.blocks[0].text == f"{text}."
    assert [one.label for one in document.markers] == labels


def test_reads_the_notes_below_a_table() -> None:
    """Their marks stand in its cells, and each table has a list of its own."""
    notes = r"\begin{tablenotes}\item[a] In \emph{kilograms}. \item[b] As Holt says.\end{tablenotes}"
    table = rf"\begin{{threeparttable}}\begin{{tabular}}{{l}}Weight\tnote{{a}} & 165\tnote{{b}}\end{{tabular}}{notes}"
    document = read(rf"{table}\end{{threeparttable}} {table}\end{{threeparttable}} \begin{{itemize}}\item[x] One.")

    assert [one.text for one in document.blocks] == ["Weight", "165", "Weight", "165", "x One."]
    assert [(one.label, one.raw) for one in document.notes] == 2 * [("a", "In kilograms."), ("b", "As Holt says.")]
    assert len({(one.label, one.chapter) for one in document.notes}) == 4
    assert [(one.label, one.chapter) for one in document.markers] == [
        (one.label, one.chapter) for one in document.notes
    ]


@pytest.mark.parametrize(
    "opening", ["textsuperscript{", "enquote{", "emph{", "href{a}{", "footnote{", "textcquote{k}{"]
)
def test_reads_nesting_without_end(opening: str) -> None:
    """Depth is bounded; what lies deeper is passed over."""
    document = read("Word " + f"\\{opening}" * 3000 + "x" + "}" * 3000 + " end.")

    assert document.blocks[-1].text.endswith("end.")


def test_what_heads_a_chapter_is_a_quotation() -> None:
    """Its words and the name below them would run into the first sentence of the chapter."""
    article = read_article(
        rb"\chapter{Salt}\epigraph{We burn it all.}{The overseer\footnote{Chest.}} It rained.", name="a.tex"
    )

    assert [(one.kind, one.text) for one in article.blocks[1:]] == [
        (BlockKind.QUOTE, "We burn it all."),
        (BlockKind.QUOTE, "— The overseer"),
        (BlockKind.PARAGRAPH, "It rained."),
    ]
    assert [one.text for one in article.claims] == ["We burn it all."]


def test_counts_on_from_what_the_writer_sets() -> None:
    """Behind a title with notes of its own the count and its signs are often set anew."""
    document = read(
        r"\title[Mill]{The Mill}\begin{document}It turns.\footnote{A.} \setcounter{footnote}{1}"
        r"\renewcommand{\thefootnote}{\fnsymbol{footnote}} It hums.\footnote{B.}\end{document}"
    )

    assert document.title == "The Mill"
    assert [one.label for one in document.notes] == ["1", "†"]


def test_what_an_environment_is_given_is_no_text() -> None:
    """Words in another script are set by environments in the line, which is one sentence all the same."""
    text = (
        "\\begin{document}\nThe word \\begin{CJK}{UTF8}{min}船\\end{CJK} is a ship.\\footnote{Register.}\n\n"
        "\\begin{theorem}{2}\nIce floats.\n\\end{theorem}\n"
        "\\begin{center}{\\Large It sank.}\\end{center}\n\\end{document}\n"
    )
    document = FORMAT.read(text.encode(), name="a.tex")

    assert [block.text for block in document.blocks] == ["The word 船 is a ship.", "Ice floats.", "It sank."]


def test_side_notes_are_counted_apart_from_footnotes() -> None:
    """A footnote whose text stands below another side note was said to have its label."""
    text = r"It sank.\footnotemark{} It rose.\sidenote{So they say.} It left.\footnotetext{Log, 1911.}"

    document = read(text)

    assert {(note.label, note.raw) for note in document.notes} == {("1", "So they say."), ("1", "Log, 1911.")}
    assert len({(note.label, note.chapter) for note in document.notes}) == 2


@pytest.mark.parametrize(
    ("definition", "name"),
    [
        pytest.param(r"\DefineVerbatimEnvironment{code}{Verbatim}{fontsize=\small}", "code", id="fancyvrb"),
        pytest.param(r"\lstnewenvironment{code}[1][]{\lstset{#1}}{}", "code", id="listings"),
        pytest.param(r"\newtcblisting{code}{listing only}", "code", id="tcolorbox"),
        pytest.param(r"\newtcblisting[auto counter]{code}{listing only}", "code", id="tcolorbox with options"),
        pytest.param("", "quote", id="an example that is set as markup"),
    ],
)
def test_an_example_that_ends_a_document_does_not_end_the_article(definition: str, name: str) -> None:
    """A manual shows whole documents; everything below the first of them was lost."""
    article = (
        f"{definition}\n\\begin{{document}}\nWrite this:\n\\begin{{{name}}}\nYour text.\n\\end{{document}}\n"
        f"\\end{{{name}}}\nThe ferry sank.\\footnote{{Log, 1911.}}\n\\end{{document}}\n"
    )

    document = read(article)

    assert [note.raw for note in document.notes] == ["Log, 1911."]
    assert [marker.label for marker in document.markers] == ["1"]


def test_a_listing_that_may_hold_commands_is_read() -> None:
    """Converters colour code by commands: in a note it stays readable, without them."""
    document = read(
        r"\DefineVerbatimEnvironment{Code}{Verbatim}{commandchars=\\\{\}}\begin{document}"
        "It sank.\\footnote{\n\\begin{Code}\n\\Tok{log 1911}\n\\end{Code}\n}\\end{document}"
    )

    assert [note.raw for note in document.notes] == ["log 1911"]
