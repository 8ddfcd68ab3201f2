"""What changed on a page since it was last read, around the passages that claims rest on."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from verifier.asides import judge_page
from verifier.audit import Citation, ClaimAudit, PageChange, quotable
from verifier.judging import Bench, question_for
from verifier.library import Earlier, words_of
from verifier.matching import index_source
from verifier.matching.base import Match, Passage, Verdict
from verifier.matching.source import SourceIndex
from verifier.sources import CitedSource

AROUND = 80
"""Characters before and after a passage, in its own block, that are compared too: a remark there changes its sense."""

BY_DIFFERENCE = 12
"""Words that are shown before the first one that differs, and behind the last."""

VERSIONS_HELD = 64
"""Earlier versions of pages that are indexed at a time: an index takes up to 40 times its page."""

RESTS_ON = (Verdict.SUPPORTED, Verdict.REVIEW, Verdict.PARTLY, Verdict.DETAIL_DIFFERS)
"""Verdicts whose evidence is what the claim rests on."""


def page_changes(claims: Sequence[ClaimAudit], bench: Bench) -> Iterator[PageChange]:
    """Yield where a page has changed at a passage that a claim rests on, or lacks a claim that it carried before."""

    @lru_cache(maxsize=VERSIONS_HELD)
    def earlier(key: str) -> tuple[Earlier, SourceIndex] | None:
        before = bench.library.earlier(key)
        return (before, index_source(before.text.text, before.text.parts)) if before else None

    for audit in claims:
        for source, citation in zip(bench.named(audit.claim), audit.citations, strict=True):
            if citation.match is None or citation.source.key != source.key:
                continue
            known = earlier(source.key)
            if known is not None:
                yield from _change(audit, source, citation, bench.shelf.text(source.key).text, *known)


def _change(  # noqa: PLR0917 - two versions of a page, and the claim that is read in both
    audit: ClaimAudit, source: CitedSource, citation: Citation, text: str, before: Earlier, index: SourceIndex
) -> Iterator[PageChange]:
    match = citation.match
    if match is None:
        return
    says = _window(match, text) if match.verdict in RESTS_ON else ""
    stood = words_of(says) in before.folded
    if stood and match.verdict is Verdict.SUPPORTED:
        return
    old = judge_page(question_for(audit.claim, source, citation.source.data), index)
    carried = old.verdict is Verdict.SUPPORTED and match.verdict is not Verdict.SUPPORTED
    if stood and not carried:
        return
    said, says = _window(old, before.text.text), "" if stood else says
    if words_of(said) == words_of(says):
        return
    said, says = around_difference(said, says)
    yield PageChange(
        claim=audit.claim,
        label=citation.label,
        url=citation.source.url,
        read_at=before.fetched_at,
        said=said,
        says=says,
        carried=carried,
    )


def _window(match: Match, text: str) -> str:
    """Give the first passage of the evidence with what stands around it in its block, ``""`` where there is none."""
    return around(match.evidence[0], text) if match.evidence else ""


def around(passage: Passage, text: str) -> str:
    """Give a passage with up to ``AROUND`` characters on both sides, whole words of the same lines."""
    start, end = passage.start, passage.end
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    if first and not text[first - 1].isspace():
        blank = text.find(" ", first, start)
        first = start if blank < 0 else blank + 1
    line_end = text.find("\n", end)
    last = min(len(text) if line_end < 0 else line_end, end + AROUND)
    if last < len(text) and not text[last].isspace():
        blank = text.rfind(" ", end, last)
        last = end if blank < 0 else blank
    return text[first:last].strip()


def around_difference(said: str, says: str) -> tuple[str, str]:
    """Give the differing part of each text with some words around it, as much as may be quoted."""
    one, two = said.split(), says.split()
    before = _alike(one, two)
    behind = _alike(one[before:][::-1], two[before:][::-1])
    return _around_words(one, before, behind), _around_words(two, before, behind)


def _alike(one: Sequence[str], two: Sequence[str]) -> int:
    """Count the words that two texts begin with in common."""
    pairs = zip(one, two, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if words_of(a) != words_of(b)), min(len(one), len(two)))


def _around_words(words: Sequence[str], before: int, behind: int) -> str:
    first, last = max(0, before - BY_DIFFERENCE), len(words) - max(0, behind - BY_DIFFERENCE)
    return quotable("…" * bool(first) + " ".join(words[first:last]) + "…" * (last < len(words)))


MOST_LINES = 4_000
"""Lines of each version that are compared; more would take seconds."""

MOST_WORDS = 2_000
"""Words of a changed place that are compared one by one."""

BESIDE = 6
"""Words that are shown on both sides of a change."""

MOST_CHANGES = 40
"""Lines that a short difference may have."""


def word_changes(said: str, says: str) -> Iterator[str]:
    """Yield the places that differ between two versions of a text, as ``[-gone-] {+new+}`` among a few words each.

    At most ``MOST_CHANGES`` of them, and then how many there are more.
    """
    one, two = said.splitlines()[:MOST_LINES], says.splitlines()[:MOST_LINES]
    places = [
        place
        for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=True).get_opcodes()
        if kind != "equal"
        for place in _differing_words(" ".join(one[a:b]).split(), " ".join(two[c:d]).split())
    ]
    yield from places[:MOST_CHANGES]
    if len(places) > MOST_CHANGES:
        yield f"… and {len(places) - MOST_CHANGES} more"


def _differing_words(one: Sequence[str], two: Sequence[str]) -> Iterator[str]:
    one, two = one[:MOST_WORDS], two[:MOST_WORDS]
    for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=True).get_opcodes():
        if kind == "equal":
            continue
        gone, new = quotable(" ".join(one[a:b])), quotable(" ".join(two[c:d]))
        marked = [f"[-{gone}-]" if gone else "", f"{{+{new}+}}" if new else ""]
        shown = [*two[max(0, c - BESIDE) : c], *(each for each in marked if each), *two[d : d + BESIDE]]
        yield " ".join(shown)
