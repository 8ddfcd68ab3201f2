"""Claims that stand only beside the text of a page: in comments of its readers, or in teasers of other pages.

The whole page is searched, because no rule finds its main text surely. But what a reader comments is not what the page
says, and a teaser speaks for another page. Such a claim is for review: the link may be the wrong one.
"""

from dataclasses import replace
from functools import lru_cache

from verifier.extraction.base import PartKind
from verifier.matching import SourceIndex, index_source, judge
from verifier.matching.base import Match, Question, Scorer, Verdict

ASIDES = {
    PartKind.COMMENTS.value: "only in a comment of a reader",
    PartKind.RELATED.value: "only beside the text of the page",
}
"""The parts of a page that do not speak for it, and why a person should look. By our labels one in 370 of the 27,600
sentences that people marked as the text of pages, in ``fundus.dev`` and ``wcxb.dev``, lies in such a part alone."""


def judge_page(question: Question, index: SourceIndex, *, scorer: Scorer | None = None) -> Match:
    """Give what a page says to a claim; "review" where only comments or teasers carry it.

    A link to the very words (a text fragment) means them, wherever they stand.
    """
    whole = judge(question, index, scorer=scorer)
    aside = next((passage.part for passage in whole.evidence[:1] if passage.part in ASIDES), None)
    if aside is None or whole.fragment_found or whole.verdict not in (Verdict.SUPPORTED, Verdict.DETAIL_DIFFERS):
        return whole
    own = judge(question, _own_text(index), scorer=scorer)
    if own.verdict is Verdict.SUPPORTED or whole.verdict is Verdict.DETAIL_DIFFERS:
        return own
    return replace(whole, verdict=Verdict.REVIEW, reason=ASIDES[aside], rule="stands-beside-the-text")


@lru_cache(maxsize=1)
def _own_text(index: SourceIndex) -> SourceIndex:
    """Give the index of a page with line ends in place of its comments and teasers, so that offsets stay the same."""
    pieces, at = [], 0
    for part in index.parts:
        if part.kind in ASIDES:
            pieces += [index.text[at : part.start], "\n" * (part.end - part.start)]
            at = part.end
    return index_source("".join([*pieces, index.text[at:]]), index.parts)
