"""What of the matter a source has otherwise is said, where the words alone do not tell."""

import pytest
from building import article, claim, judged, note, source

from verifier.checks import check_audit
from verifier.checks.base import CheckInput
from verifier.matching import index_source, judge
from verifier.matching.base import Aspect, Question


@pytest.mark.parametrize(
    ("aspect", "text", "page"),
    [
        (Aspect.ROLE, "Falk succeeded Berg as mayor in 2011.", "In 2011 Berg succeeded Falk as mayor of the town."),
        (
            Aspect.SPEAKER,
            "“The bridge will not last another winter at all,” said Ines Dahl.",
            "“The bridge will not last another winter at all,” said Tom Berg. Ines Dahl did not want to comment.",
        ),
        (
            Aspect.REASON,
            "The old bridge was shut because of rust in its cables.",
            "The old bridge was shut in May because of cracks in a pillar. Rust in its cables had been found before.",
        ),
        (Aspect.DOUBT, "The dust causes asthma in children.", "The dust may cause asthma in children, Berg said."),
        (
            Aspect.EXTENT,
            "Microplastics were found in every river of the valley.",
            "Microplastics were found in at least four rivers of the valley.",
        ),
        (Aspect.CONTRARY, "Rents rose in the old town in 2019.", "Rents fell in the old town in 2019."),
        (None, "She played the violin in the town band.", "She played the cello in the town band."),
    ],
)
def test_a_miss_says_what_of_the_matter_changes(aspect: Aspect | None, text: str, page: str) -> None:
    """Things of a kind, figures and names need no word more: they tell it themselves."""
    missing = judge(Question(text=text), index_source(page)).missing

    assert aspect in {miss.aspect for miss in missing if miss.found}


def test_a_message_says_it_before_the_words() -> None:
    """An editor reads what to look for, and then the words on both sides."""
    text = "The old bridge was shut because of rust in its cables."
    page = "The old bridge was shut in May because of cracks in a pillar. Rust in its cables had been found before."
    match = judge(Question(text=text), index_source(page))
    audited = judged(claim(text), match.verdict, missing=match.missing)

    found = check_audit(CheckInput(article=article(note("i")), claims=(audited,), sources=(source(),)))

    messages = [finding.message for finding in found if finding.rule == "C506"]
    assert [message.partition("but: ")[2] for message in messages] == [
        "the reason: article rust, source because of cracks in a pillar"
    ]
