"""Works that the text calls by author and year, as lists of references name them."""

import time

import pytest

from citations.article import Article, read_article


def read(text: str, name: str) -> Article:
    """Give the article in this text."""
    return read_article(text.encode(), name=name)


def test_lists_may_print_given_names_first() -> None:
    """The text calls such a work by the family name; one year may bear several letters."""
    article = read(
        "It sank (Berg and Lind, 1911b,a). Holm et al. (2012) hold that it burnt.\n\n## References\n\n"
        "Nora Berg and Sara Lind. 1911a. Ferries. Oslo: Aas.\n\nNora Berg and Sara Lind. 1911b. Reefs. Oslo: Aas.\n\n"
        "Tom Arne Holm, Ada Quill, and Eva Aas. 2012. Wrecks. Oslo: Fonna.\n",
        "a.md",
    )

    assert [note.label for note in article.notes] == ["Berg 1911a", "Berg 1911b", "Holm 2012"]
    assert [claim.labels for claim in article.claims] == [("Berg 1911b", "Berg 1911a"), ("Holm 2012",)]


@pytest.mark.parametrize(
    ("call", "work"),
    [
        pytest.param("It sank (O’Brien, 2001).", "O'Brien, A. (2001).", id="a straight apostrophe for a curled one"),
        pytest.param("Holm’s (2001) book says so.", "Holm, T. (2001).", id="a genitive"),
        pytest.param("Holm und Aas (2001, S. 12f.) sagen es.", "Holm, T./Aas, E. (2001).", id="pages in German"),
        pytest.param("It sank (Van der Berg, 2001).", "van der Berg, A. (2001).", id="a particle with a capital"),
        pytest.param("It sank (IBF, 2001).", "International Board of Ferries. (2001).", id="the letters of a body"),
        pytest.param("It sank (IBF, 2001).", "Ferry Board (IBF). (2001).", id="the letters in the list"),
        pytest.param("船沉了（王明，2001）。", "王明. (2001).", id="wide brackets"),
        pytest.param("王明（2001）认为船沉了。", "王明. (2001).", id="wide brackets behind a name"),
        pytest.param("The Orrin Ferry Board (2001) says so.", "Orrin Ferry Board. (2001).", id="the name of a body"),
        pytest.param(
            "It sank (Orrin Ferry Board [OFB], 2001).", "Orrin Ferry Board. (2001).", id="its letters behind it"
        ),
        pytest.param("It sank (The Ferry Board, 2001).", "Ferry Board 2001.", id="an article before a body"),
        pytest.param("The Ferry Board (2001) says so.", "Ferry Board 2001.", id="the same with the year behind it"),
        pytest.param("It sank (OFB, 2001).", "Orrin Ferry Board, 2001.", id="its letters before a comma"),
        pytest.param(
            "Holm and de Vries (2001) say so.", "Holm, T., & de Vries, J. (2001).", id="a second author's particle"
        ),
        pytest.param("Nach Holm/Aas (2001) sank es.", "Holm, T./Aas, E. (2001).", id="a stroke between authors"),
        pytest.param("Holm and her colleagues (2001) say so.", "Holm, T., Aas, E., & Berg, N. (2001).", id="her own"),
        pytest.param("Holm and colleagues (2001) say so.", "Holm, T., Aas, E., & Berg, N. (2001).", id="colleagues"),
        pytest.param("It sank (Holm, 2001a, p. 3).", "Holm, T. (2001a).", id="a page behind the letter of a year"),
        pytest.param("It sank (Lind 1970, cited in Holm, 2001).", "Holm, T. (2001).", id="what quotes a lost work"),
        pytest.param("It sank (letter, May 3, 1911; Holm, 2001).", "Holm, T. (2001).", id="a day beside a work"),
        pytest.param(
            "It sank (Letter to Aas, 3 May 1911; Holm, 2001).", "Holm, T. (2001).", id="a letter beside a work"
        ),
        pytest.param("It sank (Orrin Times, 5 May 1911; Holm, 2001).", "Holm, T. (2001).", id="a paper beside a work"),
        pytest.param("It sank (“Slow Ferries,” 2001).", "“Slow Ferries.” 2001.", id="a title in quotation marks"),
        pytest.param("It sank (Holm, 2001; 1911 was dry).", "Holm, T. (2001).", id="a year that is no work"),
        pytest.param("It sank (Holm, 2001, 3 May 1911).", "Holm, T. (2001).", id="a day behind a work"),
        pytest.param("It sank (Holm, in press).", "Holm, T. (in press).", id="a work that is to appear"),
        pytest.param(
            "Holm (forthcoming) says so.", "Holm, Tom. Forthcoming.", id="such a work with its author in the text"
        ),
        pytest.param("Sank (HOLM; AAS, 2001, p. 3).", "HOLM, Tom; AAS, Eva. 2001.", id="semicolons between authors"),
        pytest.param("Sank (Holm; Aas; Lind, 2001).", "Holm, T.; Aas, E.; Lind, B. 2001.", id="three with semicolons"),
        pytest.param("It sank (Holm, 1930/2001, p. 3).", "Holm, T. (2001).", id="the year of the first print"),
        pytest.param("Holm (1930/2001) says so.", "Holm, T. (1930/2001).", id="the same in the list"),
        pytest.param("It sank (Holm, n.d.).", "Holm, T. (n.d.).", id="no date, in brackets"),
        pytest.param("Es sank (Holm o.J.).", "Holm, Tom (o. J.):", id="no date, with a blank"),
        pytest.param("As Holm [2001] says, it sank.", "Holm, T. 2001.", id="square brackets behind a name"),
    ],
)
def test_names_need_not_be_called_to_the_letter(call: str, work: str) -> None:
    """A list may write a name otherwise than the text that calls its work."""
    listed = "Adler, B. (1999). *Tides*. Oslo: Aas."
    article = read(
        f"Tides rise (Adler, 1999). {call}\n\n## References\n\n{listed}\n\n{work} *Wrecks*. Oslo: Aas.\n", "a.md"
    )

    assert [marker.label for marker in article.markers] == [note.label for note in article.notes]


def test_a_year_alone_behind_a_semicolon_is_of_the_author_before() -> None:
    """The name is not said twice."""
    works = "Berg, N. 2001. *Reefs*.\n\nHolm, T. 1990. *Tides*.\n\nHolm, T. 1992. *Winds*.\n"
    article = read(f"It sank (Holm 1990: 3; 1992: 9; Berg 2001).\n\n## References\n\n{works}", "a.md")

    assert [marker.label for marker in article.markers] == ["Holm 1990", "Holm 1992", "Berg 2001"]


def test_works_of_one_author_and_of_several_are_told_apart() -> None:
    """A book by Holm and one by Holm and others may bear one year; the text says "et al." or names both authors."""
    article = read(
        "Holm (2001) saw none. Holm et al. (2001) saw one. Few came (Holm & Aas, 2001).\n\n## References\n\n"
        "Holm, T. (2001). *None*. Oslo: Aas.\n\nHolm, T., & Aas, E. (2001). *One*. Oslo: Aas.\n",
        "a.md",
    )

    assert [note.label for note in article.notes] == ["Holm 2001", "Holm et al. 2001"]
    assert [marker.label for marker in article.markers] == ["Holm 2001", "Holm et al. 2001", "Holm et al. 2001"]


@pytest.mark.parametrize(
    ("name", "dashes"),
    [
        pytest.param("a.txt", "———.", id="lines of a text"),
        pytest.param("a.txt", "Ders.", id="a word in their place"),
        pytest.param("a.md", "\n———.", id="paragraphs of Markdown"),
        pytest.param("a.md", "\n---.", id="hyphens"),
        pytest.param("a.md", "\n- ———,", id="an item of a list"),
    ],
)
def test_dashes_stand_for_the_authors_of_the_work_above(name: str, dashes: str) -> None:
    """Lists print the name once; the text calls both works by it."""
    article = read(
        "It sank (Berg 2001a). It was raised (Berg 2001b).\n\nReferences\n\n"
        f"Berg, Nora. 2001a. Ferries. Oslo: Aas.\n{dashes} 2001b. Reefs. Oslo: Aas.\n",
        name,
    )

    assert [note.label for note in article.notes] == ["Berg 2001a", "Berg 2001b"]
    assert [claim.labels for claim in article.claims] == [("Berg 2001a",), ("Berg 2001b",)]


def test_a_line_may_begin_with_the_particle_of_a_name() -> None:
    """A list without blank lines begins a work with "van" as it does with a capital."""
    article = read(
        "Tides rise (Adler 1999). It sank (van der Meer 2001).\n\nReferences\n\n"
        "Adler, B. 1999. Tides. Oslo: Aas.\nvan der Meer, P. 2001. Wrecks. Oslo: Aas.\n",
        "a.txt",
    )

    assert [note.label for note in article.notes] == ["Adler 1999", "Meer 2001"]


def test_a_word_in_capitals_takes_bounded_time() -> None:
    """It may be read as the letters of many words; each way was tried."""
    begun = time.process_time()
    read(f"It sank (Berg, 2001).\n\n## References\n\n{'A' * 200} 2001\n\nBerg, N. (2001). *Ferries*.\n", "a.md")
    assert time.process_time() - begun < 1.0


def test_a_page_may_stand_behind_a_name_with_particles() -> None:
    """They are no part of the label, which sorts the list."""
    works = "Holm, Ada. *Tides*. Aas, 1999.\n\nvan der Berg, Ada. *Wrecks*. Aas, 2001.\n"
    article = read(f"It sank (van der Berg 12). It rose (Holm 3).\n\n## Works Cited\n\n{works}", "a.md")

    assert [marker.label for marker in article.markers] == ["Berg", "Holm"]


_WORKS = (
    "Berg, Anna. 2004. Water and Stone. Quayside Books.",
    "Holm, Per, and Eva Lind. 2004. The Ferries. Quayside Books.",
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "a.html",
            '<p>It sank (<a href="#ref-berg">Berg 2004, 3</a>; <a href="#ref-holm">Holm and Lind 2004</a>).'
            '<a href="#fn1" role="doc-noteref"><sup>1</sup></a> So Berg (<a href="#ref-berg">2004</a>) says.</p>'
            f'<h2>References</h2><div id="refs"><div id="ref-berg">{_WORKS[0]}</div><div id="ref-holm">'
            f'{_WORKS[1]}</div></div><section role="doc-endnotes"><hr><ol>'
            '<li id="fn1"><p>Not at once.<a href="#fnref1">↩</a></p></ol></section>',
            id="HTML",
        ),
        pytest.param(
            "a.md",
            "It sank ([Berg 2004, 3](#ref-berg); [Holm and Lind 2004](#ref-holm)).[^1] So Berg ([2004](#ref-berg)) "
            f"says.\n\n## References\n\n{_WORKS[0]}\n\n{_WORKS[1]}\n\n[^1]: Not at once.\n",
            id="Markdown, the names lost",
        ),
        pytest.param(
            "a.txt",
            f"It sank (Berg 2004, 3; Holm and Lind 2004).[1] So Berg (2004) says.\n\nReferences\n\n{_WORKS[0]}\n\n"
            f"{_WORKS[1]}\n\n[1] Not at once.\n",
            id="plain text",
        ),
        pytest.param(
            "a.txt",
            "It sank ( Berg 2004, 3 ; Holm and Lind 2004 ) . [ 1 ] So Berg ( 2004 ) says.\n\nReferences\n\n"
            f"    {_WORKS[0]}\n\n    {_WORKS[1]}\n\n[ 1 ]\n\nNot at once.\n",
            id="a page printed as text, its list indented",
        ),
        pytest.param(
            "a.tex",
            r"\begin{document}It sank (\citeproc{ref-berg}{Berg 2004, 3}; \citeproc{ref-holm}{Holm and Lind 2004})."
            r"\footnote{Not at once.} So Berg (\citeproc{ref-berg}{2004}) says.\section*{References}"
            "\\begin{CSLReferences}{1}{1}\n\\bibitem[\\citeproctext]{ref-berg}\n"
            f"{_WORKS[0]}\n\n\\bibitem[\\citeproctext]{{ref-holm}}\n{_WORKS[1]}\n\n"
            "\\end{CSLReferences}\\end{document}",
            id="LaTeX",
        ),
    ],
)
def test_works_and_footnotes_may_stand_below_one_heading(name: str, text: str) -> None:
    """So pandoc and Quarto end every article that has both; the years of works may be links to them."""
    article = read_article(text.encode(), name=name)

    assert {note.label: note.raw for note in article.notes} == {
        "Berg 2004": _WORKS[0],
        "Holm 2004": _WORKS[1],
        "1": "Not at once.",
    }
    assert [marker.label for marker in article.markers] == ["Berg 2004", "Holm 2004", "1", "Berg 2004"]


def test_given_names_may_stand_before_a_colon() -> None:
    """So German lists begin their works, and the notes call these by the family name."""
    works = "* Ruth Holm: Fähren am Ohl. Terntor, Ulm 1961.\n* Tom Falk: Wasser und Zoll. Ulm 1999.\n"

    article = read(f"Die Fähre sank (Holm 1961, 17). Der Zoll stieg (Falk 1999).\n\n## Literatur\n\n{works}", "a.md")

    assert [note.label for note in article.notes] == ["Holm 1961", "Falk 1999"]
    assert [marker.label for marker in article.markers] == ["Holm 1961", "Falk 1999"]
