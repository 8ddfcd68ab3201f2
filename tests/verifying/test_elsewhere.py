"""Other sources of the article, looked through for a claim that its own lacks and for sentences without a note."""

from dataclasses import replace
from typing import Any, cast

import pytest

from citations.article import Article, read_article
from verifier import elsewhere as module
from verifier.audit import ClaimAudit, SourceAudit
from verifier.elsewhere import SURE, elsewhere, offers
from verifier.fetching.base import Access
from verifier.judging import together
from verifier.matching.base import Match, Miss, MissKind, Passage, Question, Verdict
from verifier.shelf import Shelf

TEXT = """# Fell

The ferry company received 2 million crowns.[1] The bridge opened in May.[2]

It carried 4.2 million cars.

## Notes

[1] https://a.example/
[2] https://b.example/
[3] https://c.example/
"""
MISS = Miss(kind=MissKind.NUMBER, text="2 million", start=0, end=9)


class Books:
    """A shelf on which the index of a source is its key."""

    def index(self, key: str) -> str:
        """Give the key."""
        return key


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

    def judge(question: Question, key: str) -> Match:
        asked.append((question.text, key))
        return matches[key]

    monkeypatch.setattr(module, "judge", judge)
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

    assert (offer.sentence.text, offer.label, offer.score) == ("It carried 4.2 million cars.", "c", 0.95)


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


def test_neither_its_own_source_nor_a_closed_page_is_tried(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """The own source has failed already, and of a page that could not be read there is no text."""
    asked = _judging(monkeypatch, {"b": _match(0.9)})
    sources = [_source("a"), _source("b"), _source("c", Access.PAYWALL)]

    elsewhere([_lost(article, own="a")], sources, SHELF)
    offers(article, sources[1:], SHELF)

    assert [key for _, key in asked] == ["b", "b"]


def test_only_so_many_pairs_are_tried(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article of a thousand lost claims and a thousand sources ends in some seconds all the same."""
    asked = _judging(monkeypatch, {str(number): _match(0.1) for number in range(9)})
    monkeypatch.setattr(module, "MOST_PAIRS", 4)
    sources = [_source(str(number)) for number in range(9)]

    elsewhere([_lost(article, own="a")], sources, SHELF)
    offers(article, sources, SHELF)

    assert len(asked) == 4 + 4
