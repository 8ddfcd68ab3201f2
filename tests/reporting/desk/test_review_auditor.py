"""The desk on a real audit of the example: a source that could not be read is brought, and its claim is judged."""

from dataclasses import replace
from pathlib import Path

import pytest

from citations.errors import CitationError
from reports.cli.deciding import auditor
from reports.cli.options import AuditOptions
from reports.configuration import Configuration
from reports.decisions import DecisionState, FindingState
from reports.review.choosing import Filter
from reports.review.desk import Desk
from verifier.matching.base import Verdict


@pytest.fixture
def desk(in_example: None) -> Desk:
    """A desk on the example, with everything that was found."""
    del in_example
    options = AuditOptions(
        paths=(Path("article.md"),),
        configuration=Configuration(),
        offline=True,
        sources=Path("sources"),
        snapshots=Path("pages.sqlite"),
    )
    return Desk(*auditor(options), information=True)


def test_a_source_that_is_brought_is_judged_at_once(desk: Desk) -> None:
    """It is laid into the folder of own copies, with its place in the list, and the claim gets its verdict."""
    claim = next(one for one in desk.material.audit.articles[0].claims if "vii" in one.claim.labels)
    unread = next(one for one in desk.unread() if one.source.labels == ("vii",))
    body = f"<p>{claim.claim.text}</p>".encode()

    place = desk.lay_copy(unread.path, unread.source.url, "vii", body, "page.html")

    after = next(one for one in desk.material.audit.articles[0].claims if "vii" in one.claim.labels)
    assert claim.verdict is Verdict.NOT_CHECKED
    assert after.verdict is Verdict.SUPPORTED
    assert place.parent.name == "sources"
    assert desk.unread() == ()
    assert unread.source.url in (place.parent / "sources.toml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("desk")
def test_a_copy_that_was_brought_is_there_in_the_next_review() -> None:
    """The review goes on where it stopped: nobody brings a text twice."""
    Path("sources").rename("copies")
    options = AuditOptions(
        paths=(Path("article.md"),), configuration=Configuration(), offline=True, snapshots=Path("pages.sqlite")
    )
    first = Desk(*auditor(options))
    url = first.unread()[0].source.url
    first.lay_copy("article.md", url, "i", b"Whatever it says.", "pasted.txt")

    second = Desk(*auditor(options))

    assert url not in {one.source.url for one in second.unread()}
    assert len(second.unread()) == len(first.unread()) > 0


def test_an_edited_bibliography_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notes stand in it, though the user did not name it."""
    monkeypatch.chdir(tmp_path)
    Path("a.tex").write_text("It was so.\\cite{berg}\\bibliography{refs}\n", encoding="utf-8")
    Path("refs.bib").write_text("@misc{berg, title = {The works}, url = {https://a.example/}}\n", encoding="utf-8")
    options = AuditOptions(
        paths=(Path("a.tex"),), configuration=Configuration(), offline=True, snapshots=Path("pages.sqlite")
    )
    desk = Desk(*auditor(options))

    before = desk.material.changed
    Path("refs.bib").write_text("@misc{berg, title = {Other works}, url = {https://b.example/}}\n", encoding="utf-8")

    assert (before, desk.material.changed) == ((), (Path("refs.bib"),))


def test_nothing_is_stale_on_the_day_it_is_decided(desk: Desk) -> None:
    """Every finding's own passage stands in the text that it was found in."""
    for item in desk.items:
        desk.decide(item, DecisionState.ACCEPT)

    assert {status.state for status in desk.statuses()} == {FindingState.DECIDED}
    assert desk.next_open(Filter()) is None


@pytest.mark.usefixtures("in_example")
def test_one_broken_article_does_not_keep_the_others_from_review() -> None:
    """It stands in the list with the reason; only when none can be read is there nothing to do."""
    options = AuditOptions(
        paths=(Path("none.md"), Path("article.md")), configuration=Configuration(), offline=True,
        snapshots=Path("pages.sqlite"),
    )  # fmt: skip

    desk = Desk(*auditor(options), information=True)

    assert desk.items
    assert desk.material.audit.articles[0].error is not None
    with pytest.raises(CitationError, match=r"none\.md"):
        Desk(*auditor(replace(options, paths=(Path("none.md"),))))


def test_an_article_that_was_edited_is_noticed_and_checked_again(desk: Desk) -> None:
    """Decisions on words that are no longer there would be of no use; what was decided before stays."""
    mended = next(one for one in desk.items if "40 minutes" in one.finding.subject)
    other = next(one for one in desk.items if one.finding.rule == "C503")
    desk.decide(other, DecisionState.REJECT)
    before = desk.material.changed
    article = Path("article.md")
    article.write_text(
        "\n\n" + article.read_text(encoding="utf-8").replace("40 minutes", "30 minutes"), encoding="utf-8"
    )

    noticed = desk.material.changed
    desk.read_again()

    (moved,) = [one for one in desk.items if one.key == other.key]
    assert (before, noticed, desk.material.changed) == ((), (article,), ())
    assert mended.key not in [one.key for one in desk.items]
    assert moved.finding.line == other.finding.line + 2
    assert desk.status(moved).state is FindingState.DECIDED
