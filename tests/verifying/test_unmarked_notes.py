"""Findings where notes have no markers, and none where a note cannot say what others do."""

import pytest
from building import FULL, article, note

from citations.article import read_article
from verifier.checks import check_article, check_audit
from verifier.checks.base import CheckInput
from verifier.findings import Severity


def test_notes_without_any_marker_are_one_finding() -> None:
    """A file of endnotes that was checked by itself needs one word, not one for each of its notes."""
    found = check_article(article(*(note(str(number), **FULL) for number in range(1, 40)), markers=()))

    (one,) = [finding for finding in found if finding.rule == "N102"]
    assert "any of the 39 notes" in one.message


def test_a_list_of_sources_without_any_marker_is_one_finding() -> None:
    """Markers that a conversion lost leave nothing to check, which nobody should have to find out alone."""
    text = "It sank in 1911.\n\n## References\n\n1. Berg, The Ferry, 1912.\n2. Falk, The Quay, 1913.\n"

    found = check_article(read_article(text.encode(), name="a.md"))

    assert [one.rule for one in found if one.severity is not Severity.INFO] == ["N102"]


def test_a_bibliography_in_another_file_is_asked_for() -> None:
    """The citations were not read at all, which is more to the point than that there are no notes."""
    text = rb"\documentclass{article}\begin{document}It was so \cite{berg}.\bibliography{refs}\end{document}"

    found = check_article(read_article(text, name="a.tex"))

    assert [(one.rule, one.message) for one in found] == [
        ("A606", "the article cites a bibliography that is not in this file: refs")
    ]


@pytest.mark.parametrize(
    ("raw", "fields", "silent"),
    [
        pytest.param(
            "The data are at https://holt.example/1", {"url": "https://holt.example/1"}, "R201", id="a link in a remark"
        ),
        pytest.param(
            "Harbour Act 1925 s 51, https://law.example/1925",
            {"title": "Harbour Act 1925", "url": "https://law.example/1925"},
            "R203",
            id="the year in a name",
        ),
        pytest.param("15 U.S.C. § 1601", {"title": "15 U.S.C. § 1601", "type": "legislation"}, "R203", id="a statute"),
        pytest.param(
            "Holt v. Falk, 12 F.3d 4",
            {"title": "Holt v. Falk", "type": "legal_case"},
            "R202",
            id="a case has no author",
        ),
        pytest.param(
            'Holt, "Rises “and” falls"', {"title": "Rises “and” falls"}, "R212", id="curly marks within straight ones"
        ),
    ],
)
def test_what_a_note_cannot_say_is_not_missed(raw: str, fields: dict[str, str], silent: str) -> None:
    """A finding for what no careful author could add teaches people to ignore findings."""
    cited = note("1", raw, **fields)

    assert silent not in {one.rule for one in check_audit(CheckInput(article=article(cited)))}


def test_notes_of_a_chapter_may_call_works_in_the_list_of_all() -> None:
    """A book has one list of works and notes that count anew in each chapter: its works are not without markers."""
    text = (
        "It sank.<sup>1</sup> Holm (1911) says so.\n\n# Bibliography\n\nBerg, Anna, 1912, The Ferry, Lisle.\n\n"
        "Holm, Per, 1911, The Quay, Lisle.\n\n# Notes\n\n<sup>1</sup> Log.\n\n# Two\n\nIt rose.<sup>1</sup>\n\n"
        "# Notes\n\n<sup>1</sup> Berg, 1912, p. 3.\n"
    )

    article = read_article(text.encode(), name="a.md")

    assert {(note.chapter, note.label) for note in article.notes} == {
        (0, "Berg 1912"),
        (0, "Holm 1911"),
        (0, "1"),
        (1, "1"),
    }
    assert "N102" not in {one.rule for one in check_article(article)}
