"""Other sources of the article, looked through for a claim that its own lacks and for sentences without a note."""

from dataclasses import replace
from typing import Any, cast

import pytest

from citations.article import Article, read_article
from verifier import elsewhere as module
from verifier.audit import ClaimAudit, SourceAudit
from verifier.elsewhere import SURE, SURE_OF_FEW, elsewhere, offers
from verifier.extraction.base import SourceText
from verifier.fetching.base import Access
from verifier.judging import together
from verifier.matching.base import Match, Miss, MissKind, Passage, Question, Verdict
from verifier.shelf import Shelf

TEXT = """# Fell

The ferry company of Halm received 2 million crowns from the state in spring.[1] The bridge opened in May.[2]

It carried 4.2 million cars and 300,000 buses over the western sound last year.

## Notes

[1] https://a.example/
[2] https://b.example/
[3] https://c.example/
"""
MISS = Miss(kind=MissKind.NUMBER, text="2 million", start=0, end=9)


class Book(str):
    """An index that is the key of its source and has every word."""

    __slots__ = ()

    def share_of(self, words: set[str]) -> float:
        """Give all of the words."""
        return float(bool(words))


class Books:
    """A shelf of such indexes."""

    def index(self, key: str) -> Book:
        """Give the index of a key."""
        return Book(key)


SHELF = cast("Shelf", Books())


def _match(score: float, verdict: Verdict = Verdict.SUPPORTED, missing: tuple[Miss, ...] = ()) -> Match:
    passage = Passage(start=0, end=9, text=f"scored {score}")
    return Match(verdict=verdict, score=score, evidence=(passage,), missing=missing)


def _source(label: str, access: Access = Access.OK) -> SourceAudit:
    url = f"https://{label}.example/"
    return SourceAudit(key=label, url=url, labels=(label, "ix"), access=access, reason="")


@pytest.fixture
def article() -> Article:
    """Two claims and a sentence with a figure and no note."""
    return read_article(TEXT.encode(), name="fell.md")


def _lost(article: Article, own: str) -> ClaimAudit:
    audited = together(article.claims[0], [])
    citation: Any = type("Own", (), {"source": _source(own)})()
    return replace(audited, verdict=Verdict.NOT_FOUND, citations=(citation,))


def _judging(monkeypatch: pytest.MonkeyPatch, matches: dict[str, Match]) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []

    def judge_page(question: Question, key: str) -> Match:
        asked.append((question.text, key))
        return matches[key]

    monkeypatch.setattr(module, "judge_page", judge_page)
    return asked


@pytest.mark.parametrize("order", ["bc", "cb"], ids=["worse first", "better first"])
def test_the_source_that_carries_a_lost_claim_best_is_named_first(
    article: Article, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    """Whichever note is the earlier one: a reader tries the first that is offered."""
    _judging(monkeypatch, {"b": _match(0.85), "c": _match(0.95)})

    found = elsewhere([_lost(article, own="a")], [_source(key) for key in order], SHELF)

    (places,) = found.values()
    assert [(place.label, place.score, place.passage) for place in places] == [
        ("c", 0.95, "scored 0.95"),
        ("b", 0.85, "scored 0.85"),
    ]


@pytest.mark.parametrize("order", ["bc", "cb"], ids=["worse first", "better first"])
def test_a_sentence_without_a_note_is_offered_the_best_source(
    article: Article, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    """One note is offered, that of the source which is surest."""
    _judging(monkeypatch, {"b": _match(0.85), "c": _match(0.95)})

    (offer,) = offers(article, [_source(key) for key in order], SHELF)

    assert (offer.sentence.text, offer.label, offer.score) == (
        "It carried 4.2 million cars and 300,000 buses over the western sound last year.",
        "c",
        0.95,
    )


@pytest.mark.parametrize(
    ("match", "carries"),
    [
        pytest.param(_match(SURE), True, id="just sure enough"),
        pytest.param(_match(SURE - 0.01), False, id="not sure enough"),
        pytest.param(_match(0.99, Verdict.REVIEW), False, id="unclear"),
        pytest.param(_match(0.99, missing=(MISS,)), False, id="but for a figure"),
    ],
)
def test_only_a_source_that_surely_carries_all_of_it_is_named(
    article: Article, monkeypatch: pytest.MonkeyPatch, match: Match, *, carries: bool
) -> None:
    """Nobody asked for these sources: to name one that does not carry the words would send a reader astray."""
    _judging(monkeypatch, {"b": match})

    found = elsewhere([_lost(article, own="a")], [_source("b")], SHELF)
    offered = offers(article, [_source("b")], SHELF)

    assert (bool(found), bool(offered)) == (carries, carries)


@pytest.mark.parametrize(("score", "carries"), [(SURE_OF_FEW, True), (SURE_OF_FEW - 0.01, False)])
def test_a_source_of_few_words_must_be_surer(
    article: Article, monkeypatch: pytest.MonkeyPatch, score: float, *, carries: bool
) -> None:
    """What is said in five words is said on many pages."""
    _judging(monkeypatch, {"b": _match(score)})
    claim = replace(article.claims[0], text="Victims were rarely killed.")

    found = elsewhere([replace(_lost(article, own="a"), claim=claim)], [_source("b")], SHELF)

    assert bool(found) == carries


@pytest.mark.parametrize(
    ("verdict", "asked"),
    [
        (Verdict.NOT_FOUND, True),
        (Verdict.PARTLY, True),
        (Verdict.DETAIL_DIFFERS, True),
        (Verdict.REVIEW, False),
        (Verdict.SUPPORTED, False),
        (Verdict.NOT_CHECKED, False),
    ],
)
def test_only_a_claim_that_its_own_sources_lack_is_looked_up(
    article: Article, monkeypatch: pytest.MonkeyPatch, verdict: Verdict, *, asked: bool
) -> None:
    """Whatever a person has to read anyway, or could not be read, may yet stand in its own source."""
    _judging(monkeypatch, {"b": _match(0.9)})

    found = elsewhere([replace(_lost(article, own="a"), verdict=verdict)], [_source("b")], SHELF)

    assert bool(found) == asked


def test_neither_its_own_source_nor_a_closed_page_is_tried(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """The own source has failed already, and of a page that could not be read there is no text."""
    asked = _judging(monkeypatch, {"b": _match(0.9)})
    sources = [_source("a"), _source("b"), _source("c", Access.PAYWALL)]

    elsewhere([_lost(article, own="a")], sources, SHELF)
    offers(article, sources[1:], SHELF)

    assert [key for _, key in asked] == ["b", "b"]


def _told(number: int) -> str:
    name = "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")
    return f"The {name}ans rang the bells of {name.title()}stead and lit {name}fires on {name.title()}mont."


def _read(key: str) -> SourceText:
    """A page for each source, none of which says what another does."""
    return SourceText(kind="text", text=f"{_told(int(key))} Nobody was hurt, and it rained at night.")


def test_every_source_of_a_long_article_is_looked_at(article: Article) -> None:
    """The last claim of ninety, in whose list all notes slipped by one, is found in the source next to its own."""
    claims = [replace(article.claims[0], id=str(n), text=_told(n), quotes=()) for n in range(90)]
    lost = [replace(_lost(article, own=str((n + 1) % 90)), claim=claim) for n, claim in enumerate(claims)]

    found = elsewhere(lost, [_source(str(n)) for n in range(90)], Shelf(_read))

    assert {at: [place.label for place in places] for at, places in found.items()} == {
        str(n): [str(n)] for n in range(90)
    }


def test_pages_that_have_hardly_a_word_of_a_text_are_not_judged(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ninety sources and a sentence are ninety looks at their words and one judgement."""
    asked = _judging(monkeypatch, {})
    monkeypatch.setattr(
        module, "judge_page", lambda question, index: asked.append((question.text, index.text)) or _match(0.1)
    )
    claim = replace(article.claims[0], text=_told(7), quotes=())

    elsewhere([replace(_lost(article, own="1"), claim=claim)], [_source(str(n)) for n in range(90)], Shelf(_read))

    assert [text[:16] for _, text in asked] == ["The aahans rang "]


def test_only_so_many_pairs_are_judged_the_nearest_first(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article of a thousand lost claims and a thousand sources ends in some seconds all the same."""
    asked = _judging(monkeypatch, {str(number): _match(0.1) for number in range(9)})
    monkeypatch.setattr(module, "MOST_JUDGED", 4)
    sources = [_source(str(number)) for number in range(9)]

    elsewhere([_lost(article, own="6")], sources, SHELF)
    offers(article, sources, SHELF)

    assert [key for _, key in asked] == ["4", "5", "7", "8", "0", "1", "2", "3"]


def test_only_so_many_pairs_are_looked_at(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """The look at their words costs little, but ten thousand notes are a hundred million pairs."""
    asked = _judging(monkeypatch, {str(number): _match(0.1) for number in range(9)})
    monkeypatch.setattr(module, "MOST_PAIRS", 3)

    offers(article, [_source(str(number)) for number in range(9)], SHELF)

    assert [key for _, key in asked] == ["0", "1", "2"]
