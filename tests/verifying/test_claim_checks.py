"""Findings about claims, and about how their sources were reached."""

from dataclasses import replace

import pytest
from building import article, claim, judged, note, source

from verifier.audit import ClaimAudit, Elsewhere, SourceAudit
from verifier.checks import check_audit
from verifier.checks.base import CheckInput
from verifier.evidence import telling_first
from verifier.fetching.base import Access, ArchivedCopy
from verifier.findings import Finding, Severity
from verifier.matching.base import Match, Miss, MissKind, Passage, Verdict, Weighed


def _miss(
    kind: MissKind, text: str, found: str | None = None, *, aligned: bool = False, elsewhere: bool = False
) -> Miss:
    return Miss(kind=kind, text=text, start=0, end=len(text), found=found, aligned=aligned, elsewhere=elsewhere)


def _claim_findings(verdict: Verdict, *misses: Miss, passage: str = "", coverage: float = 0.9) -> list[Finding]:
    features = (Weighed(name="coverage", value=coverage, weight=1.0),)
    said = claim("Trains run every 40 minutes.")
    audited = judged(said, verdict, missing=misses, passage=passage, features=features)
    found = check_audit(CheckInput(article=article(note("i")), claims=(audited,), sources=(source(),)))
    return [finding for finding in found if finding.rule.startswith("C50")]


def test_a_supported_claim_needs_no_look() -> None:
    """Nothing is reported where nothing is wrong."""
    assert _claim_findings(Verdict.SUPPORTED) == []


@pytest.mark.parametrize(
    ("verdict", "misses", "code", "severity"),
    [
        pytest.param(Verdict.NOT_FOUND, (), "C501", Severity.WARNING, id="not found"),
        pytest.param(
            Verdict.DETAIL_DIFFERS,
            (_miss(MissKind.NUMBER, "40", "30", aligned=True),),
            "C502",
            Severity.ERROR,
            id="a rival figure in the slot, the own one nowhere",
        ),
        pytest.param(
            Verdict.DETAIL_DIFFERS,
            (_miss(MissKind.NUMBER, "40", "30", aligned=True, elsewhere=True),),
            "C504",
            Severity.WARNING,
            id="the own figure stands elsewhere on the page",
        ),
        pytest.param(
            Verdict.DETAIL_DIFFERS, (_miss(MissKind.NUMBER, "40"),), "C504", Severity.WARNING, id="merely absent"
        ),
        pytest.param(
            Verdict.DETAIL_DIFFERS,
            (_miss(MissKind.QUOTE, "a late train that stops here"),),
            "C503",
            Severity.ERROR,
            id="five quoted words or more",
        ),
        pytest.param(
            Verdict.DETAIL_DIFFERS,
            (_miss(MissKind.QUOTE, "late train"),),
            "C504",
            Severity.WARNING,
            id="two quoted words",
        ),
        pytest.param(
            Verdict.DETAIL_DIFFERS, (_miss(MissKind.NEGATION, "not"),), "C504", Severity.WARNING, id="negation"
        ),
        pytest.param(Verdict.PARTLY, (), "C505", Severity.WARNING, id="partly"),
        pytest.param(Verdict.REVIEW, (), "C506", Severity.INFO, id="unclear"),
    ],
)
def test_a_verdict_becomes_a_finding_of_its_rule(
    verdict: Verdict, misses: tuple[Miss, ...], code: str, severity: Severity
) -> None:
    """Only what was measured to be safe is an error."""
    assert [(one.rule, one.severity) for one in _claim_findings(verdict, *misses)] == [(code, severity)]


def test_a_figure_that_differs_where_much_else_is_missing_is_a_warning() -> None:
    """The place may speak of something else."""
    miss = _miss(MissKind.NUMBER, "40", "30", aligned=True)
    word = _miss(MissKind.WORD, "trains")

    assert [one.rule for one in _claim_findings(Verdict.DETAIL_DIFFERS, miss, word, coverage=0.6)] == ["C504"]


def test_a_figure_that_differs_where_all_the_rest_is_there_is_an_error() -> None:
    """In a short claim the figure makes up so much that the share of the rest says little."""
    miss = _miss(MissKind.NUMBER, "40", "30", aligned=True)

    assert [one.rule for one in _claim_findings(Verdict.DETAIL_DIFFERS, miss, coverage=0.6)] == ["C502"]


def test_a_second_wrong_figure_makes_no_warning_of_an_error() -> None:
    """Each takes its own weight from what was found, and two wrong figures are worse than one."""
    one = _miss(MissKind.NUMBER, "40", "30", aligned=True)
    other = _miss(MissKind.DATE, "1 May", "1 June", aligned=True)._replace(start=20, end=25)
    word = _miss(MissKind.WORD, "weekdays")._replace(start=30, end=38)

    assert [found.rule for found in _claim_findings(Verdict.DETAIL_DIFFERS, one, other, word, coverage=0.6)] == ["C502"]
    assert [found.rule for found in _claim_findings(Verdict.DETAIL_DIFFERS, one, word, coverage=0.6)] == ["C504"]
    assert [found.rule for found in _claim_findings(Verdict.DETAIL_DIFFERS, one, other, word, coverage=0.4)] == ["C504"]


def test_a_difference_names_both_sides() -> None:
    """An editor sees what the article has and what the source has instead."""
    miss = _miss(MissKind.NUMBER, "40", "30", aligned=True)

    (found,) = _claim_findings(Verdict.DETAIL_DIFFERS, miss, passage="every 30 minutes")

    assert "article 40, source 30" in found.message
    assert found.passage == "every 30 minutes"


def test_the_passage_that_says_otherwise_is_read_first() -> None:
    """It is what the finding is about; matching has the one first that holds most of the claim."""
    texts = (
        "The trains of the valley run all day.",
        "From May they run every 30 minutes.",
        "Every 30 minutes, she said.",
    )
    starts = (0, 100, 200)
    evidence = tuple(
        Passage(start=start, end=start + len(text), text=text) for start, text in zip(starts, texts, strict=True)
    )
    miss = _miss(MissKind.NUMBER, "40", "30", aligned=True)._replace(found_start=120, found_end=122)

    differs = Match(verdict=Verdict.DETAIL_DIFFERS, score=0.5, evidence=evidence, missing=(miss,))

    assert [passage.text for passage in telling_first(differs)] == [texts[1], texts[0], texts[2]]
    assert telling_first(Match(verdict=Verdict.SUPPORTED, score=0.9, evidence=evidence)) == evidence


def test_a_place_that_shares_one_word_with_the_claim_is_not_shown() -> None:
    """“All rights reserved.” is no place to read a claim against that says what feels right."""
    nearest = Passage(start=0, end=20, text="All rights reserved.")
    alone, two = (
        Match(verdict=Verdict.NOT_FOUND, score=0.1, evidence=(nearest,), matched=matched)
        for matched in (((5, 10),), ((5, 10), (12, 16)))
    )

    assert telling_first(alone) == ()
    assert telling_first(two) == (nearest,)


def test_a_detail_is_named_once() -> None:
    """A claim may say a figure twice."""
    twice = _miss(MissKind.NUMBER, "40")

    (found,) = _claim_findings(Verdict.PARTLY, twice, twice)

    assert found.message.endswith("missing: 40")


def test_what_differs_is_named_before_what_is_missing() -> None:
    """The first can be looked at; and the altered figure of a quotation is told with it."""
    misses = (
        _miss(MissKind.NAME, "Fenn"),
        _miss(MissKind.NUMBER, "40", "30"),
        _miss(MissKind.QUOTE, "40", "30"),
        _miss(MissKind.NEGATION, "not"),
    )

    (found,) = _claim_findings(Verdict.DETAIL_DIFFERS, *misses)

    assert found.message.partition("but: ")[2] == (
        "quoted “40”, source “30”; the article says “not”, the source does not; Fenn is not found here"
    )


def test_a_detail_that_stands_elsewhere_is_not_called_absent_from_the_source() -> None:
    """Who reads "not found" looks no further."""
    (found,) = _claim_findings(Verdict.REVIEW, _miss(MissKind.NUMBER, "36", elsewhere=True))

    assert found.message.endswith("but: 36 is not found here, but elsewhere in the source")


def test_single_words_are_told_in_two_lists() -> None:
    """Where nothing sharper is to be said; a sentence for each hides which are meant."""
    misses = [
        _miss(MissKind.WORD, word, elsewhere=elsewhere)._replace(start=at)
        for at, (word, elsewhere) in enumerate((("ferry", False), ("late", True), ("quay", False)))
    ]

    (found,) = _claim_findings(Verdict.REVIEW, *misses)

    assert found.message.endswith("comes close; not found here: ferry, quay; elsewhere in the source: late")


def test_a_passage_is_quoted_with_measure() -> None:
    """At most 300 characters of another's page stand in a finding, and whole words."""
    (found,) = _claim_findings(Verdict.REVIEW, passage="x" * 1000)

    assert len(found.passage) == 300

    (found,) = _claim_findings(Verdict.REVIEW, passage="ferry " * 100)

    assert found.passage == "ferry " * 48 + "ferry…"


def test_a_claim_that_another_source_carries_is_one_finding_that_says_both() -> None:
    """One misnumbered note is one mistake: what its own source lacks, and which other note is meant."""
    lost = judged(claim("Trains run every 40 minutes."), Verdict.NOT_FOUND)
    lost = replace(lost, elsewhere=(Elsewhere(label="ii", url="https://b.example/", score=0.9, passage="p"),))

    found = check_audit(CheckInput(article=article(note("i"), note("ii")), claims=(lost,)))

    assert [(one.rule, one.message) for one in found if one.rule.startswith("C50")] == [
        ("C508", "not found in the page of note i as read on 2026-01-02, but in that of note ii: misnumbered?")
    ]


@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        pytest.param(
            Verdict.PARTLY,
            "only a part of this is in the source of note i; missing: some of its words; the source of note ii has "
            "all of it",
            id="partly",
        ),
        pytest.param(
            Verdict.DETAIL_DIFFERS,
            "found in the source of note i, but: a detail differs; the source of note ii has all of it",
            id="detail differs",
        ),
    ],
)
def test_the_source_that_has_all_of_a_claim_is_named(verdict: Verdict, message: str) -> None:
    """The claim may want a second marker, or another one."""
    lost = judged(claim("Trains run every 40 minutes."), verdict)
    lost = replace(lost, elsewhere=(Elsewhere(label="ii", url="https://b.example/", score=0.9, passage="p"),))

    found = check_audit(CheckInput(article=article(note("i"), note("ii")), claims=(lost,)))

    assert [one.message for one in found if one.rule.startswith("C50")] == [message]


def _lost(number: int, *others: int) -> ClaimAudit:
    """A claim of a note that its source lacks, and the notes whose sources have it."""
    return replace(
        judged(claim(f"Claim {number}.", str(number), number=number, line=number), Verdict.NOT_FOUND),
        elsewhere=tuple(Elsewhere(label=str(other), url="", score=0.9, passage="") for other in others),
    )


def _told_of(*lost: ClaimAudit) -> list[tuple[str, str | None, str]]:
    notes = (note(str(number)) for number in range(1, 20))
    found = check_audit(CheckInput(article=article(*notes), claims=lost))
    return [(one.rule, one.claim_id, one.message) for one in found if one.rule.startswith("C50")]


@pytest.mark.parametrize(("step", "way"), [(1, "next"), (-1, "previous")])
def test_a_whole_list_shifted_by_one_is_one_finding(step: int, way: str) -> None:
    """Three claims in a row that point at their neighbour are one mistake, not three."""
    words = (
        f"the claims of notes 2, 3, 4 are not found in their own sources, but each in that of the {way} note: "
        "has the list shifted by one?"
    )
    assert _told_of(*[_lost(number, number + step) for number in (2, 3, 4)]) == [("C508", "c2", words)]


def test_what_is_lost_between_shifted_claims_has_shifted_too() -> None:
    """The next source may tell it in other words; what stands outside the shifted stretch is told by itself."""
    lost = [_lost(1), *[_lost(number, number + 1) for number in (2, 3, 5)], _lost(4), _lost(9)]

    assert _told_of(*lost) == [
        ("C501", "c1", "not found in the page of note 1 as read on 2026-01-02"),
        ("C508", "c2", _SHIFTED_BUT_ONE),
        ("C501", "c9", "not found in the page of note 9 as read on 2026-01-02"),
    ]


_SHIFTED_BUT_ONE = (
    "the claims of notes 2, 3, 5 are not found in their own sources, but each in that of the next note; between them, "
    "those of note 4 are in neither: has the list shifted by one?"
)


def test_one_claim_that_points_elsewhere_does_not_hide_a_shift() -> None:
    """Three of four say that the list slipped; the fourth is told by itself."""
    rules = [(rule, at) for rule, at, _ in _told_of(*[_lost(n, n + 1) for n in (2, 3, 4)], _lost(8, 12))]

    assert rules == [("C508", "c2"), ("C508", "c8")]


@pytest.mark.parametrize(
    "lost",
    [
        pytest.param([_lost(2, 3), _lost(3, 4)], id="two may be chance"),
        pytest.param([_lost(2, 3), _lost(3, 4), _lost(4, 5), _lost(8, 2), _lost(9, 2)], id="too many elsewhere"),
        pytest.param([_lost(2, 3), _lost(5, 4), _lost(7, 8)], id="both ways"),
    ],
)
def test_a_shift_needs_agreement(lost: list[ClaimAudit]) -> None:
    """Else every claim is told by itself."""
    assert [rule for rule, _, _ in _told_of(*lost)] == ["C508"] * len(lost)


def _access_findings(one: SourceAudit) -> list[tuple[str, Severity]]:
    found = check_audit(CheckInput(article=article(note("i")), sources=(one,)))
    return [(finding.rule, finding.severity) for finding in found if finding.rule.startswith("L")]


@pytest.mark.parametrize(
    ("access", "fields", "expected"),
    [
        pytest.param(Access.OK, {}, [], id="read"),
        pytest.param(Access.GONE, {}, [("L301", Severity.ERROR)], id="gone"),
        pytest.param(Access.SOFT_404, {}, [("L302", Severity.WARNING)], id="soft 404"),
        pytest.param(Access.INVALID_URL, {}, [("L303", Severity.ERROR)], id="no web address"),
        pytest.param(Access.BLOCKED, {}, [("L305", Severity.INFO)], id="a wall is nobody's fault"),
        pytest.param(Access.RATE_LIMITED, {}, [("L305", Severity.INFO)], id="429"),
        pytest.param(Access.NO_LINK, {}, [], id="a book"),
        pytest.param(
            Access.REFUSED,
            {"failure_days": 3, "first_failed_at": "2026-01-01"},
            [("L305", Severity.INFO), ("L308", Severity.WARNING)],
            id="unreachable on three days",
        ),
    ],
)
def test_how_a_source_was_reached(access: Access, fields: dict[str, object], expected: list[tuple[str, str]]) -> None:
    """Only what the author can mend may fail a run."""
    assert _access_findings(replace(source(), access=access, **fields)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("access", "words"),
    [
        pytest.param(Access.BLOCKED, "save the page yourself", id="a wall"),
        pytest.param(Access.DENIED_ADDRESS, "--allow-private-hosts", id="a host of the user's own network"),
        pytest.param(Access.ROBOTS, "--no-robots", id="robots.txt"),
        pytest.param(Access.TEMPORARY, "run it again later", id="a server in trouble"),
        pytest.param(Access.TOO_SLOW, "--timeout", id="a slow server"),
    ],
)
def test_a_page_that_was_not_read_is_told_with_the_step_that_helps(access: Access, words: str) -> None:
    """Where an option or time opens the page, nobody need save it by hand."""
    found = check_audit(CheckInput(article=article(note("i")), sources=(replace(source(), access=access),)))

    assert [words in one.help for one in found if one.rule == "L305"] == [True]


def test_a_long_address_does_not_hide_what_is_said_of_it() -> None:
    """A terminal cuts a message, and the reason stood behind ten lines of letters."""
    gone = source("https://a.example/" + "a" * 5_000, access=Access.GONE, reason="HTTP 404 Not Found")

    (one,) = [one for one in check_audit(CheckInput(article=article(note("i")), sources=(gone,))) if one.rule == "L301"]

    assert len(one.message) < 400
    assert one.message.endswith("…: HTTP 404 Not Found")
    assert one.url == gone.url


def test_an_own_copy_without_text_is_named_with_what_would_do() -> None:
    """Whoever laid a picture into the folder needs no advice to lay the page there; a book has no address to show."""
    book = source(
        "", own_copy="sources/scan.png", access=Access.NOT_TEXT, reason="no text can be read in your own copy"
    )

    found = check_audit(CheckInput(article=article(note("i")), sources=(book,)))

    (one,) = [finding for finding in found if finding.rule == "L305"]
    assert one.message == "could not read the source of note i: no text can be read in your own copy"
    assert "that holds text" in one.help


@pytest.mark.parametrize(("distance", "words"), [(4, "4 days"), (1, "1 day"), (0, "0 days")])
def test_an_archived_copy_is_offered_with_its_date(distance: int, words: str) -> None:
    """The fix stands beside the finding."""
    url = "https://archive.example/1/https://a.example/"
    copy = ArchivedCopy(url=url, captured="2026-03-01", distance_days=distance)
    found = check_audit(
        CheckInput(article=article(note("i")), sources=(replace(source(), access=Access.ARCHIVED, archived=copy),))
    )

    assert [f", {words} from the date in the note" in one.message for one in found if one.rule == "L309"] == [True]


def test_a_text_fragment_that_misses_is_information() -> None:
    """Browsers then open the page at its top."""
    audited = judged(claim("A claim."), Verdict.SUPPORTED, fragment_found=False)

    found = check_audit(CheckInput(article=article(note("i")), claims=(audited,), sources=(source(),)))

    assert [one.rule for one in found if one.rule == "L310"] == ["L310"]


@pytest.mark.parametrize(
    ("verdict", "miss", "words"),
    [
        pytest.param(
            Verdict.DETAIL_DIFFERS,
            _miss(MissKind.NEGATION, "not"),
            "found in the source of note i, but: the article says “not”, the source does not",
            id="only the article denies",
        ),
        pytest.param(
            Verdict.DETAIL_DIFFERS,
            _miss(MissKind.NEGATION, "run", "never"),
            "found in the source of note i, but: the source says “never” of “run”, the article does not",
            id="only the source denies",
        ),
        pytest.param(
            Verdict.PARTLY,
            _miss(MissKind.NUMBER, "40"),
            "only a part of this is in the source of note i; missing: 40",
            id="a figure that is missing",
        ),
    ],
)
def test_a_message_says_plainly_what_differs(verdict: Verdict, miss: Miss, words: str) -> None:
    """An editor reads it without knowing how claims are judged."""
    assert [finding.message for finding in _claim_findings(verdict, miss)] == [words]
