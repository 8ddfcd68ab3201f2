"""What a marker vouches for."""

import pytest

from citations.article import Article, read_article
from citations.claims import ClaimKind

NOTES = "\n\n## Notes\n\n[1] A\n[2] B\n[3] C\n"


def article(text: str) -> Article:
    """Give the article of this text and three notes."""
    return read_article((text + NOTES).encode(), name="a.md")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param("It rained. It snowed.[1]", [("It snowed.", "1")], id="the sentence that ends at the marker"),
        pytest.param("It snowed[1]. It rained.", [("It snowed.", "1")], id="a marker before the full stop"),
        pytest.param("It snowed. [1] It rained.", [("It snowed.", "1")], id="a marker behind a blank"),
        pytest.param("“It snowed.”[1] It rained.", [("“It snowed.”", "1")], id="behind a quotation mark"),
        pytest.param("It snowed.[1][2] It rained.", [("It snowed.", "12")], id="adjacent markers share a claim"),
        pytest.param(
            "The village was cut off for weeks[1], and the mayor called in the army[2].",
            [("The village was cut off for weeks", "1"), ("the mayor called in the army.", "2")],
            id="clauses back to the marker before",
        ),
        pytest.param(
            "Many ships (even the ferry of Oslo[1]) ran aground, as the harbour master said.[2]",
            [("Many ships (even the ferry of Oslo", "1"), ("ran aground, as the harbour master said.", "2")],
            id="a bracket that closes behind a marker",
        ),
        pytest.param(
            "Holm Lines (Oslo; founded 1911; sold 1932) built the ferry,[1] and sold it.",
            [("Holm Lines (Oslo; founded 1911; sold 1932) built the ferry", "1")],
            id="semicolons in brackets",
        ),
        pytest.param(
            "It opened in 1901 as a toll bridge,[1] and was rebuilt by 1950.[2]",
            [("It opened in 1901 as a toll bridge", "1"), ("was rebuilt by 1950.", "2")],
            id="a short clause behind another marker",
        ),
        pytest.param(
            "Holt owes it “more to the road than to rain”,[1] though Falk disputes this.[2]",
            [("Holt owes it “more to the road than to rain”", "1"), ("though Falk disputes this.", "2")],
            id="no quotation from another source",
        ),
        pytest.param(
            "According to Holt[1], the village was cut off.",
            [("According to Holt, the village was cut off.", "1")],
            id="too little before the marker to stand alone",
        ),
        pytest.param(
            "It ended in 2012[1], and few people in the valley noticed.",
            [("It ended in 2012", "1")],
            id="a short clause that a conjunction joins to the rest",
        ),
        pytest.param(
            "Prices fell sharply;[1] wages did not move at all.",
            [("Prices fell sharply", "1")],
            id="before a semicolon",
        ),
        pytest.param(
            "Holt[1], and Falk after him, cut the road off.",
            [("Holt, and Falk after him, cut the road off.", "1")],
            id="a name that a conjunction joins is no clause",
        ),
        pytest.param(
            "It froze. “The pass is shut. Nobody got over it,” she said.[1]",
            [("“The pass is shut. Nobody got over it,” she said.", "1")],
            id="a quotation of several sentences, from its beginning on",
        ),
        pytest.param(
            'Holt was blunt: "The pass is shut. Nobody got over it."[1] It thawed.',
            [('Holt was blunt: "The pass is shut. Nobody got over it."', "1")],
            id="with the words that lead up to it",
        ),
        pytest.param(
            "It froze in '47. The herds' winter was long. The brothers' farm stood.[1]",
            [("The brothers' farm stood.", "1")],
            id="apostrophes are no quotation",
        ),
        pytest.param(
            "The harbour master of Oslo suggested in [1] a new law, and it came.",
            [("The harbour master of Oslo suggested in a new law, and it came.", "1")],
            id="a marker in place of a name",
        ),
        pytest.param(
            "« Il est beau pour nous tous [1] », disait le maire [2].",
            [("« Il est beau pour nous tous", "1"), ("disait le maire.", "2")],
            id="a quotation that ends behind a marker",
        ),
        pytest.param(
            "39. The word is said to be Greek.[1]",
            [("The word is said to be Greek.", "1")],
            id="the number of a paragraph is no figure of the claim",
        ),
        pytest.param("[1] Snow fell. It rained.", [("Snow fell.", "1")], id="a marker before all words"),
    ],
)
def test_takes_the_words_before_the_marker(text: str, claims: list[tuple[str, str]]) -> None:
    """The sentence, or the clause back to the last marker or boundary; never more."""
    found = article(text).claims

    assert [(claim.text, "".join(claim.labels)) for claim in found] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Berg (1911) counted twelve wrecks, but Holm (1912) found twenty there; others saw none (Lind 1913).",
            {
                "Berg 1911": "Berg counted twelve wrecks",
                "Holm 1912": "Holm found twenty there",
                "Lind 1913": "others saw none.",
            },
            id="each what is said behind its name",
        ),
        pytest.param(
            "The ferry sank in May (Berg 1911), while Holm et al. (1912) hold that it burnt down in June.",
            {"Berg 1911": "The ferry sank in May", "Holm 1912": "Holm et al. hold that it burnt down in June."},
            id="a name behind the claim of another",
        ),
        pytest.param(
            "The ferry sank in May, as Berg (1911) and Holm (1912) show.",
            dict.fromkeys(["Berg 1911", "Holm 1912"], "The ferry sank in May, as Berg and Holm show."),
            id="the whole sentence where it is not clear",
        ),
        pytest.param(
            "In May, Berg (1911) saw it. However, Holm and Lind (1912) say that it burnt.",
            {"Berg 1911": "In May, Berg saw it.", "Holm 1912": "However, Holm and Lind say that it burnt."},
            id="words before a comma are no names",
        ),
        pytest.param(
            "However, according to the harbour office (Berg 1911), the ferry sank in May.",
            {"Berg 1911": "However, according to the harbour office, the ferry sank in May."},
            id="a bracket between a source and its words",
        ),
    ],
)
def test_takes_the_words_behind_a_name(text: str, claims: dict[str, str]) -> None:
    """An author's name in the text goes before what the author says."""
    works = (
        "Berg, A. 1911. Ferries. Oslo: Aas.\n\nHolm, T. 1912. Wrecks. Oslo: Aas.\n\nLind, S. 1913. Reefs. Oslo: Aas."
    )
    found = read_article(f"{text}\n\n## References\n\n{works}\n".encode(), name="a.md").claims

    assert {"".join(claim.labels): claim.text for claim in found} == claims


def test_keeps_what_is_needed_to_understand_a_claim() -> None:
    """Two sentences before, the heading, and what the marker perhaps covers, which is never failed."""
    read = article("# The Pass\n\nOne began. Two followed.[1]\n\nThree came late. Four was last. This was the end.[2]")

    last = read.claims[1]

    assert last.id == "c2"
    assert last.needs_context
    assert last.heading == "The Pass"
    assert last.context == ("Three came late.", "Four was last.")
    assert last.perhaps_covered == ("Three came late.", "Four was last.")


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        pytest.param("Five years later, he wrote it again.", True, id="a pronoun behind a time"),
        pytest.param("Five years later, Holt wrote it again.", False, id="a name"),
    ],
)
def test_tells_what_leans_on_the_words_before(text: str, leans: bool) -> None:  # noqa: FBT001 - a table
    """A pronoun that opens a sentence stands for somebody named before."""
    assert article(f"{text}[1]").claims[0].needs_context is leans


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The road leads to the mill.", ClaimKind.FACT, id="fact"),
        pytest.param("The road is 12 miles long.", ClaimKind.FIGURE, id="figure"),
        pytest.param("Holt said that it was “no road at all”.", ClaimKind.QUOTATION, id="quotation"),
        pytest.param("The road may lead to the mill.", ClaimKind.HEDGED, id="hedged"),
        pytest.param("The road should be closed.", ClaimKind.OPINION, id="opinion"),
    ],
)
def test_tells_kinds_of_claims_apart(text: str, kind: ClaimKind) -> None:
    """An opinion is judged too, but never called not found; a figure is looked up as such."""
    assert article(f"{text}[1]").claims[0].kind is kind


@pytest.mark.parametrize(
    ("text", "strict"),
    [
        pytest.param("The court spoke of a “serious enough breach” of the law.", True, id="spoken of"),
        pytest.param("The plan was “a step in the right direction”.", True, id="five words or more"),
        pytest.param("Holt called it “a disgrace”.", True, id="fewer, said by someone"),
        pytest.param("The so-called “smart” lamp failed.", False, id="scare quotes"),
        pytest.param("It stands in “The Long Road Home”.", False, id="a title"),
        pytest.param("The Ratsherren (“town councillors”) met.", False, id="a translation"),
    ],
)
def test_knows_which_quotations_must_stand_in_the_source(text: str, strict: bool) -> None:  # noqa: FBT001 - a table
    """Scare quotes, titles and translations are no words of the source, and a miss says nothing."""
    quotes = article(f"{text}[1]").claims[0].quotes

    assert [quote.strict for quote in quotes] == [strict]


def test_lists_checkable_sentences_without_a_note() -> None:
    """Sentences with figures, quotations or names that no claim covers; connecting words are left out."""
    read = article("It was so. The tower is 40 metres high. Nothing more is known.\n\nIt fell in autumn.[1]")

    assert [sentence.text for sentence in read.uncited] == ["The tower is 40 metres high."]


def test_no_sentence_of_a_quotation_that_a_note_vouches_for_is_uncited() -> None:
    """Its first sentences belong to the claim, whatever figures they have."""
    found = article("“In 1911 the pass was shut. Nobody got over it,” she said.[1] In 1912 it was open.")

    assert [sentence.text for sentence in found.uncited] == ["In 1912 it was open."]


def test_spans_are_places_in_the_sentence() -> None:
    """Reports mark the clause inside its sentence."""
    claim = article("The village was cut off for weeks[1], and then the snow melted.").claims[0]

    assert claim.sentence[claim.span.start : claim.span.end] == claim.text


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "> The line was no longer of use.\n>\n> -- Rail Board, 14 March 2024[1]",
            "The line was no longer of use.",
            id="below",
        ),
        pytest.param(
            "> It never stops humming at night. — Ida Holt[1]", "It never stops humming at night.", id="in its line"
        ),
        pytest.param(
            "> So it was.\n>\n> — Ida left the house.[1]", "— Ida left the house.", id="speech that a dash opens"
        ),
    ],
)
def test_a_marker_behind_the_name_below_a_quotation_vouches_for_the_quotation(text: str, claim: str) -> None:
    """The name says whose words they are; it claims nothing itself."""
    assert [one.text for one in article(text).claims] == [claim]


def test_a_star_behind_the_names_of_authors_makes_no_claim() -> None:
    """What is said of the authors is a note, and no source."""
    page = (
        "<h1>Drones</h1><p>Ida K. Holm<a href='#fa' id='ra'><sup>*</sup></a></p>"
        "<p>It was so.<a href='#f1' id='r1'><sup>1</sup></a></p><h2>Notes</h2><ol>"
        "<li id='fa'><sup>*</sup> Professor of law. <a href='#ra'>↩</a></li>"
        "<li id='f1'><sup>1</sup> Berg, Ice, 1999. <a href='#r1'>↩</a></li></ol>"
        "<footer><p>© 2024 Review of Law. ISSN 1234-5678</p></footer>"
    )

    read = read_article(page.encode(), name="a.html")

    assert [marker.label for marker in read.markers] == ["*", "1"]
    assert [claim.text for claim in read.claims] == ["It was so."]
    assert [note.raw for note in read.notes] == ["Professor of law.", "Berg, Ice, 1999."]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "The order says:\n\n> The line is shut. Nobody may walk on it.[1]",
            "The line is shut. Nobody may walk on it.",
            id="announced",
        ),
        pytest.param(
            "It was so.\n\n> The line is shut. Nobody may walk on it. — Ida Holt[1]",
            "The line is shut. Nobody may walk on it.",
            id="above a name",
        ),
        pytest.param(
            "It was so.\n\n> The line is shut. Nobody may walk on it.\n>\n> — Ida Holt[1]",
            "The line is shut. Nobody may walk on it.",
            id="above a name in a line of its own",
        ),
    ],
)
def test_a_quotation_set_apart_is_quoted_as_a_whole(text: str, claim: str) -> None:
    """It has no quotation marks, since its margins say what it is; one word changed is a wrong quotation."""
    (found,) = article(text).claims

    assert found.text == claim
    assert found.kind is ClaimKind.QUOTATION
    assert [(quote.text, quote.strict) for quote in found.quotes] == [(claim, True)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("It was so.\n\n> Beware. The line may well be shut by now.[1]", [], id="a remark of the author's"),
        pytest.param(
            "The order says:\n\n> “The line is shut to all.” So it reads.[1]",
            ["The line is shut to all."],
            id="more in quotation marks than beside them",
        ),
    ],
)
def test_only_what_is_quoted_is_looked_for_word_for_word(text: str, quotes: list[str]) -> None:
    """Boxes and remarks are set apart as well, and some writers set quotation marks all the same."""
    (found,) = article(text).claims

    assert [quote.text for quote in found.quotes] == quotes


def test_a_noun_that_looks_like_a_verb_of_speech_attributes_nothing() -> None:
    """Scare quotes behind "in terms of" are nobody's words."""
    (quote,) = article("They spoke in bitter terms of “modern” bridges.[1]").claims[0].quotes

    assert not quote.strict


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The line was shut in May.[1]Nobody came.", id="no blank behind the marker"),
        pytest.param("Elle disait « la ligne est close[1] » . Nobody came.", id="a stop behind a closing mark"),
    ],
)
def test_sentences_end_where_converters_left_no_blank_or_one_too_many(text: str) -> None:
    """A claim that runs on into the next sentence is looked for in the wrong place."""
    found = article(text)

    assert "Nobody" not in found.claims[0].sentence
    assert [sentence.text for sentence in found.blocks[0].sentences][-1] == "Nobody came."


FOOT = '<ol><li id="fn1">Register.</li></ol>'
MARK = '<sup><a href="#fn1">1</a></sup>'


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(f"<footer>— Abbot Wode{MARK}</footer>", id="a footer"),
        pytest.param(f"<cite>Abbot Wode{MARK}</cite>", id="no dash"),
        pytest.param(f"<p>Abbot Wode, in a letter{MARK}</p>", id="a line"),
    ],
)
def test_a_marker_behind_the_name_below_a_quotation_needs_no_dash(below: str) -> None:
    """Sites set the name in an element of its own, mostly without a dash."""
    page = f"<p>He wrote:</p><blockquote><p>All the wool is gone.</p>{below}</blockquote>{FOOT}"

    read = read_article(page.encode(), name="a.html")

    assert [claim.text for claim in read.claims] == ["All the wool is gone."]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("All is gone.", "Nobody came.", id="a sentence"),
        pytest.param("All is gone,", "And nobody came", id="the second half of one"),
    ],
)
def test_the_last_line_of_a_quotation_is_no_name(above: str, below: str) -> None:
    """Quotations have several paragraphs, and verse has lines."""
    page = f"<blockquote><p>{above}</p><p>{below}{MARK}</p></blockquote>{FOOT}"

    assert [claim.text for claim in read_article(page.encode(), name="a.html").claims] == [below]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "The town lost the dam,[^1] the wheel,[^2] the sluice[^3] and forty jobs.",
            [
                "The town lost the dam",
                "The town lost the dam, the wheel",
                "The town lost the dam, the wheel, the sluice",
            ],
            id="items",
        ),
        pytest.param(
            "The mill was sold in 1799,[^1] 1811[^2] or 1840, as some say.",
            ["The mill was sold in 1799", "The mill was sold in 1799, 1811"],
            id="a short rest",
        ),
        pytest.param(
            "The town lost to the river the dam,[^1] the wheel[^2] broke in the night of the third flood.",
            [
                "The town lost to the river the dam",
                "The town lost to the river the dam, the wheel broke in the night of the third flood.",
            ],
            id="a verb follows",
        ),
        pytest.param(
            "As Holm[^1] and Berg,[^2] say, the mill burnt.",
            ["As Holm and Berg, say, the mill burnt."] * 2,
            id="no clause before",
        ),
    ],
)
def test_a_note_behind_an_item_vouches_for_no_later_item(text: str, claims: list[str]) -> None:
    """A note in a list was held to every item of the sentence, and so to what the notes behind it vouch for."""
    article = read_article(f"{text}\n\n[^1]: A.\n[^2]: B.\n[^3]: C.\n".encode(), name="a.md")

    assert [claim.text for claim in article.claims] == claims
