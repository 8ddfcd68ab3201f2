"""A source text made ready for matching: what is read out of it once for all claims."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import judged_against

from verifier.matching import index_source, judge
from verifier.matching.base import MissKind, Question, Verdict
from verifier.matching.folding import BLOCK, letters, lowered
from verifier.matching.lookup import Index, Search, beginning_of
from verifier.matching.source import SEARCHED_FOR
from verifier.matching.terms import WORD
from verifier.matching.vocabulary import STOPWORDS

PAGE = (
    "The Marrow Valley Railway carried ore in the season of 2018-19. The Office of Works and Bridges closed it. "
    "Ann Berg said that the line was too costly to mend, and that no one had asked for it. It opened again in May."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It cost 4.2 million.", ["It", "cost", "4.2 million"], id="a number with its scale"),
        pytest.param("1,200 men, 12th row", ["1,200", "men", "12th", "row"], id="thousands and ordinals"),
        pytest.param("4x4 isn't 5%", ["4x4", "isn't", "5", "%"], id="digits in a word, apostrophes, signs"),
        pytest.param("$3m or €5bn", ["$", "3m", "or", "€", "5bn"], id="money"),
        pytest.param("Käthe_9 ٣٤", ["Käthe_9", "٣٤"], id="other letters and digits"),
    ],
)
def test_words_are_cut_out_as_people_would(text: str, words: list[str]) -> None:
    """A number is one word with its scale and its thousands; a mark between words is none."""
    assert WORD.findall(text) == words


def test_the_second_year_of_a_span_is_found() -> None:
    """A page that says 2018-19 has 2019, though not in four digits."""
    match = judged_against("The Marrow Valley Railway carried ore in 2019.", PAGE)

    assert not [m for m in match.missing if m.kind is MissKind.DATE]


@pytest.mark.parametrize(
    ("office", "missing"),
    [pytest.param("OWB", [], id="spelled out"), pytest.param("BWO", ["BWO"], id="in another order")],
)
def test_initials_are_read_from_the_names_of_a_page(office: str, missing: list[str]) -> None:
    """An office that the page spells out is not missing because the claim abbreviates it."""
    match = judged_against(f"The railway was closed by the {office}.", PAGE)

    assert [m.text for m in match.missing] == missing


def test_a_quotation_is_found_over_marks_and_line_ends() -> None:
    """The words count, one after the other; what stands between them does not."""
    page = "He wrote: “It was too\ncostly — to   mend, that line”, and left. It was too. It was too costly for all."
    match = judged_against("“It was too costly to mend, that line”", page)

    assert match.verdict is Verdict.SUPPORTED
    assert match.evidence[0].text == "It was too\ncostly — to   mend, that line"


@settings(max_examples=30)
@given(st.text(alphabet="aÄß ΣσİÉ\n-´\u0301ﬁ½9", max_size=200))
def test_a_long_text_is_changed_as_a_short_one_is(piece: str) -> None:
    """Block by block or all at once, the letters are the same."""
    times = 2 + BLOCK // (len(piece) + 1)
    text = " ".join([piece] * times)

    assert letters(text).split() == letters(piece).split() * times
    assert lowered(text) == " ".join([lowered(piece)] * times)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PAGE.split()), min_size=1, max_size=12), st.text(max_size=10))
def test_an_index_changes_no_answer(words: list[str], odd: str) -> None:
    """Later claims of a source are looked up in an index, and must get the answer that the first one got."""
    question = Question(text=" ".join([*words, odd]))
    index = index_source(PAGE)
    answers = {judge(question, index) for _ in range(SEARCHED_FOR + 2)}

    assert len(answers) == 1
    assert not index.claims or isinstance(index.lookup(), Index)


PIECES = [
    "o'clock",
    "forty-three",
    "three",
    "5 million",
    "1,234.5",
    "B52",
    "'tis",
    "Zoë",
    "İ",
    "€7",
    "9%",
    "_x",
    "the",
    "a",
    "Dr.",
    "\n",
    ".",
    ", ",
]


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*PIECES, *" '.,-x7"]) | st.text(max_size=3), max_size=30))
def test_searching_finds_the_words_that_an_index_has(pieces: list[str]) -> None:
    """A word is not the end of a longer one, a number not a part of one, and each stands in the same sentences."""
    source = index_source("".join(pieces))
    plain, low, spans = source.folded.text, source.lowered, source.spans
    search, index = Search(plain, low, spans), Index(plain, spans)
    forms = {form for start, end in spans for form in WORD.findall(plain, start, end)} - STOPWORDS

    for form in forms:
        assert index.has(form)
        assert search.has(form)
        assert form in search.starting(beginning_of(form))
        assert form in index.starting(beginning_of(form))
        assert search.places(form) == index.places(form)
    assert {f for form in forms for f in search.starting(beginning_of(form))} - STOPWORDS == forms


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("It sank on Aug. 7, 1789. All swam.", ["It sank on Aug. 7, 1789. ", "All swam."], id="a month"),
        pytest.param("He met Prof. Berg in Dec. She left.", ["He met Prof. Berg in Dec. ", "She left."], id="a title"),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, sentences: list[str]) -> None:
    """A month's stop is none before its day, but may be one before a word."""
    source = index_source(text)

    assert [source.sentence(i) for i in range(len(source.spans))] == sentences
