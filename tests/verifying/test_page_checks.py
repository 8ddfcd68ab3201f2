"""The page against the note: what people forgive is forgiven, the rest is said with its source."""

from dataclasses import replace
from typing import Any

import pytest
from building import article, at, claim, day, judged, note, source
from hypothesis import given
from hypothesis import strategies as st

from citations.document import Anchor, Block, BlockKind
from citations.records import Name, NoteKind
from verifier.audit import SourceAudit
from verifier.checks import check_audit
from verifier.checks.base import CheckInput
from verifier.extraction.base import PageData, Said
from verifier.fetching.base import Access
from verifier.findings import Finding, Severity
from verifier.matching.base import Verdict
from verifier.naming import TitleLikeness, compare_titles, same_person, stands_for_site

URL = "https://echo.example/late-ferry"


def _said(value: str | None, source: str = "meta x") -> Said | None:
    return Said(value=value, source=source) if value else None


def _data(
    *titles: str,
    authors: tuple[str, ...] = (),
    site: str | None = None,
    published: str | None = None,
    **more: Any,
) -> PageData:
    return PageData(
        titles=tuple(Said(value=title, source="meta x") for title in titles),
        authors=tuple(Said(value=name, source="JSON-LD author") for name in authors),
        site_names=(Said(value=site, source="meta x"),) if site else (),
        published=_said(published, "JSON-LD datePublished"),
        **more,
    )


def _find(data: PageData, cited: SourceAudit | None = None, **fields: Any) -> list[Finding]:
    given_source = replace(cited or source(URL), data=data)
    noted = note("i", "A note.", **{"url": URL, **fields})
    found = check_audit(CheckInput(article=article(noted), sources=(given_source,)))
    return [finding for finding in found if finding.rule.startswith("P4")]


def _codes(data: PageData, **fields: Any) -> list[str]:
    return [finding.rule for finding in _find(data, **fields)]


@pytest.mark.parametrize(
    ("noted", "on_page", "likeness"),
    [
        pytest.param("Late ferry", "LATE FERRY", TitleLikeness.SAME, id="case"),
        pytest.param("The late ferry", "Late ferry", TitleLikeness.SAME, id="The"),
        pytest.param("‘Late’ ferry – again", '"Late" ferry - again', TitleLikeness.SAME, id="marks"),
        pytest.param("Sao Paulo's ferry", "São Paulo’s ferry", TitleLikeness.SAME, id="accents"),
        pytest.param("Ferry to Straße", "Ferry to Strasse", TitleLikeness.SAME, id="transliteration"),
        pytest.param("Late ferry", "Late ferry: how it came to pass", TitleLikeness.SHORTENED, id="a subtitle"),
        pytest.param("Late ferry", "Late ferry | The Lowmarsh Echo", TitleLikeness.SHORTENED, id="the site's name"),
        pytest.param("How the ferry came to…", "How the ferry came to be late", TitleLikeness.SHORTENED, id="a cut"),
        pytest.param("Late ferry", "Late ferry (2021/5)", TitleLikeness.SHORTENED, id="a bracket behind"),
        pytest.param(
            "Why the ferry is late?", "Why the ferry is late", TitleLikeness.ANOTHER_MARK, id="a question mark"
        ),
        pytest.param("Why is it late?.", "Why is it late?", TitleLikeness.SAME, id="a full stop behind the mark"),
        pytest.param("Ferry late by 20 minutes", "Ferry late by 25 minutes", TitleLikeness.CHANGED, id="a figure"),
        pytest.param("Late ferry angers town", "Council raises dog tax", TitleLikeness.DIFFERENT, id="another page"),
        pytest.param("Late ferry", "Late ferry ‹ Lowmarsh Blog", TitleLikeness.SHORTENED, id="a blog's name"),
        pytest.param(
            "Who waits for a ferry? Notes from the quay",
            "Notes from the Quay – Who waits for a ferry?",
            TitleLikeness.SHORTENED,
            id="the rubric at the other end",
        ),
        pytest.param("Dog bites man", "Man bites dog", TitleLikeness.CHANGED, id="words that changed places"),
        pytest.param("Late ferry", "遅れた渡し船", TitleLikeness.NOT_COMPARABLE, id="another script"),
        pytest.param("遅れた渡し船", "遅れた渡し舟", TitleLikeness.CHANGED, id="one sign"),
        pytest.param("?!", "Late ferry", TitleLikeness.NOT_COMPARABLE, id="no words"),
    ],
)
def test_compares_titles_as_people_do(noted: str, on_page: str, likeness: TitleLikeness) -> None:
    """What does not tell titles apart does not count."""
    assert compare_titles(noted, on_page) is likeness


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Odile Marchbank", "Marchbank, Odile", True, id="order"),
        pytest.param("O. Marchbank", "Odile Marchbank", True, id="an initial"),
        pytest.param("Odile J. Marchbank", "Odile Marchbank", True, id="a middle initial left out"),
        pytest.param("Pim van Aalst", "P. Aalst", True, id="a particle"),
        pytest.param("Rene Nunez", "René Núñez", True, id="accents"),
        pytest.param("Odile Marchbank", "Odile Fenn", False, id="another family name"),
        pytest.param("Iris Marchbank", "Odile Marchbank", False, id="another given name"),
        pytest.param("", "Odile Marchbank", False, id="nobody"),
    ],
)
def test_tells_whether_two_names_can_be_one_person(one: str, other: str, *, same: bool) -> None:
    """Initials and order are no difference."""
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("name", "site", "host", "same"),
    [
        pytest.param("The Lowmarsh Echo", "Lowmarsh Echo", "x.example", True, id="The"),
        pytest.param("Lowmarsh Echo", "", "lowmarshecho.example", True, id="the host in one word"),
        pytest.param("Central Harbour Authority", "", "cha.example", True, id="initials"),
        pytest.param("CHA", "Central Harbour Authority", "x.example", True, id="initials in the note"),
        pytest.param("Die Brücke", "", "diebruecke.example", True, id="an umlaut in the host"),
        pytest.param("Echo Media", "The Lowmarsh Echo", "x.example", True, id="a shared word"),
        pytest.param("Upland Courier", "The Lowmarsh Echo", "echo.example", False, id="another paper"),
    ],
)
def test_tells_whether_a_name_can_stand_for_a_site(name: str, site: str, host: str, *, same: bool) -> None:
    """Publishers have long names and short ones."""
    assert stands_for_site(name, site, host) is same


@pytest.mark.parametrize(
    ("fields", "data", "codes"),
    [
        pytest.param({"title": "Late ferry"}, _data("Late ferry"), [], id="the same title"),
        pytest.param(
            {"title": "Late ferry angers town"}, _data("Council raises dog tax"), ["P401"], id="another title"
        ),
        pytest.param(
            {"title": "Ferry late by 20 minutes"}, _data("Ferry late by 25 minutes"), ["P402"], id="other words"
        ),
        pytest.param(
            {"title": "Ferry late by 20 minutes, Lowmarsh Echo"},
            _data("Ferry late by 20 minutes", site="The Lowmarsh Echo"),
            [],
            id="the site's name behind a comma",
        ),
        pytest.param({"title": "Why is it late"}, _data("Why is it late?"), ["P403"], id="a question"),
        pytest.param(
            {"title": "Late ferry angers town"},
            _data("What a crossing!", "Late ferry angers town"),
            [],
            id="the heading, not the title for sharing",
        ),
        pytest.param(
            {"title": "Ferry late by 20 minutes"},
            _data("What a crossing!", "Ferry late by 25 minutes"),
            ["P402"],
            id="other words than the nearest of its titles",
        ),
        pytest.param(
            {"authors": (Name(literal="O. Marchbank"),)}, _data(authors=("Odile Marchbank",)), [], id="an author"
        ),
        pytest.param(
            {"authors": (Name(literal="Iris Fenn"),)},
            _data(authors=("Odile Marchbank",)),
            ["P404"],
            id="another author",
        ),
        pytest.param(
            {"authors": (Name(literal="Iris Fenn"),)},
            _data(authors=("The Echo",), site="The Echo"),
            [],
            id="only the site is named",
        ),
        pytest.param({"container_title": "The Echo"}, _data(site="Lowmarsh Echo"), [], id="the site"),
        pytest.param(
            {"container_title": "Upland Courier"}, _data(site="Lowmarsh Gazette"), ["P405"], id="another site"
        ),
        pytest.param({"issued": day("9 Mar 2025", (2025, 3, 9))}, _data(published="2025-03-09"), [], id="the day"),
        pytest.param(
            {"issued": day("9 Mar 2025", (2025, 3, 9))}, _data(published="2025-03-10"), [], id="a day later: time zones"
        ),
        pytest.param(
            {"issued": day("Mar 2025", (2025, 3))}, _data(published="2025-03-10"), [], id="only a month in the note"
        ),
        pytest.param(
            {"issued": day("9 Mar 2025", (2025, 3, 9))}, _data(published="2025-03"), [], id="only a month on the page"
        ),
        pytest.param(
            {"issued": day("03-06-2025", (2025, 6, 3), (2025, 3, 6))},
            _data(published="2025-03-06"),
            [],
            id="one of two readings",
        ),
        pytest.param(
            {"issued": day("9 Mar 2025", (2025, 3, 9))}, _data(published="2024-03-09"), ["P406"], id="another year"
        ),
        pytest.param({"issued": day("n.d.")}, _data(published="2024-03-09"), [], id="undated"),
        pytest.param(
            {"accessed": day("9 Mar 2025", (2025, 3, 9))},
            _data(modified=_said("2025-03-20")),
            ["P407"],
            id="changed later",
        ),
        pytest.param(
            {"accessed": day("2025", (2025,))},
            _data(modified=_said("2025-12-20")),
            [],
            id="changed in the year of access",
        ),
        pytest.param(
            {}, _data(canonical_url="http://www.echo.example/late-ferry/?utm_source=x"), [], id="its own address"
        ),
        pytest.param({}, _data(canonical_url="https://m.echo.example/late-ferry/amp"), [], id="the page for phones"),
        pytest.param({}, _data(canonical_url="https://echo.example/2025/late-ferry"), ["P408"], id="another address"),
        pytest.param({}, _data(canonical_url="http://[::1"), ["P408"], id="a broken address"),
    ],
)
def test_compares_page_and_note(fields: dict[str, Any], data: PageData, codes: list[str]) -> None:
    """One finding a difference."""
    assert _codes(data, **fields) == codes


def test_says_both_values_and_where_the_page_s_came_from() -> None:
    """A person must be able to see which of the two is wrong."""
    (finding,) = _find(_data(published="2024-03-09"), issued=day("9 Mar 2025", (2025, 3, 9)))

    assert (
        finding.message
        == "another date: the note has 9 Mar 2025, the page 2024-03-09 (in its data, as JSON-LD datePublished)"
    )
    assert (finding.severity, finding.url, finding.label) == (Severity.WARNING, URL, "i")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PageData(published=_said("2024-03-09", "line by the title")), id="a date in the text"),
        pytest.param(_data(published="2024-03-09", modified=_said("2025-03-09")), id="the day of the last change"),
        pytest.param(_data(published="2024-03-09", modified=_said("2025-06-01")), id="perhaps that of another change"),
    ],
)
def test_an_unsure_date_is_only_information(data: PageData) -> None:
    """Where the page's own word is weak, or the note's date has a plain reason."""
    (finding,) = _find(data, issued=day("9 Mar 2025", (2025, 3, 9)))

    assert finding.severity is Severity.INFO


def _all_else_differs(title: str) -> list[Finding]:
    data = _data(
        title,
        authors=("Odile Marchbank",),
        site="Upland Courier",
        published="2020-01-01",
        canonical_url="https://b.example/",
    )
    return _find(
        data,
        title="Late ferry angers the town",
        authors=(Name(literal="Iris Fenn"),),
        container_title="Gazette",
        issued=day("2025", (2025,)),
    )


def test_no_rule_of_a_page_is_an_error() -> None:
    """Pages are wrong about themselves too often."""
    found = _all_else_differs("Late ferry angers the island")

    assert {finding.rule for finding in found} >= {"P402", "P404", "P405", "P406", "P408"}
    assert all(finding.severity is not Severity.ERROR for finding in found)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Council raises dog tax", id="no word in common"),
        pytest.param("Council of the town raises dog tax again", id="a word in common"),
    ],
)
def test_a_link_to_another_page_is_one_finding(title: str) -> None:
    """That its author, site and date are others too tells the same again, and makes it sure."""
    other, address = _all_else_differs(title)

    assert (other.rule, other.severity, address.rule) == ("P401", Severity.WARNING, "P408")
    assert other.message == (
        f"another title: the note has “Late ferry angers the town”, the page “{title}” (in its data, as meta x); "
        "other authors: the note has Iris Fenn, the page Odile Marchbank; "
        "another site: the note has “Gazette”, the page “Upland Courier”; "
        "another date: the note has 2025, the page 2020-01-01"
    )


def test_a_title_with_a_word_in_common_is_only_information() -> None:
    """Headlines are written anew, and the first heading of a page may be that of its menu."""
    titles = ("Quick links", "Council of the town raises dog tax again")
    (finding,) = _find(_data(*titles), title="Late ferry angers the town")

    assert (finding.rule, finding.severity) == ("P401", Severity.INFO)
    assert "the page “Council of the town raises dog tax again”" in finding.message


def test_nothing_is_said_of_a_page_that_could_not_be_read() -> None:
    """Its title is that of its wall."""
    wall = source(URL, access=Access.BLOCKED)

    assert _find(_data("Just a moment"), cited=wall, title="Late ferry") == []


def test_back_references_are_not_compared() -> None:
    """What is wrong with a note is said once, where the source is named."""
    assert _codes(_data("Council raises dog tax"), title="Late ferry angers town", refers_to=("i",)) == []
    assert _codes(_data("Council raises dog tax"), title="Late", kind=NoteKind.BARE_URL) == []


def test_a_page_in_another_language_is_named() -> None:
    """Its words cannot be compared with the article's, unless what it is cited for was found in it."""
    text = "The ferry was late and the people who had been there for an hour were not pleased with what they saw of it."
    block = Block(kind=BlockKind.PARAGRAPH, text=text, anchors=(Anchor(offset=0, position=at(1)),))
    cited = replace(source(URL), data=PageData(language="de-AT"))

    cites = article(note("i", "N.", url=URL), blocks=(block,))
    carries = judged(claim("The ferry was late."), Verdict.SUPPORTED, cited=cited)

    unread, read = (
        [one.rule for one in check_audit(CheckInput(article=cites, sources=(cited,), claims=claims))]
        for claims in ((), (carries,))
    )

    assert "P409" in unread
    assert "P409" not in read


@given(one=st.text(max_size=60), other=st.text(max_size=60))
def test_any_two_titles_can_be_compared(one: str, other: str) -> None:
    """And it does not matter which is whose."""
    assert compare_titles(one, other) is compare_titles(other, one)
    assert same_person(one, other) is same_person(other, one)
    assert isinstance(stands_for_site(one, other, "a.example"), bool)
