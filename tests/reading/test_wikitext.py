"""Wiki markup: notes under the numbers that the wiki prints, templates written out, places in the file."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.article import read_article
from citations.document import BlockKind, Document
from citations.errors import UnreadableArticleError
from citations.formats.wikitext import FORMAT

CASE = Path(__file__).parents[1] / "cases" / "articles" / "bridge.wiki"


def read(text: str) -> Document:
    """Read wiki markup."""
    return FORMAT.read(text.encode(), name="article.wiki")


@pytest.fixture(scope="module")
def bridge() -> Document:
    """The article with every form of note in it."""
    return FORMAT.read(CASE.read_bytes(), name=str(CASE))


def test_numbers_notes_by_group_in_the_order_of_first_use(bridge: Document) -> None:
    """What readers of the wiki see is a number by group; names stand in the source only."""
    notes = {one.label: one.raw for one in bridge.notes}

    assert notes["1"].startswith("Marlow, Ida (4 May 2019). “Bridges of the Ness”. River Survey.")
    assert notes["note 1"] == "The date is that of the first train."
    assert notes["2"] == "Marlow & Okoro 2019, p. 12."
    assert notes["a"] == "Except in summer."
    assert notes["3"] == "Nested, Gazette, https://gazette.example/a"
    assert notes["4"] == '"Red again", Gazette, 3 March 1950'
    assert notes["5"] == "Town of Ness, Toll list, 2020."
    assert notes["6"] == "Uwe Land. “Das Bild”. https://bild.example. Retrieved 2020-01-02."
    assert notes["8"] == "open to the end of its paragraph."
    assert notes["spare"] == "Nobody cites this."


def test_keeps_an_undefined_name_as_a_marker_without_a_note(bridge: Document) -> None:
    """The wiki prints an error there; a check reports it."""
    assert "7" in {one.label for one in bridge.markers} - {one.label for one in bridge.notes}


def test_counts_a_note_that_is_used_twice_once(bridge: Document) -> None:
    """A named or short note used again is the same note with another marker."""
    labels = [one.label for one in bridge.markers]

    assert labels == ["1", "1", "note 1", "2", "a", "4", "4", "2", "5", "6", "7", "8"]


def test_spells_out_every_address_of_a_template(bridge: Document) -> None:
    """A record can only be read from what the note says."""
    first = next(one for one in bridge.notes if one.label == "1")

    assert first.raw.endswith(
        "https://survey.example/ness?id=7."
        " Archived from the original at https://archive.example/1. Retrieved 2 June 2021."
    )
    assert next(one for one in bridge.notes if one.label == "5").urls == ("https://town.example/tolls",)


def test_gives_clean_prose_with_places(bridge: Document) -> None:
    """Markup is gone from the text, and a character of the text leads back to its line and column."""
    prose = next(block for block in bridge.blocks if block.text.startswith("Ness Bridge is"))
    traffic = next(block for block in bridge.blocks if block.text.startswith("Some 900"))
    line = CASE.read_text().splitlines()[traffic.position.line - 1]

    assert prose.text == "Ness Bridge is a truss bridge over the Ness. It opened in 1931."
    assert traffic.text == (
        "Some 900 trains a day cross it, more than any other. It was painted in 1950, and again in 1960."
    )
    for word in ("trains", "more", "painted", "and again"):
        place = traffic.position_at(traffic.text.index(word))
        assert line[place.column - 1 :].startswith(word)
    assert bridge.title is None


def test_reads_items_tables_and_captions(bridge: Document) -> None:
    """Claims stand in lists, cells and captions too; markup words and categories are none."""
    by_kind = {kind: [one.text for one in bridge.blocks if one.kind is kind] for kind in BlockKind}

    assert by_kind[BlockKind.ITEM] == ["The toll is ''two'' crowns by the town."]
    assert by_kind[BlockKind.CELL] == ["412 m", "Span", "Metres", "First", "200"]
    assert by_kind[BlockKind.CAPTION] == ["The bridge in 1931.", "Length"]
    assert not any("Category" in one.text for one in bridge.blocks)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        pytest.param(
            "{{cite book|author1=A B|author2=C D|title=T|year=1999|isbn=1}}", "A B; C D (1999). “T”. ISBN 1.", id="book"
        ),
        pytest.param("{{Citation|url=https://x.example/?a{{=}}b}}", "https://x.example/?a=b.", id="escaped sign"),
        pytest.param("{{harvnb|Smith|2001|pp=3–4}}", "Smith 2001, pp. 3–4", id="short form"),
        pytest.param("{{lang|fr|le pont}}{{nbsp}}{{mdash}}x", "le pont —x", id="words and signs"),
        pytest.param("{{cite web|title=}}", "", id="nothing in it"),
        pytest.param(
            "{{cite journal|vauthors=Roe R|title=T|journal=J|volume=12|issue=3|pages=4–5|year=2020|quote=So.}}",
            "Roe R (2020). “T”. J. 12 (3). pp. 4–5. “So.”",
            id="journal with a quotation",
        ),
        pytest.param(
            "{{cite book|last=K|chapter=C|title=T|publisher=P|date=1986}}", "K (1986). “C”. In T. P.", id="chapter"
        ),
        pytest.param(
            "{{Lien web|auteur=A B|titre=T|url=https://x.example|consulté le=1 mai 2020}}",
            "A B. “T”. https://x.example. Retrieved 1 mai 2020.",
            id="French",
        ),
        pytest.param("{{TideWorld|title=T|urlname=Tides}}", "“T”. TideWorld.", id="called after its site"),
        pytest.param("{{cite web|title=A|title", "{{cite web|title=A|title", id="never closed"),
    ],
)
def test_writes_templates_out(template: str, expected: str) -> None:
    """A template in a note is read as what it prints."""
    (note, *_) = [*read(f"Text.<ref>{template}</ref>").notes, None]

    assert (note.raw if note else "") == expected


def test_finds_typed_notes_where_there_are_no_others() -> None:
    """Old pages number their notes by hand."""
    document = read(
        "Bees dance.<sup>1</sup> They hum.<sup>2</sup>\n\n== Notes ==\n1. J. Doe, 2001.\n\n2. R. Roe, 2002.\n"
    )

    assert [(one.label, one.raw) for one in document.notes] == [("1", "J. Doe, 2001."), ("2", "R. Roe, 2002.")]
    assert [one.label for one in document.markers] == ["1", "2"]


def test_keeps_two_texts_under_one_name() -> None:
    """A name with two texts is a double label for a check, not for us to choose from."""
    document = read('A.<ref name="x">One.</ref> B.<ref name="x">Two.</ref> C.<ref name="x">One.</ref>')

    assert [(one.label, one.raw) for one in document.notes] == [("1", "One."), ("1", "Two.")]
    assert [one.label for one in document.markers] == ["1", "1", "1"]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<ref>", id="notes left open"),
        pytest.param("{{", id="braces"),
        pytest.param("[[", id="brackets"),
        pytest.param("{{a|[[b|", id="mixed"),
        pytest.param("<nowiki>", id="verbatim left open"),
        pytest.param("<!--", id="comments left open"),
        pytest.param("'''[https://a b ", id="links left open"),
        pytest.param("{|\n|a||b\n", id="tables"),
        pytest.param("{{a|x}}" * 3 + "\n", id="templates"),
        pytest.param("<ref>x</ref>", id="notes"),
    ],
)
def test_reads_hostile_repetition_in_linear_time(piece: str) -> None:
    """Ten thousand of anything are read at once; a quadratic walk would take minutes."""
    begin = time.perf_counter()
    read("Word. " + piece * 10_000)

    assert time.perf_counter() - begin < 8


def test_reads_nesting_without_end() -> None:
    """Depth is bounded; what lies deeper is passed over."""
    document = read("{{a|" * 5_000 + "x" + "}}" * 5_000 + " Text.")

    assert document.blocks[-1].text.endswith("Text.")


@given(st.text(alphabet="ab {}[]|<>/ref'=\n*&;!-\"x", max_size=300))
def test_reads_any_text(text: str) -> None:
    """Foreign markup gives a document, whatever it is."""
    document = read(f"x{text}")

    for marker in document.markers:
        assert 0 <= marker.offset <= len(document.blocks[marker.block].text)
    for block in document.blocks:
        assert block.anchors[0].offset == 0


def test_refuses_what_is_no_text() -> None:
    """A picture with this ending is named, not decoded."""
    with pytest.raises(UnreadableArticleError, match="binary"):
        FORMAT.read(bytes(range(32)) * 10, name="article.wiki")


SHORT = """Lit in 1851.{{sfn|Berg|Lind|2004|p=12}} It burned.<ref>Perhaps; see {{harvnb|Holt|1853}}.</ref>
It fell.{{sfn|Nobody|1900}}

== Sources ==
* {{cite book |last=Berg |first=Ann |last2=Lind |title=Lights of the Sound |year=2004}}
* {{cite book |last=Holt |title=Letters |date=3 May 1853}}
* {{cite book |last=Wren |title=Never called |year=1999}}
"""


def test_short_notes_lead_to_the_works_that_the_page_lists() -> None:
    """A reader follows "Berg & Lind 2004" to the list of sources; a work that no note calls has no label."""
    notes = read_article(SHORT.encode(), name="a.wiki").notes

    assert [(note.label, note.refers_to, [record.title for record in note.records]) for note in notes] == [
        ("1", ("Berg & Lind 2004",), ["Lights of the Sound"]),
        ("2", ("Holt 1853",), ["Letters"]),
        ("3", None, ["Nobody"]),
        ("Berg & Lind 2004", None, ["Lights of the Sound"]),
        ("Holt 1853", None, ["Letters"]),
        ("", None, ["Never called"]),
    ]


def test_templates_print_the_words_before_their_argument() -> None:
    """A bare number would be no ISBN, and a sentence would lack its beginning."""
    document = read("{{As of|2020}}, it stands.<ref>Quill. {{ISBN|978-0-12-345678-6}}.</ref>")

    assert document.blocks[0].text == "As of 2020, it stands."
    assert document.notes[0].raw == "Quill. ISBN 978-0-12-345678-6."


def test_a_short_note_may_call_several_works() -> None:
    """Their fields are numbered; read as one work the note had no text, and its marker pointed at nothing."""
    text = SHORT.replace("{{sfn|Nobody|1900}}", "{{sfnm|1a1=Berg|1a2=Lind|1y=2004|1p=12|2a1=Holt|2y=1853|2pp=3–4}}")
    notes = read_article(text.encode(), name="a.wiki").notes

    assert notes[2].raw == "Berg & Lind 2004, p. 12; Holt 1853, pp. 3–4."
    assert notes[2].refers_to == ("Berg & Lind 2004", "Holt 1853")


@pytest.mark.parametrize(
    ("template", "below"),
    [
        pytest.param("{{quote|Wool is gone.|Abbot Wode<ref>R.</ref>}}", ["— Abbot Wode"], id="by place"),
        pytest.param(
            "{{Blockquote\n|text=Wool is gone.\n|author=Abbot Wode\n|source=Letters<ref>R.</ref>}}",
            ["— Abbot Wode, Letters"],
            id="by name",
        ),
        pytest.param("{{cquote|Wool is gone.<ref>R.</ref>}}", [], id="nobody's"),
        pytest.param("{{Zitat|Wool is gone.|Autor=Wode|ref=<ref>R.</ref>}}", ["— Wode"], id="with its note apart"),
    ],
)
def test_reads_quotations_with_what_stands_below_them(template: str, below: list[str]) -> None:
    """The words are what the note vouches for, and not the name of who said them."""
    article = read_article(f"Before.\n{template}\nAfter.\n".encode(), name="a.wiki")

    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "Before."),
        (BlockKind.QUOTE, "Wool is gone."),
        *((BlockKind.QUOTE, text) for text in below),
        (BlockKind.PARAGRAPH, "After."),
    ]
    assert [claim.text for claim in article.claims] == ["Wool is gone."]


def test_a_quotation_in_a_note_is_a_part_of_its_text() -> None:
    """A note is one text, whatever its templates look like on the page."""
    assert read("A.<ref>He said: {{quote|All gone.|Wode}}</ref>").notes[0].raw == "He said: All gone. — Wode"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        pytest.param("{{convert|4|km|mi}}", "4 km", id="a length"),
        pytest.param("{{convert|4|to|5|km|abbr=on}}", "4 to 5 km", id="a range"),
        pytest.param("{{cvt|3|x|4|m}}", "3 x 4 m", id="an area"),
        pytest.param("{{convert|6|ft|2|in|m}}", "6 ft 2 in", id="two units"),
        pytest.param("{{convert|-12|C|F|0}}", "-12 C", id="below zero"),
        pytest.param("{{convert|12|km2|0}}", "12 km2", id="rounded"),
        pytest.param("{{val|4.5|0.1|u=km}}", "4.5 km", id="with its error"),
        pytest.param("{{unité|412|m}}", "412 m", id="in French"),
        pytest.param("{{date|4|mai|1931}}", "4 mai 1931", id="a date"),
        pytest.param("{{abbr|ca.|about}}", "ca.", id="an abbreviation"),
        pytest.param("{{ill|Jan Berg|de}}", "Jan Berg", id="a link to another wiki"),
    ],
)
def test_keeps_the_words_that_inline_templates_print_first(template: str, text: str) -> None:
    """A claim without its figure or name would be found in any source."""
    assert read(f"It is ({template}) so.").blocks[0].text == f"It is ({text}) so."


def test_a_heading_over_notes_is_no_title() -> None:
    """Pages have their title outside their text; a short one has no heading but that of its notes."""
    assert read("It sank.<ref>Log.</ref>\n\n== Notes and references ==\n<references />\n").title is None


def test_a_work_that_notes_call_is_listed_once() -> None:
    """Whatever stands behind its template, and though the text itself calls another one by author and year."""
    document = read(
        "It sank.{{sfn|Holt|1911|p=4}} It rose (Marr, 1912).\n\n== Bibliography ==\n"
        "* {{cite book |last=Holt |first=Ada |year=1911 |title=Deeds}}.\n* Marr, Bo (1912). Letters.\n"
    )

    assert [one.label for one in document.notes] == ["1", "Holt 1911", "Marr 1912"]


def test_the_arguments_of_notes_have_names_of_each_language() -> None:
    """A French page has its remarks in a group: their words were lost."""
    text = (
        "It sank{{note|groupe=n|nom=a|texte=So they say.}}. Again{{note|groupe=n|nom=a}}.\n\n{{références|groupe=n}}\n"
    )

    document = read(text)

    assert [(note.label, note.raw) for note in document.notes] == [("n 1", "So they say.")]
    assert [marker.label for marker in document.markers] == ["n 1"]
