"""Sentences of a block without markers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.sentences import quoted_spans, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(
            ["He met Dr. Holt of Acme Inc. in the U.S.", "The U.S. Senate voted at 5 p.m. on 3 May."],
            id="abbreviations",
        ),
        pytest.param(["J. K. Falk left.", "It was late."], id="initials"),
        pytest.param(["“Is it so?”", "Nobody knew."], id="a closing quotation mark"),
        pytest.param(["“Is it so?” he asked."], id="a quotation inside a sentence"),
        pytest.param(["It cost $4.2 bn.", "Prices rose."], id="a decimal"),
        pytest.param(["See No. 5 and Art. 12 of the law.", "He said no.", "They left."], id="numbered things"),
        pytest.param(["(It had failed before.)", "Then it failed again."], id="brackets"),
        pytest.param(["Sie fuhr am 3. März 1990 ab.", "Prof. Meier blieb."], id="German"),
        pytest.param(
            ["Am 30. Juni endete der 3. Versuch.", "Am 1. Juli begann er neu."], id="German days and ordinals"
        ),
        pytest.param(["Das kostet z. B. Geld, d. h. 8 Mio. Euro.", "Mehr nicht."], id="German abbreviations"),
        pytest.param(["Los EE. UU. firmaron.", "No volvieron."], id="Spanish letters doubled for a plural"),
        pytest.param(["Take vitamin c.", "The rest is luck."], id="a letter at the end"),
        pytest.param(["¿Por qué?", "«No lo sé», dijo."], id="Spanish"),
        pytest.param(["Он уехал в 1990 г. в Томск.", "Это было летом."], id="Russian"),
        pytest.param(["She waited … and waited."], id="an ellipsis inside"),
        pytest.param(
            ["“We saw the fire. . . .", "In the morning . . . it was out.”"], id="words left out behind a sentence"
        ),
        pytest.param(["Il a raté la 7.", "Maintenant il lit."], id="a French word that begins like a month"),
        pytest.param(["1. The first rule stands.", "It holds."], id="the number of a list item"),
        pytest.param(["No stop at the end"], id="no stop"),
        pytest.param(["Il vint en 1911.", "« Il est beau », dit-il."], id="a French quotation opens a sentence"),
        pytest.param(["« Il est beau. »", "Le maire rit."], id="a French quotation ends one"),
        pytest.param(["L’art. 5 de la loi l’interdit.", "Nul ne le lit."], id="an abbreviation behind an elision"),
        pytest.param(["She can't.", "Nobody can."], id="an apostrophe that is no elision"),
        pytest.param(["नाव डूब गई।", "कोई नहीं मरा।"], id="Hindi"),
        pytest.param(["هل غرقت السفينة؟", "لا أحد يعرف."], id="Arabic"),
        pytest.param(
            ["Er ging.", "»Ich komme.«", "»Wann?«, rief sie."], id="German quotation marks that point inwards"
        ),
        pytest.param(["Il parlait « d’un mouvement » .", "On se tut ."], id="a blank before the stop"),
        pytest.param(["We saw . . . In May nothing.", "Then rain."], id="spaced stops for words left out"),
        pytest.param(["Tak było (por. Nowak 2011).", "Nikt nie przyszedł."], id="Polish"),
    ],
)
def test_splits_where_a_reader_would(sentences: list[str]) -> None:
    """A claim is a sentence, so a wrong split makes a wrong claim."""
    text = " ".join(sentences)

    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@given(st.text(max_size=300))
def test_sentences_cover_every_word_of_any_text(text: str) -> None:
    """Nothing but white space lies between sentences, and they never overlap."""
    end = 0
    for start, stop in split_sentences(text):
        assert not text[end:start].strip()
        assert start < stop
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("He said “go” and 'stay put'.", ["“go”", "'stay put'"], id="double and single"),
        pytest.param("the dog's bone and the cat's", [], id="apostrophes"),
        pytest.param("„So ist es“, sagte er: «oui».", ["„So ist es“", "«oui»"], id="German and French"),
        pytest.param("“They said “no” to it”, he wrote.", ["“They said “no” to it”"], id="one within another"),
        pytest.param("“They said “no” to it, he wrote.", ["“no”"], id="one that never closes"),
        pytest.param("'don't do it' was all", ["'don't do it'"], id="an apostrophe inside"),
    ],
)
def test_finds_quoted_words(text: str, quoted: list[str]) -> None:
    """Quotations are looked for word for word, so their ends must be right."""
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("They stay in school until they are 18.", "In 2011 they were asked.", id="a figure of two digits"),
        pytest.param("It seldom rises above 35 C.", "Winds are weak.", id="a single letter"),
        pytest.param("Jaz obiecano w 1894 r.", "Nikt go nie widział.", id="an abbreviation"),
    ],
)
def test_a_marker_behind_a_stop_ends_the_sentence(first: str, second: str) -> None:
    """No abbreviation within a sentence has one there: the claim of the next marker began too early."""
    text = f"{first} {second}"

    assert [text[start:end] for start, end in split_sentences(text, (len(first),))] == [first, second]
