"""Where on the page a claim is."""

import pytest
from judging import judged_against

from verifier.extraction.base import Part, PartKind
from verifier.matching import index_source
from verifier.matching.claim_words import read_claim
from verifier.matching.locate import locate
from verifier.matching.source import LONGEST_SENTENCE

PAGE = (
    "Harbour news\nThe council met on Tuesday. Mr. J. Holm opened the debate about dredging. "
    "The new crane lifts forty tonnes. Nothing else was decided.\nThe fish market closes at noon. "
    "Its roof will be mended in spring, and the ice house is to be sold."
)


def test_sentences_are_not_cut_after_initials_and_titles() -> None:
    """A name must not be torn from its sentence."""
    index = index_source(PAGE)

    assert any("Mr. J. Holm opened" in index.sentence(i) for i in range(len(index.spans)))


def test_the_best_sentence_is_chosen_first() -> None:
    """Evidence begins with the sentence that covers most of the claim."""
    located = locate(read_claim("A new crane can lift forty tonnes."), index_source(PAGE))

    assert "crane" in located.source.sentence(located.chosen[0])
    assert located.window_share > 0.9


def test_evidence_may_come_from_places_far_apart() -> None:
    """A claim that joins two facts is carried by both."""
    filler = " ".join(f"Sentence number {word} says little." for word in ["one", "two", "three", "four", "five", "six"])
    page = f"The crane lifts forty tonnes. {filler} The ice house is to be sold in autumn."

    match = judged_against("The crane lifts forty tonnes and the ice house will be sold.", page)

    texts = [p.text for p in match.evidence]
    assert any("crane" in t for t in texts)
    assert any("ice house" in t for t in texts)


def test_a_passage_names_its_part_and_page() -> None:
    """People are told whether a hit lies in the main text or in the comments."""
    parts = (
        Part(start=0, end=len(PAGE), kind=PartKind.MAIN, page=2),
        Part(start=0, end=12, kind=PartKind.TITLE, page=2),
    )
    index = index_source(PAGE, parts)

    assert index.passage(0, 12).part == "title"
    assert index.passage(20, 40).part == "main"
    assert index.passage(20, 40).page == 2


def test_one_long_line_is_cut_into_readable_pieces() -> None:
    """Menus and tables come as one line; evidence must stay short."""
    index = index_source("word " * 5000)

    assert max(end - start for start, end in index.spans) <= LONGEST_SENTENCE


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("She won the race.", "Everyone wins the race.", id="the base of an irregular form"),
        pytest.param("He chose the song.", "They choose the song.", id="a base with a silent e"),
        pytest.param("Ann McBride sings.", "Ann McBride sings.", id="a capital within the name"),
        pytest.param("The USA agreed.", "The US agreed.", id="an abbreviation"),
        pytest.param("The second war ended.", "The war II ended.", id="a Roman numeral"),
        pytest.param("The two men sang.", "TWO men sang.", id="a number in capitals"),
    ],
)
def test_a_word_is_found_however_its_key_may_begin(claim: str, page: str) -> None:
    """The words of a page are looked up by their first letters; no form of a word may be lost by that."""
    located = locate(read_claim(claim), index_source(f"{page} It rained in the north."))

    assert not located.gone
    assert not located.twins


def test_what_covers_as_much_as_the_best_belongs_to_the_place() -> None:
    """It is no evidence, since it adds nothing; what it denies or dates is told of the same."""
    page = "Toads have a red stripe. Rain fell. Hail fell. Snow fell. The sun rose. No toad has a red stripe there."
    located = locate(read_claim("Toads have a red stripe."), index_source(page))

    assert located.chosen == [0]
    assert 5 in located.place
