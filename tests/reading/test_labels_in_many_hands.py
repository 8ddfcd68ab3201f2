"""Labels as people of many countries and converters print them, and what around them goes with them."""

import pytest

from citations.article import Article, read_article

BOOK = "Berg, Anna. The Ferry. Oslo: Havn, 2004."
PAPER = "Lind, Bo. The Quay. Oslo: Havn, 2006."


def read(text: str, name: str = "a.md") -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def sentences(article: Article) -> list[tuple[str, str]]:
    """Give the label and the sentence of each marker."""
    found = [(marker.label, article.sentence_of(marker)) for marker in article.markers]
    return [(label, sentence.text if sentence else "") for label, sentence in found]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("It sank (1). It was old (1,2).\n\n## References\n\n1. {0}\n2. {1}\n", "1 1 2", id="(1,2)"),
        pytest.param("It sank (1). It was old (2). So (1).\n\n## References\n\n1. {0}\n2. {1}\n", "1 2 1", id="again"),
        pytest.param(
            "It sank (1). It lost 4% (2). So.\n\n## References\n\n1. {0}\n2. {1}\n", "1 2", id="behind a share"
        ),
        pytest.param("It sank.1) It was old.2)\n\n---\n1) {0}\n2) {1}\n", "1 2", id="one bracket"),
        pytest.param(
            "It sank (note 1). Old (note 2).\n\nNotes\n\nNote 1: {0}\nNote 2: {1}\n", "Note 1 Note 2", id="word"
        ),
        pytest.param("船沉了。① 它很旧。② \n\n注释：\n① {0}\n② {1}\n", "1 2", id="circles below a line"),
        pytest.param("It sank [#1]. It was old [#2].\n\n## References\n\n[#1] {0}\n[#2] {1}\n", "1 2", id="[#1]"),
        pytest.param("It sank [A]. It was old [B].\n\n[A] {0}\n[B] {1}\n", "A B", id="[A], line by line"),
        pytest.param(
            "It sank.<sup>*</sup> Old.<sup>**</sup>\n\n<sup>*</sup>{0}<br><sup>**</sup>{1}\n",
            "* **",
            id="stars, line by line",
        ),
        pytest.param("It sank (*). It was old.\n\n(*) {0}\n", "*", id="a star in brackets"),
        pytest.param("It sank.[^Berg 2004] Old.[^b]\n\n[^Berg 2004]: {0}\n[^b]: {1}\n", "Berg 2004 b", id="words"),
    ],
)
def test_reads_the_labels_of_many_hands(text: str, labels: str) -> None:
    """No label is left in its sentence, and each finds its note."""
    article = read(text.format(BOOK, PAPER))
    assert " ".join(marker.label for marker in article.markers) == labels
    assert {note.raw for note in article.notes} <= {BOOK, PAPER}
    assert {marker.label for marker in article.markers} == {note.label for note in article.notes}
    assert not any(sign in sentence for _, sentence in sentences(article) for sign in "()[]①②12*")


def test_counts_the_parts_of_a_sentence_with_no_markers() -> None:
    """Labels in round brackets count once more only where a sentence or clause ends."""
    text = f"It sank (1). It was old (2). Three things: (1) rust, (2) age.\n\n## References\n\n1. {BOOK}\n2. {PAPER}\n"
    assert [marker.label for marker in read(text).markers] == ["1", "2"]


def test_a_mention_of_a_note_is_no_marker() -> None:
    """Note 1 is spoken of in the text, and its label is "1"."""
    article = read(f"It sank.[1] It was old (note 1).\n\n## Notes\n\n[1] {BOOK}\n")
    assert [marker.label for marker in article.markers] == ["1"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("It sank (see [1]).", "It sank.", id="see"),
        pytest.param("It sank (see note [1]).", "It sank.", id="see note"),
        pytest.param("It sank (cf. [1], [2]).", "It sank.", id="two"),
        pytest.param("It sank (vgl. [1], S. 4).", "It sank.", id="with a page"),
        pytest.param("It sank (as [1] says).", "It sank (as says).", id="other words"),
    ],
)
def test_brackets_go_with_the_marker_that_fills_them(written: str, shown: str) -> None:
    """What only sends the reader to the source is no part of the claim."""
    article = read(f"{written}\n\nIt was old.[1] And blue.[2]\n\n## Notes\n\n[1] {BOOK}\n[2] {PAPER}\n")
    assert sentences(article)[0] == ("1", shown)


def test_reads_raised_links_as_pandoc_writes_them() -> None:
    """A circumflex before a bracket opens a note, unless the bracket is a link in raised type."""
    article = read(
        "It sank ^[^1^](#sdfootnote1sym){.sdfootnoteanc}^ in May.\n\n"
        f'<div id="sdfootnote1">\n\n[1](#sdfootnote1anc){{.sdfootnotesym}} {BOOK}\n\n</div>\n'
    )
    assert sentences(article) == [("1", "It sank in May.")]
    assert [(note.label, note.raw) for note in article.notes] == [("1", BOOK)]


def test_an_underlined_heading_loses_its_attributes() -> None:
    """Pandoc writes names and classes behind headings of either form; they are not shown."""
    assert read("The Ferry {#the-ferry .western}\n=========\n\nIt sank.\n").title == "The Ferry"


def test_accents_do_not_part_a_call_from_its_work() -> None:
    """Who writes "Marquez" in the text means the work of Márquez; the label is the one that the list prints."""
    article = read("So it was (Marquez, 2008).\n\n## References\n\nMárquez, L. (2008). The Quay. Oslo: Havn.\n")
    assert [marker.label for marker in article.markers] == ["Márquez 2008"]
    assert [note.label for note in article.notes] == ["Márquez 2008"]


def test_works_that_begin_with_initials_are_called_by_name_and_year() -> None:
    """A list of mathematicians puts initials first and the year at the end."""
    article = read(
        "It is so (Berg 2018). Dahl found 1696.\n\n## References\n\n"
        '- M. J. H. Berg, "Ferry Number Five", Quays 4, 2018.\n'
        '- O. Dahl, "The Lower Bound 1696", https://dahl.example/bound\n'
    )
    assert [marker.label for marker in article.markers] == ["Berg 2018"]
    assert [note.label for note in article.notes] == ["Berg 2018", ""]


def test_a_work_without_a_date_says_so_in_its_label() -> None:
    """The day of the visit is not the year of the work."""
    article = read(
        "So it was (Berg, z.d.).\n\n## Bronnen\n\n"
        "- Berg, A. (z.d.). De veerboot. Geraadpleegd op 9 maart 2022, van https://berg.example/boot\n"
    )
    assert [note.label for note in article.notes] == ["Berg z.d."]
    assert [marker.label for marker in article.markers] == ["Berg z.d."]


def test_a_line_may_announce_sources_and_the_text_goes_on_below_them() -> None:
    """The list ends where it ends; a paragraph of remarks is neither a source nor lost."""
    article = read(
        "Il a coulé.\n\nSources consultées :\n\n- Berg, [Le bac](https://berg.example/bac), consulté le 3 mai 2020 ;\n"
        "- Lind, [Le quai](https://lind.example/quai), 2004.\n\nLes noms changent vite depuis 2004.\n"
    )
    assert [note.records[0].url for note in article.notes] == ["https://berg.example/bac", "https://lind.example/quai"]
    assert article.blocks[-1].text == "Les noms changent vite depuis 2004."


def test_a_remark_below_a_list_is_no_source() -> None:
    """Under a heading for sources the items are the sources where most blocks are items."""
    article = read(
        "It sank.\n\n## Sources\n\n- Berg, The Ferry, 2004.\n- Lind, The Quay, 2006.\n\nAll were read in May 2020.\n"
    )
    assert [note.raw for note in article.notes] == ["Berg, The Ferry, 2004.", "Lind, The Quay, 2006."]


def test_the_links_of_a_podcast_are_its_sources() -> None:
    """Show notes list what was spoken of."""
    article = read("It sank.\n\n## Show notes\n\n- 02:13 [The Ferry](https://berg.example/ferry)\n")
    assert [note.records[0].url for note in article.notes] == ["https://berg.example/ferry"]


def test_an_item_that_repeats_its_number_prints_it_once() -> None:
    """The page numbers the list, and the journal's markup does so again."""
    article = read(
        f'<p>It sank.<sup><a href="#b1">1</a></sup></p><ol><li id="b1"><span>1.</span>{BOOK}</li></ol>', "a.html"
    )
    assert [note.raw for note in article.notes] == [BOOK]


def test_an_interval_is_no_pair_of_markers() -> None:
    """Both ends of "[1, 31]" may be labels of notes; the word before it says what it is."""
    article = read(
        f"It lies in the range [1,2] or x ∈ [1, 2].[1] It was old.[2]\n\n## Notes\n\n[1] {BOOK}\n[2] {PAPER}\n"
    )
    assert [marker.label for marker in article.markers] == ["1", "2"]


def test_a_page_behind_a_label_is_no_end_of_an_interval() -> None:
    """Where "[0, 1]" is an interval, "[2, p. 4]" is a marker all the same."""
    article = read(f"It lies in [0, 1].[1] It was old [2, p. 4].\n\n## Notes\n\n[1] {BOOK}\n[2] {PAPER}\n")
    assert [marker.label for marker in article.markers] == ["1", "2"]


def test_notes_of_few_words_are_no_line_of_authors() -> None:
    """A raised figure that opens a line stands behind no name, though each of its words has a capital."""
    article = read(
        "It sank.<sup>1</sup> It burnt.<sup>2</sup>\n\n<sup>1</sup> Berg, Ferries.<br><sup>2</sup> Lind, Quays.\n"
    )
    assert [(note.label, note.raw) for note in article.notes] == [("1", "Berg, Ferries."), ("2", "Lind, Quays.")]


def test_a_page_of_the_manual_keeps_its_section() -> None:
    """The figure in "printf(3)" belongs to the name where the markers stand apart from their words."""
    text = f"It calls printf(2) (1). So does printf(1). It was old (2).\n\n## References\n\n1. {BOOK}\n2. {PAPER}\n"
    assert [sentence for _, sentence in sentences(read(text))] == ["It calls printf(2).", "It was old."]


def test_a_marker_below_a_table_claims_no_cell_of_it() -> None:
    """It vouches for the whole table, of which the last cell is only the nearest words."""
    table = "| Event | Remark |\n|---|---|\n| The ferry sank in May | It was quite old by then |\n"
    article = read(f"The ferry.\n\n{table}\n[1]\n\nIt was blue.[2]\n\n## Notes\n\n[1] {BOOK}\n[2] {PAPER}\n")
    assert [claim.labels for claim in article.claims] == [("2",)]
    assert [marker.label for marker in article.markers] == ["1", "2"]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_stray_sign_below_the_notes_is_no_word_of_the_last(name: str) -> None:
    """A converter leaves such a line of what was a rule."""
    article = read(f"It sank.[1] It was old.[2]\n\n[1] {BOOK}\n[2] {PAPER}\n_\n", name)
    assert article.notes[-1].raw == PAPER


@pytest.mark.parametrize(
    "heading",
    [
        "References and notes",
        "Selected bibliography",
        "Works cited",
        "Literatur- und Quellenverzeichnis",
        "Internetquellen",
        "Références bibliographiques",
        "Sitographie",
        "Referências bibliográficas",
        "Fuentes consultadas",
        "Opere citate",
        "Bronnenlijst",
        "Källförteckning",
        "Lähdeluettelo",
        "Wykaz źródeł i literatury",
        "Seznam použité literatury",
        "Список использованной литературы",
        "Felhasznált irodalom",
        "Tài liệu tham khảo",
        "Daftar Pustaka",
        "المراجع",
        "参考链接",
        "引用・参考文献",
        "참고 문헌",
    ],
)
def test_knows_the_headings_over_lists_of_sources(heading: str) -> None:
    """The items below such a heading are sources, though nothing labels them."""
    article = read(f"It sank.\n\n## {heading}\n\n- {BOOK}\n- {PAPER}\n")
    assert [note.raw for note in article.notes] == [BOOK, PAPER]


@pytest.mark.parametrize("heading", ["Works", "Obras", "Data", "Further reading", "External links", "Resources"])
def test_a_list_of_works_is_none_of_sources(heading: str) -> None:
    """What somebody made, or what else may be read, vouches for nothing."""
    article = read(f"It sank.\n\n## {heading}\n\n- The Ferry, 2004.\n- The Quay, 2006.\n")
    assert article.notes == ()


def test_a_linked_label_in_brackets_is_one_marker() -> None:
    """The brackets inside are those of the label, the ones behind name its address."""
    links = "[1]: https://berg.example/ferry\n[2]: https://lind.example/quay\n"
    article = read(f"It sank [[1]][1]. It was old [[2]][2].\n\n{links}")
    assert sentences(article) == [("1", "It sank."), ("2", "It was old.")]
    assert [note.records[0].url for note in article.notes] == [
        "https://berg.example/ferry",
        "https://lind.example/quay",
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("It sank [ref 1]. It was old [Ref. 2].\n\n## References\n\n1. {0}\n2. {1}\n", "1 2", id="ref"),
        pytest.param("船沉了。1 它很旧。2\n\n参考文献\n1、{0}\n2、{1}\n", "1 2", id="comma of enumerations"),
        pytest.param("It sank.1 It was old.2\n\nNotes\n1.{0}\n2.{1}\n", "1 2", id="no blank"),
        pytest.param(
            "Sank [Ber04]. Old [Lin06].\n\nReferences\n\n[Ber04] {0}\n[Lin06] {1}\n", "Ber04 Lin06", id="keys"
        ),
    ],
)
def test_reads_lists_that_a_hand_typed(text: str, labels: str) -> None:
    """One note on a line, whatever stands between its label and its text."""
    article = read(text.format(BOOK, PAPER), "a.txt")
    assert " ".join(marker.label for marker in article.markers) == labels
    assert [note.raw for note in article.notes] == [BOOK, PAPER]


def test_a_table_of_sources_may_have_many_columns() -> None:
    """Its heads stand above the first label, as a caption may."""
    table = "| No. | Source | Address | Seen |\n|---|---|---|---|\n| 1 | Berg | https://berg.example/ferry | 2020 |\n"
    article = read(f"It sank [1].\n\n## References\n\n{table}")
    assert [(note.label, note.records[0].url) for note in article.notes] == [("1", "https://berg.example/ferry")]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Let x be in [0, 1] or [1, 2].", id="intervals"),
        pytest.param("Helium is <sup>2</sup>He.", id="an isotope"),
        pytest.param("They lost 3-2 (1-1) and (2-1).", id="scores"),
    ],
)
def test_figures_in_brackets_or_raised_are_no_markers_of_their_own(words: str) -> None:
    """Their numbers are those of notes by chance."""
    marks = "It sank.<sup>1</sup> It was old.<sup>2</sup>" if "<sup>" in words else "It sank [1]. It was old [2]."
    article = read(f"{marks}\n\n{words}\n\n## References\n\n1. {BOOK}\n2. {PAPER}\n")
    assert [marker.label for marker in article.markers] == ["1", "2"]


def test_two_notes_called_1_side_by_side_begin_no_chapter() -> None:
    """One of them is misnumbered; taken for a chapter of one note, all others would lose their markers."""
    article = read(f"It sank [1]. It was old [3].\n\n[1] {BOOK}\n\n[1] Berg, Letters.\n\n[3] {PAPER}\n")
    assert [(note.label, note.chapter) for note in article.notes] == [("1", 0), ("1", 0), ("3", 0)]


def test_a_note_that_is_defined_twice_begins_no_chapter() -> None:
    """Names do not count from one again; the second definition is a double, and the marker is that of both."""
    article = read(f"It sank.[^berg]\n\n[^berg]: {BOOK}\n\nIt was old.[^lind]\n\n[^lind]: {PAPER}\n\n[^berg]: {BOOK}\n")
    assert [(note.label, note.chapter) for note in article.notes] == [("berg", 0), ("lind", 0), ("berg", 0)]


def test_who_owns_a_text_is_no_source_of_it() -> None:
    """The line with the years of a copyright ends many a page, below the heading for its references."""
    article = read(f"It sank.\n\n## References\n\n{BOOK}\n\nCopyright (C) 2016-2018 by Anna Berg\n")
    assert [note.raw for note in article.notes] == [BOOK]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.rst", "{text}\n\nReferences\n----------\n\n1. {0}\n2. {1}\n", id="rst"),
        pytest.param("a.rst", "{text}\n\nReferences\n----------\n\n#. {0}\n#. {1}\n", id="rst, counted"),
        pytest.param("a.org", "{text}\n\n* References\n\n1. {0}\n2. {1}\n", id="org"),
        pytest.param("a.adoc", "{text}\n\n== References\n\n. {0}\n. {1}\n", id="asciidoc, counted"),
        pytest.param("a.adoc", "{text}\n\n== References\n\n1. {0}\n2. {1}\n", id="asciidoc"),
        pytest.param("a.wiki", "{text}\n\n== References ==\n# {0}\n# {1}\n", id="wiki"),
        pytest.param(
            "a.tex",
            "\\begin{{document}}{text}\n\\section{{References}}\n\\begin{{enumerate}}\n\\item {0}\n\\item {1}\n"
            "\\end{{enumerate}}\\end{{document}}",
            id="latex",
        ),
    ],
)
def test_a_list_that_its_format_counts_has_labels(name: str, text: str) -> None:
    """Markers that were typed point to the numbers that the page will show."""
    article = read(text.format(BOOK, PAPER, text="It sank [1]. It was old [2]."), name)
    assert sentences(article) == [("1", "It sank."), ("2", "It was old.")]
    assert [(note.label, note.raw) for note in article.notes] == [("1", BOOK), ("2", PAPER)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It sank.\n\n[^1]\n\nIt was old.[^2]", id="alone on its line"),
        pytest.param("[^1]It sank. It was old.[^2]", id="before its sentence"),
    ],
)
def test_a_marker_that_opens_a_block_is_no_note(text: str) -> None:
    """Its note is defined with a colon elsewhere; taken for a note, it made markers of the definitions."""
    article = read(f"{text}\n\n[^1]: {BOOK}\n[^2]: {PAPER}\n")
    assert [marker.label for marker in article.markers] == ["1", "2"]
    assert [note.raw for note in article.notes] == [BOOK, PAPER]


@pytest.mark.parametrize(
    "notes",
    [
        pytest.param("[1] {0}\\\n[2] {1}\\\n", id="a backslash ends the line"),
        pytest.param("<sup>1</sup>{0}<br><sup>2</sup>{1}", id="raised, no blank"),
        pytest.param("¹ {0}\n² {1}", id="raised digits"),
    ],
)
def test_notes_on_lines_of_one_paragraph_are_apart(notes: str) -> None:
    """A line that the page breaks begins the next note."""
    article = read(f"It sank.<sup>1</sup> It was old.<sup>2</sup>\n\n---\n\n{notes.format(BOOK, PAPER)}")
    assert [(note.label, note.raw) for note in article.notes] == [("1", BOOK), ("2", PAPER)]


def test_raised_labels_that_meet_are_two() -> None:
    """A note may even bear the number that both make together, if that has its marker elsewhere."""
    words = " ".join(f"Ship {chr(96 + n)} sank.<sup>{n}</sup>" for n in range(3, 15))
    notes = "\n\n".join(f"<sup>{n}</sup> Berg, Letter {n}." for n in range(1, 15))
    article = read_article(
        f"All sank.<sup>12</sup> {words} Some float.<sup>1314</sup>\n\n## Notes\n\n{notes}\n".encode(), name="a.md"
    )

    labels = [marker.label for marker in article.markers]
    assert labels == ["1", "2", *(str(n) for n in range(3, 15)), "13", "14"]


def test_letters_count_by_the_alphabet_where_the_notes_do() -> None:
    """Several of them are roman numerals as well, and far greater ones."""
    words = " ".join(f"Ship {n} sank there.<sup>{letter}</sup>" for n, letter in enumerate("abcdefghij"))
    notes = "\n\n".join(f"<sup>{letter}</sup> Berg, Letter to Holm." for letter in "abcdefghij")
    article = read_article(f"{words}\n\n---\n\n{notes}\n".encode(), name="a.md")

    assert "".join(marker.label for marker in article.markers) == "abcdefghij"


def test_a_label_behind_a_year_may_stand_before_a_quotation() -> None:
    """The sentence that follows begins with its mark."""
    article = read_article("It sank in 1911.1 “So,” he said.2\n\nNotes\n\n1. Berg.\n2. Holm.\n".encode(), name="a.txt")

    assert [marker.label for marker in article.markers] == ["1", "2"]


def test_forums_raise_labels_in_round_brackets() -> None:
    """``^(1)`` is raised there, behind the text and before the note alike; a formula stays one."""
    text = "The ferry sank.^(1) Nobody asked,^(2) for x^(2) was 4.\n\n***\n\n^(1) Log, 1911.\n\n^(2) Roll, 1912.\n"

    article = read_article(text.encode(), name="a.md")

    assert [(note.label, note.raw) for note in article.notes] == [("1", "Log, 1911."), ("2", "Roll, 1912.")]
    assert [marker.label for marker in article.markers] == ["1", "2"]
