"""What a claim says of its source itself: note and page know it, and no page need say it."""

from dataclasses import replace

import pytest

from verifier.matching import index_source, judge
from verifier.matching.base import Origin, Question, Verdict

SEALS = (
    "Forty seals have died in the harbour of Lenk since March, the harbour board said on Tuesday. A virus is thought "
    "to be the cause. In Orsa a similar outbreak killed 12 seals in 2011. Last year the board refused to publish its "
    'report. "We have never seen anything like it," said Per Aas, who heads the board.'
)
ORIGIN = Origin(authors=("Ada Smith",), outlets=("The Guardian",), issued=((2019, 5, 16),))
STUDY = (
    "Mass deaths of seals have been seen in northern harbours. We examined 214 seals found dead between March and May. "
    "A morbillivirus was found in 187 of them (87%). Young seals were affected more often than adults. The virus is "
    "the likely cause of the deaths. We found no sign of poisoning."
)
OF_STUDY = Origin(authors=("Ada Smith", "Jonas Brandt"), outlets=("Journal of Marine Biology",), issued=((2019, 5),))


def _verdict(claim: str, origin: Origin = ORIGIN, page: str = SEALS) -> Verdict:
    return judge(Question(text=claim, origin=origin), index_source(page)).verdict


@pytest.mark.parametrize(
    "claim",
    [
        "According to a 2019 report by the Guardian, forty seals died in the harbour of Lenk.",
        "In May 2019 the Guardian reported that forty seals had died in the harbour of Lenk.",
        "Forty seals have died in the harbour of Lenk, Ada Smith writes in the Guardian.",
        "Smith (2019) notes that a virus is thought to be the cause.",
        "As the Guardian's Ada Smith pointed out in 2019, forty seals have died in the harbour of Lenk.",
        'The Guardian quotes the head of the board, Per Aas: "We have never seen anything like it."',
    ],
)
def test_who_wrote_a_source_where_and_when_need_not_stand_in_it(claim: str) -> None:
    """A page seldom names its own paper, its author or its year; the note does."""
    assert _verdict(claim) is Verdict.SUPPORTED
    assert _verdict(claim, Origin()) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Smith et al. (2019) found that a morbillivirus was the likely cause of the deaths of seals.",
        "Smith and Brandt (2019) examined 214 dead seals and found the virus in 87% of them.",
        "A study led by Ada Smith found that young seals were affected more often than adults.",
        "Smith and her colleagues found no sign of poisoning.",
        "Researchers found a morbillivirus in 87 per cent of 214 dead seals (Smith et al. 2019).",
        "Recent research suggests that a morbillivirus is the likely cause of the deaths (Smith and Brandt, 2019: 14).",
        "In a paper of 2019, Ada Smith and co-authors conclude that the virus is the likely cause of the deaths.",
    ],
)
def test_scholars_name_their_sources_within_a_sentence_and_in_brackets(claim: str) -> None:
    """An abstract names neither its authors nor its year."""
    assert _verdict(claim, OF_STUDY, STUDY) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Smith et al. (2019) found that adults were affected more often than young seals.",
        "Smith et al. (2019) examined 241 seals.",
        "Smith et al. (2019) found signs of poisoning.",
        "A morbillivirus was found in 241 seals (Smith et al. 2019).",
        "Jones et al. (2017) examined 214 seals.",
    ],
)
def test_what_scholars_say_of_a_source_must_stand_in_it(claim: str) -> None:
    """Only the names are known from the note."""
    assert _verdict(claim, OF_STUDY, STUDY) not in (Verdict.SUPPORTED, Verdict.REVIEW)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("By May 2019 forty seals had died in the harbour of Lenk.", id="its own year"),
        pytest.param("In 2018 the board refused to publish its report.", id="last year"),
        pytest.param(
            "On 14 May 2019 the harbour board said that forty seals had died in the harbour of Lenk.", id="a weekday"
        ),
    ],
)
def test_the_day_of_a_source_tells_its_years_and_days(claim: str) -> None:
    """News leaves its year to its date."""
    assert _verdict(claim) is Verdict.SUPPORTED
    assert _verdict(claim, Origin()) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("The BBC reported that forty seals had died in the harbour of Lenk.", id="another outlet"),
        pytest.param("A 2017 report by the Guardian says that forty seals died in the harbour of Lenk.", id="a year"),
        pytest.param("Peter Marsh writes that forty seals have died in the harbour of Lenk.", id="another author"),
        pytest.param("In Orsa a similar outbreak killed 12 seals in 2019.", id="another year there"),
        pytest.param("In 2017 the board refused to publish its report.", id="not last year"),
        pytest.param("Ada Smith, who heads the board, has never seen anything like it.", id="no attribution"),
        pytest.param('"We have never seen anything like it," said Ada Smith.', id="who else is quoted"),
        pytest.param("The Guardian reported that 16 seals had died in the harbour of Lenk.", id="the day as a count"),
        pytest.param("The Guardian reported in 2019 that fifty seals had died in the harbour of Lenk.", id="a figure"),
    ],
)
def test_what_is_no_attribution_to_the_source_must_stand_in_it(claim: str) -> None:
    """Neither another origin, nor its author in another part, nor a year that the source has otherwise."""
    assert _verdict(claim) is not Verdict.SUPPORTED


def test_a_claim_that_only_names_its_source_is_judged_as_it_stands() -> None:
    """Nothing else would be left to look for."""
    assert _verdict("The Guardian reported.") is not Verdict.SUPPORTED


def test_an_impossible_day_of_a_page_is_no_day() -> None:
    """What a page says of itself is foreign text."""
    never = replace(ORIGIN, issued=((2019, 2, 31),))
    assert _verdict("On 14 May 2019 forty seals had died in the harbour of Lenk.", never) is not Verdict.SUPPORTED


TRAVELS = (
    "Ten days in Lenk. The food was wonderful in every town. It was the timetable of the trains that confused me the "
    "most. The harbour was full. My sister Linda Falk loved the seals."
)


@pytest.mark.parametrize(
    "claim",
    [
        "Ada Smith was confused most by the timetable of the trains.",
        "It was the timetable of the trains that confused Smith the most.",
    ],
)
def test_who_writes_of_herself_does_not_name_herself(claim: str) -> None:
    """A page says "I" where an article has the name of its author."""
    assert _verdict(claim, page=TRAVELS) is Verdict.SUPPORTED
    assert _verdict(claim, Origin(), TRAVELS) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Linda Smith was confused most by the timetable of the trains.",
        "Jonas Brandt was confused most by the timetable of the trains.",
        "Ada Smith missed the last train to Orsa and slept in a barn.",
    ],
)
def test_who_is_not_the_author_is_looked_for(claim: str) -> None:
    """It is nobody else who says "I", and only where the page has the rest."""
    assert _verdict(claim, page=TRAVELS) is not Verdict.SUPPORTED
