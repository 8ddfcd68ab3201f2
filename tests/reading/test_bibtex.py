"""BibTeX databases: entries as notes of the articles that cite them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.article import read_article
from citations.document import Document
from citations.formats.bibtex import FORMAT, plain_text

DATABASE = r"""
% @article{remark, title = {never}}
@comment{ @book{gone, title = {never}} }
@string{ gaz = "The Pit" }
@article{doe2001,
  author  = {Doe, Jane and M{\"u}ller, Karl and others},
  title   = {The {Deep} Well: 10\% more \emph{water}},
  journal = gaz # { Weekly},
  year    = 2001, month = may,
  volume  = {3}, number = 4, pages = {12--19},
  url     = {https://wells.example/a\_b},
  urldate = {2020-01-02},
}
@misc(roe,
  author = "R. Roe",
  title = "The {"}wells{"} here",
  howpublished = {\url{https://roe.example/x}},
)
@unpublished{draft, author = {A. Bee}, title = {Bees}, archiveprefix = {arXiv}, eprint = {1901.00001}}
@book{unused, title = {Never cited}, publisher = {House}}
@book{cut, title = {Never closed
"""


def read(text: str) -> Document:
    """Read a database."""
    return FORMAT.read(text.encode(), name="refs.bib")


def test_writes_each_entry_out_as_a_note() -> None:
    """What a database says in fields is read like the note that it would print."""
    document = read(DATABASE)

    assert [(note.label, note.raw) for note in document.notes] == [
        (
            "doe2001",
            (
                "Doe, Jane; Müller, Karl (May 2001). “The Deep Well: 10% more water”. The Pit Weekly. 3 (4). pp. 12–19."
                " https://wells.example/a_b. Retrieved 2020-01-02."
            ),
        ),
        ("roe", 'R. Roe. “The "wells" here”. https://roe.example/x.'),
        ("draft", "A. Bee. “Bees”. https://arxiv.org/abs/1901.00001."),
        ("unused", "“Never cited”. House."),
    ]
    assert (document.notes[0].position.line, document.notes[0].position.column) == (5, 1)


@pytest.mark.parametrize(
    ("text", "oddities", "labels"),
    [
        pytest.param(
            "@misc{a, title = {Never closed}, year = 2001\n@misc{b, title = {Fine}}",
            [("broken-entry", "the entry a could not be read to its end: is a brace or quotation mark not closed?", 1)],
            ["a", "b"],
            id="an entry that is not closed",
        ),
        pytest.param(
            "@misc{b, title = {Fine}}\n@misc{a, title = {Never closed, year = {2001}\n}\n@misc{c, title = {Fine}}",
            [("broken-entry", "the entry a could not be read to its end: is a brace or quotation mark not closed?", 2)],
            ["b", "a", "c"],
            id="a value that is not closed",
        ),
        pytest.param(
            "@misc{b, title = {Fine}}\n\n@book{\n title = {Whose}}",
            [("broken-entry", "an @book entry has no key, or no fields", 3)],
            ["b"],
            id="no key",
        ),
        pytest.param(
            "A list of what I read.",
            [("unread-bibliography", "there is no BibTeX entry in it", 1)],
            [],
            id="no database",
        ),
        pytest.param("@string{ gaz = {The Pit} }\n@comment{of a program}", [], [], id="macros for other files"),
        pytest.param("@misc(a, title = {Fine} year = 2001,\n)\n", [], ["a"], id="a comma forgotten, one too many"),
    ],
)
def test_says_which_entry_breaks_the_form(text: str, oddities: list[tuple[str, str, int]], labels: list[str]) -> None:
    """What stands behind a brace that is never closed is lost: whoever keeps the file must know where it begins."""
    document = read(text)

    assert [(one.kind, one.text, one.line) for one in document.oddities] == oddities
    assert [note.label for note in document.notes] == labels


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.tex", r"Deep \cite[p.~3]{doe2001}. Dug \citep{roe,missing}.", id="latex"),
        pytest.param("a.md", "Deep [@doe2001, p. 3]. Dug [see -@roe; @missing]. Ask [me@roe.example].", id="markdown"),
        pytest.param("a.org", "Deep [cite:@doe2001 p. 3]. Dug [cite/t:see @roe; @missing].", id="org"),
    ],
)
def test_takes_the_entries_that_an_article_cites(name: str, text: str) -> None:
    """A database holds a life's reading: what the article does not cite is no note of it, a key it lacks is a fault."""
    article = read_article(text.encode(), name=name, notes_files=[("refs.bib", DATABASE.encode())])

    assert [marker.label for marker in article.markers] == ["doe2001", "roe", "missing"]
    assert [note.label for note in article.notes] == ["doe2001", "roe"]
    assert [record.url for note in article.notes for record in note.records] == [
        "https://wells.example/a_b",
        "https://roe.example/x",
    ]


def test_names_the_database_that_was_not_given() -> None:
    """Citations that nobody can follow are said to be so, with the file that would help."""
    article = read_article(rb"Deep \cite{doe}. \addbibresource{refs.bib}", name="a.tex")

    assert article.markers == ()
    assert [oddity.text for oddity in article.oddities] == [
        "the article cites a bibliography that is not in this file: refs.bib"
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(r"Erd\H{o}s, \'{E}. and \c{c} \ss x", "Erdős, É. and ç ßx", id="accents"),
        pytest.param(r"A \& B --- ``C''~D", "A & B — “C” D", id="signs"),
        pytest.param(r"see \url{https://a.example/x_y}", "see https://a.example/x_y", id="address"),
    ],
)
def test_prints_values_as_tex_does(value: str, text: str) -> None:
    """The commands of TeX are no part of a title."""
    assert plain_text(value) == text


@pytest.mark.parametrize(
    "piece", ["\n@a{b,", "\n@a{b,c={", '\n@a{b,c="', "\n@a{b,c=d", "{", "@string{x=", "a=1,", "#", "\\"]
)
def test_reads_hostile_repetition_in_linear_time(piece: str) -> None:
    """An unclosed entry or value must not make the rest be searched again and again."""
    started = time.process_time()
    read("@a{k," + piece * (200_000 // len(piece)))

    assert time.process_time() - started < 5


@given(st.text(alphabet='@{}(),="#\\ ab1\n'))
def test_reads_any_text(text: str) -> None:
    """Whatever the text, a document with notes that have keys."""
    document = read("x" + text)

    assert all(note.label for note in document.notes)


def test_a_note_may_cite_the_database_and_a_sentence_may_name_a_key() -> None:
    """Both are ways to cite in Markdown; the address of a mail and a name in a network are none."""
    text = (
        "So it was.[^1] As @holt58 [p. 4] shows, it was. Ask @nobody or a@holt58.example.\n\n[^1]: [@lind31, p. 12].\n"
    )
    database = (
        b"@book{lind31, title={Salt}, year={1931}}\n@book{holt58, title={Carts}, year={1958}}\n@book{berg, title={B}}\n"
    )

    article = read_article(text.encode(), name="a.md", notes_files=[("refs.bib", database)])

    assert [(note.label, note.refers_to, note.records[0].title) for note in article.notes] == [
        ("1", ("lind31",), "Salt"),
        ("lind31", None, "Salt"),
        ("holt58", None, "Carts"),
    ]
    assert [(claim.labels, claim.text) for claim in article.claims] == [
        (("1",), "So it was."),
        (("holt58",), "As @holt58 [p. 4] shows, it was."),
    ]


def test_macros_hold_for_the_databases_that_follow() -> None:
    r"""BibTeX reads all files of a ``\bibliography`` as one, and many keep their macros in a file of their own."""
    article = read_article(
        rb"\documentclass{article}\begin{document}Wells run dry~\cite{doe}.\end{document}",
        name="a.tex",
        notes_files=[
            ("strings.bib", b'@string{gaz = "The Pit"}\n@misc{other, title = {Not cited}}'),
            ("refs.bib", b"@article{doe, author = {Doe, Jane}, title = {The Well}, journal = gaz, year = 2001}"),
        ],
    )

    assert [note.records[0].container_title for note in article.notes] == ["The Pit"]


def test_macros_do_not_hold_for_the_databases_before() -> None:
    """A macro is known from where it stands on."""
    article = read_article(
        rb"\documentclass{article}\begin{document}Wells run dry~\cite{doe}.\end{document}",
        name="a.tex",
        notes_files=[
            ("refs.bib", b"@article{doe, author = {Doe, Jane}, title = {The Well}, journal = gaz, year = 2001}"),
            ("strings.bib", b'@string{gaz = "The Pit"}'),
        ],
    )

    assert [note.records[0].container_title for note in article.notes] != ["The Pit"]


def test_a_key_in_place_of_a_name_ends_no_clause() -> None:
    """What a note at the end of such a sentence vouches for began behind the key: "says, it burnt"."""
    text = "As @holm2001 [p. 3] says, it burnt.^[Not in the town.]\n"

    article = read_article(
        text.encode(), name="a.md", notes_files=[("b.bib", b"@book{holm2001, author={Holm, O.}, title={Mills}}")]
    )

    assert [claim.text for claim in article.claims] == ["As @holm2001 [p. 3] says, it burnt."] * 2
